// Why: everything that will happen to a disk, as a value that can be shown, compared and refused before it
// happens. The applier reads this header and nothing else of how a plan came about.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/file_info.h"
#include "core/base/result.h"
#include "core/check/finding.h"
#include "core/files/file_system.h"

namespace certwright::plan {

// ChangeKind: WriteFile makes or replaces a file, MakeFolder makes one folder, SetMode changes an existing
// folder's or file's mode.
enum class ChangeKind { WriteFile, RemoveFile, MakeFolder, SetMode };

// Purpose says what a change is for; `Change::slot` names the slot where there is one. ui/text makes the
// reason's sentence of it.
enum class Purpose {
    ServiceFolder,
    SlotFile,
    Config,
    KeyStorePrimary,
    KeyStoreStandby,
    KeyBackup,
    KeyHash,
    Leftover,
    // A file of the service's own that gets the line which takes a managed config in.
    ConfigInclude
};

// Operation is what a transaction was: the verb that planned it.
enum class Operation { Import, Replace, CrlUpdate, Rollback, Repair, Adopt, Retention, Rotate };
// operationName returns "import", "replace", "crl-update", "rollback", "repair", "adopt", "retention" or
// "rotate".
std::string_view operationName(Operation operation);

// Placement: RenameOver puts a file in place of the old one in one step. RemoveFirst removes the old one,
// then puts the new one under its name, as StreamServer wants it of a CRL (SERVICES.md section 1).
enum class Placement { RenameOver, RemoveFirst };

// Keeping says whether the previous content may stay in the history. Transient: it holds a key without
// encryption; it is kept for undoing and wiped when the transaction is settled.
enum class Keeping { Stored, Transient };

// LargeContent hands out what a file shall hold that is too large to be kept in memory: it is made anew, from
// the file that was brought, each time it is opened.
class LargeContent {
  public:
    LargeContent() = default;
    LargeContent(const LargeContent&) = delete;
    LargeContent& operator=(const LargeContent&) = delete;
    virtual ~LargeContent() = default;

    virtual std::uint64_t size() const = 0;
    // open begins to hand it out. Before its end is told it fails with FileChanged if it is not what was
    // planned, because its source has changed since.
    virtual base::Result<std::unique_ptr<files::NewContent>> open(const files::FileReader& reader) const = 0;
};

// Change is one step. `path` is absolute and free of symbolic links; `mode` the final permission bits;
// `owner` is given where the writer is root and the folder belongs to somebody else. `before` describes what
// stands there now (nothing: nothing may stand there). `content` is what will be written; `about` is a human
// subject (certificate subject, CRL issuer, key type) of the new content, `beforeAbout` of the old.
struct Before {
    std::string sha256;
    std::uint32_t mode = 0;
    base::Owner owner;
    std::uint64_t links = 1;
};
struct Change {
    ChangeKind kind = ChangeKind::WriteFile;
    Purpose purpose = Purpose::SlotFile;
    std::string slot;
    std::string path;
    std::uint32_t mode = 0;
    std::optional<base::Owner> owner;
    std::optional<Before> before;
    base::Bytes content;
    std::string sha256;
    std::string about;
    std::string beforeAbout;
    Placement placement = Placement::RenameOver;
    Keeping keeping = Keeping::Stored;
    // In place of `content`, which is empty then; copies of the change share it.
    std::shared_ptr<const LargeContent> large = {};

    std::uint64_t size() const { return large ? large->size() : content.size(); }
};

// Exchange: the files of `folder` change all at once: a copy of the folder with the new files is made beside
// it and swapped with it (files::FileSystem::exchange). `carried` are the names of its other files, which the
// copy gets as second names. Changes of files directly in `folder` belong to it; where the file system
// refuses after all, they are done one by one.
struct Exchange {
    std::string folder;
    std::vector<std::string> carried;
};

// KeptPath is one thing whose state after the transaction is stored with it, to be restored later: a file
// (its content, mode and owner; or that it is missing) or, with `folder`, a folder's mode. Transient content
// (a key without encryption) is not stored.
enum class KeptKind { File, Folder };
struct KeptPath {
    std::string path;
    KeptKind kind = KeptKind::File;
    Keeping keeping = Keeping::Stored;
};

// Area is a folder tree that changes lie in, with the folder (mode 0700, same file system) that holds what is
// staged. The first area of a plan is the service root; its state folder also holds lock, journal and
// history. `base` of a further area may be a folder that the plan makes itself.
struct Area {
    std::string base;
    std::string state;
};

// DifferenceLine: config::LineDifference, secrets masked; or kind '@': lines of the file named `text` follow.
struct DifferenceLine {
    char kind = ' ';
    std::size_t line = 0;
    std::string text;
};

// Plan is applicable when no finding blocks. Changes are in the order in which they are done: folders, files,
// config last.
// `restores` is the id of the state that a rollback goes back to, empty otherwise.
struct Plan {
    Operation operation = Operation::Import;
    std::string restores;
    std::string service;
    std::string root;
    std::vector<Area> areas;
    std::vector<Change> changes;
    std::vector<Exchange> exchanges;
    std::vector<KeptPath> kept;
    std::vector<DifferenceLine> configDifference;
    check::Findings findings;

    bool applicable() const { return !check::blocks(findings); }
};

// stateFolderOf returns where Certwright keeps lock, journal, staging and history of a service root:
// "<root>/.certwright".
std::string stateFolderOf(const std::string& root);

// contentHash is the SHA-256 of `content` in lower-case hexadecimal, as Change::sha256 and Before::sha256
// hold it.
std::string contentHash(base::ByteView content);
// contentHash of an open file reads it in pieces; fails as the file does.
base::Result<std::string> contentHash(const files::OpenFile& file);
// checkedCopy hands out an open file's content and, before its end is told, fails with FileChanged (subject
// `path`) if its hash is not `sha256`.
std::unique_ptr<files::NewContent> checkedCopy(std::unique_ptr<files::OpenFile> file, std::string path,
                                               std::string sha256);

} // namespace certwright::plan

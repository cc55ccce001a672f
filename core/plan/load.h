// Why: people give files and folders; what they hold is read once, and what cannot be read is told, not
// fatal.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/check/finding.h"
#include "core/check/material.h"
#include "core/document/object.h"
#include "core/files/file_system.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// Origin tells a file that was named by the person from one that was found in a folder: the first must be
// what it is taken for, the second may be anything.
enum class Origin { Named, Found };

// LoadedFile is one file with what it holds. `slots` are the slots it was given for; none: it is sorted by
// what it holds. `items` may hold opened private keys: whoever owns a LoadedFile owns those.
struct LoadedFile {
    check::SourceFile source;
    std::vector<std::string> slots;
    Origin origin = Origin::Named;
    std::vector<document::Item> items;
};

// Loaded is everything that was read, in the order given, and what could not be.
struct Loaded {
    std::vector<LoadedFile> files;
    check::Findings findings;
};

// Folders and archives are searched this many levels deep, for at most this many files; hidden ones are left
// out. All archives together are unpacked up to this many octets.
inline constexpr int maximumFolderDepth = 4;
inline constexpr std::size_t maximumFoundFiles = 2000;
inline constexpr std::uint64_t maximumUnpackedSize = 256ULL * 1024 * 1024;

// archiveAround returns the file whose name stands before the end of `path`, as a folder's would: the archive
// that `path` leads into. Nothing if `path` exists, or leads nowhere.
std::optional<std::string> archiveAround(const files::FileReader& reader, const std::string& path);

// loadFiles reads the files given for `slots` (slot id to path) and those named in or found below `paths`.
// A zip archive is read like a folder, and "archive.zip/name" is a path like any other; archives within are
// not opened. An archive given for a slot gives its only file of use to it; if it has several they are
// sorted. Symbolic links are followed, and recorded in `source.info`. Findings: FileUnreadable, FileTooLarge,
// FileUnrecognised, PartUnusable, FileDamaged, KeyMalformed, SourceForeign, SourceRepaired (a note),
// ArchiveEncrypted, ArchiveRefused; blockers for named files. A file named twice is read once. The only error is
// Cancelled.
base::Result<Loaded> loadFiles(const files::FileReader& reader,
                               const std::map<std::string, std::string>& slots,
                               const std::vector<std::string>& paths, base::Progress& progress,
                               secret::SecretAccess access);

} // namespace certwright::plan

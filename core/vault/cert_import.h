// Why: a site may insist on the vendor's own importer (SERVICES.md section 1). It copies first and encrypts
// second, and its failures leave files behind; so it works on a copy, and what it makes is taken into a plan.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/files/file_system.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

// CertImportRequest: `root` is absolute and free of symbolic links, all other paths are relative to it.
// `importer` is the program; it is copied too, so that paths which it takes from its own place lead into the
// copy. `serviceFolder` is its working folder. `copies` are files and folders that it reads or changes (the
// config, key stores that exist); not the files of an earlier import, which it does not overwrite. `folders`
// are made empty (0700) where nothing is copied there. `links` are folders that it reads only (its
// libraries). `home` is the variable that names the root to it.
struct CertImportRequest {
    std::string root;
    std::string importer;
    std::string serviceFolder;
    std::vector<std::string> copies;
    std::vector<std::string> folders;
    std::vector<std::string> links = {"lib"};
    std::string home = "MX_SDK_HOME";
    // The owner of the service; where root works for another account the importer is not run.
    std::optional<base::Owner> account = {};
    // What is imported, PEM; `key` is encrypted.
    base::Bytes ca;
    base::Bytes certificate;
    base::Bytes key;
    std::optional<base::Bytes> crl;
    // What is read back afterwards.
    std::vector<std::string> results;
    std::chrono::milliseconds limit{120000};
};

// CertImportRun is how it ended: `signal` 0 for an ordinary end, then `status` counts; `said` the end of what
// it printed. `files` holds each of the results that is there afterwards (key material among them: whoever
// has it wipes it); empty unless status and signal are 0.
struct CertImportRun {
    int status = 0;
    int signal = 0;
    std::string said;
    std::map<std::string, base::Bytes> files;
};

// The longest password that the importer's prompt takes, in characters.
constexpr std::size_t longestImportPassword = 100;

// runCertImport copies, runs the importer with `password` typed at its prompt, reads back and wipes the copy;
// nothing below `root` is written. `workFolders`: best first; those where no program may run are
// passed over. HOME is a folder in the copy; results below it are named "home/…". Errors: InvalidArgument
// (the password is too long or cannot be typed), ProgramMissing, TargetUnsafe (subject: what others can
// change; detail: "owner", "writable" or "symlink"), FileTooLarge (the copies are more than 64 MiB or 2,000
// files), NotSupported (Windows, or root for another account), ProgramFailed (it asked more than twice),
// TimedOut, Cancelled, InputOutput and what reading and writing say.
base::Result<CertImportRun> runCertImport(const CertImportRequest& request,
                                          const secret::SecretBytes& password,
                                          const std::vector<std::string>& workFolders,
                                          files::FileSystem& fileSystem, base::Progress& progress,
                                          secret::SecretAccess access);

} // namespace certwright::vault

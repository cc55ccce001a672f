// Why: after an import its sources are copies of the private key that nobody needs; which of them may go is
// worked out and shown before any goes.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/check/finding.h"
#include "core/document/object.h"
#include "core/files/file_system.h"
#include "core/plan/load.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"

namespace certwright::plan {

// CleanWish: `paths` are files and folders that an import was made from; `keysIn` folders that are searched
// for copies of the installed private key.
struct CleanWish {
    std::vector<std::string> paths;
    std::vector<std::string> keysIn;
};

// CleanFile is a file that will be overwritten and removed. `path` is absolute and free of links; `form` is
// "pem", "der", "pkcs7", "pkcs12" or "overwritten" (only zeros: an earlier clean-up was stopped there);
// `holds` names the kinds of its objects, `about` their subjects.
struct CleanFile {
    std::string path;
    std::string sha256;
    std::uint64_t size = 0;
    std::uint32_t mode = 0;
    std::string form;
    std::vector<std::string> holds;
    std::string about;
};

// CleanUp is what will be removed, what stays and why, and the hashes of the installed files (by path) that
// this was worked out from. Nothing is removed where a finding blocks.
struct CleanUp {
    std::string service;
    std::string root;
    std::vector<CleanFile> files;
    std::map<std::string, std::string> installed;
    check::Findings findings;

    bool applicable() const { return !files.empty() && !check::blocks(findings); }
};

// Opener opens an encrypted key or a container of the file at `path`: its objects; nothing if no password
// fits. Its errors end the planning.
using Opener = std::function<base::Result<std::optional<std::vector<document::Item>>>(
    const document::Item& item, const std::string& path, Origin origin)>;

// planCleanUp decides for each file. It goes if everything in it is installed now: certificates and lists by
// their DER, private keys by their public key (that of the installed certificate, which the caller has proved
// to be the installed key's) or as the very encrypted key that is installed, containers by what is in them,
// and if nothing but such objects is in it. Never a file that the service or Certwright reads, and never an
// archive or anything in one (a file named in one stands for it). Findings: SourceArchive,
// SourceNotInstalled, SourceInstalled, SourceLinked (notes; a link in any component of a named path, or
// several names), FileUnreadable, FileTooLarge and KeyCopyFound (warnings), KeyCopyUnknown and WipeLimits
// (notes); NeedsAsOwner and what readConfig finds. Of a searched folder only copies of the key are told and
// taken. Errors of `open`.
base::Result<CleanUp> planCleanUp(const files::FileReader& reader, const Site& site, const CleanWish& wish,
                                  const Opener& open, secret::SecretAccess access);

} // namespace certwright::plan

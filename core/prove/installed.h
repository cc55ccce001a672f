// Why: verify, proof and unlock all start with the same question: what would the service itself read?
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/document/object.h"
#include "core/files/file_system.h"
#include "core/profile/profile.h"
#include "core/vault/vendor_library.h"

namespace certwright::prove {

// Place is where a service is: the profile (must outlive this), the resolved root and the home folder.
struct Place {
    const profile::Profile* profile = nullptr;
    std::string root;
    std::string home;
    // As plan::Site::vendor.
    vault::VendorLibrary* vendor = nullptr;
};

// InstalledFile is a slot's file as the config names it. `path` is absolute; `content` is missing if it
// cannot be read
// (`error` says why).
struct InstalledFile {
    std::string path;
    std::string configured;
    std::optional<base::FileInfo> info;
    std::optional<base::Bytes> content;
    std::optional<base::Error> error;
    // In place of `content`: what a large list file holds, searched for the installed certificates.
    std::shared_ptr<const document::ParsedFile> lists = {};

    bool isRead() const { return content.has_value() || lists != nullptr; }
};

// Installed is what the service would read, by slot id; slots whose config value is empty or absent are not
// in it.
struct Installed {
    std::string configText;
    std::map<std::string, InstalledFile> files;
    std::string sealedPassphrase;
};

// readInstalled reads config and files. Fails only if the config itself cannot be read (FileNotFound,
// ConfigInvalid …).
base::Result<Installed> readInstalled(const files::FileReader& reader, const Place& place);

} // namespace certwright::prove

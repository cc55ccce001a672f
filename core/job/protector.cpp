// Why: see protector.h.
#include "core/job/protector.h"

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/config_text.h"

namespace certwright::job {

namespace {

// The vendor's numbers for AES128_GCM and AES256_GCM (SERVICES.md section 1).
constexpr std::string_view aes128 = "8";
constexpr std::string_view aes256 = "9";

// algorithmIn reads what the service itself would use; a config that cannot be read is judged elsewhere.
int algorithmIn(const files::FileReader& reader, const profile::Profile& profile, const std::string& root) {
    const std::string path = files::join(root, profile.config.path);
    const auto text = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!text || profile.vendor->algorithmKey.empty())
        return profile.vendor->algorithm;
    const auto value =
        plan::configValue(profile.config.format, base::textOf(*text), profile.vendor->algorithmKey);
    if (!value || (*value != aes128 && *value != aes256))
        return profile.vendor->algorithm;
    return *value == aes128 ? 8 : 9;
}

// What is there but may not be looked at is the library's own business to tell.
bool isThere(const files::FileReader& reader, const std::string& path) {
    const auto info = reader.stat(path, files::Links::Refuse);
    return info || (info.error().code != base::ErrorCode::FileNotFound &&
                    info.error().code != base::ErrorCode::FolderNotRegular);
}

std::optional<base::Owner> ownerOf(const files::FileReader& reader, const std::string& root) {
    const auto info = reader.stat(root, files::Links::Follow);
    return info ? std::optional(info->owner) : std::nullopt;
}

} // namespace

std::string vendorLibraryAt(const Environment& environment, const profile::Profile& profile,
                            const std::string& root) {
    if (!profile.vendor || root.empty() || environment.vendorLibraries == nullptr)
        return {};
    std::string path = files::join(root, profile.vendor->library);
    return isThere(environment.fileSystem, path) ? path : std::string{};
}

base::Result<ProtectorChoice> protectorFor(const Environment& environment, const profile::Profile& profile,
                                           const std::string& root) {
    using vault::Protector;
    ProtectorChoice choice;
    if (environment.protector == Protector::Builtin)
        return choice;
    const bool demanded = environment.protector != Protector::Auto;
    const bool importer = environment.protector == Protector::CertImport;
    if (demanded && (!profile.vendor || (importer && profile.vendor->importer.empty())))
        return base::failure(base::ErrorCode::InvalidArgument, importer ? "certimport" : "kmc", profile.id);
    const std::string path = vendorLibraryAt(environment, profile, root);
    if (path.empty()) {
        if (!demanded)
            return choice;
        const std::string wanted = files::join(root, profile.vendor->library);
        choice.findings.push_back({check::Severity::Blocker, wanted, check::VendorLibraryMissing{wanted}});
        return choice;
    }
    const vault::VendorSettings settings{path, profile.vendor->semaphoreKey, profile.vendor->domain,
                                         algorithmIn(environment.fileSystem, profile, root),
                                         ownerOf(environment.fileSystem, root)};
    choice.library = environment.vendorLibraries->at(settings, environment.progress);
    return choice;
}

} // namespace certwright::job

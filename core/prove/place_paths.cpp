// Why: a config names files relative to one folder, a profile relative to another.
#include "core/prove/place_paths.h"

#include <filesystem>

#include "core/files/path.h"

namespace certwright::prove {

namespace {

// normalPath drops "." and "..", as text: whether a link leads elsewhere is judged when the file is read.
std::string normalPath(const std::string& path) {
    const std::u8string_view utf8(reinterpret_cast<const char8_t*>(path.data()), path.size());
    const std::u8string normal = std::filesystem::path(utf8).lexically_normal().generic_u8string();
    return {normal.begin(), normal.end()};
}

std::string serviceFolder(const profile::Profile& profile, const std::string& root) {
    const std::string& base = profile.config.pathBase;
    return base.empty() || base == "." ? root : files::join(root, base);
}

} // namespace

std::string configuredPath(const profile::Profile& profile, const std::string& root,
                           const std::string& value) {
    return normalPath(files::join(serviceFolder(profile, root), value));
}

std::string targetPath(const std::string& root, const std::string& target) {
    return normalPath(files::join(root, target));
}

std::string targetValue(const profile::Profile& profile, const std::string& target) {
    const std::string& base = profile.config.pathBase;
    return base.empty() || base == "." ? target : files::relativeTo(target, base);
}

std::string serverTrust(const profile::Profile& profile) {
    for (const profile::Slot& slot : profile.slots)
        if (slot.kind == profile::SlotKind::ServerCertificate)
            return slot.trust;
    return {};
}

} // namespace certwright::prove

// Why: a config names files relative to one folder, a profile relative to another.
#include "core/prove/place_paths.h"

#include "core/files/path.h"
#include "core/plan/installed_files.h"

namespace certwright::prove {

std::string configuredPath(const profile::Profile& profile, const std::string& root,
                           const std::string& value) {
    return plan::configuredPath(profile, root, value);
}

std::string targetPath(const std::string& root, const std::string& target) {
    return plan::normalPath(files::join(root, target));
}

std::string targetValue(const profile::Profile& profile, const std::string& root, const std::string& target) {
    if (profile.config.pathForm == profile::PathForm::Absolute)
        return files::join(root, target);
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

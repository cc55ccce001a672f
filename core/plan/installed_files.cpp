// Why: see installed_files.h.
#include "core/plan/installed_files.h"

#include <filesystem>
#include <set>

#include "core/files/path.h"
#include "core/plan/config_text.h"

namespace certwright::plan {

std::string normalPath(const std::string& path) {
    const std::u8string_view utf8(reinterpret_cast<const char8_t*>(path.data()), path.size());
    const std::u8string normal = std::filesystem::path(utf8).lexically_normal().generic_u8string();
    return {normal.begin(), normal.end()};
}

std::string configuredPath(const profile::Profile& profile, const std::string& root,
                           const std::string& value) {
    const std::string& base = profile.config.pathBase;
    const std::string folder = base.empty() || base == "." ? root : files::join(root, base);
    return normalPath(files::join(folder, value));
}

std::vector<Target> installedFiles(const Site& site, std::string_view configText) {
    std::vector<Target> all = targetsOf(site);
    const std::string config = all.back().path;
    std::set<std::string> known{config};
    std::vector<Target> result;
    for (Target& target : all) {
        const profile::Slot* slot = site.profile->slot(target.slot);
        if (target.purpose == Purpose::SlotFile && slot != nullptr) {
            const auto value = configValue(site.profile->config.format, configText, slot->configKey);
            if (value && !value->empty())
                target.path = configuredPath(*site.profile, site.root, *value);
        }
        if (known.insert(target.path).second || target.purpose == Purpose::Config)
            result.push_back(std::move(target));
    }
    return result;
}

} // namespace certwright::plan

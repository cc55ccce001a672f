// Why: what a state consists of, so that restoring it restores all of it.
#include <algorithm>
#include <set>

#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/plan/change_list.h"
#include "core/plan/config_text.h"
#include "core/plan/server_blocks.h"
#include "core/plan/targets.h"

namespace certwright::plan {

namespace {

// The vendor's script may have put a file elsewhere in the service folder: what the config names counts.
std::set<std::string> configuredPaths(const files::FileReader& reader, const Site& site) {
    std::set<std::string> paths;
    const profile::Profile& profile = *site.profile;
    const auto text = reader.read(files::join(site.root, profile.config.path), document::maximumFileSize,
                                  files::Links::Refuse);
    if (!text)
        return paths;
    const std::string folder = files::join(site.root, profile.config.pathBase);
    for (const profile::Slot& slot : profile.slots) {
        const auto value = configValue(profile.config.format, base::textOf(*text), slot.configKey);
        if (!value || value->empty())
            continue;
        const auto path = reader.resolve(files::join(folder, *value));
        if (path && files::isBelow(*path, site.root))
            paths.insert(*path);
    }
    return paths;
}

} // namespace

bool holdsClearKey(const files::FileReader& reader, const std::string& path, secret::SecretAccess access) {
    auto content = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!content)
        return false;
    const bool found = holdsClearKey(*content, access);
    base::wipe(*content);
    return found;
}

std::vector<KeptPath> keptPathsOf(const files::FileReader& reader, const Site& site,
                                  secret::SecretAccess access) {
    std::vector<KeptPath> kept;
    std::set<std::string> known;
    const auto add = [&](const std::string& path) {
        // What lies behind a link is somebody else's.
        const std::string parent = files::parentOf(path);
        if (!known.insert(path).second || reader.resolve(parent).value_or(parent) != parent)
            return;
        const bool clear = holdsClearKey(reader, path, access);
        kept.push_back({path, KeptKind::File, clear ? Keeping::Transient : Keeping::Stored});
    };
    for (const profile::Folder& folder : site.profile->folders)
        kept.push_back({files::join(site.root, folder.path), KeptKind::Folder, Keeping::Stored});
    for (const Target& target : targetsOf(site))
        add(target.path);
    for (const std::string& path : configuredPaths(reader, site))
        add(path);
    for (const std::string& path : takingFiles(reader, site))
        add(path);
    return kept;
}

void keepState(const files::FileReader& reader, const Site& site, Plan& plan, secret::SecretAccess access) {
    plan.kept = keptPathsOf(reader, site, access);
    for (const Change& change : plan.changes)
        if (change.purpose == Purpose::ConfigInclude &&
            std::ranges::find(plan.kept, change.path, &KeptPath::path) == plan.kept.end())
            plan.kept.push_back({change.path, KeptKind::File, Keeping::Stored});
    for (KeptPath& kept : plan.kept)
        for (const Change& change : plan.changes)
            if (change.kind == ChangeKind::WriteFile && change.path == kept.path)
                kept.keeping = holdsClearKey(change.content, access) ? Keeping::Transient : Keeping::Stored;
}

} // namespace certwright::plan

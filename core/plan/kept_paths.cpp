// Why: what a state consists of, so that restoring it restores all of it.
#include <algorithm>
#include <set>

#include "core/document/crl_file.h"
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

// mayHoldClearKey looks for a key's PEM label in a file that is too large to be parsed: large lists, with
// which somebody may have put a key all the same. One that is encrypted within a traditional label counts
// too.
bool mayHoldClearKey(const files::OpenFile& file) {
    constexpr std::string_view label = "PRIVATE KEY-----";
    constexpr std::string_view harmless = "ENCRYPTED ";
    base::Bytes octets(std::size_t{64} * 1024);
    bool found = false;
    std::size_t held = 0; // of the piece before: as much as a label that it cuts, and what stands before that
    for (std::uint64_t at = 0; !found;) {
        const auto count = file.readAt(at, std::span(octets).subspan(held));
        if (!count || *count == 0)
            break;
        at += *count;
        const std::string_view text = base::textOf(base::ByteView(octets).first(held + *count));
        for (auto place = text.find(label); place != std::string_view::npos && !found;
             place = text.find(label, place + 1))
            found = place + label.size() > held && !text.substr(0, place).ends_with(harmless);
        const std::size_t kept = std::min(text.size(), label.size() + harmless.size());
        std::copy_n(octets.begin() + static_cast<std::ptrdiff_t>(text.size() - kept), kept, octets.begin());
        held = kept;
    }
    base::wipe(octets);
    return found;
}

} // namespace

bool holdsClearKey(const files::FileReader& reader, const std::string& path, secret::SecretAccess access) {
    auto content = reader.read(path, document::maximumFileSize, files::Links::Refuse);
    if (!content && content.error().code == base::ErrorCode::FileTooLarge) {
        const auto file = reader.open(path, document::maximumStreamedSize, files::Links::Refuse);
        return file && mayHoldClearKey(**file);
    }
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

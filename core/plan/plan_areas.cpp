// Why: what every planner says of a plan as a whole.
#include <algorithm>
#include <map>

#include "core/files/path.h"
#include "core/plan/import_planner.h"

namespace certwright::plan {

namespace {

// For journal, folders and blocks that are not full, in each area.
constexpr std::uint64_t spareOctets = 256ULL * 1024;

bool keepsCopy(const Change& change) {
    return change.before && (change.kind == ChangeKind::WriteFile || change.kind == ChangeKind::RemoveFile);
}

// Needs are what the areas will take: new content where it goes, copies of the old in the first one, and room
// for the largest old file to be put back beside its place.
std::vector<std::uint64_t> needsOf(const files::FileReader& reader, const Plan& plan) {
    std::vector<std::uint64_t> needs(plan.areas.size(), spareOctets);
    std::vector<std::uint64_t> largest(plan.areas.size(), 0);
    for (const Change& change : plan.changes) {
        std::size_t area = 0;
        for (std::size_t i = 1; i < plan.areas.size(); ++i)
            if (files::isBelow(change.path, plan.areas[i].base))
                area = i;
        needs[area] += change.size();
        if (!keepsCopy(change))
            continue;
        const auto info = reader.stat(change.path, files::Links::Refuse);
        const std::uint64_t size = info ? info->size : 0;
        needs.front() += size;
        largest[area] = std::max(largest[area], size);
    }
    for (std::size_t i = 0; i < needs.size(); ++i)
        needs[i] += largest[i];
    // The state after it is stored whole.
    for (const KeptPath& kept : plan.kept) {
        const auto change = std::find_if(plan.changes.begin(), plan.changes.end(),
                                         [&kept](const Change& it) { return it.path == kept.path; });
        const auto info = reader.stat(kept.path, files::Links::Refuse);
        if (change != plan.changes.end() && !change->content.empty())
            needs.front() += change->content.size();
        else if (info && info->kind == base::FileKind::Regular)
            needs.front() += info->size;
    }
    return needs;
}

} // namespace

std::vector<Area> planAreas(const Site& site) {
    std::vector<Area> areas{{site.root, stateFolderOf(site.root)}};
    if (!site.home.empty())
        areas.push_back({homeFolderOf(site), stateFolderOf(homeFolderOf(site))});
    return areas;
}

void judgeSpace(const files::FileReader& reader, Plan& plan) {
    const auto needs = needsOf(reader, plan);
    std::map<std::uint64_t, std::uint64_t> onDevice;
    for (std::size_t i = 0; i < plan.areas.size(); ++i) {
        // The folder may be one that the plan makes itself.
        const std::string& base = plan.areas[i].base;
        const bool there = reader.stat(base, files::Links::Refuse).has_value();
        const std::string folder = there ? base : files::parentOf(base);
        const auto info = reader.stat(folder, files::Links::Refuse);
        const auto available = reader.freeSpace(folder);
        if (!info || !available)
            continue;
        const std::uint64_t needed = onDevice[info->device] += needs[i];
        if (*available < needed) {
            plan.findings.push_back(
                {check::Severity::Blocker, folder, check::DiskSpace{folder, needed, *available}});
        }
    }
}

void tellReplaced(Plan& plan) {
    check::TargetReplaced replaced;
    for (const Change& change : plan.changes) {
        const bool counts = change.purpose == Purpose::SlotFile || change.purpose == Purpose::KeyBackup ||
                            change.purpose == Purpose::KeyHash;
        if (counts && change.kind == ChangeKind::WriteFile && change.before)
            replaced.paths.push_back(change.path);
    }
    if (replaced.paths.empty())
        return;
    const std::string first = replaced.paths.front();
    plan.findings.push_back({check::Severity::Note, first, std::move(replaced)});
}

bool configUnchanged(const Plan& plan, std::string_view text) {
    return std::all_of(plan.changes.begin(), plan.changes.end(), [text](const Change& change) {
        return change.purpose != Purpose::Config || !change.before ||
               change.before->sha256 == contentHash(base::viewOf(text));
    });
}

void wipePlan(Plan& plan) {
    for (Change& change : plan.changes)
        base::wipe(change.content);
}

Plan withoutKeyMaterial(const Plan& plan) {
    Plan copy;
    copy.operation = plan.operation;
    copy.restores = plan.restores;
    copy.exchanges = plan.exchanges;
    copy.kept = plan.kept;
    copy.service = plan.service;
    copy.root = plan.root;
    copy.areas = plan.areas;
    copy.configDifference = plan.configDifference;
    copy.findings = plan.findings;
    for (const Change& change : plan.changes) {
        const bool isStore =
            change.purpose == Purpose::KeyStorePrimary || change.purpose == Purpose::KeyStoreStandby;
        copy.changes.push_back({change.kind, change.purpose, change.slot, change.path, change.mode,
                                change.owner, change.before, isStore ? base::Bytes{} : change.content,
                                change.sha256, change.about, change.beforeAbout, change.placement,
                                change.keeping, change.large});
    }
    return copy;
}

} // namespace certwright::plan

// Why: what every planner says of a plan as a whole.
#include <algorithm>

#include "core/files/path.h"
#include "core/plan/import_planner.h"

namespace certwright::plan {

namespace {

// For journal, folders and blocks that are not full.
constexpr std::uint64_t spareOctets = 64ULL * 1024;

std::uint64_t neededIn(const files::FileReader& reader, const Area& area, const Plan& plan) {
    std::uint64_t needed = spareOctets;
    for (const Change& change : plan.changes) {
        if (!files::isBelow(change.path, area.base))
            continue;
        needed += change.content.size();
        if (change.before && change.purpose != Purpose::ServiceFolder) {
            const auto info = reader.stat(change.path, files::Links::Refuse);
            needed += info ? info->size : 0;
        }
    }
    return needed;
}

} // namespace

std::vector<Area> planAreas(const Site& site) {
    std::vector<Area> areas{{site.root, stateFolderOf(site.root)}};
    if (!site.home.empty())
        areas.push_back({homeFolderOf(site), stateFolderOf(homeFolderOf(site))});
    return areas;
}

void judgeSpace(const files::FileReader& reader, Plan& plan) {
    for (const Area& area : plan.areas) {
        // The folder may be one that the plan makes itself.
        const bool there = reader.stat(area.base, files::Links::Refuse).has_value();
        const std::string folder = there ? area.base : files::parentOf(area.base);
        const auto available = reader.freeSpace(folder);
        const std::uint64_t needed = neededIn(reader, area, plan);
        if (available && *available < needed) {
            plan.findings.push_back(
                {check::Severity::Blocker, folder, check::DiskSpace{folder, needed, *available}});
        }
    }
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

} // namespace certwright::plan

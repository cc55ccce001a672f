// Why: see exchanges.h.
#include "core/plan/exchanges.h"

#include <algorithm>

#include "core/files/path.h"

namespace certwright::plan {

namespace {

bool changesFile(const Change& change) {
    return change.kind == ChangeKind::WriteFile || change.kind == ChangeKind::RemoveFile;
}

bool changesFileIn(const Change& change, const std::string& folder) {
    const bool modeOfFile = change.kind == ChangeKind::SetMode && change.path != folder;
    return (changesFile(change) || modeOfFile) && files::parentOf(change.path) == folder;
}

int countOf(const Plan& plan, auto counts) {
    return static_cast<int>(std::count_if(plan.changes.begin(), plan.changes.end(), counts));
}

// FolderSwap answers for one folder whether its files can change together.
class FolderSwap {
  public:
    FolderSwap(const files::FileReader& reader, const Plan& plan, const std::string& folder)
        : m_reader(reader)
        , m_plan(plan)
        , m_folder(folder) {}

    // reason is why not, empty if they can; then `carried` are the names of the files that stay.
    std::string reason(const base::FileInfo& info) {
        if (!onExchangingVolume(info))
            return "file-system";
        if (changesItsMode())
            return "mode";
        if (wantsTwoSteps())
            return "rule";
        return holdsPlainFilesOnly(info) ? "" : "contents";
    }

    std::vector<std::string> takeCarried() { return std::move(m_carried); }

  private:
    // A folder that another file system is mounted on cannot leave its place.
    bool onExchangingVolume(const base::FileInfo& info) const {
        const auto volume = m_reader.volume(m_folder);
        const auto parent = m_reader.stat(files::parentOf(m_folder), files::Links::Refuse);
        return volume && volume->exchanges && parent && parent->device == info.device;
    }

    bool changesItsMode() const {
        return std::ranges::any_of(m_plan.changes,
                                   [this](const Change& change) { return change.path == m_folder; });
    }

    bool wantsTwoSteps() const {
        return std::ranges::any_of(m_plan.changes, [this](const Change& change) {
            return change.placement == Placement::RemoveFirst && changesFileIn(change, m_folder);
        });
    }

    bool holdsPlainFilesOnly(const base::FileInfo& folder) {
        const auto names = m_reader.list(m_folder);
        const auto accessList = m_reader.hasAccessList(m_folder);
        if (!names || !accessList || *accessList)
            return false;
        for (const std::string& name : *names) {
            const std::string path = files::join(m_folder, name);
            const auto info = m_reader.stat(path, files::Links::Refuse);
            if (!info || info->kind != base::FileKind::Regular || info->links != 1 ||
                info->owner.user != folder.owner.user)
                return false;
            const bool changed = std::ranges::any_of(
                m_plan.changes, [&path](const Change& change) { return change.path == path; });
            if (!changed)
                m_carried.push_back(name);
        }
        return std::ranges::none_of(m_plan.changes, [this](const Change& change) {
            return change.kind == ChangeKind::MakeFolder && files::isBelow(change.path, m_folder);
        });
    }

    const files::FileReader& m_reader;
    const Plan& m_plan;
    const std::string& m_folder;
    std::vector<std::string> m_carried;
};

void tell(Plan& plan, const std::string& folder, int count, std::string reason) {
    plan.findings.push_back(
        {check::Severity::Warning, folder, check::SwapStepwise{folder, count, std::move(reason)}});
}

void planFolder(const files::FileReader& reader, const std::string& folder, Plan& plan) {
    const auto info = reader.stat(folder, files::Links::Refuse);
    const int inside =
        countOf(plan, [&folder](const Change& change) { return changesFileIn(change, folder); });
    // Where there is no folder yet, nobody reads in it.
    if (inside == 0 || !info || info->kind != base::FileKind::Folder)
        return;
    const int outside = countOf(plan, [&folder](const Change& change) {
        return changesFile(change) && files::parentOf(change.path) != folder;
    });
    FolderSwap swap(reader, plan, folder);
    if (auto reason = swap.reason(*info); !reason.empty()) {
        if (inside + outside > 1)
            tell(plan, folder, inside + outside, std::move(reason));
        return;
    }
    plan.exchanges.push_back({folder, swap.takeCarried()});
    plan.findings.push_back({check::Severity::Note, folder, check::SwapInOneStep{folder}});
    if (outside > 0)
        tell(plan, folder, outside, "places");
}

} // namespace

void planExchanges(const files::FileReader& reader, const Site& site, Plan& plan) {
    const bool replaces = std::ranges::any_of(
        plan.changes, [](const Change& change) { return changesFile(change) && change.before; });
    if (!replaces)
        return;
    for (const profile::Folder& folder : site.profile->folders)
        planFolder(reader, files::join(site.root, folder.path), plan);
}

} // namespace certwright::plan

// Why: every check that stands between a plan and somebody else's file.
#include "core/apply/safety.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/apply/stored.h"
#include "core/files/path.h"

namespace certwright::apply {

using base::ErrorCode;
using base::FileInfo;
using base::FileKind;
using base::Status;
using files::Links;
using plan::ChangeKind;

namespace {

constexpr std::uint32_t writableByOthers = 0022;
constexpr std::uint32_t fileModes = 0777;
constexpr std::uint64_t bookkeeping = 256 * 1024;

// mayBeOwner: ours, or that of the account which root writes for.
bool mayBeOwner(const files::FileReader& reader, const Step& step, const base::Owner& owner) {
    const std::uint32_t self = reader.self().user;
    return owner.user == self || (self == 0 && step.owner && step.owner->user == owner.user);
}

// mendsOwner: giving a file its right owner is what root repairs.
bool mendsOwner(const files::FileReader& reader, const Journal& journal, const Step& step) {
    return journal.operation == plan::Operation::Repair && reader.self().user == 0 && step.owner &&
           step.isFile();
}

// planNarrows tells whether the plan takes the right to write from others before it goes below `folder`.
bool planNarrows(const Journal& journal, const std::string& folder) {
    return std::any_of(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
        return step.kind == ChangeKind::SetMode && step.path == folder && (step.mode & writableByOthers) == 0;
    });
}

bool planMakes(const Journal& journal, const std::string& folder) {
    const bool asArea = std::any_of(journal.areas.begin(), journal.areas.end(), [&](const JournalArea& area) {
        return area.madeBase && area.base == folder;
    });
    return asArea || std::any_of(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
               return step.kind == ChangeKind::MakeFolder && step.path == folder;
           });
}

// foldersAbove lists the folders from the area's base down to the one that holds the step's path.
std::vector<std::string> foldersAbove(const Journal& journal, const Step& step) {
    const std::string& base = journal.areas[step.area].base;
    std::vector<std::string> folders;
    for (std::string path = step.path; path != base && path.size() > base.size();) {
        path = files::parentOf(path);
        folders.push_back(path);
    }
    std::reverse(folders.begin(), folders.end());
    return folders;
}

Status checkFolder(const files::FileReader& reader, const Journal& journal, const Step& step,
                   const std::string& path, const FileInfo& info) {
    if (info.kind != FileKind::Folder)
        return base::failure(ErrorCode::TargetUnsafe, path, "no folder, or a symbolic link");
    if (!mayBeOwner(reader, step, info.owner))
        return base::failure(ErrorCode::TargetUnsafe, path, "belongs to another account");
    if ((info.mode & writableByOthers) != 0 && !planNarrows(journal, path))
        return base::failure(ErrorCode::TargetUnsafe, path, "group or others may write");
    return {};
}

// checkParents returns whether all folders above the target are there.
base::Result<bool> checkParents(const files::FileReader& reader, const Journal& journal, const Step& step) {
    std::optional<std::uint64_t> device;
    for (const std::string& folder : foldersAbove(journal, step)) {
        const auto info = reader.stat(folder, Links::Refuse);
        if (!info && info.error().code != ErrorCode::FileNotFound)
            return tl::unexpected<base::Error>(info.error());
        if (!info && planMakes(journal, folder))
            return false;
        if (!info)
            return base::failure(ErrorCode::FileChanged, folder, "missing");
        if (auto status = checkFolder(reader, journal, step, folder, *info); !status)
            return tl::unexpected<base::Error>(std::move(status.error()));
        if (device.value_or(info->device) != info->device)
            return base::failure(ErrorCode::TargetUnsafe, folder, "on another file system");
        device = info->device;
    }
    return true;
}

base::Result<std::optional<FileInfo>> lookAt(const files::FileReader& reader, const std::string& path) {
    const auto info = reader.stat(path, Links::Refuse);
    if (info)
        return std::optional<FileInfo>(*info);
    if (info.error().code == ErrorCode::FileNotFound)
        return std::optional<FileInfo>();
    return tl::unexpected<base::Error>(info.error());
}

Status checkExisting(const files::FileReader& reader, const Journal& journal, const Step& step,
                     const FileInfo& info) {
    const bool file = info.kind == FileKind::Regular;
    if (!file && (info.kind != FileKind::Folder || step.kind != ChangeKind::SetMode))
        return base::failure(ErrorCode::TargetUnsafe, step.path, "no regular file");
    const plan::Before before = step.before.value_or(plan::Before{});
    if (file && (info.links != before.links || info.mode > fileModes))
        return base::failure(ErrorCode::TargetUnsafe, step.path, "hard links, or a special mode");
    if (!mayBeOwner(reader, step, info.owner) && !mendsOwner(reader, journal, step))
        return base::failure(ErrorCode::TargetUnsafe, step.path, "belongs to another account");
    if (info.mode != before.mode || info.owner != before.owner || file == before.sha256.empty())
        return base::failure(ErrorCode::FileChanged, step.path, "mode, owner or kind");
    if (!file)
        return {};
    const auto hash = hashAt(reader, step.path);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    if (*hash != before.sha256)
        return base::failure(ErrorCode::FileChanged, step.path, "content");
    return {};
}

// storedSize is about what the state after the transaction takes in the history.
std::uint64_t storedSize(const files::FileReader& reader, const Journal& journal, const plan::Plan& plan) {
    std::uint64_t size = 0;
    for (const plan::KeptPath& kept : journal.kept) {
        const auto change =
            std::find_if(plan.changes.begin(), plan.changes.end(), [&kept](const plan::Change& it) {
                return it.path == kept.path && it.kind == ChangeKind::WriteFile;
            });
        const auto info = reader.stat(kept.path, Links::Refuse);
        if (change != plan.changes.end())
            size += change->size();
        else if (info && info->kind == FileKind::Regular)
            size += info->size;
    }
    return size;
}

std::string nearestExisting(const files::FileReader& reader, std::string path) {
    while (!reader.stat(path, Links::Follow) && files::parentOf(path) != path)
        path = files::parentOf(path);
    return path;
}

Status surveyState(const files::FileReader& reader, const JournalArea& area, const FileInfo& info) {
    const auto base = reader.stat(area.base, Links::Refuse);
    const std::uint32_t self = reader.self().user;
    const bool ours = info.owner.user == self || (self == 0 && base && base->owner.user == info.owner.user);
    if (info.kind != FileKind::Folder || !ours || (info.mode & writableByOthers) != 0)
        return base::failure(ErrorCode::TargetUnsafe, area.state);
    return {};
}

} // namespace

Status surveyAreas(const files::FileReader& reader, Journal& journal) {
    for (std::size_t i = 0; i < journal.areas.size(); ++i) {
        JournalArea& area = journal.areas[i];
        const bool used = i == 0 || std::any_of(journal.steps.begin(), journal.steps.end(),
                                                [i](const Step& step) { return step.area == i; });
        if (!used)
            continue;
        const auto base = lookAt(reader, area.base);
        if (!base)
            return tl::unexpected<base::Error>(base.error());
        const auto state = lookAt(reader, area.state);
        if (!state)
            return tl::unexpected<base::Error>(state.error());
        if (*state)
            if (auto status = surveyState(reader, area, **state); !status)
                return status;
        if (i == 0 && !*base)
            return base::failure(ErrorCode::FileNotFound, area.base);
        area.madeBase = !*base;
        area.madeState = i != 0 && !*state;
    }
    return {};
}

Status checkStep(const files::FileReader& reader, const Journal& journal, const Step& step) {
    const auto complete = checkParents(reader, journal, step);
    if (!complete)
        return tl::unexpected<base::Error>(complete.error());
    base::Result<std::optional<FileInfo>> found = std::optional<FileInfo>();
    if (*complete)
        found = lookAt(reader, step.path);
    if (!found)
        return tl::unexpected<base::Error>(std::move(found.error()));
    if (!*found && step.before)
        return base::failure(ErrorCode::FileChanged, step.path, "missing");
    if (!*found)
        return {};
    if (step.before)
        return checkExisting(reader, journal, step, **found);
    const JournalArea& area = journal.areas[step.area];
    if (step.kind == ChangeKind::MakeFolder && area.madeBase && area.base == step.path)
        return checkFolder(reader, journal, step, step.path, **found); // made while staging
    return base::failure((*found)->kind == FileKind::Symlink ? ErrorCode::TargetUnsafe
                                                             : ErrorCode::FileChanged,
                         step.path, "appeared");
}

Status checkSteps(const files::FileReader& reader, const Journal& journal) {
    for (const Step& step : journal.steps)
        if (auto status = checkStep(reader, journal, step); !status)
            return status;
    return {};
}

Status checkWay(const files::FileReader& reader, const Journal& journal, const Step& step) {
    for (const std::string& folder : foldersAbove(journal, step)) {
        const auto info = lookAt(reader, folder);
        if (!info)
            return tl::unexpected<base::Error>(info.error());
        if (!*info)
            return {};
        if ((*info)->kind != FileKind::Folder)
            return base::failure(ErrorCode::TargetUnsafe, folder, "no folder, or a symbolic link");
    }
    return {};
}

Status checkSpace(const files::FileReader& reader, const Journal& journal, const plan::Plan& plan) {
    std::vector<std::uint64_t> wanted(journal.areas.size(), bookkeeping);
    std::vector<std::uint64_t> largest(journal.areas.size(), 0);
    for (std::size_t i = 0; i < journal.steps.size(); ++i) {
        const Step& step = journal.steps[i];
        wanted[step.area] += plan.changes[i].size();
        if (!step.before || step.kind == ChangeKind::SetMode)
            continue;
        const auto info = reader.stat(step.path, Links::Refuse);
        const std::uint64_t size = info ? info->size : 0;
        wanted[0] += size;
        largest[step.area] = std::max(largest[step.area], size);
    }
    wanted[0] += storedSize(reader, journal, plan);
    std::map<std::uint64_t, std::uint64_t> onDevice;
    for (std::size_t i = 0; i < journal.areas.size(); ++i) {
        const std::string folder = nearestExisting(reader, journal.areas[i].base);
        const auto info = reader.stat(folder, Links::Follow);
        const auto free = reader.freeSpace(folder);
        if (!info || !free)
            return tl::unexpected<base::Error>(info ? free.error() : info.error());
        onDevice[info->device] += wanted[i] + largest[i];
        if (*free < onDevice[info->device])
            return base::failure(ErrorCode::DiskFull, journal.areas[i].base);
    }
    return {};
}

base::Result<std::optional<std::string>> hashAt(const files::FileReader& reader, const std::string& path) {
    const auto file = reader.open(path, mostStored, Links::Refuse);
    if (!file && file.error().code == ErrorCode::FileNotFound)
        return std::optional<std::string>();
    if (!file)
        return tl::unexpected<base::Error>(file.error());
    auto hash = plan::contentHash(**file);
    if (!hash)
        return tl::unexpected<base::Error>(std::move(hash.error()));
    return std::optional<std::string>(std::move(*hash));
}

} // namespace certwright::apply

// Why: new content with its final mode, and hash-checked copies of the old, on the disk before the journal
// says "applying".
#include "core/apply/staging.h"

#include <algorithm>

#include "core/apply/exchange.h"
#include "core/apply/layout.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using plan::ChangeKind;

namespace {

constexpr std::uint32_t folderMode = 0700;

enum class Made { New, WasThere };

base::Result<Made> makeIfMissing(files::FileSystem& fileSystem, const std::string& path,
                                 const std::optional<base::Owner>& owner) {
    const auto made = fileSystem.makeFolder(path, folderMode, owner);
    if (made)
        return Made::New;
    if (made.error().code == ErrorCode::FileExists)
        return Made::WasThere;
    return tl::unexpected<base::Error>(made.error());
}

bool keepsBackup(const Step& step) {
    return step.before && step.kind != ChangeKind::SetMode;
}

// makeAreaFolders makes what surveyAreas found missing, the base as the plan wants it.
Status makeAreaFolders(files::FileSystem& fileSystem, const Journal& journal) {
    for (const JournalArea& area : journal.areas) {
        const auto planned = std::find_if(journal.steps.begin(), journal.steps.end(), [&](const Step& step) {
            return step.kind == ChangeKind::MakeFolder && step.path == area.base;
        });
        const bool found = planned != journal.steps.end();
        if (area.madeBase)
            if (auto made = fileSystem.makeFolder(area.base, found ? planned->mode : folderMode,
                                                  found ? planned->owner : std::nullopt);
                !made)
                return made;
        if (area.madeState)
            if (auto made = fileSystem.makeFolder(area.state, folderMode, std::nullopt); !made)
                return made;
    }
    return {};
}

Status makeFolders(files::FileSystem& fileSystem, const Journal& journal) {
    const std::string& state = journal.stateFolder();
    if (auto made = fileSystem.makeFolder(stagingFolder(journal, 0), folderMode, std::nullopt); !made)
        return made;
    const auto owner = stateOwner(fileSystem, journal);
    if (auto made = fileSystem.makeFolder(historyFolder(state, journal.id), folderMode, owner); !made)
        return made;
    return makeAreaFolders(fileSystem, journal);
}

// backUp copies what stands at a step's target, with no wider mode than it has there.
Status backUp(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    auto file = fileSystem.open(step.path, mostStored, files::Links::Refuse);
    if (!file)
        return tl::unexpected<base::Error>(std::move(file.error()));
    const plan::Before before = step.before.value_or(plan::Before{});
    const auto content = plan::checkedCopy(std::move(*file), step.path, before.sha256);
    return fileSystem.writeNewFrom(
        backupPath(journal, index), *content, before.mode,
        before.owner == fileSystem.self() ? std::nullopt : std::optional<base::Owner>(before.owner));
}

Status stageStep(files::FileSystem& fileSystem, const Journal& journal, const plan::Plan& plan,
                 std::size_t index) {
    const Step& step = journal.steps[index];
    if (keepsBackup(step))
        if (auto kept = backUp(fileSystem, journal, index); !kept)
            return kept;
    if (step.kind != ChangeKind::WriteFile)
        return {};
    const plan::Change& change = plan.changes[index];
    if (!change.large)
        return fileSystem.writeNew(stagedPath(journal, index), change.content, step.mode, step.owner);
    const auto content = change.large->open(fileSystem);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    return fileSystem.writeNewFrom(stagedPath(journal, index), **content, step.mode, step.owner);
}

Status removeAll(files::FileSystem& fileSystem, const std::vector<std::string>& paths) {
    for (const std::string& path : paths)
        if (auto removed = fileSystem.remove(path);
            !removed && removed.error().code != ErrorCode::FileNotFound)
            return removed;
    return {};
}

// dropFolder removes a folder of ours; first, since it is mostly empty, then again without `names`. What
// others put into it stays.
Status dropFolder(files::FileSystem& fileSystem, const std::string& folder,
                  const std::vector<std::string>& paths) {
    const auto settled = [](const Status& status) {
        return status || status.error().code == ErrorCode::FileNotFound;
    };
    Status dropped = fileSystem.removeFolder(folder);
    if (settled(dropped))
        return {};
    if (dropped.error().code != ErrorCode::FileExists)
        return dropped;
    if (auto removed = removeAll(fileSystem, paths); !removed)
        return removed;
    dropped = fileSystem.removeFolder(folder);
    if (settled(dropped) || dropped.error().code == ErrorCode::FileExists)
        return {};
    return dropped;
}

} // namespace

std::optional<base::Owner> stateOwner(const files::FileReader& reader, const Journal& journal) {
    const auto base = reader.stat(journal.areas.front().base, files::Links::Refuse);
    if (!base || reader.self().user != 0 || base->owner.user == 0)
        return std::nullopt;
    return base->owner;
}

Status openState(files::FileSystem& fileSystem, const Journal& journal) {
    const std::string& state = journal.stateFolder();
    const auto owner = stateOwner(fileSystem, journal);
    bool isNew = false;
    for (const std::string& folder : {state, stagingParent(state), historyParent(state)}) {
        const auto made = makeIfMissing(fileSystem, folder, owner);
        if (!made)
            return tl::unexpected<base::Error>(made.error());
        isNew = isNew || *made == Made::New;
    }
    return isNew ? fileSystem.syncFolder(journal.areas.front().base) : Status();
}

Status stage(files::FileSystem& fileSystem, const Journal& journal, const plan::Plan& plan,
             base::Progress& progress) {
    if (auto made = makeFolders(fileSystem, journal); !made)
        return made;
    if (auto made = stageSets(fileSystem, journal); !made)
        return made;
    const int total = static_cast<int>(journal.steps.size());
    for (std::size_t i = 0; i < journal.steps.size(); ++i) {
        progress.enter(base::Step::Stage, static_cast<int>(i), total);
        if (progress.cancelled())
            return base::failure(ErrorCode::Cancelled);
        if (auto staged = stageStep(fileSystem, journal, plan, i); !staged)
            return staged;
    }
    if (auto synced = syncSets(fileSystem, journal); !synced)
        return synced;
    // Only what the way back needs must be found again after a power cut: the backups. Staged files are
    // durable themselves, and their names do not matter before they are renamed.
    const std::string& state = journal.stateFolder();
    for (const std::string& folder : {historyFolder(state, journal.id), historyParent(state)})
        if (auto synced = fileSystem.syncFolder(folder); !synced)
            return synced;
    return {};
}

Status clearStaging(files::FileSystem& fileSystem, const Journal& journal) {
    if (auto dropped = dropSets(fileSystem, journal); !dropped)
        return dropped;
    for (std::size_t area = 0; area < journal.areas.size(); ++area) {
        std::vector<std::string> paths;
        for (std::size_t i = 0; i < journal.steps.size(); ++i) {
            if (journal.steps[i].area != area)
                continue;
            if (!journal.steps[i].exchange)
                paths.push_back(stagedPath(journal, i));
            paths.push_back(returnPath(journal, i));
        }
        const bool ours = area == 0 || journal.areas[area].madeState;
        auto cleared =
            ours ? dropFolder(fileSystem, stagingFolder(journal, area), paths) : removeAll(fileSystem, paths);
        if (!cleared)
            return cleared;
    }
    return {};
}

Status dropMadeBases(files::FileSystem& fileSystem, const Journal& journal) {
    for (const JournalArea& area : journal.areas)
        if (area.madeBase)
            if (auto dropped = dropFolder(fileSystem, area.base, {}); !dropped)
                return dropped;
    return {};
}

Status wipeTransient(files::FileSystem& fileSystem, const Journal& journal) {
    for (std::size_t i = 0; i < journal.steps.size(); ++i)
        if (keepsBackup(journal.steps[i]) && journal.steps[i].keeping == plan::Keeping::Transient)
            if (auto wiped = wipeFile(fileSystem, backupPath(journal, i)); !wiped)
                return wiped;
    return {};
}

Status dropHistory(files::FileSystem& fileSystem, const Journal& journal) {
    if (auto wiped = wipeTransient(fileSystem, journal); !wiped)
        return wiped;
    // A state and an entry are there if settling failed half way.
    const std::string entry = entryPath(journal.stateFolder(), journal.id);
    std::vector<std::string> paths{entry + ".new", entry, statePath(journal.stateFolder(), journal.id)};
    for (std::size_t i = 0; i < journal.steps.size(); ++i)
        if (keepsBackup(journal.steps[i]))
            paths.push_back(backupPath(journal, i));
    return dropFolder(fileSystem, historyFolder(journal.stateFolder(), journal.id), paths);
}

} // namespace certwright::apply

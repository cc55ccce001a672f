// Why: the short time in which targets are neither all old nor all new; nothing happens here that could have
// happened before.
#include <algorithm>
#include <set>

#include "core/apply/layout.h"
#include "core/apply/safety.h"
#include "core/apply/touched.h"
#include "core/apply/undo.h"

namespace certwright::apply {

using base::Status;
using plan::ChangeKind;

namespace {

Status doStep(files::FileSystem& fileSystem, const Journal& journal, std::size_t index) {
    const Step& step = journal.steps[index];
    const JournalArea& area = journal.areas[step.area];
    switch (step.kind) {
    case ChangeKind::WriteFile:
        return fileSystem.replace(stagedPath(journal, index), step.path);
    case ChangeKind::RemoveFile:
        return fileSystem.remove(step.path);
    case ChangeKind::MakeFolder:
        if (area.madeBase && area.base == step.path) // made while staging
            return {};
        return fileSystem.makeFolder(step.path, step.mode, step.owner);
    case ChangeKind::SetMode:
        return fileSystem.setMode(step.path, step.mode);
    }
    return {};
}

} // namespace

std::vector<std::string> touchedFolders(const Journal& journal) {
    std::set<std::string> folders;
    for (const JournalArea& area : journal.areas)
        if (area.madeBase)
            folders.insert(files::parentOf(area.base));
    for (const Step& step : journal.steps) {
        const bool folderMode =
            step.kind == ChangeKind::SetMode && step.before && step.before->sha256.empty();
        folders.insert(folderMode ? step.path : files::parentOf(step.path));
    }
    return {folders.begin(), folders.end()};
}

Status carryOut(files::FileSystem& fileSystem, const Journal& journal, base::Progress& progress,
                std::size_t& attempted) {
    const int total = static_cast<int>(journal.steps.size());
    for (attempted = 0; attempted < journal.steps.size();) {
        progress.enter(base::Step::Swap, static_cast<int>(attempted), total);
        if (auto safe = checkStep(fileSystem, journal, journal.steps[attempted]); !safe)
            return safe;
        if (auto done = doStep(fileSystem, journal, attempted++); !done)
            return done;
    }
    for (const std::string& folder : touchedFolders(journal))
        if (auto synced = fileSystem.syncFolder(folder); !synced)
            return synced;
    return {};
}

} // namespace certwright::apply

// Why: the short time in which targets are neither all old nor all new; nothing happens here that could have
// happened before.
#include <map>
#include <set>

#include "core/apply/exchange.h"
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
        if (step.placement == plan::Placement::RemoveFirst && step.before)
            if (auto removed = fileSystem.remove(step.path); !removed)
                return removed;
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

// swapFolder checks all steps of an exchange once more, then does them at once if it can.
base::Result<Exchanged> swapFolder(files::FileSystem& fileSystem, const Journal& journal,
                                   std::size_t exchange) {
    for (const Step& step : journal.steps)
        if (step.exchange == exchange)
            if (auto safe = checkStep(fileSystem, journal, step); !safe)
                return tl::unexpected<base::Error>(std::move(safe.error()));
    return exchangeSet(fileSystem, journal, exchange);
}

} // namespace

std::vector<std::string> touchedFolders(const Journal& journal) {
    std::set<std::string> folders;
    for (const JournalArea& area : journal.areas)
        if (area.madeBase)
            folders.insert(files::parentOf(area.base));
    for (const plan::Exchange& exchange : journal.exchanges)
        folders.insert(files::parentOf(exchange.folder));
    for (const Step& step : journal.steps) {
        const bool folderMode =
            step.kind == ChangeKind::SetMode && step.before && step.before->sha256.empty();
        folders.insert(folderMode ? step.path : files::parentOf(step.path));
    }
    return {folders.begin(), folders.end()};
}

Status carryOut(files::FileSystem& fileSystem, const Journal& journal, base::Progress& progress,
                Carried& carried) {
    const int total = static_cast<int>(journal.steps.size());
    std::map<std::size_t, Exchanged> exchanges;
    for (carried.attempted = 0; carried.attempted < journal.steps.size();) {
        progress.enter(base::Step::Swap, static_cast<int>(carried.attempted), total);
        const Step& step = journal.steps[carried.attempted++];
        if (step.exchange && !exchanges.contains(*step.exchange)) {
            const auto swapped = swapFolder(fileSystem, journal, *step.exchange);
            if (!swapped)
                return tl::unexpected<base::Error>(swapped.error());
            exchanges[*step.exchange] = *swapped;
            if (*swapped == Exchanged::Yes)
                carried.exchanged.push_back(journal.exchanges[*step.exchange].folder);
        }
        if (step.exchange && exchanges[*step.exchange] == Exchanged::Yes)
            continue;
        if (auto safe = checkStep(fileSystem, journal, step); !safe)
            return safe;
        if (auto done = doStep(fileSystem, journal, carried.attempted - 1); !done)
            return done;
    }
    for (const std::string& folder : touchedFolders(journal))
        if (auto synced = fileSystem.syncFolder(folder); !synced)
            return synced;
    return {};
}

} // namespace certwright::apply

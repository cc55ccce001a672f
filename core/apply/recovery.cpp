// Why: whatever the journal says was going on is brought to an end that can be told in one word.
#include "core/apply/recovery.h"

#include "core/apply/layout.h"
#include "core/apply/undo.h"

namespace certwright::apply {

namespace {

base::Result<RecoveryOutcome> end(files::FileSystem& fileSystem, Journal& journal) {
    const auto outcome = [](const base::Status& status,
                            RecoveryOutcome said) -> base::Result<RecoveryOutcome> {
        if (!status)
            return tl::unexpected<base::Error>(status.error());
        return said;
    };
    switch (journal.state) {
    case JournalState::Prepared:
        return outcome(closeUndone(fileSystem, journal), RecoveryOutcome::CleanedUp);
    case JournalState::Undone:
        return outcome(closeUndone(fileSystem, journal), RecoveryOutcome::Undone);
    case JournalState::Applied:
        return outcome(closeKept(fileSystem, journal, {}), RecoveryOutcome::AppliedUnproved);
    case JournalState::Applying:
    case JournalState::UndoFailed:
        break;
    }
    return outcome(undoAll(fileSystem, journal, journal.steps.size()), RecoveryOutcome::Undone);
}

} // namespace

bool interrupted(const files::FileReader& reader, const std::string& stateFolder) {
    return reader.stat(journalPath(stateFolder), files::Links::Refuse).has_value();
}

base::Result<std::optional<Recovery>> recover(files::FileSystem& fileSystem, const std::string& stateFolder) {
    auto journal = readJournal(fileSystem, stateFolder);
    if (!journal)
        return tl::unexpected<base::Error>(std::move(journal.error()));
    // A journal that was never renamed to its name announced nothing that happened.
    if (fileSystem.stat(newJournalPath(stateFolder), files::Links::Refuse))
        static_cast<void>(fileSystem.remove(newJournalPath(stateFolder)));
    if (!*journal)
        return std::optional<Recovery>();
    const auto outcome = end(fileSystem, **journal);
    if (!outcome)
        return tl::unexpected<base::Error>(outcome.error());
    return std::optional<Recovery>(Recovery{*outcome, (*journal)->id, (*journal)->startedAt});
}

} // namespace certwright::apply

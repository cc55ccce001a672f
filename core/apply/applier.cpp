// Why: the order of things: look, stage, look again, journal, swap, journal; and the way out at each point.
#include "core/apply/applier.h"

#include <utility>

#include "core/apply/journal.h"
#include "core/apply/layout.h"
#include "core/apply/recovery.h"
#include "core/apply/safety.h"
#include "core/apply/staging.h"
#include "core/apply/undo.h"

namespace certwright::apply {

using base::ErrorCode;
using base::Status;
using plan::ChangeKind;

namespace {

// lookFirst is everything that can be refused before anything is written.
base::Result<Journal> lookFirst(const files::FileReader& reader, const plan::Plan& plan, Journal journal) {
    if (interrupted(reader, journal.stateFolder()))
        return base::failure(ErrorCode::RecoveryNeeded, journal.areas.front().base);
    // An id that was used before would mix two transactions' backups.
    for (const std::string& folder :
         {historyFolder(journal.stateFolder(), journal.id), stagingFolder(journal, 0)})
        if (reader.stat(folder, files::Links::Refuse))
            return base::failure(ErrorCode::FileExists, folder);
    if (auto known = historyOf(reader, journal.stateFolder()); known && !known->entries.empty())
        journal.sequence = known->entries.front().sequence + 1;
    Status looked = surveyAreas(reader, journal);
    if (looked)
        looked = checkSteps(reader, journal);
    if (looked)
        looked = checkSpace(reader, journal, plan);
    if (!looked)
        return tl::unexpected<base::Error>(std::move(looked.error()));
    return journal;
}

// prepare brings everything up to the point before the first target is touched, journal included.
Status prepare(files::FileSystem& fileSystem, Journal& journal, const plan::Plan& plan,
               base::Progress& progress) {
    if (auto opened = openState(fileSystem, journal); !opened)
        return opened;
    if (auto written = writeJournal(fileSystem, journal); !written)
        return written;
    if (auto staged = stage(fileSystem, journal, plan, progress); !staged)
        return staged;
    progress.enter(base::Step::Journal, 0, 1);
    if (progress.cancelled())
        return base::failure(ErrorCode::Cancelled);
    if (auto same = checkSteps(fileSystem, journal); !same)
        return same;
    journal.state = JournalState::Applying;
    return writeJournal(fileSystem, journal);
}

// reopen journals that targets are about to be neither old nor new again.
Status reopen(files::FileSystem& fileSystem, Journal& journal) {
    journal.state = JournalState::Applying;
    auto written = writeJournal(fileSystem, journal);
    if (!written)
        return base::failure(ErrorCode::UndoFailed, journal.stateFolder(),
                             std::string(base::errorCodeName(written.error().code)));
    return {};
}

Receipt receiptOf(const Journal& journal, std::vector<std::string> exchanged) {
    Receipt receipt;
    receipt.id = journal.id;
    receipt.stateFolder = journal.stateFolder();
    receipt.startedAt = journal.startedAt;
    receipt.exchanged = std::move(exchanged);
    for (const Step& step : journal.steps) {
        if (step.kind == ChangeKind::WriteFile)
            receipt.written.push_back(step.path);
        if (step.kind == ChangeKind::RemoveFile)
            receipt.removed.push_back(step.path);
    }
    return receipt;
}

// openJournal reads the journal that `receipt` is about.
base::Result<Journal> openJournal(const files::FileReader& reader, const Receipt& receipt) {
    auto journal = readJournal(reader, receipt.stateFolder);
    if (!journal)
        return tl::unexpected<base::Error>(std::move(journal.error()));
    if (!*journal || (*journal)->id != receipt.id)
        return base::failure(ErrorCode::InvalidArgument, receipt.id);
    return std::move(**journal);
}

} // namespace

Applier::Applier(files::FileSystem& fileSystem, Actor actor)
    : m_fileSystem(fileSystem)
    , m_actor(std::move(actor)) {}

base::Result<Receipt> Applier::apply(const plan::Plan& plan, const std::string& id, base::Time now,
                                     base::Progress& progress) {
    if (!plan.applicable())
        return base::failure(ErrorCode::PlanBlocked, plan.root);
    auto recorded = journalOf(plan, id, now, m_actor);
    if (recorded)
        recorded = lookFirst(m_fileSystem, plan, std::move(*recorded));
    if (!recorded)
        return tl::unexpected<base::Error>(std::move(recorded.error()));
    if (progress.cancelled())
        return base::failure(ErrorCode::Cancelled);
    Journal journal = std::move(*recorded);
    if (auto prepared = prepare(m_fileSystem, journal, plan, progress); !prepared) {
        // No target was touched; what cannot be tidied up is left for recover().
        static_cast<void>(closeUndone(m_fileSystem, journal));
        return tl::unexpected<base::Error>(std::move(prepared.error()));
    }

    Carried carried;
    Status done = carryOut(m_fileSystem, journal, progress, carried);
    Status back;
    if (done) {
        journal.state = JournalState::Applied;
        done = writeJournal(m_fileSystem, journal);
        if (done)
            return receiptOf(journal, std::move(carried.exchanged));
        back = reopen(m_fileSystem, journal); // it may say Applied on the disk
    }
    progress.enter(base::Step::Undo, 0, static_cast<int>(carried.attempted));
    if (back)
        back = undoAll(m_fileSystem, journal, carried.attempted);
    return tl::unexpected<base::Error>(back ? std::move(done.error()) : std::move(back.error()));
}

Status Applier::settle(const Receipt& receipt, const ProofRecord& proof) {
    const auto journal = openJournal(m_fileSystem, receipt);
    if (!journal)
        return tl::unexpected<base::Error>(journal.error());
    if (journal->state != JournalState::Applied)
        return base::failure(ErrorCode::RecoveryNeeded, receipt.stateFolder);
    return closeKept(m_fileSystem, *journal, proof);
}

Status Applier::undo(const Receipt& receipt) {
    auto journal = openJournal(m_fileSystem, receipt);
    if (!journal)
        return tl::unexpected<base::Error>(std::move(journal.error()));
    if (journal->state == JournalState::Applied)
        if (auto reopened = reopen(m_fileSystem, *journal); !reopened)
            return reopened;
    return undoAll(m_fileSystem, *journal, journal->steps.size());
}

} // namespace certwright::apply

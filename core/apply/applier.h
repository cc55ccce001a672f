// Why: all of a plan or none of it, whatever happens in between (DESIGN promises 1 to 3).
//
// Layout of "<root>/.certwright" (0700): journal.json while a transaction is open; staging/<id>/ with new
// content; history/<id>/ with the previous content of every file that was replaced or removed, each with its
// mode, and entry.json. Order: journal "prepared" -> stage every new file (final mode before content, fsync)
// and copy every old file into history (fsync, hash-checked) -> everything checked once more -> journal
// "applying" -> folders made, files renamed over, removed, modes set -> folders fsynced -> journal "applied"
// -> (proof) -> staging removed -> the journal is renamed to history/<id>/entry.json. The way back: journal
// "applying" -> old content copied beside and renamed back -> folders fsynced -> journal "undone" -> staging,
// history/<id> and journal removed. Each journal is a new file, fsynced, renamed over, its folder fsynced.
#pragma once

#include <string>
#include <vector>

#include "core/apply/history.h"
#include "core/base/clock.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"

namespace certwright::apply {

// Receipt says what was done; needed to settle or undo it. `exchanged` lists folders that were swapped in one
// step.
struct Receipt {
    std::string id;
    std::string stateFolder;
    base::Time startedAt;
    std::vector<std::string> written;
    std::vector<std::string> removed;
    std::vector<std::string> exchanged;
};

// Applier carries out plans through `fileSystem`, which must outlive it. The caller holds the lock (job
// does).
class Applier {
  public:
    Applier(files::FileSystem& fileSystem, Actor actor);

    // apply does every change of an applicable plan. Refuses, with nothing written: PlanBlocked; FileChanged
    // if anything differs from its before-hash or appeared; TargetUnsafe for symbolic links, hard links,
    // foreign owners and group/world-writable parents; RecoveryNeeded if a journal is open; DiskFull when
    // space is short beforehand. Any later failure or cancel undoes what was done and returns its error;
    // UndoFailed (journal kept, recover() tries again) if even that failed. `id` names the transaction
    // ([0-9A-Za-z-], unique; job makes it from time and randomness).
    base::Result<Receipt> apply(const plan::Plan& plan, const std::string& id, base::Time now,
                                base::Progress& progress);

    // settle closes an applied transaction: the state after it is stored with `proof` as its history entry,
    // transient backups are wiped, staging and journal are gone.
    base::Status settle(const Receipt& receipt, const ProofRecord& proof);

    // undo puts the previous state back byte for byte, modes and owners included, removes folders that apply
    // made and that are empty, and closes the journal. UndoFailed keeps journal and history.
    base::Status undo(const Receipt& receipt);

  private:
    files::FileSystem& m_fileSystem;
    Actor m_actor;
};

} // namespace certwright::apply

// Why: import, rotation and whatever comes later end the same way: lock, apply, prove, keep or undo.
#pragma once

#include <optional>
#include <string>

#include "core/apply/recovery.h"
#include "core/files/file_lock.h"
#include "core/job/environment.h"
#include "core/job/import_job.h"
#include "core/plan/plan.h"
#include "core/prove/installed.h"

namespace certwright::job {

// holdLock takes the lock of the service at `root`, making its state folder if needed (for the owner of
// `root` where root runs this), and writes "user@host pid N since TIME" into it. Waits 3 s: LockHeld, with
// that line as detail.
base::Result<files::FileLock> holdLock(Environment& environment, const std::string& root);

// endInterrupted ends an interrupted transaction of `root` under the lock; nothing if there was none.
// RecoveryNeeded if this account may not write there; recovery's errors.
base::Result<std::optional<apply::Recovery>> endInterrupted(Environment& environment,
                                                            const std::string& root);

// transactionId is "20261121-120000-" and eight random hexadecimal digits; CryptoFailed without randomness.
base::Result<std::string> transactionId(Environment& environment);

// ProofDemand: Required: a failed proof undoes the transaction. Reported: the proof is made and told, but the
// state stays (a rollback to a state that was never whole, a repair that cannot mend everything). None:
// nothing is installed that could be proved.
enum class ProofDemand { Required, Reported, None };

// carryOut takes the lock, ends an interrupted transaction, applies `plan`, proves `place` as `demand` says
// and settles, or undoes if a required proof fails (then Outcome::undone). UndoFailed if undoing fails.
// Afterwards outdated history is wiped and the service is remembered; neither can fail a transaction.
base::Result<Outcome> carryOut(Environment& environment, const plan::Plan& plan, const prove::Place& place,
                               ProofDemand demand);

} // namespace certwright::job

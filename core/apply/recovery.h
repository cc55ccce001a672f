// Why: a process can be killed at any point; the next start of any verb finds out what was going on and ends
// it.
#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/files/file_system.h"

namespace certwright::apply {

// RecoveryOutcome: CleanedUp: nothing had been changed, what was staged is gone. Undone: the old state is
// back. AppliedUnproved: the new state is complete, only its proof is missing; the transaction was closed.
enum class RecoveryOutcome { CleanedUp, Undone, AppliedUnproved };

struct Recovery {
    RecoveryOutcome outcome = RecoveryOutcome::CleanedUp;
    std::string id;
    base::Time startedAt;
};

// interrupted tells, reading only, whether a journal is open in `stateFolder`.
bool interrupted(const files::FileReader& reader, const std::string& stateFolder);

// recover ends an interrupted transaction (the caller holds the lock); nothing if there was none. Can itself
// be killed and repeated. JournalDamaged if the journal cannot be read (nothing is touched then), UndoFailed
// if a file could not be put back (subject: that path).
base::Result<std::optional<Recovery>> recover(files::FileSystem& fileSystem, const std::string& stateFolder);

} // namespace certwright::apply

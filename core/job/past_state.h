// Why: the history tells of changes and states; a rollback needs one whole state, with every content checked
// before anything is planned.
#pragma once

#include <string>

#include "core/apply/history.h"
#include "core/files/file_system.h"
#include "core/plan/rollback_planner.h"
#include "core/prove/installed.h"

namespace certwright::job {

// Side says which state is meant: the one after a transaction or the one before it.
enum class Side { After, Before };

// entryOf finds the entry that `id` names (its first characters are enough), or the newest one if `id` is
// empty. HistoryDamaged for one that cannot be read; HistoryUnknown (subject: `id`, or the state folder) if
// there is none.
base::Result<const apply::Entry*> entryOf(const apply::History& history, const std::string& stateFolder,
                                          const std::string& id);

// restorePoint reads a state from the history and checks every content against its hash: HistoryDamaged if
// one is not what was stored. `entry` is one of `history`. The state before an entry is named by the entry
// that left it, if that is still there and nothing was changed in between; then it has its proof too, else it
// counts as not proved and is named "ID-before".
base::Result<plan::RestorePoint> restorePoint(const files::FileReader& reader, const prove::Place& place,
                                              const apply::History& history, const apply::Entry& entry,
                                              Side side);

// describesDisk tells whether every file is now as `entry` left it.
bool describesDisk(const files::FileReader& reader, const apply::Entry& entry);

} // namespace certwright::job

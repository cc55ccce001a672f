// Why: targets are changed here and put back here, and both may be stopped at any point and done again.
// Inside this room only.
#pragma once

#include "core/apply/journal.h"

namespace certwright::apply {

// Carried says how far carryOut came: how many steps may have been done, and which folders were exchanged.
struct Carried {
    std::size_t attempted = 0;
    std::vector<std::string> exchanged;
};

// carryOut does the journal's steps in order and makes them durable, each checked once more right before; the
// steps of an exchange all together with the first of them. `carried` is right also on failure.
base::Status carryOut(files::FileSystem& fileSystem, const Journal& journal, base::Progress& progress,
                      Carried& carried);
// putBack undoes the first `count` steps and all of an exchange, last first, and makes that durable; what is
// as before already is left alone, so that it can be repeated. Goes on after a failure and returns the first:
// UndoFailed with that path.
base::Status putBack(files::FileSystem& fileSystem, const Journal& journal, std::size_t count);

// closeUndone tidies up after a transaction of which nothing is to stay, its journal last.
base::Status closeUndone(files::FileSystem& fileSystem, const Journal& journal);
// closeKept tidies up after an applied transaction: the state after it and `proof` become its history entry.
// Can be repeated after a kill.
base::Status closeKept(files::FileSystem& fileSystem, const Journal& journal, const ProofRecord& proof);
// undoAll puts everything back and closes the journal, which must say Applying on the disk. UndoFailed keeps
// it; what cannot be tidied up afterwards is left for recover().
base::Status undoAll(files::FileSystem& fileSystem, Journal& journal, std::size_t count);

} // namespace certwright::apply

// Why: everything that takes time or space happens beside the targets, before the first of them is touched.
// Inside this room only.
#pragma once

#include "core/apply/journal.h"

namespace certwright::apply {

// openState makes the service root's state folder and what stands in it, where missing, and syncs what is
// new.
base::Status openState(files::FileSystem& fileSystem, const Journal& journal);
// stage writes every new file into its area's staging folder and every old one into history, durably. Asks
// `progress` between files (Cancelled). What a failure leaves is for clearStaging and dropHistory.
base::Status stage(files::FileSystem& fileSystem, const Journal& journal, const plan::Plan& plan,
                   base::Progress& progress);
// clearStaging removes what staging and putting back left, and the state folders of further areas that this
// transaction made. What is missing already is right.
base::Status clearStaging(files::FileSystem& fileSystem, const Journal& journal);
// dropMadeBases removes the further areas' base folders that this transaction made, if empty.
base::Status dropMadeBases(files::FileSystem& fileSystem, const Journal& journal);
// wipeTransient overwrites and removes the backups that must not outlive the transaction.
base::Status wipeTransient(files::FileSystem& fileSystem, const Journal& journal);
// dropHistory removes the backups, and what a failed settling left, of a transaction that changed nothing.
base::Status dropHistory(files::FileSystem& fileSystem, const Journal& journal);
// stateOwner is who history belongs to where root writes for another account; nothing otherwise.
std::optional<base::Owner> stateOwner(const files::FileReader& reader, const Journal& journal);

} // namespace certwright::apply

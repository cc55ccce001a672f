// Why: a reader that opens a folder must find the old set or the new set in it, so the whole folder changes
// its place with a prepared copy; what cannot be done so is done file by file. Inside this room only.
#pragma once

#include <string>
#include <vector>

#include "core/apply/journal.h"

namespace certwright::apply {

// stageSets makes the copy of each exchanged folder, with its mode and owner, and gives it second names of
// the files that are carried over and new files for changed modes (new content comes with its steps). Where
// second names are not to be had the copy stays incomplete, and the exchange will not be done. `syncSets`
// makes the copies durable.
base::Status stageSets(files::FileSystem& fileSystem, const Journal& journal);
base::Status syncSets(files::FileSystem& fileSystem, const Journal& journal);

// Exchanged says whether the folder was swapped; StepByStep: the copy, the folder or the file system do not
// allow it, and the steps are to be done one by one.
enum class Exchanged { Yes, StepByStep };
// exchangeSet swaps one folder with its copy if both hold exactly what the journal says; what somebody put
// into the old one meanwhile is moved over.
base::Result<Exchanged> exchangeSet(files::FileSystem& fileSystem, const Journal& journal,
                                    std::size_t exchange);
// exchangeBack swaps one folder back if it holds the new set, and the copy the old one, unchanged.
// StepByStep: it was not swapped, or others have changed it since.
base::Result<Exchanged> exchangeBack(files::FileSystem& fileSystem, const Journal& journal,
                                     std::size_t exchange);

// dropSets removes the copies (after an exchange: the old folders); transient content is overwritten first.
base::Status dropSets(files::FileSystem& fileSystem, const Journal& journal);

// wipeFile overwrites and removes a file; one that cannot be overwritten (several names) is only removed.
// What is missing is right.
base::Status wipeFile(files::FileSystem& fileSystem, const std::string& path);

} // namespace certwright::apply

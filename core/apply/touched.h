// Why: what was renamed, removed or made is durable only when the folder that holds it is; the way there and
// the way back need the same folders. Inside this room only.
#pragma once

#include <string>
#include <vector>

#include "core/apply/journal.h"

namespace certwright::apply {

// touchedFolders lists each folder once that the journal's steps change an entry or the mode of.
std::vector<std::string> touchedFolders(const Journal& journal);

} // namespace certwright::apply

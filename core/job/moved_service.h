// Why: a folder that was moved or renamed keeps the identity that Certwright gave it; it is looked for
// nearby, not all over the disk.
#pragma once

#include <string>
#include <vector>

#include "core/files/file_system.h"

namespace certwright::job {

// Whereabouts of a remembered service folder: still There, Gone, or Unknown because it may not be looked at.
enum class Whereabouts { There, Gone, Unknown };

// whereabouts compares the folder at `root` with `identity`; with an empty one any folder there will do.
Whereabouts whereabouts(const files::FileReader& reader, const std::string& root,
                        const std::string& identity);

// findByIdentity returns the folders with `identity`, looking at the siblings of `root`, of its parent and of
// that one's parent, and two levels into each; nearest first, at most 2,000 folders, no symbolic links, no
// network drives. More than one: somebody made a copy.
std::vector<std::string> findByIdentity(const files::FileReader& reader, const std::string& root,
                                        const std::string& identity);

} // namespace certwright::job

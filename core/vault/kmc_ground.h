// Why: what is loaded runs with the rights of whoever loads it; so who else could have put it there is looked
// at before, as far up as the first folder.
#pragma once

#include <optional>
#include <string>

#include "core/files/file_system.h"
#include "core/vault/vendor_library.h"

namespace certwright::vault {

// safeLibrary returns the file to load for `library`: itself, or what it links to in its own folder. Symbolic
// links in the folders above are followed; what is judged and loaded is the road they lead to.
// LibraryMissing; Unsafe with "symlink" (a link that leaves the folder), "owner" (the file, a library beside
// it or a folder above belongs neither to root nor to this account nor, where root works for one, to
// `account`) or "writable" (group or others may write). A folder with the sticky bit, where everybody may
// make files and only owners remove them (/tmp), is passed if what lies below it on the road belongs to one
// of the three.
VendorResult<std::string> safeLibrary(const files::FileReader& reader, const std::string& library,
                                      const std::optional<base::Owner>& account);

// safeProgram judges a program of the vendor's in the same way, without its neighbours and without a link.
VendorResult<void> safeProgram(const files::FileReader& reader, const std::string& program);

} // namespace certwright::vault

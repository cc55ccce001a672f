// Why: where a path begins, and which names are one, differs between systems. Inside this room only.
#pragma once

#include <cstddef>
#include <string_view>

namespace certwright::files {

// rootLength is how much of `path` names a place that has no folder above it ("/"; on Windows also "C:/" and
// "//server/share/"); 0 for a relative path.
std::size_t rootLength(std::string_view path);
// isSameName tells whether two names in one folder are the same (Windows: whatever their case).
bool isSameName(std::string_view one, std::string_view other);

} // namespace certwright::files

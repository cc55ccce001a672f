// Why: UTF-8 inside and wide at the system call, for the programs. Inside the Windows half only.
#pragma once

#include <string>
#include <string_view>

namespace certwright::host {

// narrowText returns UTF-8; half of a surrogate pair becomes U+FFFD.
std::string narrowText(std::wstring_view wide);
// narrowPath does the same and turns '\' into '/'.
std::string narrowPath(std::wstring_view wide);
// wideText returns UTF-16.
std::wstring wideText(std::string_view utf8);

} // namespace certwright::host

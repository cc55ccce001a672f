// Why: a program that is carried about on a stick keeps what it remembers with it, and leaves nothing behind
// on the computer that it was used on.
#pragma once

#include <string>

namespace certwright::host {

// portableMarker is the name of the file beside the programs that makes them portable; what it holds does not
// matter.
inline constexpr const char* portableMarker = "certwright-portable.txt";

// portableSettings returns "<folder of the running program>/settings" where the marker lies beside the
// program, else nothing.
std::string portableSettings();

} // namespace certwright::host

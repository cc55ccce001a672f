// Why: a command that is shown is copied into a shell, and a file name may hold anything.
#pragma once

#include <string>

namespace certwright::text {

// shellWord makes one word of `word` for the shell of this system: a POSIX shell (names with control
// characters or octets that are no UTF-8 as $'…', which bash, zsh and POSIX.1-2024 know), PowerShell on
// Windows.
std::string shellWord(const std::string& word);

} // namespace certwright::text

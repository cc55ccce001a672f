// Why: commands are shown to be copied into a shell, and written where a service hands them to one.
#pragma once

#include <string>
#include <string_view>

namespace certwright::base {

// singleQuoted makes one word of `word` for a POSIX shell (Shell Command Language, 2.2.2), whatever it holds.
inline std::string singleQuoted(std::string_view word) {
    std::string text = "'";
    for (const char c : word)
        text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

} // namespace certwright::base

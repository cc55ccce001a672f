// Why: names in certificates and text in config files come from strangers; what is shown must be valid UTF-8 and must
// not steer a terminal.
#pragma once

#include <string>
#include <string_view>

namespace certwright::base {

// isUtf8 tells whether `text` is well-formed UTF-8 (no overlong form, no surrogate, at most U+10FFFF; RFC 3629).
bool isUtf8(std::string_view text);
// utf8Length counts code points; malformed octets count one each.
std::size_t utf8Length(std::string_view text);
// printable returns `text` with malformed octets as U+FFFD and control characters (C0, DEL, C1, and the bidirectional
// overrides that can make a line read differently) as \xNN or \u{NNNN}.
std::string printable(std::string_view text);

} // namespace certwright::base

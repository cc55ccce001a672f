// Why: streamserver.conf is flat key=value, read by Python's configparser in one place and by a C++ reader in
// another; both must understand what we write (SERVICES.md section 1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::config {

// maximumKeyValueSize is the longest text, in octets, that is edited; the service's own file has under 100
// lines.
inline constexpr std::size_t maximumKeyValueSize = std::size_t{4} << 20U;

// occurrencesOf finds every line that sets `key`: keys are case-insensitive, '=' or ':' delimits, spaces
// around key and value are stripped, '#' (and ';') lines are comments, as configparser reads it with a
// [DEFAULT] line in front. A line that starts with more white space than the key's line above it continues
// that key's value and is no key.
std::vector<Occurrence> occurrencesOf(std::string_view text, std::string_view key);

// repeatedKeys lists every key that stands more than once, with all its occurrences (first-seen order); the
// newer service refuses such a file.
struct RepeatedKey {
    std::string key;
    std::vector<Occurrence> occurrences;
};
std::vector<RepeatedKey> repeatedKeys(std::string_view text);

// editKeyValue returns the edits that give each key of `settings` its value. A present key keeps its line,
// its spelling, its delimiter and the spaces around it; an absent one is added after the last line of the
// file in the order of `settings`, with a line end in front if the file lacks a final one (then the added
// text lacks it too, so that the file keeps ending as it did) and with the file's own kind of line end.
// Unchanged values give no edit. Fails with ConfigDuplicateKey for any key that stands twice (subject: key,
// detail: "line, line"), ConfigInvalid for a file that configparser refuses or splits: a line without
// delimiter or key, a section, a carriage return within a line (detail: line and reason), ConfigUneditable
// for a value that is continued on further lines, is not UTF-8 or holds NUL (subject: key, detail: line),
// FileTooLarge above maximumKeyValueSize, InvalidArgument for a key that is not [A-Za-z0-9_.-]+ or given
// twice, and for a value with '#', '%', a control character, white space at an end, or ';' at the front or
// after a space.
base::Result<std::vector<TextEdit>> editKeyValue(std::string_view text, const std::vector<Setting>& settings);

} // namespace certwright::config

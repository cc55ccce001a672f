// Why: streamserver.conf is flat key=value, read by Python's configparser in one place and by a C++ reader in another;
// both must understand what we write (SERVICES.md section 1).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/config/text_edit.h"

namespace certwright::config {

// occurrencesOf finds every line that sets `key`: keys are case-insensitive, '=' or ':' delimits, spaces around key and
// value are stripped, '#' (and ';') lines are comments, as configparser reads it with a [DEFAULT] line in front.
// A line that starts with white space continues the value above it and is no key.
std::vector<Occurrence> occurrencesOf(std::string_view text, std::string_view key);

// repeatedKeys lists every key that stands more than once, with all its occurrences (first-seen order); the newer
// service refuses such a file.
struct RepeatedKey {
    std::string key;
    std::vector<Occurrence> occurrences;
};
std::vector<RepeatedKey> repeatedKeys(std::string_view text);

// editKeyValue returns the edits that give each key of `settings` its value. A present key keeps its line, its spelling,
// its delimiter and the spaces around it; an absent one is added after the last line of the file in the order of
// `settings`, with a line end in front if the file lacks a final one (then the added text lacks it too, so that the
// file keeps ending as it did) and with the file's own kind of line end. Unchanged values give no edit. Fails with
// ConfigDuplicateKey (subject: key, detail: "line, line"), ConfigUneditable for a value that is continued on further
// lines, is not UTF-8 or holds NUL (subject: key, detail: line), InvalidArgument for a value with '#', '%', ';' after a space or a line break.
base::Result<std::vector<TextEdit>> editKeyValue(std::string_view text, const std::vector<Setting>& settings);

} // namespace certwright::config

// Why: nginx, Redis and PostgreSQL each have a syntax of their own; what the service reads is found, and the
// few octets that change are given, by one door for all three.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/config/key_value.h"
#include "core/config/text_edit.h"

namespace certwright::config {

// Syntax: Nginx is "name value;" at the top level of a file (what stands in blocks is skipped), Redis "name
// value", Postgresql "name = 'value'". Names of the last two are case-insensitive. In all three a key with a
// '#' in front means a comment line "# name: value", which only Certwright reads.
enum class Syntax { Nginx, Redis, Postgresql };

// wordSeparator stands between the words of a value that has several, which only nginx's may
// ("ssl_protocols TLSv1.2 TLSv1.3;").
inline constexpr char wordSeparator = '\t';

// maximumDirectivesSize is the longest text, in octets, that is edited.
inline constexpr std::size_t maximumDirectivesSize = std::size_t{4} << 20U;

// occurrencesOf finds every place that sets `key`, values without quotes and escapes. The service takes the
// last one. What included files say is not seen: in PostgreSQL and Redis an "include" below, and
// PostgreSQL's postgresql.auto.conf always, may set the same key again.
std::vector<Occurrence> occurrencesOf(std::string_view text, Syntax syntax, std::string_view key);

// repeatedKeys lists those of `keys` that stand more than once. Empty for PostgreSQL, where the last one
// counts; a repeated directive makes nginx refuse the file, and in Redis it is somebody's mistake.
std::vector<RepeatedKey> repeatedKeys(std::string_view text, Syntax syntax,
                                      const std::vector<std::string>& keys);

// checkDirectives fails with ConfigInvalid (detail: "line: reason") for a text that the service refuses:
// quotes that are not closed, a directive without its end, a block that is not closed; with FileTooLarge
// above maximumDirectivesSize.
base::Status checkDirectives(std::string_view text, Syntax syntax);

// editDirectives returns the edits that give each key of `settings` its value; an empty value takes the
// setting away, with its line if nothing else stands there. A present one keeps its place, its spelling, its
// spaces and, where that can carry the value, its quotes; an absent one is added at the end of the file, in
// the order of `settings`, below the comment line "# Set by Certwright". Line ends, comments and a missing
// final newline stay. Unchanged values give no edit. The result is read again and compared. Fails as
// checkDirectives does; with ConfigDuplicateKey (subject: key, detail: "line, line") as repeatedKeys tells;
// ConfigUneditable (subject: key, detail: "line: reason") for a setting that has several words where one
// belongs, or a comment amidst them; InvalidArgument for a key that is not [A-Za-z0-9_.-]+ behind an optional
// '#', or given twice, and for a value that is not UTF-8, or holds control characters.
base::Result<std::vector<TextEdit>> editDirectives(std::string_view text, Syntax syntax,
                                                   const std::vector<Setting>& settings);

} // namespace certwright::config

// Why: other programs ask thousands of questions; a line of JSON each way is what every language can write
// and read.
#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/secret/secret_access.h"

namespace certwright::job {

// answerLine answers one line of a batch (fields: resources/help/json.md) with one line, without its line
// end: id, valid, findings (codes, worst first, each once) and path (SHA-256 fingerprints, leaf first,
// hexadecimal). Never fails: a line that cannot be understood is answered by valid false and an `error` word
// with the field that it is about. `now` is the time of questions that name none.
std::string answerLine(std::string_view line, base::Time now, secret::SecretAccess access);

// Longest line that is read, in octets.
inline constexpr std::size_t maximumLine = 16U * 1024 * 1024;

} // namespace certwright::job

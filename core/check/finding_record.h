// Why: what was found at the time of a transaction is kept with it and told again years later, in either
// language; so findings are stored as data and become findings again.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/check/finding.h"

namespace certwright::check {

// recordOf writes a finding as one JSON object: code, severity, subject and the body's fields.
std::string recordOf(const Finding& finding);

// findingFrom reads it back; nothing if `record` is no such object, its code is unknown (written by a newer
// program) or a field is missing or of another type.
std::optional<Finding> findingFrom(std::string_view record);

} // namespace certwright::check

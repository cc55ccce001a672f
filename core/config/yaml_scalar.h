// Why: a value that changes its type by losing a quote (12:00, yes, 2027-11-21) is a fault that only the
// service would find; how a string is written is decided here.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace certwright::config {

enum class ScalarStyle { Plain, SingleQuoted, DoubleQuoted, Block };

// styleAt tells how the scalar that begins at `offset` (no tag, no anchor there) is written.
ScalarStyle styleAt(std::string_view text, std::size_t offset);

// quotedStop returns the offset behind the quoted scalar that begins at `offset`, on whatever line that is;
// nothing if its quote is never closed.
std::optional<std::size_t> quotedStop(std::string_view text, std::size_t offset);

// scalarStop returns the offset behind the scalar that begins at `offset`; nothing if it does not end on its
// line. A plain one ends before ": " and " #" (YAML 1.2 section 7.3.3, as in block context).
std::optional<std::size_t> scalarStop(std::string_view text, std::size_t offset);

// writeScalar writes `value` so that YAML 1.1 and 1.2 read it as this very string: in `wanted` style if that
// can carry it, else single-quoted, else double-quoted. `value` is UTF-8 without NUL.
std::string writeScalar(std::string_view value, ScalarStyle wanted);

} // namespace certwright::config

// Why: yaml-cpp is lenient where other readers are not, and a hostile text must be stopped before it is
// handed over.
#pragma once

#include <string_view>

#include "core/base/result.h"

namespace certwright::config {

// guardYaml refuses what must not reach the parser: FileTooLarge above maximumYamlSize; ConfigInvalid
// (detail: "line:column reason", columns count octets from 1) for malformed UTF-8, characters that are not
// printable (YAML 1.1 section 4.1.1), line breaks that not all readers break at (a lone carriage return,
// U+0085, U+2028, U+2029), and brackets nested deeper than a config has any use for.
base::Status guardYaml(std::string_view text);

} // namespace certwright::config

// Why: see generated_case.h.
#pragma once

#include "tests/core/config/generated_case.h"

namespace certwright::test {

// generatedYaml makes the case number `seed`; the same number gives the same case.
GeneratedCase generatedYaml(std::uint64_t seed);

} // namespace certwright::test

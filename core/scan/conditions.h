// Why: what is the matter with a thing is decided in one place, from its facts alone.
#pragma once

#include "core/scan/scan.h"

namespace certwright::scan {

// conditionsOf returns what is the matter with an object that stands in a file of permission bits `mode`,
// worst first. A self-issued certificate's own signature proves nothing and so is never a weak digest.
std::vector<Condition> conditionsOf(const document::Object& object, std::uint32_t mode,
                                    const Request& request);

} // namespace certwright::scan

// Why: see public_suffix.h.
#include "core/check/public_suffix.h"

#include <string>

#include <libpsl.h>

namespace certwright::check {

bool isPublicSuffix(std::string_view asciiDomain) {
    return psl_is_public_suffix2(psl_builtin(), std::string(asciiDomain).c_str(), PSL_TYPE_ICANN) != 0;
}

} // namespace certwright::check

// Why: asks libpsl's built-in list, which needs no file at run time: the same program gives the same verdict.
#include "core/check/public_suffix.h"

#include <algorithm>
#include <string>

#include <libpsl.h>

namespace certwright::check {

namespace {

// A DNS name has at most 253 characters (RFC 1035 section 2.3.4); longer ones are nobody's.
constexpr std::size_t longestName = 253;

bool listed(std::string_view domain, int type) {
    if (domain.empty() || domain.size() > longestName)
        return false;
    std::string name(domain);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return psl_is_public_suffix2(psl_builtin(), name.c_str(), type) == 1;
}

} // namespace

bool isPublicSuffix(std::string_view asciiDomain) {
    return listed(asciiDomain, PSL_TYPE_ICANN);
}

bool hasListedTopLevel(std::string_view asciiDomain) {
    return listed(asciiDomain.substr(asciiDomain.rfind('.') + 1), PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE);
}

} // namespace certwright::check

// Why: a public CA's revocation list may have a million entries; making one entry by entry takes longer than
// the tests that need it.
#pragma once

#include <cstdint>
#include <string>

#include "core/document/make.h"

namespace certwright::material {

// largeCrl is a revocation list of `issuer`, whose key is RSA or EC, of some `octets` in DER, good from a day
// before `now` for 200 days; serial numbers of 16 octets that belong to nobody.
std::string largeCrl(const document::Identity& issuer, std::size_t octets, base::Time now,
                     std::uint32_t number = 1);

} // namespace certwright::material

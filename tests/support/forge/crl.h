// Why: revocation lists of a case: complete, delta, indirect and partitioned ones, and such as no CA may
// issue.
#pragma once

#include "tests/support/forge/forge.h"

namespace certwright::forge {

// makeCrls makes the map under "crl-list"; issuers and revoked certificates are named as in the chain.
std::vector<Crl> makeCrls(const YAML::Node& list, const std::vector<Certificate>& chain);

} // namespace certwright::forge

// Why: no public CA can check who holds an address that anybody may use in their own network.
#pragma once

#include "core/base/bytes.h"

namespace certwright::check {

// isReservedAddress looks at 4 or 16 octets (other counts are not): private, loopback, link-local, multicast
// and documentation addresses, as IANA's special-purpose registries (RFC 6890) list them.
bool isReservedAddress(base::ByteView address);

} // namespace certwright::check

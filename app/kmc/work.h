// Why: the order in which the vendor's library wants its functions called (SERVICES.md section 3).
#pragma once

#include <tl/expected.hpp>

#include "app/kmc/channel.h"
#include "core/vault/kmc_protocol.h"

namespace certwright::helper {

// work loads the library, seals or opens what `request` brings and ends the library. The result is the sealed
// text, after it was opened again and compared, or the opened secret. Each stage is told to `channel` before
// it begins.
tl::expected<secret::SecretBytes, vault::kmc::Failure> work(const vault::kmc::Request& request,
                                                            Channel& channel);

} // namespace certwright::helper

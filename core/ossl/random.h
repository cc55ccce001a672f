// Why: the system's cryptographic randomness behind base::RandomSource.
#pragma once

#include <memory>

#include "core/base/random_source.h"

namespace certwright::ossl {

// systemRandom is OpenSSL's generator for private values (RAND_priv_bytes).
std::unique_ptr<base::RandomSource> systemRandom();

} // namespace certwright::ossl

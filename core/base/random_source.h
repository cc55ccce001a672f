// Why: randomness comes in through constructors, so that tests repeat and a blocked source can be told apart.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/result.h"

namespace certwright::base {

// RandomSource fills octets that nobody can guess.
class RandomSource {
  public:
    RandomSource() = default;
    RandomSource(const RandomSource&) = delete;
    RandomSource& operator=(const RandomSource&) = delete;
    virtual ~RandomSource() = default;

    // fill overwrites all of `out`; fails with CryptoFailed if the source gives nothing.
    virtual Status fill(std::span<std::uint8_t> out) = 0;
};

} // namespace certwright::base

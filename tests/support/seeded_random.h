// Why: a test that fails must fail again the same way.
#pragma once

#include <cstdint>

#include "core/base/random_source.h"

namespace certwright::test {

// SeededRandom gives the same octets for the same seed. For tests only: anybody can guess them.
class SeededRandom final : public base::RandomSource {
  public:
    explicit SeededRandom(std::uint64_t seed = 20261121)
        : m_state(seed) {}

    base::Status fill(std::span<std::uint8_t> out) override;
    // number returns a value below `limit` (at least 1), for tests that want a choice and not octets.
    std::uint64_t number(std::uint64_t limit);
    // runDryAfter lets `fills` more calls of fill succeed; later ones fail with CryptoFailed.
    void runDryAfter(int fills) { m_left = fills; }

  private:
    std::uint64_t next();

    std::uint64_t m_state;
    int m_left = -1;
};

} // namespace certwright::test

// Why: splitmix64, because its whole state is the seed and it is the same on every system.
#include "tests/support/seeded_random.h"

namespace certwright::test {

std::uint64_t SeededRandom::next() {
    m_state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

base::Status SeededRandom::fill(std::span<std::uint8_t> out) {
    if (m_left == 0)
        return base::failure(base::ErrorCode::CryptoFailed, "random", "run dry by the test");
    if (m_left > 0)
        --m_left;
    for (std::uint8_t& octet : out)
        octet = static_cast<std::uint8_t>(next() >> 56U);
    return {};
}

std::uint64_t SeededRandom::number(std::uint64_t limit) {
    return next() % limit;
}

} // namespace certwright::test

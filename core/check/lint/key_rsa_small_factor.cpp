// Why: a modulus with a small factor is factored at once.
#include "core/check/lint/rules.h"

#include <algorithm>
#include <array>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

namespace {

constexpr std::array<std::uint64_t, 8> primes{3, 5, 7, 11, 13, 17, 19, 23};
// Their product, by which the modulus is divided once; it leaves room for another octet.
constexpr std::uint64_t product = 3ULL * 5 * 7 * 11 * 13 * 17 * 19 * 23;
static_assert(product < (1ULL << 32U));

} // namespace

const LintRule keyRsaSmallFactor{
    "lint.key-rsa-small-factor",
    "Baseline Requirements section 6.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        const ByteView modulus = subject.values().key.modulus;
        if (modulus.empty() || negative(modulus))
            return std::nullopt;
        std::uint64_t rest = 0;
        for (std::size_t at = 0; at < modulus.size();) {
            // Four octets at a time, after those that are too many.
            const std::size_t step = at == 0 && modulus.size() % 4 != 0 ? modulus.size() % 4 : 4;
            for (const std::size_t end = at + step; at < end; ++at)
                rest = (rest << 8U) | modulus[at];
            rest %= product;
        }
        return brokenIf(std::ranges::any_of(primes, [rest](std::uint64_t p) { return rest % p == 0; }));
    },
};

} // namespace certwright::check::lints

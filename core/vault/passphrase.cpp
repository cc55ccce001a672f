// Why: unbiased characters from random octets, by rejection: 248 is the largest multiple of 62 that an octet
// can reach.
#include "core/vault/passphrase.h"

#include <new>

namespace certwright::vault {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr std::size_t passphraseLength = 44; // 44 * log2(62) = 261 bits
constexpr std::size_t drawnAtOnce = 64;
constexpr unsigned acceptedBelow = 256U - 256U % alphabet.size();
// A working source needs one draw, hardly ever two; one that gives the same octets for ever must not hang us.
constexpr int maximumDraws = 16;

base::Result<secret::SecretBytes> draw(base::RandomSource& random, secret::SecretAccess access) {
    secret::SecretBytes drawn(drawnAtOnce);
    secret::SecretBytes passphrase(passphraseLength);
    const std::span<std::uint8_t> characters = passphrase.revealForWriting(access);
    std::size_t length = 0;
    for (int round = 0; round < maximumDraws; ++round) {
        if (auto filled = random.fill(drawn.revealForWriting(access)); !filled)
            return tl::unexpected(std::move(filled.error()));
        for (const std::uint8_t octet : drawn.reveal(access)) {
            if (octet >= acceptedBelow)
                continue;
            characters[length++] = static_cast<std::uint8_t>(alphabet[octet % alphabet.size()]);
            if (length == passphraseLength)
                return passphrase;
        }
    }
    return base::failure(base::ErrorCode::CryptoFailed, "random");
}

} // namespace

base::Result<secret::SecretBytes> makePassphrase(base::RandomSource& random, secret::SecretAccess access) {
    try {
        return draw(random, access);
    } catch (const std::bad_alloc&) {
        return base::failure(base::ErrorCode::SecretMemory);
    }
}

} // namespace certwright::vault

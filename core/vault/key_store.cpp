// Why: a key store is believed only if every octet of it is what it must be.
#include "core/vault/key_store.h"

#include <algorithm>
#include <array>

#include <openssl/crypto.h>

#include "core/ossl/digest.h"
#include "core/vault/key_store_layout.h"

namespace certwright::vault {

namespace {

// What the vendor's key stores begin with (SERVICES.md section 3).
constexpr std::array<std::uint8_t, 32> vendorMark{
    0x5F, 0x64, 0x97, 0x8D, 0x19, 0x4F, 0x89, 0xCF, 0xA8, 0x3F, 0x8E, 0xE1, 0xDB, 0x01, 0x3C, 0x0C,
    0x88, 0x42, 0x4A, 0x1C, 0xB7, 0xFC, 0xAD, 0x70, 0x4E, 0x45, 0x13, 0xA5, 0x14, 0x46, 0x71, 0x6C};

bool isForeign(base::ByteView store) {
    return store.size() >= vendorMark.size() &&
           std::ranges::equal(store.first(vendorMark.size()), vendorMark);
}

// Compares with a digest in constant time; the digest says something of key material and is wiped.
bool matchesDigest(base::ByteView expected, base::ByteView of) {
    base::Bytes digest = ossl::sha256(of);
    const bool same = CRYPTO_memcmp(expected.data(), digest.data(), expected.size()) == 0;
    base::wipe(digest);
    return same;
}

bool isWhole(base::ByteView store) {
    using namespace layout;
    if (store.size() != size || !std::ranges::equal(store.first(magic.size()), base::viewOf(magic)))
        return false;
    const std::uint32_t iterations = readNumber(store, iterationsAt);
    const auto zero = [](std::uint8_t octet) { return octet == 0; };
    return readNumber(store, versionAt) == version && readNumber(store, derivationAt) == pbkdf2HmacSha256 &&
           iterations >= 1 && iterations <= maximumIterations &&
           std::ranges::all_of(store.subspan(reservedAt, reservedSize), zero) &&
           matchesDigest(store.subspan(keyIdAt, keyIdSize), store.subspan(materialAt, materialSize)) &&
           matchesDigest(store.subspan(checksumAt, checksumSize), store.first(checksumAt));
}

} // namespace

KeyStoreState stateOf(const std::optional<base::Bytes>& content) {
    if (!content)
        return KeyStoreState::Missing;
    if (isForeign(*content))
        return KeyStoreState::Foreign;
    return isWhole(*content) ? KeyStoreState::Valid : KeyStoreState::Damaged;
}

} // namespace certwright::vault

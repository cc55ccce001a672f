// Why: the built-in provider: which copy of the key store is believed, and how text is sealed under it.
#include "core/vault/builtin_vault.h"

#include <algorithm>
#include <array>
#include <new>

#include <openssl/crypto.h>

#include "core/vault/aes_gcm.h"
#include "core/vault/base64url.h"
#include "core/vault/key_store_layout.h"
#include "core/vault/master_key.h"

namespace certwright::vault {

using base::ErrorCode;
using base::failure;

namespace {

constexpr std::string_view sealPrefix = "cw1.";
constexpr std::string_view sealPurpose = "certwright sealed passphrase v1";
constexpr std::size_t maximumPlain = 128;
constexpr std::size_t headSize = layout::keyIdSize + gcmNonceSize;
// The longest text that seal() writes; longer ones are refused before anything is decoded.
constexpr std::size_t maximumSealed =
    sealPrefix.size() + ((headSize + maximumPlain + gcmTagSize) * 4 + 2) / 3;

base::Bytes additionalData(base::ByteView keyId) {
    base::Bytes data = base::toBytes(sealPurpose);
    data.insert(data.end(), keyId.begin(), keyId.end());
    return data;
}

// No exception leaves this room: pages for secrets may run out.
template <typename Work> auto withoutThrowing(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::SecretMemory);
    }
}

// Which copy is believed, and which needs writing anew.
struct Choice {
    const base::Bytes* store = nullptr;
    BuiltinVault::Repair repair = BuiltinVault::Repair::None;
};

base::Result<Choice> choose(const KeyStoreFiles& files) {
    using enum KeyStoreState;
    const KeyStoreState primary = stateOf(files.primary);
    const KeyStoreState standby = stateOf(files.standby);
    if (primary == Foreign || standby == Foreign)
        return failure(ErrorCode::KeyStoreForeign);
    if (primary == Missing && standby == Missing)
        return failure(ErrorCode::KeyStoreMissing);
    if (primary != Valid && standby != Valid)
        return failure(ErrorCode::KeyStoreDamaged);
    if (primary != Valid)
        return Choice{&*files.standby, BuiltinVault::Repair::Primary};
    const bool same =
        standby == Valid && CRYPTO_memcmp(files.primary->data(), files.standby->data(), layout::size) == 0;
    return Choice{&*files.primary, same ? BuiltinVault::Repair::None : BuiltinVault::Repair::Standby};
}

} // namespace

struct BuiltinVault::State {
    MasterKey key;
    base::RandomSource& random;
    secret::SecretAccess access;
};

BuiltinVault::BuiltinVault(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

BuiltinVault::~BuiltinVault() = default;

base::Result<std::unique_ptr<BuiltinVault>> BuiltinVault::create(base::RandomSource& random,
                                                                 secret::SecretAccess access) {
    using Made = base::Result<std::unique_ptr<BuiltinVault>>;
    return withoutThrowing([&]() -> Made {
        auto key = MasterKey::make(random, access);
        if (!key)
            return tl::unexpected(std::move(key.error()));
        auto state = std::make_unique<State>(State{std::move(*key), random, access});
        return std::unique_ptr<BuiltinVault>(new BuiltinVault(std::move(state)));
    });
}

base::Result<BuiltinVault::Opened> BuiltinVault::open(const KeyStoreFiles& files, base::RandomSource& random,
                                                      secret::SecretAccess access) {
    return withoutThrowing([&]() -> base::Result<Opened> {
        const auto choice = choose(files);
        if (!choice)
            return tl::unexpected(choice.error());
        auto key = MasterKey::read(*choice->store, access);
        if (!key)
            return tl::unexpected(std::move(key.error()));
        auto state = std::make_unique<State>(State{std::move(*key), random, access});
        return Opened{std::unique_ptr<BuiltinVault>(new BuiltinVault(std::move(state))), choice->repair};
    });
}

base::Result<std::string> BuiltinVault::seal(const secret::SecretBytes& plain, secret::SecretAccess access) {
    if (plain.size() > maximumPlain)
        return failure(ErrorCode::InvalidArgument, {}, "longer than 128 octets");
    return withoutThrowing([&]() -> base::Result<std::string> {
        const base::ByteView keyId = m_state->key.id(access);
        std::array<std::uint8_t, gcmNonceSize> nonce{};
        if (auto filled = m_state->random.fill(nonce); !filled)
            return tl::unexpected(std::move(filled.error()));
        const auto sealed =
            encryptGcm({m_state->key.sealingKey(), nonce, additionalData(keyId)}, plain, access);
        if (!sealed)
            return tl::unexpected(sealed.error());
        base::Bytes octets(keyId.begin(), keyId.end());
        octets.insert(octets.end(), nonce.begin(), nonce.end());
        octets.insert(octets.end(), sealed->begin(), sealed->end());
        return std::string(sealPrefix) + toBase64Url(octets);
    });
}

base::Result<secret::SecretBytes> BuiltinVault::unseal(const std::string& sealed,
                                                       secret::SecretAccess access) const {
    return withoutThrowing([&]() -> base::Result<secret::SecretBytes> {
        if (sealed.size() > maximumSealed || !sealed.starts_with(sealPrefix))
            return failure(ErrorCode::SealInvalid, {}, "not a sealed text");
        const auto octets = fromBase64Url(std::string_view(sealed).substr(sealPrefix.size()));
        if (!octets || octets->size() < headSize + gcmTagSize)
            return failure(ErrorCode::SealInvalid, {}, "not a sealed text");
        const base::ByteView all = *octets;
        const base::ByteView keyId = m_state->key.id(access);
        if (!std::ranges::equal(all.first(layout::keyIdSize), keyId))
            return failure(ErrorCode::SealInvalid, {}, "sealed under another master key");
        return decryptGcm(
            {m_state->key.sealingKey(), all.subspan(layout::keyIdSize, gcmNonceSize), additionalData(keyId)},
            all.subspan(headSize), access);
    });
}

base::Bytes BuiltinVault::content() const {
    const base::ByteView store = m_state->key.store().reveal(m_state->access);
    return {store.begin(), store.end()};
}

base::Result<BuiltinVault::Rotation> BuiltinVault::rotate(const std::vector<std::string>& sealed,
                                                          base::RandomSource& random,
                                                          secret::SecretAccess access) const {
    auto fresh = create(random, access);
    if (!fresh)
        return tl::unexpected(std::move(fresh.error()));
    Rotation rotation{std::move(*fresh), {}};
    for (const std::string& text : sealed) {
        const auto plain = unseal(text, access);
        if (!plain)
            return tl::unexpected(plain.error());
        auto again = rotation.vault->seal(*plain, access);
        if (!again)
            return tl::unexpected(std::move(again.error()));
        rotation.sealed.push_back(std::move(*again));
    }
    return rotation;
}

} // namespace certwright::vault

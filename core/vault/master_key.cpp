// Why: making a key store and deriving the sealing key from it (RFC 8018 section 5.2).
#include "core/vault/master_key.h"

#include <algorithm>

#include <openssl/evp.h>

#include "core/ossl/digest.h"
#include "core/ossl/error_scope.h"
#include "core/vault/key_store_layout.h"

namespace certwright::vault {

namespace {

constexpr std::size_t sealingKeySize = 32;

void writeDigest(std::span<std::uint8_t> to, base::ByteView of) {
    base::Bytes digest = ossl::sha256(of);
    std::copy_n(digest.begin(), to.size(), to.begin());
    base::wipe(digest);
}

} // namespace

MasterKey::MasterKey(secret::SecretBytes store, secret::SecretBytes sealingKey)
    : m_store(std::move(store))
    , m_sealingKey(std::move(sealingKey)) {}

base::Result<MasterKey> MasterKey::make(base::RandomSource& random, secret::SecretAccess access) {
    using namespace layout;
    secret::SecretBytes store(size);
    const std::span<std::uint8_t> octets = store.revealForWriting(access);
    std::ranges::copy(base::viewOf(magic), octets.begin());
    writeNumber(octets, versionAt, version);
    writeNumber(octets, derivationAt, pbkdf2HmacSha256);
    writeNumber(octets, iterationsAt, newIterations);
    static_assert(materialAt == saltAt + saltSize);
    if (auto filled = random.fill(octets.subspan(saltAt, saltSize + materialSize)); !filled)
        return tl::unexpected(std::move(filled.error()));
    writeDigest(octets.subspan(keyIdAt, keyIdSize), octets.subspan(materialAt, materialSize));
    writeDigest(octets.subspan(checksumAt, checksumSize), octets.first(checksumAt));
    return derive(std::move(store), access);
}

base::Result<MasterKey> MasterKey::read(base::ByteView validStore, secret::SecretAccess access) {
    return derive(secret::SecretBytes::copyOf(validStore), access);
}

base::ByteView MasterKey::id(secret::SecretAccess access) const {
    return m_store.reveal(access).subspan(layout::keyIdAt, layout::keyIdSize);
}

base::Result<MasterKey> MasterKey::derive(secret::SecretBytes store, secret::SecretAccess access) {
    using namespace layout;
    const base::ByteView octets = store.reveal(access);
    const base::ByteView material = octets.subspan(materialAt, materialSize);
    const base::ByteView salt = octets.subspan(saltAt, saltSize);
    secret::SecretBytes key(sealingKeySize);
    const ossl::ErrorScope errors;
    const int done = PKCS5_PBKDF2_HMAC(
        reinterpret_cast<const char*>(material.data()), static_cast<int>(material.size()), salt.data(),
        static_cast<int>(salt.size()), static_cast<int>(readNumber(octets, iterationsAt)), EVP_sha256(),
        static_cast<int>(sealingKeySize), key.revealForWriting(access).data());
    if (done != 1)
        return base::failure(base::ErrorCode::CryptoFailed, "PBKDF2", errors.detail());
    return MasterKey(std::move(store), std::move(key));
}

} // namespace certwright::vault

// Why: the one place that holds the master key and what is derived from it. Inside this room only.
#pragma once

#include "core/base/bytes.h"
#include "core/base/random_source.h"
#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::vault {

// MasterKey is a whole key store and the AES-256 key that seals under it. Move-only, as secrets are.
class MasterKey {
  public:
    // make draws fresh material and salt; fails with CryptoFailed.
    static base::Result<MasterKey> make(base::RandomSource& random, secret::SecretAccess access);
    // read takes over a store that stateOf found Valid; fails with CryptoFailed.
    static base::Result<MasterKey> read(base::ByteView validStore, secret::SecretAccess access);

    // id returns the four octets that sealed texts name their key by; valid as long as this object.
    base::ByteView id(secret::SecretAccess access) const;
    // store returns the whole file.
    const secret::SecretBytes& store() const { return m_store; }
    const secret::SecretBytes& sealingKey() const { return m_sealingKey; }

  private:
    MasterKey(secret::SecretBytes store, secret::SecretBytes sealingKey);
    static base::Result<MasterKey> derive(secret::SecretBytes store, secret::SecretAccess access);

    secret::SecretBytes m_store;
    secret::SecretBytes m_sealingKey;
};

} // namespace certwright::vault

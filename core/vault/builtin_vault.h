// Why: without the vendor's library the passphrase still has to be sealed: AES-256-GCM under a key derived
// from the master key store. Values in, values out: who writes the files is the plan.
#pragma once

#include <memory>
#include <vector>

#include "core/base/random_source.h"
#include "core/vault/key_store.h"
#include "core/vault/provider.h"

namespace certwright::vault {

// BuiltinVault is an opened master key. Sealed text is "cw1." + base64url without padding of: master key id
// (4) | nonce (12) | ciphertext | tag (16), with "certwright sealed passphrase v1" and the key id as
// additional data (NIST SP 800-38D).
class BuiltinVault final : public Provider {
  public:
    // create makes a new master key from `random` (which must outlive the vault).
    static base::Result<std::unique_ptr<BuiltinVault>> create(base::RandomSource& random,
                                                              secret::SecretAccess access);
    // Repair of one copy that open() found necessary.
    enum class Repair { None, Primary, Standby };
    struct Opened;
    // open verifies both copies. One missing or damaged: opened from the other, `repair` says which needs
    // writing anew. Both valid but different: the primary wins and the standby is repaired. Both missing:
    // KeyStoreMissing; both unusable: KeyStoreDamaged; either with the vendor's mark: KeyStoreForeign
    // (nothing is read further).
    static base::Result<Opened> open(const KeyStoreFiles& files, base::RandomSource& random,
                                     secret::SecretAccess access);
    ~BuiltinVault() override;

    base::Result<std::string> seal(const secret::SecretBytes& plain, secret::SecretAccess access) override;
    base::Result<secret::SecretBytes> unseal(const std::string& sealed,
                                             secret::SecretAccess access) const override;

    // content returns the key store file (the same for both copies); it holds key material: it is
    // written 0400 only, and the caller wipes it (base::wipe).
    base::Bytes content() const;

    // Rotation is a vault with a new master key and the given texts sealed under it.
    struct Rotation;
    // rotate unseals each text and seals it under a fresh master key; fails as unseal does, changing nothing.
    base::Result<Rotation> rotate(const std::vector<std::string>& sealed, base::RandomSource& random,
                                  secret::SecretAccess access) const;

  private:
    struct State;
    explicit BuiltinVault(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

struct BuiltinVault::Opened {
    std::unique_ptr<BuiltinVault> vault;
    Repair repair = Repair::None;
};

struct BuiltinVault::Rotation {
    std::unique_ptr<BuiltinVault> vault;
    std::vector<std::string> sealed;
};

} // namespace certwright::vault

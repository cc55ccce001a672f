// Why: the master key is made once and kept; what stands at its two places decides whether it is opened,
// repaired or made.
#pragma once

#include <memory>

#include "core/base/random_source.h"
#include "core/check/finding.h"
#include "core/files/file_system.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"
#include "core/vault/builtin_vault.h"

namespace certwright::plan {

// KeyStores holds both copies' content as read; it is key material and wiped at the end.
class KeyStores {
  public:
    KeyStores(const files::FileReader& reader, const Site& site);
    KeyStores(const KeyStores&) = delete;
    KeyStores& operator=(const KeyStores&) = delete;
    ~KeyStores();

    // judge finds KeyStoreForeign (where no library of the vendor's seals here) and KeyStoreDamaged
    // (blockers), KeyStoreRepaired (a warning: the import does it).
    void judge(check::Findings& findings) const;
    // open opens the master key, or makes one from `random` where there is none. Fails as BuiltinVault::open
    // does.
    base::Result<std::unique_ptr<vault::BuiltinVault>> open(base::RandomSource& random,
                                                            secret::SecretAccess access) const;
    // openExisting opens the master key; KeyStoreMissing where there is none.
    base::Result<std::unique_ptr<vault::BuiltinVault>> openExisting(base::RandomSource& random,
                                                                    secret::SecretAccess access) const;

    // state and content of one copy (`copy` is KeyStorePrimary or KeyStoreStandby): nothing where it is
    // missing, empty where it cannot be read.
    vault::KeyStoreState state(Purpose copy) const;
    const std::optional<base::Bytes>& content(Purpose copy) const;
    // foreign tells whether either copy is the vendor's; differ whether both are whole and not the same.
    bool foreign() const;
    // vendorCopies copies those that are the vendor's; whoever has them wipes them.
    vault::KeyStoreFiles vendorCopies() const;
    bool differ() const;
    // openCopy opens the master key from one copy alone. Fails as BuiltinVault::open does.
    base::Result<std::unique_ptr<vault::BuiltinVault>> openCopy(Purpose copy, base::RandomSource& random,
                                                                secret::SecretAccess access) const;

  private:
    std::string m_primaryPath;
    std::string m_standbyPath;
    bool m_libraryHere;
    vault::KeyStoreFiles m_files;
};

} // namespace certwright::plan

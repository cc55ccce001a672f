// Why: import, replacement and repair each seal a fresh passphrase, by the built-in vault or by the vendor's
// library; who seals decides what the key stores hold afterwards.
#pragma once

#include <optional>
#include <string>

#include "core/base/random_source.h"
#include "core/check/finding.h"
#include "core/plan/key_stores.h"
#include "core/plan/targets.h"
#include "core/secret/secret_bytes.h"

namespace certwright::plan {

// Sealing is a fresh passphrase, its sealed text as it stands in the config, and both key stores as they have
// to be for it (key material, wiped at the end). `protector` is the finding that says who sealed.
struct Sealing {
    secret::SecretBytes passphrase;
    std::string text;
    vault::KeyStoreFiles stores;
    check::Finding protector;

    Sealing() = default;
    Sealing(Sealing&& other) = default;
    Sealing& operator=(Sealing&&) = delete;
    ~Sealing();
};

// sealAnew makes a passphrase and seals it: by the library where the site has one, else by the built-in
// vault. The library gets copies of its own key stores and never those of the built-in vault, which it then
// replaces with fresh ones; never is it the other way round. Nothing, with a blocker in `findings`, where the
// library cannot be used or its text cannot stand in the config. Fails as KeyStores::open does, with
// CryptoFailed, or Cancelled while the library was waited for.
base::Result<std::optional<Sealing>> sealAnew(const Site& site, const KeyStores& stores,
                                              base::RandomSource& random, secret::SecretAccess access,
                                              check::Findings& findings);

} // namespace certwright::plan

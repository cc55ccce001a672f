// Why: most of what is done to a service after its import is to replace a part of it; whatever was not named
// must stay as it is, to the last byte.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "core/base/random_source.h"
#include "core/check/check.h"
#include "core/files/file_system.h"
#include "core/plan/plan.h"
#include "core/plan/targets.h"
#include "core/secret/secret_access.h"
#include "core/secret/secret_bytes.h"

namespace certwright::plan {

// ReplaceSource is the whole set that will be installed, checked, and what of it is new. `brought` are the
// slots that something was brought for, `without` the optional ones that are emptied. `key` is a new key;
// nullptr: the installed key stays, with its passphrase. `passphrase` opens the installed key, and then opens
// the new one too; nullptr: a fresh one is made and sealed. `retention` is a new retention date; nothing: the
// configured one stays.
struct ReplaceSource {
    const check::Material& material;
    const check::ServerPath& path;
    std::set<std::string> brought;
    std::set<std::string> without;
    const document::PrivateKey* key = nullptr;
    const secret::SecretBytes* passphrase = nullptr;
    std::optional<base::Time> retention;
};

// planReplace works out the changes. A slot is written only if something was brought for it that is not what
// is installed already (the server's certificate also if its chain needs an intermediate that its file
// lacks); the config changes only where a value must. Home copies follow a new key; key stores are repaired
// where one copy is not whole. `findings` are those of the stages before; added are what judgeTargets,
// KeyStores::judge, judgeValues, judgeConfig, judgeEdited, judgeRetention (the date that will hold) and
// planExchanges find, and ProtectorBuiltin or ProtectorKmc (fresh passphrase), what the vendor's library
// could not do, TargetReplaced, TargetRemoved, ValueTooLong, DiskSpace, and ReplaceNothing (a note) where
// nothing changes. With a blocker among the findings there are no changes. Fails with the vault's errors,
// CryptoFailed, FileNotFound … for the config, or FileChanged if it changed meanwhile. The content of key
// stores in the plan is key material: wipePlan.
base::Result<Plan> planReplace(const files::FileReader& reader, const Site& site, const ReplaceSource& source,
                               base::RandomSource& random, secret::SecretAccess access,
                               check::Findings findings);

} // namespace certwright::plan

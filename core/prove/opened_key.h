// Why: verify, proof, unlock and a replacement each need the installed key opened the way a starting service
// opens it, and each tells differently of what went wrong.
#pragma once

#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/document/object.h"
#include "core/plan/key_stores.h"
#include "core/plan/targets.h"
#include "core/prove/installed.h"
#include "core/secret/secret_bytes.h"

namespace certwright::prove {

// KeyFault is the first thing that stopped it: no sealed passphrase in the config; the key stores; the seal;
// the vendor's library, which is not here, or failed; no key file that can be read; a file that holds no key;
// a key that is not encrypted (the service refuses it); a passphrase that does not open it.
enum class KeyFault {
    None,
    NotSealed,
    KeyStore,
    Seal,
    VendorAbsent,
    Vendor,
    NoFile,
    NoKey,
    Unencrypted,
    Passphrase
};

// OpenedKey: `error` tells of the fault (code, subject, detail), `vendorFault` what was the library's.
// `protector` (Kmc or Builtin) is who sealed it, as far as there is a seal. `passphrase` is there from the
// seal on, `key` only without a fault, `facts` also of a key that is not encrypted.
struct OpenedKey {
    KeyFault fault = KeyFault::None;
    std::optional<vault::VendorFault> vendorFault;
    std::optional<vault::Protector> protector;
    base::Error error{base::ErrorCode::SealInvalid, {}, {}};
    std::optional<secret::SecretBytes> passphrase;
    std::optional<document::PrivateKey> key;
    std::optional<document::KeyFacts> facts;
};

// siteOf is the place as planners name one, for the names of its files.
plan::Site siteOf(const Place& place);

// sealedBy tells whose a sealed text is: Kmc where it is not the built-in vault's and the key stores are the
// vendor's. Nothing without a text.
std::optional<vault::Protector> sealedBy(const std::string& sealed, const plan::KeyStores& stores);

// unsealByLibrary opens a text of the library's own; `place` has a library.
vault::VendorResult<secret::SecretBytes> unsealByLibrary(const Place& place, const plan::KeyStores& stores,
                                                         const std::string& sealed,
                                                         secret::SecretAccess access);

// openInstalledKey unseals the passphrase, by the vendor's library where that sealed it, and opens the key
// with it.
OpenedKey openInstalledKey(const files::FileReader& reader, const Place& place, const Installed& installed,
                           secret::SecretAccess access);

} // namespace certwright::prove

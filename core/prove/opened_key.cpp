// Why: verify, proof and unlock each need the installed key opened the way a starting service opens it.
#include "core/prove/opened_key.h"

#include <utility>
#include <variant>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/ossl/random.h"
#include "core/plan/vendor_findings.h"

namespace certwright::prove {

namespace {

OpenedKey stopped(OpenedKey opened, KeyFault fault, base::Error error) {
    opened.fault = fault;
    opened.error = std::move(error);
    return opened;
}

OpenedKey openKeyFile(OpenedKey opened, const InstalledFile& file, secret::SecretAccess access) {
    if (!file.content)
        return stopped(std::move(opened), KeyFault::NoFile, *file.error);
    const document::ParsedFile parsed = document::parse(*file.content, access);
    for (const document::Item& item : parsed.items) {
        if (const auto* open = std::get_if<document::PrivateKey>(&item.object)) {
            opened.facts = open->facts;
            return stopped(std::move(opened), KeyFault::Unencrypted,
                           {base::ErrorCode::SealInvalid, file.path, "not encrypted"});
        }
        const auto* encrypted = std::get_if<document::EncryptedKey>(&item.object);
        if (encrypted == nullptr)
            continue;
        auto key = document::openKey(*encrypted, *opened.passphrase, access);
        if (!key)
            return stopped(std::move(opened), KeyFault::Passphrase,
                           {base::ErrorCode::SealInvalid, file.path, key.error().detail});
        opened.facts = key->facts;
        opened.key = std::move(*key);
        return opened;
    }
    return stopped(std::move(opened), KeyFault::NoKey,
                   {base::ErrorCode::SealInvalid, file.path, "no key in it"});
}

// What the vendor's library sealed opens where it is.
OpenedKey unsealVendors(OpenedKey opened, const Place& place, const plan::KeyStores& stores,
                        const std::string& sealed, secret::SecretAccess access) {
    if (place.vendor == nullptr)
        return stopped(std::move(opened), KeyFault::VendorAbsent,
                       {base::ErrorCode::KeyStoreForeign, place.profile->keyStore.primary, {}});
    auto passphrase = unsealByLibrary(place, stores, sealed, access);
    if (passphrase) {
        opened.passphrase = std::move(*passphrase);
        return opened;
    }
    opened.vendorFault = passphrase.error();
    return stopped(std::move(opened), KeyFault::Vendor, plan::errorOf(passphrase.error()));
}

OpenedKey unsealBuiltin(OpenedKey opened, const Place& place, const plan::KeyStores& stores,
                        const std::string& sealed, secret::SecretAccess access) {
    const auto random = ossl::systemRandom();
    const auto vault = stores.openExisting(*random, access);
    // The library's key stores are no fault of their own where the library is.
    const bool ours = !stores.foreign() || place.vendor == nullptr;
    if (!vault && (ours || !sealed.empty()))
        return stopped(std::move(opened), ours ? KeyFault::KeyStore : KeyFault::Seal, vault.error());
    if (sealed.empty())
        return stopped(std::move(opened), KeyFault::NotSealed,
                       {base::ErrorCode::SealInvalid, place.profile->passphrase.configKey, "no value"});
    auto passphrase = (*vault)->unseal(sealed, access);
    if (!passphrase)
        return stopped(std::move(opened), KeyFault::Seal, passphrase.error());
    opened.passphrase = std::move(*passphrase);
    return opened;
}

} // namespace

std::optional<vault::Protector> sealedBy(const std::string& sealed, const plan::KeyStores& stores) {
    if (sealed.empty())
        return std::nullopt;
    const bool ours = sealed.starts_with("cw1.") || !stores.foreign();
    return ours ? vault::Protector::Builtin : vault::Protector::Kmc;
}

vault::VendorResult<secret::SecretBytes> unsealByLibrary(const Place& place, const plan::KeyStores& stores,
                                                         const std::string& sealed,
                                                         secret::SecretAccess access) {
    vault::KeyStoreFiles copies = stores.vendorCopies();
    auto passphrase = place.vendor->unseal(sealed, copies, access);
    for (auto* copy : {&copies.primary, &copies.standby})
        if (*copy)
            base::wipe(**copy);
    return passphrase;
}

plan::Site siteOf(const Place& place) {
    plan::Site site{place.profile, place.root, place.home, {}, {}, {}};
    site.vendor = place.vendor;
    return site;
}

OpenedKey openInstalledKey(const files::FileReader& reader, const Place& place, const Installed& installed,
                           secret::SecretAccess access) {
    const plan::KeyStores stores(reader, siteOf(place));
    const std::string& sealed = installed.sealedPassphrase;
    OpenedKey opened;
    opened.protector = sealedBy(sealed, stores);
    opened = opened.protector == vault::Protector::Kmc
                 ? unsealVendors(std::move(opened), place, stores, sealed, access)
                 : unsealBuiltin(std::move(opened), place, stores, sealed, access);
    if (opened.fault != KeyFault::None)
        return opened;
    for (const profile::Slot& slot : place.profile->slots) {
        const auto file = installed.files.find(slot.id);
        if (slot.kind == profile::SlotKind::PrivateKey && file != installed.files.end())
            return openKeyFile(std::move(opened), file->second, access);
    }
    return stopped(std::move(opened), KeyFault::NoFile,
                   {base::ErrorCode::FileNotFound, {}, "not configured"});
}

} // namespace certwright::prove

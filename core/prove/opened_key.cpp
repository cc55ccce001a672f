// Why: verify, proof and unlock each need the installed key opened the way a starting service opens it.
#include "core/prove/opened_key.h"

#include <utility>
#include <variant>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/ossl/random.h"
#include "core/plan/key_stores.h"

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

} // namespace

plan::Site siteOf(const Place& place) {
    plan::Site site{place.profile, place.root, place.home, {}, {}, {}};
    site.vendor = place.vendor;
    return site;
}

OpenedKey openInstalledKey(const files::FileReader& reader, const Place& place, const Installed& installed,
                           secret::SecretAccess access) {
    const profile::Profile& profile = *place.profile;
    OpenedKey opened;
    const auto random = ossl::systemRandom();
    const auto vault = plan::KeyStores(reader, siteOf(place)).openExisting(*random, access);
    if (!vault)
        return stopped(std::move(opened), KeyFault::KeyStore, vault.error());
    const std::string& key = profile.passphrase.configKey;
    if (installed.sealedPassphrase.empty())
        return stopped(std::move(opened), KeyFault::NotSealed,
                       {base::ErrorCode::SealInvalid, key, "no value"});
    auto passphrase = (*vault)->unseal(installed.sealedPassphrase, access);
    if (!passphrase)
        return stopped(std::move(opened), KeyFault::Seal, passphrase.error());
    opened.passphrase = std::move(*passphrase);
    for (const profile::Slot& slot : profile.slots) {
        const auto file = installed.files.find(slot.id);
        if (slot.kind == profile::SlotKind::PrivateKey && file != installed.files.end())
            return openKeyFile(std::move(opened), file->second, access);
    }
    return stopped(std::move(opened), KeyFault::NoFile,
                   {base::ErrorCode::FileNotFound, {}, "not configured"});
}

} // namespace certwright::prove

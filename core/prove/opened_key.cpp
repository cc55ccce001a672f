// Why: verify, proof and unlock each need the installed key opened the way a starting service opens it.
#include "core/prove/opened_key.h"

#include <utility>
#include <variant>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/files/path.h"
#include "core/ossl/random.h"
#include "core/prove/place_paths.h"

namespace certwright::prove {

namespace {

// A key store of either kind is far smaller; anything larger is none.
constexpr std::uint64_t maximumKeyStoreSize = 1024ULL * 1024;

OpenedKey stopped(OpenedKey opened, KeyFault fault, base::Error error) {
    opened.fault = fault;
    opened.error = std::move(error);
    return opened;
}

base::Result<std::optional<base::Bytes>> readCopy(const files::FileReader& reader, const std::string& path) {
    auto content = reader.read(path, maximumKeyStoreSize, files::Links::Refuse);
    if (content)
        return std::optional<base::Bytes>(std::move(*content));
    if (content.error().code == base::ErrorCode::FileNotFound)
        return std::optional<base::Bytes>{};
    return tl::unexpected(content.error());
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

KeyStoreCopies::~KeyStoreCopies() {
    if (files.primary)
        base::wipe(*files.primary);
    if (files.standby)
        base::wipe(*files.standby);
}

base::Result<KeyStoreCopies> readKeyStores(const files::FileReader& reader, const Place& place) {
    KeyStoreCopies copies;
    copies.primaryPath = targetPath(place.root, place.profile->keyStore.primary);
    copies.standbyPath = targetPath(place.root, place.profile->keyStore.standby);
    auto primary = readCopy(reader, copies.primaryPath);
    if (!primary)
        return tl::unexpected(primary.error());
    copies.files.primary = std::move(*primary);
    auto standby = readCopy(reader, copies.standbyPath);
    if (!standby)
        return tl::unexpected(standby.error());
    copies.files.standby = std::move(*standby);
    return copies;
}

OpenedKey openInstalledKey(const files::FileReader& reader, const Place& place, const Installed& installed,
                           secret::SecretAccess access) {
    const profile::Profile& profile = *place.profile;
    OpenedKey opened;
    const auto copies = readKeyStores(reader, place);
    if (!copies)
        return stopped(std::move(opened), KeyFault::KeyStore, copies.error());
    const auto random = ossl::systemRandom();
    auto vault = vault::BuiltinVault::open(copies->files, *random, access);
    if (!vault)
        return stopped(std::move(opened), KeyFault::KeyStore, vault.error());
    opened.repair = vault->repair;
    const std::string& key = profile.passphrase.configKey;
    if (installed.sealedPassphrase.empty())
        return stopped(std::move(opened), KeyFault::NotSealed,
                       {base::ErrorCode::SealInvalid, key, "no value"});
    auto passphrase = vault->vault->unseal(installed.sealedPassphrase, access);
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

// Why: a PKCS#12 container opens with one of the forms that a password has had over the years.
#include <algorithm>

#include "core/document/open.h"
#include "core/document/pkcs12_bags.h"
#include "core/document/pkcs12_mac.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

OpenResult<Pkcs12Contents> openWith(const Pkcs12Parts& parts, const std::vector<ContentInfo>& infos,
                                    const PasswordForms& password, Decryptor& decryptor,
                                    SecretAccess access) {
    if (parts.mac) {
        const auto fits = checkMac(*parts.mac, *parts.authenticated, password, decryptor, access);
        if (!fits)
            return tl::unexpected(fits.error());
    }
    BagOpener opener(decryptor, password, parts.mac ? MacState::Fits : MacState::Absent, access);
    for (const ContentInfo& info : infos) {
        if (auto read = opener.readPart(info); !read)
            return tl::unexpected(read.error());
    }
    return opener.takeContents();
}

bool wrongPassword(const OpenResult<Pkcs12Contents>& result) {
    return !result && result.error().failure == OpenFailure::WrongPassword;
}

tl::unexpected<OpenError> damaged(const Problem& problem) {
    return openProblem(OpenFailure::Damaged, problem.detail, problem.fault);
}

} // namespace

OpenResult<Pkcs12Contents> openPkcs12Contents(const Pkcs12& container, const SecretBytes& password,
                                              SecretAccess access) {
    const ossl::ErrorScope errors;
    const Definite pfx(container.der, access);
    const auto parts = pkcs12Parts(pfx.octets());
    if (!parts)
        return damaged(parts.error());
    if (!parts->authenticated)
        return openProblem(OpenFailure::UnsupportedScheme, "PKCS#12 in public-key mode");
    const Definite safes(*parts->authenticated, access);
    const auto infos = contentInfos(safes.octets());
    if (!infos)
        return damaged(infos.error());
    const ByteView octets = password.reveal(access);
    Decryptor decryptor(access);
    const SecretBytes wide = asBmpString(password, access);
    auto opened = openWith(*parts, *infos, {octets, octets, wide.reveal(access)}, decryptor, access);
    if (!wrongPassword(opened))
        return opened;
    if (octets.empty())
        return openWith(*parts, *infos, {octets, std::nullopt}, decryptor, access);
    const SecretBytes raw = eachOctetAsCharacter(password, access);
    if (raw.size() == octets.size())
        return opened;
    return openWith(*parts, *infos, {octets, raw.reveal(access)}, decryptor, access);
}

OpenResult<std::vector<Item>> openPkcs12(const Pkcs12& container, const SecretBytes& password,
                                         SecretAccess access) {
    auto contents = openPkcs12Contents(container, password, access);
    return contents ? OpenResult<std::vector<Item>>(std::move(contents->items))
                    : tl::unexpected(contents.error());
}

std::optional<std::size_t> certificateOf(const std::vector<Item>& items, std::size_t key) {
    const auto* open = std::get_if<PrivateKey>(&items[key].object);
    if (!open && !std::holds_alternative<EncryptedKey>(items[key].object))
        return std::nullopt;
    const base::Bytes& id = items[key].localKeyId;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto* certificate = std::get_if<Certificate>(&items[i].object);
        if (!certificate)
            continue;
        const bool same = open ? certificate->facts.key.publicKeyInfo == open->facts.publicKeyInfo
                               : !id.empty() && items[i].localKeyId == id;
        if (same)
            return i;
    }
    return std::nullopt;
}

} // namespace certwright::document

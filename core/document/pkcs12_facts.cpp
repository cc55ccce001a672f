// Why: a PKCS#12 container says how it is encrypted before anybody asks for its password.
#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/document/encryption_facts.h"
#include "core/document/pkcs12_mac.h"
#include "core/document/pkcs12_parts.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;

constexpr const char* publicKeyMode = "PKCS#12 in public-key mode";

Checked<EncryptionFacts> factsOf(const Protected& sealed) {
    const auto scheme = schemeOf(sealed.algorithm);
    return scheme ? Checked<EncryptionFacts>(scheme->facts) : tl::unexpected(scheme.error());
}

// shroudedAlgorithm finds the first encrypted key among bags that are not encrypted themselves.
Checked<EncryptionFacts> shroudedAlgorithm(ByteView data, secret::SecretAccess access) {
    const Definite safe(data, access);
    const auto bags = safeBags(safe.octets());
    if (!bags)
        return tl::unexpected(bags.error());
    for (const SafeBag& bag : *bags) {
        const bool shrouded = objectNumber(bag.type) == NID_pkcs8ShroudedKeyBag;
        if (const auto sealed = shrouded ? protectedKey(bag.value) : std::nullopt)
            return factsOf(*sealed);
    }
    return EncryptionFacts{};
}

Checked<EncryptionFacts> partFacts(const ContentInfo& part, secret::SecretAccess access) {
    const int type = objectNumber(part.type);
    if (type == NID_pkcs7_data) {
        const auto data = dataOf(part);
        return data ? shroudedAlgorithm(*data, access)
                    : faulty(Fault::Pkcs12Content, "PKCS#12 part without content");
    }
    if (type != NID_pkcs7_encrypted)
        return EncryptionFacts{publicKeyMode, {}, {}, 0};
    const auto sealed = encryptedOf(part);
    return sealed ? factsOf(*sealed) : faulty(Fault::Pkcs12Content, "PKCS#12 part without content");
}

} // namespace

Checked<Pkcs12> pkcs12From(ByteView der, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const Definite pfx(der, access);
    const auto parts = pkcs12Parts(pfx.octets());
    if (!parts)
        return tl::unexpected(parts.error());
    // In BER the end is where the file ends: nothing else is expected behind a container.
    const auto element = ossl::DerReader(der).next();
    Pkcs12 container{
        {der.begin(), element ? der.begin() + static_cast<std::ptrdiff_t>(element->whole.size()) : der.end()},
        {}};
    if (!parts->authenticated) {
        container.encryption.scheme = publicKeyMode;
        return container;
    }
    const Definite safes(*parts->authenticated, access);
    const auto infos = contentInfos(safes.octets());
    if (!infos)
        return tl::unexpected(infos.error());
    for (const ContentInfo& part : *infos) {
        auto facts = partFacts(part, access);
        if (!facts)
            return tl::unexpected(facts.error());
        container.encryption = std::move(*facts);
        if (!container.encryption.scheme.empty())
            break;
    }
    return container;
}

} // namespace certwright::document

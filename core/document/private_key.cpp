// Why: the older forms are wrapped into PKCS#8, and every key is checked as such.
#include "core/document/private_key.h"

#include <array>

#include "core/document/key_checks.h"
#include "core/document/key_facts.h"
#include "core/document/minimal_der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;
using secret::SecretAccess;
using secret::SecretBytes;

constexpr std::array<std::uint8_t, 3> versionZero{0x02, 0x01, 0x00};
constexpr std::array<std::uint8_t, 15> rsaAlgorithm{0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86,
                                                    0xF7, 0x0D, 0x01, 0x01, 0x01, 0x05, 0x00};
constexpr std::array<std::uint8_t, 13> rsaPssAlgorithm{0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48,
                                                       0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A};
constexpr std::array<std::uint8_t, 9> ecObjectId{0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
constexpr std::array<std::uint8_t, 9> dsaObjectId{0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01};

// Wrapped is a key as PrivateKeyInfo, and the public number that an older form says it has.
struct Wrapped {
    SecretBytes pkcs8;
    std::optional<ByteView> claimed;
};

SecretBytes wrapped(ByteView algorithm, ByteView key) {
    const base::Bytes octetString = ossl::derHeader(Tag::OctetString, key.size());
    const std::size_t size = versionZero.size() + algorithm.size() + octetString.size() + key.size();
    SecretBytes out = SecretBytes::copyOf(ossl::derHeader(Tag::Sequence, size));
    for (const ByteView part : {ByteView(versionZero), algorithm, ByteView(octetString), key})
        out.append(part);
    return out;
}

// wrapDsa takes version, p, q, g, y and x.
Checked<Wrapped> wrapDsa(const DerElement& key) {
    std::array<DerElement, 6> numbers;
    DerReader reader(key.content);
    for (DerElement& number : numbers) {
        const auto element = reader.next(Tag::Integer);
        if (!element || element->content.empty())
            return faulty(Fault::Structure, "malformed DSA key");
        number = *element;
    }
    if (!reader.atEnd())
        return faulty(Fault::TrailingData, "more numbers than a DSA key has");
    if (!isStrictDer(key.whole))
        return faulty(Fault::NotDer, "DSA key is not DER");
    if (numbers[0].content.size() != 1 || numbers[0].content[0] != 0)
        return faulty(Fault::KeyVersion, "DSA key of an unknown version");
    const base::Bytes parameters =
        ossl::derElement(Tag::Sequence, {numbers[1].whole, numbers[2].whole, numbers[3].whole});
    return Wrapped{wrapped(ossl::derElement(Tag::Sequence, {dsaObjectId, parameters}), numbers[5].whole),
                   numbers[4].content};
}

// wrapEc takes the curve that stands in the key; the check of the key finds whatever else is wrong with it.
Checked<Wrapped> wrapEc(const DerElement& key) {
    DerReader reader(key.content);
    if (!reader.next(Tag::Integer) || !reader.next(Tag::OctetString))
        return faulty(Fault::Structure, "malformed ECPrivateKey");
    const auto parameters = reader.next(Tag::Context0);
    return Wrapped{
        wrapped(ossl::derElement(Tag::Sequence, {ecObjectId, parameters ? parameters->content : ByteView()}),
                key.whole),
        {}};
}

Checked<Wrapped> toPkcs8(KeyForm form, const DerElement& key) {
    switch (form) {
    case KeyForm::Pkcs8:
        return Wrapped{SecretBytes::copyOf(key.whole), {}};
    case KeyForm::Rsa:
        return Wrapped{wrapped(rsaAlgorithm, key.whole), {}};
    case KeyForm::RsaPss:
        return Wrapped{wrapped(rsaPssAlgorithm, key.whole), {}};
    case KeyForm::Dsa:
        return wrapDsa(key);
    case KeyForm::Ec:
        break;
    }
    return wrapEc(key);
}

Checked<base::Bytes> checkOther(const Pkcs8Parts& parts) {
    const std::string name = keyAlgorithmName(parts.objectId);
    if (name == "X25519" || name == "X448")
        return checkRaw(parts, name.c_str());
    if (name == "DH" || name == "DHX")
        return checkDh(parts);
    return faulty(Fault::Algorithm, name);
}

Checked<base::Bytes> checked(const Pkcs8Parts& parts, std::optional<ByteView> claimed,
                             std::vector<Fault>& remarks) {
    switch (parts.kind) {
    case KeyAlgorithm::Rsa:
    case KeyAlgorithm::RsaPss:
        return checkRsa(parts, remarks);
    case KeyAlgorithm::Ec:
    case KeyAlgorithm::Sm2:
        return checkEc(parts, remarks);
    case KeyAlgorithm::Ed25519:
        return checkRaw(parts, "ED25519");
    case KeyAlgorithm::Ed448:
        return checkRaw(parts, "ED448");
    case KeyAlgorithm::Dsa:
        return checkDsa(parts, claimed);
    case KeyAlgorithm::Other:
        break;
    }
    return checkOther(parts);
}

} // namespace

Checked<PrivateKey> privateKeyFrom(KeyForm form, ByteView der, SecretAccess access) {
    const auto element = DerReader(der).next(Tag::Sequence);
    if (!element)
        return faulty(Fault::Structure, "no complete DER sequence");
    auto pkcs8 = toPkcs8(form, *element);
    if (!pkcs8)
        return tl::unexpected(pkcs8.error());
    const auto parts = pkcs8Parts(pkcs8->pkcs8.reveal(access));
    if (!parts)
        return tl::unexpected(parts.error());
    std::vector<Fault> remarks;
    const auto info = checked(*parts, pkcs8->claimed, remarks);
    if (!info)
        return tl::unexpected(info.error());
    auto facts = publicKeyFacts(*info);
    if (!facts)
        return tl::unexpected(Problem{facts.error()});
    return PrivateKey{std::move(pkcs8->pkcs8), std::move(*facts), std::move(remarks)};
}

} // namespace certwright::document

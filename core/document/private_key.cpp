// Why: the older forms are wrapped into PKCS#8, and the public half is taken or worked out from the private
// one.
#include "core/document/private_key.h"

#include <array>

#include "core/document/key_facts.h"
#include "core/document/native.h"
#include "core/ossl/der.h"

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
constexpr std::array<std::uint8_t, 9> ecObjectId{0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};
constexpr std::array<std::uint8_t, 9> dsaObjectId{0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x38, 0x04, 0x01};

// integersOf takes up to N INTEGERs at the front of `sequence` and returns how many there were.
template <std::size_t N> std::size_t integersOf(ByteView sequence, std::array<DerElement, N>& out) {
    DerReader reader(sequence);
    std::size_t count = 0;
    while (count < N) {
        const auto element = reader.next(Tag::Integer);
        if (!element || element->content.empty())
            break;
        out[count++] = *element;
    }
    return count;
}

// EcParts are the fields of an ECPrivateKey; `parameters` and `point` are empty where absent.
struct EcParts {
    ByteView parameters;
    ByteView point;
};

Reading<EcParts> ecParts(ByteView ecPrivateKey) {
    const auto outer = DerReader(ecPrivateKey).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto number = version ? reader.next(Tag::OctetString) : std::nullopt;
    if (!number || number->content.empty())
        return unreadable("malformed ECPrivateKey");
    EcParts parts;
    if (const auto parameters = reader.next(Tag::Context0))
        parts.parameters = parameters->content;
    if (const auto point = reader.next(Tag::Context1))
        parts.point = point->content;
    return parts;
}

SecretBytes wrapped(ByteView algorithm, ByteView key) {
    const base::Bytes octetString = ossl::derHeader(Tag::OctetString, key.size());
    const std::size_t size = versionZero.size() + algorithm.size() + octetString.size() + key.size();
    SecretBytes out = SecretBytes::copyOf(ossl::derHeader(Tag::Sequence, size));
    for (const ByteView part : {ByteView(versionZero), algorithm, ByteView(octetString), key})
        out.append(part);
    return out;
}

Reading<SecretBytes> wrapDsa(ByteView content) {
    std::array<DerElement, 6> numbers;
    if (integersOf(content, numbers) != numbers.size())
        return unreadable("malformed DSA key");
    const base::Bytes parameters =
        ossl::derElement(Tag::Sequence, {numbers[1].whole, numbers[2].whole, numbers[3].whole});
    return wrapped(ossl::derElement(Tag::Sequence, {dsaObjectId, parameters}), numbers[5].whole);
}

Reading<SecretBytes> toPkcs8(KeyForm form, const DerElement& key) {
    switch (form) {
    case KeyForm::Pkcs8:
        return SecretBytes::copyOf(key.whole);
    case KeyForm::Rsa:
        return wrapped(rsaAlgorithm, key.whole);
    case KeyForm::Dsa:
        return wrapDsa(key.content);
    case KeyForm::Ec:
        break;
    }
    const auto parts = ecParts(key.whole);
    if (!parts)
        return unreadable(parts.error());
    if (parts->parameters.empty())
        return unreadable("EC key without its curve");
    return wrapped(ossl::derElement(Tag::Sequence, {ecObjectId, parts->parameters}), key.whole);
}

// publicKeyInfoFrom writes SubjectPublicKeyInfo from the halves that are public anyway.
base::Bytes publicKeyInfoFrom(ByteView algorithm, ByteView bitStringContent) {
    return ossl::derElement(Tag::Sequence, {algorithm, ossl::derElement(Tag::BitString, {bitStringContent})});
}

Reading<base::Bytes> rsaPublic(ByteView algorithm, ByteView key) {
    const auto outer = DerReader(key).next(Tag::Sequence);
    std::array<DerElement, 9> numbers;
    if (!outer || integersOf(outer->content, numbers) != numbers.size())
        return unreadable("malformed RSAPrivateKey");
    for (std::size_t i = 1; i < numbers.size(); ++i) {
        if (ossl::derIntegerBits(numbers[i].content) == 0)
            return unreadable("RSA key with a number that is not positive");
    }
    constexpr std::array<std::uint8_t, 1> noUnusedBits{0};
    const base::Bytes numbersPublic = ossl::derElement(Tag::Sequence, {numbers[1].whole, numbers[2].whole});
    base::Bytes content(noUnusedBits.begin(), noUnusedBits.end());
    content.insert(content.end(), numbersPublic.begin(), numbersPublic.end());
    return publicKeyInfoFrom(algorithm, content);
}

// ecPublic takes the point that stands in the key; without one the result is empty.
Reading<base::Bytes> ecPublic(ByteView algorithm, ByteView key) {
    const auto parts = ecParts(key);
    if (!parts)
        return unreadable(parts.error());
    const auto point = DerReader(parts->point).next(Tag::BitString);
    if (!point || point->content.size() < 2)
        return base::Bytes();
    return publicKeyInfoFrom(algorithm, point->content);
}

// Pkcs8Parts are the fields of a PrivateKeyInfo, looking at its octets.
struct Pkcs8Parts {
    ByteView algorithm;
    KeyAlgorithm kind = KeyAlgorithm::Other;
    ByteView key;
};

Reading<Pkcs8Parts> pkcs8Parts(ByteView pkcs8) {
    const auto outer = DerReader(pkcs8).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto algorithm = version ? reader.next(Tag::Sequence) : std::nullopt;
    const auto key = algorithm ? reader.next(Tag::OctetString) : std::nullopt;
    const auto type = algorithm ? DerReader(algorithm->content).next(Tag::ObjectId) : std::nullopt;
    if (!key || !type || version->content.size() != 1 || version->content[0] > 1)
        return unreadable("malformed PrivateKeyInfo");
    return Pkcs8Parts{algorithm->whole, keyAlgorithmOf(type->whole), key->content};
}

Reading<base::Bytes> publicHalf(const SecretBytes& pkcs8, SecretAccess access) {
    const auto parts = pkcs8Parts(pkcs8.reveal(access));
    if (!parts)
        return unreadable(parts.error());
    Reading<base::Bytes> info;
    if (parts->kind == KeyAlgorithm::Rsa || parts->kind == KeyAlgorithm::RsaPss)
        info = rsaPublic(parts->algorithm, parts->key);
    else if (parts->kind == KeyAlgorithm::Ec)
        info = ecPublic(parts->algorithm, parts->key);
    if (!info || !info->empty())
        return info;
    return derivedPublicKeyInfo(pkcs8, access);
}

} // namespace

Reading<PrivateKey> privateKeyFrom(KeyForm form, ByteView der, SecretAccess access) {
    const auto element = DerReader(der).next(Tag::Sequence);
    if (!element)
        return unreadable("no complete DER sequence");
    auto pkcs8 = toPkcs8(form, *element);
    if (!pkcs8)
        return unreadable(pkcs8.error());
    const auto info = publicHalf(*pkcs8, access);
    if (!info)
        return unreadable(info.error());
    auto facts = publicKeyFacts(*info);
    if (!facts)
        return unreadable(facts.error());
    return PrivateKey{std::move(*pkcs8), std::move(*facts)};
}

} // namespace certwright::document

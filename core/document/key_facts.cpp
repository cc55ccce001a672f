// Why: kind and size of a public key (RFC 3279, 5480, 8410) and of a signature.
#include "core/document/key_facts.h"

#include <algorithm>
#include <array>
#include <memory>

#include <openssl/asn1t.h>
#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "core/document/asn1_values.h"
#include "core/document/key_checks.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using ossl::DerReader;
using ossl::Tag;

struct FreeAlgorithm {
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
};
struct FreeGroup {
    void operator()(EC_GROUP* p) const { EC_GROUP_free(p); }
};
struct FreePss {
    void operator()(RSA_PSS_PARAMS* p) const { RSA_PSS_PARAMS_free(p); }
};

std::string upperCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string digestName(int number) {
    return number == NID_undef ? std::string() : upperCase(OBJ_nid2sn(number));
}

// firstIntegerBits returns the size of the INTEGER at the front of a SEQUENCE: an RSA modulus, a DSA prime.
int firstIntegerBits(base::ByteView sequence) {
    const auto outer = DerReader(sequence).next(Tag::Sequence);
    const auto number = outer ? DerReader(outer->content).next(Tag::Integer) : std::nullopt;
    return number ? ossl::derIntegerBits(number->content) : 0;
}

// explicitFieldBits reads ECParameters { version, FieldID { type, prime }, … } (X9.62).
int explicitFieldBits(base::ByteView parameters) {
    DerReader reader(parameters);
    const auto version = reader.next(Tag::Integer);
    const auto field = version ? reader.next(Tag::Sequence) : std::nullopt;
    DerReader inner(field ? field->content : base::ByteView());
    const auto type = inner.next(Tag::ObjectId);
    const auto prime = type ? inner.next(Tag::Integer) : std::nullopt;
    return prime ? ossl::derIntegerBits(prime->content) : 0;
}

// fieldBits returns the field size of a named curve; 0 if OpenSSL does not know it. Making the group costs
// twenty microseconds, so the curves that everybody uses are known here.
int fieldBits(int curve) {
    switch (curve) {
    case NID_X9_62_prime256v1:
        return 256;
    case NID_secp384r1:
        return 384;
    case NID_secp521r1:
        return 521;
    default:
        break;
    }
    const std::unique_ptr<EC_GROUP, FreeGroup> group(EC_GROUP_new_by_curve_name(curve));
    return group ? EC_GROUP_get_degree(group.get()) : 0;
}

void readCurve(DerReader parameters, KeyFacts& facts) {
    const auto element = parameters.next();
    if (!element)
        return;
    if (element->tag == Tag::Sequence)
        facts.bits = explicitFieldBits(element->content);
    if (element->tag != Tag::ObjectId)
        return;
    const int curve = objectNumber(element->whole);
    facts.bits = fieldBits(curve);
    if (facts.bits > 0)
        facts.curve = OBJ_nid2sn(curve);
    if (curve == NID_sm2)
        facts.algorithm = KeyAlgorithm::Sm2;
}

void readSize(DerReader parameters, base::ByteView key, KeyFacts& facts) {
    switch (facts.algorithm) {
    case KeyAlgorithm::Rsa:
    case KeyAlgorithm::RsaPss:
        facts.bits = firstIntegerBits(key);
        break;
    case KeyAlgorithm::Ec:
        readCurve(parameters, facts);
        break;
    case KeyAlgorithm::Dsa:
        facts.bits = firstIntegerBits(parameters.rest());
        break;
    case KeyAlgorithm::Ed25519:
        facts.bits = 255;
        break;
    case KeyAlgorithm::Ed448:
        facts.bits = 448;
        break;
    case KeyAlgorithm::Sm2: // is told from EC by its curve
    case KeyAlgorithm::Other:
        if (facts.name == "DH" || facts.name == "DHX")
            facts.bits = firstIntegerBits(parameters.rest());
        break;
    }
}

// uncompress gives an EC key on a named curve the form in which all others stand, so that equal keys compare
// equal.
void uncompress(DerReader parameters, const ossl::DerElement& algorithm, base::ByteView point,
                KeyFacts& facts) {
    constexpr std::uint8_t uncompressed = 4;
    if (facts.curve.empty() || point.empty() || point[0] == uncompressed)
        return;
    if (const auto full = uncompressedPoint(parameters.rest(), point))
        facts.publicKeyInfo = publicKeyInfoOf(algorithm.whole, *full);
}

int pssDigest(const X509_ALGOR* algorithm) {
    int type = V_ASN1_UNDEF;
    const void* value = nullptr;
    X509_ALGOR_get0(nullptr, &type, &value, algorithm);
    if (type != V_ASN1_SEQUENCE)
        return NID_undef;
    const std::unique_ptr<RSA_PSS_PARAMS, FreePss> parameters(static_cast<RSA_PSS_PARAMS*>(
        ASN1_item_unpack(static_cast<const ASN1_STRING*>(value), ASN1_ITEM_rptr(RSA_PSS_PARAMS))));
    if (!parameters)
        return NID_undef;
    return parameters->hashAlgorithm ? OBJ_obj2nid(parameters->hashAlgorithm->algorithm) : NID_sha1;
}

base::ByteView octetsOfNumber(int number) {
    const ASN1_OBJECT* object = OBJ_nid2obj(number);
    return {OBJ_get0_data(object), OBJ_length(object)};
}

// contentOf returns the content of the OBJECT IDENTIFIER at the front of `der`; empty if there is none.
base::ByteView contentOf(base::ByteView der) {
    const auto element = DerReader(der).next(Tag::ObjectId);
    return element ? element->content : base::ByteView();
}

SignatureFacts factsOfSignature(int number) {
    int digest = NID_undef;
    if (OBJ_find_sigid_algs(number, &digest, nullptr) != 1)
        digest = NID_undef;
    return {OBJ_nid2ln(number), digestName(digest)};
}

// CommonSignature is an algorithm whose facts do not depend on its parameters.
struct CommonSignature {
    base::ByteView octets;
    SignatureFacts facts;
};

const std::vector<CommonSignature>& commonSignatures() {
    static const std::vector<CommonSignature> all = [] {
        std::vector<CommonSignature> made;
        for (const int number :
             {NID_sha256WithRSAEncryption, NID_sha384WithRSAEncryption, NID_sha512WithRSAEncryption,
              NID_sha1WithRSAEncryption, NID_ecdsa_with_SHA256, NID_ecdsa_with_SHA384, NID_ecdsa_with_SHA512,
              NID_ED25519, NID_md5WithRSAEncryption})
            made.push_back({octetsOfNumber(number), factsOfSignature(number)});
        return made;
    }();
    return all;
}

} // namespace

KeyAlgorithm keyAlgorithmOf(base::ByteView objectId) {
    struct Known {
        base::ByteView octets;
        KeyAlgorithm algorithm;
    };
    static const std::array known{
        Known{octetsOfNumber(NID_rsaEncryption), KeyAlgorithm::Rsa},
        Known{octetsOfNumber(NID_X9_62_id_ecPublicKey), KeyAlgorithm::Ec},
        Known{octetsOfNumber(NID_ED25519), KeyAlgorithm::Ed25519},
        Known{octetsOfNumber(NID_ED448), KeyAlgorithm::Ed448},
        Known{octetsOfNumber(NID_rsassaPss), KeyAlgorithm::RsaPss},
        Known{octetsOfNumber(NID_dsa), KeyAlgorithm::Dsa},
    };
    const base::ByteView content = contentOf(objectId);
    const auto* found = std::ranges::find_if(
        known, [&](const Known& one) { return std::ranges::equal(one.octets, content); });
    return found != known.end() ? found->algorithm : KeyAlgorithm::Other;
}

Reading<KeyFacts> publicKeyFacts(base::ByteView publicKeyInfo) {
    const auto outer = DerReader(publicKeyInfo).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : base::ByteView());
    const auto algorithm = reader.next(Tag::Sequence);
    const auto bits = algorithm ? reader.next(Tag::BitString) : std::nullopt;
    DerReader parameters(algorithm ? algorithm->content : base::ByteView());
    const auto type = parameters.next(Tag::ObjectId);
    if (!bits || bits->content.empty() || !type)
        return unreadable("malformed SubjectPublicKeyInfo");
    KeyFacts facts;
    facts.algorithm = keyAlgorithmOf(type->whole);
    facts.publicKeyInfo.assign(outer->whole.begin(), outer->whole.end());
    if (facts.algorithm == KeyAlgorithm::Other)
        facts.name = keyAlgorithmName(type->whole);
    readSize(parameters, bits->content.subspan(1), facts);
    if (facts.algorithm == KeyAlgorithm::Ec)
        uncompress(parameters, *algorithm, bits->content.subspan(1), facts);
    return facts;
}

SignatureFacts signatureFacts(base::ByteView algorithm) {
    const auto outer = DerReader(algorithm).next(Tag::Sequence);
    const base::ByteView type = contentOf(outer ? outer->content : base::ByteView());
    for (const CommonSignature& common : commonSignatures())
        if (std::ranges::equal(common.octets, type))
            return common.facts;
    const unsigned char* at = algorithm.data();
    const std::unique_ptr<X509_ALGOR, FreeAlgorithm> native(
        d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())));
    return native ? signatureFacts(native.get()) : SignatureFacts{};
}

SignatureFacts signatureFacts(const X509_algor_st* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int number = OBJ_obj2nid(object);
    if (number == NID_rsassaPss)
        return {OBJ_nid2ln(number), digestName(pssDigest(algorithm))};
    SignatureFacts facts = factsOfSignature(number);
    if (number == NID_undef)
        facts.algorithm = dottedText(object);
    return facts;
}

} // namespace certwright::document

// Why: see pkcs8_parts.h.
#include "core/document/pkcs8_parts.h"

#include <algorithm>
#include <array>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/document/key_facts.h"
#include "core/document/minimal_der.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr auto implicitPublicKey = Tag{0x81};

struct NamedAlgorithm {
    std::string_view numbers;
    std::string_view name;
};

// Names that OpenSSL has not, or not as they are written.
constexpr std::array names{
    NamedAlgorithm{"1.2.840.113549.1.3.1", "DH"},
    NamedAlgorithm{"1.2.840.10046.2.1", "DHX"},
    NamedAlgorithm{"1.3.101.110", "X25519"},
    NamedAlgorithm{"1.3.101.111", "X448"},
    NamedAlgorithm{"1.2.643.2.2.19", "GOST R 34.10-2001"},
    NamedAlgorithm{"1.2.643.2.2.20", "GOST R 34.10-94"},
    NamedAlgorithm{"1.2.643.7.1.1.1.1", "GOST R 34.10-2012 (256 bit)"},
    NamedAlgorithm{"1.2.643.7.1.1.1.2", "GOST R 34.10-2012 (512 bit)"},
    NamedAlgorithm{"2.16.840.1.101.3.4.3.17", "ML-DSA-44"},
    NamedAlgorithm{"2.16.840.1.101.3.4.3.18", "ML-DSA-65"},
    NamedAlgorithm{"2.16.840.1.101.3.4.3.19", "ML-DSA-87"},
    NamedAlgorithm{"2.16.840.1.101.3.4.4.1", "ML-KEM-512"},
    NamedAlgorithm{"2.16.840.1.101.3.4.4.2", "ML-KEM-768"},
    NamedAlgorithm{"2.16.840.1.101.3.4.4.3", "ML-KEM-1024"},
    NamedAlgorithm{"1.2.840.113549.1.1.7", "RSAES-OAEP"},
    NamedAlgorithm{"1.3.132.1.12", "ECDH"},
    NamedAlgorithm{"1.3.132.1.13", "ECMQV"},
};

struct FreeObject {
    void operator()(ASN1_OBJECT* p) const { ASN1_OBJECT_free(p); }
};

// bitStringIn reads [1] IMPLICIT BIT STRING, and the EXPLICIT one that some writers made of it.
std::optional<ByteView> bitStringIn(const ossl::DerElement& element) {
    if (element.tag == implicitPublicKey)
        return element.content;
    if (element.tag != Tag::Context1)
        return std::nullopt;
    const auto inner = DerReader(element.content).next(Tag::BitString);
    return inner ? std::optional(inner->content) : std::nullopt;
}

// readRest takes the optional attributes and the public key behind the key.
Checked<void> readRest(DerReader reader, bool second, Pkcs8Parts& parts) {
    if (reader.peek() == Tag::Context0 && !reader.next())
        return faulty(Fault::Structure, "malformed attributes");
    if (reader.atEnd())
        return {};
    const auto element = reader.next();
    const auto bits = element ? bitStringIn(*element) : std::nullopt;
    if (!bits)
        return faulty(Fault::TrailingData, "unknown element in PrivateKeyInfo");
    if (bits->size() < 2 || (*bits)[0] != 0 || !hasMinimalLength(*element))
        return faulty(Fault::Structure, "malformed public key in PrivateKeyInfo");
    if (!second)
        return faulty(Fault::Pkcs8Version, "PrivateKeyInfo of version 1 with a public key");
    if (!reader.atEnd())
        return faulty(Fault::TrailingData, "octets behind the public key in PrivateKeyInfo");
    parts.publicKey = bits;
    return {};
}

} // namespace

std::string keyAlgorithmName(ByteView objectId) {
    const unsigned char* at = objectId.data();
    const std::unique_ptr<ASN1_OBJECT, FreeObject> object(
        d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(objectId.size())));
    if (!object)
        return {};
    std::string numbers = dottedText(object.get());
    const auto* named = std::find_if(names.begin(), names.end(),
                                     [&](const NamedAlgorithm& n) { return n.numbers == numbers; });
    if (named != names.end())
        return std::string(named->name);
    const int number = OBJ_obj2nid(object.get());
    return number == NID_undef ? numbers : OBJ_nid2ln(number);
}

Checked<Pkcs8Parts> pkcs8Parts(ByteView pkcs8) {
    const auto outer = DerReader(pkcs8).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto algorithm = version ? reader.next(Tag::Sequence) : std::nullopt;
    const auto key = algorithm ? reader.next(Tag::OctetString) : std::nullopt;
    DerReader inner(algorithm ? algorithm->content : ByteView());
    const auto type = inner.next(Tag::ObjectId);
    if (!key || !type)
        return faulty(Fault::Structure, "malformed PrivateKeyInfo");
    if (!hasMinimalLength(*outer) || !hasMinimalLength(*key) || !isStrictDer(version->whole) ||
        !isStrictDer(algorithm->whole))
        return faulty(Fault::NotDer, "PrivateKeyInfo is not DER");
    if (version->content.size() != 1 || version->content[0] > 1)
        return faulty(Fault::Pkcs8Version, "PrivateKeyInfo of an unknown version");
    Pkcs8Parts parts{algorithm->whole, type->whole, inner.rest(), keyAlgorithmOf(type->whole),
                     key->content,     std::nullopt};
    const auto rest = readRest(reader, version->content[0] == 1, parts);
    return rest ? Checked<Pkcs8Parts>(parts) : tl::unexpected(rest.error());
}

} // namespace certwright::document

// Why: an EC key holds its curve and its point twice over; where they differ, one tool uses the one and the
// next tool the other.
#include <array>
#include <memory>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/document/key_checks.h"
#include "core/document/key_numbers.h"
#include "core/document/minimal_der.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

constexpr std::array<std::uint8_t, 9> ecObjectId{0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01};

struct FreeCurve {
    void operator()(EC_GROUP* p) const { EC_GROUP_free(p); }
    void operator()(EC_POINT* p) const { EC_POINT_clear_free(p); }
};
using Curve = std::unique_ptr<EC_GROUP, FreeCurve>;
using Point = std::unique_ptr<EC_POINT, FreeCurve>;

// EcParts are the fields of an ECPrivateKey; `curve` and `point` (of the BIT STRING, without its first octet)
// are empty where absent.
struct EcParts {
    ByteView number;
    ByteView curve;
    ByteView point;
};

Checked<EcParts> ecParts(ByteView key) {
    const auto outer = DerReader(key).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto version = reader.next(Tag::Integer);
    const auto number = version ? reader.next(Tag::OctetString) : std::nullopt;
    if (!number)
        return faulty(Fault::Structure, "malformed ECPrivateKey");
    if (outer->whole.size() != key.size())
        return faulty(Fault::TrailingData, "octets behind ECPrivateKey");
    if (version->content.size() != 1 || version->content[0] != 1)
        return faulty(Fault::KeyVersion, "ECPrivateKey of an unknown version");
    EcParts parts{number->content, {}, {}};
    if (const auto curve = reader.next(Tag::Context0))
        parts.curve = curve->content;
    if (const auto tagged = reader.next(Tag::Context1)) {
        const auto bits = DerReader(tagged->content).next(Tag::BitString);
        if (!bits || bits->whole.size() != tagged->content.size() || bits->content.size() < 2 ||
            bits->content[0] != 0)
            return faulty(Fault::Structure, "malformed public key in ECPrivateKey");
        parts.point = bits->content.subspan(1);
    }
    if (!reader.atEnd())
        return faulty(Fault::TrailingData, "unknown element in ECPrivateKey");
    return isStrictDer(key) ? Checked<EcParts>(parts) : faulty(Fault::NotDer, "ECPrivateKey is not DER");
}

// curveIn takes the OBJECT IDENTIFIER of a curve out of ECParameters (RFC 5480 section 2.1.1).
Checked<ByteView> curveIn(ByteView parameters) {
    DerReader reader(parameters);
    const auto element = reader.next();
    if (!element || element->tag == Tag::Null)
        return faulty(Fault::CurveMissing, "EC key without its curve");
    if (element->tag == Tag::Sequence)
        return faulty(Fault::ExplicitCurve, "EC key with a curve that is written out, not named");
    if (element->tag != Tag::ObjectId || !reader.atEnd())
        return faulty(Fault::Parameters, "malformed ECParameters");
    return element->whole;
}

Curve curveOf(ByteView objectId) {
    const int number = objectNumber(objectId);
    return Curve(number == NID_undef ? nullptr : EC_GROUP_new_by_curve_name(number));
}

base::Bytes octetsOf(const EC_GROUP* curve, const EC_POINT* point, BN_CTX* scratch) {
    base::Bytes octets(EC_POINT_point2oct(curve, point, POINT_CONVERSION_UNCOMPRESSED, nullptr, 0, scratch));
    EC_POINT_point2oct(curve, point, POINT_CONVERSION_UNCOMPRESSED, octets.data(), octets.size(), scratch);
    return octets;
}

// pointOf reads a point in any form; nothing if it is not on the curve, or infinity.
std::optional<base::Bytes> pointOf(const EC_GROUP* curve, ByteView octets, BN_CTX* scratch) {
    const Point point(EC_POINT_new(curve));
    if (!point || octets.size() < 2 ||
        EC_POINT_oct2point(curve, point.get(), octets.data(), octets.size(), scratch) != 1)
        return std::nullopt;
    return octetsOf(curve, point.get(), scratch);
}

// publicPoint multiplies the base point by the private number, which is from 1 to the order less 1.
Checked<base::Bytes> publicPoint(const EC_GROUP* curve, ByteView octets, BN_CTX* scratch) {
    const BIGNUM* order = EC_GROUP_get0_order(curve);
    const auto longest = static_cast<std::size_t>(BN_num_bytes(order));
    while (octets.size() > longest && octets[0] == 0)
        octets = octets.subspan(1);
    const Number number = octets.size() > longest ? nullptr : numberOf(octets);
    if (!number || BN_is_zero(number.get()) || BN_cmp(number.get(), order) >= 0)
        return faulty(Fault::ScalarRange, "the private number is not from 1 to the curve's order less 1");
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    const Point point(EC_POINT_new(curve));
    if (!point || EC_POINT_mul(curve, point.get(), number.get(), nullptr, nullptr, scratch) != 1)
        return tl::unexpected(Problem{"the public key cannot be worked out"});
    return octetsOf(curve, point.get(), scratch);
}

Checked<void> checkPoint(const EC_GROUP* curve, ByteView claimed, const base::Bytes& expected,
                         BN_CTX* scratch) {
    if (claimed.empty())
        return {};
    const auto point = pointOf(curve, claimed, scratch);
    if (!point)
        return faulty(Fault::PublicKeyInvalid, "a public key that is no point of the curve");
    return *point == expected ? Checked<void>()
                              : faulty(Fault::PublicKeyMismatch, "the public key is not the private one's");
}

} // namespace

Checked<base::Bytes> checkEc(const Pkcs8Parts& parts, std::vector<Fault>& remarks) {
    const ossl::ErrorScope errors;
    const auto name = curveIn(parts.parameters);
    if (!name)
        return tl::unexpected(name.error());
    const auto key = ecParts(parts.key);
    if (!key)
        return tl::unexpected(key.error());
    if (!key->curve.empty() && base::textOf(key->curve) != base::textOf(*name))
        return faulty(Fault::CurveMismatch, "one curve in the algorithm, another in the key");
    const Curve curve = curveOf(*name);
    if (!curve)
        return faulty(Fault::UnknownCurve, keyAlgorithmName(*name));
    const Scratch scratch = newScratch();
    const auto point = publicPoint(curve.get(), key->number, scratch.get());
    if (!point)
        return tl::unexpected(point.error());
    const ByteView beside = parts.publicKey ? parts.publicKey->subspan(1) : ByteView();
    for (const ByteView claimed : {key->point, beside}) {
        if (auto checked = checkPoint(curve.get(), claimed, *point, scratch.get()); !checked)
            return tl::unexpected(checked.error());
    }
    if (key->number.size() != (static_cast<std::size_t>(EC_GROUP_order_bits(curve.get())) + 7) / 8)
        remarks.push_back(Fault::ScalarLength);
    return publicKeyInfoOf(ossl::derElement(Tag::Sequence, {ecObjectId, *name}), *point);
}

std::optional<base::Bytes> uncompressedPoint(ByteView curveName, ByteView point) {
    const ossl::ErrorScope errors;
    const Curve curve = curveOf(curveName);
    return curve ? pointOf(curve.get(), point, nullptr) : std::nullopt;
}

} // namespace certwright::document

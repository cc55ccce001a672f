// Why: the shapes of RFC 5280, 2986, 2315, 5958, 8017, 5915 and 7292, told apart by their first tags.
#include <algorithm>
#include <array>

#include "core/document/der_objects.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

// 1.2.840.113549.1.7, below which the PKCS#7 content types are.
constexpr std::array<std::uint8_t, 8> pkcs7Arc{0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07};

bool isPkcs7Type(const DerElement& element) {
    return element.tag == Tag::ObjectId && element.content.size() == pkcs7Arc.size() + 1 &&
           std::equal(pkcs7Arc.begin(), pkcs7Arc.end(), element.content.begin());
}

// firstOf returns up to N elements at the front of a content.
template <std::size_t N> std::array<DerElement, N> firstOf(ByteView content) {
    std::array<DerElement, N> elements;
    DerReader reader(content);
    for (DerElement& element : elements) {
        const auto next = reader.next();
        if (!next)
            break;
        element = *next;
    }
    return elements;
}

bool isTime(Tag tag) {
    return tag == Tag::UtcTime || tag == Tag::GeneralizedTime;
}

// signedShape tells certificate, CRL and request apart by what is signed.
Shape signedShape(ByteView content) {
    const auto in = firstOf<5>(content);
    if (in[0].tag == Tag::Context0)
        return Shape::Certificate;
    const std::size_t after = in[0].tag == Tag::Integer ? 1 : 0; // a version, or a serial number
    if (in[after].tag != Tag::Sequence || in[after + 1].tag != Tag::Sequence)
        return Shape::Unknown;
    if (isTime(in[after + 2].tag))
        return Shape::Crl;
    if (after == 1 && in[3].tag == Tag::Sequence)
        return Shape::Certificate;
    return after == 1 ? Shape::Request : Shape::Unknown;
}

// numberedShape is for what begins with a version: keys and PKCS#12.
Shape numberedShape(const std::array<DerElement, 9>& in) {
    if (in[1].tag == Tag::OctetString)
        return Shape::EcKey;
    if (in[1].tag == Tag::Integer)
        return in[8].tag == Tag::Integer   ? Shape::RsaKey
               : in[5].tag == Tag::Integer ? Shape::DsaKey
                                           : Shape::Unknown;
    if (in[1].tag != Tag::Sequence)
        return Shape::Unknown;
    if (in[2].tag == Tag::OctetString)
        return Shape::Pkcs8;
    return isPkcs7Type(firstOf<1>(in[1].content)[0]) ? Shape::Pkcs12 : Shape::Unknown;
}

} // namespace

Shape shapeOf(ByteView der) {
    if (der.size() > 2 && der[0] == 0x30 && der[1] == 0x80)
        return Shape::ContainerBer;
    const auto outer = DerReader(der).next(Tag::Sequence);
    if (!outer)
        return Shape::Unknown;
    const auto in = firstOf<9>(outer->content);
    if (in[0].tag == Tag::Integer) {
        const Shape shape = numberedShape(in);
        // A PKCS#12 container may be DER outside and BER inside.
        const bool berInside = shape == Shape::Unknown && in[0].content.size() == 1 && in[0].content[0] == 3;
        return berInside ? Shape::Pkcs12 : shape;
    }
    if (in[0].tag == Tag::ObjectId)
        return isPkcs7Type(in[0]) ? Shape::Pkcs7 : Shape::Unknown;
    if (in[0].tag != Tag::Sequence)
        return Shape::Unknown;
    if (in[1].tag == Tag::OctetString)
        return Shape::EncryptedPkcs8;
    if (in[1].tag == Tag::BitString && in[2].tag == Tag::None &&
        firstOf<1>(in[0].content)[0].tag == Tag::ObjectId)
        return Shape::PublicKey;
    return in[1].tag == Tag::Sequence && in[2].tag == Tag::BitString ? signedShape(in[0].content)
                                                                     : Shape::Unknown;
}

std::string_view shapeName(Shape shape) {
    switch (shape) {
    case Shape::Certificate:
        return "certificate";
    case Shape::Crl:
        return "crl";
    case Shape::Request:
        return "request";
    case Shape::Pkcs7:
        return "pkcs7";
    case Shape::Pkcs12:
    case Shape::ContainerBer:
        return "pkcs12";
    case Shape::Pkcs8:
    case Shape::RsaKey:
    case Shape::EcKey:
    case Shape::DsaKey:
        return "key";
    case Shape::EncryptedPkcs8:
        return "encrypted-key";
    case Shape::PublicKey:
        return "public-key";
    case Shape::Unknown:
        break;
    }
    return {};
}

bool isPrivate(Shape shape) {
    return shape == Shape::Pkcs8 || shape == Shape::RsaKey || shape == Shape::EcKey || shape == Shape::DsaKey;
}

KeyForm formOf(Shape shape, std::string_view label) {
    switch (shape) {
    case Shape::RsaKey:
        return label == "RSA-PSS PRIVATE KEY" ? KeyForm::RsaPss : KeyForm::Rsa;
    case Shape::EcKey:
        return KeyForm::Ec;
    case Shape::DsaKey:
        return KeyForm::Dsa;
    default:
        return KeyForm::Pkcs8;
    }
}

} // namespace certwright::document

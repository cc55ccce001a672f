// Why: see pkcs12_bags.h.
#include "core/document/pkcs12_bags.h"

#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/document/certificate_facts.h"
#include "core/document/crl_facts.h"
#include "core/document/encryption_facts.h"
#include "core/document/private_key.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

constexpr auto bmpString = Tag{0x1E};
constexpr std::size_t longestName = 2 * 1024;

// attributeOf returns the first value of an attribute, if it is of the type that it should have.
ByteView attributeOf(ByteView attributes, int number, Tag tag) {
    DerReader reader(attributes);
    while (const auto attribute = reader.next(Tag::Sequence)) {
        DerReader inside(attribute->content);
        const auto type = inside.next(Tag::ObjectId);
        const auto values = type ? inside.next(Tag::Set) : std::nullopt;
        const auto value = values ? DerReader(values->content).next(tag) : std::nullopt;
        if (value && objectNumber(type->whole) == number)
            return value->content;
    }
    return {};
}

void appendUtf8(char32_t point, std::string& text) {
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> 6U));
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | (point >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// utf8Of reads big-endian UTF-16, as BMPStrings are written today; a lone surrogate becomes U+FFFD.
std::string utf8Of(ByteView octets) {
    std::string text;
    const std::size_t size = std::min(octets.size() / 2 * 2, longestName);
    const auto unit = [&](std::size_t at) {
        return at + 1 < size ? static_cast<char32_t>(octets[at] << 8U | octets[at + 1]) : char32_t{0};
    };
    for (std::size_t at = 0; at < size; at += 2) {
        char32_t point = unit(at);
        const char32_t next = unit(at + 2);
        if (point >= 0xD800 && point < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
            point = 0x10000 + ((point - 0xD800) << 10U) + (next - 0xDC00);
            at += 2;
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        if (point != 0)
            appendUtf8(point, text);
    }
    return text;
}

// Wrapped is a CertBag or CRLBag: a type, and an OCTET STRING in [0].
struct Wrapped {
    ByteView type;
    std::optional<ByteView> octets;
};

Wrapped wrappedIn(const SafeBag& bag) {
    const auto outer = DerReader(bag.value).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto type = reader.next(Tag::ObjectId);
    const auto tagged = type ? reader.next(Tag::Context0) : std::nullopt;
    const auto octets = tagged ? DerReader(tagged->content).next(Tag::OctetString) : std::nullopt;
    return {type ? type->whole : ByteView(), octets ? std::optional(octets->content) : std::nullopt};
}

OpenStatus damaged(std::string detail, std::optional<Fault> fault = Fault::Pkcs12Content) {
    return openProblem(OpenFailure::Damaged, std::move(detail), fault);
}

// isSequence tells whether octets are one SEQUENCE from the first to the last, or one of indefinite length.
bool isSequence(ByteView octets) {
    DerReader reader(octets);
    return (reader.next(Tag::Sequence) && reader.atEnd()) ||
           (octets.size() > 2 && octets[0] == 0x30 && octets[1] == 0x80);
}

} // namespace

// Where the password's octets do not give a SEQUENCE, PBES2 may have been given a BMPString.
OpenResult<secret::SecretBytes> BagOpener::decrypt(const Protected& sealed) {
    auto plain = m_decryptor.decrypt(sealed.algorithm, sealed.octets, m_password);
    const auto isRight = [&](const OpenResult<secret::SecretBytes>& result) {
        return result && isSequence(result->reveal(m_access));
    };
    const bool wrong = plain ? !isRight(plain) : plain.error().failure == OpenFailure::WrongPassword;
    const auto scheme = schemeOf(sealed.algorithm);
    if (!wrong || m_password.wide.empty() || !scheme || scheme->family != SchemeFamily::Pbes2)
        return plain;
    auto second = m_decryptor.decrypt(sealed.algorithm, sealed.octets, {m_password.wide, m_password.text});
    return isRight(second) ? std::move(second) : std::move(plain);
}

void BagOpener::keep(Object object, const SafeBag& bag) {
    const ByteView name = attributeOf(bag.attributes, NID_friendlyName, bmpString);
    const ByteView id = attributeOf(bag.attributes, NID_localKeyID, Tag::OctetString);
    m_contents.items.push_back({std::move(object),
                                Encoding::Der,
                                Container::Pkcs12,
                                0,
                                utf8Of(name),
                                base::Bytes(id.begin(), id.end()),
                                {}});
}

void BagOpener::setAside(AsideKind kind, ByteView type) {
    m_contents.asides.push_back({kind, schemePartName(type), 0});
}

OpenStatus BagOpener::readPlainKey(const SafeBag& bag) {
    auto key = privateKeyFrom(KeyForm::Pkcs8, bag.value, m_access);
    if (!key)
        return damaged(key.error().detail, key.error().fault);
    keep(Object(std::move(*key)), bag);
    return {};
}

// A key whose password is not the container's stays encrypted, once the MAC has shown which one that is.
OpenStatus BagOpener::readShroudedKey(const SafeBag& bag) {
    const auto sealed = protectedKey(bag.value);
    if (!sealed)
        return damaged("malformed encrypted key");
    const auto plain = decrypt(*sealed);
    if (!plain && plain.error().failure != OpenFailure::WrongPassword)
        return tl::unexpected(plain.error());
    if (plain) {
        auto key = privateKeyFrom(KeyForm::Pkcs8, plain->reveal(m_access), m_access);
        DerReader reader(plain->reveal(m_access));
        const bool whole = reader.next(Tag::Sequence).has_value() && reader.atEnd();
        if (key && whole) {
            keep(Object(std::move(*key)), bag);
            return {};
        }
        if (key)
            return damaged("octets behind the key", Fault::TrailingData);
        if (whole)
            return damaged(key.error().detail, key.error().fault);
    }
    auto encrypted = encryptedKeyFrom(bag.value);
    if (m_mac == MacState::Absent || !encrypted)
        return openProblem(OpenFailure::WrongPassword, "the key does not open");
    keep(Object(std::move(*encrypted)), bag);
    return {};
}

OpenStatus BagOpener::readCertificate(const SafeBag& bag) {
    const auto [type, octets] = wrappedIn(bag);
    const int number = type.empty() ? NID_undef : objectNumber(type);
    if (number == NID_sdsiCertificate) {
        setAside(AsideKind::SdsiCertificate, type);
        return {};
    }
    if (!type.empty() && number != NID_x509Certificate) {
        setAside(AsideKind::OtherBag, type);
        return {};
    }
    auto certificate = octets ? certificateFrom(*octets) : unreadable("malformed CertBag");
    if (!certificate)
        return damaged(certificate.error(), Fault::Pkcs12Content);
    keep(Object(std::move(*certificate)), bag);
    return {};
}

OpenStatus BagOpener::readCrl(const SafeBag& bag) {
    const auto [type, octets] = wrappedIn(bag);
    if (!type.empty() && objectNumber(type) != NID_x509Crl) {
        setAside(AsideKind::OtherBag, type);
        return {};
    }
    auto crl = octets ? crlFrom(*octets) : unreadable("malformed CRLBag");
    if (!crl)
        return damaged(crl.error(), Fault::Pkcs12Content);
    keep(Object(std::move(*crl)), bag);
    return {};
}

OpenStatus BagOpener::readBag(const SafeBag& bag, int depth) {
    const int type = objectNumber(bag.type);
    if ((type == NID_keyBag || type == NID_pkcs8ShroudedKeyBag) && ++m_keys > mostKeys)
        return damaged("more than 100 private keys", Fault::Work);
    switch (type) {
    case NID_keyBag:
        return readPlainKey(bag);
    case NID_pkcs8ShroudedKeyBag:
        return readShroudedKey(bag);
    case NID_certBag:
        return readCertificate(bag);
    case NID_crlBag:
        return readCrl(bag);
    case NID_safeContentsBag:
        return readSafe(bag.value, depth + 1);
    case NID_secretBag:
        setAside(AsideKind::Secret, bag.type);
        return {};
    default:
        setAside(AsideKind::OtherBag, bag.type);
        return {};
    }
}

OpenStatus BagOpener::readSafe(ByteView safeContents, int depth) {
    constexpr int deepest = 8;
    if (depth > deepest)
        return damaged("bags nested too deeply");
    const auto bags = safeBags(safeContents);
    if (!bags)
        return damaged(bags.error().detail, bags.error().fault);
    for (const SafeBag& bag : *bags) {
        if (auto read = readBag(bag, depth); !read)
            return read;
    }
    return {};
}

OpenStatus BagOpener::readEncrypted(const ContentInfo& part) {
    const auto sealed = encryptedOf(part);
    if (!sealed)
        return damaged("PKCS#12 part without content");
    const auto plain = decrypt(*sealed);
    if (!plain)
        return tl::unexpected(plain.error());
    if (plain->empty())
        return openProblem(OpenFailure::WrongPassword, "nothing in the decrypted part");
    const ByteView octets = plain->reveal(m_access);
    const Definite safe(octets, m_access);
    // What a wrong password makes of it is not one SEQUENCE.
    if (m_mac == MacState::Absent && (!isSequence(octets) || safe.octets().empty()))
        return openProblem(OpenFailure::WrongPassword, "no bags in the decrypted part");
    return readSafe(safe.octets(), 0);
}

OpenStatus BagOpener::readPart(const ContentInfo& part) {
    const int type = objectNumber(part.type);
    if (type == NID_pkcs7_encrypted)
        return readEncrypted(part);
    if (type != NID_pkcs7_data)
        return openProblem(OpenFailure::UnsupportedScheme,
                           "PKCS#12 in public-key mode (" + schemePartName(part.type) + ")");
    const auto data = dataOf(part);
    if (!data)
        return damaged("PKCS#12 part without content");
    const Definite safe(*data, m_access);
    return readSafe(safe.octets(), 0);
}

} // namespace certwright::document

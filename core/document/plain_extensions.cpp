// Why: see plain_extensions.h; the numbers are those of RFC 5280 section 4.2.
#include "core/document/plain_extensions.h"

#include <algorithm>
#include <array>
#include <memory>

#include <openssl/x509v3.h>

#include "core/document/names.h"
#include "core/document/plain_der.h"
#include "core/document/plain_name.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

struct FreeNative {
    void operator()(AUTHORITY_KEYID* p) const { AUTHORITY_KEYID_free(p); }
    void operator()(X509_EXTENSION* p) const { X509_EXTENSION_free(p); }
};

constexpr std::size_t mostExtensions = 64;
constexpr auto boolean = Tag{0x01};

// content returns what stands in an element of `tag` that is all of `value`; nothing if it is not so.
std::optional<ByteView> content(ByteView value, Tag tag) {
    PlainReader reader(value);
    const ByteView inside = reader.take(tag).content;
    return reader.done() ? std::optional(inside) : std::nullopt;
}

base::Bytes copied(ByteView octets) {
    return {octets.begin(), octets.end()};
}

bool readBasicConstraints(ByteView value, CertificateFacts& facts) {
    const auto inside = content(value, Tag::Sequence);
    PlainReader reader(inside.value_or(ByteView()));
    BasicConstraints constraints;
    if (const auto ca = reader.takeIf(boolean)) {
        if (ca->content.size() != 1 || (ca->content[0] != 0x00 && ca->content[0] != 0xFF))
            return false;
        constraints.ca = ca->content[0] != 0;
    }
    if (const auto length = reader.takeIf(Tag::Integer)) {
        const ByteView number = length->content;
        if (!isPlainInteger(number) || (number[0] & 0x80U) != 0 || number.size() > 4)
            return false;
        int pathLength = 0;
        for (const std::uint8_t octet : number)
            pathLength = pathLength * 0x100 + octet;
        constraints.pathLength = pathLength;
    }
    facts.basicConstraints = constraints;
    return inside && reader.done();
}

bool readKeyUsage(ByteView value, CertificateFacts& facts) {
    const auto inside = content(value, Tag::BitString);
    if (!inside || inside->empty() || inside->size() > 3 || inside->front() > 7)
        return false;
    const ByteView octets = inside->subspan(1);
    const unsigned unused = inside->front();
    if (octets.empty() ? unused != 0 : (octets.back() & ((1U << unused) - 1U)) != 0)
        return false;
    unsigned bits = 0;
    for (unsigned i = 0; i < 9 && i / 8 < octets.size(); ++i)
        bits |= (octets[i / 8] & (0x80U >> (i % 8))) != 0 ? 1U << i : 0U;
    facts.keyUsage = static_cast<std::uint16_t>(bits);
    return true;
}

bool readExtendedKeyUsage(ByteView value, CertificateFacts& facts) {
    const auto inside = content(value, Tag::Sequence);
    PlainReader reader(inside.value_or(ByteView()));
    while (reader.peek() != Tag::None) {
        const ByteView usage = reader.take(Tag::ObjectId).content;
        auto text = isPlainOid(usage) ? oidText(usage) : std::nullopt;
        if (reader.failed() || !text)
            return false;
        facts.extendedKeyUsage.push_back(std::move(*text));
    }
    return inside && reader.done();
}

// altNameOf reads a GeneralName of the kinds that servers have.
std::optional<AltName> altNameOf(Tag tag, ByteView value) {
    const auto text = [&](AltNameKind kind) { return AltName{kind, std::string(base::textOf(value))}; };
    switch (static_cast<std::uint8_t>(tag)) {
    case 0x81:
        return text(AltNameKind::Email);
    case 0x82:
        return text(AltNameKind::Dns);
    case 0x86:
        return text(AltNameKind::Uri);
    case 0x87:
        return AltName{AltNameKind::Ip, ipText(value)};
    case 0xA4: {
        auto directory = plainName(value);
        return directory ? std::optional(AltName{AltNameKind::Directory, std::move(directory->text)})
                         : std::nullopt;
    }
    default:
        return std::nullopt;
    }
}

bool readAltNames(ByteView value, CertificateFacts& facts) {
    const auto inside = content(value, Tag::Sequence);
    PlainReader reader(inside.value_or(ByteView()));
    while (reader.peek() != Tag::None) {
        const Tag tag = reader.peek();
        const ByteView octets = reader.take(tag).content;
        auto name = reader.failed() ? std::nullopt : altNameOf(tag, octets);
        if (!name)
            return false;
        facts.altNames.push_back(std::move(*name));
    }
    return inside && reader.done();
}

bool readSubjectKeyId(ByteView value, CertificateFacts& facts) {
    const auto id = content(value, Tag::OctetString);
    facts.subjectKeyId = copied(id.value_or(ByteView()));
    return id.has_value();
}

// readAuthorityKeyId takes the key identifier; of an issuer and serial number behind it only the form counts.
bool readAuthorityKeyId(ByteView value, CertificateFacts& facts) {
    constexpr auto keyIdentifier = Tag{0x80};
    const auto inside = content(value, Tag::Sequence);
    PlainReader reader(inside.value_or(ByteView()));
    if (const auto id = reader.takeIf(keyIdentifier))
        facts.authorityKeyId = copied(id->content);
    if (!inside || reader.done())
        return inside && !reader.failed();
    const unsigned char* at = value.data();
    const std::unique_ptr<AUTHORITY_KEYID, FreeNative> native(
        d2i_AUTHORITY_KEYID(nullptr, &at, static_cast<long>(value.size())));
    return native != nullptr && !reader.failed();
}

// isReadable tries an extension of which no fact is kept; true for those that OpenSSL does not know.
bool isReadable(ByteView extension, ByteView value) {
    const unsigned char* at = extension.data();
    const std::unique_ptr<X509_EXTENSION, FreeNative> native(
        d2i_X509_EXTENSION(nullptr, &at, static_cast<long>(extension.size())));
    const X509V3_EXT_METHOD* method = native ? X509V3_EXT_get(native.get()) : nullptr;
    if (!method)
        return native != nullptr;
    PlainReader reader(value);
    reader.take(reader.peek());
    void* read = reader.done() ? X509V3_EXT_d2i(native.get()) : nullptr;
    if (read && method->it)
        ASN1_item_free(static_cast<ASN1_VALUE*>(read), ASN1_ITEM_ptr(method->it));
    else if (read && method->ext_free)
        method->ext_free(read);
    return read != nullptr;
}

// Known is an extension of ours: the last octet of its identifier 2.5.29.n.
struct Known {
    std::uint8_t number;
    bool (*read)(ByteView value, CertificateFacts& facts);
};

constexpr std::array known{Known{14, readSubjectKeyId},   Known{15, readKeyUsage},
                           Known{17, readAltNames},       Known{19, readBasicConstraints},
                           Known{35, readAuthorityKeyId}, Known{37, readExtendedKeyUsage}};

// read gives an extension to who reads it.
bool read(ByteView type, ByteView extension, ByteView value, CertificateFacts& facts) {
    if (type.size() == 3 && type[0] == 0x55 && type[1] == 0x1D)
        for (const Known& one : known)
            if (one.number == type[2])
                return one.read(value, facts);
    return isReadable(extension, value);
}

} // namespace

ExtensionReading readPlainExtensions(ByteView extensions, CertificateFacts& facts) {
    const auto list = content(extensions, Tag::Sequence);
    PlainReader reader(list.value_or(ByteView()));
    std::vector<ByteView> types;
    while (reader.peek() != Tag::None) {
        const ossl::DerElement extension = reader.take(Tag::Sequence);
        PlainReader fields(extension.content);
        const ByteView type = fields.take(Tag::ObjectId).content;
        const auto critical = fields.takeIf(boolean);
        const ByteView value = fields.take(Tag::OctetString).content;
        if (reader.failed() || !fields.done() || !isPlainOid(type) ||
            (critical && critical->content.size() != 1) || types.size() == mostExtensions)
            return ExtensionReading::LeftToOpenSsl;
        const auto same = [&](ByteView other) { return std::ranges::equal(other, type); };
        if (std::ranges::any_of(types, same) || !read(type, extension.whole, value, facts))
            return ExtensionReading::LeftToOpenSsl;
        types.push_back(type);
    }
    return list && reader.done() ? ExtensionReading::Read : ExtensionReading::LeftToOpenSsl;
}

} // namespace certwright::document

// Why: RFC 4514 text of a name, and the canonical form by which OpenSSL compares names (lower case, single
// spaces, one string type), which it computes but does not hand out.
#include "core/document/names.h"

#include <algorithm>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/x509.h>

#include "core/document/asn1_values.h"
#include "core/ossl/der.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeOctets {
    void operator()(unsigned char* p) const { OPENSSL_free(p); }
};
struct FreeName {
    void operator()(X509_NAME* p) const { X509_NAME_free(p); }
};

// utf8Of converts a string of any character type; nothing for other types or malformed content.
std::optional<base::Bytes> utf8Of(const ASN1_STRING* string) {
    unsigned char* data = nullptr;
    const int length = ASN1_STRING_to_UTF8(&data, string);
    if (length < 0)
        return std::nullopt;
    const std::unique_ptr<unsigned char, FreeOctets> owner(data);
    return base::Bytes(data, data + length);
}

bool isSpace(std::uint8_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// folded drops outer spaces, joins inner ones and lowers ASCII letters.
base::Bytes folded(const base::Bytes& text) {
    base::Bytes out;
    bool pendingSpace = false;
    for (const std::uint8_t c : text) {
        if (isSpace(c)) {
            pendingSpace = !out.empty();
            continue;
        }
        if (pendingSpace)
            out.push_back(' ');
        pendingSpace = false;
        out.push_back(c >= 'A' && c <= 'Z' ? static_cast<std::uint8_t>(c + ('a' - 'A')) : c);
    }
    return out;
}

bool isCharacterString(int type) {
    switch (type) {
    case V_ASN1_UTF8STRING:
    case V_ASN1_BMPSTRING:
    case V_ASN1_UNIVERSALSTRING:
    case V_ASN1_PRINTABLESTRING:
    case V_ASN1_T61STRING:
    case V_ASN1_IA5STRING:
    case V_ASN1_VISIBLESTRING:
        return true;
    default:
        return false;
    }
}

// canonicalEntry is one attribute: its type, then its folded text, or its octets behind their own type.
base::Bytes canonicalEntry(const X509_NAME_ENTRY* entry) {
    using ossl::Tag;
    const ASN1_OBJECT* object = X509_NAME_ENTRY_get_object(entry);
    const ASN1_STRING* value = X509_NAME_ENTRY_get_data(entry);
    constexpr auto utf8String = Tag{V_ASN1_UTF8STRING};
    base::Bytes content;
    const auto text = isCharacterString(ASN1_STRING_type(value)) ? utf8Of(value) : std::nullopt;
    if (text)
        content = ossl::derElement(utf8String, {folded(*text)});
    else
        content =
            ossl::derElement(Tag{static_cast<std::uint8_t>(ASN1_STRING_type(value))}, {octetsOf(value)});
    const base::Bytes type(OBJ_get0_data(object), OBJ_get0_data(object) + OBJ_length(object));
    return ossl::derElement(Tag::Sequence, {ossl::derElement(Tag::ObjectId, {type}), content});
}

base::Bytes canonicalForm(const X509_NAME* name) {
    base::Bytes form;
    const int count = X509_NAME_entry_count(name);
    for (int i = 0; i < count;) {
        const int set = X509_NAME_ENTRY_set(X509_NAME_get_entry(name, i));
        std::vector<base::Bytes> entries;
        for (; i < count && X509_NAME_ENTRY_set(X509_NAME_get_entry(name, i)) == set; ++i)
            entries.push_back(canonicalEntry(X509_NAME_get_entry(name, i)));
        std::sort(entries.begin(), entries.end());
        base::Bytes joined;
        for (const base::Bytes& entry : entries)
            joined.insert(joined.end(), entry.begin(), entry.end());
        const base::Bytes relative = ossl::derElement(ossl::Tag::Set, {joined});
        form.insert(form.end(), relative.begin(), relative.end());
    }
    return form;
}

std::string lastCommonName(const X509_NAME* name) {
    int last = -1;
    for (int i = -1; (i = X509_NAME_get_index_by_NID(name, NID_commonName, i)) >= 0;)
        last = i;
    if (last < 0)
        return {};
    const auto text = utf8Of(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, last)));
    return text ? std::string(base::textOf(*text)) : std::string();
}

} // namespace

Reading<Name> nameOf(const X509_name_st* name) {
    Name out;
    if (!name)
        return unreadable("name missing");
    if (X509_NAME_entry_count(name) == 0)
        return out;
    const ossl::Bio text(BIO_new(BIO_s_mem()));
    constexpr unsigned long style = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    if (!text || X509_NAME_print_ex(text.get(), name, 0, style) < 0)
        return unreadable("name cannot be written as text");
    char* data = nullptr;
    const long size = BIO_get_mem_data(text.get(), &data);
    out.text.assign(data, static_cast<std::size_t>(size));
    out.commonName = lastCommonName(name);
    out.der = canonicalForm(name);
    return out;
}

Reading<Name> nameOf(base::ByteView der) {
    const unsigned char* at = der.data();
    const std::unique_ptr<X509_NAME, FreeName> name(
        d2i_X509_NAME(nullptr, &at, static_cast<long>(der.size())));
    return name ? nameOf(name.get()) : unreadable("malformed name");
}

} // namespace certwright::document

// Why: one walk over a CRL's tags and lengths.
#include "core/document/crl_facts.h"

#include <memory>

#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/asn1_values.h"
#include "core/document/flaws.h"
#include "core/document/key_facts.h"
#include "core/document/names.h"
#include "core/ossl/der.h"
#include "core/ossl/digest.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

struct FreeAlgorithm {
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
    void operator()(AUTHORITY_KEYID* p) const { AUTHORITY_KEYID_free(p); }
};

bool isTime(Tag tag) {
    return tag == Tag::UtcTime || tag == Tag::GeneralizedTime;
}

// countEntries counts revokedCertificates and holds each to { INTEGER, Time, … }.
Reading<std::size_t> countEntries(ByteView revoked) {
    DerReader reader(revoked);
    std::size_t count = 0;
    while (!reader.atEnd()) {
        const auto entry = reader.next(Tag::Sequence);
        DerReader fields(entry ? entry->content : ByteView());
        if (!fields.next(Tag::Integer) || !isTime(fields.peek()) || !fields.next())
            return unreadable("malformed CRL entry " + std::to_string(count + 1));
        ++count;
    }
    return count;
}

bool readAuthorityKeyId(ByteView value, CrlFacts& facts) {
    const unsigned char* at = value.data();
    const std::unique_ptr<AUTHORITY_KEYID, FreeAlgorithm> id(
        d2i_AUTHORITY_KEYID(nullptr, &at, static_cast<long>(value.size())));
    if (id)
        facts.authorityKeyId = octetsOf(id->keyid);
    return id != nullptr;
}

// readExtensions reads Extensions: SEQUENCE OF { OID, critical DEFAULT FALSE, OCTET STRING }.
bool readExtensions(ByteView tagged, CrlFacts& facts) {
    const auto list = DerReader(tagged).next(Tag::Sequence);
    if (!list)
        return false;
    DerReader reader(list->content);
    while (!reader.atEnd()) {
        const auto extension = reader.next(Tag::Sequence);
        DerReader fields(extension ? extension->content : ByteView());
        const auto type = fields.next(Tag::ObjectId);
        constexpr auto boolean = Tag{V_ASN1_BOOLEAN};
        fields.next(boolean);
        const auto value = fields.next(Tag::OctetString);
        if (!type || !value)
            return false;
        const int number = objectNumber(type->whole);
        if (number == NID_crl_number && !(facts.number = integerText(value->content)))
            return false;
        if (number == NID_authority_key_identifier && !readAuthorityKeyId(value->content, facts))
            return false;
    }
    return true;
}

SignatureFacts signatureOf(ByteView algorithm) {
    const unsigned char* at = algorithm.data();
    const std::unique_ptr<X509_ALGOR, FreeAlgorithm> native(
        d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())));
    return native ? signatureFacts(native.get()) : SignatureFacts{};
}

// readDates reads thisUpdate and, if it is there, nextUpdate.
bool readDates(DerReader& reader, CrlFacts& facts) {
    const auto thisUpdate = isTime(reader.peek()) ? reader.next() : std::nullopt;
    const auto time = thisUpdate ? timeOf(thisUpdate->whole) : std::nullopt;
    if (!time)
        return false;
    facts.thisUpdate = *time;
    if (!isTime(reader.peek()))
        return true;
    const auto nextUpdate = reader.next();
    facts.nextUpdate = nextUpdate ? timeOf(nextUpdate->whole) : std::nullopt;
    return facts.nextUpdate.has_value();
}

Reading<CrlFacts> readList(ByteView list) {
    DerReader reader(list);
    CrlFacts facts;
    const auto version = reader.next(Tag::Integer);
    facts.version = version && version->content.size() == 1 ? version->content[0] + 1 : 1;
    const auto algorithm = reader.next(Tag::Sequence);
    const auto issuer = algorithm ? reader.next(Tag::Sequence) : std::nullopt;
    if (!issuer)
        return unreadable("malformed CRL header");
    auto name = nameOf(issuer->whole);
    if (!name)
        return unreadable(name.error());
    facts.issuer = std::move(*name);
    if (!readDates(reader, facts))
        return unreadable("malformed CRL dates");
    if (const auto revoked = reader.next(Tag::Sequence)) {
        const auto count = countEntries(revoked->content);
        if (!count)
            return unreadable(count.error());
        facts.entries = *count;
    }
    const auto extensions = reader.next(Tag::Context0);
    if ((extensions && !readExtensions(extensions->content, facts)) || !reader.atEnd())
        return unreadable("malformed CRL extensions");
    return facts;
}

} // namespace

Reading<Crl> crlFrom(ByteView der) {
    if (const DamageReason flaw = flawOf(Shape::Crl, der); flaw != DamageReason::None)
        return unreadable(std::string(reasonName(flaw)));
    const ossl::ErrorScope errors;
    const auto outer = DerReader(der).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto list = reader.next(Tag::Sequence);
    const auto algorithm = list ? reader.next(Tag::Sequence) : std::nullopt;
    const auto signature = algorithm ? reader.next(Tag::BitString) : std::nullopt;
    if (!signature || !reader.atEnd())
        return unreadable("no complete CRL");
    auto facts = readList(list->content);
    if (!facts)
        return unreadable(facts.error());
    facts->signature = signatureOf(algorithm->whole);
    facts->fingerprint = ossl::sha256(outer->whole);
    return Crl{{outer->whole.begin(), outer->whole.end()}, std::move(*facts)};
}

} // namespace certwright::document

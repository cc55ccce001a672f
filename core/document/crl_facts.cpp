// Why: see crl_facts.h.
#include "core/document/crl_facts.h"

#include <memory>

#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/asn1_values.h"
#include "core/document/crl_stream.h"
#include "core/document/flaws.h"
#include "core/document/key_facts.h"
#include "core/document/strict_der.h"
#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

struct FreeAlgorithm {
    void operator()(X509_ALGOR* p) const { X509_ALGOR_free(p); }
    void operator()(AUTHORITY_KEYID* p) const { AUTHORITY_KEYID_free(p); }
    void operator()(ASN1_OBJECT* p) const { ASN1_OBJECT_free(p); }
};

base::Bytes copyOf(ByteView octets) {
    return {octets.begin(), octets.end()};
}

bool readAuthorityKeyId(ByteView value, CrlFacts& facts) {
    const unsigned char* at = value.data();
    const std::unique_ptr<AUTHORITY_KEYID, FreeAlgorithm> id(
        d2i_AUTHORITY_KEYID(nullptr, &at, static_cast<long>(value.size())));
    if (id)
        facts.authorityKeyId = octetsOf(id->keyid);
    return id != nullptr;
}

// readValue reads what facts take from an extension.
bool readValue(ByteView id, ByteView value, CrlFacts& facts) {
    const int number = objectNumber(id);
    if (number == NID_crl_number)
        return (facts.number = integerText(value)).has_value();
    return number != NID_authority_key_identifier || readAuthorityKeyId(value, facts);
}

std::string dottedOf(ByteView id) {
    const unsigned char* at = id.data();
    const std::unique_ptr<ASN1_OBJECT, FreeAlgorithm> object(
        d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(id.size())));
    return object ? dottedText(object.get()) : std::string();
}

} // namespace

bool readCrlExtensions(ByteView tagged, CrlFacts& facts, CrlScan& scan) {
    constexpr std::size_t most = 256; // RFC 5280 knows seven
    const auto list = strictNext(tagged, Tag::Sequence);
    if (!list || !tagged.empty())
        return false;
    if (list->content.empty())
        noteRemark(scan.remarks, CrlRemarkKind::EmptyExtensions, 0);
    for (ByteView rest = list->content; !rest.empty();) {
        const auto extension = scan.extensions.size() < most ? strictExtension(rest) : std::nullopt;
        if (!extension)
            return false;
        const base::Bytes id = ossl::derElement(Tag::ObjectId, {extension->id});
        if (!readValue(id, extension->value, facts))
            return false;
        if (extension->explicitDefault)
            noteRemark(scan.remarks, CrlRemarkKind::ExplicitDefault, 0);
        std::string oid = dottedOf(id);
        if (oid.empty())
            return false;
        if (scan.extension(oid) != nullptr)
            noteRemark(scan.remarks, CrlRemarkKind::DuplicateExtension, 0);
        scan.extensions.push_back({std::move(oid), extension->critical, copyOf(extension->value)});
    }
    return true;
}

SignatureFacts signatureFactsOf(ByteView algorithm) {
    const unsigned char* at = algorithm.data();
    const std::unique_ptr<X509_ALGOR, FreeAlgorithm> native(
        d2i_X509_ALGOR(nullptr, &at, static_cast<long>(algorithm.size())));
    return native ? signatureFacts(native.get()) : SignatureFacts{};
}

Reading<Crl> crlFrom(ByteView der) {
    if (const DamageReason flaw = flawOf(Shape::Crl, der); flaw != DamageReason::None)
        return unreadable(std::string(reasonName(flaw)));
    const ossl::ErrorScope errors;
    static const auto nothing = std::make_shared<const WantedSerials>();
    CrlStream stream(nothing, Digests::Fingerprint);
    stream.add(der);
    auto crl = stream.finish();
    if (crl)
        crl->der = copyOf(der.first(static_cast<std::size_t>(crl->scan->size)));
    return crl;
}

} // namespace certwright::document

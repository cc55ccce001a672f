// Why: the fields and extensions of RFC 5280 that the checks ask for.
#include "core/document/certificate_facts.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/asn1_values.h"
#include "core/document/flaws.h"
#include "core/document/key_facts.h"
#include "core/document/names.h"
#include "core/document/plain_certificate.h"
#include "core/ossl/der.h"
#include "core/ossl/digest.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeExtension {
    void operator()(BASIC_CONSTRAINTS* p) const { BASIC_CONSTRAINTS_free(p); }
    void operator()(ASN1_STRING* p) const { ASN1_STRING_free(p); }
    void operator()(EXTENDED_KEY_USAGE* p) const { EXTENDED_KEY_USAGE_free(p); }
    void operator()(GENERAL_NAMES* p) const { GENERAL_NAMES_free(p); }
    void operator()(AUTHORITY_KEYID* p) const { AUTHORITY_KEYID_free(p); }
};

template <typename T> using Extension = std::unique_ptr<T, FreeExtension>;

// decoded reads an extension's value; null if it is malformed.
template <typename T> Extension<T> decoded(X509_EXTENSION* extension) {
    return Extension<T>(static_cast<T*>(X509V3_EXT_d2i(extension)));
}

// isOneElement tells whether the value is one element of DER and nothing behind it, which OpenSSL does not
// ask.
bool isOneElement(X509_EXTENSION* extension) {
    const ASN1_OCTET_STRING* value = X509_EXTENSION_get_data(extension);
    ossl::DerReader reader(
        {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))});
    return reader.next() && reader.atEnd();
}

bool readBasicConstraints(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<BASIC_CONSTRAINTS>(extension);
    if (!native)
        return false;
    facts.basicConstraints = BasicConstraints{native->ca != 0, std::nullopt};
    if (native->pathlen) {
        constexpr long most = std::numeric_limits<int>::max();
        const bool negative = ASN1_STRING_type(native->pathlen) == V_ASN1_NEG_INTEGER;
        const long length = ASN1_INTEGER_get(native->pathlen); // -1 too for what no long holds
        facts.basicConstraints->pathLength =
            negative ? -1 : static_cast<int>(length < 0 ? most : std::min(length, most));
    }
    return true;
}

// An unreadable keyUsage allows nothing, for nobody knows what it forbids.
bool readKeyUsage(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<ASN1_BIT_STRING>(extension);
    unsigned bits = 0;
    for (int i = 0; native && i < 9; ++i)
        bits |= ASN1_BIT_STRING_get_bit(native.get(), i) != 0 ? 1U << static_cast<unsigned>(i) : 0U;
    facts.keyUsage = static_cast<std::uint16_t>(bits);
    return native != nullptr;
}

bool readExtendedKeyUsage(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<EXTENDED_KEY_USAGE>(extension);
    for (int i = 0; native && i < sk_ASN1_OBJECT_num(native.get()); ++i)
        facts.extendedKeyUsage.push_back(dottedText(sk_ASN1_OBJECT_value(native.get(), i)));
    return native != nullptr;
}

bool readAltNames(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<GENERAL_NAMES>(extension);
    auto names = native ? altNamesOf(native.get()) : unreadable("subjectAltName");
    if (names)
        facts.altNames = std::move(*names);
    return names.has_value();
}

bool readSubjectKeyId(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<ASN1_OCTET_STRING>(extension);
    facts.subjectKeyId = octetsOf(native.get());
    return native != nullptr;
}

bool readAuthorityKeyId(X509_EXTENSION* extension, CertificateFacts& facts) {
    const auto native = decoded<AUTHORITY_KEYID>(extension);
    facts.authorityKeyId = native ? octetsOf(native->keyid) : base::Bytes();
    return native != nullptr;
}

// isReadable tries an extension of which no fact is kept.
bool isReadable(X509_EXTENSION* extension, const X509V3_EXT_METHOD* method) {
    void* value = X509V3_EXT_d2i(extension);
    if (value && method->it)
        ASN1_item_free(static_cast<ASN1_VALUE*>(value), ASN1_ITEM_ptr(method->it));
    else if (value && method->ext_free)
        method->ext_free(value);
    return value != nullptr;
}

// readExtension takes what OpenSSL does not know as it is.
bool readExtension(X509_EXTENSION* extension, CertificateFacts& facts) {
    const X509V3_EXT_METHOD* method = X509V3_EXT_get(extension);
    if (!method)
        return true;
    if (!isOneElement(extension))
        return false;
    switch (OBJ_obj2nid(X509_EXTENSION_get_object(extension))) {
    case NID_basic_constraints:
        return readBasicConstraints(extension, facts);
    case NID_key_usage:
        return readKeyUsage(extension, facts);
    case NID_ext_key_usage:
        return readExtendedKeyUsage(extension, facts);
    case NID_subject_alt_name:
        return readAltNames(extension, facts);
    case NID_subject_key_identifier:
        return readSubjectKeyId(extension, facts);
    case NID_authority_key_identifier:
        return readAuthorityKeyId(extension, facts);
    default:
        return isReadable(extension, method);
    }
}

// isRepeated tells whether an extension of the type of the one at `index` stands before it.
bool isRepeated(const X509* certificate, int index) {
    const ASN1_OBJECT* type = X509_EXTENSION_get_object(X509_get_ext(certificate, index));
    return X509_get_ext_by_OBJ(certificate, type, -1) < index;
}

void addOnce(std::vector<std::string>& types, std::string type) {
    if (std::ranges::find(types, type) == types.end())
        types.push_back(std::move(type));
}

void readExtensions(const X509* certificate, CertificateFacts& facts) {
    // A hostile certificate may have thousands; the first one too many counts as malformed.
    constexpr int most = 256;
    for (int i = 0; i < X509_get_ext_count(certificate); ++i) {
        X509_EXTENSION* extension = X509_get_ext(certificate, i);
        const auto type = [&] { return dottedText(X509_EXTENSION_get_object(extension)); };
        if (i >= most) {
            addOnce(facts.malformedExtensions, type());
            return;
        }
        if (isRepeated(certificate, i))
            addOnce(facts.repeatedExtensions, type());
        else if (!readExtension(extension, facts))
            addOnce(facts.malformedExtensions, type());
    }
}

// take moves a reading's value to `place`; on failure `problem` keeps the first reason.
template <typename T> void take(Reading<T> reading, T& place, std::string& problem) {
    if (reading)
        place = std::move(*reading);
    else if (problem.empty())
        problem = std::move(reading.error());
}

base::Bytes publicKeyInfoOf(const X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    base::Bytes info;
    if (size > 0)
        info.assign(der, der + size);
    OPENSSL_free(der);
    return info;
}

std::string readFields(const X509* certificate, CertificateFacts& facts) {
    std::string problem;
    take(nameOf(X509_get_subject_name(certificate)), facts.subject, problem);
    take(nameOf(X509_get_issuer_name(certificate)), facts.issuer, problem);
    take(publicKeyFacts(publicKeyInfoOf(certificate)), facts.key, problem);
    const auto notBefore = timeOf(X509_get0_notBefore(certificate));
    const auto notAfter = timeOf(X509_get0_notAfter(certificate));
    if (!notBefore || !notAfter)
        return "malformed validity";
    facts.notBefore = *notBefore;
    facts.notAfter = *notAfter;
    facts.version = static_cast<int>(X509_get_version(certificate)) + 1;
    facts.serial = integerText(X509_get0_serialNumber(certificate));
    const X509_ALGOR* algorithm = nullptr;
    X509_get0_signature(nullptr, &algorithm, certificate);
    facts.signature = signatureFacts(algorithm);
    return problem;
}

} // namespace

Reading<Certificate> certificateFrom(base::ByteView der) {
    if (const DamageReason flaw = flawOf(Shape::Certificate, der); flaw != DamageReason::None)
        return unreadable(std::string(reasonName(flaw)));
    if (auto plain = plainCertificate(der))
        return std::move(*plain);
    return openSslCertificate(der);
}

Reading<Certificate> openSslCertificate(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::X509Certificate native(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return unreadable(errors.detail());
    Certificate certificate;
    certificate.der.assign(der.data(), at);
    if (std::string problem = readFields(native.get(), certificate.facts); !problem.empty())
        return unreadable(std::move(problem));
    readExtensions(native.get(), certificate.facts);
    certificate.facts.fingerprint = ossl::sha256(certificate.der);
    return certificate;
}

} // namespace certwright::document

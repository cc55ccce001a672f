// Why: the fields and extensions of RFC 5280 that the checks ask for.
#include "core/document/certificate_facts.h"

#include <memory>

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/asn1_values.h"
#include "core/document/key_facts.h"
#include "core/document/names.h"
#include "core/document/plain_certificate.h"
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

// extensionOf decodes an extension; null if absent, unreadable if it is malformed or there twice.
template <typename T> Reading<Extension<T>> extensionOf(const X509* certificate, int number) {
    int state = 0;
    Extension<T> extension(static_cast<T*>(X509_get_ext_d2i(certificate, number, &state, nullptr)));
    if (!extension && state != -1)
        return unreadable(std::string("malformed or repeated extension ") + OBJ_nid2sn(number));
    return extension;
}

Reading<std::optional<BasicConstraints>> basicConstraintsOf(const X509* certificate) {
    const auto extension = extensionOf<BASIC_CONSTRAINTS>(certificate, NID_basic_constraints);
    if (!extension)
        return unreadable(extension.error());
    if (!*extension)
        return std::nullopt;
    BasicConstraints constraints{(*extension)->ca != 0, std::nullopt};
    if ((*extension)->pathlen)
        constraints.pathLength = static_cast<int>(ASN1_INTEGER_get((*extension)->pathlen));
    return constraints;
}

Reading<std::optional<std::uint16_t>> keyUsageOf(const X509* certificate) {
    const auto extension = extensionOf<ASN1_BIT_STRING>(certificate, NID_key_usage);
    if (!extension)
        return unreadable(extension.error());
    if (!*extension)
        return std::nullopt;
    unsigned bits = 0;
    for (int i = 0; i < 9; ++i)
        bits |= ASN1_BIT_STRING_get_bit(extension->get(), i) != 0 ? 1U << static_cast<unsigned>(i) : 0U;
    return static_cast<std::uint16_t>(bits);
}

Reading<std::vector<std::string>> extendedKeyUsageOf(const X509* certificate) {
    const auto extension = extensionOf<EXTENDED_KEY_USAGE>(certificate, NID_ext_key_usage);
    if (!extension)
        return unreadable(extension.error());
    std::vector<std::string> usages;
    for (int i = 0; i < sk_ASN1_OBJECT_num(extension->get()); ++i)
        usages.push_back(dottedText(sk_ASN1_OBJECT_value(extension->get(), i)));
    return usages;
}

Reading<std::vector<AltName>> subjectAltNamesOf(const X509* certificate) {
    const auto extension = extensionOf<GENERAL_NAMES>(certificate, NID_subject_alt_name);
    return extension ? altNamesOf(extension->get()) : unreadable(extension.error());
}

Reading<base::Bytes> subjectKeyIdOf(const X509* certificate) {
    const auto extension = extensionOf<ASN1_OCTET_STRING>(certificate, NID_subject_key_identifier);
    if (!extension)
        return unreadable(extension.error());
    return octetsOf(extension->get());
}

Reading<base::Bytes> authorityKeyIdOf(const X509* certificate) {
    const auto extension = extensionOf<AUTHORITY_KEYID>(certificate, NID_authority_key_identifier);
    if (!extension)
        return unreadable(extension.error());
    return *extension ? octetsOf((*extension)->keyid) : base::Bytes();
}

// take moves a reading's value to `place`; on failure `problem` keeps the first reason.
template <typename T> void take(Reading<T> reading, T& place, std::string& problem) {
    if (reading)
        place = std::move(*reading);
    else if (problem.empty())
        problem = std::move(reading.error());
}

std::string readExtensions(const X509* certificate, CertificateFacts& facts) {
    std::string problem;
    take(basicConstraintsOf(certificate), facts.basicConstraints, problem);
    take(keyUsageOf(certificate), facts.keyUsage, problem);
    take(extendedKeyUsageOf(certificate), facts.extendedKeyUsage, problem);
    take(subjectAltNamesOf(certificate), facts.altNames, problem);
    take(subjectKeyIdOf(certificate), facts.subjectKeyId, problem);
    take(authorityKeyIdOf(certificate), facts.authorityKeyId, problem);
    return problem;
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
    std::string problem = readFields(native.get(), certificate.facts);
    if (problem.empty())
        problem = readExtensions(native.get(), certificate.facts);
    if (!problem.empty())
        return unreadable(std::move(problem));
    certificate.facts.fingerprint = ossl::sha256(certificate.der);
    return certificate;
}

} // namespace certwright::document

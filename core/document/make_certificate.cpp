// Why: an order becomes a certificate.
#include "core/document/make.h"

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/certificate_facts.h"
#include "core/document/make_parts.h"
#include "core/document/native.h"
#include "core/ossl/digest.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ErrorCode;

bool add(X509* certificate, const Part<X509_extension_st>& extension) {
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addBasicConstraints(X509* certificate, const BasicConstraints& constraints) {
    BASIC_CONSTRAINTS* native = BASIC_CONSTRAINTS_new();
    native->ca = constraints.ca ? 0xFF : 0;
    if (constraints.pathLength) {
        native->pathlen = ASN1_INTEGER_new();
        ASN1_INTEGER_set(native->pathlen, *constraints.pathLength);
    }
    const auto extension = extensionOf(NID_basic_constraints, 1, native);
    BASIC_CONSTRAINTS_free(native);
    return add(certificate, extension);
}

bool addKeyUsage(X509* certificate, std::uint16_t usage) {
    const Part<asn1_string_st> bits(ASN1_BIT_STRING_new());
    for (int i = 0; i < 9; ++i) {
        if (((unsigned{usage} >> static_cast<unsigned>(i)) & 1U) != 0)
            ASN1_BIT_STRING_set_bit(bits.get(), i, 1);
    }
    return add(certificate, extensionOf(NID_key_usage, 1, bits.get()));
}

bool addExtendedKeyUsage(X509* certificate, const std::vector<std::string>& usages) {
    EXTENDED_KEY_USAGE* native = EXTENDED_KEY_USAGE_new();
    bool known = true;
    for (const std::string& usage : usages) {
        ASN1_OBJECT* object = OBJ_txt2obj(usage.c_str(), 1);
        known = known && object != nullptr;
        if (object)
            sk_ASN1_OBJECT_push(native, object);
    }
    const auto extension = known ? extensionOf(NID_ext_key_usage, 0, native) : nullptr;
    EXTENDED_KEY_USAGE_free(native);
    return add(certificate, extension);
}

// nativeAltName makes a GeneralName from text; null for kinds that have no simple text form or an IP that is
// none.
GENERAL_NAME* nativeAltName(const AltName& name) {
    switch (name.kind) {
    case AltNameKind::Dns:
        return a2i_GENERAL_NAME(nullptr, nullptr, nullptr, GEN_DNS, name.value.c_str(), 0);
    case AltNameKind::Ip:
        return a2i_GENERAL_NAME(nullptr, nullptr, nullptr, GEN_IPADD, name.value.c_str(), 0);
    case AltNameKind::Email:
        return a2i_GENERAL_NAME(nullptr, nullptr, nullptr, GEN_EMAIL, name.value.c_str(), 0);
    case AltNameKind::Uri:
        return a2i_GENERAL_NAME(nullptr, nullptr, nullptr, GEN_URI, name.value.c_str(), 0);
    default:
        return nullptr;
    }
}

bool addAltNames(X509* certificate, const std::vector<AltName>& names) {
    GENERAL_NAMES* native = GENERAL_NAMES_new();
    bool known = true;
    for (const AltName& name : names) {
        GENERAL_NAME* one = nativeAltName(name);
        known = known && one != nullptr;
        if (one)
            sk_GENERAL_NAME_push(native, one);
    }
    const auto extension = known ? extensionOf(NID_subject_alt_name, 0, native) : nullptr;
    GENERAL_NAMES_free(native);
    return add(certificate, extension);
}

bool addSubjectKeyId(X509* certificate, const base::Bytes& keyId) {
    const Part<asn1_string_st> id(ASN1_OCTET_STRING_new());
    ASN1_OCTET_STRING_set(id.get(), keyId.data(), static_cast<int>(keyId.size()));
    return add(certificate, extensionOf(NID_subject_key_identifier, 0, id.get()));
}

// issuerKeyId is what the issuer says of its key, else what its key's bits say.
base::Bytes issuerKeyId(const Identity* issuer, const PrivateKey& key) {
    if (!issuer)
        return keyIdOf(key.facts);
    const CertificateFacts& facts = issuer->certificate.facts;
    return facts.subjectKeyId.empty() ? keyIdOf(facts.key) : facts.subjectKeyId;
}

bool addExtensions(X509* certificate, const CertificateSpec& spec, const PrivateKey& key,
                   const Identity* issuer) {
    bool ok = true;
    if (spec.basicConstraints)
        ok = ok && addBasicConstraints(certificate, *spec.basicConstraints);
    if (spec.keyUsage)
        ok = ok && addKeyUsage(certificate, *spec.keyUsage);
    if (!spec.extendedKeyUsage.empty())
        ok = ok && addExtendedKeyUsage(certificate, spec.extendedKeyUsage);
    if (!spec.altNames.empty())
        ok = ok && addAltNames(certificate, spec.altNames);
    if (spec.subjectKeyId == Presence::Present)
        ok = ok && addSubjectKeyId(certificate, keyIdOf(key.facts));
    if (spec.authorityKeyId == Presence::Present)
        ok = ok && add(certificate, authorityKeyIdExtension(issuerKeyId(issuer, key)));
    return ok;
}

// derivedSerial depends on subject, issuer, key and dates.
base::Bytes derivedSerial(const CertificateSpec& spec, const PrivateKey& key, const Identity* issuer) {
    std::string text =
        base::formatIso(spec.notBefore) + base::formatIso(spec.notAfter) + spec.signature.digest;
    for (const NamePart& part : spec.subject)
        text += part.type + '=' + part.value + '\n';
    base::Bytes all = base::toBytes(text);
    all.insert(all.end(), key.facts.publicKeyInfo.begin(), key.facts.publicKeyInfo.end());
    if (issuer)
        all.insert(all.end(), issuer->certificate.facts.fingerprint.begin(),
                   issuer->certificate.facts.fingerprint.end());
    base::Bytes serial = ossl::sha256(all);
    serial.resize(16);
    serial[0] = static_cast<std::uint8_t>((serial[0] & 0x3FU) | 0x40U);
    return serial;
}

bool setPublicKey(X509* certificate, const PrivateKey& key) {
    const unsigned char* at = key.facts.publicKeyInfo.data();
    const ossl::Pkey publicKey(d2i_PUBKEY(nullptr, &at, static_cast<long>(key.facts.publicKeyInfo.size())));
    return publicKey && X509_set_pubkey(certificate, publicKey.get()) == 1;
}

bool setNames(X509* certificate, const CertificateSpec& spec, const Identity* issuer) {
    const auto subject = nativeName(spec.subject);
    if (!subject || X509_set_subject_name(certificate, subject.get()) != 1)
        return false;
    if (!issuer)
        return X509_set_issuer_name(certificate, subject.get()) == 1;
    const auto issuing = nativeCertificate(issuer->certificate);
    return issuing && X509_set_issuer_name(certificate, X509_get_subject_name(issuing->get())) == 1;
}

bool fill(X509* certificate, const CertificateSpec& spec, const PrivateKey& key, const Identity* issuer) {
    const auto serial = asn1Integer(spec.serial.empty() ? derivedSerial(spec, key, issuer) : spec.serial);
    const auto notBefore = asn1Time(spec.notBefore);
    const auto notAfter = asn1Time(spec.notAfter);
    return serial && notBefore && notAfter && X509_set_version(certificate, spec.version - 1) == 1 &&
           X509_set_serialNumber(certificate, serial.get()) == 1 &&
           X509_set1_notBefore(certificate, notBefore.get()) == 1 &&
           X509_set1_notAfter(certificate, notAfter.get()) == 1 && setNames(certificate, spec, issuer) &&
           setPublicKey(certificate, key) &&
           (spec.version < 3 || addExtensions(certificate, spec, key, issuer));
}

} // namespace

base::Result<Identity> makeCertificate(const CertificateSpec& spec, std::shared_ptr<const PrivateKey> key,
                                       const Identity* issuer, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const ossl::X509Certificate native(X509_new());
    if (!native || !fill(native.get(), spec, *key, issuer))
        return base::failure(ErrorCode::InvalidArgument, "certificate", errors.detail());
    const auto signer = nativeKey(issuer ? *issuer->key : *key, access);
    if (!signer)
        return tl::unexpected(signer.error());
    const SigningContext signing(*signer, spec.signature);
    if (!signing.get())
        return base::failure(ErrorCode::InvalidArgument, "signature", errors.detail());
    if (X509_sign_ctx(native.get(), signing.get()) <= 0)
        return base::failure(ErrorCode::CryptoFailed, "certificate", errors.detail());
    base::Bytes der(static_cast<std::size_t>(i2d_X509(native.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_X509(native.get(), &at);
    auto certificate = certificateFrom(der);
    if (!certificate)
        return base::failure(ErrorCode::CryptoFailed, "certificate", certificate.error());
    return Identity{std::move(*certificate), std::move(key)};
}

} // namespace certwright::document

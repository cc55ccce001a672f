// Why: an order becomes a revocation list.
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/crl_facts.h"
#include "core/document/make.h"
#include "core/document/make_parts.h"
#include "core/document/native.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ErrorCode;

struct FreeRevoked {
    void operator()(X509_REVOKED* p) const { X509_REVOKED_free(p); }
};

bool setReason(X509_REVOKED* revoked, CrlReason reason) {
    const Part<asn1_string_st> number(ASN1_ENUMERATED_new());
    return ASN1_ENUMERATED_set(number.get(), static_cast<int>(reason)) == 1 &&
           X509_REVOKED_add1_ext_i2d(revoked, NID_crl_reason, number.get(), 0, X509V3_ADD_DEFAULT) == 1;
}

bool addEntry(X509_CRL* crl, const CrlEntrySpec& entry, int version) {
    const auto octets = base::fromHex(entry.serial);
    std::unique_ptr<X509_REVOKED, FreeRevoked> revoked(X509_REVOKED_new());
    const auto serial = octets ? asn1Integer(*octets) : nullptr;
    const auto date = asn1Time(entry.revokedAt);
    if (!revoked || !serial || !date || X509_REVOKED_set_serialNumber(revoked.get(), serial.get()) != 1 ||
        X509_REVOKED_set_revocationDate(revoked.get(), date.get()) != 1)
        return false;
    if (entry.reason && version > 1 && !setReason(revoked.get(), *entry.reason))
        return false;
    return X509_CRL_add0_revoked(crl, revoked.release()) == 1;
}

bool addExtensions(X509_CRL* crl, const CrlSpec& spec, const Identity& issuer) {
    const CertificateFacts& facts = issuer.certificate.facts;
    if (spec.authorityKeyId == Presence::Present) {
        const auto id =
            authorityKeyIdExtension(facts.subjectKeyId.empty() ? keyIdOf(facts.key) : facts.subjectKeyId);
        if (!id || X509_CRL_add_ext(crl, id.get(), -1) != 1)
            return false;
    }
    if (!spec.number)
        return true;
    const Part<asn1_string_st> number(ASN1_INTEGER_new());
    if (ASN1_INTEGER_set_uint64(number.get(), *spec.number) != 1)
        return false;
    const auto extension = extensionOf(NID_crl_number, 0, number.get());
    return extension && X509_CRL_add_ext(crl, extension.get(), -1) == 1;
}

bool fill(X509_CRL* crl, const CrlSpec& spec, const Identity& issuer) {
    const auto issuing = nativeCertificate(issuer.certificate);
    const auto thisUpdate = asn1Time(spec.thisUpdate);
    if (!issuing || !thisUpdate ||
        X509_CRL_set_issuer_name(crl, X509_get_subject_name(issuing->get())) != 1 ||
        X509_CRL_set1_lastUpdate(crl, thisUpdate.get()) != 1)
        return false;
    if (spec.version > 1 && X509_CRL_set_version(crl, spec.version - 1) != 1)
        return false;
    if (spec.nextUpdate) {
        const auto nextUpdate = asn1Time(*spec.nextUpdate);
        if (!nextUpdate || X509_CRL_set1_nextUpdate(crl, nextUpdate.get()) != 1)
            return false;
    }
    for (const CrlEntrySpec& entry : spec.entries) {
        if (!addEntry(crl, entry, spec.version))
            return false;
    }
    return spec.version < 2 || addExtensions(crl, spec, issuer);
}

} // namespace

base::Result<Crl> makeCrl(const CrlSpec& spec, const Identity& issuer, secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const ossl::X509Crl native(X509_CRL_new());
    if (!native || !fill(native.get(), spec, issuer))
        return base::failure(ErrorCode::InvalidArgument, "CRL", errors.detail());
    const auto signer = nativeKey(*issuer.key, access);
    if (!signer)
        return tl::unexpected(signer.error());
    const SigningContext signing(*signer, spec.signature);
    if (!signing.get())
        return base::failure(ErrorCode::InvalidArgument, "signature", errors.detail());
    if (X509_CRL_sign_ctx(native.get(), signing.get()) <= 0)
        return base::failure(ErrorCode::CryptoFailed, "CRL", errors.detail());
    base::Bytes der(static_cast<std::size_t>(i2d_X509_CRL(native.get(), nullptr)));
    unsigned char* at = der.data();
    i2d_X509_CRL(native.get(), &at);
    auto crl = crlFrom(der);
    if (!crl)
        return base::failure(ErrorCode::CryptoFailed, "CRL", crl.error());
    return std::move(*crl);
}

} // namespace certwright::document

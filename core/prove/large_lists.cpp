// Why: see large_lists.h.
#include "core/prove/large_lists.h"

#include <openssl/x509.h>

#include "core/check/revoked_entry.h"
#include "core/document/crl_signature.h"
#include "core/document/names.h"
#include "core/ossl/error_scope.h"

namespace certwright::prove {

namespace {

base::Status failed(const char* detail) {
    return base::failure(base::ErrorCode::CryptoFailed, {}, detail);
}

base::Bytes derOf(X509* certificate) {
    unsigned char* octets = nullptr;
    const int size = i2d_X509(certificate, &octets);
    base::Bytes der(octets, octets + (size > 0 ? size : 0));
    OPENSSL_free(octets);
    return der;
}

bool isNamed(const X509_NAME* name, const document::Crl& list) {
    const auto read = document::nameOf(name);
    return read && *read == list.facts.issuer;
}

bool isSigned(const TlsMaterial& material, const document::Crl& list) {
    for (const auto* certificates : {&material.cas, &material.chain})
        for (const auto& one : *certificates)
            if (isNamed(X509_get_subject_name(one.get()), list) &&
                document::isDigestSignedBy(*list.scan, X509_get0_pubkey(one.get())))
                return true;
    return false;
}

base::Status judge(const TlsMaterial& material, const document::Crl& list, base::Time now) {
    if (!isSigned(material, list))
        return failed("no CA has signed the CRL");
    if (now < list.facts.thisUpdate)
        return failed("CRL is not yet valid");
    if (list.facts.nextUpdate && now > *list.facts.nextUpdate)
        return failed("CRL has expired");
    X509* leaf = material.chain.front().get();
    if (!isNamed(X509_get_issuer_name(leaf), list))
        return {};
    switch (check::lookUpRevoked(list, derOf(leaf)).state) {
    case check::RevokedState::NotListed:
        return {};
    case check::RevokedState::Listed:
        return failed("certificate revoked");
    case check::RevokedState::Unknown:
        break;
    }
    return failed("CRL was not searched for the certificate");
}

} // namespace

base::Status proveLargeLists(const TlsMaterial& material, base::Time now) {
    const ossl::ErrorScope errors;
    for (const document::Crl& list : material.largeLists)
        if (auto judged = judge(material, list, now); !judged)
            return judged;
    return {};
}

} // namespace certwright::prove

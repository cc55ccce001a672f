// Why: see ocsp_maker.h.
#include "tests/core/served/ocsp_maker.h"

#include <cstdlib>
#include <ctime>
#include <memory>
#include <openssl/ocsp.h>

#include "core/document/native.h"

namespace certwright::test {

namespace {

using Time = std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)>;

Time timeOf(base::Time time) {
    return {ASN1_GENERALIZEDTIME_set(nullptr, static_cast<std::time_t>(time.time_since_epoch().count())),
            ASN1_TIME_free};
}

} // namespace

base::Bytes makeResponse(const OcspSpec& spec) {
    const auto about = document::nativeCertificate(*spec.about);
    const auto issuer = document::nativeCertificate(spec.issuer->certificate);
    const auto signer = document::nativeCertificate(spec.signer->certificate);
    const auto key = document::nativeKey(*spec.signer->key, secret::SecretAccess::grant());
    const Time from = timeOf(spec.thisUpdate);
    const Time to = timeOf(spec.nextUpdate);
    OCSP_BASICRESP* basic = OCSP_BASICRESP_new();
    OCSP_CERTID* id = OCSP_cert_to_id(nullptr, about->get(), issuer->get());
    const bool revoked = spec.status == V_OCSP_CERTSTATUS_REVOKED;
    if (OCSP_basic_add1_status(basic, id, spec.status, 0, revoked ? from.get() : nullptr, from.get(),
                               to.get()) == nullptr ||
        OCSP_basic_sign(basic, signer->get(), key->get(), EVP_sha256(), nullptr, 0) != 1)
        std::abort();
    OCSP_RESPONSE* response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    std::uint8_t* der = nullptr;
    const int length = i2d_OCSP_RESPONSE(response, &der);
    const base::Bytes result(der, der + length);
    OPENSSL_free(der);
    OCSP_RESPONSE_free(response);
    OCSP_CERTID_free(id);
    OCSP_BASICRESP_free(basic);
    return result;
}

} // namespace certwright::test

// Why: see staple.h.
#include "core/served/staple.h"

#include <ctime>
#include <memory>
#include <openssl/ocsp.h>
#include <openssl/x509_vfy.h>

#include "core/document/native.h"
#include "core/ossl/error_scope.h"

namespace certwright::served {

namespace {

template <typename T, void (*release)(T*)> struct Release {
    void operator()(T* p) const { release(p); }
};
using Response = std::unique_ptr<OCSP_RESPONSE, Release<OCSP_RESPONSE, OCSP_RESPONSE_free>>;
using Basic = std::unique_ptr<OCSP_BASICRESP, Release<OCSP_BASICRESP, OCSP_BASICRESP_free>>;
using CertId = std::unique_ptr<OCSP_CERTID, Release<OCSP_CERTID, OCSP_CERTID_free>>;

constexpr std::chrono::minutes grace{5};
// A response speaks of one certificate or a few.
constexpr int maximumSingles = 1000;

// Issuer is the leaf's: its signature is on it.
ossl::X509Certificate issuerOf(const document::Certificate& leaf, X509* native,
                               const std::vector<document::Certificate>& issuers) {
    for (const document::Certificate& candidate : issuers) {
        if (!(candidate.facts.subject == leaf.facts.issuer))
            continue;
        auto issuer = document::nativeCertificate(candidate);
        EVP_PKEY* key = issuer ? X509_get0_pubkey(issuer->get()) : nullptr;
        if (key != nullptr && X509_verify(native, key) == 1)
            return std::move(*issuer);
    }
    return {};
}

// isSignedFor: by the issuer itself, or by a certificate that it issued for OCSP (RFC 6960 section 4.2.2.2).
bool isSignedFor(OCSP_BASICRESP* basic, X509* issuer, base::Time at) {
    const ossl::Owned<x509_store_st> store(X509_STORE_new());
    if (!store || X509_STORE_add_cert(store.get(), issuer) != 1)
        return false;
    X509_VERIFY_PARAM* judging = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_flags(judging, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_time(judging, static_cast<std::time_t>(at.time_since_epoch().count()));
    STACK_OF(X509)* known = sk_X509_new_null();
    const bool listed = known != nullptr && sk_X509_push(known, issuer) > 0;
    const bool valid = listed && OCSP_basic_verify(basic, known, store.get(), 0) == 1;
    sk_X509_free(known);
    return valid;
}

// isAbout tells whether an answer is about this certificate; responders choose the digest.
bool isAbout(OCSP_SINGLERESP* single, X509* leaf, X509* issuer) {
    ASN1_OBJECT* digest = nullptr;
    auto* id = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single));
    if (OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, id) != 1)
        return false;
    const EVP_MD* method = EVP_get_digestbyobj(digest);
    const CertId own(method != nullptr ? OCSP_cert_to_id(method, leaf, issuer) : nullptr);
    return own && OCSP_id_cmp(own.get(), id) == 0;
}

std::optional<base::Time> timeOf(const ASN1_GENERALIZEDTIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    const std::chrono::year_month_day day(std::chrono::year(parts.tm_year + 1900),
                                          std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                                          std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
    return std::chrono::sys_days(day) + std::chrono::hours(parts.tm_hour) +
           std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
}

Staple stapleOf(OCSP_SINGLERESP* single, base::Time at) {
    ASN1_GENERALIZEDTIME* from = nullptr;
    ASN1_GENERALIZEDTIME* to = nullptr;
    const int status = OCSP_single_get0_status(single, nullptr, nullptr, &from, &to);
    Staple staple;
    staple.thisUpdate = timeOf(from);
    staple.nextUpdate = timeOf(to);
    if (!staple.thisUpdate)
        return staple;
    if (*staple.thisUpdate > at + grace || (staple.nextUpdate && *staple.nextUpdate < at))
        staple.state = StapleState::Stale;
    else if (status == V_OCSP_CERTSTATUS_GOOD)
        staple.state = StapleState::Good;
    else
        staple.state = status == V_OCSP_CERTSTATUS_REVOKED ? StapleState::Revoked : StapleState::Unknown;
    return staple;
}

} // namespace

std::string_view stapleStateName(StapleState state) {
    switch (state) {
    case StapleState::Good:
        return "good";
    case StapleState::Revoked:
        return "revoked";
    case StapleState::Unknown:
        return "unknown";
    case StapleState::Stale:
        return "stale";
    case StapleState::Damaged:
        break;
    }
    return "damaged";
}

Staple judgeStaple(base::ByteView response, const document::Certificate& leaf,
                   const std::vector<document::Certificate>& issuers, base::Time at) {
    const ossl::ErrorScope errors;
    const std::uint8_t* place = response.data();
    const Response whole(d2i_OCSP_RESPONSE(nullptr, &place, static_cast<long>(response.size())));
    if (!whole || OCSP_response_status(whole.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return {};
    const Basic basic(OCSP_response_get1_basic(whole.get()));
    const auto native = document::nativeCertificate(leaf);
    if (!basic || !native)
        return {};
    const ossl::X509Certificate issuer = issuerOf(leaf, native->get(), issuers);
    if (!issuer || !isSignedFor(basic.get(), issuer.get(), at))
        return {};
    const int count = std::min(OCSP_resp_count(basic.get()), maximumSingles);
    for (int i = 0; i < count; ++i) {
        OCSP_SINGLERESP* single = OCSP_resp_get0(basic.get(), i);
        if (isAbout(single, native->get(), issuer.get()))
            return stapleOf(single, at);
    }
    return {StapleState::Unknown};
}

} // namespace certwright::served

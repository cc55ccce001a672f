// Why: a name alone proves nothing; only the issuer's key tells whether it issued a certificate or a CRL.
#include "core/check/signatures.h"

#include <algorithm>
#include <array>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/asn1t.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include "core/check/sm2_signature.h"
#include "core/document/crl_signature.h"
#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"

namespace certwright::check {

namespace {

// Signed is the common outer form of certificates and CRLs (RFC 5280 sections 4.1 and 5.1).
struct Signed {
    base::ByteView content;
    base::ByteView algorithm;
    base::ByteView signature;
};

std::optional<Signed> takeApart(base::ByteView der) {
    ossl::DerReader outer(der);
    const auto whole = outer.next(ossl::Tag::Sequence);
    if (!whole || !outer.atEnd())
        return std::nullopt;
    ossl::DerReader parts(whole->content);
    const auto content = parts.next(ossl::Tag::Sequence);
    const auto algorithm = parts.next(ossl::Tag::Sequence);
    const auto signature = parts.next(ossl::Tag::BitString);
    if (!content || !algorithm || !signature)
        return std::nullopt;

    ossl::DerReader inside(content->content);
    if (inside.peek() == ossl::Tag::Context0)
        inside.next();
    if (inside.peek() == ossl::Tag::Integer)
        inside.next();
    const auto repeated = inside.next(ossl::Tag::Sequence);
    if (!repeated || !std::ranges::equal(repeated->whole, algorithm->whole))
        return std::nullopt;
    return Signed{content->whole, algorithm->whole, signature->whole};
}

using Algorithm = std::unique_ptr<X509_ALGOR, decltype(&X509_ALGOR_free)>;
using BitString = std::unique_ptr<ASN1_BIT_STRING, decltype(&ASN1_BIT_STRING_free)>;

// workOf estimates one verification: RSA grows with the square of its size, other schemes take longer than
// RSA.
int workOf(const document::KeyFacts& key) {
    const bool rsa =
        key.algorithm == document::KeyAlgorithm::Rsa || key.algorithm == document::KeyAlgorithm::RsaPss;
    const int bits = std::clamp(key.bits, 256, 65536);
    if (rsa)
        return std::max(1, (bits / 1024) * (bits / 1024) / 4);
    if (key.curve == "prime256v1" || key.algorithm == document::KeyAlgorithm::Ed25519)
        return 4;
    return bits <= 1024 ? 40 : (bits / 1024) * (bits / 1024) * 10;
}

bool verify(base::ByteView der, EVP_PKEY* key) {
    const auto parts = takeApart(der);
    if (!parts)
        return false;
    if (isSm2Signature(parts->algorithm)) {
        const auto bits = ossl::DerReader(parts->signature).next(ossl::Tag::BitString);
        return bits && !bits->content.empty() && bits->content[0] == 0 &&
               verifySm2(parts->content, bits->content.subspan(1), key);
    }
    const unsigned char* at = parts->algorithm.data();
    const Algorithm algorithm(d2i_X509_ALGOR(nullptr, &at, static_cast<long>(parts->algorithm.size())),
                              X509_ALGOR_free);
    at = parts->signature.data();
    const BitString signature(d2i_ASN1_BIT_STRING(nullptr, &at, static_cast<long>(parts->signature.size())),
                              ASN1_BIT_STRING_free);
    if (!algorithm || !signature)
        return false;
    // An ASN1_SEQUENCE is its own encoding, so that the octets are verified as they were signed.
    ASN1_STRING content{};
    content.type = V_ASN1_SEQUENCE;
    content.length = static_cast<int>(parts->content.size());
    // Only read; a copy would double the memory that a large CRL takes.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    content.data = const_cast<unsigned char*>(parts->content.data());
    return ASN1_item_verify(ASN1_ITEM_rptr(ASN1_SEQUENCE), algorithm.get(), signature.get(), &content, key) ==
           1;
}

// recentKey decodes a public key, or hands out one of the last that this thread decoded: decoding costs as
// much as several signatures, and a batch asks about many certificates of few CAs.
ossl::Pkey recentKey(const base::Bytes& publicKeyInfo) {
    struct Recent {
        base::Bytes publicKeyInfo;
        ossl::Pkey key;
    };
    thread_local std::array<Recent, 16> recent;
    thread_local std::size_t next = 0;
    auto* known = std::ranges::find(recent, publicKeyInfo, &Recent::publicKeyInfo);
    if (known == recent.end() || !known->key) {
        const unsigned char* at = publicKeyInfo.data();
        ossl::Pkey key(d2i_PUBKEY(nullptr, &at, static_cast<long>(publicKeyInfo.size())));
        if (!key)
            return key;
        known = &recent.at(next++ % recent.size());
        *known = {publicKeyInfo, std::move(key)};
    }
    EVP_PKEY_up_ref(known->key.get());
    return ossl::Pkey(known->key.get());
}

} // namespace

evp_pkey_st* Signatures::keyOf(const base::Bytes& publicKeyInfo) {
    const auto known = m_keys.find(publicKeyInfo);
    if (known != m_keys.end())
        return known->second.get();
    ossl::Pkey key = recentKey(publicKeyInfo);
    return m_keys.emplace(publicKeyInfo, std::move(key)).first->second.get();
}

template <typename Verify>
bool Signatures::remembered(const base::Bytes& fingerprint, const document::KeyFacts& issuer, Verify verify) {
    const auto question = std::pair(fingerprint, issuer.publicKeyInfo);
    const auto known = m_verdicts.find(question);
    if (known != m_verdicts.end())
        return known->second;
    const ossl::ErrorScope scope;
    ++m_checks;
    m_work += workOf(issuer);
    EVP_PKEY* key = keyOf(issuer.publicKeyInfo);
    const bool verdict = key != nullptr && verify(key);
    m_verdicts.emplace(question, verdict);
    return verdict;
}

bool Signatures::signedBy(const document::Certificate& subject, const document::KeyFacts& issuer) {
    return remembered(subject.facts.fingerprint, issuer,
                      [&](EVP_PKEY* key) { return verify(subject.der, key); });
}

bool Signatures::signedBy(const document::Crl& crl, const document::KeyFacts& issuer) {
    return remembered(crl.facts.fingerprint, issuer, [&](EVP_PKEY* key) {
        const bool streamed = crl.der.empty() && crl.scan;
        return streamed ? document::isDigestSignedBy(*crl.scan, key) : verify(crl.der, key);
    });
}

} // namespace certwright::check

// Why: see large_crl.h.
#include "tests/data/material/large_crl.h"

#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "core/document/native.h"
#include "tests/data/material/pki.h"

namespace certwright::material {

namespace {

void require(bool condition) {
    if (!condition)
        std::abort();
}

// element is a DER element (X.690 section 8.1) of any length.
std::string element(std::uint8_t tag, std::string_view content) {
    std::string length;
    for (std::size_t rest = content.size(); rest > 0; rest >>= 8U)
        length.insert(length.begin(), static_cast<char>(rest & 0xFFU));
    std::string head(1, static_cast<char>(tag));
    if (content.size() < 0x80)
        head += static_cast<char>(content.size());
    else
        head += static_cast<char>(0x80U + length.size()) + length;
    return head.append(content);
}

std::string utcTime(base::Time time) {
    const std::string iso = base::formatIso(time); // 2026-11-21T12:00:00Z
    std::string digits;
    for (const char c : iso)
        if (c >= '0' && c <= '9')
            digits += c;
    return element(0x17, digits.substr(2, 12) + "Z");
}

std::string entries(std::size_t octets, base::Time revokedAt) {
    std::string serial(16, '\x01');
    const std::string time = utcTime(revokedAt);
    const std::string sample = element(0x30, element(0x02, serial) + time);
    std::string all;
    all.reserve(octets + sample.size());
    for (std::uint32_t number = 1; all.size() < octets; ++number) {
        std::string entry = sample;
        for (std::size_t i = 0; i < 4; ++i)
            entry[16 + i] = static_cast<char>(number >> (24 - 8 * i));
        all += entry;
    }
    return all;
}

std::string extensions(std::uint32_t number) {
    std::string value;
    for (std::size_t i = 0; i < 5; ++i)
        value += static_cast<char>(static_cast<std::uint64_t>(number) >> (32 - 8 * i));
    const std::string shortest = value.substr(std::min<std::size_t>(value.find_first_not_of('\0'), 4));
    const std::string crlNumber =
        element(0x30, element(0x06, "\x55\x1D\x14") + element(0x04, element(0x02, shortest)));
    return element(0xA0, element(0x30, crlNumber));
}

std::string signatureOf(const std::string& content, EVP_PKEY* key) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    std::size_t size = 0;
    const auto* octets = reinterpret_cast<const unsigned char*>(content.data());
    require(EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key) == 1 &&
            EVP_DigestSignUpdate(context, octets, content.size()) == 1 &&
            EVP_DigestSignFinal(context, nullptr, &size) == 1);
    std::string signature(size, '\0');
    require(EVP_DigestSignFinal(context, reinterpret_cast<unsigned char*>(signature.data()), &size) == 1);
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return signature;
}

std::string subjectOf(const document::Identity& identity) {
    const auto native = document::nativeCertificate(identity.certificate);
    require(native.has_value());
    unsigned char* octets = nullptr;
    const int size = i2d_X509_NAME(X509_get_subject_name(native->get()), &octets);
    require(size > 0);
    std::string name(octets, octets + size);
    OPENSSL_free(octets);
    return name;
}

} // namespace

std::string largeCrl(const document::Identity& issuer, std::size_t octets, base::Time now,
                     std::uint32_t number) {
    auto key = document::nativeKey(*issuer.key, access());
    require(key.has_value());
    const bool rsa = EVP_PKEY_get_base_id(key->get()) == EVP_PKEY_RSA;
    // sha256WithRSAEncryption with NULL, ecdsa-with-SHA256 without.
    const std::string algorithm =
        rsa ? element(0x30, element(0x06, "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0B") + element(0x05, ""))
            : element(0x30, element(0x06, "\x2A\x86\x48\xCE\x3D\x04\x03\x02"));
    const std::string content =
        element(0x30, element(0x02, "\x01") + algorithm + subjectOf(issuer) + utcTime(now - days(1)) +
                          utcTime(now + days(200)) + element(0x30, entries(octets, now - days(30))) +
                          extensions(number));
    const std::string signature = signatureOf(content, key->get());
    return element(0x30, content + algorithm + element(0x03, std::string(1, '\0') + signature));
}

} // namespace certwright::material

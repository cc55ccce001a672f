// Why: see large_crl.h.
#include "tests/data/material/large_crl.h"

#include <cstdlib>

#include <openssl/evp.h>

#include "core/document/native.h"
#include "tests/data/material/der_parts.h"

namespace certwright::material {

namespace {

void require(bool condition) {
    if (!condition)
        std::abort();
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

} // namespace

std::string largeCrl(const document::Identity& issuer, std::size_t octets, base::Time now,
                     std::uint32_t number) {
    auto key = document::nativeKey(*issuer.key, access());
    require(key.has_value());
    const std::string algorithm = signatureAlgorithmOf(issuer);
    const std::string content =
        element(0x30, element(0x02, "\x01") + algorithm + subjectOf(issuer) + utcTime(now - days(1)) +
                          utcTime(now + days(200)) + element(0x30, entries(octets, now - days(30))) +
                          extensionsOf(number));
    const std::string signature = signatureOf(content, key->get());
    return element(0x30, content + algorithm + element(0x03, std::string(1, '\0') + signature));
}

} // namespace certwright::material

// Why: see der_parts.h.
#include "tests/data/material/der_parts.h"

#include <cstdlib>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "core/document/native.h"

namespace certwright::material {

namespace {

void require(bool condition) {
    if (!condition)
        std::abort();
}

} // namespace

std::string elementHead(std::uint8_t tag, std::size_t size) {
    std::string length;
    for (std::size_t rest = size; rest > 0; rest >>= 8U)
        length.insert(length.begin(), static_cast<char>(rest & 0xFFU));
    std::string head(1, static_cast<char>(tag));
    if (size < 0x80)
        head += static_cast<char>(size);
    else
        head += static_cast<char>(0x80U + length.size()) + length;
    return head;
}

std::string element(std::uint8_t tag, std::string_view content) {
    return elementHead(tag, content.size()).append(content);
}

std::string utcTime(base::Time time) {
    const std::string iso = base::formatIso(time); // 2026-11-21T12:00:00Z
    std::string digits;
    for (const char c : iso)
        if (c >= '0' && c <= '9')
            digits += c;
    return element(0x17, digits.substr(2, 12) + "Z");
}

std::string extensionsOf(std::uint32_t number) {
    std::string value;
    for (std::size_t i = 0; i < 5; ++i)
        value += static_cast<char>(static_cast<std::uint64_t>(number) >> (32 - 8 * i));
    const std::string shortest = value.substr(std::min<std::size_t>(value.find_first_not_of('\0'), 4));
    const std::string crlNumber =
        element(0x30, element(0x06, "\x55\x1D\x14") + element(0x04, element(0x02, shortest)));
    return element(0xA0, element(0x30, crlNumber));
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

std::string signatureAlgorithmOf(const document::Identity& issuer) {
    const bool rsa = issuer.key->facts.algorithm == document::KeyAlgorithm::Rsa;
    // sha256WithRSAEncryption with NULL, ecdsa-with-SHA256 without.
    return rsa ? element(0x30, element(0x06, "\x2A\x86\x48\x86\xF7\x0D\x01\x01\x0B") + element(0x05, ""))
               : element(0x30, element(0x06, "\x2A\x86\x48\xCE\x3D\x04\x03\x02"));
}

} // namespace certwright::material

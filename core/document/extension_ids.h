// Why: the extensions that rules ask for, by the content octets of their identifiers: comparing six octets
// costs nothing, building dotted text for each would.
#pragma once

#include <array>
#include <cstdint>

namespace certwright::document::id {

// id-ce (2.5.29) of RFC 5280 section 4.2.1 and 5.2.
template <std::uint8_t Number> inline constexpr std::array<std::uint8_t, 3> ce{0x55, 0x1D, Number};

inline constexpr auto subjectDirectoryAttributes = ce<9>;
inline constexpr auto subjectKeyIdentifier = ce<14>;
inline constexpr auto keyUsage = ce<15>;
inline constexpr auto privateKeyUsagePeriod = ce<16>;
inline constexpr auto subjectAltName = ce<17>;
inline constexpr auto issuerAltName = ce<18>;
inline constexpr auto basicConstraints = ce<19>;
inline constexpr auto crlNumber = ce<20>;
inline constexpr auto reasonCode = ce<21>;
inline constexpr auto holdInstruction = ce<23>;
inline constexpr auto invalidityDate = ce<24>;
inline constexpr auto deltaCrlIndicator = ce<27>;
inline constexpr auto issuingDistributionPoint = ce<28>;
inline constexpr auto certificateIssuer = ce<29>;
inline constexpr auto nameConstraints = ce<30>;
inline constexpr auto crlDistributionPoints = ce<31>;
inline constexpr auto certificatePolicies = ce<32>;
inline constexpr auto policyMappings = ce<33>;
inline constexpr auto authorityKeyIdentifier = ce<35>;
inline constexpr auto policyConstraints = ce<36>;
inline constexpr auto extendedKeyUsage = ce<37>;
inline constexpr auto freshestCrl = ce<46>;
inline constexpr auto inhibitAnyPolicy = ce<54>;

// id-pe (1.3.6.1.5.5.7.1) of RFC 5280 section 4.2.2.
inline constexpr std::array<std::uint8_t, 8> authorityInfoAccess{0x2B, 6, 1, 5, 5, 7, 1, 1};
inline constexpr std::array<std::uint8_t, 8> subjectInfoAccess{0x2B, 6, 1, 5, 5, 7, 1, 11};
// TLS feature ("must staple", RFC 7633).
inline constexpr std::array<std::uint8_t, 8> tlsFeature{0x2B, 6, 1, 5, 5, 7, 1, 24};
// Certificate Transparency (RFC 6962): signed certificate timestamps, and the poison of a precertificate.
inline constexpr std::array<std::uint8_t, 10> signedTimestamps{0x2B, 6, 1, 4, 1, 0xD6, 0x79, 2, 4, 2};
inline constexpr std::array<std::uint8_t, 10> precertificatePoison{0x2B, 6, 1, 4, 1, 0xD6, 0x79, 2, 4, 3};

} // namespace certwright::document::id

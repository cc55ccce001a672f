// Why: names of formats that scripts can rely on.
#include "core/document/foreign.h"

#include <algorithm>
#include <array>

namespace certwright::document {

namespace {

struct Naming {
    ForeignFormat format;
    std::string_view name;
};

constexpr std::array namings{
    Naming{ForeignFormat::OpenSshPrivateKey, "openssh-private-key"},
    Naming{ForeignFormat::OpenSshPublicKey, "openssh-public-key"},
    Naming{ForeignFormat::OpenSshCertificate, "openssh-certificate"},
    Naming{ForeignFormat::Ssh2PrivateKey, "ssh2-private-key"},
    Naming{ForeignFormat::Ssh2PublicKey, "ssh2-public-key"},
    Naming{ForeignFormat::PuttyKey, "putty-key"},
    Naming{ForeignFormat::JavaKeyStore, "jks"},
    Naming{ForeignFormat::JavaCryptoKeyStore, "jceks"},
    Naming{ForeignFormat::BouncyCastleKeyStore, "bks"},
    Naming{ForeignFormat::UberKeyStore, "uber"},
    Naming{ForeignFormat::Jwk, "jwk"},
    Naming{ForeignFormat::JwkSet, "jwk-set"},
    Naming{ForeignFormat::WindowsPvk, "pvk"},
    Naming{ForeignFormat::WindowsCertificateStore, "sst"},
    Naming{ForeignFormat::PgpPrivateKey, "pgp-private-key"},
    Naming{ForeignFormat::PgpPublicKey, "pgp-public-key"},
    Naming{ForeignFormat::PgpOther, "pgp"},
    Naming{ForeignFormat::AgeKey, "age-key"},
    Naming{ForeignFormat::AgeFile, "age-file"},
    Naming{ForeignFormat::CertificatePair, "certificate-pair"},
    Naming{ForeignFormat::CertificateSequence, "netscape-certificate-sequence"},
    Naming{ForeignFormat::AttributeCertificate, "attribute-certificate"},
    Naming{ForeignFormat::OcspRequest, "ocsp-request"},
    Naming{ForeignFormat::OcspResponse, "ocsp-response"},
    Naming{ForeignFormat::TimestampRequest, "timestamp-request"},
    Naming{ForeignFormat::TimestampResponse, "timestamp-response"},
    Naming{ForeignFormat::EncryptedCms, "cms-encrypted"},
    Naming{ForeignFormat::PublicKey, "public-key"},
    Naming{ForeignFormat::Parameters, "parameters"},
    Naming{ForeignFormat::SslSession, "ssl-session"},
    Naming{ForeignFormat::WebPage, "web-page"},
};

static_assert(namings.size() == static_cast<std::size_t>(ForeignFormat::WebPage) + 1,
              "a format without a name");

} // namespace

std::string_view foreignFormatName(ForeignFormat format) {
    const auto* known = std::ranges::find(namings, format, &Naming::format);
    return known != namings.end() ? known->name : std::string_view();
}

} // namespace certwright::document

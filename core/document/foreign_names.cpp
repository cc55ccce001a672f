// Why: names of formats that scripts can rely on.
#include "core/document/foreign.h"

namespace certwright::document {

std::string_view foreignFormatName(ForeignFormat format) {
    switch (format) {
    case ForeignFormat::OpenSshPrivateKey:
        return "openssh-private-key";
    case ForeignFormat::OpenSshPublicKey:
        return "openssh-public-key";
    case ForeignFormat::OpenSshCertificate:
        return "openssh-certificate";
    case ForeignFormat::Ssh2PrivateKey:
        return "ssh2-private-key";
    case ForeignFormat::Ssh2PublicKey:
        return "ssh2-public-key";
    case ForeignFormat::PuttyKey:
        return "putty-key";
    case ForeignFormat::JavaKeyStore:
        return "jks";
    case ForeignFormat::JavaCryptoKeyStore:
        return "jceks";
    case ForeignFormat::BouncyCastleKeyStore:
        return "bks";
    case ForeignFormat::UberKeyStore:
        return "uber";
    case ForeignFormat::Jwk:
        return "jwk";
    case ForeignFormat::JwkSet:
        return "jwk-set";
    case ForeignFormat::WindowsPvk:
        return "pvk";
    case ForeignFormat::WindowsCertificateStore:
        return "sst";
    case ForeignFormat::PgpPrivateKey:
        return "pgp-private-key";
    case ForeignFormat::PgpPublicKey:
        return "pgp-public-key";
    case ForeignFormat::PgpOther:
        return "pgp";
    case ForeignFormat::AgeKey:
        return "age-key";
    case ForeignFormat::AgeFile:
        return "age-file";
    case ForeignFormat::CertificatePair:
        return "certificate-pair";
    case ForeignFormat::CertificateSequence:
        return "netscape-certificate-sequence";
    case ForeignFormat::AttributeCertificate:
        return "attribute-certificate";
    case ForeignFormat::OcspRequest:
        return "ocsp-request";
    case ForeignFormat::OcspResponse:
        return "ocsp-response";
    case ForeignFormat::TimestampRequest:
        return "timestamp-request";
    case ForeignFormat::TimestampResponse:
        return "timestamp-response";
    case ForeignFormat::EncryptedCms:
        return "cms-encrypted";
    case ForeignFormat::PublicKey:
        return "public-key";
    case ForeignFormat::Parameters:
        return "parameters";
    case ForeignFormat::SslSession:
        return "ssl-session";
    case ForeignFormat::WebPage:
        break;
    }
    return "web-page";
}

} // namespace certwright::document

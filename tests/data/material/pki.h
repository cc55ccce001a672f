// Why: tests of many rooms need certificates, keys and CRLs to order. The product's own maker
// (core/document/make.h) does the work; here are usual values, a cache of keys, failure as an abort, and the
// odd encodings that only tests and attackers make.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/encode.h"
#include "core/document/make.h"

namespace certwright::material {

using document::AltName;
using document::AltNameKind;
using document::Certificate;
using document::CertificateSpec;
using document::Crl;
using document::CrlEntrySpec;
using document::CrlSpec;
using document::Identity;
using document::KeySpec;
using document::Pkcs12Style;
using document::PrivateKey;
using Key = std::shared_ptr<const PrivateKey>;

// now is the time of all tests, 2026-11-21T12:00:00Z.
base::Time now();
// days is a span for specs: now() + days(30).
constexpr std::chrono::seconds days(int count) {
    return std::chrono::hours(24) * count;
}
// access is the token that tests may grant themselves.
secret::SecretAccess access();
// secretOf copies text to locked pages.
secret::SecretBytes secretOf(std::string_view text);

// key makes a key, once per process for the same order and index: different indexes are different keys.
Key key(const KeySpec& spec = {}, int index = 0);
// rsaKey, ecKey and edKey are the common orders.
Key rsaKey(int index = 0, int bits = 2048);
Key ecKey(int index = 0, const std::string& curve = "prime256v1");
Key edKey(int index = 0);

// authoritySpec is a CA: five years from a year ago, keyCertSign and cRLSign. With `pathLength` below 0 there
// is no limit.
CertificateSpec authoritySpec(const std::string& commonName = "Practice Root CA", int pathLength = -1);
// serverSpec is a server: a year from 30 days ago, serverAuth and clientAuth, the name as CN and as DNS name.
CertificateSpec serverSpec(const std::string& hostName = "server.example");
// crlSpec is a CRL of yesterday, good for 200 more days.
CrlSpec crlSpec(std::vector<CrlEntrySpec> entries = {});
// revoked is a CRL entry for a certificate, ten days ago, key compromised.
CrlEntrySpec revoked(const Identity& identity);

// issue makes a certificate, issueCrl a CRL, and both end the program on failure. Without `issuer`:
// self-signed.
Identity issue(const CertificateSpec& spec, const Key& key, const Identity* issuer = nullptr);
Crl issueCrl(const CrlSpec& spec, const Identity& issuer);
// extended is `crl` with one more extension, critical, signed anew: `oid` in dotted decimals, `value` the
// octets inside.
Crl extended(const Crl& crl, const Identity& issuer, const std::string& oid, const base::Bytes& value);
// authority is a self-signed RSA CA (key index 100) with usual values.
Identity authority(const std::string& commonName = "Practice Root CA");
// server is an RSA server certificate (key index 0) with usual values.
Identity server(const Identity& issuer, const std::string& hostName = "server.example");

// pem and der give octets as they stand in a file.
std::string pem(const Certificate& certificate);
std::string pem(const Identity& identity);
std::string pem(const Crl& crl);
std::string pem(std::string_view label, std::string_view der);
std::string der(const Certificate& certificate);
std::string der(const Identity& identity);
std::string der(const Crl& crl);

// Scheme is how a key is protected. Pbes1 is MD5 and single DES (RFC 8018), Pkcs12Pbe SHA-1 and 3DES (RFC
// 7292).
enum class Scheme { Pbes2, Scrypt, Pbes1, Pkcs12Pbe };

// Protection orders an encrypted key; `cipher` and `prf` are OpenSSL's names and only used by Pbes2 and
// Scrypt.
struct Protection {
    Scheme scheme = Scheme::Pbes2;
    int iterations = 2048;
    std::string cipher = "AES-256-CBC";
    std::string prf = "hmacWithSHA256";
    std::uint64_t scryptCost = 1024;
};

// keyPem and keyDer are unencrypted PKCS#8; with a password encrypted PKCS#8.
std::string keyPem(const PrivateKey& key);
std::string keyDer(const PrivateKey& key);
std::string keyPem(const PrivateKey& key, std::string_view password, const Protection& protection = {});
std::string keyDer(const PrivateKey& key, std::string_view password, const Protection& protection = {});
// traditionalPem is the older form ("RSA PRIVATE KEY"), encrypted with DEK-Info if `password` is not empty.
std::string traditionalPem(const PrivateKey& key, std::string_view password = {},
                           const std::string& cipher = "AES-256-CBC");
// traditionalDer is the older form without encryption.
std::string traditionalDer(const PrivateKey& key);
// emptyPromise is an EncryptedPrivateKeyInfo whose parameters ask for `protection` (any number of iterations:
// no work is done) and whose content is noise.
std::string emptyPromise(const Protection& protection);

// pkcs7 holds certificates and CRLs, pkcs12 a certificate, its key and chain; both DER.
std::string pkcs7(const std::vector<Certificate>& certificates, const std::vector<Crl>& crls = {});
std::string pkcs12(const Identity& identity, const std::vector<Certificate>& chain, std::string_view password,
                   Pkcs12Style style = Pkcs12Style::Modern, int iterations = 2048);
// requestDer is a PKCS#10 request.
std::string requestDer(const document::NameParts& subject, const PrivateKey& key,
                       const std::vector<std::string>& dnsNames = {});

} // namespace certwright::material

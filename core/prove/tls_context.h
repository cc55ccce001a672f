// Why: the proof is worth as much as its server resembles the real one: it is made only of what the service
// would read, and read with the same OpenSSL calls. Inside this room only.
#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/document/object.h"
#include "core/ossl/owned.h"
#include "core/prove/installed.h"

namespace certwright::prove {

// TlsMaterial is what the service would load: its certificate and what is sent with it (leaf first), its key,
// the CAs that clients are judged by, and the CRLs.
struct TlsMaterial {
    std::vector<ossl::X509Certificate> chain;
    ossl::Pkey key;
    std::vector<ossl::X509Certificate> cas;
    std::vector<ossl::X509Crl> crls;
    // Large lists are not loaded into OpenSSL, where a million entries take 370 MiB; proveLargeLists decides
    // of them what the store would.
    std::vector<document::Crl> largeLists;
};

// loadMaterial reads the installed files as PEM. Fails with FileNotFound for a required file that is not
// there, with its read error for one that cannot be read, and with CryptoFailed (subject: path) for one that
// holds something else. Files of other directions (AOI: platform, gateway) must load too, since the service
// loads them at its start.
base::Result<TlsMaterial> loadMaterial(const profile::Profile& profile, const Installed& installed,
                                       const document::PrivateKey& key, secret::SecretAccess access);

// TlsContexts: `server` as the service sets it up (mutual TLS: a client certificate is demanded and checked
// against CA and CRL, the leaf only; SERVICES.md section 1); `client` trusts the installed CA and nothing
// else. All dates are judged at one time.
struct TlsContexts {
    ossl::Owned<ssl_ctx_st> server;
    ossl::Owned<ssl_ctx_st> client;
    base::Time now;
};

enum class ClientCertificates { Demanded, NotAsked };

// makeContexts fails with CryptoFailed (detail: OpenSSL's word), e.g. if key and certificate do not belong
// together.
base::Result<TlsContexts> makeContexts(const TlsMaterial& material, ClientCertificates clients,
                                       base::Time now);

} // namespace certwright::prove

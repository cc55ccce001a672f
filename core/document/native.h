// Why: signatures, handshakes and chains need OpenSSL's own objects; they are made from our values here,
// without a copy of a key outside OpenSSL's key object.
#pragma once

#include "core/base/result.h"
#include "core/document/object.h"
#include "core/ossl/owned.h"

namespace certwright::document {

// nativeKey makes OpenSSL's key object, which clears its numbers when freed. Fails with CryptoFailed.
base::Result<ossl::Pkey> nativeKey(const PrivateKey& key, secret::SecretAccess access);
// nativeCertificate makes OpenSSL's certificate. Fails with CryptoFailed.
base::Result<ossl::X509Certificate> nativeCertificate(const Certificate& certificate);
// nativeCrl makes OpenSSL's CRL with all its entries. Fails with CryptoFailed.
base::Result<ossl::X509Crl> nativeCrl(const Crl& crl);

} // namespace certwright::document

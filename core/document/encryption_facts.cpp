// Why: see encryption_facts.h.
#include "core/document/encryption_facts.h"

#include <openssl/x509.h>

#include "core/document/native_der.h"
#include "core/document/scheme.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

std::string encryptionName(const EncryptionFacts& facts) {
    std::string text;
    for (const std::string* part : {&facts.scheme, &facts.cipher, &facts.derivation}) {
        if (!part->empty())
            text += (text.empty() ? "" : ", ") + *part;
    }
    return text;
}

Checked<EncryptedKey> encryptedKeyFrom(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<X509_sig_st> native(d2i_X509_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return faulty(Fault::Structure, errors.detail());
    const X509_ALGOR* algorithm = nullptr;
    X509_SIG_get0(native.get(), &algorithm, nullptr);
    auto scheme = schemeOf(derOf<X509_ALGOR>(i2d_X509_ALGOR, algorithm));
    if (!scheme)
        return tl::unexpected(scheme.error());
    return EncryptedKey{{der.data(), at}, EncryptedKeyForm::Pkcs8, std::move(scheme->facts)};
}

} // namespace certwright::document

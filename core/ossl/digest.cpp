// Why: SHA-256 in one call, with the algorithm looked up once per process.
#include "core/ossl/digest.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

namespace certwright::ossl {

base::Bytes sha256(base::ByteView bytes) {
    base::Bytes digest(SHA256_DIGEST_LENGTH);
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm, nullptr);
    return digest;
}

std::string sha256Hex(base::ByteView bytes) {
    return base::toHex(sha256(bytes));
}

} // namespace certwright::ossl

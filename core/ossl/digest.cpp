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

Digest::Digest(const std::string& name) {
    EVP_MD* algorithm = EVP_MD_fetch(nullptr, name.c_str(), nullptr);
    Owned<evp_md_ctx_st> context(EVP_MD_CTX_new());
    if (algorithm != nullptr && context && EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1)
        m_context = std::move(context);
    EVP_MD_free(algorithm);
}

void Digest::add(base::ByteView octets) {
    if (m_context && EVP_DigestUpdate(m_context.get(), octets.data(), octets.size()) != 1)
        m_context.reset();
}

base::Bytes Digest::finish() {
    base::Bytes digest(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (!m_context || EVP_DigestFinal_ex(m_context.get(), digest.data(), &size) != 1)
        size = 0;
    digest.resize(size);
    m_context.reset();
    return digest;
}

} // namespace certwright::ossl

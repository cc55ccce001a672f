// Why: see sm2_signature.h.
#include "core/check/sm2_signature.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include <openssl/evp.h>

#include "core/ossl/der.h"
#include "core/ossl/owned.h"

namespace certwright::check {

namespace {

constexpr std::array<std::uint8_t, 8> sm2WithSm3{0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x83, 0x75};
constexpr std::string_view defaultIdentifier = "1234567812345678";

struct FreeDigest {
    void operator()(EVP_MD_CTX* p) const { EVP_MD_CTX_free(p); }
};

} // namespace

bool isSm2Signature(base::ByteView algorithm) {
    const auto outer = ossl::DerReader(algorithm).next(ossl::Tag::Sequence);
    const auto type = outer ? ossl::DerReader(outer->content).next(ossl::Tag::ObjectId) : std::nullopt;
    return type && std::ranges::equal(type->content, sm2WithSm3);
}

bool verifySm2(base::ByteView content, base::ByteView signature, evp_pkey_st* key) {
    const ossl::Owned<evp_pkey_ctx_st> context(EVP_PKEY_CTX_new(key, nullptr));
    // Freed first: it only borrows the context.
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    if (!context || !digest || EVP_PKEY_is_a(key, "SM2") != 1)
        return false;
    if (EVP_PKEY_CTX_set1_id(context.get(), defaultIdentifier.data(),
                             static_cast<int>(defaultIdentifier.size())) <= 0)
        return false;
    EVP_MD_CTX_set_pkey_ctx(digest.get(), context.get());
    return EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sm3(), nullptr, key) == 1 &&
           EVP_DigestVerify(digest.get(), signature.data(), signature.size(), content.data(),
                            content.size()) == 1;
}

} // namespace certwright::check

// Why: keys of RFC 8410 are plain octets of one length; and the writing of public halves.
#include <array>

#include <openssl/evp.h>

#include "core/document/key_checks.h"
#include "core/document/minimal_der.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;

std::size_t lengthOf(std::string_view type) {
    if (type == "ED448")
        return 57;
    return type == "X448" ? 56 : 32;
}

} // namespace

Checked<base::Bytes> checkRaw(const Pkcs8Parts& parts, const char* type) {
    const ossl::ErrorScope errors;
    if (!parts.parameters.empty())
        return faulty(Fault::Parameters, "parameters where there must be none");
    const auto octets = DerReader(parts.key).next(Tag::OctetString);
    if (!octets)
        return faulty(Fault::Structure, "no private number");
    if (octets->whole.size() != parts.key.size())
        return faulty(Fault::TrailingData, "octets behind the private number");
    if (!hasMinimalLength(*octets))
        return faulty(Fault::NotDer, "the private number is not DER");
    if (octets->content.size() != lengthOf(type))
        return faulty(Fault::KeyLength, "a private number of the wrong length");
    const ossl::Pkey key(EVP_PKEY_new_raw_private_key_ex(nullptr, type, nullptr, octets->content.data(),
                                                         octets->content.size()));
    base::Bytes number(octets->content.size());
    std::size_t size = number.size();
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), number.data(), &size) != 1 || size != number.size())
        return tl::unexpected(Problem{errors.detail()});
    if (parts.publicKey && base::textOf(parts.publicKey->subspan(1)) != base::textOf(number))
        return faulty(Fault::PublicKeyMismatch, "the public key is not the private one's");
    return publicKeyInfoOf(parts.algorithm, number);
}

base::Bytes publicKeyInfoOf(ByteView algorithm, ByteView key) {
    constexpr std::array<std::uint8_t, 1> noUnusedBits{0};
    const base::Bytes bits = ossl::derElement(Tag::BitString, {noUnusedBits, key});
    return ossl::derElement(Tag::Sequence, {algorithm, bits});
}

} // namespace certwright::document

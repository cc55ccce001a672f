// Why: see pkcs12_mac.h.
#include "core/document/pkcs12_mac.h"

#include <array>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>

#include "core/document/asn1_values.h"
#include "core/document/derivation.h"
#include "core/ossl/der.h"
#include "core/ossl/error_scope.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerReader;
using ossl::Tag;
using Status = tl::expected<void, OpenError>;

struct FreeDigest {
    void operator()(EVP_MD* p) const { EVP_MD_free(p); }
};
using Digest = std::unique_ptr<EVP_MD, FreeDigest>;

constexpr std::size_t shortestKey = 20; // RFC 9579 section 5
constexpr std::size_t longestKey = 1024;

// MacParts are the fields of MacData.
struct MacParts {
    ByteView objectId;
    ByteView parameters;
    ByteView value;
    ByteView salt;
    std::uint64_t iterations = 1;
};

std::optional<MacParts> macParts(ByteView macData) {
    DerReader reader(macData);
    const auto info = reader.next(Tag::Sequence);
    DerReader inside(info ? info->content : ByteView());
    const auto algorithm = inside.next(Tag::Sequence);
    const auto value = algorithm ? inside.next(Tag::OctetString) : std::nullopt;
    const auto salt = value ? reader.next(Tag::OctetString) : std::nullopt;
    DerReader type(algorithm ? algorithm->content : ByteView());
    const auto objectId = type.next(Tag::ObjectId);
    if (!salt || !objectId)
        return std::nullopt;
    MacParts parts{objectId->whole, type.rest(), value->content, salt->content, 1};
    if (!reader.atEnd())
        parts.iterations = positiveCount(reader);
    return parts.iterations != 0 && reader.atEnd() ? std::optional(parts) : std::nullopt;
}

Status badMac(const char* detail) {
    return openProblem(OpenFailure::Damaged, detail, Fault::Pkcs12Mac);
}

// compare makes the MAC with `key` and compares it in constant time.
Status compare(const EVP_MD* digest, const secret::SecretBytes& key, ByteView content, ByteView expected,
               secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    if (expected.size() != static_cast<std::size_t>(EVP_MD_get_size(digest)))
        return badMac("a MAC of another length than its digest has");
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    const ByteView octets = key.reveal(access);
    if (HMAC(digest, octets.data(), static_cast<int>(octets.size()), content.data(), content.size(),
             value.data(), &size) == nullptr)
        return openProblem(OpenFailure::UnsupportedScheme, errors.detail());
    if (CRYPTO_memcmp(value.data(), expected.data(), expected.size()) != 0)
        return openProblem(OpenFailure::WrongPassword, "the MAC does not fit");
    return {};
}

Status checkClassic(const MacParts& parts, ByteView content, const PasswordForms& password,
                    secret::SecretAccess access) {
    const ossl::ErrorScope errors;
    const std::string name = schemePartName(parts.objectId);
    const Digest digest(EVP_MD_fetch(nullptr, name.c_str(), nullptr));
    if (!digest || (EVP_MD_get_flags(digest.get()) & EVP_MD_FLAG_XOF) != 0)
        return openProblem(OpenFailure::UnsupportedScheme, "MAC " + name);
    secret::SecretBytes key(static_cast<std::size_t>(EVP_MD_get_size(digest.get())));
    const ByteView text = password.text.value_or(ByteView());
    const char* pass = !password.text ? nullptr : text.empty() ? "" : base::textOf(text).data();
    static unsigned char none = 0;
    unsigned char* salt = parts.salt.empty() ? &none : const_cast<unsigned char*>(parts.salt.data());
    if (PKCS12_key_gen_utf8_ex(pass, static_cast<int>(text.size()), salt, static_cast<int>(parts.salt.size()),
                               PKCS12_MAC_ID, static_cast<int>(parts.iterations),
                               static_cast<int>(key.size()), key.revealForWriting(access).data(),
                               digest.get(), nullptr, nullptr) != 1)
        return openProblem(OpenFailure::UnsupportedScheme, errors.detail());
    return compare(digest.get(), key, content, parts.value, access);
}

// Pbmac1 is PBMAC1-params (RFC 8018 section 7.1), read.
struct Pbmac1 {
    Scheme derivation;
    std::string digest;
    std::string name;
};

std::optional<Pbmac1> pbmac1Of(ByteView parameters) {
    const auto outer = DerReader(parameters).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto derivation = reader.next(Tag::Sequence);
    const auto mac = derivation ? reader.next(Tag::Sequence) : std::nullopt;
    const auto type = mac ? DerReader(mac->content).next(Tag::ObjectId) : std::nullopt;
    Pbmac1 read;
    if (!type || !reader.atEnd() || !derivationOf(derivation->whole, read.derivation))
        return std::nullopt;
    read.digest = hmacDigest(type->whole);
    read.name = schemePartName(type->whole);
    return read;
}

Status checkPbmac1(const MacParts& parts, ByteView content, const PasswordForms& password,
                   Decryptor& decryptor, secret::SecretAccess access) {
    const auto mac = pbmac1Of(parts.parameters);
    if (!mac)
        return badMac("malformed PBMAC1 parameters");
    const Derivation& derivation = mac->derivation.derivation;
    const Digest digest(EVP_MD_fetch(nullptr, mac->digest.c_str(), nullptr));
    if (!mac->derivation.supported || !digest)
        return openProblem(OpenFailure::UnsupportedScheme,
                           "PBMAC1, " + mac->derivation.facts.derivation + ", " + mac->name);
    const auto size = static_cast<std::size_t>(derivation.keyLength.value_or(0));
    if (size < shortestKey || size > longestKey)
        return badMac("PBMAC1 with a key length that is missing, too short or too long");
    if (!decryptor.spend(mac->derivation.work))
        return openProblem(OpenFailure::UnsupportedScheme, "more than 10 million rounds of key derivation",
                           Fault::Work);
    const auto key = derivedKey(derivation, password.octets, size, nullptr, access);
    if (!key)
        return tl::unexpected(key.error());
    return compare(digest.get(), *key, content, parts.value, access);
}

} // namespace

Status checkMac(ByteView macData, ByteView content, const PasswordForms& password, Decryptor& decryptor,
                secret::SecretAccess access) {
    const auto parts = macParts(macData);
    if (!parts)
        return badMac("malformed MacData");
    if (objectNumber(parts->objectId) == NID_pbmac1)
        return checkPbmac1(*parts, content, password, decryptor, access);
    if (!decryptor.spend(parts->iterations))
        return openProblem(OpenFailure::UnsupportedScheme, "more than 10 million rounds of key derivation",
                           Fault::Work);
    return checkClassic(*parts, content, password, access);
}

std::string macName(ByteView macData) {
    const auto parts = macParts(macData);
    if (!parts)
        return {};
    const bool pbmac1 = objectNumber(parts->objectId) == NID_pbmac1;
    return pbmac1 ? "PBMAC1" : "HMAC-" + schemePartName(parts->objectId);
}

} // namespace certwright::document

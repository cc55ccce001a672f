// Why: ciphers and derivations have each their own parameters (RFC 8018 appendix B, 7914, 5084, 2144).
#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include <openssl/asn1.h>
#include <openssl/evp.h>
#include <openssl/objects.h>

#include "core/document/asn1_values.h"
#include "core/document/scheme.h"
#include "core/ossl/der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::DerReader;
using ossl::Tag;

struct NamedPart {
    std::string_view numbers;
    std::string_view name;
};

// Proper names where OpenSSL has none or another.
constexpr std::array names{
    NamedPart{"1.2.643.2.2.21", "GOST 28147-89"},
    NamedPart{"1.2.643.2.2.10", "HMAC-GOST R 34.11-94"},
    NamedPart{"1.2.643.7.1.1.4.1", "HMAC-Streebog-256"},
    NamedPart{"1.2.643.7.1.1.4.2", "HMAC-Streebog-512"},
    NamedPart{"1.2.643.7.1.1.5.1.1", "Magma-CTR-ACPKM"},
    NamedPart{"1.2.643.7.1.1.5.1.2", "Magma-CTR-ACPKM-OMAC"},
    NamedPart{"1.2.643.7.1.1.5.2.1", "Kuznyechik-CTR-ACPKM"},
    NamedPart{"1.2.643.7.1.1.5.2.2", "Kuznyechik-CTR-ACPKM-OMAC"},
    NamedPart{"1.2.840.113549.1.9.16.3.18", "ChaCha20-Poly1305"},
    NamedPart{"1.2.840.113549.1.12.1.1", "PBE-SHA1-RC4-128"},
    NamedPart{"1.3.6.1.4.1.188.7.1.1.2", "IDEA-CBC"},
    NamedPart{"1.3.6.1.4.1.22554.1.1.2.1.2", "PBE-SHA256-PKCS12-AES-128-CBC"},
    NamedPart{"1.3.6.1.4.1.25258.3.1", "Serpent-CBC"},
    NamedPart{"1.3.6.1.4.1.25258.3.2", "Threefish-512-CBC"},
    NamedPart{"1.3.6.1.4.1.25258.3.3", "Twofish-CBC"},
    NamedPart{"1.2.156.10197.1.104.8", "SM4-GCM"},
    NamedPart{"1.2.840.113549.3.9", "RC5-CBC"},
    NamedPart{"2.16.840.1.101.3.4.1.6", "AES-128-GCM"},
    NamedPart{"2.16.840.1.101.3.4.1.26", "AES-192-GCM"},
    NamedPart{"2.16.840.1.101.3.4.1.46", "AES-256-GCM"},
    NamedPart{"2.16.840.1.101.3.4.1.7", "AES-128-CCM"},
    NamedPart{"2.16.840.1.101.3.4.1.27", "AES-192-CCM"},
    NamedPart{"2.16.840.1.101.3.4.1.47", "AES-256-CCM"},
};

// HMACs of RFC 8018 appendix B.1.2 and NIST's and the Chinese registers; the digest by OpenSSL's name.
constexpr std::array hmacs{
    NamedPart{"1.2.840.113549.2.6", "MD5"},           NamedPart{"1.3.6.1.5.5.8.1.1", "MD5"},
    NamedPart{"1.2.840.113549.2.7", "SHA1"},          NamedPart{"1.3.6.1.5.5.8.1.2", "SHA1"},
    NamedPart{"1.2.840.113549.2.8", "SHA224"},        NamedPart{"1.2.840.113549.2.9", "SHA256"},
    NamedPart{"1.2.840.113549.2.10", "SHA384"},       NamedPart{"1.2.840.113549.2.11", "SHA512"},
    NamedPart{"1.2.840.113549.2.12", "SHA512-224"},   NamedPart{"1.2.840.113549.2.13", "SHA512-256"},
    NamedPart{"2.16.840.1.101.3.4.2.13", "SHA3-224"}, NamedPart{"2.16.840.1.101.3.4.2.14", "SHA3-256"},
    NamedPart{"2.16.840.1.101.3.4.2.15", "SHA3-384"}, NamedPart{"2.16.840.1.101.3.4.2.16", "SHA3-512"},
    NamedPart{"1.2.156.10197.1.401.2", "SM3"},        NamedPart{"1.2.156.10197.1.401.3.1", "SM3"},
    NamedPart{"1.3.6.1.5.5.8.1.4", "RIPEMD160"},
};

struct FreeObject {
    void operator()(ASN1_OBJECT* p) const { ASN1_OBJECT_free(p); }
};

std::string numbersOf(ByteView objectId) {
    const unsigned char* at = objectId.data();
    const std::unique_ptr<ASN1_OBJECT, FreeObject> object(
        d2i_ASN1_OBJECT(nullptr, &at, static_cast<long>(objectId.size())));
    return object ? dottedText(object.get()) : std::string();
}

template <std::size_t N>
std::string_view named(const std::array<NamedPart, N>& parts, const std::string& numbers) {
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const NamedPart& part) { return part.numbers == numbers; });
    return found != parts.end() ? found->name : std::string_view();
}

constexpr std::uint64_t tooMuch = std::numeric_limits<std::uint64_t>::max();

std::uint64_t product(std::uint64_t a, std::uint64_t b) {
    return b != 0 && a > tooMuch / b ? tooMuch : a * b;
}

// Identifier is an AlgorithmIdentifier: its object identifier, whole, and its parameters.
struct Identifier {
    ByteView objectId;
    ByteView parameters;
};

std::optional<Identifier> identifierOf(ByteView algorithm) {
    const auto outer = DerReader(algorithm).next(Tag::Sequence);
    DerReader reader(outer ? outer->content : ByteView());
    const auto objectId = reader.next(Tag::ObjectId);
    return objectId ? std::optional(Identifier{objectId->whole, reader.rest()}) : std::nullopt;
}

// isUsable tells whether a cipher is one that is undone here; of those that authenticate only GCM is.
bool isUsable(const EVP_CIPHER* cipher) {
    constexpr std::array modes{EVP_CIPH_CBC_MODE, EVP_CIPH_CFB_MODE, EVP_CIPH_OFB_MODE,
                               EVP_CIPH_CTR_MODE, EVP_CIPH_ECB_MODE, EVP_CIPH_STREAM_CIPHER};
    const int mode = EVP_CIPHER_get_mode(cipher);
    const bool authenticates = (EVP_CIPHER_get_flags(cipher) & EVP_CIPH_FLAG_AEAD_CIPHER) != 0;
    return mode == EVP_CIPH_GCM_MODE ||
           (!authenticates && std::find(modes.begin(), modes.end(), mode) != modes.end());
}

base::Bytes copyOf(ByteView octets) {
    return {octets.begin(), octets.end()};
}

bool readPbkdf2(DerReader reader, Scheme& scheme) {
    const auto salt = reader.next();
    Derivation& derivation = scheme.derivation;
    derivation.iterations = salt ? positiveCount(reader) : 0;
    if (derivation.iterations == 0)
        return false;
    if (reader.peek() == Tag::Integer) {
        derivation.keyLength = positiveCount(reader);
        if (*derivation.keyLength == 0 || *derivation.keyLength > 1024)
            return false;
    }
    derivation.digest = "SHA1";
    std::string function = "HMAC-SHA1";
    if (!reader.atEnd()) {
        const auto whole = reader.next(Tag::Sequence);
        const auto prf = whole ? identifierOf(whole->whole) : std::nullopt;
        if (!prf || !reader.atEnd())
            return false;
        derivation.digest = hmacDigest(prf->objectId);
        function = derivation.digest.empty() ? schemePartName(prf->objectId) : "HMAC-" + derivation.digest;
    }
    const bool specified = salt->tag == Tag::OctetString;
    if (specified)
        derivation.salt = copyOf(salt->content);
    scheme.facts.iterations = derivation.iterations;
    scheme.facts.derivation = "PBKDF2-" + function + (specified ? "" : " with a salt from elsewhere");
    scheme.work = derivation.iterations;
    scheme.supported = specified && !derivation.digest.empty();
    return specified || salt->tag == Tag::Sequence;
}

bool readScrypt(DerReader reader, Scheme& scheme) {
    Derivation& derivation = scheme.derivation;
    const auto salt = reader.next(Tag::OctetString);
    derivation.iterations = salt ? positiveCount(reader) : 0;
    derivation.blockSize = positiveCount(reader);
    derivation.parallel = positiveCount(reader);
    if (reader.peek() == Tag::Integer)
        derivation.keyLength = positiveCount(reader);
    scheme.facts.derivation = "scrypt";
    scheme.facts.iterations = derivation.iterations;
    scheme.work = product(product(derivation.iterations, derivation.blockSize), derivation.parallel);
    const bool power = (derivation.iterations & (derivation.iterations - 1)) == 0;
    if (scheme.work == 0 || !reader.atEnd() || derivation.iterations < 2 ||
        (!power && derivation.iterations != tooMuch))
        return false;
    derivation.salt = copyOf(salt->content);
    derivation.scrypt = true;
    scheme.supported = true;
    return true;
}

// rc2Bits maps RC2's version number to effective bits (RFC 8018 appendix B.2.3).
std::uint64_t rc2Bits(std::uint64_t version) {
    switch (version) {
    case 160:
        return 40;
    case 120:
        return 64;
    case 58:
        return 128;
    default:
        return version >= 256 && version <= 1024 ? version : 0;
    }
}

bool readRc2(const DerElement& parameters, CipherChoice& cipher) {
    DerReader reader(parameters.content);
    cipher.effectiveBits = 32; // where nothing is said
    if (reader.peek() == Tag::Integer)
        cipher.effectiveBits = rc2Bits(positiveCount(reader));
    const auto iv = reader.next(Tag::OctetString);
    if (!iv || cipher.effectiveBits == 0 || !reader.atEnd())
        return false;
    cipher.iv = copyOf(iv->content);
    return true;
}

// readGcm: GCMParameters (RFC 5084 section 3.2).
bool readGcm(const DerElement& parameters, CipherChoice& cipher) {
    DerReader reader(parameters.content);
    const auto nonce = reader.next(Tag::OctetString);
    cipher.tagSize = reader.atEnd() ? 12 : static_cast<std::size_t>(positiveCount(reader));
    if (!nonce || nonce->content.empty() || !reader.atEnd() || cipher.tagSize < 12 || cipher.tagSize > 16)
        return false;
    cipher.iv = copyOf(nonce->content);
    return true;
}

// readSequence is for the other ciphers whose IV some writers put into a SEQUENCE (CAST5, IDEA).
bool readSequence(const DerElement& parameters, CipherChoice& cipher) {
    const auto iv = DerReader(parameters.content).next(Tag::OctetString);
    if (iv)
        cipher.iv = copyOf(iv->content);
    return iv.has_value();
}

bool readCipherParameters(ByteView octets, CipherChoice& cipher) {
    const bool gcm = cipher.name.ends_with("-GCM");
    const auto parameters = DerReader(octets).next();
    if (!parameters || parameters->tag == Tag::Null)
        return cipher.name.ends_with("-ECB") || cipher.name.starts_with("RC4");
    if (parameters->tag == Tag::OctetString) {
        cipher.iv = copyOf(parameters->content);
        cipher.tagSize = gcm ? 16 : 0;
        if (cipher.name.starts_with("RC2"))
            cipher.effectiveBits = 32;
        return true;
    }
    if (parameters->tag != Tag::Sequence)
        return false;
    if (gcm)
        return readGcm(*parameters, cipher);
    return cipher.name == "RC2-CBC" ? readRc2(*parameters, cipher) : readSequence(*parameters, cipher);
}

} // namespace

std::uint64_t positiveCount(DerReader& reader) {
    const auto element = reader.next(Tag::Integer);
    const int bits = element ? ossl::derIntegerBits(element->content) : 0;
    if (bits == 0 || bits > 63)
        return bits == 0 ? 0 : tooMuch;
    std::uint64_t value = 0;
    for (const std::uint8_t octet : element->content)
        value = (value << 8U) | octet;
    return value;
}

std::string schemePartName(ByteView objectId) {
    const std::string numbers = numbersOf(objectId);
    if (const auto name = named(names, numbers); !name.empty())
        return std::string(name);
    const int number = objectNumber(objectId);
    return number == NID_undef ? numbers : OBJ_nid2sn(number);
}

std::string hmacDigest(ByteView objectId) {
    return std::string(named(hmacs, numbersOf(objectId)));
}

bool derivationOf(ByteView algorithm, Scheme& scheme) {
    const auto identifier = identifierOf(algorithm);
    if (!identifier)
        return false;
    DerReader outer(identifier->parameters);
    const auto parameters = outer.next(Tag::Sequence);
    const int number = objectNumber(identifier->objectId);
    scheme.supported = false;
    if (number == NID_id_pbkdf2)
        return parameters && readPbkdf2(DerReader(parameters->content), scheme);
    if (number == NID_id_scrypt)
        return parameters && readScrypt(DerReader(parameters->content), scheme);
    scheme.facts.derivation = schemePartName(identifier->objectId);
    return true;
}

bool cipherOf(ByteView algorithm, Scheme& scheme) {
    const auto identifier = identifierOf(algorithm);
    if (!identifier)
        return false;
    scheme.facts.cipher = schemePartName(identifier->objectId);
    scheme.cipher.name = scheme.facts.cipher;
    const EVP_CIPHER* cipher = EVP_get_cipherbyname(scheme.cipher.name.c_str());
    if (!cipher || !isUsable(cipher)) {
        scheme.cipher.name.clear();
        return true;
    }
    return readCipherParameters(identifier->parameters, scheme.cipher);
}

} // namespace certwright::document

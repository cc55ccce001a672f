// Why: the parts, made once for all makers.
#include "core/document/make_parts.h"

#include <array>
#include <chrono>
#include <cstdio>

#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/ossl/der.h"

namespace certwright::document {

void FreePart::operator()(asn1_string_st* p) const {
    ASN1_STRING_free(p);
}
void FreePart::operator()(X509_extension_st* p) const {
    X509_EXTENSION_free(p);
}
void FreePart::operator()(X509_name_st* p) const {
    X509_NAME_free(p);
}

// Not by ASN1_TIME_set: it asks the C library, and that of Windows knows no time before 1970.
Part<asn1_string_st> asn1Time(base::Time time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d%02dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()));
    Part<asn1_string_st> made(ASN1_TIME_new());
    if (!made || ASN1_TIME_set_string_X509(made.get(), text.data()) != 1)
        return nullptr;
    return made;
}

Part<asn1_string_st> asn1Integer(base::ByteView magnitude) {
    const ossl::Owned<bignum_st> number(
        BN_bin2bn(magnitude.data(), static_cast<int>(magnitude.size()), nullptr));
    return Part<asn1_string_st>(number ? BN_to_ASN1_INTEGER(number.get(), nullptr) : nullptr);
}

Part<X509_name_st> nativeName(const NameParts& parts) {
    Part<X509_name_st> name(X509_NAME_new());
    for (const NamePart& part : parts) {
        const base::ByteView value = base::viewOf(part.value);
        if (!name || X509_NAME_add_entry_by_txt(name.get(), part.type.c_str(), MBSTRING_UTF8, value.data(),
                                                static_cast<int>(value.size()), -1, 0) != 1)
            return nullptr;
    }
    return name;
}

base::Bytes keyIdOf(const KeyFacts& key) {
    const auto outer = ossl::DerReader(key.publicKeyInfo).next(ossl::Tag::Sequence);
    ossl::DerReader reader(outer ? outer->content : base::ByteView());
    reader.next(ossl::Tag::Sequence);
    const auto bits = reader.next(ossl::Tag::BitString);
    if (!bits || bits->content.empty())
        return {};
    const base::ByteView octets = bits->content.subspan(1);
    base::Bytes id(20);
    EVP_Digest(octets.data(), octets.size(), id.data(), nullptr, EVP_sha1(), nullptr);
    return id;
}

Part<X509_extension_st> extensionOf(int number, int critical, void* object) {
    return Part<X509_extension_st>(X509V3_EXT_i2d(number, critical, object));
}

Part<X509_extension_st> authorityKeyIdExtension(const base::Bytes& keyId) {
    AUTHORITY_KEYID* id = AUTHORITY_KEYID_new();
    if (!id)
        return nullptr;
    id->keyid = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(id->keyid, keyId.data(), static_cast<int>(keyId.size()));
    Part<X509_extension_st> extension = extensionOf(NID_authority_key_identifier, 0, id);
    AUTHORITY_KEYID_free(id);
    return extension;
}

SigningContext::SigningContext(const ossl::Pkey& key, const SignatureSpec& spec)
    : m_context(EVP_MD_CTX_new()) {
    const bool plain = EVP_PKEY_is_a(key.get(), "ED25519") == 1;
    EVP_PKEY_CTX* parameters = nullptr;
    const char* digest = plain ? nullptr : spec.digest.c_str();
    bool ready = m_context && EVP_DigestSignInit_ex(m_context, &parameters, digest, nullptr, nullptr,
                                                    key.get(), nullptr) == 1;
    if (ready && spec.padding == Padding::Pss && EVP_PKEY_is_a(key.get(), "RSA") == 1)
        ready = EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
                EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) == 1;
    if (ready)
        return;
    EVP_MD_CTX_free(m_context);
    m_context = nullptr;
}

SigningContext::~SigningContext() {
    EVP_MD_CTX_free(m_context);
}

} // namespace certwright::document

// Why: a PKCS#12 container is opened part by part; each part and each key may be encrypted in its own way.
#include <memory>

#include <openssl/pkcs12.h>

#include "core/document/certificate_facts.h"
#include "core/document/crl_facts.h"
#include "core/document/decrypt.h"
#include "core/document/open.h"
#include "core/document/private_key.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;
using secret::SecretBytes;

struct FreeStacks {
    void operator()(STACK_OF(PKCS7) * p) const { sk_PKCS7_pop_free(p, PKCS7_free); }
    void operator()(STACK_OF(PKCS12_SAFEBAG) * p) const {
        sk_PKCS12_SAFEBAG_pop_free(p, PKCS12_SAFEBAG_free);
    }
};
using Bags = std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), FreeStacks>;

using OpenStatus = tl::expected<void, OpenError>;

tl::unexpected<OpenError> failed(OpenFailure failure, std::string detail) {
    return tl::unexpected<OpenError>(OpenError{failure, std::move(detail)});
}

ByteView viewOf(const ASN1_OCTET_STRING* string) {
    return {ASN1_STRING_get0_data(string), static_cast<std::size_t>(ASN1_STRING_length(string))};
}

template <typename T> base::Bytes derOf(int (*encode)(const T*, unsigned char**), const T* object) {
    base::Bytes der(static_cast<std::size_t>(std::max(encode(object, nullptr), 0)));
    unsigned char* at = der.data();
    encode(object, &at);
    return der;
}

// Opening is one container being opened with one form of the password.
class Opening {
  public:
    Opening(Decryptor& decryptor, const PasswordForms& password, SecretAccess access)
        : m_decryptor(decryptor)
        , m_password(password)
        , m_access(access) {}

    OpenStatus readPart(PKCS7* part);
    std::vector<Item> takeItems() { return std::move(m_items); }

  private:
    OpenStatus readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth);
    OpenStatus readBag(const PKCS12_SAFEBAG* bag, int depth);
    OpenStatus readKey(ByteView pkcs8);
    OpenStatus readPlainKey(const PKCS8_PRIV_KEY_INFO* info);
    OpenStatus readShroudedKey(const X509_SIG* sealed);
    template <typename T> OpenStatus add(Reading<T> object);

    Decryptor& m_decryptor;
    const PasswordForms& m_password;
    SecretAccess m_access;
    std::vector<Item> m_items;
};

template <typename T> OpenStatus Opening::add(Reading<T> object) {
    if (!object)
        return failed(OpenFailure::Damaged, object.error());
    m_items.push_back(Item{Object(std::move(*object)), Encoding::Der, Container::Pkcs12, 0});
    return {};
}

OpenStatus Opening::readKey(ByteView pkcs8) {
    return add(privateKeyFrom(KeyForm::Pkcs8, pkcs8, m_access));
}

OpenStatus Opening::readPlainKey(const PKCS8_PRIV_KEY_INFO* info) {
    SecretBytes der(static_cast<std::size_t>(std::max(i2d_PKCS8_PRIV_KEY_INFO(info, nullptr), 0)));
    unsigned char* at = der.revealForWriting(m_access).data();
    i2d_PKCS8_PRIV_KEY_INFO(info, &at);
    return readKey(der.reveal(m_access));
}

OpenStatus Opening::readShroudedKey(const X509_SIG* sealed) {
    const X509_ALGOR* algorithm = nullptr;
    const ASN1_OCTET_STRING* data = nullptr;
    X509_SIG_get0(sealed, &algorithm, &data);
    const auto plain = m_decryptor.decrypt(algorithm, viewOf(data), m_password);
    return plain ? readKey(plain->reveal(m_access)) : OpenStatus(tl::unexpected<OpenError>(plain.error()));
}

OpenStatus Opening::readBag(const PKCS12_SAFEBAG* bag, int depth) {
    switch (PKCS12_SAFEBAG_get_nid(bag)) {
    case NID_keyBag:
        return readPlainKey(PKCS12_SAFEBAG_get0_p8inf(bag));
    case NID_pkcs8ShroudedKeyBag:
        return readShroudedKey(PKCS12_SAFEBAG_get0_pkcs8(bag));
    case NID_certBag: {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Certificate)
            return {};
        const ossl::X509Certificate native(PKCS12_SAFEBAG_get1_cert(bag));
        return native ? add(certificateFrom(derOf<X509>(i2d_X509, native.get())))
                      : OpenStatus(failed(OpenFailure::Damaged, "malformed certificate"));
    }
    case NID_crlBag: {
        if (PKCS12_SAFEBAG_get_bag_nid(bag) != NID_x509Crl)
            return {};
        const ossl::X509Crl native(PKCS12_SAFEBAG_get1_crl(bag));
        return native ? add(crlFrom(derOf<X509_CRL>(i2d_X509_CRL, native.get())))
                      : OpenStatus(failed(OpenFailure::Damaged, "malformed CRL"));
    }
    case NID_safeContentsBag:
        return readBags(PKCS12_SAFEBAG_get0_safes(bag), depth + 1);
    default:
        return {}; // A secret bag or something newer: nothing of ours.
    }
}

OpenStatus Opening::readBags(const STACK_OF(PKCS12_SAFEBAG) * bags, int depth) {
    constexpr int deepest = 8;
    if (depth > deepest)
        return failed(OpenFailure::Damaged, "bags nested too deeply");
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags); ++i) {
        const OpenStatus read = readBag(sk_PKCS12_SAFEBAG_value(bags, i), depth);
        if (!read)
            return read;
    }
    return {};
}

OpenStatus Opening::readPart(PKCS7* part) {
    const ossl::ErrorScope errors;
    const int type = OBJ_obj2nid(part->type);
    if (type == NID_pkcs7_data) {
        const Bags bags(PKCS12_unpack_p7data(part));
        return bags ? readBags(bags.get(), 0) : OpenStatus(failed(OpenFailure::Damaged, errors.detail()));
    }
    if (type != NID_pkcs7_encrypted)
        return failed(OpenFailure::UnsupportedScheme, "PKCS#12 part that is not encrypted by a password");
    const PKCS7_ENC_CONTENT* content = part->d.encrypted ? part->d.encrypted->enc_data : nullptr;
    if (!content || !content->enc_data)
        return failed(OpenFailure::Damaged, "PKCS#12 part without content");
    const auto plain = m_decryptor.decrypt(content->algorithm, viewOf(content->enc_data), m_password);
    if (!plain)
        return tl::unexpected<OpenError>(plain.error());
    const ByteView octets = plain->reveal(m_access);
    const unsigned char* at = octets.data();
    const Bags bags(static_cast<STACK_OF(PKCS12_SAFEBAG)*>(static_cast<void*>(
        ASN1_item_d2i(nullptr, &at, static_cast<long>(octets.size()), ASN1_ITEM_rptr(PKCS12_SAFEBAGS)))));
    return bags ? readBags(bags.get(), 0) : OpenStatus(failed(OpenFailure::WrongPassword, errors.detail()));
}

// checkMac tells whether the MAC fits the password. A container without MAC passes: its parts will tell.
OpenStatus checkMac(PKCS12* container, const PasswordForms& password, Decryptor& decryptor) {
    if (PKCS12_mac_present(container) != 1)
        return {};
    const ossl::ErrorScope errors;
    const ASN1_INTEGER* rounds = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &rounds, container);
    std::uint64_t work = 1;
    if (rounds && ASN1_INTEGER_get_uint64(&work, rounds) != 1)
        return failed(OpenFailure::UnsupportedScheme, "iteration count of the MAC");
    if (!decryptor.spend(work))
        return failed(OpenFailure::UnsupportedScheme, "more than 10 million rounds of key derivation");
    const ByteView text = password.text.value_or(ByteView());
    const char* pass = !password.text ? nullptr : text.empty() ? "" : base::textOf(text).data();
    if (PKCS12_verify_mac(container, pass, static_cast<int>(text.size())) == 1)
        return {};
    if (errors.lastReason() == PKCS12_R_MAC_GENERATION_ERROR)
        return failed(OpenFailure::UnsupportedScheme, errors.detail());
    return failed(OpenFailure::WrongPassword, errors.detail());
}

OpenResult<std::vector<Item>> openWith(PKCS12* container, const PasswordForms& password, Decryptor& decryptor,
                                       SecretAccess access) {
    const OpenStatus mac = checkMac(container, password, decryptor);
    if (!mac)
        return tl::unexpected<OpenError>(mac.error());
    const std::unique_ptr<STACK_OF(PKCS7), FreeStacks> parts(PKCS12_unpack_authsafes(container));
    if (!parts)
        return failed(OpenFailure::Damaged, "malformed PKCS#12 content");
    Opening opening(decryptor, password, access);
    for (int i = 0; i < sk_PKCS7_num(parts.get()); ++i) {
        const OpenStatus read = opening.readPart(sk_PKCS7_value(parts.get(), i));
        if (!read)
            return tl::unexpected<OpenError>(read.error());
    }
    return opening.takeItems();
}

bool wrongPassword(const OpenResult<std::vector<Item>>& result) {
    return !result && result.error().failure == OpenFailure::WrongPassword;
}

} // namespace

OpenResult<std::vector<Item>> openPkcs12(const Pkcs12& container, const SecretBytes& password,
                                         SecretAccess access) {
    const ossl::ErrorScope errors;
    const unsigned char* at = container.der.data();
    const ossl::Owned<PKCS12_st> native(d2i_PKCS12(nullptr, &at, static_cast<long>(container.der.size())));
    if (!native)
        return failed(OpenFailure::Damaged, errors.detail());
    const ByteView octets = password.reveal(access);
    Decryptor decryptor(access);
    auto opened = openWith(native.get(), {octets, octets}, decryptor, access);
    if (!wrongPassword(opened))
        return opened;
    if (octets.empty())
        return openWith(native.get(), {octets, std::nullopt}, decryptor, access);
    const SecretBytes raw = eachOctetAsCharacter(password, access);
    if (raw.size() == octets.size())
        return opened;
    return openWith(native.get(), {octets, raw.reveal(access)}, decryptor, access);
}

} // namespace certwright::document

// Why: a PKCS#12 container says how it is encrypted before anybody asks for its password.
#include <memory>

#include <openssl/pkcs12.h>

#include "core/document/encryption_facts.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeStacks {
    void operator()(STACK_OF(PKCS7) * p) const { sk_PKCS7_pop_free(p, PKCS7_free); }
    void operator()(STACK_OF(PKCS12_SAFEBAG) * p) const {
        sk_PKCS12_SAFEBAG_pop_free(p, PKCS12_SAFEBAG_free);
    }
};

// shroudedAlgorithm finds the first encrypted key among bags that are not encrypted themselves.
Reading<EncryptionFacts> shroudedAlgorithm(PKCS7* part) {
    const std::unique_ptr<STACK_OF(PKCS12_SAFEBAG), FreeStacks> bags(PKCS12_unpack_p7data(part));
    if (!bags)
        return unreadable("malformed PKCS#12 content");
    for (int i = 0; i < sk_PKCS12_SAFEBAG_num(bags.get()); ++i) {
        const PKCS12_SAFEBAG* bag = sk_PKCS12_SAFEBAG_value(bags.get(), i);
        if (PKCS12_SAFEBAG_get_nid(bag) != NID_pkcs8ShroudedKeyBag)
            continue;
        const X509_ALGOR* algorithm = nullptr;
        X509_SIG_get0(PKCS12_SAFEBAG_get0_pkcs8(bag), &algorithm, nullptr);
        const auto scheme = schemeOf(algorithm);
        return scheme ? Reading<EncryptionFacts>(scheme->facts) : unreadable(scheme.error());
    }
    return EncryptionFacts{};
}

Reading<EncryptionFacts> partFacts(PKCS7* part) {
    const int type = OBJ_obj2nid(part->type);
    if (type == NID_pkcs7_data)
        return shroudedAlgorithm(part);
    if (type != NID_pkcs7_encrypted)
        return EncryptionFacts{};
    if (!part->d.encrypted || !part->d.encrypted->enc_data || !part->d.encrypted->enc_data->algorithm)
        return unreadable("malformed PKCS#12 content");
    const auto scheme = schemeOf(part->d.encrypted->enc_data->algorithm);
    return scheme ? Reading<EncryptionFacts>(scheme->facts) : unreadable(scheme.error());
}

} // namespace

Reading<Pkcs12> pkcs12From(base::ByteView der) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<PKCS12_st> native(d2i_PKCS12(nullptr, &at, static_cast<long>(der.size())));
    const std::unique_ptr<STACK_OF(PKCS7), FreeStacks> parts(native ? PKCS12_unpack_authsafes(native.get())
                                                                    : nullptr);
    if (!parts)
        return unreadable(errors.detail());
    Pkcs12 container{{der.data(), at}, {}};
    for (int i = 0; i < sk_PKCS7_num(parts.get()) && container.encryption.scheme.empty(); ++i) {
        auto facts = partFacts(sk_PKCS7_value(parts.get(), i));
        if (!facts)
            return unreadable(facts.error());
        container.encryption = std::move(*facts);
    }
    return container;
}

} // namespace certwright::document

// Why: subject, key and wished names of a certification request.
#include "core/document/request_facts.h"

#include <memory>

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "core/document/flaws.h"
#include "core/document/key_facts.h"
#include "core/document/names.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

struct FreeList {
    void operator()(STACK_OF(X509_EXTENSION) * p) const {
        sk_X509_EXTENSION_pop_free(p, X509_EXTENSION_free);
    }
    void operator()(GENERAL_NAMES* p) const { GENERAL_NAMES_free(p); }
};

Reading<std::vector<AltName>> wishedNames(X509_REQ* request) {
    const std::unique_ptr<STACK_OF(X509_EXTENSION), FreeList> extensions(X509_REQ_get_extensions(request));
    int state = 0;
    const std::unique_ptr<GENERAL_NAMES, FreeList> names(
        static_cast<GENERAL_NAMES*>(X509V3_get_d2i(extensions.get(), NID_subject_alt_name, &state, nullptr)));
    if (!names && extensions && state != -1)
        return unreadable("malformed or repeated extension subjectAltName");
    return altNamesOf(names.get());
}

} // namespace

Reading<Request> requestFrom(base::ByteView der) {
    if (const DamageReason flaw = flawOf(Shape::Request, der); flaw != DamageReason::None)
        return unreadable(std::string(reasonName(flaw)));
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<X509_req_st> native(d2i_X509_REQ(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return unreadable(errors.detail());
    unsigned char* info = nullptr;
    const int size = i2d_X509_PUBKEY(X509_REQ_get_X509_PUBKEY(native.get()), &info);
    auto key = publicKeyFacts({info, static_cast<std::size_t>(size > 0 ? size : 0)});
    OPENSSL_free(info);
    auto subject = nameOf(X509_REQ_get_subject_name(native.get()));
    auto names = wishedNames(native.get());
    if (!key || !subject || !names)
        return unreadable(!key ? key.error() : !subject ? subject.error() : names.error());
    const X509_ALGOR* algorithm = nullptr;
    X509_REQ_get0_signature(native.get(), nullptr, &algorithm);
    Request request;
    request.der.assign(der.data(), at);
    request.facts = {std::move(*subject), std::move(*key), signatureFacts(algorithm), std::move(*names)};
    return request;
}

} // namespace certwright::document

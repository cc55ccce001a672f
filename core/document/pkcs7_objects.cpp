// Why: the content of a SignedData (RFC 2315 section 9.1), each object with its own octets.
#include "core/document/pkcs7_objects.h"

#include <algorithm>

#include <openssl/pkcs7.h>
#include <openssl/x509.h>

#include "core/document/certificate_facts.h"
#include "core/document/crl_facts.h"
#include "core/ossl/error_scope.h"
#include "core/ossl/owned.h"

namespace certwright::document {

namespace {

template <typename T> base::Bytes derOf(int (*encode)(const T*, unsigned char**), const T* object) {
    base::Bytes der(static_cast<std::size_t>(std::max(encode(object, nullptr), 0)));
    unsigned char* at = der.data();
    encode(object, &at);
    return der;
}

template <typename T> std::string add(Reading<T> object, std::vector<Object>& out) {
    if (!object)
        return object.error();
    out.emplace_back(std::move(*object));
    return {};
}

} // namespace

Reading<std::vector<Object>> pkcs7Objects(base::ByteView der, std::size_t& used) {
    const ossl::ErrorScope errors;
    const unsigned char* at = der.data();
    const ossl::Owned<pkcs7_st> native(d2i_PKCS7(nullptr, &at, static_cast<long>(der.size())));
    if (!native)
        return unreadable(errors.detail());
    used = static_cast<std::size_t>(at - der.data());
    if (!PKCS7_type_is_signed(native.get()) || !native->d.sign)
        return unreadable("PKCS#7 that is no SignedData");
    std::vector<Object> objects;
    std::string problem;
    for (int i = 0; i < sk_X509_num(native->d.sign->cert) && problem.empty(); ++i)
        problem =
            add(certificateFrom(derOf<X509>(i2d_X509, sk_X509_value(native->d.sign->cert, i))), objects);
    for (int i = 0; i < sk_X509_CRL_num(native->d.sign->crl) && problem.empty(); ++i)
        problem =
            add(crlFrom(derOf<X509_CRL>(i2d_X509_CRL, sk_X509_CRL_value(native->d.sign->crl, i))), objects);
    if (!problem.empty())
        return unreadable(problem);
    return objects.empty() ? unreadable("PKCS#7 without certificates")
                           : Reading<std::vector<Object>>(std::move(objects));
}

} // namespace certwright::document

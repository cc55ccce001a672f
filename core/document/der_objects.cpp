// Why: one object is read as what it looks like, and what cannot be read is recorded with where it stood.
#include "core/document/der_objects.h"

#include "core/document/certificate_facts.h"
#include "core/document/crl_facts.h"
#include "core/document/encryption_facts.h"
#include "core/document/flaws.h"
#include "core/document/pkcs7_objects.h"
#include "core/document/private_key.h"
#include "core/document/request_facts.h"

namespace certwright::document {

namespace {

using base::ByteView;
using secret::SecretAccess;

void damaged(const Place& place, Problem problem, ParsedFile& out) {
    out.damages.push_back({DamageKind::BadContent, place.label, place.line, std::move(problem.detail),
                           DamageReason::None, problem.fault});
}

// addSigned adds a certificate, list or request; a damage says what is wrong with it where that is known.
template <typename T>
void addSigned(Shape shape, ByteView der, Reading<T> object, const Place& place, ParsedFile& out) {
    if (!object) {
        const DamageReason flaw = flawOf(shape, der);
        out.damages.push_back({DamageKind::BadContent, place.label, place.line,
                               flaw == DamageReason::None ? object.error() : std::string(), flaw});
    } else {
        out.items.push_back({Object(std::move(*object)), place.encoding, Container::None, place.line});
    }
}

template <typename T, typename Why>
void add(tl::expected<T, Why> object, const Place& place, ParsedFile& out) {
    if (!object)
        damaged(place, object.error(), out);
    else
        out.items.push_back({Object(std::move(*object)), place.encoding, Container::None, place.line});
}

void addPkcs7(ByteView der, const Place& place, ParsedFile& out) {
    auto contents = pkcs7Contents(der);
    if (!contents)
        return damaged(place, {contents.error()}, out);
    if (!contents->message.empty())
        out.asides.push_back({AsideKind::Message, std::move(contents->message), place.line});
    for (Object& object : contents->objects)
        out.items.push_back({std::move(object), place.encoding, Container::Pkcs7, place.line});
}

void addContainer(ByteView der, const Place& place, SecretAccess access, ParsedFile& out) {
    if (pkcs7Contents(der))
        addPkcs7(der, place, out);
    else
        add(pkcs12From(der, access), place, out);
}

} // namespace

void readObject(Shape shape, ByteView der, const Place& place, SecretAccess access, ParsedFile& out) {
    switch (shape) {
    case Shape::Certificate:
        return addSigned(shape, der, certificateFrom(der), place, out);
    case Shape::Crl:
        return addSigned(shape, der, crlFrom(der), place, out);
    case Shape::Request:
        return addSigned(shape, der, requestFrom(der), place, out);
    case Shape::Pkcs7:
        return addPkcs7(der, place, out);
    case Shape::Pkcs8:
    case Shape::RsaKey:
    case Shape::EcKey:
    case Shape::DsaKey:
        return add(privateKeyFrom(formOf(shape, place.label), der, access), place, out);
    case Shape::EncryptedPkcs8:
        return add(encryptedKeyFrom(der), place, out);
    case Shape::Pkcs12:
        return add(pkcs12From(der, access), place, out);
    case Shape::ContainerBer:
        return addContainer(der, place, access, out);
    case Shape::PublicKey:
        out.asides.push_back({AsideKind::PublicKey, "PUBLIC KEY", place.line});
        return;
    case Shape::Unknown:
        return damaged(place, {"no object that is known here"}, out);
    }
}

} // namespace certwright::document

// Why: what DER is, is decided by its shape; PEM labels only say what it should be.
#pragma once

#include <optional>
#include <string>

#include "core/document/object.h"
#include "core/document/private_key.h"

namespace certwright::document {

// Shape is what a DER object looks like from its outer tags. ContainerBer is an object of indefinite length,
// which only PKCS#7 and PKCS#12 writers use.
enum class Shape {
    Unknown,
    Certificate,
    Crl,
    Request,
    Pkcs7,
    Pkcs8,
    EncryptedPkcs8,
    RsaKey,
    EcKey,
    DsaKey,
    Pkcs12,
    ContainerBer,
    PublicKey
};

// shapeOf looks at the outer elements only; the object may still turn out to be damaged inside.
Shape shapeOf(base::ByteView der);
// shapeOfLabel returns what a PEM label stands for; nothing if it is not known here.
std::optional<Shape> shapeOfLabel(std::string_view label);
// shapeName returns the stable name of the kind of object ("certificate", "encrypted-key"; empty: unknown).
std::string_view shapeName(Shape shape);
// isPrivate tells whether an object of this shape holds an unencrypted private key.
bool isPrivate(Shape shape);

// formOf is the form of a key of this shape; a PEM label may say more (RSA-PSS).
KeyForm formOf(Shape shape, std::string_view label);

// Place is where an object stands in its file.
struct Place {
    Encoding encoding = Encoding::Der;
    std::size_t line = 0;
    std::string label;
};

// readObject reads the object at the front of `der` as `shape` and adds it, or a Damage, to `out`.
void readObject(Shape shape, base::ByteView der, const Place& place, secret::SecretAccess access,
                ParsedFile& out);

} // namespace certwright::document

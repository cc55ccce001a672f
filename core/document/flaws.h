// Why: OpenSSL loads certificates, lists and requests that are none by their own standard. What of them is
// wrong is found on their tags and lengths, before anything is believed.
#pragma once

#include <string_view>

#include "core/document/der_objects.h"
#include "core/document/object.h"

namespace certwright::document {

// flawOf returns the first flaw of the object at the front of `der`: of a Certificate or Crl by RFC 5280
// sections 4.1 and 5.1, of a Request by RFC 2986 section 4. The entries of a list are not looked at. None for
// other shapes, and for what is too damaged to tell: reading it fails anyway.
DamageReason flawOf(Shape shape, base::ByteView der);

// reasonName returns the stable name of a reason ("date", "validity" …), "content" for None.
std::string_view reasonName(DamageReason reason);

} // namespace certwright::document

// Why: selection compares, names and describes objects of every kind in the same words.
#pragma once

#include <string>

#include "core/document/object.h"

namespace certwright::plan {

// kindOf is "certificate", "crl", "key", "pkcs12" or "request", as the findings name them.
std::string kindOf(const document::Object& object);
// sameObject tells whether two objects are the same thing: equal encodings, for opened keys equal public
// keys.
bool sameObject(const document::Object& one, const document::Object& other);

} // namespace certwright::plan

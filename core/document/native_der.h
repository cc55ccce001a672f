// Why: what OpenSSL read as BER is handed on as the DER that it writes of it.
#pragma once

#include <algorithm>

#include "core/base/bytes.h"

namespace certwright::document {

// derOf encodes one of OpenSSL's objects with its i2d function; empty if that fails.
template <typename T> base::Bytes derOf(int (*encode)(const T*, unsigned char**), const T* object) {
    base::Bytes der(static_cast<std::size_t>(std::max(encode(object, nullptr), 0)));
    unsigned char* at = der.data();
    if (!der.empty())
        encode(object, &at);
    return der;
}

} // namespace certwright::document

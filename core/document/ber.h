// Why: old browsers and Java wrote PKCS#12 with lengths that are only found at the end, and strings in
// pieces; all that reads it here wants DER.
#pragma once

#include <cstddef>
#include <optional>

#include "core/base/bytes.h"
#include "core/secret/secret_bytes.h"

namespace certwright::document {

// derOfBer returns the element at the front of `ber` with definite lengths and OCTET STRINGs in one piece, on
// locked pages since a key may be in it; nothing if it is malformed, nested too deeply, or of too many
// pieces.
std::optional<secret::SecretBytes> derOfBer(base::ByteView ber, secret::SecretAccess access);

// Definite is octets that DerReader can walk: the ones given where they are so already, a copy where not.
class Definite {
  public:
    // Takes the element at the front of `octets`, which must outlive this; a malformed one becomes empty.
    Definite(base::ByteView octets, secret::SecretAccess access);

    base::ByteView octets() const { return m_octets; }

  private:
    secret::SecretBytes m_copy;
    base::ByteView m_octets;
};

} // namespace certwright::document

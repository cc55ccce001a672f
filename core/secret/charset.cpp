// Why: questions about a password's characters, answered without taking it off its pages.
#include "core/secret/charset.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/secret/gb18030.h"

namespace certwright::secret {

bool isAscii(const SecretBytes& text, SecretAccess access) {
    const base::ByteView octets = text.reveal(access);
    return std::all_of(octets.begin(), octets.end(), [](std::uint8_t octet) { return octet < 0x80; });
}

bool isUtf8(const SecretBytes& text, SecretAccess access) {
    return base::isUtf8(base::textOf(text.reveal(access)));
}

std::size_t characterCount(const SecretBytes& text, SecretAccess access) {
    return base::utf8Length(base::textOf(text.reveal(access)));
}

base::Result<SecretBytes> toGb18030(const SecretBytes& utf8, SecretAccess access) {
    if (!isUtf8(utf8, access))
        return base::failure(base::ErrorCode::CharacterUnconvertible, {}, "not UTF-8");
    if (isAscii(utf8, access))
        return utf8.clone();
    return convertToGb18030(utf8, access);
}

} // namespace certwright::secret

// Why: Windows knows GB18030 as code page 54936 and converts through UTF-16, here on locked pages.
#include "core/secret/gb18030.h"

#include <limits>
#include <string>
#include <windows.h>

namespace certwright::secret {

namespace {

constexpr UINT gb18030 = 54936;

base::Result<SecretBytes> unconvertible() {
    return base::failure(base::ErrorCode::CharacterUnconvertible, {},
                         "error " + std::to_string(GetLastError()));
}

} // namespace

base::Result<SecretBytes> convertToGb18030(const SecretBytes& utf8, SecretAccess access) {
    if (utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2)
        return base::failure(base::ErrorCode::CharacterUnconvertible, {}, "too long");
    const auto* from = reinterpret_cast<const char*>(utf8.reveal(access).data());
    const int fromLength = static_cast<int>(utf8.size());

    SecretBytes wide(utf8.size() * sizeof(wchar_t)); // never more UTF-16 units than UTF-8 octets
    auto* units = reinterpret_cast<wchar_t*>(wide.revealForWriting(access).data());
    const int unitCount =
        MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, from, fromLength, units, fromLength);
    if (unitCount == 0)
        return unconvertible();

    SecretBytes out(utf8.size() * 2);
    auto* to = reinterpret_cast<char*>(out.revealForWriting(access).data());
    const int length = WideCharToMultiByte(gb18030, WC_ERR_INVALID_CHARS, units, unitCount, to,
                                           static_cast<int>(out.size()), nullptr, nullptr);
    if (length == 0)
        return unconvertible();
    out.truncate(static_cast<std::size_t>(length));
    return out;
}

} // namespace certwright::secret

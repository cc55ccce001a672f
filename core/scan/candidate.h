// Why: of a million files a few hundred are ours; the first octets of a file tell nearly always, so that the
// rest need not be read.
#pragma once

#include <string_view>

#include "core/base/bytes.h"

namespace certwright::scan {

// How many octets are looked at first. A file with one certificate is mostly shorter.
inline constexpr std::size_t peekSize = 4096;

// Look is what the first octets promise: nothing; text, which may hold a PEM block further on; text of two
// octets a character, which must be mended before more can be said; something that is worth reading whole; a
// zip archive.
enum class Look { Nothing, Text, Utf16, Whole, Zip };

// Letters tells how many octets a character of a text has; of two the order does not matter.
enum class Letters { One, Two };

// lookAt judges the first octets (all, if there are fewer than peekSize) of a file of `size` octets called
// `name`. Archives that are programs or office documents are Nothing.
Look lookAt(base::ByteView first, std::uint64_t size, std::string_view name);
// holdsPem tells whether a PEM block may begin in `text`.
bool holdsPem(base::ByteView text, Letters letters = Letters::One);
// pemBeginning is at most so long, in octets: of two pieces of a text one less must be looked at together.
inline constexpr std::size_t pemBeginning = 22;
// beginsBase64 tells whether a file of `size` octets that begins with `first` may be nothing but the base64
// of one DER object.
bool beginsBase64(base::ByteView first, std::uint64_t size);
// beginsCrl tells whether the first octets are those of a CRL, PEM or DER.
bool beginsCrl(base::ByteView first);
// foreignFormat names a key or store of another program by its first octets ("java-key-store"); empty for
// everything else.
std::string_view foreignFormat(base::ByteView first);

} // namespace certwright::scan

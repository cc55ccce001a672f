// Why: a certificate that went through a word processor, a mail or the wrong "Save as" is still there, letter
// by letter. Where that is beyond doubt it is read, and said.
#pragma once

#include <optional>

#include "core/document/object.h"

namespace certwright::document {

// MendedContent is what a file means, on locked pages since it may be a key, and what was done for it.
struct MendedContent {
    secret::SecretBytes content;
    Repair repair = Repair::Utf16;
};

// isUtf16 tells whether `content`, a file or an even number of its first octets, is UTF-16, with or without
// its mark.
bool isUtf16(base::ByteView content);

// mendedContent turns into plain PEM or DER: UTF-16 with or without its mark (characters beyond ASCII become
// '?'), PEM whose label lines have other dashes or other numbers of them, and base64 of one DER object
// without any lines around it. Nothing if `content` is none of these. One step; the result may need another.
std::optional<MendedContent> mendedContent(base::ByteView content, secret::SecretAccess access);

} // namespace certwright::document

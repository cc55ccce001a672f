// Why: see candidate.h.
#include "core/scan/candidate.h"

#include <algorithm>
#include <array>

#include "core/archive/zip.h"
#include "core/document/mended_content.h"
#include "core/document/pem_blocks.h"
#include "core/ossl/der.h"

namespace certwright::scan {

namespace {

using base::ByteView;
using ossl::Tag;

constexpr std::size_t smallest = 32; // an Ed25519 key in DER has 48 octets, a PEM block more
constexpr std::string_view begin = "-----BEGIN ";
// The same in UTF-16 of both orders, without the outermost zero of each.
constexpr std::string_view wideBegin{"-\0-\0-\0-\0-\0B\0E\0G\0I\0N\0 ", 21};
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t beginningLetters = 24; // of base64, more than the headers that are looked at

// Programs and documents that are zip archives inside.
constexpr std::array packages{".jar", ".war", ".ear", ".apk", ".aar", ".docx", ".xlsx", ".pptx", ".odt",
                              ".ods", ".odp", ".whl", ".egg", ".xpi", ".epub", ".vsix", ".nupkg"};

struct Magic {
    std::string_view octets;
    std::string_view format;
};

constexpr std::array foreign{
    Magic{"\xFE\xED\xFE\xED", "java-key-store"},
    Magic{"\xCE\xCE\xCE\xCE", "java-crypto-key-store"},
    Magic{"PuTTY-User-Key-File-", "putty-key"},
    Magic{"-----BEGIN OPENSSH PRIVATE KEY-----", "openssh-private-key"},
    Magic{"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY", "ssh2-private-key"},
};

// inside takes the header of the SEQUENCE at the front of `octets` off; its end may lie beyond.
bool takeHeader(ByteView& octets) {
    if (octets.size() < 6 || octets[0] != 0x30)
        return false;
    const std::size_t header = octets[1] < 0x80 ? 2 : 2 + (octets[1] & 0x7FU);
    if (header > 6)
        return false;
    octets = octets.subspan(header);
    return true;
}

// claimedSize is the size that the header of a SEQUENCE at the front states; 0 if it has an indefinite one.
std::uint64_t claimedSize(ByteView octets) {
    if (octets[1] < 0x80)
        return 2U + octets[1];
    const std::size_t count = octets[1] & 0x7FU;
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length = (length << 8U) | octets[2 + i];
    return count == 0 ? 0 : length + 2 + count;
}

bool looksLikeDer(ByteView first, std::uint64_t size) {
    ByteView inside = first;
    if (!takeHeader(inside) || inside.empty() || claimedSize(first) > size)
        return false;
    const auto tag = Tag{inside[0]};
    return tag == Tag::Sequence || tag == Tag::Integer || tag == Tag::ObjectId;
}

bool isDerCrl(ByteView first) {
    if (!takeHeader(first) || !takeHeader(first))
        return false;
    ossl::DerReader reader(first);
    reader.next(Tag::Integer);
    if (!reader.next(Tag::Sequence) || !reader.next(Tag::Sequence))
        return false;
    return reader.peek() == Tag::UtcTime || reader.peek() == Tag::GeneralizedTime;
}

bool isWhite(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isBase64(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
           c == '/' || c == '=';
}

} // namespace

bool holdsPem(ByteView text, Letters letters) {
    return base::textOf(text).find(letters == Letters::One ? begin : wideBegin) != std::string_view::npos;
}

// A key may stand there, so what is decoded of it is wiped.
bool beginsBase64(ByteView first, std::uint64_t size) {
    if (base::textOf(first).starts_with(byteOrderMark))
        first = first.subspan(byteOrderMark.size());
    const std::string_view text = base::textOf(first);
    const std::size_t at = text.find_first_not_of(" \t\r\n");
    if (at == std::string_view::npos || text[at] != 'M') // A SEQUENCE of some size begins so.
        return false;
    const auto isEither = [](char c) { return isBase64(c) || isWhite(c); };
    if (!std::ranges::all_of(text.substr(at), isEither))
        return false;
    base::Bytes letters;
    letters.reserve(beginningLetters);
    for (std::size_t i = at; i < text.size() && letters.size() < beginningLetters; ++i)
        if (!isWhite(text[i]))
            letters.push_back(static_cast<std::uint8_t>(text[i]));
    base::Bytes der(document::decodedBound(letters.size()));
    const auto decoded = document::decodeBase64(letters, der);
    const bool may = decoded && looksLikeDer(ByteView(der).first(*decoded), size / 4 * 3);
    base::wipe(letters);
    base::wipe(der);
    return may;
}

bool beginsCrl(ByteView first) {
    const std::string_view text = base::textOf(first);
    return text.find("-----BEGIN X509 CRL-----") != std::string_view::npos ||
           text.find("-----BEGIN CRL-----") != std::string_view::npos || isDerCrl(first);
}

std::string_view foreignFormat(ByteView first) {
    const std::string_view text = base::textOf(first);
    const auto* found =
        std::ranges::find_if(foreign, [&](const Magic& magic) { return text.starts_with(magic.octets); });
    return found != foreign.end() ? found->format : std::string_view();
}

Look lookAt(ByteView first, std::uint64_t size, std::string_view name) {
    if (size < smallest || first.size() < std::min<std::uint64_t>(size, smallest))
        return Look::Nothing;
    if (archive::isZip(first)) {
        const bool package =
            std::ranges::any_of(packages, [&](std::string_view end) { return name.ends_with(end); });
        return package ? Look::Nothing : Look::Zip;
    }
    if (looksLikeDer(first, size) || holdsPem(first) || beginsBase64(first, size))
        return Look::Whole;
    if (size % 2 == 0 && document::isUtf16(first.first(first.size() / 2 * 2)))
        return Look::Utf16;
    const bool binary = std::ranges::find(first, std::uint8_t{0}) != first.end();
    return binary || size <= first.size() ? Look::Nothing : Look::Text;
}

} // namespace certwright::scan

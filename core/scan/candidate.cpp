// Why: see candidate.h.
#include "core/scan/candidate.h"

#include <algorithm>
#include <array>

#include "core/archive/zip.h"
#include "core/ossl/der.h"

namespace certwright::scan {

namespace {

using base::ByteView;
using ossl::Tag;

constexpr std::size_t smallest = 32; // an Ed25519 key in DER has 48 octets, a PEM block more
constexpr std::string_view begin = "-----BEGIN ";

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

} // namespace

bool holdsPem(ByteView text) {
    return base::textOf(text).find(begin) != std::string_view::npos;
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
    if (looksLikeDer(first, size) || holdsPem(first))
        return Look::Whole;
    const bool binary = std::ranges::find(first, std::uint8_t{0}) != first.end();
    return binary || size <= first.size() ? Look::Nothing : Look::Text;
}

} // namespace certwright::scan

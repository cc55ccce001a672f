// Why: identifiers are usually the key's digest, so that two keys never share one.
#include "core/check/lint/rules.h"

#include <algorithm>
#include <array>

#include <openssl/sha.h>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

namespace {

using Digest = std::array<std::uint8_t, SHA_DIGEST_LENGTH>;

// first160 is the identifier of RFC 7093 section 2: the left-most 160 bits of a longer digest.
Digest first160(ByteView octets) {
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> whole{};
    SHA256(octets.data(), octets.size(), whole.data());
    Digest front{};
    std::copy_n(whole.begin(), front.size(), front.begin());
    return front;
}

Digest sha1(ByteView octets) {
    Digest digest{};
    SHA1(octets.data(), octets.size(), digest.data());
    return digest;
}

} // namespace

const LintRule skiMethod{
    "lint.ski-method",
    "RFC 5280 section 4.2.1.2",
    {std::nullopt, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const ByteView identifier = subject.values().subjectKeyId.octets;
        // Other methods have other lengths; 160 bits are those of a digest.
        if (identifier.size() != SHA_DIGEST_LENGTH)
            return std::nullopt;
        const ByteView bits = subject.values().key.bits;
        const ByteView info = subject.anatomy.publicKeyInfo;
        return brokenIf(!same(identifier, sha1(bits)) && !same(identifier, first160(bits)) &&
                        !same(identifier, first160(info)) && !same(identifier, sha1(info)));
    },
};

} // namespace certwright::check::lints

// Why: a certificate has one encoding only, with lengths in the fewest octets; two encodings would be two
// certificates.
#include "core/check/lint/rules.h"

#include <bit>

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

namespace {

constexpr std::size_t constructedBit = 0x20;
// Deeper than any certificate goes, and far from the end of the stack.
constexpr int deepest = 32;

// isMinimal tells whether the header of `element` is as short as can be.
bool isMinimal(const ossl::DerElement& element) {
    const std::size_t size = element.content.size();
    const std::size_t more = size < 0x80 ? 0 : (static_cast<std::size_t>(std::bit_width(size)) + 7) / 8;
    return element.whole.size() - size == 2 + more;
}

bool isDer(ByteView octets, int depth) {
    ossl::DerReader reader(octets);
    while (!reader.atEnd()) {
        const auto element = reader.next();
        if (!element || !isMinimal(*element) || depth > deepest)
            return false;
        const bool constructed = (static_cast<std::size_t>(element->tag) & constructedBit) != 0;
        if (constructed && !isDer(element->content, depth + 1))
            return false;
    }
    return true;
}

// Values of extensions that nobody here knows may be anything; those of RFC 5280 are DER too.
bool isKnown(const document::ExtensionPart& part) {
    return (part.oid.size() == 3 && part.oid[0] == 0x55 && part.oid[1] == 0x1D) ||
           (part.oid.size() == 8 && part.oid[0] == 0x2B && part.oid[6] == 1);
}

} // namespace

const LintRule derEncoding{
    "lint.der-encoding",
    "RFC 5280 section 4.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const document::ExtensionPart& part : subject.anatomy.extensions)
            if (isKnown(part) && !isDer(part.value, 0))
                return document::dottedOid(part.oid);
        return brokenIf(!isDer(subject.anatomy.whole, 0));
    },
};

} // namespace certwright::check::lints

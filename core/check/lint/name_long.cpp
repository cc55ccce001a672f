// Why: the standard sets upper bounds, and programs make room for no more.
#include "core/check/lint/rules.h"

#include <array>

#include "core/base/utf8.h"
#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

namespace {

// Bound: attributes of X.520 (2.5.4.number) and their ub-… in characters.
struct Bound {
    std::uint8_t number;
    std::size_t characters;
};

constexpr std::array bounds{
    Bound{3, 64},   // commonName
    Bound{5, 64},   // serialNumber
    Bound{7, 128},  // localityName
    Bound{8, 128},  // stateOrProvinceName
    Bound{10, 64},  // organizationName
    Bound{11, 64},  // organizationalUnitName
    Bound{12, 64},  // title
    Bound{65, 128}, // pseudonym
};

std::size_t boundOf(ByteView oid) {
    if (same(oid, oid::emailAddress))
        return 255;
    if (oid.size() == 3 && oid[0] == 0x55 && oid[1] == 0x04)
        for (const Bound& bound : bounds)
            if (bound.number == oid[2])
                return bound.characters;
    return SIZE_MAX;
}

// charactersOf counts those of wide strings (BMPString, UniversalString) by their size.
std::size_t charactersOf(const NameAttribute& attribute) {
    if (attribute.tag == 0x1E)
        return attribute.value.size() / 2;
    return attribute.tag == 0x1C ? attribute.value.size() / 4 : base::utf8Length(attribute.text());
}

} // namespace

const LintRule nameLong{
    "lint.name-long",
    "RFC 5280 appendix A.1",
    {Severity::Note, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return attributeWhere(subject, [](const NameAttribute& attribute) {
            return charactersOf(attribute) > boundOf(attribute.oid);
        });
    },
};

} // namespace certwright::check::lints

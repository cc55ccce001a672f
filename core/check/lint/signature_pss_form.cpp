// Why: of all that RSASSA-PSS parameters can say, three forms are allowed, octet by octet.
#include "core/check/lint/rules.h"

#include <algorithm>
#include <array>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

namespace {

// The AlgorithmIdentifier with SHA-256, MGF1 with SHA-256 and a salt of 32 octets; for SHA-384 and SHA-512
// the last octet of both digests and the salt's length differ.
constexpr std::array<std::uint8_t, 67> sha256Form{
    0x30, 0x41, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A, 0x30, 0x34, 0xA0, 0x0F,
    0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0xA1, 0x1C,
    0x30, 0x1A, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x08, 0x30, 0x0D, 0x06, 0x09,
    0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0xA2, 0x03, 0x02, 0x01, 0x20};
constexpr std::size_t digestAt = 29;
constexpr std::size_t mgfDigestAt = 59;
constexpr std::size_t saltAt = 66;

bool isAllowed(ByteView algorithm) {
    for (const auto& [digest, salt] : {std::pair{1, 0x20}, std::pair{2, 0x30}, std::pair{3, 0x40}}) {
        auto form = sha256Form;
        form[digestAt] = form[mgfDigestAt] = static_cast<std::uint8_t>(digest);
        form[saltAt] = static_cast<std::uint8_t>(salt);
        if (same(form, algorithm))
            return true;
    }
    return false;
}

} // namespace

const LintRule signaturePssForm{
    "lint.signature-pss-form",
    "Baseline Requirements section 7.1.3.2.1",
    {std::nullopt, Severity::Note, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return brokenIf(same(subject.values().signature.oid, oid::rsaPss) &&
                        !isAllowed(subject.anatomy.outerAlgorithm));
    },
};

} // namespace certwright::check::lints

// Why: a serial number is a positive integer.
#include "core/check/lint/rules.h"

#include "core/ossl/der.h"

namespace certwright::check::lints {

const LintRule serialZero{
    "lint.serial-zero",
    "RFC 5280 section 4.1.2.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> std::optional<std::string> {
        const auto serial = ossl::DerReader(subject.anatomy.serial).next(ossl::Tag::Integer);
        for (const std::uint8_t octet : serial ? serial->content : base::ByteView())
            if (octet != 0)
                return std::nullopt;
        return std::string();
    },
};

} // namespace certwright::check::lints

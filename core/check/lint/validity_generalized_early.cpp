// Why: dates through 2049 are written as UTCTime; those who read them are told to take both.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule validityGeneralizedEarly{
    "lint.validity-generalized-early",
    "RFC 5280 section 4.1.2.5",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const auto& time : {subject.anatomy.notBefore, subject.anatomy.notAfter})
            if (time.tag == ossl::Tag::GeneralizedTime && base::textOf(time.content) < "2050")
                return readable(time.content);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints

// Why: DER leaves FALSE out where it is the default.
#include "core/check/lint/rules.h"

namespace certwright::check::lints {

const LintRule extensionCriticalFalse{
    "lint.extension-critical-false",
    "RFC 5280 section 4.2",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const document::ExtensionPart& part : subject.anatomy.extensions)
            if (part.field == document::CriticalField::False)
                return document::dottedOid(part.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints

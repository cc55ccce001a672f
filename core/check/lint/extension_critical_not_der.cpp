// Why: DER writes TRUE as FF.
#include "core/check/lint/rules.h"

namespace certwright::check::lints {

const LintRule extensionCriticalNotDer{
    "lint.extension-critical-not-der",
    "X.690 section 11.1",
    {Severity::Warning, Severity::Blocker, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const document::ExtensionPart& part : subject.anatomy.extensions)
            if (part.field == document::CriticalField::OtherTrue)
                return document::dottedOid(part.oid);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints

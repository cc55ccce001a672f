// Why: a server is reached by a DNS name or an IP address.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"

namespace certwright::check::lints {

const LintRule sanKind{
    "lint.san-kind",
    "Baseline Requirements section 7.1.2.7.12",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        if (subject.isCa())
            return std::nullopt;
        return altNameWhere(subject, [](const GeneralName& name) {
            return name.tag != GeneralName::dns && name.tag != GeneralName::ip;
        });
    },
};

} // namespace certwright::check::lints

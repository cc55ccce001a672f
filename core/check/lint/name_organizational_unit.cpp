// Why: what stands under OU was checked by nobody.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule nameOrganizationalUnit{
    "lint.name-organizational-unit",
    "Baseline Requirements section 7.1.4.2",
    {std::nullopt, std::nullopt, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        for (const NameAttribute& attribute : subject.values().subject)
            if (!subject.isCa() && issuedFrom(subject, 2022, 9, 1) &&
                same(attribute.oid, oid::organizationalUnit))
                return readable(attribute.value);
        return std::nullopt;
    },
};

} // namespace certwright::check::lints

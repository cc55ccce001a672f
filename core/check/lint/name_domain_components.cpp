// Why: domain components begin with the top-level domain.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"
#include "core/check/public_suffix.h"

namespace certwright::check::lints {

const LintRule nameDomainComponents{
    "lint.name-domain-components",
    "RFC 2247 section 2",
    {Severity::Note, Severity::Note, Severity::Note},
    [](const LintSubject& subject) -> Breach {
        const NameAttribute* first = nullptr;
        const NameAttribute* last = nullptr;
        for (const NameAttribute& attribute : subject.values().subject) {
            if (!same(attribute.oid, oid::domainComponent))
                continue;
            first = first ? first : &attribute;
            last = &attribute;
        }
        // A domain of one's own may have any top; where only the last component is a public one, they are
        // the wrong way round.
        return brokenIf(first && hasListedTopLevel(last->text()) && !hasListedTopLevel(first->text()));
    },
};

} // namespace certwright::check::lints

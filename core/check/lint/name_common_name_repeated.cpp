// Why: with several common names, programs look at different ones.
#include "core/check/lint/rules.h"

#include <algorithm>

#include "core/check/lint/conditions.h"
#include "core/check/lint/oids.h"

namespace certwright::check::lints {

const LintRule nameCommonNameRepeated{
    "lint.name-common-name-repeated",
    "Baseline Requirements section 7.1.4.3",
    {Severity::Note, Severity::Note, Severity::Warning},
    [](const LintSubject& subject) -> Breach {
        const auto& attributes = subject.values().subject;
        return brokenIf(std::ranges::count_if(attributes, [](const NameAttribute& attribute) {
                            return same(attribute.oid, oid::commonName);
                        }) > 1);
    },
};

} // namespace certwright::check::lints

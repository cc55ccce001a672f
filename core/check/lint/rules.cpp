// Why: the order in which the rules are asked and told.
#include "core/check/lint/rules.h"

namespace certwright::check {

const std::vector<const LintRule*>& lintRules() {
    static const std::vector<const LintRule*> rules{
        &lints::serialZero,
    };
    return rules;
}

} // namespace certwright::check

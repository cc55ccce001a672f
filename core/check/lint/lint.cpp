// Why: asks every rule that the policy asks, and tells what is broken.
#include "core/check/lint/lint.h"

namespace certwright::check {

std::optional<Severity> weightUnder(const LintRule& rule, RuleSet ruleSet) {
    switch (ruleSet) {
    case RuleSet::Service:
        return rule.weight.service;
    case RuleSet::Rfc5280:
        return rule.weight.rfc5280;
    case RuleSet::WebPki:
        break;
    }
    return rule.weight.webPki;
}

void lint(const LintSubject& subject, RuleSet ruleSet, std::string_view role, const std::string& path,
          Findings& findings) {
    for (const LintRule* rule : lintRules()) {
        const auto severity = weightUnder(*rule, ruleSet);
        if (!severity)
            continue;
        if (auto seen = rule->breach(subject))
            findings.push_back({*severity, path,
                                LintBroken{std::string(rule->code), std::string(role),
                                           subject.facts.subject.text, std::move(*seen)}});
    }
}

} // namespace certwright::check

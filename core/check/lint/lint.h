// Why: RFC 5280 and the Baseline Requirements say much about the form of a certificate that makes no
// connection fail; each of these rules is a value with its source, so that a policy decides what a breach
// means.
#pragma once

#include <vector>

#include "core/check/finding.h"
#include "core/check/lint/rule.h"
#include "core/check/policy.h"

namespace certwright::check {

// lintRules lists all rules in the order in which they are told.
const std::vector<const LintRule*>& lintRules();

// weightUnder returns what a breach of `rule` means under `ruleSet`.
std::optional<Severity> weightUnder(const LintRule& rule, RuleSet ruleSet);

// lint appends a LintBroken for each rule that `subject` breaks under `ruleSet`; `role` and `path` become
// part of the findings.
void lint(const LintSubject& subject, RuleSet ruleSet, std::string_view role, const std::string& path,
          Findings& findings);

} // namespace certwright::check

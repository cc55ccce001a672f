// Why: RFC 5280 and the Baseline Requirements say much about the form of a certificate that makes no
// connection fail; each of these rules is a value with its source, so that a policy decides what a breach
// means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/check/finding.h"
#include "core/check/path.h"
#include "core/check/policy.h"
#include "core/document/anatomy.h"

namespace certwright::check {

// LintSubject is one certificate as a rule sees it. `anchor`: it is the trusted end of the path.
enum class Position { Leaf, Intermediate, Anchor };
struct LintSubject {
    const document::CertificateFacts& facts;
    const document::CertificateAnatomy& anatomy;
    Position position = Position::Leaf;

    bool isCa() const { return position != Position::Leaf || facts.isCa(); }
};

// LintWeight: what a breach means under each rule set; nothing: the rule is not asked there.
struct LintWeight {
    std::optional<Severity> service;
    std::optional<Severity> rfc5280;
    std::optional<Severity> webPki;
};

// LintRule: `code` begins with "lint."; `source` names document and section. `breach` returns what was seen,
// as data for the sentence ("" if there is nothing to tell), or nothing if the certificate keeps the rule or
// the rule does not concern it. Each rule is defined in the file of its name in this folder.
struct LintRule {
    std::string_view code;
    std::string_view source;
    LintWeight weight;
    std::optional<std::string> (*breach)(const LintSubject& subject);
};

// lintRules lists all rules in the order in which they are told.
const std::vector<const LintRule*>& lintRules();

// weightUnder returns what a breach of `rule` means under `ruleSet`.
std::optional<Severity> weightUnder(const LintRule& rule, RuleSet ruleSet);

// lint appends a LintBroken for each rule that `subject` breaks under `ruleSet`; `role` and `path` become
// part of the findings.
void lint(const LintSubject& subject, RuleSet ruleSet, std::string_view role, const std::string& path,
          Findings& findings);

} // namespace certwright::check

// Why: some keys protect nothing although every signature with them holds; a service must not be given one.
// The strict rule sets say the same by their rules of form.
#include "core/check/lint/rules.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

struct Danger {
    const LintRule& rule;
    std::string_view reason;
};

void judgeKeySafety(const Context& context, const Link& link, Findings& findings) {
    static const Danger dangers[]{
        {lints::keyEcNamed, "explicit-curve"},  {lints::keyEcPoint, "point"},
        {lints::keyEcOffCurve, "point"},        {lints::keyRsaExponentEven, "exponent"},
        {lints::keyRsaExponentOne, "exponent"}, {lints::keyRsaModulusEven, "modulus"}};
    const auto* anatomy = context.details.anatomyOf(link.certificate());
    if (anatomy == nullptr || context.policy.ruleSet != RuleSet::Service)
        return;
    const LintSubject subject{link.facts(), *anatomy, Position::Intermediate};
    for (const Danger& danger : dangers)
        if (danger.rule.breach(subject)) {
            add(findings, Severity::Blocker, link.source->path,
                KeyUnsafe{std::string(roleName(link.role)), link.facts().subject.text,
                          std::string(danger.reason)});
            return;
        }
}

} // namespace

void leafKeySafetyRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.isLeaf())
            judgeKeySafety(context, link, findings);
}

void issuerKeySafetyRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        judgeKeySafety(context, link, findings);
}

} // namespace certwright::check

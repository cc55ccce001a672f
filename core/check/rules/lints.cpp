// Why: the rules of form are asked of every certificate of the path.
#include "core/check/lint/lint.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

Position positionOf(const Link& link) {
    if (link.isLeaf())
        return Position::Leaf;
    return link.role == Role::Ca ? Position::Anchor : Position::Intermediate;
}

void lintLink(const Context& context, const Link& link, Findings& findings) {
    if (const auto* anatomy = context.details.anatomyOf(link.certificate()))
        lint({link.facts(), *anatomy, positionOf(link)}, context.policy.ruleSet, roleName(link.role),
             link.source->path, findings);
}

} // namespace

void leafLintRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.isLeaf())
            lintLink(context, link, findings);
}

void issuerLintRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        lintLink(context, link, findings);
}

} // namespace certwright::check

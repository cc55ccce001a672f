// Why: many programs accept a path only if it ends at a self-signed root; a CA file without one works today
// with some clients and not with others.
#include "core/check/rules/rules.h"

namespace certwright::check {

void anchorRules(const Context& context, Findings& findings) {
    if (context.policy.roots != Roots::Expected || context.path.end != PathEnd::Complete)
        return;
    const Link& anchor = context.path.links.back();
    if (!anchor.facts().selfIssued())
        add(findings, Severity::Warning, anchor.source->path,
            CaNoRoot{anchor.facts().subject.text, anchor.facts().issuer.text});
}

} // namespace certwright::check

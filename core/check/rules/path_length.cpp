// Why: a CA may limit how many CAs follow below it (RFC 5280 section 4.2.1.9); self-issued certificates
// between do not count, and the end certificate never does.
#include "core/check/rules/rules.h"

namespace certwright::check {

void pathLengthRules(const Context& context, Findings& findings) {
    if (context.path.end == PathEnd::NoLeaf)
        return;
    int below = 0;
    for (const Link& link : context.path.links) {
        if (link.isLeaf())
            continue;
        const document::CertificateFacts& facts = link.facts();
        const auto& constraints = facts.basicConstraints;
        if (constraints && constraints->ca && constraints->pathLength && below > *constraints->pathLength)
            add(findings, Severity::Blocker, link.source->path,
                PathLength{std::string(roleName(link.role)), facts.subject.text, *constraints->pathLength,
                           below});
        if (!facts.selfIssued() && link.role == Role::Intermediate)
            ++below;
    }
}

} // namespace certwright::check

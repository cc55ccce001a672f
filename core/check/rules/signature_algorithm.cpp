// Why: a signature with a weak digest can be forged. A CA's own signature is left out: it is trusted because
// it was chosen, not because somebody signed it.
#include "core/check/rules/rules.h"

#include <algorithm>

namespace certwright::check {

void signatureAlgorithmRules(const Context& context, Findings& findings) {
    const auto& allowed = context.policy.signatureDigests;
    for (const Link& link : context.path.links) {
        const document::SignatureFacts& signature = link.facts().signature;
        if (link.role == Role::Ca || std::ranges::find(allowed, signature.digest) != allowed.end())
            continue;
        add(findings, Severity::Blocker, link.source->path,
            SignatureAlgorithm{std::string(roleName(link.role)), link.facts().subject.text,
                               signature.algorithm, allowed});
    }
}

} // namespace certwright::check

// Why: a signature with a weak digest can be forged. A CA's own signature is left out: it is trusted because
// it was chosen, not because somebody signed it.
#include "core/check/rules/rules.h"

#include <algorithm>

namespace certwright::check {

namespace {

void judgeSignature(const Context& context, const Link& link, Findings& findings) {
    const auto& allowed = context.policy.signatureDigests;
    const document::SignatureFacts& signature = link.facts().signature;
    if (std::ranges::find(allowed, signature.digest) == allowed.end())
        add(findings, Severity::Blocker, link.source->path,
            SignatureAlgorithm{std::string(roleName(link.role)), link.facts().subject.text,
                               signature.algorithm, allowed});
}

} // namespace

void leafSignatureRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.isLeaf())
            judgeSignature(context, link, findings);
}

void issuerSignatureRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.links)
        if (link.role == Role::Intermediate)
            judgeSignature(context, link, findings);
}

} // namespace certwright::check

// Why: a certificate may name the key that signed it; OpenSSL refuses a pair whose names differ, although the
// signature holds.
#include "core/check/rules/rules.h"

namespace certwright::check {

void keyIdentifierRules(const Context& context, Findings& findings) {
    if (context.path.end != PathEnd::Complete)
        return;
    for (std::size_t at = 0; at + 1 < context.path.links.size(); ++at) {
        const Link& link = context.path.links[at];
        const base::Bytes& wanted = link.facts().authorityKeyId;
        const base::Bytes& found = context.path.links[at + 1].facts().subjectKeyId;
        if (!wanted.empty() && !found.empty() && wanted != found)
            add(findings, Severity::Blocker, link.source->path,
                KeyIdentifierMismatch{std::string(roleName(link.role)), link.facts().subject.text,
                                      base::toHex(wanted), base::toHex(found)});
    }
}

} // namespace certwright::check

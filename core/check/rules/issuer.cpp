// Why: a certificate may sign others only if it says so (RFC 5280 sections 4.2.1.3 and 4.2.1.9).
#include "core/check/rules/rules.h"

namespace certwright::check {

void judgeIssuer(const Link& link, const std::string& subject, Findings& findings) {
    const document::CertificateFacts& facts = link.facts();
    const std::string role(roleName(link.role));
    // Before version 3 there was no CA flag; the version is the cause then, and its finding says enough.
    if (facts.version != 3)
        add(findings, Severity::Blocker, subject,
            CertificateVersion{role, facts.subject.text, facts.version});
    else if (!facts.isCa())
        add(findings, Severity::Blocker, subject, IssuerNotCa{role, facts.subject.text});
    if (!facts.allows(document::KeyUsage::KeyCertSign))
        add(findings, Severity::Blocker, subject, IssuerNoCertSign{role, facts.subject.text});
}

void issuerRules(const Context& context, Findings& findings) {
    for (const Link& link : context.path.issuers())
        judgeIssuer(link, link.source->path, findings);
}

} // namespace certwright::check

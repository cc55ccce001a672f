// Why: is what was brought for the server a server's certificate at all?
#include "core/check/rules/purpose.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

using document::CertificateFacts;
using document::KeyUsage;

// anyExtendedKeyUsage is enough for RFC 5280 alone: OpenSSL's clients ask for the usage itself.
void judgeExtendedUsage(const Context& context, Findings& findings) {
    const Policy& policy = context.policy;
    const CertificateFacts& facts = context.material.leaf->certificate.facts;
    const std::string& path = context.material.leaf->path;
    const auto wanted = wantedUsages(policy);
    const auto& found = facts.extendedKeyUsage;
    const AnyUsage any = policy.ruleSet == RuleSet::Rfc5280 ? AnyUsage::Counts : AnyUsage::Ignored;
    if (!limitsUsage(context, context.material.leaf->certificate) || allowsUsage(found, wanted, any))
        return;
    if (policy.purpose == Purpose::Server && !policy.email)
        add(findings, Severity::Blocker, path, ExtendedKeyUsage{facts.subject.text, found});
    else
        add(findings, Severity::Blocker, path, CertificatePurpose{facts.subject.text, wanted.front(), found});
}

bool worksInTls(const CertificateFacts& facts) {
    return facts.allows(KeyUsage::DigitalSignature) || facts.allows(KeyUsage::KeyEncipherment) ||
           facts.allows(KeyUsage::KeyAgreement);
}

} // namespace

void leafRules(const Context& context, Findings& findings) {
    if (!context.material.leaf)
        return;
    const std::string& path = context.material.leaf->path;
    const CertificateFacts& facts = context.material.leaf->certificate.facts;
    // RFC 5280 says nothing about what may stand at the end of a path.
    if (context.policy.ruleSet != RuleSet::Rfc5280) {
        if (facts.version != 3)
            add(findings, Severity::Blocker, path,
                CertificateVersion{std::string(roleName(Role::Server)), facts.subject.text, facts.version});
        if (facts.isCa())
            add(findings, Severity::Blocker, path, LeafIsCa{facts.subject.text});
        else if (!worksInTls(facts) && !context.policy.email)
            add(findings, Severity::Blocker, path, CertificateKeyUsage{facts.subject.text});
    }
    judgeExtendedUsage(context, findings);
}

} // namespace certwright::check

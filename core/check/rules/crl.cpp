// Why: what can be said of one revocation list: who signed it, from when to when it holds, its form. For the
// server's own lists and for trust pairs alike.
#include <algorithm>

#include "core/check/revocation/crl_form.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

const Link* issuerOf(const Context& context, const SourcedCrl& crl, const std::vector<Link>& signers,
                     const std::string& subject, Findings& findings) {
    bool named = false;
    for (const Link& signer : signers) {
        if (!(signer.facts().subject == crl.crl.facts.issuer))
            continue;
        named = true;
        if (context.signatures.signedBy(crl.crl, signer.facts().key))
            return &signer;
    }
    const std::string& issuer = crl.crl.facts.issuer.text;
    if (named)
        add(findings, Severity::Blocker, subject, CrlSignatureInvalid{crl.path, issuer});
    else if (!signers.empty())
        add(findings, Severity::Blocker, subject,
            CrlWrongIssuer{crl.path, issuer, signers.back().facts().subject.text});
    return nullptr;
}

} // namespace

void judgeCrlDates(const Context& context, const document::CrlFacts& facts, const std::string& subject,
                   Findings& findings) {
    const std::string& issuer = facts.issuer.text;
    if (context.now < facts.thisUpdate)
        add(findings, Severity::Blocker, subject, CrlNotYetValid{issuer, facts.thisUpdate, context.now});
    if (!facts.nextUpdate) {
        add(findings, Severity::Warning, subject, CrlNoNextUpdate{issuer});
        return;
    }
    const int left = base::wholeDays(context.now, *facts.nextUpdate);
    if (context.now > *facts.nextUpdate)
        add(findings, Severity::Blocker, subject, CrlExpired{issuer, *facts.nextUpdate, context.now});
    else if (left < context.policy.crlWarningDays)
        add(findings, Severity::Warning, subject, CrlExpiresSoon{issuer, *facts.nextUpdate, left});
}

void judgeCrlConversion(const SourcedCrl& crl, const std::string& subject, Findings& findings) {
    if (crl.encoding != document::Encoding::Pem || crl.container != document::Container::None)
        add(findings, Severity::Note, subject, CrlConverted{crl.path});
}

const Link* judgeCrl(const Context& context, const SourcedCrl& crl, const std::vector<Link>& signers,
                     const std::string& subject, Findings& findings) {
    const Link* issuer = issuerOf(context, crl, signers, subject, findings);
    if (issuer != nullptr && !issuer->facts().allows(document::KeyUsage::CrlSign))
        add(findings, Severity::Blocker, subject,
            IssuerNoCrlSign{std::string(roleName(issuer->role)), issuer->facts().subject.text});
    judgeCrlDates(context, crl.crl.facts, subject, findings);
    for (Defect& defect : judgeForm(viewOf(crl), context.policy, subject).defects)
        findings.push_back(std::move(defect.finding));
    judgeCrlConversion(crl, subject, findings);
    return issuer;
}

} // namespace certwright::check

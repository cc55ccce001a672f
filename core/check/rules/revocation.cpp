// Why: a revocation list that is not the CA's, or out of date, stops a service that loads it; and what it
// revokes must not be installed.
#include "core/check/rules/rules.h"

#include <algorithm>
#include <map>

#include "core/check/revoked_entry.h"

namespace certwright::check {

namespace {

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

// Those who may have issued a list. While the chain is broken, any CA among the files may prove to be part of
// it.
std::vector<Link> signersOf(const Context& context) {
    std::vector<Link> signers;
    if (context.path.end != PathEnd::Complete)
        for (const SourcedCertificate* source : distinct(context.material.pool))
            if (source->certificate.facts.isCa())
                signers.push_back({source, Role::Intermediate});
    std::ranges::copy(context.path.issuers(), std::back_inserter(signers));
    return signers;
}

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
    else if (!signers.empty() &&
             signers.back().role == Role::Ca) // CAs come last; without one nothing is expected
        add(findings, Severity::Blocker, subject,
            CrlWrongIssuer{crl.path, issuer, signers.back().facts().subject.text});
    return nullptr;
}

void judgeRevoked(const Context& context, const SourcedCrl& crl, const Link& issuer, Findings& findings) {
    for (const Link& link : context.path.links) {
        const bool ofThisIssuer = link.facts().issuer == issuer.facts().subject &&
                                  context.signatures.signedBy(link.certificate(), issuer.facts().key);
        if (link.role == Role::Ca || !ofThisIssuer)
            continue;
        const RevokedAnswer answer = lookUpRevoked(crl.crl, link.certificate().der);
        if (answer.state == RevokedState::Listed)
            add(findings, Severity::Blocker, link.source->path,
                Revoked{std::string(roleName(link.role)), link.facts().subject.text, link.facts().serial,
                        answer.entry.revokedAt, answer.entry.reason});
        else if (answer.state == RevokedState::Unknown)
            add(findings, Severity::Blocker, link.source->path,
                CrlNotSearched{crl.path, link.facts().subject.text});
    }
}

} // namespace

const Link* judgeCrl(const Context& context, const SourcedCrl& crl, const std::vector<Link>& signers,
                     const std::string& subject, Findings& findings) {
    const Link* issuer = issuerOf(context, crl, signers, subject, findings);
    if (issuer != nullptr && !issuer->facts().allows(document::KeyUsage::CrlSign))
        add(findings, Severity::Blocker, subject,
            IssuerNoCrlSign{std::string(roleName(issuer->role)), issuer->facts().subject.text});
    judgeCrlDates(context, crl.crl.facts, subject, findings);
    if (crl.encoding != document::Encoding::Pem || crl.container != document::Container::None)
        add(findings, Severity::Note, subject, CrlConverted{crl.path});
    return issuer;
}

void revocationRules(const Context& context, Findings& findings) {
    // One finding per list and per revoked certificate, however many copies were brought.
    std::map<base::Bytes, const SourcedCrl*> crls;
    for (const SourcedCrl& crl : context.material.crls) {
        auto& chosen = crls[crl.crl.facts.fingerprint];
        if (chosen == nullptr || crl.path < chosen->path)
            chosen = &crl;
    }
    const std::vector<Link> signers = signersOf(context);
    for (const auto& [fingerprint, crl] : crls)
        if (const Link* issuer = judgeCrl(context, *crl, signers, crl->path, findings))
            judgeRevoked(context, *crl, *issuer, findings);
}

} // namespace certwright::check

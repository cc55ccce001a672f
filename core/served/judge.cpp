// Why: see judge.h.
#include "core/served/judge.h"

#include <algorithm>

#include "core/check/validate.h"

namespace certwright::served {

namespace {

using check::Severity;
using document::Certificate;

std::vector<check::SourcedCertificate> sourced(const std::vector<Certificate>& certificates,
                                               const std::string& path) {
    std::vector<check::SourcedCertificate> result;
    std::size_t line = 0;
    for (const Certificate& certificate : certificates)
        result.push_back({certificate, path, ++line});
    return result;
}

// Judge writes each verdict down under the server's address.
class Judge {
  public:
    Judge(const Served& served, const Expectation& expectation)
        : m_served(served)
        , m_expected(expectation) {}

    Judgement judge() &&;

  private:
    template <typename Body> void add(Severity severity, Body body) {
        m_result.findings.push_back({severity, m_served.endpoint, std::move(body)});
    }
    const document::CertificateFacts& leaf() const { return m_served.chain.front().facts; }

    void judgeInstalled();
    void judgeClient();
    void judgeForm();
    void judgeTransport();
    void judgeStapled();
    void judgePath();
    void judgeEnd(const check::Verdict& verdict);
    check::Verdict validate(const std::vector<Certificate>& trusted,
                            const std::vector<Certificate>& more) const;

    const Served& m_served;
    const Expectation& m_expected;
    Judgement m_result;
};

void Judge::judgeInstalled() {
    if (!m_expected.installed)
        return;
    const Installation& installed = *m_expected.installed;
    const std::string served = base::toHex(leaf().fingerprint);
    if (served == installed.fingerprint)
        add(Severity::Note, check::ServedInstalled{served});
    else if (installed.earlier.contains(served))
        add(Severity::Blocker, check::ServedOld{served, installed.fingerprint});
    else
        add(Severity::Blocker, check::ServedOther{served, leaf().subject.text, installed.fingerprint});
    const bool letsIn = m_served.demand == ClientDemand::NotAsked || m_served.demand == ClientDemand::LetIn;
    if (installed.clients == ClientRule::Demanded && letsIn)
        add(Severity::Blocker, check::ServedNoClientCheck{m_served.endpoint});
}

void Judge::judgeClient() {
    if (m_served.ownAnswer == Answer::Refused) {
        check::ServedClientRefused refused;
        if (m_expected.shown) {
            const document::CertificateFacts& own = m_expected.shown->facts;
            refused = {own.subject.text, own.issuer.text, own.notAfter, m_expected.at};
        }
        add(Severity::Blocker, std::move(refused));
        return;
    }
    const bool asks = m_served.demand == ClientDemand::Refused || m_served.demand == ClientDemand::Unclear;
    if (asks && m_served.ownAnswer == Answer::Unknown)
        add(Severity::Note,
            check::ServedClientNeeded{m_served.endpoint,
                                      m_served.demand == ClientDemand::Refused ? "refused" : "unclear"});
}

void Judge::judgeForm() {
    const std::vector<Certificate>& chain = m_served.chain;
    check::ServedChainOrder order;
    bool ordered = true;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        order.order.push_back(chain[i].facts.subject.text);
        ordered = ordered && (i == 0 || chain[i - 1].facts.issuer == chain[i].facts.subject);
    }
    if (!ordered)
        add(Severity::Warning, std::move(order));
    for (std::size_t i = 1; i < chain.size(); ++i)
        if (chain[i].facts.selfIssued())
            add(Severity::Note, check::ServedRoot{chain[i].facts.subject.text});
}

void Judge::judgeTransport() {
    for (const VersionAnswer& one : m_served.versions)
        if (one.answer == Answer::Accepted && (one.version == "TLSv1.0" || one.version == "TLSv1.1"))
            add(Severity::Warning, check::ServedProtocol{one.version});
    if (m_served.cipherKind == CipherKind::Weak)
        add(Severity::Warning, check::ServedCipher{m_served.cipher});
}

void Judge::judgeStapled() {
    if (m_served.staple.empty())
        return;
    std::vector<Certificate> issuers = m_served.chain;
    for (const auto* more : {&m_expected.trusted, &m_expected.known})
        issuers.insert(issuers.end(), more->begin(), more->end());
    m_result.staple = judgeStaple(m_served.staple, m_served.chain.front(), issuers, m_expected.at);
    Severity severity = Severity::Warning;
    if (m_result.staple->state == StapleState::Good)
        severity = Severity::Note;
    if (m_result.staple->state == StapleState::Revoked)
        severity = Severity::Blocker;
    add(severity, check::ServedStaple{std::string(stapleStateName(m_result.staple->state))});
}

check::Verdict Judge::validate(const std::vector<Certificate>& trusted,
                               const std::vector<Certificate>& more) const {
    check::Question question;
    question.leaf = {m_served.chain.front(), m_served.endpoint, 1};
    question.trusted = sourced(trusted, m_served.endpoint);
    question.untrusted = sourced({m_served.chain.begin() + 1, m_served.chain.end()}, m_served.endpoint);
    for (check::SourcedCertificate& one : sourced(more, m_served.endpoint))
        question.untrusted.push_back(std::move(one));
    question.crls = m_expected.crls;
    question.policy = m_expected.policy;
    question.policy.roots = check::Roots::Any;
    if (!question.policy.host)
        question.policy.host = m_served.name;
    question.at = m_expected.at;
    return check::validate(std::move(question));
}

// judgeEnd tells why no path leads to a trusted certificate: one is missing on the way, which is certain
// where what is at hand completes it, or the chain is somebody else's.
void Judge::judgeEnd(const check::Verdict& verdict) {
    const check::IssuerMissing* missing = nullptr;
    for (const check::Finding& finding : verdict.findings)
        if (const auto* body = finding.body.as<check::IssuerMissing>())
            missing = body;
    const std::string issuer = missing != nullptr ? missing->issuer : leaf().issuer.text;
    if (validate(m_expected.trusted, m_expected.known).path.complete) {
        add(Severity::Blocker, check::ServedChainIncomplete{issuer});
        return;
    }
    add(Severity::Blocker, check::ServedUntrusted{leaf().subject.text});
    if (m_served.chain.size() == 1 && !leaf().selfIssued())
        add(Severity::Warning, check::ServedChainIncomplete{issuer});
}

void Judge::judgePath() {
    // Where nobody is trusted, the CA that was sent last stands for one: names, dates, keys and signatures
    // are judged all the same.
    const bool free = m_expected.trusted.empty();
    const bool alone = m_served.chain.size() == 1;
    check::Verdict verdict = !free   ? validate(m_expected.trusted, {})
                             : alone ? validate({}, {})
                                     : validate({m_served.chain.back()}, {});
    if (!verdict.path.complete && !free)
        judgeEnd(verdict);
    for (check::Finding& finding : verdict.findings) {
        const bool ofEnd = finding.body.is<check::IssuerMissing, check::PathAlternatives>();
        if (!ofEnd)
            m_result.findings.push_back(std::move(finding));
    }
    if (!free)
        m_result.names = std::move(verdict.names);
}

Judgement Judge::judge() && {
    judgeInstalled();
    judgeClient();
    judgePath();
    judgeForm();
    judgeTransport();
    judgeStapled();
    check::sortWorstFirst(m_result.findings);
    return std::move(m_result);
}

} // namespace

Judgement judgeServed(const Served& served, const Expectation& expectation) {
    if (served.chain.empty())
        return {};
    return Judge(served, expectation).judge();
}

} // namespace certwright::served

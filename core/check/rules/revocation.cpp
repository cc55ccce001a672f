// Why: a revocation list that is not the CA's, or out of date, stops a service that loads it; and what it
// revokes must not be installed. RFC 5280 section 6.3, over all lists that were brought.
#include <algorithm>

#include "core/check/revocation/judge_lists.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

constexpr int onHold = 6;

class Revocation {
  public:
    Revocation(const Context& context, Findings& findings)
        : m_context(context)
        , m_findings(findings)
        , m_complete(context.path.end == PathEnd::Complete) {}

    void run();

  private:
    struct Asked {
        CrlSubject subject;
        StatusVerdict verdict;
        bool inScope = false;
    };

    bool strict() const { return m_context.policy.ruleSet != RuleSet::Service; }
    std::vector<CrlSubject> subjects() const;
    std::vector<const JudgedCrl*> listsFor(const CrlSubject& subject) const;
    void ask(const std::vector<CrlSubject>& subjects);
    bool isMissed(const JudgedCrl& list) const;
    bool isReplaced(const JudgedCrl& list) const;
    void tellLists();
    void tellDelta(const JudgedCrl& list);
    void tellRevoked(const Asked& asked);
    void tellContradictory(const JudgedCrl& list);
    void tellUnknown(const Asked& asked);
    void tellMisses(const Asked& asked);
    bool isUnknown(const Asked& asked) const {
        return m_complete && asked.inScope && asked.verdict.status == CrlStatus::Unknown && m_lists.given();
    }

    const Context& m_context;
    Findings& m_findings;
    bool m_complete;
    JudgedLists m_lists;
    std::vector<Asked> m_asked;
};

// subjects are the certificates below the trust anchor, the leaf first.
std::vector<CrlSubject> Revocation::subjects() const {
    std::vector<CrlSubject> found;
    const auto& links = m_context.path.links;
    for (const Link& link : links) {
        const bool anchor = m_complete && link.facts().fingerprint == links.back().facts().fingerprint;
        if (link.role == Role::Ca || anchor)
            continue;
        if (auto subject = crlSubjectOf(link, m_context.details, m_context.policy.ruleSet))
            found.push_back(std::move(*subject));
    }
    return found;
}

// listsFor: where no path tells who may speak for the issuer's name, only a list counts whose key signed the
// certificate itself.
std::vector<const JudgedCrl*> Revocation::listsFor(const CrlSubject& subject) const {
    auto lists = m_lists.trusted();
    if (!m_complete)
        std::erase_if(lists, [&](const JudgedCrl* list) {
            return !m_context.signatures.signedBy(subject.link.certificate(), list->signer.link.facts().key);
        });
    return lists;
}

void Revocation::ask(const std::vector<CrlSubject>& subjects) {
    for (const CrlSubject& subject : subjects) {
        const bool all = m_context.policy.revocation == RevocationScope::Chain;
        StatusVerdict verdict = statusOf(subject, listsFor(subject));
        if (verdict.contradictory != nullptr && verdict.status == CrlStatus::Good && strict())
            verdict.status = CrlStatus::Unknown;
        m_asked.push_back({subject, std::move(verdict), all || subject.link.isLeaf()});
    }
}

// isMissed tells whether a certificate's status stays unknown that this list could have told. Without a path
// nobody can say that it is not.
bool Revocation::isMissed(const JudgedCrl& list) const {
    return !m_complete || m_asked.empty() || std::ranges::any_of(m_asked, [&](const Asked& asked) {
        return isUnknown(asked) && coverageOf(list.view, asked.subject).candidate();
    });
}

// isReplaced tells whether a newer version of the list serves.
bool Revocation::isReplaced(const JudgedCrl& list) const {
    return std::ranges::any_of(m_lists.lists, [&](const JudgedCrl& other) {
        return other.usable() && other.currency == Currency::Current && sameList(other, list) &&
               other.view.delta() == list.view.delta() && isNewer(other.view, list.view);
    });
}

// tellDelta: a delta that could not be combined with anything (RFC 5280 section 5.2.4). In a service it
// blocks as it is (judgeForm).
void Revocation::tellDelta(const JudgedCrl& list) {
    if (!list.view.delta() || !list.usable() || list.currency != Currency::Current || !strict())
        return;
    if (std::ranges::any_of(m_lists.lists, [&](const JudgedCrl& other) { return outdates(other, list); }))
        return;
    const std::string& path = list.view.source->path;
    const std::string& issuer = list.view.facts().issuer.text;
    const bool used = std::ranges::any_of(m_asked, [&](const Asked& asked) {
        return std::ranges::any_of(asked.verdict.deltas, [&](const JudgedCrl* delta) {
            return delta == &list || (sameList(*delta, list) && isNewer(delta->view, list.view));
        });
    });
    if (used)
        return;
    const auto severity = isMissed(list) ? Severity::Blocker : Severity::Warning;
    const bool alone = std::ranges::none_of(m_lists.lists, [&](const JudgedCrl& other) {
        return other.trusted && !other.view.delta() && other.view.facts().issuer == list.view.facts().issuer;
    });
    if (alone)
        add(m_findings, severity, path, CrlDelta{path, issuer});
    else
        add(m_findings, severity, path, CrlDeltaBaseMissing{path, issuer, *list.view.deltaBase});
}

void Revocation::tellLists() {
    for (std::size_t at = 0; at < m_lists.lists.size(); ++at) {
        const JudgedCrl& list = m_lists.lists[at];
        for (const Defect& defect : m_lists.said[at].defects) {
            Finding finding = defect.finding;
            if ((defect.weight == Weight::IfMissed && !isMissed(list)) ||
                (defect.weight == Weight::UnlessReplaced && isReplaced(list)))
                finding.severity = Severity::Warning;
            m_findings.push_back(std::move(finding));
        }
        tellDelta(list);
    }
}

void Revocation::tellRevoked(const Asked& asked) {
    const Link& link = asked.subject.link;
    const std::string role(roleName(link.role));
    const StatusVerdict& verdict = asked.verdict;
    const CrlSaying& saying = verdict.saying;
    if (verdict.status == CrlStatus::Unsearched)
        add(m_findings, Severity::Blocker, link.source->path,
            CrlNotSearched{verdict.list->view.source->path, link.facts().subject.text});
    else if (verdict.status != CrlStatus::Revoked && verdict.contradictory != nullptr)
        tellContradictory(*verdict.contradictory);
    else if (verdict.status == CrlStatus::Revoked && saying.reason == onHold)
        add(m_findings, Severity::Blocker, link.source->path,
            CertificateOnHold{role, link.facts().subject.text, link.facts().serial, saying.revokedAt});
    else if (verdict.status == CrlStatus::Revoked)
        add(m_findings, Severity::Blocker, link.source->path,
            Revoked{role, link.facts().subject.text, link.facts().serial, saying.revokedAt,
                    saying.reason ? reasonName(*saying.reason) : std::string()});
}

void Revocation::tellContradictory(const JudgedCrl& list) {
    const std::string& path = list.view.source->path;
    add(m_findings, strict() ? Severity::Blocker : Severity::Warning, path,
        CrlForm{path, list.view.facts().issuer.text, "removed-in-complete"});
}

// tellMisses says which list of the right issuer does not speak of the certificate, or not of all reasons.
void Revocation::tellMisses(const Asked& asked) {
    const Link& link = asked.subject.link;
    for (const JudgedCrl& list : m_lists.lists) {
        if (!list.usable()) // why is told
            continue;
        const Coverage coverage = coverageOf(list.view, asked.subject);
        const std::string& path = list.view.source->path;
        if (!coverage.miss.empty())
            add(m_findings, Severity::Blocker, path,
                CrlScope{path, std::string(roleName(link.role)), link.facts().subject.text,
                         std::string(coverage.miss)});
        else if (coverage.reasons != 0 && coverage.reasons != allReasons && asked.verdict.missing != 0)
            add(m_findings, Severity::Blocker, path,
                CrlSomeReasons{path, list.view.facts().issuer.text, reasonNames(asked.verdict.missing)});
    }
}

void Revocation::tellUnknown(const Asked& asked) {
    const Link& link = asked.subject.link;
    add(m_findings, Severity::Blocker, link.source->path,
        RevocationUnknown{std::string(roleName(link.role)), link.facts().subject.text,
                          link.facts().issuer.text});
}

void Revocation::run() {
    const std::size_t before = m_findings.size();
    const auto found = subjects();
    m_lists = judgeLists(m_context, found);
    ask(found);
    tellLists();
    for (const Asked& asked : m_asked)
        tellRevoked(asked);
    for (const Asked& asked : m_asked)
        if (isUnknown(asked))
            tellMisses(asked);
    // In a service one reason is enough; the strict sets name every certificate.
    const bool told =
        std::any_of(m_findings.begin() + static_cast<std::ptrdiff_t>(before), m_findings.end(),
                    [](const Finding& finding) { return finding.severity == Severity::Blocker; });
    if (!strict() && (told || m_context.policy.unknownStatus == UnknownStatus::Passes))
        return;
    for (const Asked& asked : m_asked)
        if (isUnknown(asked))
            tellUnknown(asked);
}

} // namespace

void revocationRules(const Context& context, Findings& findings) {
    if (!context.material.crls.empty())
        Revocation(context, findings).run();
}

} // namespace certwright::check

// Why: see judge_lists.h.
#include "core/check/revocation/judge_lists.h"

#include <algorithm>
#include <map>

#include "core/check/rules/rules.h"

namespace certwright::check {

namespace {

// One per list, however many copies were brought.
std::vector<const SourcedCrl*> distinctCrls(const std::vector<SourcedCrl>& given) {
    std::map<base::Bytes, const SourcedCrl*> crls;
    for (const SourcedCrl& crl : given) {
        auto& chosen = crls[crl.crl.facts.fingerprint];
        if (chosen == nullptr || crl.path < chosen->path)
            chosen = &crl;
    }
    std::vector<const SourcedCrl*> ordered;
    for (const auto& [fingerprint, crl] : crls)
        ordered.push_back(crl);
    return ordered;
}

class Judge {
  public:
    Judge(const Context& context, const std::vector<CrlSubject>& subjects)
        : m_context(context)
        , m_subjects(subjects)
        , m_signers(context) {}

    JudgedLists run();

  private:
    bool strict() const { return m_context.policy.ruleSet != RuleSet::Service; }
    // Today's findings of a service stand as they are; in the strict sets only a list that is missed blocks.
    Weight weight() const { return strict() ? Weight::IfMissed : Weight::AsItStands; }
    Finding blocker(const CrlView& view, FindingBody body) const {
        return {Severity::Blocker, view.source->path, std::move(body)};
    }
    bool concerns(const CrlView& view) const;
    bool ofAnotherCa(const CrlView& view) const;
    void judge(JudgedCrl& list, ListDefects& said);
    void judgeSigner(JudgedCrl& list, ListDefects& said);
    void tellSigner(const JudgedCrl& list, ListDefects& said) const;
    void refuse(JudgedCrl& list, FindingBody body) const;
    void judgeChain(JudgedCrl& list, ListDefects& said, const std::vector<const JudgedCrl*>& others);

    const Context& m_context;
    const std::vector<CrlSubject>& m_subjects;
    CrlSigners m_signers;
};

// concerns tells whether a certificate of the path may be listed here.
bool Judge::concerns(const CrlView& view) const {
    return std::ranges::any_of(
        m_subjects, [&](const CrlSubject& subject) { return coverageOf(view, subject).candidate(); });
}

// ofAnotherCa: one that was given as well, but is not the path's; its list stops nobody.
bool Judge::ofAnotherCa(const CrlView& view) const {
    return std::ranges::any_of(m_context.material.cas, [&](const SourcedCertificate& ca) {
        return ca.certificate.facts.subject == view.facts().issuer &&
               m_context.signatures.signedBy(view.source->crl, ca.certificate.facts.key);
    });
}

void Judge::refuse(JudgedCrl& list, FindingBody body) const {
    list.form.refuse(list.view.source->path, std::move(body));
}

void Judge::tellSigner(const JudgedCrl& list, ListDefects& said) const {
    const CrlView& view = list.view;
    const std::string& path = view.source->path;
    const std::string& issuer = view.facts().issuer.text;
    const auto issuers = m_context.path.issuers();
    const bool expected = !issuers.empty() && issuers.back().role == Role::Ca;
    const auto unknown = [&](const char* reason) {
        said.add(blocker(view, CrlSignerUnknown{path, issuer, reason}), weight());
    };
    switch (list.signer.state) {
    case SignerState::Found:
        break;
    case SignerState::WrongKey:
        said.add(blocker(view, CrlSignatureInvalid{path, issuer}), weight());
        break;
    case SignerState::None:
        if (expected) // without a CA nothing is
            unknown("no-path");
        break;
    case SignerState::NoPath:
        unknown("no-path");
        break;
    case SignerState::Dates:
        unknown("dates");
        break;
    case SignerState::TooMany:
        unknown("too-many");
        break;
    }
}

void Judge::judgeSigner(JudgedCrl& list, ListDefects& said) {
    const CrlView& view = list.view;
    list.signer = m_signers.find(view);
    list.trusted = list.signer.state == SignerState::Found;
    const auto issuers = m_context.path.issuers();
    const bool complete = m_context.path.end == PathEnd::Complete;
    const bool foreign = complete ? !concerns(view) : list.signer.state == SignerState::None;
    if (foreign) {
        list.trusted = false;
        list.form.defects.clear(); // whose form it is concerns nobody
        if (!issuers.empty() && issuers.back().role == Role::Ca)
            said.add({strict() || ofAnotherCa(view) ? Severity::Warning : Severity::Blocker,
                      view.source->path,
                      CrlWrongIssuer{view.source->path, view.facts().issuer.text,
                                     issuers.back().facts().subject.text}},
                     Weight::AsItStands);
        return;
    }
    tellSigner(list, said);
    if (!list.trusted)
        return;
    const document::CertificateFacts& signer = list.signer.link.facts();
    if (list.signer.mayNotSign) {
        list.form.standing = std::max(list.form.standing, Standing::Unusable);
        said.add(
            blocker(view, IssuerNoCrlSign{std::string(roleName(list.signer.link.role)), signer.subject.text}),
            weight());
    }
    const std::string& path = view.source->path;
    const std::string& issuer = view.facts().issuer.text;
    const base::Bytes& wanted = view.facts().authorityKeyId;
    if (!wanted.empty() && !signer.subjectKeyId.empty() && wanted != signer.subjectKeyId)
        refuse(list, CrlForm{path, issuer, "authority-key"});
    if (!strict() && complete && list.signer.place == SignerPlace::Elsewhere && !view.indirect())
        refuse(list, CrlIndirect{path, issuer, "separate-key"});
}

void Judge::judge(JudgedCrl& list, ListDefects& said) {
    const CrlView& view = list.view;
    list.form = judgeForm(view, m_context.policy, view.source->path);
    const document::CrlFacts& facts = view.facts();
    if (m_context.now < facts.thisUpdate)
        list.currency = Currency::NotYet;
    else if (facts.nextUpdate && m_context.now > *facts.nextUpdate)
        list.currency = Currency::Expired;
    if (list.form.standing != Standing::Ignored)
        judgeSigner(list, said);
    Findings dates;
    judgeCrlDates(m_context, facts, view.source->path, dates);
    said.add(std::move(dates), strict() ? Weight::IfMissed : Weight::UnlessReplaced);
    for (const Defect& defect : list.form.defects)
        said.defects.push_back(defect);
    Findings converted;
    judgeCrlConversion(*view.source, view.source->path, converted);
    said.add(std::move(converted), Weight::AsItStands);
}

// judgeChain: who signed with another key than that of the path must not be revoked either.
void Judge::judgeChain(JudgedCrl& list, ListDefects& said, const std::vector<const JudgedCrl*>& others) {
    for (const SourcedCertificate* source : list.signer.chain) {
        const auto subject =
            crlSubjectOf({source, Role::Intermediate}, m_context.details, m_context.policy.ruleSet);
        if (subject && statusOf(*subject, others).status != CrlStatus::Revoked)
            continue;
        list.trusted = false;
        said.add(blocker(list.view,
                         CrlSignerUnknown{list.view.source->path, list.view.facts().issuer.text, "revoked"}),
                 weight());
        return;
    }
}

JudgedLists Judge::run() {
    JudgedLists result;
    const auto sources = distinctCrls(m_context.material.crls);
    result.lists.resize(sources.size());
    result.said.resize(sources.size());
    for (std::size_t at = 0; at < sources.size(); ++at) {
        result.lists[at].view = viewOf(*sources[at]);
        judge(result.lists[at], result.said[at]);
    }
    std::vector<const JudgedCrl*> ofPath = result.trusted();
    std::erase_if(ofPath, [](const JudgedCrl* list) { return list->signer.place != SignerPlace::Path; });
    for (std::size_t at = 0; at < sources.size(); ++at)
        if (result.lists[at].trusted && result.lists[at].signer.place == SignerPlace::Elsewhere)
            judgeChain(result.lists[at], result.said[at], ofPath);
    return result;
}

} // namespace

void ListDefects::add(Finding finding, Weight weight) {
    const bool blocks = finding.severity == Severity::Blocker;
    defects.push_back({std::move(finding), blocks ? weight : Weight::AsItStands});
}

void ListDefects::add(Findings findings, Weight weight) {
    for (Finding& finding : findings)
        add(std::move(finding), weight);
}

std::vector<const JudgedCrl*> JudgedLists::trusted() const {
    std::vector<const JudgedCrl*> found;
    for (const JudgedCrl& list : lists)
        if (list.trusted)
            found.push_back(&list);
    return found;
}

bool JudgedLists::given() const {
    return std::ranges::any_of(lists,
                               [](const JudgedCrl& list) { return list.form.standing != Standing::Ignored; });
}

JudgedLists judgeLists(const Context& context, const std::vector<CrlSubject>& subjects) {
    return Judge(context, subjects).run();
}

} // namespace certwright::check

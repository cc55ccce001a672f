// Why: see validation.h.
#include "core/job/validation.h"

#include "core/check/key_form.h"
#include "core/document/parse.h"

namespace certwright::job {

namespace {

using check::Severity;

// PartKind is what a part was given as.
enum class PartKind { Leaf, Certificates, Lists };

// Without one of the certificates another path may hold; without the leaf or a list nothing can be said.
Severity usual(PartKind kind) {
    return kind == PartKind::Certificates ? Severity::Warning : Severity::Blocker;
}

// Reader turns parts into the lists of a question.
class Reader {
  public:
    explicit Reader(secret::SecretAccess access)
        : m_access(access) {}

    // read appends what the part holds; what is damaged or neither of the two becomes a finding.
    void read(const ValidationPart& part, std::vector<check::SourcedCertificate>& certificates,
              std::vector<check::SourcedCrl>& crls, PartKind kind);
    check::Findings& findings() { return m_findings; }
    void read(ParsedPart part, std::vector<check::SourcedCertificate>& certificates,
              std::vector<check::SourcedCrl>& crls, PartKind kind, std::size_t size);
    // ignoreOtherLists: what is no list by RFC 5280 section 5.1 is as if it had not been given.
    void ignoreOtherLists() { m_otherLists = Severity::Warning; }

  private:
    Severity severityOf(const document::Damage& damage, PartKind kind) const;

    secret::SecretAccess m_access;
    Severity m_otherLists = Severity::Blocker;
    check::Findings m_findings;
};

// A list that was given and cannot be read might have named the certificate: nobody can tell any more.
Severity Reader::severityOf(const document::Damage& damage, PartKind kind) const {
    if (kind != PartKind::Lists && !damage.label.ends_with("CRL"))
        return usual(kind);
    const bool otherKind = damage.reason == document::DamageReason::BadVersion ||
                           damage.reason == document::DamageReason::ImpossibleDate;
    return otherKind ? m_otherLists : Severity::Blocker;
}

void Reader::read(const ValidationPart& part, std::vector<check::SourcedCertificate>& certificates,
                  std::vector<check::SourcedCrl>& crls, PartKind kind) {
    read({part.name, document::parse(part.content, m_access)}, certificates, crls, kind, part.content.size());
}

void Reader::read(ParsedPart part, std::vector<check::SourcedCertificate>& certificates,
                  std::vector<check::SourcedCrl>& crls, PartKind kind, std::size_t size) {
    document::ParsedFile& parsed = part.content;
    for (const document::Damage& damage : parsed.damages)
        m_findings.push_back({severityOf(damage, kind), part.name, check::damageBody(part.name, damage)});
    bool any = false;
    for (document::Item& item : parsed.items) {
        if (auto* certificate = std::get_if<document::Certificate>(&item.object)) {
            certificates.push_back({std::move(*certificate), part.name, item.line});
            any = true;
        } else if (auto* crl = std::get_if<document::Crl>(&item.object)) {
            crls.push_back({std::move(*crl), part.name, item.encoding, item.container});
            any = true;
        }
    }
    if (!any && parsed.damages.empty())
        m_findings.push_back({usual(kind), part.name, check::FileUnrecognised{part.name, size}});
}

} // namespace

check::Verdict validate(ValidationOrder order, secret::SecretAccess access) {
    Reader reader(access);
    check::Question question;
    question.policy = std::move(order.policy);
    question.at = order.at;
    if (question.policy.ruleSet != check::RuleSet::Service)
        reader.ignoreOtherLists();
    std::vector<check::SourcedCertificate> leaf;
    reader.read(order.leaf, leaf, question.crls, PartKind::Leaf);
    for (const ValidationPart& part : order.trusted)
        reader.read(part, question.trusted, question.crls, PartKind::Certificates);
    for (const ValidationPart& part : order.untrusted)
        reader.read(part, question.untrusted, question.crls, PartKind::Certificates);
    for (const ValidationPart& part : order.crls)
        reader.read(part, question.untrusted, question.crls, PartKind::Lists);
    for (ParsedPart& part : order.streamed)
        reader.read(std::move(part), question.untrusted, question.crls, PartKind::Lists, 0);
    check::Verdict verdict;
    if (!leaf.empty()) {
        question.leaf = std::move(leaf.front());
        std::move(leaf.begin() + 1, leaf.end(), std::back_inserter(question.untrusted));
        verdict = check::validate(std::move(question));
    } else if (!check::blocks(reader.findings())) {
        reader.findings().push_back({Severity::Blocker, order.leaf.name,
                                     check::FileUnrecognised{order.leaf.name, order.leaf.content.size()}});
    }
    std::ranges::move(reader.findings(), std::back_inserter(verdict.findings));
    check::sortWorstFirst(verdict.findings);
    return verdict;
}

} // namespace certwright::job

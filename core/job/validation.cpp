// Why: see validation.h.
#include "core/job/validation.h"

#include "core/document/parse.h"

namespace certwright::job {

namespace {

using check::Severity;

// Reader turns parts into the lists of a question.
class Reader {
  public:
    explicit Reader(secret::SecretAccess access)
        : m_access(access) {}

    // read appends what the part holds; what is damaged or neither of the two becomes a finding.
    void read(const ValidationPart& part, std::vector<check::SourcedCertificate>& certificates,
              std::vector<check::SourcedCrl>& crls, Severity severity);
    check::Findings& findings() { return m_findings; }

  private:
    secret::SecretAccess m_access;
    check::Findings m_findings;
};

std::string_view damageName(document::DamageKind kind) {
    switch (kind) {
    case document::DamageKind::Unterminated:
        return "unterminated";
    case document::DamageKind::BadBase64:
        return "base64";
    case document::DamageKind::BadContent:
        break;
    }
    return "content";
}

void Reader::read(const ValidationPart& part, std::vector<check::SourcedCertificate>& certificates,
                  std::vector<check::SourcedCrl>& crls, Severity severity) {
    auto parsed = document::parse(part.content, m_access);
    for (const document::Damage& damage : parsed.damages)
        m_findings.push_back({severity, part.name,
                              check::FileDamaged{part.name, damage.label, damage.line,
                                                 std::string(damageName(damage.kind)), damage.detail}});
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
        m_findings.push_back({severity, part.name, check::FileUnrecognised{part.name, part.content.size()}});
}

} // namespace

check::Verdict validate(ValidationOrder order, secret::SecretAccess access) {
    Reader reader(access);
    check::Question question;
    question.policy = std::move(order.policy);
    question.at = order.at;
    std::vector<check::SourcedCertificate> leaf;
    reader.read(order.leaf, leaf, question.crls, Severity::Blocker);
    for (const ValidationPart& part : order.trusted)
        reader.read(part, question.trusted, question.crls, Severity::Warning);
    for (const ValidationPart& part : order.untrusted)
        reader.read(part, question.untrusted, question.crls, Severity::Warning);
    for (const ValidationPart& part : order.crls)
        reader.read(part, question.untrusted, question.crls, Severity::Warning);
    std::ranges::move(order.readCrls, std::back_inserter(question.crls));
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

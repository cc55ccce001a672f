// Why: see crl_form.h.
#include "core/check/revocation/crl_form.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace certwright::check {

namespace {

using document::CrlRemarkKind;

constexpr std::string_view crlNumberId = "2.5.29.20";
constexpr std::string_view deltaId = "2.5.29.27";
constexpr std::string_view pointId = "2.5.29.28";

// The extensions of section 5.2 that are understood here; a freshest CRL or authority information changes
// nothing.
constexpr std::array<std::string_view, 7> known{
    "2.5.29.18", crlNumberId, deltaId, pointId, "2.5.29.35", "2.5.29.46", "1.3.6.1.5.5.7.1.1"};

class Former {
  public:
    Former(const CrlView& view, const Policy& policy, const std::string& subject)
        : m_view(view)
        , m_policy(policy)
        , m_subject(subject) {}

    FormVerdict run();

  private:
    bool strict() const { return m_policy.ruleSet != RuleSet::Service; }
    const std::string& path() const { return m_view.source->path; }
    const std::string& issuer() const { return m_view.facts().issuer.text; }
    CrlForm form(const char* reason) const { return {path(), issuer(), reason}; }
    // breaks tells of a rule that only the strict sets enforce.
    void breaks(FindingBody body) {
        if (strict())
            m_verdict.refuse(m_subject, std::move(body));
        else
            m_verdict.tell(Severity::Warning, m_subject, std::move(body));
    }
    void refuse(FindingBody body) { m_verdict.refuse(m_subject, std::move(body)); }
    bool ignored();
    void criticalExtensions();
    void signature();
    void number();
    void delta();
    void point();
    void pointName();
    void remarks();

    const CrlView& m_view;
    const Policy& m_policy;
    const std::string& m_subject;
    FormVerdict m_verdict;
};

// ignored: section 5.1.2.4 and .5. That nextUpdate is missing is told with the dates.
bool Former::ignored() {
    const bool wrongTime = m_view.scan->remark(CrlRemarkKind::HeaderTimeForm) != nullptr;
    if (wrongTime)
        m_verdict.tell(Severity::Warning, m_subject, form("time-form"));
    if (!strict() || (!wrongTime && m_view.facts().nextUpdate))
        return false;
    m_verdict.standing = Standing::Ignored;
    return true;
}

void Former::criticalExtensions() {
    for (const document::CrlExtension& extension : m_view.scan->extensions)
        if (extension.critical && std::ranges::find(known, extension.oid) == known.end())
            refuse(CrlCriticalExtension{path(), issuer(), extension.oid, 0});
    if (const auto* remark = m_view.scan->remark(CrlRemarkKind::CriticalUnknownInEntry))
        refuse(CrlCriticalExtension{path(), issuer(), {}, remark->firstEntry});
}

// signature: what can be forged proves nothing.
void Former::signature() {
    const auto& allowed = m_policy.signatureDigests;
    if (std::ranges::find(allowed, m_view.facts().signature.digest) == allowed.end())
        breaks(form("signature-algorithm"));
}

// number: section 5.2.3. OpenSSL never looks at it.
void Former::number() {
    constexpr std::size_t longest = 40; // hexadecimal digits
    const auto& number = m_view.facts().number;
    const auto* extension = m_view.scan->extension(crlNumberId);
    if (!number || extension == nullptr) {
        if (strict())
            refuse(CrlNumber{path(), issuer(), "absent"});
        return;
    }
    if (extension->critical)
        breaks(CrlNumber{path(), issuer(), "critical"});
    if (number->starts_with('-'))
        breaks(CrlNumber{path(), issuer(), "negative"});
    else if (number->size() > longest)
        breaks(CrlNumber{path(), issuer(), "too-long"});
}

void Former::delta() {
    if (!m_view.delta())
        return;
    const auto* extension = m_view.scan->extension(deltaId);
    if (m_view.deltaBase->empty() || *m_view.deltaBase >= "8")
        refuse(form("delta-base"));
    if (!strict()) // OpenSSL takes it for a complete one
        m_verdict.tell(Severity::Blocker, m_subject, CrlDelta{path(), issuer()});
    else if (extension != nullptr && !extension->critical)
        refuse(form("delta-not-critical"));
}

// pointName: Baseline Requirements 7.2.2.1.
void Former::pointName() {
    if (m_view.point->name && !m_view.point->name->onlyUris())
        refuse(form("point-name"));
    if (m_view.point->indirect)
        refuse(CrlIndirect{path(), issuer(), "indirect"});
}

// point: section 5.2.5.
void Former::point() {
    if (m_view.pointMalformed)
        refuse(form("point-malformed"));
    if (!m_view.point)
        return;
    const IssuingPoint& point = *m_view.point;
    if (const auto* extension = m_view.scan->extension(pointId); !extension->critical)
        breaks(form("point-not-critical"));
    if (point.empty)
        breaks(form("point-empty"));
    if (!point.strict)
        breaks(form("point-encoding"));
    if (int(point.onlyUser) + int(point.onlyCa) + int(point.onlyAttribute) > 1)
        refuse(form("point-contradictory"));
    if (m_policy.ruleSet == RuleSet::WebPki)
        pointName();
    if (strict())
        return;
    if (point.indirect)
        refuse(CrlIndirect{path(), issuer(), "indirect"});
    if (point.reasons)
        refuse(CrlSomeReasons{path(), issuer(), {}});
}

void Former::remarks() {
    struct Rule {
        CrlRemarkKind kind;
        const char* reason;
    };
    static constexpr std::array<Rule, 7> rules{
        {{CrlRemarkKind::EntryTimeForm, "entry-time-form"},
         {CrlRemarkKind::EmptyEntries, "entries-empty"},
         {CrlRemarkKind::EmptyExtensions, "extensions-empty"},
         {CrlRemarkKind::ExplicitDefault, "encoding"},
         {CrlRemarkKind::ExtensionsInVersion1, "extensions-in-version-1"},
         {CrlRemarkKind::CertificateIssuerNotCritical, "certificate-issuer-not-critical"},
         {CrlRemarkKind::DuplicateExtension, "extension-repeated"}}};
    for (const Rule& rule : rules) {
        const auto* remark = m_view.scan->remark(rule.kind);
        if (remark == nullptr)
            continue;
        // Which of two holds, in the list's own extensions, nobody can say.
        const bool ambiguous = rule.kind == CrlRemarkKind::DuplicateExtension && remark->firstEntry == 0;
        if (ambiguous)
            refuse(form(rule.reason));
        else
            breaks(form(rule.reason));
    }
    if (!strict())
        return;
    for (const auto kind : {CrlRemarkKind::SerialNotPositive, CrlRemarkKind::SerialTooLong})
        if (m_view.scan->remark(kind) != nullptr)
            m_verdict.tell(Severity::Warning, m_subject, form("serials"));
    if (m_view.facts().authorityKeyId.empty())
        m_verdict.tell(Severity::Warning, m_subject, form("no-authority-key"));
}

FormVerdict Former::run() {
    if (ignored())
        return std::move(m_verdict);
    criticalExtensions();
    signature();
    number();
    delta();
    point();
    remarks();
    if (const auto serial = repeatedSerial(m_view))
        breaks(CrlRepeatedEntry{path(), issuer(), *serial});
    return std::move(m_verdict);
}

} // namespace

void FormVerdict::tell(Severity severity, const std::string& subject, FindingBody body) {
    defects.push_back({{severity, subject, std::move(body)}, Weight::AsItStands});
}

void FormVerdict::refuse(const std::string& subject, FindingBody body) {
    standing = std::max(standing, Standing::Unusable);
    defects.push_back({{Severity::Blocker, subject, std::move(body)}, Weight::IfMissed});
}

FormVerdict judgeForm(const CrlView& view, const Policy& policy, const std::string& subject) {
    return Former(view, policy, subject).run();
}

} // namespace certwright::check

// Why: see crl_coverage.h.
#include "core/check/revocation/crl_coverage.h"

#include <algorithm>
#include <array>

#include "core/document/extension_ids.h"
#include "core/ossl/der.h"

namespace certwright::check {

namespace {

base::Bytes copyOf(base::ByteView octets) {
    return {octets.begin(), octets.end()};
}

// derNamesIn returns the Names among general names.
std::vector<base::Bytes> derNamesIn(const std::vector<base::Bytes>& generalNames) {
    std::vector<base::Bytes> names;
    for (const base::Bytes& general : generalNames)
        if (const auto element = ossl::DerReader(general).next(ossl::Tag{0xA4}))
            names.push_back(copyOf(element->content));
    return names;
}

SubjectPoint subjectPointOf(const CertificatePoint& point, const base::Bytes& issuer) {
    SubjectPoint own{std::nullopt, point.reasons, comparable({point.crlIssuers, std::nullopt}, {})};
    // Relative names begin at the CRL issuer, which is the certificate's issuer if none is named.
    const auto named = derNamesIn(point.crlIssuers);
    if (point.name)
        own.names = comparable(*point.name, named.empty() ? std::vector<base::Bytes>{issuer} : named);
    return own;
}

bool isNamed(const CrlView& view, const SubjectPoint& point) {
    return std::ranges::find(point.crlIssuers, view.issuerName) != point.crlIssuers.end();
}

// nameMeets is section 6.3.3 (b) (2) (i).
bool nameMeets(const CrlView& view, const SubjectPoint& point) {
    return !view.point || !view.point->name ||
           meet(view.pointNames, point.names ? *point.names : point.crlIssuers);
}

// issuerMeets is section 6.3.3 (b) (1).
bool issuerMeets(const CrlView& view, const CrlSubject& subject, const SubjectPoint& point) {
    const bool own = view.facts().issuer == subject.link.facts().issuer;
    return point.crlIssuers.empty() ? own : isNamed(view, point) && (own || view.indirect());
}

std::string_view kindMiss(const CrlView& view, const CrlSubject& subject) {
    if (!view.point)
        return {};
    const bool ca = subject.link.facts().isCa();
    if (view.point->onlyAttribute)
        return "attribute-only";
    if (view.point->onlyUser && ca)
        return "user-only";
    return view.point->onlyCa && !ca ? "ca-only" : "";
}

} // namespace

std::optional<CrlSubject> crlSubjectOf(const Link& link, DetailsMemory& details, RuleSet rules) {
    const auto* anatomy = details.anatomyOf(link.certificate());
    const auto serial =
        anatomy != nullptr ? ossl::DerReader(anatomy->serial).next(ossl::Tag::Integer) : std::nullopt;
    if (!serial)
        return std::nullopt;
    CrlSubject subject{link, document::shortestInteger(serial->content), {}};
    const base::Bytes issuer = copyOf(anatomy->issuer);
    std::vector<CertificatePoint> points;
    if (const auto* extension = anatomy->find(document::id::crlDistributionPoints))
        points = certificatePointsOf(extension->value).value_or(std::vector<CertificatePoint>());
    for (const CertificatePoint& point : points)
        if (rules != RuleSet::WebPki || !point.name || point.name->onlyUris())
            subject.points.push_back(subjectPointOf(point, issuer));
    subject.points.push_back({{{directoryNameOf(link.facts().issuer.der)}}, allReasons, {}});
    return subject;
}

Coverage coverageOf(const CrlView& view, const CrlSubject& subject) {
    const bool own = view.facts().issuer == subject.link.facts().issuer;
    const bool named =
        std::ranges::any_of(subject.points, [&](const SubjectPoint& point) { return isNamed(view, point); });
    if (!own && !named)
        return {};
    Coverage coverage{0, kindMiss(view, subject)};
    if (!coverage.miss.empty())
        return coverage;
    for (const SubjectPoint& point : subject.points)
        if (issuerMeets(view, subject, point) && nameMeets(view, point))
            coverage.reasons |= static_cast<ReasonMask>(point.reasons & view.reasons());
    if (coverage.reasons == 0)
        coverage.miss = !own && !view.indirect() ? "not-indirect" : "distribution-point";
    return coverage;
}

std::vector<std::string> reasonNames(ReasonMask mask) {
    static constexpr std::array<const char*, 9> words{
        "unused",      "keyCompromise",        "cACompromise",    "affiliationChanged",
        "superseded",  "cessationOfOperation", "certificateHold", "privilegeWithdrawn",
        "aACompromise"};
    std::vector<std::string> names;
    for (unsigned bit = 0; bit < words.size(); ++bit)
        if ((mask & (1U << bit)) != 0)
            names.emplace_back(words.at(bit));
    return names;
}

} // namespace certwright::check

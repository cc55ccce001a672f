// Why: what every consumer of findings asks of them: their code, their weight, their order.
#include "core/check/finding.h"

#include <algorithm>
#include <type_traits>

namespace certwright::check {

FindingBody::FindingBody()
    : m_variant(std::make_unique<FindingVariant>()) {}

FindingBody::FindingBody(const FindingBody& other)
    : m_variant(std::make_unique<FindingVariant>(*other.m_variant)) {}

FindingBody::FindingBody(FindingBody&& other) noexcept = default;

FindingBody& FindingBody::operator=(const FindingBody& other) {
    if (this != &other)
        m_variant = std::make_unique<FindingVariant>(*other.m_variant);
    return *this;
}

FindingBody& FindingBody::operator=(FindingBody&& other) noexcept = default;

FindingBody::~FindingBody() = default;

std::string_view codeOf(const Finding& finding) {
    return std::visit(
        [](const auto& body) -> std::string_view {
            if constexpr (requires { body.ownCode(); })
                return body.ownCode();
            else
                return std::decay_t<decltype(body)>::code;
        },
        finding.body.variant());
}

std::string_view severityName(Severity severity) {
    switch (severity) {
    case Severity::Blocker:
        return "blocker";
    case Severity::Warning:
        return "warning";
    case Severity::Note:
        break;
    }
    return "note";
}

bool blocks(const Findings& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& finding) { return finding.severity == Severity::Blocker; });
}

void sortWorstFirst(Findings& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
}

} // namespace certwright::check

// Why: what every consumer of findings asks of them: their code, their weight, their order.
#include "core/check/finding.h"

#include <algorithm>
#include <type_traits>

namespace certwright::check {

std::string_view codeOf(const Finding& finding) {
    return finding.body.visit([](const auto& body) -> std::string_view {
        if constexpr (requires { body.ownCode(); })
            return body.ownCode();
        else
            return std::decay_t<decltype(body)>::code;
    });
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

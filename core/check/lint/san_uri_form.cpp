// Why: a URI in a certificate is a whole one: scheme, colon, and something behind it.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

namespace {

// isWhole looks at the outline of RFC 3986 section 3 only.
bool isWhole(std::string_view uri) {
    const std::size_t colon = uri.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == uri.size() || !isLetterOrDigit(uri[0]))
        return false;
    const bool scheme = std::ranges::all_of(
        uri.substr(0, colon), [](char c) { return isLetterOrDigit(c) || c == '+' || c == '-' || c == '.'; });
    return scheme && uri.find_first_of(" <>\"{}|\\^`") == std::string_view::npos;
}

} // namespace

const LintRule sanUriForm{
    "lint.san-uri-form",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return altNameWhere(subject, [](const GeneralName& name) {
            return name.tag == GeneralName::uri && !isWhole(name.text());
        });
    },
};

} // namespace certwright::check::lints

// Why: an address in a certificate is local@domain and no more.
#include "core/check/lint/rules.h"

#include "core/check/lint/conditions.h"
#include "core/check/lint/dns_syntax.h"

namespace certwright::check::lints {

namespace {

// isMailbox: an RFC 5321 Mailbox. A quoted local part may hold anything, also another "@".
bool isMailbox(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == text.size())
        return false;
    const std::string_view local = text.substr(0, at);
    const std::string_view domain = text.substr(at + 1);
    const bool quoted = local.size() > 1 && local.front() == '"' && local.back() == '"';
    if (!quoted && local.find_first_of("@ <>()[]\\,;:\"") != std::string_view::npos)
        return false;
    if (domain.front() == '[')
        return domain.back() == ']';
    return !anyLabel(domain, [](std::string_view label) {
        return label.empty() || !std::ranges::all_of(label, [](char c) {
                   return isLetterOrDigit(c) || c == '-' || c == '_' || !isAscii({&c, 1});
               });
    });
}

} // namespace

const LintRule sanEmailForm{
    "lint.san-email-form",
    "RFC 5280 section 4.2.1.6",
    {Severity::Warning, Severity::Warning, Severity::Blocker},
    [](const LintSubject& subject) -> Breach {
        return altNameWhere(subject, [](const GeneralName& name) {
            return name.tag == GeneralName::email && !isMailbox(name.text());
        });
    },
};

} // namespace certwright::check::lints

// Why: one layout for everything that went wrong or was noticed.
#include "ui/text/findings_page.h"

#include <algorithm>

#include "ui/text/error_text.h"
#include "ui/text/finding_text.h"

namespace certwright::text {

namespace {

Ink inkOf(check::Severity severity) {
    switch (severity) {
    case check::Severity::Blocker:
        return Ink::Red;
    case check::Severity::Warning:
        return Ink::Yellow;
    case check::Severity::Note:
        break;
    }
    return Ink::Dim;
}

int count(const check::Findings& findings, check::Severity severity) {
    return static_cast<int>(std::ranges::count(findings, severity, &check::Finding::severity));
}

} // namespace

void addFindings(Page& page, const check::Findings& findings, const Phrasebook& book) {
    const int labelWidth = std::max({displayWidth(severityText(check::Severity::Blocker, book)),
                                     displayWidth(severityText(check::Severity::Warning, book)),
                                     displayWidth(severityText(check::Severity::Note, book))});
    for (const check::Finding& finding : findings) {
        const FindingText words = findingText(finding, book);
        const QString label = severityText(finding.severity, book);
        const QString padding(labelWidth - displayWidth(label) + 2, QLatin1Char(' '));
        page.line(page.inked(label, inkOf(finding.severity)) + padding + words.sentence);
        page.line(QStringLiteral("→ ") + words.nextStep, labelWidth + 2);
        const QString detail = findingDetail(finding, book);
        if (!detail.isEmpty())
            page.line(book.say("findings", "Details: %1").arg(detail), labelWidth + 2, Ink::Dim);
    }
}

void addVerdict(Page& page, const check::Findings& findings, const Phrasebook& book) {
    const int blockers = count(findings, check::Severity::Blocker);
    const int warnings = count(findings, check::Severity::Warning);
    if (blockers > 0)
        page.line(book.say("findings", "%n problem(s) must be solved first.", nullptr, blockers), 0,
                  Ink::Red);
    else if (warnings > 0)
        page.line(book.say("findings", "Nothing blocks; %n warning(s).", nullptr, warnings), 0, Ink::Yellow);
    else
        page.line(book.say("findings", "Everything is in order."), 0, Ink::Green);
}

void addError(Page& page, const base::Error& error, const Phrasebook& book) {
    const ErrorText words = errorText(error, book);
    page.line(words.sentence, 0, Ink::Red);
    page.line(QStringLiteral("→ ") + words.nextStep);
    if (!words.detail.isEmpty())
        page.line(book.say("findings", "Details: %1").arg(words.detail), 0, Ink::Dim);
}

} // namespace certwright::text

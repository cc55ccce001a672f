// Why: see doctor_page.h.
#include "ui/text/doctor_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "ui/text/finding_text.h"
#include "ui/text/findings_page.h"

namespace certwright::text {

namespace {

// Group is what findings endanger, in the order of the page.
enum class Group { Access, Secrets, Config, Files, Dates, Proof, Rest };
constexpr std::array groups{Group::Proof, Group::Secrets, Group::Access, Group::Config,
                            Group::Files, Group::Dates,   Group::Rest};

// The codes of a group, by their beginnings; the first that fits counts.
struct Known {
    std::string_view start;
    Group group;
};
constexpr std::array known{Known{"installed.mode", Group::Access},
                           Known{"installed.owner", Group::Access},
                           Known{"target.path-alphabet", Group::Config},
                           Known{"target.", Group::Access},
                           Known{"doctor.access-list", Group::Access},
                           Known{"doctor.leftover", Group::Access},
                           Known{"doctor.key-stores-differ", Group::Secrets},
                           Known{"key-store.", Group::Secrets},
                           Known{"key.", Group::Secrets},
                           Known{"installed.seal", Group::Secrets},
                           Known{"installed.passphrase", Group::Secrets},
                           Known{"installed.hash", Group::Secrets},
                           Known{"installed.backup", Group::Secrets},
                           Known{"config.", Group::Config},
                           Known{"value.", Group::Config},
                           Known{"installed.not-configured", Group::Config},
                           Known{"root.", Group::Config},
                           Known{"installed.", Group::Files},
                           Known{"file.", Group::Files},
                           Known{"retention.", Group::Dates},
                           Known{"certificate.exp", Group::Dates},
                           Known{"certificate.not-yet", Group::Dates},
                           Known{"crl.exp", Group::Dates},
                           Known{"crl.not-yet", Group::Dates},
                           Known{"proof.", Group::Proof}};

Group groupOf(const check::Finding& finding) {
    const std::string_view code = check::codeOf(finding);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [code](const Known& entry) { return code.starts_with(entry.start); });
    return found == known.end() ? Group::Rest : found->group;
}

QString titleOf(Group group, const Phrasebook& book) {
    switch (group) {
    case Group::Access:
        return book.say("doctor", "Who can get at it");
    case Group::Secrets:
        return book.say("doctor", "Key and passphrase");
    case Group::Config:
        return book.say("doctor", "Config");
    case Group::Files:
        return book.say("doctor", "Files");
    case Group::Dates:
        return book.say("doctor", "Dates");
    case Group::Proof:
        return book.say("doctor", "Does it start?");
    case Group::Rest:
        break;
    }
    return book.say("doctor", "Certificates and the rest");
}

QString reasonOf(Group group, const Phrasebook& book) {
    switch (group) {
    case Group::Access:
        return book.say("doctor", "Whoever can read the key can pose as the server; whoever can write here "
                                  "decides what the service reads.");
    case Group::Secrets:
        return book.say("doctor", "The service opens its key with a passphrase that only the key store can "
                                  "unseal; all three have to fit together.");
    case Group::Config:
        return book.say("doctor", "The service reads only what its config names, and refuses a config that "
                                  "it cannot read to the end.");
    case Group::Files:
        return book.say("doctor", "What is missing or unreadable stops the next start, not the running "
                                  "service.");
    case Group::Dates:
        return book.say("doctor", "After these dates the service, or its clients, refuse to work.");
    case Group::Proof:
        return book.say("doctor", "A start was tried with exactly what is installed.");
    case Group::Rest:
        break;
    }
    return book.say("doctor", "These are judged by the same rules as at an import.");
}

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

int labelWidth(const Phrasebook& book) {
    int width = 0;
    for (const auto severity : {check::Severity::Blocker, check::Severity::Warning, check::Severity::Note})
        width = std::max(width, displayWidth(severityText(severity, book)));
    return width + 2;
}

void addOne(Page& page, const job::Diagnosed& diagnosed, const Phrasebook& book) {
    const FindingText words = findingText(diagnosed.finding, book);
    const QString label = severityText(diagnosed.finding.severity, book);
    const int width = labelWidth(book);
    const QString padding(width - displayWidth(label), QLatin1Char(' '));
    page.line(page.inked(label, inkOf(diagnosed.finding.severity)) + padding + words.sentence, 2);
    page.line(QStringLiteral("→ ") + words.nextStep, width + 2);
    if (diagnosed.mending == job::Mending::Automatic)
        page.line(page.inked(QStringLiteral("✓ "), Ink::Green) + book.say("doctor", "doctor --fix mends it."),
                  width + 2);
    const QString detail = findingDetail(diagnosed.finding, book);
    if (!detail.isEmpty())
        page.line(book.say("findings", "Details: %1").arg(detail), width + 2, Ink::Dim);
}

check::Findings plainFindings(const job::Doctored& doctored) {
    check::Findings findings;
    for (const job::Diagnosed& diagnosed : doctored.findings)
        findings.push_back(diagnosed.finding);
    return findings;
}

} // namespace

void addDiagnosis(Page& page, const job::Doctored& doctored, const Phrasebook& book) {
    for (const Group group : groups) {
        bool begun = false;
        for (const job::Diagnosed& diagnosed : doctored.findings) {
            if (groupOf(diagnosed.finding) != group)
                continue;
            if (!begun) {
                page.heading(titleOf(group, book));
                page.line(reasonOf(group, book), 2, Ink::Dim);
                begun = true;
            }
            addOne(page, diagnosed, book);
        }
    }
    if (!page.text().isEmpty())
        page.blank();
    addVerdict(page, plainFindings(doctored), book);
}

void addPrognosis(Page& page, const job::Doctored& doctored, const Phrasebook& book) {
    const int mendable = doctored.mendable();
    if (mendable > 0)
        page.line(book.say("doctor", "doctor --fix mends %n of them.", nullptr, mendable));
    else if (!doctored.findings.empty())
        page.line(book.say("doctor", "None of this can be mended automatically."));
}

void addRemainder(Page& page, const job::Doctored& left, const Phrasebook& book) {
    page.heading(book.say("doctor", "What is left"));
    page.line(left.findings.empty() ? book.say("doctor", "Nothing is left to be done.")
                                    : book.say("doctor", "These need a person:"),
              2, Ink::Dim);
    addDiagnosis(page, left, book);
}

} // namespace certwright::text

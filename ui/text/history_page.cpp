// Why: see history_page.h.
#include "ui/text/history_page.h"

#include <algorithm>

#include "core/files/path.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QStringList rowOf(const apply::Entry& entry, const Phrasebook& book) {
    const QString what = operationText(entry.operation, book);
    const QString restores = restoresText(entry, book);
    return {shown(entry.id),
            dateTime(entry.startedAt),
            restores.isEmpty() ? what : what + QStringLiteral(" → ") + restores,
            shown(entry.actor.user + "@" + entry.actor.host),
            proofText(entry.proof.outcome, book),
            changedText(entry, book)};
}

Ink inkOf(check::Severity severity) {
    if (severity == check::Severity::Blocker)
        return Ink::Red;
    return severity == check::Severity::Warning ? Ink::Yellow : Ink::Dim;
}

void addChanges(Page& page, const Record& record) {
    page.heading(record.changesTitle);
    if (record.changes.empty())
        page.line(record.noChanges, 2);
    for (const RecordChange& change : record.changes) {
        page.line(QStringLiteral("%1  %2  (%3)").arg(change.path, change.action, change.purpose), 2);
        std::vector<QStringList> rows;
        for (const RecordFact& fact : change.facts)
            rows.push_back({fact.label, fact.value});
        page.table(rows, 6);
    }
}

void addDifference(Page& page, const Record& record) {
    if (record.difference.empty())
        return;
    page.heading(record.differenceTitle);
    for (const plan::DifferenceLine& line : record.difference) {
        if (line.kind == '@') {
            page.line(shown(line.text), 2);
            continue;
        }
        const QString text =
            QStringLiteral("%1 %2 %3").arg(line.line, 4).arg(QLatin1Char(line.kind)).arg(shown(line.text));
        page.line(text, 2, line.kind == '-' ? Ink::Red : line.kind == '+' ? Ink::Green : Ink::Dim);
    }
}

void addFindingLines(Page& page, const Record& record) {
    page.heading(record.findingsTitle);
    if (record.findings.empty())
        page.line(record.noFindings, 2);
    int width = 0;
    for (const RecordFinding& finding : record.findings)
        width = std::max(width, displayWidth(finding.label));
    for (const RecordFinding& finding : record.findings) {
        const QString padding(width - displayWidth(finding.label) + 2, QLatin1Char(' '));
        page.line(page.inked(finding.label, inkOf(finding.severity)) + padding + finding.sentence, 2);
        page.line(QStringLiteral("→ ") + finding.nextStep, width + 4);
        if (!finding.detail.isEmpty())
            page.line(finding.detail, width + 4, Ink::Dim);
    }
}

} // namespace

void addHistory(Page& page, const job::Past& past, const std::string& root, const Phrasebook& book) {
    page.heading(book.say("history", "What was done in %1").arg(shown(root)));
    if (past.history.entries.empty()) {
        page.line(book.say("history", "Nothing yet."), 2);
    } else {
        std::vector<QStringList> rows{{book.say("history", "Transaction"), book.say("history", "Time"),
                                       book.say("history", "What"), book.say("history", "By"),
                                       book.say("history", "Proof"), book.say("history", "Changed")}};
        for (const apply::Entry& entry : past.history.entries)
            rows.push_back(rowOf(entry, book));
        page.table(rows, 2);
    }
    page.blank();
    const int count = past.limits.count;
    page.line(book.say("history", "At most %n state(s) are kept, none longer than %1.", nullptr, count)
                  .arg(days(book, past.limits.days)),
              2, Ink::Dim);
}

void addRecord(Page& page, const Record& record) {
    page.heading(record.title);
    std::vector<QStringList> rows;
    for (const RecordFact& fact : record.facts)
        rows.push_back({fact.label, fact.value});
    page.table(rows, 2);
    addChanges(page, record);
    addDifference(page, record);
    addFindingLines(page, record);
    page.heading(record.proofTitle);
    page.line(record.proofVerdict, 2);
    for (const QString& step : record.proofSteps)
        page.line(page.inked(QStringLiteral("✓ "), Ink::Green) + step, 2);
    if (!record.proofConnection.isEmpty())
        page.line(record.proofConnection, 4, Ink::Dim);
}

void addSignatures(Page& page, const Record& record) {
    page.heading(record.signaturesTitle);
    const QString space(36, QLatin1Char('_'));
    for (const QString& signer : record.signers) {
        page.line(signer, 2, Ink::Bold);
        std::vector<QStringList> rows;
        for (const QString& field : record.signatureFields)
            rows.push_back({field, space});
        page.table(rows, 4);
        page.blank();
    }
}

QString pastText(PastPhrase phrase, const Phrasebook& book) {
    switch (phrase) {
    case PastPhrase::ErrorLimits:
        return book.say("history", "--keep and --keep-days take a whole number from 1 to 100000.");
    case PastPhrase::NothingToWipe:
        return book.say("history", "No state is beyond the limits; nothing to wipe.");
    case PastPhrase::AboutToWipe:
        return book.say("history", "These states are overwritten and removed; they cannot be restored then:");
    case PastPhrase::LimitsRemembered:
        break;
    }
    return book.say("history", "The limits are remembered for this service.");
}

QString wipedText(int count, const Phrasebook& book) {
    return book.say("history", "%n state(s) wiped.", nullptr, count);
}

QString adoptedText(int count, const std::string& id, const Phrasebook& book) {
    return book
        .say("history",
             "Under management: %n file(s) stored as state %1. Nothing of the service was changed.", nullptr,
             count)
        .arg(shown(id));
}

QString reportWrittenText(const std::string& path, const Phrasebook& book) {
    return book.say("history", "Report written: %1").arg(shown(path));
}

QString storedText(bool folder, plan::Keeping keeping, const Phrasebook& book) {
    const bool owners = accessWords() == AccessWords::Owners;
    if (folder)
        return owners ? book.say("history", "access to the folder")
                      : book.say("history", "mode of the folder");
    if (keeping == plan::Keeping::Stored)
        return owners ? book.say("history", "content and access") : book.say("history", "content and mode");
    return owners ? book.say("history", "access and hash") : book.say("history", "mode and hash");
}

int addStored(Page& page, const plan::Plan& plan, const files::FileReader& reader, const Phrasebook& book) {
    page.heading(book.say("history", "What is stored of %1").arg(shown(plan.root)));
    std::vector<QStringList> rows;
    int files = 0;
    for (const plan::KeptPath& kept : plan.kept) {
        if (!reader.stat(kept.path, files::Links::Refuse))
            continue;
        const bool folder = kept.kind == plan::KeptKind::Folder;
        const QString what = storedText(folder, kept.keeping, book);
        const bool below = files::isBelow(kept.path, plan.root);
        rows.push_back({shown(below ? files::relativeTo(kept.path, plan.root) : kept.path), what});
        files += folder ? 0 : 1;
    }
    page.table(rows, 2);
    return files;
}

} // namespace certwright::text

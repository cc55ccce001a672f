// Why: see change_rows.h.
#include "ui/widget/change_rows.h"

#include "core/files/path.h"
#include "ui/text/plan_page.h"
#include "ui/text/value_text.h"

namespace certwright::widget {

namespace {

// A file is told by what it is and the start of its fingerprint.
QString contentText(const std::string& about, const std::string& sha256, const text::Phrasebook& book) {
    const QString print =
        sha256.empty() ? QString() : book.say("widget", "SHA-256 %1…").arg(text::shortPrint(sha256));
    if (about.empty() || print.isEmpty())
        return about.empty() ? print : text::shown(about);
    return QStringLiteral("%1\n%2").arg(text::shown(about), print);
}

QString modeText(const plan::Change& change, const files::FileReader& reader, const text::Phrasebook& book) {
    if (change.kind == plan::ChangeKind::RemoveFile)
        return {};
    const QString mode = text::mode(book, change.mode);
    const QString before = change.before ? text::mode(book, change.before->mode) : QString();
    const QString shown =
        before.isEmpty() || before == mode ? mode : QStringLiteral("%1 → %2").arg(before, mode);
    const base::Owner owner = change.owner ? *change.owner : reader.self();
    const QString pattern = text::accessWords() == text::AccessWords::Owners
                                ? book.say("widget", "Access: %1; owner %2")
                                : book.say("widget", "Mode %1, owner %2");
    return pattern.arg(shown, text::shown(reader.accountName(owner.user)));
}

ChangeRow rowOf(const plan::Change& change, const plan::Plan& plan, const files::FileReader& reader,
                const text::Phrasebook& book) {
    ChangeRow row;
    row.action = text::verbText(change, book);
    const bool below = files::isBelow(change.path, plan.root);
    row.path = text::shown(below ? files::relativeTo(change.path, plan.root) : change.path);
    row.purpose = text::purposeText(change, book);
    const bool content =
        change.kind == plan::ChangeKind::WriteFile || change.kind == plan::ChangeKind::RemoveFile;
    if (content && change.before)
        row.before = contentText(change.beforeAbout, change.before->sha256, book);
    if (change.kind == plan::ChangeKind::WriteFile)
        row.after = contentText(change.about, change.sha256, book);
    row.mode = modeText(change, reader, book);
    return row;
}

} // namespace

std::vector<ChangeRow> changeRows(const plan::Plan& plan, const files::FileReader& reader,
                                  const text::Phrasebook& book) {
    std::vector<ChangeRow> rows;
    for (const plan::Change& change : plan.changes)
        rows.push_back(rowOf(change, plan, reader, book));
    return rows;
}

std::vector<ChangeRow> changeRows(const text::Record& record) {
    std::vector<ChangeRow> rows;
    for (const text::RecordChange& change : record.changes) {
        ChangeRow row{change.action, change.path, change.purpose, {}, {}, {}};
        QStringList facts;
        for (const text::RecordFact& fact : change.facts)
            facts << QStringLiteral("%1: %2").arg(fact.label, fact.value);
        row.after = facts.join(QLatin1Char('\n'));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace certwright::widget

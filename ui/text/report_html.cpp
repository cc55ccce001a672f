// Why: see report_html.h.
#include "ui/text/report_html.h"

namespace certwright::text {

namespace {

// Grey tones survive a black-and-white printer; what is old or new is also marked by its sign.
constexpr auto style = R"(
@page { size: A4; margin: 15mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm; max-width: 190mm; color: #1a1a1a; background: #fff;
  font: 10.5pt/1.45 "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 17pt; margin: 0 0 5mm; border-bottom: 2px solid #1a1a1a; padding-bottom: 2mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; border-bottom: 1px solid #999; break-after: avoid; }
.pair { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 8mm; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.6mm 2mm 0.6mm 0; overflow-wrap: anywhere; }
th { font-weight: 600; width: 1%; white-space: nowrap; padding-right: 3mm; }
.change, .finding { margin: 0 0 3mm; break-inside: avoid; }
.path { font-weight: 600; overflow-wrap: anywhere; }
.change table { margin-left: 3mm; width: calc(100% - 3mm); font-size: 9pt; }
.finding p { margin: 0; }
.finding .label { font-weight: 600; }
.blocker { border-left: 3px solid #000; padding-left: 2mm; }
.warning { border-left: 3px solid #777; padding-left: 2mm; }
.note { border-left: 3px solid #ccc; padding-left: 2mm; }
.next { color: #444; }
.detail { color: #666; font-size: 9pt; }
pre { font: 9pt/1.4 "Cascadia Mono", "DejaVu Sans Mono", monospace; border: 1px solid #bbb; padding: 2mm;
  white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
pre .old { text-decoration: line-through; color: #555; }
pre .new { font-weight: 700; }
ul { margin: 1mm 0; padding-left: 5mm; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 12mm; break-inside: avoid; }
.signatures h3 { font-size: 11pt; margin: 2mm 0; }
.line { border-bottom: 1px solid #1a1a1a; height: 11mm; display: flex; align-items: flex-end;
  font-size: 9pt; color: #444; }
@media (max-width: 700px) { .pair { grid-auto-flow: row; } }
@media print { body { padding: 0; max-width: none; } a { color: inherit; } }
)";

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

QString languageTag(const Record& record) {
    return record.language == Language::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
}

QString element(const char* name, const char* cssClass, const QString& inner) {
    const QString tag = QString::fromLatin1(name);
    const QString attribute =
        *cssClass == 0 ? QString() : QStringLiteral(" class=\"%1\"").arg(QString::fromLatin1(cssClass));
    return QLatin1Char('<') + tag + attribute + QLatin1Char('>') + inner + QStringLiteral("</") + tag +
           QStringLiteral(">\n");
}

QString factTable(const std::vector<RecordFact>& facts) {
    QString rows;
    for (const RecordFact& fact : facts)
        rows += QStringLiteral("<tr><th scope=\"row\">") + escaped(fact.label) + QStringLiteral("</th><td>") +
                escaped(fact.value) + QStringLiteral("</td></tr>\n");
    return element("table", "", rows);
}

QString changesOf(const Record& record) {
    QString out = element("h2", "", escaped(record.changesTitle));
    if (record.changes.empty())
        out += element("p", "", escaped(record.noChanges));
    for (const RecordChange& change : record.changes) {
        const QString head = element("span", "path", escaped(change.path)) +
                             escaped(QStringLiteral(" %1 (%2)").arg(change.action, change.purpose));
        out += element("div", "change", head + factTable(change.facts));
    }
    return out;
}

const char* classOf(check::Severity severity) {
    switch (severity) {
    case check::Severity::Blocker:
        return "finding blocker";
    case check::Severity::Warning:
        return "finding warning";
    case check::Severity::Note:
        break;
    }
    return "finding note";
}

QString findingsOf(const Record& record) {
    QString out = element("h2", "", escaped(record.findingsTitle));
    if (record.findings.empty())
        out += element("p", "", escaped(record.noFindings));
    for (const RecordFinding& finding : record.findings) {
        QString inner = element("p", "",
                                element("span", "label", escaped(finding.label)) + QStringLiteral(" ") +
                                    escaped(finding.sentence)) +
                        element("p", "next", escaped(QStringLiteral("→ ") + finding.nextStep));
        if (!finding.detail.isEmpty())
            inner += element("p", "detail", escaped(finding.detail));
        out += element("div", classOf(finding.severity), inner);
    }
    return out;
}

QString proofOf(const Record& record) {
    QString out =
        element("h2", "", escaped(record.proofTitle)) + element("p", "", escaped(record.proofVerdict));
    QString items;
    for (const QString& step : record.proofSteps)
        items += element("li", "", escaped(step));
    if (!items.isEmpty())
        out += element("ul", "", items);
    if (!record.proofConnection.isEmpty())
        out += element("p", "detail", escaped(record.proofConnection));
    return out;
}

// sideBySide puts the same part of each record into a column of its own.
template <typename Part> QString sideBySide(const std::vector<Record>& records, Part part) {
    QString columns;
    for (const Record& record : records)
        columns += QStringLiteral("<section lang=\"") + languageTag(record) + QStringLiteral("\">\n") +
                   part(record) + QStringLiteral("</section>\n");
    return element("div", "pair", columns);
}

// inAll is one text in all languages, for what stands once.
template <typename Part> QString inAll(const std::vector<Record>& records, Part part) {
    QStringList texts;
    for (const Record& record : records)
        texts << escaped(part(record));
    return texts.join(QStringLiteral(" / "));
}

// The config's lines are in no language.
QString differenceOf(const std::vector<Record>& records) {
    const Record& first = records.front();
    if (first.difference.empty())
        return {};
    QString lines;
    for (const plan::DifferenceLine& line : first.difference) {
        const char* cssClass = line.kind == '-' ? "old" : line.kind == '+' ? "new" : "same";
        const QString where = line.kind == '@'
                                  ? QString()
                                  : QStringLiteral("%1 %2 ").arg(line.line, 4).arg(QLatin1Char(line.kind));
        const QString text = where + shown(line.text);
        lines += QStringLiteral("<span class=\"%1\">").arg(QString::fromLatin1(cssClass)) + escaped(text) +
                 QStringLiteral("</span>\n");
    }
    return element("h2", "", inAll(records, [](const Record& it) { return it.differenceTitle; })) +
           element("pre", "", lines);
}

QString signaturesOf(const std::vector<Record>& records) {
    QString boxes;
    for (qsizetype i = 0; i < records.front().signers.size(); ++i) {
        QString box = element("h3", "", inAll(records, [i](const Record& it) { return it.signers.at(i); }));
        for (qsizetype k = 0; k < records.front().signatureFields.size(); ++k)
            box += element("div", "line",
                           inAll(records, [k](const Record& it) { return it.signatureFields.at(k); }));
        boxes += element("div", "", box);
    }
    return element("h2", "", inAll(records, [](const Record& it) { return it.signaturesTitle; })) +
           element("div", "signatures", boxes);
}

} // namespace

QString reportHtml(const std::vector<Record>& records) {
    const QString title = inAll(records, [](const Record& it) { return it.title; });
    QString body = element("h1", "", title);
    body += sideBySide(records, [](const Record& it) { return factTable(it.facts); });
    body += sideBySide(records, changesOf);
    body += differenceOf(records);
    body += sideBySide(records, findingsOf);
    body += sideBySide(records, proofOf);
    body += signaturesOf(records);
    const QString head = QStringLiteral("<meta charset=\"utf-8\">\n"
                                        "<meta name=\"viewport\" content=\"width=device-width\">\n"
                                        "<meta http-equiv=\"Content-Security-Policy\" "
                                        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n") +
                         element("title", "", title) + element("style", "", QString::fromUtf8(style));
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"") + languageTag(records.front()) +
           QStringLiteral("\">\n") + element("head", "", head) + element("body", "", body) +
           QStringLiteral("</html>\n");
}

} // namespace certwright::text

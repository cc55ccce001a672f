// Why: see print_html.h.
#include "ui/report/print_html.h"

#include <QRegularExpression>

namespace certwright::report {

namespace {

using text::Record;

// Grey survives a black-and-white printer; what is old or new is also marked by its sign.
constexpr auto style = R"(
body { color: #1a1a1a; font-size: 9.5pt; }
h1 { font-size: 16pt; font-weight: 600; margin: 0 0 10px 0; }
h2 { font-size: 11.5pt; font-weight: 600; margin: 14px 0 0 0; }
td { padding: 1px 12px 1px 0; vertical-align: top; }
td.item { padding: 3px 12px 7px 0; }
p { margin: 0 0 2px 0; }
.label { color: #555555; }
.small { font-size: 8pt; color: #333333; }
.next { color: #444444; }
.print { font-family: "DejaVu Sans Mono", "Cascadia Mono", monospace; font-size: 7.5pt; }
.line { font-family: "DejaVu Sans Mono", "Cascadia Mono", monospace; font-size: 8pt; white-space: pre-wrap;
  margin: 0; }
.old { color: #555555; text-decoration: line-through; }
.new { font-weight: 700; }
)";

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

QString tagged(const char* tag, const QString& inner) {
    const QString name = QString::fromLatin1(tag);
    return QStringLiteral("<%1>").arg(name) + inner +
           QStringLiteral("</%1>\n").arg(name.section(QLatin1Char(' '), 0, 0));
}

QString spanned(const char* cssClass, const QString& text) {
    return QStringLiteral("<span class=\"%1\">").arg(QLatin1String(cssClass)) + escaped(text) +
           QStringLiteral("</span>");
}

template <typename Part> QString inAll(const std::vector<Record>& records, Part part) {
    QStringList texts;
    for (const Record& record : records)
        texts << escaped(part(record));
    return texts.join(QStringLiteral(" / "));
}

// Cells of one row are of equal width, one for each language.
template <typename Part> QString row(const std::vector<Record>& records, Part part) {
    const auto width = 100 / static_cast<int>(records.size());
    QString cells;
    for (const Record& record : records)
        cells += QStringLiteral("<td class=\"item\" width=\"%1%\">").arg(width) + part(record) +
                 QStringLiteral("</td>");
    return tagged("tr", cells);
}

QString table(const QString& rows) {
    return tagged("table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"", rows);
}

QString ruled(const QString& inner) {
    return tagged("h2", inner) + QStringLiteral("<hr/>");
}

QString factsOf(const std::vector<Record>& records) {
    const bool one = records.size() == 1;
    QString rows;
    for (std::size_t i = 0; i < records.front().facts.size(); ++i) {
        QString cells;
        for (const Record& record : records) {
            const text::RecordFact& fact = record.facts.at(i);
            cells += QStringLiteral("<td width=\"%1%\">").arg(one ? 22 : 14) + spanned("label", fact.label) +
                     QStringLiteral("</td><td width=\"%1%\">").arg(one ? 78 : 36) + escaped(fact.value) +
                     QStringLiteral("</td>");
        }
        rows += tagged("tr", cells);
    }
    return table(rows);
}

// A fingerprint that does not fit into half a page is torn in the middle, where the eye finds it again.
QString printText(const QString& value, std::size_t columns) {
    static const QRegularExpression half(QStringLiteral("([0-9a-f]{32})([0-9a-f]{32})"));
    QString text = escaped(value);
    return columns > 1 ? text.replace(half, QStringLiteral("\\1<br/>\\2")) : text;
}

QString changeText(const text::RecordChange& change, std::size_t columns) {
    QString out = tagged("p", tagged("b", escaped(change.path)) +
                                  escaped(QStringLiteral(" %1 (%2)").arg(change.action, change.purpose)));
    for (const text::RecordFact& fact : change.facts) {
        const bool print = fact.value.size() >= 64 && !fact.value.contains(QLatin1Char('='));
        out += tagged("p class=\"small\"",
                      spanned("label", fact.label) + QStringLiteral("&nbsp; ") +
                          (print ? QStringLiteral("<span class=\"print\">") + printText(fact.value, columns) +
                                       QStringLiteral("</span>")
                                 : escaped(fact.value)));
    }
    return out;
}

QString changesOf(const std::vector<Record>& records) {
    QString out = ruled(inAll(records, [](const Record& it) { return it.changesTitle; }));
    if (records.front().changes.empty())
        return out + table(row(records, [](const Record& it) { return escaped(it.noChanges); }));
    QString rows;
    for (std::size_t i = 0; i < records.front().changes.size(); ++i)
        rows += row(records, [&](const Record& it) { return changeText(it.changes.at(i), records.size()); });
    return out + table(rows);
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
        lines += tagged("p class=\"line\"", escaped(where) + spanned(cssClass, text::shown(line.text)));
    }
    return ruled(inAll(records, [](const Record& it) { return it.differenceTitle; })) + lines;
}

QString findingText(const text::RecordFinding& finding) {
    QString out = tagged("p", tagged("b", escaped(finding.label)) + QStringLiteral("&nbsp; ") +
                                  escaped(finding.sentence)) +
                  tagged("p class=\"next\"", escaped(QStringLiteral("→ ") + finding.nextStep));
    if (!finding.detail.isEmpty())
        out += tagged("p class=\"small\"", escaped(finding.detail));
    return out;
}

QString findingsOf(const std::vector<Record>& records) {
    QString out = ruled(inAll(records, [](const Record& it) { return it.findingsTitle; }));
    if (records.front().findings.empty())
        return out + table(row(records, [](const Record& it) { return escaped(it.noFindings); }));
    QString rows;
    for (std::size_t i = 0; i < records.front().findings.size(); ++i)
        rows += row(records, [i](const Record& it) { return findingText(it.findings.at(i)); });
    return out + table(rows);
}

QString proofText(const Record& record) {
    QString out = tagged("p", escaped(record.proofVerdict));
    for (const QString& step : record.proofSteps)
        out += tagged("p", escaped(QStringLiteral("• ") + step));
    if (!record.proofConnection.isEmpty())
        out += tagged("p class=\"small\"", escaped(record.proofConnection));
    return out;
}

QString proofOf(const std::vector<Record>& records) {
    return ruled(inAll(records, [](const Record& it) { return it.proofTitle; })) +
           table(row(records, proofText));
}

QString signaturesOf(const std::vector<Record>& records, Signatures signatures) {
    const Record& first = records.front();
    QString cells;
    for (qsizetype i = 0; i < first.signers.size(); ++i) {
        QString box =
            tagged("p", tagged("b", inAll(records, [i](const Record& it) { return it.signers.at(i); })));
        for (qsizetype k = 0; k < first.signatureFields.size(); ++k)
            box += tagged("p class=\"small\"",
                          QStringLiteral("<br/>") +
                              inAll(records, [k](const Record& it) { return it.signatureFields.at(k); })) +
                   QStringLiteral("<hr/>");
        cells += QStringLiteral("<td width=\"50%\">") + box + QStringLiteral("</td>");
    }
    const QString title = inAll(records, [](const Record& it) { return it.signaturesTitle; });
    const char* heading =
        signatures == Signatures::OnNewPage ? "h2 style=\"page-break-before: always\"" : "h2";
    return tagged(heading, title) + QStringLiteral("<hr/>") + table(tagged("tr", cells));
}

} // namespace

QString printHtml(const std::vector<Record>& records, Signatures signatures) {
    const QString title = inAll(records, [](const Record& it) { return it.title; });
    const QString body = tagged("h1", title) + factsOf(records) + changesOf(records) + differenceOf(records) +
                         findingsOf(records) + proofOf(records) +
                         (signatures == Signatures::None ? QString() : signaturesOf(records, signatures));
    return tagged("html", tagged("head", tagged("style", QString::fromLatin1(style))) + tagged("body", body));
}

} // namespace certwright::report

// Why: see findings_export.h.
#include "ui/report/findings_export.h"

#include "ui/report/document_file.h"
#include "ui/text/finding_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/value_text.h"

namespace certwright::report {

namespace {

constexpr auto style = R"(
body { margin: 2em auto; padding: 0 1em; max-width: 46em; color: #1a1a1a; background: #fff;
  font: 11pt/1.5 "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 17pt; border-bottom: 2px solid #1a1a1a; }
.finding { margin: 0 0 1em; padding-left: 0.8em; border-left: 4px solid #ccc; overflow-wrap: anywhere;
  break-inside: avoid; }
.blocker { border-color: #000; } .warning { border-color: #777; }
p { margin: 0.2em 0; } .next { color: #333; } .detail { color: #555; font-size: 9pt; }
)";

QString paragraph(const char* cssClass, const QString& text) {
    return QStringLiteral("<p class=\"%1\">").arg(QLatin1String(cssClass)) + text.toHtmlEscaped() +
           QStringLiteral("</p>\n");
}

QString titleText(const text::Phrasebook& book) {
    return book.say("report", "Findings on a set of certificates");
}

QStringList heads(const Verdict& verdict, const text::Phrasebook& book) {
    return {book.say("report", "Service: %1").arg(text::titleText(book, verdict.service)),
            book.say("report", "Folder: %1").arg(text::shown(verdict.root)),
            book.say("report", "Judged: %1").arg(text::dateTime(verdict.judgedAt))};
}

QString verdictLine(const Verdict& verdict, const text::Phrasebook& book) {
    text::Page page(text::Colour::Off);
    text::addVerdict(page, verdict.findings, book);
    return page.text().trimmed();
}

} // namespace

QString findingsHtml(const Verdict& verdict, const text::Phrasebook& book) {
    QString body = QStringLiteral("<h1>") + titleText(book).toHtmlEscaped() + QStringLiteral("</h1>\n");
    for (const QString& line : heads(verdict, book))
        body += paragraph("head", line);
    body += paragraph("head", verdictLine(verdict, book));
    for (const check::Finding& finding : verdict.findings) {
        const auto words = text::findingText(finding, book);
        const QString detail = text::findingDetail(finding, book);
        const std::string_view severity = check::severityName(finding.severity);
        body += QStringLiteral("<div class=\"finding %1\">\n")
                    .arg(QString::fromUtf8(severity.data(), static_cast<qsizetype>(severity.size())));
        body += QStringLiteral("<p><b>") + text::severityText(finding.severity, book).toHtmlEscaped() +
                QStringLiteral("</b> ") + words.sentence.toHtmlEscaped() + QStringLiteral("</p>\n");
        body += paragraph("next", QStringLiteral("→ ") + words.nextStep);
        if (!detail.isEmpty())
            body += paragraph("detail", detail);
        body += QStringLiteral("</div>\n");
    }
    const QString language =
        book.language() == text::Language::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                          "style-src 'unsafe-inline'\">\n<title>")
               .arg(language) +
           titleText(book).toHtmlEscaped() + QStringLiteral("</title>\n<style>") + QLatin1String(style) +
           QStringLiteral("</style>\n</head>\n<body>\n") + body + QStringLiteral("</body>\n</html>\n");
}

QString findingsText(const Verdict& verdict, const text::Phrasebook& book) {
    text::Page page(text::Colour::Off);
    page.line(titleText(book));
    for (const QString& line : heads(verdict, book))
        page.line(line);
    page.blank();
    text::addFindings(page, verdict.findings, book);
    page.blank();
    text::addVerdict(page, verdict.findings, book);
    return page.text();
}

void FindingsExport::save(const Verdict& verdict) {
    const text::Phrasebook& book = workplace().language.book();
    ask(book.say("report", "Save the findings"), QStringLiteral("certwright-findings.html"),
        book.say("report", "Web pages (*.html)") + QStringLiteral(";;") +
            book.say("report", "Text files (*.txt)"),
        [host = workplace().host, verdict, language = book.language()](const std::string& path) {
            const text::Phrasebook words(language);
            const bool html = path.ends_with(".html") || path.ends_with(".htm");
            const QString text = html ? findingsHtml(verdict, words) : findingsText(verdict, words);
            return writeDocument(host.fileSystem, host.random, path, base::toBytes(text.toStdString()));
        });
}

} // namespace certwright::report

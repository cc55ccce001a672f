// Why: see report_export.h.
#include "ui/report/report_export.h"

#include "core/job/past.h"
#include "core/job/past_state.h"
#include "ui/report/document_file.h"
#include "ui/report/pdf.h"
#include "ui/text/report_html.h"

namespace certwright::report {

namespace {

using text::Language;

std::vector<Language> languagesOf(Speech speech) {
    switch (speech) {
    case Speech::English:
        return {Language::English};
    case Speech::Chinese:
        return {Language::Chinese};
    case Speech::Both:
        break;
    }
    return {Language::English, Language::Chinese};
}

base::Result<std::vector<text::Record>> recordsOf(const model::Host& host, const Transaction& transaction,
                                                  Speech speech) {
    base::SilentProgress silent;
    auto environment = model::environmentOf(host, silent);
    const auto& [profile, root, home] = transaction.service;
    const auto service = job::openService(environment, profile, root, home);
    if (!service)
        return tl::unexpected(service.error());
    const auto past = job::pastOf(environment, *service);
    if (!past)
        return tl::unexpected(past.error());
    const auto entry = job::entryOf(past->history, plan::stateFolderOf(service->root), transaction.id);
    if (!entry)
        return tl::unexpected(entry.error());
    std::vector<text::Record> records;
    for (const Language language : languagesOf(speech))
        records.push_back(
            text::recordOf(**entry, service->profile, service->root, text::Phrasebook(language)));
    return records;
}

base::Status write(const model::Host& host, const Transaction& transaction, Form form, Speech speech,
                   const std::string& path) {
    const auto records = recordsOf(host, transaction, speech);
    if (!records)
        return tl::unexpected(records.error());
    const base::Bytes content =
        form == Form::Pdf ? pdfOf(*records) : base::toBytes(text::reportHtml(*records).toStdString());
    return writeDocument(host.fileSystem, host.random, path, content);
}

} // namespace

void ReportExport::save(const Transaction& transaction, Form form, Speech speech) {
    const text::Phrasebook& book = workplace().language.book();
    const bool pdf = form == Form::Pdf;
    const QString name =
        QStringLiteral("certwright-%1-%2.%3")
            .arg(text::shown(transaction.service.service),
                 transaction.id.empty() ? QStringLiteral("report") : text::shown(transaction.id),
                 pdf ? QStringLiteral("pdf") : QStringLiteral("html"));
    ask(book.say("report", "Save the hand-over report"), name,
        pdf ? book.say("report", "PDF documents (*.pdf)") : book.say("report", "Web pages (*.html)"),
        [host = workplace().host, transaction, form, speech](const std::string& path) {
            return write(host, transaction, form, speech, path);
        });
}

} // namespace certwright::report

// Why: who takes a service over wants to have on paper what was done to it.
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/files/path.h"
#include "core/job/past.h"
#include "core/job/past_state.h"
#include "ui/text/history_page.h"
#include "ui/text/json_history.h"
#include "ui/text/report_html.h"

namespace certwright::cli {

namespace {

constexpr std::uint32_t reportMode = 0644;

std::vector<const text::Phrasebook*> booksFor(Session& session, const std::string& language) {
    if (language == "both")
        return {&session.books().english, &session.books().chinese};
    return {&session.book()};
}

QString textReport(const std::vector<text::Record>& records) {
    text::Page page(text::Colour::Off);
    for (const text::Record& record : records)
        text::addRecord(page, record);
    for (const text::Record& record : records)
        text::addSignatures(page, record);
    return page.text();
}

// The way to the file may lead through links that the person named; the file itself must be new.
base::Status writeReport(files::FileSystem& fileSystem, const std::string& path, const std::string& content) {
    const auto folder = fileSystem.resolve(files::parentOf(path));
    if (!folder)
        return tl::unexpected(folder.error());
    const std::string target = files::join(*folder, files::fileNameOf(path));
    auto written = fileSystem.writeNew(target, base::viewOf(content), reportMode, std::nullopt);
    if (!written && written.error().code == base::ErrorCode::FileIsSymlink)
        return base::failure(base::ErrorCode::FileExists, path);
    return written;
}

int finishReport(Session& session, const Arguments& arguments, Output& output, const QString& report) {
    if (arguments.output.empty()) {
        output.json()["report"] = report.toStdString();
        output.page().line(report.endsWith(QLatin1Char('\n')) ? report.chopped(1) : report);
        return output.finish(exitDone);
    }
    if (auto written = writeReport(session.fileSystem(), arguments.output, report.toStdString()); !written)
        return output.finishWithError(written.error());
    output.json()["output"] = arguments.output;
    output.page().line(text::reportWrittenText(arguments.output, session.book()), 0, text::Ink::Green);
    return output.finish(exitDone);
}

} // namespace

int runReport(Session& session, const Arguments& arguments) {
    Output output(session, "report", arguments.json ? Format::Json : Format::Text);
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    job::Environment environment = session.environment(session.now());
    const auto service = job::openService(environment, place->profile.id, place->root, place->home);
    if (!service)
        return output.finishWithError(service.error());
    const auto past = job::pastOf(environment, *service);
    if (!past)
        return output.finishWithError(past.error());
    const auto entry = job::entryOf(past->history, plan::stateFolderOf(service->root), arguments.id);
    if (!entry)
        return output.finishWithError(entry.error());
    std::vector<text::Record> records;
    for (const text::Phrasebook* book : booksFor(session, arguments.reportLanguage))
        records.push_back(text::recordOf(**entry, service->profile, service->root, *book));
    const bool html = arguments.format == "html";
    output.json()["entry"] = text::entryJson(**entry, session.books());
    return finishReport(session, arguments, output, html ? text::reportHtml(records) : textReport(records));
}

} // namespace certwright::cli

// Why: standard output carries the answer, standard error only complaints about the command line.
#include "app/cli/output.h"

#include <cstdio>

#include "app/cli/terminal.h"
#include "ui/text/command_text.h"
#include "ui/text/findings_page.h"

namespace certwright::cli {

namespace {

int statusOf(base::ErrorCode code) {
    switch (code) {
    case base::ErrorCode::Cancelled:
        return exitCancelled;
    case base::ErrorCode::UndoFailed:
        return exitNeedsPerson;
    case base::ErrorCode::JournalDamaged:
        return exitNeedsPerson;
    case base::ErrorCode::PlanBlocked:
        return exitBlocked;
    case base::ErrorCode::ProfileUnknown:
        return exitUsage;
    default:
        return exitFailed;
    }
}

bool print(const std::string& text, std::FILE* stream) {
    const bool written = printText(text, stream);
    return std::fflush(stream) == 0 && written;
}

} // namespace

Output::Output(Session& session, std::string verb, Format format, std::FILE* stream)
    : m_session(session)
    , m_verb(std::move(verb))
    , m_format(format)
    , m_stream(stream)
    , m_page(session.colour()) {
    m_json["certwright"] = CERTWRIGHT_VERSION;
    m_json["verb"] = m_verb;
    m_json["status"] = exitDone;
}

void Output::flush() {
    if (m_format != Format::Text)
        return;
    m_lost = !print(m_page.text().mid(m_printed).toStdString(), m_stream) || m_lost;
    m_printed = m_page.text().size();
}

int Output::finish(int status) {
    flush();
    m_json["status"] = status;
    if (m_format == Format::Json)
        m_lost = !print(m_json.dump(2, ' ', false, text::Json::error_handler_t::replace) + "\n", m_stream);
    // An answer that reached nobody is no success, unless something was changed: that stays done.
    const bool changed = m_json.contains("receipt") || m_json.contains("sets") || m_json.contains("wiped");
    return m_lost && status == exitDone && !changed ? exitFailed : status;
}

int Output::finishWithFindings(const check::Findings& findings) {
    m_json["findings"] = text::jsonOf(findings, m_session.books());
    if (!m_page.text().isEmpty())
        m_page.blank();
    text::addFindings(m_page, findings, m_session.book());
    text::addVerdict(m_page, findings, m_session.book());
    return finish(check::blocks(findings) ? exitBlocked : exitDone);
}

int Output::finishWithError(const base::Error& error) {
    m_json["error"] = text::jsonOf(error, m_session.books());
    if (!m_page.text().isEmpty())
        m_page.blank();
    text::addError(m_page, error, m_session.book());
    return finish(statusOf(error.code));
}

int Output::finishWithUsage(const QString& sentence) {
    const QString hint = commandText(text::CommandPhrase::SeeHelp, m_session.book())
                             .arg(QString::fromStdString(m_verb) + QLatin1Char(' '));
    print((sentence + QLatin1Char('\n') + hint + QLatin1Char('\n')).toStdString(), stderr);
    m_format = Format::Text;
    return finish(exitUsage);
}

} // namespace certwright::cli

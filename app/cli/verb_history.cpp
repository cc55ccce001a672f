// Why: what was done to a service, and how much of it is kept.
#include "app/cli/confirm.h"
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/past.h"
#include "core/job/past_state.h"
#include "ui/text/findings_page.h"
#include "ui/text/history_page.h"
#include "ui/text/json_history.h"

namespace certwright::cli {

namespace {

constexpr int largestLimit = 100000;

class HistoryVerb {
  public:
    HistoryVerb(Session& session, const Arguments& arguments)
        : m_session(session)
        , m_arguments(arguments)
        , m_environment(session.environment(session.now()))
        , m_output(session, "history", arguments.json ? Format::Json : Format::Text) {}

    int run();

  private:
    std::optional<int> open();
    std::optional<int> rememberLimits();
    std::optional<int> show();
    int prune();

    Session& m_session;
    const Arguments& m_arguments;
    job::Environment m_environment;
    Output m_output;
    job::OpenedService m_service;
    job::Past m_past;
};

std::optional<int> HistoryVerb::open() {
    const auto place = servicePlace(m_session, m_arguments);
    if (!place)
        return m_output.finishWithError(place.error());
    auto service = job::openService(m_environment, place->profile.id, place->root, place->home);
    if (!service)
        return m_output.finishWithError(service.error());
    m_service = std::move(*service);
    auto past = job::pastOf(m_environment, m_service);
    if (!past)
        return m_output.finishWithError(past.error());
    m_past = std::move(*past);
    return std::nullopt;
}

std::optional<int> HistoryVerb::rememberLimits() {
    const auto given = [](int value) { return value < 0 ? std::nullopt : std::optional(value); };
    const job::LimitsWish wish{given(m_arguments.keep), given(m_arguments.keepDays)};
    if (!wish.count && !wish.days)
        return std::nullopt;
    for (const auto& value : {wish.count, wish.days})
        if (value && (*value < 1 || *value > largestLimit))
            return m_output.finishWithUsage(pastText(text::PastPhrase::ErrorLimits, m_session.book()));
    m_past.limits = job::limitsFor(m_past.limits, wish);
    if (auto stored = job::rememberLimits(m_environment, m_service, m_past.limits); !stored)
        return m_output.finishWithError(stored.error());
    m_output.page().line(pastText(text::PastPhrase::LimitsRemembered, m_session.book()));
    return std::nullopt;
}

std::optional<int> HistoryVerb::show() {
    m_output.json()["history"] = text::historyJson(m_past.history, m_past.limits);
    m_output.json()["findings"] = text::jsonOf(m_past.findings, m_session.books());
    if (m_arguments.id.empty()) {
        text::addHistory(m_output.page(), m_past, m_service.root, m_session.book());
    } else {
        const auto entry = job::entryOf(m_past.history, plan::stateFolderOf(m_service.root), m_arguments.id);
        if (!entry)
            return m_output.finishWithError(entry.error());
        m_output.json()["entry"] = text::entryJson(**entry, m_session.books());
        text::addRecord(m_output.page(),
                        text::recordOf(**entry, m_service.profile, m_service.root, m_session.book()));
    }
    if (!m_past.findings.empty()) {
        m_output.page().blank();
        text::addFindings(m_output.page(), m_past.findings, m_session.book());
    }
    return std::nullopt;
}

int HistoryVerb::prune() {
    const auto ids = apply::outdated(m_past.history, m_past.limits, m_session.now());
    m_output.json()["wiped"] = text::Json::array();
    m_output.page().blank();
    if (ids.empty()) {
        m_output.page().line(pastText(text::PastPhrase::NothingToWipe, m_session.book()));
        return m_output.finish(exitDone);
    }
    m_output.page().line(pastText(text::PastPhrase::AboutToWipe, m_session.book()));
    for (const std::string& id : ids)
        m_output.page().line(text::shown(id), 2);
    m_output.flush();
    if (const auto status = confirmed(m_session, m_arguments, m_output))
        return *status;
    const auto wiped = job::prune(m_environment, m_service, m_past.limits, ids);
    if (!wiped)
        return m_output.finishWithError(wiped.error());
    m_output.json()["wiped"] = *wiped;
    m_output.page().line(text::wipedText(static_cast<int>(wiped->size()), m_session.book()), 0,
                         text::Ink::Green);
    return m_output.finish(exitDone);
}

int HistoryVerb::run() {
    if (const auto status = open())
        return *status;
    if (const auto status = rememberLimits())
        return *status;
    if (const auto status = show())
        return *status;
    return m_arguments.prune ? prune() : m_output.finish(exitDone);
}

} // namespace

int runHistory(Session& session, const Arguments& arguments) {
    return HistoryVerb(session, arguments).run();
}

} // namespace certwright::cli

// Why: from options to a request, and from stages to a page; nothing is decided here.
#include "app/cli/import_verbs.h"

#include "app/cli/confirm.h"
#include "app/cli/password.h"
#include "app/cli/planned_verb.h"
#include "app/cli/request_arguments.h"
#include "app/cli/service_arguments.h"
#include "ui/text/command_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_document.h"
#include "ui/text/plan_page.h"

namespace certwright::cli {

using text::CommandPhrase;

Stages::Stages(Session& session, const Arguments& arguments, Output& output)
    : m_session(session)
    , m_arguments(arguments)
    , m_output(output)
    , m_asked(passwordSource(arguments, session))
    , m_passwords(*m_asked, memoryFor(arguments)) {}

std::optional<int> Stages::check() {
    const auto at = judgedAt(m_session, m_arguments);
    if (!at)
        return m_output.finishWithUsage(
            commandText(CommandPhrase::ErrorAt, m_session.book()).arg(text::shown(m_arguments.at)));
    job::Request request;
    if (const auto status =
            readRequest(m_session, m_arguments, m_output, Brought::Something, m_profile, request))
        return status;
    m_sources = {{request.service, request.root, request.home}, wishOf(request.slots, request.paths), *at};
    m_job = std::make_unique<job::ImportJob>(m_session.environment(*at), std::move(request));
    const auto checked = m_job->check(m_passwords);
    if (!checked)
        return m_output.finishWithError(checked.error());
    m_findings = checked->findings;
    text::addSelected(m_output.page(), checked->selected, m_profile, m_session.book());
    m_output.json()["selected"] = text::jsonOf(checked->selected);
    return std::nullopt;
}

std::optional<int> Stages::plan() {
    const auto plan = m_job->plan();
    if (!plan)
        return m_output.finishWithError(plan.error());
    m_findings = plan->findings;
    text::addPlan(m_output.page(), *plan, m_session.fileSystem(), m_session.book());
    m_output.json()["plan"] = text::jsonOf(*plan, m_session.fileSystem());
    return std::nullopt;
}

std::optional<int> Stages::confirm() {
    m_output.json()["findings"] = text::jsonOf(m_findings, m_session.books());
    m_output.page().blank();
    text::addFindings(m_output.page(), m_findings, m_session.book());
    text::addVerdict(m_output.page(), m_findings, m_session.book());
    m_output.flush();
    return confirmed(m_session, m_arguments, m_output);
}

int Stages::apply() {
    if (check::blocks(m_findings))
        return m_output.finishWithFindings(m_findings);
    if (const auto status = confirm())
        return *status;
    const auto outcome = m_job->apply();
    if (!outcome)
        return m_output.finishWithError(outcome.error());
    m_output.json()["proof"] = text::jsonOf(outcome->proof);
    m_output.json()["receipt"] = text::jsonOf(outcome->receipt);
    m_output.json()["undone"] = outcome->undone;
    text::addFindings(m_output.page(), outcome->proof.failures, m_session.book());
    text::addOutcome(m_output.page(), *outcome, m_session.book());
    if (!outcome->told.empty())
        text::addFindings(m_output.page(), outcome->told, m_session.book());
    m_output.json()["told"] = text::jsonOf(toldOf(*outcome), m_session.books());
    if (outcome->undone)
        return m_output.finish(exitFailed);
    return finishWithCleaning(m_session, m_arguments, m_output, m_sources, m_passwords);
}

} // namespace certwright::cli

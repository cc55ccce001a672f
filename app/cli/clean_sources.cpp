// Why: see clean_sources.h.
#include "app/cli/clean_sources.h"

#include "app/cli/confirm.h"
#include "app/cli/terminal.h"
#include "ui/text/clean_page.h"
#include "ui/text/command_line.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_clean.h"

namespace certwright::cli {

namespace {

int statusOf(const std::vector<apply::WipeOutcome>& outcomes) {
    int status = exitDone;
    for (const apply::WipeOutcome& outcome : outcomes) {
        if (outcome.result == apply::WipeResult::Removed)
            continue;
        if (outcome.error && outcome.error->code == base::ErrorCode::Cancelled)
            return exitCancelled;
        status = exitFailed;
    }
    return status;
}

int removeFiles(Session& session, Output& output, job::CleanJob& clean) {
    const auto outcomes = clean.apply();
    if (!outcomes)
        return output.finishWithError(outcomes.error());
    text::addWiped(output.page(), *outcomes, session.book());
    output.json()["wiped"] = text::jsonOf(*outcomes, session.books());
    return output.finish(statusOf(*outcomes));
}

void hintAtCleaning(Session& session, const Arguments& arguments, Output& output,
                    const CleanRequest& request) {
    if (arguments.json || !isTerminal(Stream::Output))
        return;
    job::ServiceChoice service = request.service;
    service.home = arguments.home; // only where it was named
    const std::string command = text::cleanCommandLine(service, request.wish.paths);
    output.page().line(QStringLiteral("→ ") + text::cleanHint(session.book(), text::shown(command)));
}

} // namespace

int cleanSources(Session& session, const Arguments& arguments, Output& output, const CleanRequest& request,
                 CleanTime time, job::PasswordSource& passwords) {
    job::CleanJob clean(session.environment(request.judgedAt), request.service, request.wish);
    const auto plan = clean.plan(passwords);
    if (!plan)
        return output.finishWithError(plan.error());
    text::addCleanUp(output.page(), *plan, session.book());
    output.json()["cleanUp"] = text::jsonOf(*plan, session.books());
    if (time == CleanTime::Alone)
        output.json()["findings"] = text::jsonOf(plan->findings, session.books());
    output.page().blank();
    text::addFindings(output.page(), plan->findings, session.book());
    if (!plan->applicable())
        return output.finish(check::blocks(plan->findings) ? exitBlocked : exitDone);
    output.flush();
    const Question question{cleanQuestion(session.book()), cleanRefused(session.book())};
    if (time == CleanTime::Alone) {
        if (const auto status = confirmed(session, arguments, output, question))
            return *status;
        return removeFiles(session, output, clean);
    }
    const auto answer = answerTo(question.words, arguments);
    if (answer && *answer == Answer::Yes)
        return removeFiles(session, output, clean);
    output.page().line(question.refused);
    return output.finish(exitDone);
}

plan::CleanWish wishOf(const std::map<std::string, std::string>& slots,
                       const std::vector<std::string>& paths) {
    plan::CleanWish wish;
    for (const auto& [slot, path] : slots)
        wish.paths.push_back(path);
    wish.paths.insert(wish.paths.end(), paths.begin(), paths.end());
    return wish;
}

job::KnownPasswords::Memory memoryFor(const Arguments& arguments) {
    using Memory = job::KnownPasswords::Memory;
    return arguments.cleanAfter ? Memory::Answers : Memory::Nothing;
}

int finishWithCleaning(Session& session, const Arguments& arguments, Output& output,
                       const CleanRequest& request, job::KnownPasswords& passwords) {
    if (!arguments.cleanAfter) {
        hintAtCleaning(session, arguments, output, request);
        return output.finish(exitDone);
    }
    output.flush();
    passwords.offerKnown(job::KnownPasswords::Asking::Always);
    return cleanSources(session, arguments, output, request, CleanTime::AfterChange, passwords);
}

} // namespace certwright::cli

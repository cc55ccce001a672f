// Why: a verdict without a service: one certificate from files, or thousands from a pipe.
#include <cstdio>
#include <iostream>

#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/job/batch.h"
#include "core/job/batch_line.h"
#include "core/job/validation.h"
#include "ui/text/command_text.h"
#include "ui/text/validation_page.h"

namespace certwright::cli {

namespace {

using check::PolicyFlag;

PolicyFlag flagOf(bool given) {
    return given ? PolicyFlag::On : PolicyFlag::Off;
}

std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

check::Policy policyOf(const Arguments& arguments) {
    auto policy =
        check::policyNamed(arguments.policy.empty() ? "service" : arguments.policy).value_or(check::Policy{});
    policy.host = given(arguments.host);
    policy.ip = given(arguments.ip);
    policy.email = given(arguments.email);
    policy.purpose = arguments.purpose == "client" ? check::Purpose::Client : check::Purpose::Server;
    if (arguments.maximumDepth >= 0)
        policy.maximumDepth = std::min(arguments.maximumDepth, policy.maximumDepth);
    policy.inputs = {arguments.initialPolicies, flagOf(arguments.explicitPolicy),
                     flagOf(arguments.inhibitMapping), flagOf(arguments.inhibitAny)};
    return policy;
}

// Lines come from standard input and go to standard output as they are answered.
int answerBatch(Session& session, base::Time now, Output& output) {
    std::ios::sync_with_stdio(false);
    const job::BatchEnds ends{
        []() -> std::optional<std::string> {
            std::string line;
            return std::getline(std::cin, line) ? std::optional(std::move(line)) : std::nullopt;
        },
        [](const std::string& line) { return printText(line + '\n', stdout) && std::fflush(stdout) == 0; }};
    StoppableProgress progress(session.book());
    const auto access = session.access();
    const auto done = job::runBatch(
        ends, [&](const std::string& line) { return job::answerLine(line, now, access); }, progress);
    return done ? exitDone : output.finishWithError(done.error());
}

} // namespace

int runValidate(Session& session, const Arguments& arguments) {
    Output output(session, "validate", arguments.json ? Format::Json : Format::Text,
                  arguments.batch ? stderr : stdout);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    if (arguments.batch)
        return answerBatch(session, *at, output);
    if (arguments.leaf.empty())
        return output.finishWithUsage(commandText(text::CommandPhrase::ErrorLeaf, session.book()));
    job::Environment environment = session.environment(*at);
    const auto verdict = job::validateFiles(
        environment, {arguments.leaf, arguments.trusted, arguments.untrusted, arguments.crls},
        policyOf(arguments), *at);
    if (!verdict)
        return output.finishWithError(verdict.error());
    text::addValidation(output.page(), *verdict, session.book());
    text::addValidation(output.json(), *verdict, session.books());
    return output.finish(verdict->valid() ? exitDone : exitBlocked);
}

} // namespace certwright::cli

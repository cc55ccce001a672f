// Why: a verdict without a service: one certificate from files, or thousands from a pipe.
#include <cstdio>
#include <iostream>

#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/document/parse.h"
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

// readParts reads the files whole; the first that cannot be read ends it.
base::Status readParts(files::FileSystem& files, const std::vector<std::string>& paths,
                       std::vector<job::ValidationPart>& parts) {
    for (const std::string& path : paths) {
        auto content = files.read(path, document::maximumCrlSize, files::Links::Follow);
        if (!content)
            return tl::unexpected(content.error());
        parts.push_back({path, std::move(*content)});
    }
    return {};
}

base::Result<job::ValidationOrder> orderOf(files::FileSystem& files, const Arguments& arguments,
                                           base::Time at) {
    job::ValidationOrder order;
    order.policy = policyOf(arguments);
    order.at = at;
    std::vector<job::ValidationPart> leaf;
    for (const auto& [paths, parts] :
         {std::pair{std::vector{arguments.leaf}, &leaf}, std::pair{arguments.trusted, &order.trusted},
          std::pair{arguments.untrusted, &order.untrusted}, std::pair{arguments.crls, &order.crls}})
        if (const auto read = readParts(files, paths, *parts); !read)
            return tl::unexpected(read.error());
    order.leaf = std::move(leaf.front());
    return order;
}

// Lines come from standard input and go to standard output as they are answered.
int answerBatch(Session& session, base::Time now, Output& output) {
    std::ios::sync_with_stdio(false);
    const job::BatchEnds ends{[]() -> std::optional<std::string> {
                                  std::string line;
                                  return std::getline(std::cin, line) ? std::optional(std::move(line))
                                                                      : std::nullopt;
                              },
                              [](const std::string& line) {
                                  return std::fwrite(line.data(), 1, line.size(), stdout) == line.size() &&
                                         std::fputc('\n', stdout) != EOF && std::fflush(stdout) == 0;
                              }};
    StoppableProgress progress;
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
    auto order = orderOf(session.fileSystem(), arguments, *at);
    if (!order)
        return output.finishWithError(order.error());
    const check::Verdict verdict = job::validate(std::move(*order), session.access());
    text::addValidation(output.page(), verdict, session.book());
    text::addValidation(output.json(), verdict, session.books());
    return output.finish(verdict.valid() ? exitDone : exitBlocked);
}

} // namespace certwright::cli

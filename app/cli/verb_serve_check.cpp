// Why: what is installed helps nobody before the server serves it; this asks the server.
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/service_arguments.h"
#include "app/cli/verbs.h"
#include "core/job/serve_check.h"
#include "ui/text/command_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/served_page.h"

namespace certwright::cli {

namespace {

constexpr int usualSeconds = 10;

job::ServeCheckRequest requestOf(const Arguments& arguments, served::Address address,
                                 job::PasswordSource* passwords) {
    job::ServeCheckRequest request{std::move(address)};
    request.name = arguments.serverName;
    if (arguments.starttls == "postgres")
        request.opening = served::Opening::Postgres;
    request.limit = std::chrono::seconds(arguments.timeout > 0 ? arguments.timeout : usualSeconds);
    request.cas = arguments.trusted;
    request.clientCertificate = arguments.clientCertificate;
    request.clientKey = arguments.clientKey;
    request.passwords = passwords;
    return request;
}

} // namespace

int runServeCheck(Session& session, const Arguments& arguments) {
    Output output(session, "serve-check", arguments.json ? Format::Json : Format::Text);
    const auto at = judgedAt(session, arguments);
    if (!at)
        return output.finishWithUsage(
            commandText(text::CommandPhrase::ErrorAt, session.book()).arg(text::shown(arguments.at)));
    auto address = served::parseAddress(arguments.address);
    if (!address)
        return output.finishWithUsage(commandText(text::CommandPhrase::ErrorAddress, session.book())
                                          .arg(text::shown(arguments.address)));
    const auto passwords = passwordSource(arguments, session);
    job::ServeCheckRequest request = requestOf(arguments, std::move(*address), passwords.get());
    if (!arguments.service.empty()) {
        const auto place = servicePlace(session, arguments);
        if (!place)
            return output.finishWithError(place.error());
        request.service = {place->profile.id, place->root, place->home};
    }
    job::Environment environment = session.environment(*at);
    const auto check = job::serveCheck(environment, request);
    if (!check)
        return output.finishWithError(check.error());
    text::addServed(output.page(), *check, session.book());
    output.json()["server"] = text::jsonOf(*check, *at);
    const check::Findings& findings = check->judgement.findings;
    output.json()["findings"] = text::jsonOf(findings, session.books());
    output.page().blank();
    text::addFindings(output.page(), findings, session.book());
    text::addVerdict(output.page(), findings, session.book());
    return output.finish(check::blocks(findings) ? exitBlocked : exitDone);
}

} // namespace certwright::cli

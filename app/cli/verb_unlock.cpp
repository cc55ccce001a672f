// Why: the passphrase goes through a pipe into the program that starts the service, and nowhere else.
#include "app/cli/output.h"
#include "app/cli/service_arguments.h"
#include "app/cli/terminal.h"
#include "app/cli/unlock_pipe.h"
#include "app/cli/verbs.h"
#include "core/job/open_service.h"
#include "core/secret/process.h"
#include "ui/text/command_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/json_findings.h"

namespace certwright::cli {

int runUnlock(Session& session, const Arguments& arguments) {
    // Whoever reads the passphrase from standard output must not read a message instead.
    Output output(session, "unlock", arguments.json ? Format::Json : Format::Text,
                  arguments.outputDescriptor == 1 ? stderr : stdout);
    const int ways = (arguments.outputDescriptor >= 0 ? 1 : 0) + (arguments.pipe.empty() ? 0 : 1) +
                     (arguments.systemd ? 1 : 0);
    if (ways != 1)
        return output.finishWithUsage(commandText(text::CommandPhrase::ErrorMissing, session.book())
                                          .arg(QStringLiteral("--fd, --pipe, --systemd")));
    if (arguments.systemd)
        return printUnits(session, arguments, output);
    if (!arguments.pipe.empty())
        return feedPipe(session, arguments, output);
    // Refused before anything is unsealed.
    if (descriptorIsTerminal(arguments.outputDescriptor))
        return output.finishWithError(
            {base::ErrorCode::OutputIsTerminal, std::to_string(arguments.outputDescriptor), {}});
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    secret::wipeFreedMemory();
    job::Environment environment = session.environment(session.now());
    const auto service = job::openService(environment, place->profile.id, place->root, place->home);
    if (!service)
        return output.finishWithError(service.error());
    const auto told = service->recovered ? job::recoveryFinding(*service->recovered) : std::nullopt;
    if (told) {
        text::addFindings(output.page(), {*told}, session.book());
        output.json()["findings"] = text::jsonOf(check::Findings{*told}, session.books());
    }
    const auto passphrase = job::unlockService(environment, *service);
    if (!passphrase)
        return output.finishWithError(passphrase.error());
    const std::string_view prefix =
        arguments.forService ? std::string_view(place->profile.passphrase.prefix) : std::string_view();
    const auto written = writeSecret(arguments.outputDescriptor, *passphrase, session.access(), prefix);
    if (!written)
        return output.finishWithError(written.error());
    return output.finish(exitDone);
}

} // namespace certwright::cli

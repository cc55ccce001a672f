// Why: see unlock_pipe.h.
#include "app/cli/unlock_pipe.h"

#include <cstdio>
#include <filesystem>

#include "app/cli/readiness.h"
#include "app/cli/service_arguments.h"
#include "app/cli/terminal.h"
#include "core/files/path.h"
#include "core/job/open_service.h"
#include "core/job/pipe_feeder.h"
#include "core/job/systemd_units.h"
#include "core/secret/process.h"
#include "ui/text/command_text.h"
#include "ui/text/value_text.h"

namespace certwright::cli {

using text::CommandPhrase;

namespace {

// Where this program itself is; its usual place where the system does not say.
std::string ownPath() {
    std::error_code error;
    const auto path = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::string("/usr/bin/certwright-cli") : path.string();
}

} // namespace

int feedPipe(Session& session, const Arguments& arguments, Output& output) {
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    secret::wipeFreedMemory();
    job::Environment environment = session.environment(session.now());
    const auto service = job::openService(environment, place->profile.id, place->root, place->home);
    if (!service)
        return output.finishWithError(service.error());
    // The transaction under way may be what waits for this reader; both of its states open as they stand.
    const auto supply = [&] { return job::unlockAsItStands(environment, *service); };
    // What cannot be opened now is told now, and not when the service starts.
    if (const auto tried = supply(); !tried)
        return output.finishWithError(tried.error());
    const auto feeder = job::PipeFeeder::open(arguments.pipe, std::nullopt);
    if (!feeder)
        return output.finishWithError(feeder.error());
    tellReady();
    int served = 0;
    while (arguments.times < 0 || served < arguments.times) {
        const auto fed = feeder->feed(supply, interrupted, session.access());
        if (!fed && fed.error().subject == arguments.pipe)
            return output.finishWithError(fed.error());
        if (fed && !*fed)
            break;
        // A reader that could not be served has got nothing; the next one may find all in order again.
        if (!fed)
            printText("certwright-cli: " + std::string(base::errorCodeName(fed.error().code)) + ' ' +
                          fed.error().subject + '\n',
                      stderr);
        else
            ++served;
    }
    output.json()["served"] = served;
    return output.finish(exitDone);
}

int printUnits(Session& session, const Arguments& arguments, Output& output) {
    const auto place = servicePlace(session, arguments);
    if (!place)
        return output.finishWithError(place.error());
    const std::string& pipe = place->profile.passphrase.pipe;
    const auto root = session.fileSystem().resolve(place->root);
    if (pipe.empty() || !root)
        return output.finishWithError(root ? base::Error{base::ErrorCode::NotSupported, place->profile.id, {}}
                                           : root.error());
    const auto units = job::systemdUnits({ownPath(), place->profile.id, *root,
                                          place->profile.homeCopies.empty() ? std::string{} : place->home,
                                          files::join(*root, pipe)});
    const auto show = [&](CommandPhrase phrase, const std::string& path, const std::string& content) {
        output.page().line(QStringLiteral("# ") + commandText(phrase, session.book()).arg(text::shown(path)));
        for (const QString& line : QString::fromStdString(content).split(QLatin1Char('\n')))
            output.page().line(line);
    };
    show(CommandPhrase::SystemdUnit, units.unitPath, units.unit);
    show(CommandPhrase::SystemdDropIn, units.dropInPath, units.dropIn);
    const std::string start = "systemctl daemon-reload && systemctl enable --now " + units.name;
    output.page().line(QStringLiteral("# ") +
                       commandText(CommandPhrase::SystemdStart, session.book()).arg(text::shown(start)));
    output.json()["unit"] = {{"path", units.unitPath}, {"content", units.unit}};
    output.json()["dropIn"] = {{"path", units.dropInPath}, {"content", units.dropIn}};
    return output.finish(exitDone);
}

} // namespace certwright::cli

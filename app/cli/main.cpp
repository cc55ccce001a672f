// Why: the composition root of certwright-cli: hardening first, then language, arguments, verb.
#include <array>
#include <cstdio>
#include <exception>
#include <string_view>

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "app/host/environment.h"
#include "core/secret/process.h"

namespace {

using namespace certwright;

struct Verb {
    std::string_view name;
    int (*run)(cli::Session&, const cli::Arguments&);
};

constexpr std::array verbs{
    Verb{"inspect", cli::runInspect},
    Verb{"profiles", cli::runProfiles},
    Verb{"validate", cli::runValidate},
    Verb{"check", cli::runCheck},
    Verb{"plan", cli::runPlan},
    Verb{"import", cli::runImport},
    Verb{"verify", cli::runVerify},
    Verb{"unlock", cli::runUnlock},
    Verb{"rotate", cli::runRotate},
    Verb{"replace", cli::runReplace},
    Verb{"crl-update", cli::runCrlUpdate},
    Verb{"history", cli::runHistory},
    Verb{"rollback", cli::runRollback},
    Verb{"clean", cli::runClean},
    Verb{"doctor", cli::runDoctor},
    Verb{"adopt", cli::runAdopt},
    Verb{"dates", cli::runDates},
    Verb{"retention", cli::runRetention},
    Verb{"report", cli::runReport},
    Verb{"practice", cli::runPractice},
    Verb{"serve-check", cli::runServeCheck},
    Verb{"scan", cli::runScan},
};

int run(int givenCount, char** givenWords) {
    host::CommandWords words(givenCount, givenWords);
    const int argc = words.count();
    char** const argv = words.words();
    cli::keepStandardStreams();
    secret::forbidDumps();
    secret::narrowLibraries();
    cli::catchInterrupt();
    cli::Session session(cli::languageOf(argc, argv), secret::SecretAccess::grant());
    const cli::ParseOutcome parsed = cli::parseArguments(argc, argv, session.book());
    if (!parsed.arguments) {
        cli::printText(parsed.text, parsed.status == cli::exitDone ? stdout : stderr);
        return parsed.status;
    }
    if (parsed.arguments->asOwner)
        session.allowRoot();
    session.protect(cli::protectorOf(parsed.arguments->protector));
    session.takeOver(parsed.arguments->reload ? job::Reload::Run : job::Reload::Leave,
                     parsed.arguments->servedAt);
    for (const Verb& verb : verbs)
        if (verb.name == parsed.arguments->verb)
            return verb.run(session, *parsed.arguments);
    return cli::exitUsage;
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // Out of memory is the one exception that no room turns into an error.
        std::fprintf(stderr, "certwright-cli: %s\n", error.what());
        return cli::exitFailed;
    }
}

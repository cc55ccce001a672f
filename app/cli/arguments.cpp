// Why: which verb takes which option, in one place; all words come from ui/text.
#include "app/cli/arguments.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/output.h"
#include "app/cli/verb_options.h"
#include "app/host/environment.h"
#include "core/served/address.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

namespace {

using text::CommandPhrase;

// namedIn picks what the parser's own (English) message is about: options, and words of the command line.
QString namedIn(const std::string& message, int argc, const char* const* argv) {
    static const std::string ends = " ,:;()[]\"'";
    QStringList named;
    for (std::size_t start = 0; start < message.size();) {
        const std::size_t end = std::min(message.find_first_of(ends, start), message.size());
        const std::string word = message.substr(start, end - start);
        const bool typed = std::find(argv + 1, argv + argc, word) != argv + argc;
        if (!word.empty() && (word.starts_with("--") || typed))
            named << text::shown(word);
        start = end + 1;
    }
    named.removeDuplicates();
    return named.join(QLatin1Char(' '));
}

// usageError says what is wrong, and where to read how it is meant.
ParseOutcome usageError(const QString& sentence, const CLI::App& app, const text::Phrasebook& book) {
    const auto chosen = app.get_subcommands();
    const QString verb =
        chosen.empty() ? QString() : QString::fromStdString(chosen.front()->get_name()) + QLatin1Char(' ');
    const QString hint = commandText(CommandPhrase::SeeHelp, book).arg(verb);
    return {std::nullopt, (sentence + QLatin1Char('\n') + hint + QLatin1Char('\n')).toStdString(), exitUsage};
}

ParseOutcome complaint(const CLI::ParseError& error, const CLI::App& app, const text::Phrasebook& book,
                       int argc, const char* const* argv) {
    const bool noVerb = app.get_subcommands().empty() && error.get_name() == "RequiredError";
    const bool unknown = error.get_name() == "ExtrasError" || (noVerb && argc > 1);
    QString about = namedIn(error.what(), argc, argv);
    if (noVerb)
        about = argc > 1 ? text::shown(argv[1]) : commandText(CommandPhrase::LabelVerbWord, book);
    const QString sentence =
        commandText(unknown ? CommandPhrase::ErrorUnknown : CommandPhrase::ErrorMissing, book).arg(about);
    return usageError(sentence, app, book);
}

} // namespace

text::Language languageOf(int argc, const char* const* argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        std::optional<text::Language> named;
        if (argument == "--lang" && i + 1 < argc)
            named = text::languageFromName(argv[i + 1]);
        else if (argument.starts_with("--lang="))
            named = text::languageFromName(argument.substr(7));
        if (named)
            return *named;
    }
    std::string usual = host::variable("LANG");
    if (usual.empty())
        usual = host::userLocale();
    return text::languageFromLocale(host::variable("LC_ALL"), host::variable("LC_MESSAGES"), usual);
}

vault::Protector protectorOf(const std::string& word) {
    if (word == "kmc")
        return vault::Protector::Kmc;
    if (word == "certimport")
        return vault::Protector::CertImport;
    return word == "builtin" ? vault::Protector::Builtin : vault::Protector::Auto;
}

ParseOutcome parseArguments(int argc, const char* const* argv, const text::Phrasebook& book) {
    Arguments arguments;
    CLI::App app(commandText(CommandPhrase::ProgramSummary, book).toStdString(), "certwright-cli");
    Verbs verbs(app, arguments, book);
    verbs.declare();
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return {std::nullopt, chosen.empty() ? app.help() : chosen.front()->help("certwright-cli"), exitDone};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, app.version() + "\n", exitDone};
    } catch (const CLI::ParseError& error) {
        return complaint(error, app, book, argc, argv);
    }
    arguments.verb = app.get_subcommands().front()->get_name();
    if (!arguments.servedAt.empty() && !served::parseAddress(arguments.servedAt)) {
        const QString sentence =
            commandText(CommandPhrase::ErrorServedAt, book).arg(text::shown(arguments.servedAt));
        return usageError(sentence, app, book);
    }
    return {arguments, {}, exitDone};
}

} // namespace certwright::cli

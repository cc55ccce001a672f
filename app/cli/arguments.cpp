// Why: which verb takes which option, in one place; all words come from ui/text.
#include "app/cli/arguments.h"

#include <algorithm>
#include <cstdlib>

#include <CLI/CLI.hpp>

#include "app/cli/help.h"
#include "app/cli/output.h"
#include "ui/text/command_text.h"

namespace certwright::cli {

namespace {

using text::CommandPhrase;

// Verbs declares options on CLI11's parser.
class Verbs {
  public:
    Verbs(CLI::App& app, Arguments& arguments, const text::Phrasebook& book)
        : m_app(app)
        , m_arguments(arguments)
        , m_book(book) {}

    void declare() {
        m_app.require_subcommand(1);
        setWords(m_app);
        m_app.set_version_flag("--version", std::string("certwright-cli ") + CERTWRIGHT_VERSION,
                               say(CommandPhrase::Version));
        m_app.add_option("--lang", m_language, say(CommandPhrase::Lang))
            ->check(CLI::IsMember({"en", "zh"}))
            ->option_text(word());
        declareReaders();
        for (const auto& [name, summary, example] :
             {std::tuple{"check", CommandPhrase::CheckSummary,
                         "check --service streamserver --root /opt/mxVision from-ca/"},
              std::tuple{"plan", CommandPhrase::PlanSummary,
                         "plan --service streamserver --ca ca.crt --cert server.crt --key server.key"},
              std::tuple{"import", CommandPhrase::ImportSummary,
                         "import --service aoi --root /opt/mxAOIService --set retention-days=730 from-ca/"}})
            selection(verb(name, summary, example));
        CLI::App* verify = verb("verify", CommandPhrase::VerifySummary,
                                "verify --service streamserver --root /opt/mxVision");
        place(verify);
        at(verify);
        CLI::App* unlock =
            verb("unlock", CommandPhrase::UnlockSummary,
                 "unlock --service streamserver --root /opt/mxVision --fd 3 3>/run/service/password.fifo");
        place(unlock);
        unlock->add_option("--fd", m_arguments.outputDescriptor, say(CommandPhrase::Fd))
            ->required()
            ->check(CLI::NonNegativeNumber)
            ->option_text(say(CommandPhrase::LabelNumber));
        CLI::App* rotate = verb("rotate", CommandPhrase::RotateSummary,
                                "rotate --service streamserver --root /opt/mxVision");
        place(rotate);
        yes(rotate);
        CLI::App* practice =
            verb("practice", CommandPhrase::PracticeSummary, "practice ~/certwright-practice");
        practice->add_option("folder", m_arguments.paths, say(CommandPhrase::Folder))
            ->required()
            ->expected(1)
            ->option_text(word());
    }

  private:
    std::string say(CommandPhrase phrase) const { return commandText(phrase, m_book).toStdString(); }
    std::string word() const { return say(CommandPhrase::LabelText); }

    void setWords(CLI::App& app) const {
        app.set_help_flag("-h,--help", say(CommandPhrase::Help));
        app.option_defaults()->group(say(CommandPhrase::LabelOptions));
        app.get_help_ptr()->group(say(CommandPhrase::LabelOptions));
        const auto formatter = std::make_shared<HelpFormatter>(say(CommandPhrase::LabelRequired));
        app.formatter(formatter);
        formatter->label("Usage", say(CommandPhrase::LabelUsage));
        formatter->label("OPTIONS", say(CommandPhrase::LabelOptionsWord));
        formatter->label("SUBCOMMAND", say(CommandPhrase::LabelVerbWord));
        formatter->label("Positionals", say(CommandPhrase::LabelPositionals));
        formatter->column_width(32);
    }

    CLI::App* verb(const char* name, CommandPhrase summary, const char* example) {
        CLI::App* sub = m_app.add_subcommand(name, say(summary));
        sub->group(say(CommandPhrase::LabelVerbs));
        setWords(*sub);
        sub->add_flag("--json", m_arguments.json, say(CommandPhrase::JsonFlag));
        sub->add_option("--lang", m_language, say(CommandPhrase::Lang))
            ->check(CLI::IsMember({"en", "zh"}))
            ->option_text(word());
        sub->footer(say(CommandPhrase::Example) + "\n  certwright-cli " + example);
        return sub;
    }

    void declareReaders() {
        CLI::App* inspect =
            verb("inspect", CommandPhrase::InspectSummary, "inspect server.crt ca.pem keys.p12");
        inspect->add_option("files", m_arguments.paths, say(CommandPhrase::Files))
            ->required()
            ->option_text(word());
        inspect->add_flag("--open", m_arguments.open, say(CommandPhrase::Open));
        password(inspect);
        at(inspect);
        verb("profiles", CommandPhrase::ProfilesSummary, "profiles --json");
    }

    void option(CLI::App* sub, const char* name, std::string& target, CommandPhrase words) {
        sub->add_option(name, target, say(words))->option_text(word());
    }

    void at(CLI::App* sub) { option(sub, "--at", m_arguments.at, CommandPhrase::At); }
    void yes(CLI::App* sub) { sub->add_flag("--yes,-y", m_arguments.yes, say(CommandPhrase::Yes)); }

    void place(CLI::App* sub) {
        sub->add_option("--service", m_arguments.service, say(CommandPhrase::Service))
            ->required()
            ->option_text(word());
        option(sub, "--root", m_arguments.root, CommandPhrase::Root);
        option(sub, "--home", m_arguments.home, CommandPhrase::Home);
    }

    void password(CLI::App* sub) {
        CLI::Option* descriptor =
            sub->add_option("--password-fd", m_arguments.passwordDescriptor, say(CommandPhrase::PasswordFd))
                ->check(CLI::NonNegativeNumber)
                ->option_text(say(CommandPhrase::LabelNumber));
        sub->add_flag("--password-stdin", m_arguments.passwordStdin, say(CommandPhrase::PasswordStdin))
            ->excludes(descriptor);
    }

    void selection(CLI::App* sub) {
        place(sub);
        option(sub, "--ca", m_arguments.ca, CommandPhrase::Ca);
        option(sub, "--cert", m_arguments.cert, CommandPhrase::Cert);
        option(sub, "--key", m_arguments.key, CommandPhrase::Key);
        option(sub, "--crl", m_arguments.crl, CommandPhrase::Crl);
        sub->add_option("--file", m_arguments.files, say(CommandPhrase::File))
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->option_text(word());
        sub->add_option("--set", m_arguments.settings, say(CommandPhrase::Set))
            ->expected(1)
            ->allow_extra_args(false)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->option_text(word());
        option(sub, "--host", m_arguments.host, CommandPhrase::Host);
        password(sub);
        sub->add_option("--protector", m_protector, say(CommandPhrase::Protector))
            ->check(CLI::IsMember({"builtin"}))
            ->option_text(word());
        at(sub);
        if (sub->get_name() == "import")
            yes(sub);
        sub->add_option("paths", m_arguments.paths, say(CommandPhrase::Paths))->option_text(word());
    }

    CLI::App& m_app;
    Arguments& m_arguments;
    const text::Phrasebook& m_book;
    std::string m_language;
    std::string m_protector;
};

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

ParseOutcome complaint(const CLI::ParseError& error, const CLI::App& app, const text::Phrasebook& book,
                       int argc, const char* const* argv) {
    const bool noVerb = app.get_subcommands().empty() && error.get_name() == "RequiredError";
    const bool unknown = error.get_name() == "ExtrasError" || (noVerb && argc > 1);
    QString about = namedIn(error.what(), argc, argv);
    if (noVerb)
        about = argc > 1 ? text::shown(argv[1]) : commandText(CommandPhrase::LabelVerbWord, book);
    const QString sentence =
        commandText(unknown ? CommandPhrase::ErrorUnknown : CommandPhrase::ErrorMissing, book).arg(about);
    const auto chosen = app.get_subcommands();
    const QString verb =
        chosen.empty() ? QString() : QString::fromStdString(chosen.front()->get_name()) + QLatin1Char(' ');
    const QString hint = commandText(CommandPhrase::SeeHelp, book).arg(verb);
    return {std::nullopt, (sentence + QLatin1Char('\n') + hint + QLatin1Char('\n')).toStdString(), exitUsage};
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
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::string_view(value != nullptr ? value : "");
    };
    return text::languageFromLocale(variable("LC_ALL"), variable("LC_MESSAGES"), variable("LANG"));
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
    return {arguments, {}, exitDone};
}

} // namespace certwright::cli

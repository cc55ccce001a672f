// Why: see start_arguments.h.
#include "ui/window/start_arguments.h"

#include <QCommandLineParser>
#include <QDir>

#include "core/profile/load.h"
#include "ui/text/error_text.h"

namespace certwright::window {

namespace {

constexpr int notUnderstood = 2;

std::string absolutePath(const QString& path) {
    return QDir::cleanPath(QDir::current().absoluteFilePath(path)).toStdString();
}

StartArguments answer(QString text, int status) {
    StartArguments line;
    line.answer = std::move(text);
    line.status = status;
    return line;
}

StartArguments refusal(const QString& text, const text::Phrasebook& book) {
    return answer(text + QLatin1Char('\n') + book.say("window", "See: certwright --help"), notUnderstood);
}

struct Options {
    QCommandLineOption service;
    QCommandLineOption root;
    QCommandLineOption practice;
    QCommandLineOption lang;
    QCommandLineOption help;
    QCommandLineOption version;
};

Options optionsIn(const text::Phrasebook& book) {
    const QString folder = book.say("window", "FOLDER");
    return {
        {QStringLiteral("service"),
         book.say("window", "Import into this service: streamserver, aoi, or one of your own"),
         book.say("window", "SERVICE")},
        {QStringLiteral("root"), book.say("window", "The service's folder"), folder},
        {QStringLiteral("practice"),
         book.say("window", "Import into a practice service in this folder, which is made if it is missing"),
         folder},
        {QStringLiteral("lang"), book.say("window", "Language of the window: en or zh"),
         book.say("window", "LANGUAGE")},
        {{QStringLiteral("h"), QStringLiteral("help")}, book.say("window", "Print this help and exit")},
        {{QStringLiteral("v"), QStringLiteral("version")}, book.say("window", "Print the version and exit")}};
}

} // namespace

std::optional<text::Language> languageAsked(const QStringList& arguments) {
    const auto joined = QStringLiteral("--lang=");
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments.at(i).startsWith(joined))
            return text::languageFromName(arguments.at(i).mid(joined.size()).toStdString());
        if (arguments.at(i) == QStringLiteral("--lang") && i + 1 < arguments.size())
            return text::languageFromName(arguments.at(i + 1).toStdString());
    }
    return std::nullopt;
}

StartArguments readStartArguments(const QStringList& arguments, const QString& version,
                                  const std::vector<profile::ProfileText>& ownProfiles,
                                  const text::Phrasebook& book) {
    QCommandLineParser parser;
    const Options options = optionsIn(book);
    parser.setApplicationDescription(book.say(
        "window",
        "Opens the window that puts certificates into services. Without arguments: its start page."));
    parser.addOptions(
        {options.service, options.root, options.practice, options.lang, options.help, options.version});
    parser.addPositionalArgument(book.say("window", "FILES"),
                                 book.say("window", "Files and folders from your CA"),
                                 book.say("window", "[FILES…]"));
    if (!parser.parse(arguments))
        return refusal(parser.errorText(), book);
    if (parser.isSet(options.help))
        return answer(parser.helpText().trimmed(), 0);
    if (parser.isSet(options.version))
        return answer(QStringLiteral("certwright ") + version, 0);
    StartArguments line;
    line.language = languageAsked(arguments);
    if (parser.isSet(options.lang) && !line.language)
        return refusal(book.say("window", "--lang takes en or zh."), book);
    const QStringList files = parser.positionalArguments();
    const bool forService = parser.isSet(options.service) || parser.isSet(options.root) || !files.isEmpty();
    if (parser.isSet(options.practice)) {
        if (forService)
            return refusal(book.say("window", "--practice brings its own service and files."), book);
        line.practice = absolutePath(parser.value(options.practice));
        return line;
    }
    if (!forService)
        return line;
    if (parser.isSet(options.root) && !parser.isSet(options.service))
        return refusal(book.say("window", "--root needs --service."), book);
    model::WizardDraft draft;
    draft.service = parser.value(options.service).toStdString();
    if (!draft.service.empty())
        if (const auto profile = profile::findProfile(draft.service, ownProfiles); !profile)
            return refusal(text::errorText(profile.error(), book).sentence, book);
    if (parser.isSet(options.root))
        draft.root = absolutePath(parser.value(options.root));
    for (const QString& file : files)
        draft.paths.push_back(absolutePath(file));
    line.draft = std::move(draft);
    return line;
}

QStringList wordsOf(const StartArguments& line) {
    QStringList words{QStringLiteral("certwright")};
    if (!line.practice.empty())
        words << QStringLiteral("--practice") << QString::fromStdString(line.practice);
    if (!line.draft)
        return words;
    if (!line.draft->service.empty())
        words << QStringLiteral("--service") << QString::fromStdString(line.draft->service);
    if (!line.draft->root.empty())
        words << QStringLiteral("--root") << QString::fromStdString(line.draft->root);
    words << QStringLiteral("--");
    for (const std::string& path : line.draft->paths)
        words << QString::fromStdString(path);
    return words;
}

QString noDisplayText(const text::Phrasebook& book) {
    return book.say("window",
                    "There is no display to open a window on. Start this in a graphical session, or use "
                    "certwright-cli, which does the same without a window.");
}

QString alreadyOpenText(const text::Phrasebook& book) {
    return book.say("window", "Certwright is open already; its window was brought to the front as it was.");
}

} // namespace certwright::window

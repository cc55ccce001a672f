// Why: the composition root of certwright: hardening first, then the parts of the window, put together.
#include <cstdio>
#include <exception>
#include <memory>
#include <optional>

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include "app/gui/display.h"
#include "app/gui/instance_name.h"
#include "app/gui/say.h"
#include "app/gui/single_instance.h"
#include "app/host/account.h"
#include "app/host/program_folder.h"
#include "app/host/surroundings.h"
#include "core/ossl/random.h"
#include "core/process/process.h"
#include "core/secret/process.h"
#include "ui/widget/system_dialogs.h"
#include "ui/widget/title_bars.h"
#include "ui/window/main_window.h"
#include "ui/window/start_arguments.h"

namespace {

using namespace certwright;

base::Time presentTime() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

text::Language systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? text::Language::Chinese
                                                            : text::Language::English;
}

// commandLine reads the arguments where there are any; that works without a display.
window::StartArguments startArguments(int& argc, char** argv, text::Language usual,
                                      const files::FileReader& reader) {
    if (argc < 2)
        return {};
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const language::LanguageSwitch language(window::languageAsked(arguments).value_or(usual));
    return window::readStartArguments(arguments, QStringLiteral(CERTWRIGHT_VERSION),
                                      host::ownProfiles(reader), language.book());
}

// madeSettingsFolder returns the settings folder, made with mode 700 if it was missing. Where it cannot be
// made, nothing is remembered; everything else works.
QString madeSettingsFolder(const QString& folder) {
    if (!folder.isEmpty() && QDir().mkpath(QFileInfo(folder).path()))
        QDir().mkdir(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return folder;
}

// documentsFolder is the account's folder for documents, its home folder where there is none.
std::string documentsFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents.toStdString() : host::homeFolder();
}

int runWindow(window::StartArguments line, text::Language usual, files::FileSystem& fileSystem,
              const QString& settings) {
    const auto random = ossl::systemRandom();
    model::Host computer{fileSystem,
                         *random,
                         secret::SecretAccess::grant(),
                         host::currentActor(fileSystem),
                         presentTime,
                         host::ownProfiles(fileSystem),
                         host::surroundingsOf(fileSystem),
                         host::settingsFolder(),
                         documentsFolder()};
    vault::KmcLibraries libraries(host::vendorSetup(fileSystem), fileSystem);
    computer.vendorLibraries = &libraries;
    computer.workFolders = host::workFolders();
    const auto runner = process::systemRunner();
    computer.runner = runner.get();
    gui::SingleInstance instance(gui::instanceName(fileSystem, settings), settings, window::wordsOf(line));
    model::Preferences preferences(settings + QStringLiteral("/certwright.ini"));
    language::LanguageSwitch language(usual);
    if (instance.neighbour() != gui::Neighbour::None) {
        const bool untold = instance.neighbour() == gui::Neighbour::Reached;
        if (untold && (line.draft || !line.practice.empty()))
            gui::say(window::alreadyOpenText(language.book()), gui::Tone::Answer);
        return 0;
    }
    widget::ThemeSwitch theme(preferences.theme());
    widget::TitleBars frames(theme.dark(), widget::systemFrame());
    QObject::connect(&theme, &widget::ThemeSwitch::changed, &frames, [&] { frames.setDark(theme.dark()); });
    widget::SystemDialogs dialogs(QString::fromStdString(computer.documentsFolder));
    model::Worker worker;
    window::MainWindow window({computer, worker, language, dialogs}, theme, preferences,
                              QStringLiteral(CERTWRIGHT_VERSION));
    QObject::connect(&instance, &gui::SingleInstance::asked, &window, [&](const QStringList& words) {
        window.raiseWindow();
        window.begin(window::readStartArguments(words, QStringLiteral(CERTWRIGHT_VERSION),
                                                computer.ownProfiles, language.book()));
    });
    // What takes time comes after the first picture.
    QObject::connect(&window, &window::MainWindow::painted, [&window, &line] {
        window.lookAround();
        window.begin(std::move(line));
    });
    window.show();
    return QApplication::exec();
}

int run(int argc, char** argv) {
    secret::forbidDumps();
    secret::narrowLibraries();
    const auto fileSystem = files::localFileSystem();
    const QString settings = QString::fromStdString(host::settingsFolder());
    const auto usual = [&] {
        return model::Preferences(settings + QStringLiteral("/certwright.ini"))
            .language()
            .value_or(systemLanguage());
    }();
    window::StartArguments line = startArguments(argc, argv, usual, *fileSystem);
    if (line.answer) {
        gui::say(*line.answer, line.status == 0 ? gui::Tone::Answer : gui::Tone::Complaint);
        return line.status;
    }
    const text::Language spoken = line.language.value_or(usual);
    std::optional<gui::DisplayGuard> guard(window::noDisplayText(text::Phrasebook(spoken)));
    QApplication application(argc, argv);
    guard.reset();
    QApplication::setApplicationName(QStringLiteral("certwright"));
    QApplication::setDesktopFileName(QStringLiteral("org.certwright.certwright"));
    return runWindow(std::move(line), spoken, *fileSystem, madeSettingsFolder(settings));
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        // Out of memory is the one exception that no room turns into an error.
        std::fprintf(stderr, "certwright: %s\n", error.what());
        return 3;
    }
}

// Why: the composition root of certwright: hardening first, then the parts of the window, put together.
#include <cstdio>
#include <exception>
#include <memory>

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTimer>

#include "app/gui/single_instance.h"
#include "app/host/account.h"
#include "app/host/surroundings.h"
#include "core/ossl/random.h"
#include "core/secret/process.h"
#include "ui/widget/system_dialogs.h"
#include "ui/window/main_window.h"

namespace {

using namespace certwright;

base::Time presentTime() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

text::Language systemLanguage() {
    return QLocale::system().language() == QLocale::Chinese ? text::Language::Chinese
                                                            : text::Language::English;
}

int run(int argc, char** argv) {
    secret::forbidDumps();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("certwright"));
    QApplication::setDesktopFileName(QStringLiteral("certwright"));
    const QString settings = QString::fromStdString(host::settingsFolder());
    gui::SingleInstance instance(settings);
    if (instance.handedOver())
        return 0;
    const auto fileSystem = files::localFileSystem();
    const auto random = ossl::systemRandom();
    model::Host computer{*fileSystem,
                         *random,
                         secret::SecretAccess::grant(),
                         host::currentActor(*fileSystem),
                         presentTime,
                         host::ownProfiles(*fileSystem),
                         host::surroundingsOf(*fileSystem),
                         host::settingsFolder(),
                         QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation).toStdString()};
    model::Preferences preferences(settings + QStringLiteral("/certwright.ini"));
    language::LanguageSwitch language(preferences.language().value_or(systemLanguage()));
    widget::ThemeSwitch theme(preferences.theme());
    widget::SystemDialogs dialogs(QString::fromStdString(computer.documentsFolder));
    model::Worker worker;
    window::MainWindow window({computer, worker, language, dialogs}, theme, preferences,
                              QStringLiteral(CERTWRIGHT_VERSION));
    QObject::connect(&instance, &gui::SingleInstance::raised, &window, &window::MainWindow::raiseWindow);
    window.show();
    // What takes time comes after the first picture.
    QTimer::singleShot(0, &window, [&window] { window.lookAround(); });
    return QApplication::exec();
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

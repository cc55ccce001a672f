// Why: see pictures.h. Usage: certwright_screens FOLDER [SCALE [gateway]]
#include <cstdio>

#include <QApplication>
#include <QDir>

#include "tests/ui/screens/pictures.h"

using namespace certwright;

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("Usage: certwright_screens FOLDER [SCALE]\n", stderr);
        return 2;
    }
    screens::Look look;
    look.folder = arguments.at(1);
    look.scale = arguments.value(2, QStringLiteral("100")).toInt();
    QDir().mkpath(look.folder);
    QStringList missing;
    for (const text::Language language : {text::Language::English, text::Language::Chinese})
        for (const model::Theme theme : {model::Theme::Light, model::Theme::Dark}) {
            look.language = language;
            look.theme = theme;
            missing << (arguments.value(3) == QStringLiteral("gateway") ? screens::takeGateway(look)
                                                                        : screens::takeEverything(look));
        }
    missing.removeDuplicates();
    for (const QString& name : missing)
        std::fprintf(stderr, "not reached: %s\n", qPrintable(name));
    return missing.isEmpty() ? 0 : 1;
}

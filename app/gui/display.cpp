// Why: see display.h.
#include "app/gui/display.h"

#include <cstdio>
#include <cstdlib>

#include <QByteArray>

namespace certwright::gui {

namespace {

constexpr int exitFailed = 3;

QByteArray& farewell() {
    static QByteArray sentence;
    return sentence;
}

void endWithSentence(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type != QtFatalMsg)
        return;
    std::fprintf(stderr, "%s\n", farewell().constData());
    std::fflush(stderr);
    // Nothing has been opened or asked for yet that would have to be wiped.
    std::_Exit(exitFailed);
}

} // namespace

DisplayGuard::DisplayGuard(const QString& sentence) {
    farewell() = sentence.toUtf8();
    qInstallMessageHandler(endWithSentence);
}

DisplayGuard::~DisplayGuard() {
    qInstallMessageHandler(nullptr);
}

} // namespace certwright::gui

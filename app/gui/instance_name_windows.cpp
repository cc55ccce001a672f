// Why: pipes have one name space for the whole computer; the settings folder tells accounts apart, and each
// session of an account (one at the screen, one from afar) has a window of its own.
#include "app/gui/instance_name.h"

#include <windows.h>

#include <QCryptographicHash>

namespace certwright::gui {

QString instanceName(const files::FileReader&, const QString& settingsFolder) {
    DWORD session = 0;
    ProcessIdToSessionId(GetCurrentProcessId(), &session);
    const auto hash = QCryptographicHash::hash(settingsFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("certwright-%1-%2").arg(QString::fromLatin1(hash.left(32))).arg(session);
}

} // namespace certwright::gui

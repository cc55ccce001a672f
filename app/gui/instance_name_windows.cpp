// Why: pipes have one name space for the whole computer; the settings folder tells accounts apart.
#include "app/gui/instance_name.h"

#include <QCryptographicHash>

namespace certwright::gui {

QString instanceName(const files::FileReader&, const QString& settingsFolder) {
    const auto hash = QCryptographicHash::hash(settingsFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("certwright-") + QString::fromLatin1(hash.left(32));
}

} // namespace certwright::gui

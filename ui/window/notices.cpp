// Why: see notices.h.
#include "ui/window/notices.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// Resources of a static library are registered by hand, outside any namespace.
static void registerNotices() {
    Q_INIT_RESOURCE(certwright_notices);
}

namespace certwright::window {

namespace {

QByteArray builtIn(const QString& name) {
    QFile file(QStringLiteral(":/notices/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QList<Notice> notices() {
    registerNotices();
    QList<Notice> all;
    const QJsonArray parts = QJsonDocument::fromJson(builtIn(QStringLiteral("components.json"))).array();
    for (const auto& value : parts) {
        const QJsonObject part = value.toObject();
        QStringList texts;
        for (const auto& name : part.value(QStringLiteral("texts")).toArray())
            texts << QString::fromUtf8(builtIn(QStringLiteral("licences/%1.txt").arg(name.toString())));
        all << Notice{part.value(QStringLiteral("name")).toString(),
                      part.value(QStringLiteral("licence")).toString(),
                      part.value(QStringLiteral("copyright")).toString(), texts.join(QStringLiteral("\n\n"))};
    }
    return all;
}

} // namespace certwright::window

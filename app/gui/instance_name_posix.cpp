// Why: sockets are files here; the XDG base directory specification names the folder for them.
#include "app/gui/instance_name.h"

#include <cstdlib>

#include <QCryptographicHash>

namespace certwright::gui {

namespace {

bool isPrivate(const files::FileReader& reader, const std::string& folder) {
    const auto info = reader.stat(folder, files::Links::Refuse);
    return info && info->kind == base::FileKind::Folder && info->owner.user == reader.self().user &&
           (info->mode & 077) == 0;
}

} // namespace

QString instanceName(const files::FileReader& reader, const QString& settingsFolder) {
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    if (runtime == nullptr || *runtime != '/' || !isPrivate(reader, runtime))
        return settingsFolder + QStringLiteral("/window.socket");
    // Sessions with different settings have windows of their own.
    const auto hash = QCryptographicHash::hash(settingsFolder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QString::fromUtf8(runtime) + QStringLiteral("/certwright-") + QString::fromLatin1(hash.left(16));
}

} // namespace certwright::gui

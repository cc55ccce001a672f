// Why: Windows keeps the choice in the registry (AppsUseLightTheme).
#include "ui/widget/system_theme.h"

#include <QSettings>

namespace certwright::widget {

void watchSystemTheme(QObject*, std::function<void(bool dark)> changed) {
    const QSettings settings(
        QStringLiteral(
            "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    const QVariant light = settings.value(QStringLiteral("AppsUseLightTheme"));
    if (light.isValid())
        changed(light.toInt() == 0);
}

} // namespace certwright::widget

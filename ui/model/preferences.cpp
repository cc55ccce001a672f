// Why: see preferences.h.
#include "ui/model/preferences.h"

#include <array>

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace certwright::model {

namespace {

const auto languageKey = QStringLiteral("language");
const auto themeKey = QStringLiteral("theme");
const auto geometryKey = QStringLiteral("geometry");
constexpr std::array themeNames{"system", "light", "dark"};

} // namespace

Preferences::Preferences(const QString& file)
    : m_settings(file, QSettings::IniFormat) {}

std::optional<text::Language> Preferences::language() const {
    return text::languageFromName(m_settings.value(languageKey).toString().toStdString());
}

// QSettings keeps the mode of the file that it replaces; folder and file are made here, for their owner only.
void Preferences::store(const QString& key, const QVariant& value) {
    QFile file(m_settings.fileName());
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
    const QString folder = QFileInfo(file).absolutePath();
    QDir().mkpath(QFileInfo(folder).path());
    QDir().mkdir(folder, owner | QFile::ExeOwner);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, owner))
        file.close();
    else
        file.setPermissions(owner);
    m_settings.setValue(key, value);
}

void Preferences::setLanguage(text::Language language) {
    const std::string_view name = text::languageName(language);
    store(languageKey, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
}

Theme Preferences::theme() const {
    const QString name = m_settings.value(themeKey).toString();
    for (std::size_t i = 0; i < themeNames.size(); ++i)
        if (name == QLatin1String(themeNames.at(i)))
            return static_cast<Theme>(i);
    return Theme::System;
}

void Preferences::setTheme(Theme theme) {
    store(themeKey, QLatin1String(themeNames.at(static_cast<std::size_t>(theme))));
}

QByteArray Preferences::geometry() const {
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setGeometry(const QByteArray& geometry) {
    store(geometryKey, geometry);
}

} // namespace certwright::model

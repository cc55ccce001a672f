// Why: what the window remembers of a person between two starts, and nothing else (no paths, no subjects).
#pragma once

#include <optional>

#include <QByteArray>
#include <QSettings>

#include "ui/text/language.h"

namespace certwright::model {

// Theme: System follows the desktop.
enum class Theme { System, Light, Dark };

// Preferences keeps window geometry, language and theme in `file` (an INI file, mode 0600). Known services
// are remembered by core (job::rememberService).
class Preferences {
  public:
    explicit Preferences(const QString& file);

    // language returns the chosen one; nothing if the person never chose.
    std::optional<text::Language> language() const;
    void setLanguage(text::Language language);
    Theme theme() const;
    void setTheme(Theme theme);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);

  private:
    void store(const QString& key, const QVariant& value);

    QSettings m_settings;
};

} // namespace certwright::model

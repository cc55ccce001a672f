// Why: light and dark are two sets of palette roles, and severities have colours that can be read on both;
// everything else in the window asks the palette.
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

#include "core/check/finding.h"
#include "ui/model/preferences.h"

namespace certwright::widget {

// Tone is what a colour means. Colour never stands alone: an icon or a word says the same.
enum class Tone { Neutral, Accent, Good, Note, Warning, Blocker };
Tone toneOf(check::Severity severity);

// isDark tells whether text is lighter than what it stands on.
bool isDark(const QPalette& palette);
// toneInk is the colour of text and icons of that tone on QPalette::Window and QPalette::Base of `palette`,
// toneFill a soft background on which both toneInk and QPalette::WindowText can be read (contrast 4.5:1,
// WCAG 2.1 section 1.4.3).
QColor toneInk(Tone tone, const QPalette& palette);
QColor toneFill(Tone tone, const QPalette& palette);
// contrast is the ratio of WCAG 2.1 between two opaque colours, 1 to 21.
double contrast(const QColor& one, const QColor& other);

QPalette lightPalette();
QPalette darkPalette();

// ThemeSwitch sets the application's style and palette, and follows the desktop where the person wants that.
class ThemeSwitch final : public QObject {
    Q_OBJECT

  public:
    explicit ThemeSwitch(model::Theme theme, QObject* parent = nullptr);

    model::Theme theme() const { return m_theme; }
    bool dark() const;
    void setTheme(model::Theme theme);
    // followSystem starts to ask the desktop for its theme (asynchronously) and to listen for changes.
    void followSystem();

  Q_SIGNALS:
    void changed();

  private:
    void install();

    model::Theme m_theme;
    bool m_systemDark = false;
};

} // namespace certwright::widget

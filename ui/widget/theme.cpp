// Why: see theme.h.
#include "ui/widget/theme.h"

#include <array>
#include <cmath>

#include <QApplication>

#include "ui/widget/room_style.h"
#include "ui/widget/system_theme.h"

namespace certwright::widget {

namespace {

struct ToneColours {
    QRgb ink;
    QRgb fill;
};

// In the order of Tone. Checked by tests/ui/widget/test_theme.
constexpr std::array<ToneColours, 6> lightTones{{{0xff4a5560, 0xffeef1f4},
                                                 {0xff0b5cad, 0xffe3eefa},
                                                 {0xff1b6e35, 0xffe3f3e7},
                                                 {0xff3a5a7d, 0xffe9eff6},
                                                 {0xff8a5200, 0xfffdf1dc},
                                                 {0xffb3261e, 0xfffbe6e4}}};
constexpr std::array<ToneColours, 6> darkTones{{{0xffb4bec8, 0xff30363c},
                                                {0xff8ab8f5, 0xff1e3247},
                                                {0xff7fd596, 0xff1d3525},
                                                {0xffa9c1dc, 0xff28323d},
                                                {0xfff0b95a, 0xff3d3119},
                                                {0xffff9d94, 0xff452523}}};

double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

const ToneColours& coloursOf(Tone tone, const QPalette& palette) {
    return (isDark(palette) ? darkTones : lightTones).at(static_cast<std::size_t>(tone));
}

struct Roles {
    QRgb window, text, base, alternate, button, mid, dim, highlight, link;
};

QPalette paletteOf(const Roles& roles) {
    QPalette palette{QColor(roles.button), QColor(roles.window)};
    palette.setColor(QPalette::WindowText, QColor(roles.text));
    palette.setColor(QPalette::Text, QColor(roles.text));
    palette.setColor(QPalette::ButtonText, QColor(roles.text));
    palette.setColor(QPalette::BrightText, QColor(roles.text));
    palette.setColor(QPalette::Base, QColor(roles.base));
    palette.setColor(QPalette::AlternateBase, QColor(roles.alternate));
    palette.setColor(QPalette::ToolTipBase, QColor(roles.alternate));
    palette.setColor(QPalette::ToolTipText, QColor(roles.text));
    palette.setColor(QPalette::Mid, QColor(roles.mid));
    palette.setColor(QPalette::PlaceholderText, QColor(roles.dim));
    palette.setColor(QPalette::Highlight, QColor(roles.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(roles.link));
    palette.setColor(QPalette::LinkVisited, QColor(roles.link));
    const QColor faded(roles.dim);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(roles.mid));
    return palette;
}

} // namespace

Tone toneOf(check::Severity severity) {
    switch (severity) {
    case check::Severity::Blocker:
        return Tone::Blocker;
    case check::Severity::Warning:
        return Tone::Warning;
    case check::Severity::Note:
        break;
    }
    return Tone::Note;
}

bool isDark(const QPalette& palette) {
    return luminance(palette.color(QPalette::WindowText)) > luminance(palette.color(QPalette::Window));
}

QColor toneInk(Tone tone, const QPalette& palette) {
    return QColor::fromRgb(coloursOf(tone, palette).ink);
}

QColor toneFill(Tone tone, const QPalette& palette) {
    return QColor::fromRgb(coloursOf(tone, palette).fill);
}

double contrast(const QColor& one, const QColor& other) {
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QPalette lightPalette() {
    return paletteOf({0xfff6f7f8, 0xff1f2429, 0xffffffff, 0xfff1f3f5, 0xfffcfcfd, 0xffc9cfd5, 0xff59626a,
                      0xff0b5cad, 0xff0b5cad});
}

QPalette darkPalette() {
    return paletteOf({0xff202327, 0xffe6e9ec, 0xff292d32, 0xff30353b, 0xff343a40, 0xff4c545c, 0xff98a2ab,
                      0xff2b6cb5, 0xff8ab8f5});
}

ThemeSwitch::ThemeSwitch(model::Theme theme, QObject* parent)
    : QObject(parent)
    , m_theme(theme) {
    m_systemDark = isDark(QApplication::palette());
    QApplication::setStyle(new RoomStyle);
    install();
}

bool ThemeSwitch::dark() const {
    return m_theme == model::Theme::Dark || (m_theme == model::Theme::System && m_systemDark);
}

void ThemeSwitch::setTheme(model::Theme theme) {
    m_theme = theme;
    install();
}

void ThemeSwitch::followSystem() {
    watchSystemTheme(this, [this](bool dark) {
        m_systemDark = dark;
        if (m_theme == model::Theme::System)
            install();
    });
}

void ThemeSwitch::install() {
    QApplication::setPalette(dark() ? darkPalette() : lightPalette());
    Q_EMIT changed();
}

} // namespace certwright::widget

// Why: who cannot read a colour cannot read a verdict (WCAG 2.1 section 1.4.3), in either theme, at any
// scale.
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widget/icons.h"
#include "ui/widget/theme.h"

using namespace certwright;
using widget::IconName;
using widget::Tone;

namespace {

constexpr std::array tones{Tone::Neutral, Tone::Accent, Tone::Good, Tone::Note, Tone::Warning, Tone::Blocker};
constexpr double readable = 4.5;

struct Pair {
    QPalette::ColorGroup group;
    QPalette::ColorRole text;
    QPalette::ColorRole ground;
};

const Pair pairs[] = {
    {QPalette::Active, QPalette::WindowText, QPalette::Window},
    {QPalette::Active, QPalette::WindowText, QPalette::Base},
    {QPalette::Active, QPalette::WindowText, QPalette::AlternateBase},
    {QPalette::Active, QPalette::Text, QPalette::Base},
    {QPalette::Active, QPalette::ButtonText, QPalette::Button},
    {QPalette::Active, QPalette::HighlightedText, QPalette::Highlight},
    {QPalette::Active, QPalette::ToolTipText, QPalette::ToolTipBase},
    {QPalette::Active, QPalette::Link, QPalette::Window},
    {QPalette::Active, QPalette::Link, QPalette::Base},
    {QPalette::Active, QPalette::PlaceholderText, QPalette::Window},
    {QPalette::Active, QPalette::PlaceholderText, QPalette::Base},
    {QPalette::Active, QPalette::PlaceholderText, QPalette::AlternateBase},
    {QPalette::Disabled, QPalette::WindowText, QPalette::Window},
    {QPalette::Disabled, QPalette::ButtonText, QPalette::Window},
    {QPalette::Disabled, QPalette::Text, QPalette::Window},
    {QPalette::Disabled, QPalette::Text, QPalette::Base},
};

bool isOf(const QColor& seen, const QColor& wanted) {
    constexpr int rounding = 8;
    return std::abs(seen.red() - wanted.red()) <= rounding &&
           std::abs(seen.green() - wanted.green()) <= rounding &&
           std::abs(seen.blue() - wanted.blue()) <= rounding;
}

// Counts what is visible; -1 if something visible has another colour.
int inked(const QImage& image, const QColor& colour) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor seen = image.pixelColor(x, y);
            if (seen.alpha() < 64)
                continue;
            ++count;
            if (!isOf(seen, colour))
                return -1;
        }
    return count;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void palette_eachRole_canBeRead_data() { themes(); }
    void palette_eachRole_canBeRead();
    void tone_eachInk_canBeReadOnEveryGround_data() { themes(); }
    void tone_eachInk_canBeReadOnEveryGround();
    void icon_eachName_isPaintedInItsColour_data() { themes(); }
    void icon_eachName_isPaintedInItsColour();
    void icon_disabledOrSelected_takesTheTextsColour();
    void theme_chosen_overridesTheSystem();
    void theme_system_followsTheDesktop();
    void theme_switched_changesOpenWidgets();
    void controls_atTheUsualFont_areRoomy();
    void controls_fontTwiceAsLarge_growWithIt();
    void primaryButton_painted_isFilledWithTheAccent();
    void focus_byKeyboard_isSeenOnEveryControl();

  private:
    void themes();
};

void TestTheme::themes() {
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << widget::lightPalette();
    QTest::newRow("dark") << widget::darkPalette();
}

void TestTheme::palette_eachRole_canBeRead() {
    QFETCH(QPalette, palette);
    for (const Pair& pair : pairs) {
        const double seen = widget::contrast(palette.color(pair.group, pair.text),
                                             palette.color(QPalette::Active, pair.ground));
        QVERIFY2(seen >= readable, qPrintable(QStringLiteral("group %1, role %2 on %3: %4")
                                                  .arg(pair.group)
                                                  .arg(pair.text)
                                                  .arg(pair.ground)
                                                  .arg(seen)));
    }
}

void TestTheme::tone_eachInk_canBeReadOnEveryGround() {
    QFETCH(QPalette, palette);
    for (const Tone tone : tones) {
        const QColor ink = widget::toneInk(tone, palette);
        const QColor fill = widget::toneFill(tone, palette);
        const QByteArray name = QByteArray::number(static_cast<int>(tone));
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
            QVERIFY2(widget::contrast(ink, palette.color(ground)) >= readable, name);
        QVERIFY2(widget::contrast(ink, fill) >= readable, name);
        for (const auto text : {QPalette::WindowText, QPalette::PlaceholderText})
            QVERIFY2(widget::contrast(palette.color(text), fill) >= readable, name);
    }
}

void TestTheme::icon_eachName_isPaintedInItsColour() {
    QFETCH(QPalette, palette);
    for (int name = 0; name <= static_cast<int>(IconName::Gateway); ++name)
        for (const int size : {16, 20, 26, 48})
            for (const qreal ratio : {1.0, 2.0}) {
                const QColor colour = widget::toneInk(Tone::Blocker, palette);
                const QPixmap image = widget::pixmap(static_cast<IconName>(name), colour, size, ratio);
                QCOMPARE(image.width(), qRound(size * ratio));
                QCOMPARE(image.devicePixelRatio(), ratio);
                QVERIFY2(inked(image.toImage(), colour) > 3, qPrintable(QString::number(name)));
            }
}

void TestTheme::icon_disabledOrSelected_takesTheTextsColour() {
    const widget::ThemeSwitch theme(model::Theme::Dark);
    const QIcon icon = widget::icon(IconName::Services);
    const QPalette palette = QApplication::palette();
    QVERIFY(inked(icon.pixmap({26, 26}, 1.0).toImage(), palette.color(QPalette::ButtonText)) > 0);
    QVERIFY(inked(icon.pixmap({26, 26}, 2.0, QIcon::Disabled).toImage(),
                  palette.color(QPalette::Disabled, QPalette::ButtonText)) > 0);
    QCOMPARE(icon.pixmap({26, 26}, 2.0).width(), 52);
}

void TestTheme::theme_chosen_overridesTheSystem() {
    widget::ThemeSwitch theme(model::Theme::Dark);
    QVERIFY(theme.dark());
    QVERIFY(widget::isDark(QApplication::palette()));
    theme.setTheme(model::Theme::Light);
    QVERIFY(!theme.dark());
    QVERIFY(!widget::isDark(QApplication::palette()));
}

void TestTheme::theme_system_followsTheDesktop() {
    QApplication::setPalette(widget::darkPalette());
    widget::ThemeSwitch dark(model::Theme::System);
    QVERIFY(dark.dark());
    dark.setTheme(model::Theme::Light);
    QVERIFY(!dark.dark());
    dark.setTheme(model::Theme::System);
    QVERIFY(dark.dark());
    QApplication::setPalette(widget::lightPalette());
    const widget::ThemeSwitch light(model::Theme::System);
    QVERIFY(!light.dark());
}

void TestTheme::theme_switched_changesOpenWidgets() {
    widget::ThemeSwitch theme(model::Theme::Light);
    QPushButton button(QStringLiteral("text"));
    button.show();
    const auto shade = [&] { return button.grab().toImage().pixelColor(button.width() / 2, 4).lightness(); };
    QTRY_VERIFY(shade() > 200);
    theme.setTheme(model::Theme::Dark);
    QTRY_VERIFY(shade() < 100);
}

void TestTheme::controls_atTheUsualFont_areRoomy() {
    const widget::ThemeSwitch theme(model::Theme::Light);
    QPushButton button(QStringLiteral("OK"));
    QLineEdit edit;
    QComboBox combo;
    combo.addItem(QStringLiteral("one"));
    QSpinBox spin;
    for (const QWidget* control : std::initializer_list<const QWidget*>{&button, &edit, &combo, &spin})
        QVERIFY2(control->sizeHint().height() >= 30, control->metaObject()->className());
}

void TestTheme::controls_fontTwiceAsLarge_growWithIt() {
    const widget::ThemeSwitch theme(model::Theme::Light);
    QPushButton usual(QStringLiteral("text"));
    QPushButton large(QStringLiteral("text"));
    QFont font = usual.font();
    font.setPointSizeF(11); // so large that no least height decides
    usual.setFont(font);
    font.setPointSizeF(22);
    large.setFont(font);
    QVERIFY(large.sizeHint().height() * 10 >= usual.sizeHint().height() * 16);
}

void TestTheme::primaryButton_painted_isFilledWithTheAccent() {
    const widget::ThemeSwitch theme(model::Theme::Light);
    QPushButton button(QStringLiteral("Next"));
    button.setDefault(true);
    const QColor accent = QApplication::palette().color(QPalette::Highlight);
    QVERIFY(isOf(button.grab().toImage().pixelColor(button.width() / 2, 4), accent));
    button.setEnabled(false);
    QVERIFY(!isOf(button.grab().toImage().pixelColor(button.width() / 2, 4), accent));
}

// What is painted with and without the keyboard differs by at least a ring.
void TestTheme::focus_byKeyboard_isSeenOnEveryControl() {
    const widget::ThemeSwitch theme(model::Theme::Light);
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    QList<QWidget*> controls{new QPushButton(QStringLiteral("text")),
                             new QLineEdit,
                             new QComboBox,
                             new QSpinBox,
                             new QCheckBox(QStringLiteral("text")),
                             new QRadioButton(QStringLiteral("text"))};
    auto* primary = new QPushButton(QStringLiteral("text"));
    primary->setDefault(true);
    auto* tool = new QToolButton;
    tool->setText(QStringLiteral("text"));
    tool->setFocusPolicy(Qt::StrongFocus);
    controls << primary << tool;
    for (QWidget* control : controls)
        layout->addWidget(control);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (int i = 0; i < controls.size(); ++i) {
        QWidget* control = controls[i];
        controls[(i + 1) % controls.size()]->setFocus(Qt::TabFocusReason);
        window.setAttribute(Qt::WA_KeyboardFocusChange);
        const QImage without = control->grab().toImage();
        control->setFocus(Qt::TabFocusReason);
        window.setAttribute(Qt::WA_KeyboardFocusChange);
        const QImage with = control->grab().toImage();
        int changed = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                changed += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
        QVERIFY2(changed > 40, control->metaObject()->className());
    }
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"

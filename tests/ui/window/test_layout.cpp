// Why: in the smallest window, in either language and with a font twice as large, every text must still be
// readable.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

#include "tests/ui/window/tour.h"
#include "ui/widget/text_labels.h"

using namespace certwright;
using test::GuiScene;
using text::Language;

namespace {

QString describe(const QWidget* widget, const QString& text) {
    QStringList path;
    for (const QWidget* above = widget; above != nullptr && path.size() < 5; above = above->parentWidget())
        path.prepend(above->objectName().isEmpty() ? QLatin1String(above->metaObject()->className())
                                                   : above->objectName());
    return QStringLiteral("%1 \"%2\" (%3x%4)")
        .arg(path.join(QLatin1Char('/')), text.left(40))
        .arg(widget->width())
        .arg(widget->height());
}

// What the text needs; nothing where it is not cut off, nor squeezed into a column of single words.
QString cutOff(const QLabel* label) {
    const bool elided = qobject_cast<const widget::ElidedLabel*>(label) != nullptr;
    if (label->hasHeightForWidth()) {
        const int narrow = label->fontMetrics().averageCharWidth() * 11;
        if (label->width() < narrow && label->sizeHint().width() > 2 * narrow)
            return QStringLiteral("is squeezed");
        const int needed = label->heightForWidth(label->width());
        return needed > label->height() ? QStringLiteral("needs a height of %1").arg(needed) : QString();
    }
    const QSize needed = label->sizeHint();
    if (needed.height() > label->height() || (!elided && needed.width() > label->width()))
        return QStringLiteral("needs %1x%2").arg(needed.width()).arg(needed.height());
    return {};
}

QString cutOff(const QAbstractButton* button) {
    const QFontMetrics metrics = button->fontMetrics();
    const QSize text = metrics.size(Qt::TextShowMnemonic, button->text());
    const bool under =
        qobject_cast<const QToolButton*>(button) != nullptr &&
        static_cast<const QToolButton*>(button)->toolButtonStyle() == Qt::ToolButtonTextUnderIcon;
    const int beside = button->icon().isNull() || under ? 0 : button->iconSize().width();
    if (text.width() + beside > button->width() || text.height() > button->height())
        return QStringLiteral("needs %1x%2").arg(text.width() + beside).arg(text.height());
    return {};
}

// Where `widget` leaves what surrounds it; what can be scrolled to is not lost.
QString outside(const QWidget* widget) {
    QRect area = widget->rect();
    const QWidget* inner = widget;
    for (const QWidget* outer = widget->parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        area.translate(inner->pos());
        const auto* scroll = qobject_cast<const QAbstractScrollArea*>(outer->parentWidget());
        if (scroll != nullptr && scroll->viewport() == outer) {
            const bool wide = scroll->horizontalScrollBar()->maximum() > 0;
            if (!wide && (area.left() < 0 || area.right() > outer->width()))
                return QStringLiteral("wider than what scrolls it (%1)").arg(outer->width());
            const QScrollBar* bar = scroll->verticalScrollBar();
            if (bar->maximum() == 0 && area.bottom() > outer->height())
                return QStringLiteral("below what scrolls it");
            area = outer->rect();
        } else if (!outer->rect().adjusted(-1, -1, 1, 1).contains(area)) {
            return QStringLiteral("outside of ") + describe(outer, {});
        }
        if (outer->isWindow())
            break;
        inner = outer;
    }
    return {};
}

QStringList problemsOf(const QWidget& window) {
    QStringList problems;
    const auto look = [&](const QWidget* widget, const QString& text, const QString& cut) {
        if (!cut.isEmpty())
            problems << describe(widget, text) + QStringLiteral(": ") + cut;
        else if (const QString lost = outside(widget); !lost.isEmpty())
            problems << describe(widget, text) + QStringLiteral(": ") + lost;
    };
    for (const QScrollArea* scroll : window.findChildren<QScrollArea*>())
        if (scroll->isVisible() && scroll->horizontalScrollBar()->maximum() == 0 &&
            scroll->widget()->width() > scroll->viewport()->width())
            problems << describe(scroll->widget(), {}) + QStringLiteral(": wider than what scrolls it (%1)")
                                                             .arg(scroll->viewport()->width());
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget);
            label != nullptr && !label->text().isEmpty())
            look(label, label->text(), cutOff(label));
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                 button != nullptr && !button->text().isEmpty())
            look(button, button->text(), cutOff(button));
    }
    return problems;
}

} // namespace

class TestLayout : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void smallestWindow_eachPage_cutsNothingOff_data();
    void smallestWindow_eachPage_cutsNothingOff();
};

void TestLayout::smallestWindow_eachPage_cutsNothingOff_data() {
    QTest::addColumn<Language>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("en") << Language::English << 1.0;
    QTest::newRow("zh") << Language::Chinese << 1.0;
    QTest::newRow("en, font twice as large") << Language::English << 2.0;
    QTest::newRow("zh, font twice as large") << Language::Chinese << 2.0;
}

void TestLayout::smallestWindow_eachPage_cutsNothingOff() {
    QFETCH(Language, language);
    QFETCH(double, scale);
    const QFont usual = QApplication::font();
    QFont font = usual;
    font.setPointSizeF(font.pointSizeF() * scale);
    QApplication::setFont(font);
    GuiScene scene(language);
    scene.window().resize(800, 560);
    QStringList problems;
    const QStringList missed = test::takeTour(scene, [&](QWidget& window, const QString& stop) {
        if (&window == &scene.window() && window.size() != QSize(800, 560))
            problems << stop + QStringLiteral(": the window is larger than 800x560");
        // Layouts within layouts need a few rounds.
        static_cast<void>(QTest::qWaitFor([&] { return problemsOf(window).isEmpty(); }, 300));
        for (const QString& problem : problemsOf(window))
            problems << stop + QStringLiteral(": ") + problem;
    });
    QApplication::setFont(usual);
    QCOMPARE(missed, QStringList());
    for (const QString& problem : problems)
        qWarning().noquote() << problem;
    QVERIFY(problems.isEmpty());
}

QTEST_MAIN(TestLayout)
#include "test_layout.moc"

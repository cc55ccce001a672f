// Why: who works with the keyboard or a screen reader must reach everything and be told what it is, on every
// page, in both languages.
#include <algorithm>
#include <map>
#include <set>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>

#include "tests/ui/window/tour.h"

using namespace certwright;
using test::GuiScene;
using text::Language;

namespace {

QString describe(const QObject* object) {
    return QStringLiteral("%1 \"%2\"")
        .arg(QLatin1String(object->metaObject()->className()), object->objectName());
}

// Problems collects what is wrong, so that one run tells everything.
class Problems {
  public:
    void add(const QString& stop, const QString& what) {
        const QString line = stop + QStringLiteral(": ") + what;
        if (!m_lines.contains(line))
            m_lines << line;
    }
    // told writes them down; whether there were any.
    bool told() const {
        for (const QString& line : m_lines)
            qWarning().noquote() << line;
        return !m_lines.isEmpty();
    }

  private:
    QStringList m_lines;
};

void checkNames(QAccessibleInterface* what, const QString& stop, Problems& problems) {
    if (what == nullptr || !what->isValid() || what->state().invisible)
        return;
    const QObject* object = what->object();
    if (object != nullptr && what->state().focusable) {
        if (what->text(QAccessible::Name).trimmed().isEmpty())
            problems.add(stop, QStringLiteral("no name: ") + describe(object));
        if (what->role() == QAccessible::NoRole)
            problems.add(stop, QStringLiteral("no role: ") + describe(object));
    }
    for (int i = 0; i < what->childCount(); ++i)
        checkNames(what->child(i), stop, problems);
}

QString withMnemonic(const QWidget* widget) {
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        return button->text();
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        return label->buddy() != nullptr ? label->text() : QString();
    if (const auto* group = qobject_cast<const QGroupBox*>(widget))
        return group->title();
    return {};
}

void checkMnemonics(const QWidget& window, const QString& stop, Problems& problems) {
    std::map<QKeySequence, QString> taken;
    const auto take = [&](const QString& text) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            return;
        if (const auto [where, fresh] = taken.emplace(key, text); !fresh)
            problems.add(stop,
                         QStringLiteral("%1: \"%2\" and \"%3\"").arg(key.toString(), where->second, text));
    };
    if (const auto* bar = window.findChild<QMenuBar*>())
        for (const QAction* action : bar->actions())
            take(action->text());
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->window() == &window)
            take(withMnemonic(widget));
}

// What a person works with. Parts of other controls are reached through these.
bool isControl(const QWidget* widget) {
    const QWidget* parent = widget->parentWidget();
    if (qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
        qobject_cast<const QComboBox*>(parent) != nullptr ||
        qobject_cast<const QMenuBar*>(parent) != nullptr || qobject_cast<const QLineEdit*>(parent) != nullptr)
        return false;
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr;
}

// Of buttons that exclude each other Tab reaches one, and the arrows the others.
std::set<const QWidget*> alternatives(const QWidget* widget) {
    std::set<const QWidget*> all{widget, widget->focusProxy()};
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    if (button == nullptr || !button->isCheckable())
        return all;
    if (button->group() != nullptr && button->group()->exclusive())
        for (const QAbstractButton* other : button->group()->buttons())
            all.insert(other);
    else if (button->autoExclusive())
        for (const QAbstractButton* other : button->parentWidget()->findChildren<QAbstractButton*>())
            all.insert(other);
    return all;
}

std::set<const QWidget*> reachedByTab(QWidget& window) {
    std::set<const QWidget*> reached;
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return reached;
    if (window.focusWidget() == nullptr || !window.focusWidget()->hasFocus())
        QTest::keyClick(&window, Qt::Key_Tab);
    // Within a text with links Tab goes from link to link first.
    int inVain = 0;
    while (inVain < 60) {
        QWidget* focused = QApplication::focusWidget();
        if (focused == nullptr)
            break;
        inVain = reached.insert(focused).second ? 0 : inVain + 1;
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    return reached;
}

void checkTab(QWidget& window, const QString& stop, Problems& problems) {
    const auto reached = reachedByTab(window);
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const bool here = widget->isVisible() && widget->isEnabled() && widget->window() == &window;
        if (!here || !isControl(widget))
            continue;
        const auto any = alternatives(widget);
        if (std::ranges::none_of(any, [&](const QWidget* one) { return reached.contains(one); }))
            problems.add(stop, QStringLiteral("not reached by Tab: ") + describe(widget));
    }
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyPage_eachLanguage_canBeWorkedWithoutEyesOrMouse_data();
    void everyPage_eachLanguage_canBeWorkedWithoutEyesOrMouse();
};

void TestAccessibility::everyPage_eachLanguage_canBeWorkedWithoutEyesOrMouse_data() {
    QTest::addColumn<Language>("language");
    QTest::newRow("en") << Language::English;
    QTest::newRow("zh") << Language::Chinese;
}

void TestAccessibility::everyPage_eachLanguage_canBeWorkedWithoutEyesOrMouse() {
    QFETCH(Language, language);
    GuiScene scene(language);
    Problems problems;
    const QStringList missed = test::takeTour(scene, [&](QWidget& window, const QString& stop) {
        checkNames(QAccessible::queryAccessibleInterface(&window), stop, problems);
        checkMnemonics(window, stop, problems);
        const QPointer<QWidget> focused = window.focusWidget();
        checkTab(window, stop, problems);
        if (focused != nullptr)
            focused->setFocus();
    });
    QCOMPARE(missed, QStringList());
    QVERIFY(!problems.told());
}

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"

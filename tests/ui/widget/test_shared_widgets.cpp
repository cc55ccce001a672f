// Why: findings, messages and texts are shown on many pages by the same widgets; what they show, and what
// they say to who does not see it, is checked once.
#include <QAccessible>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "ui/text/finding_text.h"
#include "ui/widget/banner.h"
#include "ui/widget/card.h"
#include "ui/widget/finding_list.h"
#include "ui/widget/fold_out.h"
#include "ui/widget/text_labels.h"

using namespace certwright;
using check::Severity;
using widget::FindingList;
using widget::FindingRow;
using widget::Tone;

namespace {

std::vector<FindingRow> someFindings() {
    return {{{Severity::Note, "a", check::CrlConverted{}}, {}},
            {{Severity::Blocker, "b", check::KeyMismatch{}}, QStringLiteral("Choose another &file…")},
            {{Severity::Warning, "c", check::KeySmall{}}, {}},
            {{Severity::Blocker, "d", check::PasswordNeeded{}}, {}}};
}

QString spokenName(QObject* object) {
    QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(object);
    return spoken != nullptr ? spoken->text(QAccessible::Name) : QString();
}

QStringList labelsIn(const QWidget& widget) {
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

QStringList namesInOrder(const QWidget& list) {
    QStringList names;
    for (int i = 0; i < list.layout()->count(); ++i)
        if (const QWidget* row = list.layout()->itemAt(i)->widget())
            names << row->objectName();
    return names;
}

} // namespace

class TestSharedWidgets : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findings_givenInAnyOrder_areShownWorstFirst();
    void findings_eachRow_saysAndSpeaksTheWhole();
    void findings_actionByKeyboard_namesTheGivenRow();
    void findings_replacedByTheirOwnButton_areReplaced();
    void findings_inAnotherLanguage_keepOpenDetails();
    void findings_asAWhole_areSpokenInOrder();
    void banner_message_isSeenAndSpoken();
    void foldOut_byKeyboard_opensAndCloses();
    void wrappingLabel_longPath_breaksAnywhere();
    void elidedLabel_narrow_staysWholeForAReader();
    void scrollColumn_somethingToScroll_takesTheKeyboard();

  private:
    text::Phrasebook m_english{text::Language::English};
    text::Phrasebook m_chinese{text::Language::Chinese};
};

void TestSharedWidgets::findings_givenInAnyOrder_areShownWorstFirst() {
    FindingList list;
    list.setFindings(someFindings(), m_english);
    QCOMPARE(namesInOrder(list), QStringList({QStringLiteral("finding-1"), QStringLiteral("finding-3"),
                                              QStringLiteral("finding-2"), QStringLiteral("finding-0")}));
}

void TestSharedWidgets::findings_eachRow_saysAndSpeaksTheWhole() {
    const auto rows = someFindings();
    FindingList list;
    list.setFindings(rows, m_english);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto words = text::findingText(rows[i].finding, m_english);
        auto* row = list.findChild<QWidget*>(QStringLiteral("finding-%1").arg(i));
        QVERIFY(row != nullptr);
        const QStringList seen = labelsIn(*row);
        const QString spoken = spokenName(row);
        for (const QString& part :
             {text::severityText(rows[i].finding.severity, m_english), words.sentence, words.nextStep}) {
            QVERIFY2(seen.contains(part), qPrintable(part));
            QVERIFY2(spoken.contains(part), qPrintable(spoken));
        }
        const auto* button = list.findChild<QPushButton*>(QStringLiteral("finding-action-%1").arg(i));
        QCOMPARE(button != nullptr, !rows[i].action.isEmpty());
    }
}

void TestSharedWidgets::findings_actionByKeyboard_namesTheGivenRow() {
    FindingList list;
    list.setFindings(someFindings(), m_english);
    QSignalSpy requested(&list, &FindingList::actionRequested);
    auto* button = list.findChild<QPushButton*>(QStringLiteral("finding-action-1"));
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toInt(), 1);
    QVERIFY(button->accessibleDescription().contains(QStringLiteral("key")));
}

void TestSharedWidgets::findings_replacedByTheirOwnButton_areReplaced() {
    FindingList list;
    list.setFindings(someFindings(), m_english);
    list.show();
    connect(&list, &FindingList::actionRequested, &list, [&] { list.setFindings({}, m_english); });
    QTest::mouseClick(list.findChild<QPushButton*>(QStringLiteral("finding-action-1")), Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(namesInOrder(list).isEmpty());
}

void TestSharedWidgets::findings_inAnotherLanguage_keepOpenDetails() {
    check::FileDamaged damaged;
    damaged.detail = "asn1 encoding routines::wrong tag";
    const std::vector<FindingRow> rows{{{Severity::Blocker, "a", damaged}, {}}};
    FindingList list;
    list.setFindings(rows, m_english);
    list.show();
    const auto name = QStringLiteral("finding-details-0");
    QVERIFY(!list.findChild<widget::FoldOut*>(name)->isOpen());
    QTest::keyClick(list.findChild<widget::FoldOut*>(name)->button(), Qt::Key_Space);
    QVERIFY(labelsIn(list).contains(QStringLiteral("asn1 encoding routines::wrong tag")));
    list.setFindings(rows, m_chinese);
    QVERIFY(list.findChild<widget::FoldOut*>(name)->isOpen());
    QVERIFY(labelsIn(list).contains(text::findingText(rows[0].finding, m_chinese).sentence));
}

void TestSharedWidgets::findings_asAWhole_areSpokenInOrder() {
    FindingList list;
    list.setFindings(someFindings(), m_english);
    const QStringList spoken = list.accessibleDescription().split(QLatin1Char('\n'));
    QCOMPARE(spoken.size(), 4);
    QVERIFY(spoken[0].contains(text::findingText(someFindings()[1].finding, m_english).sentence));
    QVERIFY(spoken[3].contains(text::findingText(someFindings()[0].finding, m_english).sentence));
    list.setFindings(someFindings(), m_chinese);
    QVERIFY(list.accessibleDescription().contains(
        text::findingText(someFindings()[3].finding, m_chinese).sentence));
}

void TestSharedWidgets::banner_message_isSeenAndSpoken() {
    widget::Banner banner;
    banner.setMessage(Tone::Blocker, QStringLiteral("2 problems"), QStringLiteral("Solve them first."));
    QCOMPARE(spokenName(&banner), QStringLiteral("2 problems"));
    QCOMPARE(banner.accessibleDescription(), QStringLiteral("Solve them first."));
    QVERIFY(labelsIn(banner).contains(QStringLiteral("Solve them first.")));
    banner.setMessage(Tone::Good, QStringLiteral("Ready"));
    QCOMPARE(spokenName(&banner), QStringLiteral("Ready"));
    QVERIFY(!labelsIn(banner).contains(QStringLiteral("Solve them first.")));
}

void TestSharedWidgets::foldOut_byKeyboard_opensAndCloses() {
    widget::FoldOut fold;
    auto* inside = new QLabel(QStringLiteral("inside"), &fold);
    fold.body()->addWidget(inside);
    fold.setTitle(QStringLiteral("Details"));
    fold.show();
    QVERIFY(!inside->isVisible());
    QTest::keyClick(fold.button(), Qt::Key_Space);
    QVERIFY(inside->isVisible());
    QTest::keyClick(fold.button(), Qt::Key_Space);
    QVERIFY(!inside->isVisible());
    QCOMPARE(spokenName(fold.button()), QStringLiteral("Details"));
}

void TestSharedWidgets::wrappingLabel_longPath_breaksAnywhere() {
    widget::WrappingLabel label;
    label.setText(QString(300, QLatin1Char('x')));
    QVERIFY(label.minimumSizeHint().width() < 200);
    QVERIFY(label.heightForWidth(200) > label.heightForWidth(1000));
    label.setText(QStringLiteral("<b>not markup</b>"));
    QCOMPARE(spokenName(&label), QStringLiteral("<b>not markup</b>"));
}

void TestSharedWidgets::elidedLabel_narrow_staysWholeForAReader() {
    widget::ElidedLabel label;
    label.setText(QStringLiteral("/a/very/long/path/to/some/file.pem"));
    label.resize(label.minimumSizeHint());
    QVERIFY(label.width() < label.sizeHint().width());
    QCOMPARE(spokenName(&label), QStringLiteral("/a/very/long/path/to/some/file.pem"));
}

void TestSharedWidgets::scrollColumn_somethingToScroll_takesTheKeyboard() {
    widget::ScrollColumn scroll;
    auto* tall = new QWidget;
    scroll.column()->addWidget(tall);
    scroll.resize(300, 200);
    scroll.show();
    QCOMPARE(scroll.focusPolicy(), Qt::NoFocus);
    tall->setMinimumHeight(900);
    QTRY_COMPARE(scroll.focusPolicy(), Qt::TabFocus);
    scroll.setFocus();
    QTest::keyClick(&scroll, Qt::Key_PageDown);
    QVERIFY(scroll.verticalScrollBar()->value() > 0);
}

QTEST_MAIN(TestSharedWidgets)
#include "test_shared_widgets.moc"

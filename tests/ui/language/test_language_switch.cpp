// Why: a switch of the language must reach what is open, Qt's own texts, dates and numbers (DESIGN promise
// 8).
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include "ui/language/language_switch.h"

using namespace certwright;
using language::LanguageSwitch;
using text::Language;

class TestLanguageSwitch : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void speak_atOnceAndAfterEachSwitch_setsTheTexts();
    void speak_ownerGone_isNotCalledAgain();
    void setLanguage_same_tellsNobody();
    void qtButtons_openDialog_changeWithTheLanguage();
    void qtButtons_newDialog_areInTheLanguage();
    void locale_switched_writesNumbersAndDatesThatWay();
    void bookOf_eachLanguage_isThereWhateverIsSet();
};

void TestLanguageSwitch::speak_atOnceAndAfterEachSwitch_setsTheTexts() {
    LanguageSwitch language(Language::English);
    QLabel label;
    language.speak(&label,
                   [&](const text::Phrasebook& book) { label.setText(book.say("findings", "Warning")); });
    QCOMPARE(label.text(), QStringLiteral("Warning"));
    language.setLanguage(Language::Chinese);
    QCOMPARE(label.text(), QStringLiteral("警告"));
    language.setLanguage(Language::English);
    QCOMPARE(label.text(), QStringLiteral("Warning"));
}

void TestLanguageSwitch::speak_ownerGone_isNotCalledAgain() {
    LanguageSwitch language(Language::English);
    int calls = 0;
    {
        QObject owner;
        language.speak(&owner, [&](const text::Phrasebook&) { ++calls; });
    }
    language.setLanguage(Language::Chinese);
    QCOMPARE(calls, 1);
}

void TestLanguageSwitch::setLanguage_same_tellsNobody() {
    LanguageSwitch language(Language::Chinese);
    int calls = 0;
    connect(&language, &LanguageSwitch::changed, this, [&] { ++calls; });
    language.setLanguage(Language::Chinese);
    QCOMPARE(calls, 0);
}

void TestLanguageSwitch::qtButtons_openDialog_changeWithTheLanguage() {
    LanguageSwitch language(Language::English);
    QDialogButtonBox box(QDialogButtonBox::Cancel | QDialogButtonBox::Save);
    box.show();
    const QString english = box.button(QDialogButtonBox::Cancel)->text();
    language.setLanguage(Language::Chinese);
    QTRY_VERIFY(box.button(QDialogButtonBox::Cancel)->text().contains(QStringLiteral("取消")));
    language.setLanguage(Language::English);
    QTRY_COMPARE(box.button(QDialogButtonBox::Cancel)->text(), english);
}

void TestLanguageSwitch::qtButtons_newDialog_areInTheLanguage() {
    const LanguageSwitch language(Language::Chinese);
    const QMessageBox box(QMessageBox::Question, QString(), QString(), QMessageBox::Yes | QMessageBox::No);
    QVERIFY(box.button(QMessageBox::Yes)->text().contains(QStringLiteral("是")));
}

void TestLanguageSwitch::locale_switched_writesNumbersAndDatesThatWay() {
    LanguageSwitch language(Language::English);
    QCOMPARE(QLocale().language(), QLocale::English);
    language.setLanguage(Language::Chinese);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    QVERIFY(QLocale().toString(QDate(2026, 11, 21), QLocale::LongFormat).contains(QStringLiteral("11月")));
}

void TestLanguageSwitch::bookOf_eachLanguage_isThereWhateverIsSet() {
    const LanguageSwitch language(Language::Chinese);
    QCOMPARE(language.bookOf(Language::English).say("findings", "Warning"), QStringLiteral("Warning"));
    QCOMPARE(language.book().say("findings", "Warning"), QStringLiteral("警告"));
}

QTEST_MAIN(TestLanguageSwitch)
#include "test_language_switch.moc"

// Why: people get their own language without asking for it, and the other one when they do.
#include <QTest>

#include "ui/text/language.h"

using namespace certwright::text;

class TestLanguage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void locale_posixOrder_decides_data();
    void locale_posixOrder_decides();
    void name_unknown_isRefused();
};

void TestLanguage::locale_posixOrder_decides_data() {
    QTest::addColumn<QByteArray>("all");
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("lang");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("nothing set") << QByteArray() << QByteArray() << QByteArray() << false;
    QTest::newRow("C") << QByteArray() << QByteArray() << QByteArray("C.UTF-8") << false;
    QTest::newRow("LANG") << QByteArray() << QByteArray() << QByteArray("zh_CN.UTF-8") << true;
    QTest::newRow("LC_MESSAGES over LANG")
        << QByteArray() << QByteArray("en_GB") << QByteArray("zh_CN") << false;
    QTest::newRow("LC_ALL over all") << QByteArray("zh_CN.GB18030") << QByteArray("en_GB")
                                     << QByteArray("de_DE") << true;
    QTest::newRow("another language") << QByteArray() << QByteArray() << QByteArray("de_DE") << false;
}

void TestLanguage::locale_posixOrder_decides() {
    QFETCH(QByteArray, all);
    QFETCH(QByteArray, messages);
    QFETCH(QByteArray, lang);
    QFETCH(bool, chinese);
    const Language language = languageFromLocale(all.constData(), messages.constData(), lang.constData());
    QCOMPARE(language, chinese ? Language::Chinese : Language::English);
}

void TestLanguage::name_unknown_isRefused() {
    QCOMPARE(languageFromName("en"), std::optional(Language::English));
    QCOMPARE(languageFromName("zh"), std::optional(Language::Chinese));
    QVERIFY(!languageFromName("fr"));
    QVERIFY(!languageFromName(""));
}

QTEST_APPLESS_MAIN(TestLanguage)
#include "test_language.moc"

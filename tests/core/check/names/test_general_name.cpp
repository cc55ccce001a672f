// Why: names come as octets from strangers; each of the nine kinds is read by its own form or refused.
#include <QTest>

#include "core/check/names/general_name.h"

using namespace certwright;
using namespace certwright::check::names;

namespace {

base::Bytes octetsOf(const char* hex) {
    return base::fromHex(hex).value();
}

base::Bytes listOf(const base::Bytes& content) {
    return ossl::derElement(ossl::Tag::Sequence, {content});
}

} // namespace

class TestGeneralName : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void generalNamesOf_oneName_isReadByItsKind_data() {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* kind, const char* element, const char* shown) {
            QTest::newRow(kind) << QByteArray(element) << QByteArray(kind) << QByteArray(shown);
        };
        row("otherName", "a00806022a03a0020500", "1.2.3");
        row("email", "8103614062", "a@b");
        row("DNS", "82026162", "ab");
        row("x400", "a3023000", "3000");
        row("directory", "a40e300c310a300806035504030c0161", "CN=a");
        row("ediParty", "a503810161", "810161");
        row("URI", "8606783a2f2f6162", "x://ab");
        row("IP", "8704c0000201", "192.0.2.1");
        row("registeredID", "88022a03", "1.2.3");
    }
    void generalNamesOf_oneName_isReadByItsKind() {
        QFETCH(QByteArray, element);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, shown);
        const base::Bytes der = listOf(octetsOf(element.constData()));
        const auto names = generalNamesOf(der);
        QVERIFY(names);
        QCOMPARE(names->size(), std::size_t{1});
        QCOMPARE(std::string(kindWord(names->front().kind)), kind.toStdString());
        QCOMPARE(shownValue(names->front()), shown.toStdString());
    }

    void generalNamesOf_malformed_isNothing_data() {
        QTest::addColumn<QByteArray>("der");
        const auto row = [](const char* title, const char* der) { QTest::newRow(title) << QByteArray(der); };
        row("nothing", "");
        row("empty list", "3000");
        row("no list", "82026162");
        row("octets behind the list", "3004820261620500");
        row("cut off", "300482036162");
        row("unknown tag", "30048902 6162");
        row("universal tag", "300416026162");
        row("constructed DNS name", "3004a2026162");
        row("primitive directory name", "3004840230 00");
        row("directory name that is none", "3004a4023100");
        row("octets behind a directory name", "3006a40430000500");
    }
    void generalNamesOf_malformed_isNothing() {
        QFETCH(QByteArray, der);
        QVERIFY(!generalNamesOf(octetsOf(der.replace(' ', "").constData())));
    }

    void shownValue_hostileText_isPrintable() {
        const std::string text("a\x1b[2J\xff\0b", 8);
        const std::string shown = shownValue({NameKind::Dns, base::viewOf(text)});
        QVERIFY(shown.find('\x1b') == std::string::npos);
        QVERIFY(shown.find('\0') == std::string::npos);
        QCOMPARE(QString::fromUtf8(shown.c_str()).toUtf8().toStdString(), shown);
    }

    void shownValue_range_isWrittenWithItsMask() {
        const base::Bytes range = octetsOf("0a000000ff000000");
        QCOMPARE(shownValue({NameKind::Ip, range}), std::string("10.0.0.0/255.0.0.0"));
    }

    void smtpUtf8MailboxOf_otherStringType_isNothing() {
        const base::Bytes utf8 = octetsOf("06082b06010505070809a0050c03614062");
        const base::Bytes wrongString = octetsOf("06082b06010505070809a0051603614062");
        const base::Bytes wrongType = octetsOf("06082b06010505070808a0050c03614062");
        QCOMPARE(smtpUtf8MailboxOf({NameKind::Other, utf8}).value(), std::string_view("a@b"));
        QVERIFY(!smtpUtf8MailboxOf({NameKind::Other, wrongString}));
        QVERIFY(!smtpUtf8MailboxOf({NameKind::Other, wrongType}));
        QVERIFY(!smtpUtf8MailboxOf({NameKind::Email, utf8}));
    }
};

QTEST_APPLESS_MAIN(TestGeneralName)
#include "test_general_name.moc"

// Why: an address has one value and many spellings; only the plain ones are taken.
#include <QTest>

#include "core/check/names/address.h"

using namespace certwright;
using namespace certwright::check::names;

class TestAddress : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void addressOf_text_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char* text, const char* octets) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(octets);
        };
        row("192.0.2.1", "c0000201");
        row("0.0.0.0", "00000000");
        row("255.255.255.255", "ffffffff");
        row("2001:db8::1", "20010db8000000000000000000000001");
        row("[2001:db8::1]", "20010db8000000000000000000000001");
        row("::", "00000000000000000000000000000000");
        row("::1", "00000000000000000000000000000001");
        row("1::", "00010000000000000000000000000000");
        row("1:2:3:4:5:6:7:8", "00010002000300040005000600070008");
        row("1:2:3:4:5:6:7::", "00010002000300040005000600070000");
        row("::2:3:4:5:6:7:8", "00000002000300040005000600070008");
        row("1:2:3:4:5:6:192.0.2.1", "000100020003000400050006c0000201");
        row("::ffff:192.0.2.1", "00000000000000000000ffffc0000201");
        row("64:ff9b::192.0.2.33", "0064ff9b0000000000000000c0000221");
        for (const char* none : {"",
                                 "1",
                                 "1.2",
                                 "1.2.3",
                                 "1.2.3.4.5",
                                 "1.2.3.4.",
                                 ".1.2.3.4",
                                 "1..3.4",
                                 "256.0.0.1",
                                 "01.2.3.4",
                                 "1.2.3.04",
                                 "0x1.2.3.4",
                                 "1.2.3.-4",
                                 "1.2.3.4 ",
                                 " 1.2.3.4",
                                 "1.2.3.4/8",
                                 ":",
                                 ":::",
                                 "1:::2",
                                 "1::2::3",
                                 ":1",
                                 "1:",
                                 "1:2:3:4:5:6:7",
                                 "g::1",
                                 "12345::1",
                                 "::1%lo",
                                 "[::1",
                                 "::1]",
                                 "[]",
                                 "[[::1]]",
                                 "::1.2.3",
                                 "1.2.3.4::1",
                                 "::1.2.3.4:5",
                                 "::01.2.3.4",
                                 "1:2:3:4:5:6:7:192.0.2.1",
                                 "1:2:3:4:5:6:7:8:9",
                                 "1:2:3:4:5:6:7:8::",
                                 "::1:2:3:4:5:6:7:8"})
            row(none, "none");
    }
    void addressOf_text() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, octets);
        const auto found = addressOf(text.toStdString());
        QCOMPARE(found ? QByteArray::fromStdString(base::toHex(*found)) : QByteArray("none"), octets);
    }

    void isMask_octets_data() {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<bool>("mask");
        QTest::newRow("all") << QByteArray("ffffffff") << true;
        QTest::newRow("none") << QByteArray("00000000") << true;
        QTest::newRow("in an octet") << QByteArray("fffe0000") << true;
        QTest::newRow("hole in an octet") << QByteArray("fffd0000") << false;
        QTest::newRow("hole between octets") << QByteArray("ff00ff00") << false;
        QTest::newRow("upside down") << QByteArray("000000ff") << false;
    }
    void isMask_octets() {
        QFETCH(QByteArray, octets);
        QFETCH(bool, mask);
        QCOMPARE(isMask(*base::fromHex(octets.toStdString())), mask);
    }

    void isWithin_range_byMask() {
        const auto within = [](const char* address, const char* range) {
            return isWithin(*base::fromHex(address), *base::fromHex(range));
        };
        QVERIFY(within("0a010203", "0a000000ff000000"));
        QVERIFY(within("0a010203", "0affffffff000000"));
        QVERIFY(!within("0b010203", "0a000000ff000000"));
        QVERIFY(within("0b010203", "0000000000000000"));
        QVERIFY(!within("00000000000000000000ffff0a010203", "0a000000ff000000"));
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "test_address.moc"

// Why: every file from outside passes this reader first.
#include <QTest>

#include "core/ossl/der.h"

using namespace certwright;
using ossl::DerReader;
using ossl::Tag;

class TestDer : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void next_wellFormed_givesElementAndRest();
    void next_malformed_givesNothingAndStays_data();
    void next_malformed_givesNothingAndStays();
    void next_otherTag_stays();
    void derElement_anySize_isReadBack_data();
    void derElement_anySize_isReadBack();
    void derIntegerBits_content_countsSignificantBits_data();
    void derIntegerBits_content_countsSignificantBits();
};

void TestDer::next_wellFormed_givesElementAndRest() {
    const base::Bytes octets = *base::fromHex("3003020105ff00");
    DerReader reader(octets);
    const auto sequence = reader.next(Tag::Sequence);
    QVERIFY(sequence.has_value());
    QCOMPARE(base::toHex(sequence->whole), std::string("3003020105"));
    QCOMPARE(base::toHex(sequence->content), std::string("020105"));
    QCOMPARE(base::toHex(reader.rest()), std::string("ff00"));
    const auto integer = DerReader(sequence->content).next();
    QVERIFY(integer && integer->tag == Tag::Integer);
}

void TestDer::next_malformed_givesNothingAndStays_data() {
    QTest::addColumn<std::string>("hex");
    QTest::newRow("empty") << std::string();
    QTest::newRow("tag only") << std::string("30");
    QTest::newRow("content too short") << std::string("30030201");
    QTest::newRow("length octets missing") << std::string("308201");
    QTest::newRow("indefinite") << std::string("30800000");
    QTest::newRow("length of five octets") << std::string("30850000000001ff");
    QTest::newRow("length beyond everything") << std::string("3084ffffffff00");
    QTest::newRow("tag of several octets") << std::string("1f810000");
}

void TestDer::next_malformed_givesNothingAndStays() {
    QFETCH(std::string, hex);
    const base::Bytes octets = *base::fromHex(hex);
    DerReader reader(octets);
    QVERIFY(!reader.next());
    QCOMPARE(reader.rest().size(), octets.size());
}

void TestDer::next_otherTag_stays() {
    const base::Bytes octets = *base::fromHex("020105");
    DerReader reader(octets);
    QVERIFY(!reader.next(Tag::Sequence));
    QVERIFY(reader.next(Tag::Integer).has_value());
    QVERIFY(reader.atEnd() && reader.peek() == Tag::None);
}

void TestDer::derElement_anySize_isReadBack_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 127, 128, 255, 256, 65535, 65536, 20000000})
        QTest::addRow("%d", size) << size;
}

void TestDer::derElement_anySize_isReadBack() {
    QFETCH(int, size);
    const base::Bytes content(static_cast<std::size_t>(size), 0xA5);
    const base::Bytes element = ossl::derElement(Tag::OctetString, {content});
    DerReader reader(element);
    const auto read = reader.next(Tag::OctetString);
    QVERIFY(read && reader.atEnd());
    QCOMPARE(read->content.size(), content.size());
}

void TestDer::derIntegerBits_content_countsSignificantBits_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<int>("bits");
    QTest::newRow("nothing") << std::string() << 0;
    QTest::newRow("zero") << std::string("00") << 0;
    QTest::newRow("one") << std::string("01") << 1;
    QTest::newRow("127") << std::string("7f") << 7;
    QTest::newRow("128") << std::string("0080") << 8;
    QTest::newRow("negative") << std::string("80") << 0;
    QTest::newRow("65537") << std::string("010001") << 17;
}

void TestDer::derIntegerBits_content_countsSignificantBits() {
    QFETCH(std::string, hex);
    QFETCH(int, bits);
    QCOMPARE(ossl::derIntegerBits(*base::fromHex(hex)), bits);
}

QTEST_APPLESS_MAIN(TestDer)
#include "test_der.moc"

// Why: fingerprints and key identifiers are shown and compared in the text form made here.
#include <QTest>

#include "core/base/bytes.h"

using namespace certwright;

class TestBytes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void toHex_octets_lowerCaseWithSeparator();
    void fromHex_text_octetsOrNothing_data();
    void fromHex_text_octetsOrNothing();
    void views_roundTrip_sameOctets();
    void wipe_vector_overwritesAndEmpties();
};

void TestBytes::toHex_octets_lowerCaseWithSeparator() {
    const base::Bytes octets{0x00, 0x9f, 0xAB};
    QCOMPARE(base::toHex(octets), std::string("009fab"));
    QCOMPARE(base::toHex(octets, ':'), std::string("00:9f:ab"));
    QCOMPARE(base::toHex({}, ':'), std::string());
}

void TestBytes::fromHex_text_octetsOrNothing_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("good");
    QTest::addColumn<std::string>("again");
    QTest::newRow("empty") << std::string() << true << std::string();
    QTest::newRow("lower") << std::string("00ff9a") << true << std::string("00ff9a");
    QTest::newRow("upper") << std::string("00FF9A") << true << std::string("00ff9a");
    QTest::newRow("odd") << std::string("00f") << false << std::string();
    QTest::newRow("bad first") << std::string("g0") << false << std::string();
    QTest::newRow("bad second") << std::string("0:") << false << std::string();
    QTest::newRow("just above 9") << std::string("0:") << false << std::string();
    QTest::newRow("just below a") << std::string("`0") << false << std::string();
    QTest::newRow("just below A") << std::string("@0") << false << std::string();
}

void TestBytes::fromHex_text_octetsOrNothing() {
    QFETCH(std::string, text);
    QFETCH(bool, good);
    QFETCH(std::string, again);
    const auto octets = base::fromHex(text);
    QCOMPARE(octets.has_value(), good);
    if (good)
        QCOMPARE(base::toHex(*octets), again);
}

void TestBytes::views_roundTrip_sameOctets() {
    const std::string text("a\0\xff", 3);
    const base::Bytes octets = base::toBytes(text);
    QCOMPARE(octets.size(), 3U);
    QCOMPARE(octets.at(2), std::uint8_t{0xff});
    QCOMPARE(std::string(base::textOf(octets)), text);
    QVERIFY(base::viewOf(text).data() == reinterpret_cast<const std::uint8_t*>(text.data()));
}

void TestBytes::wipe_vector_overwritesAndEmpties() {
    base::Bytes octets = base::toBytes("secret");
    const std::uint8_t* where = octets.data();
    base::wipe(octets);
    QVERIFY(octets.empty());
    octets.resize(octets.capacity());
    QVERIFY(octets.data() == where);
    QVERIFY(octets == base::Bytes(octets.size(), 0));
}

QTEST_APPLESS_MAIN(TestBytes)
#include "test_bytes.moc"

// Why: a list that is taken for newer than it is lets revoked clients in again.
#include <QTest>

#include "core/plan/crl_order.h"
#include "tests/core/plan/material.h"

using namespace certwright;

namespace {

document::CrlFacts listOf(const std::string& number, int day) {
    document::CrlFacts facts;
    if (!number.empty())
        facts.number = number;
    facts.thisUpdate = test::testNow() + std::chrono::days(day);
    return facts;
}

} // namespace

class TestCrlOrder : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void order_numbersThenDates_decide_data();
    void order_numbersThenDates_decide();
    void number_anySize_isDecimal_data();
    void number_anySize_isDecimal();
};

void TestCrlOrder::order_numbersThenDates_decide_data() {
    QTest::addColumn<std::string>("number");
    QTest::addColumn<int>("day");
    QTest::addColumn<std::string>("otherNumber");
    QTest::addColumn<int>("otherDay");
    QTest::addColumn<bool>("older");
    const auto row = [](const char* name, std::string number, int day, std::string other, int otherDay,
                        bool older) { QTest::newRow(name) << number << day << other << otherDay << older; };
    row("smaller number", "01", 0, "02", 0, true);
    row("larger number", "02", 0, "01", 0, false);
    row("by value, not as text", "09", 0, "0100", 0, true);
    row("zeros in front do not count", "0009", 0, "09", 0, false);
    row("number before date", "02", -5, "01", 5, false);
    row("twenty octets", std::string(40, 'E'), 0, std::string(40, 'F'), 0, true);
    row("equal numbers: date", "07", -1, "07", 0, true);
    row("no numbers: date", "", -1, "", 0, true);
    row("no numbers: later date", "", 1, "", 0, false);
    row("only one has a number: date", "", 1, "05", 0, false);
    row("only the other has one: date", "05", -1, "", 0, true);
    row("negative is no number: date", "-01", 1, "05", 0, false);
    row("the same", "05", 0, "05", 0, false);
}

void TestCrlOrder::order_numbersThenDates_decide() {
    QFETCH(std::string, number);
    QFETCH(int, day);
    QFETCH(std::string, otherNumber);
    QFETCH(int, otherDay);
    QFETCH(bool, older);
    QCOMPARE(plan::isOlder(listOf(number, day), listOf(otherNumber, otherDay)), older);
    if (older)
        QVERIFY(!plan::isOlder(listOf(otherNumber, otherDay), listOf(number, day)));
}

void TestCrlOrder::number_anySize_isDecimal_data() {
    QTest::addColumn<std::string>("hexadecimal");
    QTest::addColumn<std::string>("decimal");
    const auto row = [](std::string hexadecimal, std::string decimal) {
        QTest::newRow(hexadecimal.c_str()) << hexadecimal << decimal;
    };
    row("", "");
    row("00", "0");
    row("0A", "10");
    row("0400", "1024");
    row("FFFFFFFFFFFFFFFF", "18446744073709551615");
    row("0123456789ABCDEF0123456789ABCDEF01234567", "6495562832581790663061892574634853316331521383");
    row("-05", "-05");
    row(std::string(42, '1'), "0x" + std::string(42, '1'));
}

void TestCrlOrder::number_anySize_isDecimal() {
    QFETCH(std::string, hexadecimal);
    QFETCH(std::string, decimal);
    QCOMPARE(plan::decimalNumber(listOf(hexadecimal, 0)), decimal);
}

QTEST_GUILESS_MAIN(TestCrlOrder)
#include "test_crl_order.moc"

// Why: a public CA's list has tens of megabytes; whether it is out of date must be told of it too, and a file
// that only pretends to be one must not cost more than its beginning.
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <QTest>

#include "core/ossl/digest.h"
#include "tests/core/scan/heard.h"
#include "tests/data/material/crl_writer.h"
#include "tests/data/material/pki.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using scan::Condition;
using scan::Kind;
using test::count;
using test::Heard;
using test::searched;

namespace {

using Things = std::multiset<std::string>;

constexpr std::uint64_t entries = 300000; // 12.6 MB
constexpr std::uint64_t mebi = std::uint64_t{1024} * 1024;
constexpr std::uint64_t pretended = 8192 * mebi;

std::string told(const Things& things) {
    std::string text;
    for (const std::string& thing : things)
        text += thing + "; ";
    return text;
}

const Identity& root() {
    static const Identity one = authority();
    return one;
}

std::string listAsOf(base::Time time) {
    std::string octets;
    writeCrl({entries, {}, time, 1}, root(), [&](std::string_view piece) { octets += piece; });
    return octets;
}

const std::string& list() {
    static const std::string one = listAsOf(now());
    return one;
}

std::string pemOf(const std::string& octets) {
    std::string text;
    const Sink sink = pemSink([&](std::string_view piece) { text += piece; });
    sink(octets);
    sink({});
    return text;
}

// factsOf is what must be told of a list made by listAsOf(time).
std::string factsOf(const std::string& name, const std::string& octets, base::Time time) {
    return name + " " + root().certificate.facts.subject.text + " " + std::to_string(entries) + " " +
           base::formatIso(time - days(1)) + " " + base::formatIso(time + days(200)) + " " +
           base::toHex(ossl::sha256(base::viewOf(octets)));
}

} // namespace

class TestScanLarge : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void list_overTenMebibytes_isRead_data();
    void list_overTenMebibytes_isRead();
    void list_severalInAFile_areAllTold();
    void list_withACertificate_isToldAndTheRestCounted();
    void list_cutShort_isDamage_data();
    void list_cutShort_isDamage();
    void list_brokenWithin_isDamage_data();
    void list_brokenWithin_isDamage();
    void file_thatOnlyBeginsLikeAList_isLeftSoon_data();
    void file_thatOnlyBeginsLikeAList_isLeftSoon();
    void other_large_isNotRead();
    void cancel_withinAList_endsTheSearch();
};

void TestScanLarge::list_overTenMebibytes_isRead_data() {
    QTest::addColumn<bool>("text");
    QTest::addColumn<int>("age");
    QTest::newRow("DER") << false << 0;
    QTest::newRow("PEM") << true << 0;
    QTest::newRow("DER, out of date") << false << 201;
    QTest::newRow("PEM, out of date") << true << 201;
}

void TestScanLarge::list_overTenMebibytes_isRead() {
    QFETCH(bool, text);
    QFETCH(int, age);
    const base::Time time = now() - days(age);
    const std::string octets = age == 0 ? list() : listAsOf(time);
    const test::TemporaryFolder folder;
    folder.write("ca/large.crl", text ? pemOf(octets) : octets);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{std::string("crl ca/large.crl") + (age == 0 ? "" : " out-of-date")};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    const Things lists{factsOf("ca/large.crl", octets, time)};
    QVERIFY2(heard.lists == lists, told(heard.lists).c_str());
    QCOMPARE(count(tally, Condition::OutOfDate), std::uint64_t{age == 0 ? 0U : 1U});
    QCOMPARE(tally.large, std::uint64_t{0});
    QVERIFY(heard.lastRead >= 11 * mebi && heard.lastRead <= 18 * mebi);
}

void TestScanLarge::list_severalInAFile_areAllTold() {
    const test::TemporaryFolder folder;
    folder.write("two.crl", list() + der(issueCrl(crlSpec(), root())));
    folder.write("two.pem", "Lists\n" + pemOf(list()) + pem(issueCrl(crlSpec(), root())));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"crl two.crl", "crl two.crl", "crl two.pem", "crl two.pem"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(count(tally, Kind::Crl), std::uint64_t{4});
}

void TestScanLarge::list_withACertificate_isToldAndTheRestCounted() {
    const test::TemporaryFolder folder;
    folder.write("before.pem", pem(root()) + pemOf(list()));
    folder.write("behind.pem", pemOf(list()) + pem(root()));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"crl before.pem", "crl behind.pem"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.large, std::uint64_t{2});
}

void TestScanLarge::list_cutShort_isDamage_data() {
    QTest::addColumn<bool>("text");
    QTest::addColumn<int>("missing");
    QTest::newRow("DER, one octet") << false << 1;
    QTest::newRow("DER, much") << false << 2000000;
    QTest::newRow("PEM, the end line") << true << 24;
    QTest::newRow("PEM, much") << true << 3000000;
}

void TestScanLarge::list_cutShort_isDamage() {
    QFETCH(bool, text);
    QFETCH(int, missing);
    const std::string content = text ? pemOf(list()) : list();
    const test::TemporaryFolder folder;
    folder.write("cut.crl", content.substr(0, content.size() - static_cast<std::size_t>(missing)));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"damaged cut.crl"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.damagedNamed.size(), std::size_t{1});
}

void TestScanLarge::list_brokenWithin_isDamage_data() {
    QTest::addColumn<bool>("text");
    QTest::newRow("DER") << false;
    QTest::newRow("PEM") << true;
}

// Behind the break nothing more than mostIdle is read.
void TestScanLarge::list_brokenWithin_isDamage() {
    QFETCH(bool, text);
    std::string content = text ? pemOf(list()) : list();
    content[5000000] = '\x7F';
    const test::TemporaryFolder folder;
    folder.write("broken.crl", content);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"damaged broken.crl"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.large, std::uint64_t{1});
    QVERIFY(heard.lastRead <= 7 * mebi);
}

void TestScanLarge::file_thatOnlyBeginsLikeAList_isLeftSoon_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("thing");
    const std::string small = der(issueCrl(crlSpec(), root()));
    const std::string text = pem(issueCrl(crlSpec(), root()));
    QTest::newRow("DER") << list().substr(0, 1000) << std::string("damaged fake.crl");
    QTest::newRow("DER, whole") << small << std::string("crl fake.crl");
    QTest::newRow("PEM") << text.substr(0, 100) << std::string("damaged fake.crl");
    QTest::newRow("PEM, label alone")
        << std::string("-----BEGIN X509 CRL-----\n") << std::string("damaged fake.crl");
    QTest::newRow("PEM, whole") << text << std::string("crl fake.crl");
    QTest::newRow("another block") << std::string("-----BEGIN CERTIFICATE-----\n-----BEGIN X509 CRL-----\n")
                                   << std::string("damaged fake.crl");
    QTest::newRow("label within a line") << std::string("see -----BEGIN X509 CRL-----\n") << std::string();
}

// 8 GiB of nothing follow.
void TestScanLarge::file_thatOnlyBeginsLikeAList_isLeftSoon() {
    QFETCH(std::string, content);
    QFETCH(std::string, thing);
    const test::TemporaryFolder folder;
    std::filesystem::resize_file(folder.write("fake.crl", content), pretended);
    Heard heard;
    const std::clock_t began = std::clock();
    const auto tally = searched(folder.path(), heard);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    const Things wanted = thing.empty() ? Things() : Things{thing};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.large, std::uint64_t{1});
    QVERIFY(heard.lastRead <= 3 * mebi);
    QVERIFY2(seconds < 1, std::to_string(seconds).c_str());
}

void TestScanLarge::other_large_isNotRead() {
    const test::TemporaryFolder folder;
    std::filesystem::resize_file(folder.write("large.pem", pem(root())), pretended);
    std::filesystem::resize_file(folder.write("large.der", der(root())), pretended);
    std::filesystem::resize_file(folder.write("large.txt", std::string(5000, 'x')), pretended);
    std::filesystem::resize_file(folder.write("large.b64", std::string(5000, 'M')), pretended);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QVERIFY2(heard.things.empty(), told(heard.things).c_str());
    QCOMPARE(tally.large, std::uint64_t{1});
    QCOMPARE(heard.lastRead.load(), std::uint64_t{0});
}

void TestScanLarge::cancel_withinAList_endsTheSearch() {
    const test::TemporaryFolder folder;
    folder.write("large.crl", list());
    for (const int after : {1, 5, 50}) {
        Heard heard;
        const auto tally = searched(std::vector{folder.path()}, heard, test::Stop(after));
        QVERIFY(!tally && tally.error().code == base::ErrorCode::Cancelled);
        QVERIFY2(heard.things.empty() && heard.lost.empty(), told(heard.things).c_str());
        QVERIFY(heard.lastRead <= 6 * mebi);
    }
}

QTEST_APPLESS_MAIN(TestScanLarge)
#include "test_scan_large.moc"

// Why: an entry that is read differently from how it was meant may let a revoked certificate in; each kind of
// malformed entry is named, wherever the pieces of the list end.
#include <QTest>

#include "tests/core/document/crl_pieces.h"

using namespace certwright;
using namespace certwright::test;

class TestCrlEntries : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void entry_malformed_isNamedAtEveryBoundary_data();
    void entry_malformed_isNamedAtEveryBoundary();
    void entry_oddButReadable_isRemarkedAtBothPaces_data();
    void entry_oddButReadable_isRemarkedAtBothPaces();
    void entries_wanted_areFoundWithDateReasonAndIssuer();
    void entries_notLookedFor_areUnknown();
    void entries_inKeptDer_areTheSameAsStreamed();
};

void TestCrlEntries::entry_malformed_isNamedAtEveryBoundary_data() {
    QTest::addColumn<std::string>("bad");
    const auto row = [](const char* name, const std::string& bad) { QTest::newRow(name) << bad; };
    row("not a SEQUENCE", element(0x31, element(0x02, "\x05") + stamp));
    row("empty", element(0x30, ""));
    row("length not in its shortest form", "\x30\x81\x12"s + element(0x02, "\x05") + stamp);
    row("indefinite length", "\x30\x80"s + element(0x02, "\x05") + stamp + "\0\0"s);
    row("length beyond the list", "\x30\x84\x7F\xFF\xFF\xFF"s + element(0x02, "\x05") + stamp);
    row("tag of several octets", "\x3F\x21\x12"s + element(0x02, "\x05") + stamp);
    row("serial without octets", entry("", stamp));
    row("serial padded with zero", entry("\x00\x05"s, stamp));
    row("serial padded with ones", entry("\xFF\x85"s, stamp));
    row("serial of another type", element(0x30, element(0x04, "\x05") + stamp));
    row("no date", element(0x30, element(0x02, "\x05")));
    row("date of another type", entry("\x05", element(0x04, "261111120000Z")));
    row("date without seconds", entry("\x05", element(0x17, "2611111200Z")));
    row("date with an offset", entry("\x05", element(0x17, "261111120000+0100")));
    row("date without Z", entry("\x05", element(0x17, "261111120000z")));
    row("thirteenth month", entry("\x05", element(0x17, "261311120000Z")));
    row("29 February of no leap year", entry("\x05", element(0x17, "270229120000Z")));
    row("hour 24", entry("\x05", element(0x17, "261111240000Z")));
    row("second 60", entry("\x05", element(0x17, "261111120060Z")));
    row("letter in the date", entry("\x05", element(0x17, "26111112000OZ")));
    row("day that is no digits", entry("\x05", element(0x17, "\0\0\0\0\0\0"s + "120000Z")));
    row("GeneralizedTime with fractions", entry("\x05", element(0x18, "20501111120000.5Z")));
    row("something behind the extensions",
        element(0x30, element(0x02, "\x05") + stamp + element(0x30, reason(1)) + element(0x05, "")));
    row("reason 7", entry("\x05", stamp, reason(7)));
    row("reason 11", entry("\x05", stamp, reason(11)));
    row("reason as INTEGER", entry("\x05", stamp, extension("\x55\x1D\x15", element(0x02, "\x01"))));
    row("reason of two octets", entry("\x05", stamp, extension("\x55\x1D\x15", element(0x0A, "\x01\x01"))));
    row("octets behind the reason",
        entry("\x05", stamp, extension("\x55\x1D\x15", element(0x0A, "\x01") + element(0x05, ""))));
    row("critical that is neither TRUE nor FALSE",
        entry("\x05", stamp, extension("\x55\x1D\x15", element(0x0A, "\x01"), element(0x01, "\x01"))));
    row("extension without value", entry("\x05", stamp, element(0x30, element(0x06, "\x55\x1D\x15"))));
    row("extension without type", entry("\x05", stamp, element(0x30, element(0x04, ""))));
    row("object identifier that does not end", entry("\x05", stamp, extension("\x55\x9D", "")));
    row("object identifier padded", entry("\x05", stamp, extension("\x55\x80\x1D", "")));
    row("invalidity date as UTCTime", entry("\x05", stamp, extension("\x55\x1D\x18", stamp)));
    row("certificate issuer without names",
        entry("\x05", stamp, extension("\x55\x1D\x1D", element(0x30, ""), element(0x01, "\xFF"))));
    std::string many;
    for (int i = 0; i < 65; ++i)
        many += extension("\x2A\x03", "");
    row("65 extensions", entry("\x05", stamp, many));
}

void TestCrlEntries::entry_malformed_isNamedAtEveryBoundary() {
    QFETCH(std::string, bad);
    const std::string octets = list(bad);
    for (std::size_t piece = 1; piece <= 64; ++piece) {
        const auto read = streamed(octets, piece);
        QVERIFY(!read);
        QCOMPARE(read.error(), "malformed CRL entry 3"s);
    }
    QVERIFY(!streamed(octets, octets.size(), EntryPace::Careful));
    QCOMPARE(test::describe(test::parsed(octets)), "!bad-content:0"s);
    QCOMPARE(told(inPieces(pemOf(octets), 7)), "damage:2:X509 CRL:1\n"s);
}

void TestCrlEntries::entry_oddButReadable_isRemarkedAtBothPaces_data() {
    QTest::addColumn<std::string>("odd");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const std::string& odd, CrlRemarkKind kind) {
        QTest::newRow(name) << odd << static_cast<int>(kind);
    };
    const std::string critical = element(0x01, "\xFF");
    row("serial zero", entry("\0"s, stamp), CrlRemarkKind::SerialNotPositive);
    row("serial negative", entry("\x85", stamp), CrlRemarkKind::SerialNotPositive);
    row("serial of 21 octets", entry(std::string(21, '\x11'), stamp), CrlRemarkKind::SerialTooLong);
    row("GeneralizedTime before 2050", entry("\x05", element(0x18, "20261111120000Z")),
        CrlRemarkKind::EntryTimeForm);
    row("no extensions in extensions", element(0x30, element(0x02, "\x05") + stamp + element(0x30, "")),
        CrlRemarkKind::EmptyExtensions);
    row("critical FALSE written out",
        entry("\x05", stamp, extension("\x55\x1D\x15", element(0x0A, "\x01"), element(0x01, "\0"s))),
        CrlRemarkKind::ExplicitDefault);
    row("reason twice", entry("\x05", stamp, reason(1) + reason(1)), CrlRemarkKind::DuplicateExtension);
    row("certificate issuer not critical",
        entry("\x05", stamp, extension("\x55\x1D\x1D", element(0x30, element(0x82, "a")))),
        CrlRemarkKind::CertificateIssuerNotCritical);
    row("unknown critical extension", entry("\x05", stamp, extension("\x2A\x03", "", critical)),
        CrlRemarkKind::CriticalUnknownInEntry);
}

void TestCrlEntries::entry_oddButReadable_isRemarkedAtBothPaces() {
    QFETCH(std::string, odd);
    QFETCH(int, kind);
    const std::string octets = list(odd);
    for (const EntryPace pace : {EntryPace::Fast, EntryPace::Careful}) {
        const auto read = streamed(octets, 41, pace);
        QVERIFY(read);
        QCOMPARE(read->facts.entries, std::size_t{5});
        const auto* remark = read->scan->remark(static_cast<CrlRemarkKind>(kind));
        QVERIFY(remark != nullptr);
        QCOMPARE(remark->firstEntry, std::uint64_t{3});
        QCOMPARE(read->scan->remarks.size(), std::size_t{1});
    }
}

void TestCrlEntries::entries_wanted_areFoundWithDateReasonAndIssuer() {
    const std::string names = element(0x30, element(0x82, "issuer.example"));
    const std::string octets =
        list(entry("\x05", stamp) +
             entry("\x06", stamp, extension("\x55\x1D\x1D", names, element(0x01, "\xFF")) + reason(1)) +
             entry("\x05", stamp, reason(8)));
    for (const std::size_t piece : {std::size_t{1}, std::size_t{33}, octets.size()}) {
        const auto read = streamed(octets, piece, EntryPace::Fast, {{0x05}, {0x06}, {0x77}});
        QVERIFY(read && read->scan->foundAll);
        const auto& found = read->scan->found;
        QCOMPARE(found.size(), std::size_t{3});
        QVERIFY(found[0].number == 3 && !found[0].reason && found[0].certificateIssuer.empty());
        QCOMPARE(base::formatIso(found[0].revokedAt), "2026-11-11T12:00:00Z"s);
        QVERIFY(found[1].number == 4 && found[1].reason == 1);
        QVERIFY(found[1].certificateIssuer == base::toBytes(names));
        QVERIFY(found[2].number == 5 && found[2].reason == 8);
        QVERIFY2(found[2].certificateIssuer == base::toBytes(names), "the last issuer stays in force");
        const auto entries = document::entriesFor(*read, base::Bytes{0x00, 0x05});
        QVERIFY(entries && entries->size() == 2);
        QVERIFY(document::entriesFor(*read, base::Bytes{0x77})->empty());
    }
}

void TestCrlEntries::entries_notLookedFor_areUnknown() {
    const auto read = streamed(list({}), 100, EntryPace::Fast, {{0x05}});
    QVERIFY(read && !document::entriesFor(*read, base::Bytes{0x06}));
    std::string many;
    for (int i = 0; i < 4097; ++i)
        many += entry("\x05", stamp);
    const auto flooded = streamed(list(many), 4096, EntryPace::Fast, {{0x05}});
    QVERIFY(flooded && !flooded->scan->foundAll && !document::entriesFor(*flooded, base::Bytes{0x05}));
}

void TestCrlEntries::entries_inKeptDer_areTheSameAsStreamed() {
    const std::string octets = list(entry("\x05", stamp, reason(4)));
    const ParsedFile file = test::parsed(octets);
    const auto& kept = std::get<document::Crl>(file.items.at(0).object);
    QVERIFY(!kept.der.empty());
    const auto entries = document::entriesFor(kept, base::Bytes{0x05});
    QVERIFY(entries && entries->size() == 1 && entries->front().reason == 4 && entries->front().number == 3);
    QVERIFY(document::entriesFor(kept, base::Bytes{0x06})->empty());
}

QTEST_APPLESS_MAIN(TestCrlEntries)
#include "test_crl_entries.moc"

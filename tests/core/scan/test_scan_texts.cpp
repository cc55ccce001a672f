// Why: what import reads, a search must find: certificates that Notepad saved in two octets a character, and
// base64 that somebody copied without the lines around it.
#include <QTest>

#include "tests/core/scan/heard.h"
#include "tests/data/material/pki.h"
#include "tests/support/seeded_random.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::material;
using test::Heard;
using test::searched;

namespace {

using Things = std::multiset<std::string>;

enum class Order { Little, Big };

std::string told(const Things& things) {
    std::string text;
    for (const std::string& thing : things)
        text += thing + "; ";
    return text;
}

const Identity& one() {
    static const Identity made = server(authority());
    return made;
}

// wide is `text` in UTF-16 with its mark.
std::string wide(const std::string& text, Order order) {
    std::string out = order == Order::Little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text) {
        if (order == Order::Big)
            out += '\0';
        out += c;
        if (order == Order::Little)
            out += '\0';
    }
    return out;
}

// bare is the base64 of a PEM block with lines that end with `end`.
std::string bare(const std::string& block, const std::string& end) {
    const std::size_t from = block.find('\n') + 1;
    std::string out;
    for (const char c : block.substr(from, block.rfind("-----END") - from))
        out += c == '\n' ? end : std::string(1, c);
    return out;
}

Things found(const std::string& content) {
    const test::TemporaryFolder folder;
    folder.write("file", content);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    return tally.unreadable == 0 ? heard.things : Things{"unreadable"};
}

} // namespace

class TestScanTexts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void utf16_isRead_data();
    void utf16_isRead();
    void base64_withoutLines_isRead_data();
    void base64_withoutLines_isRead();
    void junk_isNoFinding_data();
    void junk_isNoFinding();
    void junk_random_isNoFinding();
    void pair_acrossForms_isFound();
    void archive_withSuchTexts_isRead();
};

void TestScanTexts::utf16_isRead_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("thing");
    const std::string block = pem(one());
    const std::string key = keyPem(*one().key);
    for (const Order order : {Order::Little, Order::Big}) {
        const auto row = [&](const char* name, const std::string& text, const std::string& thing) {
            QTest::addRow("%s, %s", name, order == Order::Little ? "LE" : "BE") << wide(text, order) << thing;
        };
        std::string lines;
        for (const char c : block)
            lines += c == '\n' ? std::string("\r\n") : std::string(1, c);
        row("certificate", block, "certificate file");
        row("certificate, CRLF", lines, "certificate file");
        row("key", key, "key file");
        row("list", pem(issueCrl(crlSpec(), authority())), "crl file");
        row("bare base64", bare(block, "\r\n"), "certificate file");
        row("text before", "Our certificate:\r\n\r\n" + block, "certificate file");
        // Across the ends of the pieces in which a text is read.
        for (const std::size_t at : {2040UL, 2046UL, 30000UL, 32756UL, 32760UL, 200000UL})
            row(std::to_string(at).c_str(), std::string(at, 'x') + "\n" + block, "certificate file");
    }
    QTest::newRow("without a mark") << wide(block, Order::Little).substr(2)
                                    << std::string("certificate file");
}

void TestScanTexts::utf16_isRead() {
    QFETCH(std::string, content);
    QFETCH(std::string, thing);
    const Things things = found(content);
    QVERIFY2(things == Things{thing}, told(things).c_str());
}

void TestScanTexts::base64_withoutLines_isRead_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("thing");
    const std::string block = pem(one());
    const std::string certificate = "certificate file";
    const auto row = [](const char* name, const std::string& content, const std::string& thing) {
        QTest::newRow(name) << content << thing;
    };
    row("line feeds", bare(block, "\n"), certificate);
    row("CRLF", bare(block, "\r\n"), certificate);
    row("one line", bare(block, ""), certificate);
    row("blanks", bare(block, " \n "), certificate);
    row("blank lines around", "\n\n  " + bare(block, "\n") + "\n\n", certificate);
    row("byte-order mark", "\xEF\xBB\xBF" + bare(block, "\n"), certificate);
    row(
        "one character a line",
        [&] {
            std::string out;
            for (const char c : bare(block, ""))
                out += std::string(1, c) + "\n";
            return out;
        }(),
        certificate);
    row("key", bare(keyPem(*one().key), "\n"), "key file");
    row("the smallest key", bare(keyPem(*issue(serverSpec(), edKey()).key), "\n"), "key file");
    row("encrypted key", bare(keyPem(*one().key, "password"), "\n"), "encrypted-key file");
    std::vector<CrlEntrySpec> entries;
    for (int i = 0; i < 2000; ++i)
        entries.push_back({std::to_string(1000 + i), now() - days(10), {}});
    row("list of some size", bare(pem(issueCrl(crlSpec(entries), authority())), "\n"), "crl file");
}

void TestScanTexts::base64_withoutLines_isRead() {
    QFETCH(std::string, content);
    QFETCH(std::string, thing);
    const Things things = found(content);
    QVERIFY2(things == Things{thing}, told(things).c_str());
}

void TestScanTexts::junk_isNoFinding_data() {
    QTest::addColumn<std::string>("content");
    const std::string text = bare(pem(one()), "\n");
    const auto row = [](const char* name, const std::string& content) { QTest::newRow(name) << content; };
    row("words", "Made of nothing but words without any stop or number\nMany of them\n");
    row("letters", std::string(9000, 'M'));
    row("a SEQUENCE that is no object", "MIIBCgKCAQEA" + std::string(3000, 'A'));
    row("the base64 of other DER", "MBQGCCsGAQUFBwMBBggrBgEFBQcDAgYIKwYBBQUHAwM=");
    row("cut short", text.substr(0, text.size() / 2));
    row("other characters behind", text + "\n(end)\n");
    row("a word before", "Certificate " + text);
    row("other characters far behind", text + std::string(6000, '\n') + "(end)\n");
    row("data URL", "data:application/x-x509-ca-cert;base64," + text);
    row("UTF-16 without a certificate",
        wide("Minutes of the meeting\r\n" + std::string(3000, 'x'), Order::Little));
    row("UTF-16 with a label alone", wide("BEGIN CERTIFICATE in the text", Order::Big));
    row("UTF-16, cut base64", wide(text.substr(0, 300), Order::Little));
    row("marks alone", "\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE" + std::string(100, '\xFE'));
}

void TestScanTexts::junk_isNoFinding() {
    QFETCH(std::string, content);
    const Things things = found(content);
    QVERIFY2(things.empty(), told(things).c_str());
}

// Base64 of random octets behind the headers of something of ours.
void TestScanTexts::junk_random_isNoFinding() {
    static constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    test::SeededRandom random(20261122);
    const test::TemporaryFolder folder;
    for (int i = 0; i < 300; ++i) {
        std::string content = i % 3 == 0 ? "MIIC" : i % 3 == 1 ? "MIICXjCCAc" : "MIICdgIBAD";
        while (content.size() < 900)
            content += letters[static_cast<std::size_t>(random.number(64))];
        folder.write(std::to_string(i), content);
    }
    Heard heard;
    searched(folder.path(), heard);
    QVERIFY2(heard.things.empty(), told(heard.things).c_str());
}

void TestScanTexts::pair_acrossForms_isFound() {
    const test::TemporaryFolder folder;
    folder.write("notepad.cer", wide(pem(one()), Order::Little));
    folder.write("copied.txt", bare(pem(one()), "\r\n"));
    folder.write("server.key", wide(keyPem(*one().key), Order::Big), 0644);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(heard.pairs.size(), std::size_t{1});
    QCOMPARE(heard.pairs.front().count, std::size_t{2});
    QCOMPARE(tally.duplicates, std::uint64_t{1});
    QCOMPARE(heard.things.count("key server.key exposed-to-all"), std::size_t{1});
}

void TestScanTexts::archive_withSuchTexts_isRead() {
    const test::TemporaryFolder folder;
    folder.write("sent.zip", test::zipOf({{"notepad.cer", wide(pem(one()), Order::Little)},
                                          {"copied.txt", bare(pem(one()), "\r\n")}}));
    Heard heard;
    searched(folder.path(), heard);
    const Things wanted{"certificate sent.zip/notepad.cer", "certificate sent.zip/copied.txt"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
}

QTEST_APPLESS_MAIN(TestScanTexts)
#include "test_scan_texts.moc"

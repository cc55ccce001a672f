// Why: people bring any kind of thing in any encoding, edited by any editor; the same thing must be found in
// all of them.
#include <functional>

#include <QTest>

#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using test::describe;
using test::parsed;
using test::Thing;
using test::things;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

// onOneLine joins the base64 lines of a PEM block without headers.
std::string onOneLine(const std::string& pem) {
    const std::size_t start = pem.find('\n') + 1;
    const std::size_t end = pem.find("-----END");
    return pem.substr(0, start) + replaced(pem.substr(start, end - start), "\n", "") + '\n' + pem.substr(end);
}

struct Oddity {
    const char* name;
    std::function<std::string(const std::string&)> apply;
    std::size_t line;
};

const std::vector<Oddity>& pemOddities() {
    static const std::vector<Oddity> all{
        {"plain", [](const std::string& pem) { return pem; }, 1},
        {"CRLF", [](const std::string& pem) { return replaced(pem, "\n", "\r\n"); }, 1},
        {"CR only", [](const std::string& pem) { return replaced(pem, "\n", "\r"); }, 1},
        {"byte-order mark", [](const std::string& pem) { return "\xEF\xBB\xBF" + pem; }, 1},
        {"text around",
         [](const std::string& pem) { return "Bag Attributes\n  名称: x\n\n" + pem + "thanks, 再见\n"; }, 4},
        {"no final newline", [](const std::string& pem) { return pem.substr(0, pem.size() - 1); }, 1},
        {"blanks behind lines", [](const std::string& pem) { return replaced(pem, "\n", " \t\n"); }, 1},
        {"blanks before lines", [](const std::string& pem) { return "  " + pem; }, 1},
        {"other blocks beside it",
         [](const std::string& pem) {
             return "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + pem;
         },
         4},
        {"CRLF and text with a mark",
         [](const std::string& pem) { return "\xEF\xBB\xBF# a\r\n# b\r\n" + replaced(pem, "\n", "\r\n"); },
         3},
    };
    return all;
}

} // namespace

class TestParse : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void parse_everyKindInPem_isFoundWithItsLine_data();
    void parse_everyKindInPem_isFoundWithItsLine();
    void parse_everyKindInDer_isFound_data();
    void parse_everyKindInDer_isFound();
    void parse_longLines_areRead();
    void parse_everythingInOneFile_keepsOrder();
    void parse_derWithFiller_isFound();
    void parse_severalDerObjects_areFound();
    void parse_pkcs7_marksItsObjects();
    void parse_exactOctets_areKept();
    void parse_nothingOfOurs_givesNothing_data();
    void parse_nothingOfOurs_givesNothing();
};

void TestParse::parse_everyKindInPem_isFoundWithItsLine_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("holds");
    QTest::addColumn<std::size_t>("line");
    for (const Thing& thing : things()) {
        for (const Oddity& oddity : pemOddities()) {
            if (!thing.pem.empty())
                QTest::addRow("%s, %s", thing.name.c_str(), oddity.name)
                    << oddity.apply(thing.pem) << thing.holds << oddity.line;
        }
    }
}

void TestParse::parse_everyKindInPem_isFoundWithItsLine() {
    QFETCH(std::string, content);
    QFETCH(std::string, holds);
    QFETCH(std::size_t, line);
    const document::ParsedFile file = parsed(content);
    QCOMPARE(describe(file), holds);
    QVERIFY(file.items[0].encoding == document::Encoding::Pem);
    QCOMPARE(file.items[0].line, line);
}

void TestParse::parse_everyKindInDer_isFound_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("holds");
    for (const Thing& thing : things()) {
        if (!thing.der.empty())
            QTest::addRow("%s", thing.name.c_str()) << thing.der << thing.holds;
    }
}

void TestParse::parse_everyKindInDer_isFound() {
    QFETCH(std::string, content);
    QFETCH(std::string, holds);
    const document::ParsedFile file = parsed(content);
    QCOMPARE(describe(file), holds);
    QVERIFY(file.items[0].encoding == document::Encoding::Der);
    QCOMPARE(file.items[0].line, std::size_t{0});
}

void TestParse::parse_longLines_areRead() {
    for (const char* name : {"certificate", "pkcs8 rsa", "pkcs7", "crl"})
        QCOMPARE(describe(parsed(onOneLine(test::thing(name).pem))), test::thing(name).holds);
}

void TestParse::parse_everythingInOneFile_keepsOrder() {
    std::string content;
    std::string holds;
    for (const Thing& thing : things()) {
        if (thing.pem.empty())
            continue;
        content += thing.name + ":\r\n" + thing.pem;
        holds += (holds.empty() ? "" : " ") + thing.holds;
    }
    const document::ParsedFile file = parsed(content);
    QCOMPARE(describe(file), holds);
    for (std::size_t i = 1; i < file.items.size(); ++i)
        QVERIFY(file.items[i].line >= file.items[i - 1].line);
}

void TestParse::parse_derWithFiller_isFound() {
    for (const char* name : {"certificate", "pkcs8 encrypted", "pkcs12"}) {
        const Thing& thing = test::thing(name);
        QCOMPARE(describe(parsed(thing.der + "\r\n")), thing.holds);
        QCOMPARE(describe(parsed(thing.der + std::string(64, '\0'))), thing.holds);
    }
}

void TestParse::parse_severalDerObjects_areFound() {
    const std::string content =
        test::thing("certificate").der + test::thing("crl").der + test::thing("pkcs8 rsa").der;
    QCOMPARE(describe(parsed(content)), std::string("certificate crl key"));
}

void TestParse::parse_pkcs7_marksItsObjects() {
    for (const document::Item& item : parsed(test::thing("pkcs7").pem).items)
        QVERIFY(item.container == document::Container::Pkcs7);
    QVERIFY(parsed(test::thing("certificate").pem).items[0].container == document::Container::None);
}

void TestParse::parse_exactOctets_areKept() {
    const auto certificate =
        std::get<document::Certificate>(parsed(test::thing("certificate").pem).items[0].object);
    QCOMPARE(material::der(certificate), test::thing("certificate").der);
    const auto crl = std::get<document::Crl>(parsed(test::thing("crl").der).items[0].object);
    QCOMPARE(material::der(crl), test::thing("crl").der);
}

void TestParse::parse_nothingOfOurs_givesNothing_data() {
    QTest::addColumn<std::string>("content");
    QTest::newRow("empty") << std::string();
    QTest::newRow("text") << std::string("hello\n你好\n");
    QTest::newRow("text that begins with the tag of a sequence") << std::string("0123456789 0 0 0");
    QTest::newRow("octets") << std::string("\x7F\x45\x4C\x46\x00\x01", 6);
    QTest::newRow("label in a sentence") << std::string("put it after -----BEGIN CERTIFICATE----- please");
    QTest::newRow("label without end") << std::string("-----BEGIN CERTIFICATE\nMIIB\n");
}

void TestParse::parse_nothingOfOurs_givesNothing() {
    QFETCH(std::string, content);
    QCOMPARE(describe(parsed(content)), std::string());
}

QTEST_APPLESS_MAIN(TestParse)
#include "test_parse.moc"

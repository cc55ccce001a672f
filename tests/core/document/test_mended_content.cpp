// Why: a certificate that went through a word processor or the wrong "Save as" is read, and said to be;
// nothing is guessed.
#include <QTest>

#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using document::Repair;

namespace {

enum class Mark { With, Without };
enum class Order { Little, Big };

std::string utf16(const std::string& text, Order order, Mark mark) {
    std::string out = mark == Mark::Without ? "" : order == Order::Little ? "\xFF\xFE" : "\xFE\xFF";
    for (const char c : text)
        out += order == Order::Little ? std::string{c, '\0'} : std::string{'\0', c};
    return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string base64Of(const std::string& pem) {
    const std::size_t start = pem.find('\n') + 1;
    return pem.substr(start, pem.rfind("-----END") - start);
}

} // namespace

class TestMendedContent : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void content_mended_isReadAndTold_data();
    void content_mended_isReadAndTold();
    void content_whole_isNotMended();
    void content_beyondDoubt_only_data();
    void content_beyondDoubt_only();
    void trustSettings_areLeftOutAndTold();
};

void TestMendedContent::content_mended_isReadAndTold_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("holds");
    QTest::addColumn<std::vector<int>>("repairs");
    const auto row = [](const std::string& name, const std::string& content, const std::string& holds,
                        std::vector<Repair> repairs) {
        std::vector<int> numbers;
        for (const Repair repair : repairs)
            numbers.push_back(static_cast<int>(repair));
        QTest::addRow("%s", name.c_str()) << content << holds << numbers;
    };
    for (const test::Thing& thing : test::things()) {
        if (!thing.pem.empty()) {
            row("UTF-16LE " + thing.name, utf16(thing.pem, Order::Little, Mark::With), thing.holds,
                {Repair::Utf16});
            row("UTF-16BE " + thing.name, utf16(thing.pem, Order::Big, Mark::Without), thing.holds,
                {Repair::Utf16});
            row("long dashes " + thing.name, replaced(thing.pem, "-----", "\xE2\x80\x94\xE2\x80\x93"),
                thing.holds, {Repair::Dashes});
        }
        if (!thing.pem.empty() && !thing.der.empty())
            row("base64 of " + thing.name, base64Of(thing.pem), thing.holds, {Repair::BareBase64});
    }
    const test::Thing& one = test::thing("certificate");
    row("four dashes", replaced(one.pem, "-----", "----"), one.holds, {Repair::Dashes});
    row("six dashes", replaced(one.pem, "-----", "------"), one.holds, {Repair::Dashes});
    row("blank before the label", replaced(one.pem, "-----BEGIN", "----- BEGIN"), one.holds,
        {Repair::Dashes});
    row("full-width dashes, CRLF", replaced(replaced(one.pem, "-----", "\xEF\xBC\x8D"), "\n", "\r\n"),
        one.holds, {Repair::Dashes});
    row("unseen blanks", replaced(replaced(one.pem, "-----", "\xE2\x80\x94"), "\n", "\xE2\x80\x8B\n"),
        one.holds, {Repair::Dashes});
    row("text around", "my certificate:\n" + replaced(one.pem, "-----", "\xE2\x80\x94") + "bye\n", one.holds,
        {Repair::Dashes});
    row("two, UTF-16 with long dashes",
        utf16(replaced(one.pem + one.pem, "-----", "----"), Order::Little, Mark::With),
        "certificate certificate", {Repair::Utf16, Repair::Dashes});
    row("base64 in one line", replaced(base64Of(one.pem), "\n", ""), one.holds, {Repair::BareBase64});
    row("base64 in UTF-16", utf16(base64Of(one.pem), Order::Little, Mark::With), one.holds,
        {Repair::Utf16, Repair::BareBase64});
}

void TestMendedContent::content_mended_isReadAndTold() {
    QFETCH(std::string, content);
    QFETCH(std::string, holds);
    QFETCH(std::vector<int>, repairs);
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), holds);
    std::vector<int> told;
    for (const Repair repair : file.repairs)
        told.push_back(static_cast<int>(repair));
    QCOMPARE(told, repairs);
    QVERIFY(file.mended());
}

void TestMendedContent::content_whole_isNotMended() {
    for (const test::Thing& thing : test::things()) {
        QVERIFY(test::parsed(thing.pem).repairs.empty());
        QVERIFY(test::parsed(thing.der).repairs.empty());
    }
}

void TestMendedContent::content_beyondDoubt_only_data() {
    QTest::addColumn<std::string>("content");
    const std::string pem = test::thing("certificate").pem;
    const std::string base64 = base64Of(pem);
    QTest::newRow("base64 and a word") << base64 + "\nend!\n";
    QTest::newRow("base64 cut off") << base64.substr(0, base64.size() / 2 / 4 * 4);
    QTest::newRow("base64 of text") << std::string("SGVsbG8gd29ybGQsIGhlbGxvIHdvcmxkIQ==");
    QTest::newRow("one word") << std::string("MAMA");
    QTest::newRow("UTF-16 of words") << utf16("hello, world", Order::Little, Mark::With);
    QTest::newRow("marks alone") << std::string("\xFF\xFE\xFF\xFE\xFF\xFE\xFF\xFE");
    QTest::newRow("sentence") << std::string("a line BEGIN CERTIFICATE and END CERTIFICATE - so\n");
    QTest::newRow("nothing but dashes") << std::string(100000, '-') + "BEGIN A\nEND A";
}

void TestMendedContent::content_beyondDoubt_only() {
    QFETCH(std::string, content);
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string());
    QVERIFY(file.repairs.empty());
}

void TestMendedContent::trustSettings_areLeftOutAndTold() {
    const std::string der = test::thing("certificate").der + std::string("\x30\x00", 2);
    const document::ParsedFile file = test::parsed(material::pem("TRUSTED CERTIFICATE", der));
    QCOMPARE(test::describe(file), std::string("certificate"));
    QCOMPARE(file.repairs.size(), std::size_t{1});
    QVERIFY(file.repairs[0] == Repair::TrustSettings);
    QVERIFY(!file.mended());
    QVERIFY(
        test::parsed(material::pem("TRUSTED CERTIFICATE", test::thing("certificate").der)).repairs.empty());
}

QTEST_APPLESS_MAIN(TestMendedContent)
#include "test_mended_content.moc"

// Why: a Chinese password must open a key that was locked on a GB18030 system, and must not stay behind in
// the converter.
#include <QTest>

#include "core/secret/charset.h"
#include "tests/core/secret/memory_map.h"

using namespace certwright;
using namespace std::string_literals;
using secret::SecretBytes;

namespace {

const secret::SecretAccess granted = secret::SecretAccess::grant();

SecretBytes secretOf(std::string_view text) {
    return SecretBytes::copyOf(base::viewOf(text));
}

} // namespace

class TestCharset : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void toGb18030_text_convertsAsTheStandardSays_data();
    void toGb18030_text_convertsAsTheStandardSays();
    void toGb18030_notUtf8_isRefused_data();
    void toGb18030_notUtf8_isRefused();
    void toGb18030_longPassword_convertsWhole();
    void toGb18030_done_leavesNoCopyInMemory();
    void questions_text_areAnswered_data();
    void questions_text_areAnswered();
};

void TestCharset::toGb18030_text_convertsAsTheStandardSays_data() {
    QTest::addColumn<std::string>("utf8");
    QTest::addColumn<std::string>("hex");
    const auto row = [](const char* name, const std::string& utf8, const char* hex) {
        QTest::newRow(name) << utf8 << std::string(hex);
    };
    row("empty", "", "");
    row("ascii", "p@ss 1", "704073732031");
    row("two octets each", "证书", "d6a4cae9");
    row("mixed", "密码Ab1", "c3dcc2eb416231");
    row("euro", "€", "a2e3");
    row("two octets for two", "é", "a8a6");
    row("four octets for two", "ÿ", "81308b37");
    row("beyond the first plane", "\xF0\xA0\x80\x80", "95328236");
    row("fullwidth", "１", "a3b1");
    row("NUL inside", "证\0书"s, "d6a400cae9");
}

void TestCharset::toGb18030_text_convertsAsTheStandardSays() {
    QFETCH(std::string, utf8);
    QFETCH(std::string, hex);
    const auto converted = secret::toGb18030(secretOf(utf8), granted);
    QVERIFY(converted);
    QCOMPARE(base::toHex(converted->reveal(granted)), hex);
}

void TestCharset::toGb18030_notUtf8_isRefused_data() {
    QTest::addColumn<std::string>("octets");
    QTest::newRow("already GB18030") << std::string("\xD6\xA4\xCA\xE9");
    QTest::newRow("cut") << std::string("\xE8\xAF");
    QTest::newRow("surrogate") << std::string("\xED\xA0\x80");
}

void TestCharset::toGb18030_notUtf8_isRefused() {
    QFETCH(std::string, octets);
    const auto converted = secret::toGb18030(secretOf(octets), granted);
    QVERIFY(!converted);
    QCOMPARE(converted.error().code, base::ErrorCode::CharacterUnconvertible);
    QVERIFY(converted.error().subject.empty());
}

void TestCharset::toGb18030_longPassword_convertsWhole() {
    std::string utf8;
    std::string hex;
    for (int i = 0; i < 9000; ++i) {
        utf8 += "证";
        hex += "d6a4";
    }
    const auto converted = secret::toGb18030(secretOf(utf8), granted);
    QVERIFY(converted);
    QVERIFY(base::toHex(converted->reveal(granted)) == hex);
}

void TestCharset::toGb18030_done_leavesNoCopyInMemory() {
    // 证书密码口令钥匙, as the converter may keep it: UTF-8, GB18030, UCS-4 and UTF-16.
    const std::string gb18030 =
        test::inverted("\xD6\xA4\xCA\xE9\xC3\xDC\xC2\xEB\xBF\xDA\xC1\xEE\xD4\xBF\xB3\xD7");
    std::string utf8 = test::inverted("证书密码口令钥匙");
    std::string ucs4;
    std::string utf16;
    for (const char32_t c : std::u32string(U"证书密码口令钥匙")) {
        const std::string low{static_cast<char>(~(c & 0xFFU)), static_cast<char>(~(c >> 8U & 0xFFU))};
        utf16 += low;
        ucs4 += low + "\xFF\xFF";
    }
    {
        SecretBytes password(utf8.size());
        for (std::size_t i = 0; i < utf8.size(); ++i)
            password.revealForWriting(granted)[i] = static_cast<std::uint8_t>(~utf8[i]);
        const auto converted = secret::toGb18030(password, granted);
        QVERIFY(converted);
        QCOMPARE(test::copiesInMemory(gb18030), 1);
        QCOMPARE(test::copiesInMemory(utf8), 1);
    }
    QCOMPARE(test::copiesInMemory(gb18030), 0);
    QCOMPARE(test::copiesInMemory(utf8), 0);
    QCOMPARE(test::copiesInMemory(ucs4), 0);
    QCOMPARE(test::copiesInMemory(utf16), 0);
}

void TestCharset::questions_text_areAnswered_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("ascii");
    QTest::addColumn<bool>("utf8");
    QTest::addColumn<int>("characters");
    QTest::newRow("empty") << std::string() << true << true << 0;
    QTest::newRow("ascii") << std::string("abc\x7F") << true << true << 4;
    QTest::newRow("Chinese") << std::string("密码1") << false << true << 3;
    QTest::newRow("neither") << std::string("\x80") << false << false << 1;
}

void TestCharset::questions_text_areAnswered() {
    QFETCH(std::string, text);
    QFETCH(bool, ascii);
    QFETCH(bool, utf8);
    QFETCH(int, characters);
    QCOMPARE(secret::isAscii(secretOf(text), granted), ascii);
    QCOMPARE(secret::isUtf8(secretOf(text), granted), utf8);
    QCOMPARE(static_cast<int>(secret::characterCount(secretOf(text), granted)), characters);
}

QTEST_APPLESS_MAIN(TestCharset)
#include "test_charset.moc"

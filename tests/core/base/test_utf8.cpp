// Why: a certificate's name comes from a stranger and is printed on an administrator's terminal.
#include <QTest>

#include "core/base/utf8.h"

using namespace certwright;
using namespace std::string_literals;

class TestUtf8 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void isUtf8_octets_asRfc3629_data();
    void isUtf8_octets_asRfc3629();
    void utf8Length_text_countsCodePoints();
    void printable_text_steersNothing_data();
    void printable_text_steersNothing();
};

void TestUtf8::isUtf8_octets_asRfc3629_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, const std::string& text, bool good) {
        QTest::newRow(name) << text << good;
    };
    row("empty", "", true);
    row("ascii with NUL", "a\0b"s, true);
    row("two octets", "\xC3\xA9", true);
    row("Chinese", "证书匠", true);
    row("four octets", "\xF0\x9F\x94\x91", true);
    row("last code point", "\xF4\x8F\xBF\xBF", true);
    row("first of three octets", "\xE0\xA0\x80", true);
    row("before the surrogates", "\xED\x9F\xBF", true);
    row("after the surrogates", "\xEE\x80\x80", true);
    row("beyond the last", "\xF4\x90\x80\x80", false);
    row("F5", "\xF5\x80\x80\x80", false);
    row("overlong slash, two", "\xC0\xAF", false);
    row("overlong, C1", "\xC1\xBF", false);
    row("overlong, three", "\xE0\x9F\xBF", false);
    row("overlong, four", "\xF0\x8F\xBF\xBF", false);
    row("surrogate", "\xED\xA0\x80", false);
    row("last surrogate", "\xED\xBF\xBF", false);
    row("lone continuation", "a\x80", false);
    row("cut after one", "\xE8", false);
    row("cut after two", "\xE8\xAF", false);
    row("letter inside", "\xE8\x41\x81", false);
    row("GB18030 text", "\xD6\xA4\xCA\xE9", false);
}

void TestUtf8::isUtf8_octets_asRfc3629() {
    QFETCH(std::string, text);
    QFETCH(bool, good);
    QCOMPARE(base::isUtf8(text), good);
}

void TestUtf8::utf8Length_text_countsCodePoints() {
    QCOMPARE(base::utf8Length(""), 0U);
    QCOMPARE(base::utf8Length("abc"), 3U);
    QCOMPARE(base::utf8Length("证书匠"), 3U);
    QCOMPARE(base::utf8Length("\xF0\x9F\x94\x91"), 1U);
    QCOMPARE(base::utf8Length("a\xFF\xFE"), 3U);
}

void TestUtf8::printable_text_steersNothing_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("shown");
    const auto row = [](const char* name, const std::string& text, const std::string& shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", "CN=证书匠 é", "CN=证书匠 é");
    row("escape sequence", "a\x1B[2J", "a\\x1B[2J");
    row("line end", "a\nb", "a\\x0Ab");
    row("NUL", "a\0b"s, "a\\x00b");
    row("DEL", "\x7F", "\\x7F");
    row("C1 CSI", "\xC2\x9B", "\\x9B");
    row("malformed", "a\xFFz", "a\xEF\xBF\xBDz");
    row("right-to-left override", "a\u202Ez", "a\\u{202E}z");
    row("isolate", "\u2066", "\\u{2066}");
    row("direction mark", "\u200F", "\\u{200F}");
    row("line separator", "\u2028", "\\u{2028}");
    row("paragraph separator", "\u2029", "\\u{2029}");
    row("right after C1", "\u00A0", "\u00A0");
}

void TestUtf8::printable_text_steersNothing() {
    QFETCH(std::string, text);
    QFETCH(std::string, shown);
    QCOMPARE(base::printable(text), shown);
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "test_utf8.moc"

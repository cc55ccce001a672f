// Why: what a scalar may look like and still be read as the same string by everybody.
#include <QTest>

#include <yaml-cpp/yaml.h>

#include "core/config/yaml_scalar.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using config::ScalarStyle;

class TestYamlScalar : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void writeScalar_plainWanted_quotesWhatIsNoString_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        for (const char* plain :
             {"config/crt/ca.crt", "/a", "a-b_c.d", "AB+/==", "a b", "c:/d", "a~b", "nullable", "x1", "_"})
            QTest::newRow(plain) << QByteArray(plain) << QByteArray(plain);
        for (const char* quoted : {"",
                                   "~",
                                   "Null",
                                   "TRUE",
                                   "no",
                                   "Y",
                                   ".NaN",
                                   "-.inf",
                                   "1",
                                   "-1",
                                   "+1",
                                   "0o7",
                                   "0b1",
                                   "1.5",
                                   "1e3",
                                   ".5",
                                   "12:30:45",
                                   "2027-11-21",
                                   "2027-11-21T00:00:00Z",
                                   "1_0",
                                   "deadbeef1 "})
            QTest::newRow(quoted) << QByteArray(quoted) << "'" + QByteArray(quoted) + "'";
        for (const char* quoted :
             {"- a", "? a", ": a", ",a",   "[a", "{a",   "#a", "&a", "*a", "!a", "|",   ">",   "%a",
              "@a",  "`a",  "\"a", "a: b", "a:", "a #b", "a ", " a", "=",  "<<", "...", "---", "é"})
            QTest::newRow(quoted) << QByteArray(quoted) << "'" + QByteArray(quoted) + "'";
        QTest::newRow("apostrophe") << QByteArray("a'b") << QByteArray("'a''b'");
        QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\\x0Ab\"");
    }
    void writeScalar_plainWanted_quotesWhatIsNoString() {
        QFETCH(QByteArray, value);
        QTEST(QByteArray::fromStdString(config::writeScalar(value.toStdString(), ScalarStyle::Plain)),
              "written");
    }

    void writeScalar_quotesWanted_keepsThem() {
        QCOMPARE(config::writeScalar("abc", ScalarStyle::SingleQuoted), std::string("'abc'"));
        QCOMPARE(config::writeScalar("abc", ScalarStyle::DoubleQuoted), std::string("\"abc\""));
        QCOMPARE(config::writeScalar("a\tb", ScalarStyle::SingleQuoted), std::string("\"a\\x09b\""));
        QCOMPARE(config::writeScalar("\\\"", ScalarStyle::DoubleQuoted), std::string("\"\\\\\\\"\""));
        QCOMPARE(config::writeScalar("\xEF\xBB\xBF\x7F\xC2\x9F\xE2\x80\xA9", ScalarStyle::Plain),
                 std::string("\"\\uFEFF\\x7F\\x9F\\u2029\""));
    }

    void writeScalar_anyText_isReadBackAndEndsWhereItEnds() {
        test::SeededRandom random;
        const std::vector<std::string> pieces{"a",
                                              "B",
                                              "0",
                                              "1",
                                              " ",
                                              ":",
                                              "#",
                                              "'",
                                              "\"",
                                              "\\",
                                              "\n",
                                              "\t",
                                              "-",
                                              ".",
                                              "/",
                                              "é",
                                              "字",
                                              "\xC2\x85",
                                              "\xE2\x80\xA8",
                                              "{",
                                              "]",
                                              ",",
                                              "%",
                                              "\x01",
                                              "&",
                                              "*",
                                              "!",
                                              "|",
                                              "~",
                                              "😀"};
        for (int i = 0; i < 5000; ++i) {
            std::string value;
            for (std::uint64_t n = random.number(8); n > 0; --n)
                value += pieces[random.number(pieces.size())];
            for (const ScalarStyle style :
                 {ScalarStyle::Plain, ScalarStyle::SingleQuoted, ScalarStyle::DoubleQuoted}) {
                const std::string written = config::writeScalar(value, style);
                const std::string text = "k: " + written + "  # c\n";
                const YAML::Node node = YAML::Load(text)["k"];
                QVERIFY2(node.IsScalar() && node.Scalar() == value, written.c_str());
                QCOMPARE(config::scalarStop(text, 3).value_or(0), 3 + written.size());
            }
        }
    }

    void scalarStop_text_findsTheEnd_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("stop");
        QTest::newRow("plain") << QByteArray("abc # d\n") << 3;
        QTest::newRow("plain with hash") << QByteArray("a#c\r\n") << 3;
        QTest::newRow("plain with colon") << QByteArray("a:b: c") << 3;
        QTest::newRow("plain, colon at the end") << QByteArray("ab:") << 2;
        QTest::newRow("plain at the end") << QByteArray("a b  ") << 3;
        QTest::newRow("single") << QByteArray("'a''b' c") << 6;
        QTest::newRow("double") << QByteArray("\"a\\\"b\" c") << 6;
        QTest::newRow("double, escaped backslash") << QByteArray("\"a\\\\\" c") << 5;
        QTest::newRow("several lines") << QByteArray("'a\nb'") << -1;
        QTest::newRow("several lines, escaped") << QByteArray("\"a\\\nb\"") << -1;
        QTest::newRow("no end") << QByteArray("\"a") << -1;
        QTest::newRow("block") << QByteArray("|\n a") << -1;
    }
    void scalarStop_text_findsTheEnd() {
        QFETCH(QByteArray, text);
        QFETCH(int, stop);
        const auto found = config::scalarStop(text.toStdString(), 0);
        QCOMPARE(found ? static_cast<int>(*found) : -1, stop);
    }
};

QTEST_GUILESS_MAIN(TestYamlScalar)
#include "test_yaml_scalar.moc"

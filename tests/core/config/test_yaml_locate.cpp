// Why: what is reported of a config.yaml before anything is edited: its values, and keys that stand twice.
#include <QTest>

#include "core/config/yaml.h"

using namespace certwright;
using base::ErrorCode;

namespace {

QString described(const base::Result<std::optional<config::Occurrence>>& scalar) {
    if (!scalar)
        return QString("%1|%2|%3")
            .arg(QString::fromStdString(std::string(base::errorCodeName(scalar.error().code))),
                 QString::fromStdString(scalar.error().subject),
                 QString::fromStdString(scalar.error().detail));
    if (!*scalar)
        return "nothing";
    return QString("%1:%2").arg((*scalar)->line).arg(QString::fromStdString((*scalar)->value));
}

} // namespace

class TestYamlLocate : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void yamlScalar_path_isRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, const char* text, const char* found) {
            QTest::newRow(name) << QByteArray(text) << QString(found);
        };
        row("plain", "cert:\n  ca: x # y\n", "2:x");
        row("quoted", "\xEF\xBB\xBF# c\r\n'cert':\r\n  \"ca\" : 'it''s'", "3:it's");
        row("block scalar", "cert:\n  ca: |\n    x\n", "2:x\n");
        row("tagged and anchored", "cert: &a\n  ca: !!str &b 12\n", "2:12");
        row("null", "cert:\n  ca:\n", "nothing");
        row("tilde", "cert:\n  ca: ~\n", "nothing");
        row("absent", "cert:\n  crt: x\n", "nothing");
        row("absent parent", "other: 1\n", "nothing");
        row("parent null", "cert:\n", "nothing");
        row("empty text", "", "nothing");
        row("comments only", "# cert:\n", "nothing");
        row("parent flow", "cert: {ca: x}\n", "config.uneditable|cert.ca|1 flow mapping");
        row("parent scalar", "cert: x\n", "config.uneditable|cert.ca|1 scalar");
        row("parent sequence", "cert:\n- ca: x\n", "config.uneditable|cert.ca|2 sequence");
        row("root sequence", "- a\n", "config.uneditable|cert.ca|1 sequence");
        row("parent alias", "a: &a\n  ca: x\ncert: *a\n", "config.uneditable|cert.ca|3 alias");
        row("value mapping", "cert:\n  ca:\n    x: 1\n", "config.uneditable|cert.ca|3 mapping");
        row("value alias", "a: &a x\ncert:\n  ca: *a\n", "config.uneditable|cert.ca|3 alias");
        row("merged away", "a: &a\n  ca: x\ncert:\n  <<: *a\n", "config.uneditable|cert.ca|4 merge key");
        row("beside a merge", "a: &a\n  ca: x\ncert:\n  <<: *a\n  ca: y\n", "5:y");
        row("twice", "cert:\n  ca: x\n  ca: y\n", "config.duplicate-key|cert.ca|2, 3");
        row("parent twice", "cert:\n  ca: x\ncert:\n  crt: y\n", "config.duplicate-key|cert|1, 3");
    }
    void yamlScalar_path_isRead() {
        QFETCH(QByteArray, text);
        QTEST(described(config::yamlScalar(text.toStdString(), "cert.ca")), "found");
    }

    void yamlScalar_badText_isInvalid_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const QByteArray& text, const char* place) {
            QTest::newRow(name) << text << QByteArray(place);
        };
        row("unclosed quote", "a: 'x\nb: ''\n", "1:4 quote that is not closed");
        row("unclosed double quote", "a: \"x\\\"", "1:");
        row("unclosed bracket", "a: [1\nb: 2\n", "");
        row("bad indentation", "a:\n  b: 1\n c: 2\n", "3:2 ");
        row("tab as indentation", "a:\n\tb: 1\n", "2:");
        row("two colons", "a: b: c\n", "1:");
        row("undefined alias", "a: *b\n", "1:");
        row("NUL", QByteArray("a: \0\n", 5), "1:4 control character");
        row("end-of-file octet of yaml-cpp", "a: 1\n\x04 b: 2\n", "2:1 control character");
        row("escape", "a: 1\nb: \x1B[0m\n", "2:4 control character");
        row("C1 control", "a: \xC2\x9B\n", "1:4 control character");
        row("not UTF-8", "a: 1\nb: \xB6\xCB\n", "2:1 not UTF-8");
        row("UTF-16",
            QByteArray("\xFF\xFE"
                       "a\0:\0",
                       6),
            "1:1 not UTF-8");
        row("lone carriage return", "a: 1\rb: 2\n", "1:5 lone carriage return");
        row("U+2028",
            "# a\xE2\x80\xA8"
            "b: 1\n",
            "1:4 line break U+2028");
        row("U+FFFF", "a: \xEF\xBF\xBF\n", "1:4 U+FFFF");
        row("deep flow", QByteArray(100000, '['), "1:65 nested too deep");
        row("deep maps", QByteArray("{a: ").repeated(1000), "1:257 nested too deep");
        row("deep block", QByteArray("- ").repeated(100000), "1:");
        row("deep complex keys", QByteArray("? ").repeated(100000), "1:");
        row("private key", "\x30\x82\x04\xA4\x02\x01", "1:1 not UTF-8");
    }
    void yamlScalar_badText_isInvalid() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const auto scalar = config::yamlScalar(text.toStdString(), "cert.ca");
        QVERIFY(!scalar.has_value());
        QCOMPARE(scalar.error().code, ErrorCode::ConfigInvalid);
        QVERIFY2(QByteArray::fromStdString(scalar.error().detail).startsWith(place),
                 scalar.error().detail.c_str());
        const auto edits = config::editYaml(text.toStdString(), {{"cert.ca", "x"}});
        QVERIFY(!edits.has_value() && edits.error() == scalar.error());
        QVERIFY(!config::repeatedYamlKeys(text.toStdString()).has_value());
    }

    void yamlScalar_hugeText_isRefused() {
        const std::string text(config::maximumYamlSize + 1, '\n');
        QCOMPARE(config::yamlScalar(text, "a").error().code, ErrorCode::FileTooLarge);
    }

    void yamlScalar_badPath_isRefused() {
        for (const char* path : {"", ".", "a.", ".a", "a..b", "a\nb", "\xFF"})
            QCOMPARE(config::yamlScalar("a: 1\n", path).error().code, ErrorCode::InvalidArgument);
    }

    void repeatedYamlKeys_text_listsAllPaths() {
        const auto repeated =
            config::repeatedYamlKeys("a: 1\ncert:\n  ca: x\n  'ca': y\n  in: {k: 1, k: 2, \"k\": 3}\n"
                                     "b: 1\na: 2\nlist:\n- {z: 1, z: 2}\n? [x]\n: 1\n");
        QVERIFY(repeated.has_value());
        QStringList found;
        for (const config::RepeatedPath& one : *repeated) {
            QStringList lines;
            for (const std::size_t line : one.lines)
                lines << QString::number(line);
            found << QString::fromStdString(one.path) + ":" + lines.join(',');
        }
        QCOMPARE(found.join('|'), QString("a:1,7|cert.ca:3,4|cert.in.k:5,5,5"));
        QVERIFY(config::repeatedYamlKeys("a: {b: 1}\nb: {b: 2}\n")->empty());
    }
};

QTEST_GUILESS_MAIN(TestYamlLocate)
#include "test_yaml_locate.moc"

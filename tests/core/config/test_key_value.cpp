// Why: each rule of the key=value editor by a case that a person can read; the generated files are tried
// elsewhere.
#include <QTest>

#include "core/config/key_value.h"

using namespace certwright;
using base::ErrorCode;
using Settings = std::vector<config::Setting>;

namespace {

QByteArray edited(const QByteArray& before, const Settings& settings) {
    const std::string text = before.toStdString();
    const auto edits = config::editKeyValue(text, settings);
    if (!edits)
        return "failed: " + QByteArray::fromStdString(std::string(base::errorCodeName(edits.error().code)));
    return QByteArray::fromStdString(config::applyEdits(text, *edits).value_or("edits do not fit"));
}

QString described(const std::vector<config::Occurrence>& occurrences) {
    QStringList list;
    for (const config::Occurrence& one : occurrences)
        list << QString("%1:%2").arg(one.line).arg(QString::fromStdString(one.value));
    return list.join('|');
}

} // namespace

class TestKeyValue : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void editKeyValue_shippedSample_setsAllKeys() {
        const QByteArray sample =
            "# The port that the service is listening on, range [1025, 65535], default is 8080\n"
            "port=8080\n"
            "# server.crt file path\n"
            "server_crt=\n"
            "# (optional) ca.crl file path, default: null\n"
            "crl=\n"
            "# rotate file number of log switch: 50 (default, For each log level)\n"
            "rotate_file_number=50";
        const QByteArray expected =
            "# The port that the service is listening on, range [1025, 65535], default is 8080\n"
            "port=8080\n"
            "# server.crt file path\n"
            "server_crt=keys/server.crt\n"
            "# (optional) ca.crl file path, default: null\n"
            "crl=keys/ca.crl\n"
            "# rotate file number of log switch: 50 (default, For each log level)\n"
            "rotate_file_number=50\n"
            "server_key=keys/server.key\n"
            "server_key_mm=AAAA==";
        QCOMPARE(edited(sample, {{"server_key", "keys/server.key"},
                                 {"server_crt", "keys/server.crt"},
                                 {"crl", "keys/ca.crl"},
                                 {"server_key_mm", "AAAA=="}}),
                 expected);
    }

    void editKeyValue_text_changesOnlyTheValue_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("empty file") << QByteArray() << QByteArray("crl=new\n");
        QTest::newRow("only a byte order mark") << QByteArray("\xEF\xBB\xBF")
                                                << QByteArray("\xEF\xBB\xBF"
                                                              "crl=new\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                       "crl=x")
                                         << QByteArray("\xEF\xBB\xBF"
                                                       "crl=new");
        QTest::newRow("same value") << QByteArray("crl = new \r\n") << QByteArray("crl = new \r\n");
        QTest::newRow("colon") << QByteArray("crl: old\n") << QByteArray("crl: new\n");
        QTest::newRow("other case") << QByteArray("CRL =old\n") << QByteArray("CRL =new\n");
        QTest::newRow("empty value with spaces")
            << QByteArray("crl = \r\nx=1") << QByteArray("crl = new\r\nx=1");
        QTest::newRow("comments only")
            << QByteArray("# crl=old\n;crl=old\n") << QByteArray("# crl=old\n;crl=old\ncrl=new\n");
        QTest::newRow("nearest line end")
            << QByteArray("a=1\nb=2\r\nc=3") << QByteArray("a=1\nb=2\r\nc=3\r\ncrl=new");
        QTest::newRow("first key indented")
            << QByteArray("  crl=old\n  b=1\n") << QByteArray("  crl=new\n  b=1\n");
        QTest::newRow("indented comment below")
            << QByteArray("crl=old\n  # no value\n\nb=1") << QByteArray("crl=new\n  # no value\n\nb=1");
        QTest::newRow("other value continued")
            << QByteArray("b=1\n  crl=old\n") << QByteArray("b=1\n  crl=old\ncrl=new\n");
        QTest::newRow("indented by an ideographic space") << QByteArray("b=1\n\xE3\x80\x80"
                                                                        "crl=old\n")
                                                          << QByteArray("b=1\n\xE3\x80\x80"
                                                                        "crl=old\ncrl=new\n");
        QTest::newRow("no-break spaces around") << QByteArray("crl\xC2\xA0=\xC2\xA0"
                                                              "a b\xE2\x80\x83\n")
                                                << QByteArray("crl\xC2\xA0=\xC2\xA0"
                                                              "new\xE2\x80\x83\n");
        QTest::newRow("comment in another charset")
            << QByteArray("# \xB6\xCB\xBF\xDA\ncrl=\n") << QByteArray("# \xB6\xCB\xBF\xDA\ncrl=new\n");
        QTest::newRow("key that only begins so") << QByteArray("crl2=x\n") << QByteArray("crl2=x\ncrl=new\n");
    }
    void editKeyValue_text_changesOnlyTheValue() {
        QFETCH(QByteArray, before);
        QTEST(edited(before, {{"crl", "new"}}), "after");
    }

    void editKeyValue_uncertainText_isRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* name, const QByteArray& text, ErrorCode code, const char* subject,
                            const char* detail) {
            QTest::newRow(name) << text << code << QByteArray(subject) << QByteArray(detail);
        };
        row("key twice", "crl=a\n#\ncrl=b\n", ErrorCode::ConfigDuplicateKey, "crl", "1, 3");
        row("key thrice in cases", "Crl=a\ncRl:b\ncrl=\n", ErrorCode::ConfigDuplicateKey, "crl", "1, 2, 3");
        row("Kelvin sign",
            "key=a\n\xE2\x84\xAA"
            "ey=b\n",
            ErrorCode::ConfigDuplicateKey, "key", "1, 2");
        row("another key twice", "crl=a\nx=1\nx=1\n", ErrorCode::ConfigDuplicateKey, "x", "2, 3");
        row("continued value", "x=1\ncrl=a\n  b\n", ErrorCode::ConfigUneditable, "crl", "2");
        row("continued by a tab", "crl=\n\tx=1\n", ErrorCode::ConfigUneditable, "crl", "1");
        row("continued behind comment and blank", "crl=a\n# c\n\n  b\n", ErrorCode::ConfigUneditable, "crl",
            "1");
        row("continued by an ideographic space",
            "crl=a\n\xE3\x80\x80"
            "b\n",
            ErrorCode::ConfigUneditable, "crl", "1");
        row("value not UTF-8", "crl=\xB6\xCB\n", ErrorCode::ConfigUneditable, "crl", "1");
        row("value with NUL", QByteArray("crl=a\0b\n", 8), ErrorCode::ConfigUneditable, "crl", "1");
        row("section", "a=1\n[tls]\ncrl=a\n", ErrorCode::ConfigInvalid, "", "2: section");
        row("no delimiter", "a=1\nnonsense\n", ErrorCode::ConfigInvalid, "", "2: no = or :");
        row("no key", "=1\n", ErrorCode::ConfigInvalid, "", "1: no key");
        row("old Macintosh line ends", "a=1\rcrl=2\r", ErrorCode::ConfigInvalid, "",
            "1: carriage return within the line");
        row("binary",
            QByteArray("\x7F"
                       "ELF\x02\x01\0\0",
                       8),
            ErrorCode::ConfigInvalid, "", "1: no = or :");
        row("huge", QByteArray(static_cast<int>(config::maximumKeyValueSize) + 1, '\n'),
            ErrorCode::FileTooLarge, "", "4194305");
    }
    void editKeyValue_uncertainText_isRefused() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const auto edits = config::editKeyValue(text.toStdString(), {{"crl", "new"}});
        QVERIFY(!edits.has_value());
        QCOMPARE(edits.error().code, code);
        QTEST(QByteArray::fromStdString(edits.error().subject), "subject");
        QTEST(QByteArray::fromStdString(edits.error().detail), "detail");
    }

    void editKeyValue_unwritableSetting_isRefused_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* name, const QByteArray& key, const QByteArray& value) {
            QTest::newRow(name) << key << value;
        };
        row("comment sign", "crl", "a#b");
        row("per cent", "crl", "100%");
        row("semicolon behind space", "crl", "a ;b");
        row("semicolon first", "crl", ";b");
        row("line feed", "crl", "a\nb");
        row("carriage return", "crl", "a\rb");
        row("space at the end", "crl", "a ");
        row("ideographic space first", "crl",
            "\xE3\x80\x80"
            "a");
        row("tab within", "crl", "a\tb");
        row("NUL", "crl", QByteArray("a\0b", 3));
        row("not UTF-8", "crl", "\xFF");
        row("empty key", "", "a");
        row("key with delimiter", "a=b", "a");
        row("key with space", "a b", "a");
        row("key like a section", "[a]", "a");
        row("key not ASCII",
            "\xE2\x84\xAA"
            "ey",
            "a");
    }
    void editKeyValue_unwritableSetting_isRefused() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        const auto edits = config::editKeyValue("crl=\n", {{key.toStdString(), value.toStdString()}});
        QVERIFY(!edits.has_value());
        QCOMPARE(edits.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(QByteArray::fromStdString(edits.error().subject), key);
        // The value may be a secret.
        QVERIFY(value.size() < 2 || !QByteArray::fromStdString(edits.error().detail).contains(value));
    }

    void editKeyValue_sameKeyTwice_isRefused() {
        const auto edits = config::editKeyValue("", {{"crl", "a"}, {"CRL", "b"}});
        QVERIFY(!edits.has_value());
        QCOMPARE(edits.error().code, ErrorCode::InvalidArgument);
    }

    void editKeyValue_emptyLastValueAndNewKey_keepTheirOrder() {
        QCOMPARE(edited("crl=", {{"new", "2"}, {"crl", "1"}}), QByteArray("crl=1\nnew=2"));
    }

    void occurrencesOf_key_givesAllLines() {
        const std::string text = "crl=a\n#crl=b\n CRL : c \nx=1\n  crl=d\ncrl\n[s]\n  Crl=e";
        // Line 3 continues line 1; line 5 continues line 4; line 8 stands in another section but is indented
        // no further.
        QCOMPARE(described(config::occurrencesOf(text, "crl")), QString("1:a|8:e"));
        QCOMPARE(described(config::occurrencesOf(text, "CRL")), QString("1:a|8:e"));
        QCOMPARE(described(config::occurrencesOf(text, "none")), QString());
    }

    void repeatedKeys_text_listsThemInOrder() {
        const auto keys = config::repeatedKeys("b=1\na=1\nA=2\nc=1\nB : 2\n");
        QCOMPARE(keys.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(keys[0].key), QString("b"));
        QCOMPARE(described(keys[0].occurrences), QString("1:1|5:2"));
        QCOMPARE(QString::fromStdString(keys[1].key), QString("a"));
        QCOMPARE(described(keys[1].occurrences), QString("2:1|3:2"));
        QVERIFY(config::repeatedKeys("a=1\nb=1\n").empty());
    }
};

QTEST_GUILESS_MAIN(TestKeyValue)
#include "test_key_value.moc"

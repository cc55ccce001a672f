// Why: each rule of the YAML editor by a case that a person can read; the generated files are tried
// elsewhere.
#include <QTest>

#include "core/config/yaml.h"

using namespace certwright;
using base::ErrorCode;
using Settings = std::vector<config::Setting>;

namespace {

QByteArray edited(const QByteArray& before, const Settings& settings) {
    const std::string text = before.toStdString();
    const auto edits = config::editYaml(text, settings);
    if (!edits)
        return "failed: " + QByteArray::fromStdString(edits.error().subject + " " + edits.error().detail);
    return QByteArray::fromStdString(config::applyEdits(text, *edits).value_or("edits do not fit"));
}

} // namespace

class TestYamlEdit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void editYaml_shippedSample_setsAllKeys() {
        const QByteArray sample =
            "# Config infer service ca file path and keyword when https.\ncert:\n  ca: xxx\n"
            "  crt: xxx\n  key: xxx\n  key_mm: xxxxxx\n  crl: xxxxxx\n"
            "# Upload CA file path, only use in https mode.\nai_platform_http_client:\n"
            "  ca: xxx\n  crl: xxx";
        const QByteArray expected =
            "# Config infer service ca file path and keyword when https.\ncert:\n  ca: config/crt/ca.crt\n"
            "  crt: xxx\n  key: xxx\n  key_mm: AA/B+==\n  crl: ''\n"
            "# Upload CA file path, only use in https mode.\nai_platform_http_client:\n"
            "  ca: xxx\n  crl: xxx\nca_retention_time: '2027-11-21 12:00:00'\n"
            "http_pushgateway_client:\n  ca: config/crt/gateway_client_ca.crt";
        QCOMPARE(edited(sample, {{"cert.ca", "config/crt/ca.crt"},
                                 {"ca_retention_time", "2027-11-21 12:00:00"},
                                 {"cert.key_mm", "AA/B+=="},
                                 {"cert.crl", ""},
                                 {"http_pushgateway_client.ca", "config/crt/gateway_client_ca.crt"}}),
                 expected);
    }

    void editYaml_text_changesOnlyTheValue_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const char* after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("empty file", "", "cert:\n  ca: new\n");
        row("comments only", "# c", "# c\ncert:\n  ca: new");
        row("document start only", "---\r\n", "---\r\ncert:\r\n  ca: new\r\n");
        row("before a document end", "a: 1\n...\n", "a: 1\ncert:\n  ca: new\n...\n");
        row("directive", "%YAML 1.1\n---\ncert:\n  ca: old\n", "%YAML 1.1\n---\ncert:\n  ca: new\n");
        row("value on the next line", "cert:\n  ca:\n    old # c\n", "cert:\n  ca:\n    new # c\n");
        row("null on the next line", "cert:\n  ca:\n    ~\n  x: 1\n",
            "failed: cert.ca 1 the edited text would be read differently");
        row("null before a key like null", "cert:\n  ca:\nnull: 1\n", "cert:\n  ca: new\nnull: 1\n");
        row("null at the end", "cert:\n  ca:", "cert:\n  ca: new");
        row("root indented", "  a: 1\n", "  a: 1\n  cert:\n    ca: new\n");
        row("step of 3", "a:\n   b: 1\n", "a:\n   b: 1\ncert:\n   ca: new\n");
        row("step of an inner map", "a:\n- x: 1\nb: {c: 1}\nd:\n    e: 1\n",
            "a:\n- x: 1\nb: {c: 1}\nd:\n    e: 1\ncert:\n    ca: new\n");
        row("parent empty", "cert:   # here\nb: 1\n", "cert:   # here\n  ca: new\nb: 1\n");
        row("parent null", "cert: NULL\nb: 1\n", "cert:\n  ca: new\nb: 1\n");
        row("comments behind the map", "cert:\n  b: 1\n\n  # crl\n# next\nc: 1\n",
            "cert:\n  b: 1\n  ca: new\n\n  # crl\n# next\nc: 1\n");
        row("last value nested", "cert:\n  b:\n    c:\n    - 1\n    - d: 2\n      e: 3\nf: 1\n",
            "cert:\n  b:\n    c:\n    - 1\n    - d: 2\n      e: 3\n  ca: new\nf: 1\n");
        row("last value on several lines", "cert:\n  b: [1,\n  # c\n  2]\n  # d\n",
            "cert:\n  b: [1,\n  # c\n  2]\n  ca: new\n  # d\n");
        row("block scalar last", "cert:\n  b: |\n    x\n\n    y\n\nc: 1\n",
            "cert:\n  b: |\n    x\n\n    y\n  ca: new\n\nc: 1\n");
        row("complex key around", "? cert\n: ca: old\n", "? cert\n: ca: new\n");
        row("anchor elsewhere", "d: &d {x: 1}\ncert:\n  b: *d\n  ca: old\n",
            "d: &d {x: 1}\ncert:\n  b: *d\n  ca: new\n");
        row("anchored but the same", "cert:\n  ca: &a new\n", "cert:\n  ca: &a new\n");
        row("block scalar but the same", "cert:\n  ca: |-\n    new\n", "cert:\n  ca: |-\n    new\n");
        row("key twice in a sequence", "a:\n- {x: 1, x: 2}\ncert:\n  ca: old\n",
            "a:\n- {x: 1, x: 2}\ncert:\n  ca: new\n");
    }
    void editYaml_text_changesOnlyTheValue() {
        QFETCH(QByteArray, before);
        QTEST(edited(before, {{"cert.ca", "new"}}), "after");
    }

    void editYaml_severalMapsEndingTogether_areKeptApart() {
        QCOMPARE(
            edited("a:\n  b:\n    c: 1", {{"d", "4"}, {"a.x", "3"}, {"a.b.z", "2 z"}, {"q.m.o", "5 / z"}}),
            QByteArray("a:\n  b:\n    c: 1\n    z: '2 z'\n  x: '3'\nd: '4'\nq:\n  m:\n    o: 5 / z"));
        QCOMPARE(edited("a:\n  b:\n", {{"a.b.c", "x"}, {"a.d", "w"}}),
                 QByteArray("a:\n  b:\n    c: x\n  d: w\n"));
    }

    void editYaml_keyThatIsNoPlainString_isQuoted() {
        QCOMPARE(edited("a: 1\n", {{"on", "x"}, {"12", "v"}, {"键", "z"}}),
                 QByteArray("a: 1\n'on': x\n'12': v\n'键': z\n"));
    }

    void editYaml_uncertainText_isRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* name, const char* text, const char* detail) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(detail);
        };
        row("anchored value", "cert:\n  ca: &a old\n", "2 anchor");
        row("anchored null", "cert:\n  ca: &a\n", "2 value that is not understood");
        row("alias", "a: &a x\ncert:\n  ca: *a\n", "3 alias");
        row("tagged value", "cert:\n  ca: !!str old\n", "2 tag");
        row("value with the tag !", "cert:\n  ca: ! old\n", "2 tag");
        row("anchored map", "cert: &c\n  ca: old\nb: *c\n", "1 anchor");
        row("anchored null map", "cert: &c\nb: *c\n", "1 anchor");
        row("tagged map", "cert: !!map\n  ca: old\n", "1 tag");
        row("anchored key", "cert:\n  &k ca: old\n", "2 ");
        row("alias as map", "a: &a\n  ca: x\ncert: *a\n", "3 alias");
        row("merge key beside", "a: &a\n  ca: x\ncert:\n  <<: *a\n  ca: old\n", "4 merge key");
        row("merge key at the root", "<<: {a: 1}\ncert:\n  ca: old\n", "1 merge key");
        row("flow map", "cert: {ca: old}\n", "1 flow mapping");
        row("flow root", "{cert: {ca: old}}\n", "1 flow mapping");
        row("literal", "cert:\n  ca: |\n    old\n", "2 block scalar");
        row("folded", "cert:\n  ca: >-\n    old\n", "2 block scalar");
        row("plain on two lines", "cert:\n  ca: old\n    older\n", "2 value on several lines");
        row("quoted on two lines", "cert:\n  ca: \"old\n    older\"\n", "2 value on several lines");
        row("value is a map", "cert:\n  ca:\n    x: 1\n", "3 mapping");
        row("value is a sequence", "cert:\n  ca: [1]\n", "2 sequence");
        row("added to a map behind a complex key", "? cert\n: b: 1\n",
            "2 mapping that does not begin its line");
        row("empty complex key", "cert:\n  ? ca\n  :\n", "2 value that is not understood");
        row("two documents", "cert:\n  ca: old\n---\na: 1\n", "3 several documents");
        row("second document empty", "cert:\n  ca: old\n---\n", "3 several documents");
        row("tab before a comment", "cert:\n  ca: old\t# c\n", "2 value that is not understood");
        row("kept line ends of a block scalar", "a: |+\n  x", "1 the edited text would be read differently");
        row("comment-like end of a block scalar", "cert:\n  b: |\n    x\n    # y\n",
            "1 the edited text would be read differently");
    }
    void editYaml_uncertainText_isRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, detail);
        const auto edits = config::editYaml(text.toStdString(), {{"cert.ca", "new"}});
        QVERIFY(!edits.has_value());
        QCOMPARE(edits.error().code, ErrorCode::ConfigUneditable);
        QCOMPARE(edits.error().subject, std::string("cert.ca"));
        QVERIFY2(QByteArray::fromStdString(edits.error().detail).startsWith(detail),
                 edits.error().detail.c_str());
    }

    void editYaml_keyTwice_isRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("detail");
        QTest::newRow("the key") << QByteArray("cert:\n  ca: x\n  ca: y\n") << QByteArray("cert.ca")
                                 << QByteArray("2, 3");
        QTest::newRow("its map") << QByteArray("cert:\n  ca: x\n'cert': {}\n") << QByteArray("cert")
                                 << QByteArray("1, 3");
        QTest::newRow("another") << QByteArray("cert:\n  ca: x\nb:\n  c: 1\n  c: 1\n") << QByteArray("b.c")
                                 << QByteArray("4, 5");
    }
    void editYaml_keyTwice_isRefused() {
        QFETCH(QByteArray, text);
        const auto edits = config::editYaml(text.toStdString(), {{"cert.ca", "new"}});
        QVERIFY(!edits.has_value());
        QCOMPARE(edits.error().code, ErrorCode::ConfigDuplicateKey);
        QTEST(QByteArray::fromStdString(edits.error().subject), "subject");
        QTEST(QByteArray::fromStdString(edits.error().detail), "detail");
    }

    void editYaml_unwritableSetting_isRefused() {
        const std::vector<Settings> wrong{{{"", "x"}},
                                          {{"a.", "x"}},
                                          {{"a\tb", "x"}},
                                          {{"a.<<", "x"}},
                                          {{"a", "\xFF"}},
                                          {{"a", std::string("x\0y", 3)}},
                                          {{"a", "x"}, {"a", "x"}},
                                          {{"a.b", "x"}, {"a", "x"}},
                                          {{"a", "x"}, {"a.b", "x"}}};
        for (const Settings& settings : wrong) {
            const auto edits = config::editYaml("c: 1\n", settings);
            QVERIFY(!edits.has_value());
            QCOMPARE(edits.error().code, ErrorCode::InvalidArgument);
        }
        QVERIFY(config::editYaml("a: 1\n", {{"aa", "x"}, {"a", "y"}}).has_value());
    }

    void editYaml_noSettings_giveNoEdits() { QVERIFY(config::editYaml("a: 1\n", {}).value().empty()); }

    void editYaml_longFlowSequence_isEdited() {
        std::string text = "a: [";
        for (int i = 0; i < 20000; ++i)
            text += "1,";
        text += "]\n";
        QCOMPARE(edited(QByteArray::fromStdString(text), {{"cert.ca", "new"}}),
                 QByteArray::fromStdString(text + "cert:\n  ca: new\n"));
    }
};

QTEST_GUILESS_MAIN(TestYamlEdit)
#include "test_yaml_edit.moc"

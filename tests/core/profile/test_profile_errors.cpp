// Why: who writes a profile learns from line and column what is wrong; what is wrong is never guessed right.
#include <QTest>

#include "core/profile/load.h"
#include "core/profile/mistakes.h"
#include "tests/core/profile/small_profile.h"

using namespace certwright;
using base::ErrorCode;
using test::smallProfile;
using test::smallProfileWith;

class TestProfileErrors : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void value_wrong_isRefusedWithLineAndColumn_data();
    void value_wrong_isRefusedWithLineAndColumn();
    void structure_wrong_isRefusedWithLineAndColumn_data();
    void structure_wrong_isRefusedWithLineAndColumn();
    void text_noProfileAtAll_isRefused_data();
    void text_noProfileAtAll_isRefused();
    void key_inATrustOfItsOwn_isRefused();
    void line_removed_isRefused();
    void text_cutAnywhere_isRefused();
    void mistakes_inSeveralSections_areInTheOrderOfTheText();
    void value_longOrHostile_isCutAndPrintable();
    void detail_ofAnotherError_isNoMistake_data();
    void detail_ofAnotherError_isNoMistake();
};

namespace {

void addRow(const char* name, const char* from, const char* to, const char* detail) {
    QTest::newRow(name) << std::string(from) << std::string(to) << std::string(detail);
}

void verifyRefused(const std::string& yaml, const std::string& detail) {
    const auto profile = profile::parseProfile(yaml, "small.yaml");
    QVERIFY(!profile);
    QCOMPARE(profile.error().code, ErrorCode::ProfileInvalid);
    QCOMPARE(profile.error().subject, std::string("small.yaml"));
    QCOMPARE(QString::fromStdString(test::toldAs(profile.error().detail, detail)),
             QString::fromStdString(detail));
    // What is told survives the way through an error.
    const auto mistake = profile::mistakeIn(profile.error().detail);
    QVERIFY(mistake);
    QCOMPARE(profile::errorOf(*mistake, "small.yaml"), profile.error());
}

void addPathRows() {
    const char* const relative = "11:9: path.not-relative";
    addRow("path up", "path: small.conf", "path: ../etc/passwd", relative);
    addRow("path up inside", "path: small.conf", "path: a/../../b", relative);
    addRow("path absolute", "path: small.conf", "path: /etc/passwd", relative);
    addRow("path drive", "path: small.conf", "path: \"c:/x\"", relative);
    addRow("path backslash", "path: small.conf", "path: a\\b", relative);
    addRow("path empty part", "path: small.conf", "path: a//b", relative);
    addRow("path here", "path: small.conf", "path: ./b", relative);
    addRow("path empty", "path: small.conf", "path: \"\"", "11:9: value.empty field=\"path\"");
    addRow("path with control", "path: small.conf", "path: \"a\\x07\"", "11:9: value.has-controls");
    addRow("path null", "path: small.conf", "path: ~", "11:9: value.not-text");
    addRow("path list", "path: small.conf", "path: [a]", "11:9: value.not-text");
}

void addModeRows() {
    const char* const octal = "9:24: mode.invalid";
    addRow("mode bare", "keys, mode: \"700\"", "keys, mode: 700", octal);
    addRow("mode short", "keys, mode: \"700\"", "keys, mode: \"70\"", octal);
    addRow("mode setuid", "keys, mode: \"700\"", "keys, mode: \"4700\"", octal);
    addRow("mode not octal", "keys, mode: \"700\"", "keys, mode: \"780\"", octal);
    addRow("mode word", "keys, mode: \"700\"", "keys, mode: \"rwx\"", octal);
    addRow("mode unreadable", "keys, mode: \"700\"", "keys, mode: \"300\"", "9:24: mode.unreadable");
    addRow("folder mode shut", "keys, mode: \"700\"", "keys, mode: \"500\"", "9:24: mode.shuts-folder");
    const char* const wide = "mode.too-wide";
    addRow("key mode wide", "mode: \"600\", config-key: key", "mode: \"640\", config-key: key",
           (std::string("22:81: ") + wide).c_str());
    addRow("key store mode wide", "b.ks, mode: \"400\"", "b.ks, mode: \"444\"",
           (std::string("25:59: ") + wide).c_str());
    addRow("home copy mode wide", "content: key, mode: \"400\"", "content: key, mode: \"440\"",
           (std::string("28:48: ") + wide).c_str());
}

void addNumberAndWordRows() {
    addRow("number word", "note-days: 9", "note-days: soon",
           "38:14: number.invalid minimum=\"3\" maximum=\"36500\"");
    addRow("number quoted", "note-days: 9", "note-days: \"9\"",
           "38:14: number.invalid minimum=\"3\" maximum=\"36500\"");
    addRow("number below the other", "note-days: 9", "note-days: 2",
           "38:14: number.invalid minimum=\"3\" maximum=\"36500\"");
    addRow("number huge", "note-days: 9", "note-days: 99999999999999",
           "38:14: number.invalid minimum=\"3\" maximum=\"36500\"");
    addRow("iterations few", "iterations: 1000", "iterations: 999",
           "24:67: number.invalid minimum=\"1000\" maximum=\"10000000\"");
    addRow("flag word", "mutual-tls: false", "mutual-tls: no", "43:15: flag.invalid");
    addRow("flag quoted", "mutual-tls: false", "mutual-tls: \"true\"", "43:15: flag.invalid");
    addRow("kind", "kind: crl", "kind: cert",
           "23:21: word.unknown allowed=\"ca\" allowed=\"certificate\" allowed=\"key\" allowed=\"crl\"");
    addRow("format", "format: key-value", "format: ini",
           "12:11: word.unknown allowed=\"key-value\" allowed=\"yaml\" allowed=\"nginx\" allowed=\"redis\" "
           "allowed=\"postgresql\"");
    addRow("retention format", "utc-seconds", "local", "29:40: word.unknown allowed=\"utc-seconds\"");
    addRow("CRL placement", "remove-first", "delete",
           "31:50: word.unknown allowed=\"remove-first\" allowed=\"rename-over\"");
    addRow("CRL needs", "needs-configured: false", "needs-configured: no", "31:32: flag.invalid");
    addRow("digest", "[SHA256]", "[SHA1]",
           "34:23: word.unknown allowed=\"SHA256\" allowed=\"SHA384\" allowed=\"SHA512\"");
    addRow("no digest", "[SHA256]", "[]", "34:22: list.empty field=\"signature-digests\"");
    addRow("algorithm twice", "[RSA, EC]", "[RSA, RSA]", "33:25: word.twice found=\"RSA\"");
}

void addNameRows() {
    addRow("id upper case", "id: small", "id: Small", "1:5: id.invalid");
    addRow("id path", "id: small", "id: ../x", "1:5: id.invalid");
    addRow("config key", "host-key: host.name", "host-key: host..name", "30:45: config-key.invalid");
    addRow("config key with line break", "host-key: host.name", "host-key: \"a\\nb\"",
           "30:45: config-key.invalid");
    addRow("variable", "SMALL_HOME", "$HOME", "6:13: variable.invalid");
    addRow("place relative", "[/opt/small,", "[opt/small,", "7:12: path.not-absolute");
    addRow("place up", "[/opt/small,", "[/opt/../x,", "7:12: path.not-absolute");
    addRow("alphabet descends", "a-z/.", "z-a", "15:18: alphabet.range");
    addRow("alphabet range to escape", "a-z/.", "a-\\z", "15:18: alphabet.range");
    addRow("alphabet open end", "a-z/.", "a\\", "15:18: alphabet.open-end");
    addRow("alphabet bracket", "a-z/.", "a]", "15:18: alphabet.character");
    addRow("alphabet not ASCII", "a-z/.", "目", "15:18: alphabet.character");
}

} // namespace

void TestProfileErrors::value_wrong_isRefusedWithLineAndColumn_data() {
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<std::string>("detail");
    addPathRows();
    addModeRows();
    addNumberAndWordRows();
    addNameRows();
}

void TestProfileErrors::value_wrong_isRefusedWithLineAndColumn() {
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(std::string, detail);
    verifyRefused(smallProfileWith(from, to), detail);
}

void TestProfileErrors::structure_wrong_isRefusedWithLineAndColumn_data() {
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::addColumn<std::string>("detail");
    addRow("unknown key", "mutual-tls: false", "mutual-tsl: false", "43:3: key.unknown found=\"mutual-tsl\"");
    addRow("column counts characters, not octets", "zh: 服务}", "zh: 服务, fr: x}",
           "3:34: key.unknown found=\"fr\"");
    addRow("unknown section", "host-check:", "hostcheck:", "30:1: key.unknown found=\"hostcheck\"");
    addRow("missing key", "  crl-warning-days: 1\n", "", "33:3: key.missing found=\"crl-warning-days\"");
    addRow("missing CRL placement", ", placement: remove-first", "",
           "31:13: key.missing found=\"placement\"");
    addRow("unknown CRL key", "needs-configured: false", "wants: x, needs-configured: false",
           "31:14: key.unknown found=\"wants\"");
    addRow("missing language", ", zh: 小", "", "2:8: key.missing found=\"zh\"");
    addRow("key twice", "note-days: 9", "warning-days: 9", "38:3: key.twice found=\"warning-days\"");
    addRow("key is a list", "note-days: 9", "? [a]\n  : 9", "38:5: key.not-word");
    addRow("map expected", "{enable-key: host.on, host-key: host.name}", "on", "30:13: value.not-map");
    addRow("list expected", "places: [/opt/small, \"C:/small\"]", "places: /opt/small",
           "7:11: value.not-list");
    addRow("anchor", "id: small", "id: &x small", "1:5: yaml.anchor");
    addRow("tag", "id: small", "id: !!str small", "1:5: yaml.tag");
    addRow("second document", "common-name-counts: true\n", "common-name-counts: true\n---\nid: x\n",
           "45:1: yaml.second-document");
    addRow("two slots, one id", "{id: crl,", "{id: ca,", "23:5: slot.twice found=\"ca\"");
    addRow("two slots, one file", "keys/crl", "keys/ca", "23:66: path.twice found=\"keys/ca\"");
    addRow("two slots, one config key", "config-key: crl", "config-key: ca",
           "23:101: config-key.twice found=\"ca\"");
    addRow("key store is a slot's file", "keys/b.ks", "keys/key", "25:42: path.twice found=\"keys/key\"");
    addRow("key store is its standby", "keys/b.ks", "keys/a.ks", "25:42: path.twice found=\"keys/a.ks\"");
    addRow("home file twice", "path: key.hash", "path: key.bak", "28:63: path.twice found=\"key.bak\"");
    addRow("config key not in order", "config-key: secret", "config-key: other",
           "24:26: order.lacks-key found=\"other\"");
    addRow("order names an unused key", ", until]", ", until, port]",
           "14:45: order.key-unused found=\"port\"");
    addRow("order names a key twice", ", until]", ", until, crt]", "14:45: config-key.twice found=\"crt\"");
    addRow("no certificate", "kind: certificate", "kind: crl", "20:3: slots.one-kind found=\"server\"");
    addRow("two keys", "kind: crl, required: false, trust: server", "kind: key, required: false, trust: b",
           "20:3: slots.incomplete");
    addRow("CRL without its CA", "required: false, trust: server", "required: false, trust: platform",
           "20:3: slots.no-ca found=\"platform\"");
}

void TestProfileErrors::structure_wrong_isRefusedWithLineAndColumn() {
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    QFETCH(std::string, detail);
    verifyRefused(smallProfileWith(from, to), detail);
}

void TestProfileErrors::text_noProfileAtAll_isRefused_data() {
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("detail");
    const auto row = [](const char* name, std::string yaml, const char* detail) {
        QTest::newRow(name) << std::move(yaml) << std::string(detail);
    };
    row("empty", "", "1:1: file.empty");
    row("comment only", "# nothing\n", "1:1: file.empty");
    row("list", "- a\n", "1:1: root.not-map");
    row("not UTF-8", "id: \xFF\n", "1:1: file.not-utf8");
    row("NUL", std::string("id: a\0b\n", 8), "1:1: file.holds-nul");
    row("too large", std::string(64 * 1024 + 1, ' '), "1:1: file.too-large maximum=\"65536\"");
    row("too deep", "a: [[[[[[[[1]]]]]]]]\n", "1:11: yaml.too-deep maximum=\"8\"");
    row("endless depth", std::string(30000, '[') + std::string(30000, ']'),
        "1:9: yaml.too-deep maximum=\"8\"");
    row("alias", "a: &x 1\nb: *x\n", "1:4: yaml.anchor");
    row("alias to nothing", "a: *x\n", "1:4: yaml.invalid detail=\"the referenced anchor is not defined\"");
    row("text too long", "id: " + std::string(1001, 'a'), "1:5: value.too-long");
}

void TestProfileErrors::text_noProfileAtAll_isRefused() {
    QFETCH(std::string, yaml);
    QFETCH(std::string, detail);
    verifyRefused(yaml, detail);
}

void TestProfileErrors::key_inATrustOfItsOwn_isRefused() {
    std::string yaml = smallProfileWith("kind: crl, required: false, trust: server",
                                        "kind: ca, required: false, trust: own");
    const std::string key = "kind: key, required: true, trust: server";
    yaml.replace(yaml.find(key), key.size(), "kind: key, required: true, trust: own");
    verifyRefused(yaml, "20:3: slots.trust-apart");
}

// Every line of the small profile says something that cannot be left out, but for its three optional
// sections.
void TestProfileErrors::line_removed_isRefused() {
    const std::string whole = smallProfile();
    int refused = 0;
    for (std::size_t start = 0; start < whole.size();) {
        const std::size_t end = whole.find('\n', start) + 1;
        const std::string line = whole.substr(start, end - start);
        const bool optional = line.starts_with("host-check:") || line.starts_with("crl-update:");
        const auto profile = profile::parseProfile(std::string(whole).erase(start, end - start), "x");
        QVERIFY2(optional == profile.has_value(), line.c_str());
        refused += profile ? 0 : 1;
        start = end;
    }
    QCOMPARE(refused, 42);
}

void TestProfileErrors::text_cutAnywhere_isRefused() {
    const std::string whole = smallProfile();
    for (std::size_t size = 0; size + std::size("true") < whole.size(); ++size) {
        const auto profile = profile::parseProfile(std::string_view(whole).substr(0, size), "x");
        QVERIFY2(!profile, std::to_string(size).c_str());
        QCOMPARE(profile.error().code, ErrorCode::ProfileInvalid);
    }
}

void TestProfileErrors::mistakes_inSeveralSections_areInTheOrderOfTheText() {
    std::string yaml = smallProfileWith("mutual-tls: false", "mutual-tls: no");
    yaml.replace(yaml.find("id: small"), 9, "id: Small");
    const auto mistakes = profile::profileMistakes(yaml);
    QCOMPARE(mistakes.size(), std::size_t{2});
    QCOMPARE(mistakes[0], (profile::Mistake{.code = profile::MistakeCode::IdInvalid,
                                            .line = 1,
                                            .column = 5,
                                            .found = "Small",
                                            .field = "id",
                                            .maximum = 64}));
    QCOMPARE(mistakes[1], (profile::Mistake{.code = profile::MistakeCode::FlagInvalid,
                                            .line = 43,
                                            .column = 15,
                                            .found = "no",
                                            .field = "mutual-tls",
                                            .allowed = {"true", "false"}}));
    QVERIFY(profile::profileMistakes(smallProfile()).empty());
}

void TestProfileErrors::value_longOrHostile_isCutAndPrintable() {
    const auto found = [](const std::string& id) {
        return profile::profileMistakes(smallProfileWith("id: small", "id: " + id)).at(0).found;
    };
    QCOMPARE(found("\"\\e[2J\\u202Ex\""), std::string("\\x1B[2J\\u{202E}x"));
    QCOMPARE(found(std::string(500, 'A')), std::string(80, 'A') + "…");
    std::string chinese;
    for (int i = 0; i < 100; ++i)
        chinese += "服";
    QCOMPARE(QString::fromStdString(found(chinese)).size(), qsizetype{81});
}

void TestProfileErrors::detail_ofAnotherError_isNoMistake_data() {
    QTest::addColumn<std::string>("detail");
    for (const char* detail :
         {"", "No such file or directory", "1:2: must be a map", "x:2: file.empty", "1: file.empty",
          "1:2: file.empty ", "1:2: file.empty found", "1:2: file.empty found=\"x",
          "1:2: file.empty found=\"x\\", "1:2: file.empty new=\"x\"", "1:2: number.invalid minimum=\"x\"",
          "1:2: file.empty found=\"x\"found=\"x\""})
        QTest::newRow(*detail == 0 ? "empty" : detail) << std::string(detail);
}

void TestProfileErrors::detail_ofAnotherError_isNoMistake() {
    QFETCH(std::string, detail);
    QVERIFY(!profile::mistakeIn(detail));
}

QTEST_APPLESS_MAIN(TestProfileErrors)
#include "test_profile_errors.moc"

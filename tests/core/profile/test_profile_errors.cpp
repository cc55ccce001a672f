// Why: who writes a profile learns from line and column what is wrong; what is wrong is never guessed right.
#include <QTest>

#include "core/profile/load.h"
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
    QCOMPARE(QString::fromStdString(profile.error().detail), QString::fromStdString(detail));
}

void addPathRows() {
    const char* const relative =
        "11:9: must be a relative path with '/' and without \".\", \"..\", ':' or '\\'";
    addRow("path up", "path: small.conf", "path: ../etc/passwd", relative);
    addRow("path up inside", "path: small.conf", "path: a/../../b", relative);
    addRow("path absolute", "path: small.conf", "path: /etc/passwd", relative);
    addRow("path drive", "path: small.conf", "path: \"c:/x\"", relative);
    addRow("path backslash", "path: small.conf", "path: a\\b", relative);
    addRow("path empty part", "path: small.conf", "path: a//b", relative);
    addRow("path here", "path: small.conf", "path: ./b", relative);
    addRow("path empty", "path: small.conf", "path: \"\"", "11:9: must not be empty");
    addRow("path with control", "path: small.conf", "path: \"a\\x07\"", "11:9: holds control characters");
    addRow("path null", "path: small.conf", "path: ~", "11:9: must be a text");
    addRow("path list", "path: small.conf", "path: [a]", "11:9: must be a text");
}

void addModeRows() {
    const char* const octal = "9:24: must be a quoted octal number of three digits, such as \"400\"";
    addRow("mode bare", "keys, mode: \"700\"", "keys, mode: 700", octal);
    addRow("mode short", "keys, mode: \"700\"", "keys, mode: \"70\"", octal);
    addRow("mode setuid", "keys, mode: \"700\"", "keys, mode: \"4700\"", octal);
    addRow("mode not octal", "keys, mode: \"700\"", "keys, mode: \"780\"", octal);
    addRow("mode word", "keys, mode: \"700\"", "keys, mode: \"rwx\"", octal);
    addRow("mode unreadable", "keys, mode: \"700\"", "keys, mode: \"300\"", "9:24: must let the owner read");
    addRow("folder mode shut", "keys, mode: \"700\"", "keys, mode: \"500\"",
           "9:24: must give the owner all rights, such as \"700\"");
    const char* const wide = "must be at most \"600\": this file holds key material";
    addRow("key mode wide", "mode: \"600\", config-key: key", "mode: \"640\", config-key: key",
           (std::string("22:81: ") + wide).c_str());
    addRow("key store mode wide", "b.ks, mode: \"400\"", "b.ks, mode: \"444\"",
           (std::string("25:59: ") + wide).c_str());
    addRow("home copy mode wide", "content: key, mode: \"400\"", "content: key, mode: \"440\"",
           (std::string("28:48: ") + wide).c_str());
}

void addNumberAndWordRows() {
    addRow("number word", "note-days: 9", "note-days: soon", "38:14: must be a whole number from 3 to 36500");
    addRow("number quoted", "note-days: 9", "note-days: \"9\"",
           "38:14: must be a whole number from 3 to 36500");
    addRow("number below the other", "note-days: 9", "note-days: 2",
           "38:14: must be a whole number from 3 to 36500");
    addRow("number huge", "note-days: 9", "note-days: 99999999999999",
           "38:14: must be a whole number from 3 to 36500");
    addRow("iterations few", "iterations: 1000", "iterations: 999",
           "24:67: must be a whole number from 1000 to 10000000");
    addRow("flag word", "mutual-tls: false", "mutual-tls: no", "43:15: must be true or false");
    addRow("flag quoted", "mutual-tls: false", "mutual-tls: \"true\"", "43:15: must be true or false");
    addRow("kind", "kind: crl", "kind: cert", "23:21: must be one of: ca, certificate, key, crl");
    addRow("format", "format: key-value", "format: ini",
           "12:11: must be one of: key-value, yaml, nginx, redis, postgresql");
    addRow("retention format", "utc-seconds", "local", "29:40: must be one of: utc-seconds");
    addRow("CRL placement", "remove-first", "delete", "31:50: must be one of: remove-first, rename-over");
    addRow("CRL needs", "needs-configured: false", "needs-configured: no", "31:32: must be true or false");
    addRow("digest", "[SHA256]", "[SHA1]", "34:23: must be one of: SHA256, SHA384, SHA512");
    addRow("no digest", "[SHA256]", "[]", "34:22: must not be empty");
    addRow("algorithm twice", "[RSA, EC]", "[RSA, RSA]", "33:25: the word \"RSA\" stands twice");
}

void addNameRows() {
    addRow("id upper case", "id: small", "id: Small", "1:5: must be 1 to 64 of a-z, 0-9 and '-'");
    addRow("id path", "id: small", "id: ../x", "1:5: must be 1 to 64 of a-z, 0-9 and '-'");
    addRow("config key", "host-key: host.name", "host-key: host..name",
           "30:45: must be a config key: letters, digits, '_' and '-', with single dots between parts");
    addRow("config key with line break", "host-key: host.name", "host-key: \"a\\nb\"",
           "30:45: must be a config key: letters, digits, '_' and '-', with single dots between parts");
    addRow("variable", "SMALL_HOME", "$HOME", "6:13: must be a variable's name: A-Z, 0-9 and '_'");
    addRow("place relative", "[/opt/small,", "[opt/small,", "7:12: must be an absolute path without \"..\"");
    addRow("place up", "[/opt/small,", "[/opt/../x,", "7:12: must be an absolute path without \"..\"");
    addRow("alphabet descends", "a-z/.", "z-a", "15:18: a range must ascend");
    addRow("alphabet range to escape", "a-z/.", "a-\\z", "15:18: a range must ascend");
    addRow("alphabet open end", "a-z/.", "a\\", "15:18: ends with '\\'");
    addRow("alphabet bracket", "a-z/.", "a]",
           "15:18: must be visible ASCII characters without '[', ']' and '^'");
    addRow("alphabet not ASCII", "a-z/.", "目",
           "15:18: must be visible ASCII characters without '[', ']' and '^'");
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
    addRow("unknown key", "mutual-tls: false", "mutual-tsl: false", "43:3: unknown key \"mutual-tsl\"");
    addRow("column counts characters, not octets", "zh: 服务}", "zh: 服务, fr: x}",
           "3:34: unknown key \"fr\"");
    addRow("unknown section", "host-check:", "hostcheck:", "30:1: unknown key \"hostcheck\"");
    addRow("missing key", "  crl-warning-days: 1\n", "", "33:3: the key \"crl-warning-days\" is missing");
    addRow("missing CRL placement", ", placement: remove-first", "",
           "31:13: the key \"placement\" is missing");
    addRow("unknown CRL key", "needs-configured: false", "wants: x, needs-configured: false",
           "31:14: unknown key \"wants\"");
    addRow("missing language", ", zh: 小", "", "2:8: the key \"zh\" is missing");
    addRow("key twice", "note-days: 9", "warning-days: 9", "38:3: the key \"warning-days\" stands twice");
    addRow("key is a list", "note-days: 9", "? [a]\n  : 9", "38:5: a key must be a word");
    addRow("map expected", "{enable-key: host.on, host-key: host.name}", "on", "30:13: must be a map");
    addRow("list expected", "places: [/opt/small, \"C:/small\"]", "places: /opt/small",
           "7:11: must be a list");
    addRow("anchor", "id: small", "id: &x small", "1:5: anchors are not allowed");
    addRow("tag", "id: small", "id: !!str small", "1:5: tags are not allowed");
    addRow("second document", "common-name-counts: true\n", "common-name-counts: true\n---\nid: x\n",
           "45:1: a second document");
    addRow("two slots, one id", "{id: crl,", "{id: ca,", "23:5: the slot \"ca\" stands twice");
    addRow("two slots, one file", "keys/crl", "keys/ca", "23:66: the file \"keys/ca\" stands twice");
    addRow("two slots, one config key", "config-key: crl", "config-key: ca",
           "23:101: the config key \"ca\" stands twice");
    addRow("key store is a slot's file", "keys/b.ks", "keys/key",
           "25:42: the file \"keys/key\" stands twice");
    addRow("key store is its standby", "keys/b.ks", "keys/a.ks",
           "25:42: the file \"keys/a.ks\" stands twice");
    addRow("home file twice", "path: key.hash", "path: key.bak", "28:63: the file \"key.bak\" stands twice");
    addRow("config key not in order", "config-key: secret", "config-key: other",
           "24:26: the key \"other\" is missing in config.order");
    addRow("order names an unused key", ", until]", ", until, port]",
           "14:45: nothing writes the key \"port\"");
    addRow("order names a key twice", ", until]", ", until, crt]",
           "14:45: the config key \"crt\" stands twice");
    addRow("no certificate", "kind: certificate", "kind: crl",
           "20:3: two slots of one kind in the trust \"server\"");
    addRow("two keys", "kind: crl, required: false, trust: server", "kind: key, required: false, trust: b",
           "20:3: there must be one slot for the certificate and one for its key");
    addRow("CRL without its CA", "required: false, trust: server", "required: false, trust: platform",
           "20:3: no slot for a CA in the trust \"platform\"");
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
    row("empty", "", "1:1: the file is empty");
    row("comment only", "# nothing\n", "1:1: the file is empty");
    row("list", "- a\n", "1:1: must be a map");
    row("not UTF-8", "id: \xFF\n", "1:1: not UTF-8");
    row("NUL", std::string("id: a\0b\n", 8), "1:1: holds a NUL character");
    row("too large", std::string(64 * 1024 + 1, ' '), "1:1: larger than 65536 octets");
    row("too deep", "a: [[[[[[[[1]]]]]]]]\n", "1:11: nested too deeply");
    row("endless depth", std::string(30000, '[') + std::string(30000, ']'), "1:9: nested too deeply");
    row("alias", "a: &x 1\nb: *x\n", "1:4: anchors are not allowed");
    row("alias to nothing", "a: *x\n", "1:4: the referenced anchor is not defined");
    row("text too long", "id: " + std::string(1001, 'a'), "1:5: longer than 1000 octets");
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
    verifyRefused(yaml, "20:3: certificate and key must share a trust");
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

QTEST_APPLESS_MAIN(TestProfileErrors)
#include "test_profile_errors.moc"

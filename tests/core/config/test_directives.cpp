// Why: each rule of the three directive syntaxes by a case that a person can read; the services themselves
// judge edited files elsewhere.
#include <QTest>

#include "core/config/directives.h"
#include "tests/core/config/inverse_edits.h"

using namespace certwright;
using base::ErrorCode;
using config::Syntax;

namespace {

constexpr Syntax nginx = Syntax::Nginx;
constexpr Syntax redis = Syntax::Redis;
constexpr Syntax postgresql = Syntax::Postgresql;

QByteArray edited(const QByteArray& before, int syntax, const std::vector<config::Setting>& settings) {
    const std::string text = before.toStdString();
    const auto edits = config::editDirectives(text, static_cast<Syntax>(syntax), settings);
    if (!edits)
        return "failed: " + QByteArray::fromStdString(std::string(base::errorCodeName(edits.error().code)) +
                                                      " " + edits.error().detail);
    const auto after = config::applyEdits(text, *edits);
    if (!after || config::applyEdits(*after, test::inverseEdits(text, *edits)) != text)
        return "not undone to the octet";
    return QByteArray::fromStdString(*after);
}

QString described(const std::vector<config::Occurrence>& occurrences) {
    QStringList list;
    for (const config::Occurrence& one : occurrences)
        list << QString("%1:%2").arg(one.line).arg(QString::fromStdString(one.value));
    return list.join('|');
}

void row(const char* name, Syntax syntax, const char* before, const char* key, const char* value,
         const char* after) {
    QTest::newRow(name) << static_cast<int>(syntax) << QByteArray(before) << std::string(key)
                        << std::string(value) << QByteArray(after);
}

void read(const char* name, Syntax syntax, const char* text, const char* key, const char* found) {
    QTest::newRow(name) << static_cast<int>(syntax) << std::string(text) << std::string(key)
                        << QString::fromUtf8(found);
}

void editColumns() {
    QTest::addColumn<int>("syntax");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<QByteArray>("after");
}

void addNginxEdits() {
    row("nginx changed", nginx, "ssl_crl /a; # why\n", "ssl_crl", "/b", "ssl_crl /b; # why\n");
    row("nginx same", nginx, "ssl_crl \"/a\";\n", "ssl_crl", "/a", "ssl_crl \"/a\";\n");
    row("nginx quotes stay", nginx, "ssl_crl '/a' ;", "ssl_crl", "/b", "ssl_crl '/b' ;");
    row("nginx special characters", nginx, "ssl_crl /a;\n", "ssl_crl", "/a b;{}\"'\\#",
        "ssl_crl \"/a b;{}\\\"'\\\\#\";\n");
    row("nginx several words", nginx, "", "ssl_protocols", "TLSv1.2\tTLSv1.3",
        "# Set by Certwright\nssl_protocols TLSv1.2 TLSv1.3;\n");
    row("nginx over lines", nginx, "ssl_crl\r\n  /a\r\n;\r\n", "ssl_crl", "/b", "ssl_crl\r\n  /b\r\n;\r\n");
    row("nginx block skipped", nginx, "server { ssl_crl /a; }\n", "ssl_crl", "/b",
        "server { ssl_crl /a; }\n# Set by Certwright\nssl_crl /b;\n");
    row("nginx comment skipped", nginx, "#ssl_crl /a;\n", "ssl_crl", "/b",
        "#ssl_crl /a;\n# Set by Certwright\nssl_crl /b;\n");
    row("nginx no final newline", nginx, "a b;", "ssl_crl", "/b", "a b;\n# Set by Certwright\nssl_crl /b;");
    row("nginx removed with its line", nginx, "a b;\n  ssl_crl /a;\nc d;\n", "ssl_crl", "", "a b;\nc d;\n");
    row("nginx removed beside another", nginx, "a b; ssl_crl /a; # x\n", "ssl_crl", "", "a b;  # x\n");
    row("nginx sealed", nginx, "# sealed: cw1.old \r\na b;\r\n", "#sealed", "cw1.new",
        "# sealed: cw1.new \r\na b;\r\n");
    row("nginx sealed is not one in a block", nginx, "a {\n# sealed: x\n}\n", "#sealed", "y",
        "a {\n# sealed: x\n}\n# Set by Certwright\n# sealed: y\n");
    row("nginx marker once", nginx, "# Set by Certwright\na b;\n", "ssl_crl", "/b",
        "# Set by Certwright\na b;\nssl_crl /b;\n");
    row("nginx names differ by case", nginx, "SSL_CRL /a;\n", "ssl_crl", "/b",
        "SSL_CRL /a;\n# Set by Certwright\nssl_crl /b;\n");
}

void addRedisEdits() {
    row("redis changed", redis, "  TLS-Port  6379 \n", "tls-port", "6380", "  TLS-Port  6380 \n");
    row("redis quotes stay", redis, "tls-cert-file \"/a\"\n", "tls-cert-file", "/b \"c\"\\",
        "tls-cert-file \"/b \\\"c\\\"\\\\\"\n");
    row("redis needs quotes", redis, "tls-cert-file /a\n", "tls-cert-file", "/b c",
        "tls-cert-file \"/b c\"\n");
    row("redis single quotes stay", redis, "tls-cert-file '/a'", "tls-cert-file", "/b c",
        "tls-cert-file '/b c'");
    row("redis single quotes cannot", redis, "tls-cert-file '/a'", "tls-cert-file", "it's",
        "tls-cert-file \"it's\"");
    row("redis same in hexadecimal", redis, "requirepass \"\\x61b\"\n", "requirepass", "ab",
        "requirepass \"\\x61b\"\n");
    row("redis comment only at the start", redis, "loglevel notice#x\n", "loglevel", "debug",
        "loglevel debug\n");
    row("redis added after others' repeats", redis, "save 900 1\nsave 300 10\n", "tls-port", "6380",
        "save 900 1\nsave 300 10\n# Set by Certwright\ntls-port 6380\n");
    row("redis removed", redis, "tls-port 6380\nport 0\n", "tls-port", "", "port 0\n");
    row("redis sealed", redis, "port 0\n", "#certwright-passphrase", "cw1.abc",
        "port 0\n# Set by Certwright\n# certwright-passphrase: cw1.abc\n");
}

void addPostgresqlEdits() {
    row("postgresql changed", postgresql, "ssl = off\t# why\n", "ssl", "on", "ssl = on\t# why\n");
    row("postgresql quotes stay", postgresql, "ssl 'off'\n", "ssl", "on", "ssl 'on'\n");
    row("postgresql gets quotes", postgresql, "ssl_min_protocol_version=TLSv1\n", "ssl_min_protocol_version",
        "TLSv1.2", "ssl_min_protocol_version='TLSv1.2'\n");
    row("postgresql special characters", postgresql, "", "ssl_crl_file", "/it's \\x",
        "# Set by Certwright\nssl_crl_file = '/it''s \\\\x'\n");
    row("postgresql the last counts", postgresql, "ssl=off\nSSL = off\n", "ssl", "on", "ssl=off\nSSL = on\n");
    row("postgresql sample stays", postgresql, "#ssl_crl_file = ''\n", "ssl_crl_file", "/a",
        "#ssl_crl_file = ''\n# Set by Certwright\nssl_crl_file = '/a'\n");
    row("postgresql removed, all of them", postgresql, "ssl_crl_file='a'\nx=1\nssl_crl_file 'b' # c\n",
        "ssl_crl_file", "", "x=1\n # c\n");
    row("postgresql new flag is bare", postgresql, "x = 1\r\n", "ssl", "on",
        "x = 1\r\n# Set by Certwright\r\nssl = on\r\n");
    row("postgresql sealed", postgresql, "# sealed: old", "#sealed", "new", "# sealed: new");
}

} // namespace

class TestDirectives : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void edit_oneSetting_changesOnlyIt_data() {
        editColumns();
        addNginxEdits();
        addRedisEdits();
        addPostgresqlEdits();
    }

    void edit_oneSetting_changesOnlyIt() {
        QFETCH(int, syntax);
        QFETCH(QByteArray, before);
        QFETCH(std::string, key);
        QFETCH(std::string, value);
        QTEST(edited(before, syntax, {{key, value}}), "after");
    }

    void edit_whatCannotBeEdited_isRefused_data() {
        editColumns();
        row("nginx twice", nginx, "k a;\nk b;\n", "k", "c", "failed: config.duplicate-key 1, 2");
        row("nginx comment within", nginx, "k a # x\n b;\n", "k", "c",
            "failed: config.uneditable 1: a comment within the directive");
        row("nginx no value", nginx, "k;\n", "k", "c", "failed: config.uneditable 1: no value");
        row("nginx no end", nginx, "k a\n", "k", "c", "failed: config.invalid 2: no ; at the end");
        row("nginx block open", nginx, "s {\n", "k", "c", "failed: config.invalid 2: block not closed");
        row("nginx block closed twice", nginx, "\n}\n", "k", "c",
            "failed: config.invalid 2: } without a block");
        row("nginx quote open", nginx, "k \"a;\n", "k", "c", "failed: config.invalid 1: quote not closed");
        row("nginx word after quote", nginx, "k \"a\"b;", "k", "c",
            "failed: config.invalid 1: no space after a quote");
        row("redis twice", redis, "k a\nK b\n", "k", "c", "failed: config.duplicate-key 1, 2");
        row("redis several words", redis, "k a b\n", "k", "c",
            "failed: config.uneditable 1: more than one word");
        row("redis quote open", redis, "a b\nk \"a\n", "k", "c",
            "failed: config.invalid 2: quote not closed");
        row("redis word after quote", redis, "k \"a\"b\n", "k", "c",
            "failed: config.invalid 1: quote not closed");
        row("postgresql two values", postgresql, "k a b\n", "k", "c",
            "failed: config.invalid 1: syntax error");
        row("postgresql quote open", postgresql, "k = 'a\n", "k", "c",
            "failed: config.invalid 1: syntax error");
        row("postgresql bare path", postgresql, "k = /a\n", "k", "c",
            "failed: config.invalid 1: syntax error");
        row("sealed twice", redis, "# k: a\n# k: b\n", "#k", "c", "failed: config.duplicate-key 1, 2");
        row("value ends the line", redis, "", "k", "a\nb", "failed: argument.invalid value");
        row("sealed value ends the line", nginx, "", "#k", "a\nb;", "failed: argument.invalid value");
        row("value of several words", postgresql, "", "k", "a\tb", "failed: argument.invalid value");
        row("key is no name", nginx, "", "k;", "a", "failed: argument.invalid key");
    }

    void edit_whatCannotBeEdited_isRefused() { edit_oneSetting_changesOnlyIt(); }

    void edit_severalSettings_areAddedInTheirOrderUnderOneMark() {
        QCOMPARE(edited("ssl off;\n", static_cast<int>(nginx), {{"b", "1"}, {"ssl", "on"}, {"a", "2"}}),
                 QByteArray("ssl on;\n# Set by Certwright\nb 1;\na 2;\n"));
    }

    void occurrences_ofAKey_areReadAsTheServiceDoes_data() {
        QTest::addColumn<int>("syntax");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("key");
        QTest::addColumn<QString>("found");
        read("nginx words", nginx, "\nk a 'b c';", "k", "2:a\tb c");
        read("nginx escapes", nginx, "k \"a\\\"\\t\\x\";", "k", "1:a\"\t\\x");
        read("nginx variable with braces", nginx, "k ${a}b;", "k", "1:${a}b");
        read("nginx mark within a word", nginx, "k a#b;", "k", "1:a#b");
        read("nginx beside a block", nginx, "s { k 1; t { k 2; } } k 3;", "k", "1:3");
        read("redis repeated", redis, "save 1 2\nsave 3 4\n", "SAVE", "1:1 2|2:3 4");
        read("redis quote mid-word", redis, "k a\"b c\"\n", "k", "1:ab c");
        read("redis line feed escaped", redis, "k \"a\\nb\"\n", "k", "1:a\nb");
        read("postgresql escapes", postgresql, "k 'a''b\\'c\\101\\n\\z' # x", "k", "1:a'b'cA\nz");
        read("postgresql number at a comment", postgresql, "a.K=10MB#x", "a.k", "1:10MB");
        read("postgresql negative", postgresql, "k = -1", "k", "1:-1");
        read("comment of other words", redis, "# k of: x\n# http://k\n#k: y\n", "#k", "3:y");
    }

    void occurrences_ofAKey_areReadAsTheServiceDoes() {
        QFETCH(int, syntax);
        QFETCH(std::string, text);
        QFETCH(std::string, key);
        QTEST(described(config::occurrencesOf(text, static_cast<Syntax>(syntax), key)), "found");
    }

    void repeatedKeys_ofOthers_areNobodysBusiness() {
        const std::string text = "save 1 2\nsave 3 4\nport 1\nport 2\n";
        const auto repeated = config::repeatedKeys(text, redis, {"port", "bind"});
        QCOMPARE(repeated.size(), 1U);
        QCOMPARE(repeated.front().key, std::string("port"));
        QCOMPARE(described(repeated.front().occurrences), QString("3:1|4:2"));
        QVERIFY(config::repeatedKeys("port=1\nport=2\n", postgresql, {"port"}).empty());
    }

    void edit_hugeText_isRefused() {
        const std::string text(config::maximumDirectivesSize + 1, '\n');
        QCOMPARE(config::editDirectives(text, redis, {}).error().code, ErrorCode::FileTooLarge);
        QCOMPARE(config::checkDirectives(text, redis).error().code, ErrorCode::FileTooLarge);
    }
};

QTEST_APPLESS_MAIN(TestDirectives)
#include "test_directives.moc"

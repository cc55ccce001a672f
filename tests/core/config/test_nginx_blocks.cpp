// Why: the blocks of somebody's nginx config, found as nginx would find them, and a line that goes in and out
// without a trace.
#include <QTest>

#include "core/config/nginx_blocks.h"

using namespace certwright;

namespace {

constexpr std::string_view line = "include certwright/tls.conf;";

// "line names listens directives", one block after the other.
QString described(const base::Result<std::vector<config::NginxBlock>>& blocks) {
    if (!blocks)
        return QString("%1|%2").arg(
            QString::fromStdString(std::string(base::errorCodeName(blocks.error().code))),
            QString::fromStdString(blocks.error().detail));
    QStringList all;
    for (const config::NginxBlock& block : *blocks) {
        QStringList names;
        for (const std::string& name : block.names)
            names << QString::fromStdString(name);
        all << QString("%1 %2 %3 %4")
                   .arg(block.line)
                   .arg(names.join(','), block.listensTls() ? "tls" : "plain")
                   .arg(block.directives.size());
    }
    return all.join("; ");
}

std::string inserted(const std::string& text) {
    const auto blocks = config::nginxBlocks(text, "server");
    return config::applyEdits(text, {config::insertInto(text, blocks->front(), line)}).value();
}

} // namespace

class TestNginxBlocks : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nginxBlocks_text_blocksAreFound_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* name, const char* text, const char* found) {
            QTest::newRow(name) << QByteArray(text) << QString(found);
        };
        row("one", "server {\n  listen 443 ssl;\n  server_name a b;\n}\n", "1 a,b tls 2");
        row("within http", "http { # {\n server{listen 80;}\n server {\n ssl on; } }",
            "2  plain 1; 3  tls 1");
        row("several", "server { server_name a; }\nserver { server_name b; listen 1 quic; }",
            "1 a plain 1; 2 b tls 2");
        row("nested location", "server {\n location / { return 200 \"server { }\"; }\n listen 80;\n}",
            "1  plain 1");
        row("stream and mail are others", "stream { server { listen 443 ssl; } } mail { server { } }", "");
        row("upstream's servers are no blocks", "upstream u { server 127.0.0.1; }\nserver {}", "2  plain 0");
        row("comment", "# server {\nserver {}\n#}", "2  plain 0");
        row("quotes and escapes", "server { add_header a \"}\\\"{;\"; set $b '#'; set $c a\\;b; }",
            "1  plain 3");
        row("hash within a word", "server { return 302 a#b; server_name c; }", "1 c plain 2");
        row("variable in braces", "server { set $a ${b}c{; }", "config.invalid|1:23");
        row("variable's braces", "server { set $a ${b}c; }", "1  plain 1");
        row("brace within a word", "server { set $a b}; }", "1  plain 1");
        row("words before the brace", "server a { listen 1 ssl; }", "");
        row("windows lines", "server\r\n{\r\n listen 1 ssl;\r\n}\r\n", "1  tls 1");
        row("empty", "", "");
        row("not closed", "server {\n", "config.invalid|2:1");
        row("closed twice", "server { } }", "config.invalid|1:12");
        row("no semicolon", "server { listen 80 }", "config.invalid|1:20");
        row("quote without end", "server { a \"b; }\n", "config.invalid|1:12");
        row("glued to a quote", "server { a \"b\"c; }", "config.invalid|1:15");
        row("semicolon alone", ";", "config.invalid|1:1");
        row("not text", "\x7F\x45LF\x01", "config.invalid|1:6");
    }
    void nginxBlocks_text_blocksAreFound() {
        QFETCH(QByteArray, text);
        QTEST(described(config::nginxBlocks(text.toStdString(), "server")), "found");
    }

    void insertInto_block_hasItsIndentationAndLineEnds_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("spaces", "server {\n  listen 80;\n}\n",
            "server {\n  include certwright/tls.conf;\n  listen 80;\n}\n");
        row("tabs", "http {\n\tserver {\n\t\tlisten 80;\n\t}\n}",
            "http {\n\tserver {\n\t\tinclude certwright/tls.conf;\n\t\tlisten 80;\n\t}\n}");
        row("windows lines", "server\r\n{ # c\r\n   listen 80;\r\n}",
            "server\r\n{ # c\r\n   include certwright/tls.conf;\r\n   listen 80;\r\n}");
        row("empty block", "  server {\n  }\n", "  server {\n      include certwright/tls.conf;\n  }\n");
        row("one line", "server { listen 80; }", "server { include certwright/tls.conf; listen 80; }");
        row("nothing inside", "server {}", "server { include certwright/tls.conf;}");
        row("directive behind the brace", "server { listen 80;\n   a b;\n}",
            "server { include certwright/tls.conf; listen 80;\n   a b;\n}");
        row("comment behind the brace", "server { # listen 80; }\n a b;\n}",
            "server { # listen 80; }\n include certwright/tls.conf;\n a b;\n}");
        row("comment and blank lines first", "server {\n\n# c\n   a b;\n}",
            "server {\n   include certwright/tls.conf;\n\n# c\n   a b;\n}");
    }
    void insertInto_block_hasItsIndentationAndLineEnds() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(inserted(text.toStdString())), expected);
    }

    void takeOut_whatWasInserted_leavesTheOctets_data() {
        insertInto_block_hasItsIndentationAndLineEnds_data();
    }
    void takeOut_whatWasInserted_leavesTheOctets() {
        QFETCH(QByteArray, text);
        const std::string edited = inserted(text.toStdString());
        const auto blocks = config::nginxBlocks(edited, "server");
        const auto* directive = blocks->front().find("include", "certwright/tls.conf");
        QVERIFY(directive != nullptr);
        const auto undone = config::applyEdits(edited, {config::takeOut(edited, *directive)});
        QCOMPARE(QByteArray::fromStdString(undone.value()), text);
    }

    void nginxBlocks_hostileText_isRefusedSoon_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("deep") << QByteArray("a {").repeated(100000);
        QTest::newRow("many") << QByteArray("a;").repeated(100000);
        QTest::newRow("many blocks in one line") << QByteArray("server{a;}").repeated(100000);
        QTest::newRow("long word") << QByteArray(1000000, 'a');
        QTest::newRow("large") << QByteArray(2000000, '\n');
        QTest::newRow("open quote") << QByteArray("server { a '") + QByteArray(1000000, '\\');
        QTest::newRow("zeros") << QByteArray(1000, '\0');
    }
    void nginxBlocks_hostileText_isRefusedSoon() {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!config::nginxBlocks(text.toStdString(), "server"));
        QVERIFY(timer.elapsed() < 2000);
    }
};

QTEST_GUILESS_MAIN(TestNginxBlocks)
#include "test_nginx_blocks.moc"

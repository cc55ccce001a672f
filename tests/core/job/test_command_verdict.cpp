// Why: what nginx, Redis and PostgreSQL print is read as they print it, and nothing that is printed does
// harm.
#include <QTest>

#include "core/job/command_verdict.h"
#include "core/job/service_commands.h"
#include "core/job/systemd_units.h"

using namespace certwright;

class TestCommandVerdict : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void verdictOf_output_hasReasonAndPlace_data() {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("place");
        const auto row = [](const char* name, const char* output, const char* reason, const char* place) {
            QTest::newRow(name) << QByteArray(output) << QString(reason) << QString(place);
        };
        row("duplicate",
            "nginx: [emerg] \"ssl_ciphers\" directive is duplicate in /etc/nginx/a b.conf:12\nnginx: "
            "configuration file /etc/nginx/nginx.conf test failed\n",
            "duplicate-directive", "/etc/nginx/a b.conf:12");
        row("unknown", "nginx: [emerg] unknown directive \"sll\" in /etc/nginx/nginx.conf:3\n",
            "unknown-directive", "/etc/nginx/nginx.conf:3");
        row("alert before",
            "nginx: [alert] could not open error log file: open() \"/var/log/nginx/error.log\" failed (13: "
            "Permission denied)\n2026/11/21 [emerg] 1#1: bind() to 0.0.0.0:80 failed (98: Address already in "
            "use)\n",
            "address-in-use", "");
        row("pid", "nginx: [emerg] open() \"/run/nginx.pid\" failed (13: Permission denied)\n", "permission",
            "/run/nginx.pid");
        row("key",
            "nginx: [emerg] cannot load certificate key \"/x/server.key\": PEM_read_bio_PrivateKey() failed "
            "(SSL: error:1C800064)\n",
            "key", "/x/server.key");
        row("not a pair",
            "nginx: [emerg] SSL_CTX_use_PrivateKey(\"/x/k\") failed (SSL: error:05800074:x509 certificate "
            "routines::key values mismatch)\n",
            "key", "/x/k");
        row("certificate",
            "nginx: [emerg] cannot load certificate \"/x/server.crt\": PEM_read_bio_X509_AUX() failed (SSL: "
            "error)\n",
            "certificate", "/x/server.crt");
        row("file",
            "nginx: [emerg] open() \"/x/y.conf\" failed (2: No such file or directory) in "
            "/etc/nginx/nginx.conf:7\n",
            "file", "/etc/nginx/nginx.conf:7");
        row("none defined",
            "nginx: [emerg] no \"ssl_certificate\" is defined for the \"listen ... ssl\" directive in "
            "/e/s:2\n",
            "certificate", "/e/s:2");
        row("not running", "nginx: [error] invalid PID number \"\" in \"/run/nginx.pid\"\n", "other",
            "/run/nginx.pid");
        row("redis",
            "1:M # Failed to load certificate: /x/c: error\n1:M # Failed to configure TLS. Check logs for "
            "more info.\n",
            "certificate", "");
        row("nothing", "", "other", "");
        row("colon at the end", "[emerg] a in /b:", "other", "");
    }
    void verdictOf_output_hasReasonAndPlace() {
        QFETCH(QByteArray, output);
        const auto verdict = job::verdictOf(output.toStdString());
        QTEST(QString::fromStdString(verdict.reason), "reason");
        QTEST(QString::fromStdString(verdict.place), "place");
    }

    void verdictOf_hostileOutput_isShortAndPlain() {
        const auto verdict = job::verdictOf(std::string(100000, '\x1B') + "\n[emerg] \x1B[31mred");
        QVERIFY(verdict.detail.size() <= 2000);
        QVERIFY(verdict.detail.find('\x1B') == std::string::npos);
    }

    void commandText_words_areQuotedWhereNeeded() {
        QCOMPARE(job::commandText({"/usr/sbin/nginx", "-c", "/my web/it's", ""}),
                 std::string("/usr/sbin/nginx -c '/my web/it'\\''s' ''"));
        QCOMPARE(job::wordsOf({{"x", "{root}/a{root}"}, 1}, "/r{root}"),
                 (std::vector<std::string>{"x", "/r{root}/a/r{root}"}));
    }

    void systemdWord_specialCharacters_areEscaped() {
        QCOMPARE(job::systemdWord("/usr/bin/x"), std::string("/usr/bin/x"));
        QCOMPARE(job::systemdWord("a \"b\" \\ 5% $c\n"), std::string("\"a \\\"b\\\" \\\\ 5%% $$c\\x0a\""));
        QCOMPARE(job::systemdWord(""), std::string("\"\""));
    }
};

QTEST_GUILESS_MAIN(TestCommandVerdict)
#include "test_command_verdict.moc"

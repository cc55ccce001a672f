// Why: an import into nginx, Redis or PostgreSQL writes absolute paths, fixed values and a sealed passphrase
// in a comment, and makes a config that is Certwright's own; what it says, hides and refuses is seen here.
#include <QTest>

#include <filesystem>

#include "core/plan/config_changes.h"
#include "core/plan/config_text.h"
#include "core/plan/rollback_config.h"
#include "core/profile/load.h"
#include "tests/core/plan/service_folder.h"

using namespace certwright;
using namespace certwright::test;

namespace {

profile::Profile shipped(const std::string& id) {
    auto profile = profile::findProfile(id, {});
    if (!profile)
        qFatal("%s", profile.error().detail.c_str());
    return *std::move(profile);
}

// A profile with a config of Certwright's own in nginx's syntax.
profile::Profile managed() {
    profile::Profile profile = shipped("postgresql");
    profile.id = "web";
    profile.config.format = profile::ConfigFormat::Nginx;
    profile.config.origin = profile::ConfigOrigin::Managed;
    profile.config.path = "certwright/tls.conf";
    profile.config.mode = 0640;
    profile.config.values = {{"ssl", "on off", profile::ValueUse::Always},
                             {"ssl_passphrase_command", "{root}/a b", profile::ValueUse::WhenAbsent}};
    return profile;
}

plan::ConfigIntent intentAt(const std::string& root) {
    return {{"ca", "cert", "key"}, "cw1.sealed", std::nullopt, {}, root};
}

QString edited(const profile::Profile& profile, const std::string& text,
               const std::string& root = "/srv/x y") {
    check::Findings findings;
    const auto settings = plan::settingsFor(profile, intentAt(root), text);
    const auto config = plan::editConfig(profile, "conf", text, settings, findings);
    return config ? QString::fromStdString(config->text) : QString("refused");
}

} // namespace

class TestConfigDirectives : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void redis_emptyConfig_getsEverything() {
        QCOMPARE(edited(shipped("redis"), "port 1\n"),
                 QString("port 1\n# Set by Certwright\ntls-port 6380\n"
                         "tls-cert-file \"/srv/x y/certwright/server.crt\"\n"
                         "tls-key-file \"/srv/x y/certwright/server.key\"\n"
                         "tls-ca-cert-file \"/srv/x y/certwright/ca.crt\"\n"
                         "tls-auth-clients yes\ntls-protocols \"TLSv1.2 TLSv1.3\"\n"
                         "# certwright-passphrase: cw1.sealed\n"));
    }

    void redis_valuesOfThePersons_stayWhereTheProfileOnlyOffers() {
        const QString text = edited(shipped("redis"), "TLS-PORT 7000\ntls-auth-clients no\n");
        QVERIFY(text.startsWith("TLS-PORT 7000\ntls-auth-clients yes\n"));
        QVERIFY(!text.contains("tls-port"));
    }

    void postgresql_rootWithOddCharacters_isQuotedForShellAndServer() {
        const QString text = edited(shipped("postgresql"), {}, "/it's/50%");
        // For the shell '\'' is a quote; PostgreSQL doubles quotes and backslashes, and takes %% for one.
        QVERIFY(text.contains("\nssl_passphrase_command = 'certwright-cli unlock --service ''postgresql'' "
                              "--root ''/it''\\\\''''s/50%%'' --fd 1'\n"));
        QVERIFY(text.contains("\nssl_cert_file = '/it''s/50%/certwright/server.crt'\n"));
    }

    void nginx_blanksOfAValue_separateWords_thoseOfTheRootDoNot() {
        const QString text = edited(managed(), {});
        QVERIFY(text.startsWith(
            "# Set by Certwright\nssl on off;\nssl_cert_file \"/srv/x y/certwright/server.crt\";\n"));
        QVERIFY(text.contains("\nssl_passphrase_command \"/srv/x y/a\" b;\n"));
        QCOMPARE(edited(managed(), text.toStdString()), text);
    }

    void managedConfig_thatIsMissing_isEmptyAndGetsItsMode() {
        const TemporaryFolder folder;
        const auto files = files::localFileSystem();
        check::Findings findings;
        QCOMPARE(plan::readConfig(*files, managed(), folder.path(), findings), std::string());
        QVERIFY(findings.empty());
        QCOMPARE(plan::configContent(*files, managed(), folder.path()).value(), std::string());
        QCOMPARE(plan::configMode(*files, managed(), folder.path()).value(), 0640U);
        QVERIFY(!plan::configContent(*files, shipped("redis"), folder.path()));
        folder.write("certwright/tls.conf", "ssl on;\n", 0600);
        QCOMPARE(plan::configContent(*files, managed(), folder.path()).value(), std::string("ssl on;\n"));
        QCOMPARE(plan::configMode(*files, managed(), folder.path()).value(), 0600U);
    }

    void judge_whatTheServiceRefuses_blocks_data() {
        QTest::addColumn<QString>("service");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<std::string>>("codes");
        const auto row = [](const char* service, std::string text, std::vector<std::string> codes) {
            QTest::newRow((service + text).c_str()) << QString(service) << text << codes;
        };
        row("redis", "save 1 2\nsave 3 4\n", {});
        row("redis", "tls-port 1\nTLS-PORT 2\n", {"!config.duplicate-key"});
        row("redis", "logfile \"x\n", {"!config.uneditable"});
        row("postgresql", "ssl = on\nssl = off\n", {});
        row("postgresql", "ssl = on off\n", {"!config.uneditable"});
    }

    void judge_whatTheServiceRefuses_blocks() {
        QFETCH(QString, service);
        QFETCH(std::string, text);
        check::Findings findings;
        plan::judgeConfig(shipped(service.toStdString()), "conf", text, {}, findings);
        QTEST(codesOf(findings), "codes");
    }

    void masked_secretsOfTheServices_areHidden_data() {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* service, const char* line, const char* expected) {
            QTest::newRow(line) << service << line << expected;
        };
        row("redis", "# certwright-passphrase: cw1.abc", "# certwright-passphrase: ********");
        row("redis", "requirepass abc", "requirepass ********");
        row("redis", "# masterauth abc", "# masterauth ********");
        row("redis", "user alice on >abc ~*", "user ********");
        row("redis", "tls-key-file-pass abc", "tls-key-file-pass ********");
        row("redis", "tls-port 6380", "tls-port 6380");
        row("postgresql", "primary_conninfo = 'host=a password=abc'", "primary_conninfo = ********");
        row("postgresql", "ssl_passphrase_command = 'x'", "ssl_passphrase_command = 'x'");
        row("postgresql", "ssl = on", "ssl = on");
        row("postgresql", "", "");
    }

    void masked_secretsOfTheServices_areHidden() {
        QFETCH(QString, service);
        QFETCH(QString, line);
        const std::string masked = plan::masked(shipped(service.toStdString()), line.toStdString());
        QTEST(QString::fromStdString(masked), "expected");
    }

    void merge_afterEditsByHand_takesOurValuesBackAndLeavesTheirs() {
        const profile::Profile redis = shipped("redis");
        const std::string before = "port 1\ntls-port 7000\ntls-auth-clients no\n";
        std::string now = edited(redis, before).toStdString() + "loglevel debug\n";
        now.replace(now.find("7000"), 4, "7001");
        check::Findings findings;
        const auto merged = plan::mergedConfig(redis, "conf", now, before, findings);
        QVERIFY(merged.has_value());
        QCOMPARE(merged->text, std::string("port 1\ntls-port 7001\ntls-auth-clients no\n# Set by Certwright\n"
                                           "loglevel debug\n"));
    }
};

QTEST_GUILESS_MAIN(TestConfigDirectives)
#include "test_config_directives.moc"

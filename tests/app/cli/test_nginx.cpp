// Why: nginx itself has the last word: it judges, serves, reloads and refuses what a person would see.
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

#include "tests/app/cli/gateway.h"
#include "tests/app/cli/loopback.h"

using namespace certwright::test;

namespace {

std::vector<std::string> toldCodes(const Outcome& outcome, const char* list = "told") {
    std::vector<std::string> codes;
    const auto object = parsed(outcome.out);
    if (object.is_object() && object.contains(list))
        for (const auto& finding : object[list])
            codes.push_back(finding["code"]);
    return codes;
}

} // namespace

class TestNginx : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void import_accepted_isServedToWhomItShall();
    void import_refusedByNginx_changesNothingAndSaysWhy_data();
    void import_refusedByNginx_changesNothingAndSaysWhy();
    void import_blockNotToBeTold_namesThem();
    void serverBlock_named_isTaken();
    void rollback_ofTheFirstImport_restoresTheSiteToTheOctet();
    void rollback_afterAnEdit_keepsTheEdit();
    void verify_lineGone_isFound();
    void reload_seenFromOutside_isOldThenInstalled();
    void replace_underLoad_noConnectionFails();
    void pipe_ended_isGone();
    void systemd_pathWithSpaces_isQuoted();
    void systemd_units_areTakenBySystemd();
};

void TestNginx::import_accepted_isServedToWhomItShall() {
    Gateway gateway;
    const Outcome imported = gateway.import(0);
    QVERIFY2(imported.exitCode == 0, (imported.out + imported.err).c_str());
    QVERIFY(contains(toldCodes(imported), "reload.needed"));
    QVERIFY(contains(codesOf(parsed(imported.out)), "command.planned"));
    QVERIFY(contains(gateway.site(), "server {\n  include certwright/tls.conf;\n  listen"));
    QVERIFY(!contains(gateway.folder().read("nginx/certwright/tls.conf"), usualPassword));
    QVERIFY(gateway.feed() && gateway.start());
    QCOMPARE(gateway.curl("client"), std::string("hello\n200"));
    QVERIFY(contains(gateway.curl(""), "No required SSL certificate was sent"));
    QVERIFY(contains(gateway.curl("revoked"), "The SSL certificate error"));
    QCOMPARE(gateway.run({"verify"}).exitCode, 0);
}

void TestNginx::import_refusedByNginx_changesNothingAndSaysWhy_data() {
    QTest::addColumn<std::string>("more");
    QTest::addColumn<std::string>("reason");
    QTest::newRow("unknown directive")
        << std::string("  sll_session_timeout 5m;\n") << std::string("unknown-directive");
    QTest::newRow("twice") << std::string("  keepalive_timeout 5;\n  keepalive_timeout 6;\n")
                           << std::string("duplicate-directive");
    QTest::newRow("missing file") << std::string("  include /nowhere/at-all.conf;\n") << std::string("file");
}

void TestNginx::import_refusedByNginx_changesNothingAndSaysWhy() {
    QFETCH(std::string, more);
    QFETCH(std::string, reason);
    const Gateway gateway(more);
    const Tree before = treeOf(gateway.root());
    const Outcome refused = gateway.import(0);
    QCOMPARE(refused.exitCode, 3);
    QCOMPARE(differences(before, treeOf(gateway.root())), std::string());
    const auto failures = parsed(refused.out)["told"];
    QVERIFY2(contains(failures.dump(), reason), failures.dump().c_str());
    QVERIFY2(contains(failures.dump(), "sites-enabled/gateway:"), failures.dump().c_str());
}

void TestNginx::import_blockNotToBeTold_namesThem() {
    const Gateway gateway;
    gateway.writeSite(gateway.site() + "server { listen 127.0.0.1:1 ssl; server_name other.test; }\n");
    const Tree before = treeOf(gateway.root());
    const Outcome refused = gateway.import(0);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(refused.out), "blocker"), "block.not-chosen"));
    QVERIFY(contains(refused.out, "sites-enabled/gateway:2 gateway.test"));
    QCOMPARE(differences(before, treeOf(gateway.root())), std::string());
}

void TestNginx::serverBlock_named_isTaken() {
    const Gateway gateway;
    const std::string listen = "server { listen 127.0.0.1:" + std::to_string(gateway.port());
    gateway.writeSite(listen + "; server_name gateway.test; }\nserver { listen 127.0.0.1:" +
                      std::to_string(freePort()) + " ssl; server_name other.test; }\n");
    const Outcome unknown = gateway.import(0, {"--server-block", "third.test"});
    QVERIFY(contains(codesOf(parsed(unknown.out), "blocker"), "block.unknown"));
    const Outcome imported = gateway.import(0, {"--server-block", "other.test"});
    QVERIFY2(imported.exitCode == 0, (imported.out + imported.err).c_str());
    QVERIFY(contains(gateway.site(), "server { include certwright/tls.conf; listen"));
}

void TestNginx::rollback_ofTheFirstImport_restoresTheSiteToTheOctet() {
    const Gateway gateway;
    const std::string before = gateway.site();
    QCOMPARE(gateway.import(0).exitCode, 0);
    const Outcome back = gateway.run({"rollback", "--json", "--yes"});
    QVERIFY2(back.exitCode == 0, (back.out + back.err).c_str());
    QCOMPARE(gateway.site(), before);
    QVERIFY(!gateway.folder().exists("nginx/certwright/tls.conf"));
}

void TestNginx::rollback_afterAnEdit_keepsTheEdit() {
    const Gateway gateway;
    const std::string before = gateway.site();
    QCOMPARE(gateway.import(0).exitCode, 0);
    gateway.writeSite(gateway.site() + "# mine\n");
    QCOMPARE(gateway.run({"rollback", "--json", "--yes"}).exitCode, 0);
    QCOMPARE(gateway.site(), before + "# mine\n");
}

void TestNginx::verify_lineGone_isFound() {
    const Gateway gateway;
    const std::string before = gateway.site();
    QCOMPARE(gateway.import(0).exitCode, 0);
    gateway.writeSite(before);
    const Outcome verified = gateway.run({"verify", "--json"});
    QCOMPARE(verified.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(verified.out), "blocker"), "installed.not-configured"));
}

void TestNginx::reload_seenFromOutside_isOldThenInstalled() {
    Gateway gateway;
    QCOMPARE(gateway.import(0).exitCode, 0);
    QVERIFY(gateway.feed() && gateway.start());
    const Outcome left = gateway.replace(1, {"--served-at", gateway.address()});
    QVERIFY2(left.exitCode == 0, (left.out + left.err).c_str());
    QVERIFY2(contains(toldCodes(left), "served.old"), left.out.c_str());
    const Outcome taken = gateway.replace(2, {"--reload", "--served-at", gateway.address()});
    QVERIFY2(taken.exitCode == 0, (taken.out + taken.err).c_str());
    QVERIFY2(contains(toldCodes(taken), "served.installed"), taken.out.c_str());
    const Outcome told = gateway.run(together({"replace", "--reload"}, gateway.brought(1)), usualPassword);
    QVERIFY2(contains(told.out, "The running service has taken over"), (told.out + told.err).c_str());
    QCOMPARE(gateway.curl("client"), std::string("hello\n200"));
}

void TestNginx::replace_underLoad_noConnectionFails() {
    Gateway gateway;
    QCOMPARE(gateway.import(0).exitCode, 0);
    QVERIFY(gateway.feed() && gateway.start());
    QProcess load;
    const auto path = [&](const char* name) { return QString::fromStdString(gateway.at(name)); };
    load.start("python3", {CERTWRIGHT_TLS_LOAD, QString::number(gateway.port()), path("ca.crt"),
                           path("client.crt"), path("client.key"), "gateway.test", "2000", path("stop")});
    QVERIFY(load.waitForStarted());
    for (const int generation : {1, 2, 0}) {
        const Outcome taken = gateway.replace(generation, {"--reload", "--served-at", gateway.address()});
        QVERIFY2(contains(toldCodes(taken), "served.installed"), (taken.out + taken.err).c_str());
    }
    gateway.folder().write("stop", std::string_view());
    QVERIFY(load.waitForFinished(210000));
    const auto seen = parsed(load.readAllStandardOutput().toStdString());
    QVERIFY(seen.is_object());
    qInfo("%s", seen.dump().c_str());
    QVERIFY(seen["connections"] >= 2000);
    QCOMPARE(seen["failures"].dump(), std::string("{}"));
    QCOMPARE(seen["certificates"].get<int>(), 3);
}

void TestNginx::pipe_ended_isGone() {
    const Gateway gateway;
    QCOMPARE(gateway.import(0).exitCode, 0);
    const std::string pipe = gateway.at("own.pipe");
    QProcess feeder;
    feeder.start(QString::fromStdString(cliPath()),
                 {"unlock", "--service", "nginx", "--root", QString::fromStdString(gateway.root()), "--pipe",
                  QString::fromStdString(pipe), "--times", "2"});
    QVERIFY(QTest::qWaitFor([&] { return gateway.folder().exists("own.pipe"); }, 10000));
    QCOMPARE(gateway.folder().modeOf("own.pipe"), 0600U);
    const Outcome first = runProgram("cat", {pipe});
    QTest::qWait(200);
    const Outcome second = runProgram("cat", {pipe});
    QVERIFY(first.out.size() > 20 && first.out.ends_with('\n'));
    QCOMPARE(first.out, second.out);
    QVERIFY(feeder.waitForFinished(10000));
    QCOMPARE(feeder.exitCode(), 0);
    QVERIFY(!gateway.folder().exists("own.pipe"));
    const std::string file = gateway.folder().write("file", std::string_view("mine"));
    QCOMPARE(gateway.run({"unlock", "--pipe", file}).exitCode, 3);
    QCOMPARE(gateway.folder().read("file"), std::string("mine"));
}

void TestNginx::systemd_pathWithSpaces_isQuoted() {
    const TemporaryFolder folder;
    const std::string root = folder.makeFolder("my 100% $web");
    const Outcome told = runCli({"unlock", "--service", "nginx", "--root", root, "--systemd"});
    QCOMPARE(told.exitCode, 0);
    QVERIFY2(contains(told.out, "/my 100%% $$web/certwright/passphrase.pipe\""), told.out.c_str());
    QVERIFY(contains(told.out, "Requires=certwright-unlock-nginx.service"));
}

// The units are saved where the comments above them say, but below another folder.
void TestNginx::systemd_units_areTakenBySystemd() {
    const TemporaryFolder folder;
    const std::string root = folder.makeFolder("my 100% $web");
    const Outcome told = runCli({"unlock", "--service", "nginx", "--root", root, "--systemd"});
    const std::string units = "etc/systemd/system/";
    folder.write(units + "nginx.service", "[Service]\nExecStart=/bin/true\n");
    std::map<std::string, std::string> saved;
    std::string name;
    for (const QByteArray& line : QByteArray::fromStdString(told.out).split('\n')) {
        static const QRegularExpression place(QStringLiteral("^# Save as /(etc/systemd/system/[^,]*)"));
        const auto match = place.match(QString::fromUtf8(line));
        if (match.hasMatch())
            name = match.captured(1).toStdString();
        else if (!name.empty())
            saved[name] += line.toStdString() + '\n';
    }
    QCOMPARE(saved.size(), 2U);
    for (const auto& [path, text] : saved)
        folder.write(path, text);
    const Outcome judged =
        runProgram("env", {"SYSTEMD_UNIT_PATH=" + folder.at(units) + ":", "systemd-analyze", "verify",
                           "--man=no", folder.at(units + "nginx.service"),
                           folder.at(units + "certwright-unlock-nginx.service")});
    QCOMPARE(judged.exitCode, 0);
    QCOMPARE(judged.out + judged.err, std::string());
}

QTEST_GUILESS_MAIN(TestNginx)
#include "test_nginx.moc"

// Why: the main job in all the forms that its material comes in, and what stands in the service afterwards.
#include <QDateTime>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>

#include "tests/app/cli/practice.h"
#include "tests/support/zip_maker.h"

using namespace certwright::test;

class TestImport : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void import_anyForm_installsTheSame_data();
    void import_anyForm_installsTheSame();
    void archive_opened_leavesNothingBehind();
    void archive_cleanedUp_stays();
    void without_slot_leavesItEmpty();
    void import_intermediates_areWrittenAfterTheLeaf();
    void import_crlInDer_isWrittenAsPem();
    void import_twoCandidates_namesBoth();
    void import_platformAndGateway_goToTheirPlaces();
    void import_retention_isWrittenAsAsked();
    void import_replaced_keepsThePreviousState();
    void import_withoutYes_withoutTerminal_exits2();
    void config_otherOctets_stay_data();
    void config_otherOctets_stay();
    void config_duplicateKey_isRefusedWithBothLines();
    void verify_tampered_saysWhat_data();
    void verify_tampered_saysWhat();
    void unlock_toAFile_isRefused();
    void symlinkAtTarget_isRefused();

  private:
    std::string contentOf(const std::string& path) const { return runProgram("cat", {path}).out; }
    void write(const std::string& path, const std::string& content) const;

    TemporaryFolder m_folder;
    Practice m_practice;
};

namespace {

const std::string keys = "/sample/mxVision/streamserver/keys/";

// linesOf returns the lines that do not assign one of the certificate keys.
QStringList otherLines(const std::string& config) {
    QStringList lines;
    for (const QString& line : QString::fromStdString(config).split('\n')) {
        const QString key = line.section('=', 0, 0);
        if (!QStringList{"server_crt", "server_key", "ca_crt", "crl", "server_key_mm"}.contains(key))
            lines << line;
    }
    return lines;
}

} // namespace

void TestImport::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestImport::write(const std::string& path, const std::string& content) const {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content.data(), static_cast<qint64>(content.size()));
}

void TestImport::import_anyForm_installsTheSame_data() {
    QTest::addColumn<QStringList>("arguments");
    const auto path = [&](const char* name) { return QString::fromStdString(m_practice.material(name)); };
    QTest::newRow("folder of PEM") << QStringList{path("good-pem")};
    QTest::newRow("folder of DER") << QStringList{path("good-der")};
    QTest::newRow("folder with PKCS#12") << QStringList{path("good-pkcs12")};
    QTest::newRow("folder with PKCS#7") << QStringList{path("good-pkcs7")};
    QTest::newRow("options") << QStringList{
        "--ca",  path("good-pem/ca.crt"),     "--cert", path("good-pem/server.crt"),
        "--key", path("good-pem/server.key"), "--crl",  path("good-pem/ca.crl")};
    QTest::newRow("slots") << QStringList{
        "--file", "ca=" + path("good-der/ca.der"),          "--file", "cert=" + path("good-der/server.der"),
        "--file", "key=" + path("good-der/server-key.der"), "--file", "crl=" + path("good-der/crl.der")};
    QTest::newRow("files, any order") << QStringList{path("good-pem/server.key"), path("good-pem/ca.crl"),
                                                     path("good-pem/server.crt"), path("good-pem/ca.crt")};
    std::vector<ZipEntry> entries{{"readme.txt", "hello\n"}};
    for (const char* name : {"ca.crt", "server.crt", "server.key", "ca.crl"})
        entries.push_back({std::string("证书/") + name, contentOf(m_practice.material("good-pem/") + name)});
    const std::string zip = m_folder.write("delivery.zip", zipOf(entries));
    const QString inside = QString::fromStdString(zip) + "/证书/";
    QTest::newRow("zip archive") << QStringList{QString::fromStdString(zip)};
    QTest::newRow("files in a zip archive")
        << QStringList{"--ca",  inside + "ca.crt",     "--cert", inside + "server.crt",
                       "--key", inside + "server.key", "--crl",  inside + "ca.crl"};
    QTest::newRow("option and zip archive")
        << QStringList{"--key", path("good-pem/server.key"), QString::fromStdString(zip)};
    QTest::newRow("option and files")
        << QStringList{"--key", path("good-pem/server.key"), path("good-pem/ca.crt"),
                       path("good-pem/server.crt"), path("good-pem/ca.crl")};
}

void TestImport::import_anyForm_installsTheSame() {
    QFETCH(QStringList, arguments);
    Arguments list;
    for (const QString& argument : arguments)
        list.push_back(argument.toStdString());
    const Service service = m_practice.copy("streamserver", m_folder, QTest::currentDataTag());
    const Outcome outcome = runCli(service.import(list), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    for (const char* name : {"ca.crt", "server.crt", "ca.crl"})
        QCOMPARE(contentOf(service.root + keys + name), contentOf(m_practice.material("good-pem/") + name));
    const std::string config = contentOf(service.root + "/config/streamserver.conf");
    for (const char* line : {"\nserver_crt=keys/server.crt\n", "\nserver_key=keys/server.key\n",
                             "\nca_crt=keys/ca.crt\n", "\ncrl=keys/ca.crl\n", "\nserver_key_mm="})
        QVERIFY2(contains(config, line), config.c_str());
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

// What was unpacked is nowhere but in the service's folder.
void TestImport::archive_opened_leavesNothingBehind() {
    const Service service = m_practice.copy("streamserver", m_folder, "unpacked");
    m_folder.makeFolder("tmp");
    const std::string zip = m_folder.write(
        "closed/delivery.zip", zipOf({{"server.key", contentOf(m_practice.material("good-pem/server.key"))},
                                      {"server.crt", contentOf(m_practice.material("good-pem/server.crt"))},
                                      {"ca.crt", contentOf(m_practice.material("good-pem/ca.crt"))}}));
    const Tree before = treeOf(m_folder.at("closed"));
    const Outcome outcome = runCli(service.import({zip}), usualPassword, {{"TMPDIR", m_folder.at("tmp")}});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(treeOf(m_folder.at("closed")), before);
    QVERIFY(treeOf(m_folder.at("tmp")).empty());
    const auto object = parsed(outcome.out);
    for (const auto& row : object["selected"])
        QVERIFY(row["path"].get<std::string>().starts_with(zip + "/"));
}

void TestImport::archive_cleanedUp_stays() {
    const Service service = m_practice.copy("streamserver", m_folder, "cleaned");
    const std::string zip = m_folder.write(
        "clean/delivery.zip", zipOf({{"server.key", contentOf(m_practice.material("good-pem/server.key"))}}));
    const std::string crt =
        m_folder.write("clean/server.crt", contentOf(m_practice.material("good-pem/server.crt")));
    const Arguments arguments{
        "--clean",
        "--key",
        zip + "/server.key",
        "--cert",
        crt,
        "--ca",
        m_folder.write("clean/ca.crt", contentOf(m_practice.material("good-pem/ca.crt")))};
    const Outcome outcome = runCli(service.import(arguments), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QCOMPARE(object["wiped"].size(), std::size_t{2});
    QVERIFY(contains(outcome.out, "clean.archive"));
    QVERIFY(m_folder.exists("clean/delivery.zip"));
    QVERIFY(!m_folder.exists("clean/server.crt"));
}

void TestImport::without_slot_leavesItEmpty() {
    const Service service = m_practice.copy("streamserver", m_folder, "without");
    const Outcome outcome =
        runCli(service.import({"--without", "crl", m_practice.material("foreign-crl")}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(contains(codesOf(parsed(outcome.out)), "file.unused"));
    const std::string config = contentOf(service.root + "/config/streamserver.conf");
    QVERIFY(contains(config, "\nserver_crt=keys/server.crt\n"));
    QVERIFY(!contains(config, "\ncrl=keys/ca.crl\n"));
    QVERIFY(!QFile::exists(QString::fromStdString(service.root + keys + "ca.crl")));
}

void TestImport::import_intermediates_areWrittenAfterTheLeaf() {
    const Service service = m_practice.copy("streamserver", m_folder, "chain");
    QCOMPARE(runCli(service.import({m_practice.material("with-intermediate")}), usualPassword).exitCode, 0);
    const std::string from = m_practice.material("with-intermediate/");
    QCOMPARE(contentOf(service.root + keys + "server.crt"),
             contentOf(from + "server.crt") + contentOf(from + "intermediate.crt"));
}

void TestImport::import_crlInDer_isWrittenAsPem() {
    const Service service = m_practice.copy("streamserver-new", m_folder, "der");
    const Outcome outcome = runCli(service.import({m_practice.material("good-der")}), usualPassword);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(contains(codesOf(parsed(outcome.out)), "crl.converted"));
    QVERIFY(contentOf(service.root + keys + "ca.crl").starts_with("-----BEGIN X509 CRL-----"));
}

void TestImport::import_twoCandidates_namesBoth() {
    const Service service = m_practice.copy("streamserver", m_folder, "ambiguous");
    const Tree before = treeOf(service.root);
    const Outcome outcome = runCli(
        service.import({m_practice.material("good-pem"), m_practice.material("good-pem/../expires-soon")}),
        usualPassword);
    QCOMPARE(outcome.exitCode, 1);
    const auto object = parsed(outcome.out);
    QVERIFY2(contains(codesOf(object, "blocker"), "slot.ambiguous"), outcome.out.c_str());
    QVERIFY(contains(outcome.out, "good-pem/server.crt") && contains(outcome.out, "expires-soon/server.crt"));
    QCOMPARE(differences(before, treeOf(service.root)), std::string());
}

void TestImport::import_platformAndGateway_goToTheirPlaces() {
    const Service service = m_practice.copy("aoi", m_folder, "platform");
    const std::string other = m_practice.material("wrong-ca/ca.crt");
    const std::string good = m_practice.material("good-pem/");
    const Outcome outcome =
        runCli(service.import({"--ca", good + "ca.crt", "--file", "gateway-ca=" + good + "ca.crt", "--file",
                               "platform-ca=" + other, "--file",
                               "platform-crl=" + m_practice.material("foreign-crl/ca.crl"), "--set",
                               "retention-days=300", good + "server.crt", good + "server.key"}),
               usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(contentOf(service.root + "/config/crt/client_ca.crt"), contentOf(other));
    const std::string config = contentOf(service.root + "/config/config.yaml");
    QVERIFY(contains(config, "ai_platform_http_client:\n  ca: config/crt/client_ca.crt\n"
                             "  crl: config/crt/ai_platform_client.crl\n"));
    QVERIFY(contains(config, "http_pushgateway_client:\n  ca: config/crt/gateway_client_ca.crt\n"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestImport::import_retention_isWrittenAsAsked() {
    for (const int days : {1, 365, 2000}) {
        const Service service = m_practice.copy("aoi", m_folder, "days" + std::to_string(days));
        Arguments arguments = service.import({m_practice.material("good-pem")});
        if (days != 365) // the default
            arguments.insert(arguments.end(), {"--set", "retention-days=" + std::to_string(days)});
        const QDateTime earliest = QDateTime::currentDateTimeUtc().addDays(days).addSecs(-1);
        const Outcome outcome = runCli(arguments, usualPassword);
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
        const QString config = QString::fromStdString(contentOf(service.root + "/config/config.yaml"));
        const QRegularExpression line(R"(ca_retention_time: ["']?(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d))");
        QDateTime written = QDateTime::fromString(line.match(config).captured(1), "yyyy-MM-dd HH:mm:ss");
        written.setTimeSpec(Qt::UTC);
        QVERIFY(written >= earliest && written <= earliest.addSecs(60));
    }
}

void TestImport::import_replaced_keepsThePreviousState() {
    const Service service = m_practice.copy("aoi", m_folder, "kept");
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    const Tree first = treeOf(service.root);
    const Outcome second = runCli(service.import({m_practice.material("with-intermediate")}), usualPassword);
    QVERIFY2(second.exitCode == 0, second.out.c_str());
    const std::string history = parsed(second.out)["receipt"]["history"];
    const auto entry = parsed(contentOf(history + "/entry.json"));
    QVERIFY(entry.is_object());
    // Every replaced file's previous content is there, octet by octet.
    std::set<std::string> kept;
    for (const auto& [path, content] : treeOf(history))
        kept.insert(content.substr(4));
    for (const char* name : {"config/crt/server.crt", "config/crt/server.key", "config/config.yaml"})
        QVERIFY2(kept.contains(first.at(name).substr(4)), name);
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestImport::import_withoutYes_withoutTerminal_exits2() {
    const Service service = m_practice.copy("streamserver", m_folder, "unasked");
    const Tree before = treeOf(service.root);
    const Outcome outcome =
        runCli(together(service.verb("import"), {"--password-stdin", m_practice.material("good-pem")}),
               usualPassword);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(contains(outcome.err, "--yes"));
    QCOMPARE(differences(before, treeOf(service.root)), std::string());
}

void TestImport::config_otherOctets_stay_data() {
    QTest::addColumn<QByteArray>("config");
    QTest::newRow("no final newline")
        << QByteArray("a=1\nserver_crt=\nserver_key=\nca_crt=\ncrl=\nserver_key_mm=\nb=2");
    QTest::newRow("comments between")
        << QByteArray("# x\nserver_crt=\n# y = z\n\nserver_key=\nca_crt=\n;k\ncrl=\nserver_key_mm=\n");
    QTest::newRow("no keys at all") << QByteArray("port=8080\nlog_dir=logs");
    QTest::newRow("Chinese comment") << QByteArray("# 端口\nport=8080\n");
}

void TestImport::config_otherOctets_stay() {
    QFETCH(QByteArray, config);
    const Service service = m_practice.copy("streamserver", m_folder, QTest::currentDataTag());
    const std::string path = service.root + "/config/streamserver.conf";
    write(path, config.toStdString());
    const Outcome outcome = runCli(service.import({m_practice.material("good-pem")}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QStringList before = otherLines(config.toStdString());
    QStringList after = otherLines(contentOf(path));
    before.removeAll(QString());
    after.removeAll(QString());
    QCOMPARE(after, before);
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestImport::config_duplicateKey_isRefusedWithBothLines() {
    const Service service = m_practice.copy("streamserver", m_folder, "twice");
    write(service.root + "/config/streamserver.conf", "ca_crt=\nport=1\nCA_CRT=\n");
    const Outcome outcome = runCli(service.import({m_practice.material("good-pem")}), usualPassword);
    QCOMPARE(outcome.exitCode, 1);
    const auto object = parsed(outcome.out);
    QVERIFY(contains(codesOf(object, "blocker"), "config.duplicate-key"));
    for (const auto& finding : object["findings"])
        if (finding["code"] == "config.duplicate-key") {
            const std::string data = finding["data"].dump();
            QVERIFY2(contains(data, "1") && contains(data, "3"), data.c_str());
        }
}

void TestImport::verify_tampered_saysWhat_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("code");
    QTest::newRow("mode") << "chmod 644 config/crt/server.key"
                          << "installed.mode";
    QTest::newRow("missing") << "rm -f config/crt/ca.crt"
                             << "installed.missing";
    QTest::newRow("key.hash") << "chmod 600 ~/aoi_service/key.hash; echo 0 > ~/aoi_service/key.hash"
                              << "installed.hash";
    QTest::newRow("key.bak") << "chmod 600 ~/aoi_service/key.bak; echo x >> ~/aoi_service/key.bak"
                             << "installed.backup";
    QTest::newRow("sealed text") << "sed -i 's/key_mm: .*/key_mm: nonsense/' config/config.yaml"
                                 << "installed.seal";
    QTest::newRow("retention") << "sed -i 's/ca_retention_time: .*/ca_retention_time: 2020-01-01 00:00:00/' "
                                  "config/config.yaml"
                               << "retention.passed";
    QTest::newRow("path") << "sed -i 's|crt: config.*|crt: elsewhere|' config/config.yaml"
                          << "installed.not-configured";
    QTest::newRow("one key store") << "rm -f config/kmc.ks"
                                   << "key-store.repaired";
    QTest::newRow("both key stores") << "rm -f config/kmc.ks config/StandbyKsf.ks"
                                     << "key-store.damaged";
}

void TestImport::verify_tampered_saysWhat() {
    QFETCH(QString, command);
    QFETCH(QString, code);
    const Service service =
        m_practice.copy("aoi", m_folder, "tampered-" + std::string(QTest::currentDataTag()));
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    const std::string line = "cd '" + service.root + "' && " + command.toStdString();
    QCOMPARE(runProgram("sh", {"-c", line}, {}, {{"HOME", service.home}}).exitCode, 0);
    const auto object = parsed(runCli(together(service.verb("verify"), {"--json"})).out);
    const std::string found = object.dump();
    QVERIFY2(contains(found, '"' + code.toStdString() + '"') || contains(found, "\"key-store.missing\""),
             found.c_str());
    if (code != "key-store.repaired")
        QVERIFY2(object["status"] != 0, found.c_str());
}

void TestImport::unlock_toAFile_isRefused() {
    const Service service = m_practice.copy("streamserver", m_folder, "locked");
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    const std::string file = m_folder.at("passphrase");
    const std::string line = "'" + cliPath() + "' unlock --service streamserver --root '" + service.root +
                             "' --fd 3 3>'" + file + "'";
    QCOMPARE(runProgram("sh", {"-c", line}).exitCode, 3);
    QCOMPARE(contentOf(file), std::string());
}

void TestImport::symlinkAtTarget_isRefused() {
    const Service service = m_practice.copy("streamserver", m_folder, "links");
    const std::string victim = m_folder.write("victim", "untouched");
    QCOMPARE(runProgram("ln", {"-s", victim, service.root + keys + "server.key"}).exitCode, 0);
    const Outcome outcome = runCli(service.import({m_practice.material("good-pem")}), usualPassword);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "target.symlink"));
    QCOMPARE(m_folder.read("victim"), std::string("untouched"));
}

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"

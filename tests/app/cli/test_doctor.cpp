// Why: somebody runs doctor on a folder that the vendor's script or a colleague made, reads what is wrong,
// and lets it be mended; nothing else in the folder may change.
#include <QTest>

#include <filesystem>
#include <fstream>
#include <set>

#include <sys/stat.h>

#include "tests/app/cli/practice.h"

using namespace certwright::test;
using nlohmann::json;
namespace stdfs = std::filesystem;

class TestCliDoctor : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void doctor_imported_isWell_data();
    void doctor_imported_isWell();
    void doctor_spoilt_saysWhatItMends_andMendsIt();
    void doctor_vendorsInstallation_isNamedAndNotDamaged();
    void doctor_vendorsInstallationSpoilt_mendsAroundTheKeyStores();
    void doctor_noConfig_isAFinding_data();
    void doctor_noConfig_isAFinding();
    void doctor_withoutYes_withoutTerminal_changesNothing();
    void doctor_nothingToMend_saysSo();
    void doctor_page_hasReasonsAndSteps_data();
    void doctor_page_hasReasonsAndSteps();
    void doctor_later_tellsOfDates();
    void doctor_afterFix_canBeTakenBackByHistory();

  private:
    Service installed(const TemporaryFolder& folder, const std::string& id) const;
    Service vendors(const TemporaryFolder& folder) const;

    TemporaryFolder m_material;
    Practice m_practice;
};

namespace {

const std::string keys = "/sample/mxVision/streamserver/keys/";

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& content, unsigned mode) {
    stdfs::remove(path);
    std::ofstream(path, std::ios::binary) << content;
    setMode(path, mode);
}

// fixesOf lists "code:true" or "code:false" of all findings but notes.
std::set<std::string> fixesOf(const json& findings) {
    std::set<std::string> found;
    for (const json& finding : findings)
        if (finding["severity"] != "note")
            found.insert(finding["code"].get<std::string>() +
                         (finding["fix"].get<bool>() ? ":true" : ":false"));
    return found;
}

QString text(const std::set<std::string>& words) {
    QStringList list;
    for (const std::string& word : words)
        list << QString::fromStdString(word);
    return list.join(' ');
}

// What the vendor's script leaves (SERVICES.md section 1), made with openssl: the key encrypted under a
// passphrase that only the vendor's library can unseal.
constexpr const char* vendorsScript = R"(set -eu
cd "$1"
printf '[req]\ndistinguished_name=d\n[d]\n[ca]\ndefault_ca=c\n[c]\ndatabase=index\ncrlnumber=number\ndefault_md=sha256\ndefault_crl_days=300\n' > conf
: > index; echo 01 > number
openssl req -config conf -x509 -newkey rsa:3072 -nodes -keyout ca.key -out ca.crt -days 900 -subj /CN=CA \
    -addext keyUsage=critical,keyCertSign,cRLSign -addext basicConstraints=critical,CA:TRUE
openssl req -config conf -newkey rsa:3072 -passout pass:vendors -keyout server.key -out server.csr -subj /CN=server.test
printf 'subjectAltName=DNS:server.test\nextendedKeyUsage=serverAuth,clientAuth\nkeyUsage=digitalSignature\n' > ext
openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 800 -sha256 -extfile ext -out server.crt
openssl ca -config conf -gencrl -keyfile ca.key -cert ca.crt -out ca.crl
)";

} // namespace

void TestCliDoctor::initTestCase() {
    QVERIFY(m_practice.ok());
    const Outcome made = runProgram("bash", {"-c", vendorsScript, "bash", m_material.path()});
    QVERIFY2(made.exitCode == 0, made.err.c_str());
}

Service TestCliDoctor::installed(const TemporaryFolder& folder, const std::string& id) const {
    const Service service = m_practice.copy(id, folder);
    if (runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode != 0)
        qFatal("no import");
    return service;
}

Service TestCliDoctor::vendors(const TemporaryFolder& folder) const {
    const Service service = m_practice.copy("streamserver", folder);
    const std::string into = service.root + keys;
    stdfs::create_directories(into);
    setMode(into, 0700);
    for (const char* name : {"ca.crt", "server.crt", "server.key", "ca.crl"})
        write(into + name, contentOf(m_material.at(name)), 0400);
    std::string store;
    const std::string mark = "5F64978D194F89CFA83F8EE1DB013C0C88424A1CB7FCAD704E4513A51446716C";
    for (std::size_t i = 0; i < mark.size(); i += 2)
        store += static_cast<char>(std::stoi(mark.substr(i, 2), nullptr, 16));
    store += std::string(2000, '\x5A');
    write(into + "kmc.ks", store, 0400);
    write(into + "StandbyKsf.ks", store, 0400);
    const std::string path = service.root + "/config/streamserver.conf";
    std::string config = contentOf(path);
    for (const auto& [key, value] :
         {std::pair{"server_crt=", "keys/server.crt"}, std::pair{"server_key=", "keys/server.key"},
          std::pair{"ca_crt=", "keys/ca.crt"}, std::pair{"\ncrl=", "keys/ca.crl"},
          std::pair{"server_key_mm=", "AAAAAgAAAAAAAAAAAAAAAQAAAAgHDXSvF0Ls"}}) {
        const auto at = config.find(key);
        if (at == std::string::npos)
            qFatal("the practice config has no %s", key);
        config.insert(at + std::string(key).size(), value);
    }
    write(path, config, 0640);
    return service;
}

void TestCliDoctor::doctor_imported_isWell_data() {
    QTest::addColumn<QString>("id");
    for (const char* id : {"streamserver", "streamserver-new", "aoi"})
        QTest::newRow(id) << id;
}

void TestCliDoctor::doctor_imported_isWell() {
    QFETCH(QString, id);
    const TemporaryFolder folder;
    const Service service = installed(folder, id.toStdString());
    const Tree before = treeOf(folder.path());
    for (const Arguments& more : {Arguments{"--json"}, Arguments{"--json", "--fix", "--yes"}}) {
        const Outcome outcome = runCli(together(service.verb("doctor"), more));
        const auto object = parsed(outcome.out);
        QVERIFY2(outcome.exitCode == 0 && object["proof"]["succeeded"].get<bool>(), outcome.out.c_str());
        QCOMPARE(text(fixesOf(object["findings"])), QString());
        QVERIFY(!object.contains("receipt"));
    }
    QCOMPARE(QString::fromStdString(differences(before, treeOf(folder.path()))), QString());
}

void TestCliDoctor::doctor_spoilt_saysWhatItMends_andMendsIt() {
    const TemporaryFolder folder;
    const Service service = installed(folder, "streamserver");
    const Tree good = treeOf(folder.path());
    const std::string config = service.root + "/config/streamserver.conf";
    setMode(service.root + keys, 0777);
    setMode(service.root + keys + "server.key", 0644);
    stdfs::remove(service.root + keys + "StandbyKsf.ks");
    write(config, contentOf(config) + "\nPORT: 8080", 0640);
    const Tree spoilt = treeOf(folder.path());

    const Outcome looked = runCli(together(service.verb("doctor"), {"--json"}));
    QCOMPARE(looked.exitCode, 1);
    QCOMPARE(
        text(fixesOf(parsed(looked.out)["findings"])),
        "config.duplicate-key:true installed.mode:true key-store.repaired:true target.folder-writable:true");
    QCOMPARE(QString::fromStdString(differences(spoilt, treeOf(folder.path()))), QString());

    const Outcome mended = runCli(together(service.verb("doctor"), {"--json", "--fix", "--yes"}));
    const auto object = parsed(mended.out);
    QVERIFY2(mended.exitCode == 0, mended.out.c_str());
    QVERIFY(object["proof"]["succeeded"].get<bool>() && object["remaining"].empty());
    QCOMPARE(object["plan"]["changes"].size(), std::size_t{4});
    QCOMPARE(object["diagnosis"].size(), parsed(looked.out)["findings"].size());
    QCOMPARE(QString::fromStdString(differences(good, treeOf(folder.path()))), QString());
    QCOMPARE(runCli(service.verb("doctor")).exitCode, 0);
}

void TestCliDoctor::doctor_vendorsInstallation_isNamedAndNotDamaged() {
    const TemporaryFolder folder;
    const Service service = vendors(folder);
    const Tree before = treeOf(folder.path());
    for (const Arguments& more : {Arguments{"--json"}, Arguments{"--json", "--fix", "--yes"}}) {
        const Outcome outcome = runCli(together(service.verb("doctor"), more));
        const auto object = parsed(outcome.out);
        QVERIFY2(outcome.exitCode == 0 && object.is_object(), outcome.out.c_str());
        // What is sealed by the vendor's library only that library can judge; all else is in order.
        QCOMPARE(text(fixesOf(object["findings"])), "vendor.not-checked:false");
        QCOMPARE(object["proof"]["succeeded"].get<bool>(), false);
    }
    QCOMPARE(QString::fromStdString(differences(before, treeOf(folder.path()))), QString());
}

void TestCliDoctor::doctor_vendorsInstallationSpoilt_mendsAroundTheKeyStores() {
    const TemporaryFolder folder;
    const Service service = vendors(folder);
    setMode(service.root + keys + "kmc.ks", 0600); // as the library itself may leave it
    const Tree before = treeOf(folder.path());
    setMode(service.root + keys, 0755);
    setMode(service.root + keys + "server.key", 0440);
    write(service.root + keys + "server.key.bak", contentOf(m_material.at("ca.key")), 0644);
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--json", "--fix", "--yes"}));
    const auto object = parsed(outcome.out);
    QVERIFY2(outcome.exitCode == 0 && object.contains("receipt"), outcome.out.c_str());
    QCOMPARE(text(fixesOf(object["remaining"])), "installed.mode:false vendor.not-checked:false");
    Tree after = treeOf(folder.path());
    QCOMPARE(after["service" + keys + "server.key.bak"].substr(0, 3), std::string("600"));
    after.erase("service" + keys + "server.key.bak");
    QCOMPARE(QString::fromStdString(differences(before, after)), QString());
}

void TestCliDoctor::doctor_noConfig_isAFinding_data() {
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("code");
    QTest::newRow("missing") << "rm config/streamserver.conf"
                             << "config.missing";
    QTest::newRow("folder missing") << "rm -r config"
                                    << "root.not-service";
    QTest::newRow("a link") << "mv config/streamserver.conf real; ln -s ../real config/streamserver.conf"
                            << "target.symlink";
    QTest::newRow("a pipe") << "rm config/streamserver.conf; mkfifo config/streamserver.conf"
                            << "target.not-regular";
    QTest::newRow("of octets") << "head -c 100000 /dev/urandom > config/streamserver.conf"
                               << "installed.not-configured";
    QTest::newRow("somebody else's") << "echo '<xml/>' > config/streamserver.conf"
                                     << "installed.not-configured";
}

void TestCliDoctor::doctor_noConfig_isAFinding() {
    QFETCH(QString, how);
    QFETCH(QString, code);
    const TemporaryFolder folder;
    const Service service = installed(folder, "streamserver");
    const std::string command = "cd '" + service.root + "' && " + how.toStdString();
    QCOMPARE(runProgram("bash", {"-c", command}).exitCode, 0);
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--json", "--fix", "--yes"}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(contains(codesOf(parsed(outcome.out)), code.toStdString()), outcome.out.c_str());
}

void TestCliDoctor::doctor_withoutYes_withoutTerminal_changesNothing() {
    const TemporaryFolder folder;
    const Service service = installed(folder, "aoi");
    setMode(service.root + "/config/crt", 0755);
    const Tree before = treeOf(folder.path());
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--fix"}));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(contains(outcome.err, "--yes"));
    QCOMPARE(QString::fromStdString(differences(before, treeOf(folder.path()))), QString());
}

void TestCliDoctor::doctor_nothingToMend_saysSo() {
    const TemporaryFolder folder;
    const Service service = installed(folder, "streamserver");
    stdfs::remove(service.root + keys + "server.crt");
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--fix", "--yes", "--lang", "en"}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(contains(outcome.out, "None of this can be mended automatically."), outcome.out.c_str());
}

void TestCliDoctor::doctor_page_hasReasonsAndSteps_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("English") << "en"
                             << QStringList{"Who can get at it",
                                            "Whoever can read the key",
                                            "Blocks   ",
                                            "Run: chmod 400",
                                            "✓ doctor --fix mends it.",
                                            "1 problem",
                                            "doctor --fix mends 2 of them."};
    QTest::newRow("Chinese") << "zh" << QStringList{"server.key", "✓ ", "chmod 400", "doctor --fix"};
}

void TestCliDoctor::doctor_page_hasReasonsAndSteps() {
    QFETCH(QString, language);
    QFETCH(QStringList, parts);
    const TemporaryFolder folder;
    const Service service = installed(folder, "streamserver");
    setMode(service.root + keys + "server.key", 0644);
    write(service.root + keys + "server.key~", contentOf(service.root + keys + "server.key"), 0644);
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--lang", language.toStdString()}));
    QCOMPARE(outcome.exitCode, 1);
    for (const QString& part : parts)
        QVERIFY2(contains(outcome.out, part.toStdString()), qPrintable(part + "\n" + outcome.out.c_str()));
}

void TestCliDoctor::doctor_later_tellsOfDates() {
    const TemporaryFolder folder;
    const Service service = installed(folder, "aoi");
    const Outcome outcome =
        runCli(together(service.verb("doctor"), {"--json", "--at", "2050-01-01T00:00:00Z"}));
    QCOMPARE(outcome.exitCode, 1);
    const auto codes = codesOf(parsed(outcome.out), "blocker");
    QVERIFY(contains(codes, "retention.passed") && contains(codes, "certificate.expired"));
}

void TestCliDoctor::doctor_afterFix_canBeTakenBackByHistory() {
    const TemporaryFolder folder;
    const Service service = installed(folder, "streamserver");
    setMode(service.root + keys + "ca.crl", 0444);
    const Outcome outcome = runCli(together(service.verb("doctor"), {"--json", "--fix", "--yes"}));
    QCOMPARE(outcome.exitCode, 0);
    const std::string id = parsed(outcome.out)["receipt"]["id"];
    QVERIFY(stdfs::exists(service.root + "/.certwright/history/" + id + "/entry.json"));
    QVERIFY(contains(contentOf(service.root + "/.certwright/history/" + id + "/entry.json"), "repair"));
}

QTEST_GUILESS_MAIN(TestCliDoctor)
#include "test_doctor.moc"

// Why: the last word belongs to programs that know nothing of this one: a TLS server started with the
// imported files and the password that `unlock` hands over, and clients that connect to it.
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::test;

class TestService : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void server_withImportedFiles_judgesClients_data();
    void server_withImportedFiles_judgesClients();
    void server_afterRotation_startsWithTheNewPassphrase();
    void server_afterReplacement_startsWithTheNewCertificate();
    void server_passwordThroughNamedPipe_starts();
    void installedKey_isEncryptedAsPromised();

  private:
    material::Identity issue(const std::string& name, const material::Key& key,
                             const material::Identity* issuer);
    void writeClients(const material::Identity& ca, const material::Identity& stranger);
    // importedTo imports the material of this test into a fresh copy of a practice service.
    Service importedTo(const std::string& id, const std::string& name);
    // visits starts a server with what is installed and returns the script's verdicts.
    nlohmann::json visits(const Service& service, const std::string& crl) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    base::Time m_now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    material::Identity m_ca;
};

namespace {

const std::string password = "pass-of-the-source";

std::string keysFolder(const Service& service) {
    return service.root + (service.id == "aoi" ? "/config/crt/" : "/sample/mxVision/streamserver/keys/");
}

// quoted is safe here: the tests' own folders hold no quotes.
std::string quoted(const std::string& text) {
    return '\'' + text + '\'';
}

std::string shellWords(const Arguments& arguments) {
    std::string out;
    for (const std::string& argument : arguments)
        out += quoted(argument) + ' ';
    return out;
}

} // namespace

material::Identity TestService::issue(const std::string& name, const material::Key& key,
                                      const material::Identity* issuer) {
    auto spec = issuer == nullptr ? material::authoritySpec(name) : material::serverSpec(name);
    spec.notBefore = m_now - material::days(2);
    spec.notAfter = m_now + material::days(400);
    if (issuer != nullptr)
        spec.altNames = {{material::AltNameKind::Dns, "localhost"},
                         {material::AltNameKind::Dns, "aoi.practice.test"}};
    return material::issue(spec, key, issuer);
}

void TestService::writeClients(const material::Identity& ca, const material::Identity& stranger) {
    const auto good = issue("good client", material::rsaKey(1), &ca);
    const auto revoked = issue("revoked client", material::rsaKey(2), &ca);
    const auto other = issue("client of a stranger", material::rsaKey(3), &stranger);
    for (const auto& [name, identity] :
         {std::pair{"good", &good}, std::pair{"revoked", &revoked}, std::pair{"stranger", &other}}) {
        m_folder.write(std::string("clients/") + name + ".crt", material::pem(*identity));
        m_folder.write(std::string("clients/") + name + ".key", material::keyPem(*identity->key));
    }
    auto list = material::crlSpec({material::revoked(revoked)});
    list.thisUpdate = m_now - material::days(1);
    list.nextUpdate = m_now + material::days(100);
    list.entries.front().revokedAt = m_now - material::days(1);
    m_folder.write("source/ca.crl", material::pem(material::issueCrl(list, ca)));
}

void TestService::initTestCase() {
    QVERIFY(m_practice.ok());
    m_ca = issue("Test CA", material::rsaKey(100), nullptr);
    const auto stranger = issue("Stranger's CA", material::rsaKey(101), nullptr);
    const auto server = issue("localhost", material::rsaKey(0), &m_ca);
    m_folder.write("source/ca.crt", material::pem(m_ca));
    m_folder.write("source/server.crt", material::pem(server));
    m_folder.write("source/server.key", material::keyPem(*server.key, password));
    writeClients(m_ca, stranger);
}

Service TestService::importedTo(const std::string& id, const std::string& name) {
    const Service service = m_practice.copy(id, m_folder, name);
    Arguments arguments = service.import({m_folder.at("source")});
    arguments.insert(arguments.end(), {"--host", "localhost"});
    const Outcome outcome = runCli(arguments, password);
    return outcome.exitCode == 0 ? service : Service{};
}

nlohmann::json TestService::visits(const Service& service, const std::string& crl) const {
    const std::string keys = keysFolder(service);
    const std::string script =
        shellWords(together({cliPath()}, service.verb("unlock"))) + "--fd 3 3>&1 >&2 | " +
        shellWords({"/usr/bin/python3", CERTWRIGHT_MUTUAL_TLS, keys + "server.crt", keys + "server.key",
                    keys + "ca.crt", crl, m_folder.at("clients")});
    const Outcome outcome = runProgram("sh", {"-c", script});
    if (outcome.exitCode != 0)
        qWarning("%s", outcome.err.c_str());
    return parsed(outcome.out);
}

void TestService::server_withImportedFiles_judgesClients_data() {
    QTest::addColumn<QString>("id");
    QTest::newRow("streamserver") << "streamserver";
    QTest::newRow("streamserver-new") << "streamserver-new";
    QTest::newRow("aoi") << "aoi";
}

void TestService::server_withImportedFiles_judgesClients() {
    QFETCH(QString, id);
    const Service service = importedTo(id.toStdString(), id.toStdString());
    QVERIFY(!service.root.empty());
    const auto verdicts = visits(service, keysFolder(service) + "ca.crl");
    QVERIFY(verdicts.is_object());
    const auto server = [&](const char* name) { return verdicts[name]["server"].get<std::string>(); };
    const auto client = [&](const char* name) { return verdicts[name]["client"].get<std::string>(); };
    QCOMPARE(server("good"), std::string("accepted"));
    QCOMPARE(client("good"), std::string("welcome"));
    QCOMPARE(verdicts["good"]["subject"]["commonName"].get<std::string>(), std::string("good client"));
    for (const char* name : {"revoked", "stranger", "nobody"}) {
        QCOMPARE(server(name), std::string("refused"));
        QCOMPARE(client(name), std::string("turned away"));
    }
    QVERIFY(contains(verdicts["revoked"]["reason"].get<std::string>(), "revoked"));
    // The list is what refuses the revoked client.
    const auto without = visits(service, "");
    QCOMPARE(without["revoked"]["server"].get<std::string>(), std::string("accepted"));
}

void TestService::server_afterRotation_startsWithTheNewPassphrase() {
    const Service service = importedTo("streamserver", "rotated");
    QVERIFY(!service.root.empty());
    const std::string store = keysFolder(service) + "kmc.ks";
    const Outcome before = runProgram("sha256sum", {store});
    const Outcome rotated = runCli(together(service.verb("rotate"), {"--yes", "--json"}));
    QVERIFY2(rotated.exitCode == 0, rotated.out.c_str());
    QVERIFY(runProgram("sha256sum", {store}).out != before.out);
    QCOMPARE(visits(service, "")["good"]["server"].get<std::string>(), std::string("accepted"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestService::server_afterReplacement_startsWithTheNewCertificate() {
    const Service service = m_practice.copy("streamserver", m_folder, "replaced");
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    const Outcome replaced = runCli(service.import({m_folder.at("source")}), password);
    QVERIFY2(replaced.exitCode == 0, replaced.out.c_str());
    QVERIFY(contains(codesOf(parsed(replaced.out)), "target.replaced"));
    QCOMPARE(visits(service, keysFolder(service) + "ca.crl")["good"]["server"].get<std::string>(),
             std::string("accepted"));
}

void TestService::server_passwordThroughNamedPipe_starts() {
    const Service service = importedTo("aoi", "fifo");
    QVERIFY(!service.root.empty());
    const std::string fifo = m_folder.at("password.fifo");
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    const std::string keys = keysFolder(service);
    const std::string script = shellWords(together({cliPath()}, service.verb("unlock"))) + "--fd 3 3>" +
                               quoted(fifo) + " & openssl pkey -in " + quoted(keys + "server.key") +
                               " -passin file:" + quoted(fifo) + " -noout -check; wait $!";
    const Outcome outcome = runProgram("sh", {"-c", script});
    QVERIFY2(outcome.exitCode == 0, outcome.err.c_str());
    QVERIFY(contains(outcome.out + outcome.err, "valid"));
}

void TestService::installedKey_isEncryptedAsPromised() {
    const Service service = importedTo("aoi", "scheme");
    QVERIFY(!service.root.empty());
    const Outcome outcome = runProgram("openssl", {"asn1parse", "-in", keysFolder(service) + "server.key"});
    for (const char* part : {"PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", ":2710"})
        QVERIFY2(contains(outcome.out, part), outcome.out.c_str());
    QVERIFY(runProgram("openssl", {"pkey", "-in", keysFolder(service) + "server.key", "-passin",
                                   "pass:" + password, "-noout"})
                .exitCode != 0);
    const Outcome hash = runProgram("sha256sum", {service.home + "/aoi_service/key.bak"});
    const Outcome kept = runProgram("cat", {service.home + "/aoi_service/key.hash"});
    QCOMPARE(kept.out.substr(0, 64), hash.out.substr(0, 64));
}

QTEST_GUILESS_MAIN(TestService)
#include "test_service.moc"

// Why: a service's developer has the installed package and nothing else. It must build with that, run on what
// the command line imported, withstand every wrong client, and take a new revocation list while it runs.
#include <QTest>
#include <atomic>
#include <regex>
#include <thread>

#include "tests/app/cli/traced_program.h"
#include "tests/data/material/pki.h"
#include "tests/reader/installed_package.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const std::string password = "pass-of-the-source";
const std::string keysFolder = "/sample/mxVision/streamserver/keys/";

// Span is when a certificate is valid, in days from now.
struct Span {
    int from = -2;
    int to = 400;
};

// said is what a program left, for messages.
QByteArray said(const Outcome& outcome) {
    return QByteArray::fromStdString(outcome.out + outcome.err);
}

} // namespace

class TestReaderPackage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void install_component_holdsTheReaderOnly();
    void library_symbols_areTheFunctionsOnly();
    void library_needs_noQt();
    void library_freeOfItsOwn_isNotThere();
    void server_attacked_letsInTheGoodOnly_data();
    void server_attacked_letsInTheGoodOnly();
    void server_newList_refusesWithoutRestart();
    void server_listsRenewedUnderLoad_goodClientsGoOn();
    void server_newCertificate_isServedWithoutRestart();
    void server_brokenSet_doesNotStart();
    void client_secretsTaken_nothingIsLeft();
    void client_secretsKept_areFound();
    void client_wrongCalls_sayWhy();

  private:
    material::Identity issue(const std::string& name, int key, const material::Identity* issuer,
                             Span span = {}) const;
    void writeClient(const std::string& name, const material::Identity& identity) const;
    std::string writeList(const std::string& name, int number,
                          const std::vector<const material::Identity*>& revoked) const;
    // imported is a fresh service with the material of this test in it.
    Service imported(const std::string& name, const std::string& id = "streamserver") const;
    bool welcome(const ExampleServer& server, const std::string& client) const;
    Outcome runClient(const Service& service) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    InstalledPackage m_package;
    base::Time m_now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    material::Identity m_ca;
    material::Identity m_good;
    material::Identity m_former;
    material::Identity m_revoked;
};

material::Identity TestReaderPackage::issue(const std::string& name, int key,
                                            const material::Identity* issuer, Span span) const {
    auto spec = issuer == nullptr ? material::authoritySpec(name) : material::serverSpec(name);
    if (issuer != nullptr)
        spec.altNames = {{material::AltNameKind::Dns, name == "localhost" ? name : "client.test"},
                         {material::AltNameKind::Dns, "aoi.practice.test"}};
    spec.notBefore = m_now + material::days(span.from);
    spec.notAfter = m_now + material::days(span.to);
    return material::issue(spec, material::rsaKey(key), issuer);
}

void TestReaderPackage::writeClient(const std::string& name, const material::Identity& identity) const {
    m_folder.write("clients/" + name + ".crt", material::pem(identity));
    m_folder.write("clients/" + name + ".key", material::keyPem(*identity.key));
}

std::string TestReaderPackage::writeList(const std::string& name, int number,
                                         const std::vector<const material::Identity*>& revoked) const {
    auto list = material::crlSpec({});
    for (const material::Identity* identity : revoked) {
        list.entries.push_back(material::revoked(*identity));
        list.entries.back().revokedAt = m_now - material::days(1);
    }
    list.thisUpdate = m_now - material::days(1) + std::chrono::minutes(number);
    list.nextUpdate = m_now + material::days(100);
    list.number = number;
    return m_folder.write(name, material::pem(material::issueCrl(list, m_ca)));
}

void TestReaderPackage::initTestCase() {
    QVERIFY(m_practice.ok());
    QVERIFY2(m_package.installed().exitCode == 0, said(m_package.installed()));
    const Outcome example = m_package.buildExample();
    QVERIFY2(example.exitCode == 0, said(example));
    const Outcome client = m_package.buildClient();
    QVERIFY2(client.exitCode == 0, said(client));
    m_ca = issue("Test CA", 100, nullptr);
    const auto stranger = issue("Test CA", 101, nullptr);
    m_good = issue("good client", 1, &m_ca);
    m_former = issue("former client", 2, &m_ca);
    m_revoked = issue("revoked client", 3, &m_ca);
    writeClient("good", m_good);
    writeClient("former", m_former);
    writeClient("revoked", m_revoked);
    writeClient("expired", issue("expired client", 4, &m_ca, {-40, -1}));
    writeClient("early", issue("early client", 4, &m_ca, {2, 40}));
    writeClient("stranger", issue("good client", 5, &stranger));
    writeClient("selfmade", issue("good client", 6, nullptr));
    const auto server = issue("localhost", 0, &m_ca);
    m_folder.write("source/ca.crt", material::pem(m_ca));
    m_folder.write("source/server.crt", material::pem(server));
    m_folder.write("source/server.key", material::keyPem(*server.key, password));
    writeList("source/ca.crl", 1, {&m_revoked});
}

Service TestReaderPackage::imported(const std::string& name, const std::string& id) const {
    Service service{id, m_folder.at(name), m_folder.at(name)};
    if (id == "redis")
        m_folder.write(name + "/redis.conf", "port 0\n", 0600);
    else
        service = m_practice.copy(id, m_folder, name);
    const Outcome outcome =
        runCli(together(service.import({m_folder.at("source")}), {"--host", "localhost"}), password);
    if (outcome.exitCode != 0)
        qWarning("%s", said(outcome).constData());
    return outcome.exitCode == 0 ? service : Service{};
}

bool TestReaderPackage::welcome(const ExampleServer& server, const std::string& client) const {
    return visit(server, m_folder.at("source/ca.crt"), m_folder.at("clients"), client);
}

Outcome TestReaderPackage::runClient(const Service& service) const {
    return runProgram(m_package.client(), {service.id, service.root, service.home});
}

void TestReaderPackage::install_component_holdsTheReaderOnly() {
    const auto files = m_package.files();
    std::vector<std::string> names;
    for (const std::string& file : files)
        // CertwrightTargets-release.cmake has the name of how this was built.
        if (!contains(file, "/CertwrightTargets-"))
            names.push_back(file.substr(file.rfind('/') + 1));
    std::sort(names.begin(), names.end());
    const std::vector<std::string> expected{"CertwrightConfig.cmake",
                                            "CertwrightConfigVersion.cmake",
                                            "CertwrightTargets.cmake",
                                            "certwright.pc",
                                            "libcertwright-reader.so",
                                            "libcertwright-reader.so.1",
                                            "libcertwright-reader.so.1.0.0",
                                            "reader.h",
                                            "reader.hpp"};
    QCOMPARE(names, expected);
}

void TestReaderPackage::library_symbols_areTheFunctionsOnly() {
    const Outcome outcome = runProgram("nm", {"-D", "--defined-only", "--format=posix", m_package.library()});
    QCOMPARE(outcome.exitCode, 0);
    std::istringstream lines(outcome.out);
    int functions = 0;
    for (std::string line; std::getline(lines, line);) {
        const bool version = line.starts_with("CERTWRIGHT_READER_1 A") ||
                             line.starts_with("CERTWRIGHT_READER_1@@CERTWRIGHT_READER_1 A");
        QVERIFY2(version || line.starts_with("certwright_reader_"), line.c_str());
        functions += version ? 0 : 1;
    }
    QCOMPARE(functions, 22);
}

void TestReaderPackage::library_needs_noQt() {
    const Outcome outcome = runProgram("readelf", {"-d", "-W", m_package.library()});
    QVERIFY(contains(outcome.out, "[libcertwright-reader.so.1]"));
    QVERIFY(contains(outcome.out, "[libcrypto.so.3]"));
    QVERIFY2(!contains(outcome.out, "libQt"), outcome.out.c_str());
    QVERIFY2(!contains(outcome.out, "RUNPATH") && !contains(outcome.out, "RPATH"), outcome.out.c_str());
}

// A free of the library's own would hand blocks of the service's heap, whatever that is, to the C library's.
void TestReaderPackage::library_freeOfItsOwn_isNotThere() {
    const Outcome outcome = runProgram("nm", {"--defined-only", "--format=posix", m_package.library()});
    QVERIFY(contains(outcome.out, "certwright"));
    QVERIFY(!std::regex_search(outcome.out, std::regex("(^|\n)(free|realloc) ")));
}

void TestReaderPackage::server_attacked_letsInTheGoodOnly_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("knowsLists");
    QTest::newRow("streamserver") << "streamserver" << true;
    QTest::newRow("aoi") << "aoi" << true;
    QTest::newRow("redis") << "redis" << false;
}

void TestReaderPackage::server_attacked_letsInTheGoodOnly() {
    QFETCH(QString, id);
    QFETCH(bool, knowsLists);
    const Service service = imported("attacked-" + id.toStdString(), id.toStdString());
    ExampleServer server(m_package.example(), service);
    QVERIFY2(!server.port().empty(), server.complaints().c_str());
    for (const char* client : {"good", "former"})
        QVERIFY2(welcome(server, client), client);
    QCOMPARE(welcome(server, "revoked"), !knowsLists);
    for (const char* client : {"expired", "early", "stranger", "selfmade", ""})
        QVERIFY2(!welcome(server, client), client);
    QVERIFY(welcome(server, "good"));
    QVERIFY(server.runs());
}

void TestReaderPackage::server_newList_refusesWithoutRestart() {
    const Service service = imported("lists");
    ExampleServer server(m_package.example(), service);
    QVERIFY(welcome(server, "former"));
    const std::string list = writeList("second.crl", 2, {&m_revoked, &m_former});
    const Outcome update = runCli(together(service.verb("crl-update"), {"--yes", list}));
    QVERIFY2(update.exitCode == 0, said(update));
    QVERIFY(!welcome(server, "former"));
    QVERIFY(welcome(server, "good"));
    QVERIFY(!welcome(server, "revoked"));
    QVERIFY(server.runs());
    QVERIFY2(contains(server.printed(), "reloaded"), server.complaints().c_str());
    // The list is taken away, as some services do: the last one goes on counting.
    QCOMPARE(runProgram("rm", {"-f", service.root + keysFolder + "ca.crl"}).exitCode, 0);
    QVERIFY(!welcome(server, "former"));
    QVERIFY(welcome(server, "good"));
    QVERIFY(contains(server.complaints(), "file.not-found"));
}

// A list is taken away and put back by each update; nobody may notice.
void TestReaderPackage::server_listsRenewedUnderLoad_goodClientsGoOn() {
    const Service service = imported("load");
    ExampleServer server(m_package.example(), service);
    QVERIFY(welcome(server, "good"));
    std::atomic<bool> stop = false;
    std::atomic<int> welcomed = 0;
    std::atomic<int> refused = 0;
    std::atomic<int> letIn = 0;
    std::thread visitors([&] {
        while (!stop) {
            ++(welcome(server, "good") ? welcomed : refused);
            letIn += welcome(server, "revoked") ? 1 : 0;
        }
    });
    int updates = 0;
    for (int number = 2; number < 10; ++number) {
        const std::string list = writeList("load" + std::to_string(number) + ".crl", number, {&m_revoked});
        updates += runCli(together(service.verb("crl-update"), {"--yes", list})).exitCode == 0 ? 1 : 0;
    }
    stop = true;
    visitors.join();
    QCOMPARE(updates, 8);
    QCOMPARE(refused.load(), 0);
    QCOMPARE(letIn.load(), 0);
    QVERIFY(welcomed >= 3);
    qInfo("%d visits of a good client under %d updates, none refused", welcomed.load(), updates);
}

void TestReaderPackage::server_newCertificate_isServedWithoutRestart() {
    const Service service = imported("renewed");
    ExampleServer server(m_package.example(), service);
    QVERIFY(welcome(server, "good"));
    const auto renewed = issue("localhost", 7, &m_ca, {-1, 500});
    const std::string certificate = m_folder.write("renewed/server.crt", material::pem(renewed));
    const std::string key = m_folder.write("renewed/server.key", material::keyPem(*renewed.key, password));
    const Outcome replaced = runCli(
        together(service.verb("replace"), {"--yes", "--password-stdin", "--cert", certificate, "--key", key}),
        password);
    QVERIFY2(replaced.exitCode == 0, said(replaced));
    QVERIFY(welcome(server, "good"));
    QVERIFY(contains(server.printed(), "reloaded"));
    const Outcome shown =
        runProgram("openssl", {"s_client", "-connect", "127.0.0.1:" + server.port(), "-showcerts", "-cert",
                               m_folder.at("clients/good.crt"), "-key", m_folder.at("clients/good.key")});
    QVERIFY(contains(shown.out, material::pem(renewed).substr(100, 300)));
}

void TestReaderPackage::server_brokenSet_doesNotStart() {
    const Service service = imported("broken");
    const std::string store = service.root + keysFolder + "kmc.ks";
    QCOMPARE(runProgram("rm", {"-f", store, service.root + keysFolder + "StandbyKsf.ks"}).exitCode, 0);
    ExampleServer server(m_package.example(), service);
    QVERIFY(server.port().empty());
    QVERIFY(!server.complaints().empty());
}

void TestReaderPackage::client_secretsTaken_nothingIsLeft() {
    const Service service = imported("wiped");
    const Outcome unlocked =
        runProgram("sh", {"-c", "'" + cliPath() + "' unlock --service streamserver --root '" + service.root +
                                    "' --fd 1 | cat"});
    QVERIFY(unlocked.out.size() > 30);
    const Outcome outcome = runClient(service);
    QVERIFY2(outcome.exitCode == 0, said(outcome));
    QCOMPARE(outcome.out, "chain 1\nca " + service.root + keysFolder + "ca.crt\npassword " +
                              std::to_string(unlocked.out.size()) + "\nkey 1\nchanged 0\n");
    TracedProgram program({m_package.client(), service.id, service.root, service.home}, Stops::Exit);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!placesOf(memory, "streamserver").empty());
    QVERIFY(placesOf(memory, unlocked.out).empty());
    const std::string server = material::keyDer(*material::rsaKey(0));
    // Octets in the middle of the numbers: of the private exponent and of the primes.
    for (const std::size_t at : {std::size_t{400}, std::size_t{600}, std::size_t{800}, std::size_t{1000}}) {
        const std::string part = server.substr(at, 24);
        QVERIFY2(placesOf(memory, part).empty(), std::to_string(at).c_str());
        QVERIFY(placesOf(memory, std::string(part.rbegin(), part.rend())).empty());
    }
}

// Guards against a search that finds nothing anywhere.
void TestReaderPackage::client_secretsKept_areFound() {
    const Service service = imported("kept");
    TracedProgram program({m_package.client(), service.id, service.root, service.home, "keep"}, Stops::Exit);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!placesOf(memory, material::keyDer(*material::rsaKey(0)).substr(600, 24)).empty());
}

void TestReaderPackage::client_wrongCalls_sayWhy() {
    const auto saidOf = [this](const Service& service) { return runClient(service).out; };
    Service service = imported("wrong");
    service.id = "no-such-service";
    QCOMPARE(saidOf(service), std::string("profile.unknown|no-such-service\n"));
    service.id = "streamserver";
    service.root = m_folder.at("no-such-folder");
    QCOMPARE(saidOf(service), "root.unknown|" + service.root + "\n");
}

QTEST_GUILESS_MAIN(TestReaderPackage)
#include "test_reader_package.moc"

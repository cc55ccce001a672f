// Why: PostgreSQL itself says whether what the profile writes is what it reads, and asks for the passphrase
// the way it does in service; its own client says who gets in.
#include <QTest>

#include <filesystem>

#include "tests/app/cli/real_service.h"

using namespace certwright;
using namespace certwright::test;

class TestPostgresql : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void import_config_keepsWhatIsThePersons();
    void server_afterTheImport_judgesClients_data();
    void server_afterTheImport_judgesClients();
    void server_afterAReplacementAndAReload_servesTheNewCertificate();
    void server_withoutThePassphrase_doesNotStart();
    void rollback_afterTheImport_bringsTheConfigBackToTheOctet();
    void cleanupTestCase();

  private:
    Outcome client(const std::string& name, const std::string& query) const;
    bool isUp() const { return client("good", "SELECT 1").out == "1\n"; }
    std::string serial() const;

    RealService m_service{"postgresql"};
    int m_port = freePort();
    std::string m_before;
    std::unique_ptr<QProcess> m_server;
};

namespace {

// programs is the folder of the newest release that is installed.
std::string programs() {
    std::string newest;
    for (const auto& entry : std::filesystem::directory_iterator("/usr/lib/postgresql"))
        newest = std::max(newest, entry.path().string());
    return newest + "/bin/";
}

} // namespace

// psql as the person who tests; the client's key must be that person's.
Outcome TestPostgresql::client(const std::string& name, const std::string& query) const {
    const std::string clients = m_service.at("clients/");
    const std::string own = name.empty()
                                ? " sslcert=/nonexistent"
                                : " sslcert=" + clients + name + ".crt sslkey=" + clients + name + ".key";
    return runProgram(
        "psql", {"-XAt", "-c", query,
                 "host=localhost hostaddr=127.0.0.1 port=" + std::to_string(m_port) +
                     " user=postgres dbname=postgres connect_timeout=10 sslmode=verify-full sslrootcert=" +
                     clients + "ca.crt" + own});
}

// serial is what a client sees of the server's certificate.
std::string TestPostgresql::serial() const {
    const std::string line =
        "openssl s_client -starttls postgres -connect 127.0.0.1:" + std::to_string(m_port) +
        " </dev/null 2>/dev/null | openssl x509 -noout -serial";
    return runProgram("sh", {"-c", line}).out;
}

void TestPostgresql::initTestCase() {
    m_service.give();
    const Outcome made = m_service.runAsServer({programs() + "initdb", "-D", m_service.root(), "-U",
                                                "postgres", "--auth=trust", "--no-sync", "--locale=C"});
    QVERIFY2(made.exitCode == 0, made.err.c_str());
    m_service.writeConfig("pg_hba.conf", "hostssl all all 127.0.0.1/32 trust clientcert=verify-ca\n");
    m_before = m_service.config("postgresql.conf") + "port = " + std::to_string(m_port) +
               "\t# mine\nlisten_addresses='127.0.0.1'\nunix_socket_directories = ''\nfsync = off\nSSL = off "
               "# mine too";
    m_service.writeConfig("postgresql.conf", m_before);
    m_service.give();
    QCOMPARE(m_service.importFrom("source"), std::string());
    m_server = m_service.server({programs() + "postgres", "-D", m_service.root()});
    m_server->start();
    QTRY_VERIFY2_WITH_TIMEOUT(isUp(), m_server->readAll().constData(), 20000);
}

void TestPostgresql::cleanupTestCase() {
    endServer(*m_server);
}

void TestPostgresql::import_config_keepsWhatIsThePersons() {
    const std::string after = m_service.config("postgresql.conf");
    const std::string folder = m_service.root() + "/certwright/";
    std::string kept = m_before;
    kept.replace(kept.rfind("SSL = off"), 9, "SSL = on");
    QVERIFY(after.starts_with(kept + "\n# Set by Certwright\nssl_cert_file = '" + folder +
                              "server.crt'\nssl_key_file = '" + folder + "server.key'\n"));
    QVERIFY(contains(after,
                     "\nssl_passphrase_command = 'certwright-cli unlock --service ''postgresql'' --root ''" +
                         m_service.root() + "'' --fd 1'\nssl_passphrase_command_supports_reload = on\n"));
    QVERIFY(contains(after, "\n# certwright-passphrase: cw1."));
}

void TestPostgresql::server_afterTheImport_judgesClients_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("answer");
    QTest::newRow("good") << "good"
                          << "t|TLSv1.3\n";
    QTest::newRow("revoked") << "revoked"
                             << "";
    QTest::newRow("of a strange CA") << "stranger"
                                     << "";
    QTest::newRow("without a certificate") << ""
                                           << "";
}

void TestPostgresql::server_afterTheImport_judgesClients() {
    QFETCH(QString, name);
    const Outcome outcome =
        client(name.toStdString(), "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    QTEST(QString::fromStdString(outcome.out), "answer");
}

void TestPostgresql::server_afterAReplacementAndAReload_servesTheNewCertificate() {
    const std::string old = serial();
    QVERIFY(old.starts_with("serial="));
    QCOMPARE(m_service.importFrom("renewed"), std::string());
    QCOMPARE(serial(), old);
    QCOMPARE(client("good", "SELECT pg_reload_conf()").out, std::string("t\n"));
    QTRY_VERIFY_WITH_TIMEOUT(serial().starts_with("serial=") && serial() != old, 10000);
    QVERIFY(isUp());
}

void TestPostgresql::server_withoutThePassphrase_doesNotStart() {
    endServer(*m_server);
    const Outcome outcome = m_service.runAsServer(
        {programs() + "postgres", "-D", m_service.root(), "-c", "ssl_passphrase_command=echo wrong"});
    QCOMPARE(outcome.ending, Ending::Exited);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(contains(outcome.err, "server.key"), outcome.err.c_str());
}

void TestPostgresql::rollback_afterTheImport_bringsTheConfigBackToTheOctet() {
    const auto entries = parsed(m_service.verb("history", {"--json"}).out)["history"]["entries"];
    QCOMPARE(entries.size(), std::size_t{2});
    const Outcome outcome =
        m_service.verb("rollback", {"--yes", "--json", "--before", entries.back()["id"].get<std::string>()});
    QVERIFY2(outcome.exitCode == 0, (outcome.out + outcome.err).c_str());
    QCOMPARE(m_service.config("postgresql.conf"), m_before);
    QVERIFY(!std::filesystem::exists(m_service.root() + "/certwright/server.key"));
}

QTEST_GUILESS_MAIN(TestPostgresql)
#include "test_postgresql.moc"

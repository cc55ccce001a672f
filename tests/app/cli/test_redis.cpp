// Why: Redis itself says whether what the profile writes is what Redis reads; its own client says who gets
// in.
#include <QTest>

#include <filesystem>

#include "tests/app/cli/real_service.h"

using namespace certwright;
using namespace certwright::test;

class TestRedis : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void import_config_keepsWhatIsThePersons();
    void server_withThePassphraseFromUnlock_judgesClients_data();
    void server_withThePassphraseFromUnlock_judgesClients();
    void server_withAWrongPassphrase_doesNotStart();
    void unlock_withoutTheFlag_isThePassphraseAlone();
    void rollback_afterTheImport_bringsTheConfigBackToTheOctet();
    void cleanupTestCase();

  private:
    Outcome client(const Arguments& more) const;
    std::string clientFile(const std::string& name) const { return m_service.at("clients/" + name); }

    RealService m_service{"redis"};
    int m_port = freePort();
    std::string m_before;
    QProcess m_unlock;
    std::unique_ptr<QProcess> m_server;
};

Outcome TestRedis::client(const Arguments& more) const {
    return runProgram("redis-cli", together({"--tls", "-h", "127.0.0.1", "-p", std::to_string(m_port),
                                             "--cacert", clientFile("ca.crt"), "--sni", "localhost"},
                                            together(more, {"PING"})));
}

void TestRedis::initTestCase() {
    m_before = "# My own Redis: bind and port are mine\nbind 127.0.0.1\nport 0\n  TLS-Port   " +
               std::to_string(m_port) + "\ndir \"" + m_service.root() +
               "\"\nsave 900 1\nsave 300 10\ntls-auth-clients optional\n# the last line, without an end";
    m_service.writeConfig("redis.conf", m_before);
    m_service.give();
    QCOMPARE(m_service.importFrom("source"), std::string());
    m_server = m_service.server({"redis-server", m_service.root() + "/redis.conf", "-"});
    QStringList words;
    for (const std::string& word : m_service.unlockWords())
        words << QString::fromStdString(word);
    m_unlock.setProgram(words.takeFirst());
    m_unlock.setArguments(words);
    m_unlock.setStandardOutputProcess(m_server.get());
    m_unlock.start();
    m_server->start();
    const auto isUp = [this] {
        return client({"--cert", clientFile("good.crt"), "--key", clientFile("good.key")}).out == "PONG\n";
    };
    QTRY_VERIFY2_WITH_TIMEOUT(isUp(), (m_server->readAll() + m_unlock.readAllStandardError()).constData(),
                              20000);
}

void TestRedis::cleanupTestCase() {
    endServer(*m_server);
    m_unlock.waitForFinished(5000);
}

void TestRedis::import_config_keepsWhatIsThePersons() {
    const std::string after = m_service.config("redis.conf");
    const std::string root = m_service.root();
    const std::string mark = "# the last line, without an end\n# Set by Certwright\n";
    const std::string kept = m_before.substr(0, m_before.find("tls-auth-clients"));
    QVERIFY(after.starts_with(kept + "tls-auth-clients yes\n" + mark + "tls-cert-file " + root +
                              "/certwright/server.crt\ntls-key-file " + root +
                              "/certwright/server.key\ntls-ca-cert-file " + root + "/certwright/ca.crt\n"));
    QVERIFY(contains(after, "\ntls-protocols \"TLSv1.2 TLSv1.3\"\n# certwright-passphrase: cw1."));
}

void TestRedis::server_withThePassphraseFromUnlock_judgesClients_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("welcome");
    QTest::newRow("good") << "good" << true;
    QTest::newRow("of a strange CA") << "stranger" << false;
    QTest::newRow("without a certificate") << "" << false;
}

void TestRedis::server_withThePassphraseFromUnlock_judgesClients() {
    QFETCH(QString, name);
    const std::string file = clientFile(name.toStdString());
    const Outcome outcome =
        client(name.isEmpty() ? Arguments{} : Arguments{"--cert", file + ".crt", "--key", file + ".key"});
    QTEST(outcome.out == "PONG\n", "welcome");
}

void TestRedis::server_withAWrongPassphrase_doesNotStart() {
    const Outcome outcome = m_service.runAsServer(
        {"redis-server", m_service.root() + "/redis.conf", "--tls-port", std::to_string(freePort()), "-"},
        "\ntls-key-file-pass wrong");
    QCOMPARE(outcome.ending, Ending::Exited);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(contains(outcome.out + outcome.err, "server.key"), (outcome.out + outcome.err).c_str());
}

void TestRedis::unlock_withoutTheFlag_isThePassphraseAlone() {
    const std::string line = "certwright-cli unlock --service redis --root '" + m_service.root() + "' --fd 1";
    const Outcome plain = m_service.runAsServer({"sh", "-c", line + " | cat"});
    const Outcome whole = m_service.runAsServer({"sh", "-c", line + " --for-service | cat"});
    QVERIFY(plain.out.size() >= 32);
    QCOMPARE(whole.out, "\ntls-key-file-pass " + plain.out);
}

void TestRedis::rollback_afterTheImport_bringsTheConfigBackToTheOctet() {
    const Outcome outcome = m_service.verb("rollback", {"--yes", "--json"});
    QVERIFY2(outcome.exitCode == 0, (outcome.out + outcome.err).c_str());
    QCOMPARE(m_service.config("redis.conf"), m_before);
    QVERIFY(!std::filesystem::exists(m_service.root() + "/certwright/server.key"));
}

QTEST_GUILESS_MAIN(TestRedis)
#include "test_redis.moc"

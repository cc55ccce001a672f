// Why: keys come from many systems: passwords in Chinese, in old encodings, in several schemes; and a
// password goes nowhere but into the key.
#include <QDeadlineTimer>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::test;

class TestPasswords : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void key_anySchemeAndEncoding_opens_data();
    void key_anySchemeAndEncoding_opens();
    void container_anyStyleAndPassword_opens_data();
    void container_anyStyleAndPassword_opens();
    void password_notToBeHad_isNeeded();
    void password_wrong_isWrong();
    void password_emptyOrMissingDescriptor_isSaid();
    void password_tooLongForTheService_blocks_data();
    void password_tooLongForTheService_blocks();
    void key_damagedOrUnsupported_isNotCalledWrong();
    void password_anyEnding_isTaken_data();
    void password_anyEnding_isTaken();
    void password_neverPrinted_norStored();

  private:
    // checked runs `check` of a key file with the good certificate of the same key.
    nlohmann::json checked(const std::string& keyFile, const std::string& password,
                           const std::string& service = "streamserver");
    std::string gb18030(const std::string& utf8) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    material::Identity m_ca;
    material::Identity m_server;
    int m_number = 0;
};

namespace {

const std::string chinese = "密码一二三";

} // namespace

void TestPasswords::initTestCase() {
    QVERIFY(m_practice.ok());
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    auto root = material::authoritySpec("CA of passwords");
    auto leaf = material::serverSpec("server.practice.test");
    for (auto* spec : {&root, &leaf}) {
        spec->notBefore = now - material::days(2);
        spec->notAfter = now + material::days(400);
    }
    leaf.altNames.push_back({material::AltNameKind::Dns, "aoi.practice.test"});
    m_ca = material::issue(root, material::rsaKey(100, 3072));
    m_server = material::issue(leaf, material::rsaKey(0, 3072), &m_ca);
    m_folder.write("ca.crt", material::pem(m_ca));
    m_folder.write("server.crt", material::pem(m_server));
}

std::string TestPasswords::gb18030(const std::string& utf8) const {
    return runProgram("iconv", {"-f", "UTF-8", "-t", "GB18030"}, utf8).out;
}

nlohmann::json TestPasswords::checked(const std::string& keyFile, const std::string& password,
                                      const std::string& service) {
    const Service copy = m_practice.copy(service, m_folder, "service" + std::to_string(++m_number));
    const Arguments arguments =
        together(copy.verb("check"), {"--json", "--password-stdin", "--ca", m_folder.at("ca.crt"), "--cert",
                                      m_folder.at("server.crt"), "--key", keyFile});
    return parsed(runCli(arguments, password).out);
}

void TestPasswords::key_anySchemeAndEncoding_opens_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& file, const std::string& password,
                        const char* says = "") {
        QTest::newRow(name) << QByteArray::fromStdString(file) << QByteArray::fromStdString(password)
                            << QString(says);
    };
    const auto& key = *m_server.key;
    row("PBES2, PEM", material::keyPem(key, "simple"), "simple");
    row("PBES2, DER", material::keyDer(key, "simple"), "simple");
    row("PBES2, Chinese", material::keyPem(key, chinese), chinese);
    row("PBES2, GB18030", material::keyPem(key, gb18030(chinese)), chinese, "key.password-gb18030");
    material::Protection scrypt;
    scrypt.scheme = material::Scheme::Scrypt;
    row("scrypt", material::keyPem(key, "simple", scrypt), "simple");
    material::Protection old;
    old.scheme = material::Scheme::Pkcs12Pbe;
    row("PKCS#12 PBE", material::keyPem(key, "simple", old), "simple");
    row("traditional", material::traditionalPem(key, "simple"), "simple");
    row("traditional, GB18030", material::traditionalPem(key, gb18030(chinese)), chinese,
        "key.password-gb18030");
    row("with spaces and a quote", material::keyPem(key, " it's 'me' "), " it's 'me' ");
}

void TestPasswords::key_anySchemeAndEncoding_opens() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, password);
    QFETCH(QString, says);
    const auto object = checked(m_folder.write("server.key", file.toStdString()), password.toStdString());
    QVERIFY2(object["status"] == 0, object.dump().c_str());
    QCOMPARE(contains(codesOf(object), "key.password-gb18030"), says == "key.password-gb18030");
}

void TestPasswords::container_anyStyleAndPassword_opens_data() {
    QTest::addColumn<bool>("legacy");
    QTest::addColumn<QByteArray>("password");
    for (const auto& [name, password] :
         {std::pair{"plain", std::string("simple")}, std::pair{"Chinese", chinese}})
        for (const bool legacy : {false, true})
            QTest::addRow("%s, %s", legacy ? "legacy" : "modern", name)
                << legacy << QByteArray::fromStdString(password);
}

void TestPasswords::container_anyStyleAndPassword_opens() {
    QFETCH(bool, legacy);
    QFETCH(QByteArray, password);
    const auto style = legacy ? material::Pkcs12Style::Legacy : material::Pkcs12Style::Modern;
    const std::string file = m_folder.write(
        "all.p12", material::pkcs12(m_server, {m_ca.certificate}, password.toStdString(), style));
    const Service service = m_practice.copy("aoi", m_folder, "service" + std::to_string(++m_number));
    const Outcome imported = runCli(service.import({file}), password.toStdString());
    QVERIFY2(imported.exitCode == 0, imported.out.c_str());
    const Outcome inspected =
        runCli({"inspect", "--open", "--json", "--password-stdin", file}, password.toStdString());
    QCOMPARE(inspected.exitCode, 0);
    QVERIFY(contains(inspected.out, "CA of passwords"));
    const Outcome closed = runCli({"inspect", "--json", file});
    QCOMPARE(closed.exitCode, 0);
    QVERIFY(!contains(closed.out, "CA of passwords"));
}

void TestPasswords::password_notToBeHad_isNeeded() {
    const Service service = m_practice.copy("streamserver", m_folder, "no-terminal");
    const Outcome outcome =
        runCli(together(service.verb("check"), {"--json", m_practice.material("good-pem")}));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(codesOf(parsed(outcome.out), "blocker"), std::vector<std::string>{"key.password-needed"});
}

void TestPasswords::password_wrong_isWrong() {
    const auto object =
        checked(m_folder.write("server.key", material::keyPem(*m_server.key, "right")), "Right");
    QCOMPARE(codesOf(object, "blocker"), std::vector<std::string>{"key.password-wrong"});
    QCOMPARE(object["status"].get<int>(), 1);
}

void TestPasswords::password_emptyOrMissingDescriptor_isSaid() {
    const std::string key = m_folder.write("server.key", material::keyPem(*m_server.key, "right"));
    const auto empty = checked(key, "");
    QVERIFY(contains(codesOf(empty), "key.password-wrong") ||
            contains(codesOf(empty), "key.password-needed"));
    const Service service = m_practice.copy("streamserver", m_folder, "closed");
    const Outcome closed = runCli(
        together(service.verb("check"), {"--json", "--password-fd", "77", m_practice.material("good-pem")}));
    QCOMPARE(closed.exitCode, 3);
    QCOMPARE(parsed(closed.out)["error"]["code"].get<std::string>(), std::string("password.unavailable"));
    const auto endless = checked(key, std::string(5000, 'x'));
    QVERIFY2(endless["status"] != 0, endless.dump().c_str());
}

void TestPasswords::password_tooLongForTheService_blocks_data() {
    QTest::addColumn<QString>("service");
    QTest::addColumn<QByteArray>("password");
    QTest::addColumn<bool>("tooLong");
    const auto repeated = [](const char* character, int count) {
        return QByteArray(character).repeated(count);
    };
    QTest::newRow("100 letters") << "streamserver" << repeated("x", 100) << false;
    QTest::newRow("101 letters") << "streamserver" << repeated("x", 101) << true;
    QTest::newRow("100 Chinese characters") << "streamserver" << repeated("密", 100) << false;
    QTest::newRow("101 letters for AOI") << "aoi" << repeated("x", 101) << false;
}

void TestPasswords::password_tooLongForTheService_blocks() {
    QFETCH(QString, service);
    QFETCH(QByteArray, password);
    QFETCH(bool, tooLong);
    const std::string key =
        m_folder.write("server.key", material::keyPem(*m_server.key, password.toStdString()));
    const auto object = checked(key, password.toStdString(), service.toStdString());
    QCOMPARE(contains(codesOf(object), "key.password-too-long"), tooLong);
}

void TestPasswords::key_damagedOrUnsupported_isNotCalledWrong() {
    std::string der = material::keyDer(*m_server.key, "right");
    der.resize(der.size() - 40);
    const auto damaged =
        checked(m_folder.write("server.key", material::pem("ENCRYPTED PRIVATE KEY", der)), "right");
    QVERIFY(damaged["status"] != 0);
    QVERIFY2(!contains(codesOf(damaged), "key.password-wrong"), damaged.dump().c_str());
    material::Protection endless;
    endless.iterations = 2'000'000'000;
    const QDeadlineTimer limit(10'000);
    const auto refused = checked(
        m_folder.write("server.key", material::pem("ENCRYPTED PRIVATE KEY", material::emptyPromise(endless))),
        "right");
    QVERIFY(!limit.hasExpired());
    QVERIFY(refused["status"] != 0);
    QVERIFY2(!contains(codesOf(refused), "key.password-wrong"), refused.dump().c_str());
}

void TestPasswords::password_anyEnding_isTaken_data() {
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("no end") << QByteArray("right");
    QTest::newRow("newline") << QByteArray("right\n");
    QTest::newRow("carriage return and newline") << QByteArray("right\r\n");
    QTest::newRow("more lines") << QByteArray("right\nwrong\n");
}

void TestPasswords::password_anyEnding_isTaken() {
    QFETCH(QByteArray, typed);
    const auto object =
        checked(m_folder.write("server.key", material::keyPem(*m_server.key, "right")), typed.toStdString());
    QVERIFY2(object["status"] == 0, object.dump().c_str());
}

void TestPasswords::password_neverPrinted_norStored() {
    const std::string password = "Zaunkönig-8843-密";
    m_folder.write("set/server.key", material::keyPem(*m_server.key, password));
    m_folder.write("set/server.crt", material::pem(m_server));
    m_folder.write("set/ca.crt", material::pem(m_ca));
    const Service service = m_practice.copy("aoi", m_folder, "stored");
    const Outcome outcome = runCli(service.import({m_folder.at("set")}), password);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const Outcome human =
        runCli(together(service.verb("plan"), {"--password-stdin", m_folder.at("set")}), password);
    QVERIFY(!contains(outcome.out + outcome.err + human.out + human.err, password));
    // Neither on the disk, history and journal included, nor the unencrypted key.
    for (const std::string& folder : {service.root, service.home}) {
        QVERIFY(runProgram("grep", {"-r", "-a", "-q", "-F", password, folder}).exitCode == 1);
        for (const char* label : {"BEGIN PRIVATE KEY", "BEGIN RSA PRIVATE KEY"})
            QVERIFY(runProgram("grep", {"-r", "-a", "-q", "-F", label, folder}).exitCode == 1);
    }
    // Nor is what the service's passphrase is, anywhere but sealed.
    const Outcome unlocked =
        runProgram("sh", {"-c", "'" + cliPath() + "' unlock --service aoi --root '" + service.root +
                                    "' --home '" + service.home + "' --fd 1 | cat"});
    QVERIFY(unlocked.out.size() >= 32);
    QVERIFY(runProgram("grep", {"-r", "-a", "-q", "-F", unlocked.out, service.root}).exitCode == 1);
    QVERIFY(!contains(outcome.out, unlocked.out));
}

QTEST_GUILESS_MAIN(TestPasswords)
#include "test_passwords.moc"

// Why: what a program has freed stays in its memory until something else is put there. After an import, none
// of it may be the password or the key.
#include <QTest>

#include <fcntl.h>
#include <regex>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/terminal_session.h"
#include "tests/app/cli/traced_program.h"

using namespace certwright::test;

class TestMemory : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void import_passwordFromDescriptor_nothingIsLeft_data();
    void import_passwordFromDescriptor_nothingIsLeft();
    void import_passwordFromTerminal_nothingIsLeft();
    void unlock_passphraseHandedOver_nothingIsLeft();
    void scan_plantedText_isFound();
    void scan_whileTheKeyIsOpen_findsIt();

  private:
    struct Needle {
        std::string name;
        std::string octets;
    };
    void addNumber(const std::string& name, const std::string& text);
    void judge(const Memory& memory) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    std::string m_key;
    std::vector<Needle> m_needles;
};

namespace {

const QString password = QStringLiteral("Vogel-Käfig-密码-7391");

std::string utf8() {
    return password.toStdString();
}

std::string utf16() {
    return {reinterpret_cast<const char*>(password.utf16()), static_cast<std::size_t>(password.size()) * 2};
}

// pipeWith returns a descriptor to read `text` from.
int pipeWith(const std::string& text) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        return -1;
    static_cast<void>(::write(pipe[1], text.data(), text.size()) == 0);
    ::close(pipe[1]);
    return pipe[0];
}

} // namespace

// addNumber takes a number from `openssl pkey -text` and looks for both of its ends, in both byte orders.
void TestMemory::addNumber(const std::string& name, const std::string& text) {
    const std::regex block(name + R"re(:\s*((?:[0-9a-f]{2}:?\s*)+))re");
    std::smatch found;
    if (!std::regex_search(text, found, block))
        return;
    std::string big = QByteArray::fromHex(QByteArray::fromStdString(found[1])).toStdString();
    big.erase(0, big.find_first_not_of('\0'));
    std::string little(big.rbegin(), big.rend());
    for (const auto& [order, octets] : {std::pair{" big-endian", big}, std::pair{" little-endian", little}}) {
        m_needles.push_back({name + order + " head", octets.substr(0, 24)});
        m_needles.push_back({name + order + " tail", octets.substr(octets.size() - 24)});
    }
}

void TestMemory::initTestCase() {
    QVERIFY(m_practice.ok());
    const std::string source = m_practice.material("good-pem/server.key");
    const Outcome text =
        runProgram("openssl", {"pkey", "-in", source, "-passin", "pass:" + usualPassword, "-noout", "-text"});
    QCOMPARE(text.exitCode, 0);
    for (const char* number : {"prime1", "prime2", "privateExponent"})
        addNumber(number, text.out);
    QCOMPARE(m_needles.size(), std::size_t{12});
    m_needles.push_back({"password in UTF-8", utf8()});
    m_needles.push_back({"password in UTF-16", utf16()});
    m_key = m_folder.at("server.key");
    const Outcome locked = runProgram("openssl",
                                      {"pkcs8", "-topk8", "-in", source, "-passin", "pass:" + usualPassword,
                                       "-out", m_key, "-passout", "stdin"},
                                      utf8() + "\n");
    QVERIFY2(locked.exitCode == 0, locked.err.c_str());
    m_folder.write("server.key", m_folder.read("server.key"), 0600);
}

void TestMemory::judge(const Memory& memory) const {
    std::size_t octets = 0;
    for (const Region& region : memory)
        octets += region.octets.size();
    QVERIFY2(octets > 1'000'000, "the memory could be read");
    for (const Needle& needle : m_needles) {
        const auto places = placesOf(memory, needle.octets);
        QVERIFY2(places.empty(), (needle.name + " at " + (places.empty() ? "" : places.front()) +
                                  ", copies: " + std::to_string(places.size()))
                                     .c_str());
    }
}

void TestMemory::import_passwordFromDescriptor_nothingIsLeft_data() {
    QTest::addColumn<QString>("id");
    QTest::newRow("streamserver") << "streamserver";
    QTest::newRow("aoi") << "aoi";
}

void TestMemory::import_passwordFromDescriptor_nothingIsLeft() {
    QFETCH(QString, id);
    const Service service = m_practice.copy(id.toStdString(), m_folder, id.toStdString() + "-descriptor");
    const std::string material = m_practice.material("good-pem/");
    const int in = pipeWith(utf8());
    TracedProgram program(together(together({cliPath()}, service.verb("import")),
                                   {"--yes", "--ca", material + "ca.crt", "--cert", material + "server.crt",
                                    "--crl", material + "ca.crl", "--key", m_key, "--password-fd", "0"}),
                          Stops::Exit, {in, -1, {}});
    ::close(in);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!program.next().has_value());
    QCOMPARE(program.exitCode(), 0);
    judge(memory);
}

void TestMemory::import_passwordFromTerminal_nothingIsLeft() {
    const Service service = m_practice.copy("streamserver", m_folder, "terminal");
    const std::string material = m_practice.material("good-pem/");
    Pseudoterminal terminal;
    TracedProgram program(together(together({cliPath()}, service.verb("import")),
                                   {"--yes", "--ca", material + "ca.crt", "--cert", material + "server.crt",
                                    "--crl", material + "ca.crl", "--key", m_key}),
                          Stops::Exit, {-1, -1, terminal.name()});
    QVERIFY(terminal.expect(m_key + ": "));
    terminal.type("a wrong one\n");
    QVERIFY(terminal.expect("(try 2): "));
    terminal.type(utf8() + "\n");
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!program.next().has_value());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!contains(terminal.seen(), utf8()));
    judge(memory);
}

void TestMemory::unlock_passphraseHandedOver_nothingIsLeft() {
    const Service service = m_practice.copy("streamserver", m_folder, "unlocked");
    QCOMPARE(runCli(service.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
    int pipe[2];
    QCOMPARE(::pipe2(pipe, O_CLOEXEC), 0);
    TracedProgram program(together(together({cliPath()}, service.verb("unlock")), {"--fd", "1"}), Stops::Exit,
                          {-1, pipe[1], {}});
    ::close(pipe[1]);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!program.next().has_value());
    QCOMPARE(program.exitCode(), 0);
    std::string passphrase(512, '\0');
    const ssize_t got = ::read(pipe[0], passphrase.data(), passphrase.size());
    ::close(pipe[0]);
    QVERIFY(got >= 32);
    passphrase.resize(static_cast<std::size_t>(got));
    const auto places = placesOf(memory, passphrase);
    QVERIFY2(places.empty(), places.empty() ? "" : places.front().c_str());
}

void TestMemory::scan_plantedText_isFound() {
    const std::string planted = "planted-4711";
    TracedProgram program({cliPath(), "verify", "--service", planted, "--root", "/"}, Stops::Exit);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    QVERIFY(!placesOf(memory, planted).empty());
}

void TestMemory::scan_whileTheKeyIsOpen_findsIt() {
    const Service service = m_practice.copy("streamserver", m_folder, "open");
    const int in = pipeWith(usualPassword);
    TracedProgram program(together({cliPath()}, service.import({m_practice.material("good-pem")})),
                          Stops::Writes, {in, -1, {}});
    ::close(in);
    QVERIFY(program.next().has_value());
    const Memory memory = memoryOf(program);
    int found = 0;
    for (const Needle& needle : m_needles)
        found += placesOf(memory, needle.octets).empty() ? 0 : 1;
    QVERIFY2(found > 0, "at its first write the program holds the key, and the search finds it");
}

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"

// Why: a lock that a dead process left must stop nobody, and two living ones must not mix their files.
#include <QTest>

#include <chrono>
#include <set>

#include "core/apply/history.h"
#include "tests/app/cli/practice.h"
#include "tests/app/cli/traced_program.h"

using namespace certwright;
using namespace certwright::test;

class TestLocks : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void lock_ofAKilledImport_stopsNobody_data();
    void lock_ofAKilledImport_stopsNobody();
    void lock_ofAnEarlierBoot_stopsNobody_data();
    void lock_ofAnEarlierBoot_stopsNobody();
    void twoAtOnce_everyRound_leavesAWholeService_data();
    void twoAtOnce_everyRound_leavesAWholeService();

  private:
    Service fresh() {
        Service service = m_installed;
        service.root = m_folder.at("service" + std::to_string(++m_number));
        return copyTree(m_installed.root, service.root) ? service : Service{};
    }
    Arguments argumentsOf(const Service& service, const std::string& verb) const {
        if (verb == "import")
            return service.import({m_practice.material("good-pem")});
        if (verb == "rotate")
            return together(service.verb("rotate"), {"--yes", "--json"});
        return together(service.verb(verb), {"--json"});
    }
    // together at the same moment: the JSON of each.
    std::vector<nlohmann::json> atOnce(const std::vector<Arguments>& programs) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    Service m_installed;
    int m_number = 0;
};

void TestLocks::initTestCase() {
    QVERIFY(m_practice.ok());
    m_installed = m_practice.copy("streamserver", m_folder, "installed");
    QCOMPARE(runCli(m_installed.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
}

void TestLocks::lock_ofAKilledImport_stopsNobody_data() {
    QTest::addColumn<QString>("verb");
    for (const char* verb : {"verify", "rotate", "import", "dates"})
        QTest::newRow(verb) << verb;
}

void TestLocks::lock_ofAKilledImport_stopsNobody() {
    QFETCH(QString, verb);
    int killed = 0;
    for (const int stop : {20, 45, 70, 95}) {
        const Service service = fresh();
        QVERIFY(!service.root.empty());
        TracedProgram program(together({cliPath()}, argumentsOf(service, "rotate")), Stops::Writes);
        for (int at = 1; program.next(); ++at)
            if (at == stop) {
                program.killHere();
                ++killed;
                break;
            }
        const auto begin = std::chrono::steady_clock::now();
        const Outcome outcome = runCli(argumentsOf(service, verb.toStdString()), usualPassword);
        const auto took = std::chrono::steady_clock::now() - begin;
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
        QVERIFY(took < std::chrono::seconds(3)); // the patience with a living holder
        QCOMPARE(parsed(runCli(argumentsOf(service, "verify")).out)["status"].get<int>(), 0);
    }
    QVERIFY(killed > 0);
}

void TestLocks::lock_ofAnEarlierBoot_stopsNobody_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no such process") << QByteArray("li.wei@gateway pid 4194303 since 2020-01-01T00:00:00Z\n");
    QTest::newRow("a living process of that number")
        << QByteArray("root@here pid 1 since 2020-01-01T00:00:00Z\n");
    QTest::newRow("from the future") << QByteArray("x@y pid 2 since 2999-01-01T00:00:00Z\n");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("octets") << QByteArray("\xff\x00\x1b[2J", 6);
    QTest::newRow("long") << QByteArray(100000, 'x');
}

void TestLocks::lock_ofAnEarlierBoot_stopsNobody() {
    QFETCH(QByteArray, text);
    const Service service = fresh();
    m_folder.write("service" + std::to_string(m_number) + "/.certwright/lock", text.toStdString());
    for (const char* verb : {"rotate", "import", "verify"})
        QCOMPARE(runCli(argumentsOf(service, verb), usualPassword).exitCode, 0);
}

std::vector<nlohmann::json> TestLocks::atOnce(const std::vector<Arguments>& programs) const {
    std::string line;
    for (std::size_t i = 0; i < programs.size(); ++i) {
        for (const std::string& word : together({cliPath()}, programs[i]))
            line += '\'' + word + "' ";
        line += "<'" + m_folder.write("password", usualPassword) + "' >'" +
                m_folder.at(std::to_string(i) + ".json") + "' & ";
    }
    runProgram("sh", {"-c", line + "wait"}, {}, {{"XDG_CONFIG_HOME", "/nonexistent/config"}});
    std::vector<nlohmann::json> outcomes;
    for (std::size_t i = 0; i < programs.size(); ++i)
        outcomes.push_back(parsed(m_folder.read(std::to_string(i) + ".json")));
    return outcomes;
}

void TestLocks::twoAtOnce_everyRound_leavesAWholeService_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("import and rotate") << "import"
                                       << "rotate";
    QTest::newRow("import and import") << "import"
                                       << "import";
    QTest::newRow("rotate and rotate") << "rotate"
                                       << "rotate";
}

void TestLocks::twoAtOnce_everyRound_leavesAWholeService() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    const int rounds = one == other ? 20 : 100;
    const Service service = fresh();
    const auto disk = files::localFileSystem();
    const std::string state = service.root + "/.certwright";
    QVERIFY(apply::writeLimits(*disk, state, {1000, 4000}));
    std::set<std::string> done;
    const auto before = apply::historyOf(*disk, state);
    QVERIFY(before);
    for (const apply::Entry& entry : before->entries)
        done.insert(entry.id);
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto outcomes =
            atOnce({argumentsOf(service, one.toStdString()), argumentsOf(service, other.toStdString())});
        int successes = 0;
        for (const auto& outcome : outcomes) {
            QVERIFY(outcome.is_object());
            if (outcome["status"] == 0) {
                ++successes;
                done.insert(outcome["receipt"]["id"].get<std::string>());
                continue;
            }
            ++refused;
            QVERIFY2(outcome.contains("error"), outcome.dump(1).c_str());
            const std::string code = outcome["error"]["code"];
            QVERIFY2(code == "lock.held" || code == "file.changed", outcome.dump(1).c_str());
            QCOMPARE(outcome["status"].get<int>(), 3);
        }
        QVERIFY(successes >= 1);
        const auto verified = parsed(runCli(argumentsOf(service, "verify")).out);
        QVERIFY2(verified["status"] == 0, verified.dump(1).c_str());
        QVERIFY(!contains(codesOf(verified), "transaction.undone"));
        std::set<std::string> found;
        const auto history = apply::historyOf(*disk, state);
        QVERIFY(history && history->damaged.empty());
        for (const apply::Entry& entry : history->entries)
            found.insert(entry.id);
        QVERIFY2(found == done, std::to_string(round).c_str());
    }
    qInfo("%d rounds, %d of %d refused", rounds, refused, 2 * rounds);
}

QTEST_GUILESS_MAIN(TestLocks)
#include "test_locks.moc"

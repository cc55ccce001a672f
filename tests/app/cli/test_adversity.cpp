// Why: full disks, other administrators, closed outputs and impatient people are the usual case somewhere.
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/traced_program.h"

using namespace certwright::test;

class TestAdversity : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void systemCall_fails_oldStateAndStatus3_data();
    void systemCall_fails_oldStateAndStatus3();
    void fileSize_limited_oldState();
    void lock_held_saysByWhom();
    void imports_atTheSameTime_leaveAWholeService();
    void interrupt_duringImport_oldOrNewState();
    void undo_failing_needsAPerson();
    void output_full_isNoSuccessForReaders();
    void output_closed_importIsWholeAnyway();

  private:
    // traced is an import of good material over an installed service with strace injecting faults.
    Outcome traced(const std::vector<std::string>& injections) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    Service m_installed;
    Service m_service;
    Tree m_before;
    int m_number = 0;
};

void TestAdversity::initTestCase() {
    QVERIFY(m_practice.ok());
    m_installed = m_practice.copy("streamserver", m_folder, "installed");
    QCOMPARE(runCli(m_installed.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
}

void TestAdversity::init() {
    m_service = m_installed;
    m_service.root = m_folder.at("service" + std::to_string(++m_number));
    QVERIFY(copyTree(m_installed.root, m_service.root));
    m_before = treeOf(m_service.root);
}

Outcome TestAdversity::traced(const std::vector<std::string>& injections) const {
    Arguments arguments{"-f", "-qq", "-o", "/dev/null"};
    for (const std::string& injection : injections)
        arguments.insert(arguments.end(), {"-e", "inject=" + injection});
    return runProgram("strace",
                      together(together(arguments, {"--", cliPath()}),
                               m_service.import({m_practice.material("with-intermediate")})),
                      usualPassword);
}

void TestAdversity::systemCall_fails_oldStateAndStatus3_data() {
    QTest::addColumn<QString>("calls");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("last");
    QTest::newRow("disk full") << "write,pwrite64"
                               << "ENOSPC"
                               << "disk.full" << 3;
    QTest::newRow("quota") << "write,pwrite64"
                           << "EDQUOT"
                           << "disk.full" << 1;
    QTest::newRow("no sync") << "fsync,fdatasync"
                             << "EIO"
                             << "disk.input-output" << 6;
    QTest::newRow("read-only") << "mkdirat"
                               << "EROFS"
                               << "disk.read-only" << 2;
    QTest::newRow("no renaming") << "rename,renameat,renameat2"
                                 << "EIO"
                                 << "disk.input-output" << 6;
}

void TestAdversity::systemCall_fails_oldStateAndStatus3() {
    QFETCH(QString, calls);
    QFETCH(QString, error);
    QFETCH(QString, code);
    QFETCH(int, last);
    for (int n = 1; n <= last; ++n) {
        const Outcome outcome =
            traced({(calls + ":error=" + error + ":when=" + QString::number(n)).toStdString()});
        const auto object = parsed(outcome.out);
        QVERIFY2(object.is_object(), outcome.err.c_str());
        if (outcome.exitCode == 0) // what failed was not needed
            break;
        QVERIFY2(outcome.exitCode == 3, outcome.out.c_str());
        QCOMPARE(object["error"]["code"].get<std::string>(), code.toStdString());
        QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
    }
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestAdversity::fileSize_limited_oldState() {
    std::string words;
    for (const std::string& word :
         together({cliPath()}, m_service.import({m_practice.material("with-intermediate")})))
        words += '\'' + word + "' ";
    // In KiB: less than a journal, and less than a key.
    for (const char* blocks : {"0", "1", "2"}) {
        const Outcome outcome = runProgram(
            "bash", {"-c", std::string("trap '' XFSZ; ulimit -f ") + blocks + "; exec " + words + "| cat"},
            usualPassword);
        QVERIFY2(contains(outcome.out, "\"status\": 3"), outcome.out.c_str());
        QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
        QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
    }
}

void TestAdversity::lock_held_saysByWhom() {
    const std::string lock = m_service.root + "/.certwright/lock";
    const int file = ::open(lock.c_str(), O_RDWR | O_CLOEXEC);
    QVERIFY(file >= 0);
    QCOMPARE(::flock(file, LOCK_EX), 0);
    const std::string holder = "li.wei@gateway pid 4711 since 2026-11-21T12:00:00Z\n";
    QCOMPARE(::ftruncate(file, 0), 0);
    QVERIFY(::pwrite(file, holder.data(), holder.size(), 0) > 0);
    const Outcome outcome =
        runCli(m_service.import({m_practice.material("with-intermediate")}), usualPassword);
    QCOMPARE(outcome.exitCode, 3);
    const auto object = parsed(outcome.out);
    QCOMPARE(object["error"]["code"].get<std::string>(), std::string("lock.held"));
    QVERIFY(contains(object["error"]["detail"].get<std::string>(), "li.wei@gateway pid 4711"));
    QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
    ::close(file);
    QCOMPARE(runCli(m_service.import({m_practice.material("with-intermediate")}), usualPassword).exitCode, 0);
}

void TestAdversity::imports_atTheSameTime_leaveAWholeService() {
    std::string line;
    for (const char* set : {"good-pem", "with-intermediate", "expires-soon"}) {
        for (const std::string& word : together({cliPath()}, m_service.import({m_practice.material(set)})))
            line += '\'' + word + "' ";
        line += "<'" + m_folder.write("password", usualPassword) + "' >'" + m_folder.at(set) + ".json' & ";
    }
    QCOMPARE(runProgram("sh", {"-c", line + "wait"}).ending, Ending::Exited);
    int done = 0;
    for (const char* set : {"good-pem", "with-intermediate", "expires-soon"}) {
        const auto object = parsed(m_folder.read(std::string(set) + ".json"));
        QVERIFY(object.is_object());
        if (object["status"] == 0)
            ++done;
        else
            QCOMPARE(object["error"]["code"].get<std::string>(), std::string("file.changed"));
    }
    QVERIFY(done >= 1);
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestAdversity::interrupt_duringImport_oldOrNewState() {
    int cancelled = 0;
    for (int n = 1; n < 400; n += 12) {
        init();
        int pipe[2];
        QCOMPARE(::pipe2(pipe, O_CLOEXEC), 0);
        QVERIFY(::write(pipe[1], usualPassword.data(), usualPassword.size()) > 0);
        ::close(pipe[1]);
        TracedProgram program(
            together({cliPath()}, m_service.import({m_practice.material("with-intermediate")})),
            Stops::Writes, {pipe[0], -1, {}});
        ::close(pipe[0]);
        bool sent = false;
        for (int stop = 1; program.next(); ++stop)
            if (stop == n) {
                ::kill(program.pid(), SIGINT);
                sent = true;
            }
        if (!sent)
            break;
        const bool isOld = treeOf(m_service.root) == m_before;
        QVERIFY2(program.exitCode() == (isOld ? 130 : 0), std::to_string(n).c_str());
        cancelled += isOld ? 1 : 0;
        const auto verified = parsed(runCli(together(m_service.verb("verify"), {"--json"})).out);
        QCOMPARE(verified["status"].get<int>(), 0);
        QVERIFY(!contains(codesOf(verified), "transaction.undone"));
    }
    QVERIFY(cancelled > 0);
}

// From some rename on nothing can be renamed, back neither: the old state must be announced as not restored,
// and the next start must restore it.
void TestAdversity::undo_failing_needsAPerson() {
    bool seen = false;
    for (int n = 2; n < 12 && !seen; ++n) {
        init();
        const Outcome outcome =
            traced({"rename,renameat,renameat2:error=EIO:when=" + std::to_string(n) + "+"});
        const auto object = parsed(outcome.out);
        QVERIFY(object.is_object());
        QVERIFY2(outcome.exitCode == 3 || outcome.exitCode == 4, outcome.out.c_str());
        seen = outcome.exitCode == 4;
        if (seen) {
            QCOMPARE(object["error"]["code"].get<std::string>(), std::string("undo.failed"));
            QVERIFY(!object["error"]["subject"].get<std::string>().empty());
        } else {
            QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
        }
        const auto verified = parsed(runCli(together(m_service.verb("verify"), {"--json"})).out);
        QCOMPARE(contains(codesOf(verified), "transaction.undone"), seen);
        QCOMPARE(differences(m_before, treeOf(m_service.root)), std::string());
    }
    QVERIFY(seen);
}

void TestAdversity::output_full_isNoSuccessForReaders() {
    std::string words;
    for (const std::string& word : together({cliPath()}, m_service.verb("verify")))
        words += '\'' + word + "' ";
    const Outcome full = runProgram("sh", {"-c", words + "--json >/dev/full"});
    QCOMPARE(full.exitCode, 3);
    QCOMPARE(runProgram("sh", {"-c", words + ">/dev/full"}).exitCode, 3);
    QCOMPARE(runProgram("sh", {"-c", words + ">&-"}).exitCode, 3);
}

void TestAdversity::output_closed_importIsWholeAnyway() {
    for (const char* where : {">/dev/full", ">&-", "| true"}) {
        std::string words;
        for (const std::string& word :
             together({cliPath()}, m_service.import({m_practice.material("with-intermediate")})))
            words += '\'' + word + "' ";
        runProgram("sh", {"-c", words + where}, usualPassword);
        const auto verified = parsed(runCli(together(m_service.verb("verify"), {"--json"})).out);
        QCOMPARE(verified["status"].get<int>(), 0);
        QVERIFY(!contains(codesOf(verified), "transaction.undone"));
    }
}

QTEST_GUILESS_MAIN(TestAdversity)
#include "test_adversity.moc"

// Why: all or nothing is promised of the program, not of its parts: killed in front of every single system
// call that can change the disk, it leaves something from which the next start finds the old state or the new
// one.
#include <QTest>

#include <filesystem>

#include "tests/app/cli/killed.h"

using namespace certwright::test;

class TestKill : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void import_killedAtEveryWrite_oldOrNewState_data();
    void import_killedAtEveryWrite_oldOrNewState();
    void recovery_killedAtEveryWrite_oldState();

  private:
    // Scene is a service before an import, and what a finished import makes of it.
    struct Scene {
        Service service;
        std::string material;
        Tree before;
        Tree after;
        int writes = 0;
    };
    Scene prepared(const std::string& id, bool installed);
    static std::vector<std::string> command(const Service& service, const std::string& material);
    void judge(const Scene& scene, const Service& service, const Tree& killed);
    void finishImport(const Scene& scene, const Service& service);

    TemporaryFolder m_folder;
    Practice m_practice;
    // What the kills of one import led to.
    int m_old = 0;
    int m_new = 0;
    int m_undone = 0;
    int m_unproved = 0;
};

void TestKill::initTestCase() {
    qputenv("XDG_CONFIG_HOME", "/dev/null/config"); // nothing is remembered
    QVERIFY(m_practice.ok());
}

std::vector<std::string> TestKill::command(const Service& service, const std::string& material) {
    return together({cliPath()}, service.import({material}));
}

TestKill::Scene TestKill::prepared(const std::string& id, bool installed) {
    Scene scene;
    scene.service = m_practice.copy(id, m_folder, id + (installed ? "-second" : "-first"));
    scene.material = m_practice.material(installed ? "with-intermediate" : "good-pem");
    if (installed &&
        runCli(scene.service.import({m_practice.material("good-pem")}), usualPassword).exitCode != 0)
        return scene;
    scene.before = wholeTree(scene.service);
    const Service done = freshCopy(scene.service);
    // Never killed: counts, and shows what the new state is.
    scene.writes = -killedAt(command(done, scene.material), -1, usualPassword);
    scene.after = wholeTree(done);
    return scene;
}

void TestKill::import_killedAtEveryWrite_oldOrNewState_data() {
    QTest::addColumn<QString>("service");
    QTest::addColumn<bool>("installed");
    QTest::newRow("streamserver, first") << "streamserver" << false;
    QTest::newRow("streamserver, replacement") << "streamserver" << true;
    QTest::newRow("aoi, first") << "aoi" << false;
    QTest::newRow("aoi, replacement") << "aoi" << true;
}

void TestKill::import_killedAtEveryWrite_oldOrNewState() {
    QFETCH(QString, service);
    QFETCH(bool, installed);
    const Scene scene = prepared(service.toStdString(), installed);
    QVERIFY2(scene.writes > 50, "the import that is not killed succeeds, and is seen to write");
    QVERIFY(steady(scene.before) != steady(scene.after));
    m_old = m_new = m_undone = m_unproved = 0;
    for (int n = 1; n <= scene.writes; ++n) {
        const Service copy = freshCopy(scene.service);
        const int at = killedAt(command(copy, scene.material), n, usualPassword);
        if (at != n) // fewer writes this time, for example because a lock was free at once
            continue;
        judge(scene, copy, wholeTree(copy));
        if (QTest::currentTestFailed()) {
            qWarning("killed at write %d of %d", n, scene.writes);
            return;
        }
        if (n % 10 == 0)
            finishImport(scene, copy);
    }
    qInfo("%d kills: %d times the old state (%d undone), %d times the new one (%d unproved)", m_old + m_new,
          m_old, m_undone, m_new, m_unproved);
    QVERIFY(m_undone > 5 && m_old > m_undone && m_unproved > 0 && m_new > m_unproved);
    QVERIFY(m_old + m_new > scene.writes - 5);
}

// judge starts the next verb and holds the outcome, and what is said about it, to the promise.
void TestKill::judge(const Scene& scene, const Service& service, const Tree& killed) {
    const auto verified = parsed(runCli(together(service.verb("verify"), {"--json"})).out);
    QVERIFY(verified.is_object());
    QVERIFY2(!verified.contains("error"), verified.dump().c_str());
    const std::vector<std::string> codes = codesOf(verified);
    const Tree found = wholeTree(service);
    const bool isOld = found == scene.before;
    const bool isNew = steady(found) == steady(scene.after);
    QVERIFY2(isOld != isNew,
             (differences(scene.before, found) + "---\n" + differences(steady(scene.after), steady(found)))
                 .c_str());
    if (isNew)
        QCOMPARE(verified["status"].get<int>(), 0);
    // What is said is true: undone means old; unproved means new; silence means that nothing was done now.
    const bool undone = contains(codes, "transaction.undone");
    const bool unproved = contains(codes, "transaction.unproved");
    QVERIFY(!(undone && unproved));
    QVERIFY(!undone || isOld);
    QVERIFY(!unproved || isNew);
    // (A folder that was made to stage in, below the home folder, is staging and goes with it.)
    Tree staged = killed;
    if (isOld && killed.contains("~/aoi_service") && !scene.before.contains("~/aoi_service"))
        staged.erase("~/aoi_service");
    QVERIFY2(undone || found == staged, differences(killed, found).c_str());
    // Nothing is left over, and nothing is said twice.
    const std::filesystem::path state(service.root + "/.certwright");
    QVERIFY(!std::filesystem::exists(state / "journal.json"));
    const std::filesystem::path staging = state / "staging";
    QVERIFY(!std::filesystem::exists(staging) || std::filesystem::is_empty(staging));
    (isNew ? m_new : m_old) += 1;
    m_undone += undone ? 1 : 0;
    m_unproved += unproved ? 1 : 0;
    if ((m_old + m_new) % 4 != 0)
        return;
    const auto again = codesOf(parsed(runCli(together(service.verb("verify"), {"--json"})).out));
    QVERIFY(!contains(again, "transaction.undone") && !contains(again, "transaction.unproved"));
}

// finishImport imports what was interrupted.
void TestKill::finishImport(const Scene& scene, const Service& service) {
    const Outcome outcome = runCli(service.import({scene.material}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(differences(steady(scene.after), steady(wholeTree(service))), std::string());
}

void TestKill::recovery_killedAtEveryWrite_oldState() {
    const Scene scene = prepared("aoi", true);
    // Killed where the most has been changed and the least is certain: find the last kill that is undone.
    int last = 0;
    for (int n = scene.writes; n > 0 && last == 0; --n) {
        const Service copy = freshCopy(scene.service);
        killedAt(command(copy, scene.material), n, usualPassword);
        const auto verified = parsed(runCli(together(copy.verb("verify"), {"--json"})).out);
        if (contains(codesOf(verified), "transaction.undone"))
            last = n;
    }
    QVERIFY(last > 0);
    for (int n = 1;; ++n) {
        const Service copy = freshCopy(scene.service);
        killedAt(command(copy, scene.material), last, usualPassword);
        const auto verify = together({cliPath()}, together(copy.verb("verify"), {"--json"}));
        const int at = killedAt(verify, n, usualPassword);
        const auto codes = codesOf(parsed(runCli(together(copy.verb("verify"), {"--json"})).out));
        const Tree found = wholeTree(copy);
        QVERIFY2(found == scene.before, differences(scene.before, found).c_str());
        if (at != n)
            break;
        QVERIFY(n < 500);
    }
}

QTEST_GUILESS_MAIN(TestKill)
#include "test_kill.moc"

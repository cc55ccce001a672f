// Why: what is done to a service in the years after its import is as whole as the import: killed in front of
// every write, and again in front of every write of the recovery, the next start finds the old state or the
// new one and says so.
#include <QTest>
#include <filesystem>

#include "tests/app/cli/killed.h"
#include "tests/app/cli/renewals.h"

using namespace certwright::test;

class TestKillYears : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void verb_killedAtEveryWrite_oldOrNewState_data() { addVerbs(); }
    void verb_killedAtEveryWrite_oldOrNewState();
    void recovery_killedAtEveryWrite_oldState_data() { addVerbs(); }
    void recovery_killedAtEveryWrite_oldState();

  private:
    // Scene is a service before a verb, and what the verb makes of it.
    struct Scene {
        Service service;
        std::vector<std::string> words;
        Tree before;
        Tree after;
        int writes = 0;
    };
    static void addVerbs();
    Scene prepared(const std::string& verb);
    std::vector<std::string> wordsFor(const std::string& verb, const Service& service);
    std::vector<std::string> command(const Scene& scene, const Service& service) const;
    void judge(const Scene& scene, const Service& service);

    TemporaryFolder m_folder;
    Practice m_practice;
    Renewals m_renewals;
    int m_scenes = 0;
    int m_old = 0;
    int m_new = 0;
    int m_undone = 0;
};

void TestKillYears::initTestCase() {
    qputenv("XDG_CONFIG_HOME", "/dev/null/config"); // nothing is remembered
    QVERIFY(m_practice.ok());
}

void TestKillYears::addVerbs() {
    QTest::addColumn<std::string>("verb");
    for (const char* verb : {"replace", "replace-aoi", "crl-update", "rollback", "doctor", "retention"})
        QTest::newRow(verb) << std::string(verb);
}

// wordsFor is what is typed after the service's place; it also brings the service into the state that the
// verb is meant for.
std::vector<std::string> TestKillYears::wordsFor(const std::string& verb, const Service& service) {
    if (verb.starts_with("replace"))
        return {"replace", "--password-stdin", "--cert", m_renewals.certificate(1),
                "--key",   m_renewals.key(1)};
    if (verb == "crl-update")
        return {verb, m_renewals.list(7)};
    if (verb == "retention")
        return {verb, "--days", "500"};
    if (verb == "rollback") {
        const auto second = parsed(runCli(service.import({m_renewals.full(1)}), usualPassword).out);
        return second.is_object() && second["status"] == 0 ? std::vector<std::string>{verb}
                                                           : std::vector<std::string>{};
    }
    namespace fs = std::filesystem;
    const fs::path keys(service.root + "/sample/mxVision/streamserver/keys");
    fs::permissions(keys, fs::perms(0750));
    fs::permissions(keys / "server.crt", fs::perms(0644));
    fs::remove(keys / "StandbyKsf.ks");
    fs::copy_file(keys / "server.key", keys / "server.key.bak");
    fs::permissions(keys / "server.key.bak", fs::perms(0644));
    return {verb, "--fix"};
}

std::vector<std::string> TestKillYears::command(const Scene& scene, const Service& service) const {
    auto words = together({cliPath(), scene.words.front()}, service.place());
    words = together(words, {"--yes", "--json"});
    return together(words, {scene.words.begin() + 1, scene.words.end()});
}

TestKillYears::Scene TestKillYears::prepared(const std::string& verb) {
    Scene scene;
    const bool aoi = verb == "replace-aoi" || verb == "retention";
    scene.service =
        m_practice.copy(aoi ? "aoi" : "streamserver", m_folder, verb + "-" + std::to_string(++m_scenes));
    if (runCli(scene.service.import({m_renewals.full(0)}), usualPassword).exitCode != 0)
        return scene;
    scene.words = wordsFor(verb, scene.service);
    if (scene.words.empty())
        return scene;
    scene.before = wholeTree(scene.service);
    const Service done = freshCopy(scene.service);
    // Never killed: counts, and shows what the new state is.
    scene.writes = -killedAt(command(scene, done), -1, usualPassword);
    scene.after = wholeTree(done);
    return scene;
}

// judge starts the next verb and holds the outcome, and what is said about it, to the promise.
void TestKillYears::judge(const Scene& scene, const Service& service) {
    const auto verified = parsed(runCli(together(service.verb("verify"), {"--json"})).out);
    QVERIFY(verified.is_object());
    QVERIFY2(!verified.contains("error"), verified.dump().c_str());
    const auto codes = codesOf(verified);
    const Tree found = wholeTree(service);
    const bool isOld = found == scene.before;
    const bool isNew = !isOld && steady(found) == steady(scene.after);
    QVERIFY2(isOld || isNew,
             (differences(scene.before, found) + "---\n" + differences(steady(scene.after), steady(found)))
                 .c_str());
    QVERIFY(!contains(codes, "transaction.undone") || isOld);
    QVERIFY(!contains(codes, "transaction.unproved") || isNew);
    const std::filesystem::path state(service.root + "/.certwright");
    QVERIFY(!std::filesystem::exists(state / "journal.json"));
    const std::filesystem::path staging = state / "staging";
    QVERIFY(!std::filesystem::exists(staging) || std::filesystem::is_empty(staging));
    (isNew ? m_new : m_old) += 1;
    m_undone += contains(codes, "transaction.undone") ? 1 : 0;
}

void TestKillYears::verb_killedAtEveryWrite_oldOrNewState() {
    QFETCH(std::string, verb);
    const Scene scene = prepared(verb);
    QVERIFY2(scene.writes > 20, "the verb that is not killed succeeds, and is seen to write");
    QVERIFY(scene.before != scene.after);
    m_old = m_new = m_undone = 0;
    for (int n = 1; n <= scene.writes; ++n) {
        const Service copy = freshCopy(scene.service);
        if (killedAt(command(scene, copy), n, usualPassword) != n)
            continue; // fewer writes this time
        judge(scene, copy);
        if (QTest::currentTestFailed()) {
            qWarning("killed at write %d of %d", n, scene.writes);
            return;
        }
    }
    qInfo("%d kills: %d times the old state (%d undone), %d times the new one", m_old + m_new, m_old,
          m_undone, m_new);
    QVERIFY(m_undone > 0 && m_old > m_undone && m_new > 0);
    QVERIFY(m_old + m_new > scene.writes - 5);
}

void TestKillYears::recovery_killedAtEveryWrite_oldState() {
    QFETCH(std::string, verb);
    const Scene scene = prepared(verb);
    QVERIFY(scene.writes > 20);
    // Killed where the most has been changed and the least is certain: the last kill that is undone.
    int last = 0;
    for (int n = scene.writes; n > 0 && last == 0; --n) {
        const Service copy = freshCopy(scene.service);
        killedAt(command(scene, copy), n, usualPassword);
        const auto verified = parsed(runCli(together(copy.verb("verify"), {"--json"})).out);
        if (contains(codesOf(verified), "transaction.undone"))
            last = n;
    }
    QVERIFY(last > 0);
    for (int n = 1;; ++n) {
        const Service copy = freshCopy(scene.service);
        killedAt(command(scene, copy), last, usualPassword);
        const auto verify = together({cliPath()}, together(copy.verb("verify"), {"--json"}));
        const int at = killedAt(verify, n, {});
        static_cast<void>(runCli(together(copy.verb("verify"), {"--json"})));
        const Tree found = wholeTree(copy);
        QVERIFY2(found == scene.before, differences(scene.before, found).c_str());
        if (at != n)
            break;
        QVERIFY(n < 500);
    }
}

QTEST_GUILESS_MAIN(TestKillYears)
#include "test_kill_years.moc"

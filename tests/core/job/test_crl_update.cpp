// Why: between "removed" and "put back" the service has no list; whatever happens there, it has the old one
// or the new one afterwards.
#include <QTest>

#include "core/apply/history.h"
#include "core/job/crl_update.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestCrlUpdate : public QObject {
    Q_OBJECT

  private:
    static job::ServiceChoice choice(JobScene& scene) {
        return {scene.folder().id(), scene.folder().root(), scene.folder().home()};
    }
    static base::Result<job::Outcome> update(JobScene& scene, const std::string& path) {
        job::CrlUpdateJob job(scene.environment(), choice(scene), {{}, {path}, {}});
        if (const auto plan = job.plan(); !plan)
            return tl::unexpected(plan.error());
        return job.apply();
    }
    // isWhole ends what was interrupted and verifies.
    static bool isWhole(JobScene& scene) {
        auto codes = scene.verify();
        std::erase(codes, "transaction.undone");
        std::erase(codes, "transaction.unproved");
        return codes.empty();
    }
    static std::string installedList(JobScene& scene) {
        return scene.folder().read(scene.folder().profile().slot("crl")->target);
    }

  private Q_SLOTS:
    void update_proves_andIsRemembered();
    void update_unknownSlot_isInvalid();
    void update_ofNothingNew_writesNothing();
    void update_failingAnywhere_leavesTheOldList();
    void update_cutAnywhere_isTheOldListOrTheNew();
    void update_cutBetweenRemovalAndNew_bringsTheOldBack();
    void update_keyThatNobodyOpens_isOnlyReported();
    void update_listGoneMeanwhile_isRefused();
};

void TestCrlUpdate::update_proves_andIsRemembered() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        QVERIFY(scene.run(scene.request(scene.goodFiles())));
        const std::string config = scene.folder().config();
        const std::string list = pemOf(makeList(scene.root(), {"77"}, 9));
        const auto outcome = update(scene, scene.folder().brought("new.crl", list));
        QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
        QCOMPARE(installedList(scene), list);
        QCOMPARE(scene.folder().modeOf(scene.folder().profile().slot("crl")->target), 0400U);
        QCOMPARE(scene.folder().config(), config);
        QCOMPARE(scene.verify(), std::vector<std::string>{});
        const auto history = apply::historyOf(scene.files(), scene.folder().at(".certwright"));
        QVERIFY(history);
        QCOMPARE(history->entries.front().operation, plan::Operation::CrlUpdate);
        QCOMPARE(history->entries.front().changes.size(), std::size_t{1});
    }
}

void TestCrlUpdate::update_unknownSlot_isInvalid() {
    JobScene scene(Service::StreamServer);
    for (const std::string slot : {"cert", "nothing"}) {
        job::CrlUpdateJob job(scene.environment(), choice(scene), {{{slot, "x.crl"}}, {}, {}});
        QCOMPARE(job.plan().error().code, base::ErrorCode::InvalidArgument);
    }
}

void TestCrlUpdate::update_ofNothingNew_writesNothing() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string same = scene.folder().brought("same.crl", installedList(scene));
    job::CrlUpdateJob job(scene.environment(), choice(scene), {{}, {same}, {}});
    const auto plan = job.plan();
    QVERIFY(plan && plan->changes.empty() && has(plan->findings, "crl.same"));
}

void TestCrlUpdate::update_failingAnywhere_leavesTheOldList() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto before = scene.folder().snapshot();
    const std::string path = scene.folder().brought("new.crl", pemOf(makeList(scene.root(), {"77"}, 9)));
    int failures = 0;
    for (int n = 1; n < 200; ++n) {
        scene.files().disarm();
        scene.files().failAt(n, base::ErrorCode::InputOutput);
        const auto outcome = update(scene, path);
        scene.files().disarm();
        if (outcome)
            break;
        ++failures;
        QCOMPARE(scene.folder().snapshot(), before);
    }
    QVERIFY(failures > 5);
}

void TestCrlUpdate::update_cutAnywhere_isTheOldListOrTheNew() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string old = installedList(scene);
    const std::string list = pemOf(makeList(scene.root(), {"77"}, 9));
    const std::string path = scene.folder().brought("new.crl", list);
    bool finished = false;
    int undone = 0;
    for (int n = 1; n < 200 && !finished; ++n) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::After);
        bool cut = false;
        try {
            finished = update(scene, path).has_value();
        } catch (const PowerCut&) {
            cut = true;
        }
        scene.files().disarm();
        QVERIFY(cut || finished);
        QVERIFY(isWhole(scene));
        const std::string now = installedList(scene);
        QVERIFY(now == old || now == list);
        QCOMPARE(scene.folder().modeOf(scene.folder().profile().slot("crl")->target), 0400U);
        undone += now == old ? 1 : 0;
        if (now == list)
            break;
    }
    QVERIFY(undone > 5);
}

void TestCrlUpdate::update_cutBetweenRemovalAndNew_bringsTheOldBack() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string old = installedList(scene);
    const std::string target = scene.folder().slotPath("crl");
    const std::string path = scene.folder().brought("new.crl", pemOf(makeList(scene.root(), {"77"}, 9)));
    bool reached = false;
    for (int n = 1; n < 200 && !reached; ++n) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::After);
        try {
            if (update(scene, path))
                break;
        } catch (const PowerCut& power) {
            reached = power.call == "remove " + target;
        }
        if (reached)
            QVERIFY(!scene.folder().exists(scene.folder().profile().slot("crl")->target));
        scene.files().disarm();
        QVERIFY(isWhole(scene));
        QCOMPARE(installedList(scene), old);
    }
    QVERIFY(reached);
}

// As after the vendor's own importer: a seal that only the vendor's library opens.
void TestCrlUpdate::update_keyThatNobodyOpens_isOnlyReported() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    std::string config = scene.folder().config();
    const auto at = config.find("server_key_mm=");
    scene.folder().writeConfig(config.replace(at, config.find('\n', at) - at, "server_key_mm=AAAAvendor"));
    const std::string list = pemOf(makeList(scene.root(), {"77"}, 9));
    const auto outcome = update(scene, scene.folder().brought("new.crl", list));
    QVERIFY(outcome && !outcome->undone && !outcome->proof.succeeded());
    QCOMPARE(installedList(scene), list);
}

void TestCrlUpdate::update_listGoneMeanwhile_isRefused() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string path = scene.folder().brought("new.crl", pemOf(makeList(scene.root(), {"77"}, 9)));
    job::CrlUpdateJob job(scene.environment(), choice(scene), {{}, {path}, {}});
    QVERIFY(job.plan()->applicable());
    scene.folder().write(scene.folder().profile().slot("crl")->target, "somebody's", 0400);
    QCOMPARE(job.apply().error().code, base::ErrorCode::FileChanged);
    QCOMPARE(installedList(scene), std::string("somebody's"));
}

QTEST_GUILESS_MAIN(TestCrlUpdate)
#include "test_crl_update.moc"

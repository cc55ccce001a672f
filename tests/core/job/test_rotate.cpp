// Why: after a rotation the service starts as before, under another master key.
#include <QTest>

#include "core/job/rotate.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestRotate : public QObject {
    Q_OBJECT

  private:
    static base::Result<job::Outcome> rotate(JobScene& scene) {
        const ServiceFolder& folder = scene.folder();
        job::RotateJob rotation(scene.environment(), {folder.id(), folder.root(), folder.home()});
        if (const auto plan = rotation.plan(); !plan)
            return tl::unexpected(plan.error());
        return rotation.apply();
    }

  private Q_SLOTS:
    void rotate_installed_provesUnderTheNewKey();
    void rotate_nothingInstalled_fails();
    void rotate_unknownRoot_fails();
    void rotate_blocked_isRefused();
    void rotate_missingHome_isToldInThePlan();
    void rotate_withoutPlan_isRefused();
    void rotate_failingWrite_changesNothing();
    void rotate_afterAnInterruption_tellsOfIt();
    void plan_shown_hasNoKeyMaterial();
};

void TestRotate::rotate_installed_provesUnderTheNewKey() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        ServiceFolder& folder = scene.folder();
        QVERIFY(scene.run(scene.request(scene.goodFiles())));
        const std::string config = folder.config();
        const std::string key = folder.read(folder.profile().slot("key")->target);
        const std::string store = folder.read(folder.profile().keyStore.primary);
        const auto outcome = rotate(scene);
        QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
        QVERIFY(folder.config() != config);
        QVERIFY(folder.read(folder.profile().keyStore.primary) != store);
        QCOMPARE(folder.read(folder.profile().keyStore.primary),
                 folder.read(folder.profile().keyStore.standby));
        QCOMPARE(folder.read(folder.profile().slot("key")->target), key);
        QCOMPARE(scene.verify(), std::vector<std::string>{});
    }
}

void TestRotate::rotate_nothingInstalled_fails() {
    JobScene scene(Service::StreamServer);
    QCOMPARE(rotate(scene).error().code, base::ErrorCode::KeyStoreMissing);
}

void TestRotate::rotate_unknownRoot_fails() {
    JobScene scene(Service::StreamServer);
    job::RotateJob rotation(scene.environment(), {"streamserver", scene.folder().at("nowhere"), {}});
    QCOMPARE(rotation.plan().error().code, base::ErrorCode::RootUnknown);
}

void TestRotate::rotate_blocked_isRefused() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    scene.folder().writeConfig(scene.folder().config() + "\nport=1");
    QCOMPARE(rotate(scene).error().code, base::ErrorCode::PlanBlocked);
}

void TestRotate::rotate_missingHome_isToldInThePlan() {
    JobScene scene(Service::Aoi);
    job::RotateJob rotation(scene.environment(), {"aoi", scene.folder().root(), scene.folder().at("no")});
    QVERIFY(has(rotation.plan()->findings, "root.missing"));
}

void TestRotate::rotate_withoutPlan_isRefused() {
    JobScene scene(Service::StreamServer);
    job::RotateJob rotation(scene.environment(), {"streamserver", scene.folder().root(), {}});
    QCOMPARE(rotation.apply().error().code, base::ErrorCode::PlanBlocked);
}

void TestRotate::rotate_failingWrite_changesNothing() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto before = scene.folder().snapshot();
    scene.files().failPath(scene.folder().configPath(), base::ErrorCode::InputOutput);
    QCOMPARE(rotate(scene).error().code, base::ErrorCode::InputOutput);
    scene.files().disarm();
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestRotate::rotate_afterAnInterruption_tellsOfIt() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string store = scene.folder().profile().keyStore.primary;
    bool told = false;
    for (int n = 1; n < 60 && !told; ++n) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::Before);
        try {
            static_cast<void>(rotate(scene));
        } catch (const PowerCut&) {
        }
        scene.files().disarm();
        job::RotateJob rotation(scene.environment(), {"streamserver", scene.folder().root(), {}});
        const auto plan = rotation.plan();
        QVERIFY(plan);
        told = has(plan->findings, "transaction.undone");
        QCOMPARE(scene.verify(), std::vector<std::string>{});
    }
    QVERIFY(told);
}

void TestRotate::plan_shown_hasNoKeyMaterial() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    job::RotateJob rotation(scene.environment(), {"streamserver", scene.folder().root(), {}});
    const auto plan = rotation.plan();
    QVERIFY(plan);
    for (const auto& change : plan->changes)
        if (change.path.ends_with(".ks"))
            QVERIFY(change.content.empty());
}

QTEST_GUILESS_MAIN(TestRotate)
#include "test_rotate.moc"

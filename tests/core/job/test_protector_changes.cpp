// Why: what the vendor's library sealed stays sealed by it through every later change, and every earlier
// state can be had back.
#include <QTest>

#include <filesystem>

#include "core/job/doctor_job.h"
#include "core/job/rotate.h"
#include "tests/core/job/past_scene.h"
#include "tests/core/job/protector_scene.h"
#include "tests/core/job/replace_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

class TestProtectorChanges : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rotate_vendorsStores_isRefused();
    void replace_certificate_keepsSealAndStores();
    void replace_key_keepsTheSeal();
    void rollback_toTheBuiltinVault_andBack();
    void doctor_clearKey_isSealedByTheLibrary();
    void adopt_withLibrary_isProved();
};

void TestProtectorChanges::rotate_vendorsStores_isRefused() {
    for (const bool libraryHere : {true, false}) {
        LibraryScene scene;
        QVERIFY(scene.install());
        if (!libraryHere)
            scene.removeLibrary();
        const auto plan = scene.planOf<job::RotateJob>();
        QVERIFY(plan && !plan->applicable() && plan->changes.empty());
        QVERIFY(has(plan->findings, "vendor.rotation") && !has(plan->findings, "key-store.foreign"));
    }
}

void TestProtectorChanges::replace_certificate_keepsSealAndStores() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const std::string store = scene.store();
    const std::string config = scene.folder().config();
    const auto renewed = makeLeaf("server.test", scene.sub(), serverKey(), 500);
    const auto file = scene.folder().brought("new.crt", pemOf(renewed) + pemOf(scene.sub()));
    Passwords passwords;
    const std::map<std::string, std::string> brought{{"cert", file}};
    job::ReplaceJob job(scene.environment(), {scene.request(brought), {}}, passwords);
    const auto plan = job.plan();
    QVERIFY(plan && plan->applicable() && !plan->changes.empty());
    const auto outcome = job.apply();
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    QCOMPARE(scene.store(), store);
    QCOMPARE(scene.folder().config(), config);
}

void TestProtectorChanges::replace_key_keepsTheSeal() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const std::string config = scene.folder().config();
    const auto renewed = makeLeaf("server.test", scene.sub(), strangeKey());
    Passwords passwords;
    const std::map<std::string, std::string> brought{
        {"cert", scene.folder().brought("new.crt", pemOf(renewed) + pemOf(scene.sub()))},
        {"key", scene.folder().brought("new.key", pemOf(*strangeKey()))}};
    job::ReplaceJob job(scene.environment(), {scene.request(brought), {}}, passwords);
    QVERIFY(job.plan()->applicable());
    const auto outcome = job.apply();
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    QCOMPARE(scene.folder().config(), config);
    QCOMPARE(scene.vendor().sealed(), 1);
}

void TestProtectorChanges::rollback_toTheBuiltinVault_andBack() {
    PastScene scene(test::Service::StreamServer);
    const std::string builtin = scene.import(Leaf::First, List::With);
    const auto first = scene.folder().snapshot();
    scene.installLibrary();
    const std::string sealed = scene.import(Leaf::First, List::With);
    const auto second = scene.folder().snapshot();
    QVERIFY(!builtin.empty() && !sealed.empty());
    const auto back = scene.rollback({builtin});
    QVERIFY(back && !back->undone && back->proof.succeeded());
    scene.removeLibrary();
    test::removeFile(scene.folder().at("lib"));
    QCOMPARE(scene.folder().snapshot(), first);
    // Without the library nothing could prove the other state.
    const auto blind = scene.rollback({sealed});
    QVERIFY(blind && blind->undone && has(blind->proof.failures, "vendor.not-checked"));
    QCOMPARE(scene.folder().snapshot(), first);
    scene.installLibrary();
    const auto forth = scene.rollback({sealed});
    QVERIFY(forth && !forth->undone && forth->proof.succeeded());
    QCOMPARE(scene.folder().snapshot(), second);
}

void TestProtectorChanges::doctor_clearKey_isSealedByTheLibrary() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const std::string store = scene.store();
    const ServiceFolder& folder = scene.folder();
    folder.write(folder.profile().slot("key")->target, pemOf(*serverKey()));
    // Without the old passphrase a new one is needed.
    std::string config = folder.config();
    const auto at = config.find("server_key_mm=") + std::string("server_key_mm=").size();
    config.erase(at, config.find('\n', at) - at);
    folder.writeConfig(config);
    job::RepairJob repair(scene.environment(), {folder.id(), folder.root(), folder.home()});
    const auto plan = repair.plan();
    QVERIFY(plan && plan->applicable());
    const auto outcome = repair.apply();
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    QCOMPARE(scene.store(), store);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestProtectorChanges::adopt_withLibrary_isProved() {
    PastScene scene(test::Service::StreamServer);
    scene.installLibrary();
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    test::removeAll(scene.stateFolder());
    QVERIFY(!scene.adopt().empty());
    QVERIFY(scene.history().entries.front().proof.outcome == apply::ProofOutcome::Passed);
}

QTEST_GUILESS_MAIN(TestProtectorChanges)
#include "test_protector_changes.moc"

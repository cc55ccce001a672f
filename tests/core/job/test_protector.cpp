// Why: what the vendor's library sealed the service reads by itself: it has to stand in the config as it
// came, and its key stores are never lost.
#include <QTest>

#include <filesystem>

#include "core/job/survey.h"
#include "tests/core/job/protector_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;
using vault::Protector;

class TestProtector : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void import_withLibrary_isSealedByIt();
    void import_again_keepsTheKeyStores();
    void import_lostStandby_isTheLibrarysToMake();
    void import_overBuiltinStores_replacesThem();
    void import_algorithm_isTheConfigs();
    void builtin_chosen_leavesTheLibraryAlone();
    void builtin_overVendorsStores_isRefused();
    void kmc_withoutLibrary_isRefused();
    void verify_withoutLibrary_warnsAndProvesNothing();
    void survey_tellsOfTheLibrary();
};

void TestProtector::import_withLibrary_isSealedByIt() {
    for (const auto service : {test::Service::StreamServer, test::Service::Aoi}) {
        LibraryScene scene(service);
        const auto plan = scene.plan();
        QVERIFY(plan && plan->applicable());
        QVERIFY(!has(plan->findings, "protector.builtin"));
        QCOMPARE(bodyOf<check::ProtectorKmc>(plan->findings)->library, scene.folder().at("lib/libkmcext.so"));
        QVERIFY(scene.install());
        const profile::KeyStore& stores = scene.folder().profile().keyStore;
        QVERIFY(scene.store().starts_with(LibraryScene::mark()) && scene.standby() == scene.store());
        QCOMPARE(scene.folder().modeOf(stores.primary), 0400U);
        QCOMPARE(scene.folder().modeOf(stores.standby), 0400U);
        QVERIFY(scene.folder().config().find("AAAAAgAAAA+/Kmc==") != std::string::npos);
        QVERIFY(scene.folder().config().find("cw1.") == std::string::npos);
        QCOMPARE(scene.verify(), std::vector<std::string>{});
        QVERIFY(scene.look()->protector == Protector::Kmc);
        QVERIFY(scene.unlock());
    }
}

void TestProtector::import_again_keepsTheKeyStores() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const std::string store = scene.store();
    const std::string config = scene.folder().config();
    QVERIFY(scene.install());
    QCOMPARE(scene.store(), store);
    QCOMPARE(scene.standby(), store);
    QVERIFY(scene.folder().config() != config);
}

void TestProtector::import_lostStandby_isTheLibrarysToMake() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const std::string store = scene.store();
    test::removeFile(scene.folder().at(scene.folder().profile().keyStore.standby));
    QVERIFY(has(scene.plan()->findings, "key-store.repaired"));
    QVERIFY(scene.install());
    QCOMPARE(scene.store(), store);
    QCOMPARE(scene.standby(), store);
}

void TestProtector::import_overBuiltinStores_replacesThem() {
    LibraryScene scene;
    scene.protect(Protector::Builtin);
    QVERIFY(scene.install());
    QVERIFY(!scene.store().starts_with(LibraryScene::mark()));
    scene.protect(Protector::Auto);
    const auto plan = scene.plan();
    QVERIFY(plan && plan->applicable() && has(plan->findings, "target.replaced"));
    QVERIFY(scene.install());
    QVERIFY(scene.store().starts_with(LibraryScene::mark()));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestProtector::import_algorithm_isTheConfigs() {
    LibraryScene scene;
    QVERIFY(scene.plan());
    QCOMPARE(scene.vendor().asked().back().algorithm, 9);
    scene.folder().writeConfig(scene.folder().config() + "\nsdp_algorithm_id=8\n");
    QVERIFY(scene.plan());
    const vault::VendorSettings& asked = scene.vendor().asked().back();
    QCOMPARE(asked.algorithm, 8);
    QCOMPARE(asked.semaphoreKey, 0x20161516U);
    QCOMPARE(asked.domain, 0U);
    QVERIFY(asked.account);
}

void TestProtector::builtin_chosen_leavesTheLibraryAlone() {
    LibraryScene scene;
    scene.protect(Protector::Builtin);
    QVERIFY(scene.install());
    QVERIFY(scene.folder().config().find("cw1.") != std::string::npos);
    QVERIFY(scene.vendor().asked().empty());
    // Nor is it asked for what it did not seal.
    scene.protect(Protector::Auto);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QVERIFY(scene.look()->protector == Protector::Builtin);
    QCOMPARE(scene.vendor().opened(), 0);
}

void TestProtector::builtin_overVendorsStores_isRefused() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const auto before = scene.folder().snapshot();
    scene.protect(Protector::Builtin);
    QVERIFY(has(scene.plan()->findings, "key-store.foreign"));
    QCOMPARE(scene.run(scene.request(scene.goodFiles())).error().code, base::ErrorCode::PlanBlocked);
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestProtector::kmc_withoutLibrary_isRefused() {
    LibraryScene scene;
    scene.removeLibrary();
    scene.protect(Protector::Kmc);
    const auto before = scene.folder().snapshot();
    const auto plan = scene.plan();
    QVERIFY(plan && !plan->applicable());
    QCOMPARE(bodyOf<check::VendorLibraryMissing>(plan->findings)->path,
             scene.folder().at("lib/libkmcext.so"));
    QCOMPARE(scene.folder().snapshot(), before);
    scene.protect(Protector::Auto);
    QVERIFY(has(scene.plan()->findings, "protector.builtin"));
}

void TestProtector::verify_withoutLibrary_warnsAndProvesNothing() {
    LibraryScene scene;
    QVERIFY(scene.install());
    scene.removeLibrary();
    QCOMPARE(scene.verify(), std::vector<std::string>{"vendor.not-checked"});
    const auto verification = scene.look();
    QVERIFY(!verification->proof.succeeded() && verification->proof.failures.empty());
    QVERIFY(verification->protector == Protector::Kmc);
    QCOMPARE(scene.unlock().error().code, base::ErrorCode::KeyStoreForeign);
}

void TestProtector::survey_tellsOfTheLibrary() {
    LibraryScene scene;
    auto world = scene.environment();
    const auto request = scene.request(scene.goodFiles());
    QCOMPARE(job::survey(world, request)->vendorLibrary, scene.folder().at("lib/libkmcext.so"));
    scene.removeLibrary();
    QVERIFY(job::survey(world, request)->vendorLibrary.empty());
}

QTEST_GUILESS_MAIN(TestProtector)
#include "test_protector.moc"

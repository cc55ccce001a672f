// Why: what the vendor's library sealed the service reads by itself: it has to stand in the config as it
// came, its key stores are never lost, and where the library cannot do its work nothing may have changed.
#include <QTest>

#include <filesystem>

#include "core/job/doctor_job.h"
#include "core/job/rotate.h"
#include "core/job/survey.h"
#include "tests/core/job/past_scene.h"
#include "tests/core/job/replace_scene.h"

using namespace certwright;
using namespace certwright::test;
using vault::Protector;
using vault::VendorFaultKind;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

const std::string mark = std::string(base::textOf(vendorMark()));

// LibraryScene is a JobScene whose service has the vendor's library.
class LibraryScene : public JobScene {
  public:
    explicit LibraryScene(test::Service service = test::Service::StreamServer)
        : JobScene(service) {
        installLibrary();
    }
    std::string store() { return folder().read(folder().profile().keyStore.primary); }
    std::string standby() { return folder().read(folder().profile().keyStore.standby); }
    bool install() {
        const auto outcome = run(request(goodFiles()));
        return outcome && !outcome->undone && outcome->proof.succeeded();
    }
    base::Result<plan::Plan> plan() {
        job::ImportJob job(environment(), request(goodFiles()));
        Passwords passwords({"secret"});
        const auto checked = job.check(passwords);
        return checked ? job.plan() : base::Result<plan::Plan>(tl::unexpected(checked.error()));
    }
    base::Result<job::OpenedService> open(job::Environment& world) {
        return job::openService(world, folder().id(), folder().root(), folder().home());
    }
    base::Result<secret::SecretBytes> unlock() {
        auto world = environment();
        const auto service = open(world);
        return service ? job::unlockService(world, *service)
                       : base::Result<secret::SecretBytes>(tl::unexpected(service.error()));
    }
    base::Result<prove::Verification> look() {
        auto world = environment();
        const auto service = open(world);
        return service ? job::verifyService(world, *service)
                       : base::Result<prove::Verification>(tl::unexpected(service.error()));
    }
    template <typename Job> base::Result<plan::Plan> planOf() {
        Job job(environment(), {folder().id(), folder().root(), folder().home()});
        return job.plan();
    }
};

} // namespace

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
    void fault_ofTheLibrary_changesNothing_data();
    void fault_ofTheLibrary_changesNothing();
    void fault_whileProving_undoes();
    void cancelled_whileWaiting_isCancelled();
    void text_unusable_changesNothing_data();
    void text_unusable_changesNothing();
    void stores_unusable_changeNothing();
    void verify_withoutLibrary_warnsAndProvesNothing();
    void verify_faultOfTheLibrary_isTold();
    void rotate_vendorsStores_isRefused();
    void replace_certificate_keepsSealAndStores();
    void replace_key_keepsTheSeal();
    void rollback_toTheBuiltinVault_andBack();
    void doctor_clearKey_isSealedByTheLibrary();
    void doctor_faultOfTheLibrary_mendsTheRest();
    void adopt_withLibrary_isProved();
    void certImport_itsFiles_areInstalled();
    void certImport_refusing_changesNothing();
    void certImport_withoutImporter_isRefused();
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
        QVERIFY(scene.store().starts_with(mark) && scene.standby() == scene.store());
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
    std::filesystem::remove(scene.folder().at(scene.folder().profile().keyStore.standby));
    QVERIFY(has(scene.plan()->findings, "key-store.repaired"));
    QVERIFY(scene.install());
    QCOMPARE(scene.store(), store);
    QCOMPARE(scene.standby(), store);
}

void TestProtector::import_overBuiltinStores_replacesThem() {
    LibraryScene scene;
    scene.protect(Protector::Builtin);
    QVERIFY(scene.install());
    QVERIFY(!scene.store().starts_with(mark));
    scene.protect(Protector::Auto);
    const auto plan = scene.plan();
    QVERIFY(plan && plan->applicable() && has(plan->findings, "target.replaced"));
    QVERIFY(scene.install());
    QVERIFY(scene.store().starts_with(mark));
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

void TestProtector::fault_ofTheLibrary_changesNothing_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* code, VendorFaultKind kind) {
        QTest::newRow(code) << static_cast<int>(kind) << QString::fromUtf8(code);
    };
    row("vendor.helper-missing", VendorFaultKind::HelperMissing);
    row("vendor.library-unsafe", VendorFaultKind::Unsafe);
    row("vendor.architecture", VendorFaultKind::Architecture);
    row("vendor.dependency", VendorFaultKind::Dependency);
    row("vendor.interface", VendorFaultKind::Symbol);
    row("vendor.semaphore", VendorFaultKind::Semaphore);
    row("vendor.crashed", VendorFaultKind::Crashed);
    row("vendor.timed-out", VendorFaultKind::TimedOut);
    row("vendor.garbage", VendorFaultKind::Garbage);
    row("vendor.failed", VendorFaultKind::Failed);
}

void TestProtector::fault_ofTheLibrary_changesNothing() {
    QFETCH(int, kind);
    QFETCH(QString, code);
    LibraryScene scene;
    scene.goodFiles();
    const auto before = scene.folder().snapshot();
    scene.vendor().fail(static_cast<VendorFaultKind>(kind));
    const auto plan = scene.plan();
    QVERIFY(plan && !plan->applicable() && plan->changes.empty());
    QVERIFY(has(plan->findings, code.toStdString()));
    QCOMPARE(scene.run(scene.request(scene.goodFiles())).error().code, base::ErrorCode::PlanBlocked);
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestProtector::fault_whileProving_undoes() {
    LibraryScene scene;
    const auto files = scene.goodFiles();
    const auto before = scene.folder().snapshot();
    job::ImportJob job(scene.environment(), scene.request(files));
    Passwords passwords({"secret"});
    QVERIFY(job.check(passwords) && job.plan());
    scene.vendor().fail(VendorFaultKind::TimedOut);
    const auto outcome = job.apply();
    QVERIFY(outcome && outcome->undone);
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestProtector::cancelled_whileWaiting_isCancelled() {
    LibraryScene scene;
    scene.vendor().fail(VendorFaultKind::Cancelled);
    QCOMPARE(scene.plan().error().code, base::ErrorCode::Cancelled);
}

void TestProtector::text_unusable_changesNothing_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QString() << "vendor.garbage";
    QTest::newRow("interpolation") << "AAAA%AAAA"
                                   << "vendor.garbage";
    QTest::newRow("comment") << "AAAA#AAAA"
                             << "vendor.garbage";
    QTest::newRow("line break") << "AAAA\nserver_key=x"
                                << "vendor.garbage";
    QTest::newRow("space") << "AAAA AAAA"
                           << "vendor.garbage";
    QTest::newRow("not ASCII") << QString::fromUtf8("AAAA密") << "vendor.garbage";
    QTest::newRow("longest and one") << QString(401, QLatin1Char('A')) << "value.too-long";
}

void TestProtector::text_unusable_changesNothing() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    LibraryScene scene;
    scene.vendor().returnText(text.toStdString());
    const auto plan = scene.plan();
    QVERIFY(plan && !plan->applicable());
    QVERIFY(has(plan->findings, code.toStdString()));
}

void TestProtector::stores_unusable_changeNothing() {
    LibraryScene scene;
    for (const vault::KeyStoreFiles& stores : {vault::KeyStoreFiles{}, vault::KeyStoreFiles{vendorMark(), {}},
                                               vault::KeyStoreFiles{vendorMark(), base::Bytes{1, 2, 3}}}) {
        scene.vendor().returnStores(stores);
        const auto plan = scene.plan();
        QVERIFY(plan && !plan->applicable());
        QCOMPARE(bodyOf<check::VendorGarbage>(plan->findings)->what, std::string("stores"));
    }
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

void TestProtector::verify_faultOfTheLibrary_isTold() {
    LibraryScene scene;
    QVERIFY(scene.install());
    scene.vendor().fail(VendorFaultKind::Semaphore, "root");
    QCOMPARE(scene.verify(), (std::vector<std::string>{"!proof.failed", "!vendor.semaphore"}));
    QCOMPARE(scene.unlock().error().code, base::ErrorCode::VendorFailed);
}

void TestProtector::rotate_vendorsStores_isRefused() {
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

void TestProtector::replace_certificate_keepsSealAndStores() {
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

void TestProtector::replace_key_keepsTheSeal() {
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

void TestProtector::rollback_toTheBuiltinVault_andBack() {
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
    std::filesystem::remove(scene.folder().at("lib"));
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

void TestProtector::doctor_clearKey_isSealedByTheLibrary() {
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

void TestProtector::doctor_faultOfTheLibrary_mendsTheRest() {
    LibraryScene scene;
    QVERIFY(scene.install());
    const ServiceFolder& folder = scene.folder();
    folder.write(folder.profile().slot("key")->target, pemOf(*serverKey()));
    std::filesystem::permissions(folder.slotPath("ca"), std::filesystem::perms{0444});
    scene.vendor().fail(VendorFaultKind::Crashed);
    job::RepairJob repair(scene.environment(), {folder.id(), folder.root(), folder.home()});
    const auto plan = repair.plan();
    QVERIFY(plan && plan->applicable());
    QVERIFY(has(plan->findings, "vendor.crashed"));
    const auto outcome = repair.apply();
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(folder.modeOf(folder.profile().slot("ca")->target), 0400U);
    QVERIFY(folder.read(folder.profile().slot("key")->target) == pemOf(*serverKey()));
}

void TestProtector::adopt_withLibrary_isProved() {
    PastScene scene(test::Service::StreamServer);
    scene.installLibrary();
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    std::filesystem::remove_all(scene.stateFolder());
    QVERIFY(!scene.adopt().empty());
    QVERIFY(scene.history().entries.front().proof.outcome == apply::ProofOutcome::Passed);
}

// A program that does what the vendor's importer does, sealing as the fake library does.
void giveImporter(LibraryScene& scene, const std::string& last = "exit 0") {
    scene.editProfile("  library: lib/libkmcext.so\n",
                      "  library: lib/libkmcext.so\n  importer: bin/CertImport\n");
    const std::string mark =
        "\\x5F\\x64\\x97\\x8D\\x19\\x4F\\x89\\xCF\\xA8\\x3F\\x8E\\xE1\\xDB\\x01\\x3C\\x0C"
        "\\x88\\x42\\x4A\\x1C\\xB7\\xFC\\xAD\\x70\\x4E\\x45\\x13\\xA5\\x14\\x46\\x71\\x6C";
    scene.folder().write("bin/CertImport", R"(#!/bin/bash
while getopts c:s:k:r: o; do eval "$o=\$OPTARG"; done
cd "$MX_SDK_HOME/sample/mxVision/streamserver" || exit 9
[ -e keys/server.crt ] && { echo "cannot overwrite"; exit 6; }
read -rs -p "Enter the password of the private key: " p </dev/tty
echo
cp "$c" keys/ca.crt; cp "$s" keys/server.crt; cp "$k" keys/server.key
[ -n "$r" ] && cp "$r" keys/ca.crl
[ -e keys/kmc.ks ] || printf ')" + mark + R"(\x01' >keys/kmc.ks
cp keys/kmc.ks keys/StandbyKsf.ks
t=AAAAAgAAAA+/Kmc==01$(printf %s "$p" | od -An -v -tx1 | tr -d ' \n')
f=$MX_SDK_HOME/config/streamserver.conf
sed -i "s|^server_key_mm=.*|server_key_mm=$t|; s|^server_crt=.*|server_crt=keys/server.crt|
s|^server_key=.*|server_key=keys/server.key|; s|^ca_crt=.*|ca_crt=keys/ca.crt|; s|^crl=.*|crl=keys/ca.crl|" "$f"
)" + last + "\n",
                         0755);
    scene.protect(Protector::CertImport);
}

void TestProtector::certImport_itsFiles_areInstalled() {
    LibraryScene scene;
    giveImporter(scene);
    const auto plan = scene.plan();
    QVERIFY2(plan, plan ? "" : (plan.error().subject + plan.error().detail).c_str());
    QVERIFY(plan->applicable() && has(plan->findings, "protector.certimport"));
    QVERIFY(!plan->configDifference.empty());
    QVERIFY(scene.install());
    QVERIFY(scene.store().starts_with(mark) && scene.standby() == scene.store());
    QVERIFY(scene.folder().config().find("server_key_mm=AAAAAgAAAA+/Kmc==01") != std::string::npos);
    QCOMPARE(scene.vendor().sealed(), 0);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    // Once more over what it made itself.
    const std::string store = scene.store();
    QVERIFY(scene.install());
    QCOMPARE(scene.store(), store);
}

void TestProtector::certImport_refusing_changesNothing() {
    for (const auto& [last, code] : {std::pair{"echo 'no good'; exit 3", "certimport.failed"},
                                     std::pair{"rm keys/server.key", "certimport.incomplete"},
                                     std::pair{"echo x >keys/kmc.ks", "vendor.garbage"}}) {
        LibraryScene scene;
        giveImporter(scene, last);
        const auto before = scene.folder().snapshot();
        const auto plan = scene.plan();
        QVERIFY(plan && !plan->applicable() && plan->changes.empty());
        QVERIFY2(has(plan->findings, code), code);
        QCOMPARE(scene.folder().snapshot(), before);
    }
}

void TestProtector::certImport_withoutImporter_isRefused() {
    LibraryScene scene;
    scene.protect(Protector::CertImport);
    QCOMPARE(scene.plan().error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(scene.plan().error().subject, std::string("certimport"));
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

// Why: where the vendor's library cannot do its work, nothing may have changed, and it is told why.
#include <QTest>

#include <filesystem>

#include "core/job/doctor_job.h"
#include "tests/core/job/protector_scene.h"

using namespace certwright;
using namespace certwright::test;
using vault::VendorFaultKind;

class TestProtectorFaults : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void fault_ofTheLibrary_changesNothing_data();
    void fault_ofTheLibrary_changesNothing();
    void fault_whileProving_undoes();
    void cancelled_whileWaiting_isCancelled();
    void text_unusable_changesNothing_data();
    void text_unusable_changesNothing();
    void stores_unusable_changeNothing();
    void verify_faultOfTheLibrary_isTold();
    void doctor_faultOfTheLibrary_mendsTheRest();
};

void TestProtectorFaults::fault_ofTheLibrary_changesNothing_data() {
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

void TestProtectorFaults::fault_ofTheLibrary_changesNothing() {
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

void TestProtectorFaults::fault_whileProving_undoes() {
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

void TestProtectorFaults::cancelled_whileWaiting_isCancelled() {
    LibraryScene scene;
    scene.vendor().fail(VendorFaultKind::Cancelled);
    QCOMPARE(scene.plan().error().code, base::ErrorCode::Cancelled);
}

void TestProtectorFaults::text_unusable_changesNothing_data() {
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

void TestProtectorFaults::text_unusable_changesNothing() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    LibraryScene scene;
    scene.vendor().returnText(text.toStdString());
    const auto plan = scene.plan();
    QVERIFY(plan && !plan->applicable());
    QVERIFY(has(plan->findings, code.toStdString()));
}

void TestProtectorFaults::stores_unusable_changeNothing() {
    LibraryScene scene;
    for (const vault::KeyStoreFiles& stores : {vault::KeyStoreFiles{}, vault::KeyStoreFiles{vendorMark(), {}},
                                               vault::KeyStoreFiles{vendorMark(), base::Bytes{1, 2, 3}}}) {
        scene.vendor().returnStores(stores);
        const auto plan = scene.plan();
        QVERIFY(plan && !plan->applicable());
        QCOMPARE(bodyOf<check::VendorGarbage>(plan->findings)->what, std::string("stores"));
    }
}

void TestProtectorFaults::verify_faultOfTheLibrary_isTold() {
    LibraryScene scene;
    QVERIFY(scene.install());
    scene.vendor().fail(VendorFaultKind::Semaphore, "root");
    QCOMPARE(scene.verify(), (std::vector<std::string>{"!proof.failed", "!vendor.semaphore"}));
    QCOMPARE(scene.unlock().error().code, base::ErrorCode::VendorFailed);
}

void TestProtectorFaults::doctor_faultOfTheLibrary_mendsTheRest() {
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

QTEST_GUILESS_MAIN(TestProtectorFaults)
#include "test_protector_faults.moc"

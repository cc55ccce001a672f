// Why: each way in which the vendor's library can fail has its own finding; a fault that came out as another
// would send the person to the wrong place.
#include <QTest>

#include "core/plan/vendor_findings.h"

using namespace certwright;
using vault::VendorFault;
using vault::VendorFaultKind;

class TestVendorFindings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findingOf_everyFault_isItsOwnBlocker_data();
    void findingOf_everyFault_isItsOwnBlocker();
    void findingOf_values_areCarriedOver();
    void errorOf_cancelled_isThat();
    void findingsOf_importerRuns_saysWhatIsMissing();
};

void TestVendorFindings::findingOf_everyFault_isItsOwnBlocker_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const auto row = [](VendorFaultKind kind, const char* code) {
        QTest::newRow(code) << static_cast<int>(kind) << code;
    };
    row(VendorFaultKind::HelperMissing, "vendor.helper-missing");
    row(VendorFaultKind::LibraryMissing, "vendor.library-missing");
    row(VendorFaultKind::Unsafe, "vendor.library-unsafe");
    row(VendorFaultKind::Architecture, "vendor.architecture");
    row(VendorFaultKind::Dependency, "vendor.dependency");
    row(VendorFaultKind::Symbol, "vendor.interface");
    row(VendorFaultKind::Semaphore, "vendor.semaphore");
    row(VendorFaultKind::Crashed, "vendor.crashed");
    row(VendorFaultKind::TimedOut, "vendor.timed-out");
    row(VendorFaultKind::Garbage, "vendor.garbage");
    row(VendorFaultKind::Failed, "vendor.failed");
    row(VendorFaultKind::System, "vendor.not-started");
}

void TestVendorFindings::findingOf_everyFault_isItsOwnBlocker() {
    QFETCH(int, kind);
    QFETCH(QString, code);
    const VendorFault fault{
        static_cast<VendorFaultKind>(kind), "/sdk/lib/libkmcext.so", "name", "found", "expected", 7};
    const check::Finding finding = plan::findingOf(fault);
    QCOMPARE(std::string(check::codeOf(finding)), code.toStdString());
    QCOMPARE(finding.severity, check::Severity::Blocker);
    QCOMPARE(finding.subject, fault.path);
    const base::Error error = plan::errorOf(fault);
    QCOMPARE(error.code, base::ErrorCode::VendorFailed);
    QCOMPARE(error.subject, fault.path);
    QVERIFY(error.detail.starts_with(code.toStdString() + " name"));
}

void TestVendorFindings::findingOf_values_areCarriedOver() {
    const auto semaphore = plan::findingOf({VendorFaultKind::Semaphore, "/lib", "root", "0x20161516", {}, 0});
    QCOMPARE(semaphore.body.as<check::VendorSemaphore>()->semaphore, std::string("0x20161516"));
    QCOMPARE(semaphore.body.as<check::VendorSemaphore>()->owner, std::string("root"));
    const auto machine = plan::findingOf({VendorFaultKind::Architecture, "/lib", {}, "aarch64", "x86-64", 0});
    QCOMPARE(machine.body.as<check::VendorLibraryArchitecture>()->found, std::string("aarch64"));
    QCOMPARE(machine.body.as<check::VendorLibraryArchitecture>()->expected, std::string("x86-64"));
    const auto refused =
        plan::findingOf({VendorFaultKind::System, "/lib", "disk.full", "/dev/shm", "No space left", 0});
    const auto* notStarted = refused.body.as<check::VendorNotStarted>();
    QCOMPARE(notStarted->path + notStarted->error + notStarted->about + notStarted->detail,
             std::string("/libdisk.full/dev/shmNo space left"));
    const auto crashed = plan::findingOf({VendorFaultKind::Crashed, "/lib", "encrypt", {}, {}, 11});
    QCOMPARE(crashed.body.as<check::VendorCrashed>()->stage, std::string("encrypt"));
    QCOMPARE(crashed.body.as<check::VendorCrashed>()->signal, std::int64_t{11});
}

void TestVendorFindings::errorOf_cancelled_isThat() {
    QCOMPARE(plan::errorOf({VendorFaultKind::Cancelled, "/lib", "encrypt", {}, {}, 0}).code,
             base::ErrorCode::Cancelled);
}

void TestVendorFindings::findingsOf_importerRuns_saysWhatIsMissing() {
    vault::CertImportRun run;
    run.files = {{"keys/server.crt", base::toBytes("x")}, {"keys/server.key", {}}};
    QVERIFY(plan::findingsOf("/sdk/CertImport", run, {"keys/server.crt"}).empty());
    const auto missing =
        plan::findingsOf("/sdk/CertImport", run, {"keys/server.crt", "keys/server.key", "keys/kmc.ks"});
    QCOMPARE(missing.size(), std::size_t{2});
    QCOMPARE(missing[0].body.as<check::CertImportIncomplete>()->file, std::string("keys/server.key"));
    QCOMPARE(missing[1].body.as<check::CertImportIncomplete>()->file, std::string("keys/kmc.ks"));
    run.status = 3;
    run.said = "no";
    const auto failed = plan::findingsOf("/sdk/CertImport", run, {"keys/kmc.ks"});
    QCOMPARE(failed.size(), std::size_t{1});
    QCOMPARE(failed[0].body.as<check::CertImportFailed>()->status, std::int64_t{3});
    run.status = 0;
    run.signal = 11;
    QCOMPARE(plan::findingsOf("/sdk/CertImport", run, {})[0].body.as<check::CertImportFailed>()->status,
             std::int64_t{139});
}

QTEST_GUILESS_MAIN(TestVendorFindings)
#include "test_vendor_findings.moc"

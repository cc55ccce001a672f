// Why: network drives, read-only and full disks are told of before anything is touched, not by a write that
// fails half way.
#include <QTest>

#include "core/job/import_job.h"
#include "core/job/retention_job.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestVolumes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void import_onOddVolume_tellsBeforeAnythingIsTouched_data();
    void import_onOddVolume_tellsBeforeAnythingIsTouched();
    void import_onFullDisk_tellsBeforeAnythingIsTouched();
    void retention_onReadOnlyVolume_tells();
    void import_onNetworkDrive_works();
};

namespace {

files::Volume volumeOf(const std::string& kind, files::Reach reach, bool readOnly, bool keepsModes) {
    return {kind, reach, readOnly, keepsModes, false};
}

} // namespace

void TestVolumes::import_onOddVolume_tellsBeforeAnythingIsTouched_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("network");
    QTest::addColumn<bool>("readOnly");
    QTest::addColumn<bool>("keepsModes");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("NFS") << "nfs" << true << false << true << QStringList("volume.network");
    QTest::newRow("SMB") << "cifs" << true << false << false << QStringList("!volume.no-modes");
    QTest::newRow("FAT") << "vfat" << false << false << false << QStringList("!volume.no-modes");
    QTest::newRow("read-only") << "ext4" << false << true << true << QStringList("!volume.read-only");
    QTest::newRow("read-only NFS") << "nfs" << true << true << true
                                   << QStringList{"!volume.read-only", "volume.network"};
}

void TestVolumes::import_onOddVolume_tellsBeforeAnythingIsTouched() {
    QFETCH(QString, kind);
    QFETCH(bool, network);
    QFETCH(bool, readOnly);
    QFETCH(bool, keepsModes);
    QFETCH(QStringList, codes);
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        const auto brought = scene.goodFiles();
        const auto before = scene.folder().snapshot();
        scene.files().pretendVolume(volumeOf(
            kind.toStdString(), network ? files::Reach::Network : files::Reach::Local, readOnly, keepsModes));
        scene.files().disarm();
        job::ImportJob import(scene.environment(), scene.request(brought));
        Passwords passwords({"secret"});
        const auto checked = import.check(passwords);
        QVERIFY(checked);
        const auto plan = import.plan();
        QVERIFY(plan);
        QStringList found;
        for (const std::string& code : codesOf(plan->findings))
            if (code.find("volume.") != std::string::npos)
                found << QString::fromStdString(code);
        QCOMPARE(found, codes);
        QCOMPARE(plan->applicable(), !codes.first().startsWith('!'));
        if (!plan->applicable())
            QCOMPARE(import.apply().error().code, base::ErrorCode::PlanBlocked);
        QCOMPARE(scene.files().operations(), 0);
        QCOMPARE(scene.folder().snapshot(), before);
        QVERIFY(!scene.folder().exists(".certwright"));
    }
}

void TestVolumes::import_onFullDisk_tellsBeforeAnythingIsTouched() {
    JobScene scene(Service::StreamServer);
    const auto brought = scene.goodFiles();
    scene.files().pretendFreeSpace(4096);
    scene.files().disarm();
    job::ImportJob import(scene.environment(), scene.request(brought));
    Passwords passwords({"secret"});
    QVERIFY(import.check(passwords));
    const auto plan = import.plan();
    QVERIFY(plan && !plan->applicable());
    QVERIFY(has(plan->findings, "target.disk-space"));
    QCOMPARE(import.apply().error().code, base::ErrorCode::PlanBlocked);
    QCOMPARE(scene.files().operations(), 0);
    QVERIFY(!scene.folder().exists(".certwright"));
}

void TestVolumes::retention_onReadOnlyVolume_tells() {
    JobScene scene(Service::Aoi);
    scene.files().pretendVolume(volumeOf("ext4", files::Reach::Local, true, true));
    job::RetentionJob change(scene.environment(),
                             {scene.folder().id(), scene.folder().root(), scene.folder().home()},
                             testNow() + std::chrono::days(30));
    const auto plan = change.plan();
    QVERIFY(plan && !plan->applicable());
    QVERIFY(has(plan->findings, "volume.read-only"));
    QVERIFY(!scene.folder().exists(".certwright"));
}

void TestVolumes::import_onNetworkDrive_works() {
    JobScene scene(Service::StreamServer);
    scene.files().pretendVolume(volumeOf("nfs", files::Reach::Network, false, true));
    const auto outcome = scene.run(scene.request(scene.goodFiles()));
    QVERIFY(outcome && !outcome->undone);
    QVERIFY(scene.verify().empty() || scene.verify() == std::vector<std::string>{"volume.network"});
}

QTEST_GUILESS_MAIN(TestVolumes)
#include "test_volumes.moc"

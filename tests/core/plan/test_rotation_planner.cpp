// Why: after a rotation everything sealed must open under the new master key, or nothing may have changed.
#include <QTest>

#include <filesystem>

#include "core/plan/rotation_planner.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

} // namespace

class TestRotationPlanner : public QObject {
    Q_OBJECT

  private:
    base::Result<plan::Plan> rotate(const ServiceFolder& folder) {
        return plan::planRotation(*m_files, folder.site(*m_files), m_random, allowed);
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void rotation_sealsEverythingAnew();
    void rotation_withoutKeyStore_fails();
    void rotation_blocked_changesNothing();
    void rotation_ofAForeignSeal_fails();
};

void TestRotationPlanner::rotation_sealsEverythingAnew() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        m_import.carryOut(*m_import.into(folder));
        const std::string before = folder.config();
        const auto plan = rotate(folder);
        QVERIFY(plan);
        QCOMPARE(plan->changes.size(), std::size_t{3});
        QVERIFY(plan->findings.empty());
        QVERIFY(plan->changes[0].content == plan->changes[1].content);
        m_import.carryOut(*plan);
        QVERIFY(folder.config() != before);
        QVERIFY(rotate(folder)); // the new seal opens under the new key
    }
}

void TestRotationPlanner::rotation_withoutKeyStore_fails() {
    const ServiceFolder folder(Service::StreamServer);
    QCOMPARE(rotate(folder).error().code, base::ErrorCode::KeyStoreMissing);
}

void TestRotationPlanner::rotation_blocked_changesNothing() {
    const ServiceFolder folder(Service::StreamServer);
    m_import.carryOut(*m_import.into(folder));
    const std::string config = folder.config();
    folder.writeConfig(config + "\nport=2");
    const auto twice = rotate(folder);
    QVERIFY(has(twice->findings, "config.duplicate-key"));
    QVERIFY(twice->changes.empty());
    folder.writeConfig(config + "\nother=a cw1.b");
    QVERIFY(has(rotate(folder)->findings, "config.uneditable"));
    folder.writeConfig(config + "\n# old=cw1.b");
    QVERIFY(rotate(folder)->applicable());
    test::removeFile(folder.configPath());
    QVERIFY(has(rotate(folder)->findings, "config.missing"));
}

void TestRotationPlanner::rotation_ofAForeignSeal_fails() {
    const ServiceFolder folder(Service::StreamServer);
    m_import.carryOut(*m_import.into(folder));
    folder.writeConfig(folder.config() + "\nother_mm = cw1.AAAA");
    QCOMPARE(rotate(folder).error().code, base::ErrorCode::SealInvalid);
}

QTEST_GUILESS_MAIN(TestRotationPlanner)
#include "test_rotation_planner.moc"

// Why: one value of somebody's config changes, and every other byte stays.
#include <QTest>

#include "core/plan/retention_planner.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

class TestRetentionPlanner : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void edit_value_changesNothingElse_data();
    void edit_value_changesNothingElse();
    void edit_sameDate_isNoChange();
    void judge_dates_areCompared();
    void plan_transaction_isComplete();
    void config_thatCannotBeEdited_blocks();

  private:
    base::Result<plan::Plan> planFor(const ServiceFolder& folder, int days,
                                     std::optional<int> certificateDays = {}) {
        std::optional<base::Time> end;
        if (certificateDays)
            end = testNow() + std::chrono::days(*certificateDays);
        return plan::planRetention(*m_files, folder.site(*m_files),
                                   {testNow() + std::chrono::days(days), end}, secret::SecretAccess::grant());
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
};

void TestRetentionPlanner::edit_value_changesNothingElse_data() {
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("quoted") << QByteArray("a: 1\nca_retention_time: '2026-12-01 00:00:00' # keep\r\nb: 2")
                            << QByteArray("a: 1\nca_retention_time: '2026-12-21 12:00:00' # keep\r\nb: 2");
    QTest::newRow("absent") << QByteArray("a: 1\n")
                            << QByteArray("a: 1\nca_retention_time: '2026-12-21 12:00:00'\n");
    QTest::newRow("placeholder") << QByteArray("ca_retention_time: xxx\n")
                                 << QByteArray("ca_retention_time: '2026-12-21 12:00:00'\n");
}

void TestRetentionPlanner::edit_value_changesNothingElse() {
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const ServiceFolder folder(Service::Aoi);
    folder.writeConfig(before.toStdString());
    const auto plan = planFor(folder, 30);
    QVERIFY(plan);
    QCOMPARE(plan->changes.size(), std::size_t{1});
    const std::string written(base::textOf(plan->changes[0].content));
    // Whether the value is quoted is the editor's business.
    QByteArray found = QByteArray::fromStdString(written);
    if (found != after)
        found.replace("2026-12-21 12:00:00", "'2026-12-21 12:00:00'");
    QCOMPARE(found, after);
    QCOMPARE(plan->changes[0].mode, folder.modeOf(folder.profile().config.path));
}

void TestRetentionPlanner::edit_sameDate_isNoChange() {
    const ServiceFolder folder(Service::Aoi);
    folder.writeConfig("ca_retention_time: '2026-12-21 12:00:00'\n");
    const auto plan = planFor(folder, 30, 20);
    QVERIFY(plan && plan->changes.empty() && plan->configDifference.empty());
}

void TestRetentionPlanner::judge_dates_areCompared() {
    const ServiceFolder folder(Service::Aoi);
    folder.writeConfig("ca_retention_time: '2026-12-21 12:00:00'\n");
    QCOMPARE(codesOf(planFor(folder, 29)->findings), std::vector<std::string>{"retention.shortened"});
    QCOMPARE(codesOf(planFor(folder, 31)->findings), std::vector<std::string>{});
    QCOMPARE(codesOf(planFor(folder, 31, 32)->findings),
             std::vector<std::string>{"retention.before-certificate"});
    QVERIFY(planFor(folder, 31, 31)->findings.empty());
    QVERIFY(has(planFor(folder, 61, 31)->findings, "retention.after-certificate"));
    folder.writeConfig("ca_retention_time: soon\n");
    QVERIFY(planFor(folder, 1)->findings.empty());
}

void TestRetentionPlanner::plan_transaction_isComplete() {
    const ServiceFolder folder(Service::Aoi);
    const auto plan = planFor(folder, 30);
    QVERIFY(plan && plan->applicable());
    QCOMPARE(plan->operation, plan::Operation::Retention);
    QCOMPARE(plan->service, std::string("aoi"));
    QCOMPARE(plan->root, folder.root());
    QVERIFY(!plan->kept.empty());
    QVERIFY(!plan->areas.empty());
}

void TestRetentionPlanner::config_thatCannotBeEdited_blocks() {
    const ServiceFolder folder(Service::Aoi);
    for (const char* text : {"ca_retention_time: [1]\n", "a: 1\nca_retention_time: x\nca_retention_time: y\n",
                             "- a\n", "a: [\n"}) {
        folder.writeConfig(text);
        const auto plan = planFor(folder, 30);
        QVERIFY2(plan && !plan->applicable() && plan->changes.empty(), text);
    }
}

QTEST_GUILESS_MAIN(TestRetentionPlanner)
#include "test_retention_planner.moc"

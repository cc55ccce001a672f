// Why: the date on which the service deletes its certificates is moved like everything else is changed: seen,
// proved, and undone if the service would not start.
#include <QTest>

#include <filesystem>

#include "core/job/retention_job.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

class TestRetention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void view_rows_areTold_data();
    void view_rows_areTold();
    void view_serviceWithout_isAnError();
    void change_installed_isProved();
    void change_toTheSame_changesNothing();
    void change_shorter_isToldAndDone();
    void change_bounds_areKept_data();
    void change_bounds_areKept();
    void change_serviceWithout_isAnError();
    void change_ofWhatWasBroken_isKept();
    void change_thatBreaksTheProof_isUndone();
    void change_blocked_writesNothing();

  private:
    static base::Result<job::RetentionView> view(JobScene& scene, base::Time at = testNow()) {
        auto environment = scene.environment();
        environment.judgedAt = at;
        const auto service =
            job::openService(environment, scene.folder().id(), scene.folder().root(), scene.folder().home());
        return service ? job::viewRetention(environment, *service) : tl::unexpected(service.error());
    }
    static std::unique_ptr<job::RetentionJob> change(JobScene& scene, base::Time until) {
        return std::make_unique<job::RetentionJob>(
            scene.environment(),
            job::ServiceChoice{scene.folder().id(), scene.folder().root(), scene.folder().home()}, until);
    }
};

void TestRetention::view_rows_areTold_data() {
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("codes");
    const auto at = [](int days) {
        return QString::fromStdString(base::formatUtc(testNow() + std::chrono::days(days)));
    };
    QTest::newRow("with the certificate") << at(365) << QStringList();
    QTest::newRow("before it") << at(364) << QStringList("retention.before-certificate");
    QTest::newRow("long after it") << at(700) << QStringList("retention.after-certificate");
    QTest::newRow("tomorrow") << at(1) << QStringList("retention.before-certificate");
    QTest::newRow("this second") << at(0) << QStringList("retention.passed");
    QTest::newRow("yesterday") << at(-1) << QStringList("retention.passed");
    QTest::newRow("a day only") << "2027-11-21" << QStringList("retention.before-certificate");
    QTest::newRow("no date") << "31.12.2027" << QStringList("installed.not-configured");
    QTest::newRow("empty") << "" << QStringList();
}

void TestRetention::view_rows_areTold() {
    QFETCH(QString, value);
    QFETCH(QStringList, codes);
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    std::string config = scene.folder().config();
    const auto start = config.find("ca_retention_time:");
    config = config.substr(0, start) + "ca_retention_time: '" + value.toStdString() + "'\n";
    scene.folder().writeConfig(config);
    const auto seen = view(scene);
    QVERIFY(seen);
    QCOMPARE(seen->value, value.toStdString());
    QCOMPARE(seen->certificateEnd, std::optional(testNow() + std::chrono::days(365)));
    QStringList found;
    for (const check::Finding& finding : seen->findings)
        found << QString::fromUtf8(check::codeOf(finding).data());
    QCOMPARE(found, codes);
}

void TestRetention::view_serviceWithout_isAnError() {
    JobScene scene(Service::StreamServer);
    QCOMPARE(view(scene).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(view(scene).error().detail, std::string("streamserver"));
}

void TestRetention::change_installed_isProved() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string before = scene.folder().config();
    const base::Time until = testNow() + std::chrono::days(700);
    const auto job = change(scene, until);
    const auto plan = job->plan();
    QVERIFY(plan);
    QCOMPARE(plan->operation, plan::Operation::Retention);
    QCOMPARE(plan->changes.size(), std::size_t{1});
    QCOMPARE(plan->configDifference.size(), std::size_t{3});
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{});
    const auto outcome = job->apply();
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    QCOMPARE(view(scene)->date, std::optional(until));
    QCOMPARE(scene.folder().config().size(), before.size()); // one value of the same length, nothing else
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestRetention::change_toTheSame_changesNothing() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto plan = change(scene, testNow() + std::chrono::days(365))->plan();
    QVERIFY(plan && plan->changes.empty() && plan->findings.empty());
}

void TestRetention::change_shorter_isToldAndDone() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto job = change(scene, testNow() + std::chrono::days(30));
    const auto plan = job->plan();
    QVERIFY(plan);
    QCOMPARE(codesOf(plan->findings),
             (std::vector<std::string>{"retention.before-certificate", "retention.shortened"}));
    QVERIFY(job->apply());
    QCOMPARE(view(scene)->date, std::optional(testNow() + std::chrono::days(30)));
}

void TestRetention::change_bounds_areKept_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("good");
    constexpr int day = 86400;
    QTest::newRow("a day") << day << true;
    QTest::newRow("less than a day") << day - 1 << false;
    QTest::newRow("now") << 0 << false;
    QTest::newRow("past") << -day << false;
    QTest::newRow("2000 days") << 2000 * day << true;
    QTest::newRow("a second more") << 2000 * day + 1 << false;
}

void TestRetention::change_bounds_areKept() {
    QFETCH(int, seconds);
    QFETCH(bool, good);
    JobScene scene(Service::Aoi);
    const auto plan = change(scene, testNow() + std::chrono::seconds(seconds))->plan();
    QCOMPARE(plan.has_value(), good);
    if (!good) {
        QCOMPARE(plan.error().code, base::ErrorCode::InvalidArgument);
        QCOMPARE(plan.error().detail, std::string("1..2000"));
    }
}

void TestRetention::change_serviceWithout_isAnError() {
    JobScene scene(Service::StreamServer);
    const auto plan = change(scene, testNow() + std::chrono::days(30))->plan();
    QCOMPARE(plan.error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(plan.error().detail, std::string("streamserver"));
}

// An expired certificate must not keep anybody from saving what the service would delete.
void TestRetention::change_ofWhatWasBroken_isKept() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    test::removeFile(scene.folder().slotPath("key"));
    const auto job = change(scene, testNow() + std::chrono::days(900));
    QVERIFY(job->plan());
    const auto outcome = job->apply();
    QVERIFY(outcome && !outcome->undone && !outcome->proof.succeeded());
    QCOMPARE(view(scene)->date, std::optional(testNow() + std::chrono::days(900)));
}

void TestRetention::change_thatBreaksTheProof_isUndone() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string before = scene.folder().config();
    const auto job = change(scene, testNow() + std::chrono::days(900));
    QVERIFY(job->plan());
    test::removeFile(scene.folder().slotPath("key")); // between the plan and its doing
    const auto outcome = job->apply();
    QVERIFY(outcome && outcome->undone);
    QCOMPARE(scene.folder().config(), before);
}

void TestRetention::change_blocked_writesNothing() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const std::string config = scene.folder().config();
    for (const std::string& text : {config + "ca_retention_time: x\n", std::string("cert: [\n")}) {
        scene.folder().writeConfig(text);
        const auto job = change(scene, testNow() + std::chrono::days(900));
        const auto plan = job->plan();
        QVERIFY(plan && !plan->applicable());
        QCOMPARE(job->apply().error().code, base::ErrorCode::PlanBlocked);
        QCOMPARE(scene.folder().config(), text);
    }
    test::removeFile(scene.folder().configPath());
    QVERIFY(has(change(scene, testNow() + std::chrono::days(900))->plan()->findings, "config.missing"));
}

QTEST_GUILESS_MAIN(TestRetention)
#include "test_retention.moc"

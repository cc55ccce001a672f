// Why: a date that is missing from the list, or a day off, is a service that stops one morning.
#include <QTest>

#include <filesystem>
#include <set>

#include "core/job/service_dates.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

namespace {

std::string rowOf(const job::ServiceDate& date) {
    const auto name = date.what.name.substr(0, date.what.name.find(','));
    return std::string(job::endRoleName(date.what.role)) + " " + date.what.slot + " " +
           std::to_string(date.what.position) + " " + name + " " + std::to_string(date.daysLeft);
}

std::vector<std::string> rowsOf(const job::ServiceDates& dates) {
    std::vector<std::string> rows;
    for (const job::ServiceDate& date : dates.dates)
        rows.push_back(rowOf(date));
    return rows;
}

job::ServiceDate dateAt(base::Time end, job::EndRole role, base::Time now) {
    job::ServiceDate date;
    date.what.role = role;
    date.what.end = end;
    date.passed = job::hasPassed(role, end, now);
    return date;
}

} // namespace

class TestServiceDates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void dates_streamserver_areAllThere();
    void dates_aoiWithEveryPair_areAllThere();
    void dates_ofTwoServices_areOneOrder();
    void dates_atTheSecond_areNotPassed();
    void within_edges_countToTheSecond_data();
    void within_edges_countToTheSecond();
    void id_ofTheSameThing_stays();
    void id_ofCopies_differs();
    void service_notInstalled_hasNoDates();
    void service_unreadable_hidesNoOther_data();
    void service_unreadable_hidesNoOther();
    void file_missingOrOdd_isTold();
    void file_hidden_isTold();
    void retention_notADate_isTold();
    void dates_interrupted_endsIt();
    void dates_writeNothing();

  private:
    job::KnownService of(JobScene& scene, const std::string& identity = {}) {
        return {scene.folder().id(), scene.folder().root(), scene.folder().home(), identity};
    }
    job::ServiceDates look(JobScene& scene, base::Time at = testNow()) {
        auto environment = scene.environment();
        environment.judgedAt = at;
        return job::serviceDates(environment, {of(scene)});
    }
};

void TestServiceDates::dates_streamserver_areAllThere() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto dates = look(scene);
    QCOMPARE(rowsOf(dates), (std::vector<std::string>{
                                "crl crl 0 CN=Root 100",
                                "server cert 0 CN=server.test 365",
                                "ca ca 0 CN=Root 3000",
                                "intermediate cert 1 CN=Sub 3000",
                            }));
    QVERIFY(dates.findings.empty());
    QCOMPARE(dates.services.size(), std::size_t{1});
    QCOMPARE(dates.services[0].dates, std::size_t{4});
}

void TestServiceDates::dates_aoiWithEveryPair_areAllThere() {
    JobScene scene(Service::Aoi);
    auto slots = scene.goodFiles();
    const auto platform = makeCa("Platform", otherCaKey());
    const auto gateway = makeCa("Gateway", subCaKey());
    slots["platform-ca"] = scene.folder().brought("p.crt", pemOf(platform));
    slots["platform-crl"] = scene.folder().brought("p.crl", pemOf(makeList(platform)));
    slots["gateway-ca"] = scene.folder().brought("g.crt", pemOf(gateway));
    slots["gateway-crl"] = scene.folder().brought("g.crl", pemOf(makeList(gateway)));
    auto request = scene.request(slots);
    request.retentionDays = 50;
    const auto done = scene.run(request);
    QVERIFY(done && !done->undone);
    QCOMPARE(rowsOf(look(scene)), (std::vector<std::string>{
                                      "retention  0 ca_retention_time 50",
                                      "crl crl 0 CN=Root 100",
                                      "crl gateway-crl 0 CN=Gateway 100",
                                      "crl platform-crl 0 CN=Platform 100",
                                      "server cert 0 CN=server.test 365",
                                      "ca ca 0 CN=Root 3000",
                                      "intermediate cert 1 CN=Sub 3000",
                                      "ca gateway-ca 0 CN=Gateway 3000",
                                      "ca platform-ca 0 CN=Platform 3000",
                                  }));
}

void TestServiceDates::dates_ofTwoServices_areOneOrder() {
    JobScene stream(Service::StreamServer);
    JobScene aoi(Service::Aoi);
    QVERIFY(stream.run(stream.request(stream.goodFiles())));
    QVERIFY(aoi.run(aoi.request(aoi.goodFiles())));
    auto environment = stream.environment();
    const auto dates = job::serviceDates(environment, {of(stream), of(aoi)});
    QCOMPARE(dates.dates.size(), std::size_t{9});
    for (std::size_t i = 1; i < dates.dates.size(); ++i)
        QVERIFY(dates.dates[i - 1].what.end <= dates.dates[i].what.end);
    QCOMPARE(dates.dates[0].service, std::string("aoi"));
    QCOMPARE(dates.dates[1].service, std::string("streamserver"));
}

void TestServiceDates::dates_atTheSecond_areNotPassed() {
    JobScene scene(Service::Aoi);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const base::Time end = testNow() + std::chrono::days(365);
    for (const int after : {-1, 0, 1}) {
        const auto dates = look(scene, end + std::chrono::seconds(after));
        for (const job::ServiceDate& date : dates.dates) {
            if (date.what.role == job::EndRole::Server) {
                QCOMPARE(date.daysLeft, after > 0 ? -1 : 0);
                QCOMPARE(date.passed, after > 0);
            }
            if (date.what.role == job::EndRole::Retention)
                QCOMPARE(date.passed, after >= 0);
        }
    }
}

void TestServiceDates::within_edges_countToTheSecond_data() {
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("counts");
    constexpr int day = 86400;
    QTest::newRow("past") << -1 << 0 << true;
    QTest::newRow("now") << 0 << 0 << true;
    QTest::newRow("a second later") << 1 << 0 << false;
    QTest::newRow("30 days") << 30 * day << 30 << true;
    QTest::newRow("30 days and a second") << 30 * day + 1 << 30 << false;
    QTest::newRow("a second less") << 30 * day - 1 << 30 << true;
    QTest::newRow("ages ago") << -2000000000 << 0 << true;
    QTest::newRow("any day") << 2000000000 << 2147483647 << true;
}

void TestServiceDates::within_edges_countToTheSecond() {
    QFETCH(int, seconds);
    QFETCH(int, days);
    QFETCH(bool, counts);
    const auto date = dateAt(testNow() + std::chrono::seconds(seconds), job::EndRole::Server, testNow());
    QCOMPARE(job::endsWithin(date, testNow(), days), counts);
}

void TestServiceDates::id_ofTheSameThing_stays() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto idsOf = [](const job::ServiceDates& dates) {
        std::map<std::string, std::string> ids;
        for (const job::ServiceDate& date : dates.dates)
            ids[date.what.slot + std::to_string(date.what.position)] = date.id;
        return ids;
    };
    auto environment = scene.environment();
    const std::string identity(32, 'a');
    const auto before = idsOf(job::serviceDates(environment, {of(scene, identity)}));
    std::set<std::string> different;
    for (const auto& [what, id] : before)
        different.insert(id);
    QCOMPARE(different.size(), before.size());
    // Renewed: the date moves, the event stays.
    auto files = scene.goodFiles();
    files["cert"] = scene.folder().brought(
        "new.crt", pemOf(makeLeaf("server.test", scene.sub(), serverKey(), 700)) + pemOf(scene.sub()));
    QVERIFY(scene.run(scene.request(files)));
    const auto renewed = job::serviceDates(environment, {of(scene, identity)});
    QCOMPARE(idsOf(renewed), before);
    QVERIFY(rowsOf(renewed) != rowsOf(look(scene, testNow() + std::chrono::days(1))));
    // Moved: its identity moves with it.
    const std::string moved = scene.folder().root() + "-moved";
    fs::rename(scene.folder().root(), moved);
    QCOMPARE(idsOf(job::serviceDates(environment, {{"streamserver", moved, {}, identity}})), before);
    fs::rename(moved, scene.folder().root());
}

void TestServiceDates::id_ofCopies_differs() {
    JobScene one(Service::StreamServer);
    JobScene two(Service::StreamServer);
    QVERIFY(one.run(one.request(one.goodFiles())));
    QVERIFY(two.run(two.request(two.goodFiles())));
    auto environment = one.environment();
    for (const std::string& identity : {std::string(), std::string(32, 'b')}) {
        std::set<std::string> ids;
        for (const auto& date : job::serviceDates(environment, {of(one, identity), of(two, identity)}).dates)
            ids.insert(date.id);
        QCOMPARE(ids.size(), std::size_t{8});
    }
}

void TestServiceDates::service_notInstalled_hasNoDates() {
    JobScene scene(Service::StreamServer);
    const auto dates = look(scene);
    QVERIFY(dates.dates.empty());
    QVERIFY(dates.findings.empty());
    QVERIFY(dates.services.at(0).readable);
}

void TestServiceDates::service_unreadable_hidesNoOther_data() {
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("error");
    QTest::newRow("no config") << "config"
                               << "file.not-found";
    QTest::newRow("no folder") << "folder"
                               << "file.not-found";
    QTest::newRow("no such service") << "service"
                                     << "profile.unknown";
    QTest::newRow("broken YAML") << "yaml"
                                 << "config.invalid";
    QTest::newRow("a link for a config") << "link"
                                         << "file.symlink";
}

void TestServiceDates::service_unreadable_hidesNoOther() {
    QFETCH(QString, fault);
    QFETCH(QString, error);
    JobScene good(Service::StreamServer);
    JobScene bad(Service::Aoi);
    QVERIFY(good.run(good.request(good.goodFiles())));
    job::KnownService other = of(bad);
    const std::string config = bad.folder().configPath();
    if (fault == "config")
        test::removeFile(config);
    else if (fault == "folder")
        other.root += "/none";
    else if (fault == "service")
        other.service = "unheard-of";
    else if (fault == "yaml")
        bad.folder().writeConfig("cert: [\n");
    else {
        fs::rename(config, config + ".real");
        fs::create_symlink(config + ".real", config);
    }
    auto environment = good.environment();
    const auto dates = job::serviceDates(environment, {other, of(good)});
    QCOMPARE(dates.dates.size(), std::size_t{4});
    QCOMPARE(dates.findings.size(), std::size_t{1});
    QCOMPARE(dates.findings[0].severity, check::Severity::Blocker);
    const auto* told = bodyOf<check::ServiceUnreadable>(dates.findings);
    QVERIFY(told != nullptr);
    QCOMPARE(told->root, other.root);
    QCOMPARE(QString::fromStdString(told->error), error);
    QVERIFY(!dates.services[0].readable);
}

void TestServiceDates::file_missingOrOdd_isTold() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    ServiceFolder& folder = scene.folder();
    const std::string crl = folder.profile().slot("crl")->target;
    const std::string cert = folder.profile().slot("cert")->target;
    test::removeFile(folder.slotPath("crl"));
    auto dates = look(scene);
    QCOMPARE(codesOf(dates.findings), std::vector<std::string>{"!installed.missing"});
    QCOMPARE(dates.dates.size(), std::size_t{3});
    folder.write(crl, pemOf(scene.leaf()));
    folder.write(cert, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    dates = look(scene);
    QCOMPARE(codesOf(dates.findings), std::vector<std::string>{"!installed.unreadable"});
    QCOMPARE(dates.findings.size(), std::size_t{2});
    QCOMPARE(rowsOf(dates), std::vector<std::string>{"ca ca 0 CN=Root 3000"});
    // A list in two parts, one of them no list.
    folder.write(crl, pemOf(scene.leaf()) + pemOf(makeList(scene.root())) + pemOf(makeList(scene.sub())));
    QCOMPARE(rowsOf(look(scene)).at(1), std::string("crl crl 1 CN=Sub 100"));
}

void TestServiceDates::file_hidden_isTold() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    test::setMode(scene.folder().slotPath("ca"), 0);
    const auto dates = look(scene);
    const auto* told = bodyOf<check::ServiceUnreadable>(dates.findings);
    QCOMPARE(told == nullptr, runsAsRoot()); // who reads everything
    if (told == nullptr)
        return;
    QCOMPARE(told->error, std::string("file.access-denied"));
    QCOMPARE(told->about, scene.folder().slotPath("ca"));
    QCOMPARE(dates.dates.size(), std::size_t{3});
}

void TestServiceDates::retention_notADate_isTold() {
    JobScene scene(Service::Aoi);
    scene.folder().writeConfig("ca_retention_time: next year\n");
    const auto dates = look(scene);
    QCOMPARE(codesOf(dates.findings), std::vector<std::string>{"installed.not-configured"});
    QVERIFY(dates.dates.empty());
}

void TestServiceDates::dates_interrupted_endsIt() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    bool told = false;
    for (int n = 6; n < 80 && !told; n += 3) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::After);
        try {
            static_cast<void>(scene.run(scene.request(scene.goodFiles())));
        } catch (const PowerCut&) {
        }
        scene.files().disarm();
        const auto dates = look(scene);
        QCOMPARE(dates.dates.size(), std::size_t{4});
        told = has(dates.findings, "transaction.undone");
    }
    QVERIFY(told);
}

void TestServiceDates::dates_writeNothing() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    scene.files().disarm();
    look(scene);
    QCOMPARE(scene.files().operations(), 0);
}

QTEST_GUILESS_MAIN(TestServiceDates)
#include "test_service_dates.moc"

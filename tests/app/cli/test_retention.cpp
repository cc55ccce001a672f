// Why: whoever forgets this date finds an empty certificate folder; the verb must be hard to misuse.
#include <QTest>

#include "core/base/clock.h"
#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

class TestCliRetention : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void show_installed_tellsBothDates();
    void show_passed_isStatusOne();
    void days_more_movesTheDate();
    void until_day_movesTheDate();
    void change_withoutYes_needsAPerson();
    void change_shorter_warns();
    void change_nothing_isDone();
    void arguments_wrong_areRefused_data();
    void arguments_wrong_areRefused();
    void streamserver_hasNone();
    void chinese_isComplete();

  private:
    Outcome run(const Arguments& more) const { return runCli(together(m_service.verb("retention"), more)); }
    nlohmann::json json(const Arguments& more) const { return parsed(run(together(more, {"--json"})).out); }

    TemporaryFolder m_folder;
    Practice m_practice;
    Service m_installed;
    Service m_service;
    base::Time m_now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    int m_number = 0;
};

void TestCliRetention::initTestCase() {
    QVERIFY(m_practice.ok());
    m_installed = m_practice.copy("aoi", m_folder, "installed");
    QCOMPARE(runCli(m_installed.import({m_practice.material("good-pkcs12")}), usualPassword).exitCode, 0);
}

void TestCliRetention::init() {
    m_service = m_installed;
    m_service.root = m_folder.at("service" + std::to_string(++m_number));
    m_service.home = m_folder.at("home" + std::to_string(m_number));
    QVERIFY(copyTree(m_installed.root, m_service.root));
    QVERIFY(copyTree(m_installed.home, m_service.home));
}

void TestCliRetention::show_installed_tellsBothDates() {
    const auto object = json({});
    QCOMPARE(object["status"].get<int>(), 0);
    const auto& retention = object["retention"];
    QCOMPARE(retention["configKey"].get<std::string>(), std::string("ca_retention_time"));
    QVERIFY(base::parseTime(retention["date"].get<std::string>()));
    QVERIFY(base::parseTime(retention["certificateEnd"].get<std::string>()));
    QCOMPARE(retention["maximumDays"].get<int>(), 2000);
    const Outcome text = run({});
    for (const char* part : {"Kept until", "The server certificate ends", "1 to 2000 days"})
        QVERIFY2(contains(text.out, part), part);
    QCOMPARE(differences(treeOf(m_installed.root), treeOf(m_service.root)), std::string());
}

void TestCliRetention::show_passed_isStatusOne() {
    const std::string path = "service" + std::to_string(m_number) + "/config/config.yaml";
    std::string config = m_folder.read(path);
    const auto at = config.find("ca_retention_time: ");
    QVERIFY(at != std::string::npos);
    m_folder.write(path, config.substr(0, at) + "ca_retention_time: '2020-01-01 00:00:00'\n", 0640);
    const auto object = json({});
    QCOMPARE(object["status"].get<int>(), 1);
    QCOMPARE(codesOf(object), std::vector<std::string>{"retention.passed"});
    QCOMPARE(json({"--days", "900", "--yes"})["status"].get<int>(), 0);
    QCOMPARE(json({})["status"].get<int>(), 0);
}

void TestCliRetention::days_more_movesTheDate() {
    const auto object = json({"--days", "730", "--yes"});
    QCOMPARE(object["status"].get<int>(), 0);
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    QCOMPARE(object["plan"]["changes"].size(), std::size_t{1});
    const auto date = base::parseTime(json({})["retention"]["date"].get<std::string>());
    const auto off = *date - (m_now + std::chrono::days(730));
    QVERIFY(off >= off.zero() && off < std::chrono::minutes(10));
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestCliRetention::until_day_movesTheDate() {
    const std::string day = base::formatIso(m_now + std::chrono::days(800)).substr(0, 10);
    QCOMPARE(json({"--until", day, "--yes"})["status"].get<int>(), 0);
    QCOMPARE(json({})["retention"]["value"].get<std::string>(), day + " 00:00:00");
}

void TestCliRetention::change_withoutYes_needsAPerson() {
    QCOMPARE(run({"--days", "730"}).exitCode, 2);
    QCOMPARE(differences(treeOf(m_installed.root), treeOf(m_service.root)), std::string());
}

void TestCliRetention::change_shorter_warns() {
    const auto object = json({"--days", "30", "--yes"});
    QCOMPARE(object["status"].get<int>(), 0);
    const auto codes = codesOf(object, "warning");
    QVERIFY(contains(codes, "retention.shortened"));
    QVERIFY(contains(codes, "retention.before-certificate"));
}

void TestCliRetention::change_nothing_isDone() {
    const std::string value = json({})["retention"]["value"];
    const auto object = json({"--until", value});
    QCOMPARE(object["status"].get<int>(), 0);
    QVERIFY(object["plan"]["changes"].empty());
    QVERIFY(!object.contains("receipt"));
}

void TestCliRetention::arguments_wrong_areRefused_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no days") << QStringList{"--days", "0"};
    QTest::newRow("too many") << QStringList{"--days", "2001"};
    QTest::newRow("no number") << QStringList{"--days", "many"};
    QTest::newRow("negative") << QStringList{"--days=-5"};
    QTest::newRow("too large a number") << QStringList{"--days", "99999999999999"};
    QTest::newRow("no date") << QStringList{"--until", "31.12.2027"};
    QTest::newRow("no such day") << QStringList{"--until", "2027-02-30"};
    QTest::newRow("past") << QStringList{"--until", "2020-01-01"};
    QTest::newRow("too far") << QStringList{"--until", "9999-01-01"};
    QTest::newRow("both") << QStringList{"--days", "30", "--until", "2027-12-31"};
}

void TestCliRetention::arguments_wrong_areRefused() {
    QFETCH(QStringList, arguments);
    Arguments more{"--yes"};
    for (const QString& argument : arguments)
        more.push_back(argument.toStdString());
    const Outcome outcome = run(more);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.err.empty());
    QCOMPARE(differences(treeOf(m_installed.root), treeOf(m_service.root)), std::string());
}

void TestCliRetention::streamserver_hasNone() {
    const Service stream = m_practice.copy("streamserver", m_folder, "stream");
    for (const Arguments& more : {Arguments{}, Arguments{"--days", "30", "--yes"}}) {
        const Outcome outcome = runCli(together(stream.verb("retention"), more));
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(contains(outcome.out, "there is no retention date to set"));
        const auto object =
            parsed(runCli(together(stream.verb("retention"), together(more, {"--json"}))).out);
        QCOMPARE(object["error"]["code"].get<std::string>(), std::string("argument.invalid"));
    }
}

void TestCliRetention::chinese_isComplete() {
    const Outcome outcome = run({"--lang", "zh"});
    for (const char* part : {"保留至", "服务器证书", "2000 天"})
        QVERIFY2(contains(outcome.out, part), part);
    QVERIFY(!contains(outcome.out, "Kept"));
}

QTEST_GUILESS_MAIN(TestCliRetention)
#include "test_retention.moc"

// Why: administrators read the table, monitors the exit status and everybody the calendar.
#include <QTest>

#include <filesystem>
#include <set>

#include "core/base/clock.h"
#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

class TestDates : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void table_severalServices_earliestFirst();
    void table_bothLanguages_areComplete();
    void json_rows_areDocumented();
    void nothingKnown_isSaid();
    void within_edges_decideTheStatus();
    void within_damagedService_isStatusOne();
    void service_moved_isToldOnce();
    void service_gone_isForgotten();
    void list_damaged_isToldOnce();
    void one_service_needsNoList_data();
    void one_service_needsNoList();
    void unknown_names_areErrors();
    void variable_namesAService();
    void calendar_twice_movesEvents();
    void calendar_chinese_survives();
    void calendar_toStandardOutput_isAlone();
    void calendar_overAnotherFile_isRefused();
    void everything_asAnOrdinaryUserWithoutAHome_works();

  private:
    Outcome run(const Arguments& arguments, const Environment& more = {}) const {
        Environment environment{{"XDG_CONFIG_HOME", m_folder->at("config")}};
        for (const auto& [name, value] : more)
            environment[name] = value;
        return runCli(arguments, usualPassword, environment);
    }
    nlohmann::json json(const Arguments& arguments, const Environment& more = {}) const {
        return parsed(run(together(arguments, {"--json"}), more).out);
    }
    Service imported(const std::string& id, const std::string& set, const std::string& name) const {
        const Service service = m_practice.copy(id, *m_folder, name);
        const Outcome outcome = run(service.import({m_practice.material(set)}));
        return outcome.exitCode == 0 ? service : Service{};
    }
    static nlohmann::json calendar(const std::string& path) {
        const Outcome outcome = runProgram("/usr/bin/python3", {CERTWRIGHT_CALENDAR_READER, path});
        if (outcome.exitCode != 0)
            qWarning("%s", outcome.err.c_str());
        return parsed(outcome.out);
    }

    Practice m_practice;
    std::unique_ptr<TemporaryFolder> m_folder;
};

void TestDates::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestDates::init() {
    m_folder = std::make_unique<TemporaryFolder>();
    m_folder->makeFolder("config");
}

void TestDates::table_severalServices_earliestFirst() {
    const Service stream = imported("streamserver", "with-intermediate", "stream");
    const Service soon = imported("streamserver", "expires-soon", "soon");
    const Service aoi = imported("aoi", "good-pkcs12", "aoi");
    QVERIFY(!stream.root.empty() && !soon.root.empty() && !aoi.root.empty());
    const auto object = json({"dates"});
    QCOMPARE(object["status"].get<int>(), 0);
    QCOMPARE(object["services"].size(), std::size_t{3});
    QCOMPARE(object["dates"].size(), std::size_t{4 + 3 + 4});
    std::string last;
    std::set<std::string> kinds;
    std::set<std::string> ids;
    for (const auto& date : object["dates"]) {
        QVERIFY(last <= date["end"].get<std::string>());
        last = date["end"];
        kinds.insert(date["what"].get<std::string>());
        ids.insert(date["id"].get<std::string>());
    }
    QCOMPARE(kinds, (std::set<std::string>{"ca", "crl", "intermediate", "retention", "server"}));
    QCOMPARE(ids.size(), object["dates"].size());
    QCOMPARE(object["dates"][0]["root"].get<std::string>(), soon.root);
    QCOMPARE(object["dates"][0]["what"].get<std::string>(), std::string("server"));
    // Long past: still listed, with negative days.
    const Outcome past = run({"dates", "--at", "2040-01-01"});
    QCOMPARE(past.exitCode, 0);
    QVERIFY(contains(past.out, "\n-"));
}

void TestDates::table_bothLanguages_areComplete() {
    QVERIFY(!imported("aoi", "good-pkcs12", "aoi").root.empty());
    const Outcome english = run({"dates", "--within", "100"});
    for (const char* part : {"Days left", "What ends", "server certificate", "retention", "revocation list",
                             "1 date is past or comes within 100 days."})
        QVERIFY2(contains(english.out, part), part);
    const Outcome chinese = run({"dates", "--lang", "zh", "--within", "100"});
    for (const char* part : {"剩余天数", "服务器证书", "吊销列表", "保留期限", "100 天"})
        QVERIFY2(contains(chinese.out, part), part);
    for (const char* part : {"Days", "certificate", "within"})
        QVERIFY2(!contains(chinese.out, part), part);
}

void TestDates::json_rows_areDocumented() {
    QVERIFY(!imported("aoi", "good-pkcs12", "aoi").root.empty());
    const auto object = json({"dates", "--within", "3"});
    for (const char* key :
         {"service", "root", "what", "slot", "position", "name", "end", "daysLeft", "passed", "id"})
        QVERIFY2(object["dates"][0].contains(key), key);
    for (const char* key : {"service", "root", "home", "identity", "dates", "readable"})
        QVERIFY2(object["services"][0].contains(key), key);
    QCOMPARE(object["within"]["days"].get<int>(), 3);
    QCOMPARE(object["within"]["count"].get<int>(), 0);
    QVERIFY(object["findings"].is_array());
}

void TestDates::nothingKnown_isSaid() {
    const Outcome outcome = run({"dates"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(contains(outcome.out, "No service is known"));
    QCOMPARE(run({"dates", "--within", "5"}).exitCode, 0);
    QCOMPARE(run({"dates", "--within", "-1"}).exitCode, 2);
    QCOMPARE(run({"dates", "--within", "soon"}).exitCode, 2);
    QCOMPARE(run({"dates", "--at", "soon"}).exitCode, 2);
    QVERIFY(!m_folder->exists("config/certwright")); // reading makes nothing
}

void TestDates::within_edges_decideTheStatus() {
    QVERIFY(!imported("streamserver", "good-pem", "stream").root.empty());
    const auto end = base::parseTime(json({"dates"})["dates"][0]["end"].get<std::string>());
    QVERIFY(end);
    const auto status = [&](std::chrono::seconds before, const char* within) {
        return run({"dates", "--at", base::formatIso(*end - before), "--within", within}).exitCode;
    };
    const std::chrono::days days{30};
    const std::chrono::seconds second{1};
    QCOMPARE(status(days, "30"), 1);
    QCOMPARE(status(days + second, "30"), 0);
    QCOMPARE(status(days - second, "30"), 1);
    QCOMPARE(status(second, "0"), 0);
    QCOMPARE(status(second * 0, "0"), 1);
    QCOMPARE(status(-second, "0"), 1);
    QCOMPARE(run({"dates", "--at", base::formatIso(*end + second)}).exitCode, 0); // only told of
}

void TestDates::within_damagedService_isStatusOne() {
    const Service good = imported("streamserver", "good-pem", "stream");
    const Service bad = imported("aoi", "good-pkcs12", "aoi");
    QVERIFY(!good.root.empty() && !bad.root.empty());
    fs::remove(bad.root + "/config/config.yaml");
    const auto object = json({"dates", "--within", "1"});
    QCOMPARE(object["status"].get<int>(), 1);
    QCOMPARE(object["dates"].size(), std::size_t{3});
    QCOMPARE(codesOf(object), std::vector<std::string>{"service.unreadable"});
    const Outcome outcome = run({"dates"});
    QVERIFY(contains(outcome.out, "config.yaml does not exist"));
}

void TestDates::service_moved_isToldOnce() {
    const Service service = imported("streamserver", "good-pem", "stream");
    QVERIFY(!service.root.empty());
    const std::string before = json({"dates"})["dates"][0]["id"];
    fs::rename(service.root, service.root + "-2027");
    const auto told = json({"dates"});
    QCOMPARE(codesOf(told), std::vector<std::string>{"service.moved"});
    QCOMPARE(told["dates"][0]["root"].get<std::string>(), service.root + "-2027");
    QCOMPARE(told["dates"][0]["id"].get<std::string>(), before);
    QVERIFY(codesOf(json({"dates"})).empty());
}

void TestDates::service_gone_isForgotten() {
    const Service service = imported("streamserver", "good-pem", "stream");
    QVERIFY(!service.root.empty());
    fs::remove_all(service.root);
    const auto told = json({"dates", "--within", "3"});
    QCOMPARE(codesOf(told), std::vector<std::string>{"service.gone"});
    QCOMPARE(told["status"].get<int>(), 0);
    const auto forgotten = json({"dates", "--forget", service.root});
    QCOMPARE(forgotten["status"].get<int>(), 0);
    QCOMPARE(forgotten["forgotten"].get<std::string>(), service.root);
    QVERIFY(codesOf(json({"dates"})).empty());
    const auto again = json({"dates", "--forget", service.root});
    QCOMPARE(again["status"].get<int>(), 3);
    QCOMPARE(again["error"]["code"].get<std::string>(), std::string("root.unknown"));
}

void TestDates::list_damaged_isToldOnce() {
    m_folder->write("config/certwright/services.json", "{\"version\":1");
    QCOMPARE(codesOf(json({"dates"})), std::vector<std::string>{"service.list-damaged"});
    QVERIFY(codesOf(json({"dates"})).empty());
    QCOMPARE(m_folder->read("config/certwright/services.json.damaged"), std::string("{\"version\":1"));
}

void TestDates::one_service_needsNoList_data() {
    QTest::addColumn<QString>("by");
    QTest::newRow("service and root") << "both";
    QTest::newRow("root alone, known") << "root";
    QTest::newRow("root alone, unknown") << "unknown";
    QTest::newRow("service alone") << "service";
}

void TestDates::one_service_needsNoList() {
    QFETCH(QString, by);
    const Service stream = imported("streamserver", "good-pem", "stream");
    const Service aoi = imported("aoi", "good-pkcs12", "aoi");
    QVERIFY(!stream.root.empty() && !aoi.root.empty());
    Arguments arguments{"dates"};
    Environment environment;
    if (by == "both" || by == "unknown")
        environment["XDG_CONFIG_HOME"] = m_folder->at("other");
    if (by == "both" || by == "service")
        arguments = together(arguments, {"--service", "aoi"});
    if (by != "service")
        arguments = together(arguments, {"--root", aoi.root + "/."});
    const auto object = json(arguments, environment);
    QCOMPARE(object["status"].get<int>(), 0);
    QCOMPARE(object["services"].size(), std::size_t{1});
    QCOMPARE(object["services"][0]["root"].get<std::string>(), aoi.root);
    QCOMPARE(object["dates"].size(), std::size_t{4});
}

void TestDates::unknown_names_areErrors() {
    QCOMPARE(json({"dates", "--service", "unheard-of"})["status"].get<int>(), 2);
    QCOMPARE(json({"dates", "--root", m_folder->at("none")})["status"].get<int>(), 3);
    QCOMPARE(json({"dates", "--root", m_folder->path()})["error"]["code"].get<std::string>(),
             std::string("root.unknown"));
    QCOMPARE(json({"dates", "--service", "aoi"})["error"]["code"].get<std::string>(),
             std::string("root.unknown"));
    QCOMPARE(json({"dates", "--service", "aoi", "--root", m_folder->at("none")})["status"].get<int>(), 3);
}

void TestDates::variable_namesAService() {
    const Service service = imported("streamserver", "good-pem", "stream");
    const Environment here{{"XDG_CONFIG_HOME", m_folder->at("other")}, {"MX_SDK_HOME", service.root}};
    const auto object = json({"dates"}, here);
    QCOMPARE(object["services"].size(), std::size_t{1});
    QCOMPARE(object["dates"].size(), std::size_t{3});
    const Environment nowhere{{"MX_SDK_HOME", "/nowhere"}, {"XDG_CONFIG_HOME", m_folder->at("other")}};
    QCOMPARE(codesOf(json({"dates"}, nowhere)), std::vector<std::string>{"service.unreadable"});
}

void TestDates::calendar_twice_movesEvents() {
    const Service service = imported("streamserver", "expires-soon", "stream");
    const std::string path = m_folder->at("dates.ics");
    QCOMPARE(run({"dates", "--ics", path}).exitCode, 0);
    const auto before = calendar(path);
    QCOMPARE(run(service.import({m_practice.material("good-pem")})).exitCode, 0);
    const auto object = json({"dates", "--ics", path});
    QCOMPARE(object["calendar"].get<std::string>(), path);
    const auto after = calendar(path);
    QCOMPARE(before["version"].get<std::string>(), std::string("2.0"));
    QCOMPARE(before["events"].size(), std::size_t{3});
    QCOMPARE(after["events"].size(), std::size_t{3});
    std::map<std::string, std::string> first;
    int sequence = -1;
    for (const auto& event : before["events"]) {
        first[event["uid"]] = event["start"];
        sequence = event["sequence"];
        QCOMPARE(event["utc"].get<std::string>(), std::string("UTC"));
        QCOMPARE(event["alarms"].dump(),
                 std::string(R"([["DISPLAY",-30],["DISPLAY",-14],["DISPLAY",-7],["DISPLAY",-1]])"));
    }
    QCOMPARE(first.size(), std::size_t{3});
    int moved = 0;
    for (const auto& event : after["events"]) {
        QVERIFY(first.contains(event["uid"].get<std::string>()));
        QVERIFY(event["sequence"].get<int>() > sequence);
        moved += first[event["uid"].get<std::string>()] != event["start"] ? 1 : 0;
    }
    QCOMPARE(moved, 1); // the server's certificate; CA and list are the same
}

void TestDates::calendar_chinese_survives() {
    const Service aoi = imported("aoi", "good-pkcs12", "检测服务");
    QVERIFY(!aoi.root.empty());
    const std::string path = m_folder->at("日期.ics");
    QCOMPARE(run({"dates", "--lang", "zh", "--ics", path}).exitCode, 0);
    int retention = 0;
    const auto read = calendar(path);
    for (const auto& event : read["events"]) {
        QVERIFY(contains(event["description"].get<std::string>(), aoi.root));
        QVERIFY(contains(event["description"].get<std::string>(), "文件夹") ||
                contains(event["description"].get<std::string>(), "目录"));
        QVERIFY(!contains(event["summary"].get<std::string>(), "ends"));
        retention += contains(event["summary"].get<std::string>(), "保留期限") ? 1 : 0;
    }
    QCOMPARE(retention, 1);
}

void TestDates::calendar_toStandardOutput_isAlone() {
    QVERIFY(!imported("streamserver", "good-pem", "stream").root.empty());
    const Outcome outcome = run({"dates", "--ics", "-", "--json"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(calendar(m_folder->write("out.ics", outcome.out))["events"].size(), std::size_t{3});
    QCOMPARE(parsed(outcome.err)["dates"].size(), std::size_t{3});
}

void TestDates::calendar_overAnotherFile_isRefused() {
    QVERIFY(!imported("streamserver", "good-pem", "stream").root.empty());
    const std::string mine = m_folder->write("notes.txt", "mine");
    const auto object = json({"dates", "--ics", mine});
    QCOMPARE(object["status"].get<int>(), 3);
    QCOMPARE(object["error"]["code"].get<std::string>(), std::string("file.exists"));
    QCOMPARE(m_folder->read("notes.txt"), std::string("mine"));
    fs::create_symlink(mine, m_folder->at("link.ics"));
    QCOMPARE(json({"dates", "--ics", m_folder->at("link.ics")})["error"]["code"].get<std::string>(),
             std::string("file.symlink"));
    QCOMPARE(json({"dates", "--ics", m_folder->at("none/x.ics")})["status"].get<int>(), 3);
    QCOMPARE(m_folder->read("notes.txt"), std::string("mine"));
}

void TestDates::everything_asAnOrdinaryUserWithoutAHome_works() {
    const Service service = m_practice.copy("streamserver", *m_folder, "stream");
    const Environment none{{"XDG_CONFIG_HOME", "/nonexistent/a/b"}};
    QCOMPARE(run(service.import({m_practice.material("good-pem")}), none).exitCode, 0);
    QVERIFY(json({"dates"}, none)["dates"].empty());
    QCOMPARE(json(together({"dates"}, service.place()), none)["dates"].size(), std::size_t{3});
    QVERIFY(!fs::exists("/nonexistent"));
}

QTEST_GUILESS_MAIN(TestDates)
#include "test_dates.moc"

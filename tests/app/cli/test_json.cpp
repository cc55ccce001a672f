// Why: scripts read one object per run, whatever happened, with codes that stay and both languages' words.
#include <QTest>

#include <set>

#include "tests/app/cli/practice.h"

using namespace certwright::test;
using nlohmann::json;

class TestJson : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void object_everyVerb_saysVerbStatusAndVersion_data();
    void object_everyVerb_saysVerbStatusAndVersion();
    void finding_anyLanguage_holdsBothTexts();
    void error_holdsCodeSubjectAndBothTexts();
    void plan_listsEveryChange_andMasksTheSecret();
    void import_printsReceiptAndProof();
    void inspect_listsFacts();
    void profiles_listSlotsAndPlaces();
    void output_holdsNoEscapes_norNewlinesInsideText();

  private:
    TemporaryFolder m_folder;
    Practice m_practice;
    Service m_installed;
};

namespace {

bool hasBothTexts(const json& item) {
    for (const char* language : {"en", "zh"})
        for (const char* part : {"sentence", "nextStep"})
            if (item["text"][language][part].get<std::string>().empty())
                return false;
    return item["text"]["en"]["sentence"] != item["text"]["zh"]["sentence"];
}

bool isHash(const json& value) {
    const auto text = value.get<std::string>();
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

} // namespace

void TestJson::initTestCase() {
    QVERIFY(m_practice.ok());
    m_installed = m_practice.copy("streamserver", m_folder, "installed");
    QCOMPARE(runCli(m_installed.import({m_practice.material("good-pem")}), usualPassword).exitCode, 0);
}

void TestJson::object_everyVerb_saysVerbStatusAndVersion_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    const auto words = [](const Arguments& arguments) {
        QStringList list;
        for (const std::string& argument : arguments)
            list << QString::fromStdString(argument);
        return list;
    };
    const auto on = [&](const char* verb, const Arguments& more) {
        return words(together(m_installed.verb(verb), more));
    };
    const std::string good = m_practice.material("good-pem");
    const std::string bad = m_practice.material("expired");
    QTest::newRow("inspect") << words({"inspect", good + "/ca.crt"}) << 0;
    QTest::newRow("inspect, missing file") << words({"inspect", good + "/none.crt"}) << 3;
    QTest::newRow("profiles") << words({"profiles"}) << 0;
    QTest::newRow("check") << on("check", {"--password-stdin", good}) << 0;
    QTest::newRow("check, blocked") << on("check", {"--password-stdin", bad}) << 1;
    QTest::newRow("plan") << on("plan", {"--password-stdin", good}) << 0;
    QTest::newRow("plan, blocked") << on("plan", {"--password-stdin", bad}) << 1;
    QTest::newRow("import, blocked") << on("import", {"--password-stdin", "--yes", bad}) << 1;
    QTest::newRow("import") << on("import", {"--password-stdin", "--yes", good}) << 0;
    QTest::newRow("verify") << on("verify", {}) << 0;
    QTest::newRow("rotate") << on("rotate", {"--yes"}) << 0;
    QTest::newRow("unlock, to a file") << on("unlock", {"--fd", "77"}) << 3;
    QTest::newRow("practice, not empty") << words({"practice", good}) << 3;
    QTest::newRow("no root") << words({"verify", "--service", "aoi"}) << 3;
}

void TestJson::object_everyVerb_saysVerbStatusAndVersion() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    Arguments list;
    for (const QString& argument : arguments)
        list.push_back(argument.toStdString());
    const Outcome outcome = runCli(together(list, {"--json"}), usualPassword);
    const json object = parsed(outcome.out);
    QVERIFY2(object.is_object(), outcome.out.c_str());
    QCOMPARE(outcome.err, std::string());
    QVERIFY2(outcome.exitCode == status, outcome.out.c_str());
    QCOMPARE(object["status"].get<int>(), status);
    QCOMPARE(object["verb"].get<std::string>(), list.front());
    QVERIFY(!object["certwright"].get<std::string>().empty());
    QVERIFY(!contains(outcome.out, "\x1b"));
}

void TestJson::finding_anyLanguage_holdsBothTexts() {
    const Arguments arguments =
        together(m_installed.verb("plan"),
                 {"--json", "--password-stdin", "--at", "2099-01-01", m_practice.material("revoked")});
    const json english = parsed(runCli(arguments, usualPassword).out);
    const json chinese = parsed(runCli(arguments, usualPassword, {{"LANG", "zh_CN.UTF-8"}}).out);
    QVERIFY(english["findings"].size() > 1);
    QVERIFY(english == chinese);
    for (const json& finding : english["findings"]) {
        QVERIFY2(hasBothTexts(finding), finding.dump().c_str());
        QVERIFY(finding["data"].is_object());
        QVERIFY(!finding["code"].get<std::string>().empty());
        const auto severity = finding["severity"].get<std::string>();
        QVERIFY(severity == "blocker" || severity == "warning" || severity == "note");
    }
    QVERIFY2(contains(codesOf(english), "certificate.revoked"), "all at once, not the first only");
    QVERIFY(contains(codesOf(english), "certificate.expired"));
}

void TestJson::error_holdsCodeSubjectAndBothTexts() {
    const json object = parsed(runCli({"verify", "--service", "aoi", "--root", "/none", "--json"}).out);
    QVERIFY(object.contains("error"));
    QVERIFY(hasBothTexts(object["error"]));
    QVERIFY(object["error"]["subject"].is_string());
}

void TestJson::plan_listsEveryChange_andMasksTheSecret() {
    const Service service = m_practice.copy("aoi", m_folder, "planned");
    const Tree before = treeOf(service.root);
    const json object = parsed(runCli(together(service.verb("plan"), {"--json", "--password-stdin",
                                                                      m_practice.material("good-pem")}),
                                      usualPassword)
                                   .out);
    QCOMPARE(differences(before, treeOf(service.root)), std::string());
    std::set<std::string> purposes;
    for (const json& change : object["plan"]["changes"]) {
        purposes.insert(change["purpose"]);
        const auto kind = change["change"].get<std::string>();
        if (kind == "create" || kind == "replace")
            QVERIFY(isHash(change["sha256"]));
        QCOMPARE(kind == "replace", change["before"].is_object());
        QVERIFY(!change["owner"].get<std::string>().empty());
        if (change["purpose"] != "config" && kind != "make-folder")
            QCOMPARE(change["mode"].get<std::string>(), std::string("400"));
    }
    QCOMPARE(purposes.size(), std::size_t{7});
    std::string sealed;
    for (const json& line : object["plan"]["configDifference"])
        if (line["kind"] == "+" && contains(line["text"].get<std::string>(), "key_mm"))
            sealed = line["text"];
    QVERIFY(!sealed.empty());
    QVERIFY2(sealed.size() < 60 && (contains(sealed, "*") || contains(sealed, "•") || contains(sealed, "…")),
             sealed.c_str());
}

void TestJson::import_printsReceiptAndProof() {
    const Service service = m_practice.copy("aoi", m_folder, "receipt");
    const json object =
        parsed(runCli(service.import({m_practice.material("good-pkcs7")}), usualPassword).out);
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    QVERIFY(object["proof"]["passed"].size() >= 4);
    QVERIFY(contains(object["proof"]["protocol"].get<std::string>(), "TLS"));
    QVERIFY(object["receipt"]["written"].size() >= 8);
    const auto history = object["receipt"]["history"].get<std::string>();
    QCOMPARE(runProgram("test", {"-f", history + "/entry.json"}).exitCode, 0);
    QCOMPARE(object["undone"].get<bool>(), false);
}

void TestJson::inspect_listsFacts() {
    const json object =
        parsed(runCli({"inspect", "--json", m_practice.material("good-pem/server.crt"),
                       m_practice.material("good-pem/server.key"), m_practice.material("good-pem/ca.crl")})
                   .out);
    QCOMPARE(object["files"].size(), std::size_t{3});
    const std::string certificate = object["files"][0].dump();
    for (const char* fact : {"server.practice.test", "127.0.0.1", "Practice CA", "RSA", "3072"})
        QVERIFY2(contains(certificate, fact), certificate.c_str());
    const std::string key = object["files"][1].dump();
    QVERIFY2(contains(key, "PBES2") && contains(key, "2048"), key.c_str());
    QVERIFY(contains(object["files"][2].dump(), "Practice CA"));
}

void TestJson::profiles_listSlotsAndPlaces() {
    const json object = parsed(runCli({"profiles", "--json"}).out);
    std::set<std::string> ids;
    for (const json& profile : object["profiles"]) {
        ids.insert(profile["id"]);
        QVERIFY(profile["slots"].size() >= 3);
        QVERIFY(!profile["title"]["zh"].get<std::string>().empty());
    }
    QVERIFY(ids.contains("streamserver") && ids.contains("aoi"));
}

// What files hold cannot break a terminal or a log: names of certificates and of files are printed safely.
void TestJson::output_holdsNoEscapes_norNewlinesInsideText() {
    const std::string name = "evil\x1b[31m\nname.crt";
    m_folder.write(name, runProgram("cat", {m_practice.material("good-pem/ca.crt")}).out);
    for (const char* format : {"--json", "--lang=en"}) {
        const Outcome outcome = runCli({"inspect", m_folder.at(name), format});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!contains(outcome.out, "\x1b"));
        QVERIFY(!contains(outcome.out, "\\u001b"));
        QVERIFY(!contains(outcome.out, "\nname.crt"));
    }
}

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"

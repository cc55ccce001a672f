// Why: practice material teaches only if each set shows what its list says, no more and no less.
#include <QTest>

#include <set>

#include "tests/app/cli/practice.h"

using namespace certwright::test;

class TestPractice : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void readme_bothLanguages_namesEverySetAndWhatItShows();
    void set_checked_showsWhatItsListSays_data();
    void set_checked_showsWhatItsListSays();
    void set_goodForItsService_isImportedAndVerified_data();
    void set_goodForItsService_isImportedAndVerified();
    void set_bad_importRefusesAndChangesNothing_data();
    void set_bad_importRefusesAndChangesNothing();
    void readmeExample_asWritten_works();
    void folder_notEmpty_isRefused();
    void service_configs_areInTheirAwkwardShapes();

  private:
    void addSets(bool good, bool bad) const;
    nlohmann::json set(const QString& id) const;
    // copyFor copies the practice service that a set is meant for.
    Service copyFor(const nlohmann::json& set, const TemporaryFolder& into) const;

    TemporaryFolder m_folder;
    Practice m_practice;
};

void TestPractice::initTestCase() {
    QVERIFY(m_practice.ok());
    QVERIFY(m_practice.printed()["sets"].size() >= 20);
}

void TestPractice::addSets(bool good, bool bad) const {
    QTest::addColumn<QString>("id");
    for (const auto& set : m_practice.printed()["sets"]) {
        const bool isGood = set["expected"].empty();
        const auto id = QString::fromStdString(set["id"].get<std::string>());
        if (isGood ? good : bad)
            QTest::newRow(qPrintable(id)) << id;
    }
}

nlohmann::json TestPractice::set(const QString& id) const {
    for (const auto& set : m_practice.printed()["sets"])
        if (set["id"] == id.toStdString())
            return set;
    return {};
}

Service TestPractice::copyFor(const nlohmann::json& set, const TemporaryFolder& into) const {
    return m_practice.copy(set["service"], into);
}

void TestPractice::readme_bothLanguages_namesEverySetAndWhatItShows() {
    const std::string readme = runProgram("cat", {m_practice.path("README.md")}).out;
    const std::size_t middle = readme.find("\n---\n");
    QVERIFY(middle != std::string::npos);
    for (const std::string& half : {readme.substr(0, middle), readme.substr(middle)})
        for (const auto& set : m_practice.printed()["sets"]) {
            const std::size_t row = half.find("| material/" + set["id"].get<std::string>() + " |");
            QVERIFY(row != std::string::npos);
            const std::string line = half.substr(row, half.find('\n', row) - row);
            for (const auto& code : set["expected"])
                QVERIFY2(contains(line, code.get<std::string>()), line.c_str());
        }
    QVERIFY(contains(readme.substr(middle), "密码"));
    QVERIFY(!contains(readme.substr(0, middle), "密码 |"));
}

void TestPractice::set_checked_showsWhatItsListSays_data() {
    addSets(true, true);
}

void TestPractice::set_checked_showsWhatItsListSays() {
    QFETCH(QString, id);
    const nlohmann::json wanted = set(id);
    const TemporaryFolder folder;
    const Service service = copyFor(wanted, folder);
    const Outcome outcome = runCli(together(service.verb("check"), {"--json", "--password-stdin",
                                                                    m_practice.material(id.toStdString())}),
                                   wanted["password"]);
    const auto object = parsed(outcome.out);
    QVERIFY2(object.is_object(), outcome.out.c_str());
    const auto blockers = codesOf(object, "blocker");
    auto serious = codesOf(object, "warning");
    serious.insert(serious.end(), blockers.begin(), blockers.end());
    const std::set<std::string> found(serious.begin(), serious.end());
    std::set<std::string> expected = wanted["expected"];
    // What every set shows on a computer like this one.
    for (const char* usual : {"protector.builtin", "target.as-root"})
        if (found.contains(usual))
            expected.insert(usual);
    std::string list;
    for (const std::string& code : found)
        list += code + ' ';
    QVERIFY2(found == expected, list.c_str());
    QCOMPARE(outcome.exitCode, blockers.empty() ? 0 : 1);
    QCOMPARE(object["status"].get<int>(), outcome.exitCode);
}

void TestPractice::set_goodForItsService_isImportedAndVerified_data() {
    addSets(true, false);
}

void TestPractice::set_goodForItsService_isImportedAndVerified() {
    QFETCH(QString, id);
    const nlohmann::json wanted = set(id);
    const TemporaryFolder folder;
    const Service service = copyFor(wanted, folder);
    const Outcome outcome =
        runCli(service.import({m_practice.material(id.toStdString())}), wanted["password"]);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    QVERIFY(!object["undone"].get<bool>());
    const auto verified = parsed(runCli(together(service.verb("verify"), {"--json"})).out);
    QVERIFY2(verified["status"] == 0, verified.dump().c_str());
    QVERIFY(verified["proof"]["succeeded"].get<bool>());
}

void TestPractice::set_bad_importRefusesAndChangesNothing_data() {
    addSets(false, true);
}

void TestPractice::set_bad_importRefusesAndChangesNothing() {
    QFETCH(QString, id);
    const nlohmann::json wanted = set(id);
    const TemporaryFolder folder;
    const Service service = copyFor(wanted, folder);
    const Tree before = treeOf(folder.path());
    const Outcome outcome =
        runCli(service.import({m_practice.material(id.toStdString())}), wanted["password"]);
    const auto object = parsed(outcome.out);
    QVERIFY2(object.is_object(), outcome.out.c_str());
    const bool blocked = !codesOf(object, "blocker").empty();
    QCOMPARE(outcome.exitCode, blocked ? 1 : 0);
    if (blocked)
        QCOMPARE(differences(before, treeOf(folder.path())), std::string());
    else
        QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestPractice::readmeExample_asWritten_works() {
    const std::string readme = runProgram("cat", {m_practice.path("README.md")}).out;
    const TemporaryFolder folder;
    QVERIFY(copyTree(m_practice.path(""), folder.at("practice")));
    for (const std::string verb : {"check", "import", "verify"}) {
        const std::size_t start = readme.find("certwright-cli " + verb);
        QVERIFY(start != std::string::npos);
        const std::string line = readme.substr(start + 15, readme.find('\n', start) - start - 15);
        const std::string more = verb == "verify"  ? ""
                                 : verb == "check" ? " --password-stdin"
                                                   : " --password-stdin --yes";
        const Outcome outcome = runProgram(
            "sh", {"-c", "cd '" + folder.at("practice") + "' && '" + cliPath() + "' " + line + more},
            usualPassword);
        QVERIFY2(outcome.exitCode == 0, (line + outcome.out + outcome.err).c_str());
    }
}

void TestPractice::folder_notEmpty_isRefused() {
    const TemporaryFolder folder;
    folder.write("something", "x");
    const Outcome outcome = runCli({"practice", folder.path(), "--json"});
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(parsed(outcome.out)["error"]["code"].get<std::string>(), std::string("file.exists"));
    QCOMPARE(treeOf(folder.path()).size(), std::size_t{1});
}

void TestPractice::service_configs_areInTheirAwkwardShapes() {
    const std::string shipped =
        runProgram("cat", {m_practice.path("services/streamserver/config/streamserver.conf")}).out;
    QVERIFY(!shipped.ends_with('\n'));
    QVERIFY(contains(shipped, "\nserver_key_mm=\n"));
    const std::string newer =
        runProgram("cat", {m_practice.path("services/streamserver-new/config/streamserver.conf")}).out;
    QVERIFY(!contains(newer, "server_crt"));
    const std::string aoi = runProgram("cat", {m_practice.path("services/aoi/config/config.yaml")}).out;
    QVERIFY(contains(aoi, "check_cert_holder:"));
}

QTEST_GUILESS_MAIN(TestPractice)
#include "test_practice.moc"

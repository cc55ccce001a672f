// Why: the verbs of the past as people have them: what was done, back to it, taken over, handed over.
#include <QTest>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;

class TestPast : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void history_listsNewestFirst_data();
    void history_listsNewestFirst();
    void history_ofOne_tellsAll();
    void history_unknownId_fails();
    void history_prune_wipesBeyondTheLimits();
    void history_limits_outOfRange_areRefused();
    void rollback_withoutId_bringsTheOldStateBack();
    void rollback_toAnId_afterHandEdits_mergesTheConfig();
    void rollback_withoutQuestion_needsYes();
    void rollback_nothing_isDone();
    void adopt_changesNothing();
    void adopt_asksNobodyAndIsDoneOnce();
    void report_html_isWholeAndHarmless_data();
    void report_html_isWholeAndHarmless();
    void report_text_hasBothLanguages();
    void report_output_isNeverOverwritten();
    void report_holdsNoSecret();

  private:
    Service service(const std::string& id, const std::string& name) {
        return m_practice.copy(id, m_folder, name);
    }
    bool import(const Service& service, const std::string& set) {
        return runCli(service.import({m_practice.material(set)}), usualPassword).exitCode == 0;
    }
    static nlohmann::json history(const Service& service) {
        return parsed(runCli(together(service.verb("history"), {"--json"})).out)["history"];
    }
    static std::string idAt(const Service& service, std::size_t index) {
        return history(service)["entries"][index]["id"];
    }
    static Outcome rollback(const Service& service, const Arguments& more = {}) {
        return runCli(together(together(service.verb("rollback"), {"--yes", "--json"}), more));
    }

    Practice m_practice;
    TemporaryFolder m_folder;
};

void TestPast::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestPast::history_listsNewestFirst_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("word");
    QTest::addRow("en") << "en"
                        << "import";
    QTest::addRow("zh") << "zh"
                        << "";
}

void TestPast::history_listsNewestFirst() {
    QFETCH(QString, language);
    QFETCH(QString, word);
    const Service one = service("streamserver", "list-" + language.toStdString());
    const Outcome none = runCli(one.verb("history"));
    QCOMPARE(none.exitCode, 0);
    QVERIFY(import(one, "good-pem"));
    QVERIFY(import(one, "with-intermediate"));
    const auto object = history(one);
    QCOMPARE(object["entries"].size(), std::size_t{2});
    QVERIFY(object["entries"][0]["sequence"] > object["entries"][1]["sequence"]);
    QCOMPARE(object["entries"][0]["proof"].get<std::string>(), std::string("passed"));
    QVERIFY(object["damaged"].empty());
    const Outcome shown = runCli(together(one.verb("history"), {"--lang", language.toStdString()}));
    QCOMPARE(shown.exitCode, 0);
    const std::size_t newer = shown.out.find(object["entries"][0]["id"].get<std::string>());
    const std::size_t older = shown.out.find(object["entries"][1]["id"].get<std::string>());
    QVERIFY(newer < older && older != std::string::npos);
    QVERIFY(contains(shown.out, word.toStdString()));
}

void TestPast::history_ofOne_tellsAll() {
    const Service one = service("aoi", "one");
    QVERIFY(import(one, "good-pem"));
    const std::string id = idAt(one, 0);
    const Outcome shown = runCli(together(one.verb("history"), {id.substr(0, 22)}));
    QCOMPARE(shown.exitCode, 0);
    for (const std::string& part : {id, std::string("server.crt"), std::string("TLSv1.3"),
                                    std::string("ca_retention_time"), std::string("********")})
        QVERIFY2(contains(shown.out, part), shown.out.c_str());
    QVERIFY(!contains(shown.out, "cw1."));
    const auto object = parsed(runCli(together(one.verb("history"), {id, "--json"})).out)["entry"];
    QCOMPARE(object["operation"].get<std::string>(), std::string("import"));
    QVERIFY(object["findings"].size() > 0);
    QVERIFY(object["state"].size() > 5);
}

void TestPast::history_unknownId_fails() {
    const Service one = service("streamserver", "unknown");
    const Outcome outcome = runCli(together(one.verb("history"), {"no-such", "--json"}));
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(parsed(outcome.out)["error"]["code"].get<std::string>(), std::string("history.unknown"));
    QCOMPARE(runCli(together(one.verb("rollback"), {"--yes"})).exitCode, 3);
    QCOMPARE(runCli(one.verb("report")).exitCode, 3);
}

void TestPast::history_prune_wipesBeyondTheLimits() {
    const Service one = service("streamserver", "prune");
    for (const char* set : {"good-pem", "with-intermediate", "good-pem"})
        QVERIFY(import(one, set));
    const auto before = treeOf(one.root);
    const std::string newest = idAt(one, 0);
    const Arguments prune = together(one.verb("history"), {"--prune", "--keep", "2", "--json"});
    QCOMPARE(runCli(prune).exitCode, 2); // nobody can be asked
    QCOMPARE(history(one)["entries"].size(), std::size_t{3});
    QCOMPARE(history(one)["limits"]["count"].get<int>(), 2); // remembered all the same
    const Outcome pruned = runCli(together(prune, {"--yes"}));
    QCOMPARE(pruned.exitCode, 0);
    QCOMPARE(parsed(pruned.out)["wiped"].size(), std::size_t{1});
    QCOMPARE(history(one)["entries"].size(), std::size_t{2});
    QCOMPARE(idAt(one, 0), newest);
    QCOMPARE(differences(treeOf(one.root), before), std::string{});
    const Outcome again = runCli(together(one.verb("history"), {"--prune"}));
    QCOMPARE(again.exitCode, 0); // nothing to wipe, so nothing to ask
    QVERIFY(import(one, "with-intermediate"));
    QCOMPARE(history(one)["entries"].size(), std::size_t{2});
}

void TestPast::history_limits_outOfRange_areRefused() {
    const Service one = service("streamserver", "range");
    for (const char* value : {"0", "100001"})
        QCOMPARE(runCli(together(one.verb("history"), {"--keep", value})).exitCode, 2);
    QCOMPARE(runCli(together(one.verb("history"), {"--keep-days", "0"})).exitCode, 2);
    QCOMPARE(history(one)["limits"]["count"].get<int>(), 10);
}

void TestPast::rollback_withoutId_bringsTheOldStateBack() {
    for (const char* id : {"streamserver", "aoi"}) {
        const Service one = service(id, std::string("back-") + id);
        QVERIFY(import(one, "good-pem"));
        const auto first = treeOf(one.root);
        const auto firstHome = treeOf(one.home);
        QVERIFY(import(one, "with-intermediate"));
        const auto second = treeOf(one.root);
        const Outcome back = rollback(one);
        QVERIFY2(back.exitCode == 0, back.out.c_str());
        QVERIFY(parsed(back.out)["proof"]["succeeded"].get<bool>());
        QCOMPARE(differences(treeOf(one.root), first), std::string{});
        QCOMPARE(differences(treeOf(one.home), firstHome), std::string{});
        QCOMPARE(rollback(one).exitCode, 0);
        QCOMPARE(differences(treeOf(one.root), second), std::string{});
        QCOMPARE(runCli(one.verb("verify")).exitCode, 0);
    }
}

void TestPast::rollback_toAnId_afterHandEdits_mergesTheConfig() {
    const Service one = service("streamserver", "edited");
    QVERIFY(import(one, "good-pem"));
    const std::string id = idAt(one, 0);
    QVERIFY(import(one, "with-intermediate"));
    const std::string config = one.root + "/config/streamserver.conf";
    std::ofstream(config, std::ios::app) << "\nby_hand=yes";
    const Outcome shown = runCli(together(one.verb("rollback"), {id}));
    QVERIFY(contains(shown.out, "server_key_mm=********"));
    const Outcome back = rollback(one, {id});
    QVERIFY2(back.exitCode == 0, back.out.c_str());
    QVERIFY(contains(codesOf(parsed(back.out)), "rollback.config-merged"));
    QVERIFY(contains(treeOf(one.root)["config/streamserver.conf"], "\nby_hand=yes"));
    QCOMPARE(runCli(one.verb("verify")).exitCode, 0);
}

void TestPast::rollback_withoutQuestion_needsYes() {
    const Service one = service("streamserver", "question");
    QVERIFY(import(one, "good-pem"));
    QVERIFY(import(one, "with-intermediate"));
    const auto before = treeOf(one.root);
    QCOMPARE(runCli(one.verb("rollback")).exitCode, 2);
    QCOMPARE(differences(treeOf(one.root), before), std::string{});
}

void TestPast::rollback_nothing_isDone() {
    const Service one = service("streamserver", "nothing");
    QVERIFY(import(one, "good-pem"));
    const Outcome outcome = rollback(one, {idAt(one, 0)});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(contains(codesOf(parsed(outcome.out)), "rollback.nothing"));
    QCOMPARE(history(one)["entries"].size(), std::size_t{1});
}

void TestPast::adopt_changesNothing() {
    for (const char* id : {"streamserver", "aoi"}) {
        const Service one = service(id, std::string("adopt-") + id);
        QVERIFY(import(one, "good-pem"));
        QCOMPARE(runProgram("rm", {"-rf", one.root + "/.certwright"}).exitCode, 0);
        const auto before = treeOf(one.root);
        const auto home = treeOf(one.home);
        const Outcome adopted = runCli(together(one.verb("adopt"), {"--json"}));
        QVERIFY2(adopted.exitCode == 0, adopted.out.c_str());
        QCOMPARE(differences(treeOf(one.root), before), std::string{});
        QCOMPARE(differences(treeOf(one.home), home), std::string{});
        QVERIFY(import(one, "with-intermediate"));
        QCOMPARE(rollback(one, {parsed(adopted.out)["receipt"]["id"]}).exitCode, 0);
        QCOMPARE(differences(treeOf(one.root), before), std::string{});
    }
}

void TestPast::adopt_asksNobodyAndIsDoneOnce() {
    const Service one = service("streamserver", "adopt-once");
    QCOMPARE(runCli(one.verb("adopt")).exitCode, 0);
    const Outcome again = runCli(together(one.verb("adopt"), {"--json"}));
    QCOMPARE(again.exitCode, 0);
    QVERIFY(contains(codesOf(parsed(again.out)), "adopt.already"));
    QCOMPARE(history(one)["entries"].size(), std::size_t{1});
}

void TestPast::report_html_isWholeAndHarmless_data() {
    QTest::addColumn<QString>("language");
    for (const char* language : {"en", "zh", "both"})
        QTest::addRow("%s", language) << language;
}

void TestPast::report_html_isWholeAndHarmless() {
    QFETCH(QString, language);
    const Service one = service("aoi", "html-" + language.toStdString());
    QVERIFY(import(one, "good-pem"));
    const Arguments report =
        together(one.verb("report"), {"--format", "html", "--lang", language.toStdString()});
    const Outcome printed = runCli(report);
    QCOMPARE(printed.exitCode, 0);
    const Outcome structure = runProgram("python3", {CERTWRIGHT_REPORT_STRUCTURE}, printed.out);
    QVERIFY2(structure.exitCode == 0, structure.err.c_str());
    QVERIFY2(!contains(structure.out, "FAULT"), structure.out.c_str());
    QVERIFY(contains(structure.out, idAt(one, 0)));
    QVERIFY(contains(structure.out, "Certificate hand-over record") == (language != "zh"));
}

void TestPast::report_text_hasBothLanguages() {
    const Service one = service("streamserver", "text");
    QVERIFY(import(one, "good-pem"));
    const Outcome both = runCli(together(one.verb("report"), {"--lang", "both"}));
    QCOMPARE(both.exitCode, 0);
    QVERIFY(contains(both.out, "Certificate hand-over record"));
    const Outcome chinese = runCli(together(one.verb("report"), {"--lang", "zh"}));
    QVERIFY(both.out.size() > chinese.out.size());
    QVERIFY(contains(both.out, "TLSv1.3") && contains(chinese.out, "TLSv1.3"));
}

void TestPast::report_output_isNeverOverwritten() {
    const Service one = service("streamserver", "output");
    QVERIFY(import(one, "good-pem"));
    const std::string path = m_folder.at("report.html");
    const Arguments report = together(one.verb("report"), {"--format", "html", "--output", path, "--json"});
    const Outcome first = runCli(report);
    QVERIFY2(first.exitCode == 0, first.out.c_str());
    QCOMPARE(m_folder.modeOf("report.html"), 0644U);
    const std::string content = m_folder.read("report.html");
    QVERIFY(content.starts_with("<!DOCTYPE html>"));
    const Outcome again = runCli(report);
    QCOMPARE(again.exitCode, 3);
    QCOMPARE(parsed(again.out)["error"]["code"].get<std::string>(), std::string("file.exists"));
    QCOMPARE(m_folder.read("report.html"), content);
    const std::string link = m_folder.at("link.html");
    QCOMPARE(::symlink(m_folder.at("elsewhere.html").c_str(), link.c_str()), 0);
    QCOMPARE(runCli(together(one.verb("report"), {"--output", link})).exitCode, 3);
    QVERIFY(!m_folder.exists("elsewhere.html"));
    QCOMPARE(runCli(together(one.verb("report"), {"--output", m_folder.at("no/such/r.txt")})).exitCode, 3);
}

void TestPast::report_holdsNoSecret() {
    const Service one = service("streamserver", "secret");
    QVERIFY(import(one, "good-pem"));
    for (const char* format : {"text", "html"}) {
        const Outcome report = runCli(together(one.verb("report"), {"--format", format, "--json"}));
        QCOMPARE(report.exitCode, 0);
        for (const std::string& secret : {std::string("cw1."), std::string("PRIVATE KEY")})
            QVERIFY2(!contains(report.out, secret), secret.c_str());
    }
}

QTEST_GUILESS_MAIN(TestPast)
#include "test_past.moc"

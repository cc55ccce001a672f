// Why: renewing a list and cleaning up are typed by people in a hurry, in two languages, and by scripts.
#include <QTest>

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/renewals.h"
#include "tests/app/cli/terminal_session.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

namespace {

const std::string listName = "sample/mxVision/streamserver/keys/ca.crl";

std::string contentOf(const std::string& path) {
    return runProgram("cat", {path}).out;
}

std::vector<std::string> resultsOf(const nlohmann::json& object) {
    std::vector<std::string> results;
    if (object.is_object() && object.contains("wiped"))
        for (const auto& file : object["wiped"])
            results.push_back(file["result"]);
    return results;
}

using Strings = std::vector<std::string>;

} // namespace

class TestCare : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void init();
    void list_newer_isTakenUp();
    void list_older_needsTheOption();
    void list_misnamed_isAUsageError();
    void list_notConfigured_isRefused();
    void list_told_inBothLanguages();
    void clean_sources_areOverwrittenAndGone();
    void clean_withoutPassword_keepsTheKey();
    void clean_brokenInstallation_isRefused();
    void clean_nothingNamed_isAUsageError();
    void clean_strayKeys_areFound();
    void clean_again_isDone();
    void clean_unwritableFolder_isToldWithStatus3();
    void clean_told_inBothLanguages();
    void clean_atATerminal_asks_data();
    void clean_atATerminal_asks();
    void import_clean_removesItsSources();
    void import_cleanAtATerminal_asksForNoSecondPassword();
    void import_atATerminal_namesTheCommand();
    void replace_clean_removesItsSources();

  private:
    Outcome clean(const Arguments& more, const std::string& password = usualPassword) const {
        return runCli(together(m_service.verb("clean"), more), password);
    }

    TemporaryFolder m_folder;
    Practice m_practice;
    Renewals m_renewals;
    Service m_service;
    std::string m_source;
    int m_number = 0;
};

void TestCare::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestCare::init() {
    const std::string name = "service" + std::to_string(++m_number);
    m_service = m_practice.copy("streamserver", m_folder, name);
    m_source = m_folder.at(name + "-source");
    QVERIFY(copyTree(m_renewals.full(0), m_source));
    const Outcome outcome = runCli(m_service.import({m_source}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
}

void TestCare::list_newer_isTakenUp() {
    const std::string list = m_renewals.list(5);
    const Outcome outcome = runCli(together(m_service.verb("crl-update"), {"--yes", "--json", list}));
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QCOMPARE(object["plan"]["changes"].size(), std::size_t{1});
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    QVERIFY(object.contains("receipt"));
    QVERIFY(contains(codesOf(object), "swap.stepwise"));
    QCOMPARE(contentOf(m_service.root + "/" + listName), contentOf(list));
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestCare::list_older_needsTheOption() {
    QCOMPARE(runCli(together(m_service.verb("crl-update"), {"--yes", m_renewals.list(5)})).exitCode, 0);
    const Arguments older = together(m_service.verb("crl-update"), {"--yes", "--json", m_renewals.list(3)});
    const Outcome refused = runCli(older);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(refused.out), "blocker"), "crl.older"));
    const Outcome allowed = runCli(together(older, {"--allow-older"}));
    QVERIFY2(allowed.exitCode == 0, allowed.out.c_str());
    QVERIFY(contains(codesOf(parsed(allowed.out), "warning"), "crl.older"));
}

void TestCare::list_misnamed_isAUsageError() {
    const std::string list = m_renewals.list(5);
    QCOMPARE(runCli(m_service.verb("crl-update")).exitCode, 2);
    QCOMPARE(runCli(together(m_service.verb("crl-update"), {"--file", "cert=" + list})).exitCode, 2);
    QCOMPARE(runCli(together(m_service.verb("crl-update"), {"--at", "noon", list})).exitCode, 2);
    QCOMPARE(runCli(together(m_service.verb("crl-update"), {list})).exitCode, 2); // nobody can be asked
    const auto named = runCli(together(m_service.verb("crl-update"), {"--yes", "--file", "crl=" + list}));
    QVERIFY2(named.exitCode == 0, named.out.c_str());
}

void TestCare::list_notConfigured_isRefused() {
    const std::string config = m_service.root + "/config/streamserver.conf";
    QCOMPARE(runProgram("sed", {"-i", "s/^crl=.*/crl=/", config}).exitCode, 0);
    const Tree before = treeOf(m_service.root);
    const Outcome outcome =
        runCli(together(m_service.verb("crl-update"), {"--yes", "--json", m_renewals.list(5)}));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(codesOf(parsed(outcome.out), "blocker"), Strings{"crl.not-configured"});
    QCOMPARE(differences(before, treeOf(m_service.root)), std::string());
}

void TestCare::list_told_inBothLanguages() {
    const Arguments words = together(m_service.verb("crl-update"), {"--yes"});
    const Outcome english = runCli(together(words, {m_renewals.list(5)}));
    QVERIFY2(contains(english.out, "takes the new one up by itself"), english.out.c_str());
    QVERIFY2(!contains(english.out, "Restart the service now"), english.out.c_str());
    const Outcome chinese = runCli(together(words, {"--lang", "zh", m_renewals.list(6)}));
    QCOMPARE(chinese.exitCode, 0);
    QVERIFY2(contains(chinese.out, "吊销列表"), chinese.out.c_str());
}

void TestCare::clean_sources_areOverwrittenAndGone() {
    const std::string key = m_source + "/server.key";
    fs::permissions(key, fs::perms(0400));
    const auto size = fs::file_size(key);
    const int keyhole = ::open(key.c_str(), O_RDONLY);
    const Tree before = treeOf(m_service.root);
    const Outcome outcome = clean({"--yes", "--json", "--password-stdin", m_source});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QCOMPARE(object["cleanUp"]["files"].size(), std::size_t{4});
    QCOMPARE(resultsOf(object), (Strings{"removed", "removed", "removed", "removed"}));
    QVERIFY(contains(codesOf(object), "clean.limits"));
    QVERIFY(fs::is_empty(m_source));
    std::string now(size + 1, '?');
    QCOMPARE(::pread(keyhole, now.data(), now.size(), 0), static_cast<ssize_t>(size));
    ::close(keyhole);
    QCOMPARE(now.substr(0, size), std::string(size, '\0'));
    QCOMPARE(differences(before, treeOf(m_service.root)), std::string());
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

void TestCare::clean_withoutPassword_keepsTheKey() {
    const Outcome outcome = clean({"--yes", "--json", "--password-stdin", m_source}, "wrong");
    QCOMPARE(outcome.exitCode, 0);
    const auto object = parsed(outcome.out);
    QCOMPARE(resultsOf(object).size(), std::size_t{3});
    QVERIFY(contains(codesOf(object), "clean.key-unknown"));
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::clean_brokenInstallation_isRefused() {
    const std::string ca = m_service.root + "/sample/mxVision/streamserver/keys/ca.crt";
    fs::permissions(ca, fs::perms(0644));
    const Outcome outcome = clean({"--yes", "--json", "--password-stdin", m_source});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "installed.mode"));
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::clean_nothingNamed_isAUsageError() {
    QCOMPARE(clean({}).exitCode, 2);
    const Outcome unasked = clean({"--password-stdin", m_source});
    QCOMPARE(unasked.exitCode, 2);
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::clean_strayKeys_areFound() {
    fs::create_directories(m_folder.at("home/old/.cache"));
    const std::string stray = m_folder.at("home/old/.cache/k");
    fs::copy_file(m_source + "/server.key", stray, fs::copy_options::overwrite_existing);
    fs::create_symlink(m_source + "/server.key", m_folder.at("home/link.key"));
    const Outcome outcome = clean({"--yes", "--json", "--password-stdin", "--keys-in", m_folder.at("home")});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QCOMPARE(codesOf(object, "warning"), Strings{"clean.key-copy"});
    QCOMPARE(resultsOf(object), Strings{"removed"});
    QVERIFY(!fs::exists(stray));
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::clean_again_isDone() {
    const Arguments words{"--yes", "--json", "--password-stdin", m_source + "/server.key",
                          m_source + "/ca.crt"};
    QCOMPARE(clean(words).exitCode, 0);
    const Outcome again = clean(words);
    QCOMPARE(again.exitCode, 0);
    QCOMPARE(codesOf(parsed(again.out), "warning"), (Strings{"file.unreadable", "file.unreadable"}));
}

void TestCare::clean_unwritableFolder_isToldWithStatus3() {
    fs::permissions(m_source, fs::perms(0500));
    const Outcome outcome = clean({"--yes", "--json", "--password-stdin", m_source});
    fs::permissions(m_source, fs::perms(0700));
    if (runsAsRoot()) { // modes mean nothing to root
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(resultsOf(parsed(outcome.out)), (Strings{"removed", "removed", "removed", "removed"}));
        return;
    }
    QCOMPARE(outcome.exitCode, 3);
    QCOMPARE(resultsOf(parsed(outcome.out)),
             (Strings{"overwritten", "overwritten", "overwritten", "overwritten"}));
    // Named one by one, what is left can be removed.
    const Outcome again =
        clean({"--yes", "--json", "--password-stdin", m_source + "/server.key", m_source + "/ca.crt"});
    QCOMPARE(resultsOf(parsed(again.out)), (Strings{"removed", "removed"}));
}

void TestCare::clean_told_inBothLanguages() {
    const Outcome english = clean({"--yes", "--password-stdin", m_source + "/ca.crt"});
    QVERIFY2(contains(english.out, "Files to overwrite and remove"), english.out.c_str());
    QVERIFY2(contains(english.out, " overwritten and removed."), english.out.c_str());
    const Outcome chinese = clean({"--yes", "--lang", "zh", "--password-stdin", m_source + "/server.crt"});
    QCOMPARE(chinese.exitCode, 0);
    QVERIFY2(contains(chinese.out, "覆盖并删除"), chinese.out.c_str());
}

void TestCare::clean_atATerminal_asks_data() {
    QTest::addColumn<std::string>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("yes") << std::string("y\n") << 0;
    QTest::newRow("no") << std::string("n\n") << 130;
    QTest::newRow("just Enter") << std::string("\n") << 130;
}

void TestCare::clean_atATerminal_asks() {
    QFETCH(std::string, answer);
    QFETCH(int, status);
    TerminalSession session(
        together(together({cliPath()}, m_service.verb("clean")), {m_source + "/server.key"}));
    QVERIFY(session.terminal().expect("server.key: "));
    session.terminal().type(usualPassword + "\n");
    QVERIFY(session.terminal().expect("these files? [y/N] "));
    session.terminal().type(answer);
    QCOMPARE(session.finish(), status);
    QCOMPARE(fs::exists(m_source + "/server.key"), status != 0);
}

void TestCare::import_clean_removesItsSources() {
    const Outcome outcome = runCli(m_service.import({"--clean", m_source}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QVERIFY(object.contains("receipt"));
    QCOMPARE(resultsOf(object).size(), std::size_t{4});
    QVERIFY(fs::is_empty(m_source));
    QVERIFY(!contains(codesOf(object), "clean.limits")); // those are the import's
    QVERIFY(contains(codesOf(object["cleanUp"]), "clean.limits"));
}

void TestCare::import_cleanAtATerminal_asksForNoSecondPassword() {
    TerminalSession session(together(together({cliPath()}, m_service.verb("import")), {"--clean", m_source}));
    QVERIFY(session.terminal().expect("server.key: "));
    session.terminal().type(usualPassword + "\n");
    QVERIFY(session.terminal().expect("these changes? [y/N] "));
    session.terminal().type("y\n");
    QVERIFY(session.terminal().expect("these files? [y/N] "));
    session.terminal().type("n\n");
    QCOMPARE(session.finish(), 0); // the import is done and stays
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::import_atATerminal_namesTheCommand() {
    TerminalSession session(together(together({cliPath()}, m_service.verb("import")), {"--yes", m_source}));
    QVERIFY(session.terminal().expect("server.key: "));
    session.terminal().type(usualPassword + "\n");
    QCOMPARE(session.finish(), 0);
    QVERIFY(contains(session.terminal().seen(), "certwright-cli clean --service streamserver"));
    QVERIFY(fs::exists(m_source + "/server.key"));
}

void TestCare::replace_clean_removesItsSources() {
    const std::string next = m_folder.at("next" + std::to_string(m_number));
    QVERIFY(copyTree(m_renewals.full(1), next));
    const Outcome outcome =
        runCli(together(m_service.verb("replace"), {"--yes", "--json", "--password-stdin", "--clean", next}),
               usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QVERIFY2(!resultsOf(object).empty(), outcome.out.c_str());
    QVERIFY(!fs::exists(next + "/server.key"));
    QCOMPARE(runCli(m_service.verb("verify")).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCare)
#include "test_care.moc"

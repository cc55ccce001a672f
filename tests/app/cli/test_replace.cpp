// Why: the renewal as an administrator does it: see old beside new, say yes, and have the service start.
#include <QTest>

#include "tests/app/cli/renewals.h"

using namespace certwright::test;

namespace {

const std::string keys = "sample/mxVision/streamserver/keys/";

// changed names the files that differ between two trees.
std::vector<std::string> changed(const Tree& before, const Tree& after) {
    std::vector<std::string> names;
    for (const auto& [path, entry] : after)
        if (const auto old = before.find(path); old == before.end() || old->second != entry)
            names.push_back(path);
    for (const auto& [path, entry] : before)
        if (!after.contains(path))
            names.push_back(path);
    return names;
}

Arguments replacing(const Service& service, const Arguments& what) {
    return together(together(service.verb("replace"), {"--yes", "--json"}), what);
}

} // namespace

class TestReplace : public QObject {
    Q_OBJECT

  private:
    // installed is a fresh copy of a practice service with generation 0 in it.
    Service installed(const std::string& id, const std::string& name) {
        Service service = m_practice.copy(id, m_folder, name);
        const Outcome outcome = runCli(service.import({m_renewals.full(0)}), usualPassword);
        if (outcome.exitCode != 0)
            qFatal("%s", outcome.out.substr(0, 2000).c_str());
        return service;
    }

    TemporaryFolder m_folder;
    Practice m_practice;
    Renewals m_renewals;

  private Q_SLOTS:
    void initTestCase();
    void replace_certificate_changesOneFile();
    void replace_pages_tellOldBesideNew_data();
    void replace_pages_tellOldBesideNew();
    void replace_newKey_asksForItsPasswordOnly();
    void replace_aoi_homeCopiesFollow();
    void replace_without_emptiesTheList();
    void replace_again_hasNothingToDo();
    void replace_foreignCa_saysTheWayOut();
    void replace_nothingInstalled_isRefused();
    void replace_misunderstood_exits2_data();
    void replace_misunderstood_exits2();
    void replace_withoutYes_withoutTerminal_changesNothing();
};

void TestReplace::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestReplace::replace_certificate_changesOneFile() {
    const Service service = installed("streamserver", "one");
    const Tree before = treeOf(service.root);
    const Outcome outcome = runCli(replacing(service, {"--cert", m_renewals.certificate(1, KeyUse::Same)}));
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    const auto object = parsed(outcome.out);
    QCOMPARE(changed(before, treeOf(service.root)), std::vector<std::string>{keys + "server.crt"});
    QCOMPARE(object["plan"]["changes"].size(), std::size_t{1});
    QCOMPARE(object["selected"].size(), std::size_t{1});
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    const auto& comparison = object["comparison"];
    QCOMPARE(comparison["key"].get<std::string>(), std::string("same"));
    QCOMPARE(comparison["certificate"].get<std::string>(), std::string("new"));
    QCOMPARE(comparison["ca"].get<std::string>(), std::string("known"));
    QVERIFY(comparison["installed"]["sha256"] != comparison["new"]["sha256"]);
    QVERIFY(comparison["daysGained"].is_number_integer());
    QVERIFY(comparison["namesLost"].is_array());
    QVERIFY(contains(codesOf(object, "note"), "swap.one-step"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestReplace::replace_pages_tellOldBesideNew_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("en") << "en"
                        << QStringList{"Installed and new", "Valid until", "The key is a new one.",
                                       "Changes in", "Restart the service now"};
    QTest::newRow("zh") << "zh" << QStringList{"已安装与新的", "失效时间", "私钥是新的。", "中的改动"};
}

void TestReplace::replace_pages_tellOldBesideNew() {
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    const Service service = installed("streamserver", "page-" + language.toStdString());
    const Outcome outcome = runCli(
        together(service.verb("replace"), {"--yes", "--password-stdin", "--lang", language.toStdString(),
                                           "--cert", m_renewals.certificate(1), "--key", m_renewals.key(1)}),
        usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    for (const QString& word : words)
        QVERIFY2(contains(outcome.out, word.toStdString()), qPrintable(word));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestReplace::replace_newKey_asksForItsPasswordOnly() {
    const Service service = installed("streamserver", "key");
    const Tree before = treeOf(service.root);
    const Arguments what{"--cert", m_renewals.certificate(1), "--key", m_renewals.key(1)};
    const Outcome refused = runCli(replacing(service, together({"--password-stdin"}, what)), "wrong");
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(refused.out)), "key.password-wrong"));
    QCOMPARE(treeOf(service.root), before);
    const Outcome outcome = runCli(replacing(service, together({"--password-stdin"}, what)), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(changed(before, treeOf(service.root)),
             (std::vector<std::string>{keys + "server.crt", keys + "server.key"}));
    QVERIFY(!contains(outcome.out, usualPassword + "\""));
}

void TestReplace::replace_aoi_homeCopiesFollow() {
    const Service service = installed("aoi", "aoi");
    const Tree home = treeOf(service.home);
    const Outcome outcome = runCli(replacing(service, {"--password-stdin", m_renewals.certificate(1),
                                                       m_renewals.key(1), "--set", "retention-days=900"}),
                                   usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(changed(home, treeOf(service.home)),
             (std::vector<std::string>{"aoi_service/key.bak", "aoi_service/key.hash"}));
    QVERIFY(contains(codesOf(parsed(outcome.out), "warning"), "swap.stepwise"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestReplace::replace_without_emptiesTheList() {
    const Service service = installed("streamserver", "without");
    const Outcome outcome = runCli(replacing(service, {"--without", "crl"}));
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(!treeOf(service.root).contains(keys + "ca.crl"));
    QVERIFY(contains(treeOf(service.root).at("config/streamserver.conf"), "\ncrl=\n"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestReplace::replace_again_hasNothingToDo() {
    const Service service = installed("streamserver", "again");
    const Tree before = treeOf(service.root);
    const Outcome outcome = runCli(replacing(service, {"--cert", m_renewals.certificate(0)}));
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(contains(codesOf(parsed(outcome.out)), "replace.nothing"));
    QVERIFY(!parsed(outcome.out).contains("receipt"));
    QCOMPARE(treeOf(service.root), before);
}

void TestReplace::replace_foreignCa_saysTheWayOut() {
    const Service service = installed("streamserver", "foreign");
    const Tree before = treeOf(service.root);
    const std::string other = m_practice.material("good-pem/");
    const Arguments what{"--password-stdin", "--yes", other + "ca.crt", other + "server.crt",
                         other + "server.key"};
    const Outcome refused = runCli(together(service.verb("replace"), what), usualPassword);
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(contains(refused.out, "--without crl"), refused.out.c_str());
    QCOMPARE(treeOf(service.root), before);
    const Outcome outcome =
        runCli(replacing(service, {"--password-stdin", m_practice.material("good-pem")}), usualPassword);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(contains(codesOf(parsed(outcome.out), "warning"), "replace.ca-changed"));
    QCOMPARE(runCli(service.verb("verify")).exitCode, 0);
}

void TestReplace::replace_nothingInstalled_isRefused() {
    const Service service = m_practice.copy("streamserver", m_folder, "empty");
    const Tree before = treeOf(service.root);
    const Outcome outcome = runCli(replacing(service, {m_renewals.full(0)}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "replace.not-installed"));
    QCOMPARE(treeOf(service.root), before);
}

void TestReplace::replace_misunderstood_exits2_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("required slot emptied") << QStringList{"--without", "cert"};
    QTest::newRow("unknown slot emptied") << QStringList{"--without", "nothing"};
    QTest::newRow("brought and emptied") << QStringList{"--crl", "x.crl", "--without", "crl"};
    QTest::newRow("unknown slot") << QStringList{"--file", "nothing=x"};
    QTest::newRow("no such setting") << QStringList{"--set", "retention-days=10"};
    QTest::newRow("no date") << QStringList{"--cert", "x", "--at", "soon"};
}

void TestReplace::replace_misunderstood_exits2() {
    QFETCH(QStringList, arguments);
    const Service service = m_practice.copy("streamserver", m_folder, QTest::currentDataTag());
    Arguments list;
    for (const QString& argument : arguments)
        list.push_back(argument.toStdString());
    const Outcome outcome = runCli(together(service.verb("replace"), list));
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY(!outcome.err.empty());
}

void TestReplace::replace_withoutYes_withoutTerminal_changesNothing() {
    const Service service = installed("streamserver", "question");
    const Tree before = treeOf(service.root);
    const Outcome outcome =
        runCli(together(service.verb("replace"), {"--cert", m_renewals.certificate(1, KeyUse::Same)}));
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(treeOf(service.root), before);
}

QTEST_GUILESS_MAIN(TestReplace)
#include "test_replace.moc"

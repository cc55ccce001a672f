// Why: what is typed wrongly is said in the reader's language, with the status that scripts rely on, and
// before anything is read or written.
#include <QDateTime>
#include <QTest>

#include <regex>

#include "tests/app/cli/practice.h"

using namespace certwright::test;

class TestArguments : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void help_everyVerb_hasUsageAndExample_data();
    void help_everyVerb_hasUsageAndExample();
    void help_inChinese_hasNoEnglish_data();
    void help_inChinese_hasNoEnglish();
    void language_chosen_isSpoken_data();
    void language_chosen_isSpoken();
    void usage_wrong_exits2AndSaysSo_data();
    void usage_wrong_exits2AndSaysSo();
    void root_notNamed_comesFromTheVariable();
    void root_unknown_exits3();
    void root_notAService_blocks();
    void home_notNamed_isTheUsers();
    void at_judgesAsOfThatTime_data();
    void at_judgesAsOfThatTime();
    void version_isPrinted();

  private:
    TemporaryFolder m_folder;
    Practice m_practice;
};

namespace {

const char* const verbs[] = {"inspect",  "profiles", "check",   "plan",       "import", "verify",
                             "unlock",   "rotate",   "replace", "history",    "clean",  "crl-update",
                             "rollback", "doctor",   "adopt",   "dates",      "report", "retention",
                             "practice", "validate", "scan",    "serve-check"};

void addVerbs() {
    QTest::addColumn<QString>("verb");
    QTest::newRow("program") << QString();
    for (const char* verb : verbs)
        QTest::newRow(verb) << verb;
}

Outcome help(const QString& verb, const std::string& language) {
    Arguments arguments;
    if (!verb.isEmpty())
        arguments.push_back(verb.toStdString());
    return runCli(together(arguments, {"--lang", language, "--help"}));
}

bool hasChinese(const std::string& text) {
    for (const char32_t c : QString::fromStdString(text).toStdU32String())
        if (c >= 0x4E00 && c <= 0x9FFF)
            return true;
    return false;
}

} // namespace

void TestArguments::initTestCase() {
    QVERIFY(m_practice.ok());
}

void TestArguments::help_everyVerb_hasUsageAndExample_data() {
    addVerbs();
}

void TestArguments::help_everyVerb_hasUsageAndExample() {
    QFETCH(QString, verb);
    const Outcome english = help(verb, "en");
    QCOMPARE(english.exitCode, 0);
    QCOMPARE(english.err, std::string());
    QVERIFY(!hasChinese(english.out));
    QVERIFY(contains(english.out, "Usage: certwright-cli"));
    for (const char* known : verbs)
        if (verb.isEmpty())
            QVERIFY(contains(english.out, std::string("\n  ") + known));
    if (verb.isEmpty())
        return;
    QVERIFY(contains(english.out, "--json"));
    const std::string example = "Example:\n  certwright-cli " + verb.toStdString() + ' ';
    QVERIFY2(contains(english.out, example), english.out.c_str());
    const Outcome chinese = help(verb, "zh");
    QCOMPARE(chinese.exitCode, 0);
    QVERIFY(contains(chinese.out, "\n  certwright-cli " + verb.toStdString() + ' '));
}

void TestArguments::help_inChinese_hasNoEnglish_data() {
    addVerbs();
}

// Every line of the Chinese help says something in Chinese, or holds nothing but identifiers: options, verbs,
// examples.
void TestArguments::help_inChinese_hasNoEnglish() {
    QFETCH(QString, verb);
    const std::string text = help(verb, "zh").out;
    QVERIFY(hasChinese(text));
    static const std::regex word(R"re((^|[\s(\[])([A-Za-z]{2,})(?=[\s).,:\]]|$))re");
    static const std::string names =
        " certwright-cli Certwright streamserver aoi aoi_service MX_SDK_HOME JSON TLS CA UTC SLOT PATH en zh "
        "inspect profiles check plan import verify unlock rotate practice builtin files folder paths json "
        "CRL replace crl-update history rollback clean doctor adopt dates retention report root crls id html "
        "text "
        "both update zip auto kmc certimport validate service rfc5280 webpki server client RFC IP OID scan "
        "folders systemd "
        "serve-check HOST IPv postgres address words new ";
    const std::size_t example = text.find("\n  certwright-cli");
    const std::string words = text.substr(0, example);
    for (std::sregex_iterator it(words.begin(), words.end(), word), end; it != end; ++it)
        QVERIFY2(contains(names, ' ' + (*it)[2].str() + ' '), (*it)[2].str().c_str());
}

void TestArguments::language_chosen_isSpoken_data() {
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("C") << QStringList{"LANG=C"} << "" << false;
    QTest::newRow("zh_CN") << QStringList{"LANG=zh_CN.UTF-8"} << "" << true;
    QTest::newRow("zh_CN without charset") << QStringList{"LANG=zh_CN"} << "" << true;
    QTest::newRow("LC_ALL over LANG") << QStringList{"LANG=en_US.UTF-8", "LC_ALL=zh_CN.UTF-8"} << "" << true;
    QTest::newRow("LC_MESSAGES over LANG") << QStringList{"LANG=zh_CN.UTF-8", "LC_MESSAGES=C"} << "" << false;
    QTest::newRow("option over locale") << QStringList{"LANG=zh_CN.UTF-8"} << "en" << false;
    QTest::newRow("option zh") << QStringList{"LANG=de_DE.UTF-8"} << "zh" << true;
    QTest::newRow("another language") << QStringList{"LANG=de_DE.UTF-8"} << "" << false;
}

void TestArguments::language_chosen_isSpoken() {
    QFETCH(QStringList, variables);
    QFETCH(QString, option);
    QFETCH(bool, chinese);
    Environment environment;
    for (const QString& variable : variables)
        environment[variable.section('=', 0, 0).toStdString()] = variable.section('=', 1).toStdString();
    Arguments language;
    if (!option.isEmpty())
        language = {"--lang", option.toStdString()};
    const Outcome profiles = runCli(together({"profiles"}, language), {}, environment);
    QCOMPARE(profiles.exitCode, 0);
    QCOMPARE(hasChinese(profiles.out), chinese);
    const Outcome wrong = runCli(together({"check", "--fast"}, language), {}, environment);
    QCOMPARE(wrong.exitCode, 2);
    QCOMPARE(hasChinese(wrong.err), chinese);
    const Service service = m_practice.copy("streamserver", m_folder, QTest::currentDataTag());
    const Outcome check = runCli(together(together(service.verb("check"), language),
                                          {"--password-stdin", m_practice.material("expired")}),
                                 usualPassword, environment);
    QCOMPARE(check.exitCode, 1);
    QCOMPARE(hasChinese(check.out), chinese);
}

void TestArguments::usage_wrong_exits2AndSaysSo_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    const QStringList check{"check", "--service", "streamserver", "--root", "/tmp"};
    const QStringList aoi{"check", "--service", "aoi", "--root", "/tmp", "x.crt"};
    QTest::newRow("nothing") << QStringList{} << "";
    QTest::newRow("unknown verb") << QStringList{"explode"} << "explode";
    QTest::newRow("unknown option") << (check + QStringList{"--fast"}) << "--fast";
    QTest::newRow("no service") << QStringList{"check", "x.crt"} << "--service";
    QTest::newRow("unknown slot") << (check + QStringList{"--file", "platform-ca=x.crt"}) << "crl";
    QTest::newRow("slot without path") << (aoi + QStringList{"--file", "platform-ca"}) << "gateway-crl";
    QTest::newRow("without a required slot") << (check + QStringList{"--without", "key", "x.crt"}) << "crl";
    QTest::newRow("without an unknown slot") << (aoi + QStringList{"--without", "x"}) << "gateway-crl";
    QTest::newRow("without what is given")
        << (check + QStringList{"--without", "crl", "--crl", "x.crl"}) << "--without";
    QTest::newRow("retention 0") << (aoi + QStringList{"--set", "retention-days=0"}) << "2000";
    QTest::newRow("retention 2001") << (aoi + QStringList{"--set", "retention-days=2001"}) << "2001";
    QTest::newRow("retention word") << (aoi + QStringList{"--set", "retention-days=many"}) << "many";
    QTest::newRow("retention with rest") << (aoi + QStringList{"--set", "retention-days=30x"}) << "30x";
    QTest::newRow("retention negative") << (aoi + QStringList{"--set", "retention-days=-5"}) << "-5";
    QTest::newRow("no such setting") << (check + QStringList{"--set", "retention-days=9", "x.crt"})
                                     << "retention-days";
    QTest::newRow("no files") << check << "";
    QTest::newRow("not a time") << (check + QStringList{"--at", "soon", "x.crt"}) << "soon";
    QTest::newRow("impossible time") << (check + QStringList{"--at", "2027-02-30", "x.crt"}) << "2027-02-30";
    QTest::newRow("other protector") << (check + QStringList{"--protector", "vendor"}) << "vendor";
    QTest::newRow("importer that only imports")
        << QStringList{"replace", "--service", "aoi", "--root", "/tmp", "x.crt", "--protector", "certimport"}
        << "certimport";
    QTest::newRow("seen at no port") << QStringList{"replace", "--service", "nginx",       "--root",
                                                    "/tmp",    "x.crt",     "--served-at", "localhost"}
                                     << "HOST:PORT, not: localhost";
    QTest::newRow("two passwords") << (check + QStringList{"--password-fd", "3", "--password-stdin"}) << "";
    QTest::newRow("negative descriptor") << (check + QStringList{"--password-fd", "-3"}) << "";
    QTest::newRow("unlock without descriptor") << QStringList{"unlock", "--service", "aoi"} << "--fd";
    QTest::newRow("language") << QStringList{"profiles", "--lang", "de"} << "de";
    QTest::newRow("password as an argument") << (check + QStringList{"--password", "secret"}) << "--password";
}

void TestArguments::usage_wrong_exits2AndSaysSo() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    Arguments list;
    for (const QString& argument : arguments)
        list.push_back(argument.toStdString());
    const Outcome outcome = runCli(list);
    QCOMPARE(outcome.exitCode, 2);
    QCOMPARE(outcome.out, std::string());
    QVERIFY2(contains(outcome.err, mentions.toStdString()), outcome.err.c_str());
    QVERIFY2(contains(outcome.err, "--help"), outcome.err.c_str());
}

void TestArguments::root_notNamed_comesFromTheVariable() {
    const Service service = m_practice.copy("streamserver", m_folder, "variable");
    const Arguments arguments{
        "check", "--service", "streamserver", "--password-stdin", "--json", m_practice.material("good-pem")};
    const Outcome outcome = runCli(arguments, usualPassword, {{"MX_SDK_HOME", service.root}});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
}

void TestArguments::root_unknown_exits3() {
    for (const char* service : {"streamserver", "aoi"}) {
        const Outcome outcome = runCli({"verify", "--service", service, "--json"});
        QCOMPARE(outcome.exitCode, 3);
        QCOMPARE(parsed(outcome.out)["error"]["code"].get<std::string>(), std::string("root.unknown"));
    }
    QCOMPARE(runCli({"verify", "--service", "no-such-service", "--root", "/tmp"}).exitCode, 2);
}

void TestArguments::root_notAService_blocks() {
    const TemporaryFolder empty;
    for (const std::string& root : {empty.path(), empty.at("missing")}) {
        const Outcome outcome = runCli({"check", "--service", "streamserver", "--root", root, "--json",
                                        "--password-stdin", m_practice.material("good-pem")},
                                       usualPassword);
        QVERIFY(outcome.exitCode == 1 || outcome.exitCode == 3);
        const auto object = parsed(outcome.out);
        QVERIFY2(object.contains("error") || !codesOf(object, "blocker").empty(), outcome.out.c_str());
    }
    QVERIFY(treeOf(empty.path()).empty());
}

void TestArguments::home_notNamed_isTheUsers() {
    const Service service = m_practice.copy("aoi", m_folder, "home");
    const Outcome outcome = runCli({"import", "--service", "aoi", "--root", service.root, "--yes",
                                    "--password-stdin", m_practice.material("good-pem")},
                                   usualPassword, {{"HOME", service.home}});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(treeOf(service.home).contains("aoi_service/key.bak"));
}

void TestArguments::at_judgesAsOfThatTime_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("code");
    QTest::newRow("now") << 0 << "";
    QTest::newRow("before it begins") << -60 << "certificate.not-yet-valid";
    QTest::newRow("close to its end") << 350 << "certificate.expires-soon";
    QTest::newRow("after its end") << 380 << "certificate.expired";
}

void TestArguments::at_judgesAsOfThatTime() {
    QFETCH(int, days);
    QFETCH(QString, code);
    const Service service = m_practice.copy("streamserver", m_folder, "at" + std::to_string(days));
    const std::string time =
        QDateTime::currentDateTimeUtc().addDays(days).toString("yyyy-MM-dd").toStdString();
    const std::string good = m_practice.material("good-pem/");
    Arguments arguments = service.verb("check");
    arguments.insert(arguments.end(), {"--json", "--password-stdin", "--ca", good + "ca.crt", "--cert",
                                       good + "server.crt", "--key", good + "server.key"});
    if (days != 0)
        arguments.insert(arguments.end(), {"--at", time});
    const auto object = parsed(runCli(arguments, usualPassword).out);
    const auto codes = codesOf(object);
    for (const char* known : {"certificate.not-yet-valid", "certificate.expires-soon", "certificate.expired"})
        QVERIFY2(contains(codes, known) == (code == known), object.dump().c_str());
}

void TestArguments::version_isPrinted() {
    const Outcome outcome = runCli({"--version"});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(std::regex_match(outcome.out, std::regex("certwright-cli [0-9]+\\.[0-9]+\\.[0-9]+\n")));
}

QTEST_GUILESS_MAIN(TestArguments)
#include "test_arguments.moc"

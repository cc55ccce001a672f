// Why: a search answers people with a page and scripts with lines; both must be whole, in both languages, and
// end when they are told to.
#include <filesystem>
#include <fstream>
#include <map>

#include <QTest>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/terminal_session.h"
#include "tests/data/material/crl_writer.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::test;
using namespace certwright::material;
using Json = nlohmann::json;

namespace {

const std::string at = "2026-11-21";

// linesOf reads every line as one JSON object; a null value for one that is none.
std::vector<Json> linesOf(const std::string& text) {
    std::vector<Json> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        lines.push_back(parsed(text.substr(start, end - start)));
        if (end == std::string::npos)
            break;
        start = end + 1;
    }
    return lines;
}

// writeLarge writes a list of a million entries, 42 MB.
void writeLarge(const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    writeCrl({1000000, {}, now(), 1}, authority(), [&](std::string_view piece) {
        file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
}

} // namespace

class TestScan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void lines_eachByItself_isAnObject();
    void lines_summary_countsWhatWasFound();
    void lines_names_areSafe();
    void lines_largeList_hasItsFacts();
    void page_largeList_outOfDate_isNamed();
    void page_worst_standsFirst();
    void page_inChinese_isChinese();
    void status_tellsWhetherSomethingIsWrong();
    void within_days_decidesWhatIsSoon();
    void root_missing_isStatusThree();
    void output_full_isNoSuccess();
    void progress_atATerminal_isShownAndGone();
    void interrupt_endsTheSearch();
    void progress_largeList_isShownAndInterrupted();

  private:
    TemporaryFolder m_folder;
    TemporaryFolder m_good;
    TemporaryFolder m_large;
};

void TestScan::initTestCase() {
    const Identity root = authority();
    const Identity one = issue(serverSpec("one.example"), ecKey(), &root);
    CertificateSpec old = serverSpec("old.example");
    old.notBefore = now() - days(400);
    old.notAfter = now() - days(3);
    m_folder.write("etc/one.crt", pem(one), 0644);
    m_folder.write("etc/copy/one.crt", pem(one), 0644);
    m_folder.write("etc/one.key", keyPem(*one.key), 0644);
    m_folder.write("old.crt", pem(issue(old, rsaKey(), &root)));
    m_folder.write("two\nlines\x1b[31m\xFF.crt", pem(root));
    m_folder.write("cut.crt", pem(root).substr(0, 300));
    m_folder.write("junk.txt", std::string(10000, 'x'));
    m_good.write("one.crt", pem(one));
    m_good.write("one.key", keyPem(*one.key));
    writeLarge(m_large.at("large.crl"));
}

void TestScan::lines_eachByItself_isAnObject() {
    const Outcome outcome = runCli({"scan", "--json", "--at", at, m_folder.path()});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.err, std::string());
    std::map<std::string, int> types;
    for (const Json& line : linesOf(outcome.out)) {
        QVERIFY2(line.is_object(), outcome.out.c_str());
        ++types[line.value("type", "")];
    }
    const std::map<std::string, int> wanted{{"found", 6}, {"pair", 1}, {"duplicate", 1}, {"summary", 1}};
    QVERIFY2(types == wanted, outcome.out.c_str());
}

void TestScan::lines_summary_countsWhatWasFound() {
    const auto lines = linesOf(runCli({"scan", "--json", "--at", at, m_folder.path()}).out);
    std::map<std::string, int> kinds;
    std::map<std::string, int> conditions;
    for (const Json& line : lines)
        if (line["type"] == "found") {
            ++kinds[line["kind"]];
            for (const Json& condition : line["conditions"])
                ++conditions[condition];
            if (line["kind"] == "certificate")
                QVERIFY(line["read"] == true && line["sha256"].get<std::string>().size() == 64 &&
                        line["keySha256"].get<std::string>().size() == 64);
        }
    const Json& last = lines.back();
    QCOMPARE(last["type"].get<std::string>(), std::string("summary"));
    QCOMPARE(last["verb"].get<std::string>(), std::string("scan"));
    QCOMPARE(last["status"].get<int>(), 1);
    QCOMPARE(last["files"].get<int>(), 7);
    for (const auto& [kind, count] : last["found"].items())
        QCOMPARE(count.get<int>(), kinds[kind]);
    for (const auto& [condition, count] : last["conditions"].items())
        QCOMPARE(count.get<int>(), conditions[condition]);
    QCOMPARE(conditions["expired"], 1);
    QCOMPARE(conditions["exposed-to-all"], 1);
    QCOMPARE(last["keysWithCertificate"].get<int>(), 1);
    QCOMPARE(last["duplicates"].get<int>(), 1);
}

void TestScan::lines_names_areSafe() {
    for (const Arguments& form : {Arguments{"--json"}, Arguments{}}) {
        const Outcome outcome = runCli(together({"scan", "--at", at, m_folder.path()}, form));
        QVERIFY(!contains(outcome.out, "\x1b"));
        QVERIFY(!contains(outcome.out, "\xFF"));
        QVERIFY(QString::fromUtf8(outcome.out.c_str()).toStdString() == outcome.out);
    }
}

void TestScan::lines_largeList_hasItsFacts() {
    const auto lines = linesOf(runCli({"scan", "--json", "--at", at, m_large.path()}).out);
    QCOMPARE(lines.size(), std::size_t{2});
    const Json& list = lines.front();
    QCOMPARE(list["kind"].get<std::string>(), std::string("crl"));
    QCOMPARE(list["entries"].get<int>(), 1000000);
    QCOMPARE(list["issuer"].get<std::string>(), authority().certificate.facts.subject.text);
    QCOMPARE(list["thisUpdate"].get<std::string>(), base::formatIso(now() - days(1)));
    QCOMPARE(list["nextUpdate"].get<std::string>(), base::formatIso(now() + days(200)));
    QCOMPARE(list["read"].get<bool>(), true);
    QVERIFY(list["conditions"].empty());
    QCOMPARE(lines.back()["passedOver"]["large"].get<int>(), 0);
}

void TestScan::page_largeList_outOfDate_isNamed() {
    const Outcome outcome = runCli({"scan", "--at", "2027-12-01", m_large.path()});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(contains(outcome.out, "Revocation lists out of date: 1"), outcome.out.c_str());
    QVERIFY(contains(outcome.out, authority().certificate.facts.subject.text));
}

void TestScan::page_worst_standsFirst() {
    const Outcome outcome = runCli({"scan", "--at", at, m_folder.path()});
    QCOMPARE(outcome.exitCode, 1);
    const std::size_t exposed = outcome.out.find("every user of this computer may open: 1");
    const std::size_t expired = outcome.out.find("Expired certificates: 1");
    const std::size_t counts = outcome.out.find("Files looked at");
    QVERIFY2(exposed < expired && expired < counts && counts != std::string::npos, outcome.out.c_str());
    QVERIFY(contains(outcome.out, m_folder.at("etc/one.key")));
    QVERIFY(contains(outcome.out, "CN=old.example"));
    QVERIFY(contains(outcome.out, "644"));
}

void TestScan::page_inChinese_isChinese() {
    const Outcome outcome = runCli({"scan", "--lang", "zh", "--at", at, m_folder.path()});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(outcome.out, "已过期的证书：1"));
    QVERIFY(contains(outcome.out, "查看的文件"));
    QVERIFY(!contains(outcome.out, "Certificate"));
    QVERIFY(!contains(outcome.out, "files"));
}

void TestScan::status_tellsWhetherSomethingIsWrong() {
    QCOMPARE(runCli({"scan", "--at", at, m_good.path()}).exitCode, 0);
    QCOMPARE(runCli({"scan", "--at", at, m_folder.path(), m_good.path()}).exitCode, 1);
    QCOMPARE(runCli({"scan", "--at", "2099-01-01", m_good.path()}).exitCode, 1);
    QCOMPARE(runCli({"scan"}).exitCode, 2);
    QCOMPARE(runCli({"scan", "--at", "soon", m_good.path()}).exitCode, 2);
}

void TestScan::within_days_decidesWhatIsSoon() {
    QCOMPARE(runCli({"scan", "--at", at, "--within", "334", m_good.path()}).exitCode, 0);
    const Outcome soon = runCli({"scan", "--at", at, "--within", "340", m_good.path()});
    QCOMPARE(soon.exitCode, 1);
    QVERIFY(contains(soon.out, "expire soon: 1"));
}

void TestScan::root_missing_isStatusThree() {
    const Outcome outcome = runCli({"scan", "--json", m_folder.at("none")});
    QCOMPARE(outcome.exitCode, 3);
    const Json last = parsed(outcome.out);
    QCOMPARE(last["type"].get<std::string>(), std::string("summary"));
    QCOMPARE(last["error"]["code"].get<std::string>(), std::string("file.not-found"));
}

void TestScan::output_full_isNoSuccess() {
    const Outcome outcome = runProgram("sh", {"-c", "exec \"$0\" \"$@\" >/dev/full", cliPath(), "scan",
                                              "--json", "--at", at, m_good.path()});
    QCOMPARE(outcome.exitCode, 3);
}

void TestScan::progress_atATerminal_isShownAndGone() {
    TerminalSession session({cliPath(), "scan", "--at", at, m_folder.path()});
    QVERIFY(session.terminal().expect("7 files"));
    QVERIFY(session.terminal().expect("\r\x1b[K"));
    QVERIFY(session.terminal().expect("Files looked at"));
    QCOMPARE(session.finish(), 1);
}

void TestScan::interrupt_endsTheSearch() {
    const TemporaryFolder many;
    const std::string first = many.write("first.crt", pem(authority()));
    for (int i = 0; i < 50000; ++i)
        std::filesystem::create_hard_link(first, many.at(std::to_string(i) + ".crt"));
    TerminalSession session(
        {"sh", "-c", "exec \"$0\" \"$@\" >/dev/null", cliPath(), "scan", "--json", many.path()});
    QVERIFY(session.terminal().expect("found"));
    session.terminal().type("\x03");
    QCOMPARE(session.finish(), 130);
}

void TestScan::progress_largeList_isShownAndInterrupted() {
    const TemporaryFolder many;
    for (int i = 0; i < 100; ++i)
        std::filesystem::create_hard_link(m_large.at("large.crl"), many.at("list" + std::to_string(i)));
    TerminalSession session({"sh", "-c", "exec \"$0\" \"$@\" >/dev/null", cliPath(), "scan", many.path()});
    QVERIFY(session.terminal().expect("reading list"));
    QVERIFY(session.terminal().expect("%)"));
    session.terminal().type("\x03");
    QCOMPARE(session.finish(), 130);
}

QTEST_APPLESS_MAIN(TestScan)
#include "test_scan.moc"

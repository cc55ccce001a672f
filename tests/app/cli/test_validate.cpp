// Why: a verdict is asked for by people, with files, and by programs, with a pipe; both must be told why.
#include <QTest>

#include "tests/app/cli/practice.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::test;
using namespace certwright::material;
using Json = nlohmann::json;

class TestValidate : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void validate_goodChain_isValid();
    void validate_withoutIntermediate_saysWhoIsMissing();
    void validate_anotherHost_isNotValid();
    void validate_anchorThatIsNoRoot_isTrusted();
    void validate_lastSecond_isValid();
    void validate_revoked_isNotValid();
    void validate_missingFile_isStatusThree();
    void validate_noLeaf_isUsage();
    void validate_garbage_isTold();
    void validate_inChinese_isChinese();
    void batch_linesGoodAndBad_areAllAnswered();

  private:
    std::string path(const char* name) const { return m_folder.path() + "/" + name; }
    Arguments question(const Arguments& more) const {
        return together(
            {"validate", "--at", "2026-11-21", "--trusted", path("root.crt"), "--leaf", path("leaf.crt")},
            more);
    }

    TemporaryFolder m_folder;
};

void TestValidate::initTestCase() {
    const Identity root = authority();
    const Identity intermediate = issue(authoritySpec("Intermediate CA"), ecKey(), &root);
    const Identity leaf = issue(serverSpec("server.example"), rsaKey(), &intermediate);
    m_folder.write("root.crt", pem(root));
    m_folder.write("int.crt", pem(intermediate));
    m_folder.write("leaf.crt", pem(leaf));
    m_folder.write("garbage.crt", std::string(1000, '\x07'));
    m_folder.write("revoked.crl", pem(issueCrl(crlSpec({revoked(leaf)}), intermediate)));
}

void TestValidate::validate_goodChain_isValid() {
    const Outcome text = runCli(question({"--untrusted", path("int.crt"), "--host", "server.example"}));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.starts_with("Valid."));
    const Outcome json = runCli(question({"--untrusted", path("int.crt"), "--json"}));
    const Json said = parsed(json.out);
    QVERIFY(said.at("valid").get<bool>());
    QCOMPARE(said.at("path").size(), std::size_t{3});
    QCOMPARE(said.at("names").size(), std::size_t{3});
}

void TestValidate::validate_withoutIntermediate_saysWhoIsMissing() {
    const Outcome outcome = runCli(question({}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.find("Intermediate CA") != std::string::npos);
}

void TestValidate::validate_anotherHost_isNotValid() {
    const Outcome outcome = runCli(question({"--untrusted", path("int.crt"), "--host", "other.example"}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.find("other.example") != std::string::npos);
}

void TestValidate::validate_anchorThatIsNoRoot_isTrusted() {
    const Outcome outcome = runCli({"validate", "--at", "2026-11-21", "--trusted", path("int.crt"), "--leaf",
                                    path("leaf.crt"), "--json"});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(parsed(outcome.out).at("path").size(), std::size_t{2});
}

void TestValidate::validate_lastSecond_isValid() {
    const Outcome facts = runCli({"inspect", path("leaf.crt"), "--json"});
    const std::string end = parsed(facts.out).at("files").at(0).at("objects").at(0).at("notAfter");
    const auto at = [&](const std::string& time) {
        return runCli({"validate", "--at", time, "--trusted", path("int.crt"), "--leaf", path("leaf.crt")})
            .exitCode;
    };
    QCOMPARE(at(end), 0);
    const auto later = *base::parseTime(end) + std::chrono::seconds(1);
    QCOMPARE(at(base::formatIso(later)), 1);
}

void TestValidate::validate_revoked_isNotValid() {
    const Outcome outcome =
        runCli(question({"--untrusted", path("int.crt"), "--crl", path("revoked.crl"), "--json"}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.find("certificate.revoked") != std::string::npos);
}

void TestValidate::validate_missingFile_isStatusThree() {
    QCOMPARE(runCli(question({"--crl", path("nowhere.crl")})).exitCode, 3);
}

void TestValidate::validate_noLeaf_isUsage() {
    QCOMPARE(runCli({"validate", "--trusted", path("root.crt")}).exitCode, 2);
    QCOMPARE(runCli(question({"--policy", "strict"})).exitCode, 2);
    QCOMPARE(runCli(question({"--at", "tomorrow"})).exitCode, 2);
}

void TestValidate::validate_garbage_isTold() {
    const Outcome outcome =
        runCli({"validate", "--trusted", path("root.crt"), "--leaf", path("garbage.crt"), "--json"});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(parsed(outcome.out).at("findings").at(0).at("code").get<std::string>(),
             std::string("file.unrecognised"));
}

void TestValidate::validate_inChinese_isChinese() {
    const Outcome outcome = runCli(question({"--lang", "zh"}));
    QVERIFY(outcome.out.starts_with("无效。"));
}

void TestValidate::batch_linesGoodAndBad_areAllAnswered() {
    const std::string root = m_folder.read("root.crt");
    const Json good = {{"id", 1},
                       {"leaf", m_folder.read("leaf.crt")},
                       {"trusted", Json::array({root})},
                       {"untrusted", Json::array({m_folder.read("int.crt")})},
                       {"at", "2026-11-21T00:00:00Z"}};
    std::string input = good.dump() + "\nnot json\n" + good.dump() + "\n{}";
    const Outcome outcome = runCli({"validate", "--batch"}, input);
    QCOMPARE(outcome.exitCode, 0);
    std::vector<bool> valid;
    std::size_t start = 0;
    while (start < outcome.out.size()) {
        const std::size_t end = outcome.out.find('\n', start);
        valid.push_back(parsed(outcome.out.substr(start, end - start)).at("valid").get<bool>());
        start = end + 1;
    }
    QCOMPARE(valid, (std::vector<bool>{true, false, true, false}));
}

QTEST_GUILESS_MAIN(TestValidate)
#include "test_validate.moc"

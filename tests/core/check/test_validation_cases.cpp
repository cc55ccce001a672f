// Why: the suite of verdicts: every file below tests/data/validation is judged under every policy that it
// names, with its certificates and lists in several orders.
#include <QTest>

#include <filesystem>
#include <map>
#include <set>

#include "tests/core/check/judged_case.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using test::Sequence;

namespace {

const std::filesystem::path folder = CERTWRIGHT_VALIDATION_CASES;

std::vector<std::string> caseFiles() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".yaml")
            files.push_back(test::utf8Of(entry.path()));
    std::sort(files.begin(), files.end());
    return files;
}

// cases makes all of them once; a case that cannot be made ends the program, by its exception.
const std::vector<forge::Case>& cases() {
    static const std::vector<forge::Case> all = [] {
        std::vector<forge::Case> made;
        for (const std::string& file : caseFiles())
            made.push_back(forge::load(file));
        return made;
    }();
    return all;
}

} // namespace

class TestValidationCases : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void folder_allTopics_haveCases();
    void cases_bothVerdicts_areThere();
    void case_underItsPolicy_isJudgedAsWritten_data();
    void case_underItsPolicy_isJudgedAsWritten();
    void case_inAnotherOrder_isJudgedAlike_data();
    void case_inAnotherOrder_isJudgedAlike();

  private:
    static void addRows();
};

void TestValidationCases::addRows() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("expectation");
    for (std::size_t i = 0; i < cases().size(); ++i)
        for (std::size_t k = 0; k < cases()[i].expectations.size(); ++k)
            QTest::newRow((cases()[i].id + " " + cases()[i].expectations[k].policy).c_str())
                << static_cast<int>(i) << static_cast<int>(k);
}

// Guards against a folder that was moved, and so passes everything.
void TestValidationCases::folder_allTopics_haveCases() {
    std::map<std::string, int> counts;
    for (const forge::Case& made : cases())
        ++counts[made.id.substr(0, made.id.find('/'))];
    for (const char* const topic :
         {"basic", "basic-constraints", "eku", "extensions", "form", "key-usage", "keys", "name-constraints",
          "names", "path", "policies", "revocation", "signature", "validity"})
        QVERIFY2(counts[topic] >= 10, topic);
    QVERIFY(cases().size() >= 700);
}

void TestValidationCases::cases_bothVerdicts_areThere() {
    std::map<std::string, int> valid;
    std::map<std::string, int> invalid;
    for (const forge::Case& made : cases()) {
        QVERIFY2(!made.why.empty(), made.id.c_str());
        QVERIFY2(!made.expectations.empty(), made.id.c_str());
        for (const forge::Expectation& expected : made.expectations)
            ++(expected.valid ? valid : invalid)[expected.policy];
    }
    for (const char* const policy : {"service", "rfc5280", "webpki"}) {
        QVERIFY2(valid[policy] >= 100, policy);
        QVERIFY2(invalid[policy] >= 100, policy);
    }
}

void TestValidationCases::case_underItsPolicy_isJudgedAsWritten_data() {
    addRows();
}

void TestValidationCases::case_underItsPolicy_isJudgedAsWritten() {
    QFETCH(int, number);
    QFETCH(int, expectation);
    const forge::Case& made = cases().at(static_cast<std::size_t>(number));
    const forge::Expectation& expected = made.expectations.at(static_cast<std::size_t>(expectation));
    const std::string difference = test::differenceOf(made, expected, test::judge(made, expected.policy));
    QVERIFY2(difference.empty(), (difference + "\n   " + made.why).c_str());
}

void TestValidationCases::case_inAnotherOrder_isJudgedAlike_data() {
    addRows();
}

void TestValidationCases::case_inAnotherOrder_isJudgedAlike() {
    QFETCH(int, number);
    QFETCH(int, expectation);
    const forge::Case& made = cases().at(static_cast<std::size_t>(number));
    if (made.trusted.size() + made.untrusted.size() + made.crls.size() < 2)
        return;
    const std::string& policy = made.expectations.at(static_cast<std::size_t>(expectation)).policy;
    const std::string first = test::summaryOf(made, test::judge(made, policy));
    QCOMPARE(test::summaryOf(made, test::judge(made, policy, Sequence::Reversed)), first);
    QCOMPARE(test::summaryOf(made, test::judge(made, policy, Sequence::Rotated)), first);
}

QTEST_GUILESS_MAIN(TestValidationCases)
#include "test_validation_cases.moc"

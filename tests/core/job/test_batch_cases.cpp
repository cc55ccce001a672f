// Why: whoever asks by JSON lines must be told what the validator says, for every case of the suite, in order
// and from several threads.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "core/job/batch.h"
#include "core/job/batch_line.h"
#include "tests/core/check/judged_case.h"
#include "tests/support/utf8_path.h"

using namespace certwright;

namespace {

struct Line {
    std::string id;
    std::string text;
    bool valid = false;
    std::size_t pathLength = 0;
};

std::vector<std::string> caseFiles() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(CERTWRIGHT_VALIDATION_CASES))
        if (entry.path().extension() == ".yaml")
            files.push_back(test::utf8Of(entry.path()));
    std::sort(files.begin(), files.end());
    return files;
}

// lines are all cases under all their policies, each with what the validator says when asked directly.
std::vector<Line> lines() {
    std::vector<Line> all;
    for (const std::string& file : caseFiles()) {
        const forge::Case made = forge::load(file);
        for (const forge::Expectation& expected : made.expectations) {
            const check::Verdict verdict = test::judge(made, expected.policy);
            all.push_back({made.id, forge::batchLine(made, expected.policy), verdict.valid(),
                           verdict.fingerprints.size()});
        }
    }
    return all;
}

std::vector<std::string> answersTo(const std::vector<Line>& questions) {
    std::vector<std::string> answers;
    std::size_t asked = 0;
    base::SilentProgress progress;
    const job::BatchEnds ends{
        [&]() { return asked < questions.size() ? std::optional(questions[asked++].text) : std::nullopt; },
        [&](const std::string& answer) {
            answers.push_back(answer);
            return true;
        }};
    const auto answer = [](const std::string& line) {
        return job::answerLine(line, base::Time{}, secret::SecretAccess::grant());
    };
    if (!job::runBatch(ends, answer, progress, 4))
        answers.clear();
    return answers;
}

} // namespace

class TestBatchCases : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void batch_everyCase_isAnsweredInOrderAsByTheValidator();
};

void TestBatchCases::batch_everyCase_isAnsweredInOrderAsByTheValidator() {
    const std::vector<Line> questions = lines();
    const std::vector<std::string> answers = answersTo(questions);
    QCOMPARE(answers.size(), questions.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const QJsonObject answer = QJsonDocument::fromJson(QByteArray::fromStdString(answers[i])).object();
        QCOMPARE(answer["id"].toString().toStdString(), questions[i].id);
        QVERIFY2(!answer.contains("error"), answers[i].c_str());
        QVERIFY2(answer["valid"].toBool() == questions[i].valid, answers[i].c_str());
        QCOMPARE(static_cast<std::size_t>(answer["path"].toArray().size()), questions[i].pathLength);
        QVERIFY2(questions[i].valid || !answer["findings"].toArray().isEmpty(), answers[i].c_str());
    }
}

QTEST_GUILESS_MAIN(TestBatchCases)
#include "test_batch_cases.moc"

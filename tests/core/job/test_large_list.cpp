// Why: a revocation list of 40 MB takes a while to read, and a person who presses Cancel must not wait for
// it.
#include <QTest>

#include <ctime>

#include "core/job/survey.h"
#include "tests/core/job/job_scene.h"
#include "tests/data/material/large_crl.h"
#include "tests/data/material/pki.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;

namespace {

constexpr std::size_t listSize = 40'000'000;
// What an impatient person does not notice, in seconds of work: the time of the thread, so that other
// programs on this computer do not count.
constexpr double longestPatience = 0.5;

double workDone() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// PatienceProgress measures how much is done between two questions whether to go on.
class PatienceProgress final : public base::Progress {
  public:
    void enter(base::Step step, int, int) override { m_step = step; }
    bool cancelled() const override {
        const double now = workDone();
        if (now - m_last > m_longest) {
            m_longest = now - m_last;
            m_longestStep = m_step;
        }
        m_last = now;
        ++m_questions;
        return false;
    }
    void start() {
        m_last = workDone();
        m_longest = 0;
        m_questions = 0;
    }
    // longest is what was done before a question was asked, or since the last.
    double longest() const {
        static_cast<void>(cancelled());
        qInfo("%d questions, at most %.0f ms of work between two (step %d)", m_questions, m_longest * 1e3,
              static_cast<int>(m_longestStep));
        return m_longest;
    }

  private:
    base::Step m_step = base::Step::Load;
    mutable double m_last = 0;
    mutable double m_longest = 0;
    mutable base::Step m_longestStep = base::Step::Load;
    mutable int m_questions = 0;
};

} // namespace

class TestLargeList : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void list_isWhatItSays();
    void survey_asksOften_data() { forms(); }
    void survey_asksOften();
    void check_asksOften_data() { forms(); }
    void check_asksOften();
    void plan_andApply_askOften();

  private:
    void forms() const;
    job::Environment environment(base::Progress& progress) {
        const auto other = m_scene.environment();
        return {other.fileSystem, other.random,   progress, other.access, other.actor,
                other.now,        other.judgedAt, {},       {},           {}};
    }
    job::Request request(const std::string& list) {
        auto files = m_scene.goodFiles();
        files["crl"] = list;
        return m_scene.request(files);
    }

    JobScene m_scene{Service::Aoi}; // StreamServer takes no file of 10 MB
    std::string m_pem;
    std::string m_der;
    std::string m_zip;
};

void TestLargeList::initTestCase() {
    const std::string der = material::largeCrl(m_scene.root(), listSize, testNow());
    m_der = m_scene.folder().brought("large.der", der);
    m_zip = m_scene.folder().brought("large.zip", zipOf({{"large.der", der}}));
    m_pem = m_scene.folder().brought("large.crl", material::pem("X509 CRL", der));
}

void TestLargeList::forms() const {
    QTest::addColumn<std::string>("list");
    QTest::newRow("PEM") << m_pem;
    QTest::newRow("DER") << m_der;
    QTest::newRow("in an archive") << m_zip + "/large.der";
}

void TestLargeList::list_isWhatItSays() {
    PatienceProgress progress;
    auto world = environment(progress);
    const auto survey = job::survey(world, request(m_der));
    QVERIFY(survey);
    QCOMPARE(survey->objects.size(), std::size_t{5});
    job::ImportJob job(world, request(m_der));
    Passwords passwords({"secret"});
    const auto checked = job.check(passwords);
    QVERIFY(checked && !check::blocks(checked->findings));
    QVERIFY(checked->view.lists.at(0).entries > 1'000'000);
}

void TestLargeList::survey_asksOften() {
    QFETCH(std::string, list);
    PatienceProgress progress;
    auto world = environment(progress);
    const auto wanted = request(list);
    progress.start();
    QVERIFY(job::survey(world, wanted));
    QVERIFY(progress.longest() < longestPatience);
}

void TestLargeList::check_asksOften() {
    QFETCH(std::string, list);
    PatienceProgress progress;
    job::ImportJob job(environment(progress), request(list));
    Passwords passwords({"secret"});
    progress.start();
    QVERIFY(job.check(passwords));
    QVERIFY(progress.longest() < longestPatience);
}

void TestLargeList::plan_andApply_askOften() {
    PatienceProgress progress;
    job::ImportJob job(environment(progress), request(m_der));
    Passwords passwords({"secret"});
    QVERIFY(job.check(passwords));
    progress.start();
    QVERIFY(job.plan());
    QVERIFY(progress.longest() < 2 * longestPatience);
    progress.start();
    const auto applied = job.apply();
    QVERIFY2(applied.has_value(), applied ? ""
                                          : (std::string(base::errorCodeName(applied.error().code)) + " " +
                                             applied.error().subject + " " + applied.error().detail)
                                                .c_str());
    // Once the files are in place they are proved whatever is asked.
    QVERIFY(progress.longest() < 10 * longestPatience);
}

QTEST_GUILESS_MAIN(TestLargeList)
#include "test_large_list.moc"

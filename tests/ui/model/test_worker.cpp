// Why: the window never freezes (DESIGN promise 7), and what comes back late must not reach what is gone.
#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include "ui/model/job_progress.h"
#include "ui/model/worker.h"

using namespace certwright;
using model::JobProgress;
using model::Worker;
using namespace std::chrono_literals;

class TestWorker : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void start_work_runsElsewhereAndComesBackHere();
    void start_several_runInTheirOrder();
    void start_moveOnlyResult_arrivesWhole();
    void start_ownerGone_resultIsDropped();
    void start_longWork_leavesTheWindowAlive();
    void worker_destroyed_endsWhatRunsAndDropsTheRest();
    void idle_afterTheLastJob_isToldOnce();
    void progress_entered_arrivesOnTheWindowsThread();
    void progress_silent_tellsThatItWaits();
    void progress_steps_keepItQuiet();
    void progress_finished_tellsNothingMore();
    void progress_begunAgain_forgetsTheCancel();
};

void TestWorker::start_work_runsElsewhereAndComesBackHere() {
    Worker worker;
    std::thread::id worked;
    std::thread::id returned;
    worker.start(
        this, [] { return std::this_thread::get_id(); },
        [&](std::thread::id id) {
            worked = id;
            returned = std::this_thread::get_id();
        });
    QVERIFY(worker.busy());
    QTRY_VERIFY(!worker.busy());
    QVERIFY(worked != returned);
    QVERIFY(returned == std::this_thread::get_id());
}

void TestWorker::start_several_runInTheirOrder() {
    Worker worker;
    QList<int> order;
    for (int i = 0; i < 20; ++i)
        worker.start(
            this, [i] { return i; }, [&](int n) { order << n; });
    QTRY_COMPARE(order.size(), 20);
    QVERIFY(std::ranges::is_sorted(order));
}

void TestWorker::start_moveOnlyResult_arrivesWhole() {
    Worker worker;
    std::unique_ptr<int> result;
    worker.start(
        this, [] { return std::make_unique<int>(7); },
        [&](std::unique_ptr<int> made) { result = std::move(made); });
    QTRY_VERIFY(result != nullptr);
    QCOMPARE(*result, 7);
}

void TestWorker::start_ownerGone_resultIsDropped() {
    Worker worker;
    bool called = false;
    {
        QObject owner;
        worker.start(
            &owner, [] { return 1; }, [&](int) { called = true; });
    }
    QTRY_VERIFY(!worker.busy());
    QVERIFY(!called);
}

void TestWorker::start_longWork_leavesTheWindowAlive() {
    Worker worker;
    int ticks = 0;
    qint64 longest = 0;
    QElapsedTimer since;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        longest = std::max(longest, since.restart());
        ++ticks;
    });
    since.start();
    timer.start(5);
    worker.start(
        this,
        [] {
            std::this_thread::sleep_for(400ms);
            return 1;
        },
        [](int) {});
    QTRY_VERIFY(!worker.busy());
    QVERIFY(ticks > 10);
    QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
}

void TestWorker::worker_destroyed_endsWhatRunsAndDropsTheRest() {
    std::atomic<int> runs = 0;
    QSemaphore running;
    QSemaphore go;
    auto worker = std::make_unique<Worker>();
    for (int i = 0; i < 3; ++i)
        worker->start(
            this,
            [&] {
                running.release();
                go.acquire();
                return ++runs;
            },
            [](int) { QFAIL("nobody is there any more"); });
    running.acquire();
    std::thread late([&] {
        std::this_thread::sleep_for(50ms);
        go.release(3);
    });
    worker.reset();
    late.join();
    QCoreApplication::processEvents();
    QCOMPARE(runs.load(), 1);
}

void TestWorker::idle_afterTheLastJob_isToldOnce() {
    Worker worker;
    QSignalSpy idle(&worker, &Worker::idle);
    for (int i = 0; i < 3; ++i)
        worker.start(
            this, [] { return 1; }, [](int) {});
    QTRY_COMPARE(idle.size(), 1);
    QVERIFY(!worker.busy());
}

void TestWorker::progress_entered_arrivesOnTheWindowsThread() {
    JobProgress progress;
    QThread* seen = nullptr;
    int parts = 0;
    connect(&progress, &JobProgress::entered, this, [&](base::Step step, int done, int total) {
        seen = QThread::currentThread();
        parts = step == base::Step::Check ? done * 100 + total : -1;
    });
    std::thread([&] { progress.enter(base::Step::Check, 3, 9); }).join();
    QTRY_COMPARE(parts, 309);
    QCOMPARE(seen, QThread::currentThread());
}

void TestWorker::progress_silent_tellsThatItWaits() {
    JobProgress progress(nullptr, 30ms);
    QList<base::Step> waited;
    connect(&progress, &JobProgress::waiting, this, [&](base::Step step) { waited << step; });
    progress.begin();
    progress.enter(base::Step::Stage, 0, 1);
    QTRY_COMPARE(waited.size(), 1);
    QCOMPARE(waited.first(), base::Step::Stage);
    // What follows is watched again.
    progress.enter(base::Step::Swap, 0, 1);
    QTRY_COMPARE(waited.size(), 2);
    QCOMPARE(waited.last(), base::Step::Swap);
}

void TestWorker::progress_steps_keepItQuiet() {
    JobProgress progress(nullptr, 400ms);
    QSignalSpy waiting(&progress, &JobProgress::waiting);
    progress.begin();
    for (int i = 0; i < 12; ++i) {
        progress.enter(base::Step::Load, i, 12);
        QTest::qWait(50);
    }
    QCOMPARE(waiting.size(), 0);
}

void TestWorker::progress_finished_tellsNothingMore() {
    JobProgress progress(nullptr, 20ms);
    QSignalSpy waiting(&progress, &JobProgress::waiting);
    progress.begin();
    progress.finish();
    progress.enter(base::Step::Done, 1, 1);
    QTest::qWait(80);
    QCOMPARE(waiting.size(), 0);
}

void TestWorker::progress_begunAgain_forgetsTheCancel() {
    JobProgress progress;
    progress.begin();
    progress.cancel();
    QVERIFY(progress.cancelled());
    progress.begin();
    QVERIFY(!progress.cancelled());
}

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"

// Why: the past is listed whole, damaged parts by name, and wiped only as far as was shown.
#include <QTest>

#include "core/job/past.h"
#include "tests/core/job/past_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestPast : public QObject {
    Q_OBJECT

  private:
    static job::OpenedService opened(PastScene& scene) {
        auto world = scene.environment();
        auto service =
            job::openService(world, scene.folder().id(), scene.folder().root(), scene.folder().home());
        if (!service)
            std::abort();
        return std::move(*service);
    }
    static job::Past past(PastScene& scene, base::Time now = testNow()) {
        const job::Environment usual = scene.environment();
        job::Environment world{
            usual.fileSystem, usual.random, usual.progress, usual.access, usual.actor, now, now,
            usual.ownProfiles};
        auto result = job::pastOf(world, opened(scene));
        if (!result)
            std::abort();
        return std::move(*result);
    }

  private Q_SLOTS:
    void past_ofNothing_isEmpty();
    void past_entries_areNewestFirst();
    void past_damagedEntry_isNamed();
    void past_clockBehind_isTold();
    void limits_remembered_wipeAutomatically();
    void prune_shown_isWiped();
    void prune_otherThanShown_isRefused();
};

void TestPast::past_ofNothing_isEmpty() {
    PastScene scene(Service::StreamServer);
    const job::Past result = past(scene);
    QVERIFY(result.history.entries.empty() && result.findings.empty());
    QCOMPARE(result.limits.count, 10);
    QCOMPARE(result.limits.days, 400);
}

void TestPast::past_entries_areNewestFirst() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const std::string second = scene.rotate();
    const job::Past result = past(scene);
    QCOMPARE(result.history.entries.size(), std::size_t{2});
    QCOMPARE(result.history.entries[0].id, second);
    QCOMPARE(result.history.entries[1].id, first);
    QCOMPARE(result.history.entries[1].actor.user, std::string("tester"));
    QVERIFY(result.findings.empty());
}

void TestPast::past_damagedEntry_isNamed() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    scene.rotate();
    QVERIFY(scene.files().remove(scene.stateFolder() + "/history/" + first + "/entry.json"));
    const job::Past result = past(scene);
    QCOMPARE(result.history.entries.size(), std::size_t{1});
    const auto* damaged = bodyOf<check::HistoryEntryDamaged>(result.findings);
    QVERIFY(damaged != nullptr);
    QCOMPARE(damaged->id, first);
}

void TestPast::past_clockBehind_isTold() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    QVERIFY(has(past(scene, testNow() - std::chrono::hours(1)).findings, "clock.behind"));
    QVERIFY(past(scene, testNow() + std::chrono::hours(1)).findings.empty());
}

void TestPast::limits_remembered_wipeAutomatically() {
    PastScene scene(Service::StreamServer);
    auto world = scene.environment();
    scene.import(Leaf::First, List::With);
    scene.rotate();
    const auto limits = job::limitsFor(past(scene).limits, {2, std::nullopt});
    QVERIFY(job::rememberLimits(world, opened(scene), limits));
    QCOMPARE(past(scene).limits.count, 2);
    QCOMPARE(past(scene).limits.days, 400);
    scene.rotate();
    QCOMPARE(past(scene).history.entries.size(), std::size_t{2});
}

void TestPast::prune_shown_isWiped() {
    PastScene scene(Service::StreamServer);
    auto world = scene.environment();
    const std::string first = scene.import(Leaf::First, List::With);
    const std::string second = scene.rotate();
    const apply::HistoryLimits limits{1, 400};
    const auto ids = apply::outdated(past(scene).history, limits, testNow());
    QCOMPARE(ids, std::vector<std::string>{first});
    const auto wiped = job::prune(world, opened(scene), limits, ids);
    QVERIFY(wiped);
    QCOMPARE(*wiped, ids);
    const job::Past result = past(scene);
    QCOMPARE(result.history.entries.size(), std::size_t{1});
    QCOMPARE(result.history.entries.front().id, second);
    QVERIFY(result.history.damaged.empty());
}

void TestPast::prune_otherThanShown_isRefused() {
    PastScene scene(Service::StreamServer);
    auto world = scene.environment();
    scene.import(Leaf::First, List::With);
    scene.rotate();
    const auto refused = job::prune(world, opened(scene), {1, 400}, {});
    QCOMPARE(refused.error().code, base::ErrorCode::FileChanged);
    QCOMPARE(past(scene).history.entries.size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(TestPast)
#include "test_past.moc"

// Why: after years of transactions every stored state is still there to the byte, in whatever order one asks.
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <random>

#include "tests/core/job/past_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestManyRollbacks : public QObject {
    Q_OBJECT

  private:
    static std::string transact(PastScene& scene, int n);

  private Q_SLOTS:
    void rollback_toEachOfFifty_isByteIdentical_data();
    void rollback_toEachOfFifty_isByteIdentical();
};

// Four kinds in turn, the files' modes changed by hand now and then.
std::string TestManyRollbacks::transact(PastScene& scene, int n) {
    if (n % 7 == 3 && !scene.files().setMode(scene.folder().slotPath("ca"), 0440))
        return {};
    if (n % 4 == 3)
        return scene.rotate();
    return scene.import(n % 2 == 0 ? Leaf::First : Leaf::Second, n % 3 == 0 ? List::Without : List::With);
}

void TestManyRollbacks::rollback_toEachOfFifty_isByteIdentical_data() {
    QTest::addColumn<int>("service");
    QTest::addColumn<int>("count");
    QTest::addRow("streamserver") << static_cast<int>(Service::StreamServer) << 50;
    QTest::addRow("aoi") << static_cast<int>(Service::Aoi) << 12;
}

void TestManyRollbacks::rollback_toEachOfFifty_isByteIdentical() {
    QFETCH(int, service);
    QFETCH(int, count);
    PastScene scene(static_cast<Service>(service));
    // A folder that a later import makes stays, empty.
    scene.folder().makeFolder(scene.folder().keys(), 0700);
    std::filesystem::create_directory(scene.folder().homeAt("aoi_service"));
    scene.keepAll();
    std::vector<std::pair<std::string, std::vector<std::string>>> states;
    states.emplace_back(scene.adopt(), scene.folder().snapshot());
    for (int n = 0; n + 1 < count; ++n) {
        const std::string id = transact(scene, n);
        QVERIFY2(!id.empty(), std::to_string(n).c_str());
        states.emplace_back(id, scene.folder().snapshot());
    }
    std::mt19937 order(20261121);
    std::shuffle(states.begin(), states.end(), order);
    for (const auto& [id, state] : states) {
        const auto outcome = scene.rollback({id});
        QVERIFY2(outcome, outcome ? "" : outcome.error().subject.c_str());
        QVERIFY2(!outcome->undone, id.c_str());
        QVERIFY2(scene.folder().snapshot() == state, id.c_str());
    }
    QVERIFY(scene.history().damaged.empty());
}

QTEST_GUILESS_MAIN(TestManyRollbacks)
#include "test_many_rollbacks.moc"

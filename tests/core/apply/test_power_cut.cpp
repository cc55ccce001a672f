// Why: killed or without power at any point, and again while recovering: the next start finds the old state
// or the new one and says truthfully which.
#include <QTest>

#include "core/apply/applier.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"

using namespace certwright;
using apply::RecoveryOutcome;
using test::Cut;
using test::FaultFileSystem;
using test::Scene;
using test::Shape;
using test::Tree;

// Road is what the job does after a proof that held, and after one that did not.
enum class Road { Settle, Undo };

Q_DECLARE_METATYPE(certwright::test::Shape)
Q_DECLARE_METATYPE(Road)

namespace {

enum class Ended { Cut, Whole };

// walk goes the whole road, or until the power goes.
Ended walk(FaultFileSystem& fileSystem, const Scene& scene, Road road) {
    try {
        apply::Applier applier(fileSystem, {"operator", "host", "1"});
        base::SilentProgress progress;
        const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, progress);
        if (!receipt)
            return Ended::Cut;
        const auto closed = road == Road::Settle ? applier.settle(*receipt, {}) : applier.undo(*receipt);
        return closed ? Ended::Whole : Ended::Cut;
    } catch (const test::PowerCut&) {
        return Ended::Cut;
    }
}

// verdictOn returns what is wrong after `recovery`, or nothing.
std::string verdictOn(const Scene& scene, const Tree& before, const Tree& after,
                      const base::Result<std::optional<apply::Recovery>>& recovery, const std::string& call) {
    if (!recovery)
        return "recovery failed after " + call + ": " + recovery.error().subject;
    const bool settled = scene.folder().exists("root/.certwright/history/id-1/entry.json");
    const bool saysNew = *recovery ? (*recovery)->outcome == RecoveryOutcome::AppliedUnproved : settled;
    if (scene.tree() != (saysNew ? after : before))
        return "neither old nor new, or the wrong one, after " + call;
    if (saysNew != settled)
        return "history does not fit after " + call;
    for (const std::string& name : scene.stateNames())
        if (name.rfind("history/id-1", 0) != 0 || !saysNew)
            return "left over after " + call + ": " + name;
    return {};
}

} // namespace

class TestPowerCut : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void powerCut_anywhere_oldOrNewState_data() { addRoads(); }
    void powerCut_anywhere_oldOrNewState();
    void powerCut_whileRecovering_oldOrNewState_data();
    void powerCut_whileRecovering_oldOrNewState();

  private:
    static void addRoads();
};

void TestPowerCut::addRoads() {
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<Road>("road");
    for (const Shape shape : test::allShapes) {
        QTest::addRow("%s, settled", test::nameOf(shape)) << shape << Road::Settle;
        QTest::addRow("%s, undone", test::nameOf(shape)) << shape << Road::Undo;
    }
}

void TestPowerCut::powerCut_anywhere_oldOrNewState() {
    QFETCH(Shape, shape);
    QFETCH(Road, road);
    const Tree after = test::afterOf(shape);
    const auto local = files::localFileSystem();
    for (const Cut cut : {Cut::Before, Cut::Halfway, Cut::After}) {
        Ended ended = Ended::Cut;
        for (int n = 1; ended == Ended::Cut; ++n) {
            const Scene scene(shape);
            const Tree before = scene.tree();
            FaultFileSystem faulty(*local, test::Counted::Writes);
            faulty.cutPowerAt(n, cut);
            ended = walk(faulty, scene, road);
            const std::string call = std::to_string(n) + ' ' + faulty.calls().back();
            const auto recovery = apply::recover(*local, scene.state());
            const std::string wrong = verdictOn(scene, before, after, recovery, call);
            QVERIFY2(wrong.empty(), wrong.c_str());
            const auto second = apply::recover(*local, scene.state());
            QVERIFY(second.has_value() && !second->has_value());
        }
    }
}

void TestPowerCut::powerCut_whileRecovering_oldOrNewState_data() {
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<Road>("road");
    for (const Shape shape : test::allShapes) // the way to Applied is the same on both roads
        QTest::addRow("%s, undone", test::nameOf(shape)) << shape << Road::Undo;
    for (const Shape shape : {Shape::NewSecondArea, Shape::Exchange, Shape::ClearKey})
        QTest::addRow("%s, settled", test::nameOf(shape)) << shape << Road::Settle;
}

void TestPowerCut::powerCut_whileRecovering_oldOrNewState() {
    QFETCH(Shape, shape);
    QFETCH(Road, road);
    const Tree after = test::afterOf(shape);
    const auto local = files::localFileSystem();
    Ended ended = Ended::Cut;
    for (int n = 1; ended == Ended::Cut; ++n) {
        bool recovered = false;
        for (int m = 1; !recovered; ++m) {
            const Scene scene(shape);
            const Tree before = scene.tree();
            FaultFileSystem faulty(*local, test::Counted::Writes);
            faulty.cutPowerAt(n, n % 2 == 0 ? Cut::After : Cut::Halfway);
            ended = walk(faulty, scene, road);
            faulty.disarm();
            faulty.cutPowerAt(m, m % 2 == 0 ? Cut::Halfway : Cut::After);
            try {
                static_cast<void>(apply::recover(faulty, scene.state()));
                recovered = true;
            } catch (const test::PowerCut&) {
            }
            const auto recovery = apply::recover(*local, scene.state());
            const std::string wrong =
                verdictOn(scene, before, after, recovery, std::to_string(n) + " and " + std::to_string(m));
            QVERIFY2(wrong.empty(), wrong.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "test_power_cut.moc"

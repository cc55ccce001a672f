// Why: an I/O error or a full disk may come at any single operation; what is then on the disk is the old
// state or the new one, to the byte, and the error says why.
#include <QTest>

#include "core/apply/applier.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"

using namespace certwright;
using test::Scene;
using test::Shape;
using test::Tree;

Q_DECLARE_METATYPE(certwright::test::Shape)

namespace {

const apply::Actor actor{"operator", "host", "1"};
const base::Time now = base::parseTime("2026-11-21T12:00:00Z").value_or(base::Time{});

void addShapes() {
    QTest::addColumn<Shape>("shape");
    for (const Shape shape : test::allShapes)
        QTest::newRow(test::nameOf(shape)) << shape;
}

} // namespace

class TestApplyFaults : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void apply_noFault_leadsToPlannedState_data() { addShapes(); }
    void apply_noFault_leadsToPlannedState();
    void undo_afterApply_isByteIdentical_data() { addShapes(); }
    void undo_afterApply_isByteIdentical();
    void apply_oneFailure_oldOrNewStateWithoutTrace_data();
    void apply_oneFailure_oldOrNewStateWithoutTrace();
    void apply_failureThatStays_recoveryEndsIt_data() { addShapes(); }
    void apply_failureThatStays_recoveryEndsIt();
    void undo_failureThatStays_recoveryEndsIt_data() { addShapes(); }
    void undo_failureThatStays_recoveryEndsIt();
    void settle_oneFailure_canBeRepeated_data() { addShapes(); }
    void settle_oneFailure_canBeRepeated();
    void apply_fullDisk_saysSo();
};

void TestApplyFaults::apply_noFault_leadsToPlannedState() {
    QFETCH(Shape, shape);
    Scene scene(shape);
    const auto local = files::localFileSystem();
    apply::Applier applier(*local, actor);
    base::SilentProgress progress;
    const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
    QVERIFY(receipt.has_value());
    QVERIFY(apply::interrupted(*local, scene.state()));
    QVERIFY(applier.settle(*receipt, {}).has_value());
    QVERIFY(!apply::interrupted(*local, scene.state()));
    QCOMPARE(scene.tree(), test::afterOf(shape));
    QCOMPARE(scene.folder().modeOf("root/.certwright"), 0700U);
    QCOMPARE(scene.folder().modeOf("root/.certwright/history"), 0700U);
    QCOMPARE(scene.folder().modeOf("root/.certwright/history/id-1"), 0700U);
    QVERIFY(!scene.folder().exists("root/.certwright/staging/id-1"));
}

void TestApplyFaults::undo_afterApply_isByteIdentical() {
    QFETCH(Shape, shape);
    Scene scene(shape);
    const Tree before = scene.tree();
    const auto local = files::localFileSystem();
    apply::Applier applier(*local, actor);
    base::SilentProgress progress;
    const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
    QVERIFY(receipt.has_value());
    QVERIFY(applier.undo(*receipt).has_value());
    QCOMPARE(scene.tree(), before);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
    const auto again = applier.undo(*receipt); // nothing is open any more
    QCOMPARE(again.error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(scene.tree(), before);
}

void TestApplyFaults::apply_oneFailure_oldOrNewStateWithoutTrace_data() {
    using base::ErrorCode;
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("code");
    for (const Shape shape : test::allShapes)
        for (const auto& [name, code] :
             {std::pair{"ENOSPC", ErrorCode::DiskFull}, std::pair{"EIO", ErrorCode::InputOutput},
              std::pair{"EACCES", ErrorCode::FileAccessDenied},
              std::pair{"EROFS", ErrorCode::ReadOnlyFileSystem}})
            QTest::addRow("%s, %s", test::nameOf(shape), name) << shape << static_cast<int>(code);
}

void TestApplyFaults::apply_oneFailure_oldOrNewStateWithoutTrace() {
    QFETCH(Shape, shape);
    QFETCH(int, code);
    const auto injected = static_cast<base::ErrorCode>(code);
    const Tree after = test::afterOf(shape);
    const auto local = files::localFileSystem();
    int operations = 1;
    int failures = 0;
    for (int n = 1; n <= operations; ++n) {
        Scene scene(shape);
        const Tree before = scene.tree();
        test::FaultFileSystem faulty(*local);
        faulty.failAt(n, injected);
        apply::Applier applier(faulty, actor);
        base::SilentProgress progress;
        const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
        operations = std::max(operations, faulty.operations());
        if (receipt) {
            QCOMPARE(scene.files(), test::filesOf(after));
            continue;
        }
        ++failures;
        QCOMPARE(receipt.error().code, injected);
        QVERIFY(!receipt.error().subject.empty());
        QVERIFY2(scene.tree() == before, faulty.calls().at(static_cast<std::size_t>(n) - 1).c_str());
        QCOMPARE(scene.stateNames(), std::vector<std::string>());
    }
    QVERIFY(failures > 20);
}

void TestApplyFaults::apply_failureThatStays_recoveryEndsIt() {
    QFETCH(Shape, shape);
    const Tree after = test::afterOf(shape);
    const auto local = files::localFileSystem();
    int operations = 1;
    for (int n = 1; n <= operations; ++n) {
        Scene scene(shape);
        const Tree before = scene.tree();
        test::FaultFileSystem faulty(*local);
        faulty.failFrom(n, base::ErrorCode::DiskFull);
        apply::Applier applier(faulty, actor);
        base::SilentProgress progress;
        const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
        operations = std::max(operations, n + (receipt ? 0 : 1));
        if (receipt)
            break;
        const bool undoFailed = receipt.error().code == base::ErrorCode::UndoFailed;
        if (!undoFailed) // nothing a service sees has changed, tidied up or not
            QCOMPARE(scene.files(), test::filesOf(before));
        const auto recovery = apply::recover(*local, scene.state());
        QVERIFY(recovery.has_value());
        const bool isNew = *recovery && (*recovery)->outcome == apply::RecoveryOutcome::AppliedUnproved;
        QVERIFY2(scene.tree() == (isNew ? after : before), std::to_string(n).c_str());
        if (undoFailed)
            QVERIFY(recovery->has_value());
        QVERIFY(!apply::interrupted(*local, scene.state()));
    }
}

void TestApplyFaults::undo_failureThatStays_recoveryEndsIt() {
    QFETCH(Shape, shape);
    const Tree after = test::afterOf(shape);
    const auto local = files::localFileSystem();
    for (int n = 1;; ++n) {
        QVERIFY(n < 500);
        Scene scene(shape);
        const Tree before = scene.tree();
        test::FaultFileSystem faulty(*local);
        apply::Applier applier(faulty, actor);
        base::SilentProgress progress;
        const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
        QVERIFY(receipt.has_value());
        faulty.disarm();
        faulty.failFrom(n, base::ErrorCode::InputOutput);
        const auto undone = applier.undo(*receipt);
        if (undone)
            QCOMPARE(scene.files(), test::filesOf(before));
        const bool all = undone && faulty.operations() < n;
        const auto recovery = apply::recover(*local, scene.state());
        QVERIFY(recovery.has_value());
        const bool isNew = *recovery && (*recovery)->outcome == apply::RecoveryOutcome::AppliedUnproved;
        QVERIFY2(scene.tree() == (isNew ? after : before), std::to_string(n).c_str());
        if (!isNew)
            QCOMPARE(scene.stateNames(), std::vector<std::string>());
        if (all)
            break;
    }
}

void TestApplyFaults::settle_oneFailure_canBeRepeated() {
    QFETCH(Shape, shape);
    const auto local = files::localFileSystem();
    for (int n = 1;; ++n) {
        QVERIFY(n < 100);
        Scene scene(shape);
        test::FaultFileSystem faulty(*local);
        apply::Applier applier(faulty, actor);
        base::SilentProgress progress;
        const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
        QVERIFY(receipt.has_value());
        faulty.disarm();
        faulty.failAt(n, base::ErrorCode::InputOutput);
        const auto settled = applier.settle(*receipt, {});
        const bool all = faulty.operations() < n;
        QVERIFY(all || !settled || scene.tree() == test::afterOf(shape));
        QVERIFY(apply::recover(*local, scene.state()).has_value());
        QCOMPARE(scene.tree(), test::afterOf(shape));
        QVERIFY(scene.folder().exists("root/.certwright/history/id-1/entry.json"));
        QVERIFY(!apply::interrupted(*local, scene.state()));
        if (all)
            break;
    }
}

void TestApplyFaults::apply_fullDisk_saysSo() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    test::FaultFileSystem faulty(*local, test::Counted::Writes);
    faulty.pretendFreeSpace(1000);
    apply::Applier applier(faulty, actor);
    base::SilentProgress progress;
    const auto receipt = applier.apply(scene.plan, "id-1", now, progress);
    QCOMPARE(receipt.error().code, base::ErrorCode::DiskFull);
    QCOMPARE(receipt.error().subject, scene.root());
    QCOMPARE(faulty.operations(), 0); // refused before anything was written
    QCOMPARE(scene.tree(), before);
}

QTEST_GUILESS_MAIN(TestApplyFaults)
#include "test_apply_faults.moc"

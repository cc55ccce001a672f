// Why: between an import and its undo, a service or a person may have been at the files; what they did is
// neither run over nor taken for ours.
#include <QTest>
#include <filesystem>

#include "core/apply/applier.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"

using namespace certwright;
using base::ErrorCode;
using test::Scene;
using test::setMode;
using test::Shape;
using test::Tree;

namespace fs = std::filesystem;

namespace {

base::Result<apply::Receipt> applied(files::FileSystem& fileSystem, const Scene& scene) {
    base::SilentProgress progress;
    return apply::Applier(fileSystem, {}).apply(scene.plan, "id-1", base::Time{}, progress);
}

} // namespace

class TestUndo : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void undo_serviceDeletedItsFiles_bringsOldBack();
    void undo_fileChangedSince_failsAndNamesIt();
    void undo_removedFileReplaced_failsAndNamesIt();
    void undo_modeChangedSince_restoresMode();
    void undo_folderFilledSince_leavesIt();
    void undo_parentSwappedForLink_failsAndFollowsNothing();
    void undo_damagedBackup_failsAndKeepsHistory();
    void undo_unwritableTarget_recoveredLater();
    void undo_otherReceipt_refused();
    void settle_notApplied_refused();
    void apply_areaWithoutChanges_isNotMade();
};

void TestUndo::undo_serviceDeletedItsFiles_bringsOldBack() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    const auto receipt = applied(*local, scene);
    for (const char* name : {"ca.crt", "server.key", "kmc.ks"})
        test::removeFile(scene.folder().at("root/keys/" + std::string(name)));
    QVERIFY(apply::Applier(*local, {}).undo(*receipt).has_value());
    QCOMPARE(scene.tree(), before);
}

void TestUndo::undo_fileChangedSince_failsAndNamesIt() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    const auto receipt = applied(*local, scene);
    const std::string config = "root/config/service.conf";
    static_cast<void>(scene.folder().write(config, "edited by hand", 0640));
    const auto undone = apply::Applier(*local, {}).undo(*receipt);
    QCOMPARE(undone.error().code, ErrorCode::UndoFailed);
    QCOMPARE(undone.error().subject, scene.folder().at(config));
    QCOMPARE(scene.folder().read(config), std::string("edited by hand"));
    QCOMPARE(scene.folder().read("root/keys/ca.crt"), std::string("old ca")); // the rest is back all the same
    QVERIFY(apply::interrupted(*local, scene.state()));
    QCOMPARE(apply::recover(*local, scene.state()).error().code, ErrorCode::UndoFailed);
    // The person takes the edit away; then it can be ended.
    test::removeFile(scene.folder().at(config));
    const auto recovery = apply::recover(*local, scene.state());
    QVERIFY(recovery && *recovery && (*recovery)->outcome == apply::RecoveryOutcome::Undone);
    QCOMPARE(scene.tree(), before);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
}

void TestUndo::undo_removedFileReplaced_failsAndNamesIt() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Removal);
    const auto receipt = applied(*local, scene);
    fs::create_directory(scene.folder().at("root/keys/ca.crl"));
    const auto undone = apply::Applier(*local, {}).undo(*receipt);
    QCOMPARE(undone.error().code, ErrorCode::UndoFailed);
    QCOMPARE(undone.error().subject, scene.folder().at("root/keys/ca.crl"));
    QVERIFY(fs::is_directory(scene.folder().at("root/keys/ca.crl")));
}

void TestUndo::undo_modeChangedSince_restoresMode() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::ModeChanges);
    const Tree before = scene.tree();
    const auto receipt = applied(*local, scene);
    test::setMode(scene.folder().at("root/keys/ca.crl"), 0600);
    QVERIFY(apply::Applier(*local, {}).undo(*receipt).has_value());
    QCOMPARE(scene.tree(), before);
}

void TestUndo::undo_folderFilledSince_leavesIt() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::NestedFolders);
    Tree expected = scene.tree();
    expected["root/config/crt"] = "d " + std::to_string(test::keptMode(0750, test::Entry::Folder)) + " ";
    expected["root/config/crt/theirs"] = "f 384 x";
    const auto receipt = applied(*local, scene);
    static_cast<void>(scene.folder().write("root/config/crt/theirs", "x", 0600));
    QVERIFY(apply::Applier(*local, {}).undo(*receipt).has_value());
    QCOMPARE(scene.tree(), expected);
}

void TestUndo::undo_parentSwappedForLink_failsAndFollowsNothing() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const auto receipt = applied(*local, scene);
    fs::rename(scene.folder().at("root/keys"), scene.folder().at("home/keys"));
    fs::create_directory_symlink(scene.folder().at("home/keys"), scene.folder().at("root/keys"));
    const auto undone = apply::Applier(*local, {}).undo(*receipt);
    QCOMPARE(undone.error().code, ErrorCode::UndoFailed);
    QCOMPARE(scene.folder().read("home/keys/ca.crt"), std::string("new ca"));
    test::removeFile(scene.folder().at("root/keys"));
    fs::rename(scene.folder().at("home/keys"), scene.folder().at("root/keys"));
    QVERIFY(apply::recover(*local, scene.state()).has_value());
    QCOMPARE(scene.tree(), Scene(Shape::Replacement).tree());
}

void TestUndo::undo_damagedBackup_failsAndKeepsHistory() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const auto receipt = applied(*local, scene);
    const std::string backup = "root/.certwright/history/id-1/file-1";
    static_cast<void>(scene.folder().write(backup, "old kez", 0400));
    const auto undone = apply::Applier(*local, {}).undo(*receipt);
    QCOMPARE(undone.error().code, ErrorCode::UndoFailed);
    QCOMPARE(undone.error().subject, scene.folder().at("root/keys/server.key"));
    QCOMPARE(scene.folder().read("root/keys/server.key"), std::string("new key"));
    QVERIFY(scene.folder().exists(backup));
    static_cast<void>(scene.folder().write(backup, "old key", 0400));
    QVERIFY(apply::recover(*local, scene.state()).has_value());
    QCOMPARE(scene.tree(), Scene(Shape::Replacement).tree());
}

void TestUndo::undo_unwritableTarget_recoveredLater() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    test::FaultFileSystem faulty(*local);
    faulty.failPath(scene.folder().at("root/config/service.conf"), ErrorCode::FileAccessDenied);
    const auto receipt = applied(faulty, scene); // fails there, and everything else is put back
    QCOMPARE(receipt.error().code, ErrorCode::FileAccessDenied);
    QCOMPARE(scene.tree(), before);
    faulty.disarm();
    const auto second = applied(faulty, scene);
    faulty.failPath(scene.folder().at("root/keys/ca.crt"), ErrorCode::ReadOnlyFileSystem);
    const auto undone = apply::Applier(faulty, {}).undo(*second);
    QCOMPARE(undone.error().code, ErrorCode::UndoFailed);
    QCOMPARE(undone.error().subject, scene.folder().at("root/keys/ca.crt"));
    faulty.disarm();
    QVERIFY(apply::recover(faulty, scene.state()).has_value());
    QCOMPARE(scene.tree(), before);
}

void TestUndo::undo_otherReceipt_refused() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    auto receipt = applied(*local, scene).value_or(apply::Receipt{});
    receipt.id = "id-2";
    QCOMPARE(apply::Applier(*local, {}).undo(receipt).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(apply::Applier(*local, {}).settle(receipt, {}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(scene.tree(), test::afterOf(Shape::Replacement));
}

void TestUndo::settle_notApplied_refused() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const auto receipt = applied(*local, scene);
    static_cast<void>(scene.folder().write("root/keys/ca.crt", "theirs", 0400));
    QVERIFY(!apply::Applier(*local, {}).undo(*receipt).has_value());
    QCOMPARE(apply::Applier(*local, {}).settle(*receipt, {}).error().code, ErrorCode::RecoveryNeeded);
}

void TestUndo::apply_areaWithoutChanges_isNotMade() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    scene.plan.areas.push_back(
        {scene.folder().at("home/unused"), scene.folder().at("home/unused/.certwright")});
    const auto receipt = applied(*local, scene);
    QVERIFY(receipt.has_value());
    QVERIFY(apply::Applier(*local, {}).settle(*receipt, {}).has_value());
    QCOMPARE(scene.tree(), test::afterOf(Shape::Replacement));
}

QTEST_GUILESS_MAIN(TestUndo)
#include "test_undo.moc"

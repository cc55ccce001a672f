// Why: whatever was done can be taken back, that too, and nothing but a whole, unharmed state is ever
// restored.
#include <QTest>

#include <cstdlib>
#include <filesystem>

#include "tests/core/job/past_scene.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace certwright::test;
using base::ErrorCode;
using job::Side;

class TestRollback : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rollback_toEachState_isByteIdentical();
    void rollback_withoutId_isTheStateBefore();
    void rollback_beforeAnId_isTheStateBeforeIt();
    void rollback_ofARollback_bringsItBack();
    void rollback_afterAdoption_isByteIdentical();
    void rollback_handEditsSince_stay();
    void rollback_handEditsWithinAState_comeBackWhole();
    void rollback_filesChangedByHand_areReplacedAndKept();
    void proof_failingNow_undoesUnlessAccepted();
    void state_unknownOrAmbiguous_isSaid();
    void state_damaged_restoresNothing();
    void newest_damaged_isNotSkipped();
    void folder_moved_keepsItsPast();
    void rollback_failingWrite_changesNothing();
    void plan_shown_hasNoKeyMaterial();
    void root_ofAnotherUser_restoresForTheOwner();
};

void TestRollback::rollback_toEachState_isByteIdentical() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        PastScene scene(service);
        std::map<std::string, std::vector<std::string>> states;
        const auto remember = [&](const std::string& id) { states[id] = scene.folder().snapshot(); };
        remember(scene.import(Leaf::First, List::With));
        remember(scene.import(Leaf::Second, List::Without));
        remember(scene.rotate());
        remember(scene.import(Leaf::First, List::Without));
        QVERIFY(!states.contains({}));
        QCOMPARE(states.size(), std::size_t{4});
        for (const auto& [id, state] : states) {
            const auto outcome = scene.rollback({id});
            QVERIFY2(outcome, outcome ? "" : outcome.error().subject.c_str());
            QVERIFY(!outcome->undone);
            QCOMPARE(scene.folder().snapshot(), state);
            QCOMPARE(scene.verify(), std::vector<std::string>{});
        }
        const apply::Entry newest = scene.history().entries.front();
        QVERIFY(newest.operation == plan::Operation::Rollback);
        QVERIFY(states.contains(newest.restores));
        QVERIFY(newest.proof.outcome == apply::ProofOutcome::Passed);
    }
}

void TestRollback::rollback_withoutId_isTheStateBefore() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const auto before = scene.folder().snapshot();
    scene.import(Leaf::Second, List::With);
    const auto plan = scene.rollbackPlan({});
    QVERIFY(plan);
    QCOMPARE(plan->restores, first); // it is the state that the first import left
    QVERIFY(!has(plan->findings, "rollback.unproved"));
    QVERIFY(scene.rollback({}));
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestRollback::rollback_beforeAnId_isTheStateBeforeIt() {
    PastScene scene(Service::Aoi);
    scene.folder().makeFolder(scene.folder().keys(), 0700);
    std::filesystem::create_directory(scene.folder().homeAt("aoi_service"));
    const auto pristine = scene.folder().snapshot();
    const std::string first = scene.import(Leaf::First, List::With);
    const auto plan = scene.rollbackPlan({first, Side::Before});
    QCOMPARE(plan->restores, first + "-before");
    const auto outcome = scene.rollback({first.substr(0, 20), Side::Before});
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(scene.folder().snapshot(), pristine);
    QVERIFY(scene.history().entries.front().proof.outcome == apply::ProofOutcome::NotMade);
}

void TestRollback::rollback_ofARollback_bringsItBack() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    const auto first = scene.folder().snapshot();
    scene.import(Leaf::Second, List::Without);
    const auto second = scene.folder().snapshot();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(scene.rollback({}));
        QCOMPARE(scene.folder().snapshot(), i % 2 == 0 ? first : second);
    }
}

void TestRollback::rollback_afterAdoption_isByteIdentical() {
    PastScene scene(Service::StreamServer);
    ServiceFolder& folder = scene.folder();
    folder.makeFolder(folder.keys(), 0750);
    folder.write(folder.keys() + "/ca.crt", pemOf(scene.root()), 0440);
    const auto made = folder.snapshot();
    const std::string adopted = scene.adopt();
    QVERIFY(!adopted.empty());
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    QVERIFY(folder.snapshot() != made);
    const auto outcome = scene.rollback({adopted});
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(folder.snapshot(), made);
}

void TestRollback::rollback_handEditsSince_stay() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        PastScene scene(service);
        ServiceFolder& folder = scene.folder();
        const std::string first = scene.import(Leaf::First, List::With);
        const std::string config = folder.config();
        const std::string note = service == Service::Aoi ? "# by hand\n" : "\n# by hand";
        folder.writeConfig(folder.config() + note);
        // A YAML value that was emptied keeps its quotes when it comes back.
        scene.import(Leaf::Second, service == Service::Aoi ? List::With : List::Without);
        const auto second = folder.snapshot();
        const std::string edited = scene.history().entries.front().id;
        const auto plan = scene.rollbackPlan({first});
        const auto* merged = bodyOf<check::ConfigMerged>(plan->findings);
        QVERIFY(merged != nullptr && !merged->keys.empty());
        QVERIFY(!plan->configDifference.empty());
        const auto outcome = scene.rollback({first});
        QVERIFY(outcome && !outcome->undone);
        QCOMPARE(folder.config(), config + note);
        // The edit was there before the second import ended, so its state is exact.
        QVERIFY(!has(scene.rollbackPlan({edited})->findings, "rollback.config-merged"));
        QVERIFY(scene.rollback({edited}));
        QCOMPARE(folder.snapshot(), second);
    }
}

// Between the edit and now lies nothing but Certwright's own work.
void TestRollback::rollback_handEditsWithinAState_comeBackWhole() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    scene.folder().writeConfig(scene.folder().config() + "\nhand=made");
    const std::string second = scene.import(Leaf::Second, List::With);
    const auto state = scene.folder().snapshot();
    scene.import(Leaf::First, List::Without);
    scene.rotate();
    QVERIFY(scene.rollback({second}));
    QCOMPARE(scene.folder().snapshot(), state);
    // An edit after the newest one is an edit since all of them.
    scene.folder().writeConfig(scene.folder().config() + "\nlate=edit");
    const std::string first = scene.history().entries.back().id;
    QVERIFY(has(scene.rollbackPlan({first})->findings, "rollback.config-merged"));
}

void TestRollback::rollback_filesChangedByHand_areReplacedAndKept() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const auto state = scene.folder().snapshot();
    scene.folder().write(scene.folder().profile().slot("ca")->target, "made by hand", 0600);
    const auto byHand = scene.folder().snapshot();
    QVERIFY(scene.rollback({first}));
    QCOMPARE(scene.folder().snapshot(), state);
    QVERIFY(has(scene.rollbackPlan({})->findings, "rollback.unproved"));
    const auto outcome = scene.rollback({});
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(scene.folder().snapshot(), byHand);
    QVERIFY(scene.history().entries.front().proof.outcome == apply::ProofOutcome::Failed);
}

void TestRollback::proof_failingNow_undoesUnlessAccepted() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const auto old = scene.folder().snapshot();
    scene.import(Leaf::Second, List::With);
    const auto before = scene.folder().snapshot();
    const base::Time later = testNow() + std::chrono::days(4000);
    const auto refused = scene.rollback({first}, later);
    QVERIFY(refused && refused->undone);
    QCOMPARE(scene.folder().snapshot(), before);
    const auto accepted = scene.rollback({first, Side::After, job::Acceptance::Unproved}, later);
    QVERIFY(accepted && !accepted->undone && !accepted->proof.succeeded());
    QCOMPARE(scene.folder().snapshot(), old);
}

void TestRollback::state_unknownOrAmbiguous_isSaid() {
    PastScene scene(Service::StreamServer);
    QCOMPARE(scene.rollbackPlan({}).error().code, ErrorCode::HistoryUnknown);
    scene.import(Leaf::First, List::With);
    scene.import(Leaf::Second, List::With);
    QCOMPARE(scene.rollbackPlan({"19700101"}).error().code, ErrorCode::HistoryUnknown);
    QCOMPARE(scene.rollbackPlan({"20261121-"}).error().code, ErrorCode::HistoryUnknown);
}

void TestRollback::state_damaged_restoresNothing() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const std::string second = scene.import(Leaf::Second, List::With);
    scene.import(Leaf::First, List::Without);
    const auto before = scene.folder().snapshot();
    const std::string folder = scene.stateFolder() + "/history/";
    const std::string path = folder + second + "/state";
    auto content = *scene.files().read(path, 1 << 20, files::Links::Refuse);
    content[content.size() / 2] ^= 1;
    QVERIFY(scene.files().remove(path));
    QVERIFY(scene.files().writeNew(path, content, 0600, std::nullopt));
    QCOMPARE(scene.rollbackPlan({second}).error().code, ErrorCode::HistoryDamaged);
    QVERIFY(scene.files().remove(folder + second + "/entry.json"));
    const auto gone = scene.rollbackPlan({second}).error();
    QCOMPARE(gone.code, ErrorCode::HistoryDamaged);
    QCOMPARE(gone.subject, second);
    QCOMPARE(scene.folder().snapshot(), before);
    // The others stay usable.
    const auto outcome = scene.rollback({first});
    QVERIFY(outcome && !outcome->undone);
}

void TestRollback::newest_damaged_isNotSkipped() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    const std::string second = scene.import(Leaf::Second, List::With);
    QVERIFY(scene.files().remove(scene.stateFolder() + "/history/" + second + "/entry.json"));
    const auto plan = scene.rollbackPlan({});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::HistoryDamaged);
    QCOMPARE(plan.error().subject, second);
}

void TestRollback::folder_moved_keepsItsPast() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    const std::string cert = scene.folder().read(scene.folder().profile().slot("cert")->target);
    scene.import(Leaf::Second, List::With);
    const std::string moved = scene.folder().root() + "-moved";
    std::filesystem::rename(scene.folder().root(), moved);
    job::RollbackJob job(scene.environment(), {"streamserver", moved, {}}, {first});
    const auto plan = job.plan();
    QVERIFY2(plan, plan ? "" : plan.error().subject.c_str());
    const auto outcome = job.apply();
    QVERIFY(outcome && !outcome->undone);
    std::filesystem::rename(moved, scene.folder().root());
    QCOMPARE(scene.folder().read(scene.folder().profile().slot("cert")->target), cert);
}

void TestRollback::rollback_failingWrite_changesNothing() {
    PastScene scene(Service::StreamServer);
    const std::string first = scene.import(Leaf::First, List::With);
    scene.import(Leaf::Second, List::With);
    const auto before = scene.folder().snapshot();
    scene.files().failPath(scene.folder().configPath(), ErrorCode::DiskFull);
    QCOMPARE(scene.rollback({first}).error().code, ErrorCode::DiskFull);
    scene.files().disarm();
    QCOMPARE(scene.folder().snapshot(), before);
    QCOMPARE(scene.history().entries.size(), std::size_t{2});
}

void TestRollback::plan_shown_hasNoKeyMaterial() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    scene.rotate();
    const auto plan = scene.rollbackPlan({});
    QVERIFY(plan && !plan->changes.empty());
    for (const auto& change : plan->changes)
        if (change.path.ends_with(".ks"))
            QVERIFY(change.content.empty());
}

// As an ordinary user the owner is this very account.
void TestRollback::root_ofAnotherUser_restoresForTheOwner() {
    PastScene scene(Service::Aoi);
    scene.allowRoot();
    auto files = files::localFileSystem();
    const base::Owner owner = runsAsRoot() ? base::Owner{12345, 12345} : files->self();
    const std::string command = "chown -R " + std::to_string(owner.user) + " '" + scene.folder().root() +
                                "' '" + scene.folder().home() + "'";
    QCOMPARE(std::system(command.c_str()), 0);
    const std::string first = scene.import(Leaf::First, List::With);
    const auto state = scene.folder().snapshot();
    scene.import(Leaf::Second, List::Without);
    const auto outcome = scene.rollback({first});
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(scene.folder().snapshot(), state);
    for (const std::string& top : {scene.folder().root(), scene.folder().home()})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
            const auto info = files->stat(test::utf8Of(entry.path()), files::Links::Refuse);
            QVERIFY2(info && info->owner.user == owner.user, test::utf8Of(entry.path()).c_str());
        }
}

QTEST_GUILESS_MAIN(TestRollback)
#include "test_rollback.moc"

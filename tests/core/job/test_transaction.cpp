// Why: whatever happens between the plan and the proof, the service folder is the old one or the new one, and
// the next verb says which.
#include <QTest>

#include <filesystem>

#include "core/job/transaction.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace certwright::test;

class TestTransaction : public QObject {
    Q_OBJECT

  private:
    // interrupt lets an import lose power at its n-th write.
    static void interrupt(JobScene& scene, int n) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::Before);
        try {
            static_cast<void>(scene.run(scene.request(scene.goodFiles())));
        } catch (const PowerCut&) {
        }
        scene.files().disarm();
    }
    // writesOfAnImport counts the writing verbs of a whole import.
    static int writesOfAnImport() {
        JobScene scene(Service::StreamServer);
        static_cast<void>(scene.run(scene.request(scene.goodFiles())));
        return scene.files().operations();
    }

  private Q_SLOTS:
    void id_isTimeAndRandomness();
    void id_withoutRandomness_fails();
    void proof_failing_undoesEverything();
    void proof_failingOverAnInstallation_bringsItBack();
    void write_failing_changesNothing_data();
    void write_failing_changesNothing();
    void power_cutAnywhere_isEndedByTheNextVerb();
    void power_cutBeforeTheProof_isToldAsUnproved();
    void power_cutAmidTheSwap_isToldAsUndone();
    void lock_held_isToldWithItsHolder();
    void lock_stateFolderIsALink_isRefused();
    void recovery_withoutRights_isNeeded();
    void recovery_ofADamagedJournal_isRefused();
    void file_changedAfterThePlan_isRefused();
    void root_ofAnotherUser_getsAllFiles();
};

void TestTransaction::id_isTimeAndRandomness() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const auto id = job::transactionId(environment);
    QVERIFY(id->starts_with("20261121-120000-"));
    QCOMPARE(id->size(), std::size_t{24});
    QVERIFY(*job::transactionId(environment) != *id);
}

void TestTransaction::id_withoutRandomness_fails() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    scene.random().runDryAfter(0);
    QCOMPARE(job::transactionId(environment).error().code, base::ErrorCode::CryptoFailed);
}

// Without its key stores the new state cannot be read back as the service would.
void TestTransaction::proof_failing_undoesEverything() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const auto before = scene.folder().snapshot();
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords passwords({"secret"});
    QVERIFY(job.check(passwords));
    auto plan = *job.plan();
    std::erase_if(plan.changes, [](const plan::Change& change) { return change.path.ends_with(".ks"); });
    const prove::Place place{&scene.folder().profile(), plan.root, {}};
    const auto outcome = job::carryOut(environment, plan, place, job::ProofDemand::Required);
    QVERIFY(outcome);
    QVERIFY(outcome->undone);
    QVERIFY(!outcome->proof.succeeded());
    QVERIFY(has(outcome->proof.failures, "proof.failed"));
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestTransaction::proof_failingOverAnInstallation_bringsItBack() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto before = scene.folder().snapshot();
    auto environment = scene.environment();
    plan::Plan plan;
    plan.service = scene.folder().id();
    plan.root = scene.folder().root();
    plan.areas = {{plan.root, plan::stateFolderOf(plan.root)}};
    plan::Change change;
    change.path = scene.folder().slotPath("ca");
    change.mode = 0400;
    change.before = plan::Before{plan::contentHash(base::viewOf(pemOf(scene.root()))), 0400,
                                 environment.fileSystem.self()};
    change.before->owner = environment.fileSystem.stat(change.path, files::Links::Refuse)->owner;
    change.content = base::toBytes(pemOf(makeCa("Other", otherCaKey())));
    change.sha256 = plan::contentHash(change.content);
    plan.changes.push_back(change);
    const auto outcome = job::carryOut(environment, plan, {&scene.folder().profile(), plan.root, {}},
                                       job::ProofDemand::Required);
    QVERIFY(outcome && outcome->undone);
    QCOMPARE(scene.folder().snapshot(), before);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    scene.files().disarm();
    scene.files().failPath(change.path, base::ErrorCode::InputOutput);
    QCOMPARE(job::carryOut(environment, plan, {&scene.folder().profile(), plan.root, {}},
                           job::ProofDemand::Required)
                 .error()
                 .code,
             base::ErrorCode::InputOutput);
}

void TestTransaction::write_failing_changesNothing_data() {
    QTest::addColumn<int>("n");
    const int writes = writesOfAnImport();
    QVERIFY(writes > 20);
    for (int n = 1; n <= writes; ++n)
        QTest::addRow("%d", n) << n;
}

void TestTransaction::write_failing_changesNothing() {
    QFETCH(int, n);
    JobScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    scene.files().failAt(n, base::ErrorCode::DiskFull);
    const auto outcome = scene.run(scene.request(scene.goodFiles()));
    scene.files().disarm();
    if (outcome && !outcome->undone)
        QCOMPARE(scene.verify(), std::vector<std::string>{});
    else
        QCOMPARE(scene.folder().snapshot(), before);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestTransaction::power_cutAnywhere_isEndedByTheNextVerb() {
    const int writes = writesOfAnImport();
    for (int n = 1; n <= writes; n += 3) {
        JobScene scene(Service::StreamServer);
        const auto before = scene.folder().snapshot();
        interrupt(scene, n);
        auto environment = scene.environment();
        const auto opened = job::openService(environment, scene.folder().id(), scene.folder().root(), {});
        QVERIFY(opened);
        const auto after = scene.folder().snapshot();
        if (opened->recovered && opened->recovered->outcome != apply::RecoveryOutcome::AppliedUnproved)
            QCOMPARE(after, before);
        if (after != before)
            QCOMPARE(scene.verify(), std::vector<std::string>{});
    }
}

void TestTransaction::power_cutBeforeTheProof_isToldAsUnproved() {
    const int writes = writesOfAnImport();
    bool unproved = false;
    for (int n = writes; n > writes - 12 && !unproved; --n) {
        JobScene scene(Service::StreamServer);
        interrupt(scene, n);
        const auto checked = scene.check(scene.request(scene.goodFiles()));
        QVERIFY(checked);
        if (has(checked->findings, "transaction.unproved")) {
            unproved = true;
            QCOMPARE(check::codeOf(checked->findings.front()), std::string_view("transaction.unproved"));
            QCOMPARE(scene.verify(), std::vector<std::string>{});
        }
    }
    QVERIFY(unproved);
}

void TestTransaction::power_cutAmidTheSwap_isToldAsUndone() {
    const int writes = writesOfAnImport();
    bool undone = false;
    for (int n = writes; n > 1 && !undone; --n) {
        JobScene scene(Service::StreamServer);
        const auto before = scene.folder().snapshot();
        interrupt(scene, n);
        auto environment = scene.environment();
        const auto service = job::openService(environment, scene.folder().id(), scene.folder().root(), {});
        QVERIFY(service);
        if (service->recovered && service->recovered->outcome == apply::RecoveryOutcome::Undone) {
            undone = true;
            QCOMPARE(scene.folder().snapshot(), before);
            QVERIFY(scene.run(scene.request(scene.goodFiles())));
            const auto verification = job::verifyService(environment, *service);
            QVERIFY(verification);
            QCOMPARE(check::codeOf(verification->findings.front()), std::string_view("transaction.undone"));
        }
    }
    QVERIFY(undone);
}

void TestTransaction::lock_held_isToldWithItsHolder() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    const auto before = scene.folder().snapshot();
    const auto lock = job::holdLock(environment, scene.folder().root());
    QVERIFY(lock);
    const auto outcome = scene.run(scene.request(scene.goodFiles()));
    QCOMPARE(outcome.error().code, base::ErrorCode::LockHeld);
    QVERIFY(outcome.error().detail.starts_with("tester@bench pid "));
    QVERIFY(outcome.error().detail.ends_with(" since 2026-11-21T12:00:00Z"));
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestTransaction::lock_stateFolderIsALink_isRefused() {
    JobScene scene(Service::StreamServer);
    scene.folder().makeFolder("elsewhere", 0700);
    std::filesystem::create_directory_symlink(scene.folder().at("elsewhere"),
                                              scene.folder().at(".certwright"));
    QCOMPARE(scene.run(scene.request(scene.goodFiles())).error().code, base::ErrorCode::TargetUnsafe);
    QVERIFY(std::filesystem::is_empty(scene.folder().at("elsewhere")));
}

void TestTransaction::recovery_withoutRights_isNeeded() {
    JobScene scene(Service::StreamServer);
    scene.folder().write(".certwright/journal.json", "{}", 0600);
    scene.files().failFrom(1, base::ErrorCode::FileAccessDenied);
    auto environment = scene.environment();
    QCOMPARE(job::openService(environment, scene.folder().id(), scene.folder().root(), {}).error().code,
             base::ErrorCode::RecoveryNeeded);
    QCOMPARE(scene.check(scene.request(scene.goodFiles())).error().code, base::ErrorCode::RecoveryNeeded);
}

void TestTransaction::recovery_ofADamagedJournal_isRefused() {
    JobScene scene(Service::StreamServer);
    scene.folder().write(".certwright/journal.json", "{}", 0600);
    QCOMPARE(scene.check(scene.request(scene.goodFiles())).error().code, base::ErrorCode::JournalDamaged);
}

void TestTransaction::file_changedAfterThePlan_isRefused() {
    JobScene scene(Service::StreamServer);
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords passwords({"secret"});
    QVERIFY(job.check(passwords));
    QVERIFY(job.plan());
    scene.folder().writeConfig("port=9090\n");
    const auto before = scene.folder().snapshot();
    QCOMPARE(job.apply().error().code, base::ErrorCode::FileChanged);
    QCOMPARE(scene.folder().snapshot(), before);
}

// As root the folder is really given to another user; as anybody else it is the own one, and nothing is given
// away.
void TestTransaction::root_ofAnotherUser_getsAllFiles() {
    JobScene scene(Service::Aoi);
    auto files = files::localFileSystem();
    base::Owner owner = files->self();
    if (runsAsRoot()) {
        owner = {12345, 12345};
        const std::string command =
            "chown -R 12345:12345 '" + scene.folder().root() + "' '" + scene.folder().home() + "'";
        QCOMPARE(std::system(command.c_str()), 0);
    }
    const auto request = scene.request(scene.goodFiles());
    if (runsAsRoot()) {
        const auto untouched = scene.folder().snapshot();
        QVERIFY(has(scene.check(request)->findings, "root.as-owner"));
        QCOMPARE(scene.run(request).error().code, base::ErrorCode::PlanBlocked);
        QCOMPARE(scene.folder().snapshot(), untouched);
    }
    scene.allowRoot();
    QCOMPARE(has(scene.check(request)->findings, "target.as-root"), runsAsRoot());
    QVERIFY(scene.run(request));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    for (const std::string& top : {scene.folder().root(), scene.folder().home()})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(top)) {
            const auto info = files->stat(test::utf8Of(entry.path()), files::Links::Refuse);
            QVERIFY2(info && info->owner.user == owner.user, test::utf8Of(entry.path()).c_str());
        }
    QVERIFY(scene.run(request));
}

QTEST_GUILESS_MAIN(TestTransaction)
#include "test_transaction.moc"

// Why: verify and unlock stand on this: the right profile, a real folder, and nothing half done in it.
#include <QTest>

#include <filesystem>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

class TestOpenService : public QObject {
    Q_OBJECT

  private:
    static base::Result<job::OpenedService> open(JobScene& scene, const std::string& root) {
        auto environment = scene.environment();
        return job::openService(environment, scene.folder().id(), root, scene.folder().home());
    }

  private Q_SLOTS:
    void open_unknown_fails();
    void open_throughALink_isResolved();
    void open_leavesNoTrace();
    void recovery_isWordedByItsOutcome();
    void verify_nothingInstalled_says();
    void unlock_installed_givesTheKeysPassphrase();
    void unlock_transactionBegunSince_isEndedFirst();
    void unlock_nothingInstalled_fails();
};

void TestOpenService::open_unknown_fails() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    QCOMPARE(job::openService(environment, "nothing", scene.folder().root(), {}).error().code,
             base::ErrorCode::ProfileUnknown);
    QCOMPARE(open(scene, {}).error().code, base::ErrorCode::RootUnknown);
    QCOMPARE(open(scene, scene.folder().at("nowhere")).error().code, base::ErrorCode::RootUnknown);
    QCOMPARE(open(scene, scene.folder().configPath()).error().code, base::ErrorCode::RootUnknown);
}

void TestOpenService::open_throughALink_isResolved() {
    JobScene scene(Service::StreamServer);
    const std::string link = scene.folder().broughtFolder() + "/link";
    std::filesystem::create_directory_symlink(scene.folder().root(), link);
    QCOMPARE(open(scene, link)->root, scene.folder().root());
}

void TestOpenService::open_leavesNoTrace() {
    JobScene scene(Service::StreamServer);
    const auto opened = open(scene, scene.folder().root());
    QVERIFY(opened && !opened->recovered);
    QVERIFY(!scene.folder().exists(".certwright"));
}

void TestOpenService::recovery_isWordedByItsOutcome() {
    apply::Recovery recovery{apply::RecoveryOutcome::CleanedUp, "id", testNow()};
    QVERIFY(!job::recoveryFinding(recovery));
    recovery.outcome = apply::RecoveryOutcome::Undone;
    QCOMPARE(check::codeOf(*job::recoveryFinding(recovery)), std::string_view("transaction.undone"));
    recovery.outcome = apply::RecoveryOutcome::AppliedUnproved;
    QCOMPARE(check::codeOf(*job::recoveryFinding(recovery)), std::string_view("transaction.unproved"));
}

void TestOpenService::verify_nothingInstalled_says() {
    JobScene scene(Service::StreamServer);
    QVERIFY(!scene.verify().empty());
    test::removeFile(scene.folder().configPath());
    QCOMPARE(scene.verify(), std::vector<std::string>{"file.not-found"});
}

void TestOpenService::unlock_installed_givesTheKeysPassphrase() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        QVERIFY(scene.run(scene.request(scene.goodFiles())));
        auto environment = scene.environment();
        const auto opened = open(scene, scene.folder().root());
        const auto passphrase = job::unlockService(environment, *opened);
        QVERIFY(passphrase);
        const std::string pem = scene.folder().read(scene.folder().profile().slot("key")->target);
        const auto parsed = document::parse(base::viewOf(pem), environment.access);
        QVERIFY(document::openKey(std::get<document::EncryptedKey>(parsed.items[0].object), *passphrase,
                                  environment.access));
    }
}

// Between opening and unlocking another import begins, and is killed.
void TestOpenService::unlock_transactionBegunSince_isEndedFirst() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const auto opened = open(scene, scene.folder().root());
    int interrupted = 0;
    for (const int n : {8, 12, 16, 20, 24, 28}) {
        scene.files().disarm();
        scene.files().cutPowerAt(n, Cut::Before);
        try {
            static_cast<void>(scene.run(scene.request(scene.goodFiles())));
        } catch (const PowerCut&) {
        }
        scene.files().disarm();
        interrupted += scene.folder().exists(".certwright/journal.json") ? 1 : 0;
        auto environment = scene.environment();
        QVERIFY(job::unlockService(environment, *opened));
        QVERIFY(!scene.folder().exists(".certwright/journal.json"));
    }
    QVERIFY(interrupted > 0);
}

void TestOpenService::unlock_nothingInstalled_fails() {
    JobScene scene(Service::StreamServer);
    auto environment = scene.environment();
    QVERIFY(!job::unlockService(environment, *open(scene, scene.folder().root())));
}

QTEST_GUILESS_MAIN(TestOpenService)
#include "test_open_service.moc"

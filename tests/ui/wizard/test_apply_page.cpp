// Why: whatever happens while it is written, a person reads what became of it, and the service is whole.
#include <QFile>
#include <QLabel>

#include <filesystem>
#include <latch>

#include "tests/support/modes.h"
#include "tests/ui/wizard/walk.h"

using namespace certwright;
using model::Stage;
using model::Task;
using test::GuiScene;

class TestApplyPage : public QObject {
    Q_OBJECT

  private:
    std::vector<std::string> tree(GuiScene& scene) {
        return test::treeOf(scene.path("practice/services/streamserver"));
    }
    // apply walks to the preview, lets `before` happen, and presses the button.
    bool apply(GuiScene& scene, model::WizardDraft draft, const std::function<void()>& before) {
        if (!test::walkTo(scene, std::move(draft), Stage::Preview))
            return false;
        before();
        return scene.click("wizard-next") && scene.settle();
    }

  private Q_SLOTS:
    void fault_whileWriting_changesNothingAndRetrySucceeds_data();
    void fault_whileWriting_changesNothingAndRetrySucceeds();
    void folder_withoutWriteAccess_changesNothing();
    void undo_fails_saysWhatToDoAndIsFinishedLater();
    void config_changedSincePreview_isRefusedAndSeenAgain();
    void cancel_pressed_changesNothing();
    void waiting_longerThanPatience_isTold();
    void proof_fails_everythingIsPutBack();
    void proof_fails_canBeAccepted();
    void language_switchedAfterFailure_keepsIt();
    void enter_again_needsAnotherConfirmation();
};

void TestApplyPage::fault_whileWriting_changesNothingAndRetrySucceeds_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("told");
    const auto full = static_cast<int>(base::ErrorCode::DiskFull);
    QTest::newRow("disk full at once") << 1 << full << "disk is full";
    QTest::newRow("disk full when staging") << 6 << full << "disk is full";
    QTest::newRow("read-only") << 1 << static_cast<int>(base::ErrorCode::ReadOnlyFileSystem)
                               << "read-only file system";
    QTest::newRow("disk breaks") << 6 << static_cast<int>(base::ErrorCode::InputOutput)
                                 << "Reading or writing";
}

void TestApplyPage::fault_whileWriting_changesNothingAndRetrySucceeds() {
    QFETCH(int, from);
    QFETCH(int, code);
    QFETCH(QString, told);
    GuiScene scene;
    const auto before = tree(scene);
    QVERIFY(apply(scene, test::draftOf(scene, "good-pem"), [&] {
        scene.files().disarm();
        scene.files().failFrom(from, static_cast<base::ErrorCode>(code));
    }));
    QCOMPARE(scene.wizard()->stage(), Stage::Apply);
    QVERIFY(scene.shows(told));
    QVERIFY(tree(scene) == before);
    scene.files().disarm();
    QVERIFY(scene.click("apply-retry"));
    QVERIFY(scene.settle());
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Done);
    QVERIFY(tree(scene) != before);
}

void TestApplyPage::folder_withoutWriteAccess_changesNothing() {
    GuiScene scene;
    const std::string root = scene.path("practice/services/streamserver");
    const auto before = tree(scene);
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    const std::string keys = root + "/sample/mxVision/streamserver/keys";
    const std::uint32_t wanted = test::modeOf(keys);
    test::setMode(root, 0500);
    test::setMode(keys, 0500);
    const bool pressed = scene.click("wizard-next") && scene.settle();
    const Stage reached = scene.wizard()->stage();
    test::setMode(root, 0700);
    test::setMode(keys, wanted);
    QVERIFY(pressed);
    // Nothing is closed to root.
    QCOMPARE(reached, test::runsAsRoot() ? Stage::Done : Stage::Apply);
    if (!test::runsAsRoot()) {
        QVERIFY(scene.shows(QStringLiteral("You may not access")));
        QVERIFY(tree(scene) == before);
    }
}

void TestApplyPage::undo_fails_saysWhatToDoAndIsFinishedLater() {
    GuiScene scene;
    const auto before = tree(scene);
    const std::string keys = scene.path("practice/services/streamserver/sample/mxVision/streamserver/keys");
    QVERIFY(apply(scene, test::draftOf(scene, "good-pem"),
                  [&] { scene.files().failPath(keys, base::ErrorCode::ReadOnlyFileSystem); }));
    QVERIFY(scene.shows(QStringLiteral("The previous state could not be put back completely")));
    QVERIFY(scene.shows(QStringLiteral("it finishes the undo")));
    scene.files().disarm();
    QVERIFY(scene.click("apply-retry"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(tree(scene) == before);
}

void TestApplyPage::config_changedSincePreview_isRefusedAndSeenAgain() {
    GuiScene scene;
    const QString config =
        QString::fromStdString(scene.path("practice/services/streamserver/config/streamserver.conf"));
    std::vector<std::string> before;
    QVERIFY(apply(scene, test::draftOf(scene, "good-pem"), [&] {
        QFile file(config);
        QVERIFY(file.open(QIODevice::Append) && file.write("\n# by hand\n") > 0);
        file.close();
        before = tree(scene);
    }));
    QVERIFY(scene.shows(QStringLiteral("has changed since it was looked at; nothing was written")));
    QVERIFY(tree(scene) == before);
    QVERIFY(scene.click("apply-retry"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(test::walkOn(scene, Stage::Done));
}

void TestApplyPage::cancel_pressed_changesNothing() {
    GuiScene scene;
    const auto before = tree(scene);
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    std::latch open(1);
    scene.worker().start(
        &scene.window(),
        [&open] {
            open.wait();
            return 0;
        },
        [](int) {});
    QVERIFY(scene.click("wizard-next"));
    QCOMPARE(scene.wizard()->stage(), Stage::Apply);
    QVERIFY(scene.find<QPushButton>("wizard-back") == nullptr);
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.shows(QStringLiteral("Stopping…")));
    open.count_down();
    QVERIFY(scene.settle());
    QVERIFY(scene.shows(QStringLiteral("Stopped. Nothing has changed.")));
    QVERIFY(tree(scene) == before);
    QVERIFY(scene.click("apply-retry"));
    QVERIFY(scene.settle());
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Done);
}

void TestApplyPage::waiting_longerThanPatience_isTold() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    std::latch open(1);
    scene.worker().start(
        &scene.window(),
        [&open] {
            open.wait();
            return 0;
        },
        [](int) {});
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(QTest::qWaitFor([&] { return scene.shows(QStringLiteral("Still at it")); }, 10000));
    open.count_down();
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Done);
}

void TestApplyPage::proof_fails_everythingIsPutBack() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::minutes(1);
    QVERIFY(test::install(scene, "with-intermediate"));
    const auto before = tree(scene);
    scene.time() += std::chrono::years(15);
    QVERIFY(apply(scene, scene.draftFor("streamserver", Task::Rollback), [] {}));
    QVERIFY(scene.shows(QStringLiteral("The proof failed, so everything was put back as it was.")));
    QVERIFY(scene.find<QWidget>("apply-findings") != nullptr);
    QVERIFY(tree(scene) == before);
}

void TestApplyPage::proof_fails_canBeAccepted() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::minutes(1);
    QVERIFY(test::install(scene, "with-intermediate"));
    scene.time() += std::chrono::years(15);
    auto draft = scene.draftFor("streamserver", Task::Rollback);
    draft.rollback.acceptance = job::Acceptance::Unproved;
    QVERIFY(apply(scene, std::move(draft), [] {}));
    QCOMPARE(scene.wizard()->stage(), Stage::Done);
    QVERIFY(scene.shows(QStringLiteral("Restored, but its proof does not succeed.")));
}

void TestApplyPage::language_switchedAfterFailure_keepsIt() {
    GuiScene scene;
    QVERIFY(apply(scene, test::draftOf(scene, "good-pem"), [&] {
        scene.files().disarm();
        scene.files().failFrom(1, base::ErrorCode::DiskFull);
    }));
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Apply);
    QVERIFY(scene.shows(QStringLiteral("磁盘")));
}

void TestApplyPage::enter_again_needsAnotherConfirmation() {
    GuiScene scene;
    const auto before = tree(scene);
    QVERIFY(apply(scene, test::draftOf(scene, "good-pem"), [&] {
        scene.files().disarm();
        scene.files().failFrom(1, base::ErrorCode::DiskFull);
    }));
    scene.files().disarm();
    QVERIFY(scene.click("wizard-back"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Preview);
    QVERIFY(tree(scene) == before);
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Done);
}

QTEST_MAIN(TestApplyPage)
#include "test_apply_page.moc"

// Why: what a person agrees to must be all of what happens, in words that hold for their task.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>

#include <algorithm>

#include "tests/ui/wizard/walk.h"

using namespace certwright;
using model::Stage;
using model::Task;
using test::GuiScene;

class TestPreviewPage : public QObject {
    Q_OBJECT

  private:
    QString command(GuiScene& scene) { return scene.find<QPlainTextEdit>("preview-command")->toPlainText(); }
    QString next(GuiScene& scene) { return scene.find<QPushButton>("wizard-next")->text(); }

  private Q_SLOTS:
    void import_shown_tellsFilesConfigRulesAndCommand();
    void import_aoi_tellsTheRetention();
    void copy_pressed_isInTheClipboard();
    void eachTask_hasItsOwnWords_data();
    void eachTask_hasItsOwnWords();
    void secrets_areNotShown();
    void disk_full_isTriedAgain_data();
    void disk_full_isTriedAgain();
    void language_switched_keepsThePlan();
    void back_andOn_keepsEverything();
    void planning_fails_canBeTriedAgain();
};

void TestPreviewPage::import_shown_tellsFilesConfigRulesAndCommand() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    for (const char* part :
         {"preview-summary", "preview-files", "preview-config", "preview-how", "preview-rules"})
        QVERIFY2(scene.find<QWidget>(part) != nullptr, part);
    QVERIFY(scene.shows(QStringLiteral("mutual TLS")));
    QVERIFY(scene.shows(QStringLiteral("the service reads at most 99")));
    QVERIFY(scene.shows(QStringLiteral("mode 400")));
    QVERIFY(
        command(scene).startsWith(QStringLiteral("certwright-cli import --service streamserver --root ")));
    QVERIFY(command(scene).endsWith(QStringLiteral("/practice/material/good-pem")));
    QCOMPARE(next(scene), QStringLiteral("&Import"));
}

void TestPreviewPage::import_aoi_tellsTheRetention() {
    GuiScene scene;
    auto draft = test::draftOf(scene, "good-pkcs12");
    draft.retentionDays = 300;
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Preview));
    QVERIFY(scene.shows(QStringLiteral("The service deletes its certificates after")));
    QVERIFY(command(scene).contains(QStringLiteral("--set retention-days=300")));
    QVERIFY(command(scene).contains(QStringLiteral("--home ")));
    QVERIFY(scene.shows(QStringLiteral("A copy of the encrypted key is kept at")));
}

void TestPreviewPage::copy_pressed_isInTheClipboard() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    auto* copy = scene.find<QPushButton>("preview-copy");
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), command(scene));
}

void TestPreviewPage::disk_full_isTriedAgain_data() {
    QTest::addColumn<bool>("back");
    QTest::newRow("by the button") << false;
    QTest::newRow("by going back and on") << true;
}

void TestPreviewPage::disk_full_isTriedAgain() {
    QFETCH(bool, back);
    GuiScene scene;
    scene.files().pretendFreeSpace(1000);
    test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview);
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QWidget>("preview-findings") != nullptr);
    QVERIFY(!scene.find<QPushButton>("wizard-next")->isEnabled());
    scene.files().pretendFreeSpace(std::uint64_t{1} << 40U);
    if (back) {
        QVERIFY(scene.click("wizard-back"));
        QVERIFY(test::walkOn(scene, Stage::Preview));
    } else {
        QVERIFY(scene.click("preview-retry"));
    }
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QWidget>("preview-findings") == nullptr);
    QVERIFY(scene.find<QPushButton>("wizard-next")->isEnabled());
}

void TestPreviewPage::eachTask_hasItsOwnWords_data() {
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("verb");
    QTest::newRow("replace") << static_cast<int>(Task::Replace) << "&Replace"
                             << "replace";
    QTest::newRow("update") << static_cast<int>(Task::CrlUpdate) << "&Update"
                            << "crl-update";
    QTest::newRow("rollback") << static_cast<int>(Task::Rollback) << "&Restore"
                              << "rollback";
}

void TestPreviewPage::eachTask_hasItsOwnWords() {
    QFETCH(int, task);
    QFETCH(QString, button);
    QFETCH(QString, verb);
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::minutes(1);
    auto draft = scene.draftFor("streamserver", static_cast<Task>(task));
    if (draft.task == Task::Replace)
        draft.slots["cert"] = scene.path("practice/material/expires-soon/server.crt");
    if (draft.task == Task::CrlUpdate) {
        // The only other list of this CA ended three days ago.
        scene.time() -= std::chrono::days(5);
        draft.slots["crl"] = scene.path("practice/material/expired-crl/ca.crl");
        draft.allowOlderLists = plan::OlderLists::Allow;
    }
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Preview));
    QCOMPARE(next(scene), button);
    QVERIFY2(command(scene).startsWith(QStringLiteral("certwright-cli %1 --service streamserver").arg(verb)),
             qPrintable(command(scene)));
}

void TestPreviewPage::secrets_areNotShown() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    const auto& lines = scene.wizard()->draft().plan->configDifference;
    QVERIFY(std::ranges::any_of(lines, [](const plan::DifferenceLine& line) {
        return line.text.find("server_key_mm=****") != std::string::npos;
    }));
    QVERIFY(!command(scene).contains(QStringLiteral("password")));
}

void TestPreviewPage::language_switched_keepsThePlan() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    const QString line = command(scene);
    const auto* plan = &*scene.wizard()->draft().plan;
    scene.language().setLanguage(text::Language::Chinese);
    QCOMPARE(scene.wizard()->stage(), Stage::Preview);
    QCOMPARE(&*scene.wizard()->draft().plan, plan);
    QCOMPARE(command(scene), line);
}

void TestPreviewPage::back_andOn_keepsEverything() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Preview));
    QVERIFY(scene.click("wizard-back"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(scene.wizard()->draft().checked.has_value());
    QVERIFY(test::walkOn(scene, Stage::Preview));
    QVERIFY(scene.find<QPushButton>("wizard-next")->isEnabled());
}

void TestPreviewPage::planning_fails_canBeTriedAgain() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Check));
    const std::string config = scene.wizard()->draft().root + "/config/streamserver.conf";
    const std::string away = config + ".away";
    QVERIFY(QFile::rename(QString::fromStdString(config), QString::fromStdString(away)));
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Preview);
    QVERIFY(!scene.find<QPushButton>("wizard-next")->isEnabled());
    QVERIFY(QFile::rename(QString::fromStdString(away), QString::fromStdString(config)));
    QVERIFY(scene.click("preview-retry"));
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QPushButton>("wizard-next")->isEnabled());
}

QTEST_MAIN(TestPreviewPage)
#include "test_preview_page.moc"

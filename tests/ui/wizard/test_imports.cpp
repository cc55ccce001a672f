// Why: the whole way, as a person goes it, for both services and every form in which CAs deliver.
#include <QLabel>

#include "core/job/open_service.h"
#include "tests/ui/wizard/walk.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

class TestImports : public QObject {
    Q_OBJECT

  private:
    // whole tells whether the service verifies without a blocker.
    bool whole(GuiScene& scene) {
        const auto& draft = scene.wizard()->draft();
        base::SilentProgress silent;
        auto environment = model::environmentOf(scene.host(), silent);
        const auto service = job::openService(environment, draft.service, draft.root, draft.home);
        if (!service)
            return false;
        const auto verified = job::verifyService(environment, *service);
        return verified && !check::blocks(verified->findings);
    }

  private Q_SLOTS:
    void import_eachForm_endsWithAWholeService_data();
    void import_eachForm_endsWithAWholeService();
    void import_languageSwitchedOnEachPage_goesOn();
    void import_themeSwitchedOnEachPage_goesOn();
    void import_twice_replacesAndKeepsTheOld();
    void cancel_eachStage_changesNothing_data();
    void cancel_eachStage_changesNothing();
};

void TestImports::import_eachForm_endsWithAWholeService_data() {
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("service");
    for (const char* service : {"streamserver", "streamserver-new", "aoi"})
        for (const char* set : {"good-pem", "good-der", "good-pkcs12", "good-pkcs7"})
            QTest::addRow("%s into %s", set, service) << set << service;
    QTest::newRow("intermediate") << "with-intermediate"
                                  << "streamserver";
    QTest::newRow("Chinese names") << "chinese"
                                   << "aoi";
    QTest::newRow("key without password") << "unencrypted-key"
                                          << "streamserver";
    QTest::newRow("EC key") << "ec-key"
                            << "aoi";
}

void TestImports::import_eachForm_endsWithAWholeService() {
    QFETCH(QString, set);
    QFETCH(QString, service);
    GuiScene scene;
    auto draft = test::draftOf(scene, set.toStdString());
    const auto place = scene.draftFor(service.toStdString());
    draft.service = place.service;
    draft.root = place.root;
    draft.home = place.home;
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Preview));
    QVERIFY(test::walkOn(scene, Stage::Done));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard()->draft().outcome->proof.succeeded());
    QVERIFY(whole(scene));
}

void TestImports::import_languageSwitchedOnEachPage_goesOn() {
    GuiScene scene;
    QVERIFY(scene.window().importPlace().start(test::draftOf(scene, "good-pem")));
    for (const Stage stage : {Stage::Check, Stage::Preview, Stage::Done}) {
        QVERIFY(test::walkOn(scene, stage));
        QVERIFY(scene.settle());
        const QString english = scene.find<QPushButton>("wizard-next")->text();
        scene.language().setLanguage(text::Language::Chinese);
        QCOMPARE(scene.wizard()->stage(), stage);
        scene.language().setLanguage(text::Language::English);
        QCOMPARE(scene.find<QPushButton>("wizard-next")->text(), english);
    }
    QVERIFY(whole(scene));
}

void TestImports::import_themeSwitchedOnEachPage_goesOn() {
    GuiScene scene;
    QVERIFY(scene.window().importPlace().start(test::draftOf(scene, "good-pem")));
    for (const Stage stage : {Stage::Check, Stage::Preview, Stage::Done}) {
        QVERIFY(test::walkOn(scene, stage));
        scene.theme().setTheme(model::Theme::Dark);
        QVERIFY(scene.settle());
        QCOMPARE(scene.wizard()->stage(), stage);
        scene.theme().setTheme(model::Theme::Light);
    }
    QVERIFY(whole(scene));
}

void TestImports::import_twice_replacesAndKeepsTheOld() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Done));
    QVERIFY(scene.settle());
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
    scene.time() += std::chrono::minutes(1);
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "with-intermediate"), Stage::Done));
    QVERIFY(scene.settle());
    QVERIFY(whole(scene));
    const auto history =
        apply::historyOf(scene.host().fileSystem, plan::stateFolderOf(scene.wizard()->draft().root));
    QVERIFY(history.has_value());
    QCOMPARE(history->entries.size(), std::size_t{2});
}

void TestImports::cancel_eachStage_changesNothing_data() {
    QTest::addColumn<int>("stage");
    QTest::newRow("check") << static_cast<int>(Stage::Check);
    QTest::newRow("preview") << static_cast<int>(Stage::Preview);
}

void TestImports::cancel_eachStage_changesNothing() {
    QFETCH(int, stage);
    GuiScene scene;
    const std::string root = scene.path("practice/services/streamserver");
    const auto before = test::treeOf(root);
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), static_cast<Stage>(stage)));
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() == nullptr);
    QCOMPARE(scene.dialogs().asked.size(), 1);
    QVERIFY(test::treeOf(root) == before);
}

QTEST_MAIN(TestImports)
#include "test_imports.moc"

// Why: the three places, the menus and the start page are what every person meets first.
#include <QMenuBar>

#include "tests/ui/scene/gui_scene.h"

using namespace certwright;
using test::GuiScene;

class TestMainWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void start_firstTime_offersTwoWays();
    void import_clicked_startsTheWizard();
    void practice_clicked_startsTheWizardOnAPracticeService();
    void language_switched_changesTheStartPage();
};

void TestMainWindow::start_firstTime_offersTwoWays() {
    GuiScene scene;
    QVERIFY(scene.find<QPushButton>("start-import") != nullptr);
    QVERIFY(scene.find<QPushButton>("start-practice") != nullptr);
}

void TestMainWindow::import_clicked_startsTheWizard() {
    GuiScene scene;
    QVERIFY(scene.click("start-import"));
    QVERIFY(scene.wizard() != nullptr);
    QCOMPARE(scene.wizard()->stage(), model::Stage::Service);
}

void TestMainWindow::practice_clicked_startsTheWizardOnAPracticeService() {
    GuiScene scene;
    QVERIFY(scene.click("start-practice"));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() != nullptr);
    QCOMPARE(scene.wizard()->draft().service, std::string("streamserver"));
    QVERIFY(!scene.wizard()->draft().paths.empty());
}

void TestMainWindow::language_switched_changesTheStartPage() {
    GuiScene scene;
    const QString before = scene.find<QPushButton>("start-import")->text();
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.find<QPushButton>("start-import")->text() != before);
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

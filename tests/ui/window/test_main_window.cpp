// Why: the three places, the menus and the start page are what every person meets first.
#include <QDialog>
#include <QMenuBar>

#include "tests/ui/scene/gui_scene.h"
#include "ui/text/finding_text.h"
#include "ui/widget/banner.h"

using namespace certwright;
using test::GuiScene;

class TestMainWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void start_firstTime_offersTwoWays();
    void import_clicked_startsTheWizard();
    void practice_clicked_startsTheWizardOnAPracticeService();
    void language_switched_changesTheStartPage();
    void practice_folder_isToldBeforeItIsMade();
    void practice_thatCannotBeMade_isTold();
    void practice_madeEarlier_isUsedAgain();
    void findings_ofInterruptedWork_standFirst();
    void sideBar_arrowKeys_changeThePlace();
    void shortcuts_ctrlAndNumber_changeThePlace();
    void title_ofTheWindow_saysWhereOneIs();
    void about_open_followsTheLanguage();
    void notices_everyPart_hasItsLicence();
    void start_smallestWindow_fits();
    void files_fromOutside_beginAWizardThatKeepsThem();
    void files_oneByOneFromOutside_joinThoseThatAreChosen();
    void files_fromOutside_waitForTheOpenDialog();
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

void TestMainWindow::practice_folder_isToldBeforeItIsMade() {
    GuiScene scene;
    const QString folder = QString::fromStdString(scene.path("documents/certwright-practice"));
    QVERIFY(scene.find<QLabel>("start-practice-text")->text().contains(folder));
    QVERIFY(scene.find<QPushButton>("start-practice")->accessibleDescription().contains(folder));
    QVERIFY(!scene.host().fileSystem.stat(folder.toStdString(), files::Links::Follow));
    QVERIFY(scene.click("start-practice"));
    QVERIFY(scene.settle());
    QVERIFY(scene.host().fileSystem.stat(folder.toStdString(), files::Links::Follow));
}

void TestMainWindow::practice_thatCannotBeMade_isTold() {
    GuiScene scene;
    scene.files().failFrom(1, base::ErrorCode::DiskFull);
    QVERIFY(scene.click("start-practice"));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() == nullptr);
    QCOMPARE(scene.dialogs().informed.size(), 1);
}

void TestMainWindow::practice_madeEarlier_isUsedAgain() {
    GuiScene scene;
    scene.window().importPlace().practiseIn(scene.path("practice"));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() != nullptr);
    QCOMPARE(scene.wizard()->draft().root, scene.path("practice/services/streamserver"));
    QVERIFY(scene.dialogs().informed.isEmpty());
}

void TestMainWindow::findings_ofInterruptedWork_standFirst() {
    GuiScene scene;
    const check::Finding gone{check::Severity::Warning, "/srv/old", check::ServiceGone{"/srv/old"}};
    const check::Finding undone{check::Severity::Warning, "x", check::TransactionUndone{"x", scene.time()}};
    auto& page = scene.window().importPlace().startPage();
    page.showFindings({gone, undone});
    QCoreApplication::processEvents();
    const auto banners = page.findChildren<widget::Banner*>(QStringLiteral("start-finding"));
    QCOMPARE(banners.size(), 2);
    const auto& book = scene.language().book();
    const auto* first = banners[0]->y() < banners[1]->y() ? banners[0] : banners[1];
    QVERIFY(first->accessibleName().contains(text::findingText(undone, book).sentence));
    page.showFindings({});
    QVERIFY(page.findChildren<widget::Banner*>(QStringLiteral("start-finding")).isEmpty());
}

void TestMainWindow::sideBar_arrowKeys_changeThePlace() {
    GuiScene scene;
    auto* import = scene.find<QToolButton>("side-import");
    auto* services = scene.find<QToolButton>("side-services");
    auto* history = scene.find<QToolButton>("side-history");
    import->setFocus();
    QTest::keyClick(import, Qt::Key_Down);
    QVERIFY(services->hasFocus() && services->isChecked());
    QVERIFY(scene.window().servicesPlace().isVisible());
    QTest::keyClick(services, Qt::Key_End);
    QVERIFY(history->hasFocus() && scene.window().historyPlace().isVisible());
    QTest::keyClick(history, Qt::Key_Down);
    QVERIFY(history->hasFocus());
    QTest::keyClick(history, Qt::Key_Home);
    QVERIFY(import->isChecked() && scene.window().importPlace().isVisible());
}

void TestMainWindow::shortcuts_ctrlAndNumber_changeThePlace() {
    GuiScene scene;
    QTest::keyClick(&scene.window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(scene.window().servicesPlace().isVisible());
    QVERIFY(scene.find<QToolButton>("side-services")->isChecked());
    QTest::keyClick(&scene.window(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(scene.window().historyPlace().isVisible());
    QTest::keyClick(&scene.window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(scene.window().importPlace().isVisible());
}

void TestMainWindow::title_ofTheWindow_saysWhereOneIs() {
    GuiScene scene;
    QCOMPARE(scene.window().windowTitle(), QStringLiteral("Certwright"));
    scene.window().start(scene.draftFor("streamserver"));
    QVERIFY(scene.window().windowTitle().startsWith(QStringLiteral("Choose the service")));
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.window().windowTitle().startsWith(QStringLiteral("选择服务")));
    scene.window().showPlace(window::Place::Services);
    QVERIFY(scene.window().windowTitle().startsWith(QStringLiteral("服务")));
}

void TestMainWindow::about_open_followsTheLanguage() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-about"))->trigger();
    auto* about = scene.window().findChild<window::AboutDialog*>();
    QVERIFY(about != nullptr && about->isVisible() && !about->isModal());
    auto* close = about->findChild<QPushButton*>(QStringLiteral("about-close"));
    const QString english = close->text();
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(close->text() != english);
    QVERIFY(about->windowTitle().contains(QStringLiteral("证书匠")));
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!about->isVisible());
}

void TestMainWindow::notices_everyPart_hasItsLicence() {
    GuiScene scene;
    scene.window().findChild<QAction*>(QStringLiteral("action-about"))->trigger();
    auto* about = scene.window().findChild<window::AboutDialog*>();
    QTest::mouseClick(about->findChild<QPushButton*>(QStringLiteral("about-notices")), Qt::LeftButton);
    auto* dialog = about->findChild<window::NoticesDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible() && !dialog->isModal());
    auto* parts = dialog->findChild<QListWidget*>(QStringLiteral("notices-parts"));
    const auto* text = dialog->findChild<QPlainTextEdit*>(QStringLiteral("notices-text"));
    QVERIFY(parts->count() > 20 && text->isReadOnly());
    for (int row = 0; row < parts->count(); ++row) {
        parts->setCurrentRow(row);
        const QString shown = text->toPlainText();
        QVERIFY2(shown.startsWith(parts->item(row)->text()) && shown.size() > 400, qUtf8Printable(shown));
        if (parts->item(row)->text() == QLatin1String("Qt"))
            QVERIFY(shown.contains(QStringLiteral("GNU LESSER GENERAL PUBLIC LICENSE")));
    }
    scene.language().setLanguage(text::Language::Chinese);
    QCOMPARE(dialog->windowTitle(), QStringLiteral("第三方声明"));
}

void TestMainWindow::start_smallestWindow_fits() {
    GuiScene scene;
    for (const auto language : {text::Language::English, text::Language::Chinese}) {
        scene.language().setLanguage(language);
        scene.window().resize(800, 560);
        QCoreApplication::processEvents();
        QCOMPARE(scene.window().size(), QSize(800, 560));
        const auto* button = scene.find<QPushButton>("start-practice");
        QVERIFY(button->width() >= button->sizeHint().width());
    }
}

namespace {

window::StartArguments asking(const std::vector<std::string>& paths) {
    window::StartArguments line;
    line.draft.emplace().paths = paths;
    return line;
}

} // namespace

void TestMainWindow::files_fromOutside_beginAWizardThatKeepsThem() {
    GuiScene scene;
    const std::string first = scene.path("practice/material/good-pem");
    scene.window().begin(asking({first}));
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard() != nullptr);
    QCOMPARE(scene.wizard()->stage(), model::Stage::Service);
    // A file manager starts the program once for each file.
    scene.window().begin(asking({"/tmp/证书 2.pem"}));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->draft().paths, (std::vector<std::string>{first, "/tmp/证书 2.pem"}));
}

void TestMainWindow::files_oneByOneFromOutside_joinThoseThatAreChosen() {
    GuiScene scene;
    QVERIFY(scene.window().importPlace().start(scene.draftFor("streamserver")));
    QVERIFY(scene.settle());
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), model::Stage::Files);
    scene.window().showPlace(window::Place::History);
    scene.window().begin(asking({scene.path("practice/material/good-pem")}));
    QTRY_VERIFY_WITH_TIMEOUT(
        scene.wizard()->draft().survey && !scene.wizard()->draft().survey->objects.empty(), 20000);
    QVERIFY(scene.settle());
    QVERIFY(scene.wizard()->isVisible());
    QVERIFY(scene.dialogs().asked.isEmpty());
}

void TestMainWindow::files_fromOutside_waitForTheOpenDialog() {
    GuiScene scene;
    QDialog dialog(&scene.window());
    dialog.setModal(true);
    dialog.show();
    scene.window().begin(asking({"/tmp/a.pem"}));
    QTest::qWait(500);
    QVERIFY(scene.wizard() == nullptr);
    dialog.close();
    QTRY_VERIFY_WITH_TIMEOUT(scene.wizard() != nullptr, 20000);
    QCOMPARE(scene.wizard()->draft().paths, std::vector<std::string>{"/tmp/a.pem"});
}

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"

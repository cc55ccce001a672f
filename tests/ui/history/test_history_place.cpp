// Why: "every earlier state can be restored" is a promise that a person uses on a bad day, through this
// place.
#include <filesystem>
#include <fstream>

#include <QComboBox>
#include <QLabel>
#include <QMenu>

#include "tests/support/modes.h"
#include "tests/ui/wizard/walk.h"
#include "ui/model/card_role.h"
#include "ui/widget/card_list.h"

using namespace certwright;
using test::GuiScene;
using window::Place;

namespace fs = std::filesystem;

namespace {

// see shows the place with what is there now.
bool see(GuiScene& scene) {
    scene.window().servicesPlace().refresh();
    if (!scene.settle())
        return false;
    scene.window().showPlace(Place::History);
    scene.window().historyPlace().refresh();
    return scene.settle();
}

widget::CardList* list(GuiScene& scene) {
    return scene.find<widget::CardList>("history-list");
}

QString card(GuiScene& scene, int row, int role) {
    return list(scene) != nullptr ? list(scene)->model()->index(row, 0).data(role).toString() : QString();
}

std::string treeOf(GuiScene& scene) {
    std::string all;
    for (const std::string& line : test::treeOf(scene.path("practice/services/streamserver")))
        all += line + '\n';
    return all;
}

// twice imports two sets into one service, an hour apart; returns the tree after the first.
std::string twice(GuiScene& scene) {
    if (!test::install(scene, "good-pem"))
        return {};
    std::string first = treeOf(scene);
    scene.time() += std::chrono::hours(1);
    return test::install(scene, "with-intermediate") ? first : std::string();
}

// finishWizard walks the running wizard to its end.
bool finishWizard(GuiScene& scene) {
    return scene.wizard() != nullptr && test::walkOn(scene, model::Stage::Done);
}

} // namespace

class TestHistoryPlace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void history_nothingDone_saysSo();
    void history_ofAnUntouchedService_saysSo();
    void entries_newestFirst_presentOneMarked();
    void entry_chosen_showsItInFull();
    void entry_damaged_isShownAsSuch();
    void state_changedByHand_isNotMarkedPresent();
    void restore_anEarlierState_endsWithItsExactBytes();
    void restore_stateBeforeTheNewest_takesItBack();
    void report_saved_isAFile_data();
    void report_saved_isAFile();
    void report_notWritable_isTold();
    void services_several_areShownTogetherOrAlone();
    void languageAndTheme_switched_keepTheSelection();
    void keyboard_alone_choosesAndRestores();
};

void TestHistoryPlace::history_nothingDone_saysSo() {
    GuiScene scene;
    QVERIFY(see(scene));
    QVERIFY(scene.texts("history-empty").contains("Nothing has been done yet"));
    QVERIFY(scene.find<QComboBox>("history-service") == nullptr);
}

void TestHistoryPlace::history_ofAnUntouchedService_saysSo() {
    GuiScene scene;
    scene.dialogs().folder = QString::fromStdString(scene.path("practice/services/streamserver"));
    scene.window().showPlace(Place::Services);
    scene.window().servicesPlace().refresh();
    QVERIFY(scene.settle());
    QVERIFY(scene.click("services-empty-add"));
    QVERIFY(scene.settle());
    QVERIFY(see(scene));
    QVERIFY(scene.texts("history-empty").contains("Nothing was done here"));
}

void TestHistoryPlace::entries_newestFirst_presentOneMarked() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    QVERIFY(see(scene));
    QCOMPARE(list(scene)->model()->rowCount(), 2);
    QCOMPARE(card(scene, 0, model::CardTitle), QStringLiteral("Import"));
    QVERIFY(!card(scene, 0, model::CardMark).isEmpty());
    QVERIFY(card(scene, 1, model::CardMark).isEmpty());
    QVERIFY(card(scene, 0, Qt::AccessibleTextRole).contains("tester"));
    QVERIFY(card(scene, 0, Qt::AccessibleTextRole).contains("UTC"));
    QVERIFY(scene.texts("entry-banner").contains("present state"));
    QVERIFY(scene.find<QPushButton>("entry-restore") == nullptr);
    QVERIFY(scene.find<QPushButton>("entry-restore-before") != nullptr);
}

void TestHistoryPlace::entry_chosen_showsItInFull() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    QVERIFY(see(scene));
    list(scene)->setCurrentIndex(list(scene)->model()->index(1, 0));
    QVERIFY(scene.settle());
    QVERIFY(scene.texts("entry-changes").contains("server.key"));
    QVERIFY(scene.texts("entry-changes").contains("config/streamserver.conf"));
    QVERIFY(scene.find<QWidget>("entry-difference") != nullptr);
    QVERIFY(scene.find<QLabel>("entry-proof")->text().contains("TLS"));
    QVERIFY(scene.texts("entry-detail").contains("testhost"));
    QVERIFY(scene.find<QPushButton>("entry-restore") != nullptr);
}

void TestHistoryPlace::entry_damaged_isShownAsSuch() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    const fs::path past = scene.path("practice/services/streamserver/.certwright/history");
    std::vector<std::string> ids;
    for (const auto& entry : fs::directory_iterator(past))
        ids.push_back(entry.path().filename().string());
    std::ranges::sort(ids);
    test::setMode(past / ids.front() / "entry.json", 0600);
    std::ofstream(past / ids.front() / "entry.json") << "{";
    QVERIFY(see(scene));
    QCOMPARE(card(scene, 1, model::CardTitle), QStringLiteral("Damaged entry"));
    list(scene)->setCurrentIndex(list(scene)->model()->index(1, 0));
    QVERIFY(scene.texts("entry-banner").contains(QString::fromStdString(ids.front())));
    QVERIFY(scene.find<QPushButton>("entry-restore") == nullptr);
    QVERIFY(scene.find<QPushButton>("entry-report") == nullptr);
}

void TestHistoryPlace::state_changedByHand_isNotMarkedPresent() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    std::ofstream(scene.path("practice/services/streamserver/config/streamserver.conf"), std::ios::app)
        << "# by hand\n";
    QVERIFY(see(scene));
    QVERIFY(card(scene, 0, model::CardMark).isEmpty());
    QVERIFY(scene.find<QPushButton>("entry-restore") != nullptr);
}

void TestHistoryPlace::restore_anEarlierState_endsWithItsExactBytes() {
    GuiScene scene;
    const std::string first = twice(scene);
    QVERIFY(!first.empty());
    QVERIFY(treeOf(scene) != first);
    QVERIFY(see(scene));
    list(scene)->setCurrentIndex(list(scene)->model()->index(1, 0));
    QVERIFY(scene.click("entry-restore"));
    QCOMPARE(scene.wizard()->draft().task, model::Task::Rollback);
    QVERIFY(finishWizard(scene));
    QCOMPARE(treeOf(scene), first);
    // The history knows of it, and which state is there now.
    scene.window().showPlace(Place::History);
    QVERIFY(scene.settle());
    QCOMPARE(list(scene)->model()->rowCount(), 3);
    QVERIFY(card(scene, 0, model::CardTitle).startsWith("Rollback to "));
}

void TestHistoryPlace::restore_stateBeforeTheNewest_takesItBack() {
    GuiScene scene;
    const std::string first = twice(scene);
    QVERIFY(!first.empty());
    QVERIFY(see(scene));
    QVERIFY(scene.click("entry-restore-before"));
    QVERIFY(finishWizard(scene));
    QCOMPARE(treeOf(scene), first);
}

void TestHistoryPlace::report_saved_isAFile_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("pdf") << "report-pdf-both" << QByteArray("%PDF");
    QTest::newRow("html") << "report-html-zh" << QByteArray("<!DOCTYPE");
}

void TestHistoryPlace::report_saved_isAFile() {
    QFETCH(QString, entry);
    QFETCH(QByteArray, beginning);
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    const QString path = QString::fromStdString(scene.path("documents/report"));
    scene.dialogs().saveAs = path;
    scene.window().findChild<QAction*>(entry)->trigger();
    QVERIFY(scene.settle());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().toUpper().startsWith(beginning.toUpper()));
    QCOMPARE(scene.dialogs().informed.size(), 1);
}

void TestHistoryPlace::report_notWritable_isTold() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    scene.dialogs().saveAs = QString::fromStdString(scene.path("nowhere/report.html"));
    scene.window().findChild<QAction*>("report-html-en")->trigger();
    QVERIFY(scene.settle());
    QCOMPARE(scene.dialogs().informed.size(), 1);
}

void TestHistoryPlace::services_several_areShownTogetherOrAlone() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    QCOMPARE(list(scene)->model()->rowCount(), 3);
    auto* service = scene.find<QComboBox>("history-service");
    QCOMPARE(service->count(), 3);
    for (int i = 1; i < 3; ++i) {
        service->setCurrentIndex(i);
        QVERIFY(scene.settle());
        const int expected = service->currentText().contains("aoi") ? 1 : 2;
        QCOMPARE(list(scene)->model()->rowCount(), expected);
    }
}

void TestHistoryPlace::languageAndTheme_switched_keepTheSelection() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    auto* service = scene.find<QComboBox>("history-service");
    service->setCurrentIndex(service->findText("streamserver", Qt::MatchContains));
    QVERIFY(scene.settle());
    list(scene)->setCurrentIndex(list(scene)->model()->index(1, 0));
    const QString key = list(scene)->key();
    const QString chosen = service->currentData().toString();
    scene.language().setLanguage(text::Language::Chinese);
    scene.theme().setTheme(model::Theme::Dark);
    QVERIFY(scene.settle());
    QCOMPARE(list(scene)->key(), key);
    QCOMPARE(list(scene)->currentIndex().row(), 1);
    QCOMPARE(service->currentData().toString(), chosen);
    QVERIFY(see(scene));
    QCOMPARE(list(scene)->key(), key);
}

void TestHistoryPlace::keyboard_alone_choosesAndRestores() {
    GuiScene scene;
    QVERIFY(!twice(scene).empty());
    QVERIFY(see(scene));
    list(scene)->setFocus();
    QTest::keyClick(list(scene), Qt::Key_Down);
    const auto* restore = scene.find<QPushButton>("entry-restore");
    QVERIFY(restore != nullptr);
    for (int i = 0; i < 8 && QApplication::focusWidget() != restore; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), restore);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(scene.wizard() != nullptr);
}

QTEST_MAIN(TestHistoryPlace)
#include "test_history_place.moc"

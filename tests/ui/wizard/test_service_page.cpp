// Why: the first page decides where everything goes; it must say at once whether a folder is the right one.
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

#include "tests/ui/scene/gui_scene.h"

using namespace certwright;
using model::Stage;
using test::GuiScene;

namespace {

// stateAfter types a folder and waits for the verdict on it.
QString stateAfter(GuiScene& scene, const std::string& root) {
    auto* field = scene.find<QLineEdit>("service-root");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::fromStdString(root));
    // Longer than the pause in typing after which it is looked at.
    QTest::qWait(300);
    if (!scene.settle())
        return {};
    return scene.find<QLabel>("service-state")->text();
}

bool nextOffered(GuiScene& scene) {
    return scene.find<QPushButton>("wizard-next")->isEnabled();
}

bool startAt(GuiScene& scene, model::WizardDraft draft = {}) {
    return scene.window().importPlace().start(std::move(draft)) && scene.settle();
}

} // namespace

class TestServicePage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void cards_clicked_askForTheFolder();
    void cards_byKeyboard_areRadioButtons();
    void cards_ownProfileWithAMistake_isNotUsable();
    void root_typed_isJudgedAtOnce_data();
    void root_typed_isJudgedAtOnce();
    void root_browsed_isTaken();
    void root_fromTheEnvironment_isFilledIn();
    void root_ofTheDraft_isKept();
    void root_enterPressed_goesOn();
    void home_ofTheService_isFound();
    void back_anotherService_forgetsItsFiles();
    void back_anotherFolder_keepsTheFiles();
    void language_switched_keepsWhatWasChosen();
    void cancel_here_asksNothing();
};

void TestServicePage::cards_clicked_askForTheFolder() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.find<QLineEdit>("service-root") == nullptr);
    QVERIFY(!nextOffered(scene));
    QVERIFY(scene.click("service-streamserver"));
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QLineEdit>("service-root") != nullptr);
    QCOMPARE(scene.find<QLabel>("service-state")->text(),
             QStringLiteral("Choose the folder in which the service is installed."));
    QVERIFY(!nextOffered(scene));
}

void TestServicePage::cards_byKeyboard_areRadioButtons() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    auto* first = scene.find<QRadioButton>("service-aoi");
    auto* second = scene.find<QRadioButton>("service-nginx");
    QVERIFY(first->hasFocus());
    QTest::keyClick(first, Qt::Key_Space);
    QVERIFY(first->isChecked());
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(second->isChecked() && second->hasFocus() && !first->isChecked());
    QVERIFY(!second->accessibleName().isEmpty() && !second->accessibleDescription().isEmpty());
    QTest::keyClick(second, Qt::Key_Tab);
    QVERIFY(scene.find<QLineEdit>("service-root")->hasFocus());
}

void TestServicePage::cards_ownProfileWithAMistake_isNotUsable() {
    GuiScene scene;
    scene.host().ownProfiles = {{"/own/mine.yaml", "id: mine\n"}};
    QVERIFY(startAt(scene));
    auto* card = scene.find<QRadioButton>("service-/own/mine.yaml");
    QVERIFY(card != nullptr && !card->isEnabled());
    QVERIFY(card->accessibleDescription().contains(QStringLiteral("has a mistake")));
    QVERIFY(card->accessibleDescription().contains(QStringLiteral("1:1")));
    QVERIFY(scene.click("service-aoi"));
}

void TestServicePage::root_typed_isJudgedAtOnce_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("good");
    QTest::newRow("service") << QStringLiteral("practice/services/streamserver")
                             << QStringLiteral(
                                    "This is a folder of the service: config/streamserver.conf is there.")
                             << true;
    QTest::newRow("with a slash")
        << QStringLiteral("practice/services/streamserver/")
        << QStringLiteral("This is a folder of the service: config/streamserver.conf is there.") << true;
    QTest::newRow("another service") << QStringLiteral("practice/services/aoi")
                                     << QStringLiteral(
                                            "This folder has no config/streamserver.conf, so it is not "
                                            "the folder of this service.")
                                     << false;
    QTest::newRow("missing") << QStringLiteral("nowhere") << QStringLiteral("This folder does not exist.")
                             << false;
    QTest::newRow("file") << QStringLiteral("practice/material/good-pem/ca.crt")
                          << QStringLiteral("This is not a folder.") << false;
}

void TestServicePage::root_typed_isJudgedAtOnce() {
    QFETCH(QString, folder);
    QFETCH(QString, state);
    QFETCH(bool, good);
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-streamserver"));
    QCOMPARE(stateAfter(scene, scene.path(folder.toStdString())), state);
    QCOMPARE(nextOffered(scene), good);
    QCOMPARE(scene.find<QLineEdit>("service-root")->accessibleDescription(), state);
    QCOMPARE(stateAfter(scene, "some/where"),
             QStringLiteral("Give the whole path of the folder, from the top."));
    QVERIFY(!nextOffered(scene));
}

void TestServicePage::root_browsed_isTaken() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-aoi"));
    scene.dialogs().folder = QString::fromStdString(scene.path("practice/services/aoi"));
    QVERIFY(scene.click("service-browse"));
    QTRY_VERIFY(nextOffered(scene));
    QVERIFY(scene.click("wizard-next"));
    QCOMPARE(scene.wizard()->stage(), Stage::Files);
    QCOMPARE(scene.wizard()->draft().root, scene.path("practice/services/aoi"));
}

void TestServicePage::root_fromTheEnvironment_isFilledIn() {
    GuiScene scene;
    const std::string root = scene.path("practice/services/streamserver");
    scene.host().surroundings.variable = [root](const std::string& name) {
        return name == "MX_SDK_HOME" ? root : std::string();
    };
    QVERIFY(startAt(scene));
    // The only service that is here is chosen.
    QVERIFY(scene.find<QRadioButton>("service-streamserver")->isChecked());
    QTRY_COMPARE(scene.find<QLabel>("service-state")->text(),
                 QStringLiteral("Found on this computer: config/streamserver.conf is there."));
    QVERIFY(nextOffered(scene));
    // Another card and back loses nothing.
    QVERIFY(scene.click("service-aoi"));
    QVERIFY(scene.find<QLineEdit>("service-root")->text().isEmpty());
    QVERIFY(scene.click("service-streamserver"));
    QCOMPARE(QDir::fromNativeSeparators(scene.find<QLineEdit>("service-root")->text()),
             QString::fromStdString(root));
}

void TestServicePage::root_ofTheDraft_isKept() {
    GuiScene scene;
    scene.host().surroundings.variable = [](const std::string&) { return std::string("/elsewhere"); };
    model::WizardDraft draft = scene.draftFor("aoi");
    draft.home = scene.path("practice");
    QVERIFY(startAt(scene, std::move(draft)));
    QVERIFY(scene.find<QRadioButton>("service-aoi")->isChecked());
    QTRY_VERIFY(nextOffered(scene));
    QVERIFY(scene.click("wizard-next"));
    QCOMPARE(scene.wizard()->draft().root, scene.path("practice/services/aoi"));
    QCOMPARE(scene.wizard()->draft().home, scene.path("practice"));
}

void TestServicePage::root_enterPressed_goesOn() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-streamserver"));
    static_cast<void>(stateAfter(scene, "/nowhere"));
    QTest::keyClick(scene.find<QLineEdit>("service-root"), Qt::Key_Return);
    QCOMPARE(scene.wizard()->stage(), Stage::Service);
    static_cast<void>(stateAfter(scene, scene.path("practice/services/streamserver")));
    QTest::keyClick(scene.find<QLineEdit>("service-root"), Qt::Key_Return);
    QCOMPARE(scene.wizard()->stage(), Stage::Files);
}

void TestServicePage::home_ofTheService_isFound() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-aoi"));
    static_cast<void>(stateAfter(scene, scene.path("practice/services/aoi")));
    QVERIFY(scene.click("wizard-next"));
    QCOMPARE(scene.wizard()->draft().home, scene.path("home"));
}

void TestServicePage::back_anotherService_forgetsItsFiles() {
    GuiScene scene;
    model::WizardDraft draft = scene.draftFor("streamserver");
    draft.slots["ca"] = scene.path("practice/material/good-pem/ca.crt");
    draft.paths = {scene.path("practice/material/good-pem")};
    QVERIFY(startAt(scene, std::move(draft)));
    QTRY_VERIFY(nextOffered(scene));
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QVERIFY(scene.wizard()->draft().survey.has_value());
    QVERIFY(scene.click("wizard-back"));
    QVERIFY(scene.find<QRadioButton>("service-streamserver")->isChecked());
    QVERIFY(scene.click("service-aoi"));
    static_cast<void>(stateAfter(scene, scene.path("practice/services/aoi")));
    QVERIFY(scene.click("wizard-next"));
    QVERIFY(scene.wizard()->draft().slots.empty());
    // What was dropped is sorted anew.
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(1));
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QWidget>("slot-platform-ca") != nullptr);
}

void TestServicePage::back_anotherFolder_keepsTheFiles() {
    GuiScene scene;
    model::WizardDraft draft = scene.draftFor("streamserver");
    draft.paths = {scene.path("practice/material/good-pem")};
    QVERIFY(startAt(scene, std::move(draft)));
    QTRY_VERIFY(nextOffered(scene));
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QVERIFY(scene.click("wizard-back"));
    static_cast<void>(stateAfter(scene, scene.path("practice/services/streamserver-new")));
    // The files are looked at anew, for the other folder.
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QVERIFY(scene.wizard()->draft().survey.has_value());
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(1));
    QVERIFY(nextOffered(scene));
    QCOMPARE(scene.wizard()->draft().root, scene.path("practice/services/streamserver-new"));
}

void TestServicePage::language_switched_keepsWhatWasChosen() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-streamserver"));
    static_cast<void>(stateAfter(scene, scene.path("practice/services/streamserver")));
    const QString english = scene.find<QRadioButton>("service-streamserver")->accessibleName();
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.find<QRadioButton>("service-streamserver")->accessibleName() != english);
    QVERIFY(scene.find<QRadioButton>("service-streamserver")->isChecked());
    QCOMPARE(scene.find<QLineEdit>("service-root")->text(),
             QString::fromStdString(scene.path("practice/services/streamserver")));
    QVERIFY(nextOffered(scene));
}

void TestServicePage::cancel_here_asksNothing() {
    GuiScene scene;
    QVERIFY(startAt(scene));
    QVERIFY(scene.click("service-aoi"));
    QVERIFY(scene.click("wizard-cancel"));
    QVERIFY(scene.wizard() == nullptr);
    QVERIFY(scene.dialogs().asked.isEmpty());
}

QTEST_MAIN(TestServicePage)
#include "test_service_page.moc"

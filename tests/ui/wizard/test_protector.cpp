// Why: who seals the passphrase decides how the service is started: the person sees it, can choose, and is
// told what follows and what is waited for.
#include <QPlainTextEdit>
#include <QRadioButton>

#include "tests/ui/wizard/files_hand.h"
#include "ui/wizard/protector_box.h"

using namespace certwright;
using namespace certwright::test;
using model::Stage;
using vault::Protector;

class TestWizardProtector : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void files_withoutLibrary_askNothing();
    void files_withLibrary_offerIt();
    void files_builtinChosen_isKeptAndDone();
    void files_crlUpdate_asksNothing();
    void preview_tellsWhoSeals();
    void preview_failingLibrary_saysWhatToDo();
    void done_withLibrary_asksForNoUnlock();
    void waiting_isTold();
    void language_switched_keepsTheChoice();
};

namespace {

QString command(GuiScene& scene) {
    auto* text = scene.find<QPlainTextEdit>("preview-command");
    return text != nullptr ? text->toPlainText() : QString();
}

bool installed(GuiScene& scene) {
    scene.installLibrary();
    return walkTo(scene, draftOf(scene, "good-pem"), Stage::Files) && reading(scene);
}

} // namespace

void TestWizardProtector::files_withoutLibrary_askNothing() {
    GuiScene scene;
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Files) && reading(scene));
    QVERIFY(scene.find<QRadioButton>("protector-vendor") == nullptr);
}

void TestWizardProtector::files_withLibrary_offerIt() {
    GuiScene scene;
    QVERIFY(installed(scene));
    auto* vendors = scene.find<QRadioButton>("protector-vendor");
    QVERIFY(vendors != nullptr && vendors->isChecked());
    QVERIFY(textOf(scene, "protector-vendor-text").contains(QStringLiteral("lib/libkmcext.so")));
    QVERIFY(textOf(scene, "protector-builtin-text").contains(QStringLiteral("certwright-cli unlock")));
    QVERIFY(!vendors->accessibleDescription().isEmpty());
    QVERIFY(scene.wizard()->draft().protector == Protector::Auto);
}

void TestWizardProtector::files_builtinChosen_isKeptAndDone() {
    GuiScene scene;
    QVERIFY(installed(scene));
    auto* vendors = scene.find<QRadioButton>("protector-vendor");
    vendors->setFocus();
    QTest::keyClick(vendors, Qt::Key_Down);
    QVERIFY(scene.find<QRadioButton>("protector-builtin")->isChecked());
    QVERIFY(scene.wizard()->draft().protector == Protector::Builtin);
    QVERIFY(walkOn(scene, Stage::Preview));
    QVERIFY(scene.shows(QStringLiteral("built-in vault")));
    QVERIFY(command(scene).contains(QStringLiteral("--protector builtin")));
    QCOMPARE(scene.vendor().sealed(), 0);
}

void TestWizardProtector::files_crlUpdate_asksNothing() {
    GuiScene scene;
    scene.installLibrary();
    QVERIFY(start(scene, scene.draftFor("streamserver", model::Task::CrlUpdate)));
    QVERIFY(scene.find<QRadioButton>("protector-vendor") == nullptr);
}

void TestWizardProtector::preview_tellsWhoSeals() {
    GuiScene scene;
    scene.installLibrary();
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Preview));
    QVERIFY(scene.shows(QStringLiteral("sealed by the vendor's library")));
    QVERIFY(!scene.shows(QStringLiteral("built-in vault")));
    QVERIFY(!command(scene).contains(QStringLiteral("--protector")));
}

void TestWizardProtector::preview_failingLibrary_saysWhatToDo() {
    GuiScene scene;
    scene.installLibrary();
    scene.vendor().fail(vault::VendorFaultKind::TimedOut);
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Preview));
    QVERIFY(scene.shows(QStringLiteral("This cannot be done yet.")));
    QVERIFY(scene.texts("preview-findings").contains(QStringLiteral("rngd")));
    // When the random source works again, it goes on.
    scene.vendor().work();
    QVERIFY(scene.click("preview-retry") && scene.settle());
    QVERIFY(scene.shows(QStringLiteral("sealed by the vendor's library")));
}

void TestWizardProtector::done_withLibrary_asksForNoUnlock() {
    GuiScene scene;
    scene.installLibrary();
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Done) && scene.settle());
    QVERIFY(scene.shows(QStringLiteral("sealed by the vendor's library")));
    QVERIFY(!scene.shows(QStringLiteral("certwright-cli unlock")));
}

void TestWizardProtector::waiting_isTold() {
    GuiScene scene;
    scene.installLibrary();
    scene.vendor().waitOnce(std::chrono::milliseconds(2000));
    QVERIFY(walkTo(scene, draftOf(scene, "good-pem"), Stage::Check));
    QVERIFY(scene.click("wizard-next"));
    QTRY_VERIFY_WITH_TIMEOUT(scene.shows(QStringLiteral("Waiting for the random source")), 5000);
    QVERIFY(scene.settle());
}

void TestWizardProtector::language_switched_keepsTheChoice() {
    GuiScene scene;
    QVERIFY(installed(scene));
    auto* builtin = scene.find<QRadioButton>("protector-builtin");
    builtin->setFocus();
    QTest::keyClick(builtin, Qt::Key_Space);
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.settle());
    QVERIFY(builtin->isChecked());
    scene.language().setLanguage(text::Language::English);
    QVERIFY(scene.settle());
    QCOMPARE(builtin->text(), QStringLiteral("Certwright's b&uilt-in vault"));
}

QTEST_MAIN(TestWizardProtector)
#include "test_protector.moc"

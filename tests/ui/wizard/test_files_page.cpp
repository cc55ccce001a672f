// Why: what the program cannot know is asked for plainly, by keyboard and by mouse, and nothing that was
// chosen gets lost.
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSpinBox>

#include "tests/ui/wizard/files_hand.h"

using namespace certwright;
using namespace certwright::test;
using model::Stage;
using model::Task;

class TestFilesPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void slots_twoKeys_areChosenFrom();
    void slots_twoKeys_theCertificatesIsProposed();
    void slots_twoCertificates_theLongerIsProposed();
    void slots_browse_wrongFile_isToldThere();
    void slots_fileDroppedOnOne_isTaken();
    void slots_leaveOutAndUndo();
    void sources_menu_changesTheSlot();
    void sources_dragged_changeTheSlot();
    void sources_doNotUse_takesOneFileOfAFolder();
    void retention_showsItsDate_data();
    void retention_showsItsDate();
    void retention_untouched_isTheProfiles();
    void replacement_needsAnythingAtAll();
    void crlUpdate_takesListsOnly();
    void language_switched_keepsEverything();
    void back_andForth_keepsEverything();
};

void TestFilesPage::slots_twoKeys_areChosenFrom() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(scene.find<QComboBox>("slot-key-choice") == nullptr);
    // Neither is named like the certificate, so nothing can be proposed.
    QVERIFY(
        dropFiles(scene, {QStringLiteral("good-pem/ca.crt"), QStringLiteral("good-pem/server.crt"),
                          QStringLiteral("chinese/服务器私钥.key"), QStringLiteral("wrong-key/server.key")}));
    auto* choice = scene.find<QComboBox>("slot-key-choice");
    QVERIFY(choice != nullptr);
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentText(), QStringLiteral("Choose one…"));
    QCOMPARE(textOf(scene, "slot-key-state"),
             QStringLiteral("Several files fit. Choose the one that is meant."));
    QVERIFY(!nextOffered(scene));
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QVERIFY(reading(scene));
    QVERIFY(nextOffered(scene));
    QCOMPARE(textOf(scene, "slot-key-file"), QStringLiteral("server.key"));
    QVERIFY(scene.wizard()->draft().slots.at("key").ends_with("wrong-key/server.key"));
    // And back to the question.
    QVERIFY(scene.click("slot-key-clear") && reading(scene));
    QVERIFY(!nextOffered(scene));
}

void TestFilesPage::slots_twoKeys_theCertificatesIsProposed() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("wrong-key/server.key")}));
    auto* choice = scene.find<QComboBox>("slot-key-choice");
    QVERIFY(choice != nullptr);
    QVERIFY(choice->currentData().toString().endsWith(QStringLiteral("good-pem/server.key")));
    QVERIFY(textOf(scene, "slot-key-state").contains(QStringLiteral("this one fits best")));
    QVERIFY(nextOffered(scene));
    // Whoever does not want that must choose.
    QVERIFY(scene.click("slot-key-clear") && reading(scene));
    QVERIFY(!nextOffered(scene));
    QCOMPARE(choice->currentText(), QStringLiteral("Choose one…"));
}

void TestFilesPage::slots_twoCertificates_theLongerIsProposed() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    // Both belong to the key, which is open.
    QVERIFY(dropFiles(scene, {QStringLiteral("unencrypted-key"), QStringLiteral("expires-soon/server.crt")}));
    auto* choice = scene.find<QComboBox>("slot-cert-choice");
    QVERIFY(choice != nullptr);
    QVERIFY(choice->currentData().toString().endsWith(QStringLiteral("unencrypted-key/server.crt")));
    QVERIFY(nextOffered(scene));
}

void TestFilesPage::slots_browse_wrongFile_isToldThere() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    scene.dialogs().file = QString::fromStdString(scene.path("practice/material/good-pem/ca.crl"));
    QVERIFY(scene.click("slot-cert-browse") && reading(scene));
    QCOMPARE(textOf(scene, "slot-cert-state"),
             QStringLiteral("ca.crl does not fit here: it holds a revocation list. Choose another file."));
    QVERIFY(!nextOffered(scene));
    QVERIFY(scene.click("slot-cert-clear") && reading(scene));
    QVERIFY(nextOffered(scene));
}

void TestFilesPage::slots_fileDroppedOnOne_isTaken() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QMimeData file;
    const std::string path = scene.path("practice/material/good-pem/server.key");
    file.setUrls({QUrl::fromLocalFile(QString::fromStdString(path))});
    QVERIFY(drop(scene.find<QWidget>("slot-key"), file));
    QVERIFY(scene.settle() && reading(scene));
    QCOMPARE(scene.wizard()->draft().slots.at("key"), path);
    QCOMPARE(textOf(scene, "slot-key-file"), QStringLiteral("server.key"));
    // A folder is not one file.
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(QString::fromStdString(scene.path("practice/material/good-pem")))});
    QVERIFY(drop(scene.find<QWidget>("slot-ca"), folder));
    QVERIFY(scene.settle() && reading(scene));
    QVERIFY(!scene.wizard()->draft().slots.contains("ca"));
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(1));
    QVERIFY(nextOffered(scene));
}

void TestFilesPage::slots_leaveOutAndUndo() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    // What is required cannot be left out.
    QVERIFY(scene.find<QPushButton>("slot-ca-clear") == nullptr);
    QCOMPARE(textOf(scene, "slot-crl-file"), QStringLiteral("ca.crl"));
    QVERIFY(scene.click("slot-crl-clear") && reading(scene));
    QCOMPARE(textOf(scene, "slot-crl-state"), QStringLiteral("Left out."));
    QVERIFY(scene.wizard()->draft().without.contains("crl"));
    QVERIFY(nextOffered(scene));
    QVERIFY(scene.click("slot-crl-clear") && reading(scene));
    QCOMPARE(textOf(scene, "slot-crl-file"), QStringLiteral("ca.crl"));
}

void TestFilesPage::sources_menu_changesTheSlot() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("wrong-ca/ca.crt")}));
    const int row = rowOf(scene, QStringLiteral("wrong-ca/ca.crt"));
    QVERIFY(row >= 0);
    QVERIFY(chooseFromMenu(scene, row, "use-platform-ca"));
    QCOMPARE(textOf(scene, "slot-platform-ca-file"), QStringLiteral("ca.crt"));
    QVERIFY(scene.wizard()->draft().slots.at("platform-ca").ends_with("wrong-ca/ca.crt"));
    QVERIFY(nextOffered(scene));
    // The dots at the end of a row open the menu too.
    auto* list = scene.find<QListView>("files-found");
    const QRect area = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, QPoint(area.right() - 8, area.center().y()));
    QVERIFY(scene.window().findChild<QMenu*>(QStringLiteral("source-menu")) != nullptr);
}

void TestFilesPage::sources_dragged_changeTheSlot() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("foreign-crl/ca.crl")}));
    const auto* list = scene.find<QListView>("files-found");
    const int row = rowOf(scene, QStringLiteral("foreign-crl/ca.crl"));
    const std::unique_ptr<QMimeData> dragged(list->model()->mimeData({list->model()->index(row, 0)}));
    QVERIFY(drop(scene.find<QWidget>("slot-crl"), *dragged));
    QVERIFY(scene.settle() && reading(scene));
    QVERIFY(scene.wizard()->draft().slots.at("crl").ends_with("foreign-crl/ca.crl"));
}

void TestFilesPage::sources_doNotUse_takesOneFileOfAFolder() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem")}));
    QVERIFY(chooseFromMenu(scene, rowOf(scene, QStringLiteral("server.key")), "use-not"));
    QVERIFY(rowOf(scene, QStringLiteral("server.key")) < 0);
    QVERIFY(rowOf(scene, QStringLiteral("server.crt")) >= 0);
    QVERIFY(!nextOffered(scene));
}

void TestFilesPage::retention_showsItsDate_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("before the certificate ends") << 10 << QStringLiteral("before the certificate expires");
    QTest::newRow("long after") << 2000 << QStringLiteral("The certificate expires first");
}

void TestFilesPage::retention_showsItsDate() {
    QFETCH(int, days);
    QFETCH(QString, verdict);
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pkcs7")}));
    auto* spin = scene.find<QSpinBox>("retention-days");
    QCOMPARE(spin->minimum(), 1);
    QCOMPARE(spin->maximum(), 2000);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, QString::number(days));
    QTest::keyClick(spin, Qt::Key_Tab);
    QCOMPARE(scene.wizard()->draft().retentionDays, std::optional(days));
    const std::string day = base::formatUtc(scene.time() + std::chrono::days(days));
    const QString date = textOf(scene, "retention-date");
    QVERIFY(date.endsWith(QStringLiteral("UTC.")));
    QVERIFY2(date.contains(QString::fromStdString(day.substr(0, 4))) &&
                 date.contains(QString::fromStdString(day.substr(11, 5))),
             qPrintable(date));
    auto* banner = scene.find<QWidget>("retention-verdict");
    QVERIFY(banner != nullptr);
    QVERIFY(says(banner, verdict));
}

void TestFilesPage::retention_untouched_isTheProfiles() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pkcs7")}));
    QCOMPARE(scene.find<QSpinBox>("retention-days")->value(), 365);
    QVERIFY(!scene.wizard()->draft().retentionDays.has_value());
    GuiScene other;
    QVERIFY(start(other, other.draftFor("streamserver")));
    QVERIFY(other.find<QSpinBox>("retention-days") == nullptr);
}

void TestFilesPage::replacement_needsAnythingAtAll() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("streamserver", Task::Replace)));
    QCOMPARE(textOf(scene, "slot-cert-state"), QStringLiteral("Nothing new; what is installed stays."));
    QVERIFY(!nextOffered(scene));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem/ca.crl")}));
    QTRY_VERIFY(nextOffered(scene)); // what is installed is looked at meanwhile
    QCOMPARE(textOf(scene, "slot-crl-file"), QStringLiteral("ca.crl"));
    QVERIFY(scene.find<QWidget>("files-lacking") == nullptr);
}

void TestFilesPage::crlUpdate_takesListsOnly() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi", Task::CrlUpdate)));
    QVERIFY(scene.find<QWidget>("slot-ca") == nullptr);
    QVERIFY(scene.find<QWidget>("slot-crl") != nullptr);
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem/ca.crt")}));
    QVERIFY(!nextOffered(scene));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem/ca.crl")}));
    QVERIFY(nextOffered(scene));
    QCOMPARE(textOf(scene, "slot-crl-state"),
             QStringLiteral("The newest list that the installed CA issued is taken."));
    auto* older = scene.find<QCheckBox>("files-older");
    QVERIFY(!older->isChecked());
    older->setFocus();
    QTest::keyClick(older, Qt::Key_Space);
    QCOMPARE(scene.wizard()->draft().allowOlderLists, plan::OlderLists::Allow);
}

void TestFilesPage::language_switched_keepsEverything() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("wrong-key/server.key")}));
    auto* choice = scene.find<QComboBox>("slot-key-choice");
    QVERIFY(choice != nullptr);
    scene.find<QSpinBox>("retention-days")->setValue(77);
    const QString before = textOf(scene, "slot-key-state");
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(textOf(scene, "slot-key-state") != before);
    QCOMPARE(textOf(scene, "slot-cert-file"), QStringLiteral("server.crt"));
    QCOMPARE(scene.find<QSpinBox>("retention-days")->value(), 77);
    QCOMPARE(scene.find<QComboBox>("slot-key-choice")->count(), 2);
    QCOMPARE(scene.wizard()->draft().paths.size(), std::size_t(2));
    QVERIFY(nextOffered(scene));
}

void TestFilesPage::back_andForth_keepsEverything() {
    GuiScene scene;
    QVERIFY(start(scene, scene.draftFor("aoi")));
    QVERIFY(dropFiles(scene, {QStringLiteral("good-pem"), QStringLiteral("wrong-ca/ca.crt")}));
    QVERIFY(chooseFromMenu(scene, rowOf(scene, QStringLiteral("wrong-ca/ca.crt")), "use-gateway-ca"));
    scene.find<QSpinBox>("retention-days")->setValue(400);
    QVERIFY(scene.click("wizard-back") && scene.settle());
    QVERIFY(scene.click("wizard-next") && scene.settle());
    QCOMPARE(textOf(scene, "slot-gateway-ca-file"), QStringLiteral("ca.crt"));
    QCOMPARE(scene.find<QSpinBox>("retention-days")->value(), 400);
    QVERIFY(nextOffered(scene));
    // Back while it is read: it is read again.
    scene.dialogs().folder = QString::fromStdString(scene.path("practice/material/expired"));
    QVERIFY(scene.click("files-choose-folder"));
    QVERIFY(scene.click("wizard-back") && scene.settle());
    QVERIFY(scene.click("wizard-next") && reading(scene));
    QVERIFY(scene.wizard()->draft().survey.has_value());
    QVERIFY(rowOf(scene, QStringLiteral("expired/server.crt")) >= 0);
}

QTEST_MAIN(TestFilesPage)
#include "test_files_page.moc"

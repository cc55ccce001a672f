// Why: a service that stops one morning is what this place is there to prevent: what it says must be what is
// on the disk.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <QComboBox>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTreeWidget>

#include "tests/support/modes.h"
#include "tests/ui/wizard/walk.h"
#include "ui/model/card_role.h"
#include "ui/widget/card_list.h"

using namespace certwright;
using model::Urgency;
using test::GuiScene;
using window::Place;

namespace fs = std::filesystem;

namespace {

constexpr const char* keys = "/sample/mxVision/streamserver/keys";

// see shows the place with what is there now.
bool see(GuiScene& scene) {
    scene.window().showPlace(Place::Services);
    scene.window().servicesPlace().refresh();
    return scene.settle();
}

QString card(GuiScene& scene, int row, int role) {
    const auto* list = scene.find<widget::CardList>("services-list");
    return list != nullptr ? list->model()->index(row, 0).data(role).toString() : QString();
}

int cards(GuiScene& scene) {
    const auto* list = scene.find<widget::CardList>("services-list");
    return list != nullptr ? list->model()->rowCount() : 0;
}

Urgency urgency(GuiScene& scene, int row) {
    return static_cast<Urgency>(card(scene, row, model::CardUrgency).toInt());
}

// menu presses an entry of the menu "More".
bool menu(GuiScene& scene, const char* name) {
    auto* entry = scene.window().findChild<QAction*>(QLatin1String(name));
    if (entry == nullptr || !entry->isVisible() || !entry->isEnabled())
        return false;
    entry->trigger();
    return true;
}

void copyOver(const std::string& from, const std::string& to) {
    test::removeFile(to);
    fs::copy_file(from, to);
}

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Typed knows the password of all practice material.
class Typed final : public job::PasswordSource {
  public:
    base::Result<std::optional<secret::SecretBytes>> password(const std::string&, int) override {
        return std::optional(secret::SecretBytes::copyOf(base::viewOf("practice")));
    }
    int attempts() const override { return 1; }
};

// interrupt cuts the power at the n-th writing operation of an import; true if it was cut.
bool interrupt(GuiScene& scene, int n) {
    Typed typed;
    base::SilentProgress progress;
    const model::WizardDraft draft = test::draftOf(scene, "with-intermediate");
    job::ImportJob import(model::environmentOf(scene.host(), progress), draft.request());
    if (!import.check(typed) || !import.plan())
        return false;
    scene.files().disarm();
    scene.files().cutPowerAt(n, test::Cut::After);
    bool cut = false;
    try {
        static_cast<void>(import.apply());
    } catch (const test::PowerCut&) {
        cut = true;
    }
    scene.files().disarm();
    return cut;
}

} // namespace

class TestServicesPlace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void services_noneKnown_offersTwoWays();
    void card_afterImport_saysWhatEndsFirstAndWhen();
    void card_expired_isWordedAsBlocker();
    void cards_ofTwoServices_worstFirst();
    void disk_fileReplaced_isReadAgain();
    void disk_folderExchangedByAnotherImport_isReadAgain();
    void verify_wholeService_saysSo();
    void verify_modeChangedByHand_showsIt();
    void verify_changeAfterwards_isToldAsOutdated();
    void add_folderWithoutService_isTold();
    void add_serviceFolder_isShownAndChosen();
    void remove_confirmed_takesTheCardAway();
    void remove_notConfirmed_keepsIt();
    void service_gone_isShownAndCanBeRemoved();
    void service_unreadable_isShownWithWhy();
    void import_interrupted_isShownFirstOnTheStartPage();
    void crlUpdate_pressed_startsTheWizardForThisService();
    void crlUpdate_throughTheWizard_movesTheDate();
    void dates_exported_holdEveryEnd();
    void dates_overAnotherFile_areRefused();
    void folder_opened_isShown();
    void rollBack_pressed_showsTheHistoryOfThisService();
    void languageAndTheme_switched_keepTheSelection();
    void keyboard_alone_choosesAndVerifies();
    void refresh_whileLooking_looksOnceMore();
};

void TestServicesPlace::services_noneKnown_offersTwoWays() {
    GuiScene scene;
    QVERIFY(see(scene));
    QVERIFY(scene.find<QWidget>("services-empty") != nullptr);
    QVERIFY(scene.find<QPushButton>("services-empty-add") != nullptr);
    QVERIFY(scene.click("services-empty-import"));
    QVERIFY(scene.wizard() != nullptr);
}

void TestServicesPlace::card_afterImport_saysWhatEndsFirstAndWhen() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QCOMPARE(cards(scene), 1);
    QVERIFY(card(scene, 0, model::CardVerdict).contains(QRegularExpression("^(89|90) day.*left$")));
    QVERIFY(card(scene, 0, model::CardReason).contains("Revocation list"));
    QVERIFY(card(scene, 0, model::CardReason).contains("UTC"));
    QVERIFY(card(scene, 0, Qt::AccessibleTextRole).contains("practice/services/streamserver"));
    QCOMPARE(urgency(scene, 0), Urgency::Good);
    QVERIFY(scene.texts("service-dates").contains("CN=Practice CA"));
    QVERIFY(scene.find<QTreeWidget>("service-chain")->topLevelItemCount() > 0);
}

void TestServicesPlace::card_expired_isWordedAsBlocker() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::days(100);
    QVERIFY(see(scene));
    QCOMPARE(urgency(scene, 0), Urgency::Blocker);
    QVERIFY(card(scene, 0, model::CardVerdict).contains(QRegularExpression("^Expired (10|11) day")));
    QVERIFY(card(scene, 0, model::CardReason).contains("ended on"));
    QVERIFY(scene.texts("service-banner").contains("Expired 1"));
}

void TestServicesPlace::cards_ofTwoServices_worstFirst() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    QCOMPARE(cards(scene), 2);
    // Another list for AOI, which ends sooner.
    copyOver(scene.path("practice/material/expired-crl/ca.crl"),
             scene.path("practice/services/aoi/config/crt/ca.crl"));
    QVERIFY(see(scene));
    QVERIFY(card(scene, 0, model::CardKey).startsWith("aoi"));
    QCOMPARE(urgency(scene, 0), Urgency::Blocker);
    QCOMPARE(urgency(scene, 1), Urgency::Good);
}

void TestServicesPlace::disk_fileReplaced_isReadAgain() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    copyOver(scene.path("practice/material/expired-crl/ca.crl"),
             scene.path(std::string("practice/services/streamserver") + keys + "/ca.crl"));
    QTRY_COMPARE_WITH_TIMEOUT(urgency(scene, 0), Urgency::Blocker, 10000);
}

void TestServicesPlace::disk_folderExchangedByAnotherImport_isReadAgain() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QVERIFY(test::install(scene, "expires-soon"));
    QTRY_VERIFY_WITH_TIMEOUT(card(scene, 0, model::CardReason).startsWith("Server certificate"), 10000);
    QCOMPARE(urgency(scene, 0), Urgency::Warning);
    // The new folder is watched as well.
    QVERIFY(scene.settle());
    QVERIFY(test::install(scene, "good-pem"));
    QTRY_COMPARE_WITH_TIMEOUT(urgency(scene, 0), Urgency::Good, 10000);
}

void TestServicesPlace::verify_wholeService_saysSo() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QVERIFY(scene.texts("service-verification").contains("Not verified yet"));
    QVERIFY(scene.click("service-verify"));
    QVERIFY(scene.settle());
    QVERIFY(scene.texts("service-verified-at").isEmpty());
    QVERIFY(scene.find<QLabel>("service-verified-at")->text().contains("UTC"));
    QVERIFY(!scene.texts("service-verdict").contains("must be solved"));
    QVERIFY(scene.texts("service-proof").contains("TLS"));
    QVERIFY(scene.find<QPushButton>("service-verify")->isEnabled());
}

void TestServicesPlace::verify_modeChangedByHand_showsIt() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    const std::string key = scene.path(std::string("practice/services/streamserver") + keys + "/server.key");
    test::setMode(key, 0644);
    QVERIFY(see(scene));
    QVERIFY(scene.click("service-verify"));
    QVERIFY(scene.settle());
    QVERIFY(scene.texts("service-verification-findings").contains("server.key"));
    QVERIFY(scene.texts("service-verification-findings").contains("644"));
}

void TestServicesPlace::verify_changeAfterwards_isToldAsOutdated() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QVERIFY(scene.click("service-verify"));
    QVERIFY(scene.settle());
    test::setMode(scene.path(std::string("practice/services/streamserver") + keys + "/server.crt"), 0644);
    QTRY_VERIFY_WITH_TIMEOUT(scene.find<QLabel>("service-verified-at")->text().contains("changed since"),
                             10000);
}

void TestServicesPlace::add_folderWithoutService_isTold() {
    GuiScene scene;
    QVERIFY(see(scene));
    scene.dialogs().folder = QString::fromStdString(scene.path("documents"));
    QVERIFY(scene.click("services-empty-add"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.dialogs().informed.size(), 1);
    QVERIFY(scene.dialogs().informed.front().contains("config/streamserver.conf"));
    QCOMPARE(cards(scene), 0);
}

void TestServicesPlace::add_serviceFolder_isShownAndChosen() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    scene.dialogs().folder = QString::fromStdString(scene.path("practice/services/streamserver"));
    QVERIFY(scene.click("services-add"));
    QVERIFY(scene.settle());
    QCOMPARE(cards(scene), 2);
    QVERIFY(scene.dialogs().informed.isEmpty());
    QVERIFY(scene.find<QLabel>("service-root")->text().endsWith("services/streamserver"));
    QVERIFY(scene.texts("service-banner").contains("No certificates installed"));
}

void TestServicesPlace::remove_confirmed_takesTheCardAway() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    const auto before = test::treeOf(scene.path("practice/services/streamserver"));
    QVERIFY(menu(scene, "service-remove"));
    QVERIFY(scene.settle());
    QCOMPARE(scene.dialogs().asked.size(), 1);
    QVERIFY(scene.find<QWidget>("services-empty") != nullptr);
    QCOMPARE(test::treeOf(scene.path("practice/services/streamserver")), before);
}

void TestServicesPlace::remove_notConfirmed_keepsIt() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    scene.dialogs().yes = false;
    QVERIFY(menu(scene, "service-remove"));
    QVERIFY(scene.settle());
    QCOMPARE(cards(scene), 1);
}

void TestServicesPlace::service_gone_isShownAndCanBeRemoved() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    test::removeAll(scene.path("practice/services/streamserver"));
    QVERIFY(see(scene));
    QCOMPARE(card(scene, 0, model::CardVerdict), QStringLiteral("The folder is gone"));
    QVERIFY(scene.find<QPushButton>("service-verify") == nullptr);
    QVERIFY(scene.click("finding-action-0"));
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QWidget>("services-empty") != nullptr);
}

void TestServicesPlace::service_unreadable_isShownWithWhy() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    test::removeFile(scene.path("practice/services/streamserver/config/streamserver.conf"));
    QVERIFY(see(scene));
    QCOMPARE(urgency(scene, 0), Urgency::Blocker);
    QCOMPARE(card(scene, 0, model::CardVerdict), QStringLiteral("Cannot be read"));
    QVERIFY(scene.texts("service-findings").contains("streamserver"));
}

void TestServicesPlace::import_interrupted_isShownFirstOnTheStartPage() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    const auto before = test::treeOf(scene.path("practice/services/streamserver"));
    // Cut before the journal there is nothing to tell.
    QString told;
    for (int n = 16; n < 60 && told.isEmpty(); ++n) {
        QVERIFY(interrupt(scene, n));
        scene.window().lookAround();
        QVERIFY(scene.settle());
        told = scene.texts("start-finding");
    }
    QVERIFY(told.contains("interrupted"));
    QVERIFY(told.contains("undone"));
    QCOMPARE(test::treeOf(scene.path("practice/services/streamserver")), before);
    // It stays to be read while the place reads again by itself.
    test::setMode(scene.path(std::string("practice/services/streamserver") + keys + "/server.crt"), 0644);
    QSignalSpy found(&scene.window().servicesPlace(), &services::ServicesPlace::found);
    QVERIFY(found.wait(10000));
    QVERIFY(scene.settle());
    QCOMPARE(scene.texts("start-finding"), told);
}

void TestServicesPlace::crlUpdate_pressed_startsTheWizardForThisService() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QVERIFY(scene.click("service-update-crl"));
    QVERIFY(scene.wizard() != nullptr);
    QCOMPARE(scene.wizard()->draft().task, model::Task::CrlUpdate);
    QCOMPARE(scene.wizard()->draft().root, scene.path("practice/services/streamserver"));
    scene.window().showPlace(Place::Services);
    QVERIFY(scene.click("service-replace"));
    QCOMPARE(scene.wizard()->draft().task, model::Task::Replace);
}

void TestServicesPlace::crlUpdate_throughTheWizard_movesTheDate() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    copyOver(scene.path("practice/material/expired-crl/ca.crl"),
             scene.path(std::string("practice/services/streamserver") + keys + "/ca.crl"));
    QVERIFY(see(scene));
    QCOMPARE(urgency(scene, 0), Urgency::Blocker);
    auto draft = scene.draftFor("streamserver", model::Task::CrlUpdate);
    draft.paths = {scene.path("practice/material/good-pem/ca.crl")};
    QVERIFY(scene.window().importPlace().start(std::move(draft)));
    scene.window().showPlace(Place::Import);
    QVERIFY(test::walkOn(scene, model::Stage::Done));
    scene.window().showPlace(Place::Services);
    QTRY_COMPARE_WITH_TIMEOUT(urgency(scene, 0), Urgency::Good, 10000);
}

void TestServicesPlace::dates_exported_holdEveryEnd() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    scene.dialogs().saveAs = QString::fromStdString(scene.path("documents/dates.ics"));
    QVERIFY(menu(scene, "service-export-dates"));
    QVERIFY(scene.settle());
    const QString calendar = QString::fromStdString(contentOf(scene.path("documents/dates.ics")));
    QCOMPARE(calendar.count("BEGIN:VEVENT"), 3);
    QVERIFY(calendar.count("BEGIN:VALARM") >= 3);
    QCOMPARE(scene.dialogs().informed.size(), 1);
}

void TestServicesPlace::dates_overAnotherFile_areRefused() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    const std::string path = scene.path("documents/letter.ics");
    std::ofstream(path) << "somebody's";
    scene.dialogs().saveAs = QString::fromStdString(path);
    QVERIFY(menu(scene, "service-export-dates"));
    QVERIFY(scene.settle());
    QCOMPARE(contentOf(path), std::string("somebody's"));
    QCOMPARE(scene.dialogs().informed.size(), 1);
}

void TestServicesPlace::folder_opened_isShown() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(see(scene));
    QVERIFY(menu(scene, "service-open-folder"));
    QCOMPARE(scene.dialogs().shown,
             QStringList{QString::fromStdString(scene.path("practice/services/streamserver"))});
}

void TestServicesPlace::rollBack_pressed_showsTheHistoryOfThisService() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    const QString root = scene.find<QLabel>("service-root")->text();
    QVERIFY(menu(scene, "service-roll-back"));
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QComboBox>("history-service")->currentText().contains(root));
    QCOMPARE(scene.find<widget::CardList>("history-list")->model()->rowCount(), 1);
}

void TestServicesPlace::languageAndTheme_switched_keepTheSelection() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    auto* list = scene.find<widget::CardList>("services-list");
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(scene.click("service-verify"));
    QVERIFY(scene.settle());
    const QString key = list->key();
    const QString before = list->currentIndex().data(model::CardTitle).toString();
    scene.language().setLanguage(text::Language::Chinese);
    scene.theme().setTheme(model::Theme::Dark);
    QVERIFY(scene.settle());
    QCOMPARE(list->key(), key);
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(list->currentIndex().data(model::CardTitle).toString() != before);
    QVERIFY(scene.find<QWidget>("service-verdict") != nullptr);
    QVERIFY(see(scene));
    QCOMPARE(list->key(), key);
}

void TestServicesPlace::keyboard_alone_choosesAndVerifies() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(test::install(scene, "good-pkcs12"));
    QVERIFY(see(scene));
    auto* list = scene.find<widget::CardList>("services-list");
    const QString first = scene.find<QLabel>("service-root")->text();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QLabel>("service-root")->text() != first);
    const auto* verify = scene.find<QPushButton>("service-verify");
    for (int i = 0; i < 8 && QApplication::focusWidget() != verify; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), verify);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(scene.settle());
    QVERIFY(scene.find<QWidget>("service-verdict") != nullptr);
}

void TestServicesPlace::refresh_whileLooking_looksOnceMore() {
    GuiScene scene;
    QSignalSpy found(&scene.window().servicesPlace(), &services::ServicesPlace::found);
    for (int i = 0; i < 5; ++i)
        scene.window().servicesPlace().refresh();
    QVERIFY(scene.settle());
    QCOMPARE(found.size(), 2);
}

QTEST_MAIN(TestServicesPlace)
#include "test_services_place.moc"

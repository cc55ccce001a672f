// Why: a verdict must name what is wrong, let nobody pass with it, and mend what a program can mend.
#include <QCheckBox>
#include <QFile>
#include <QLabel>

#include <filesystem>

#include "core/job/practice.h"
#include "tests/ui/wizard/walk.h"
#include "ui/text/finding_text.h"

using namespace certwright;
using model::Stage;
using model::Task;
using test::GuiScene;

class TestCheckPage : public QObject {
    Q_OBJECT

  private:
    // press clicks the button that does something about a finding, by its words.
    bool press(GuiScene& scene, const QString& words) {
        for (auto* button : scene.window().findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == words &&
                button->objectName().startsWith(QStringLiteral("finding-action-"))) {
                QTest::mouseClick(button, Qt::LeftButton);
                return scene.settle();
            }
        return false;
    }
    bool ready(GuiScene& scene) { return scene.find<QPushButton>("wizard-next")->isEnabled(); }
    bool has(const GuiScene& scene, const std::string& code) {
        const auto& checked = const_cast<GuiScene&>(scene).wizard()->draft().checked;
        return checked && std::ranges::any_of(checked->findings, [&](const check::Finding& finding) {
                   return check::codeOf(finding) == code;
               });
    }

  private Q_SLOTS:
    void practice_eachSet_showsItsFindings_data();
    void practice_eachSet_showsItsFindings();
    void fixMode_pressed_narrowsTheModeAndChecksAgain();
    void fixMode_fails_isTold();
    void leaveOut_endedList_isReadyThen();
    void match_otherKeyDropped_isFound();
    void match_noneFits_staysAsChosen();
    void chooseFile_pressed_leadsToTheFiles();
    void error_isToldAndCanBeTriedAgain();
    void save_findings_areInTheFileWithoutSecrets_data();
    void save_findings_areInTheFileWithoutSecrets();
    void language_switched_keepsVerdictAndPlace();
    void replace_showsOldBesideNew();
    void replace_sameAgain_hasNothingToDo();
    void crlUpdate_olderList_canBeAllowed();
    void rollback_offersToKeepAnUnprovedState();
};

void TestCheckPage::practice_eachSet_showsItsFindings_data() {
    QTest::addColumn<QString>("set");
    for (const job::PracticeSet& set : job::practiceSets())
        QTest::newRow(set.id.c_str()) << QString::fromStdString(set.id);
}

void TestCheckPage::practice_eachSet_showsItsFindings() {
    QFETCH(QString, set);
    GuiScene scene;
    const auto found = std::ranges::find(job::practiceSets(), set.toStdString(), &job::PracticeSet::id);
    if (!test::walkTo(scene, test::draftOf(scene, set.toStdString()), Stage::Check)) {
        // Where a file is missing there is nothing to check together yet.
        QVERIFY(std::ranges::find(found->expected, "slot.missing") != found->expected.end());
        QCOMPARE(scene.wizard()->stage(), Stage::Files);
        return;
    }
    QVERIFY(scene.wizard()->draft().checked.has_value());
    const auto& findings = scene.wizard()->draft().checked->findings;
    for (const std::string& code : found->expected)
        QVERIFY2(has(scene, code), code.c_str());
    for (const check::Finding& finding : findings)
        QVERIFY2(scene.shows(text::findingText(finding, scene.language().book()).sentence),
                 std::string(check::codeOf(finding)).c_str());
    QCOMPARE(ready(scene), !check::blocks(findings));
    QVERIFY(scene.find<QWidget>("check-verdict") != nullptr);
}

void TestCheckPage::fixMode_pressed_narrowsTheModeAndChecksAgain() {
    GuiScene scene;
    const std::string key = scene.path("practice/material/good-pem/server.key");
    std::filesystem::permissions(key, std::filesystem::perms{0644});
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Check));
    QVERIFY(has(scene, "source.key-mode"));
    QVERIFY(!ready(scene));
    QVERIFY(press(scene, QStringLiteral("Let only the owner read it")));
    QVERIFY(!has(scene, "source.key-mode"));
    QVERIFY(ready(scene));
    QCOMPARE(static_cast<unsigned>(std::filesystem::status(key).permissions()), 0600U);
}

void TestCheckPage::fixMode_fails_isTold() {
    GuiScene scene;
    const std::string key = scene.path("practice/material/good-pem/server.key");
    std::filesystem::permissions(key, std::filesystem::perms{0644});
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "good-pem"), Stage::Check));
    scene.files().failPath(key, base::ErrorCode::FileAccessDenied);
    QVERIFY(press(scene, QStringLiteral("Let only the owner read it")));
    QVERIFY(scene.shows(QStringLiteral("You may not access")));
    QVERIFY(!ready(scene));
}

void TestCheckPage::leaveOut_endedList_isReadyThen() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "expired-crl"), Stage::Check));
    QVERIFY(!ready(scene));
    QVERIFY(press(scene, QStringLiteral("Leave out this list")));
    QVERIFY(!has(scene, "crl.expired"));
    QVERIFY(ready(scene));
}

void TestCheckPage::match_otherKeyDropped_isFound() {
    GuiScene scene;
    auto draft = test::draftOf(scene, "wrong-key");
    const std::string right = scene.path("practice/material/good-pem/server.key");
    draft.slots["key"] = scene.path("practice/material/wrong-key/server.key");
    draft.slots["cert"] = scene.path("practice/material/good-pem/server.crt");
    draft.slots["ca"] = scene.path("practice/material/good-pem/ca.crt");
    draft.paths = {right};
    test::surveyed(scene, draft);
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Check));
    QVERIFY(has(scene, "key.mismatch"));
    QVERIFY(press(scene, QStringLiteral("Look for the match among the other files")));
    QVERIFY(!has(scene, "key.mismatch"));
    QCOMPARE(scene.wizard()->draft().slots.at("key"), right);
    QVERIFY(scene.shows(QStringLiteral("A match was found and taken.")));
    QVERIFY(ready(scene));
}

void TestCheckPage::match_noneFits_staysAsChosen() {
    GuiScene scene;
    auto draft = test::draftOf(scene, "wrong-key");
    const std::string wrong = scene.path("practice/material/wrong-key/server.key");
    draft.slots["key"] = wrong;
    draft.paths.push_back(scene.path("practice/material/unencrypted-key/ca.crt"));
    draft.paths.push_back(scene.path("practice/material/ec-key/server.key"));
    draft.passwords.emplace(scene.path("practice/material/ec-key/server.key"),
                            secret::SecretBytes::copyOf(base::viewOf("practice")));
    test::surveyed(scene, draft);
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Check));
    QVERIFY(press(scene, QStringLiteral("Look for the match among the other files")));
    QVERIFY(has(scene, "key.mismatch"));
    QCOMPARE(scene.wizard()->draft().slots.at("key"), wrong);
    QVERIFY(scene.shows(QStringLiteral("None of the other files fits.")));
}

void TestCheckPage::chooseFile_pressed_leadsToTheFiles() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "expired"), Stage::Check));
    QVERIFY(press(scene, QStringLiteral("Choose another file…")));
    QCOMPARE(scene.wizard()->stage(), Stage::Files);
    QVERIFY(!scene.wizard()->draft().paths.empty());
}

void TestCheckPage::error_isToldAndCanBeTriedAgain() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    auto draft = scene.draftFor("streamserver", Task::Rollback);
    draft.rollback.id = "nothing";
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Check));
    QVERIFY(scene.shows(QStringLiteral("There is no stored state")));
    QVERIFY(!ready(scene));
    QVERIFY(scene.click("check-retry"));
    QVERIFY(scene.settle());
    QVERIFY(scene.shows(QStringLiteral("There is no stored state")));
}

void TestCheckPage::save_findings_areInTheFileWithoutSecrets_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("web page") << "findings.html";
    QTest::newRow("text") << "findings.txt";
}

void TestCheckPage::save_findings_areInTheFileWithoutSecrets() {
    QFETCH(QString, name);
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "revoked"), Stage::Check));
    const QString path = QString::fromStdString(scene.path("documents/")) + name;
    scene.dialogs().saveAs = path;
    QVERIFY(scene.click("check-save"));
    QVERIFY(scene.settle());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(QStringLiteral("revoked")));
    QCOMPARE(text.startsWith(QStringLiteral("<!DOCTYPE html>")), name.endsWith(QStringLiteral("html")));
    QVERIFY(!text.contains(QStringLiteral("PRIVATE KEY")));
    QVERIFY(scene.shows(QStringLiteral("The findings were saved.")));
}

void TestCheckPage::language_switched_keepsVerdictAndPlace() {
    GuiScene scene;
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "revoked"), Stage::Check));
    const check::Finding worst = scene.wizard()->draft().checked->findings.front();
    scene.language().setLanguage(text::Language::Chinese);
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->stage(), Stage::Check);
    QVERIFY(scene.wizard()->draft().checked.has_value());
    QVERIFY(scene.shows(text::findingText(worst, text::Phrasebook(text::Language::Chinese)).sentence));
    scene.language().setLanguage(text::Language::English);
    QVERIFY(scene.settle());
    QVERIFY(scene.shows(text::findingText(worst, scene.language().book()).sentence));
}

void TestCheckPage::replace_showsOldBesideNew() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    QVERIFY(test::walkTo(scene, test::draftOf(scene, "expires-soon", Task::Replace), Stage::Check));
    QVERIFY(scene.find<QWidget>("check-comparison") != nullptr);
    QVERIFY(has(scene, "replace.shorter"));
    QVERIFY(scene.shows(QStringLiteral("less than the installed one")));
    QVERIFY(ready(scene));
}

void TestCheckPage::replace_sameAgain_hasNothingToDo() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    auto draft = scene.draftFor("streamserver", Task::Replace);
    draft.slots["cert"] = scene.path("practice/material/good-pem/server.crt");
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Check));
    QVERIFY(!ready(scene));
}

void TestCheckPage::crlUpdate_olderList_canBeAllowed() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    auto draft = scene.draftFor("streamserver", Task::CrlUpdate);
    draft.slots["crl"] = scene.path("practice/material/foreign-crl/ca.crl");
    QVERIFY(test::walkTo(scene, std::move(draft), Stage::Check));
    QVERIFY(!ready(scene));
    QVERIFY(has(scene, "crl.wrong-issuer"));
}

void TestCheckPage::rollback_offersToKeepAnUnprovedState() {
    GuiScene scene;
    QVERIFY(test::install(scene, "good-pem"));
    scene.time() += std::chrono::minutes(1);
    QVERIFY(test::install(scene, "with-intermediate"));
    scene.time() += std::chrono::minutes(1);
    QVERIFY(test::walkTo(scene, scene.draftFor("streamserver", Task::Rollback), Stage::Check));
    auto* keep = scene.find<QCheckBox>("check-keep");
    QVERIFY(keep != nullptr && !keep->isChecked());
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(scene.settle());
    QCOMPARE(scene.wizard()->draft().rollback.acceptance, job::Acceptance::Unproved);
    QVERIFY(ready(scene));
}

QTEST_MAIN(TestCheckPage)
#include "test_check_page.moc"

// Why: a button that does the wrong thing is worse than none.
#include <QTest>

#include "core/profile/load.h"
#include "ui/model/finding_action.h"

using namespace certwright;
using check::Severity;
using model::FindingDeed;
using model::Task;

Q_DECLARE_METATYPE(certwright::check::Finding)
Q_DECLARE_METATYPE(certwright::model::FindingDeed)
Q_DECLARE_METATYPE(certwright::model::Task)

namespace {

// Everything that a deed may need: a chosen list, another key and another certificate among the files.
model::WizardDraft draftWith(Task task) {
    model::WizardDraft draft;
    draft.task = task;
    draft.service = "aoi";
    draft.root = "/srv/aoi";
    draft.profile = *profile::findProfile("aoi", {});
    draft.paths = {"/in"};
    draft.survey.emplace();
    const auto add = [&](const char* path, std::vector<std::string> fits) {
        draft.survey->objects.push_back({path, 0, "", "", {}, "", std::move(fits)});
    };
    add("/in/a.key", {"key"});
    add("/in/b.key", {"key"});
    add("/in/a.crt", {"cert", "ca"});
    add("/in/c.crt", {"cert", "ca"});
    draft.survey->blocks.blocks = {{"conf.d/a.conf:1", {}, {}}, {"conf.d/a.conf:9", {}, {}}};
    draft.checked.emplace();
    draft.checked->selected = {{"crl", "/in/ca.crl", ""}};
    return draft;
}

} // namespace

class TestFindingAction : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void action_eachKind_isTheOneThatHelps_data();
    void action_eachKind_isTheOneThatHelps();
    void leaveOut_eachSubject_findsItsSlot_data();
    void leaveOut_eachSubject_findsItsSlot();
    void leaveOut_carriedOut_emptiesTheSlotAndForgetsTheVerdict();
    void allowOlder_carriedOut_isNoted();
    void match_otherKeyAndCertificate_areCandidates();
    void match_noOther_choosesFiles();
    void take_candidate_inheritsThePassword();
    void stage_password_withoutItsPage_isFiles();
};

void TestFindingAction::action_eachKind_isTheOneThatHelps_data() {
    QTest::addColumn<check::Finding>("finding");
    QTest::addColumn<Task>("task");
    QTest::addColumn<FindingDeed>("deed");
    const auto row = [](const char* name, Severity severity, const std::string& subject,
                        check::FindingBody body, FindingDeed deed, Task task = Task::Import) {
        QTest::newRow(name) << check::Finding{severity, subject, std::move(body)} << task << deed;
    };
    const auto blocker = Severity::Blocker;
    const auto warning = Severity::Warning;
    row("key mode", blocker, "/in/a.key", check::SourceKeyMode{"/in/a.key", 0644, 0640},
        FindingDeed::FixMode);
    row("mismatch", blocker, "/in/a.key", check::KeyMismatch{"/in/a.key", "/in/a.crt", "", ""},
        FindingDeed::FindMatch);
    row("list ended", blocker, "/in/ca.crl", check::CrlExpired{}, FindingDeed::LeaveOut);
    row("list ends soon", warning, "/in/ca.crl", check::CrlExpiresSoon{}, FindingDeed::LeaveOut);
    row("foreign list", blocker, "/in/ca.crl", check::CrlWrongIssuer{}, FindingDeed::LeaveOut);
    row("list of an update", blocker, "/in/ca.crl", check::CrlExpired{}, FindingDeed::ChooseFile,
        Task::CrlUpdate);
    row("older list", blocker, "/in/ca.crl", check::CrlOlder{}, FindingDeed::AllowOlder, Task::CrlUpdate);
    row("password needed", blocker, "/in/a.key", check::PasswordNeeded{}, FindingDeed::EnterPassword);
    row("password wrong", blocker, "/in/a.key", check::PasswordWrong{}, FindingDeed::EnterPassword);
    row("retention short", warning, "", check::RetentionBeforeCertificate{}, FindingDeed::ChangeRetention);
    row("folder missing", blocker, "/srv/aoi", check::RootMissing{}, FindingDeed::ChooseService);
    row("expired", blocker, "/in/a.crt", check::CertificateExpired{}, FindingDeed::ChooseFile);
    row("slot empty", blocker, "cert", check::SlotMissing{"cert"}, FindingDeed::ChooseFile);
    row("several fit", warning, "cert", check::SlotAmbiguous{"cert", {}}, FindingDeed::ChooseFile);
    row("ends soon", warning, "/in/a.crt", check::CertificateExpiresSoon{}, FindingDeed::None);
    row("converted", Severity::Note, "/in/ca.crl", check::CrlConverted{}, FindingDeed::None);
    row("disk", blocker, "/srv/aoi", check::DiskSpace{}, FindingDeed::None);
    row("server block", warning, "conf.d/a.conf:1", check::BlockNotListening{"conf.d/a.conf:1"},
        FindingDeed::ChooseBlock);
    row("no server block", blocker, "/etc/nginx", check::BlockMissing{}, FindingDeed::None);
    row("rollback", blocker, "/in/a.crt", check::CertificateExpired{}, FindingDeed::None, Task::Rollback);
}

void TestFindingAction::action_eachKind_isTheOneThatHelps() {
    QFETCH(check::Finding, finding);
    QFETCH(Task, task);
    QFETCH(FindingDeed, deed);
    QCOMPARE(model::actionFor(finding, draftWith(task)).deed, deed);
}

void TestFindingAction::leaveOut_eachSubject_findsItsSlot_data() {
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("slot");
    QTest::newRow("file") << "/in/ca.crl"
                          << "crl";
    QTest::newRow("installed file") << "/srv/aoi/config/crt/gateway_client.crl"
                                    << "gateway-crl";
    QTest::newRow("CA's slot") << "platform-ca"
                               << "platform-crl";
    QTest::newRow("direction") << "gateway"
                               << "gateway-crl";
}

void TestFindingAction::leaveOut_eachSubject_findsItsSlot() {
    QFETCH(QString, subject);
    QFETCH(QString, slot);
    const check::Finding finding{Severity::Blocker, subject.toStdString(), check::CrlExpired{}};
    const auto action = model::actionFor(finding, draftWith(Task::Replace));
    QCOMPARE(action.deed, FindingDeed::LeaveOut);
    QCOMPARE(action.slot, slot.toStdString());
}

void TestFindingAction::leaveOut_carriedOut_emptiesTheSlotAndForgetsTheVerdict() {
    auto draft = draftWith(Task::Import);
    draft.slots["crl"] = "/in/ca.crl";
    const check::Finding finding{Severity::Blocker, "/in/ca.crl", check::CrlExpired{}};
    QVERIFY(model::carryOut(model::actionFor(finding, draft), draft));
    QVERIFY(draft.without.contains("crl"));
    QVERIFY(!draft.slots.contains("crl"));
    QVERIFY(!draft.checked);
    QVERIFY(draft.survey.has_value());
}

void TestFindingAction::allowOlder_carriedOut_isNoted() {
    auto draft = draftWith(Task::CrlUpdate);
    const check::Finding finding{Severity::Blocker, "/in/ca.crl", check::CrlOlder{}};
    QVERIFY(model::carryOut(model::actionFor(finding, draft), draft));
    QCOMPARE(draft.allowOlderLists, plan::OlderLists::Allow);
}

void TestFindingAction::match_otherKeyAndCertificate_areCandidates() {
    const check::Finding finding{Severity::Blocker, "/in/a.key",
                                 check::KeyMismatch{"/in/a.key", "/in/a.crt", "", ""}};
    const auto action = model::actionFor(finding, draftWith(Task::Import));
    const std::vector<model::Candidate> expected{{"key", "/in/b.key"}, {"cert", "/in/c.crt"}};
    QVERIFY(action.candidates == expected);
}

void TestFindingAction::match_noOther_choosesFiles() {
    auto draft = draftWith(Task::Import);
    draft.survey->objects.clear();
    const check::Finding finding{Severity::Blocker, "/in/a.key", check::KeyMismatch{"/in/a.key", "", "", ""}};
    QCOMPARE(model::actionFor(finding, draft).deed, FindingDeed::ChooseFile);
}

void TestFindingAction::take_candidate_inheritsThePassword() {
    auto draft = draftWith(Task::Import);
    draft.passwords.emplace("/in/a.key", secret::SecretBytes::copyOf(base::viewOf("typed")));
    model::take({"key", "/in/b.key"}, "/in/a.key", draft);
    QCOMPARE(draft.slots.at("key"), std::string("/in/b.key"));
    QVERIFY(draft.passwords.at("/in/b.key").equals(draft.passwords.at("/in/a.key")));
    QVERIFY(!draft.checked);
}

void TestFindingAction::stage_password_withoutItsPage_isFiles() {
    auto draft = draftWith(Task::Import);
    const model::FindingAction action{FindingDeed::EnterPassword, "/in/a.key", {}, {}};
    QCOMPARE(model::stageOf(action, draft), model::Stage::Files);
    draft.survey->locked = {"/in/a.key"};
    QCOMPARE(model::stageOf(action, draft), model::Stage::Password);
}

QTEST_GUILESS_MAIN(TestFindingAction)
#include "test_finding_action.moc"

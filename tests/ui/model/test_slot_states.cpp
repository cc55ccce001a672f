// Why: what the files page shows and allows is decided here, from the draft alone.
#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QTest>

#include "core/profile/load.h"
#include "ui/model/file_choice.h"
#include "ui/model/slot_states.h"
#include "ui/model/source_model.h"

using namespace certwright;
using model::SlotFill;
using model::SlotState;
using model::Task;
using model::WizardDraft;

namespace {

constexpr base::Time now{std::chrono::sys_days(std::chrono::year(2026) / 11 / 21)};

base::Time inDays(int days) {
    return now + std::chrono::days(days);
}

WizardDraft draftFor(const char* service, Task task = Task::Import) {
    WizardDraft draft;
    draft.task = task;
    draft.service = service;
    draft.profile = *profile::findProfile(service, {});
    draft.paths = {"/in"};
    draft.survey.emplace();
    return draft;
}

job::SurveyedObject object(const char* path, const char* kind, const char* about, const char* slot,
                           std::vector<std::string> fits, std::optional<base::Time> end = {}) {
    return {path, 0, kind, about, end, slot, std::move(fits)};
}

// A good set in a folder: CA, certificate, locked key, list.
WizardDraft goodDraft(Task task = Task::Import) {
    WizardDraft draft = draftFor("streamserver", task);
    draft.survey->objects = {
        object("/in/ca.crt", "ca", "CN=CA", "ca", {"ca"}, inDays(3650)),
        object("/in/server.crt", "certificate", "CN=Server", "cert", {"ca", "cert"}, inDays(365)),
        object("/in/server.key", "key", "AES-256-CBC", "key", {"key"}),
        object("/in/ca.crl", "crl", "CN=CA", "crl", {"crl"}, inDays(90))};
    draft.survey->locked = {"/in/server.key"};
    return draft;
}

SlotState stateOf(const WizardDraft& draft, const std::string& slot) {
    for (const SlotState& state : model::slotStates(draft))
        if (state.slot.id == slot)
            return state;
    qFatal("no slot %s", slot.c_str());
}

QStringList lacking(const WizardDraft& draft) {
    QStringList ids;
    for (const SlotState& state : model::lackingSlots(model::slotStates(draft)))
        ids << QString::fromStdString(state.slot.id);
    return ids;
}

QStringList pathsOf(const std::vector<job::SurveyedObject>& objects) {
    QStringList paths;
    for (const job::SurveyedObject& it : objects)
        paths << QString::fromStdString(it.path);
    return paths;
}

} // namespace

class TestSlotStates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void states_goodSet_areTaken();
    void states_emptySet_lackWhatIsRequired_data();
    void states_emptySet_lackWhatIsRequired();
    void states_twoKeys_mustBeChosen();
    void states_twoCertificates_offerBoth();
    void states_severalCas_areNoChoice();
    void states_lockedContainer_mayHoldTheRest();
    void states_wrongFile_isUnusable_data();
    void states_wrongFile_isUnusable();
    void states_leftOut_staysEmpty();
    void states_crlUpdate_listsGoByIssuer();
    void states_replacement_letsTheInstalledDecide();
    void choice_adding_keepsEachOnce();
    void choice_removing_takesChosenSlotsAlong();
    void choice_doNotUse_keepsTheRestOfAFolder();
    void choice_forASlot_endsLeavingOut();
    void sources_model_isOne();
    void sources_rows_sayWhatTheyAre_data();
    void sources_rows_sayWhatTheyAre();
    void sources_dragged_knowTheirRow();
    void sources_urgency_followsTheProfile_data();
    void sources_urgency_followsTheProfile();
};

void TestSlotStates::states_goodSet_areTaken() {
    const WizardDraft draft = goodDraft();
    for (const SlotState& state : model::slotStates(draft)) {
        QCOMPARE(state.fill, SlotFill::Taken);
        QCOMPARE(state.needed, state.slot.id != "crl");
        QVERIFY(state.candidates.size() < 2);
    }
    QVERIFY(lacking(draft).isEmpty());
    QVERIFY(model::anythingBrought(draft, model::slotStates(draft)));
}

void TestSlotStates::states_emptySet_lackWhatIsRequired_data() {
    QTest::addColumn<Task>("task");
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QStringList>("missing");
    const QStringList all{QStringLiteral("ca"), QStringLiteral("cert"), QStringLiteral("key"),
                          QStringLiteral("crl")};
    QTest::newRow("import") << Task::Import << all << all.mid(0, 3);
    QTest::newRow("replacement") << Task::Replace << all << QStringList();
    QTest::newRow("CRL update") << Task::CrlUpdate << all.mid(3) << QStringList();
}

void TestSlotStates::states_emptySet_lackWhatIsRequired() {
    QFETCH(Task, task);
    QFETCH(QStringList, ids);
    QFETCH(QStringList, missing);
    const WizardDraft draft = draftFor("streamserver", task);
    QStringList found;
    for (const SlotState& state : model::slotStates(draft)) {
        QCOMPARE(state.fill, SlotFill::Nothing);
        found << QString::fromStdString(state.slot.id);
    }
    QCOMPARE(found, ids);
    QCOMPARE(lacking(draft), missing);
    QVERIFY(!model::anythingBrought(draft, model::slotStates(draft)));
}

void TestSlotStates::states_twoKeys_mustBeChosen() {
    WizardDraft draft = goodDraft();
    draft.survey->objects[2].slot.clear();
    draft.survey->objects.push_back(object("/in/old.key", "key", "AES-256-CBC", "", {"key"}));
    draft.survey->choices = {{"key", {2, 4}, 4}};
    const SlotState state = stateOf(draft, "key");
    QCOMPARE(state.fill, SlotFill::Ambiguous);
    QCOMPARE(pathsOf(state.candidates),
             (QStringList{QStringLiteral("/in/server.key"), QStringLiteral("/in/old.key")}));
    QCOMPARE(state.preferred, std::string("/in/old.key"));
    QCOMPARE(lacking(draft), QStringList{QStringLiteral("key")});
    // Chosen, and surveyed again.
    model::useFor(draft, "key", "/in/old.key");
    draft.survey = goodDraft().survey;
    draft.survey->objects[2].slot.clear();
    draft.survey->objects.push_back(object("/in/old.key", "key", "AES-256-CBC", "key", {"key"}));
    QCOMPARE(stateOf(draft, "key").fill, SlotFill::Taken);
    QCOMPARE(pathsOf(stateOf(draft, "key").candidates),
             (QStringList{QStringLiteral("/in/old.key"), QStringLiteral("/in/server.key")}));
    QVERIFY(lacking(draft).isEmpty());
}

void TestSlotStates::states_twoCertificates_offerBoth() {
    WizardDraft draft = goodDraft();
    draft.survey->objects.push_back(
        object("/in/old.crt", "certificate", "CN=Server", "", {"ca", "cert"}, inDays(-3)));
    draft.survey->objects.push_back(
        object("/in/copy.crt", "certificate", "CN=Server", "", {"ca", "cert"}, inDays(365)));
    const SlotState state = stateOf(draft, "cert");
    QCOMPARE(state.fill, SlotFill::Taken);
    // The one that fits the key first; a copy of it is no choice.
    QCOMPARE(pathsOf(state.candidates),
             (QStringList{QStringLiteral("/in/server.crt"), QStringLiteral("/in/old.crt")}));
}

void TestSlotStates::states_severalCas_areNoChoice() {
    WizardDraft draft = goodDraft();
    draft.survey->objects.push_back(object("/in/sub.crt", "ca", "CN=Sub", "", {"ca"}, inDays(365)));
    QVERIFY(stateOf(draft, "ca").candidates.size() < 2);
    draft.slots["ca"] = "/in/ca.crt";
    QCOMPARE(stateOf(draft, "ca").candidates.size(), std::size_t(2));
}

void TestSlotStates::states_lockedContainer_mayHoldTheRest() {
    WizardDraft draft = draftFor("streamserver");
    draft.survey->objects = {object("/in/all.p12", "pkcs12", "AES-256-CBC", "", {"key"})};
    draft.survey->locked = {"/in/all.p12"};
    QCOMPARE(stateOf(draft, "cert").fill, SlotFill::InContainer);
    QCOMPARE(stateOf(draft, "key").taken.front().path, std::string("/in/all.p12"));
    QCOMPARE(stateOf(draft, "crl").fill, SlotFill::Nothing);
    QVERIFY(lacking(draft).isEmpty());
}

void TestSlotStates::states_wrongFile_isUnusable_data() {
    QTest::addColumn<bool>("readable");
    QTest::newRow("wrong kind") << true;
    QTest::newRow("unreadable") << false;
}

void TestSlotStates::states_wrongFile_isUnusable() {
    QFETCH(bool, readable);
    WizardDraft draft = goodDraft();
    draft.slots["crl"] = "/in/else";
    draft.survey->objects.pop_back();
    const check::FindingBody body =
        readable ? check::FindingBody(check::SlotWrongKind{"crl", "/in/else", "crl", {"key"}})
                 : check::FindingBody(check::FileUnreadable{"/in/else", "file.not-found", {}});
    draft.survey->findings.push_back({check::Severity::Blocker, "/in/else", body});
    const SlotState state = stateOf(draft, "crl");
    QCOMPARE(state.fill, SlotFill::Unusable);
    QVERIFY(state.problem.has_value());
    QCOMPARE(lacking(draft), QStringList{QStringLiteral("crl")});
}

void TestSlotStates::states_leftOut_staysEmpty() {
    WizardDraft draft = goodDraft();
    model::leaveOut(draft, "crl");
    QVERIFY(!draft.survey.has_value());
    draft.survey = goodDraft().survey;
    QCOMPARE(stateOf(draft, "crl").fill, SlotFill::LeftOut);
    QVERIFY(lacking(draft).isEmpty());
    model::takeAgain(draft, "crl");
    draft.survey = goodDraft().survey;
    QCOMPARE(stateOf(draft, "crl").fill, SlotFill::Taken);
}

void TestSlotStates::states_crlUpdate_listsGoByIssuer() {
    WizardDraft draft = draftFor("aoi", Task::CrlUpdate);
    QCOMPARE(model::slotStates(draft).size(), std::size_t(3));
    draft.survey->objects = {
        object("/in/one.crl", "crl", "CN=CA", "crl", {"crl", "platform-crl", "gateway-crl"})};
    QCOMPARE(stateOf(draft, "platform-crl").fill, SlotFill::ByInstalled);
    QVERIFY(model::anythingBrought(draft, model::slotStates(draft)));
    draft.slots["platform-crl"] = "/in/one.crl";
    draft.survey->objects[0].slot = "platform-crl";
    QCOMPARE(stateOf(draft, "platform-crl").fill, SlotFill::Taken);
    draft.survey->objects = {object("/in/ca.crt", "ca", "CN=CA", "ca", {"ca"})};
    draft.slots.clear();
    QVERIFY(!model::anythingBrought(draft, model::slotStates(draft)));
}

void TestSlotStates::states_replacement_letsTheInstalledDecide() {
    WizardDraft draft = draftFor("streamserver", Task::Replace);
    draft.survey->objects = {object("/in/a.crt", "certificate", "CN=A", "", {"cert"}),
                             object("/in/b.crt", "certificate", "CN=B", "", {"cert"})};
    draft.survey->choices = {{"cert", {0, 1}, {}}};
    QCOMPARE(stateOf(draft, "cert").fill, SlotFill::ByInstalled);
    QCOMPARE(stateOf(draft, "cert").candidates.size(), std::size_t(2));
    QVERIFY(lacking(draft).isEmpty());
    QVERIFY(model::anythingBrought(draft, model::slotStates(draft)));
}

void TestSlotStates::choice_adding_keepsEachOnce() {
    WizardDraft draft = goodDraft();
    model::addPaths(draft, {"/in"});
    QVERIFY(draft.survey.has_value());
    model::addPaths(draft, {"/more", "/in", "/more"});
    QCOMPARE(draft.paths, (std::vector<std::string>{"/in", "/more"}));
    QVERIFY(!draft.survey.has_value());
}

void TestSlotStates::choice_removing_takesChosenSlotsAlong() {
    WizardDraft draft = goodDraft();
    draft.slots = {{"ca", "/in/ca.crt"}, {"crl", "/elsewhere/ca.crl"}};
    model::removePath(draft, "/in");
    QVERIFY(draft.paths.empty());
    QCOMPARE(draft.slots, (std::map<std::string, std::string>{{"crl", "/elsewhere/ca.crl"}}));
}

void TestSlotStates::choice_doNotUse_keepsTheRestOfAFolder() {
    WizardDraft draft = goodDraft();
    draft.paths = {"/in", "/single.crt"};
    draft.slots = {{"crl", "/in/ca.crl"}};
    model::doNotUse(draft, "/in/ca.crl");
    QCOMPARE(draft.paths,
             (std::vector<std::string>{"/in/ca.crt", "/in/server.crt", "/in/server.key", "/single.crt"}));
    QVERIFY(draft.slots.empty());
    model::doNotUse(draft, "/single.crt");
    QCOMPARE(draft.paths.size(), std::size_t(3));
}

void TestSlotStates::choice_forASlot_endsLeavingOut() {
    WizardDraft draft = goodDraft();
    model::leaveOut(draft, "crl");
    model::useFor(draft, "crl", "/x.crl");
    QVERIFY(draft.without.empty());
    model::clearSlot(draft, "crl");
    QVERIFY(draft.slots.empty());
    draft.retentionDays = 3;
    model::leaveOut(draft, "crl");
    model::forgetFiles(draft);
    QVERIFY(draft.without.empty() && !draft.retentionDays);
}

void TestSlotStates::sources_model_isOne() {
    const text::Phrasebook english(text::Language::English);
    const text::Phrasebook chinese(text::Language::Chinese);
    model::SourceModel sources;
    const QAbstractItemModelTester tester(&sources, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(sources.rowCount(), 0);
    sources.setContent(goodDraft(), now, english);
    QCOMPARE(sources.rowCount(), 4);
    const QString before = sources.index(0).data().toString();
    sources.setBook(chinese);
    QVERIFY(sources.index(0).data().toString() != before);
    sources.setContent(draftFor("streamserver"), now, english);
    QCOMPARE(sources.rowCount(), 0);
}

void TestSlotStates::sources_rows_sayWhatTheyAre_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, int number, const char* text) {
        QTest::newRow(name) << number << QString::fromUtf8(text);
    };
    row("CA", 0, "CA certificate, CN=CA, 3650 days left, in /in/ca.crt, used as: CA certificate");
    row("certificate", 1,
        "Certificate, CN=Server, 365 days left, in /in/server.crt, used as: Server certificate");
    row("key", 2,
        "Private key, locked with a password (AES-256-CBC), in /in/server.key, used as: Private key of the "
        "server certificate");
    row("list", 3, "Revocation list (CRL), CN=CA, 90 days left, in /in/ca.crl, not used");
}

void TestSlotStates::sources_rows_sayWhatTheyAre() {
    QFETCH(int, row);
    QFETCH(QString, sentence);
    const text::Phrasebook english(text::Language::English);
    WizardDraft draft = goodDraft();
    draft.survey->objects[3].slot.clear();
    model::SourceModel sources;
    sources.setContent(draft, now, english);
    QCOMPARE(sources.index(row).data().toString(), sentence);
    QCOMPARE(sources.index(row).data(Qt::AccessibleTextRole).toString(), sentence);
}

void TestSlotStates::sources_dragged_knowTheirRow() {
    const text::Phrasebook english(text::Language::English);
    model::SourceModel sources;
    sources.setContent(goodDraft(), now, english);
    QVERIFY(sources.flags(sources.index(2)).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> dragged(sources.mimeData({sources.index(2)}));
    QCOMPARE(sources.rowOf(*dragged), 2);
    QMimeData foreign;
    foreign.setText(QStringLiteral("2"));
    QCOMPARE(sources.rowOf(foreign), -1);
    sources.setContent(draftFor("streamserver"), now, english);
    QCOMPARE(sources.rowOf(*dragged), -1);
}

void TestSlotStates::sources_urgency_followsTheProfile_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("severity");
    const auto severity = [](check::Severity it) { return static_cast<int>(it); };
    QTest::newRow("good certificate") << QStringLiteral("certificate") << 30 << -1;
    QTest::newRow("certificate soon")
        << QStringLiteral("certificate") << 29 << severity(check::Severity::Warning);
    QTest::newRow("certificate past")
        << QStringLiteral("certificate") << -1 << severity(check::Severity::Blocker);
    QTest::newRow("good list") << QStringLiteral("crl") << 7 << -1;
    QTest::newRow("list soon") << QStringLiteral("crl") << 6 << severity(check::Severity::Warning);
}

void TestSlotStates::sources_urgency_followsTheProfile() {
    QFETCH(QString, kind);
    QFETCH(int, days);
    QFETCH(int, severity);
    const auto found =
        model::urgencyOf(object("/x", kind.toUtf8(), "", "", {}, inDays(days)), profile::Rules{}, now);
    QCOMPARE(found.has_value(), severity >= 0);
    if (found)
        QCOMPARE(static_cast<int>(*found), severity);
}

QTEST_GUILESS_MAIN(TestSlotStates)
#include "test_slot_states.moc"

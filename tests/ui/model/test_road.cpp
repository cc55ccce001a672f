// Why: the wizard's pages only show what this does: each stage on the worker, Back losing nothing, cancel at
// any time.
#include <QSemaphore>
#include <QSignalSpy>

#include "core/job/practice.h"
#include "tests/ui/scene/gui_scene.h"

using namespace certwright;
using model::Road;
using model::Stage;
using model::Task;
using model::WizardDraft;
using test::GuiScene;

namespace {

secret::SecretBytes secretOf(const std::string& text) {
    return secret::SecretBytes::copyOf(base::viewOf(text));
}

WizardDraft lockedDraft(Task task) {
    WizardDraft draft;
    draft.task = task;
    draft.survey.emplace();
    draft.survey->locked = {"/in/server.key"};
    return draft;
}

} // namespace

class TestRoad : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stages_eachTask_areThePagesItNeeds_data();
    void stages_eachTask_areThePagesItNeeds();
    void draft_filesChanged_keepsChoicesAndDropsResults();
    void road_wholeImport_endsInAnOutcome();
    void road_busy_refusesAnotherStage();
    void road_cancelledBeforeItRuns_failsAsCancelled();
    void road_destroyedMeanwhile_tellsNobody();
    void road_unknownService_failsWithTheReason();
    void road_checkedAgain_takesTheNewChoice();
    void road_forgotten_wipesWhatWasTyped();

  private:
    static WizardDraft goodDraft(const GuiScene& scene);
    static bool waitFor(QSignalSpy& spy) { return spy.size() > 0 || spy.wait(30000); }
};

WizardDraft TestRoad::goodDraft(const GuiScene& scene) {
    auto draft = scene.draftFor("streamserver");
    for (const job::PracticeSet& set : job::practiceSets()) {
        if (set.service != "streamserver" || !set.expected.empty())
            continue;
        draft.paths = {scene.path("practice/material/" + set.id)};
        draft.practicePassword = set.password;
        break;
    }
    return draft;
}

void TestRoad::stages_eachTask_areThePagesItNeeds_data() {
    QTest::addColumn<Task>("task");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<QList<Stage>>("stages");
    const QList<Stage> tail{Stage::Check, Stage::Preview, Stage::Apply, Stage::Done};
    using Stages = QList<Stage>;
    QTest::newRow("import") << Task::Import << false << Stages({Stage::Service, Stage::Files}) + tail;
    QTest::newRow("import, locked") << Task::Import << true
                                    << Stages({Stage::Service, Stage::Files, Stage::Password}) + tail;
    QTest::newRow("replace") << Task::Replace << false << Stages({Stage::Files}) + tail;
    QTest::newRow("replace, locked") << Task::Replace << true
                                     << Stages({Stage::Files, Stage::Password}) + tail;
    QTest::newRow("crl update") << Task::CrlUpdate << true << Stages({Stage::Files}) + tail;
    QTest::newRow("rollback") << Task::Rollback << false << tail;
}

void TestRoad::stages_eachTask_areThePagesItNeeds() {
    QFETCH(Task, task);
    QFETCH(bool, locked);
    QFETCH(QList<Stage>, stages);
    WizardDraft draft = lockedDraft(task);
    if (!locked)
        draft.survey->locked.clear();
    const auto seen = model::stagesOf(draft);
    QCOMPARE(QList<Stage>(seen.begin(), seen.end()), stages);
}

void TestRoad::draft_filesChanged_keepsChoicesAndDropsResults() {
    WizardDraft draft = lockedDraft(Task::Import);
    draft.service = "aoi";
    draft.root = "/srv/aoi";
    draft.slots["ca"] = "/in/ca.pem";
    draft.without = {"crl"};
    draft.retentionDays = 30;
    draft.passwords.emplace("/in/server.key", secretOf("practice"));
    draft.checked.emplace();
    draft.plan.emplace();
    draft.error = base::Error{base::ErrorCode::Cancelled, {}, {}};
    draft.filesChanged();
    QVERIFY(!draft.survey && !draft.checked && !draft.plan && !draft.error);
    QCOMPARE(draft.root, std::string("/srv/aoi"));
    QCOMPARE(draft.passwords.size(), std::size_t{1});
    const job::Request request = draft.request();
    QCOMPARE(request.slots.at("ca"), std::string("/in/ca.pem"));
    QCOMPARE(request.without, std::vector<std::string>{"crl"});
    QVERIFY(request.retentionDays == 30);
}

void TestRoad::road_wholeImport_endsInAnOutcome() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    Road road(scene.host(), scene.worker(), draft);
    QSignalSpy surveyed(&road, &Road::surveyed);
    QSignalSpy checked(&road, &Road::checked);
    QSignalSpy planned(&road, &Road::planned);
    QSignalSpy applied(&road, &Road::applied);
    QSignalSpy entered(&road.progress(), &model::JobProgress::entered);
    QVERIFY(road.survey() == Road::Starting::Started);
    QVERIFY(waitFor(surveyed));
    QVERIFY(draft.profile && !draft.survey->objects.empty());
    for (const std::string& path : draft.survey->locked)
        draft.passwords.insert_or_assign(path, secretOf(draft.practicePassword));
    road.check();
    QVERIFY(waitFor(checked));
    QVERIFY(!check::blocks(draft.checked->findings));
    QCOMPARE(draft.checked->view.complete, true);
    road.plan();
    QVERIFY(waitFor(planned));
    QVERIFY(draft.plan->applicable() && !draft.plan->changes.empty());
    road.apply();
    QVERIFY(waitFor(applied));
    QVERIFY(!draft.outcome->undone);
    QVERIFY(!draft.outcome->receipt.written.empty());
    QVERIFY(!draft.error);
    QVERIFY(!road.busy());
    QVERIFY(entered.size() > 3);
}

void TestRoad::road_busy_refusesAnotherStage() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    Road road(scene.host(), scene.worker(), draft);
    QSignalSpy busy(&road, &Road::busyChanged);
    QVERIFY(road.survey() == Road::Starting::Started);
    QVERIFY(road.busy());
    QVERIFY(road.survey() == Road::Starting::Busy);
    QVERIFY(road.check() == Road::Starting::Busy);
    QVERIFY(road.plan() == Road::Starting::Busy);
    QVERIFY(road.apply() == Road::Starting::Busy);
    QTRY_COMPARE(busy.size(), 2);
    QCOMPARE(busy.last().first().toBool(), false);
}

// The worker is held, so that the cancel surely comes first.
void TestRoad::road_cancelledBeforeItRuns_failsAsCancelled() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    Road road(scene.host(), scene.worker(), draft);
    QSignalSpy failed(&road, &Road::failed);
    QSemaphore go;
    scene.worker().start(
        this,
        [&go] {
            go.acquire();
            return 0;
        },
        [](int) {});
    road.check();
    road.cancel();
    go.release();
    QVERIFY(waitFor(failed));
    QVERIFY(draft.error->code == base::ErrorCode::Cancelled);
    QVERIFY(!draft.checked);
    // Nothing is lost: the same draft goes on when it is asked to.
    QSignalSpy checked(&road, &Road::checked);
    QVERIFY(road.check() == Road::Starting::Started);
    QVERIFY(waitFor(checked));
    QVERIFY(!draft.error);
}

void TestRoad::road_destroyedMeanwhile_tellsNobody() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    {
        Road road(scene.host(), scene.worker(), draft);
        road.check();
    }
    QVERIFY(scene.settle());
    QVERIFY(!draft.checked && !draft.error);
}

void TestRoad::road_unknownService_failsWithTheReason() {
    GuiScene scene;
    WizardDraft draft;
    draft.service = "nothing-like-it";
    draft.root = scene.path("practice");
    Road road(scene.host(), scene.worker(), draft);
    QSignalSpy failed(&road, &Road::failed);
    road.survey();
    QVERIFY(waitFor(failed));
    QVERIFY(draft.error->code == base::ErrorCode::ProfileUnknown);
    QVERIFY(!draft.survey);
}

void TestRoad::road_checkedAgain_takesTheNewChoice() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    const auto paths = draft.paths;
    draft.paths.clear();
    Road road(scene.host(), scene.worker(), draft);
    QSignalSpy checked(&road, &Road::checked);
    road.check();
    QVERIFY(waitFor(checked));
    QVERIFY(check::blocks(draft.checked->findings));
    draft.paths = paths;
    draft.filesChanged();
    checked.clear();
    road.check();
    QVERIFY(waitFor(checked));
    QVERIFY(!draft.checked->selected.empty());
}

void TestRoad::road_forgotten_wipesWhatWasTyped() {
    GuiScene scene;
    WizardDraft draft = goodDraft(scene);
    draft.passwords.emplace("/in/server.key", secretOf("practice"));
    Road road(scene.host(), scene.worker(), draft);
    road.forget();
    QVERIFY(draft.passwords.empty());
    QVERIFY(road.apply() == Road::Starting::Busy);
}

QTEST_MAIN(TestRoad)
#include "test_road.moc"

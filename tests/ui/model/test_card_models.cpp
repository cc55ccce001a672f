// Why: what stands on the cards is what a person acts on, and a model that breaks the rules of models breaks
// its view on some later day.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "ui/model/card_role.h"
#include "ui/model/disk_watch.h"
#include "ui/model/past_model.h"
#include "ui/model/service_model.h"

using namespace certwright;
using model::Urgency;
using text::Language;

namespace {

constexpr base::Time now{std::chrono::seconds(1'800'000'000)};

job::ServiceDate dateIn(int days, job::EndRole role) {
    job::ServiceDate date;
    date.service = "streamserver";
    date.root = "/opt/sdk";
    // What has ended did so some time of that day.
    const std::chrono::hours later(days < 0 ? 1 : 0);
    date.what = {role, "cert", 0, "CN=server.test", now + std::chrono::days(days) + later};
    date.daysLeft = days;
    date.passed = days < 0;
    return date;
}

model::ServiceLook lookWith(std::vector<job::ServiceDate> dates) {
    model::ServiceLook seen;
    seen.service = {"streamserver", "/opt/sdk", "/home/sdk", {}};
    seen.at = now;
    seen.title = {"StreamServer", "流服务"};
    seen.dates = std::move(dates);
    return seen;
}

apply::Entry entryOf(const std::string& id, base::Time at, apply::ProofOutcome proof) {
    apply::Entry entry;
    entry.id = id;
    entry.service = "streamserver";
    entry.startedAt = at;
    entry.actor = {"anna", "line-3", "1.0"};
    entry.proof.outcome = proof;
    return entry;
}

model::ServicePast pastOf(const std::string& root, std::vector<apply::Entry> entries) {
    model::ServicePast past;
    past.service = {"streamserver", root, {}, {}};
    past.profile.title = {"StreamServer", "流服务"};
    past.past.history.entries = std::move(entries);
    return past;
}

Urgency urgencyAt(const QAbstractItemModel& model, int row) {
    return static_cast<Urgency>(model.index(row, 0).data(model::CardUrgency).toInt());
}

QString textAt(const QAbstractItemModel& model, int row, int role) {
    return model.index(row, 0).data(role).toString();
}

} // namespace

class TestCardModels : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void services_filledAndEmptied_keepTheRulesOfModels();
    void services_dates_giveVerdictAndUrgency_data();
    void services_dates_giveVerdictAndUrgency();
    void services_missingFile_comesBeforeAnyDate();
    void services_gone_saysSo();
    void services_language_changesWordsNotRows();
    void past_filledAndEmptied_keepsTheRulesOfModels();
    void past_ofTwoServices_isOneOrderWithDamagedLast();
    void past_present_isMarked();
    void watch_fileReplacedTwice_tellsBothTimes();
    void watch_manyChanges_tellOnce();

  private:
    text::Phrasebook m_english{Language::English};
    text::Phrasebook m_chinese{Language::Chinese};
};

void TestCardModels::services_filledAndEmptied_keepTheRulesOfModels() {
    model::ServiceModel model(m_english);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setServices({lookWith({dateIn(3, job::EndRole::Crl)}), lookWith({})});
    QCOMPARE(model.rowCount(), 2);
    model.setBook(m_chinese);
    model.setServices({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCardModels::services_dates_giveVerdictAndUrgency_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<int>("urgency");
    const auto row = [](const char* name, int days, job::EndRole role, const char* verdict, Urgency urgency) {
        QTest::newRow(name) << days << static_cast<int>(role) << QString::fromUtf8(verdict)
                            << static_cast<int>(urgency);
    };
    row("far", 212, job::EndRole::Server, "212 days left", Urgency::Good);
    row("server soon", 29, job::EndRole::Server, "29 days left", Urgency::Warning);
    row("server not so soon", 30, job::EndRole::Server, "30 days left", Urgency::Good);
    row("list in a month", 29, job::EndRole::Crl, "29 days left", Urgency::Good);
    row("list soon", 6, job::EndRole::Crl, "6 days left", Urgency::Warning);
    row("tomorrow", 1, job::EndRole::Ca, "1 day left", Urgency::Warning);
    row("today", 0, job::EndRole::Ca, "Ends within a day", Urgency::Warning);
    row("just ended", -1, job::EndRole::Server, "Expired less than a day ago", Urgency::Blocker);
    row("ended", -4, job::EndRole::Retention, "Passed 3 days ago", Urgency::Blocker);
}

void TestCardModels::services_dates_giveVerdictAndUrgency() {
    QFETCH(int, days);
    QFETCH(int, role);
    QFETCH(int, urgency);
    model::ServiceModel model(m_english);
    model.setServices({lookWith({dateIn(days, static_cast<job::EndRole>(role))})});
    QTEST(textAt(model, 0, model::CardVerdict).replace("day(s)", days == 1 ? "day" : "days"), "verdict");
    QCOMPARE(static_cast<int>(urgencyAt(model, 0)), urgency);
}

void TestCardModels::services_missingFile_comesBeforeAnyDate() {
    model::ServiceModel model(m_english);
    auto seen = lookWith({dateIn(100, job::EndRole::Server)});
    seen.findings = {
        {check::Severity::Blocker, "/opt/sdk/ca.crt", check::InstalledMissing{"/opt/sdk/ca.crt", "ca"}}};
    model.setServices({seen});
    QCOMPARE(urgencyAt(model, 0), Urgency::Blocker);
    QVERIFY(textAt(model, 0, model::CardReason).contains("/opt/sdk/ca.crt"));
}

void TestCardModels::services_gone_saysSo() {
    model::ServiceModel model(m_english);
    auto seen = lookWith({});
    seen.gone = true;
    seen.findings = {{check::Severity::Warning, "/opt/sdk", check::ServiceGone{"/opt/sdk"}}};
    model.setServices({seen});
    QCOMPARE(textAt(model, 0, model::CardVerdict), QStringLiteral("The folder is gone"));
    QCOMPARE(urgencyAt(model, 0), Urgency::Warning);
}

void TestCardModels::services_language_changesWordsNotRows() {
    model::ServiceModel model(m_english);
    model.setServices({lookWith({dateIn(10, job::EndRole::Server)})});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setBook(m_chinese);
    QCOMPARE(textAt(model, 0, model::CardTitle), QStringLiteral("流服务"));
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
}

void TestCardModels::past_filledAndEmptied_keepsTheRulesOfModels() {
    model::PastModel model(m_english);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto past = pastOf("/opt/a", {entryOf("b", now, apply::ProofOutcome::Passed)});
    past.past.history.damaged = {"c"};
    model.setPasts({past});
    QCOMPARE(model.rowCount(), 2);
    model.setBook(m_chinese);
    model.setPasts({});
    QCOMPARE(model.rowCount(), 0);
}

void TestCardModels::past_ofTwoServices_isOneOrderWithDamagedLast() {
    using std::chrono::hours;
    model::PastModel model(m_english);
    auto one = pastOf("/opt/a", {entryOf("a2", now, apply::ProofOutcome::Passed),
                                 entryOf("a1", now - hours(2), apply::ProofOutcome::NotMade)});
    one.past.history.damaged = {"a0"};
    const auto other = pastOf("/opt/b", {entryOf("b1", now - hours(1), apply::ProofOutcome::Failed)});
    model.setPasts({one, other});
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << QString::fromStdString(model.idAt(row));
    QCOMPARE(ids, (QStringList{"a2", "b1", "a1", "a0"}));
    QCOMPARE(model.pastAt(1).service.root, std::string("/opt/b"));
    QVERIFY(model.entryAt(3) == nullptr);
    QVERIFY(textAt(model, 1, Qt::AccessibleTextRole).contains("/opt/b"));
    QCOMPARE(urgencyAt(model, 1), Urgency::Warning);
    QCOMPARE(urgencyAt(model, 3), Urgency::Warning);
}

void TestCardModels::past_present_isMarked() {
    model::PastModel model(m_english);
    auto past = pastOf("/opt/a", {entryOf("a2", now, apply::ProofOutcome::Passed),
                                  entryOf("a1", now, apply::ProofOutcome::Passed)});
    past.present = "a1";
    model.setPasts({past});
    QVERIFY(textAt(model, 0, model::CardMark).isEmpty());
    QCOMPARE(textAt(model, 1, model::CardMark), QStringLiteral("Present state"));
}

void TestCardModels::watch_fileReplacedTwice_tellsBothTimes() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("ca.crt");
    const auto replace = [&](const char* content) {
        QFile fresh(path + ".new");
        QVERIFY(fresh.open(QIODevice::WriteOnly));
        fresh.write(content);
        fresh.close();
        QFile::remove(path);
        QVERIFY(QFile::rename(fresh.fileName(), path));
    };
    replace("old");
    model::DiskWatch watch;
    QSignalSpy changed(&watch, &model::DiskWatch::changed);
    watch.watch({path.toStdString()});
    replace("new");
    QVERIFY(changed.wait(5000));
    replace("newer");
    QVERIFY(changed.wait(5000));
}

void TestCardModels::watch_manyChanges_tellOnce() {
    const QTemporaryDir folder;
    model::DiskWatch watch;
    QSignalSpy changed(&watch, &model::DiskWatch::changed);
    watch.watch({folder.path().toStdString()});
    for (int i = 0; i < 20; ++i) {
        QFile file(folder.filePath(QString::number(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(changed.wait(5000));
    QTest::qWait(model::DiskWatch::patience * 2);
    QCOMPARE(changed.size(), 1);
}

QTEST_GUILESS_MAIN(TestCardModels)
#include "test_card_models.moc"

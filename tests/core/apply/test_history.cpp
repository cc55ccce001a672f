// Why: what was there before can be shown and had back long after; a damaged entry is named, never trusted.
#include <QTest>
#include <filesystem>

#include "core/apply/applier.h"
#include "core/apply/history.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using test::Scene;
using test::Shape;

namespace {

base::Time at(const char* text) {
    return base::parseTime(text).value_or(base::Time{});
}

void import(const Scene& scene, const std::string& id, base::Time when) {
    const auto local = files::localFileSystem();
    apply::Applier applier(*local, {"操作员", "host-7", "0.1.0"});
    base::SilentProgress progress;
    const auto receipt = applier.apply(scene.plan, id, when, progress);
    QVERIFY(receipt.has_value());
    QVERIFY(applier.settle(*receipt, {apply::ProofOutcome::Passed, {"load"}, "TLSv1.3", {}}).has_value());
}

// planAgain changes one more file, so that a second import has something to do.
void planAgain(Scene& scene, const std::string& name) {
    scene.plan.changes.clear();
    scene.write(name, "later", 0400);
}

} // namespace

class TestHistory : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void receipt_afterApply_namesFiles();
    void historyOf_settledImport_tellsEverything();
    void historyOf_severalImports_inOrderWhateverTheClock();
    void historyOf_nothingThere_empty();
    void historyOf_openTransaction_isNotDamage();
    void historyOf_damagedEntry_isNamed_data();
    void historyOf_damagedEntry_isNamed();
    void backups_ofReplacedFiles_areExactCopies();
};

void TestHistory::receipt_afterApply_namesFiles() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Removal);
    base::SilentProgress progress;
    const auto receipt =
        apply::Applier(*local, {}).apply(scene.plan, "id-1", at("2026-11-21T12:00:00Z"), progress);
    QVERIFY(receipt.has_value());
    QCOMPARE(receipt->id, std::string("id-1"));
    QCOMPARE(receipt->stateFolder, scene.state());
    QCOMPARE(receipt->startedAt, at("2026-11-21T12:00:00Z"));
    QCOMPARE(receipt->removed, std::vector<std::string>{scene.folder().at("root/keys/ca.crl")});
    QCOMPARE(receipt->written, (std::vector<std::string>{scene.folder().at("root/keys/ca.crt"),
                                                         scene.folder().at("root/config/service.conf")}));
}

void TestHistory::historyOf_settledImport_tellsEverything() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Removal);
    check::KeySmall small;
    small.bits = 2048;
    scene.plan.findings.push_back({check::Severity::Warning, "key", small});
    scene.plan.operation = plan::Operation::Repair;
    scene.plan.configDifference.push_back({'-', 3, "crl="});
    scene.plan.changes[0].about = "CN=old CA";
    import(scene, "id-1", at("2026-11-21T12:00:00Z"));
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history.has_value());
    QCOMPARE(history->entries.size(), std::size_t{1});
    QVERIFY(history->damaged.empty());
    const apply::Entry& entry = history->entries.front();
    QCOMPARE(entry.service, std::string("streamserver"));
    QCOMPARE(entry.startedAt, at("2026-11-21T12:00:00Z"));
    QCOMPARE(entry.actor.user, std::string("操作员"));
    QCOMPARE(entry.actor.host, std::string("host-7"));
    QCOMPARE(entry.actor.version, std::string("0.1.0"));
    QCOMPARE(entry.findings.size(), std::size_t{1});
    QCOMPARE(entry.findings[0].body.as<check::KeySmall>()->bits, 2048);
    QCOMPARE(entry.operation, plan::Operation::Repair);
    QCOMPARE(entry.difference.size(), std::size_t{1});
    QCOMPARE(entry.difference[0].text, std::string("crl="));
    QCOMPARE(entry.proof.steps, std::vector<std::string>{"load"});
    QVERIFY(entry.proof.outcome == apply::ProofOutcome::Passed);
    QCOMPARE(entry.changes.size(), std::size_t{3});
    const apply::KeptChange& removed = entry.changes[0];
    QCOMPARE(removed.path, scene.folder().at("root/keys/ca.crl"));
    QCOMPARE(removed.about, std::string("CN=old CA"));
    QCOMPARE(removed.before->sha256, plan::contentHash(base::viewOf("old crl")));
    QCOMPARE(removed.before->mode, 0444U);
    QVERIFY(removed.sha256.empty());
    QCOMPARE(entry.changes[2].sha256, scene.plan.changes[2].sha256);
}

void TestHistory::historyOf_severalImports_inOrderWhateverTheClock() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    import(scene, "b", at("2026-11-21T12:00:00Z"));
    planAgain(scene, "root/keys/one");
    import(scene, "a", at("2026-11-22T12:00:00Z"));
    planAgain(scene, "root/keys/two");
    import(scene, "c", at("2026-11-20T12:00:00Z"));
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history.has_value());
    std::vector<std::string> ids;
    for (const apply::Entry& entry : history->entries)
        ids.push_back(entry.id);
    QCOMPARE(ids, (std::vector<std::string>{"c", "a", "b"})); // in the order in which they were done
    QVERIFY(history->entries[0].changes[0].backup.empty());   // nothing was there before
}

void TestHistory::historyOf_nothingThere_empty() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history && history->entries.empty() && history->damaged.empty());
    static_cast<void>(scene.folder().write("root/.certwright/history", "a file", 0600));
    QVERIFY(!apply::historyOf(*local, scene.state()).has_value());
}

void TestHistory::historyOf_openTransaction_isNotDamage() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    base::SilentProgress progress;
    QVERIFY(apply::Applier(*local, {}).apply(scene.plan, "id-1", base::Time{}, progress).has_value());
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history && history->entries.empty() && history->damaged.empty());
}

void TestHistory::historyOf_damagedEntry_isNamed_data() {
    QTest::addColumn<std::string>("what");
    for (const char* what : {"truncated", "one digit", "missing", "of another id"})
        QTest::newRow(what) << std::string(what);
}

void TestHistory::historyOf_damagedEntry_isNamed() {
    QFETCH(std::string, what);
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    import(scene, "id-1", base::Time{});
    planAgain(scene, "root/keys/one");
    import(scene, "id-2", base::Time{});
    const std::string name = "root/.certwright/history/id-1/entry.json";
    std::string text = scene.folder().read(name);
    if (what == "truncated")
        text.resize(text.size() / 2);
    else if (what == "one digit")
        text.replace(text.find("\"mode\":256"), 10, "\"mode\":257");
    else if (what == "of another id")
        text = scene.folder().read("root/.certwright/history/id-2/entry.json");
    static_cast<void>(scene.folder().write(name, text, 0600));
    if (what == "missing")
        test::removeFile(scene.folder().at(name));
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history.has_value());
    QCOMPARE(history->damaged, std::vector<std::string>{"id-1"});
    QCOMPARE(history->entries.size(), std::size_t{1});
    QCOMPARE(history->entries.front().id, std::string("id-2"));
}

void TestHistory::backups_ofReplacedFiles_areExactCopies() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    import(scene, "id-1", base::Time{});
    const auto history = apply::historyOf(*local, scene.state());
    QVERIFY(history && history->entries.size() == 1);
    for (const apply::KeptChange& change : history->entries.front().changes) {
        if (change.backup.empty())
            continue;
        const std::string name = "root/.certwright/history/id-1/" + change.backup;
        QCOMPARE(plan::contentHash(base::viewOf(scene.folder().read(name))), change.before->sha256);
        QCOMPARE(scene.folder().modeOf(name), change.before->mode);
        const auto content = apply::previousContent(*local, scene.state(), history->entries.front(), change);
        QVERIFY(content.has_value());
    }
    QCOMPARE(scene.folder().modeOf("root/.certwright/history/id-1/entry.json"), 0600U);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "test_history.moc"

// Why: the past is only worth something if it comes back exactly, or says that it cannot.
#include <QTest>
#include <filesystem>

#include "core/apply/applier.h"
#include "core/apply/history.h"
#include "core/apply/recovery.h"
#include "core/apply/stored.h"
#include "tests/core/apply/scene.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using test::Scene;
using test::Shape;

namespace {

const base::Time start = base::parseTime("2026-11-21T12:00:00Z").value_or(base::Time{});

bool settle(Scene& scene, const std::string& id, base::Time when) {
    const auto local = files::localFileSystem();
    apply::Applier applier(*local, {"operator", "host", "1"});
    base::SilentProgress progress;
    const auto receipt = applier.apply(scene.plan, id, when, progress);
    return receipt && applier.settle(*receipt, {});
}

// change makes the next plan write one more generation of the CA.
void change(Scene& scene, int generation) {
    scene.plan.changes.clear();
    scene.write("root/keys/ca.crt", "ca " + std::to_string(generation), 0400);
}

constexpr std::size_t mebi = std::size_t{1024} * 1024;

// noise is some octets of which no two stretches are alike.
std::string noise(std::size_t size) {
    std::string text;
    for (std::size_t i = 0; text.size() < size; ++i)
        text += std::to_string(i * 2654435761U) + "\n";
    text.resize(size);
    return text;
}

std::string idOf(int number) {
    return (number < 10 ? "id-0" : "id-") + std::to_string(number);
}

} // namespace

class TestPast : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void state_everyFile_isWhatStoodThere();
    void state_largeFiles_areStoredOneBehindTheOther();
    void state_largeFileDamaged_isToldAtOnceAndWhenHandedOut();
    void state_missingFile_isStoredAsMissing();
    void state_transientFile_hasNoContent();
    void history_afterMoving_isStillThere();
    void history_flippedBits_neverAWrongContent();
    void history_oneEntryDestroyed_othersStayUsable();
    void find_beginningOfAnId_mustBeTheOnlyOne();
    void outdated_byCountAndAge_data();
    void outdated_byCountAndAge();
    void wipeEntry_leavesNothingAndOnlyOurs();
    void limits_storedAndDamaged_data();
    void limits_storedAndDamaged();
    void identity_staysWhateverHappens();
};

void TestPast::state_everyFile_isWhatStoodThere() {
    for (const Shape shape : test::allShapes) {
        Scene scene(shape);
        QVERIFY(settle(scene, "id-1", start));
        const auto local = files::localFileSystem();
        const auto history = apply::historyOf(*local, scene.state());
        QVERIFY(history && history->entries.size() == 1);
        const apply::Entry& entry = history->entries.front();
        QCOMPARE(entry.state.size(), scene.plan.kept.size());
        for (const apply::StateFile& file : entry.state) {
            const auto info = local->stat(file.path, files::Links::Refuse);
            QCOMPARE(file.present, info.has_value());
            if (!file.present)
                continue;
            QCOMPARE(file.mode, info->mode);
            if (file.kind == plan::KeptKind::Folder)
                continue;
            const auto content = apply::stateContent(*local, scene.state(), entry, file);
            QVERIFY(content.has_value());
            QCOMPARE(*content, *local->read(file.path, 1000, files::Links::Refuse));
        }
        QCOMPARE(scene.folder().modeOf("root/.certwright/history/id-1/state"), 0600U);
    }
}

void TestPast::state_largeFiles_areStoredOneBehindTheOther() {
    Scene scene(Shape::Replacement);
    scene.plan.kept.clear();
    std::string all;
    for (const std::size_t size : {std::size_t{5}, mebi, mebi + 1, 3 * mebi + 7, std::size_t{0}}) {
        const std::string name = "root/keys/of" + std::to_string(size);
        scene.write(name, noise(size), 0400);
        scene.keep(name);
        all += noise(size);
    }
    QVERIFY(settle(scene, "id-1", start));
    // The form that every version has written: contents one behind the other, and where they are.
    QVERIFY(scene.folder().read("root/.certwright/history/id-1/state") == all);
    const auto local = files::localFileSystem();
    const auto history = apply::historyOf(*local, scene.state());
    std::uint64_t offset = 0;
    for (const apply::StateFile& file : history->entries.front().state) {
        QCOMPARE(file.offset, offset);
        offset += file.size;
        const auto whole = apply::stateContent(*local, scene.state(), history->entries.front(), file);
        QVERIFY(whole && base::textOf(*whole) == noise(static_cast<std::size_t>(file.size)));
        const auto stored = apply::storedState(*local, scene.state(), history->entries.front(), file, mebi);
        QVERIFY(stored.has_value());
        QCOMPARE(stored->large != nullptr, file.size > mebi);
        const std::string copy = scene.folder().at("copy");
        if (stored->large) {
            QVERIFY(stored->content.empty());
            QVERIFY(local->writeNewFrom(copy, **stored->large->open(*local), 0600, std::nullopt));
            QVERIFY(*local->read(copy, 4 * mebi, files::Links::Refuse) == *whole);
            QVERIFY(local->remove(copy));
        } else {
            QVERIFY(stored->content == *whole);
        }
    }
    QCOMPARE(offset, std::uint64_t{all.size()});
}

void TestPast::state_largeFileDamaged_isToldAtOnceAndWhenHandedOut() {
    Scene scene(Shape::Replacement);
    scene.plan.kept.clear();
    scene.write("root/keys/big.crl", noise(2 * mebi), 0400);
    scene.keep("root/keys/big.crl");
    QVERIFY(settle(scene, "id-1", start));
    const auto local = files::localFileSystem();
    const auto history = apply::historyOf(*local, scene.state());
    const apply::Entry& entry = history->entries.front();
    const auto stored = apply::storedState(*local, scene.state(), entry, entry.state.front(), 10);
    QVERIFY(stored && stored->large);
    const std::string name = "root/.certwright/history/id-1/state";
    for (const std::string& bad : {noise(mebi) + "x" + noise(2 * mebi).substr(mebi + 1), noise(mebi)}) {
        static_cast<void>(scene.folder().write(name, bad, 0600));
        const auto again = apply::storedState(*local, scene.state(), entry, entry.state.front(), 10);
        QVERIFY(!again && again.error().code == base::ErrorCode::HistoryDamaged);
        const auto content = stored->large->open(*local);
        const std::string copy = scene.folder().at("copy");
        QVERIFY(!content || !local->writeNewFrom(copy, **content, 0600, std::nullopt));
        QVERIFY(!local->stat(copy, files::Links::Refuse));
    }
}

void TestPast::state_missingFile_isStoredAsMissing() {
    Scene scene(Shape::Exchange);
    scene.keep("root/keys/none.crl");
    QVERIFY(settle(scene, "id-1", start));
    const auto local = files::localFileSystem();
    const auto history = apply::historyOf(*local, scene.state());
    const apply::StateFile& file = history->entries.front().state.back();
    QVERIFY(!file.present);
    QCOMPARE(apply::stateContent(*local, scene.state(), history->entries.front(), file).error().code,
             base::ErrorCode::HistoryDamaged);
}

void TestPast::state_transientFile_hasNoContent() {
    Scene scene(Shape::Adoption);
    scene.plan.kept.clear();
    scene.keep("root/keys/server.key", plan::Keeping::Transient);
    QVERIFY(settle(scene, "id-1", start));
    for (const std::string& name : scene.stateNames()) {
        const std::string path = "root/.certwright/" + name;
        if (std::filesystem::is_regular_file(scene.folder().at(path)))
            QVERIFY2(scene.folder().read(path).find("old key") == std::string::npos, path.c_str());
    }
    const auto local = files::localFileSystem();
    const auto history = apply::historyOf(*local, scene.state());
    const apply::StateFile& file = history->entries.front().state.front();
    QVERIFY(file.present && file.keeping == plan::Keeping::Transient);
    QCOMPARE(file.sha256, plan::contentHash(base::viewOf("old key")));
    QVERIFY(!apply::stateContent(*local, scene.state(), history->entries.front(), file));
}

void TestPast::history_afterMoving_isStillThere() {
    Scene scene(Shape::Replacement);
    QVERIFY(settle(scene, "id-1", start));
    const std::string moved = scene.folder().at("moved");
    std::filesystem::rename(scene.root(), moved);
    const auto local = files::localFileSystem();
    const auto history = apply::historyOf(*local, moved + "/.certwright");
    QVERIFY(history && history->entries.size() == 1 && history->damaged.empty());
    for (const apply::StateFile& file : history->entries.front().state)
        QVERIFY2(file.path.starts_with(moved + "/"), file.path.c_str());
}

void TestPast::history_flippedBits_neverAWrongContent() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    QVERIFY(settle(scene, "id-1", start));
    const std::string folder = "root/.certwright/history/id-1/";
    const auto names = local->list(scene.folder().at(folder.substr(0, folder.size() - 1)));
    int told = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        test::SeededRandom random(seed);
        const std::string name = folder + names->at(random.number(names->size()));
        const std::string good = scene.folder().read(name);
        std::string bad = good;
        const std::size_t at = random.number(bad.size());
        bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 << random.number(8)));
        static_cast<void>(scene.folder().write(name, bad));
        const auto history = apply::historyOf(*local, scene.state());
        QVERIFY(history.has_value());
        told += static_cast<int>(history->damaged.size());
        for (const apply::Entry& entry : history->entries) {
            for (const apply::StateFile& file : entry.state) {
                if (!file.present || file.kind == plan::KeptKind::Folder)
                    continue;
                const auto content = apply::stateContent(*local, scene.state(), entry, file);
                if (content)
                    QVERIFY(*content == *local->read(file.path, 1000, files::Links::Refuse));
                else
                    QCOMPARE(content.error().code, base::ErrorCode::HistoryDamaged);
                told += content ? 0 : 1;
            }
            for (const apply::KeptChange& change : entry.changes) {
                if (change.backup.empty())
                    continue;
                const auto content = apply::previousContent(*local, scene.state(), entry, change);
                if (content)
                    QCOMPARE(plan::contentHash(*content), change.before->sha256);
                else
                    QCOMPARE(content.error().code, base::ErrorCode::HistoryDamaged);
                told += content ? 0 : 1;
            }
        }
        static_cast<void>(scene.folder().write(name, good));
    }
    QVERIFY2(told >= 990, std::to_string(told).c_str()); // a flip in white space harms nothing
}

void TestPast::history_oneEntryDestroyed_othersStayUsable() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Exchange);
    for (int i = 0; i < 5; ++i) {
        scene.plan.exchanges.clear();
        change(scene, i);
        QVERIFY(settle(scene, idOf(i), start));
    }
    test::removeAll(scene.folder().at("root/.certwright/history/id-02"));
    static_cast<void>(scene.folder().write("root/.certwright/history/id-03/state", "garbage", 0600));
    const auto history = apply::historyOf(*local, scene.state());
    QCOMPARE(history->entries.size(), std::size_t{4});
    for (const apply::Entry& entry : history->entries)
        for (const apply::StateFile& file : entry.state) {
            if (!file.present || file.kind == plan::KeptKind::Folder)
                continue;
            const auto content = apply::stateContent(*local, scene.state(), entry, file);
            QCOMPARE(content.has_value(), entry.id != "id-03");
            if (content && file.path.ends_with("ca.crt"))
                QCOMPARE(std::string(base::textOf(*content)), "ca " + entry.id.substr(4));
        }
}

void TestPast::find_beginningOfAnId_mustBeTheOnlyOne() {
    apply::History history;
    for (const char* id : {"20261121-1", "20261121-12", "20261122-1"}) {
        history.entries.emplace_back();
        history.entries.back().id = id;
    }
    QCOMPARE(history.find("20261122")->id, std::string("20261122-1"));
    QCOMPARE(history.find("20261121-1")->id, std::string("20261121-1"));
    QVERIFY(history.find("20261121") == nullptr);
    QVERIFY(history.find("") == nullptr);
    QVERIFY(history.find("1999") == nullptr);
}

void TestPast::outdated_byCountAndAge_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("days");
    QTest::addColumn<QStringList>("gone");
    QTest::newRow("all stay") << 10 << 400 << QStringList{};
    QTest::newRow("by count") << 2 << 400 << QStringList{"id-02", "id-01"};
    QTest::newRow("by age") << 10 << 15 << QStringList{"id-02", "id-01"};
    QTest::newRow("exactly so old stays") << 10 << 20 << QStringList{"id-01"};
    QTest::newRow("the newest always stays") << 1 << 1 << QStringList{"id-03", "id-02", "id-01"};
}

void TestPast::outdated_byCountAndAge() {
    QFETCH(int, count);
    QFETCH(int, days);
    QFETCH(QStringList, gone);
    apply::History history;
    for (int i = 4; i > 0; --i) { // 4 is the newest; each is ten days older than the next
        apply::Entry entry;
        entry.sequence = static_cast<std::uint64_t>(i);
        entry.id = idOf(i);
        entry.startedAt = start - std::chrono::days(10 * (4 - i));
        history.entries.push_back(entry);
    }
    const auto ids = apply::outdated(history, {count, days}, start);
    QStringList found;
    for (const std::string& id : ids)
        found << QString::fromStdString(id);
    QCOMPARE(found, gone);
    history.damaged = {"id-00", "id-99"};
    QVERIFY(apply::outdated(history, {1, 1}, start + std::chrono::days(999)).back() == "id-00");
}

void TestPast::wipeEntry_leavesNothingAndOnlyOurs() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    QVERIFY(settle(scene, "id-01", start));
    change(scene, 2);
    QVERIFY(settle(scene, "id-02", start));
    QVERIFY(apply::wipeEntry(*local, scene.state(), "id-01").has_value());
    QVERIFY(!scene.folder().exists("root/.certwright/history/id-01"));
    QVERIFY(scene.folder().exists("root/.certwright/history/id-02/entry.json"));
    QVERIFY(!apply::wipeEntry(*local, scene.state(), "../../keys").has_value());
    QVERIFY(!apply::wipeEntry(*local, scene.state(), "id-01").has_value());
}

void TestPast::limits_storedAndDamaged_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("good") << std::string(R"({"count":50,"days":9})") << 50;
    QTest::newRow("zero") << std::string(R"({"count":0,"days":9})") << 10;
    QTest::newRow("negative") << std::string(R"({"count":-5})") << 10;
    QTest::newRow("text") << std::string(R"({"count":"many"})") << 10;
    QTest::newRow("huge") << std::string(R"({"count":99999999999999999999})") << 10;
    QTest::newRow("no object") << std::string("[1]") << 10;
    QTest::newRow("garbage") << std::string("\xff{{") << 10;
}

void TestPast::limits_storedAndDamaged() {
    QFETCH(std::string, text);
    QFETCH(int, count);
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    scene.folder().makeFolder("root/.certwright");
    QCOMPARE(apply::limitsOf(*local, scene.state()).count, 10);
    QCOMPARE(apply::limitsOf(*local, scene.state()).days, 400);
    static_cast<void>(scene.folder().write("root/.certwright/history-limits.json", text));
    QCOMPARE(apply::limitsOf(*local, scene.state()).count, count);
    QVERIFY(apply::writeLimits(*local, scene.state(), {77, 88}).has_value());
    QCOMPARE(apply::limitsOf(*local, scene.state()).count, 77);
    QCOMPARE(apply::limitsOf(*local, scene.state()).days, 88);
}

void TestPast::identity_staysWhateverHappens() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    QVERIFY(!apply::identityOf(*local, scene.state()));
    QVERIFY(settle(scene, "id-01", start));
    const auto identity = apply::identityOf(*local, scene.state());
    QVERIFY(identity && identity->size() == 32);
    change(scene, 2);
    QVERIFY(settle(scene, "id-02", start));
    QVERIFY(apply::identityOf(*local, scene.state()) == identity);
    Scene other(Shape::Replacement);
    QVERIFY(settle(other, "id-01", start));
    QVERIFY(apply::identityOf(*local, other.state()) != identity);
}

QTEST_GUILESS_MAIN(TestPast)
#include "test_past.moc"

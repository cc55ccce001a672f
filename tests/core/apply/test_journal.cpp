// Why: a journal decides what is written where, perhaps by root: one that is damaged, foreign or hostile must
// not be acted on at all.
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/apply/applier.h"
#include "core/apply/journal.h"
#include "core/apply/journal_text.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using base::ErrorCode;
using test::Scene;
using test::Shape;
using test::Tree;

using Edit = std::function<void(nlohmann::json&, const Scene&)>;
Q_DECLARE_METATYPE(Edit)

namespace {

constexpr const char* journalName = "root/.certwright/journal.json";

// interruptAt applies the plan until right before the first write whose call holds `call`; then the power is
// gone.
void interruptAt(const Scene& scene, const std::string& call) {
    const auto local = files::localFileSystem();
    for (int n = 1;; ++n) {
        test::FaultFileSystem probe(*local, test::Counted::Writes);
        probe.cutPowerAt(n, test::Cut::Before);
        try {
            base::SilentProgress progress;
            static_cast<void>(apply::Applier(probe, {"operator", "host", "1"})
                                  .apply(scene.plan, "id-1", base::Time{}, progress));
            return;
        } catch (const test::PowerCut& cut) {
            if (cut.call.find(call) != std::string::npos)
                return;
        }
        static_cast<void>(apply::recover(*local, scene.state()));
    }
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void decode_whatEncodeWrote_isTheSame();
    void recover_flippedBits_damagedAndNothingTouched();
    void recover_truncated_damagedAndNothingTouched();
    void recover_hostileJournal_damagedAndNothingTouched_data();
    void recover_hostileJournal_damagedAndNothingTouched();
    void recover_foreignJournal_refused_data();
    void recover_foreignJournal_refused();
    void recover_noRegularFile_damaged();
    void recover_leftoverOfJournal_isNoJournal();
    void recover_nothingThere_nothing();
    void recover_movedServiceFolder_isUndoneThere();
};

void TestJournal::decode_whatEncodeWrote_isTheSame() {
    const Scene scene(Shape::ModeChanges);
    auto journal = apply::journalOf(scene.plan, "id-1", base::Time{},
                                    {"us\xff"
                                     "er",
                                     "host", "1"});
    QVERIFY(journal.has_value());
    const base::Bytes text = apply::encodeJournal(*journal); // a name that is no UTF-8 is replaced
    const auto read = apply::decodeJournal(text, scene.state(), "journal");
    QVERIFY(read.has_value());
    QCOMPARE(read->actor.user, std::string("us\xEF\xBF\xBD"
                                           "er"));
    QCOMPARE(apply::encodeJournal(*read), text);
    QCOMPARE(read->steps.size(), scene.plan.changes.size());
}

void TestJournal::recover_flippedBits_damagedAndNothingTouched() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    interruptAt(scene, "service.conf");
    const std::string good = scene.folder().read(journalName);
    QVERIFY(good.find("applying") != std::string::npos);
    const Tree half = scene.tree();
    const auto names = scene.stateNames();
    test::SeededRandom random;
    for (int i = 0; i < 1000; ++i) {
        std::string bad = good;
        const std::size_t at = random.number(bad.size() - 1); // not the line end behind the object
        bad[at] = static_cast<char>(bad[at] ^ static_cast<char>(1 << random.number(8)));
        static_cast<void>(scene.folder().write(journalName, bad));
        const auto recovery = apply::recover(*local, scene.state());
        QVERIFY2(!recovery.has_value(), bad.c_str());
        QCOMPARE(recovery.error().code, ErrorCode::JournalDamaged);
        QCOMPARE(recovery.error().subject, scene.folder().at(journalName));
        QVERIFY(scene.tree() == half);
        QVERIFY(scene.stateNames() == names);
    }
    static_cast<void>(scene.folder().write(journalName, good));
    const auto recovery = apply::recover(*local, scene.state());
    QVERIFY(recovery && *recovery);
    QVERIFY((*recovery)->outcome == apply::RecoveryOutcome::Undone);
    QCOMPARE((*recovery)->id, std::string("id-1"));
    QCOMPARE(scene.tree(), Scene(Shape::Replacement).tree());
}

void TestJournal::recover_truncated_damagedAndNothingTouched() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    interruptAt(scene, "service.conf");
    const std::string good = scene.folder().read(journalName);
    const Tree half = scene.tree();
    for (std::size_t length = 0; length + 1 < good.size(); length += 37) {
        static_cast<void>(scene.folder().write(journalName, good.substr(0, length)));
        QCOMPARE(apply::recover(*local, scene.state()).error().code, ErrorCode::JournalDamaged);
        QVERIFY(scene.tree() == half);
    }
    static_cast<void>(scene.folder().write(journalName, std::string(2 * apply::journalLimit, ' ')));
    QCOMPARE(apply::recover(*local, scene.state()).error().code, ErrorCode::JournalDamaged);
    QVERIFY(scene.tree() == half);
}

void TestJournal::recover_hostileJournal_damagedAndNothingTouched_data() {
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char* name, Edit edit) { QTest::newRow(name) << edit; };
    const auto victim = [](const Scene& s) { return s.folder().at("home/victim"); };
    row("path outside", [=](nlohmann::json& j, const Scene& s) { j["changes"][0]["path"] = victim(s); });
    row("path out by dots",
        [](nlohmann::json& j, const Scene& s) { j["changes"][0]["path"] = s.root() + "/../home/victim"; });
    row("path out by relative dots",
        [](nlohmann::json& j, const Scene&) { j["changes"][0]["path"] = "../home/victim"; });
    row("path into our own folder",
        [](nlohmann::json& j, const Scene&) { j["changes"][0]["path"] = ".certwright/lock"; });
    row("exchange outside", [](nlohmann::json& j, const Scene& s) {
        j["exchanges"].push_back({{"folder", s.folder().at("home")}, {"carried", nlohmann::json::array()}});
    });
    row("exchange of the root", [](nlohmann::json& j, const Scene&) {
        j["exchanges"].push_back({{"folder", "."}, {"carried", nlohmann::json::array()}});
    });
    row("carried name with a path", [](nlohmann::json& j, const Scene&) {
        j["exchanges"].push_back({{"folder", "keys"}, {"carried", {"../../home/victim"}}});
    });
    row("step of no exchange", [](nlohmann::json& j, const Scene&) { j["changes"][0]["exchange"] = 3; });
    row("kept outside", [=](nlohmann::json& j, const Scene& s) { j["kept"][0]["path"] = victim(s); });
    row("state outside", [=](nlohmann::json& j, const Scene& s) {
        j["state"].push_back({{"path", victim(s)},
                              {"kind", "file"},
                              {"keeping", "stored"},
                              {"present", true},
                              {"mode", 0400},
                              {"owner", {0, 0}},
                              {"sha256", std::string(64, 'a')},
                              {"offset", 0},
                              {"size", 1}});
    });
    row("root's area elsewhere", [=](nlohmann::json& j, const Scene& s) {
        j["areas"][0]["base"] = s.folder().at("home");
        j["changes"] = nlohmann::json::array();
    });
    row("other root altogether", [=](nlohmann::json& j, const Scene& s) {
        j["areas"][0]["base"] = s.folder().at("home");
        j["areas"][0]["state"] = s.folder().at("home/.certwright");
        j["changes"] = nlohmann::json::array();
    });
    row("second area's state elsewhere", [=](nlohmann::json& j, const Scene& s) {
        j["areas"].push_back({{"base", s.folder().at("home/x")},
                              {"state", s.folder().path() + "/root/keys"},
                              {"made-base", true},
                              {"made-state", true}});
    });
    row("no areas", [](nlohmann::json& j, const Scene&) { j["areas"] = nlohmann::json::array(); });
    row("area number", [](nlohmann::json& j, const Scene&) { j["changes"][0]["area"] = 7; });
    row("negative area", [](nlohmann::json& j, const Scene&) { j["changes"][0]["area"] = -1; });
    row("id with a path", [](nlohmann::json& j, const Scene&) { j["id"] = "../../home"; });
    row("unknown state", [](nlohmann::json& j, const Scene&) { j["transaction"] = "finished"; });
    row("unknown kind", [](nlohmann::json& j, const Scene&) { j["changes"][0]["kind"] = "shell"; });
    row("unknown format", [](nlohmann::json& j, const Scene&) { j["format"] = 1; });
    row("set-user-id mode",
        [](nlohmann::json& j, const Scene&) { j["changes"][0]["before"]["mode"] = 04755; });
    row("huge mode", [](nlohmann::json& j, const Scene&) { j["changes"][0]["mode"] = 0x100000000; });
    row("no hash", [](nlohmann::json& j, const Scene&) { j["changes"][0]["before"]["sha256"] = "../x"; });
    row("owner of wrong type",
        [](nlohmann::json& j, const Scene&) { j["changes"][0]["before"]["owner"] = "root"; });
    row("changes of wrong type", [](nlohmann::json& j, const Scene&) { j["changes"] = 5; });
    row("change of wrong type", [](nlohmann::json& j, const Scene&) { j["changes"][0] = "x"; });
    row("before of wrong type", [](nlohmann::json& j, const Scene&) { j["changes"][0]["before"] = 3; });
    row("date", [](nlohmann::json& j, const Scene&) { j["started-at"] = "yesterday"; });
    row("findings", [](nlohmann::json& j, const Scene&) { j["findings"] = {1, 2}; });
    row("member missing", [](nlohmann::json& j, const Scene&) { j.erase("areas"); });
}

void TestJournal::recover_hostileJournal_damagedAndNothingTouched() {
    QFETCH(Edit, edit);
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    static_cast<void>(scene.folder().write("home/victim", "old ca", 0600));
    interruptAt(scene, "service.conf");
    auto object = nlohmann::json::parse(scene.folder().read(journalName));
    edit(object, scene);
    const base::Bytes sealed = apply::resealed(base::viewOf(object.dump()));
    static_cast<void>(scene.folder().write(journalName, sealed));
    const Tree half = scene.tree();
    const auto names = scene.stateNames();
    const auto recovery = apply::recover(*local, scene.state());
    QVERIFY(!recovery.has_value());
    QCOMPARE(recovery.error().code, ErrorCode::JournalDamaged);
    QCOMPARE(scene.tree(), half);
    QCOMPARE(scene.stateNames(), names);
}

void TestJournal::recover_foreignJournal_refused_data() {
    QTest::addColumn<int>("what");
    QTest::newRow("of another account") << 0;
    QTest::newRow("with a second name") << 1;
    QTest::newRow("writable by the group") << 2;
}

void TestJournal::recover_foreignJournal_refused() {
    QFETCH(int, what);
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    interruptAt(scene, "service.conf");
    const Tree half = scene.tree();
    test::FaultFileSystem fileSystem(*local);
    auto info = local->stat(scene.folder().at(journalName), files::Links::Refuse).value_or(base::FileInfo{});
    info.owner.user += what == 0 ? 1 : 0;
    info.links += what == 1 ? 1 : 0;
    info.mode |= what == 2 ? 020U : 0U;
    fileSystem.pretend(scene.folder().at(journalName), info);
    QCOMPARE(apply::recover(fileSystem, scene.state()).error().code, ErrorCode::TargetUnsafe);
    QCOMPARE(scene.tree(), half);
}

void TestJournal::recover_noRegularFile_damaged() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    scene.folder().makeFolder(journalName);
    QVERIFY(apply::interrupted(*local, scene.state()));
    QCOMPARE(apply::recover(*local, scene.state()).error().code, ErrorCode::JournalDamaged);
    test::removeFile(scene.folder().at(journalName));
    std::filesystem::create_symlink(scene.folder().at("root/other.txt"), scene.folder().at(journalName));
    QCOMPARE(apply::recover(*local, scene.state()).error().code, ErrorCode::JournalDamaged);
}

void TestJournal::recover_leftoverOfJournal_isNoJournal() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    scene.folder().makeFolder("root/.certwright");
    static_cast<void>(scene.folder().write("root/.certwright/journal.json.new", "{\"half"));
    QVERIFY(!apply::interrupted(*local, scene.state()));
    base::SilentProgress progress;
    const auto receipt = apply::Applier(*local, {}).apply(scene.plan, "id-1", base::Time{}, progress);
    QVERIFY(receipt.has_value()); // not in the way of an import
    QVERIFY(apply::Applier(*local, {}).undo(*receipt).has_value());
    static_cast<void>(scene.folder().write("root/.certwright/journal.json.new", "{\"half"));
    const auto recovery = apply::recover(*local, scene.state());
    QVERIFY(recovery && !*recovery);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
    QCOMPARE(scene.tree(), before);
}

void TestJournal::recover_nothingThere_nothing() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const auto recovery = apply::recover(*local, scene.state());
    QVERIFY(recovery && !*recovery);
    QVERIFY(!scene.folder().exists("root/.certwright"));
}

void TestJournal::recover_movedServiceFolder_isUndoneThere() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    interruptAt(scene, "service.conf");
    QVERIFY(scene.tree() != before);
    std::filesystem::rename(scene.root(), scene.folder().at("moved"));
    const auto recovery = apply::recover(*local, scene.folder().at("moved/.certwright"));
    QVERIFY(recovery && *recovery);
    std::filesystem::rename(scene.folder().at("moved"), scene.root());
    QCOMPARE(scene.tree(), before);
}

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"

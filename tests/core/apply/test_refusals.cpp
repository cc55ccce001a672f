// Why: what the person was shown is what happens, or nothing; and nobody else's file is touched on the way.
#include <QTest>
#include <filesystem>
#include <functional>
#include <utility>

#include "core/apply/applier.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"

using namespace certwright;
using base::ErrorCode;
using test::FaultFileSystem;
using test::Scene;
using test::setMode;
using test::Shape;
using test::Tree;

namespace fs = std::filesystem;

// Twist changes a scene, or what the file system says of it, after the plan was made.
using Twist = std::function<void(Scene&, FaultFileSystem&)>;
Q_DECLARE_METATYPE(Twist)
Q_DECLARE_METATYPE(certwright::base::ErrorCode)

namespace {

base::Result<apply::Receipt> applied(files::FileSystem& fileSystem, const plan::Plan& plan,
                                     const std::string& id = "id-1") {
    base::SilentProgress progress;
    return apply::Applier(fileSystem, {"operator", "host", "1"}).apply(plan, id, base::Time{}, progress);
}

void rewrite(Scene& scene, const std::string& name, std::string_view content, std::uint32_t mode) {
    static_cast<void>(scene.folder().write(name, content, mode));
}

// pretendInfo lets stat answer with something that only root could make.
void pretendInfo(Scene& scene, FaultFileSystem& fileSystem, const std::string& name,
                 const std::function<void(base::FileInfo&)>& change) {
    const std::string path = scene.folder().at(name);
    auto info = fileSystem.stat(path, files::Links::Refuse).value_or(base::FileInfo{});
    change(info);
    fileSystem.pretend(path, info);
}

// CancelAt cancels once a step was entered for the n-th time.
class CancelAt final : public base::Progress {
  public:
    CancelAt(base::Step step, int n)
        : m_step(step)
        , m_left(n) {}
    void enter(base::Step step, int done, int total) override {
        QVERIFY(done <= total);
        if (step == m_step)
            --m_left;
    }
    bool cancelled() const override { return m_left <= 0; }

  private:
    base::Step m_step;
    int m_left;
};

// Meddler changes something of its own in the middle of a transaction: when `step` is entered first.
class Meddler final : public base::Progress {
  public:
    Meddler(base::Step step, std::function<void()> change)
        : m_step(step)
        , m_change(std::move(change)) {}
    void enter(base::Step step, int, int) override {
        if (step == m_step && m_change)
            std::exchange(m_change, nullptr)();
    }
    bool cancelled() const override { return false; }

  private:
    base::Step m_step;
    std::function<void()> m_change;
};

void row(const char* name, ErrorCode code, Twist twist) {
    QTest::newRow(name) << std::move(twist) << code;
}

// addTargetRows: what anybody can do to the targets and the folders above.
void addTargetRows() {
    row("content changed", ErrorCode::FileChanged,
        [](Scene& s, FaultFileSystem&) { rewrite(s, "root/keys/ca.crt", "newer", 0400); });
    row("mode changed", ErrorCode::FileChanged,
        [](Scene& s, FaultFileSystem&) { test::setMode(s.folder().at("root/keys/ca.crt"), 0600); });
    row("file gone", ErrorCode::FileChanged,
        [](Scene& s, FaultFileSystem&) { test::removeFile(s.folder().at("root/keys/ca.crt")); });
    row("file appeared", ErrorCode::FileChanged,
        [](Scene& s, FaultFileSystem&) { rewrite(s, "root/keys/kmc.ks", "x", 0600); });
    row("folder gone", ErrorCode::FileChanged,
        [](Scene& s, FaultFileSystem&) { test::removeAll(s.folder().at("root/keys")); });
    row("target is a symbolic link", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem&) {
        fs::rename(s.folder().at("root/keys/ca.crt"), s.folder().at("root/keys/real"));
        fs::create_symlink("real", s.folder().at("root/keys/ca.crt"));
    });
    row("dangling link appeared", ErrorCode::TargetUnsafe,
        [](Scene& s, FaultFileSystem&) { fs::create_symlink("nowhere", s.folder().at("root/keys/kmc.ks")); });
    row("parent is a symbolic link", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem&) {
        fs::rename(s.folder().at("root/keys"), s.folder().at("root/real"));
        fs::create_directory_symlink("real", s.folder().at("root/keys"));
    });
    row("hard link", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem&) {
        fs::create_hard_link(s.folder().at("root/keys/ca.crt"), s.folder().at("home/second"));
    });
    row("parent writable by group", ErrorCode::TargetUnsafe,
        [](Scene& s, FaultFileSystem&) { test::setMode(s.folder().at("root/keys"), 0770); });
    row("base writable by all", ErrorCode::TargetUnsafe,
        [](Scene& s, FaultFileSystem&) { test::setMode(s.root(), 01777); });
}

// addPretendedRows: what only root, or another disk, could do.
void addPretendedRows() {
    row("foreign target", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem& f) {
        pretendInfo(s, f, "root/keys/ca.crt", [](base::FileInfo& info) { info.owner.user += 7; });
    });
    row("foreign parent", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem& f) {
        pretendInfo(s, f, "root/keys", [](base::FileInfo& info) { info.owner.user += 7; });
    });
    row("other group", ErrorCode::FileChanged, [](Scene& s, FaultFileSystem& f) {
        pretendInfo(s, f, "root/keys/ca.crt", [](base::FileInfo& info) { info.owner.group += 7; });
    });
    row("parent on another file system", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem& f) {
        pretendInfo(s, f, "root/keys", [](base::FileInfo& info) { info.device += 1; });
    });
    row("set-user-id target", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem& f) {
        pretendInfo(s, f, "root/keys/ca.crt", [](base::FileInfo& info) { info.mode |= 04000; });
    });
}

// addStateRows: what stands where folders of ours should.
void addStateRows() {
    row("folder at a file's place", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem&) {
        test::removeFile(s.folder().at("root/keys/ca.crt"));
        fs::create_directory(s.folder().at("root/keys/ca.crt"));
    });
    row("state folder is a file", ErrorCode::TargetUnsafe,
        [](Scene& s, FaultFileSystem&) { rewrite(s, "root/.certwright", "x", 0600); });
    row("state folder is a link", ErrorCode::TargetUnsafe,
        [](Scene& s, FaultFileSystem&) { fs::create_directory_symlink(s.folder().at("home"), s.state()); });
    row("state folder writable", ErrorCode::TargetUnsafe, [](Scene& s, FaultFileSystem&) {
        fs::create_directory(s.state());
        test::setMode(s.state(), 0770);
    });
    row("root missing", ErrorCode::FileNotFound,
        [](Scene& s, FaultFileSystem&) { test::removeAll(s.root()); });
}

} // namespace

class TestRefusals : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void apply_targetNotAsPlanned_nothingWritten_data();
    void apply_targetNotAsPlanned_nothingWritten();
    void apply_brokenPlan_nothingWritten_data();
    void apply_brokenPlan_nothingWritten();
    void apply_blockedPlan_refused();
    void apply_openJournal_needsRecovery();
    void apply_usedId_refusedAndHistoryKept();
    void apply_cancelled_oldState_data();
    void apply_cancelled_oldState();
    void apply_changedWhileStaging_refused();
    void apply_changedWhileSwapping_undoneButOthersChangeStays();
    void apply_rootForAnotherAccount_allowed();
};

void TestRefusals::apply_targetNotAsPlanned_nothingWritten_data() {
    QTest::addColumn<Twist>("twist");
    QTest::addColumn<ErrorCode>("code");
    addTargetRows();
    addPretendedRows();
    addStateRows();
}

void TestRefusals::apply_targetNotAsPlanned_nothingWritten() {
    QFETCH(Twist, twist);
    QFETCH(ErrorCode, code);
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    FaultFileSystem watched(*local, test::Counted::Writes);
    twist(scene, watched);
    const Tree before = scene.tree();
    const auto receipt = applied(watched, scene.plan);
    QVERIFY(!receipt.has_value());
    QCOMPARE(receipt.error().code, code);
    QVERIFY(receipt.error().subject.rfind(scene.root(), 0) == 0);
    QCOMPARE(watched.calls(), std::vector<std::string>());
    QCOMPARE(scene.tree(), before);
}

void TestRefusals::apply_brokenPlan_nothingWritten_data() {
    QTest::addColumn<Twist>("twist");
    const auto row = [](const char* name, Twist twist) { QTest::newRow(name) << twist; };
    row("no area", [](Scene& s, FaultFileSystem&) { s.plan.areas.clear(); });
    row("state elsewhere", [](Scene& s, FaultFileSystem&) { s.plan.areas[0].state = s.folder().at("home"); });
    row("relative base", [](Scene& s, FaultFileSystem&) { s.plan.areas[0].base = "root"; });
    row("outside", [](Scene& s, FaultFileSystem&) { s.write("home/x", "x", 0600); });
    row("out by dots", [](Scene& s, FaultFileSystem&) { s.write("root/../home/x", "x", 0600); });
    row("into the state folder",
        [](Scene& s, FaultFileSystem&) { s.write("root/.certwright/x", "x", 0600); });
    row("the same path twice", [](Scene& s, FaultFileSystem&) { s.write("root/keys/kmc.ks", "y", 0600); });
    row("special mode", [](Scene& s, FaultFileSystem&) { s.write("root/x", "x", 04755); });
    row("removal of nothing", [](Scene& s, FaultFileSystem&) { s.remove("root/keys/nothing"); });
    row("mode of nothing", [](Scene& s, FaultFileSystem&) { s.mode("root/keys/nothing", 0400); });
    row("wrong hash of content",
        [](Scene& s, FaultFileSystem&) { s.plan.changes[0].content.push_back('x'); });
    row("before without hash", [](Scene& s, FaultFileSystem&) { s.plan.changes[0].before->sha256 = "abc"; });
    row("not UTF-8", [](Scene& s, FaultFileSystem&) { s.write("root/\xff", "x", 0600); });
    row("NUL", [](Scene& s, FaultFileSystem&) { s.plan.changes[2].path += std::string(1, '\0'); });
}

void TestRefusals::apply_brokenPlan_nothingWritten() {
    QFETCH(Twist, twist);
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    FaultFileSystem watched(*local, test::Counted::Writes);
    twist(scene, watched);
    const auto receipt = applied(watched, scene.plan);
    QCOMPARE(receipt.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(watched.operations(), 0);
    for (const char* id : {"", "a/b", "..", "x.y"})
        QCOMPARE(applied(watched, Scene(Shape::Replacement).plan, id).error().code,
                 ErrorCode::InvalidArgument);
}

void TestRefusals::apply_blockedPlan_refused() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    scene.plan.findings.push_back({check::Severity::Blocker, "key", check::KeyMismatch{}});
    QCOMPARE(applied(*local, scene.plan).error().code, ErrorCode::PlanBlocked);
    QCOMPARE(scene.tree(), before);
    QVERIFY(!scene.folder().exists("root/.certwright"));
}

void TestRefusals::apply_openJournal_needsRecovery() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    QVERIFY(applied(*local, scene.plan).has_value());
    const Tree after = scene.tree();
    QCOMPARE(applied(*local, scene.plan, "id-2").error().code, ErrorCode::RecoveryNeeded);
    QCOMPARE(scene.tree(), after);
    QVERIFY(apply::interrupted(*local, scene.state()));
}

void TestRefusals::apply_usedId_refusedAndHistoryKept() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    const auto receipt = applied(*local, scene.plan);
    QVERIFY(receipt && apply::Applier(*local, {}).settle(*receipt, {}));
    const auto names = scene.stateNames();
    plan::Plan next = scene.plan;
    next.changes.clear();
    QCOMPARE(applied(*local, next).error().code, ErrorCode::FileExists);
    QCOMPARE(scene.stateNames(), names);
    QCOMPARE(scene.folder().read("root/.certwright/history/id-1/file-0"), std::string("old ca"));
}

void TestRefusals::apply_cancelled_oldState_data() {
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("times");
    QTest::addColumn<bool>("stops");
    QTest::newRow("at once") << static_cast<int>(base::Step::Stage) << 0 << true;
    for (int n = 1; n <= 4; ++n)
        QTest::addRow("while staging file %d", n) << static_cast<int>(base::Step::Stage) << n << true;
    QTest::newRow("before the journal") << static_cast<int>(base::Step::Journal) << 1 << true;
    QTest::newRow("while swapping: too late, all is done")
        << static_cast<int>(base::Step::Swap) << 1 << false;
    QTest::newRow("at the last swap") << static_cast<int>(base::Step::Swap) << 4 << false;
}

void TestRefusals::apply_cancelled_oldState() {
    QFETCH(int, step);
    QFETCH(int, times);
    QFETCH(bool, stops);
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    const Tree before = scene.tree();
    CancelAt progress(static_cast<base::Step>(step), times);
    const auto receipt = apply::Applier(*local, {}).apply(scene.plan, "id-1", base::Time{}, progress);
    QCOMPARE(receipt.has_value(), !stops);
    QCOMPARE(scene.tree(), stops ? before : test::afterOf(Shape::Replacement));
    if (stops) {
        QCOMPARE(receipt.error().code, ErrorCode::Cancelled);
        QCOMPARE(scene.stateNames(), std::vector<std::string>());
    }
}

void TestRefusals::apply_changedWhileStaging_refused() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    Tree expected = scene.tree();
    expected["root/config/service.conf"] =
        "f " + std::to_string(test::keptMode(0640, test::Entry::File)) + " edited just now";
    Meddler progress(base::Step::Journal,
                     [&] { rewrite(scene, "root/config/service.conf", "edited just now", 0640); });
    const auto receipt = apply::Applier(*local, {}).apply(scene.plan, "id-1", base::Time{}, progress);
    QCOMPARE(receipt.error().code, ErrorCode::FileChanged);
    QCOMPARE(receipt.error().subject, scene.folder().at("root/config/service.conf"));
    QCOMPARE(scene.tree(), expected);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
}

void TestRefusals::apply_changedWhileSwapping_undoneButOthersChangeStays() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    Tree expected = scene.tree();
    expected["root/config/service.conf"] =
        "f " + std::to_string(test::keptMode(0640, test::Entry::File)) + " edited just now";
    Meddler progress(base::Step::Swap,
                     [&] { rewrite(scene, "root/config/service.conf", "edited just now", 0640); });
    const auto receipt = apply::Applier(*local, {}).apply(scene.plan, "id-1", base::Time{}, progress);
    QCOMPARE(receipt.error().code, ErrorCode::FileChanged);
    QCOMPARE(scene.tree(), expected);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
}

void TestRefusals::apply_rootForAnotherAccount_allowed() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Replacement);
    FaultFileSystem asRoot(*local);
    // Everything belongs to account 4711; we are root and write for it.
    const base::Owner account{4711, 4711};
    asRoot.pretendSelf({0, 0});
    for (const char* name : {"root", "root/keys", "root/config", "root/keys/ca.crt", "root/keys/server.key",
                             "root/config/service.conf"})
        pretendInfo(scene, asRoot, name, [&](base::FileInfo& info) { info.owner = account; });
    for (plan::Change& change : scene.plan.changes)
        if (change.before)
            change.before->owner = account;
    QCOMPARE(applied(asRoot, scene.plan).error().code, ErrorCode::TargetUnsafe); // not said that it may
    for (plan::Change& change : scene.plan.changes)
        change.owner = account;
    const auto receipt = applied(asRoot, scene.plan);
    QVERIFY(receipt.has_value());
    // The journal must be root's own; here a pretended root cannot make it so.
    pretendInfo(scene, asRoot, "root/.certwright/journal.json",
                [](base::FileInfo& info) { info.owner = {}; });
    QVERIFY(apply::Applier(asRoot, {}).settle(*receipt, {}).has_value());
    QCOMPARE(scene.files(), test::filesOf(test::afterOf(Shape::Replacement)));
    QVERIFY(scene.folder().exists("root/.certwright/history/id-1/entry.json"));
    QVERIFY(!apply::interrupted(*local, scene.state()));
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "test_refusals.moc"

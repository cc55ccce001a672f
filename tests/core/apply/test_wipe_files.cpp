// Why: "removed" must mean that the octets on the disk are gone, and only those of the files that were shown.
#include <QTest>

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

#include "core/apply/wipe_files.h"
#include "core/plan/plan.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::test;
using apply::WipeOrder;
using apply::WipeResult;
using base::ErrorCode;

namespace fs = std::filesystem;

namespace {

const std::string secretText = "-----BEGIN PRIVATE KEY----- of which nothing may stay";

WipeOrder orderFor(const std::string& path, const std::string& content = secretText) {
    return {path, plan::contentHash(base::viewOf(content))};
}

// Keyhole looks at a file's octets whatever becomes of its name.
class Keyhole {
  public:
    explicit Keyhole(const std::string& path)
        : m_file(::open(path.c_str(), O_RDONLY)) {}
    Keyhole(const Keyhole&) = delete;
    Keyhole& operator=(const Keyhole&) = delete;
    ~Keyhole() { ::close(m_file); }

    std::string content() const {
        std::string text(4096, '?');
        const auto count = ::pread(m_file, text.data(), text.size(), 0);
        return text.substr(0, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }

  private:
    int m_file;
};

class StopAfter final : public base::Progress {
  public:
    explicit StopAfter(int files)
        : m_left(files) {}
    void enter(base::Step, int, int) override { --m_left; }
    bool cancelled() const override { return m_left < 0; }

  private:
    int m_left;
};

} // namespace

class TestWipeFiles : public QObject {
    Q_OBJECT

  private:
    std::vector<apply::WipeOutcome> wipe(const std::vector<WipeOrder>& orders) {
        base::SilentProgress progress;
        return apply::wipeFiles(m_faulty, orders, progress);
    }

    TemporaryFolder m_folder;
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    FaultFileSystem m_faulty{*m_files, Counted::Writes};

  private Q_SLOTS:
    void cleanup() { m_faulty.disarm(); }
    void file_wiped_leavesZerosAndNoName_data();
    void file_wiped_leavesZerosAndNoName();
    void file_notWhatWasDecidedOn_isLeftAlone_data();
    void file_notWhatWasDecidedOn_isLeftAlone();
    void file_withinAFolderLink_isLeftAlone();
    void folder_notWritable_isTold();
    void failure_ofOne_doesNotStopTheOthers();
    void sync_failing_isTold();
    void cancel_betweenFiles_leavesTheRest();
    void power_cutAnywhere_secondRunGoesOn();
};

void TestWipeFiles::file_wiped_leavesZerosAndNoName_data() {
    QTest::addColumn<uint>("mode");
    QTest::newRow("usual") << 0600U;
    QTest::newRow("read-only") << 0400U;
    QTest::newRow("nobody's") << 0000U;
}

void TestWipeFiles::file_wiped_leavesZerosAndNoName() {
    QFETCH(uint, mode);
    const std::string path = m_folder.write("server.key", secretText);
    const Keyhole keyhole(path);
    QCOMPARE(keyhole.content(), secretText);
    QVERIFY(m_files->setMode(path, mode));
    const auto outcomes = wipe({orderFor(path)});
    if (mode == 0 && !runsAsRoot()) { // what cannot be read cannot be known for what it was
        QCOMPARE(outcomes[0].error->code, ErrorCode::FileAccessDenied);
        QCOMPARE(keyhole.content(), secretText);
        QVERIFY(m_files->setMode(path, 0600) && m_files->remove(path));
        return;
    }
    QVERIFY(outcomes[0].result == WipeResult::Removed && !outcomes[0].error);
    QCOMPARE(keyhole.content(), std::string(secretText.size(), '\0'));
    QVERIFY(!m_folder.exists("server.key"));
}

void TestWipeFiles::file_notWhatWasDecidedOn_isLeftAlone_data() {
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, ErrorCode code) {
        QTest::newRow(name) << name << static_cast<int>(code);
    };
    row("changed", ErrorCode::FileChanged);
    row("symbolic link", ErrorCode::FileIsSymlink);
    row("two names", ErrorCode::TargetUnsafe);
    row("folder", ErrorCode::FileNotRegular);
    row("gone", ErrorCode::FileNotFound);
}

void TestWipeFiles::file_notWhatWasDecidedOn_isLeftAlone() {
    QFETCH(QString, now);
    QFETCH(int, code);
    const TemporaryFolder folder;
    const std::string path = folder.at("source");
    const std::string kept = folder.write("kept", secretText);
    if (now == "changed")
        folder.write("source", "somebody's new file");
    else if (now == "symbolic link")
        fs::create_symlink(kept, path);
    else if (now == "two names")
        fs::create_hard_link(kept, path);
    else if (now == "folder")
        folder.makeFolder("source");
    const auto outcomes = wipe({orderFor(path)});
    QVERIFY(outcomes[0].result == WipeResult::Untouched);
    QCOMPARE(static_cast<int>(outcomes[0].error->code), code);
    QCOMPARE(folder.read("kept"), secretText);
    QCOMPARE(folder.exists("source"), now != "gone");
}

void TestWipeFiles::file_withinAFolderLink_isLeftAlone() {
    const TemporaryFolder folder;
    folder.write("real/key", secretText);
    fs::create_directory_symlink(folder.at("real"), folder.at("link"));
    const auto outcomes = wipe({orderFor(folder.at("link/key"))});
    QVERIFY(outcomes[0].result == WipeResult::Untouched);
    QCOMPARE(folder.read("real/key"), secretText);
}

void TestWipeFiles::folder_notWritable_isTold() {
    const TemporaryFolder folder;
    const std::string path = folder.write("shut/key", secretText);
    const Keyhole keyhole(path);
    QVERIFY(m_files->setMode(folder.at("shut"), 0500));
    const auto outcomes = wipe({orderFor(path)});
    QVERIFY(m_files->setMode(folder.at("shut"), 0700));
    QCOMPARE(keyhole.content(), std::string(secretText.size(), '\0'));
    if (runsAsRoot()) { // modes mean nothing to root
        QVERIFY(outcomes[0].result == WipeResult::Removed);
        return;
    }
    QVERIFY(outcomes[0].result == WipeResult::Overwritten);
    QCOMPARE(outcomes[0].error->code, ErrorCode::FileAccessDenied);
    QCOMPARE(keyhole.content(), std::string(secretText.size(), '\0'));
}

void TestWipeFiles::failure_ofOne_doesNotStopTheOthers() {
    const TemporaryFolder folder;
    const std::string one = folder.write("one", secretText);
    const std::string two = folder.write("two", secretText);
    const std::string three = folder.write("three", secretText);
    m_faulty.failPath(two, ErrorCode::InputOutput);
    const auto outcomes = wipe({orderFor(one), orderFor(two), orderFor(three)});
    QCOMPARE(outcomes.size(), std::size_t{3});
    QVERIFY(outcomes[0].result == WipeResult::Removed && outcomes[2].result == WipeResult::Removed);
    QVERIFY(outcomes[1].result == WipeResult::Untouched);
    QCOMPARE(outcomes[1].error->code, ErrorCode::InputOutput);
    QCOMPARE(folder.read("two"), secretText);
}

void TestWipeFiles::sync_failing_isTold() {
    const TemporaryFolder folder;
    const std::string path = folder.write("one", secretText);
    m_faulty.failPath(folder.path(), ErrorCode::InputOutput);
    const auto outcomes = wipe({orderFor(path)});
    QVERIFY(outcomes[0].result == WipeResult::Overwritten);
    QCOMPARE(outcomes[0].error->code, ErrorCode::InputOutput);
}

void TestWipeFiles::cancel_betweenFiles_leavesTheRest() {
    const TemporaryFolder folder;
    const std::string one = folder.write("one", secretText);
    const std::string two = folder.write("two", secretText);
    StopAfter progress(1);
    const auto outcomes = apply::wipeFiles(m_faulty, {orderFor(one), orderFor(two)}, progress);
    QVERIFY(outcomes[0].result == WipeResult::Removed);
    QCOMPARE(outcomes[1].error->code, ErrorCode::Cancelled);
    QCOMPARE(folder.read("two"), secretText);
}

void TestWipeFiles::power_cutAnywhere_secondRunGoesOn() {
    const std::vector<std::string> names{"one", "two", "three"};
    for (const Cut cut : {Cut::Before, Cut::After}) {
        for (int n = 1; n <= 6; ++n) {
            const TemporaryFolder folder;
            std::vector<WipeOrder> orders;
            for (const std::string& name : names)
                orders.push_back(orderFor(folder.write(name, secretText)));
            m_faulty.disarm();
            m_faulty.cutPowerAt(n, cut);
            QVERIFY_EXCEPTION_THROWN(wipe(orders), PowerCut);
            m_faulty.disarm();
            // Two operations a file: what comes after the cut is untouched.
            for (std::size_t i = static_cast<std::size_t>((n + 1) / 2); i < names.size(); ++i)
                QCOMPARE(folder.read(names[i]), secretText);
            for (const auto& outcome : wipe(orders))
                QVERIFY(outcome.result == WipeResult::Removed ||
                        outcome.error->code == ErrorCode::FileNotFound);
            for (const std::string& name : names)
                QVERIFY(!folder.exists(name));
        }
    }
}

QTEST_GUILESS_MAIN(TestWipeFiles)
#include "test_wipe_files.moc"

// Why: what inodes are to POSIX, sharing and MoveFileEx are to Windows: what a service has open stays as it
// is, is told as such, and is asked for again for a moment.
#include <QTest>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include <windows.h>

#include "core/files/file_lock.h"
#include "core/files/file_system.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace std::chrono_literals;
using base::ErrorCode;
using files::Links;

namespace {

// Holder has a file open as a service would: others may read it, and nothing else.
class Holder {
  public:
    explicit Holder(const std::string& path, DWORD sharing = FILE_SHARE_READ)
        : m_file(CreateFileW(test::utf8Path(path).c_str(), GENERIC_READ, sharing, nullptr, OPEN_EXISTING, 0,
                             nullptr)) {}
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() { close(); }
    bool isOpen() const { return m_file != INVALID_HANDLE_VALUE; }
    void close() {
        if (isOpen())
            CloseHandle(std::exchange(m_file, INVALID_HANDLE_VALUE));
    }

  private:
    HANDLE m_file;
};

} // namespace

class TestWindowsSharing : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void replace_readOnlyTarget_isReplaced();
    void replace_ontoAFolder_isRefused();
    void replace_inUse_failsAndChangesNothing();
    void replace_inUseForAMoment_succeeds();
    void remove_readOnly_isGone();
    void remove_inUse_staysReadOnly();
    void read_whatAServiceHolds_works();
    void read_heldAlone_isInUse();
    void lock_held_saysWho();

  private:
    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestWindowsSharing::replace_readOnlyTarget_isReplaced() {
    m_folder->write("new", "new", 0400);
    m_folder->write("old", "old", 0400);
    QVERIFY(m_local->replace(m_folder->at("new"), m_folder->at("old")));
    QCOMPARE(m_folder->read("old"), std::string("new"));
    QCOMPARE(m_folder->modeOf("old"), 0400U);
    QVERIFY(!m_folder->exists("new"));
}

void TestWindowsSharing::replace_ontoAFolder_isRefused() {
    const std::string file = m_folder->write("file", "x");
    m_folder->makeFolder("folder");
    QCOMPARE(m_local->replace(file, m_folder->at("folder")).error().code, ErrorCode::FileNotRegular);
    const auto missing = m_local->replace(m_folder->at("none"), file);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    QCOMPARE(missing.error().subject, m_folder->at("none"));
}

void TestWindowsSharing::replace_inUse_failsAndChangesNothing() {
    const std::string fresh = m_folder->write("new", "new");
    const std::string used = m_folder->write("used", "old", 0400);
    const Holder service(used);
    QVERIFY(service.isOpen());
    const auto replaced = m_local->replace(fresh, used);
    QVERIFY(!replaced);
    QCOMPARE(replaced.error().code, ErrorCode::FileInUse);
    QCOMPARE(replaced.error().subject, used);
    QCOMPARE(m_folder->read("used"), std::string("old"));
    QCOMPARE(m_folder->modeOf("used"), 0400U);
    QCOMPARE(m_folder->read("new"), std::string("new"));
}

void TestWindowsSharing::replace_inUseForAMoment_succeeds() {
    const std::string fresh = m_folder->write("new", "new");
    const std::string used = m_folder->write("used", "old");
    Holder scanner(used);
    std::thread soon([&] {
        std::this_thread::sleep_for(300ms);
        scanner.close();
    });
    const auto replaced = m_local->replace(fresh, used);
    soon.join();
    QVERIFY(replaced);
    QCOMPARE(m_folder->read("used"), std::string("new"));
}

void TestWindowsSharing::remove_readOnly_isGone() {
    QVERIFY(m_local->remove(m_folder->write("file", "x", 0400)));
    QVERIFY(!m_folder->exists("file"));
    QCOMPARE(m_local->remove(m_folder->at("file")).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->remove(m_folder->makeFolder("folder")).error().code, ErrorCode::FileNotRegular);
}

void TestWindowsSharing::remove_inUse_staysReadOnly() {
    const std::string used = m_folder->write("used", "old", 0400);
    const Holder service(used);
    QCOMPARE(m_local->remove(used).error().code, ErrorCode::FileInUse);
    QCOMPARE(m_folder->modeOf("used"), 0400U);
}

void TestWindowsSharing::read_whatAServiceHolds_works() {
    const std::string used = m_folder->write("used", "content");
    const Holder service(used);
    QCOMPARE(base::textOf(*m_local->read(used, 10, Links::Refuse)), std::string_view("content"));
    QVERIFY(m_local->stat(used, Links::Refuse));
}

void TestWindowsSharing::read_heldAlone_isInUse() {
    const std::string used = m_folder->write("used", "content");
    const Holder service(used, 0);
    const auto read = m_local->read(used, 10, Links::Refuse);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileInUse);
    QVERIFY(m_local->stat(used, Links::Refuse)); // looking at it is not opening it
}

void TestWindowsSharing::lock_held_saysWho() {
    const std::string path = m_folder->at("lock");
    {
        const auto first = files::FileLock::acquire(path, "import by 王 (pid 7)", 0ms);
        QVERIFY(first);
        QCOMPARE(m_folder->modeOf("lock"), 0600U);
        const auto second = files::FileLock::acquire(path, "second", 120ms);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::LockHeld);
        QCOMPARE(second.error().detail, std::string("import by 王 (pid 7)"));
    }
    QVERIFY(files::FileLock::acquire(path, "again", 0ms));
    m_folder->makeFolder("folder");
    QCOMPARE(files::FileLock::acquire(m_folder->at("folder"), "me", 0ms).error().code,
             ErrorCode::FileNotRegular);
}

QTEST_APPLESS_MAIN(TestWindowsSharing)
#include "test_windows_sharing.moc"

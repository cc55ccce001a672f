// Why: a disk that is full in the middle of a file must leave no half of it, and be named as what it is.
#include <QTest>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "core/files/file_lock.h"
#include "core/files/file_system.h"
#include "tests/core/files/failing_system_calls.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

using Calls = std::vector<long>;

#ifdef SYS_renameat
const Calls renaming{SYS_renameat, SYS_renameat2};
#else
const Calls renaming{SYS_renameat2};
#endif

// SizeLimit keeps this process from writing files above `octets`: the write that crosses it is cut short, the
// next fails.
class SizeLimit {
  public:
    explicit SizeLimit(rlim_t octets) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit limit { octets, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;
    ~SizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

  private:
    struct rlimit m_before {};
};

} // namespace

Q_DECLARE_METATYPE(Calls)

class TestDiskFull : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void writeNew_cutShort_leavesNothing();
    void writeNew_callFails_isNamedAndLeavesNothing_data();
    void writeNew_callFails_isNamedAndLeavesNothing();
    void makeFolder_callFails_leavesNothing();
    void otherVerbs_callFails_isNamed_data();
    void otherVerbs_callFails_isNamed();
    void readingVerbs_diskDies_isInputOutput();
    void lock_diskFull_isHeldAllTheSame();

  private:
    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestDiskFull::writeNew_cutShort_leavesNothing() {
    const std::string content(100'000, 'k');
    base::Status written;
    {
        const SizeLimit limit(50'000);
        written = m_local->writeNew(m_folder->at("key"), base::viewOf(content), 0400, {});
    }
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileTooLarge);
    QVERIFY(!m_folder->exists("key"));
}

void TestDiskFull::writeNew_callFails_isNamedAndLeavesNothing_data() {
    QTest::addColumn<Calls>("calls");
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const Calls& calls, int number, ErrorCode code) {
        QTest::newRow(name) << calls << number << static_cast<int>(code);
    };
    row("full at the first octet", {SYS_write}, ENOSPC, ErrorCode::DiskFull);
    row("quota at the first octet", {SYS_write}, EDQUOT, ErrorCode::DiskFull);
    row("disk dies in write", {SYS_write}, EIO, ErrorCode::InputOutput);
    row("full at fsync", {SYS_fsync}, ENOSPC, ErrorCode::DiskFull);
    row("disk dies at fsync", {SYS_fsync}, EIO, ErrorCode::InputOutput);
    row("quota at close", {SYS_close}, EDQUOT, ErrorCode::DiskFull);
    row("modes unknown", {SYS_fchmod}, EPERM, ErrorCode::FileAccessDenied);
    row("owners unknown", {SYS_fchown}, EINVAL, ErrorCode::InvalidArgument);
    row("full at the name", {SYS_openat}, ENOSPC, ErrorCode::DiskFull);
    row("read-only", {SYS_openat}, EROFS, ErrorCode::ReadOnlyFileSystem);
    row("no more descriptors", {SYS_openat}, EMFILE, ErrorCode::InputOutput);
}

void TestDiskFull::writeNew_callFails_isNamedAndLeavesNothing() {
    QFETCH(Calls, calls);
    QFETCH(int, number);
    QFETCH(int, code);
    base::Status written;
    QVERIFY(test::withFailingCalls(calls, number, [&] {
        written = m_local->writeNew(m_folder->at("key"), base::viewOf("key"), 0400, m_local->self());
    }));
    QVERIFY(!written);
    QCOMPARE(static_cast<int>(written.error().code), code);
    QCOMPARE(written.error().subject, m_folder->at("key"));
    QVERIFY(!m_folder->exists("key"));
}

void TestDiskFull::makeFolder_callFails_leavesNothing() {
    base::Status made;
    QVERIFY(test::withFailingCalls({SYS_fchmod}, EIO,
                                   [&] { made = m_local->makeFolder(m_folder->at("keys"), 0700, {}); }));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InputOutput);
    QVERIFY(!m_folder->exists("keys"));
    QVERIFY(test::withFailingCalls({SYS_fchownat}, EIO, [&] {
        made = m_local->makeFolder(m_folder->at("keys"), 0700, m_local->self());
    }));
    QVERIFY(!made);
    QVERIFY(!m_folder->exists("keys"));
    QVERIFY(test::withFailingCalls({SYS_mkdirat}, ENOSPC,
                                   [&] { made = m_local->makeFolder(m_folder->at("keys"), 0700, {}); }));
    QCOMPARE(made.error().code, ErrorCode::DiskFull);
}

void TestDiskFull::otherVerbs_callFails_isNamed_data() {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("code");
    QTest::newRow("full") << ENOSPC << static_cast<int>(ErrorCode::DiskFull);
    QTest::newRow("read-only") << EROFS << static_cast<int>(ErrorCode::ReadOnlyFileSystem);
    QTest::newRow("other disk") << EXDEV << static_cast<int>(ErrorCode::InvalidArgument);
    QTest::newRow("dying") << EIO << static_cast<int>(ErrorCode::InputOutput);
}

void TestDiskFull::otherVerbs_callFails_isNamed() {
    QFETCH(int, number);
    QFETCH(int, code);
    const std::string from = m_folder->write("from", "new");
    const std::string to = m_folder->write("to", "old");
    const std::string empty = m_folder->makeFolder("empty");
    Calls calls = renaming;
    calls.insert(calls.end(), {SYS_unlinkat, SYS_fsync, SYS_fchmod});
    std::vector<base::Status> results;
    QVERIFY(test::withFailingCalls(calls, number, [&] {
        results.push_back(m_local->replace(from, to));
        results.push_back(m_local->remove(from));
        results.push_back(m_local->removeFolder(empty));
        results.push_back(m_local->syncFolder(empty));
        results.push_back(m_local->setMode(from, 0400));
    }));
    for (const base::Status& result : results) {
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
    }
    QCOMPARE(m_folder->read("from"), std::string("new"));
    QCOMPARE(m_folder->read("to"), std::string("old"));
}

void TestDiskFull::readingVerbs_diskDies_isInputOutput() {
    const std::string path = m_folder->write("file", "abc");
    std::vector<ErrorCode> codes;
    const auto note = [&](const auto& result) {
        codes.push_back(result ? ErrorCode::Cancelled : result.error().code);
    };
    QVERIFY(test::withFailingCalls({SYS_read, SYS_getdents64, SYS_statfs}, EIO, [&] {
        note(m_local->read(path, 10, files::Links::Refuse));
        note(m_local->list(m_folder->path()));
        note(m_local->freeSpace(m_folder->path()));
    }));
    QVERIFY(codes == std::vector<ErrorCode>(3, ErrorCode::InputOutput));
}

void TestDiskFull::lock_diskFull_isHeldAllTheSame() {
    QVERIFY(test::withFailingCalls({SYS_pwrite64, SYS_ftruncate}, ENOSPC, [&] {
        const auto first = files::FileLock::acquire(m_folder->at("lock"), "first", 0ms);
        QVERIFY(first);
        const auto second = files::FileLock::acquire(m_folder->at("lock"), "second", 0ms);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::LockHeld);
        QVERIFY(second.error().detail.empty());
    }));
    base::ErrorCode code = ErrorCode::Cancelled;
    QVERIFY(test::withFailingCalls({SYS_flock}, ENOLCK, [&] {
        const auto lock = files::FileLock::acquire(m_folder->at("lock"), "first", 0ms);
        code = lock ? code : lock.error().code;
    }));
    QCOMPARE(code, ErrorCode::InputOutput);
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "test_disk_full.moc"

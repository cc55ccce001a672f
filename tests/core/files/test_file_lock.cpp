// Why: two administrators press the button at once; one must wait, and be told for whom.
#include <QTest>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "core/files/file_lock.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace std::chrono_literals;
using base::ErrorCode;
using files::FileLock;

namespace fs = std::filesystem;

class TestFileLock : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void acquire_free_makesAFileOfMode0600();
    void acquire_held_saysWhoAfterThePatience();
    void acquire_releasedMeanwhile_succeeds();
    void acquire_shorterHolder_leavesNoRest();
    void acquire_holderOfManyLines_isOneLine();
    void acquire_strangeLine_isPrintable();
    void acquire_holderKilled_isFree();
    void acquire_holdersRemoveTheFile_oneAtATime();
    void acquire_notAPlainFile_isRefused_data();
    void acquire_notAPlainFile_isRefused();
    void acquire_folderMissingOrShut_fails();
    void acquire_strangeUmask_isStill0600();
    void move_lock_keepsItHeldOnce();

  private:
    std::string path() const { return m_folder->at("lock"); }

    std::optional<test::TemporaryFolder> m_folder;
};

void TestFileLock::acquire_free_makesAFileOfMode0600() {
    {
        const auto lock = FileLock::acquire(path(), "import by 王 (pid 7)", 0ms);
        QVERIFY(lock);
        QCOMPARE(m_folder->modeOf("lock"), 0600U);
        QCOMPARE(m_folder->read("lock"), std::string("import by 王 (pid 7)\n"));
    }
    QVERIFY(m_folder->exists("lock"));
    QVERIFY(FileLock::acquire(path(), "again", 0ms));
}

void TestFileLock::acquire_held_saysWhoAfterThePatience() {
    const auto first = FileLock::acquire(path(), "import by 王 (pid 7)", 0ms);
    QVERIFY(first);
    const auto begin = std::chrono::steady_clock::now();
    const auto second = FileLock::acquire(path(), "second", 120ms);
    const auto waited = std::chrono::steady_clock::now() - begin;
    QVERIFY(!second);
    QCOMPARE(second.error().code, ErrorCode::LockHeld);
    QCOMPARE(second.error().subject, path());
    QCOMPARE(second.error().detail, std::string("import by 王 (pid 7)"));
    QVERIFY(waited >= 120ms);
    QVERIFY(waited < 5s);
    QCOMPARE(m_folder->read("lock"), std::string("import by 王 (pid 7)\n"));
}

void TestFileLock::acquire_releasedMeanwhile_succeeds() {
    std::optional<FileLock> first = std::move(*FileLock::acquire(path(), "first", 0ms));
    std::thread other([&] {
        std::this_thread::sleep_for(80ms);
        first.reset();
    });
    const auto second = FileLock::acquire(path(), "second", 20s);
    other.join();
    QVERIFY(second);
    QCOMPARE(m_folder->read("lock"), std::string("second\n"));
}

void TestFileLock::acquire_shorterHolder_leavesNoRest() {
    QVERIFY(FileLock::acquire(path(), "a rather long name", 0ms));
    QVERIFY(FileLock::acquire(path(), "short", 0ms));
    QCOMPARE(m_folder->read("lock"), std::string("short\n"));
}

void TestFileLock::acquire_holderOfManyLines_isOneLine() {
    const auto lock = FileLock::acquire(path(), "one\ntwo", 0ms);
    QCOMPARE(m_folder->read("lock"), std::string("one\n"));
}

void TestFileLock::acquire_strangeLine_isPrintable() {
    const auto lock = FileLock::acquire(path(), "evil\x1B[2J", 0ms);
    QCOMPARE(FileLock::acquire(path(), "second", 0ms).error().detail, std::string("evil\\x1B[2J"));
}

void TestFileLock::acquire_holderKilled_isFree() {
    int ready[2] = {};
    QCOMPARE(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto lock = FileLock::acquire(path(), "child", 0ms);
        const char told = lock ? 'y' : 'n';
        if (::write(ready[1], &told, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    char told = 0;
    QCOMPARE(::read(ready[0], &told, 1), ssize_t{1});
    QCOMPARE(told, 'y');
    QCOMPARE(FileLock::acquire(path(), "parent", 0ms).error().detail, std::string("child"));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
    QVERIFY(FileLock::acquire(path(), "parent", 0ms));
}

// A lock on a file that has lost its name would keep nobody out.
void TestFileLock::acquire_holdersRemoveTheFile_oneAtATime() {
    std::atomic<int> inside = 0;
    std::atomic<int> met = 0;
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, file = path()] {
            for (int round = 0; round < 2000; ++round) {
                const auto lock = FileLock::acquire(file, "one of many", 0ms);
                if (!lock) {
                    refused += lock.error().code == ErrorCode::LockHeld ? 0 : 1;
                    continue;
                }
                met += ++inside > 1 ? 1 : 0;
                std::this_thread::yield();
                --inside;
                ::unlink(file.c_str());
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(met.load(), 0);
}

void TestFileLock::acquire_notAPlainFile_isRefused_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("link") << std::string("link") << static_cast<int>(ErrorCode::FileIsSymlink);
    QTest::newRow("dangling link") << std::string("dangling") << static_cast<int>(ErrorCode::FileIsSymlink);
    QTest::newRow("below a link") << std::string("to-folder/lock")
                                  << static_cast<int>(ErrorCode::FileIsSymlink);
    QTest::newRow("second name of a file")
        << std::string("hard") << static_cast<int>(ErrorCode::TargetUnsafe);
    QTest::newRow("folder") << std::string("folder") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("pipe") << std::string("pipe") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("no name") << std::string("folder/.") << static_cast<int>(ErrorCode::InvalidArgument);
}

void TestFileLock::acquire_notAPlainFile_isRefused() {
    QFETCH(std::string, name);
    QFETCH(int, code);
    const std::string config = m_folder->write("config", "precious");
    m_folder->makeFolder("folder");
    fs::create_symlink(config, m_folder->at("link"));
    fs::create_symlink(m_folder->at("none"), m_folder->at("dangling"));
    fs::create_directory_symlink(m_folder->at("folder"), m_folder->at("to-folder"));
    fs::create_hard_link(config, m_folder->at("hard"));
    QCOMPARE(::mkfifo(m_folder->at("pipe").c_str(), 0600), 0);
    const auto lock = FileLock::acquire(m_folder->at(name), "me", 0ms);
    QVERIFY(!lock);
    QCOMPARE(static_cast<int>(lock.error().code), code);
    QCOMPARE(m_folder->read("config"), std::string("precious"));
    QVERIFY(!m_folder->exists("none"));
}

void TestFileLock::acquire_folderMissingOrShut_fails() {
    QCOMPARE(FileLock::acquire(m_folder->at("none/lock"), "me", 0ms).error().code, ErrorCode::FileNotFound);
    m_folder->makeFolder("shut", 0500);
    const auto lock = FileLock::acquire(m_folder->at("shut/lock"), "me", 0ms);
    QCOMPARE(lock.has_value(), test::runsAsRoot());
    if (!lock)
        QCOMPARE(lock.error().code, ErrorCode::FileAccessDenied);
}

void TestFileLock::acquire_strangeUmask_isStill0600() {
    const mode_t before = ::umask(0777);
    const auto lock = FileLock::acquire(path(), "me", 0ms);
    ::umask(before);
    QVERIFY(lock);
    QCOMPARE(m_folder->modeOf("lock"), 0600U);
}

void TestFileLock::move_lock_keepsItHeldOnce() {
    auto first = FileLock::acquire(path(), "first", 0ms);
    QVERIFY(first);
    auto other = FileLock::acquire(m_folder->at("other"), "other", 0ms);
    QVERIFY(other);
    {
        FileLock moved = std::move(*first);
        *other = std::move(moved);
        QVERIFY(!FileLock::acquire(path(), "second", 0ms));
    }
    QVERIFY(!FileLock::acquire(path(), "second", 0ms));
    QVERIFY(FileLock::acquire(m_folder->at("other"), "third", 0ms));
}

QTEST_GUILESS_MAIN(TestFileLock)
#include "test_file_lock.moc"

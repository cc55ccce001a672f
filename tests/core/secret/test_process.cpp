// Why: what others may see of a process, and what it leaves in memory, is tried and not believed.
#include <QTest>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/secret/process.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;

namespace {

// octetsLeft counts where "SSSS" can still be read in a block that is not allocated any more. (One 'S' may be
// there by chance: the heap keeps its own numbers in free blocks.)
int octetsLeft(std::uintptr_t where, std::size_t first, std::size_t size) {
    const auto* freed = reinterpret_cast<const volatile char*>(where);
    int left = 0;
    int row = 0;
    for (std::size_t i = first; i < size; ++i) {
        row = freed[i] == 'S' ? row + 1 : 0;
        left += row >= 4 ? 1 : 0;
    }
    return left;
}

enum Way { Free, Grow, Shrink, Delete };

// octetsLeftBy lets go of a block full of 'S' and counts those that stay behind.
int octetsLeftBy(Way way, std::size_t size) {
    void* block = way == Delete ? nullptr : std::malloc(size);
    void* object = way == Delete ? ::operator new(size) : nullptr;
    const auto where = reinterpret_cast<std::uintptr_t>(way == Delete ? object : block);
    std::memset(way == Delete ? object : block, 'S', size);
    constexpr std::size_t kept = 8;
    std::size_t first = 0;
    void* moved = nullptr;
    if (way == Delete)
        ::operator delete(object);
    else if (way == Free)
        std::free(block);
    else
        moved = std::realloc(block, way == Grow ? size * 40 : kept);
    if (reinterpret_cast<std::uintptr_t>(moved) == where)
        first = way == Grow ? size : kept;
    const int left = octetsLeft(where, first, size);
    std::free(moved);
    return left;
}

// sanitizedHeap tells whether a sanitizer brought its own heap, which keeps what was freed from being read.
bool sanitizedHeap() {
    return ::mallopt(M_MMAP_THRESHOLD, 1 << 20) == 0;
}

} // namespace

class TestProcess : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void forbidDumps_called_noCoreAndNobodyMayAttach();
    void forbidDumps_crash_leavesNoCore();
    void wipeFreedMemory_called_overwritesWhatIsFreed_data();
    void wipeFreedMemory_called_overwritesWhatIsFreed();
    void wipeFreedMemory_called_reallocKeepsContent();
};

void TestProcess::forbidDumps_called_noCoreAndNobodyMayAttach() {
    secret::forbidDumps();
    struct rlimit limit {
        1, 1
    };
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t{0});
    QCOMPARE(limit.rlim_max, rlim_t{0});
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);

    // Another process of the same user; it would be root whom nobody can keep out.
    const std::string memory = "/proc/" + std::to_string(::getpid()) + "/mem";
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(::open(memory.c_str(), O_RDONLY | O_CLOEXEC) >= 0 ? 1 : 0);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
    QVERIFY(WIFEXITED(status));
    QVERIFY(WEXITSTATUS(status) == 0 || test::runsAsRoot());
}

void TestProcess::forbidDumps_crash_leavesNoCore() {
    const pid_t child = ::fork();
    if (child == 0) {
        struct sigaction plain {};
        plain.sa_handler = SIG_DFL;
        ::sigaction(SIGABRT, &plain, nullptr);
        secret::forbidDumps();
        ::abort();
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(!WCOREDUMP(status));
}

void TestProcess::wipeFreedMemory_called_overwritesWhatIsFreed_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("way");
    for (const int size : {24, 100, 1000, 5000, 20'000}) {
        QTest::addRow("free of %d", size) << size << static_cast<int>(Free);
        QTest::addRow("growth of %d", size) << size << static_cast<int>(Grow);
        QTest::addRow("shrinking of %d", size) << size << static_cast<int>(Shrink);
        QTest::addRow("delete of %d", size) << size << static_cast<int>(Delete);
    }
}

void TestProcess::wipeFreedMemory_called_overwritesWhatIsFreed() {
    QFETCH(int, size);
    QFETCH(int, way);
    secret::wipeFreedMemory();
    if (!sanitizedHeap())
        QCOMPARE(octetsLeftBy(static_cast<Way>(way), static_cast<std::size_t>(size)), 0);
}

void TestProcess::wipeFreedMemory_called_reallocKeepsContent() {
    secret::wipeFreedMemory();
    void* block = std::realloc(nullptr, 10);
    std::memcpy(block, "content", 8);
    for (const std::size_t size : {20U, 5000U, 3'000'000U, 30U, 8U}) {
        block = std::realloc(block, size);
        QVERIFY(block != nullptr);
        QCOMPARE(std::string(static_cast<const char*>(block)), std::string("content"));
    }
    // More than there is; the sanitizers would end the program.
    volatile std::size_t impossible = std::numeric_limits<std::size_t>::max() / 2 - 1;
    if (!sanitizedHeap())
        QVERIFY(std::realloc(block, impossible) == nullptr);
    QCOMPARE(std::string(static_cast<const char*>(block)), std::string("content"));
    std::free(block);
}

QTEST_APPLESS_MAIN(TestProcess)
#include "test_process.moc"

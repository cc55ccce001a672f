// Why: what a process allows others to see of it is checked in a child, since it cannot be taken back.
#include <QTest>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/secret/process.h"

using namespace certwright;

namespace {

// inChild returns what `check` returned in a forked copy of this process, or -1 if that died.
template <typename Check> int inChild(Check check) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(check());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// octetsLeft counts the 'S' that can still be read in a block that is not allocated any more.
int octetsLeft(std::uintptr_t where, std::size_t first, std::size_t size) {
    const auto* freed = reinterpret_cast<const volatile char*>(where);
    int left = 0;
    for (std::size_t i = first; i < size; ++i)
        left += freed[i] == 'S' ? 1 : 0;
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
    if (way == Delete) {
        ::operator delete(object);
    } else if (way == Free) {
        std::free(block);
    } else if (way == Grow) {
        const void* larger = std::realloc(block, size * 40);
        return reinterpret_cast<std::uintptr_t>(larger) == where ? 0 : octetsLeft(where, 0, size);
    } else {
        const void* smaller = std::realloc(block, kept);
        return octetsLeft(where, reinterpret_cast<std::uintptr_t>(smaller) == where ? kept : 0, size);
    }
    return octetsLeft(where, 0, size);
}

} // namespace

class TestProcess : public QObject {
    Q_OBJECT
  private slots:
    void forbidDumps_called_noCoreAndNotDumpable();
    void forbidDumps_crash_leavesNoCore();
    void wipeFreedMemory_called_overwritesWhatIsFreed_data();
    void wipeFreedMemory_called_overwritesWhatIsFreed();
    void wipeFreedMemory_called_reallocKeepsContent();
};

void TestProcess::forbidDumps_called_noCoreAndNotDumpable() {
    QCOMPARE(inChild([] {
                 secret::forbidDumps();
                 struct rlimit limit {
                     1, 1
                 };
                 ::getrlimit(RLIMIT_CORE, &limit);
                 const bool none = limit.rlim_cur == 0 && limit.rlim_max == 0;
                 return none && ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 42 : 1;
             }),
             42);
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
    for (const int size : {24, 100, 1000, 5000, 100'000}) {
        QTest::addRow("free of %d", size) << size << static_cast<int>(Free);
        QTest::addRow("growth of %d", size) << size << static_cast<int>(Grow);
        QTest::addRow("shrinking of %d", size) << size << static_cast<int>(Shrink);
        QTest::addRow("delete of %d", size) << size << static_cast<int>(Delete);
    }
}

void TestProcess::wipeFreedMemory_called_overwritesWhatIsFreed() {
    QFETCH(int, size);
    QFETCH(int, way);
    // The sanitizers bring their own heap, which keeps what was freed from being read.
    if (::mallopt(M_MMAP_THRESHOLD, 1 << 20) == 0)
        return;
    QCOMPARE(inChild([size, way] {
                 secret::wipeFreedMemory();
                 return octetsLeftBy(static_cast<Way>(way), static_cast<std::size_t>(size)) == 0 ? 42 : 1;
             }),
             42);
}

void TestProcess::wipeFreedMemory_called_reallocKeepsContent() {
    QCOMPARE(inChild([] {
                 secret::wipeFreedMemory();
                 auto* block = static_cast<char*>(std::realloc(nullptr, 10));
                 std::strcpy(block, "content"); // NOLINT
                 for (const std::size_t size : {20U, 5000U, 3'000'000U, 30U, 8U}) {
                     block = static_cast<char*>(std::realloc(block, size));
                     if (block == nullptr || std::strcmp(block, "content") != 0)
                         return 1;
                 }
                 std::free(block);
                 return 42;
             }),
             42);
}

QTEST_APPLESS_MAIN(TestProcess)
#include "test_process.moc"

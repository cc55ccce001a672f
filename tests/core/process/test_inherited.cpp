// Why: a service's own program that inherits a journal, a lock or a pipe of ours keeps it open, and could
// read it. Both ways of preventing that are tried, whatever the C library.
#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTest>

#include "core/process/inherited_posix.h"

using namespace certwright;

namespace {

using Close = int (*)(posix_spawn_file_actions_t&, int);

// numbersSeen are the files that a program finds open that is started with `close`.
QByteArray numbersSeen(Close close) {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return "no pipe";
    posix_spawn_file_actions_t actions{};
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    const int closed = close(actions, STDERR_FILENO + 1);
    std::string name = "ls";
    std::string folder = "/proc/self/fd";
    std::array<char*, 3> words{name.data(), folder.data(), nullptr};
    std::array<char*, 1> variables{nullptr};
    pid_t child = -1;
    const int started = ::posix_spawnp(&child, "ls", &actions, nullptr, words.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    QByteArray seen;
    std::array<char, 256> buffer{};
    for (ssize_t got = 1; started == 0 && got > 0;) {
        got = ::read(ends[0], buffer.data(), buffer.size());
        seen.append(buffer.data(), std::max<ssize_t>(got, 0));
    }
    ::close(ends[0]);
    if (started == 0)
        ::waitpid(child, nullptr, 0);
    return closed == 0 && started == 0 ? seen : "not started";
}

} // namespace

class TestInherited : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void closed_fileWithoutCloexec_isNotInherited_data() {
        QTest::addColumn<Close>("close");
        QTest::newRow("closeFrom") << &process::closeFrom;
        QTest::newRow("closeOpen") << &process::closeOpen;
    }

    void closed_fileWithoutCloexec_isNotInherited() {
        QFETCH(Close, close);
        const int low = ::open("/dev/null", O_RDONLY);
        const int high = ::fcntl(low, F_DUPFD, 700);
        QVERIFY(low > STDERR_FILENO && high >= 700);
        // ls has the folder itself open as 3.
        QCOMPARE(numbersSeen(close), QByteArray("0\n1\n2\n3\n"));
        ::close(low);
        ::close(high);
    }
};

QTEST_GUILESS_MAIN(TestInherited)
#include "test_inherited.moc"

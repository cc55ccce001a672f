// Why: posix_spawn starts a program without a moment in which a half-made copy of this process, with its
// threads' locks and its secrets, runs code of ours.
#include "core/process/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/process/children_posix.h"
#include "core/process/inherited_posix.h"
#include "core/process/output.h"
#include "core/process/running_posix.h"

namespace certwright::process {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds cancelInterval{50};

tl::unexpected<base::Error> systemFailure(const std::string& program, int number) {
    return base::failure(base::ErrorCode::InputOutput, program, std::strerror(number));
}

// Pipe: what is printed comes out of `reading`, which never blocks.
struct Pipe {
    Pipe() = default;
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        close(reading);
        close(writing);
    }
    bool open() {
        std::array<int, 2> ends{-1, -1};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            return false;
        reading = ends[0];
        writing = ends[1];
        return ::fcntl(reading, F_SETFL, O_NONBLOCK) == 0;
    }
    static void close(int& end) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }

    int reading = -1;
    int writing = -1;
};

// Start is what posix_spawn wants to know.
class Start {
  public:
    Start() {
        ::posix_spawn_file_actions_init(&m_files);
        ::posix_spawnattr_init(&m_attributes);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;
    ~Start() {
        ::posix_spawn_file_actions_destroy(&m_files);
        ::posix_spawnattr_destroy(&m_attributes);
    }

    // run returns 0 or the error's number.
    int run(const Program& program, int output, pid_t& child) {
        ::posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&m_files, output, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&m_files, output, STDERR_FILENO);
        if (!program.folder.empty())
            ::posix_spawn_file_actions_addchdir_np(&m_files, program.folder.c_str());
        if (const int error = closeFrom(m_files, STDERR_FILENO + 1); error != 0)
            return error;
        ordinarySignals();

        std::vector<char*> words = pointersTo(program.words);
        const std::vector<std::string> plain = plainEnvironment();
        std::vector<char*> variables = pointersTo(plain);
        return ::posix_spawnp(&child, words.front(), &m_files, &m_attributes, words.data(), variables.data());
    }

  private:
    // A group of its own, and the signals as a program finds them that a shell starts.
    void ordinarySignals() {
        sigset_t set;
        ::sigemptyset(&set);
        ::posix_spawnattr_setsigmask(&m_attributes, &set);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD})
            ::sigaddset(&set, signal);
        ::posix_spawnattr_setsigdefault(&m_attributes, &set);
        ::posix_spawnattr_setpgroup(&m_attributes, 0);
        ::posix_spawnattr_setflags(&m_attributes,
                                   POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }

    posix_spawn_file_actions_t m_files{};
    posix_spawnattr_t m_attributes{};
};

// started is the child's number.
base::Result<pid_t> started(const Program& program, int output) {
    const std::string& name = program.words.front();
    struct stat folder {};
    if (!program.folder.empty() && (::stat(program.folder.c_str(), &folder) != 0 || !S_ISDIR(folder.st_mode)))
        return base::failure(base::ErrorCode::FileNotFound, program.folder);
    pid_t child = -1;
    Start start;
    const int number = start.run(program, output, child);
    if (number == ENOENT || number == EACCES || number == ENOTDIR || number == ENOEXEC)
        return base::failure(base::ErrorCode::ProgramMissing, name, std::strerror(number));
    if (number != 0)
        return systemFailure(name, number);
    return child;
}

class SystemRunner final : public Runner {
  public:
    base::Result<Ended> run(const Program& program, base::Progress& progress) override {
        if (const base::Status status = usable(program); !status)
            return tl::unexpected(status.error());
        keepEndedChildren();
        Pipe pipe;
        if (!pipe.open())
            return systemFailure(program.words.front(), errno);
        const Clock::time_point limit = Clock::now() + program.limit;
        const base::Result<pid_t> child = started(program, pipe.writing);
        if (!child)
            return tl::unexpected(child.error());
        Pipe::close(pipe.writing);

        Running running(*child, pipe.reading, program.maximumOutput);
        while (!running.ended(cancelInterval)) {
            const bool late = Clock::now() >= limit;
            if (!late && !progress.cancelled())
                continue;
            running.end();
            return base::failure(late ? base::ErrorCode::TimedOut : base::ErrorCode::Cancelled,
                                 program.words.front());
        }
        return running.collect();
    }
};

} // namespace

std::unique_ptr<Runner> systemRunner() {
    return std::make_unique<SystemRunner>();
}

} // namespace certwright::process

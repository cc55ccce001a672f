// Why: a pseudo-terminal is a terminal to the program and a pair of descriptors to us.
#include "core/process/terminal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <termios.h>
#include <unistd.h>

#include "core/process/children_posix.h"
#include "core/process/inherited_posix.h"
#include "core/process/running_posix.h"

namespace certwright::process {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds listenFor{20};
// A program that printed its prompt and switched echo off will not do so again for this long.
constexpr milliseconds settled{150};

class Descriptor {
  public:
    explicit Descriptor(int number)
        : m_number(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (m_number >= 0)
            ::close(m_number);
    }
    int get() const { return m_number; }

  private:
    int m_number;
};

tl::unexpected<base::Error> systemFailure(const Dialogue& dialogue, int number) {
    const bool missing = number == ENOENT || number == EACCES || number == ENOTDIR || number == ENOEXEC;
    return base::failure(missing ? base::ErrorCode::ProgramMissing : base::ErrorCode::InputOutput,
                         dialogue.program.words.front(), std::strerror(number));
}

// spawn starts the program in a session of its own, whose terminal is the first it opens. 0 or the error's
// number.
int spawn(const Dialogue& dialogue, const std::string& terminal, pid_t& child) {
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
    ::posix_spawn_file_actions_init(&files);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, terminal.c_str(), O_RDWR, 0);
    ::posix_spawn_file_actions_adddup2(&files, STDIN_FILENO, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&files, STDIN_FILENO, STDERR_FILENO);
    if (!dialogue.program.folder.empty())
        ::posix_spawn_file_actions_addchdir_np(&files, dialogue.program.folder.c_str());
    sigset_t set;
    ::sigemptyset(&set);
    ::posix_spawnattr_setsigmask(&attributes, &set);
    ::sigfillset(&set);
    ::posix_spawnattr_setsigdefault(&attributes, &set);
    ::posix_spawnattr_setflags(&attributes,
                               POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<std::string> all = dialogue.variables;
    for (std::string& variable : plainEnvironment()) {
        const std::string name = variable.substr(0, variable.find('=') + 1);
        if (std::none_of(dialogue.variables.begin(), dialogue.variables.end(),
                         [&name](const std::string& own) { return own.starts_with(name); }))
            all.push_back(std::move(variable));
    }
    std::vector<char*> words = pointersTo(dialogue.program.words);
    std::vector<char*> variables = pointersTo(all);
    int error = closeFrom(files, STDERR_FILENO + 1);
    if (error == 0)
        error = ::posix_spawnp(&child, words.front(), &files, &attributes, words.data(), variables.data());
    ::posix_spawn_file_actions_destroy(&files);
    ::posix_spawnattr_destroy(&attributes);
    return error;
}

bool canBeTyped(const secret::SecretBytes& answer, secret::SecretAccess access) {
    const base::ByteView octets = answer.reveal(access);
    return std::all_of(octets.begin(), octets.end(),
                       [](std::uint8_t octet) { return octet >= 0x20 && octet != 0x7f; });
}

// Typist watches for prompts and answers them.
class Typist {
  public:
    Typist(int terminal, const secret::SecretBytes& answer, secret::SecretAccess access)
        : m_terminal(terminal)
        , m_answer(answer)
        , m_access(access) {}

    // asked tells whether the program waits for an answer now.
    bool asked(const Running& running) {
        const Clock::time_point now = Clock::now();
        if (running.printed() != m_printed) {
            m_printed = running.printed();
            m_since = now;
        }
        if (m_printed == m_answeredAt || now - m_since < settled)
            return false;
        const std::string prompt = running.output().lastLine();
        return !prompt.empty() && (echoIsOff() || namesPassword(prompt));
    }

    // type gives the answer; its echo is switched off where the program did not.
    bool type() {
        m_answeredAt = m_printed;
        termios mode{};
        if (::tcgetattr(m_terminal, &mode) == 0 && (mode.c_lflag & ECHO) != 0U) {
            mode.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            ::tcsetattr(m_terminal, TCSANOW, &mode);
            m_echoIsOurs = true;
        }
        return send(m_answer.reveal(m_access)) && send(base::viewOf("\n"));
    }

  private:
    bool echoIsOff() const {
        termios mode{};
        return !m_echoIsOurs && ::tcgetattr(m_terminal, &mode) == 0 && (mode.c_lflag & ECHO) == 0U;
    }

    static bool namesPassword(const std::string& prompt) {
        const std::array<std::string_view, 6> words{"assword",
                                                    "assphrase",
                                                    "PASSWORD",
                                                    "PASSPHRASE",
                                                    "\xe5\x8f\xa3\xe4\xbb\xa4",
                                                    "\xe5\xaf\x86\xe7\xa0\x81"};
        return std::any_of(words.begin(), words.end(), [&prompt](std::string_view word) {
            return prompt.find(word) != std::string::npos;
        });
    }

    bool send(base::ByteView octets) const {
        while (!octets.empty()) {
            const ssize_t count = ::write(m_terminal, octets.data(), octets.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return false;
            octets = octets.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }

    int m_terminal;
    const secret::SecretBytes& m_answer;
    secret::SecretAccess m_access;
    std::size_t m_printed = 0;
    std::size_t m_answeredAt = 0;
    bool m_echoIsOurs = false; // then it says nothing about the program any more
    Clock::time_point m_since = Clock::now();
};

// withoutSecret is what a person may see of what was printed.
std::string withoutSecret(std::string printed, const secret::SecretBytes& answer,
                          secret::SecretAccess access) {
    std::erase(printed, '\r');
    const std::string_view secret = base::textOf(answer.reveal(access));
    for (std::size_t at = printed.find(secret); !secret.empty() && at != std::string::npos;
         at = printed.find(secret, at))
        std::fill_n(printed.begin() + static_cast<std::ptrdiff_t>(at), secret.size(), '*');
    return printed;
}

} // namespace

base::Result<Ended> runAtTerminal(const Dialogue& dialogue, const secret::SecretBytes& answer,
                                  base::Progress& progress, secret::SecretAccess access) {
    if (const base::Status status = usable(dialogue.program); !status)
        return tl::unexpected(status.error());
    const std::string& name = dialogue.program.words.front();
    if (!canBeTyped(answer, access))
        return base::failure(base::ErrorCode::InvalidArgument, name);
    keepEndedChildren();
    const Clock::time_point limit = Clock::now() + dialogue.program.limit;
    const Descriptor terminal(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    std::array<char, 128> path{};
    if (terminal.get() < 0 || ::grantpt(terminal.get()) != 0 || ::unlockpt(terminal.get()) != 0 ||
        ::ptsname_r(terminal.get(), path.data(), path.size()) != 0)
        return systemFailure(dialogue, EIO);
    // Held open, so that the terminal is there from before the program opens it until after its end.
    const Descriptor held(::open(path.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    pid_t child = -1;
    if (const int error = spawn(dialogue, path.data(), child); error != 0)
        return systemFailure(dialogue, error);

    Running running(child, terminal.get(), dialogue.program.maximumOutput);
    Typist typist(terminal.get(), answer, access);
    int answers = 0;
    while (!running.ended(listenFor)) {
        const bool late = Clock::now() >= limit;
        const bool asked = typist.asked(running);
        if (asked && answers < dialogue.mostAnswers && typist.type())
            ++answers;
        else if (late || asked || progress.cancelled()) {
            running.end();
            return base::failure(asked  ? base::ErrorCode::ProgramFailed
                                 : late ? base::ErrorCode::TimedOut
                                        : base::ErrorCode::Cancelled,
                                 name);
        }
    }
    Ended ended = running.collect();
    ended.output = withoutSecret(std::move(ended.output), answer, access);
    return ended;
}

} // namespace certwright::process

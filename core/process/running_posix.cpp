// Why: see running_posix.h.
#include "core/process/running_posix.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace certwright::process {

namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr milliseconds grace{500};

} // namespace

std::vector<std::string> plainEnvironment() {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string_view text(*variable);
        if (!text.starts_with("LC_ALL=") && !text.starts_with("LANGUAGE="))
            variables.emplace_back(text);
    }
    variables.emplace_back("LC_ALL=C");
    return variables;
}

std::vector<char*> pointersTo(const std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (const std::string& word : words)
        pointers.push_back(const_cast<char*>(word.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

Running::~Running() {
    if (!m_collected)
        collect();
}

bool Running::ended(milliseconds patience) {
    read(patience);
    siginfo_t info{};
    // Left uncollected, so that its number, which is the group's, belongs to nobody else yet.
    return ::waitid(P_PID, static_cast<id_t>(m_child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == m_child;
}

void Running::end() {
    ::kill(-m_child, SIGTERM);
    ::kill(-m_child, SIGCONT); // a stopped one would not hear
    const Clock::time_point until = Clock::now() + grace;
    while (Clock::now() < until && !ended(milliseconds(10))) {
    }
    collect();
}

Ended Running::collect() {
    ::kill(-m_child, SIGKILL);
    int status = 0;
    while (::waitpid(m_child, &status, 0) < 0 && errno == EINTR) {
    }
    m_collected = true;
    read(milliseconds(0));
    if (WIFSIGNALED(status))
        return {0, WTERMSIG(status), m_output.take()};
    return {WEXITSTATUS(status), 0, m_output.take()};
}

// One pipe full at most: a program that prints without end must not keep us from looking at the clock.
void Running::read(milliseconds patience) {
    if (m_closed && patience.count() > 0)
        patience = std::min(patience, milliseconds(5)); // it closed its outputs and will mostly end now
    pollfd wanted{m_closed ? -1 : m_pipe, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(patience.count())) <= 0)
        return;
    std::array<char, 16384> part{};
    for (int i = 0; i < 8; ++i) {
        const ssize_t count = ::read(m_pipe, part.data(), part.size());
        // A terminal says EIO where a pipe ends.
        if (count == 0 || (count < 0 && errno == EIO))
            m_closed = true;
        if (count <= 0)
            return;
        m_printed += static_cast<std::size_t>(count);
        m_output.add({part.data(), static_cast<std::size_t>(count)});
    }
}

} // namespace certwright::process

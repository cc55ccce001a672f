// Why: the test keeps the inner end open too, so that the terminal's settings outlive the program.
#include "tests/app/cli/terminal_session.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace certwright::test {

Pseudoterminal::Pseudoterminal()
    : m_outer(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    ::grantpt(m_outer);
    ::unlockpt(m_outer);
    std::array<char, 128> name{};
    ::ptsname_r(m_outer, name.data(), name.size());
    m_name = name.data();
    m_inner = ::open(m_name.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
}

Pseudoterminal::~Pseudoterminal() {
    ::close(m_inner);
    ::close(m_outer);
}

bool Pseudoterminal::readSome(int milliseconds) {
    pollfd ready{m_outer, POLLIN, 0};
    if (::poll(&ready, 1, milliseconds) <= 0)
        return false;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(m_outer, buffer.data(), buffer.size());
    if (got <= 0)
        return false;
    m_seen.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

bool Pseudoterminal::expect(const std::string& text) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
        const std::size_t found = m_seen.find(text, m_expected);
        if (found != std::string::npos) {
            m_expected = found + text.size();
            return true;
        }
        readSome(100);
    }
    return false;
}

void Pseudoterminal::type(const std::string& text) const {
    static_cast<void>(::write(m_outer, text.data(), text.size()) == 0);
}

bool Pseudoterminal::echoes() const {
    termios settings{};
    ::tcgetattr(m_inner, &settings);
    return (settings.c_lflag & ECHO) != 0 && (settings.c_lflag & ICANON) != 0;
}

const std::string& Pseudoterminal::seen() {
    while (readSome(0))
        ;
    return m_seen;
}

TerminalSession::TerminalSession(const std::vector<std::string>& command)
    : m_pid(::fork()) {
    if (m_pid != 0)
        return;
    ::setsid();
    ::ioctl(m_terminal.inner(), TIOCSCTTY, 0);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        ::dup2(m_terminal.inner(), stream);
    ::setenv("LANG", "C.UTF-8", 1);
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "NO_COLOR", "MX_SDK_HOME"})
        ::unsetenv(name);
    std::vector<char*> arguments;
    for (const std::string& argument : command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

TerminalSession::~TerminalSession() {
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

int TerminalSession::finish() {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (m_pid > 0 && std::chrono::steady_clock::now() < end) {
        m_terminal.seen();
        int status = 0;
        if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = -1;
            m_terminal.seen();
            return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        }
        ::usleep(5000);
    }
    return -1;
}

} // namespace certwright::test

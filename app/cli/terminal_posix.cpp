// Why: termios and signals. The echo is restored by whoever leaves the prompt, a signal included: it only
// sets a flag and interrupts the read.
#include "app/cli/terminal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace certwright::cli {

namespace {

constexpr std::size_t longestSecret = 4096;

volatile std::sig_atomic_t interruptFlag = 0;

void onInterrupt(int) {
    interruptFlag = 1;
}

// waitToRead waits until a descriptor can be read; false if a signal to stop has arrived, also one from just
// before the wait: outside it those signals are held back.
bool waitToRead(int descriptor) {
    sigset_t stopping{};
    sigset_t before{};
    sigemptyset(&stopping);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&stopping, signal);
    ::sigprocmask(SIG_BLOCK, &stopping, &before);
    pollfd ready{descriptor, POLLIN, 0};
    while (interruptFlag == 0 && ::ppoll(&ready, 1, nullptr, &before) < 0 && errno == EINTR)
        ;
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    return interruptFlag == 0;
}

// Terminal is the controlling terminal, opened for one question.
class Terminal {
  public:
    Terminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {}
    ~Terminal() {
        if (m_changed)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    bool isOpen() const { return m_descriptor >= 0; }

    bool hideInput() {
        if (::tcgetattr(m_descriptor, &m_before) != 0)
            return false;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ECHOE | ECHOK);
        m_changed = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
        return m_changed;
    }

    void say(std::string_view text) const {
        while (!text.empty()) {
            const ssize_t written = ::write(m_descriptor, text.data(), text.size());
            if (written <= 0)
                return;
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    // readOctet returns one octet; nothing at the end of input or after an interrupt.
    std::optional<std::uint8_t> readOctet() const {
        std::uint8_t octet = 0;
        while (waitToRead(m_descriptor)) {
            const ssize_t got = ::read(m_descriptor, &octet, 1);
            if (got == 1)
                return octet;
            if (got == 0 || errno != EINTR)
                break;
        }
        return std::nullopt;
    }

  private:
    int m_descriptor;
    bool m_changed = false;
    termios m_before{};
};

} // namespace

void keepStandardStreams() {
    // open takes the lowest number that is free, which is the closed one.
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0)
            static_cast<void>(::open(descriptor == STDIN_FILENO ? "/dev/null" : "/dev/full", O_RDWR) == 0);
}

bool printText(std::string_view text, std::FILE* stream) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size();
}

bool isTerminal(Stream stream) {
    switch (stream) {
    case Stream::Input:
        return ::isatty(STDIN_FILENO) == 1;
    case Stream::Output:
        return ::isatty(STDOUT_FILENO) == 1;
    case Stream::Error:
        break;
    }
    return ::isatty(STDERR_FILENO) == 1;
}

bool descriptorIsTerminal(int descriptor) {
    return ::isatty(descriptor) == 1;
}

bool terminalAvailable() {
    return Terminal().isOpen();
}

base::Result<secret::SecretBytes> askSecret(const std::string& prompt, secret::SecretAccess access) {
    Terminal terminal;
    if (!terminal.isOpen() || !terminal.hideInput())
        return base::failure(base::ErrorCode::PasswordUnavailable);
    terminal.say(prompt);
    secret::SecretBytes line(longestSecret);
    std::size_t length = 0;
    while (true) {
        const auto octet = terminal.readOctet();
        if (!octet) {
            terminal.say("\n");
            return base::failure(base::ErrorCode::Cancelled);
        }
        if (*octet == '\n' || *octet == '\r')
            break;
        if (length == longestSecret)
            return base::failure(base::ErrorCode::PasswordUnavailable);
        line.revealForWriting(access)[length++] = *octet;
    }
    terminal.say("\n");
    line.truncate(length);
    return line;
}

base::Result<std::string> askLine(const std::string& prompt) {
    const Terminal terminal;
    if (!terminal.isOpen())
        return base::failure(base::ErrorCode::Cancelled);
    terminal.say(prompt);
    std::string line;
    while (true) {
        const auto octet = terminal.readOctet();
        if (!octet)
            return base::failure(base::ErrorCode::Cancelled);
        if (*octet == '\n')
            return line;
        line += static_cast<char>(*octet);
    }
}

base::Result<secret::SecretBytes> readSecret(int descriptor, secret::SecretAccess access) {
    secret::SecretBytes line(longestSecret + 1);
    const auto buffer = line.revealForWriting(access);
    std::size_t length = 0;
    while (length < buffer.size()) {
        if (!waitToRead(descriptor))
            return base::failure(base::ErrorCode::Cancelled);
        const ssize_t got = ::read(descriptor, &buffer[length], buffer.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return base::failure(base::ErrorCode::PasswordUnavailable, {}, std::strerror(errno));
        const void* end = std::memchr(&buffer[length], '\n', static_cast<std::size_t>(got));
        length += static_cast<std::size_t>(got);
        if (end != nullptr)
            length = static_cast<std::size_t>(static_cast<const std::uint8_t*>(end) - buffer.data());
        if (got == 0 || end != nullptr)
            break;
    }
    if (length > longestSecret)
        return base::failure(base::ErrorCode::PasswordUnavailable);
    if (length > 0 && buffer[length - 1] == '\r')
        --length;
    line.truncate(length);
    return line;
}

base::Status writeSecret(int descriptor, const secret::SecretBytes& secret, secret::SecretAccess access,
                         std::string_view prefix) {
    const std::string name = std::to_string(descriptor);
    if (descriptorIsTerminal(descriptor))
        return base::failure(base::ErrorCode::OutputIsTerminal, name);
    struct stat info {};
    if (::fstat(descriptor, &info) != 0)
        return base::failure(base::ErrorCode::InputOutput, name, std::strerror(errno));
    if (!S_ISFIFO(info.st_mode) && !S_ISSOCK(info.st_mode))
        return base::failure(base::ErrorCode::OutputNotPipe, name);
    for (base::ByteView rest : {base::viewOf(prefix), secret.reveal(access)}) {
        while (!rest.empty()) {
            const ssize_t written = ::write(descriptor, rest.data(), rest.size());
            if (written < 0 && errno == EINTR && interruptFlag == 0)
                continue;
            if (written < 0)
                return base::failure(base::ErrorCode::InputOutput, name, std::strerror(errno));
            rest = rest.subspan(static_cast<std::size_t>(written));
        }
    }
    return {};
}

void catchInterrupt() {
    struct sigaction action {};
    action.sa_handler = onInterrupt;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaction(signal, &action, nullptr);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr);
}

bool interrupted() {
    return interruptFlag != 0;
}

} // namespace certwright::cli

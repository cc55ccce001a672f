// Why: the same questions on a Windows console, in UTF-16 at the system call and UTF-8 inside.
#include "app/cli/terminal.h"

#include <array>
#include <atomic>
#include <cstring>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include "app/host/wide_text_windows.h"

namespace certwright::cli {

namespace {

constexpr std::size_t longestSecret = 4096;

std::atomic<bool> interruptFlag{false};
std::atomic<bool> waitingFlag{false};
HANDLE mainThread = nullptr;

// Windows calls this on a thread of its own. Only a wait for input is broken off; a file that is being
// written is not.
BOOL WINAPI onInterrupt(DWORD) {
    interruptFlag = true;
    while (waitingFlag && !CancelSynchronousIo(mainThread))
        Sleep(10);
    return TRUE;
}

// Waiting says that the main thread reads from somebody who may never answer.
class Waiting {
  public:
    Waiting() { waitingFlag = true; }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    ~Waiting() { waitingFlag = false; }
};

bool writeConsole(HANDLE console, std::wstring_view text) {
    while (!text.empty()) {
        // Some versions of Windows take no more than 64 KiB at a time.
        DWORD written = 0;
        const auto part = static_cast<DWORD>(std::min<std::size_t>(text.size(), 8192));
        if (!WriteConsoleW(console, text.data(), part, &written, nullptr) || written == 0)
            return false;
        text.remove_prefix(written);
    }
    return true;
}

// consoleOf returns the console that `descriptor` writes to, null if that is something else.
HANDLE consoleOf(int descriptor) {
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
    DWORD mode = 0;
    return GetConsoleMode(handle, &mode) ? handle : nullptr;
}

int numberOf(Stream stream) {
    return stream == Stream::Input ? 0 : stream == Stream::Output ? 1 : 2;
}

// Console is the console of this process, opened for one question.
class Console {
  public:
    Console()
        : m_input(open(L"CONIN$"))
        , m_output(open(L"CONOUT$"))
        , m_open(m_input != INVALID_HANDLE_VALUE && m_output != INVALID_HANDLE_VALUE &&
                 GetConsoleMode(m_input, &m_before)) {}
    ~Console() {
        if (m_open)
            SetConsoleMode(m_input, m_before);
        for (const HANDLE handle : {m_input, m_output})
            if (handle != INVALID_HANDLE_VALUE)
                CloseHandle(handle);
    }
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    bool isOpen() const { return m_open; }
    bool hideInput() const {
        constexpr DWORD wanted = ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT;
        return SetConsoleMode(m_input, (m_before | wanted) & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)) != 0;
    }
    void say(const std::string& text) const { writeConsole(m_output, host::wideText(text)); }

    // readLine fills `place` and returns how many units there were before the end of the line; nothing at the
    // end of input, after Ctrl-C, or if the line is longer.
    std::optional<std::size_t> readLine(std::span<wchar_t> place) const {
        DWORD length = 0;
        const Waiting waiting;
        if (!ReadConsoleW(m_input, place.data(), static_cast<DWORD>(place.size()), &length, nullptr) ||
            length == 0 || interruptFlag || place[length - 1] != L'\n')
            return std::nullopt;
        while (length > 0 && (place[length - 1] == L'\n' || place[length - 1] == L'\r'))
            --length;
        return length;
    }

  private:
    static HANDLE open(const wchar_t* name) {
        return CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                           OPEN_EXISTING, 0, nullptr);
    }

    HANDLE m_input;
    HANDLE m_output;
    DWORD m_before = 0;
    bool m_open;
};

} // namespace

void keepStandardStreams() {
    // Files are opened as handles here, which never become a standard stream by chance. What is written to a
    // stream that is not there fails. Line ends stay as they are written: JSON and calendars say their own.
    // A number that is no descriptor is an error to tell, not a reason for the C library to end the program.
    _set_invalid_parameter_handler(
        [](const wchar_t*, const wchar_t*, const wchar_t*, unsigned, uintptr_t) {});
    for (const int descriptor : {0, 1, 2})
        _setmode(descriptor, _O_BINARY);
    for (const int descriptor : {1, 2}) {
        DWORD mode = 0;
        const HANDLE console = consoleOf(descriptor);
        if (console != nullptr && GetConsoleMode(console, &mode))
            SetConsoleMode(console, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
}

bool printText(std::string_view text, std::FILE* stream) {
    if (const HANDLE console = consoleOf(_fileno(stream)); console != nullptr)
        return writeConsole(console, host::wideText(text));
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size();
}

bool isTerminal(Stream stream) {
    return descriptorIsTerminal(numberOf(stream));
}

bool descriptorIsTerminal(int descriptor) {
    // _isatty is also true of NUL and of a serial line.
    return consoleOf(descriptor) != nullptr;
}

bool terminalAvailable() {
    return Console().isOpen();
}

base::Result<secret::SecretBytes> askSecret(const std::string& prompt, secret::SecretAccess access) {
    const Console console;
    if (!console.isOpen() || !console.hideInput())
        return base::failure(base::ErrorCode::PasswordUnavailable);
    console.say(prompt);
    secret::SecretBytes wide((longestSecret + 2) * sizeof(wchar_t)); // and the end of the line
    const auto octets = wide.revealForWriting(access);
    auto* const units = reinterpret_cast<wchar_t*>(octets.data());
    const auto length = console.readLine({units, octets.size() / sizeof(wchar_t)});
    console.say("\n");
    if (!length)
        return base::failure(interrupted() ? base::ErrorCode::Cancelled
                                           : base::ErrorCode::PasswordUnavailable);
    secret::SecretBytes line(longestSecret * 3);
    const int count = WideCharToMultiByte(CP_UTF8, 0, units, static_cast<int>(*length),
                                          reinterpret_cast<char*>(line.revealForWriting(access).data()),
                                          static_cast<int>(line.size()), nullptr, nullptr);
    line.truncate(static_cast<std::size_t>(count));
    if (line.size() > longestSecret)
        return base::failure(base::ErrorCode::PasswordUnavailable);
    return line;
}

base::Result<std::string> askLine(const std::string& prompt) {
    const Console console;
    if (!console.isOpen())
        return base::failure(base::ErrorCode::Cancelled);
    console.say(prompt);
    std::array<wchar_t, 1024> units{};
    const auto length = console.readLine(units);
    if (!length)
        return base::failure(base::ErrorCode::Cancelled);
    return host::narrowText({units.data(), *length});
}

base::Result<secret::SecretBytes> readSecret(int descriptor, secret::SecretAccess access) {
    _setmode(descriptor, _O_BINARY);
    secret::SecretBytes line(longestSecret + 1);
    const auto buffer = line.revealForWriting(access);
    std::size_t length = 0;
    while (length < buffer.size()) {
        const Waiting waiting;
        const int got = _read(descriptor, &buffer[length], static_cast<unsigned>(buffer.size() - length));
        if (interrupted())
            return base::failure(base::ErrorCode::Cancelled);
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
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
    if (handle == INVALID_HANDLE_VALUE)
        return base::failure(base::ErrorCode::InputOutput, name, std::strerror(EBADF));
    if (GetFileType(handle) != FILE_TYPE_PIPE) // sockets are of this type too
        return base::failure(base::ErrorCode::OutputNotPipe, name);
    _setmode(descriptor, _O_BINARY);
    for (base::ByteView rest : {base::viewOf(prefix), secret.reveal(access)}) {
        while (!rest.empty()) {
            const int written = _write(descriptor, rest.data(), static_cast<unsigned>(rest.size()));
            if (written < 0)
                return base::failure(base::ErrorCode::InputOutput, name, std::strerror(errno));
            rest = rest.subspan(static_cast<std::size_t>(written));
        }
    }
    return {};
}

void catchInterrupt() {
    const HANDLE process = GetCurrentProcess();
    DuplicateHandle(process, GetCurrentThread(), process, &mainThread, THREAD_TERMINATE, FALSE, 0);
    SetConsoleCtrlHandler(onInterrupt, TRUE);
}

bool interrupted() {
    return interruptFlag;
}

} // namespace certwright::cli

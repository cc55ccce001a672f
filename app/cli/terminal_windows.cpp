// Why: the same questions on a Windows console, in UTF-16 at the system call and UTF-8 inside.
#include "app/cli/terminal.h"

#include <array>
#include <atomic>
#include <cstring>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace certwright::cli {

namespace {

constexpr std::size_t longestSecret = 4096;

std::atomic<bool> interruptFlag{false};

BOOL WINAPI onInterrupt(DWORD) {
    interruptFlag = true;
    return TRUE;
}

// Console is the console's input, opened for one question.
class Console {
  public:
    Console()
        : m_input(CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                              OPEN_EXISTING, 0, nullptr))
        , m_output(CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_WRITE, nullptr,
                               OPEN_EXISTING, 0, nullptr)) {
        if (isOpen())
            GetConsoleMode(m_input, &m_before);
    }
    ~Console() {
        if (isOpen())
            SetConsoleMode(m_input, m_before);
        CloseHandle(m_input);
        CloseHandle(m_output);
    }
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    bool isOpen() const { return m_input != INVALID_HANDLE_VALUE; }
    void hideInput() const { SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT)); }

    void say(const std::string& text) const {
        std::array<wchar_t, 1024> wide{};
        const int length = MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()),
                                               wide.data(), static_cast<int>(wide.size()));
        WriteConsoleW(m_output, wide.data(), static_cast<DWORD>(length), nullptr, nullptr);
    }

    // readLine fills `line` with UTF-8; false at the end of input or after Ctrl-C.
    bool readLine(secret::SecretBytes& line, secret::SecretAccess access) const {
        secret::SecretBytes wide(longestSecret * sizeof(wchar_t));
        auto* text = reinterpret_cast<wchar_t*>(wide.revealForWriting(access).data());
        DWORD length = 0;
        if (!ReadConsoleW(m_input, text, longestSecret, &length, nullptr) || length == 0 || interruptFlag)
            return false;
        while (length > 0 && (text[length - 1] == L'\n' || text[length - 1] == L'\r'))
            --length;
        line = secret::SecretBytes(longestSecret * 3);
        auto* out = reinterpret_cast<char*>(line.revealForWriting(access).data());
        const int octets = WideCharToMultiByte(CP_UTF8, 0, text, static_cast<int>(length), out,
                                               static_cast<int>(line.size()), nullptr, nullptr);
        line.truncate(static_cast<std::size_t>(octets));
        return true;
    }

  private:
    HANDLE m_input;
    HANDLE m_output;
    DWORD m_before = 0;
};

} // namespace

void keepStandardStreams() {
    // Files are opened as handles here, which never become a standard stream by chance.
}

bool isTerminal(Stream stream) {
    return _isatty(stream == Stream::Input ? 0 : stream == Stream::Output ? 1 : 2) != 0;
}

bool descriptorIsTerminal(int descriptor) {
    return _isatty(descriptor) != 0;
}

bool terminalAvailable() {
    return Console().isOpen();
}

base::Result<secret::SecretBytes> askSecret(const std::string& prompt, secret::SecretAccess access) {
    const Console console;
    if (!console.isOpen())
        return base::failure(base::ErrorCode::PasswordUnavailable);
    console.hideInput();
    console.say(prompt);
    secret::SecretBytes line;
    const bool read = console.readLine(line, access);
    console.say("\n");
    if (!read)
        return base::failure(base::ErrorCode::Cancelled);
    return line;
}

base::Result<std::string> askLine(const std::string& prompt) {
    const Console console;
    if (!console.isOpen())
        return base::failure(base::ErrorCode::Cancelled);
    console.say(prompt);
    std::array<wchar_t, 256> text{};
    DWORD length = 0;
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    if (!ReadConsoleW(input, text.data(), static_cast<DWORD>(text.size()), &length, nullptr) || length == 0 ||
        interruptFlag)
        return base::failure(base::ErrorCode::Cancelled);
    std::string line;
    for (DWORD i = 0; i < length && text[i] != L'\r' && text[i] != L'\n'; ++i)
        line += static_cast<char>(text[i]);
    return line;
}

base::Result<secret::SecretBytes> readSecret(int descriptor, secret::SecretAccess access) {
    secret::SecretBytes line(longestSecret + 1);
    const auto buffer = line.revealForWriting(access);
    std::size_t length = 0;
    while (length < buffer.size()) {
        const int got = _read(descriptor, &buffer[length], static_cast<unsigned>(buffer.size() - length));
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
    if (GetFileType(handle) != FILE_TYPE_PIPE)
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
    SetConsoleCtrlHandler(onInterrupt, TRUE);
}

bool interrupted() {
    return interruptFlag;
}

} // namespace certwright::cli

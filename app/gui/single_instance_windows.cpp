// Why: a named pipe is what Windows has for this. Qt's would do, but its library is three megabytes, lets
// another computer of the network in, and believes whoever made a pipe of that name first.
#include "app/gui/single_instance.h"

#include <array>
#include <chrono>
#include <string>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

#include <QTimer>
#include <QWinEventNotifier>

#include "app/gui/handed_words.h"
#include "core/files/file_lock.h"
#include "core/files/own_account_windows.h"
#include "core/files/system_windows.h"

namespace certwright::gui {

namespace {

using files::Handle;

constexpr auto lockPatience = std::chrono::seconds(3);
constexpr DWORD pipePatience = 500; // milliseconds
// A window that is just being opened does not read yet.
constexpr DWORD readPatience = 10'000;
constexpr auto wordPatience = std::chrono::seconds(5);
// What is within it is written without waiting for the reader.
constexpr DWORD pipeBuffer = 64 * 1024;

// Descriptor lets this account in and nobody else, and names it as the owner (left to itself, what an
// administrator's elevated program makes belongs to the group of administrators); null if the system could
// not make it.
class Descriptor {
  public:
    Descriptor() {
        const std::wstring sid = files::OwnAccount().text();
        if (!sid.empty() &&
            !ConvertStringSecurityDescriptorToSecurityDescriptorW(
                (L"O:" + sid + L"D:P(A;;FA;;;" + sid + L")").c_str(), SDDL_REVISION_1, &m_made, nullptr))
            m_made = nullptr;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { LocalFree(m_made); }
    PSECURITY_DESCRIPTOR get() const { return m_made; }

  private:
    PSECURITY_DESCRIPTOR m_made = nullptr;
};

// isOwn tells whether this account made the pipe: another one could have taken the name, to keep the window
// from opening.
bool isOwn(HANDLE pipe) {
    PSID owner = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetSecurityInfo(pipe, SE_KERNEL_OBJECT, OWNER_SECURITY_INFORMATION, &owner, nullptr, nullptr, nullptr,
                        &descriptor) != ERROR_SUCCESS)
        return false;
    const files::OwnAccount self;
    const bool own = self.sid() != nullptr && EqualSid(owner, self.sid());
    LocalFree(descriptor);
    return own;
}

// written tells whether all of `message` was taken.
bool written(HANDLE pipe, const QByteArray& message) {
    const Handle event(CreateEventW(nullptr, TRUE, FALSE, nullptr));
    OVERLAPPED state{};
    state.hEvent = event.get();
    if (message.size() > largestMessage)
        return false;
    if (!WriteFile(pipe, message.constData(), static_cast<DWORD>(message.size()), nullptr, &state) &&
        GetLastError() != ERROR_IO_PENDING)
        return false;
    if (WaitForSingleObject(event.get(), readPatience) != WAIT_OBJECT_0)
        CancelIoEx(pipe, &state);
    DWORD count = 0;
    return GetOverlappedResult(pipe, &state, &count, TRUE) && count == static_cast<DWORD>(message.size());
}

// call asks the window that listens to show itself and tells it `message`, and lets it: Windows gives the
// foreground to nobody whom the program in front does not name.
Neighbour call(const std::wstring& name, const QByteArray& message) {
    if (!WaitNamedPipeW(name.c_str(), pipePatience))
        return Neighbour::None;
    const Handle pipe(CreateFileW(name.c_str(), GENERIC_WRITE | READ_CONTROL, 0, nullptr, OPEN_EXISTING,
                                  FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION,
                                  nullptr));
    if (!pipe.isOpen() || !isOwn(pipe.get()))
        return Neighbour::None;
    ULONG server = 0;
    if (GetNamedPipeServerProcessId(pipe.get(), &server))
        AllowSetForegroundWindow(server);
    return written(pipe.get(), message) ? Neighbour::Told : Neighbour::Reached;
}

} // namespace

struct SingleInstance::Listener {
    Handle pipe;
    Handle event{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    OVERLAPPED waiting{};
    std::unique_ptr<QWinEventNotifier> notifier;
    // One caller at a time: nobody has called, or `message` is what was said so far. Who says nothing more
    // for a while is let go, so that the next one is heard.
    enum class State { Waiting, Reading } state = State::Waiting;
    QByteArray message;
    std::array<char, 16'384> piece{};
    QTimer patience;

    explicit Listener(const std::wstring& name) {
        const Descriptor descriptor;
        if (descriptor.get() == nullptr)
            return;
        SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor.get(), FALSE};
        pipe = Handle(CreateNamedPipeW(
            name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
            PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, 0, pipeBuffer, 0,
            &attributes));
        patience.setSingleShot(true);
        patience.setInterval(wordPatience);
        QObject::connect(&patience, &QTimer::timeout, [this] { CancelIoEx(pipe.get(), &waiting); });
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() {
        notifier.reset();
        if (!pipe.isOpen())
            return;
        CancelIoEx(pipe.get(), &waiting);
        DWORD ignored = 0;
        GetOverlappedResult(pipe.get(), &waiting, &ignored,
                            TRUE); // it writes to `waiting` until it has ended
    }

    // listen waits for the next who calls.
    void listen() {
        DisconnectNamedPipe(pipe.get());
        state = State::Waiting;
        message.clear();
        patience.stop();
        reset();
        if (ConnectNamedPipe(pipe.get(), &waiting))
            return;
        const DWORD error = GetLastError();
        // It may be there already, or gone again.
        if (error == ERROR_PIPE_CONNECTED || error == ERROR_NO_DATA)
            SetEvent(event.get());
    }

    // happened is called when the event is set. Returns whether a caller has said all.
    bool happened() {
        DWORD count = 0;
        const bool good = GetOverlappedResult(pipe.get(), &waiting, &count, FALSE) != FALSE;
        if (state == State::Reading)
            message.append(piece.data(), good ? static_cast<qsizetype>(count) : 0);
        const bool all = state == State::Reading && (!good || message.size() > largestMessage);
        return all || !read();
    }

  private:
    void reset() {
        waiting = {};
        waiting.hEvent = event.get();
        ResetEvent(event.get());
    }

    // read asks for more; false if there is none.
    bool read() {
        state = State::Reading;
        patience.start();
        reset();
        return ReadFile(pipe.get(), piece.data(), static_cast<DWORD>(piece.size()), nullptr, &waiting) ||
               GetLastError() == ERROR_IO_PENDING;
    }
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder, const QStringList& words) {
    const auto starting = files::FileLock::acquire(
        (settingsFolder + QStringLiteral("/window.lock")).toStdString(), "window", lockPatience);
    const std::wstring pipe = LR"(\\.\pipe\)" + name.toStdWString();
    m_neighbour = call(pipe, messageOf(words));
    if (m_neighbour != Neighbour::None)
        return;
    m_listener = std::make_unique<Listener>(pipe);
    if (!m_listener->pipe.isOpen())
        return;
    m_listener->listen();
    m_listener->notifier = std::make_unique<QWinEventNotifier>(m_listener->event.get());
    connect(m_listener->notifier.get(), &QWinEventNotifier::activated, this, [this] {
        if (!m_listener->happened())
            return;
        const QStringList said = wordsIn(m_listener->message);
        m_listener->listen();
        Q_EMIT asked(said);
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui

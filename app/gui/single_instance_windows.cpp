// Why: a named pipe is what Windows has for this. Qt's would do, but its library is three megabytes, lets
// another computer of the network in, and believes whoever made a pipe of that name first.
#include "app/gui/single_instance.h"

#include <array>
#include <chrono>
#include <string>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

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
// A window that is just being opened does not listen yet.
constexpr DWORD listenPatience = 10'000;
constexpr DWORD pieceSize = 16'384;

// Descriptor lets this account in and nobody else; null if the system could not make it.
class Descriptor {
  public:
    Descriptor() {
        const std::wstring sid = files::OwnAccount().text();
        if (!sid.empty() && !ConvertStringSecurityDescriptorToSecurityDescriptorW(
                                (L"D:P(A;;FA;;;" + sid + L")").c_str(), SDDL_REVISION_1, &m_made, nullptr))
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
    // What an administrator's elevated program makes belongs to the group of administrators.
    const bool own = (self.sid() != nullptr && EqualSid(owner, self.sid())) ||
                     IsWellKnownSid(owner, WinBuiltinAdministratorsSid) != FALSE;
    LocalFree(descriptor);
    return own;
}

// Event is set by the system when what was begun on a pipe has ended.
class Event {
  public:
    Event() { m_overlapped.hEvent = m_event.get(); }
    HANDLE get() const { return m_event.get(); }
    // fresh returns the record for something that is begun now.
    OVERLAPPED* fresh() {
        m_overlapped = {};
        m_overlapped.hEvent = m_event.get();
        ResetEvent(m_event.get());
        return &m_overlapped;
    }
    OVERLAPPED* record() { return &m_overlapped; }

  private:
    Handle m_event{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    OVERLAPPED m_overlapped{};
};

// end waits until the system no longer writes to the record of `event`.
void end(HANDLE pipe, Event& event) {
    DWORD ignored = 0;
    CancelIoEx(pipe, event.record());
    GetOverlappedResult(pipe, event.record(), &ignored, TRUE);
}

// tell returns whether all of `message` was taken.
bool tell(HANDLE pipe, const QByteArray& message) {
    if (message.size() > largestMessage)
        return false;
    Event event;
    for (qsizetype at = 0; at < message.size();) {
        DWORD written = 0;
        const auto rest = static_cast<DWORD>(message.size() - at);
        if (!WriteFile(pipe, message.constData() + at, rest, nullptr, event.fresh()) &&
            GetLastError() != ERROR_IO_PENDING)
            return false;
        if (WaitForSingleObject(event.get(), listenPatience) != WAIT_OBJECT_0) {
            end(pipe, event);
            return false;
        }
        if (!GetOverlappedResult(pipe, event.record(), &written, FALSE) || written == 0)
            return false;
        at += static_cast<qsizetype>(written);
    }
    return true;
}

// call says `message` to the window that listens, and lets it come to the front: Windows gives the foreground
// to nobody whom the program in front does not name.
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
    return tell(pipe.get(), message) ? Neighbour::Told : Neighbour::Reached;
}

} // namespace

// Listener has one caller at a time: it waits for one, gathers what it says until it lets go, and waits
// again.
struct SingleInstance::Listener {
    Handle pipe;
    Event event;
    std::array<char, pieceSize> piece{};
    QByteArray message;
    bool connected = false;
    std::unique_ptr<QWinEventNotifier> notifier;

    explicit Listener(const std::wstring& name) {
        const Descriptor descriptor;
        if (descriptor.get() == nullptr)
            return;
        SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor.get(), FALSE};
        pipe = Handle(CreateNamedPipeW(
            name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
            PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, 0, pieceSize, 0,
            &attributes));
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() {
        notifier.reset();
        if (pipe.isOpen())
            end(pipe.get(), event);
    }

    // listen waits for the next caller.
    void listen() {
        DisconnectNamedPipe(pipe.get());
        connected = false;
        message.clear();
        if (!ConnectNamedPipe(pipe.get(), event.fresh()) && GetLastError() == ERROR_PIPE_CONNECTED)
            SetEvent(event.get());
    }

    // hear goes on when the event is set, and returns whether the caller has said all; who says too much is
    // not listened to any longer.
    bool hear() {
        if (connected) {
            DWORD got = 0;
            if (!GetOverlappedResult(pipe.get(), event.record(), &got, FALSE) || got == 0)
                return true;
            message.append(piece.data(), static_cast<qsizetype>(got));
            if (message.size() > largestMessage)
                return true;
        }
        connected = true;
        return !ReadFile(pipe.get(), piece.data(), pieceSize, nullptr, event.fresh()) &&
               GetLastError() != ERROR_IO_PENDING;
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
        if (!m_listener->hear())
            return;
        const QStringList heard = wordsIn(m_listener->message);
        m_listener->listen();
        Q_EMIT asked(heard);
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui

// Why: a named pipe is what Windows has for this. Qt's would do, but its library is three megabytes, lets
// another computer of the network in, and believes whoever made a pipe of that name first.
#include "app/gui/single_instance.h"

#include <chrono>
#include <string>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

#include <QWinEventNotifier>

#include "core/files/file_lock.h"
#include "core/files/own_account_windows.h"
#include "core/files/system_windows.h"

namespace certwright::gui {

namespace {

using files::Handle;

constexpr auto lockPatience = std::chrono::seconds(3);
constexpr DWORD pipePatience = 500; // milliseconds

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

// called asks the window that listens to show itself, and lets it: Windows gives the foreground to nobody
// whom the program in front does not name.
bool called(const std::wstring& name) {
    if (!WaitNamedPipeW(name.c_str(), pipePatience))
        return false;
    const Handle pipe(CreateFileW(name.c_str(), GENERIC_WRITE | READ_CONTROL, 0, nullptr, OPEN_EXISTING,
                                  SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION, nullptr));
    if (!pipe.isOpen() || !isOwn(pipe.get()))
        return false;
    ULONG server = 0;
    if (GetNamedPipeServerProcessId(pipe.get(), &server))
        AllowSetForegroundWindow(server);
    return true;
}

} // namespace

struct SingleInstance::Listener {
    Handle pipe;
    Handle event{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    OVERLAPPED waiting{};
    std::unique_ptr<QWinEventNotifier> notifier;

    explicit Listener(const std::wstring& name) {
        const Descriptor descriptor;
        if (descriptor.get() == nullptr)
            return;
        SECURITY_ATTRIBUTES attributes{sizeof attributes, descriptor.get(), FALSE};
        pipe = Handle(CreateNamedPipeW(
            name.c_str(), PIPE_ACCESS_INBOUND | FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
            PIPE_TYPE_BYTE | PIPE_READMODE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1, 0, 0, 0,
            &attributes));
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

    // listen waits for the next who calls: that they call is all they have to say.
    void listen() {
        DisconnectNamedPipe(pipe.get());
        waiting = {};
        waiting.hEvent = event.get();
        ResetEvent(event.get());
        if (!ConnectNamedPipe(pipe.get(), &waiting) && GetLastError() == ERROR_PIPE_CONNECTED)
            SetEvent(event.get());
    }
};

SingleInstance::SingleInstance(const QString& name, const QString& settingsFolder) {
    const auto starting = files::FileLock::acquire(
        (settingsFolder + QStringLiteral("/window.lock")).toStdString(), "window", lockPatience);
    const std::wstring pipe = LR"(\\.\pipe\)" + name.toStdWString();
    m_handedOver = called(pipe);
    if (m_handedOver)
        return;
    m_listener = std::make_unique<Listener>(pipe);
    if (!m_listener->pipe.isOpen())
        return;
    m_listener->listen();
    m_listener->notifier = std::make_unique<QWinEventNotifier>(m_listener->event.get());
    connect(m_listener->notifier.get(), &QWinEventNotifier::activated, this, [this] {
        m_listener->listen();
        Q_EMIT raised();
    });
}

SingleInstance::~SingleInstance() = default;

} // namespace certwright::gui

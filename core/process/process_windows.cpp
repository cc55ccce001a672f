// Why: a job object ends a program with all that it started, and a list of handles keeps it from inheriting
// any but the ends of its pipe.
#include "core/process/process.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <windows.h>

#include "core/process/output.h"

namespace certwright::process {

namespace {

constexpr DWORD cancelInterval = 50;

class Handle {
  public:
    Handle() = default;
    explicit Handle(HANDLE handle)
        : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }
    HANDLE get() const { return m_handle; }
    HANDLE* place() { return &m_handle; }
    void close() {
        if (m_handle != nullptr)
            ::CloseHandle(std::exchange(m_handle, nullptr));
    }

  private:
    HANDLE m_handle = nullptr;
};

tl::unexpected<base::Error> systemFailure(const std::string& program) {
    return base::failure(base::ErrorCode::InputOutput, program,
                         "windows " + std::to_string(::GetLastError()));
}

std::wstring wide(const std::string& text) {
    const int size = static_cast<int>(text.size());
    const int length = ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, nullptr, 0);
    std::wstring out(static_cast<std::size_t>(std::max(length, 0)), L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, text.data(), size, out.data(), length);
    return out;
}

// quoted is a word as CommandLineToArgvW reads it back: backslashes count only in front of a quote.
std::wstring quoted(const std::wstring& word) {
    std::wstring out = L"\"";
    std::size_t backslashes = 0;
    for (const wchar_t c : word) {
        if (c == L'"')
            out.append(backslashes + 1, L'\\');
        backslashes = c == L'\\' ? backslashes + 1 : 0;
        out.push_back(c);
    }
    out.append(backslashes, L'\\');
    return out + L"\"";
}

// found is the program's file: a path as it is, a name where PATH has it (never the working folder).
std::wstring found(const std::string& program) {
    const std::wstring name = wide(program);
    if (program.find_first_of("/\\") != std::string::npos)
        return name;
    std::wstring path(32768, L'\0');
    const DWORD length = ::GetEnvironmentVariableW(L"PATH", path.data(), static_cast<DWORD>(path.size()));
    path.resize(std::min<std::size_t>(length, path.size()));
    std::array<wchar_t, 32768> file{};
    const DWORD size = ::SearchPathW(path.c_str(), name.c_str(), L".exe", static_cast<DWORD>(file.size()),
                                     file.data(), nullptr);
    return size == 0 || size >= file.size() ? std::wstring() : std::wstring(file.data(), size);
}

// plainEnvironment is this process's variables with LC_ALL=C.
std::wstring plainEnvironment() {
    std::wstring out;
    wchar_t* const block = ::GetEnvironmentStringsW();
    for (const wchar_t* variable = block; variable != nullptr && *variable != 0;) {
        const std::wstring_view text(variable);
        if (!text.starts_with(L"LC_ALL=") && !text.starts_with(L"LANGUAGE="))
            out.append(text).push_back(L'\0');
        variable += text.size() + 1;
    }
    if (block != nullptr)
        ::FreeEnvironmentStringsW(block);
    out.append(L"LC_ALL=C").push_back(L'\0');
    return out;
}

// Inherited is the list of the only handles that the new process gets.
class Inherited {
  public:
    explicit Inherited(std::array<HANDLE, 2> handles)
        : m_handles(handles) {
        SIZE_T size = 0;
        ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
        m_memory.resize(size);
        m_good = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) != 0 &&
                 ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, m_handles.data(),
                                             sizeof(m_handles), nullptr, nullptr) != 0;
    }
    Inherited(const Inherited&) = delete;
    Inherited& operator=(const Inherited&) = delete;
    ~Inherited() {
        if (m_good)
            ::DeleteProcThreadAttributeList(list());
    }
    bool good() const { return m_good; }
    LPPROC_THREAD_ATTRIBUTE_LIST list() {
        return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(m_memory.data());
    }

  private:
    std::array<HANDLE, 2> m_handles;
    std::vector<char> m_memory;
    bool m_good = false;
};

bool endsWithItsJob(HANDLE job) {
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    return job != nullptr &&
           ::SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof(limits)) != 0;
}

// Running is a started program in its job; closing the job ends all of it.
struct Running {
    Handle job;
    Handle process;
    Handle reading;
};

base::Status start(const Program& program, Running& running) {
    const std::string& name = program.words.front();
    const std::wstring file = found(name);
    if (file.empty())
        return base::failure(base::ErrorCode::ProgramMissing, name);
    SECURITY_ATTRIBUTES inheritable{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    Handle writing;
    if (::CreatePipe(running.reading.place(), writing.place(), &inheritable, 0) == 0)
        return systemFailure(name);
    ::SetHandleInformation(running.reading.get(), HANDLE_FLAG_INHERIT, 0);
    const Handle nothing(
        ::CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ, &inheritable, OPEN_EXISTING, 0, nullptr));
    Inherited inherited({writing.get(), nothing.get()});
    *running.job.place() = ::CreateJobObjectW(nullptr, nullptr);
    if (nothing.get() == nullptr || !inherited.good() || !endsWithItsJob(running.job.get()))
        return systemFailure(name);

    STARTUPINFOEXW info{};
    info.StartupInfo.cb = sizeof(info);
    info.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    info.StartupInfo.hStdInput = nothing.get();
    info.StartupInfo.hStdOutput = writing.get();
    info.StartupInfo.hStdError = writing.get();
    info.lpAttributeList = inherited.list();
    std::wstring line;
    for (const std::string& word : program.words)
        line += (line.empty() ? L"" : L" ") + quoted(wide(word));
    std::wstring variables = plainEnvironment();
    const std::wstring folder = wide(program.folder);
    PROCESS_INFORMATION child{};
    const DWORD flags = CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                        EXTENDED_STARTUPINFO_PRESENT | CREATE_NEW_PROCESS_GROUP;
    if (::CreateProcessW(file.c_str(), line.data(), nullptr, nullptr, TRUE, flags, variables.data(),
                         folder.empty() ? nullptr : folder.c_str(), &info.StartupInfo, &child) == 0) {
        const DWORD number = ::GetLastError();
        return base::failure(
            number == ERROR_DIRECTORY ? base::ErrorCode::FileNotFound : base::ErrorCode::ProgramMissing,
            number == ERROR_DIRECTORY ? program.folder : name, "windows " + std::to_string(number));
    }
    *running.process.place() = child.hProcess;
    const Handle thread(child.hThread);
    // In its job before its first instruction, so that nothing it starts can be outside.
    if (::AssignProcessToJobObject(running.job.get(), child.hProcess) == 0) {
        ::TerminateProcess(child.hProcess, 1);
        return systemFailure(name);
    }
    ::ResumeThread(thread.get());
    return {};
}

// gather reads what stands in the pipe, one buffer full at most.
void gather(HANDLE reading, Output& output) {
    std::array<char, 65536> part{};
    DWORD waiting = 0;
    DWORD count = 0;
    if (::PeekNamedPipe(reading, nullptr, 0, nullptr, &waiting, nullptr) != 0 && waiting > 0 &&
        ::ReadFile(reading, part.data(), std::min<DWORD>(waiting, static_cast<DWORD>(part.size())), &count,
                   nullptr) != 0)
        output.add({part.data(), count});
}

class SystemRunner final : public Runner {
  public:
    base::Result<Ended> run(const Program& program, base::Progress& progress) override {
        if (const base::Status status = usable(program); !status)
            return tl::unexpected(status.error());
        Running running;
        const auto limit = std::chrono::steady_clock::now() + program.limit;
        if (const base::Status status = start(program, running); !status)
            return tl::unexpected(status.error());
        Output output(program.maximumOutput);
        while (::WaitForSingleObject(running.process.get(), cancelInterval / 5) == WAIT_TIMEOUT) {
            gather(running.reading.get(), output);
            const bool late = std::chrono::steady_clock::now() >= limit;
            if (!late && !progress.cancelled())
                continue;
            running.job.close();
            return base::failure(late ? base::ErrorCode::TimedOut : base::ErrorCode::Cancelled,
                                 program.words.front());
        }
        DWORD status = 0;
        ::GetExitCodeProcess(running.process.get(), &status);
        running.job.close();
        for (int i = 0; i < 16; ++i)
            gather(running.reading.get(), output);
        return Ended{static_cast<int>(status), 0, output.take()};
    }
};

} // namespace

std::unique_ptr<Runner> systemRunner() {
    return std::make_unique<SystemRunner>();
}

} // namespace certwright::process

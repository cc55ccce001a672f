// Why: on Windows the helper inherits two pipe ends, and a job object that closes with this process ends it.
#include "core/vault/kmc_process.h"

#include <algorithm>
#include <array>
#include <thread>
#include <windows.h>

namespace certwright::vault {

namespace {

using std::chrono::milliseconds;

constexpr DWORD pipeSize = 65536; // a whole request fits, so that writing never waits for the helper
constexpr DWORD mostAtOnce = 4096;

HANDLE handleOf(std::intptr_t number) {
    return reinterpret_cast<HANDLE>(number);
}

std::intptr_t numberOf(HANDLE handle) {
    return reinterpret_cast<std::intptr_t>(handle);
}

void closeOnce(std::intptr_t& number) {
    if (number != -1 && number != 0)
        CloseHandle(handleOf(number));
    number = -1;
}

std::wstring wide(const std::string& text) {
    std::wstring out(text.size() + 1, L'\0');
    const int length = MultiByteToWideChar(CP_UTF8, 0, text.data(), static_cast<int>(text.size()), out.data(),
                                           static_cast<int>(out.size()));
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    std::replace(out.begin(), out.end(), L'/', L'\\');
    return out;
}

base::Status systemFailure(const std::string& helper, DWORD number) {
    const bool missing = number == ERROR_FILE_NOT_FOUND || number == ERROR_PATH_NOT_FOUND ||
                         number == ERROR_BAD_EXE_FORMAT || number == ERROR_ACCESS_DENIED;
    return base::failure(missing ? base::ErrorCode::ProgramMissing : base::ErrorCode::InputOutput, helper,
                         "windows " + std::to_string(number));
}

// The variables that programs of Windows do not start without, and none of this process's others.
std::wstring fewVariables(const std::string& folder) {
    std::array<wchar_t, MAX_PATH> system{};
    GetWindowsDirectoryW(system.data(), static_cast<UINT>(system.size()));
    std::wstring block;
    for (const std::wstring& variable :
         {std::wstring(L"SystemRoot=") + system.data(), L"TEMP=" + wide(folder), L"TMP=" + wide(folder)})
        block.append(variable).push_back(L'\0');
    return block;
}

struct Ends {
    HANDLE theirIn = nullptr;
    HANDLE theirOut = nullptr;
};

// spawn starts the helper suspended, in `job`, with only the two ends inherited. 0 or the error's number.
DWORD spawn(const std::string& helper, const std::string& folder, Ends ends, HANDLE job, HANDLE& process) {
    std::array<HANDLE, 2> handles{ends.theirIn, ends.theirOut};
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    std::vector<char> memory(size);
    const auto list = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory.data());
    if (InitializeProcThreadAttributeList(list, 1, 0, &size) == 0 ||
        UpdateProcThreadAttribute(list, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles.data(), sizeof(handles),
                                  nullptr, nullptr) == 0)
        return GetLastError();
    STARTUPINFOEXW info{};
    info.StartupInfo.cb = sizeof(info);
    info.lpAttributeList = list;
    const std::wstring program = wide(helper);
    std::wstring line = L"\"" + program + L"\" " + std::to_wstring(numberOf(ends.theirIn)) + L" " +
                        std::to_wstring(numberOf(ends.theirOut));
    std::wstring variables = fewVariables(folder);
    PROCESS_INFORMATION child{};
    const BOOL good = CreateProcessW(program.c_str(), line.data(), nullptr, nullptr, TRUE,
                                     CREATE_SUSPENDED | CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                                         EXTENDED_STARTUPINFO_PRESENT,
                                     variables.data(), wide(folder).c_str(), &info.StartupInfo, &child);
    const DWORD number = GetLastError();
    DeleteProcThreadAttributeList(list);
    if (good == 0)
        return number;
    process = child.hProcess;
    const BOOL held = AssignProcessToJobObject(job, child.hProcess);
    const DWORD assignNumber = GetLastError();
    if (held != 0)
        ResumeThread(child.hThread);
    else
        TerminateProcess(child.hProcess, 1);
    CloseHandle(child.hThread);
    return held != 0 ? 0 : assignNumber;
}

} // namespace

KmcProcess::~KmcProcess() {
    finish(milliseconds(0));
}

base::Status KmcProcess::start(const std::string& helper, const std::string& folder) {
    SECURITY_ATTRIBUTES inheritable{sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE};
    Ends ends;
    HANDLE in = nullptr;
    HANDLE out = nullptr;
    if (CreatePipe(&ends.theirIn, &out, &inheritable, pipeSize) == 0)
        return systemFailure(helper, GetLastError());
    m_out = numberOf(out);
    if (CreatePipe(&in, &ends.theirOut, &inheritable, pipeSize) == 0) {
        CloseHandle(ends.theirIn);
        return systemFailure(helper, GetLastError());
    }
    m_in = numberOf(in);
    SetHandleInformation(in, HANDLE_FLAG_INHERIT, 0);
    SetHandleInformation(out, HANDLE_FLAG_INHERIT, 0);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    m_job = numberOf(job);
    HANDLE process = nullptr;
    DWORD number = GetLastError();
    if (job != nullptr &&
        SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof(limits)) != 0)
        number = spawn(helper, folder, ends, job, process);
    CloseHandle(ends.theirIn);
    CloseHandle(ends.theirOut);
    m_process = process == nullptr ? -1 : numberOf(process);
    if (number != 0 || process == nullptr)
        return systemFailure(helper, number);
    return {};
}

bool KmcProcess::write(const secret::SecretBytes& octets, secret::SecretAccess access) {
    base::ByteView left = octets.reveal(access);
    while (!left.empty()) {
        DWORD count = 0;
        if (WriteFile(handleOf(m_out), left.data(), static_cast<DWORD>(left.size()), &count, nullptr) == 0)
            return false;
        left = left.subspan(count);
    }
    return true;
}

Arrival KmcProcess::read(secret::SecretBytes& octets, milliseconds patience, secret::SecretAccess access) {
    DWORD waiting = 0;
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (PeekNamedPipe(handleOf(m_in), nullptr, 0, nullptr, &waiting, nullptr) == 0)
            return Arrival::Closed;
        if (waiting > 0)
            break;
        if (hasEnded())
            return Arrival::Closed;
        if (std::chrono::steady_clock::now() >= until)
            return Arrival::Nothing;
        std::this_thread::sleep_for(milliseconds(5));
    }
    secret::SecretBytes part(mostAtOnce);
    DWORD count = 0;
    if (ReadFile(handleOf(m_in), part.revealForWriting(access).data(), std::min(waiting, mostAtOnce), &count,
                 nullptr) == 0)
        return Arrival::Closed;
    octets.append(part.reveal(access).first(count));
    return Arrival::Octets;
}

bool KmcProcess::hasEnded() const {
    return WaitForSingleObject(handleOf(m_process), 0) == WAIT_OBJECT_0;
}

int KmcProcess::finish(milliseconds grace) {
    int crash = 0;
    if (m_process != -1) {
        DWORD status = 0;
        if (WaitForSingleObject(handleOf(m_process), static_cast<DWORD>(grace.count())) == WAIT_OBJECT_0 &&
            GetExitCodeProcess(handleOf(m_process), &status) != 0 && status >= 0xC0000000U)
            crash = static_cast<int>(status & 0xFFFFU);
    }
    closeOnce(m_job);
    closeOnce(m_process);
    closeOnce(m_in);
    closeOnce(m_out);
    return crash;
}

std::string kmcHelperName() {
    return "certwright-kmc.exe";
}

} // namespace certwright::vault

// Why: see users_windows.h; the Restart Manager knows who has a file open.
#include "core/files/users_windows.h"

#include <array>

#include <windows.h>

#include <restartmanager.h>

#include "core/files/changeable_windows.h"
#include "core/files/system_windows.h"

namespace certwright::files {

namespace {

// Loaded only when somebody is in the way: start-up should not pay for it.
class RestartManager {
  public:
    RestartManager()
        : m_library(LoadLibraryExW(L"rstrtmgr.dll", nullptr, LOAD_LIBRARY_SEARCH_SYSTEM32)) {
        std::array<wchar_t, CCH_RM_SESSION_KEY + 1> key{};
        const auto start = function<decltype(&RmStartSession)>("RmStartSession");
        m_started = start != nullptr && start(&m_session, 0, key.data()) == ERROR_SUCCESS;
    }
    RestartManager(const RestartManager&) = delete;
    RestartManager& operator=(const RestartManager&) = delete;
    ~RestartManager() {
        const auto end = function<decltype(&RmEndSession)>("RmEndSession");
        if (m_started && end != nullptr)
            end(m_session);
        if (m_library != nullptr)
            FreeLibrary(m_library);
    }

    // usersOf names the programs that have `file` open, at most ten; empty if nobody says.
    std::string usersOf(const std::wstring& file) const {
        const auto add = function<decltype(&RmRegisterResources)>("RmRegisterResources");
        const auto list = function<decltype(&RmGetList)>("RmGetList");
        LPCWSTR name = file.c_str();
        if (!m_started || add == nullptr || list == nullptr ||
            add(m_session, 1, &name, 0, nullptr, 0, nullptr) != ERROR_SUCCESS)
            return {};
        std::array<RM_PROCESS_INFO, 10> users{};
        UINT needed = 0;
        auto count = static_cast<UINT>(users.size());
        DWORD reasons = 0;
        const DWORD number = list(m_session, &needed, &count, users.data(), &reasons);
        if (number != ERROR_SUCCESS && number != ERROR_MORE_DATA)
            return {};
        std::string names;
        for (UINT i = 0; i < count && i < users.size(); ++i)
            names += (names.empty() ? "" : ", ") + utf8Path(users[i].strAppName) + " (pid " +
                     std::to_string(users[i].Process.dwProcessId) + ")";
        return names;
    }

  private:
    template <typename Function> Function function(const char* name) const {
        if (m_library == nullptr)
            return nullptr;
        return reinterpret_cast<Function>(reinterpret_cast<void*>(GetProcAddress(m_library, name)));
    }

    HMODULE m_library;
    DWORD m_session = 0;
    bool m_started = false;
};

// isOpenElsewhere tells a file that somebody has open from one that may not be changed: "denied" says both.
bool isOpenElsewhere(const std::wstring& file) {
    constexpr DWORD shareAll = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;
    const Handle handle(CreateFileW(file.c_str(), DELETE, shareAll, nullptr, OPEN_EXISTING,
                                    FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    return !handle.isOpen() && GetLastError() == ERROR_SHARING_VIOLATION;
}

} // namespace

tl::unexpected<base::Error> heldFailure(DWORD number, const std::wstring& file, const std::string& path) {
    const bool held = number != ERROR_ACCESS_DENIED && isHeld(number);
    if (!held && !(number == ERROR_ACCESS_DENIED && isOpenElsewhere(file)))
        return windowsFailure(number, path);
    auto failure = windowsFailure(number, path);
    if (const std::string users = RestartManager().usersOf(file); !users.empty())
        failure.value().detail = users;
    failure.value().code = base::ErrorCode::FileInUse;
    return failure;
}

} // namespace certwright::files

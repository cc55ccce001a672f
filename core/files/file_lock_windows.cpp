// Why: LockFileEx belongs to the handle, so that it is free again when its holder is gone. A locked range
// cannot be read by others, so the lock lies beyond the line that says who holds it.
#include "core/files/file_lock.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <thread>
#include <utility>

#include "core/base/utf8.h"
#include "core/files/system_windows.h"

namespace certwright::files {

namespace {

constexpr std::chrono::milliseconds pause{50};
constexpr std::intptr_t none = -1; // INVALID_HANDLE_VALUE

OVERLAPPED lockPlace() {
    OVERLAPPED place{};
    place.Offset = 0x10000;
    return place;
}

base::Result<Handle> openLockFile(const std::string& path) {
    if (!isName(path))
        return base::failure(base::ErrorCode::InvalidArgument, path);
    const auto above = holdFoldersAbove(path);
    if (!above)
        return tl::unexpected<base::Error>(above.error());
    AccessList access(Access::OwnerOnly);
    if (!access.isValid())
        return windowsFailure(GetLastError(), path);
    Handle file(CreateFileW(widePath(path).value_or(std::wstring()).c_str(), GENERIC_READ | GENERIC_WRITE,
                            FILE_SHARE_READ | FILE_SHARE_WRITE, access.attributes(), OPEN_ALWAYS,
                            FILE_ATTRIBUTE_NORMAL | FILE_FLAG_OPEN_REPARSE_POINT, nullptr));
    if (!file.isOpen()) {
        const DWORD number = GetLastError();
        const DWORD attributes = GetFileAttributesW(widePath(path).value_or(std::wstring()).c_str());
        if (attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
            return base::failure(base::ErrorCode::FileNotRegular, path);
        return windowsFailure(number, path);
    }
    if (isLink(file.get()))
        return base::failure(base::ErrorCode::FileIsSymlink, path);
    BY_HANDLE_FILE_INFORMATION status{};
    if (GetFileType(file.get()) != FILE_TYPE_DISK || !GetFileInformationByHandle(file.get(), &status))
        return base::failure(base::ErrorCode::FileNotRegular, path);
    if (status.nNumberOfLinks != 1)
        return base::failure(base::ErrorCode::TargetUnsafe, path);
    return file;
}

std::string presentHolder(HANDLE file) {
    std::array<char, 512> buffer{};
    DWORD count = 0;
    OVERLAPPED start{};
    if (!ReadFile(file, buffer.data(), static_cast<DWORD>(buffer.size()), &count, &start))
        count = 0;
    const std::string_view text(buffer.data(), count);
    return base::printable(text.substr(0, text.find('\n')));
}

// sayWho writes one line; it may fail, as on POSIX.
void sayWho(HANDLE file, const std::string& holder) {
    const std::string line = holder.substr(0, holder.find('\n')) + '\n';
    DWORD count = 0;
    OVERLAPPED start{};
    if (!WriteFile(file, line.data(), static_cast<DWORD>(line.size()), &count, &start) ||
        count != line.size())
        return;
    LARGE_INTEGER end{};
    end.QuadPart = static_cast<LONGLONG>(line.size());
    if (SetFilePointerEx(file, end, nullptr, FILE_BEGIN))
        SetEndOfFile(file);
}

} // namespace

FileLock::FileLock(std::intptr_t handle)
    : m_handle(handle) {}

FileLock::FileLock(FileLock&& other) noexcept
    : m_handle(std::exchange(other.m_handle, none)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    std::swap(m_handle, other.m_handle);
    return *this;
}

FileLock::~FileLock() {
    if (m_handle != none)
        CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

base::Result<FileLock> FileLock::acquire(const std::string& path, const std::string& holder,
                                         std::chrono::milliseconds patience) {
    auto file = openLockFile(path);
    if (!file)
        return tl::unexpected<base::Error>(std::move(file.error()));
    const auto end = std::chrono::steady_clock::now() + patience;
    OVERLAPPED place = lockPlace();
    while (!LockFileEx(file->get(), LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &place)) {
        if (GetLastError() != ERROR_LOCK_VIOLATION)
            return windowsFailure(GetLastError(), path);
        const auto left = end - std::chrono::steady_clock::now();
        if (left <= left.zero())
            return base::failure(base::ErrorCode::LockHeld, path, presentHolder(file->get()));
        std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(left, pause));
    }
    sayWho(file->get(), holder);
    return FileLock(reinterpret_cast<std::intptr_t>(file->release()));
}

} // namespace certwright::files

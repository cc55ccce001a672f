// Why: what POSIX has as modes and O_NOFOLLOW, Windows has as access lists and handles that forbid renaming.
#include "core/files/system_windows.h"

#include <aclapi.h>
#include <algorithm>
#include <array>
#include <sddl.h>
#include <utility>

#include "core/files/own_account_windows.h"

namespace certwright::files {

using base::ErrorCode;

Handle::Handle(Handle&& other) noexcept
    : m_handle(other.release()) {}

Handle& Handle::operator=(Handle&& other) noexcept {
    if (this != &other) {
        close();
        m_handle = other.release();
    }
    return *this;
}

Handle::~Handle() {
    close();
}

void Handle::close() {
    if (const HANDLE handle = release(); handle != INVALID_HANDLE_VALUE)
        CloseHandle(handle);
}

HANDLE Handle::release() {
    return std::exchange(m_handle, INVALID_HANDLE_VALUE);
}

namespace {

constexpr std::wstring_view longPrefix = L"\\\\?\\";
constexpr std::wstring_view longServerPrefix = L"\\\\?\\UNC\\";

std::optional<std::wstring> wideOf(const std::string& text) {
    const int size = static_cast<int>(text.size());
    const int length = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), size, nullptr, 0);
    if (length == 0)
        return std::nullopt;
    std::wstring wide(static_cast<std::size_t>(length), L'\0');
    MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, text.data(), size, wide.data(), length);
    return wide;
}

std::string utf8Of(std::wstring_view wide) {
    if (wide.empty())
        return {};
    const int size = static_cast<int>(wide.size());
    const int length = WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, nullptr, 0, nullptr, nullptr);
    std::string text(static_cast<std::size_t>(length), '\0');
    WideCharToMultiByte(CP_UTF8, 0, wide.data(), size, text.data(), length, nullptr, nullptr);
    return text;
}

// Not in every compiler's <winerror.h>.
constexpr DWORD stoppedOnSymlink = 681;
constexpr DWORD diskQuotaExceeded = 1295;

ErrorCode codeOf(DWORD number) {
    switch (number) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
        return ErrorCode::FileNotFound;
    case ERROR_FILE_EXISTS:
    case ERROR_ALREADY_EXISTS:
    case ERROR_DIR_NOT_EMPTY:
        return ErrorCode::FileExists;
    case ERROR_ACCESS_DENIED:
    case ERROR_PRIVILEGE_NOT_HELD:
        return ErrorCode::FileAccessDenied;
    case ERROR_SHARING_VIOLATION:
    case ERROR_LOCK_VIOLATION:
    case ERROR_USER_MAPPED_FILE:
        return ErrorCode::FileInUse;
    case stoppedOnSymlink:
        return ErrorCode::FileIsSymlink;
    case ERROR_DIRECTORY:
        return ErrorCode::FolderNotRegular;
    case ERROR_FILE_TOO_LARGE:
        return ErrorCode::FileTooLarge;
    case ERROR_DISK_FULL:
    case ERROR_HANDLE_DISK_FULL:
    case diskQuotaExceeded:
        return ErrorCode::DiskFull;
    case ERROR_WRITE_PROTECT:
        return ErrorCode::ReadOnlyFileSystem;
    case ERROR_INVALID_NAME:
    case ERROR_INVALID_PARAMETER:
    case ERROR_FILENAME_EXCED_RANGE:
    case ERROR_NOT_SAME_DEVICE:
        return ErrorCode::InvalidArgument;
    default:
        return ErrorCode::InputOutput;
    }
}

bool isSystem(PSID sid) {
    return IsWellKnownSid(sid, WinLocalSystemSid) != FALSE;
}

// letsInOnly tells whether an entry of an access list gives rights to nobody but `owner`, `self` and the
// system itself (as no mode keeps root out), and was made for this very file: what a folder handed down is as
// open as the folder will be.
bool letsInOnly(void* entry, PSID owner, PSID self) {
    const auto* header = static_cast<const ACE_HEADER*>(entry);
    if (header->AceType == ACCESS_DENIED_ACE_TYPE || (header->AceFlags & INHERIT_ONLY_ACE) != 0)
        return true;
    if (header->AceType != ACCESS_ALLOWED_ACE_TYPE || (header->AceFlags & INHERITED_ACE) != 0)
        return false;
    PSID sid = &static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart;
    return EqualSid(sid, owner) != FALSE || (self != nullptr && EqualSid(sid, self) != FALSE) ||
           isSystem(sid);
}

Handle openFolderHeld(const std::wstring& path) {
    constexpr DWORD sharing =
        FILE_SHARE_READ | FILE_SHARE_WRITE; // not FILE_SHARE_DELETE: it stays where it is
    constexpr DWORD flags = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;
    Handle folder(
        CreateFileW(path.c_str(), FILE_LIST_DIRECTORY, sharing, nullptr, OPEN_EXISTING, flags, nullptr));
    if (!folder.isOpen() && GetLastError() == ERROR_ACCESS_DENIED)
        folder = Handle(
            CreateFileW(path.c_str(), FILE_READ_ATTRIBUTES, sharing, nullptr, OPEN_EXISTING, flags, nullptr));
    return folder;
}

// endOfRoot returns where the part of a "\\?\" path ends that is no folder: "\\?\C:\" or
// "\\?\UNC\server\share\".
std::size_t endOfRoot(const std::wstring& path) {
    if (path.rfind(longServerPrefix, 0) != 0)
        return path.find(L'\\', longPrefix.size());
    const std::size_t server = path.find(L'\\', longServerPrefix.size());
    return server == std::wstring::npos ? server : path.find(L'\\', server + 1);
}

} // namespace

std::optional<std::wstring> widePath(const std::string& path) {
    if (path.empty() || path.find('\0') != std::string::npos)
        return std::nullopt;
    auto wide = wideOf(path);
    if (!wide)
        return std::nullopt;
    std::replace(wide->begin(), wide->end(), L'/', L'\\');
    // Behind the drive's letter a colon begins the name of a stream.
    const std::size_t drive = wide->rfind(longPrefix, 0) == 0 ? longPrefix.size() + 1 : 1;
    if (wide->find(L':', wide->find(L':') == drive ? drive + 1 : 0) != std::wstring::npos)
        return std::nullopt;
    const DWORD length = GetFullPathNameW(wide->c_str(), 0, nullptr, nullptr);
    std::wstring full(length, L'\0');
    full.resize(GetFullPathNameW(wide->c_str(), length, full.data(), nullptr));
    if (full.empty())
        return std::nullopt;
    if (full.rfind(longPrefix, 0) == 0)
        return full;
    if (full.rfind(L"\\\\", 0) == 0)
        return std::wstring(longServerPrefix) + full.substr(2);
    return std::wstring(longPrefix) + full;
}

std::wstring entriesOf(std::wstring wide) {
    wide += wide.ends_with(L'\\') ? L"*" : L"\\*";
    return wide;
}

bool isName(const std::string& path) {
    const std::size_t end = path.find_last_not_of("/\\");
    if (end == std::string::npos)
        return false;
    const std::size_t slash = path.find_last_of("/\\", end);
    const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
    const std::string_view name = std::string_view(path).substr(begin, end + 1 - begin);
    // "." and ".." end with a dot too; "C:" is no name but a drive.
    return name.back() != '.' && name.back() != ' ' && name.back() != ':';
}

std::string utf8Path(std::wstring_view path) {
    std::string front;
    if (path.substr(0, longServerPrefix.size()) == longServerPrefix) {
        front = "//";
        path.remove_prefix(longServerPrefix.size());
    } else if (path.substr(0, longPrefix.size()) == longPrefix) {
        path.remove_prefix(longPrefix.size());
    }
    std::string text = front + utf8Of(path);
    std::replace(text.begin(), text.end(), '\\', '/');
    return text;
}

tl::unexpected<base::Error> windowsFailure(DWORD number, const std::string& path) {
    std::array<wchar_t, 512> buffer{};
    const DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                                        number, 0, buffer.data(), static_cast<DWORD>(buffer.size()), nullptr);
    std::wstring_view message(buffer.data(), length);
    while (!message.empty() && message.back() <= L' ')
        message.remove_suffix(1);
    return base::failure(codeOf(number), path, utf8Of(message));
}

bool isLink(HANDLE file) {
    FILE_ATTRIBUTE_TAG_INFO info{};
    if (!GetFileInformationByHandleEx(file, FileAttributeTagInfo, &info, sizeof info))
        return false;
    const bool reparse = (info.FileAttributes & FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    return reparse &&
           (info.ReparseTag == IO_REPARSE_TAG_SYMLINK || info.ReparseTag == IO_REPARSE_TAG_MOUNT_POINT);
}

bool isFolder(HANDLE file) {
    FILE_ATTRIBUTE_TAG_INFO info{};
    return GetFileInformationByHandleEx(file, FileAttributeTagInfo, &info, sizeof info) &&
           (info.FileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

base::Result<std::vector<Handle>> holdFoldersAbove(const std::string& path) {
    const auto wide = widePath(path);
    if (!wide)
        return base::failure(ErrorCode::InvalidArgument, path);
    std::vector<Handle> held;
    std::size_t slash = endOfRoot(*wide);
    while (slash != std::wstring::npos) {
        slash = wide->find(L'\\', slash + 1);
        if (slash == std::wstring::npos || slash + 1 == wide->size()) // "folder/" is not above itself
            break;
        Handle folder = openFolderHeld(wide->substr(0, slash));
        if (!folder.isOpen())
            return windowsFailure(GetLastError(), path);
        if (isLink(folder.get()))
            return base::failure(ErrorCode::FileIsSymlink, path);
        if (!isFolder(folder.get()))
            return base::failure(ErrorCode::FolderNotRegular, path);
        held.push_back(std::move(folder));
    }
    return held;
}

AccessList::AccessList(Access access)
    : m_access(access) {
    if (access == Access::Inherited)
        return;
    const std::wstring sid = OwnAccount().text();
    // Owned by the account itself, also where an administrator's files belong to the group; protected; all
    // rights for the owner; below too.
    const std::wstring text = L"O:" + sid + L"D:P(A;OICI;FA;;;" + sid + L")";
    if (sid.empty() || !ConvertStringSecurityDescriptorToSecurityDescriptorW(text.c_str(), SDDL_REVISION_1,
                                                                             &m_descriptor, nullptr))
        m_descriptor = nullptr;
    m_attributes = {sizeof m_attributes, m_descriptor, FALSE};
}

AccessList::~AccessList() {
    if (m_descriptor != nullptr)
        LocalFree(m_descriptor);
}

DWORD AccessList::applyTo(const std::wstring& path) const {
    ACL empty{};
    PACL list = &empty;
    SECURITY_INFORMATION what = DACL_SECURITY_INFORMATION;
    if (m_access == Access::Inherited) {
        InitializeAcl(&empty, sizeof empty, ACL_REVISION);
        what |= UNPROTECTED_DACL_SECURITY_INFORMATION;
    } else {
        BOOL present = FALSE;
        BOOL defaulted = FALSE;
        if (m_descriptor == nullptr || !GetSecurityDescriptorDacl(m_descriptor, &present, &list, &defaulted))
            return ERROR_INVALID_SECURITY_DESCR;
        what |= PROTECTED_DACL_SECURITY_INFORMATION;
    }
    std::wstring name = path;
    return SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, what, nullptr, nullptr, list, nullptr);
}

bool isOwnerOnly(HANDLE file) {
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (GetSecurityInfo(file, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner,
                        nullptr, &list, nullptr, &descriptor) != ERROR_SUCCESS)
        return false;
    const OwnAccount self;
    bool only = list != nullptr; // no list at all means everybody
    for (DWORD i = 0; only && i < list->AceCount; ++i) {
        void* entry = nullptr;
        only = GetAce(list, i, &entry) && letsInOnly(entry, owner, self.sid());
    }
    LocalFree(descriptor);
    return only;
}

} // namespace certwright::files

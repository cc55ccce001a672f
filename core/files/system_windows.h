// Why: paths are UTF-8 inside and wide at the system call; handles, errors and access lists of Windows in one
// place. Inside this room's Windows half only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <windows.h>

#include "core/base/result.h"

namespace certwright::files {

// Handle owns a handle of the kernel; INVALID_HANDLE_VALUE is none.
class Handle {
  public:
    Handle() = default;
    explicit Handle(HANDLE handle)
        : m_handle(handle) {}
    Handle(Handle&& other) noexcept;
    Handle& operator=(Handle&& other) noexcept;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle();

    HANDLE get() const { return m_handle; }
    bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }
    void close();
    // release hands the handle to the caller, who closes it.
    HANDLE release();

  private:
    HANDLE m_handle = INVALID_HANDLE_VALUE;
};

// widePath makes the absolute "\\?\" form of a UTF-8 path, which has no length limit and no device names
// ("CON") in it; nothing if `path` is empty, holds a NUL, is no UTF-8, or names a stream within a file
// ("a:b").
std::optional<std::wstring> widePath(const std::string& path);
// entriesOf is what FindFirstFileW wants for everything in a folder at a wide path, which ends with a
// backslash where it is a drive ("\\?\C:\") or was written so; two of them are no folder.
std::wstring entriesOf(std::wstring wide);
// isName tells whether the last component of `path` is a name that stays what it is: not empty, "." or "..",
// and not one whose end Windows would cut off ("a." and "a " are "a"). Nothing else is written to.
bool isName(const std::string& path);
// utf8Path turns a path of the system into UTF-8 with '/', without the "\\?\" in front.
std::string utf8Path(std::wstring_view path);
// windowsFailure is the Error for a GetLastError value about `path`, with the system's message as detail.
tl::unexpected<base::Error> windowsFailure(DWORD number, const std::string& path);
// isLink tells whether an open file is a symbolic link or a junction (not any other reparse point: files in
// the cloud and deduplicated ones are ordinary).
bool isLink(HANDLE file);
// isFolder tells whether an open file is a folder.
bool isFolder(HANDLE file);
// holdFoldersAbove opens every folder above `path` without allowing others to rename or delete it, so that
// none can be swapped while the result lives. FileIsSymlink if one is a link, FolderNotRegular if one is a
// file.
base::Result<std::vector<Handle>> holdFoldersAbove(const std::string& path);

enum class Access { OwnerOnly, Inherited };

// AccessList is a security descriptor: all rights for this account and none for others, not inherited
// (OwnerOnly), or what the folder above gives (Inherited). For CreateFileW and CreateDirectoryW.
class AccessList {
  public:
    explicit AccessList(Access access);
    AccessList(const AccessList&) = delete;
    AccessList& operator=(const AccessList&) = delete;
    ~AccessList();

    // isValid is false if the system could not make it; then nothing must be created.
    bool isValid() const { return m_access == Access::Inherited || m_descriptor != nullptr; }
    SECURITY_ATTRIBUTES* attributes() { return m_descriptor == nullptr ? nullptr : &m_attributes; }
    // applyTo gives the file or folder at a wide path this list; returns a Windows error number, 0 for done.
    DWORD applyTo(const std::wstring& path) const;

  private:
    Access m_access;
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
    SECURITY_ATTRIBUTES m_attributes{};
};

// isOwnerOnly tells whether the access list of an open file lets nobody in but its owner and this account, by
// entries of its own (not by what the folder above hands down).
bool isOwnerOnly(HANDLE file);

} // namespace certwright::files

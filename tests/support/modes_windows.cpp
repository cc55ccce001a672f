// Why: see modes.h.
#include "tests/support/modes.h"

#include <QtGlobal>
#include <string>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

#include "tests/support/on_wine_windows.h"

namespace certwright::test {

namespace {

constexpr DWORD noAttributes = INVALID_FILE_ATTRIBUTES;

// Security is the owner and the access list of a file.
class Security {
  public:
    explicit Security(const std::filesystem::path& path) {
        m_known = GetNamedSecurityInfoW(path.c_str(), SE_FILE_OBJECT,
                                        OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &m_owner,
                                        nullptr, &m_list, nullptr, &m_descriptor) == ERROR_SUCCESS;
    }
    Security(const Security&) = delete;
    Security& operator=(const Security&) = delete;
    ~Security() { LocalFree(m_descriptor); }

    std::wstring ownerText() const {
        LPWSTR made = nullptr;
        if (!m_known || !ConvertSidToStringSidW(m_owner, &made))
            return {};
        std::wstring text = made;
        LocalFree(made);
        return text;
    }
    bool letsOthersIn() const {
        if (!m_known || m_list == nullptr)
            return true;
        for (DWORD i = 0; i < m_list->AceCount; ++i) {
            void* entry = nullptr;
            if (!GetAce(m_list, i, &entry) ||
                !(EqualSid(&static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart, m_owner) ||
                  IsWellKnownSid(&static_cast<ACCESS_ALLOWED_ACE*>(entry)->SidStart, WinLocalSystemSid)))
                return true;
        }
        return false;
    }

  private:
    PSID m_owner = nullptr;
    PACL m_list = nullptr;
    PSECURITY_DESCRIPTOR m_descriptor = nullptr;
    bool m_known = false;
};

} // namespace

void setMode(const std::filesystem::path& path, std::uint32_t mode) {
    std::wstring list = L"D:P";
    if ((mode & 0400U) != 0)
        list += L"(A;OICI;FA;;;" + Security(path).ownerText() + L")";
    if ((mode & 022U) != 0)
        list += L"(A;OICI;FA;;;WD)";
    else if ((mode & 077U) != 0)
        list += L"(A;OICI;FR;;;WD)";
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const bool set = ConvertStringSecurityDescriptorToSecurityDescriptorW(list.c_str(), SDDL_REVISION_1,
                                                                          &descriptor, nullptr) &&
                     SetFileSecurityW(path.c_str(), DACL_SECURITY_INFORMATION, descriptor);
    LocalFree(descriptor);
    if (set && mode == 0)
        return; // closed to this very account: Wine would not change its attributes any more
    const DWORD attributes = GetFileAttributesW(path.c_str());
    const bool readOnly = (mode & 0200U) == 0 && (attributes & FILE_ATTRIBUTE_DIRECTORY) == 0;
    const DWORD wanted = (attributes & ~static_cast<DWORD>(FILE_ATTRIBUTE_READONLY)) |
                         (readOnly ? static_cast<DWORD>(FILE_ATTRIBUTE_READONLY) : 0U);
    if (!set || attributes == noAttributes || !SetFileAttributesW(path.c_str(), wanted))
        qFatal("no mode for %s: %lu", path.string().c_str(), GetLastError());
}

std::uint32_t modeOf(const std::filesystem::path& path) {
    const DWORD attributes = GetFileAttributesW(path.c_str());
    if (attributes == noAttributes)
        return 0;
    const bool others = Security(path).letsOthersIn();
    if ((attributes & FILE_ATTRIBUTE_DIRECTORY) != 0)
        return others ? 0755 : 0700;
    if ((attributes & FILE_ATTRIBUTE_READONLY) != 0)
        return others ? 0444 : 0400;
    return others ? 0644 : 0600;
}

std::uint32_t keptMode(std::uint32_t mode, Entry entry) {
    const bool others = !onWine() && (mode & 077U) != 0;
    if (entry == Entry::Folder)
        return others ? 0755 : 0700;
    if ((mode & 0200U) == 0)
        return others ? 0444 : 0400;
    return others ? 0644 : 0600;
}

void letRemove(const std::filesystem::path& path) {
    const DWORD attributes = GetFileAttributesW(path.c_str());
    if (attributes != noAttributes)
        SetFileAttributesW(path.c_str(), attributes & ~static_cast<DWORD>(FILE_ATTRIBUTE_READONLY));
}

void setOwner(const std::filesystem::path& path, std::uint32_t) {
    qFatal("nobody here gives %s away", path.string().c_str());
}

bool runsAsRoot() {
    return false;
}

} // namespace certwright::test

// Why: see own_account_windows.h.
#include "core/files/own_account_windows.h"

#include <sddl.h>

#include "core/files/system_windows.h"

namespace certwright::files {

OwnAccount::OwnAccount() {
    HANDLE opened = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &opened))
        return;
    const Handle token(opened);
    DWORD length = 0;
    m_known = GetTokenInformation(token.get(), TokenUser, m_buffer.data(),
                                  static_cast<DWORD>(m_buffer.size()), &length) != 0;
}

PSID OwnAccount::sid() const {
    return m_known ? reinterpret_cast<const TOKEN_USER*>(m_buffer.data())->User.Sid : nullptr;
}

std::wstring OwnAccount::text() const {
    LPWSTR made = nullptr;
    if (!m_known || !ConvertSidToStringSidW(sid(), &made))
        return {};
    std::wstring sid = made;
    LocalFree(made);
    return sid;
}

} // namespace certwright::files

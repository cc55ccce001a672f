// Why: see changeable_windows.h.
#include "core/files/changeable_windows.h"

#include <utility>

namespace certwright::files {

Changeable::Changeable(std::wstring path)
    : m_path(std::move(path))
    , m_before(GetFileAttributesW(m_path.c_str())) {
    if (wasReadOnly())
        SetFileAttributesW(m_path.c_str(), m_before & ~static_cast<DWORD>(FILE_ATTRIBUTE_READONLY));
}

Changeable::~Changeable() {
    if (wasReadOnly() && !m_done)
        SetFileAttributesW(m_path.c_str(), m_before);
}

bool Changeable::wasReadOnly() const {
    return m_before != INVALID_FILE_ATTRIBUTES && (m_before & FILE_ATTRIBUTE_READONLY) != 0;
}

bool isHeld(DWORD number) {
    return number == ERROR_SHARING_VIOLATION || number == ERROR_LOCK_VIOLATION ||
           number == ERROR_ACCESS_DENIED || number == ERROR_USER_MAPPED_FILE;
}

} // namespace certwright::files

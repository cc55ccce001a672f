// Why: VirtualAlloc gives pages that nothing else lives on, so that locking hits exactly the secret.
#include "core/secret/pages.h"

#include <limits>
#include <windows.h>

namespace certwright::secret {

std::size_t wholePages(std::size_t size) {
    static const std::size_t page = [] {
        SYSTEM_INFO info{};
        GetSystemInfo(&info);
        return static_cast<std::size_t>(info.dwPageSize);
    }();
    if (size > std::numeric_limits<std::size_t>::max() - page)
        return 0;
    return size == 0 ? page : (size + page - 1) / page * page;
}

std::uint8_t* makePages(std::size_t size) {
    void* pages = VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (pages == nullptr)
        return nullptr;
    // The working set's minimum bounds what may be locked (about 30 pages); best effort, as on POSIX. Full
    // dumps are switched off for the process instead of per page (process_windows.cpp).
    static_cast<void>(VirtualLock(pages, size));
    return static_cast<std::uint8_t*>(pages);
}

void releasePages(std::uint8_t* pages, std::size_t size) {
    if (pages == nullptr)
        return;
    wipeOctets({pages, size});
    static_cast<void>(VirtualUnlock(pages, size));
    VirtualFree(pages, 0, MEM_RELEASE);
}

void wipeOctets(std::span<std::uint8_t> octets) {
    if (!octets.empty())
        SecureZeroMemory(octets.data(), octets.size());
}

} // namespace certwright::secret

// Why: VirtualAlloc gives pages that nothing else lives on, so that locking hits exactly the secret.
#include "core/secret/pages.h"

#include <intrin.h>
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

namespace {

// lockPages is best effort, as on POSIX. The working set's minimum bounds what may be locked (about 30 pages
// at first); every account may raise it.
void lockPages(void* pages, std::size_t size) {
    if (VirtualLock(pages, size) || GetLastError() != ERROR_WORKING_SET_QUOTA)
        return;
    SIZE_T least = 0;
    SIZE_T most = 0;
    const HANDLE process = GetCurrentProcess();
    const std::size_t more = size + 16 * wholePages(1);
    if (GetProcessWorkingSetSize(process, &least, &most) &&
        SetProcessWorkingSetSize(process, least + more, most + more))
        static_cast<void>(VirtualLock(pages, size));
}

// kernelFunction finds what older Windows does not have.
template <typename Function> Function kernelFunction(const char* name) {
    return reinterpret_cast<Function>(
        reinterpret_cast<void*>(GetProcAddress(GetModuleHandleW(L"kernel32.dll"), name)));
}

// leaveOutOfReports keeps pages out of what Windows Error Reporting collects (from version 1703 on, and for
// as many blocks as it takes); takeIntoReports ends that.
void leaveOutOfReports(void* pages, std::size_t size) {
    using Register = HRESULT(WINAPI*)(const void*, DWORD);
    static const auto call = kernelFunction<Register>("WerRegisterExcludedMemoryBlock");
    if (call != nullptr)
        static_cast<void>(call(pages, static_cast<DWORD>(size)));
}

void takeIntoReports(void* pages) {
    using Unregister = HRESULT(WINAPI*)(const void*);
    static const auto call = kernelFunction<Unregister>("WerUnregisterExcludedMemoryBlock");
    if (call != nullptr)
        static_cast<void>(call(pages));
}

} // namespace

std::uint8_t* makePages(std::size_t size) {
    void* pages = VirtualAlloc(nullptr, size, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    if (pages == nullptr)
        return nullptr;
    lockPages(pages, size);
    leaveOutOfReports(pages, size);
    return static_cast<std::uint8_t*>(pages);
}

void releasePages(std::uint8_t* pages, std::size_t size) {
    if (pages == nullptr)
        return;
    wipeOctets({pages, size});
    takeIntoReports(pages);
    static_cast<void>(VirtualUnlock(pages, size));
    VirtualFree(pages, 0, MEM_RELEASE);
}

// Not memcpy: the one of the C runtime goes through registers that whoever is called next saves on its stack.
void copyOctets(std::uint8_t* to, std::span<const std::uint8_t> from) {
    __movsb(to, from.data(), from.size());
}

void wipeOctets(std::span<std::uint8_t> octets) {
    if (!octets.empty())
        SecureZeroMemory(octets.data(), octets.size());
}

} // namespace certwright::secret

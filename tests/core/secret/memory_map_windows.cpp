// Why: see memory_map.h; Windows tells through VirtualQuery and the working set.
#include "tests/core/secret/memory_map.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include <windows.h>

#include <psapi.h>

namespace certwright::test {

namespace {

// countIn counts the places in `octets` where the complement of `inverted` stands.
int countIn(std::string_view octets, std::string_view inverted) {
    int copies = 0;
    const auto first = static_cast<char>(~inverted.front());
    for (std::size_t at = octets.find(first); at + inverted.size() <= octets.size();
         at = octets.find(first, at + 1)) {
        if (at == std::string_view::npos)
            break;
        const auto rest = octets.substr(at, inverted.size());
        copies += std::equal(rest.begin(), rest.end(), inverted.begin(),
                             [](char octet, char inverse) { return octet == static_cast<char>(~inverse); })
                      ? 1
                      : 0;
    }
    return copies;
}

bool isSearched(const MEMORY_BASIC_INFORMATION& region) {
    constexpr DWORD writable =
        PAGE_READWRITE | PAGE_WRITECOPY | PAGE_EXECUTE_READWRITE | PAGE_EXECUTE_WRITECOPY;
    return region.State == MEM_COMMIT && (region.Protect & writable) != 0 &&
           (region.Protect & PAGE_GUARD) == 0;
}

} // namespace

PageState pageStateOf(const void* address) {
    PSAPI_WORKING_SET_EX_INFORMATION page{};
    page.VirtualAddress = const_cast<void*>(address);
    const bool known = QueryWorkingSetEx(GetCurrentProcess(), &page, sizeof page) != 0;
    return {known && page.VirtualAttributes.Valid != 0 && page.VirtualAttributes.Locked != 0, true};
}

std::size_t pageSize() {
    SYSTEM_INFO info{};
    GetSystemInfo(&info);
    return info.dwPageSize;
}

bool locksWork() {
    void* page = VirtualAlloc(nullptr, 1, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    const bool work = VirtualLock(page, 1) != 0 && pageStateOf(page).locked;
    VirtualFree(page, 0, MEM_RELEASE);
    return work;
}

int copiesInMemory(std::string_view inverted) {
    // Read into a region of its own, which is left out of the search: what is searched may be in the course
    // of change.
    constexpr std::size_t windowSize = 1U << 20U;
    auto* const window =
        static_cast<char*>(VirtualAlloc(nullptr, windowSize, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE));
    int copies = 0;
    MEMORY_BASIC_INFORMATION region{};
    for (const char* at = nullptr; VirtualQuery(at, &region, sizeof region) != 0;) {
        const char* const begin = static_cast<const char*>(region.BaseAddress);
        const char* const end = begin + region.RegionSize;
        for (const char* from = begin; begin != window && isSearched(region) && from < end;
             from += windowSize - inverted.size() + 1) {
            SIZE_T count = 0;
            const auto wanted = std::min<std::size_t>(windowSize, static_cast<std::size_t>(end - from));
            if (!ReadProcessMemory(GetCurrentProcess(), from, window, wanted, &count))
                break;
            copies += countIn({window, count}, inverted);
        }
        at = end;
    }
    VirtualFree(window, 0, MEM_RELEASE);
    return copies;
}

std::string inverted(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += static_cast<char>(~c);
    return out;
}

} // namespace certwright::test

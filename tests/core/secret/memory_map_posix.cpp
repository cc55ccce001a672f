// Why: /proc/self/smaps and /proc/self/maps are read without help from the code under test.
#include "tests/core/secret/memory_map.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <unistd.h>

namespace certwright::test {

namespace {

struct Range {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
    std::string rights;
    std::string name;
};

bool parseRange(const std::string& line, Range& range) {
    unsigned long begin = 0;
    unsigned long end = 0;
    char rights[8] = {};
    char name[256] = {};
    if (std::sscanf(line.c_str(), "%lx-%lx %7s %*s %*s %*s %255s", &begin, &end, rights, name) < 3)
        return false;
    range = {begin, end, rights, name};
    return true;
}

bool isInverse(const char* octets, std::string_view inverted) {
    for (std::size_t i = 0; i < inverted.size(); ++i)
        if (static_cast<char>(~inverted[i]) != octets[i])
            return false;
    return true;
}

std::string vmFlagsAt(const void* address) {
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream smaps("/proc/self/smaps");
    Range range;
    Range found;
    for (std::string line; std::getline(smaps, line);) {
        if (parseRange(line, found))
            range = found;
        else if (line.rfind("VmFlags:", 0) == 0 && range.begin <= wanted && wanted < range.end)
            return line + ' ';
    }
    return {};
}

} // namespace

PageState pageStateOf(const void* address) {
    const std::string flags = vmFlagsAt(address);
    return {flags.find(" lo ") != std::string::npos, flags.find(" dd ") != std::string::npos};
}

std::size_t pageSize() {
    return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

bool locksWork() {
    void* page = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    const bool work = ::mlock(page, 1) == 0 && pageStateOf(page).locked;
    ::munmap(page, 1);
    return work;
}

int copiesInMemory(std::string_view inverted) {
    // The window is a mapping of its own, which is left out of the search.
    constexpr std::size_t windowSize = 1U << 20U;
    auto* window = static_cast<char*>(
        ::mmap(nullptr, windowSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    ::madvise(window, windowSize, MADV_DONTDUMP); // keeps the kernel from joining it with a neighbour
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::ifstream maps("/proc/self/maps");
    int copies = 0;
    Range range;
    for (std::string line; std::getline(maps, line);) {
        if (!parseRange(line, range) || range.rights.rfind("rw", 0) != 0 ||
            range.end - range.begin > (1UL << 32U))
            continue;
        for (std::uintptr_t at = range.begin; at < range.end; at += windowSize - inverted.size() + 1) {
            const auto own = reinterpret_cast<std::uintptr_t>(window);
            if (at < own + windowSize && at + windowSize > own)
                continue;
            const ssize_t count =
                ::pread(memory, window, std::min(windowSize, range.end - at), static_cast<off_t>(at));
            const std::size_t size = count > 0 ? static_cast<std::size_t>(count) : 0;
            const char* end = window + size;
            const auto first = static_cast<unsigned char>(~inverted.front());
            const auto next = [&](const char* from) {
                return static_cast<const char*>(
                    std::memchr(from, first, static_cast<std::size_t>(end - from)));
            };
            for (const char* place = next(window); place != nullptr && place + inverted.size() <= end;
                 place = next(place + 1))
                copies += isInverse(place, inverted) ? 1 : 0;
        }
    }
    ::close(memory);
    ::munmap(window, windowSize);
    return copies;
}

std::string inverted(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += static_cast<char>(~c);
    return out;
}

} // namespace certwright::test

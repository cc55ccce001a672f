// Why: mmap gives pages that nothing else lives on, so that locking and dump exclusion hit exactly the
// secret.
#include "core/secret/pages.h"

#include <cstring>
#include <limits>
#include <sys/mman.h>
#include <unistd.h>

namespace certwright::secret {

std::size_t wholePages(std::size_t size) {
    static const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    if (size > std::numeric_limits<std::size_t>::max() - page)
        return 0;
    return size == 0 ? page : (size + page - 1) / page * page;
}

std::uint8_t* makePages(std::size_t size) {
    void* pages = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return nullptr;
    ::madvise(pages, size, MADV_DONTDUMP);
    // RLIMIT_MEMLOCK may forbid it; a secret that could be swapped out still beats a user who cannot work.
    ::mlock(pages, size);
    return static_cast<std::uint8_t*>(pages);
}

void releasePages(std::uint8_t* pages, std::size_t size) {
    if (pages == nullptr)
        return;
    wipeOctets({pages, size});
    ::munmap(pages, size);
}

void copyOctets(std::uint8_t* to, std::span<const std::uint8_t> from) {
    if (!from.empty())
        std::memcpy(to, from.data(), from.size());
}

void wipeOctets(std::span<std::uint8_t> octets) {
    if (!octets.empty())
        ::explicit_bzero(octets.data(), octets.size());
}

} // namespace certwright::secret

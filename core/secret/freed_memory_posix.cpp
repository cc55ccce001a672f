// Why: glibc's own switch, mallopt(M_PERTURB), spares the blocks of up to 1 KiB that go to a thread's cache,
// which is where passwords are. So free and realloc of this program, and of every library in it, come by here
// first.
#include "core/secret/process.h"

#include <atomic>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CERTWRIGHT_FOREIGN_HEAP
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CERTWRIGHT_FOREIGN_HEAP
#endif

namespace certwright::secret {

namespace {
std::atomic<bool> wiping = false;
} // namespace

void wipeFreedMemory() {
    wiping = true;
}

} // namespace certwright::secret

#if defined(__linux__) && __has_include(<gnu/libc-version.h>) && !defined(CERTWRIGHT_FOREIGN_HEAP)

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

// The C library's own, exported under these names for exactly such wrappers.
extern "C" void __libc_free(void* block);                       // NOLINT(bugprone-reserved-identifier)
extern "C" void* __libc_realloc(void* block, std::size_t size); // NOLINT(bugprone-reserved-identifier)

namespace {

// wipeFrom overwrites what `block` holds from octet `first` on.
void wipeFrom(void* block, std::size_t first) {
    const std::size_t size = ::malloc_usable_size(block);
    if (first < size)
        ::explicit_bzero(static_cast<std::uint8_t*>(block) + first, size - first);
}

} // namespace

// free overwrites the block when wipeFreedMemory was called, then frees it.
extern "C" void free(void* block) noexcept {
    if (block != nullptr && certwright::secret::wiping.load(std::memory_order_relaxed))
        wipeFrom(block, 0);
    __libc_free(block);
}

// realloc moves by way of malloc and free when wipeFreedMemory was called, so that no old place is left as it
// was.
extern "C" void* realloc(void* block, std::size_t size) noexcept {
    if (block == nullptr || !certwright::secret::wiping.load(std::memory_order_relaxed))
        return __libc_realloc(block, size);
    const std::size_t before = ::malloc_usable_size(block);
    if (size <= before) {
        wipeFrom(block, size);
        return __libc_realloc(block, size);
    }
    void* larger = std::malloc(size);
    if (larger == nullptr)
        return nullptr;
    std::memcpy(larger, block, before);
    free(block);
    return larger;
}

#endif

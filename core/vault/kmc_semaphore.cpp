// Why: see kmc_semaphore.h.
#include "core/vault/kmc_semaphore.h"

#include <cstdlib>
#include <sstream>

#include <fmt/format.h>

namespace certwright::vault {

namespace {

constexpr std::uint64_t largestList = 4UL * 1024 * 1024;

// Semaphore is a line of the list.
struct Semaphore {
    std::int64_t key = 0;
    std::uint32_t mode = 0;
    base::Owner owner;
    std::uint32_t creator = 0;
};

std::optional<Semaphore> readLine(const std::string& line) {
    std::istringstream words(line);
    std::int64_t identifier = 0;
    std::int64_t count = 0;
    std::string mode;
    Semaphore semaphore;
    if (!(words >> semaphore.key >> identifier >> mode >> count >> semaphore.owner.user >>
          semaphore.owner.group >> semaphore.creator))
        return std::nullopt;
    semaphore.mode = static_cast<std::uint32_t>(std::strtoul(mode.c_str(), nullptr, 8));
    return semaphore;
}

bool letsIn(const Semaphore& semaphore, const base::Owner& account) {
    constexpr std::uint32_t readAndAlter = 6;
    if (account.user == 0)
        return true;
    if (semaphore.owner.user == account.user || semaphore.creator == account.user)
        return true;
    if (semaphore.owner.group == account.group)
        return ((semaphore.mode >> 3U) & readAndAlter) == readAndAlter;
    return (semaphore.mode & readAndAlter) == readAndAlter;
}

} // namespace

std::optional<std::uint32_t> ownerInTheWay(std::string_view list, std::uint32_t key,
                                           const base::Owner& account) {
    std::istringstream lines{std::string(list)};
    for (std::string line; std::getline(lines, line);) {
        const auto semaphore = readLine(line);
        if (semaphore && static_cast<std::uint32_t>(semaphore->key) == key && !letsIn(*semaphore, account))
            return semaphore->owner.user;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> ownerInTheWay(const files::FileReader& reader, std::uint32_t key,
                                           const base::Owner& account) {
    const auto list = reader.read("/proc/sysvipc/sem", largestList, files::Links::Follow);
    return list ? ownerInTheWay(base::textOf(*list), key, account) : std::nullopt;
}

std::string semaphoreName(std::uint32_t key) {
    return fmt::format("{:#010x}", key);
}

} // namespace certwright::vault

// Why: the vendor's library locks with a System V semaphore; one that another account made lets it fail, or
// wait for ever, without a word about why.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/files/file_system.h"

namespace certwright::vault {

// ownerInTheWay looks into `list`, the system's list of semaphores (/proc/sysvipc/sem, see proc(5)), and
// returns the user number of the owner if the one with `key` belongs to another than `account` and does not
// let it in. Nothing for root, which everything lets in.
std::optional<std::uint32_t> ownerInTheWay(std::string_view list, std::uint32_t key,
                                           const base::Owner& account);
// The same, with the list as it is now; nothing where the system has none.
std::optional<std::uint32_t> ownerInTheWay(const files::FileReader& reader, std::uint32_t key,
                                           const base::Owner& account);
// semaphoreName is how `ipcs` and the finding write a key ("0x20161516").
std::string semaphoreName(std::uint32_t key);

} // namespace certwright::vault

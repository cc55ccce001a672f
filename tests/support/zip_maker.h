// Why: archives come from strangers; tests need them with any name, kind and lie in them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace certwright::test {

// ZipEntry is one entry as it is written: `mode` with the kind of file in its upper bits (0: made on
// Windows), `flags` as they are (1: encrypted, 0x800: the name is UTF-8), `size` what the archive says
// instead of the truth.
struct ZipEntry {
    std::string name;
    std::string content;
    std::uint32_t mode = 0100644;
    std::uint16_t flags = 0;
    std::optional<std::uint32_t> size = {};
};

// zipOf is an archive of `entries`, stored without compression (PKWARE APPNOTE 4.3).
std::string zipOf(const std::vector<ZipEntry>& entries);

} // namespace certwright::test

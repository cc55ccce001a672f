// Why: see zip_maker.h.
#include "tests/support/zip_maker.h"

namespace certwright::test {

namespace {

std::string little(std::uint64_t value, int octets) {
    std::string text;
    for (int i = 0; i < octets; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return text;
}

std::uint32_t crcOf(const std::string& content) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : content) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

// common is what a local header and the directory both say, from "version needed" to the lengths.
std::string common(const ZipEntry& entry) {
    constexpr std::uint64_t date = ((2026 - 1980) << 9) + (11 << 5) + 21;
    const std::uint64_t size = entry.content.size();
    return little(20, 2) + little(entry.flags, 2) + little(0, 2) + little(0, 2) + little(date, 2) +
           little(crcOf(entry.content), 4) + little(size, 4) + little(entry.size.value_or(size), 4) +
           little(entry.name.size(), 2) + little(0, 2);
}

} // namespace

std::string zipOf(const std::vector<ZipEntry>& entries) {
    std::string files;
    std::string directory;
    for (const ZipEntry& entry : entries) {
        const std::uint64_t madeBy = entry.mode == 0 ? 20 : (3U << 8U) + 20;
        directory += "PK\x01\x02" + little(madeBy, 2) + common(entry) + little(0, 6) +
                     little(static_cast<std::uint64_t>(entry.mode) << 16U, 4) + little(files.size(), 4) +
                     entry.name;
        files += "PK\x03\x04" + common(entry) + entry.name + entry.content;
    }
    return files + directory + "PK\x05\x06" + little(0, 4) + little(entries.size(), 2) +
           little(entries.size(), 2) + little(directory.size(), 4) + little(files.size(), 4) + little(0, 2);
}

} // namespace certwright::test

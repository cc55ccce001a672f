// Why: a path's number is its offset; each is written as its length in four octets, then its text.
#include "core/scan/places.h"

#include <array>

#include "core/scan/spill_file.h"

namespace certwright::scan {

namespace {

constexpr std::size_t mostInMemory = 1U << 20U;

using Length = std::array<char, 4>;

Length lengthOf(const std::string& path) {
    Length length{};
    for (std::size_t i = 0; i < length.size(); ++i)
        length.at(i) = static_cast<char>(path.size() >> (8 * i));
    return length;
}

std::size_t sizeOf(const char* length) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size |= static_cast<std::size_t>(static_cast<unsigned char>(length[i])) << (8 * i);
    return size;
}

} // namespace

std::uint64_t Places::add(const std::string& path) {
    const Length length = lengthOf(path);
    const std::scoped_lock lock(m_mutex);
    if (m_recent.size() >= mostInMemory && !m_noFile)
        spill();
    const std::uint64_t place = m_spilled + m_recent.size();
    m_recent.append(length.data(), length.size());
    m_recent += path;
    return place;
}

// spill moves what is in memory to the end of the file. What could be written only in part stays in memory.
void Places::spill() {
    if (!m_file)
        m_file.reset(openSpillFile());
    m_noFile = !m_file || !seekTo(m_file.get(), m_spilled) ||
               std::fwrite(m_recent.data(), 1, m_recent.size(), m_file.get()) != m_recent.size() ||
               std::fflush(m_file.get()) != 0;
    if (m_noFile)
        return;
    m_spilled += m_recent.size();
    m_recent.clear();
}

std::string Places::path(std::uint64_t place) {
    const std::scoped_lock lock(m_mutex);
    if (place >= m_spilled) {
        const std::size_t at = static_cast<std::size_t>(place - m_spilled);
        return m_recent.substr(at + 4, sizeOf(m_recent.data() + at));
    }
    Length length{};
    if (!seekTo(m_file.get(), place) ||
        std::fread(length.data(), 1, length.size(), m_file.get()) != length.size())
        return {};
    std::string path(sizeOf(length.data()), '\0');
    return std::fread(path.data(), 1, path.size(), m_file.get()) == path.size() ? path : std::string();
}

} // namespace certwright::scan

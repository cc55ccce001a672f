// Why: what every implementation of the verbs shares.
#include "core/files/file_system.h"

#include <algorithm>

namespace certwright::files {

namespace {

// MemoryFile is a file that was read whole.
class MemoryFile final : public OpenFile {
  public:
    explicit MemoryFile(base::Bytes content)
        : m_content(std::move(content)) {}
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() override { base::wipe(m_content); }

    std::uint64_t size() const override { return m_content.size(); }
    base::Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const override {
        const base::ByteView rest = base::ByteView(m_content).subspan(
            static_cast<std::size_t>(std::min<std::uint64_t>(at, m_content.size())));
        const std::size_t count = std::min(rest.size(), place.size());
        std::copy_n(rest.begin(), count, place.begin());
        return count;
    }

  private:
    base::Bytes m_content;
};

} // namespace

base::Result<std::unique_ptr<OpenFile>> FileReader::open(const std::string& path, std::uint64_t maximum,
                                                         Links links) const {
    auto content = read(path, maximum, links);
    if (!content)
        return tl::unexpected<base::Error>(std::move(content.error()));
    return std::make_unique<MemoryFile>(std::move(*content));
}

std::uint32_t FileReader::storedMode(std::uint32_t mode, base::FileKind) const {
    return mode;
}

base::Status FileSystem::writeNewFrom(const std::string& path, NewContent& content, std::uint32_t mode,
                                      std::optional<base::Owner> owner) {
    constexpr std::size_t step = std::size_t{64} * 1024;
    // It may be key material: what it outgrows is wiped, and so is the end of it.
    struct Gathered {
        base::Bytes octets;
        ~Gathered() { base::wipe(octets); }
    } all;
    for (std::size_t held = 0;;) {
        if (all.octets.size() - held < step) {
            base::Bytes larger(all.octets.size() * 2 + step);
            std::copy_n(all.octets.begin(), held, larger.begin());
            base::wipe(all.octets);
            all.octets = std::move(larger);
        }
        const auto count = content.next(std::span(all.octets).subspan(held));
        if (!count)
            return tl::unexpected<base::Error>(count.error());
        held += *count;
        if (*count == 0)
            return writeNew(path, base::ByteView(all.octets).first(held), mode, owner);
    }
}

base::Result<std::optional<base::Bytes>> readIfThere(const FileReader& reader, const std::string& path,
                                                     std::uint64_t maximum, Links links) {
    auto content = reader.read(path, maximum, links);
    if (content)
        return std::optional<base::Bytes>(std::move(*content));
    if (content.error().code == base::ErrorCode::FileNotFound)
        return std::optional<base::Bytes>();
    return tl::unexpected<base::Error>(std::move(content.error()));
}

} // namespace certwright::files

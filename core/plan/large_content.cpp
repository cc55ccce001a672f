// Why: see large_content.h.
#include "core/plan/large_content.h"

#include <algorithm>

#include "core/document/crl_file.h"
#include "core/document/encode.h"
#include "core/ossl/digest.h"
#include "core/plan/large_lists.h"

namespace certwright::plan {

namespace {

// Text hands out parts one behind the other and holds the whole to a hash, if there is one yet.
class Text final : public files::NewContent {
  public:
    Text(const std::vector<ContentPart>& parts, const files::FileReader& reader, std::string sha256)
        : m_parts(parts)
        , m_reader(reader)
        , m_sha256(std::move(sha256)) {}

    base::Result<std::size_t> next(std::span<std::uint8_t> place) override;
    std::string hash() { return m_hash; }

  private:
    base::Result<std::size_t> ofPart(std::span<std::uint8_t> place);
    base::Status openList(const ContentPart& part);

    std::vector<ContentPart> m_parts;
    const files::FileReader& m_reader;
    std::string m_sha256;
    std::string m_hash;
    ossl::Digest m_digest;
    std::size_t m_part = 0;
    std::size_t m_given = 0;
    std::shared_ptr<files::OpenFile> m_file;
    std::optional<document::ListPem> m_list;
};

base::Status Text::openList(const ContentPart& part) {
    auto file = m_reader.open(part.path, document::maximumStreamedSize, files::Links::Follow);
    if (!file)
        return tl::unexpected(file.error());
    m_file = std::move(*file);
    m_list.emplace([open = m_file](std::uint64_t at,
                                   std::span<std::uint8_t> octets) { return open->readAt(at, octets); },
                   part.place);
    return {};
}

base::Result<std::size_t> Text::ofPart(std::span<std::uint8_t> place) {
    const ContentPart& part = m_parts[m_part];
    if (part.path.empty()) {
        const std::size_t count = std::min(place.size(), part.pem.size() - m_given);
        std::copy_n(part.pem.begin() + static_cast<std::ptrdiff_t>(m_given), count, place.begin());
        m_given += count;
        return count;
    }
    if (!m_list)
        if (auto opened = openList(part); !opened)
            return tl::unexpected(opened.error());
    auto count = m_list->next(place);
    if (!count && count.error().subject.empty())
        return base::failure(count.error().code, part.path, count.error().detail);
    return count;
}

base::Result<std::size_t> Text::next(std::span<std::uint8_t> place) {
    while (m_part < m_parts.size()) {
        const auto count = ofPart(place);
        if (!count)
            return count;
        if (*count > 0) {
            m_digest.add(place.first(*count));
            return count;
        }
        ++m_part;
        m_given = 0;
        m_list.reset();
    }
    if (m_hash.empty())
        m_hash = base::toHex(m_digest.finish());
    if (m_sha256.empty() || m_sha256 == m_hash)
        return 0;
    const auto list = std::ranges::find_if(m_parts, [](const auto& part) { return !part.path.empty(); });
    return base::failure(base::ErrorCode::FileChanged, list == m_parts.end() ? std::string() : list->path,
                         "content");
}

class Lists final : public LargeContent {
  public:
    Lists(std::vector<ContentPart> parts, std::uint64_t size, std::string sha256)
        : m_parts(std::move(parts))
        , m_size(size)
        , m_sha256(std::move(sha256)) {}

    std::uint64_t size() const override { return m_size; }
    base::Result<std::unique_ptr<files::NewContent>> open(const files::FileReader& reader) const override {
        return std::make_unique<Text>(m_parts, reader, m_sha256);
    }

  private:
    std::vector<ContentPart> m_parts;
    std::uint64_t m_size;
    std::string m_sha256;
};

// Present is a file as it stands.
class Present final : public LargeContent {
  public:
    Present(std::string path, std::uint64_t size, std::string sha256)
        : m_path(std::move(path))
        , m_size(size)
        , m_sha256(std::move(sha256)) {}

    std::uint64_t size() const override { return m_size; }
    base::Result<std::unique_ptr<files::NewContent>> open(const files::FileReader& reader) const override {
        auto file = reader.open(m_path, document::maximumStreamedSize, files::Links::Refuse);
        if (!file)
            return tl::unexpected(file.error());
        return checkedCopy(std::move(*file), m_path, m_sha256);
    }

  private:
    std::string m_path;
    std::uint64_t m_size;
    std::string m_sha256;
};

} // namespace

ContentPart partOf(const check::SourcedCrl& crl) {
    if (!crl.crl.der.empty() || !crl.crl.scan)
        return {document::toPem(crl.crl)};
    return {{}, crl.path, {crl.encoding, crl.crl.scan->sourceAt, crl.crl.scan->size}};
}

std::optional<std::string> textOf(const std::vector<ContentPart>& parts) {
    std::string text;
    for (const ContentPart& part : parts) {
        if (!part.path.empty())
            return std::nullopt;
        text += part.pem;
    }
    return text;
}

base::Result<LargeFile> largeFile(std::vector<ContentPart> parts, const files::FileReader& reader) {
    Text text(parts, reader, {});
    base::Bytes piece(std::size_t{64} * 1024);
    std::uint64_t size = 0;
    for (;;) {
        const auto count = text.next(piece);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        size += *count;
    }
    const std::string hash = text.hash();
    return LargeFile{std::make_shared<const Lists>(std::move(parts), size, hash), hash};
}

std::optional<LargeFile> presentFile(const std::string& path, const files::FileReader& reader) {
    const auto file = reader.open(path, document::maximumStreamedSize, files::Links::Refuse);
    if (!file || !isLargeList(**file))
        return std::nullopt;
    const auto hash = contentHash(**file);
    if (!hash)
        return std::nullopt;
    return LargeFile{std::make_shared<const Present>(path, (*file)->size(), *hash), *hash};
}

} // namespace certwright::plan

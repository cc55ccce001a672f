// Why: see stored_content.h, stored.h and history.h.
#include "core/apply/stored_content.h"

#include <algorithm>

#include "core/apply/layout.h"
#include "core/apply/stored.h"

namespace certwright::apply {

using base::ErrorCode;
using files::Links;

namespace {

// Stretch is some octets of a file: from `at` on, `size` of them.
struct Stretch {
    std::string path;
    std::uint64_t at = 0;
    std::uint64_t size = 0;
};

// Part is an open file of which only a stretch is seen.
class Part final : public files::OpenFile {
  public:
    Part(std::unique_ptr<files::OpenFile> whole, const Stretch& stretch)
        : m_whole(std::move(whole))
        , m_at(stretch.at)
        , m_size(stretch.size) {}

    std::uint64_t size() const override { return m_size; }
    base::Result<std::size_t> readAt(std::uint64_t at, std::span<std::uint8_t> place) const override {
        const std::uint64_t left = m_size - std::min(at, m_size);
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, place.size()));
        return m_whole->readAt(m_at + at, place.first(count));
    }

  private:
    std::unique_ptr<files::OpenFile> m_whole;
    std::uint64_t m_at;
    std::uint64_t m_size;
};

base::Result<std::unique_ptr<files::OpenFile>> openPart(const files::FileReader& reader,
                                                        const Stretch& stretch) {
    auto whole = reader.open(stretch.path, largestState, Links::Refuse);
    if (!whole)
        return tl::unexpected<base::Error>(std::move(whole.error()));
    const std::uint64_t size = (*whole)->size();
    if (stretch.at > size || stretch.size > size - stretch.at)
        return base::failure(ErrorCode::HistoryDamaged, stretch.path, "too short");
    return std::make_unique<Part>(std::move(*whole), stretch);
}

// Kept is a stretch that has a hash.
class Kept final : public plan::LargeContent {
  public:
    Kept(Stretch stretch, std::string sha256)
        : m_stretch(std::move(stretch))
        , m_sha256(std::move(sha256)) {}

    std::uint64_t size() const override { return m_stretch.size; }
    base::Result<std::unique_ptr<files::NewContent>> open(const files::FileReader& reader) const override {
        auto part = openPart(reader, m_stretch);
        if (!part)
            return tl::unexpected<base::Error>(std::move(part.error()));
        return plan::checkedCopy(std::move(*part), m_stretch.path, m_sha256);
    }

  private:
    Stretch m_stretch;
    std::string m_sha256;
};

// damagedBy turns "it is not there" and the like into what it means here.
tl::unexpected<base::Error> damagedBy(const base::Error& error) {
    if (error.code == ErrorCode::FileNotFound || error.code == ErrorCode::FileNotRegular ||
        error.code == ErrorCode::FileIsSymlink || error.code == ErrorCode::FileTooLarge)
        return base::failure(ErrorCode::HistoryDamaged, error.subject,
                             std::string(base::errorCodeName(error.code)));
    return tl::unexpected<base::Error>(error);
}

base::Result<StoredContent> checkedPart(const files::FileReader& reader, Stretch stretch,
                                        const std::string& sha256, std::uint64_t held) {
    const auto part = openPart(reader, stretch);
    if (!part)
        return damagedBy(part.error());
    StoredContent result;
    if (stretch.size <= held) {
        auto content = contentOf(**part);
        if (!content)
            return tl::unexpected<base::Error>(std::move(content.error()));
        result.content = std::move(*content);
    }
    const base::Result<std::string> hash =
        stretch.size <= held ? plan::contentHash(result.content) : plan::contentHash(**part);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    if (*hash != sha256) {
        base::wipe(result.content);
        return base::failure(ErrorCode::HistoryDamaged, stretch.path, "content");
    }
    if (stretch.size > held)
        result.large = std::make_shared<const Kept>(std::move(stretch), sha256);
    return result;
}

base::Result<base::Bytes> contentIn(base::Result<StoredContent> stored, const std::string& path) {
    if (!stored)
        return tl::unexpected<base::Error>(std::move(stored.error()));
    if (stored->large)
        return base::failure(ErrorCode::HistoryDamaged, path, "too large");
    return std::move(stored->content);
}

} // namespace

base::Result<base::Bytes> contentOf(const files::OpenFile& file) {
    base::Bytes content(static_cast<std::size_t>(file.size()));
    std::size_t filled = 0;
    while (filled < content.size()) {
        const auto count = file.readAt(filled, std::span(content).subspan(filled));
        if (!count) {
            base::wipe(content);
            return tl::unexpected<base::Error>(count.error());
        }
        if (*count == 0)
            break;
        filled += *count;
    }
    content.resize(filled);
    return content;
}

base::Result<StoredContent> storedState(const files::FileReader& reader, const std::string& stateFolder,
                                        const Entry& entry, const StateFile& file, std::uint64_t held) {
    if (!file.present || file.kind != plan::KeptKind::File || file.keeping != plan::Keeping::Stored)
        return base::failure(ErrorCode::HistoryDamaged, file.path, "not stored");
    return checkedPart(reader, {statePath(stateFolder, entry.id), file.offset, file.size}, file.sha256, held);
}

base::Result<StoredContent> storedPrevious(const files::FileReader& reader, const std::string& stateFolder,
                                           const Entry& entry, const KeptChange& change, std::uint64_t held) {
    if (change.backup.empty() || !change.before)
        return base::failure(ErrorCode::HistoryDamaged, change.path, "not stored");
    const std::string path = files::join(historyFolder(stateFolder, entry.id), change.backup);
    const auto info = reader.stat(path, Links::Refuse);
    if (!info)
        return damagedBy(info.error());
    return checkedPart(reader, {path, 0, info->size}, change.before->sha256, held);
}

base::Result<base::Bytes> stateContent(const files::FileReader& reader, const std::string& stateFolder,
                                       const Entry& entry, const StateFile& file) {
    return contentIn(storedState(reader, stateFolder, entry, file, mostStored), file.path);
}

base::Result<base::Bytes> previousContent(const files::FileReader& reader, const std::string& stateFolder,
                                          const Entry& entry, const KeptChange& change) {
    return contentIn(storedPrevious(reader, stateFolder, entry, change, mostStored), change.path);
}

} // namespace certwright::apply

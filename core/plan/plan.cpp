// Why: where state lies and what a fingerprint is must be one answer for planners, the applier and recovery.
#include "core/plan/plan.h"

#include "core/files/path.h"
#include "core/ossl/digest.h"

namespace certwright::plan {

std::string stateFolderOf(const std::string& root) {
    return files::join(root, ".certwright");
}

std::string contentHash(base::ByteView content) {
    return ossl::sha256Hex(content);
}

base::Result<std::string> contentHash(const files::OpenFile& file) {
    ossl::Digest digest;
    base::Bytes piece(std::size_t{64} * 1024);
    for (std::uint64_t at = 0;;) {
        const auto count = file.readAt(at, piece);
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        digest.add(base::ByteView(piece).first(*count));
        at += *count;
    }
    base::wipe(piece);
    return base::toHex(digest.finish());
}

namespace {

class CheckedCopy final : public files::NewContent {
  public:
    CheckedCopy(std::unique_ptr<files::OpenFile> file, std::string path, std::string sha256)
        : m_file(std::move(file))
        , m_path(std::move(path))
        , m_sha256(std::move(sha256)) {}

    base::Result<std::size_t> next(std::span<std::uint8_t> place) override {
        const auto count = m_file->readAt(m_at, place);
        if (!count)
            return count;
        m_digest.add(place.first(*count));
        m_at += *count;
        if (*count == 0 && base::toHex(m_digest.finish()) != m_sha256)
            return base::failure(base::ErrorCode::FileChanged, m_path, "content");
        return count;
    }

  private:
    std::unique_ptr<files::OpenFile> m_file;
    std::string m_path;
    std::string m_sha256;
    ossl::Digest m_digest;
    std::uint64_t m_at = 0;
};

} // namespace

std::unique_ptr<files::NewContent> checkedCopy(std::unique_ptr<files::OpenFile> file, std::string path,
                                               std::string sha256) {
    return std::make_unique<CheckedCopy>(std::move(file), std::move(path), std::move(sha256));
}

std::string_view operationName(Operation operation) {
    switch (operation) {
    case Operation::Import:
        return "import";
    case Operation::Replace:
        return "replace";
    case Operation::CrlUpdate:
        return "crl-update";
    case Operation::Rollback:
        return "rollback";
    case Operation::Repair:
        return "repair";
    case Operation::Adopt:
        return "adopt";
    case Operation::Retention:
        return "retention";
    case Operation::Rotate:
        break;
    }
    return "rotate";
}

} // namespace certwright::plan

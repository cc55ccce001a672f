// Why: a large list is asked for certificates, so that it is read when those are known, and never whole.
#include <algorithm>

#include "core/document/parse.h"
#include "core/plan/large_lists.h"
#include "core/plan/loader.h"

namespace certwright::plan {

// deferred puts a large list aside; it also tells of files that are too large for anything else.
bool Loader::deferred(const Wanted& wanted, const check::SourceFile& source) {
    if (source.target.kind != base::FileKind::Regular || source.target.size <= document::leastStreamedSize ||
        !wanted.whole || !wanted.inside.empty())
        return false;
    const auto opened = m_reader.open(wanted.path, document::maximumStreamedSize, files::Links::Follow);
    if (!opened || !isLargeList(**opened))
        return false;
    LoadedFile file;
    file.source = source;
    file.slots = wanted.slots;
    file.origin = wanted.origin;
    m_large.push_back({std::move(file), m_loaded.files.size()});
    return true;
}

base::Status Loader::readLarge() {
    if (m_large.empty())
        return {};
    std::vector<base::Bytes> serials;
    for (const LoadedFile& file : m_loaded.files)
        addSerials(file.items, serials);
    const auto wanted = std::make_shared<const document::WantedSerials>(std::move(serials));
    std::size_t inserted = 0;
    for (Large& large : m_large) {
        const std::string path = large.file.source.path;
        const auto opened = m_reader.open(path, document::maximumStreamedSize, files::Links::Follow);
        auto read = opened ? streamLists(**opened, wanted, document::Digests::Signed, m_progress)
                           : base::Result<Streamed>(tl::unexpected(opened.error()));
        if (!read && read.error().code == base::ErrorCode::Cancelled)
            return tl::unexpected(read.error());
        if (!read) {
            tellUnreadable(large.file.origin, path, read.error());
            continue;
        }
        const std::size_t known = m_loaded.files.size();
        keepLarge(std::move(large.file), std::move(*read), (*opened)->size());
        if (m_loaded.files.size() == known)
            continue;
        const auto place = m_loaded.files.begin() + static_cast<std::ptrdiff_t>(large.before + inserted++);
        std::rotate(place, m_loaded.files.end() - 1, m_loaded.files.end());
    }
    return {};
}

void Loader::keepLarge(LoadedFile file, Streamed streamed, std::uint64_t size) {
    const std::string path = file.source.path;
    if (streamed.whole && size <= document::maximumCrlSize) {
        // Ed25519 and SM2 sign no digest (DigestState::NeedsWhole): such a list is kept whole, as one of up
        // to 64 MiB always was.
        auto read = m_reader.read(path, document::maximumCrlSize, files::Links::Follow);
        if (!read)
            return tellUnreadable(file.origin, path, read.error());
        keep(std::move(file), *read);
        return base::wipe(*read);
    }
    if (streamed.whole)
        return tell(file.origin, path, check::FileTooLarge{path, size, document::maximumCrlSize});
    if (!streamed.list && streamed.content.items.empty() && size > document::maximumFileSize)
        return tell(file.origin, path, check::FileTooLarge{path, size, document::maximumFileSize});
    keepParsed(std::move(file), std::move(streamed.content), size);
}

} // namespace certwright::plan

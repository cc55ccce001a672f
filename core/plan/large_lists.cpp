// Why: see large_lists.h.
#include "core/plan/large_lists.h"

#include <algorithm>

#include "core/archive/zip.h"
#include "core/check/revoked_entry.h"
#include "core/document/parse.h"
#include "core/plan/plan.h"

namespace certwright::plan {

namespace {

constexpr std::uint64_t mebi = std::uint64_t{1024} * 1024;

bool isSearchedFor(const document::Crl& crl, const std::vector<base::Bytes>& serials) {
    return std::ranges::all_of(serials, [&](const base::Bytes& serial) {
        return std::ranges::binary_search(crl.scan->wanted, serial);
    });
}

const document::Crl* streamedList(const document::Item& item) {
    const auto* crl = std::get_if<document::Crl>(&item.object);
    return crl != nullptr && crl->der.empty() && crl->scan ? crl : nullptr;
}

// sameLists tells whether a file still holds the lists that were read from it.
bool sameLists(const std::vector<document::Item>& one, const std::vector<document::Item>& other) {
    return std::ranges::equal(one, other, [](const document::Item& a, const document::Item& b) {
        const auto* left = streamedList(a);
        const auto* right = streamedList(b);
        return left != nullptr && right != nullptr && left->facts.fingerprint == right->facts.fingerprint;
    });
}

std::string issuersIn(const std::vector<document::Item>& items) {
    std::string issuers;
    for (const document::Item& item : items)
        if (const document::Crl* crl = streamedList(item))
            issuers += (issuers.empty() ? "" : "; ") + crl->facts.issuer.text;
    return issuers;
}

base::Bytes firstOf(const files::OpenFile& file) {
    base::Bytes first(std::size_t{64} * 1024);
    const auto count = file.readAt(0, first);
    first.resize(count ? *count : 0);
    return first;
}

} // namespace

bool isLargeList(const files::OpenFile& file) {
    if (file.size() <= document::leastStreamedSize)
        return false;
    const base::Bytes octets = firstOf(file);
    if (octets.size() < 2 || archive::isZip(octets))
        return false;
    const bool text = octets[0] != 0x30 || octets[1] < 0x80;
    return document::mayBeCrl(octets) || (text && file.size() > document::maximumFileSize);
}

base::Result<Streamed> streamLists(const files::OpenFile& file,
                                   std::shared_ptr<const document::WantedSerials> wanted,
                                   document::Digests digests, base::Progress& progress) {
    Streamed result;
    result.list = document::mayBeCrl(firstOf(file));
    document::CrlFile lists(std::move(wanted), digests);
    const int total = static_cast<int>(file.size() / mebi) + 1;
    int shown = -1;
    for (std::uint64_t at = 0;;) {
        if (const int done = static_cast<int>(at / mebi); done / 4 != shown) {
            shown = done / 4;
            progress.enter(base::Step::Load, std::min(done, total), total);
            if (progress.cancelled())
                return base::failure(base::ErrorCode::Cancelled);
        }
        const auto count = file.readAt(at, lists.space());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        lists.commit(*count);
        at += *count;
        result.whole = lists.needsWhole() || (lists.hasOthers() && file.size() <= document::maximumFileSize);
        // A file that grows while it is read is not followed for ever.
        if (result.whole || at > document::maximumStreamedSize)
            return result;
    }
    result.content = lists.finish();
    return result;
}

void addSerials(const std::vector<document::Item>& items, std::vector<base::Bytes>& serials) {
    for (const document::Item& item : items)
        if (const auto* certificate = std::get_if<document::Certificate>(&item.object))
            if (auto serial = check::serialOf(certificate->der))
                serials.push_back(std::move(*serial));
}

std::optional<LargeAt> largeAt(const files::FileReader& reader, const std::string& path) {
    const auto file = reader.open(path, document::maximumStreamedSize, files::Links::Refuse);
    if (!file || !isLargeList(**file))
        return std::nullopt;
    auto hash = contentHash(**file);
    base::SilentProgress silent;
    const auto read = streamLists(**file, std::make_shared<const document::WantedSerials>(),
                                  document::Digests::Signed, silent);
    if (!hash || !read || read->content.items.empty())
        return std::nullopt;
    return LargeAt{std::move(*hash), issuersIn(read->content.items)};
}

std::optional<std::vector<document::Item>> largeItemsAt(const files::FileReader& reader,
                                                        const std::string& path) {
    const auto file = reader.open(path, document::maximumStreamedSize, files::Links::Refuse);
    if (!file || !isLargeList(**file))
        return std::nullopt;
    base::SilentProgress silent;
    auto read = streamLists(**file, std::make_shared<const document::WantedSerials>(),
                            document::Digests::Signed, silent);
    if (!read || read->whole || read->content.items.empty())
        return std::nullopt;
    return std::move(read->content.items);
}

base::Result<std::string> issuersOf(files::NewContent& content) {
    document::CrlFile lists(std::make_shared<const document::WantedSerials>(), document::Digests::Signed);
    for (;;) {
        const auto count = content.next(lists.space());
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return issuersIn(lists.finish().items);
        lists.commit(*count);
    }
}

base::Status searchLists(Loaded& loaded, const files::FileReader& reader, std::vector<base::Bytes> serials,
                         base::Progress& progress) {
    for (const LoadedFile& file : loaded.files)
        addSerials(file.items, serials);
    const auto wanted = std::make_shared<const document::WantedSerials>(std::move(serials));
    for (LoadedFile& file : loaded.files) {
        const bool known = std::ranges::all_of(file.items, [&](const document::Item& item) {
            const document::Crl* crl = streamedList(item);
            return crl == nullptr || isSearchedFor(*crl, wanted->all());
        });
        if (known)
            continue;
        const auto opened =
            reader.open(file.source.path, document::maximumStreamedSize, files::Links::Follow);
        if (!opened)
            continue;
        auto again = streamLists(**opened, wanted, document::Digests::Signed, progress);
        if (!again && again.error().code == base::ErrorCode::Cancelled)
            return tl::unexpected(again.error());
        if (again && sameLists(file.items, again->content.items))
            file.items = std::move(again->content.items);
    }
    return {};
}

} // namespace certwright::plan

// Why: see large_lists.h.
#include "core/scan/large_lists.h"

#include <algorithm>

#include "core/document/crl_file.h"

namespace certwright::scan {

namespace {

constexpr std::uint64_t mebi = std::uint64_t{1024} * 1024;

// tell leaves out blocks of other things, which are not broken but too large for us; and where the reading
// ended early, nobody knows that a block has no end.
void tell(document::ParsedFile found, Extent extent, const LargeLists& lists) {
    std::erase_if(found.damages, [](const document::Damage& damage) {
        return !damage.label.empty() && !damage.label.ends_with("CRL");
    });
    for (document::Damage& damage : found.damages)
        if (extent == Extent::Part && damage.kind == document::DamageKind::Unterminated)
            damage.kind = document::DamageKind::BadContent;
    if (!found.items.empty() || !found.damages.empty())
        lists.found(found);
}

} // namespace

base::Result<Extent> readLists(files::FolderFile& file, base::ByteView first, const LargeLists& lists,
                               const base::Progress& progress) {
    document::CrlFile reader(std::make_shared<const document::WantedSerials>(),
                             document::Digests::Fingerprint);
    reader.add(first);
    Extent extent = Extent::Whole;
    std::uint64_t told = 0;
    for (std::uint64_t at = first.size(); at < file.size() && extent == Extent::Whole;) {
        if (progress.cancelled())
            return Extent::Cancelled;
        const auto space = reader.space();
        const auto wanted = std::min<std::uint64_t>(space.size(), file.size() - at);
        const auto count = file.read(space.first(static_cast<std::size_t>(wanted)));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            break;
        reader.commit(*count);
        at += *count;
        tell(reader.take(), Extent::Whole, lists);
        if (at - told >= mebi) {
            told = at;
            lists.reading(at);
        }
        if (reader.idle() > mostIdle)
            extent = Extent::Part;
    }
    tell(reader.finish(), extent, lists);
    return reader.hasOthers() ? Extent::Part : extent;
}

} // namespace certwright::scan

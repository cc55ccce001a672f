// Why: a list is read in pieces on a fast path; whatever somebody puts into it, every way of reading it must
// come to the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "core/document/crl_file.h"

namespace {

using namespace certwright;
using namespace certwright::document;

const auto& wanted() {
    static const auto serials =
        std::make_shared<const WantedSerials>(std::vector<base::Bytes>{{0x05}, {0x4A, 0x01}});
    return serials;
}

Reading<Crl> inPieces(base::ByteView octets, std::size_t piece, EntryPace pace) {
    CrlStream stream(wanted(), Digests::Both, pace);
    while (!octets.empty()) {
        const std::size_t count = std::min(piece, octets.size());
        stream.add(octets.first(count));
        octets = octets.subspan(count);
    }
    return stream.finish();
}

std::size_t itemsOf(base::ByteView octets, std::size_t piece) {
    CrlFile file(wanted(), Digests::Signed);
    while (!octets.empty()) {
        const std::size_t count = std::min(piece, octets.size());
        file.add(octets.first(count));
        octets = octets.subspan(count);
    }
    return file.finish().items.size();
}

} // namespace

// The first octet chooses the size of the pieces.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::size_t piece = std::size_t{data[0]} + 1;
    const base::ByteView octets{data + 1, size - 1};
    const auto fast = inPieces(octets, piece, EntryPace::Fast);
    const auto careful = inPieces(octets, size, EntryPace::Careful);
    if (fast.has_value() != careful.has_value())
        std::abort();
    if (fast && (fast->facts.entries != careful->facts.entries ||
                 fast->scan->found.size() != careful->scan->found.size() ||
                 fast->scan->remarks.size() != careful->scan->remarks.size() ||
                 fast->facts.fingerprint != careful->facts.fingerprint))
        std::abort();
    if (itemsOf(octets, piece) != itemsOf(octets, size))
        std::abort();
    return 0;
}

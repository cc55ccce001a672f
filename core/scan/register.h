// Why: whose key belongs to which certificate, and what lies in several files, is a question about everything
// that was found; a record of 48 octets for each is enough to answer it.
#pragma once

#include <array>
#include <vector>

#include "core/scan/places.h"
#include "core/scan/scan.h"

namespace certwright::scan {

// Record stands for one certificate or key. `object` is the first half of the SHA-256 of a certificate, of a
// key's public half, or of an encrypted key as it is; `key` that of the public key (zeros: not known). Half
// is 128 bits: nobody meets two by chance, and who makes two (2^64 work) fools only the count.
struct Record {
    using Half = std::array<std::uint8_t, 16>;
    Half object{};
    Half key{};
    std::uint64_t place = 0;
    Kind kind = Kind::Certificate;
};

// halfOf returns the first 16 octets of a digest.
Record::Half halfOf(base::ByteView digest);

// relate tells `listener` every pair and every duplicate, by the order of their fingerprints, and adds the
// first of them to `tally`. Sorts `records`.
void relate(std::vector<Record>& records, Places& places, Listener& listener, Tally& tally);

} // namespace certwright::scan

// Why: a CA often delivers a zip archive; what is in it is read from memory, since an unpacked private key
// has no business on a disk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/secret/secret_bytes.h"

namespace certwright::archive {

// isZip tells by its first octets whether `content` is a zip archive.
bool isZip(base::ByteView content);

// Limits: how many entries are looked at (folders included), how many octets of one entry and of all together
// are unpacked. What an archive says of its sizes is not believed.
struct Limits {
    std::size_t entries = 0;
    std::uint64_t entryOctets = 0;
    std::uint64_t totalOctets = 0;
};

// Receiver gets the files of an archive. Names are UTF-8 with '/' between folders, are never absolute, never
// lead upwards, and are unique: the second file of one name is "name (2)".
class Receiver {
  public:
    Receiver() = default;
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;
    virtual ~Receiver() = default;

    // wants says whether the file called `name` is to be unpacked at all.
    virtual bool wants(const std::string& name) = 0;
    // take gets the whole file.
    virtual void take(const std::string& name, secret::SecretBytes content) = 0;
};

// TroubleKind: an entry is encrypted, is larger than Limits::entryOctets, or cannot be unpacked (Damaged);
// the archive has more entries or octets than Limits allow (the rest is not read), or cannot be read from
// here on (Broken).
enum class TroubleKind { Encrypted, EntryTooLarge, Damaged, TooManyEntries, TooLarge, Broken };

// Trouble is something that was not read. `entry` is its name, empty for the archive itself; `size` is what
// the archive says that an entry unpacks to; `detail` is for experts.
struct Trouble {
    TroubleKind kind = TroubleKind::Broken;
    std::string entry;
    std::uint64_t size = 0;
    std::string detail;
};

// Unpacked is what a reading came to: `entries` and `octets` count towards the limits of a further archive.
struct Unpacked {
    std::vector<Trouble> troubles;
    std::size_t entries = 0;
    std::uint64_t octets = 0;
};

// readZip hands every regular file that `receiver` wants to it, in the order of the archive. Links, devices
// and folders are passed over; archives within are files like any other. From here on freed memory is wiped
// (secret::wipeFreedMemory), for what is unpacked goes through the library's buffers. Error: Cancelled.
base::Result<Unpacked> readZip(base::ByteView content, const Limits& limits, Receiver& receiver,
                               const base::Progress& progress);

} // namespace certwright::archive

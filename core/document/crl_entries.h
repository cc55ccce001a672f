// Why: a list may hold millions of entries; each is held to every rule in a few nanoseconds, and only those
// that matter leave a trace.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/document/crl_scan.h"
#include "core/document/object.h"

namespace certwright::document {

// WantedSerials is a set of serial numbers (contents of INTEGERs) that is asked for every entry of a list.
class WantedSerials {
  public:
    // WantedSerials of nothing wants nothing. Serials may repeat; they are brought to their shortest form.
    explicit WantedSerials(std::vector<base::Bytes> serials = {});

    // contains tells whether the INTEGER content `serial`, not empty, is wanted.
    bool contains(base::ByteView serial) const {
        return mayContain(serial.data(), serial.size()) && has(serial);
    }
    // mayContain is a quick answer that is never a wrong no.
    bool mayContain(const std::uint8_t* serial, std::size_t size) const {
        const unsigned bit = bitOf(serial, size);
        return ((m_filter[bit >> 6U] >> (bit & 63U)) & 1U) != 0;
    }
    bool has(base::ByteView serial) const;
    const std::vector<base::Bytes>& all() const { return m_serials; }

  private:
    // The last two octets of length-and-content choose one of 65536 bits.
    static unsigned bitOf(const std::uint8_t* serial, std::size_t size) {
        const unsigned last = serial[size - 1];
        return (size > 1 ? static_cast<unsigned>(serial[size - 2]) << 8U : 0x100U) | last;
    }

    std::vector<base::Bytes> m_serials;
    std::array<std::uint64_t, 1024> m_filter{};
};

// EntryPace: Fast takes the common shape of an entry (serial, UTCTime, at most a reasonCode) at a glance;
// Careful takes every entry apart. Both say the same of every octet; tests compare them.
enum class EntryPace { Fast, Careful };

// CrlVersion: extensions exist from version 2 on.
enum class CrlVersion { One, Two };

// CrlEntryReader reads the entries of revokedCertificates (RFC 5280 section 5.1) from pieces that each begin
// at an entry. `wanted` must outlive it. Memory does not grow with the number of entries.
class CrlEntryReader {
  public:
    CrlEntryReader(const WantedSerials& wanted, CrlVersion version, EntryPace pace = EntryPace::Fast)
        : m_wanted(wanted)
        , m_version(version)
        , m_pace(pace) {}

    // read takes the complete entries at the front of `octets` and returns how many octets they are. What is
    // left is the beginning of one. Nothing if an entry is malformed: its number is count() + 1.
    std::optional<std::size_t> read(base::ByteView octets);

    std::uint64_t count() const { return m_count; }
    std::vector<CrlEntry> takeFound() { return std::move(m_found); }
    bool foundAll() const { return m_foundAll; }
    std::vector<CrlRemark>& remarks() { return m_remarks; }

  private:
    std::size_t takeCommon(base::ByteView octets);
    bool takeOne(base::ByteView content);
    bool takeExtensions(base::ByteView list, CrlEntry& entry);
    bool takeExtension(base::ByteView id, bool critical, base::ByteView value, CrlEntry& entry);
    bool commonTime(const std::uint8_t* time);
    void keep(CrlEntry entry);
    void note(CrlRemarkKind kind);

    const WantedSerials& m_wanted;
    CrlVersion m_version;
    EntryPace m_pace;
    std::uint64_t m_count = 0;
    base::Bytes m_issuer;
    std::array<std::uint8_t, 6> m_goodDay{'7', '0', '0', '1', '0', '1'};
    std::vector<CrlEntry> m_found;
    bool m_foundAll = true;
    std::vector<CrlRemark> m_remarks;
};

// noteRemark counts `kind` among `remarks`.
void noteRemark(std::vector<CrlRemark>& remarks, CrlRemarkKind kind, std::uint64_t entry);

// entriesFor returns what a list says of `serial` (the content of an INTEGER), in its order; the caller
// compares the issuers. Nothing if that is not known: the list was streamed without looking for this serial,
// or has more entries for what was looked for than are kept. Nothing must then be concluded.
std::optional<std::vector<CrlEntry>> entriesFor(const Crl& crl, base::ByteView serial);

} // namespace certwright::document

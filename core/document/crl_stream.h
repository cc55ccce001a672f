// Why: a CRL of any size is read once, in small reads, in memory that does not grow with it.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "core/document/crl_entries.h"
#include "core/document/reading.h"

namespace certwright::document {

// Digests are what is taken on the way, each at the price of a pass of its own over every octet. Fingerprint:
// of the whole; enough where the DER is kept. Signed: of the signed part, by its algorithm;
// CrlFacts::fingerprint then is the SHA-256 of that digest, the algorithm, the signature and the size, which
// are equal where lists are. Both: inspection.
enum class Digests { Fingerprint, Signed, Both };

// CrlStream reads one DER CRL (RFC 5280 section 5.1) from octets that come in pieces of any size. Every rule
// of structure is held up: DER's own (tags, shortest lengths and integers, object identifiers, booleans), the
// order of parts, the forms of times. Memory: one buffer of 64 KiB, more only for a single part (issuer,
// extensions, one entry) that is larger, at most 1 MiB.
class CrlStream {
  public:
    CrlStream(std::shared_ptr<const WantedSerials> wanted, Digests digests, EntryPace pace = EntryPace::Fast);
    ~CrlStream();
    CrlStream(CrlStream&&) noexcept;
    CrlStream& operator=(CrlStream&&) noexcept;

    // space returns where the next octets may be written (at least 32 KiB); commit takes the first `count`
    // of it.
    std::span<std::uint8_t> space();
    void commit(std::size_t count);
    // add copies octets in, as many as there are.
    void add(base::ByteView octets);

    // isComplete: the list ended; what was added behind it is counted by surplus() and not read.
    bool isComplete() const;
    // isFailed: the list is malformed; what is added from now on is dropped.
    bool isFailed() const;
    // surplus returns what was added behind the end of a complete list, up to the next space() or add().
    base::ByteView surplus() const;
    // needsWhole is true once it is known that the signature can only be verified over the whole
    // (DigestState).
    bool needsWhole() const;

    // finish returns the list without DER, or why it is none; `sourceAt` as in CrlScan. One use.
    Reading<Crl> finish(std::uint64_t sourceAt = 0);

  private:
    class Machine;
    std::unique_ptr<Machine> m_machine;
};

} // namespace certwright::document

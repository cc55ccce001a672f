// Why: the state of CrlStream, shared by the file that moves octets and the one that knows the parts of a
// list. Inside this room only.
#pragma once

#include <algorithm>

#include "core/document/crl_stream.h"
#include "core/document/strict_der.h"
#include "core/ossl/digest.h"

namespace certwright::document {

// CrlPart is what comes next in CertificateList.
enum class CrlPart {
    Outer,
    List,
    Version,
    Inner,
    Issuer,
    ThisUpdate,
    NextUpdate,
    Revoked,
    Entries,
    Extensions,
    Algorithm,
    Signature,
    Complete,
    Failed
};

// Machine goes from part to part as octets arrive.
class CrlStream::Machine {
  public:
    Machine(std::shared_ptr<const WantedSerials> wanted, Digests digests, EntryPace pace)
        : m_buffer(std::size_t{64} * 1024)
        , m_wanted(std::move(wanted))
        , m_digests(digests)
        , m_pace(pace) {}

    std::span<std::uint8_t> space();
    void commit(std::size_t count);
    CrlPart part() const { return m_part; }
    DigestState digestState() const { return m_scan.digestState; }
    base::ByteView rest() const { return base::ByteView(m_buffer).subspan(m_begin, m_end - m_begin); }
    Reading<Crl> finish(std::uint64_t sourceAt);

  private:
    // Went: there may be more to do with what is there. Waits: more octets are needed.
    enum class Step { Went, Waits };

    base::ByteView within(std::uint64_t end) const {
        return rest().first(static_cast<std::size_t>(std::min<std::uint64_t>(m_end - m_begin, end - m_at)));
    }
    Step fail(const char* why);
    Step step();
    Step open(std::uint64_t around, ossl::Tag tag, std::uint64_t& end, CrlPart next, const char* why);
    template <typename Take> Step take(std::uint64_t around, ossl::Tag tag, const char* why, Take taken);
    std::optional<ossl::Tag> peek() const;
    Step version();
    Step date(CrlPart next);
    Step revoked();
    Step entries();
    Step extensions();
    void forward(std::uint64_t count);
    void hash();
    void beginDigest();
    void endDigests();
    bool keepTime(const ossl::DerElement& element);
    bool keepSignature(base::ByteView content);

    base::Bytes m_buffer;
    std::size_t m_begin = 0; // the first octet that is not taken
    std::size_t m_end = 0;
    std::size_t m_hashed = 0;
    std::uint64_t m_at = 0; // m_begin's place in the list
    CrlPart m_part = CrlPart::Outer;
    std::string m_why = "no complete CRL";

    std::uint64_t m_outerEnd = 0;
    std::uint64_t m_listEnd = 0;
    std::uint64_t m_entriesEnd = 0;
    bool m_inList = false;

    std::shared_ptr<const WantedSerials> m_wanted;
    Digests m_digests;
    EntryPace m_pace;
    std::optional<CrlEntryReader> m_entries;
    ossl::Digest m_fingerprint;
    base::Bytes m_beforeDigest; // the signed part's first octets, until its algorithm is known
    std::optional<ossl::Digest> m_digest;
    base::Bytes m_inner;
    CrlFacts m_facts;
    CrlScan m_scan;
};

} // namespace certwright::document

// Why: a file with a list of a million entries is not read whole; what it holds is the same as parse finds.
#pragma once

#include <memory>

#include "core/document/crl_stream.h"
#include "core/document/object.h"

namespace certwright::document {

class PemCrls;

// Largest file of CRLs that is streamed, and from which size on a file is, in octets.
inline constexpr std::uint64_t maximumStreamedSize = 2ULL * 1024 * 1024 * 1024;
inline constexpr std::uint64_t leastStreamedSize = 1024ULL * 1024;

// mayBeCrl tells whether a file that begins with `octets` (64 KiB of it, or all) is a CRL by its shape or its
// first PEM label.
bool mayBeCrl(base::ByteView octets);

// CrlFile reads a file of CRLs, PEM or DER, one or several, from pieces of any size. What it finds has no DER
// but a scan in which `wanted` was looked for, and where in the file it stands (CrlScan::sourceAt).
class CrlFile {
  public:
    CrlFile(std::shared_ptr<const WantedSerials> wanted, Digests digests);
    ~CrlFile();
    CrlFile(const CrlFile&) = delete;
    CrlFile& operator=(const CrlFile&) = delete;

    // space returns where the next octets may be written (at least 16 KiB); commit takes the first `count` of
    // it; add copies octets in.
    std::span<std::uint8_t> space();
    void commit(std::size_t count);
    void add(base::ByteView octets);
    // finish returns what was found: items and damages as parse has them. More than 20,000 lists are a
    // damage.
    ParsedFile finish();
    // take returns what is known so far and forgets it; finish() then has the rest.
    ParsedFile take() { return std::exchange(m_out, {}); }
    // idle counts the octets since the last one of a list that may still be whole, some 64 KiB more or less:
    // who reads files of which little is known stops there.
    std::uint64_t idle() const;

    // hasOthers: the file holds things that are no CRLs; they are not among the items.
    bool hasOthers() const;
    // needsWhole: a signature in it can only be verified over the whole list (DigestState::NeedsWhole).
    bool needsWhole() const;

  private:
    void commitDer(std::size_t count);
    void readDer(base::ByteView octets);
    bool startDer(base::ByteView octets);
    void judgeDer(std::size_t behind);
    void endDer();

    enum class Form { Open, Pem, Der, DerTail };
    std::shared_ptr<const WantedSerials> m_wanted;
    Digests m_digests;
    enum class Tail { Open, Filler, Refused };
    Form m_form = Form::Open;
    Tail m_tail = Tail::Open;
    base::Bytes m_first;
    std::size_t m_firstSize = 0;
    std::unique_ptr<PemCrls> m_pem;
    std::optional<CrlStream> m_list;
    std::uint64_t m_listAt = 0;
    std::uint64_t m_size = 0;
    std::uint64_t m_listedTo = 0; // idle() begins there
    std::size_t m_lists = 0;
    bool m_needsWhole = false;
    ParsedFile m_out;
};

} // namespace certwright::document

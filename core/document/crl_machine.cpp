// Why: the parts of CertificateList (RFC 5280 section 5.1) in their order, each with what it must be.
#include "core/document/crl_machine.h"

#include <array>

#include "core/document/crl_facts.h"
#include "core/document/crl_signature.h"
#include "core/document/names.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::DerElement;
using ossl::Tag;

constexpr std::uint64_t mostPart = std::uint64_t{1024} * 1024;

bool isTime(Tag tag) {
    return tag == Tag::UtcTime || tag == Tag::GeneralizedTime;
}

base::Bytes copyOf(ByteView octets) {
    return {octets.begin(), octets.end()};
}

} // namespace

CrlStream::Machine::Step CrlStream::Machine::fail(const char* why) {
    m_why = why;
    m_part = CrlPart::Failed;
    return Step::Waits;
}

// peek returns the next tag inside the signed part, None at its end; nothing while that is not known.
std::optional<Tag> CrlStream::Machine::peek() const {
    if (m_at == m_listEnd)
        return Tag::None;
    return m_begin == m_end ? std::nullopt : std::optional(Tag{m_buffer[m_begin]});
}

// open takes the header of what ends at `end`, not beyond `around`.
CrlStream::Machine::Step CrlStream::Machine::open(std::uint64_t around, Tag tag, std::uint64_t& end,
                                                  CrlPart next, const char* why) {
    DerHeader header;
    const ByteView octets = within(around);
    const HeaderState state = strictHeader(octets, header);
    if (state == HeaderState::Malformed || (!octets.empty() && header.tag != tag))
        return fail(why);
    if (state == HeaderState::Incomplete)
        return around - m_at == octets.size() ? fail(why) : Step::Waits;
    if (header.whole() > around - m_at)
        return fail(why);
    forward(header.size);
    end = m_at + header.length;
    m_part = next;
    return Step::Went;
}

// take waits for a whole element of `tag` and hands it over; `taken` says whether it is well.
template <typename Take>
CrlStream::Machine::Step CrlStream::Machine::take(std::uint64_t around, Tag tag, const char* why,
                                                  Take taken) {
    DerHeader header;
    const ByteView octets = within(around);
    const HeaderState state = strictHeader(octets, header);
    if (state == HeaderState::Malformed || (!octets.empty() && header.tag != tag))
        return fail(why);
    if (state == HeaderState::Incomplete)
        return around - m_at == octets.size() ? fail(why) : Step::Waits;
    if (header.whole() > around - m_at || header.whole() > mostPart)
        return fail(why);
    if (header.whole() > octets.size())
        return Step::Waits;
    const ByteView whole = octets.first(static_cast<std::size_t>(header.whole()));
    forward(header.whole());
    return taken(DerElement{header.tag, whole, whole.subspan(header.size)}) ? Step::Went : fail(why);
}

CrlStream::Machine::Step CrlStream::Machine::version() {
    const auto tag = peek();
    if (!tag)
        return Step::Waits;
    m_facts.version = 1;
    m_part = CrlPart::Inner;
    if (*tag != Tag::Integer)
        return Step::Went;
    m_part = CrlPart::Version;
    return take(m_listEnd, Tag::Integer, "CRL version that does not exist", [this](const DerElement& number) {
        m_facts.version = 2; // "if present, MUST be v2", RFC 5280 section 5.1
        m_part = CrlPart::Inner;
        return number.content.size() == 1 && number.content[0] == 1;
    });
}

bool CrlStream::Machine::keepTime(const DerElement& element) {
    const auto time = strictTime(element);
    if (!time)
        return false;
    if (time->wrongForm)
        noteRemark(m_scan.remarks, CrlRemarkKind::HeaderTimeForm, 0);
    if (m_part == CrlPart::ThisUpdate)
        m_facts.thisUpdate = time->time;
    else
        m_facts.nextUpdate = time->time;
    return true;
}

CrlStream::Machine::Step CrlStream::Machine::date(CrlPart next) {
    constexpr const char* why = "malformed CRL dates";
    const auto tag = peek();
    if (!tag)
        return Step::Waits;
    if (!isTime(*tag)) {
        if (m_part == CrlPart::ThisUpdate)
            return fail(why);
        m_part = next;
        return Step::Went;
    }
    return take(m_listEnd, *tag, why, [this, next](const DerElement& element) {
        const bool good = keepTime(element);
        m_part = next;
        return good;
    });
}

CrlStream::Machine::Step CrlStream::Machine::revoked() {
    const auto tag = peek();
    if (!tag)
        return Step::Waits;
    m_scan.entriesAt = m_at;
    if (*tag != Tag::Sequence) {
        m_part = CrlPart::Extensions;
        return Step::Went;
    }
    const Step opened =
        open(m_listEnd, Tag::Sequence, m_entriesEnd, CrlPart::Entries, "malformed CRL entries");
    if (opened != Step::Went)
        return opened;
    m_scan.entriesAt = m_at;
    m_scan.entriesSize = m_entriesEnd - m_at;
    if (m_scan.entriesSize == 0)
        noteRemark(m_scan.remarks, CrlRemarkKind::EmptyEntries, 0);
    m_entries.emplace(*m_wanted, m_facts.version == 1 ? CrlVersion::One : CrlVersion::Two, m_pace);
    return opened;
}

CrlStream::Machine::Step CrlStream::Machine::entries() {
    const ByteView octets = within(m_entriesEnd);
    const auto taken = m_entries->read(octets);
    bool malformed = !taken;
    if (taken) {
        forward(*taken);
        if (m_at == m_entriesEnd) {
            m_part = CrlPart::Extensions;
            return Step::Went;
        }
        // What is left is the beginning of an entry: it must have a chance to end.
        DerHeader header;
        const ByteView left = within(m_entriesEnd);
        const bool known = strictHeader(left, header) == HeaderState::Complete;
        malformed = left.size() == m_entriesEnd - m_at ||
                    (known && (header.whole() > m_entriesEnd - m_at || header.whole() > mostPart));
    }
    if (malformed) {
        fail("");
        m_why = "malformed CRL entry " + std::to_string(m_entries->count() + 1);
    }
    return Step::Waits;
}

CrlStream::Machine::Step CrlStream::Machine::extensions() {
    constexpr const char* why = "malformed CRL extensions";
    const auto tag = peek();
    if (!tag)
        return Step::Waits;
    if (*tag != Tag::None) {
        const Step step = take(m_listEnd, Tag::Context0, why, [this](const DerElement& tagged) {
            if (m_facts.version == 1)
                noteRemark(m_scan.remarks, CrlRemarkKind::ExtensionsInVersion1, 0);
            return readCrlExtensions(tagged.content, m_facts, m_scan);
        });
        if (step != Step::Went)
            return step;
        if (m_at != m_listEnd)
            return fail(why);
    }
    hash();
    m_inList = false;
    m_part = CrlPart::Algorithm;
    return Step::Went;
}

// beginDigest starts the digest that the inner algorithm names, with what was taken of the signed part so
// far. Where it names none that can be taken, SHA-256 still tells lists apart.
void CrlStream::Machine::beginDigest() {
    hash();
    const SignedDigest wanted = signedDigestOf(m_inner);
    m_scan.digestState = wanted.state;
    m_scan.digestName = wanted.name;
    if (m_digests == Digests::Fingerprint)
        return;
    m_digest.emplace(wanted.state == DigestState::Taken ? wanted.name : "SHA256");
    m_digest->add(m_beforeDigest);
    m_beforeDigest = {};
}

// endDigests settles what tells this list from others.
void CrlStream::Machine::endDigests() {
    base::Bytes digest = m_digest ? m_digest->finish() : base::Bytes{};
    if (m_digests == Digests::Signed) {
        const base::Bytes size = base::toBytes(std::to_string(m_scan.size));
        for (const base::Bytes* part :
             std::array<const base::Bytes*, 4>{&digest, &m_scan.algorithm, &m_scan.signature, &size})
            m_fingerprint.add(*part);
    }
    m_facts.fingerprint = m_fingerprint.finish();
    if (m_scan.digestState == DigestState::Taken)
        m_scan.digest = std::move(digest);
}

bool CrlStream::Machine::keepSignature(ByteView content) {
    if (content.empty() || content[0] > 7 || (content.size() == 1 && content[0] != 0))
        return false;
    if (content[0] == 0)
        m_scan.signature = copyOf(content.subspan(1));
    return m_at == m_outerEnd;
}

CrlStream::Machine::Step CrlStream::Machine::step() {
    constexpr const char* header = "malformed CRL header";
    constexpr const char* incomplete = "no complete CRL";
    const auto then = [this](CrlPart next) {
        m_part = next;
        return true;
    };
    switch (m_part) {
    case CrlPart::Outer:
        return open(UINT64_MAX, Tag::Sequence, m_outerEnd, CrlPart::List, incomplete);
    case CrlPart::List:
        hash();
        m_inList = true;
        return open(m_outerEnd, Tag::Sequence, m_listEnd, CrlPart::Version, incomplete);
    case CrlPart::Version:
        return version();
    case CrlPart::Inner:
        return take(m_listEnd, Tag::Sequence, header, [&](const DerElement& inner) {
            m_inner = copyOf(inner.whole);
            beginDigest();
            return then(CrlPart::Issuer);
        });
    case CrlPart::Issuer:
        return take(m_listEnd, Tag::Sequence, header, [&](const DerElement& issuer) {
            auto name = nameOf(issuer.whole);
            if (name)
                m_facts.issuer = std::move(*name);
            m_scan.issuer = copyOf(issuer.whole);
            return name && then(CrlPart::ThisUpdate);
        });
    case CrlPart::ThisUpdate:
        return date(CrlPart::NextUpdate);
    case CrlPart::NextUpdate:
        return date(CrlPart::Revoked);
    case CrlPart::Revoked:
        return revoked();
    case CrlPart::Entries:
        return entries();
    case CrlPart::Extensions:
        return extensions();
    case CrlPart::Algorithm:
        return take(m_outerEnd, Tag::Sequence, incomplete, [&](const DerElement& algorithm) {
            m_scan.algorithm = copyOf(algorithm.whole);
            m_scan.sameAlgorithm = m_scan.algorithm == m_inner;
            return then(CrlPart::Signature);
        });
    case CrlPart::Signature:
        return take(m_outerEnd, Tag::BitString, incomplete, [&](const DerElement& signature) {
            return keepSignature(signature.content) && then(CrlPart::Complete);
        });
    case CrlPart::Complete:
    case CrlPart::Failed:
        break;
    }
    return Step::Waits;
}

Reading<Crl> CrlStream::Machine::finish(std::uint64_t sourceAt) {
    if (m_part != CrlPart::Complete)
        return unreadable(m_part == CrlPart::Failed ? m_why : "no complete CRL");
    m_scan.size = m_at;
    m_scan.sourceAt = sourceAt;
    endDigests();
    m_facts.signature = signatureFactsOf(m_scan.algorithm);
    if (m_entries) {
        m_facts.entries = static_cast<std::size_t>(m_entries->count());
        m_scan.found = m_entries->takeFound();
        m_scan.foundAll = m_entries->foundAll();
        for (const CrlRemark& remark : m_entries->remarks())
            m_scan.remarks.push_back(remark);
    }
    m_scan.wanted = m_wanted->all();
    return Crl{{}, std::move(m_facts), std::make_shared<const CrlScan>(std::move(m_scan))};
}

} // namespace certwright::document

// Why: see crl_file.h.
#include "core/document/crl_file.h"

#include <algorithm>

#include "core/document/der_objects.h"
#include "core/document/pem_blocks.h"
#include "core/document/pem_crls.h"
#include "core/document/strict_der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

constexpr std::size_t firstSize = std::size_t{64} * 1024;
constexpr std::size_t mostLists = 20000; // as many as blocks of PEM

bool isFiller(std::uint8_t c) {
    return c == 0 || c == ' ' || (c >= '\t' && c <= '\r');
}

bool looksLikeDer(ByteView octets) {
    return octets.size() >= 2 && octets[0] == 0x30 && octets[1] >= 0x80 && octets[1] <= 0x84;
}

// enter steps into the SEQUENCE at the front of `rest`, of which the end may not be there.
bool enter(ByteView& rest) {
    DerHeader header;
    if (strictHeader(rest, header) != HeaderState::Complete || header.tag != Tag::Sequence)
        return false;
    rest = rest.subspan(header.size);
    return true;
}

// isCrlShape tells a list from a certificate by the time that stands behind the issuer.
bool isCrlShape(ByteView rest) {
    if (!enter(rest) || !enter(rest))
        return false;
    if (!rest.empty() && Tag{rest[0]} == Tag::Integer && !strictNext(rest))
        return false;
    if (!strictNext(rest, Tag::Sequence) || !strictNext(rest, Tag::Sequence) || rest.empty())
        return false;
    return Tag{rest[0]} == Tag::UtcTime || Tag{rest[0]} == Tag::GeneralizedTime;
}

} // namespace

bool mayBeCrl(ByteView octets) {
    if (looksLikeDer(octets))
        return isCrlShape(octets);
    const auto blocks = scanPem(octets, 1);
    return !blocks.empty() && shapeOfLabel(blocks.front().label) == Shape::Crl;
}

CrlFile::CrlFile(std::shared_ptr<const WantedSerials> wanted, Digests digests)
    : m_wanted(std::move(wanted))
    , m_digests(digests)
    , m_first(firstSize) {}
CrlFile::~CrlFile() = default;

std::span<std::uint8_t> CrlFile::space() {
    switch (m_form) {
    case Form::Pem:
        return m_pem->space();
    case Form::Der:
        return m_list->space();
    case Form::Open:
    case Form::DerTail:
        break;
    }
    return std::span(m_first).subspan(m_firstSize);
}

void CrlFile::commit(std::size_t count) {
    m_size += count;
    switch (m_form) {
    case Form::Pem:
        return m_pem->commit(count);
    case Form::Der:
        return commitDer(count);
    case Form::DerTail:
        return readDer(ByteView(m_first).first(count));
    case Form::Open:
        break;
    }
    m_firstSize += count;
    if (m_firstSize < 2)
        return;
    const base::Bytes first(m_first.begin(), m_first.begin() + static_cast<std::ptrdiff_t>(m_firstSize));
    m_firstSize = 0;
    m_size = 0;
    if (looksLikeDer(first)) {
        m_form = Form::DerTail;
    } else {
        m_form = Form::Pem;
        m_first = {};
        m_pem = std::make_unique<PemCrls>(m_wanted, m_digests, m_out);
    }
    add(first);
}

void CrlFile::add(ByteView octets) {
    while (!octets.empty()) {
        const auto place = space();
        const std::size_t count = std::min(place.size(), octets.size());
        std::copy_n(octets.begin(), count, place.begin());
        commit(count);
        octets = octets.subspan(count);
    }
}

// startDer begins the next list at the front of `octets`, which end the file so far; false if there is none:
// fillers between lists and the end are left out.
bool CrlFile::startDer(ByteView octets) {
    if (m_tail == Tail::Refused)
        return false;
    if (octets[0] != 0x30 || m_tail == Tail::Filler) {
        m_tail = std::ranges::all_of(octets, isFiller) ? Tail::Filler : Tail::Refused;
        if (m_tail == Tail::Refused)
            m_out.damages.push_back({DamageKind::BadContent, {}, 0, {}, DamageReason::TrailingOctets});
        return false;
    }
    if (++m_lists > mostLists) {
        m_tail = Tail::Refused;
        m_out.damages.push_back({DamageKind::BadContent, {}, 0, "more than 20000 lists"});
        return false;
    }
    m_form = Form::Der;
    m_listAt = m_size - octets.size();
    m_list.emplace(m_wanted, m_digests);
    return true;
}

// readDer gives octets, which end the file so far, to one list after the other. There may be more of them
// than a list has room for: what stood behind a list with one large part fills that one's larger buffer.
void CrlFile::readDer(ByteView octets) {
    while (!octets.empty() && (m_list || startDer(octets))) {
        const auto place = m_list->space();
        const std::size_t count = std::min(place.size(), octets.size());
        std::copy_n(octets.begin(), count, place.begin());
        m_list->commit(count);
        octets = octets.last(octets.size() - count + m_list->surplus().size());
        judgeDer(octets.size());
    }
}

void CrlFile::commitDer(std::size_t count) {
    m_list->commit(count);
    const ByteView left = m_list->surplus();
    const base::Bytes surplus(left.begin(), left.end());
    judgeDer(surplus.size());
    readDer(surplus);
}

// judgeDer looks at what became of the list; the last `behind` octets do not belong to it.
void CrlFile::judgeDer(std::size_t behind) {
    m_needsWhole = m_needsWhole || m_list->needsWhole();
    if (!m_list->isFailed())
        m_listedTo = m_size - behind;
    if (!m_list->isComplete())
        return;
    endDer();
    m_form = Form::DerTail;
    m_first.resize(firstSize);
}

void CrlFile::endDer() {
    auto list = m_list->finish(m_listAt);
    m_list.reset();
    if (list && !list->scan->sameAlgorithm)
        m_out.damages.push_back({DamageKind::BadContent, {}, 0, {}, DamageReason::AlgorithmsDiffer});
    else if (list)
        m_out.items.push_back({Object(std::move(*list)), Encoding::Der, Container::None, 0});
    else
        m_out.damages.push_back({DamageKind::BadContent, {}, 0, list.error()});
}

ParsedFile CrlFile::finish() {
    if (m_pem)
        m_pem->finish();
    else if (m_list)
        endDer();
    return std::move(m_out);
}

bool CrlFile::hasOthers() const {
    return m_pem && m_pem->hasOthers();
}

std::uint64_t CrlFile::idle() const {
    return m_pem ? m_pem->idle() : m_size - m_listedTo;
}

bool CrlFile::needsWhole() const {
    return m_needsWhole || (m_pem && m_pem->needsWhole());
}

} // namespace certwright::document

// Why: see crl_stream.h. Octets come into one buffer, are taken from its front, and are hashed on the way
// out.
#include "core/document/crl_machine.h"

namespace certwright::document {

namespace {

using base::ByteView;

constexpr std::size_t bufferSize = std::size_t{64} * 1024;
constexpr std::size_t leastSpace = bufferSize / 2;

} // namespace

std::span<std::uint8_t> CrlStream::Machine::space() {
    if (m_part == CrlPart::Complete || m_part == CrlPart::Failed)
        m_begin = m_end;
    std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
              m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
    m_end -= m_begin;
    m_begin = m_hashed = 0;
    if (m_buffer.size() - m_end < leastSpace)
        m_buffer.resize(m_end + bufferSize);
    return std::span(m_buffer).subspan(m_end);
}

void CrlStream::Machine::commit(std::size_t count) {
    m_end += std::min(count, m_buffer.size() - m_end);
    while (m_part != CrlPart::Complete && m_part != CrlPart::Failed && step() == Step::Went) {
    }
    hash();
}

// hash feeds what was taken since it was called last.
void CrlStream::Machine::hash() {
    const ByteView taken = ByteView(m_buffer).subspan(m_hashed, m_begin - m_hashed);
    m_hashed = m_begin;
    if (m_digests != Digests::Signed)
        m_fingerprint.add(taken);
    if (!m_inList || m_digests == Digests::Fingerprint)
        return;
    if (m_digest)
        m_digest->add(taken);
    else
        m_beforeDigest.insert(m_beforeDigest.end(), taken.begin(), taken.end());
}

void CrlStream::Machine::forward(std::uint64_t count) {
    m_begin += static_cast<std::size_t>(count);
    m_at += count;
}

CrlStream::CrlStream(std::shared_ptr<const WantedSerials> wanted, Digests digests, EntryPace pace)
    : m_machine(std::make_unique<Machine>(std::move(wanted), digests, pace)) {}
CrlStream::~CrlStream() = default;
CrlStream::CrlStream(CrlStream&&) noexcept = default;
CrlStream& CrlStream::operator=(CrlStream&&) noexcept = default;

std::span<std::uint8_t> CrlStream::space() {
    return m_machine->space();
}

void CrlStream::commit(std::size_t count) {
    m_machine->commit(count);
}

void CrlStream::add(ByteView octets) {
    while (!octets.empty()) {
        const auto place = space();
        const std::size_t count = std::min(place.size(), octets.size());
        std::copy_n(octets.begin(), count, place.begin());
        commit(count);
        octets = octets.subspan(count);
    }
}

bool CrlStream::isComplete() const {
    return m_machine->part() == CrlPart::Complete;
}

bool CrlStream::isFailed() const {
    return m_machine->part() == CrlPart::Failed;
}

ByteView CrlStream::surplus() const {
    return isComplete() ? m_machine->rest() : ByteView{};
}

bool CrlStream::needsWhole() const {
    return m_machine->digestState() == DigestState::NeedsWhole;
}

Reading<Crl> CrlStream::finish(std::uint64_t sourceAt) {
    return m_machine->finish(sourceAt);
}

} // namespace certwright::document

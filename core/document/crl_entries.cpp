// Why: see crl_entries.h.
#include "core/document/crl_entries.h"

#include <algorithm>
#include <cstring>

#include "core/document/strict_der.h"

namespace certwright::document {

namespace {

using base::ByteView;
using ossl::Tag;

// As many found entries as a check of many certificates with one serial could need, and no attack can use.
constexpr std::size_t mostFound = 4096;

constexpr std::size_t longestSerial = 20;
constexpr std::size_t mostExtensions = 64; // of one entry; RFC 5280 knows four
constexpr std::size_t timeSize = 15;       // UTCTime with its header

// id-ce (2.5.29): reasonCode 21, holdInstructionCode 23, invalidityDate 24, certificateIssuer 29.
constexpr std::uint8_t reasonCode = 0x15;
constexpr std::uint8_t holdInstruction = 0x17;
constexpr std::uint8_t invalidityDate = 0x18;
constexpr std::uint8_t certificateIssuer = 0x1D;

// The extensions of an entry that has nothing but a reasonCode, up to the reason's octet.
constexpr std::array<std::uint8_t, 13> onlyReason{0x30, 0x0C, 0x30, 0x0A, 0x06, 0x03, 0x55,
                                                  0x1D, 0x15, 0x04, 0x03, 0x0A, 0x01};

// isReason tells whether CRLReason has this number: 0 to 10 without 7 (RFC 5280 section 5.3.1).
bool isReason(std::uint8_t number) {
    constexpr unsigned known = 0x77F;
    return number <= 10 && ((known >> number) & 1U) != 0;
}

bool isPositive(ByteView serial) {
    return (serial[0] & 0x80U) == 0 && !(serial.size() == 1 && serial[0] == 0);
}

std::uint8_t idOfCe(ByteView id) {
    return id.size() == 3 && id[0] == 0x55 && id[1] == 0x1D ? id[2] : 0;
}

bool isDigit(std::uint8_t c) {
    return c - unsigned{'0'} <= 9;
}

// isTimeOfDay holds six digits and a 'Z' to 00:00:00 to 23:59:59.
bool isTimeOfDay(const std::uint8_t* at) {
    const bool digits = isDigit(at[1]) && isDigit(at[3]) && isDigit(at[5]);
    const bool hour = at[0] == '0' || at[0] == '1' || (at[0] == '2' && at[1] <= '3');
    return digits && hour && at[2] - unsigned{'0'} <= 5 && at[4] - unsigned{'0'} <= 5 && at[6] == 'Z';
}

} // namespace

ByteView shortestInteger(ByteView content) {
    while (content.size() > 1 && ((content[0] == 0x00 && (content[1] & 0x80U) == 0) ||
                                  (content[0] == 0xFF && (content[1] & 0x80U) != 0)))
        content = content.subspan(1);
    return content;
}

const CrlExtension* CrlScan::extension(std::string_view oid) const {
    const auto place = std::ranges::find(extensions, oid, &CrlExtension::oid);
    return place == extensions.end() ? nullptr : &*place;
}

const CrlRemark* CrlScan::remark(CrlRemarkKind kind) const {
    const auto place = std::ranges::find(remarks, kind, &CrlRemark::kind);
    return place == remarks.end() ? nullptr : &*place;
}

WantedSerials::WantedSerials(std::vector<base::Bytes> serials) {
    for (const base::Bytes& serial : serials)
        if (const ByteView shortest = shortestInteger(serial); !shortest.empty())
            m_serials.emplace_back(shortest.begin(), shortest.end());
    std::ranges::sort(m_serials);
    m_serials.erase(std::unique(m_serials.begin(), m_serials.end()), m_serials.end());
    for (const base::Bytes& serial : m_serials) {
        const unsigned bit = bitOf(serial.data(), serial.size());
        m_filter[bit >> 6U] |= std::uint64_t{1} << (bit & 63U);
    }
}

bool WantedSerials::has(ByteView serial) const {
    const auto place = std::lower_bound(m_serials.begin(), m_serials.end(), serial,
                                        [](const base::Bytes& known, ByteView sought) {
                                            return std::ranges::lexicographical_compare(known, sought);
                                        });
    return place != m_serials.end() && std::ranges::equal(*place, serial);
}

void noteRemark(std::vector<CrlRemark>& remarks, CrlRemarkKind kind, std::uint64_t entry) {
    const auto known = std::ranges::find(remarks, kind, &CrlRemark::kind);
    if (known == remarks.end())
        remarks.push_back({kind, entry, 1});
    else
        ++known->count;
}

void CrlEntryReader::note(CrlRemarkKind kind) {
    noteRemark(m_remarks, kind, m_count + 1);
}

// commonTime judges YYMMDDHHMMSSZ; neighbours mostly share their day, so that it is judged once.
bool CrlEntryReader::commonTime(const std::uint8_t* time) {
    if (std::memcmp(time, m_goodDay.data(), m_goodDay.size()) == 0)
        return isTimeOfDay(time + m_goodDay.size());
    if (!strictTime({Tag::UtcTime, {}, {time, timeSize - 2}}))
        return false;
    std::copy_n(time, m_goodDay.size(), m_goodDay.begin());
    return true;
}

// takeCommon takes entries of the shape that nearly all have and stops at the first that is not of it, is
// wanted, or is not complete. It only ever says yes to what takeOne accepts without a remark.
std::size_t CrlEntryReader::takeCommon(ByteView octets) {
    const std::uint8_t* at = octets.data();
    std::size_t left = octets.size();
    while (left >= 4) {
        const std::size_t whole = std::size_t{at[1]} + 2;
        const std::size_t size = at[3];
        const std::size_t plain = 4 + size + timeSize;
        if (at[0] != 0x30 || at[1] >= 0x80 || at[2] != 0x02 || size == 0 || size > longestSerial ||
            whole > left || whole < plain)
            break;
        const std::uint8_t* serial = at + 4;
        const std::uint8_t* time = serial + size;
        const bool shortForm = serial[0] != 0 ? serial[0] < 0x80 : size > 1 && serial[1] >= 0x80;
        if (!shortForm || time[0] != 0x17 || time[1] != timeSize - 2 || !commonTime(time + 2))
            break;
        if (whole != plain) {
            const std::uint8_t* extensions = time + timeSize;
            if (whole != plain + onlyReason.size() + 1 || m_version == CrlVersion::One ||
                std::memcmp(extensions, onlyReason.data(), onlyReason.size()) != 0 ||
                !isReason(extensions[onlyReason.size()]))
                break;
        }
        if (m_wanted.mayContain(serial, size) && m_wanted.has({serial, size}))
            break;
        at += whole;
        left -= whole;
        ++m_count;
    }
    return octets.size() - left;
}

std::optional<std::size_t> CrlEntryReader::read(ByteView octets) {
    std::size_t at = 0;
    for (;;) {
        if (m_pace == EntryPace::Fast)
            at += takeCommon(octets.subspan(at));
        const ByteView rest = octets.subspan(at);
        DerHeader header;
        const HeaderState state = strictHeader(rest, header);
        if (state == HeaderState::Malformed || (!rest.empty() && header.tag != Tag::Sequence))
            return std::nullopt;
        if (state == HeaderState::Incomplete || header.whole() > rest.size())
            return at;
        const auto length = static_cast<std::size_t>(header.length);
        if (!takeOne(rest.subspan(header.size, length)))
            return std::nullopt;
        at += header.size + length;
        ++m_count;
    }
}

// takeOne takes { userCertificate, revocationDate, crlEntryExtensions OPTIONAL } apart.
bool CrlEntryReader::takeOne(ByteView content) {
    CrlEntry entry;
    const auto serial = strictNext(content, Tag::Integer);
    if (!serial || !isStrictInteger(serial->content))
        return false;
    if (!isPositive(serial->content))
        note(CrlRemarkKind::SerialNotPositive);
    if (serial->content.size() > longestSerial)
        note(CrlRemarkKind::SerialTooLong);
    const auto element = strictNext(content);
    const auto time = element ? strictTime(*element) : std::nullopt;
    if (!time)
        return false;
    if (time->wrongForm)
        note(CrlRemarkKind::EntryTimeForm);
    if (!content.empty()) {
        const auto extensions = strictNext(content, Tag::Sequence);
        if (!extensions || !content.empty() || !takeExtensions(extensions->content, entry))
            return false;
    }
    if (!m_wanted.contains(serial->content))
        return true;
    entry.number = m_count + 1;
    entry.serial.assign(serial->content.begin(), serial->content.end());
    entry.revokedAt = time->time;
    entry.certificateIssuer = m_issuer;
    keep(std::move(entry));
    return true;
}

bool CrlEntryReader::takeExtensions(ByteView list, CrlEntry& entry) {
    if (m_version == CrlVersion::One)
        note(CrlRemarkKind::ExtensionsInVersion1);
    if (list.empty())
        note(CrlRemarkKind::EmptyExtensions);
    std::array<ByteView, mostExtensions> ids;
    std::size_t count = 0;
    while (!list.empty()) {
        const auto extension = count < ids.size() ? strictExtension(list) : std::nullopt;
        if (!extension || !takeExtension(extension->id, extension->critical, extension->value, entry))
            return false;
        if (extension->explicitDefault)
            note(CrlRemarkKind::ExplicitDefault);
        const auto known = std::span(ids).first(count);
        if (std::ranges::any_of(known, [&](ByteView id) { return std::ranges::equal(id, extension->id); }))
            note(CrlRemarkKind::DuplicateExtension);
        ids.at(count++) = extension->id;
    }
    return true;
}

bool CrlEntryReader::takeExtension(ByteView id, bool critical, ByteView value, CrlEntry& entry) {
    switch (idOfCe(id)) {
    case reasonCode: {
        constexpr auto enumerated = Tag{0x0A};
        const auto reason = strictNext(value, enumerated);
        if (!reason || !value.empty() || reason->content.size() != 1 || !isReason(reason->content[0]))
            return false;
        entry.reason = reason->content[0];
        return true;
    }
    case invalidityDate: {
        const auto date = strictNext(value, Tag::GeneralizedTime);
        return date && value.empty() && strictTime(*date);
    }
    case certificateIssuer: {
        const ByteView whole = value;
        const auto names = strictNext(value, Tag::Sequence);
        if (!names || !value.empty() || names->content.empty())
            return false;
        for (ByteView rest = names->content; !rest.empty();)
            if (!strictNext(rest))
                return false;
        if (!critical)
            note(CrlRemarkKind::CertificateIssuerNotCritical);
        m_issuer.assign(whole.begin(), whole.end());
        return true;
    }
    case holdInstruction:
        return true;
    default:
        break;
    }
    if (critical) {
        entry.criticalUnknown = true;
        note(CrlRemarkKind::CriticalUnknownInEntry);
    }
    return true;
}

void CrlEntryReader::keep(CrlEntry entry) {
    if (m_found.size() < mostFound)
        m_found.push_back(std::move(entry));
    else
        m_foundAll = false;
}

std::optional<std::vector<CrlEntry>> entriesFor(const Crl& crl, ByteView serial) {
    const ByteView shortest = shortestInteger(serial);
    if (!crl.scan || shortest.empty())
        return std::nullopt;
    const CrlScan& scan = *crl.scan;
    base::Bytes sought(shortest.begin(), shortest.end());
    if (crl.der.empty()) {
        if (!scan.foundAll || !std::ranges::binary_search(scan.wanted, sought))
            return std::nullopt;
        std::vector<CrlEntry> found;
        std::ranges::copy_if(scan.found, std::back_inserter(found),
                             [&](const CrlEntry& entry) { return entry.serial == sought; });
        return found;
    }
    if (scan.entriesAt + scan.entriesSize > crl.der.size())
        return std::nullopt;
    const ByteView entries = ByteView(crl.der).subspan(static_cast<std::size_t>(scan.entriesAt),
                                                       static_cast<std::size_t>(scan.entriesSize));
    const WantedSerials wanted({std::move(sought)});
    CrlEntryReader reader(wanted, crl.facts.version == 1 ? CrlVersion::One : CrlVersion::Two);
    if (reader.read(entries) != entries.size() || !reader.foundAll())
        return std::nullopt;
    return reader.takeFound();
}

} // namespace certwright::document

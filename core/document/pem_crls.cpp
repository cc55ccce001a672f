// Why: see pem_crls.h.
#include "core/document/pem_crls.h"

#include <algorithm>

#include "core/document/der_objects.h"

namespace certwright::document {

namespace {

using base::ByteView;

constexpr std::string_view beginning = "-----BEGIN ";
constexpr std::string_view ending = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t longestLabel = 64;
constexpr std::size_t lookAhead = 96; // more than a label line can have
constexpr std::size_t longestLine = 4096;
constexpr std::size_t mostBlocks = 20000;
constexpr std::size_t textSize = std::size_t{64} * 1024;

bool endsLine(char c) {
    return c == '\n' || c == '\r';
}
bool isBlank(char c) {
    return c == ' ' || c == '\t';
}

// labelAt returns the label behind "-----BEGIN " at the front of `text`; empty if there is none.
std::string_view labelAt(std::string_view text) {
    if (!text.starts_with(beginning))
        return {};
    const std::string_view after = text.substr(beginning.size(), longestLabel + dashes.size());
    const std::size_t size = after.find(dashes);
    const std::string_view label = after.substr(0, std::min(size, after.size()));
    return size != std::string_view::npos && std::ranges::none_of(label, endsLine) ? label
                                                                                   : std::string_view();
}

std::size_t blanksBefore(std::string_view line) {
    std::size_t size = line.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    while (size < line.size() && isBlank(line[size]))
        ++size;
    return size;
}

} // namespace

PemCrls::PemCrls(std::shared_ptr<const WantedSerials> wanted, Digests digests, ParsedFile& out)
    : m_text(textSize)
    , m_wanted(std::move(wanted))
    , m_digests(digests)
    , m_out(out) {}

std::span<std::uint8_t> PemCrls::space() {
    std::copy(m_text.begin() + static_cast<std::ptrdiff_t>(m_begin),
              m_text.begin() + static_cast<std::ptrdiff_t>(m_end), m_text.begin());
    m_end -= m_begin;
    m_begin = 0;
    return std::span(m_text).subspan(m_end);
}

void PemCrls::commit(std::size_t count) {
    m_end += std::min(count, m_text.size() - m_end);
    while (m_begin < m_end && step()) {
    }
}

void PemCrls::finish() {
    m_last = true;
    while (m_begin < m_end && step()) {
    }
    if (m_mode == Mode::Headers || m_mode == Mode::Body || m_mode == Mode::Skip)
        end(Ending::Missing);
}

bool PemCrls::step() {
    switch (m_mode) {
    case Mode::Text:
    case Mode::RestOfLine:
        return textLine();
    case Mode::Headers:
        return headerLine();
    case Mode::Body:
        return body();
    case Mode::Skip:
        return skip();
    case Mode::Stopped:
        break;
    }
    take(m_end - m_begin);
    return false;
}

void PemCrls::take(std::size_t count) {
    m_begin += count;
    m_at += count;
}

// line returns the line at the front without its end, or as much of it as is looked at; nothing while more of
// it may come.
std::optional<std::string_view> PemCrls::line() const {
    const std::string_view all = text();
    const std::size_t size = all.find_first_of("\r\n");
    if (size != std::string_view::npos)
        return all.substr(0, size);
    return all.size() >= longestLine || m_last ? std::optional(all) : std::nullopt;
}

// takeLine takes a line with its end, if that is there; otherwise the rest of it is still to come.
void PemCrls::takeLine(std::string_view line) {
    const std::string_view all = text();
    if (line.size() == all.size()) {
        m_afterReturn = false;
        return take(line.size());
    }
    const char last = all[line.size()];
    const bool secondHalf = last == '\n' && m_afterReturn && line.empty();
    m_line += secondHalf ? 0 : 1;
    m_afterReturn = last == '\r';
    take(line.size() + 1);
}

bool PemCrls::textLine() {
    const auto here = line();
    if (!here)
        return false;
    const std::size_t before = blanksBefore(*here);
    const std::string_view label = m_mode == Mode::Text ? labelAt(text().substr(before)) : std::string_view();
    if (!label.empty()) {
        begin(label, before);
        return true;
    }
    m_mode = here->size() == text().size() ? Mode::RestOfLine : Mode::Text;
    takeLine(*here);
    return true;
}

void PemCrls::begin(std::string_view label, std::size_t before) {
    m_label = label;
    m_labelLine = m_line;
    m_anyHeader = m_bad = false;
    m_afterReturn = false;
    m_mode = Mode::Headers;
    take(before + beginning.size() + label.size() + dashes.size());
    if (++m_blocks > mostBlocks) {
        m_out.damages.push_back({DamageKind::BadContent, {}, m_labelLine, "more than 20000 blocks"});
        m_mode = Mode::Stopped;
    }
}

bool PemCrls::headerLine() {
    const auto here = line();
    if (!here)
        return false;
    const bool whole = here->size() < text().size();
    const bool empty = std::ranges::all_of(*here, isBlank);
    const bool continued = m_anyHeader && !here->empty() && isBlank(here->front());
    const bool header = here->find(':') != std::string_view::npos || continued;
    const bool secondHalf = m_afterReturn && here->empty(); // the LF of a CRLF
    if (whole && (header || (empty && (!m_anyHeader || secondHalf)))) {
        m_anyHeader = m_anyHeader || header;
        takeLine(*here);
        return true;
    }
    m_bodyAt = m_at;
    m_base64 = {};
    m_list.reset();
    m_onBlankLine = true;
    m_mode = shapeOfLabel(m_label) == Shape::Crl ? Mode::Body : Mode::Skip;
    if (m_mode == Mode::Body)
        m_list.emplace(m_wanted, m_digests);
    return true;
}

// atDash looks at a '-' in a block: true if the block ended there, false if it is an ordinary character;
// nothing while that cannot be told.
std::optional<bool> PemCrls::atDash(bool standsFirst) {
    const std::string_view here = text();
    if (here.size() < lookAhead && !m_last)
        return std::nullopt;
    const std::string closing = std::string(ending) + m_label + std::string(dashes);
    if (here.starts_with(closing)) {
        take(closing.size());
        end(Ending::Terminated);
        m_mode = Mode::RestOfLine;
        return true;
    }
    if (!standsFirst || labelAt(here).empty())
        return false;
    end(Ending::Missing);
    begin(labelAt(here), 0);
    return true;
}

bool PemCrls::body() {
    const std::size_t lines = m_base64.lineEnds();
    const auto place = m_list->space();
    const auto done = m_base64.decode(rest(), place);
    const bool wanted = done.written > 0 && !m_list->isComplete();
    m_list->commit(done.written);
    m_line += m_base64.lineEnds() - lines;
    take(done.taken);
    if (wanted && !m_list->isFailed())
        m_listedTo = m_at;
    m_needsWhole = m_needsWhole || m_list->needsWhole();
    if (m_begin == m_end)
        return false;
    if (!m_base64.isBad()) {
        const ByteView left = rest();
        if (done.taken > 0 && left[0] != '-')
            return true; // no more room, or a character to be looked at in the next step
        if (left[0] == '-') {
            const auto ended = atDash(m_base64.onBlankLine());
            if (!ended || *ended)
                return ended.has_value();
        }
    }
    m_bad = true;
    m_onBlankLine = m_base64.onBlankLine();
    m_mode = Mode::Skip;
    return true;
}

// skip goes to the end of a block that is not decoded.
bool PemCrls::skip() {
    while (m_begin < m_end) {
        const char c = text().front();
        if (c == '-') {
            const auto ended = atDash(m_onBlankLine);
            if (!ended || *ended)
                return ended.has_value();
        }
        if (endsLine(c)) {
            takeLine({});
            m_onBlankLine = true;
            continue;
        }
        m_onBlankLine = m_onBlankLine && (isBlank(c) || byteOrderMark.find(c) != std::string_view::npos);
        m_afterReturn = false;
        take(1);
    }
    return false;
}

void PemCrls::damage(DamageKind kind, std::string detail) {
    m_out.damages.push_back({kind, m_label, m_labelLine, std::move(detail)});
}

void PemCrls::end(Ending how) {
    const auto shape = shapeOfLabel(m_label);
    const bool keyLike = m_label.ends_with("PRIVATE KEY");
    if (shape && *shape == Shape::Crl)
        return how == Ending::Missing ? damage(DamageKind::Unterminated, {}) : endList();
    if (!shape && !keyLike)
        return; // parameters, public keys, signatures: not ours
    m_others = true;
    if (how == Ending::Missing)
        damage(DamageKind::Unterminated, {});
    else
        damage(DamageKind::BadContent, shape ? "larger than 10 MiB" : "a key format that is not known here");
}

void PemCrls::endList() {
    if (m_bad || !m_base64.isWhole())
        return damage(DamageKind::BadBase64, {});
    auto list = m_list->finish(m_bodyAt);
    m_list.reset();
    if (!list)
        return damage(DamageKind::BadContent, list.error());
    if (!list->scan->sameAlgorithm)
        m_out.damages.push_back(
            {DamageKind::BadContent, m_label, m_labelLine, {}, DamageReason::AlgorithmsDiffer});
    else
        m_out.items.push_back({Object(std::move(*list)), Encoding::Pem, Container::None, m_labelLine});
}

} // namespace certwright::document

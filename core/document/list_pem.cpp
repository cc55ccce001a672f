// Why: see list_pem.h.
#include "core/document/list_pem.h"

#include <algorithm>
#include <string_view>

#include <openssl/evp.h>

namespace certwright::document {

namespace {

constexpr std::string_view begin = "-----BEGIN X509 CRL-----\n";
constexpr std::string_view end = "-----END X509 CRL-----\n";
constexpr std::size_t octetsPerLine = 48;
constexpr std::size_t linesAtOnce = 1024;

void append(base::Bytes& text, std::string_view words) {
    text.insert(text.end(), words.begin(), words.end());
}

} // namespace

std::uint64_t listPemSize(std::uint64_t size) {
    const std::uint64_t lines = (size + octetsPerLine - 1) / octetsPerLine;
    return begin.size() + (size + 2) / 3 * 4 + lines + end.size();
}

ListPem::ListPem(FileOctets file, const ListPlace& place)
    : m_file(std::move(file))
    , m_encoding(place.encoding)
    , m_at(place.at)
    , m_left(place.size) {}

// octets reads what it can of the list's DER; 0 if the file has no more.
base::Result<std::size_t> ListPem::octets(std::span<std::uint8_t> out) {
    if (m_encoding == Encoding::Der) {
        auto count = m_file(m_at, out);
        m_at += count ? *count : 0;
        return count;
    }
    m_source.resize(out.size());
    for (;;) {
        const auto count = m_file(m_at, m_source);
        if (!count)
            return count;
        const auto done = m_base64.decode(base::ByteView(m_source).first(*count), out);
        m_at += done.taken;
        if (m_base64.isBad() || done.taken == 0)
            return 0;
        if (done.written > 0)
            return done.written; // white space alone is no end
    }
}

// fill makes the next lines of text.
base::Status ListPem::fill() {
    m_text.clear();
    m_given = 0;
    if (!m_begun)
        append(m_text, begin);
    m_begun = true;
    // 16 more: Base64Stream wants room for a group, and what it decodes too much is for the next lines.
    m_der.resize(linesAtOnce * octetsPerLine + 16);
    const auto wanted =
        static_cast<std::size_t>(std::min<std::uint64_t>(m_left, linesAtOnce * octetsPerLine));
    while (m_held < wanted) {
        const auto count = octets(std::span(m_der).subspan(m_held));
        if (!count)
            return tl::unexpected(count.error());
        if (*count == 0)
            return base::failure(base::ErrorCode::FileChanged);
        m_held += *count;
    }
    const std::size_t most = m_text.size() + linesAtOnce * (octetsPerLine / 3 * 4 + 1) + 8;
    std::size_t at = m_text.size();
    m_text.resize(most);
    for (std::size_t from = 0; from < wanted; from += octetsPerLine) {
        const std::size_t count = std::min(octetsPerLine, wanted - from);
        const int size = EVP_EncodeBlock(m_text.data() + at, m_der.data() + from, static_cast<int>(count));
        at += static_cast<std::size_t>(size);
        m_text[at++] = '\n';
    }
    m_text.resize(at);
    m_left -= wanted;
    m_held -= wanted;
    std::copy_n(m_der.begin() + static_cast<std::ptrdiff_t>(wanted), m_held, m_der.begin());
    return {};
}

base::Result<std::size_t> ListPem::next(std::span<std::uint8_t> out) {
    if (m_given == m_text.size() && m_left > 0) {
        if (auto filled = fill(); !filled)
            return tl::unexpected(filled.error());
    } else if (m_given == m_text.size() && !m_ended) {
        m_text.clear();
        m_given = 0;
        append(m_text, end);
        m_ended = true;
    }
    const std::size_t count = std::min(out.size(), m_text.size() - m_given);
    std::copy_n(m_text.begin() + static_cast<std::ptrdiff_t>(m_given), count, out.begin());
    m_given += count;
    return count;
}

} // namespace certwright::document

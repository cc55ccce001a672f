// Why: PEM text of any size is searched for lists as it arrives; scanPem needs it whole. Inside this room
// only.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/document/base64_stream.h"
#include "core/document/crl_stream.h"

namespace certwright::document {

// PemCrls reads the CRLs of a PEM text that comes in pieces, with the looseness of scanPem: line ends of any
// kind, a byte-order mark, text around the blocks, RFC 1421 headers. One line is looked at up to 4 KiB for a
// label or header.
class PemCrls {
  public:
    // `out` receives items and damages, and must outlive this.
    PemCrls(std::shared_ptr<const WantedSerials> wanted, Digests digests, ParsedFile& out);

    // space returns where the next octets may be written; commit takes the first `count` of it.
    std::span<std::uint8_t> space();
    void commit(std::size_t count);
    // finish tells that the text has ended.
    void finish();

    // hasOthers: a block holds a certificate, a key or another thing that is no CRL.
    bool hasOthers() const { return m_others; }
    bool needsWhole() const { return m_needsWhole; }
    // idle as CrlFile::idle.
    std::uint64_t idle() const { return m_at - m_listedTo; }

  private:
    enum class Mode { Text, RestOfLine, Headers, Body, Skip, Stopped };
    enum class Ending { Terminated, Missing };

    base::ByteView rest() const { return base::ByteView(m_text).subspan(m_begin, m_end - m_begin); }
    std::string_view text() const { return base::textOf(rest()); }
    bool step();
    bool textLine();
    bool headerLine();
    bool body();
    bool skip();
    std::optional<bool> atDash(bool standsFirst);
    std::optional<std::string_view> line() const;
    void takeLine(std::string_view line);
    void take(std::size_t count);
    void begin(std::string_view label, std::size_t before);
    void end(Ending ending);
    void endList();
    void damage(DamageKind kind, std::string detail);

    base::Bytes m_text;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_at = 0; // m_begin's place in the file
    std::uint64_t m_listedTo = 0;
    bool m_last = false;
    Mode m_mode = Mode::Text;
    std::size_t m_line = 1;
    bool m_afterReturn = false;

    std::string m_label;
    std::size_t m_labelLine = 0;
    std::uint64_t m_bodyAt = 0;
    bool m_anyHeader = false;
    bool m_onBlankLine = false;
    bool m_bad = false;
    Base64Stream m_base64;
    std::optional<CrlStream> m_list;
    std::size_t m_blocks = 0;

    std::shared_ptr<const WantedSerials> m_wanted;
    Digests m_digests;
    ParsedFile& m_out;
    bool m_others = false;
    bool m_needsWhole = false;
};

} // namespace certwright::document

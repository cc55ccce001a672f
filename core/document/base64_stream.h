// Why: the text of a large list is decoded as it arrives, at the speed of memory; decodeBase64 is for keys
// and wipes what it touches. Never for secrets.
#pragma once

#include <cstdint>
#include <span>

#include "core/base/bytes.h"

namespace certwright::document {

// Base64Stream decodes base64 with white space in it from pieces of any size.
class Base64Stream {
  public:
    // Progress: how many characters were taken, how many octets written.
    struct Progress {
        std::size_t taken = 0;
        std::size_t written = 0;
    };

    // decode takes characters until `text` or `out` ends or one comes that is neither base64 nor white space
    // (not taken). `out` must have room for 16 octets at least. A padding or a character behind one that must
    // not be there makes this bad.
    Progress decode(base::ByteView text, std::span<std::uint8_t> out);

    bool isBad() const { return m_bad; }
    // isWhole tells whether what was decoded ends as it should be padded.
    bool isWhole() const { return !m_bad && m_held == 0; }
    // lineEnds counts the line ends taken so far (CRLF is one); onBlankLine: nothing but blanks came since
    // the last one.
    std::size_t lineEnds() const { return m_lineEnds; }
    bool onBlankLine() const { return m_onBlankLine; }

  private:
    void white(std::uint8_t c);
    std::size_t one(std::uint8_t c, std::uint8_t value, std::uint8_t* out);

    unsigned m_held = 0; // characters of the group that is not complete
    std::uint32_t m_group = 0;
    unsigned m_padding = 0;
    bool m_bad = false;
    bool m_afterReturn = false;
    bool m_onBlankLine = false;
    std::size_t m_lineEnds = 0;
};

} // namespace certwright::document

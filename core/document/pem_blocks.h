// Why: OpenSSL's PEM reader knows no line numbers, stops at the first fault and copies keys through its own
// buffers; this one finds every block and decodes where it is told to.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace certwright::document {

// PemBlock is one block of a text, looking at its octets. `line` is the 1-based line of "-----BEGIN".
// `headers` are the RFC 1421 lines between label and content, mostly empty. Of a block without end `body`
// runs to the next block or the end of the text, and `terminated` is false.
struct PemBlock {
    std::string label;
    base::ByteView whole;
    base::ByteView headers;
    base::ByteView body;
    std::size_t line = 0;
    bool terminated = false;
};

// scanPem finds the blocks of a text: lines end with LF, CRLF or CR; a byte-order mark and blanks may stand
// before a label, any text between blocks. It stops after `most` blocks.
std::vector<PemBlock> scanPem(base::ByteView text, std::size_t most);
// pemHeader returns the value of a header of `block` without surrounding blanks; nothing if it has no such
// header.
std::optional<std::string> pemHeader(const PemBlock& block, std::string_view name);

// decodedBound is the most octets that base64 text of `size` characters can hold.
constexpr std::size_t decodedBound(std::size_t size) {
    return size / 4 * 3 + 3;
}
// decodeBase64 decodes into `out` (at least decodedBound octets) and returns how many there were; nothing if
// a character is neither base64 nor white space, or the end is not padded as it should be. What is
// decoded stands nowhere else.
std::optional<std::size_t> decodeBase64(base::ByteView text, std::span<std::uint8_t> out);

} // namespace certwright::document

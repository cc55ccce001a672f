// Why: the PEM text of a list that is not held in memory is made from its file, piece by piece.
#pragma once

#include <functional>
#include <span>

#include "core/base/result.h"
#include "core/document/base64_stream.h"
#include "core/document/object.h"

namespace certwright::document {

// FileOctets fills a span from a place in a file on and returns how many octets it wrote; 0 at the end.
using FileOctets = std::function<base::Result<std::size_t>(std::uint64_t at, std::span<std::uint8_t> place)>;

// ListPlace is where in its file a streamed list stands: its encoding there, CrlScan's sourceAt and size.
struct ListPlace {
    Encoding encoding = Encoding::Pem;
    std::uint64_t at = 0;
    std::uint64_t size = 0;
};

// listPemSize returns how many octets the PEM text of a list of `size` octets has.
std::uint64_t listPemSize(std::uint64_t size);

// ListPem hands out the PEM text (64 columns, LF) of one list; the same as toPem makes of its DER.
class ListPem {
  public:
    ListPem(FileOctets file, const ListPlace& place);

    // next fills `out` as far as it can and returns how many octets it wrote; 0 at the end. FileChanged if
    // the file ends before the list does or holds something that is no base64; the file's errors.
    base::Result<std::size_t> next(std::span<std::uint8_t> out);

  private:
    base::Status fill();
    base::Result<std::size_t> octets(std::span<std::uint8_t> out);

    FileOctets m_file;
    Encoding m_encoding;
    std::uint64_t m_at;
    std::uint64_t m_left;
    Base64Stream m_base64;
    base::Bytes m_source;
    base::Bytes m_der;
    std::size_t m_held = 0;
    base::Bytes m_text;
    std::size_t m_given = 0;
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace certwright::document

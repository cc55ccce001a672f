// Why: nearly every certificate is strict DER of a few well-known parts, which one walk over tags reads in
// microseconds; whatever is not as strict as these functions ask for is left to OpenSSL, which then decides.
#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/ossl/der.h"

namespace certwright::document {

// PlainReader walks one level as ossl::DerReader does and takes only elements with the shortest form of
// length (X.690 section 10.1). After the first other one `failed` stays true and nothing more is taken.
class PlainReader {
  public:
    explicit PlainReader(base::ByteView octets)
        : m_reader(octets) {}

    ossl::Tag peek() const { return m_reader.peek(); }
    // take returns the next element; an empty one of tag None if it has another tag or is not strict.
    ossl::DerElement take(ossl::Tag tag);
    // takeIf returns the next element if it has that tag; without failing if it has another.
    std::optional<ossl::DerElement> takeIf(ossl::Tag tag);
    bool failed() const { return m_failed; }
    // done tells that all went well and nothing is left.
    bool done() const { return !m_failed && m_reader.atEnd(); }

  private:
    ossl::DerReader m_reader;
    bool m_failed = false;
};

// isPlainOid tells whether the content of an OBJECT IDENTIFIER is well formed (X.690 section 8.19) and short
// enough (32 octets) to be written out.
bool isPlainOid(base::ByteView content);
// oidText writes such a content as dotted decimals; nothing if an arc needs more than 64 bits.
std::optional<std::string> oidText(base::ByteView content);
// isPlainInteger tells whether the content of an INTEGER is not empty and the shortest form.
bool isPlainInteger(base::ByteView content);
// isPlainAlgorithm tells whether `content` is that of an AlgorithmIdentifier: an identifier, then nothing,
// NULL, an identifier or a SEQUENCE.
bool isPlainAlgorithm(base::ByteView content);
// wholeOctets returns the octets of a BIT STRING's content that has no unused bits; nothing for others.
std::optional<base::ByteView> wholeOctets(base::ByteView bitString);
// plainTime reads the one form of UTCTime and GeneralizedTime that RFC 5280 section 4.1.2.5 allows.
std::optional<base::Time> plainTime(const ossl::DerElement& element);

} // namespace certwright::document

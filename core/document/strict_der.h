// Why: OpenSSL and DerReader read BER's looser forms too; where every octet of a list is judged, only DER
// (X.690 sections 8 to 11) as RFC 5280 profiles it will do. No OpenSSL, no allocation.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/ossl/der.h"

namespace certwright::document {

// DerHeader is tag and length: `size` octets, and `length` of content behind them.
struct DerHeader {
    ossl::Tag tag = ossl::Tag::None;
    std::size_t size = 0;
    std::uint64_t length = 0;

    std::uint64_t whole() const { return size + length; }
};

enum class HeaderState { Complete, Incomplete, Malformed };

// strictHeader reads a one-octet tag and a definite length of up to 4 octets in its shortest form (X.690
// section 10.1).
HeaderState strictHeader(base::ByteView octets, DerHeader& header);

// strictNext takes the element at the front of `rest`; nothing if it is malformed or does not fit.
std::optional<ossl::DerElement> strictNext(base::ByteView& rest);
// strictNext with a tag: nothing also if the tag is another.
std::optional<ossl::DerElement> strictNext(base::ByteView& rest, ossl::Tag tag);

// isStrictInteger tells whether the content of an INTEGER or ENUMERATED is in its shortest form (X.690
// section 8.3.2).
bool isStrictInteger(base::ByteView content);
// isStrictObjectId tells whether the content is a sequence of whole arcs in their shortest form
// (section 8.19).
bool isStrictObjectId(base::ByteView content);

// StrictTime: `late` tells a GeneralizedTime of before 2050, which RFC 5280 section 4.1.2.5 wants as UTCTime.
struct StrictTime {
    base::Time time;
    bool wrongForm = false;
};
// strictTime reads YYMMDDHHMMSSZ as UTCTime and YYYYMMDDHHMMSSZ as GeneralizedTime (RFC 5280 section
// 4.1.2.5.1 and .2); nothing for everything else and for times that do not exist.
std::optional<StrictTime> strictTime(const ossl::DerElement& element);

// StrictExtension is one of Extensions; `id` is the OBJECT IDENTIFIER's content. `explicitDefault`: critical
// FALSE is written out.
struct StrictExtension {
    base::ByteView id;
    bool critical = false;
    bool explicitDefault = false;
    base::ByteView value;
};
// strictExtension takes one extension off the front of `rest`; nothing if it is malformed.
std::optional<StrictExtension> strictExtension(base::ByteView& rest);

} // namespace certwright::document

// Why: times, numbers and object identifiers as OpenSSL holds them, turned into plain values in one place.
#pragma once

#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/clock.h"

struct asn1_object_st;
struct asn1_string_st;

namespace certwright::document {

// timeOf reads a UTCTime or GeneralizedTime in the one form of each that RFC 5280 sections 4.1.2.5.1 and
// 4.1.2.5.2 allow (seconds, no fractions, Z); nothing for any other, and for what is no day or no time of
// day.
std::optional<base::Time> timeOf(const asn1_string_st* time);
// timeOf reads the DER of one, tag included; nothing if octets follow.
std::optional<base::Time> timeOf(base::ByteView der);
// integerText returns an INTEGER in upper-case hexadecimal, two digits an octet, '-' in front if negative.
std::string integerText(const asn1_string_st* integer);
// integerText of an INTEGER's DER, tag included; nothing if it is malformed.
std::optional<std::string> integerText(base::ByteView der);
// dottedText returns an object identifier as dotted decimals.
std::string dottedText(const asn1_object_st* object);
// objectNumber returns OpenSSL's number (NID) of an object identifier's DER, tag included; 0 (NID_undef) if
// unknown.
int objectNumber(base::ByteView der);
// octetsOf copies a string's octets; empty for a null pointer.
base::Bytes octetsOf(const asn1_string_st* string);

} // namespace certwright::document

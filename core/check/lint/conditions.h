// Why: what many rules say in the same words.
#pragma once

#include "core/check/lint/values.h"

namespace certwright::check {

using document::KeyUsage;

// brokenIf returns `seen` if the rule is broken.
inline Breach brokenIf(bool broken, std::string_view seen = {}) {
    return broken ? Breach(seen) : std::nullopt;
}

// issuedFrom tells whether the certificate's notBefore is at or after the start of this day (UTC).
bool issuedFrom(const LintSubject& subject, int year, unsigned month, unsigned day);

// dnsNameWhere, altNameWhere and attributeWhere return the first one that is `broken`: a DNS name among the
// subject alternative names, any of them, or an attribute of the subject's name.
Breach dnsNameWhere(const LintSubject& subject, bool (*broken)(std::string_view name));
Breach altNameWhere(const LintSubject& subject, bool (*broken)(const GeneralName& name));
Breach attributeWhere(const LintSubject& subject, bool (*broken)(const NameAttribute& attribute));

// readable returns UTF-8 text with control characters escaped, and what is no such text as hexadecimal.
std::string readable(ByteView octets);

// negative looks at an INTEGER's content; an empty one is not.
inline bool negative(ByteView integer) {
    return !integer.empty() && (integer[0] & 0x80U) != 0;
}

// serialOf returns the content of the serial number's INTEGER.
ByteView serialOf(const LintSubject& subject);

// usageBreach is for keys that cannot do what `bits` of the key usage promise: broken if one is set and the
// key is of this algorithm.
Breach usageBreach(const LintSubject& subject, std::initializer_list<ByteView> algorithms,
                   std::initializer_list<KeyUsage> usages);

// isScheme tells whether a URI begins with this scheme (lower case, with its colon), in any case.
bool isScheme(std::string_view uri, std::string_view scheme);

} // namespace certwright::check

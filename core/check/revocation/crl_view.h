// Why: what the rules need of one revocation list, whether its octets are at hand or it was streamed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/check/material.h"
#include "core/check/revocation/distribution_point.h"

namespace certwright::check {

// CrlView looks into a list, which must outlive it. `scope` are the octets of its issuing distribution point,
// empty without one: lists of one issuer and equal scope are versions of the same list. `issuerName` and
// `pointNames` are the issuer and the names of that point as comparable() has them. `deltaBase` is its
// BaseCRLNumber in hexadecimal, if it is a delta CRL (RFC 5280 section 5.2.4).
struct CrlView {
    const SourcedCrl* source = nullptr;
    const document::CrlScan* scan = nullptr;
    base::ByteView scope;
    std::optional<IssuingPoint> point;
    base::Bytes issuerName;
    std::vector<base::Bytes> pointNames;
    bool pointMalformed = false;
    std::optional<std::string> deltaBase;

    const document::CrlFacts& facts() const { return source->crl.facts; }
    bool indirect() const { return point && point->indirect; }
    bool delta() const { return deltaBase.has_value(); }
    ReasonMask reasons() const { return point && point->reasons ? *point->reasons : allReasons; }
};

CrlView viewOf(const SourcedCrl& source);

// entryOf is what a list says of the certificate of `issuer` with this serial (content of the INTEGER):
// Unknown if it was not searched for. Of several entries the one that revokes is taken. `removed`:
// removeFromCRL (section 5.3.1). `reason` is RFC 5280's number.
enum class Listing { No, Yes, Unknown };
struct CrlSaying {
    Listing listing = Listing::Unknown;
    bool removed = false;
    base::Time revokedAt;
    std::optional<int> reason;
};
CrlSaying entryOf(const CrlView& view, const document::Name& issuer, base::ByteView serial);

// repeatedSerial returns, in hexadecimal, the serial of a certificate that is listed twice; nothing if there
// is none, or if the list's octets are not at hand or hold too many entries to compare.
std::optional<std::string> repeatedSerial(const CrlView& view);

// compareNumbers compares two non-negative hexadecimal numbers: negative, 0 or positive.
int compareNumbers(const std::string& one, const std::string& other);
// isNewer orders versions of a list: by number (section 5.2.3), then thisUpdate, then by fingerprint, so that
// the order of files cannot matter.
bool isNewer(const CrlView& one, const CrlView& other);

// reasonName returns RFC 5280's word for a reason code, empty for numbers without one.
std::string reasonName(int number);

} // namespace certwright::check

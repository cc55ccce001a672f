// Why: which certificates a revocation list speaks of is said twice, in the certificate and in the list, and
// the two must meet (RFC 5280 sections 4.2.1.13 and 5.2.5).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/bytes.h"
#include "core/document/facts.h"

namespace certwright::check {

// ReasonMask holds ReasonFlags of RFC 5280 section 4.2.1.13 by their bit numbers.
using ReasonMask = std::uint16_t;
// allReasons are keyCompromise (1) to aACompromise (8).
inline constexpr ReasonMask allReasons = 0x1FE;

// PointName is a DistributionPointName: `full` are DER GeneralNames, `relative` the content of the relative
// name's SET; one of them is there.
struct PointName {
    std::vector<base::Bytes> full;
    std::optional<base::Bytes> relative;

    // onlyUris tells whether it is a full name and holds nothing but URIs (Baseline Requirements
    // 7.1.2.11.2 and 7.2.2.1).
    bool onlyUris() const;
};

// CertificatePoint is one of a certificate's CRL distribution points; `crlIssuers` are DER GeneralNames.
struct CertificatePoint {
    std::optional<PointName> name;
    ReasonMask reasons = allReasons;
    std::vector<base::Bytes> crlIssuers;
};

// IssuingPoint is a list's issuing distribution point. `strict` is false if the octets are not DER (a
// default or a TRUE that is not FF), `empty` if nothing is said in it.
struct IssuingPoint {
    std::optional<PointName> name;
    bool onlyUser = false;
    bool onlyCa = false;
    bool onlyAttribute = false;
    bool indirect = false;
    std::optional<ReasonMask> reasons;
    bool strict = true;
    bool empty = false;
};

// certificatePointsOf and issuingPointOf read the extension's value; nothing if it is malformed.
std::optional<std::vector<CertificatePoint>> certificatePointsOf(base::ByteView value);
std::optional<IssuingPoint> issuingPointOf(base::ByteView value);

// directoryNameOf is the GeneralName (directoryName) of a DER Name.
base::Bytes directoryNameOf(base::ByteView name);
// holdsName tells whether a directoryName among `names` equals `name` (RFC 5280 section 7.1).
bool holdsName(const std::vector<base::Bytes>& names, const document::Name& name);

// comparable returns the names of a point in a form in which equal ones are equal octets: directory names as
// section 7.1 compares them, all others as they stand. A relative name is appended to each of `issuers`
// (DER Names).
std::vector<base::Bytes> comparable(const PointName& name, const std::vector<base::Bytes>& issuers);
// meet tells whether two such lists have one in common.
bool meet(const std::vector<base::Bytes>& one, const std::vector<base::Bytes>& other);

} // namespace certwright::check

// Why: a list of the right issuer may still not speak of a certificate, or of some reasons only (RFC 5280
// section 6.3.3 (b) to (e)).
#pragma once

#include <string_view>
#include <vector>

#include "core/check/details.h"
#include "core/check/path.h"
#include "core/check/revocation/crl_view.h"

namespace certwright::check {

// SubjectPoint is one of a certificate's CRL distribution points, its names and those of its CRL issuers as
// comparable() has them. No names: the point has none.
struct SubjectPoint {
    std::optional<std::vector<base::Bytes>> names;
    ReasonMask reasons = allReasons;
    std::vector<base::Bytes> crlIssuers;
};

// CrlSubject is a certificate whose status is asked for; it looks into the Material. `points` are its CRL
// distribution points as the rule set counts them, and the one that section 6.3.3 has everybody assume: named
// as the certificate's issuer, for all reasons.
struct CrlSubject {
    Link link;
    base::ByteView serial;
    std::vector<SubjectPoint> points;
};

// crlSubjectOf reads what is asked for; nothing if the certificate's outline cannot be read. WebPki counts
// points named by URIs alone (Baseline Requirements 7.1.2.11.2).
std::optional<CrlSubject> crlSubjectOf(const Link& link, DetailsMemory& details, RuleSet rules);

// Coverage: for which reasons a list tells the certificate's status, 0 for none. `miss` says why none
// (CrlScope's words), empty if the list is not even a candidate: it is of another issuer, and the certificate
// does not name it.
struct Coverage {
    ReasonMask reasons = 0;
    std::string_view miss;

    bool candidate() const { return reasons != 0 || !miss.empty(); }
};
Coverage coverageOf(const CrlView& view, const CrlSubject& subject);

// reasonNames writes the reasons of a mask in RFC 5280's words.
std::vector<std::string> reasonNames(ReasonMask mask);

} // namespace certwright::check

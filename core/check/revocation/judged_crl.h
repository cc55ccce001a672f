// Why: each list is judged once for a path; the status of each certificate is then put together from all.
#pragma once

#include <vector>

#include "core/check/revocation/crl_coverage.h"
#include "core/check/revocation/crl_form.h"
#include "core/check/revocation/crl_signer.h"

namespace certwright::check {

// Currency of a list: `thisUpdate` <= now <= `nextUpdate` (RFC 5280 sections 5.1.2.4 and 5.1.2.5).
enum class Currency { Current, Expired, NotYet };

// JudgedCrl is one list with everything that is known of it. `trusted`: its signature is that of somebody who
// may speak for its issuer.
struct JudgedCrl {
    CrlView view;
    FormVerdict form;
    CrlSigner signer;
    Currency currency = Currency::Current;
    bool trusted = false;

    bool usable() const { return trusted && form.standing == Standing::Usable; }
};

// CrlStatus: Revoked also on hold; Unsearched: a list that would tell was not searched (CrlNotSearched).
enum class CrlStatus { Good, Revoked, Unknown, Unsearched };

// StatusVerdict: `saying` is what revokes it; `missing` the reasons that no list tells of, if some but not
// all are told of; `list` the list that decided, nullptr if none did; `deltas` those that were taken into
// account; `contradictory` a complete list that says removeFromCRL, which has no meaning there (section
// 5.3.1).
struct StatusVerdict {
    CrlStatus status = CrlStatus::Unknown;
    CrlSaying saying;
    ReasonMask missing = 0;
    const JudgedCrl* list = nullptr;
    std::vector<const JudgedCrl*> deltas;
    const JudgedCrl* contradictory = nullptr;
};

// statusOf puts together what the lists say of a certificate (section 6.3.3). Of lists of the same issuer,
// scope and key the newest counts; a delta only together with a list that it continues.
StatusVerdict statusOf(const CrlSubject& subject, const std::vector<const JudgedCrl*>& lists);

// sameList tells whether two trusted ones are of the same issuer, scope and key: versions of one list, or a
// delta of one.
bool sameList(const JudgedCrl& one, const JudgedCrl& other);
// outdates tells whether a complete list is at least as new as a delta of its own scope.
bool outdates(const JudgedCrl& base, const JudgedCrl& delta);
// continues tells whether `delta` may be combined with `base` (section 5.2.4 (a) to (d)).
bool continues(const JudgedCrl& delta, const JudgedCrl& base);

} // namespace certwright::check

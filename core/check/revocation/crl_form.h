// Why: a list whose form is wrong says nothing of any certificate, or says it only to those who do not mind.
#pragma once

#include <vector>

#include "core/check/finding.h"
#include "core/check/policy.h"
#include "core/check/revocation/crl_view.h"

namespace certwright::check {

// Standing tells what may be concluded from a list. Unusable: not that a certificate is unrevoked. Ignored:
// nothing; it counts as not given.
enum class Standing { Usable, Unusable, Ignored };

// Weight tells how a defect is told: as it stands; or as a blocker only where the list is missed, or unless a
// newer version of it serves, and else as a warning.
enum class Weight { AsItStands, IfMissed, UnlessReplaced };
struct Defect {
    Finding finding;
    Weight weight = Weight::AsItStands;
};

// FormVerdict is what a list's own octets say of it.
struct FormVerdict {
    Standing standing = Standing::Usable;
    std::vector<Defect> defects;

    // tell appends a defect that changes nothing; refuse one that makes the list unusable.
    void tell(Severity severity, const std::string& subject, FindingBody body);
    void refuse(const std::string& subject, FindingBody body);
};

// judgeForm holds a list to RFC 5280 section 5 as the rule set asks: Service refuses what programs that stand
// on OpenSSL refuse and warns of what breaks a rule without harm; the strict sets refuse what the profile
// forbids. A list that is none of the profile's at all (no nextUpdate, GeneralizedTime before 2050) is
// ignored by them. Dates are not looked at.
FormVerdict judgeForm(const CrlView& view, const Policy& policy, const std::string& subject);

} // namespace certwright::check

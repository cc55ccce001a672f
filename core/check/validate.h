// Why: a certificate is judged outside an import too: with named anchors, for a host and a time, under a
// policy.
#pragma once

#include <vector>

#include "core/check/check.h"

namespace certwright::check {

// Question asks whether `leaf` is valid at `at` under `policy`. Every certificate of `trusted` is a trust
// anchor, self-signed or not; `untrusted` may stand between. The paths of the sources become the subjects of
// findings.
struct Question {
    SourcedCertificate leaf;
    std::vector<SourcedCertificate> trusted;
    std::vector<SourcedCertificate> untrusted;
    std::vector<SourcedCrl> crls;
    Policy policy;
    base::Time at;
};

// validate answers by the same rules and the same search as check; the order of certificates and lists never
// decides.
Verdict validate(Question question);

} // namespace certwright::check

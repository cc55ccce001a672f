// Why: a service that sends to others trusts their CAs; those pairs of CA and CRL must hold as well as its
// own.
#include "core/check/rules/rules.h"

namespace certwright::check {

void trustPairsRules(const Context& context, Findings& findings) {
    for (const TrustPair& pair : context.material.pairs) {
        std::vector<Link> cas;
        for (const SourcedCertificate* source : distinct(pair.cas))
            cas.push_back({source, Role::Ca});
        for (const Link& ca : cas) {
            judgeDates(context, ca, pair.slot, findings);
            judgeIssuer(ca, pair.slot, findings);
            judgeIssuerKey(context, ca, pair.slot, findings);
        }
        for (const SourcedCrl& crl : pair.crls)
            judgeCrl(context, crl, cas, pair.slot, findings);
    }
}

} // namespace certwright::check

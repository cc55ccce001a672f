// Why: who brings a TLCP pair (GB/T 38636) has two certificates for one service, of which TLS takes one.
#include "core/check/foreign.h"
#include "core/check/rules/rules.h"

namespace certwright::check {

void tlcpRules(const Context& context, Findings& findings) {
    const Material& material = context.material;
    std::vector<const document::Certificate*> all;
    if (material.leaf)
        all.push_back(&material.leaf->certificate);
    for (const SourcedCertificate& one : material.pool)
        all.push_back(&one.certificate);
    std::ranges::move(tlcpPairs(all), std::back_inserter(findings));
}

} // namespace certwright::check

// Why: the one call; runs every rule and puts the worst first.
#include "core/check/check.h"

#include "core/check/rules/rules.h"

namespace certwright::check {

Verdict check(const Material& material, const Policy& policy, base::Time now) {
    static constexpr auto rules = {sourceFilesRules, keyRules,        keyStrengthRules,
                                   leafRules,        datesRules,      chainRules,
                                   issuerRules,      namesRules,      signatureAlgorithmRules,
                                   revocationRules,  trustPairsRules, extensionsRules,
                                   tlcpRules};
    Signatures signatures;
    PathSearch search = searchPath(material, now, signatures);
    Verdict verdict;
    const Context context{material, policy, now, search, signatures};
    for (const auto rule : rules)
        rule(context, verdict.findings);
    sortWorstFirst(verdict.findings);
    verdict.path = std::move(search.path);
    return verdict;
}

} // namespace certwright::check

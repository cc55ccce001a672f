// Why: the one call; runs every rule and puts the worst first.
#include "core/check/check.h"

#include "core/check/rules/path_rules.h"

namespace certwright::check {

namespace {

// Findings of the path were made when it was chosen; they take their rule's place among the others.
Findings allFindings(const Context& context, PathSearch& search) {
    Findings findings;
    auto ofPath = search.findings.begin();
    for (const PlacedRule& placed : allRules()) {
        if (placed.basis == Basis::Material)
            placed.rule(context, findings);
        else
            std::ranges::move(*ofPath++, std::back_inserter(findings));
    }
    return findings;
}

} // namespace

Verdict check(const Material& material, const Policy& policy, base::Time now) {
    Signatures signatures;
    DetailsMemory details;
    PathSearch search = searchPath(material, policy, now, signatures, details);
    Verdict verdict;
    const Context context{material, policy, now, search, signatures, details};
    verdict.findings = allFindings(context, search);
    sortWorstFirst(verdict.findings);
    verdict.failed = std::move(search.failed);
    for (const Link& link : search.links) {
        if (search.end != PathEnd::Complete)
            break;
        verdict.fingerprints.push_back(link.facts().fingerprint);
        verdict.names.push_back(link.facts().subject.text);
    }
    verdict.path = std::move(search.path);
    return verdict;
}

} // namespace certwright::check

// Why: one list is the order of all rules.
#include "core/check/rules/path_rules.h"

#include "core/check/rules/rules.h"

namespace certwright::check {

const std::vector<PlacedRule>& allRules() {
    static const std::vector<PlacedRule> rules{
        {sourceFilesRules, Basis::Material},
        {keyRules, Basis::Material},
        {keyStrengthRules, Basis::Material},
        {issuerStrengthRules, Basis::Path},
        {leafKeySafetyRules, Basis::Material},
        {issuerKeySafetyRules, Basis::Path},
        {leafRules, Basis::Material},
        {leafFormRules, Basis::Material},
        {issuerFormRules, Basis::Path},
        {leafDatesRules, Basis::Material},
        {issuerDatesRules, Basis::Path},
        {chainRules, Basis::Material},
        {anchorRules, Basis::Path},
        {issuerRules, Basis::Path},
        {pathLengthRules, Basis::Path},
        {keyIdentifierRules, Basis::Path},
        {purposeRules, Basis::Path},
        {nameConstraintsRules, Basis::Path},
        {certificatePoliciesRules, Basis::Path},
        {namesRules, Basis::Material},
        {leafSignatureRules, Basis::Material},
        {issuerSignatureRules, Basis::Path},
        {revocationRules, Basis::Path},
        {trustPairsRules, Basis::Material},
        {tlcpRules, Basis::Material},
        {leafLintRules, Basis::Material},
        {issuerLintRules, Basis::Path},
    };
    return rules;
}

const std::vector<Rule>& pathRules() {
    static const std::vector<Rule> rules = [] {
        std::vector<Rule> chosen;
        for (const PlacedRule& placed : allRules())
            if (placed.basis == Basis::Path)
                chosen.push_back(placed.rule);
        return chosen;
    }();
    return rules;
}

} // namespace certwright::check

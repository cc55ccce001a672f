// Why: words for the rules about name constraints and policies.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.name-constraints-leaf",
                 QT_TRANSLATE_NOOP("lint", "%1 has name constraints, though it is no CA.")},
    LintSentence{"lint.name-constraints-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has name constraints that are not marked critical.")},
    LintSentence{"lint.name-constraints-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has name constraints that permit or exclude nothing.")},
    LintSentence{
        "lint.name-constraints-distance",
        QT_TRANSLATE_NOOP("lint", "%1 has name constraints with a distance, which is not used (%2).")},
    LintSentence{"lint.name-constraints-minimum",
                 QT_TRANSLATE_NOOP("lint", "%1 has name constraints with the distance 0 written out (%2).")},
    LintSentence{"lint.policies-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty list of certificate policies.")},
    LintSentence{"lint.policies-repeated",
                 QT_TRANSLATE_NOOP("lint", "%1 names the same certificate policy twice (%2).")},
    LintSentence{
        "lint.policy-qualifiers-empty",
        QT_TRANSLATE_NOOP("lint", "%1 has an empty list of qualifiers at a certificate policy (%2).")},
    LintSentence{
        "lint.policy-qualifier-unknown",
        QT_TRANSLATE_NOOP("lint", "%1 has a certificate policy with a qualifier of an unknown kind (%2).")},
    LintSentence{"lint.policy-any-qualifier",
                 QT_TRANSLATE_NOOP("lint", "%1 has a qualifier of an unknown kind at anyPolicy.")},
    LintSentence{
        "lint.policy-notice-encoding",
        QT_TRANSLATE_NOOP("lint", "%1 has a certificate policy with a text that is not UTF-8 (%2).")},
    LintSentence{"lint.policy-notice-long",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has a certificate policy with a text of more than 200 characters (%2).")},
    LintSentence{
        "lint.policy-notice-reference",
        QT_TRANSLATE_NOOP("lint", "%1 has a certificate policy that refers to a text elsewhere (%2).")},
    LintSentence{
        "lint.policy-statement-scheme",
        QT_TRANSLATE_NOOP("lint", "%1 has a certificate policy whose place is no address of the web (%2).")},
    LintSentence{"lint.leaf-policies-missing", QT_TRANSLATE_NOOP("lint", "%1 names no certificate policy.")},
    LintSentence{
        "lint.leaf-policy-not-reserved",
        QT_TRANSLATE_NOOP("lint",
                          "%1 names none of the policies that are reserved for public server certificates.")},
    LintSentence{"lint.leaf-policy-any",
                 QT_TRANSLATE_NOOP("lint", "%1 names anyPolicy, though it is no CA.")},
    LintSentence{"lint.policy-mapping-any",
                 QT_TRANSLATE_NOOP("lint", "%1 maps a policy from or to anyPolicy.")},
    LintSentence{"lint.policy-mapping-leaf",
                 QT_TRANSLATE_NOOP("lint", "%1 maps policies, though it is no CA.")},
    LintSentence{"lint.policy-mapping-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty list of policy mappings.")},
    LintSentence{"lint.policy-mapping-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has policy mappings that are not marked critical.")},
    LintSentence{"lint.policy-mapping-not-asserted",
                 QT_TRANSLATE_NOOP("lint", "%1 maps a policy that it does not name (%2).")},
    LintSentence{"lint.policy-constraints-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has policy constraints that are not marked critical.")},
    LintSentence{"lint.policy-constraints-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has empty policy constraints.")},
    LintSentence{"lint.policy-constraints-leaf",
                 QT_TRANSLATE_NOOP("lint", "%1 has policy constraints, though it is no CA.")},
    LintSentence{"lint.policy-constraints-negative",
                 QT_TRANSLATE_NOOP("lint", "%1 has policy constraints with a negative number.")},
    LintSentence{"lint.inhibit-any-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has inhibitAnyPolicy that is not marked critical.")},
    LintSentence{"lint.inhibit-any-leaf",
                 QT_TRANSLATE_NOOP("lint", "%1 has inhibitAnyPolicy, though it is no CA.")},
    LintSentence{"lint.inhibit-any-negative",
                 QT_TRANSLATE_NOOP("lint", "%1 has inhibitAnyPolicy with a negative number.")},
};

} // namespace

std::span<const LintSentence> policySentences() {
    return table;
}

} // namespace certwright::text

// Why: words for the rules about distribution points.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.cdp-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has CRL distribution points that are marked critical.")},
    LintSentence{"lint.cdp-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty list of CRL distribution points.")},
    LintSentence{"lint.cdp-reasons-only",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has a CRL distribution point that names neither a place nor an issuer.")},
    LintSentence{"lint.cdp-not-uri",
                 QT_TRANSLATE_NOOP("lint", "%1 has a CRL distribution point that is no address (%2).")},
    LintSentence{
        "lint.cdp-scheme",
        QT_TRANSLATE_NOOP("lint", "%1 has a CRL distribution point that is not reached by HTTP (%2).")},
    LintSentence{
        "lint.cdp-relative",
        QT_TRANSLATE_NOOP("lint", "%1 has a CRL distribution point whose name is relative to the issuer's.")},
    LintSentence{"lint.freshest-crl-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has a freshest CRL that is marked critical.")},
    LintSentence{"lint.revocation-unknown",
                 QT_TRANSLATE_NOOP("lint", "%1 does not say where to ask whether it was revoked.")},
};

} // namespace

std::span<const LintSentence> pointSentences() {
    return table;
}

} // namespace certwright::text

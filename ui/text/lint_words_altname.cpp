// Why: words for the rules about subject alternative names.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.subject-empty-no-san",
                 QT_TRANSLATE_NOOP("lint", "%1 has neither a subject name nor subject alternative names.")},
    LintSentence{"lint.subject-empty-san-not-critical",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has only subject alternative names, and they are not marked critical.")},
    LintSentence{
        "lint.san-critical",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has subject alternative names that are marked critical, besides a subject name.")},
    LintSentence{"lint.san-missing", QT_TRANSLATE_NOOP("lint", "%1 has no subject alternative names.")},
    LintSentence{"lint.san-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty list of subject alternative names.")},
    LintSentence{"lint.san-repeated",
                 QT_TRANSLATE_NOOP("lint", "%1 names the same subject alternative name twice (%2).")},
    LintSentence{
        "lint.san-kind",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a subject alternative name that is neither a DNS name nor an IP address (%2).")},
    LintSentence{"lint.san-ip-length",
                 QT_TRANSLATE_NOOP("lint", "%1 has an IP address that has neither 4 nor 16 octets (%2).")},
    LintSentence{"lint.san-ip-reserved",
                 QT_TRANSLATE_NOOP("lint", "%1 names an address of private or reserved networks (%2).")},
    LintSentence{
        "lint.san-email-form",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a subject alternative name that is no email address though it says so (%2).")},
    LintSentence{
        "lint.san-uri-form",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a subject alternative name that is no complete URI though it says so (%2).")},
    LintSentence{
        "lint.san-not-ascii",
        QT_TRANSLATE_NOOP("lint", "%1 has an email address or URI with characters outside ASCII (%2).")},
};

} // namespace

std::span<const LintSentence> altnameSentences() {
    return table;
}

} // namespace certwright::text

// Why: words for the rules about the subject's name.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.name-string-type",
                 QT_TRANSLATE_NOOP("lint", "%1 has a name in an outdated form of text (%2).")},
    LintSentence{
        "lint.name-printable-character",
        QT_TRANSLATE_NOOP(
            "lint",
            "%1 has a name with a character that its form of text (PrintableString) does not know (%2).")},
    LintSentence{
        "lint.name-country",
        QT_TRANSLATE_NOOP("lint", "%1 has a country that is not written as two capital letters (%2).")},
    LintSentence{
        "lint.name-long",
        QT_TRANSLATE_NOOP("lint", "%1 has a name with a part that is longer than the standard allows (%2).")},
    LintSentence{"lint.name-empty-value", QT_TRANSLATE_NOOP("lint", "%1 has a name with an empty part.")},
    LintSentence{
        "lint.name-spaces",
        QT_TRANSLATE_NOOP("lint", "%1 has a name with spaces at the beginning or end of a part (%2).")},
    LintSentence{"lint.name-control-character",
                 QT_TRANSLATE_NOOP("lint", "%1 has a name with control characters (%2).")},
    LintSentence{"lint.name-placeholder",
                 QT_TRANSLATE_NOOP("lint", "%1 has a name with a mere sign in place of a value (%2).")},
    LintSentence{"lint.name-multi-valued",
                 QT_TRANSLATE_NOOP("lint", "%1 has a name with several parts in one step (%2).")},
    LintSentence{"lint.name-common-name-repeated",
                 QT_TRANSLATE_NOOP("lint", "%1 has more than one common name.")},
    LintSentence{"lint.common-name-not-in-san",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has a common name that is none of its subject alternative names (%2).")},
    LintSentence{"lint.name-organizational-unit",
                 QT_TRANSLATE_NOOP("lint", "%1 has an organizational unit in its name (%2).")},
    LintSentence{"lint.name-email",
                 QT_TRANSLATE_NOOP("lint", "%1 has an email address in its subject name (%2).")},
    LintSentence{"lint.name-domain-components",
                 QT_TRANSLATE_NOOP("lint", "%1 has domain components in the wrong order.")},
};

} // namespace

std::span<const LintSentence> nameSentences() {
    return table;
}

} // namespace certwright::text

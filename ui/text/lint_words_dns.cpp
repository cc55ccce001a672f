// Why: words for the rules about DNS names.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.dns-empty", QT_TRANSLATE_NOOP("lint", "%1 has an empty DNS name.")},
    LintSentence{"lint.dns-space", QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with a space in it (%2).")},
    LintSentence{"lint.dns-not-ascii",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with characters outside ASCII (%2).")},
    LintSentence{"lint.dns-character",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with a character that no host name has (%2).")},
    LintSentence{"lint.dns-underscore",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with an underscore (%2).")},
    LintSentence{"lint.dns-label-long",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with a part of more than 63 characters (%2).")},
    LintSentence{"lint.dns-name-long",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name of more than 253 characters (%2).")},
    LintSentence{"lint.dns-leading-dot",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name that begins with a dot (%2).")},
    LintSentence{"lint.dns-trailing-dot",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name that ends with a dot (%2).")},
    LintSentence{"lint.dns-empty-label",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with nothing between two dots (%2).")},
    LintSentence{"lint.dns-hyphen",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with a hyphen at the edge of a part (%2).")},
    LintSentence{"lint.dns-address",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has an IP address among the DNS names, where no client looks for it (%2).")},
    LintSentence{"lint.dns-single-label",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name without a domain (%2).")},
    LintSentence{"lint.dns-internal-name",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name below no public domain (%2).")},
    LintSentence{"lint.dns-wildcard-bare",
                 QT_TRANSLATE_NOOP("lint", "%1 is for every name (\"*\"), which no client accepts.")},
    LintSentence{"lint.dns-wildcard-placement",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has a DNS name with a wildcard that is not the whole left-most part (%2).")},
    LintSentence{"lint.dns-wildcard-public-suffix",
                 QT_TRANSLATE_NOOP("lint", "%1 has a wildcard over a public suffix (%2).")},
    LintSentence{
        "lint.dns-a-label",
        QT_TRANSLATE_NOOP("lint",
                          "%1 has a DNS name with a part that begins with xn-- and encodes nothing (%2).")},
    LintSentence{"lint.dns-reserved-label",
                 QT_TRANSLATE_NOOP("lint", "%1 has a DNS name with a part of a reserved form (%2).")},
};

} // namespace

std::span<const LintSentence> dnsSentences() {
    return table;
}

} // namespace certwright::text

// Why: words for the rules about key identifiers, and what an issuer says of itself.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.ca-ski-missing", QT_TRANSLATE_NOOP("lint", "%1 has no subject key identifier.")},
    LintSentence{"lint.ski-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has a subject key identifier that is marked critical.")},
    LintSentence{"lint.ski-empty", QT_TRANSLATE_NOOP("lint", "%1 has an empty subject key identifier.")},
    LintSentence{
        "lint.ski-method",
        QT_TRANSLATE_NOOP("lint", "%1 has a subject key identifier that is not the digest of its key.")},
    LintSentence{"lint.aki-missing", QT_TRANSLATE_NOOP("lint", "%1 has no authority key identifier.")},
    LintSentence{"lint.aki-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has an authority key identifier that is marked critical.")},
    LintSentence{
        "lint.aki-no-key-id",
        QT_TRANSLATE_NOOP("lint", "%1 has an authority key identifier without the identifier of a key.")},
    LintSentence{
        "lint.aki-incomplete",
        QT_TRANSLATE_NOOP(
            "lint",
            "%1 has an authority key identifier with a name but no serial number, or the other way round.")},
    LintSentence{"lint.aki-issuer",
                 QT_TRANSLATE_NOOP("lint", "%1 names its issuer's certificate by name and serial number.")},
    LintSentence{
        "lint.root-aki-no-key-id",
        QT_TRANSLATE_NOOP("lint", "%1 has an authority key identifier without the identifier of a key.")},
    LintSentence{
        "lint.root-aki-issuer",
        QT_TRANSLATE_NOOP(
            "lint", "%1 names an issuer's certificate by name and serial number, though it is a root.")},
    LintSentence{"lint.root-aki-unlike-ski",
                 QT_TRANSLATE_NOOP("lint", "%1 has two different key identifiers, though it is a root.")},
    LintSentence{
        "lint.aia-critical",
        QT_TRANSLATE_NOOP("lint", "%1 has an authority information access that is marked critical.")},
    LintSentence{"lint.aia-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty authority information access.")},
    LintSentence{"lint.aia-malformed",
                 QT_TRANSLATE_NOOP("lint", "%1 has an authority information access that cannot be read.")},
    LintSentence{"lint.aia-scheme",
                 QT_TRANSLATE_NOOP("lint", "%1 names a place that is not reached by HTTP (%2).")},
    LintSentence{"lint.leaf-aia-missing",
                 QT_TRANSLATE_NOOP("lint", "%1 does not say where its issuer's certificate can be fetched.")},
    LintSentence{"lint.sia-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has a subject information access that is marked critical.")},
    LintSentence{"lint.ian-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has issuer alternative names that are marked critical.")},
    LintSentence{"lint.ian-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty list of issuer alternative names.")},
    LintSentence{"lint.directory-attributes-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has subject directory attributes that are marked critical.")},
    LintSentence{"lint.private-key-usage-period",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has a period of its own for the private key, which programs overlook.")},
    LintSentence{"lint.tls-feature-malformed",
                 QT_TRANSLATE_NOOP("lint", "%1 has a TLS feature (must-staple) that cannot be read.")},
    LintSentence{"lint.tls-feature-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has a TLS feature (must-staple) that is marked critical.")},
    LintSentence{
        "lint.precertificate",
        QT_TRANSLATE_NOOP("lint",
                          "%1 is a precertificate: it was made for a public log, and no client accepts it.")},
    LintSentence{"lint.sct-malformed",
                 QT_TRANSLATE_NOOP("lint", "%1 has signed certificate timestamps that cannot be read.")},
    LintSentence{"lint.leaf-sct-missing",
                 QT_TRANSLATE_NOOP("lint", "%1 holds no signed certificate timestamps of public logs.")},
};

} // namespace

std::span<const LintSentence> identifierSentences() {
    return table;
}

} // namespace certwright::text

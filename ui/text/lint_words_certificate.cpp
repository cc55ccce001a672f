// Why: words for the rules about what a certificate is outside its extensions.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.serial-zero", QT_TRANSLATE_NOOP("lint", "%1 has the serial number 0.")},
    LintSentence{"lint.serial-negative", QT_TRANSLATE_NOOP("lint", "%1 has a negative serial number.")},
    LintSentence{"lint.serial-long",
                 QT_TRANSLATE_NOOP("lint", "%1 has a serial number of more than 20 octets.")},
    LintSentence{"lint.serial-short",
                 QT_TRANSLATE_NOOP("lint", "%1 has a serial number of less than 64 bits.")},
    LintSentence{"lint.version-with-extensions",
                 QT_TRANSLATE_NOOP("lint", "%1 has extensions but is not of version 3.")},
    LintSentence{"lint.version-old", QT_TRANSLATE_NOOP("lint", "%1 is not of version 3.")},
    LintSentence{"lint.version-default",
                 QT_TRANSLATE_NOOP("lint", "%1 writes out version 1, which is to be left out.")},
    LintSentence{"lint.unique-identifier",
                 QT_TRANSLATE_NOOP("lint", "%1 holds a unique identifier, a field that is not to be used.")},
    LintSentence{"lint.issuer-empty", QT_TRANSLATE_NOOP("lint", "%1 has an empty issuer name.")},
    LintSentence{"lint.ca-subject-empty",
                 QT_TRANSLATE_NOOP("lint", "%1 has an empty subject name, though it is a CA's.")},
    LintSentence{"lint.validity-generalized-early",
                 QT_TRANSLATE_NOOP("lint", "%1 has a date before 2050 in the form for later ones (%2).")},
    LintSentence{"lint.validity-endless",
                 QT_TRANSLATE_NOOP("lint", "%1 has no well-defined end: it is valid until 9999.")},
    LintSentence{"lint.lifetime",
                 QT_TRANSLATE_NOOP("lint", "%1 lasts %2 days, more than was allowed when it was issued.")},
    LintSentence{"lint.ca-lifetime",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 lasts %2 days; 9,132 (25 years) are the most that is advised for a CA.")},
    LintSentence{"lint.signature-rsa-parameters",
                 QT_TRANSLATE_NOOP("lint", "%1 is signed with RSA, without the NULL that belongs to it.")},
    LintSentence{
        "lint.signature-ecdsa-parameters",
        QT_TRANSLATE_NOOP("lint", "%1 is signed with ECDSA, with parameters that do not belong there.")},
    LintSentence{
        "lint.signature-eddsa-parameters",
        QT_TRANSLATE_NOOP("lint",
                          "%1 is signed with Ed25519 or Ed448, with parameters that do not belong there.")},
    LintSentence{"lint.signature-pss-form",
                 QT_TRANSLATE_NOOP("lint", "%1 is signed with RSASSA-PSS in a form other than SHA-2, MGF1 "
                                           "with the same digest and a salt as long as it.")},
    LintSentence{"lint.signature-md5",
                 QT_TRANSLATE_NOOP("lint", "%1 is signed with MD2, MD4 or MD5, which can be forged.")},
    LintSentence{"lint.signature-sha1",
                 QT_TRANSLATE_NOOP("lint", "%1 is signed with SHA-1, which is broken.")},
    LintSentence{"lint.signature-unused-bits",
                 QT_TRANSLATE_NOOP("lint", "%1 has a signature that is not a whole number of octets.")},
    LintSentence{"lint.extensions-empty", QT_TRANSLATE_NOOP("lint", "%1 has an empty list of extensions.")},
    LintSentence{
        "lint.extension-critical-false",
        QT_TRANSLATE_NOOP("lint", "%1 has a written-out FALSE for an extension that is not critical (%2).")},
    LintSentence{
        "lint.extension-critical-not-der",
        QT_TRANSLATE_NOOP("lint",
                          "%1 has a TRUE in a form that DER does not know for a critical extension (%2).")},
    LintSentence{
        "lint.der-encoding",
        QT_TRANSLATE_NOOP(
            "lint", "%1 is not encoded in DER: a length takes more octets than it needs, or is left open.")},
};

} // namespace

std::span<const LintSentence> certificateSentences() {
    return table;
}

} // namespace certwright::text

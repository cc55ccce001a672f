// Why: words for the rules about public keys.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.key-unused-bits",
                 QT_TRANSLATE_NOOP("lint", "%1 has a public key that is not a whole number of octets.")},
    LintSentence{
        "lint.key-rsa-parameters",
        QT_TRANSLATE_NOOP("lint", "%1 has an RSA key without the NULL that belongs to its algorithm.")},
    LintSentence{"lint.key-rsa-small",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key of %2 bits; at least 2048 are required.")},
    LintSentence{"lint.key-rsa-octets",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key of %2 bits, which is not a multiple of 8.")},
    LintSentence{"lint.key-rsa-modulus-even",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key with an even modulus: it is no key.")},
    LintSentence{"lint.key-rsa-modulus-negative",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key with a negative modulus.")},
    LintSentence{"lint.key-rsa-small-factor",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key whose modulus is divisible by a small prime.")},
    LintSentence{"lint.key-rsa-exponent-even",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key with an even exponent: it is no key.")},
    LintSentence{"lint.key-rsa-exponent-one",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has an RSA key with an exponent of 1 or less: anybody could sign with it.")},
    LintSentence{"lint.key-rsa-exponent-low",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key with an exponent below 65537.")},
    LintSentence{"lint.key-rsa-exponent-large",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key with an exponent of more than 256 bits.")},
    LintSentence{"lint.key-rsa-pss",
                 QT_TRANSLATE_NOOP("lint", "%1 has an RSA key that is bound to RSASSA-PSS.")},
    LintSentence{"lint.key-dsa", QT_TRANSLATE_NOOP("lint", "%1 has a DSA key.")},
    LintSentence{
        "lint.key-eddsa",
        QT_TRANSLATE_NOOP("lint", "%1 has an Ed25519 or Ed448 key, which public CAs do not certify.")},
    LintSentence{"lint.key-eddsa-parameters",
                 QT_TRANSLATE_NOOP("lint", "%1 has a key with parameters that its algorithm does not have.")},
    LintSentence{"lint.key-ec-curve",
                 QT_TRANSLATE_NOOP("lint", "%1 has an EC key on another curve than P-256, P-384 or P-521.")},
    LintSentence{"lint.key-ec-named",
                 QT_TRANSLATE_NOOP("lint", "%1 has an EC key that does not name its curve.")},
    LintSentence{"lint.key-ec-weak",
                 QT_TRANSLATE_NOOP("lint", "%1 has an EC key of %2 bits; at least 224 are thought safe.")},
    LintSentence{"lint.key-ec-compressed",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 has an EC key in the compressed form, which not every program can read.")},
    LintSentence{"lint.key-ec-point",
                 QT_TRANSLATE_NOOP("lint", "%1 has an EC key that is no point of its curve.")},
    LintSentence{"lint.key-ec-off-curve",
                 QT_TRANSLATE_NOOP("lint", "%1 has an EC key that does not lie on its curve.")},
};

} // namespace

std::span<const LintSentence> keySentences() {
    return table;
}

} // namespace certwright::text

// Why: words for the rules about basic constraints, key usage and extended key usage.
#include "ui/text/lint_sentences.h"

#include <array>

namespace certwright::text {

namespace {

constexpr std::array table{
    LintSentence{"lint.root-basic-constraints-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has basicConstraints that are not marked critical.")},
    LintSentence{"lint.ca-basic-constraints-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has basicConstraints that are not marked critical.")},
    LintSentence{"lint.ca-basic-constraints-missing",
                 QT_TRANSLATE_NOOP("lint", "%1 has no basicConstraints, though it issues certificates.")},
    LintSentence{"lint.basic-constraints-false",
                 QT_TRANSLATE_NOOP("lint", "%1 writes out that it is no CA, which is to be left out.")},
    LintSentence{"lint.basic-constraints-true",
                 QT_TRANSLATE_NOOP("lint", "%1 says that it is a CA in a form that DER does not know.")},
    LintSentence{"lint.path-length-not-ca",
                 QT_TRANSLATE_NOOP("lint", "%1 limits how many CAs may follow, but is no CA.")},
    LintSentence{"lint.path-length-without-cert-sign",
                 QT_TRANSLATE_NOOP("lint", "%1 limits how many CAs may follow, but may sign none.")},
    LintSentence{"lint.path-length-negative", QT_TRANSLATE_NOOP("lint", "%1 has a negative path length.")},
    LintSentence{"lint.path-length-huge",
                 QT_TRANSLATE_NOOP("lint", "%1 has a path length that no path can reach.")},
    LintSentence{
        "lint.ca-key-usage-missing",
        QT_TRANSLATE_NOOP("lint", "%1 does not say what its key may be used for, though it is a CA's.")},
    LintSentence{"lint.leaf-cert-sign",
                 QT_TRANSLATE_NOOP("lint", "%1 may sign certificates by its key usage, but is no CA.")},
    LintSentence{"lint.leaf-crl-sign",
                 QT_TRANSLATE_NOOP("lint", "%1 may sign revocation lists by its key usage, but is no CA.")},
    LintSentence{"lint.leaf-non-repudiation",
                 QT_TRANSLATE_NOOP("lint", "%1 may sign documents by its key usage (nonRepudiation).")},
    LintSentence{"lint.leaf-data-encipherment",
                 QT_TRANSLATE_NOOP("lint", "%1 may encrypt data by its key usage, which TLS never does.")},
    LintSentence{"lint.key-usage-empty", QT_TRANSLATE_NOOP("lint", "%1 has a key usage without any usage.")},
    LintSentence{"lint.key-usage-not-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has a key usage that is not marked critical.")},
    LintSentence{"lint.key-usage-not-minimal",
                 QT_TRANSLATE_NOOP("lint", "%1 has a key usage with superfluous bits at its end.")},
    LintSentence{"lint.key-usage-ec",
                 QT_TRANSLATE_NOOP("lint", "%1 may encrypt by its key usage, which its EC key cannot do.")},
    LintSentence{
        "lint.key-usage-eddsa",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a key usage other than signing, which its Ed25519 or Ed448 key cannot do.")},
    LintSentence{
        "lint.key-usage-x25519",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a key usage other than key agreement, which its X25519 or X448 key cannot do.")},
    LintSentence{
        "lint.key-usage-ml-dsa",
        QT_TRANSLATE_NOOP("lint", "%1 has a key usage other than signing, which its ML-DSA key cannot do.")},
    LintSentence{
        "lint.key-usage-dsa",
        QT_TRANSLATE_NOOP("lint", "%1 has a key usage other than signing, which its DSA key cannot do.")},
    LintSentence{
        "lint.key-usage-dh",
        QT_TRANSLATE_NOOP(
            "lint", "%1 has a key usage other than key agreement, which its Diffie-Hellman key cannot do.")},
    LintSentence{"lint.leaf-no-digital-signature",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 may not sign by its key usage, so that no TLS 1.3 connection comes about.")},
    LintSentence{
        "lint.key-usage-only",
        QT_TRANSLATE_NOOP(
            "lint",
            "%1 limits a key agreement that its key usage does not allow (encipherOnly or decipherOnly).")},
    LintSentence{"lint.eku-empty", QT_TRANSLATE_NOOP("lint", "%1 has an empty list of extended key usages.")},
    LintSentence{"lint.eku-critical-any",
                 QT_TRANSLATE_NOOP(
                     "lint", "%1 allows any extended key usage, in an extension that is marked critical.")},
    LintSentence{"lint.eku-repeated",
                 QT_TRANSLATE_NOOP("lint", "%1 names the same extended key usage twice (%2).")},
    LintSentence{"lint.leaf-eku-missing", QT_TRANSLATE_NOOP("lint", "%1 has no extended key usage.")},
    LintSentence{
        "lint.leaf-eku-no-server",
        QT_TRANSLATE_NOOP("lint", "%1 does not name server authentication among its extended key usages.")},
    LintSentence{"lint.leaf-eku-any", QT_TRANSLATE_NOOP("lint", "%1 allows any extended key usage.")},
    LintSentence{
        "lint.leaf-eku-forbidden",
        QT_TRANSLATE_NOOP("lint", "%1 has an extended key usage that no server certificate may have (%2).")},
    LintSentence{"lint.leaf-eku-critical",
                 QT_TRANSLATE_NOOP("lint", "%1 has an extended key usage that is marked critical.")},
    LintSentence{"lint.root-eku",
                 QT_TRANSLATE_NOOP("lint", "%1 has an extended key usage, though it is a root.")},
    LintSentence{"lint.ca-eku-missing",
                 QT_TRANSLATE_NOOP("lint", "%1 does not say for which purposes it issues certificates.")},
    LintSentence{"lint.ca-eku-mixed",
                 QT_TRANSLATE_NOOP("lint", "%1 issues certificates for servers and for other purposes.")},
    LintSentence{"lint.leaf-is-ca", QT_TRANSLATE_NOOP("lint", "%1 is a CA certificate.")},
};

} // namespace

std::span<const LintSentence> usageSentences() {
    return table;
}

} // namespace certwright::text

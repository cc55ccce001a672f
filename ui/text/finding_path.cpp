// Why: words for what is seen in a certification path as a whole.
#include <QStringList>

#include "ui/text/finding_words.h"
#include "ui/text/lint_words.h"
#include "ui/text/usage_text.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::PathLength& body, const Phrasebook& book) {
    return {
        startOfSentence(book.say("findings", "%1 allows %2 CA certificates below it, and there are %3: %4.")
                            .arg(roleName(book, body.role), QString::number(body.allowed),
                                 QString::number(body.found), shown(body.name))),
        book.say("findings", "Ask your CA for a certificate that it issues directly, or for a CA "
                             "certificate that allows a longer path.")};
}

FindingText words(const check::PathTooDeep& body, const Phrasebook& book) {
    return {book.say("findings", "Every path to a trusted certificate takes more than %1 intermediate "
                                 "certificates.")
                .arg(QString::number(body.maximum)),
            book.say("findings", "Check that only the certificates that belong together are given, or allow "
                                 "a deeper path.")};
}

FindingText words(const check::PathTooComplex& body, const Phrasebook& book) {
    return {book.say("findings", "Too complex: the certificates can be combined in so many ways that the "
                                 "search was given up after %1 signatures and %2 paths.")
                .arg(QString::number(body.signatures), QString::number(body.paths)),
            book.say("findings", "Give only the certificates that belong to this chain.")};
}

FindingText words(const check::PathAlternatives& body, const Phrasebook& book) {
    QStringList paths;
    for (const std::string& path : body.paths)
        paths << shown(path);
    return {book.say("findings", "Other paths were tried and are not valid either: %1.")
                .arg(paths.join(book.say("values", "; "))),
            book.say("findings", "Mend what is said of the path that is shown; the others are worse.")};
}

FindingText words(const check::PathPurpose& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 may only issue certificates for %2, not for %3: %4.")
                                .arg(roleName(book, body.role), extendedKeyUsageText(book, body.found),
                                     extendedKeyUsageText(book, {body.wanted}), shown(body.name))),
            book.say("findings", "Ask your CA for a certificate from a CA that may issue it.")};
}

FindingText words(const check::CertificatePurpose& body, const Phrasebook& book) {
    return {book.say("findings", "The certificate is meant for %1, not for %2: %3.")
                .arg(extendedKeyUsageText(book, body.found), extendedKeyUsageText(book, {body.wanted}),
                     shown(body.name)),
            book.say("findings", "Ask your CA for a certificate with the right extended key usage.")};
}

FindingText words(const check::CriticalExtension& body, const Phrasebook& book) {
    return {startOfSentence(
                book.say("findings",
                         "%1 holds a critical extension that programs do not know and must refuse (%2): %3.")
                    .arg(roleName(book, body.role), shown(body.oid), shown(body.name))),
            book.say("findings", "Ask your CA for a certificate without this extension.")};
}

FindingText words(const check::ExtensionMalformed& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 holds an extension that cannot be read (%2): %3.")
                                .arg(roleName(book, body.role), shown(body.oid), shown(body.name))),
            book.say("findings", "Ask your CA for a new certificate.")};
}

FindingText words(const check::ExtensionRepeated& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 holds the same extension more than once (%2): %3.")
                                .arg(roleName(book, body.role), shown(body.oid), shown(body.name))),
            book.say("findings", "Ask your CA for a new certificate.")};
}

FindingText words(const check::CertificateEncoding& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 is not encoded as certificates must be (DER): %2.")
                                .arg(roleName(book, body.role), shown(body.name))),
            book.say("findings", "Ask your CA for a new certificate.")};
}

FindingText words(const check::KeyIdentifierMismatch& body, const Phrasebook& book) {
    return {
        startOfSentence(
            book.say("findings", "%1 names the key %2 of its issuer, but the issuer's certificate has the "
                                 "key %3; programs do not take the two for a pair: %4.")
                .arg(roleName(book, body.role), shown(body.wanted), shown(body.found), shown(body.name))),
        book.say("findings", "Ask your CA for the CA certificate with this key identifier.")};
}

FindingText words(const check::CertificateKeyUsage& body, const Phrasebook& book) {
    return {book.say("findings", "The certificate's key usage allows neither signing nor key exchange, so no "
                                 "TLS connection works: %1.")
                .arg(shown(body.name)),
            book.say("findings", "Ask your CA for a certificate for TLS servers.")};
}

FindingText words(const check::KeyUnsafe& body, const Phrasebook& book) {
    const QString who = roleName(book, body.role);
    const QString name = shown(body.name);
    QString seen;
    if (body.reason == "explicit-curve")
        seen =
            book.say("findings", "%1 has a key on a curve that is written out instead of named, which can be "
                                 "forged: %2.");
    else if (body.reason == "point")
        seen = book.say("findings", "%1 has a key that is no point of its curve: %2.");
    else if (body.reason == "exponent")
        seen = book.say("findings", "%1 has an RSA key with an exponent that protects nothing: %2.");
    else
        seen = book.say("findings", "%1 has an RSA key with a modulus that can be factored at once: %2.");
    return {startOfSentence(seen.arg(who, name)),
            book.say("findings", "Have a new key made, and ask your CA for a certificate for it.")};
}

FindingText words(const check::CaNoRoot& body, const Phrasebook& book) {
    return {book.say("findings", "The CA file holds no self-signed root: the path ends at %1, which %2 "
                                 "issued. Many programs refuse such a path.")
                .arg(shown(body.name), shown(body.issuer)),
            book.say("findings", "Add the root certificate to the CA file, or accept this if all clients "
                                 "trust this CA certificate itself.")};
}

FindingText words(const check::LintBroken& body, const Phrasebook& book) {
    return lintWords(body, book);
}

} // namespace certwright::text

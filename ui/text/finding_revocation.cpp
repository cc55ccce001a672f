// Why: the words for revocation lists that are held against a whole path.
#include "ui/text/crl_form_words.h"
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::CrlDelta& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list %1 of %2 is a delta: it lists changes only, and says "
                                 "nothing of all other certificates.")
                .arg(shown(body.path), shown(body.issuer)),
            book.say("findings", "Choose the CA's complete revocation list.")};
}

FindingText words(const check::CrlDeltaBaseMissing& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The delta %1 of %2 continues the revocation list of number %3 (hexadecimal) "
                     "or a later one, which is not among those given.")
                .arg(shown(body.path), shown(body.issuer), shown(body.base)),
            book.say("findings", "Give the complete list that it continues as well.")};
}

FindingText words(const check::CrlScope& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list %1 does not speak of %2 (%3): %4.")
                .arg(shown(body.path), roleName(book, body.role), shown(body.name),
                     crlScopeClause(book, body.reason)),
            book.say("findings", "Give the list that the certificate names as its distribution point.")};
}

FindingText words(const check::CrlSomeReasons& body, const Phrasebook& book) {
    if (body.missing.empty())
        return {book.say("findings",
                         "The revocation list %1 of %2 tells of some reasons for revocation only; "
                         "services do not use such a list.")
                    .arg(shown(body.path), shown(body.issuer)),
                book.say("findings", "Ask the CA for a list for all reasons.")};
    return {book.say("findings", "The revocation list %1 of %2 tells of some reasons for revocation only. No "
                                 "list was given for: %3.")
                .arg(shown(body.path), shown(body.issuer), list(book, body.missing)),
            book.say("findings", "Give the CA's list for the other reasons as well.")};
}

FindingText words(const check::CrlCriticalExtension& body, const Phrasebook& book) {
    const QString step = book.say("findings", "Ask the CA for a list without this extension.");
    if (body.entry != 0)
        return {book.say("findings", "Entry %1 of the revocation list %2 of %3 holds a critical extension "
                                     "that programs do not know; they must refuse the list.")
                    .arg(QString::number(body.entry), shown(body.path), shown(body.issuer)),
                step};
    return {book.say("findings", "The revocation list %1 of %2 holds a critical extension that programs do "
                                 "not know (%3); they must refuse the list.")
                .arg(shown(body.path), shown(body.issuer), shown(body.oid)),
            step};
}

FindingText words(const check::CrlNumber& body, const Phrasebook& book) {
    return {book.say("findings", "The number of the revocation list %1 of %2 is not as it must be: %3.")
                .arg(shown(body.path), shown(body.issuer), crlNumberClause(book, body.reason)),
            book.say("findings", "Ask the CA for a list that follows RFC 5280.")};
}

FindingText words(const check::CrlForm& body, const Phrasebook& book) {
    return {book.say("findings", "The form of the revocation list %1 of %2 is not as it must be: %3.")
                .arg(shown(body.path), shown(body.issuer), crlFormClause(book, body.reason)),
            book.say("findings", "Ask the CA for a list that follows RFC 5280.")};
}

FindingText words(const check::CrlIndirect& body, const Phrasebook& book) {
    if (body.reason == "separate-key")
        return {book.say("findings", "The revocation list %1 of %2 is signed with another key than the CA's "
                                     "own; services do not use such a list.")
                    .arg(shown(body.path), shown(body.issuer)),
                book.say("findings", "Ask the CA for a list that is signed with its own key.")};
    return {book.say("findings",
                     "The revocation list %1 of %2 is an indirect one, which may list certificates "
                     "of other CAs; it is not used here.")
                .arg(shown(body.path), shown(body.issuer)),
            book.say("findings", "Ask the CA for a list of its own certificates only.")};
}

FindingText words(const check::CrlRepeatedEntry& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list %1 of %2 lists a certificate more than once (serial "
                                 "number %3).")
                .arg(shown(body.path), shown(body.issuer), shown(body.serial)),
            book.say("findings", "Ask the CA for a list that follows RFC 5280.")};
}

FindingText words(const check::CrlSignerUnknown& body, const Phrasebook& book) {
    return {book.say("findings", "Who signed the revocation list %1 may not speak for %2: %3.")
                .arg(shown(body.path), shown(body.issuer), crlSignerClause(book, body.reason)),
            book.say("findings",
                     "Give the certificates that lead from the list's signer to the CA, or a list "
                     "that the CA signed itself.")};
}

FindingText words(const check::CertificateOnHold& body, const Phrasebook& book) {
    return {
        startOfSentence(
            book.say("findings", "%1 is on hold, that is revoked for the time being, since %2: %3 (serial "
                                 "number %4).")
                .arg(roleName(book, body.role), dateTime(body.since), shown(body.name), shown(body.serial))),
        book.say("findings", "Ask your CA why, and to release the certificate or to issue a new one.")};
}

FindingText words(const check::RevocationUnknown& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "No given revocation list tells whether %1 is revoked: %2, "
                                                 "issued by %3.")
                                .arg(roleName(book, body.role), shown(body.name), shown(body.issuer))),
            book.say("findings", "Give the current revocation list of the CA that issued it.")};
}

} // namespace certwright::text

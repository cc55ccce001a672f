// Why: the words for revocation lists.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString revocationReason(const Phrasebook& book, const std::string& reason) {
    return reason.empty() ? QString() : book.say("findings", " (reason: %1)").arg(shown(reason));
}

} // namespace

FindingText words(const check::CrlWrongIssuer& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list %1 was issued by %2, not by %3.")
                .arg(shown(body.path), shown(body.issuer), shown(body.expected)),
            book.say("findings", "Choose the revocation list of the CA that is imported.")};
}

FindingText words(const check::CrlSignatureInvalid& body, const Phrasebook& book) {
    return {book.say("findings", "The signature of the revocation list %1 is not that of its CA %2.")
                .arg(shown(body.path), shown(body.issuer)),
            book.say("findings", "Download the list again; if this stays, ask the CA.")};
}

FindingText words(const check::CrlExpired& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list of %1 ran out on %2.")
                .arg(shown(body.issuer), dateTime(body.nextUpdate)),
            book.say("findings", "Download the current list from the CA.")};
}

FindingText words(const check::CrlNotYetValid& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list of %1 is dated in the future: %2.")
                .arg(shown(body.issuer), dateTime(body.thisUpdate)),
            book.say("findings", "Check the clock of this computer.")};
}

FindingText words(const check::CrlExpiresSoon& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list of %1 runs out in %3, on %2.")
                .arg(shown(body.issuer), dateTime(body.nextUpdate), days(book, body.daysLeft)),
            book.say("findings", "Plan to import the next list before then.")};
}

FindingText words(const check::CrlNoNextUpdate& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list of %1 does not say when the next one comes.")
                .arg(shown(body.issuer)),
            book.say("findings", "Ask the CA how long the list may be used.")};
}

FindingText words(const check::CrlConverted& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The revocation list %1 is written in PEM form, the only one that the service reads.")
                .arg(shown(body.path)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::Revoked& body, const Phrasebook& book) {
    return {
        startOfSentence(book.say("findings", "%1 was revoked on %3%4: %2 (serial number %5).")
                            .arg(roleName(book, body.role), shown(body.name), dateTime(body.revokedAt),
                                 revocationReason(book, body.reason), shown(body.serial))),
        book.say("findings",
                 "Get a new certificate from your CA; if the key was compromised, make a new key first.")};
}

} // namespace certwright::text

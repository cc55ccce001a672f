// Why: the words for the private key and its password.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString attempts(const Phrasebook& book, int count) {
    return book.say("findings", "%n time(s)", nullptr, count);
}

} // namespace

FindingText words(const check::PasswordNeeded& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 is encrypted and no password was given.").arg(shown(body.path)),
        book.say("findings", "Give the password at the prompt, or with --password-fd or --password-stdin.")};
}

FindingText words(const check::PasswordWrong& body, const Phrasebook& book) {
    return {
        book.say("findings", "The password does not open %1 (%2 tried).")
            .arg(shown(body.path), attempts(book, body.attempts)),
        book.say("findings",
                 "Ask whoever made the key for its password, and watch the keyboard layout and Caps Lock.")};
}

FindingText words(const check::PasswordTooLong& body, const Phrasebook& book) {
    return {book.say("findings", "The password has %1 characters; the service accepts at most %2.")
                .arg(QString::number(body.length), QString::number(body.maximum)),
            book.say("findings", "Give the key a shorter password, for example with: openssl pkcs8 -topk8")};
}

FindingText words(const check::PasswordInGb18030& body, const Phrasebook& book) {
    return {book.say("findings", "%1 opened with the password in the encoding GB18030, not in UTF-8.")
                .arg(shown(body.path)),
            book.say("findings", "Nothing to do; the installed key gets a passphrase of its own.")};
}

FindingText words(const check::KeyUnsupported& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is encrypted in a way that is not supported: %2.")
                .arg(shown(body.path), shown(body.scheme)),
            book.say(
                "findings",
                "Convert the key where it was made, for example with: openssl pkcs8 -topk8 -v2 aes-256-cbc")};
}

FindingText words(const check::KeyDamaged& body, const Phrasebook& book) {
    return {book.say("findings", "The private key in %1 is damaged.").arg(shown(body.path)),
            book.say("findings", "Get the file again from where it came from.")};
}

FindingText words(const check::KeyUnencrypted& body, const Phrasebook& book) {
    return {book.say("findings", "The private key in %1 is not encrypted.").arg(shown(body.path)),
            book.say("findings",
                     "The installed copy will be encrypted. Remove this file when the import is done.")};
}

FindingText words(const check::KeyMismatch& body, const Phrasebook& book) {
    return {book.say("findings", "The private key %1 does not belong to the certificate %2.")
                .arg(shown(body.path), shown(body.certificatePath)),
            book.say("findings", "Choose the key that the certificate was requested with.")};
}

FindingText words(const check::KeyType& body, const Phrasebook& book) {
    return {book.say("findings", "%1 has a key of the type %2; the service accepts: %3.")
                .arg(shown(body.path), shown(body.found), list(book, body.allowed)),
            book.say("findings", "Ask your CA for a certificate with a key of an accepted type.")};
}

FindingText words(const check::KeyTooSmall& body, const Phrasebook& book) {
    return {book.say("findings", "The key of %1 has only %2 bits; at least %3 are needed.")
                .arg(shown(body.path), QString::number(body.bits), QString::number(body.minimum)),
            book.say("findings", "Make a new key with %1 bits or more and request a new certificate.")
                .arg(QString::number(body.minimum))};
}

FindingText words(const check::KeySmall& body, const Phrasebook& book) {
    return {book.say("findings", "The key of %1 has %2 bits; %3 are recommended.")
                .arg(shown(body.path), QString::number(body.bits), QString::number(body.recommended)),
            book.say("findings", "It works today; plan a larger key for the next renewal.")};
}

} // namespace certwright::text

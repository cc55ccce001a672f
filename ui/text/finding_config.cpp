// Why: the words for config, key stores and retention.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString storeState(const Phrasebook& book, const std::string& state) {
    return state == "missing" ? book.say("findings", "missing") : book.say("findings", "damaged");
}

} // namespace

FindingText words(const check::ConfigMissing& body, const Phrasebook& book) {
    return {book.say("findings", "The service's config file %1 is missing.").arg(shown(body.path)),
            book.say("findings", "Restore it from the service's package.")};
}

FindingText words(const check::ConfigDuplicateKey& body, const Phrasebook& book) {
    return {book.say("findings", "The key \"%2\" stands twice in %1, at lines %3 and %4.")
                .arg(shown(body.path), shown(body.key), QString::number(body.firstLine),
                     QString::number(body.secondLine)),
            book.say("findings", "Remove the line that is wrong.")};
}

FindingText words(const check::ConfigUneditable& body, const Phrasebook& book) {
    return {book.say("findings", "%1 cannot be edited safely at \"%2\": %3.")
                .arg(shown(body.path), shown(body.key), shown(body.reason)),
            book.say("findings", "Edit it by hand: %1").arg(list(book, body.settings))};
}

FindingText words(const check::ConfigTooManyLines& body, const Phrasebook& book) {
    return {book.say("findings", "%1 has %2 lines; some releases of the service read at most %3.")
                .arg(shown(body.path), QString::number(body.lines), QString::number(body.maximum)),
            book.say("findings", "Remove comment lines if the service refuses the file.")};
}

FindingText words(const check::ConfigLineTooLong& body, const Phrasebook& book) {
    return {book.say("findings", "Line %2 of %1 has %3 characters; the service reads at most %4.")
                .arg(shown(body.path), QString::number(body.line), QString::number(body.length),
                     QString::number(body.maximum)),
            book.say("findings", "Shorten the line.")};
}

FindingText words(const check::ConfigInterpolation& body, const Phrasebook& book) {
    return {book.say("findings", "The value of \"%2\" at line %3 of %1 holds %4, which the service misreads.")
                .arg(shown(body.path), shown(body.key), QString::number(body.line), shown(body.character)),
            book.say("findings", "Write the value without this character.")};
}

FindingText words(const check::ValueTooLong& body, const Phrasebook& book) {
    return {
        book.say("findings", "The value for \"%1\" would have %2 characters; the service reads at most %3.")
            .arg(shown(body.key), QString::number(body.length), QString::number(body.maximum)),
        book.say("findings", "Install the service under a shorter path.")};
}

FindingText words(const check::ValueAlphabet& body, const Phrasebook& book) {
    return {book.say("findings", "The value for \"%1\" has characters that the service misreads: %2.")
                .arg(shown(body.key), shown(body.value)),
            book.say("findings", "Install the service in a folder with a plain name.")};
}

FindingText words(const check::ProtectorBuiltin& body, const Phrasebook& book) {
    return {book.say("findings", "The key's passphrase is sealed by Certwright's built-in vault; the "
                                 "service cannot read \"%1\" by itself.")
                .arg(shown(body.key)),
            book.say("findings",
                     "Start the service through \"certwright-cli unlock\", which hands it the passphrase.")};
}

FindingText words(const check::KeyStoreForeign& body, const Phrasebook& book) {
    return {book.say("findings", "The key stores were made by the vendor's library: %1. The built-in vault "
                                 "never touches them.")
                .arg(list(book, body.paths)),
            book.say("findings", "Move them to a safe place if the built-in vault shall be used here.")};
}

FindingText words(const check::KeyStoreRepaired& body, const Phrasebook& book) {
    return {book.say("findings", "The key store %1 is %2 and is restored from its other copy.")
                .arg(shown(body.path), storeState(book, body.state)),
            book.say("findings", "Nothing to do; if it happens again, check the disk.")};
}

FindingText words(const check::KeyStoreDamaged& body, const Phrasebook& book) {
    return {book.say("findings", "Both copies of the key store are damaged: %1.").arg(list(book, body.paths)),
            book.say("findings", "Move both away and import again with the original key and its password.")};
}

FindingText words(const check::RetentionBeforeCertificate& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The service deletes its certificates on %1, before the certificate expires on %2.")
                .arg(dateTime(body.retention), dateTime(body.notAfter)),
            book.say("findings", "Choose more days with --set retention-days=N, or note the date.")};
}

FindingText words(const check::RetentionLongAfter& body, const Phrasebook& book) {
    return {
        book.say("findings",
                 "The retention time ends %3 after the certificate: on %1; the certificate expires on %2.")
            .arg(dateTime(body.retention), dateTime(body.notAfter), days(book, body.days)),
        book.say("findings", "Nothing to do; the certificate decides.")};
}

} // namespace certwright::text

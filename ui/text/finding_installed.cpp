// Why: the words for what is installed, for the proof and for interrupted transactions.
#include "ui/text/finding_words.h"
#include "ui/text/shell_word.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString proofStepText(const Phrasebook& book, const std::string& step) {
    if (step == "unseal")
        return book.say("findings", "the sealed passphrase cannot be opened");
    if (step == "open-key")
        return book.say("findings", "the passphrase does not open the installed key");
    if (step == "load")
        return book.say("findings", "key, certificate, CA or revocation list cannot be loaded for TLS");
    if (step == "handshake")
        return book.say("findings", "a client that trusts the CA does not accept the server certificate");
    if (step == "refuse-anonymous")
        return book.say("findings", "a client without a certificate was let in");
    if (step == "refuse-stranger")
        return book.say("findings", "a client with an unknown certificate was let in");
    return book.say("findings", "the revocation list is not in effect, or revokes the server certificate");
}

} // namespace

FindingText words(const check::InstalledMissing& body, const Phrasebook& book) {
    const QString sentence =
        body.slot.empty()
            ? book.say("findings", "%1 is missing.").arg(shown(body.path))
            : book.say("findings", "%1 is missing (\"%2\").").arg(shown(body.path), shown(body.slot));
    return {sentence,
            book.say("findings", "Import again. Some releases delete the files after a start; while the "
                                 "service runs, this is no fault.")};
}

FindingText words(const check::InstalledMode& body, const Phrasebook& book) {
    if (accessWords() == AccessWords::Owners)
        return {book.say("findings", "Access to %1: %2; the service requires: %3.")
                    .arg(shown(body.path), mode(book, body.mode), mode(book, body.wanted)),
                book.say("findings", "Run doctor --fix.")};
    return {book.say("findings", "%1 has the mode %2; the service requires %3.")
                .arg(shown(body.path), mode(book, body.mode), mode(book, body.wanted)),
            book.say("findings", "Run: chmod %2 %1 (or doctor --fix)")
                .arg(shown(body.path), mode(book, body.wanted))};
}

FindingText words(const check::InstalledOwner& body, const Phrasebook& book) {
    const QString sentence = book.say("findings", "%1 belongs to %2; the service folder belongs to %3.")
                                 .arg(shown(body.path), shown(body.owner), shown(body.wanted));
    if (accessWords() == AccessWords::Owners)
        return {sentence, book.say("findings", "Run as administrator: icacls %1 /setowner %2")
                              .arg(shown(shellWord(body.path)), shown(shellWord(body.wanted)))};
    return {sentence, book.say("findings", "Run as root: chown %2 %1 (or doctor --fix --as-owner)")
                          .arg(shown(body.path), shown(body.wanted))};
}

FindingText words(const check::InstalledNotConfigured& body, const Phrasebook& book) {
    return {book.say("findings", "The config value \"%1\" is \"%2\"; it should be \"%3\".")
                .arg(shown(body.key), shown(body.found), shown(body.wanted)),
            book.say("findings", "Run doctor --fix, import again, or correct the value by hand.")};
}

FindingText words(const check::InstalledHash& body, const Phrasebook& book) {
    return {book.say("findings",
                     "%1 does not match the installed key; the service will refuse to start with https.")
                .arg(shown(body.path)),
            book.say("findings", "Run doctor --fix, or import again.")};
}

FindingText words(const check::InstalledBackup& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is not a copy of the installed key.").arg(shown(body.path)),
            book.say("findings", "Run doctor --fix, or import again.")};
}

FindingText words(const check::InstalledSeal& body, const Phrasebook& book) {
    return {book.say("findings", "The sealed passphrase \"%1\" cannot be opened.").arg(shown(body.key)),
            book.say("findings", "Import again with the original key and its password.")};
}

FindingText words(const check::InstalledPassphrase& body, const Phrasebook& book) {
    return {book.say("findings", "The sealed passphrase does not open the key %1.").arg(shown(body.path)),
            book.say("findings", "Import again with the original key and its password.")};
}

FindingText words(const check::InstalledUnreadable& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 cannot be read as %2.").arg(shown(body.path), kindName(book, body.expected)),
        book.say("findings", "Import again.")};
}

FindingText words(const check::RetentionPassed& body, const Phrasebook& book) {
    return {
        book.say("findings",
                 "The retention time passed on %1: at its next start the service deletes its certificates.")
            .arg(dateTime(body.retention)),
        book.say("findings", "Import again before the service is restarted.")};
}

FindingText words(const check::ProofFailed& body, const Phrasebook& book) {
    return {book.say("findings", "The proof failed: %1.").arg(proofStepText(book, body.step)),
            book.say("findings", "Look at the details, correct the files and try again.")};
}

FindingText words(const check::TransactionUndone& body, const Phrasebook& book) {
    return {book.say("findings",
                     "An import of %1 had been interrupted; it was undone, and the old state is in place.")
                .arg(dateTime(body.startedAt)),
            book.say("findings", "Import again when you are ready.")};
}

FindingText words(const check::TransactionUnproved& body, const Phrasebook& book) {
    return {book.say("findings", "An import of %1 ended before its proof; all its files are in place.")
                .arg(dateTime(body.startedAt)),
            book.say("findings", "Run: certwright-cli verify")};
}

} // namespace certwright::text

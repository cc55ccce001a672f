// Why: sentences about the vendor's key library.
#include "ui/text/error_text.h"
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::ProtectorKmc& body, const Phrasebook& book) {
    return {book.say("findings", "The key's passphrase is sealed by the vendor's library %1; the service "
                                 "reads \"%2\" by itself.")
                .arg(shown(body.library), shown(body.key)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::ProtectorCertImport& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's own importer %1 makes the files, on copies; what it makes is "
                                 "installed in one step.")
                .arg(shown(body.program)),
            book.say("findings", "Nothing to do; the copies are wiped afterwards.")};
}

FindingText words(const check::VendorLibraryMissing& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's key library is not there: %1").arg(shown(body.path)),
            book.say("findings",
                     "Install the vendor's package, or choose the built-in vault with --protector builtin.")};
}

FindingText words(const check::VendorLibraryUnsafe& body, const Phrasebook& book) {
    const QString path = shown(body.path);
    if (body.reason == "symlink")
        return {book.say("findings", "%1 is a symbolic link; the vendor's library is not loaded through it.")
                    .arg(path),
                book.say("findings", "Put the file itself there.")};
    if (body.reason == "owner")
        return {book.say("findings", "%1 belongs to another account, which could change what would run here.")
                    .arg(path),
                book.say("findings", "Give it to root or to the account that runs the service.")};
    return {
        book.say("findings",
                 "%1 can be changed by other accounts, so the vendor's library is not loaded from there.")
            .arg(path),
        accessWords() == AccessWords::Owners
            ? book.say("findings", "In its properties, under Security, leave writing to its owner.")
            : book.say("findings", "Take the right to write from group and others: chmod go-w %1").arg(path)};
}

FindingText words(const check::VendorLibraryArchitecture& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's library %1 is built for %2; this computer needs %3.")
                .arg(shown(body.path), shown(body.found), shown(body.expected)),
            book.say("findings", "Install the vendor's package for this kind of computer.")};
}

FindingText words(const check::VendorLibraryDependency& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's library %1 needs %2, which is not on this computer.")
                .arg(shown(body.path), shown(body.name)),
            book.say("findings", "Put it beside the vendor's library, as the vendor's package does, or "
                                 "install the package again.")};
}

FindingText words(const check::VendorLibrarySymbol& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The library %1 lacks the function %2; it is not the key library that Certwright knows.")
                .arg(shown(body.path), shown(body.name)),
            book.say("findings", "Check the version of the vendor's package, or choose the built-in vault "
                                 "with --protector builtin.")};
}

FindingText words(const check::VendorSemaphore& body, const Phrasebook& book) {
    return {
        book.say("findings",
                 "The semaphore %1, with which the vendor's library locks, belongs to another account: %2.")
            .arg(shown(body.semaphore), shown(body.owner)),
        book.say("findings", "Do this as the account that runs the service, or remove it as that account "
                             "with: ipcrm -S %1")
            .arg(shown(body.semaphore))};
}

FindingText words(const check::VendorCrashed& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's library %1 crashed (%2, signal %3); nothing was changed.")
                .arg(shown(body.path), shown(body.stage), QString::number(body.signal)),
            book.say("findings", "Try once more; if it happens again, give the details to the vendor or "
                                 "choose --protector builtin.")};
}

FindingText words(const check::VendorTimedOut& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's library %1 did not answer within %2 s (%3); it probably waits "
                                 "for the computer's random source.")
                .arg(shown(body.path), QString::number(body.seconds), shown(body.stage)),
            book.say("findings", "Start the service rngd or haveged on this computer, then try again.")};
}

FindingText words(const check::VendorGarbage& body, const Phrasebook& book) {
    const QString path = shown(body.path);
    const QString step =
        book.say("findings", "Check the version of the vendor's package, or choose --protector builtin.");
    if (body.what == "round-trip")
        return {book.say("findings",
                         "The vendor's library %1 does not give back what it sealed; nothing was changed.")
                    .arg(path),
                step};
    if (body.what == "stores")
        return {
            book.say("findings", "The vendor's library %1 made no usable key stores; nothing was changed.")
                .arg(path),
            step};
    if (body.what == "text")
        return {book.say("findings", "The vendor's library %1 returned a text that cannot stand in a config; "
                                     "nothing was changed.")
                    .arg(path),
                step};
    return {book.say("findings",
                     "The vendor's library %1 gave an answer that cannot be understood; nothing was changed.")
                .arg(path),
            step};
}

FindingText words(const check::VendorFailed& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's library %1 refused: %2 returned %3.")
                .arg(shown(body.path), shown(body.call), QString::number(body.status)),
            book.say("findings", "Look the number up in the vendor's documents; nothing was changed.")};
}

FindingText words(const check::VendorHelperMissing& body, const Phrasebook& book) {
    return {book.say("findings", "Certwright's helper program is missing: %1").arg(shown(body.path)),
            book.say("findings", "Install Certwright again.")};
}

FindingText words(const check::VendorNotStarted& body, const Phrasebook& book) {
    const QString sentence =
        book.say("findings", "The vendor's library %1 could not be started.").arg(shown(body.path));
    const auto error = namedError(body.error, body.about);
    if (!error)
        return {sentence, book.say("findings", "Try again; nothing was changed.")};
    const ErrorText why = errorText(*error, book);
    return {joined(book, sentence, why.sentence), why.nextStep};
}

FindingText words(const check::VendorRotation& body, const Phrasebook& book) {
    return {
        book.say("findings",
                 "The key stores belong to the vendor's library, which renews its master key by itself: %1")
            .arg(list(book, body.paths)),
        book.say("findings", "Nothing to do; to renew the passphrase, import again.")};
}

FindingText words(const check::VendorNotChecked& body, const Phrasebook& book) {
    return {book.say("findings", "\"%1\" was sealed by the vendor's library, which is not here (%2): whether "
                                 "it opens the key cannot be checked.")
                .arg(shown(body.key), shown(body.path)),
            book.say("findings", "Check on the computer where the service runs.")};
}

FindingText words(const check::CertImportFailed& body, const Phrasebook& book) {
    return {
        book.say("findings", "The vendor's importer %1 refused the files (status %2); nothing was changed.")
            .arg(shown(body.program), QString::number(body.status)),
        book.say("findings",
                 "Read what it says under the details, or let Certwright import with --protector kmc.")};
}

FindingText words(const check::CertImportIncomplete& body, const Phrasebook& book) {
    return {book.say("findings", "The vendor's importer %1 did not make %2; nothing was changed.")
                .arg(shown(body.program), shown(body.file)),
            book.say(
                "findings",
                "Check the version of the vendor's package, or let Certwright import with --protector kmc.")};
}

} // namespace certwright::text

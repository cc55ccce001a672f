// Why: the words for replacements, updates, rollbacks and clean-ups.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString swapReason(const Phrasebook& book, const std::string& reason) {
    if (reason == "file-system")
        return book.say("findings", "this file system cannot exchange folders");
    if (reason == "contents")
        return book.say("findings", "the folder holds something that cannot be carried over");
    if (reason == "mode")
        return accessWords() == AccessWords::Owners
                   ? book.say("findings", "the access to the folder changes too")
                   : book.say("findings", "the mode of the folder changes too");
    return book.say("findings", "the service wants it so");
}

QString keyCopyByOwners(const Phrasebook& book, const std::string& form) {
    if (form == "clear")
        return book.say("findings",
                        "%1 is a copy of the installed private key, without encryption (access: %2).");
    if (form == "container")
        return book.say("findings", "%1 is a container with the installed private key (access: %2).");
    return book.say("findings", "%1 is an encrypted copy of the installed private key (access: %2).");
}

QString keyCopySentence(const Phrasebook& book, const std::string& form) {
    if (accessWords() == AccessWords::Owners)
        return keyCopyByOwners(book, form);
    if (form == "clear")
        return book.say("findings",
                        "%1 (mode %2) is a copy of the installed private key, without encryption.");
    if (form == "container")
        return book.say("findings", "%1 (mode %2) is a container with the installed private key.");
    return book.say("findings", "%1 (mode %2) is an encrypted copy of the installed private key.");
}

} // namespace

FindingText words(const check::ReplaceNothingInstalled& body, const Phrasebook& book) {
    return {
        book.say("findings", "Nothing is installed in %1 yet that could be replaced.").arg(shown(body.root)),
        book.say("findings", "Use import for the first time.")};
}

FindingText words(const check::ReplaceNothing& body, const Phrasebook& book) {
    return {book.say("findings", "Everything named is already installed in %1.").arg(shown(body.root)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::ReplaceShorter& body, const Phrasebook& book) {
    return {book.say("findings", "The new certificate ends on %2, earlier than the installed one (%1).")
                .arg(dateTime(body.before), dateTime(body.after)),
            book.say("findings", "Ask the CA for a longer validity, or plan the next replacement now.")};
}

FindingText words(const check::ReplaceNamesLost& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The new certificate no longer covers: %1. Clients that use these names will refuse it.")
                .arg(list(book, body.names)),
            book.say("findings", "Ask the CA to add them, or make sure that nobody uses them any more.")};
}

FindingText words(const check::ReplaceKeyWeaker& body, const Phrasebook& book) {
    return {book.say("findings", "The new key (%2) is weaker than the installed one (%1).")
                .arg(shown(body.before), shown(body.after)),
            book.say("findings", "Use a key of at least the same strength.")};
}

FindingText words(const check::ReplaceCaChanged& body, const Phrasebook& book) {
    return {book.say("findings", "The CA changes from %1 to %2; existing clients may not know it.")
                .arg(shown(body.before), shown(body.after)),
            book.say("findings", "Give the new CA certificate to all clients first.")};
}

FindingText words(const check::SwapInOneStep& body, const Phrasebook& book) {
    return {book.say("findings", "All files in %1 change together in one step: a service that opens the "
                                 "folder sees the old set or the new one.")
                .arg(shown(body.folder)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::SwapStepwise& body, const Phrasebook& book) {
    if (body.reason == "places")
        return {book.say("findings",
                         "%n file(s) outside %1 cannot be part of that step and change right before or after "
                         "it. For a few milliseconds a reader can meet new files beside old ones.",
                         nullptr, body.count)
                    .arg(shown(body.folder)),
                book.say("findings", "Stop the service for the change, or restart it right afterwards.")};
    if (body.reason == "rule")
        return {book.say("findings",
                         "%n file(s) in %1 are removed and then put back under the same name, as the service "
                         "wants it. For a few milliseconds a reader finds none there.",
                         nullptr, body.count)
                    .arg(shown(body.folder)),
                book.say("findings", "Nothing to do.")};
    return {
        book.say("findings",
                 "%n file(s) in %1 change one after the other; %2. For a few milliseconds a reader can meet "
                 "new files beside old ones.",
                 nullptr, body.count)
            .arg(shown(body.folder), swapReason(book, body.reason)),
        book.say("findings", "Stop the service for the change, or restart it right afterwards.")};
}

FindingText words(const check::CrlNotConfigured& body, const Phrasebook& book) {
    return {book.say("findings", "No revocation list is in use (\"%1\" is empty or its file is missing); the "
                                 "service takes an update only for one that it was started with.")
                .arg(shown(body.key)),
            book.say("findings", "Add it with replace --crl FILE, then restart the service.")};
}

FindingText words(const check::CrlOlder& body, const Phrasebook& book) {
    const auto number = [&book](const std::string& digits) {
        return digits.empty() ? book.say("findings", "none") : shown(digits);
    };
    return {
        book.say("findings", "The revocation list of %1 (number %2, issued %3) is older than the installed "
                             "one (number %4, issued %5).")
            .arg(shown(body.issuer), number(body.number), dateTime(body.thisUpdate),
                 number(body.installedNumber), dateTime(body.installedThisUpdate)),
        book.say("findings", "Fetch the newest list from the CA; to go back on purpose, add --allow-older.")};
}

FindingText words(const check::CrlSame& body, const Phrasebook& book) {
    return {book.say("findings", "The revocation list of %1 is the one that is installed.")
                .arg(shown(body.issuer)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::CrlRevokesServer& body, const Phrasebook& book) {
    return {book.say("findings", "STOP: this revocation list revokes the server's own certificate %1 (serial "
                                 "number %2, revoked %3).")
                .arg(shown(body.name), shown(body.serial), dateTime(body.revokedAt)),
            book.say("findings", "Ask the CA for a new certificate and put both in with replace.")};
}

FindingText words(const check::CrlReadAtStart&, const Phrasebook& book) {
    return {book.say("findings",
                     "A running service takes this up only if it was started with a revocation list."),
            book.say("findings", "If it was not, restart it.")};
}

FindingText words(const check::ConfigMerged& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 was edited by hand since. Your edits stay; only these values go back: %2.")
            .arg(shown(body.path), list(book, body.keys)),
        book.say("findings", "Look at the config lines of the plan.")};
}

FindingText words(const check::RollbackWithheld& body, const Phrasebook& book) {
    return {book.say("findings", "The old content was not kept, because it held a key without encryption: "
                                 "%1. What is there now stays.")
                .arg(list(book, body.paths)),
            book.say("findings", "Bring the old key with replace if you need it.")};
}

FindingText words(const check::RollbackNothing& body, const Phrasebook& book) {
    return {book.say("findings", "The service is already in the state %1.").arg(shown(body.id)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::RollbackUnproved& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The state %1 was not proved to work when it was stored; it is restored as it was.")
                .arg(shown(body.id)),
            book.say("findings", "Run verify afterwards.")};
}

FindingText words(const check::HistoryEntryDamaged& body, const Phrasebook& book) {
    return {book.say("findings", "The stored state %1 is damaged and cannot be restored; the others can.")
                .arg(shown(body.id)),
            book.say("findings", "Choose another state.")};
}

FindingText words(const check::SourceNotInstalled& body, const Phrasebook& book) {
    return {book.say("findings", "%1 stays: not all that it holds is installed.").arg(shown(body.path)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::SourceInstalled& body, const Phrasebook& book) {
    return {book.say("findings", "%1 stays: it is one of the installed files.").arg(shown(body.path)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::SourceLinked& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 stays: it is a symbolic link or has several names.").arg(shown(body.path)),
        book.say("findings", "Remove it by hand if you are sure.")};
}

FindingText words(const check::SourceArchive& body, const Phrasebook& book) {
    return {book.say("findings", "%1 stays: an archive is not removed, and it may hold the private key.")
                .arg(shown(body.path)),
            book.say("findings", "Remove it by hand as soon as nobody needs it, its copies too.")};
}

FindingText words(const check::KeyCopyFound& body, const Phrasebook& book) {
    return {keyCopySentence(book, body.form).arg(shown(body.path), mode(book, body.mode)),
            book.say("findings", "Remove it with clean.")};
}

FindingText words(const check::KeyCopyUnknown& body, const Phrasebook& book) {
    return {book.say("findings", "%1 holds an encrypted key; without its password nobody can say whether it "
                                 "is the installed one.")
                .arg(shown(body.path)),
            book.say("findings", "Run this again with its password.")};
}

FindingText words(const check::WipeLimits&, const Phrasebook& book) {
    return {book.say("findings", "The content is overwritten before it is removed. SSDs, copy-on-write file "
                                 "systems, snapshots and backups may still keep copies."),
            book.say("findings", "If the key must never come back, replace it with a new one.")};
}

} // namespace certwright::text

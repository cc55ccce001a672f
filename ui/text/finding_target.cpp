// Why: the words for the place where things go.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::RootMissing& body, const Phrasebook& book) {
    return {book.say("findings", "The folder %1 does not exist.").arg(shown(body.path)),
            book.say("findings", "Choose the folder in which the service is installed.")};
}

FindingText words(const check::RootForeign& body, const Phrasebook& book) {
    return {book.say("findings", "The folder %1 does not hold this service: %2 is missing.")
                .arg(shown(body.path), shown(body.expected)),
            book.say("findings", "Choose the folder in which the service is installed.")};
}

FindingText words(const check::FolderMode& body, const Phrasebook& book) {
    if (accessWords() == AccessWords::Owners)
        return {book.say("findings", "Access to the folder %1: %2; the service wants: %3.")
                    .arg(shown(body.path), mode(book, body.mode), mode(book, body.wanted)),
                book.say("findings", "Nothing to do; the import sets it.")};
    return {book.say("findings", "The folder %1 has the mode %2; the service wants %3.")
                .arg(shown(body.path), mode(book, body.mode), mode(book, body.wanted)),
            book.say("findings", "Nothing to do; the import sets it.")};
}

FindingText words(const check::FolderOwner& body, const Phrasebook& book) {
    return {book.say("findings", "The folder %1 belongs to %2, not to you (%3).")
                .arg(shown(body.path), shown(body.owner), shown(body.user)),
            book.say("findings", "Run this as %1.").arg(shown(body.owner))};
}

FindingText words(const check::FolderWritable& body, const Phrasebook& book) {
    if (accessWords() == AccessWords::Owners)
        return {
            book.say("findings", "Others may write in the folder %1 and could swap files there.")
                .arg(shown(body.path)),
            book.say("findings", "In the folder's properties, under Security, leave writing to its owner.")};
    return {book.say("findings", "Others may write in the folder %1 (mode %2) and could swap files there.")
                .arg(shown(body.path), mode(book, body.mode)),
            book.say("findings", "Run: chmod go-w %1").arg(shown(body.path))};
}

FindingText words(const check::TargetSymlink& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is a symbolic link; certificates are not written through links.")
                .arg(shown(body.path)),
            book.say("findings", "Replace the link by a real file or folder.")};
}

FindingText words(const check::TargetHardLink& body, const Phrasebook& book) {
    return {book.say("findings", "%1 has %2 names (hard links); replacing it would leave the others behind.")
                .arg(shown(body.path), QString::number(body.links)),
            book.say("findings", "Remove the other names of this file.")};
}

FindingText words(const check::TargetOwner& body, const Phrasebook& book) {
    return {book.say("findings", "%1 belongs to %2, not to you (%3).")
                .arg(shown(body.path), shown(body.owner), shown(body.user)),
            book.say("findings", "Run this as %1.").arg(shown(body.owner))};
}

FindingText words(const check::TargetNotRegular& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is in the way: it is no regular file.").arg(shown(body.path)),
            book.say("findings", "Move it away.")};
}

FindingText words(const check::TargetReplaced& body, const Phrasebook& book) {
    return {book.say("findings", "Installed files will be replaced: %1.").arg(list(book, body.paths)),
            book.say("findings", "Nothing to do; the previous state is kept and can be restored.")};
}

FindingText words(const check::TargetRemoved& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 will be removed, because this import brings nothing for \"%2\".")
            .arg(shown(body.path), shown(body.slot)),
        book.say("findings", "Add a file for \"%1\" if the service shall keep one.").arg(shown(body.slot))};
}

FindingText words(const check::PathAlphabet& body, const Phrasebook& book) {
    return {book.say("findings", "The path %1 has characters that the service refuses (allowed: %2).")
                .arg(shown(body.path), shown(body.alphabet)),
            book.say("findings", "Install the service in a folder with a plain name.")};
}

FindingText words(const check::RunningAsRoot& body, const Phrasebook& book) {
    return {book.say("findings", "You are root, and the folder %1 belongs to %2.")
                .arg(shown(body.path), shown(body.owner)),
            book.say("findings", "Better run this as %1; if you go on, the files will belong to %1.")
                .arg(shown(body.owner))};
}

FindingText words(const check::DiskSpace& body, const Phrasebook& book) {
    return {book.say("findings", "Too little space at %1: %2 are needed, %3 are free.")
                .arg(shown(body.path), size(book, body.needed), size(book, body.available)),
            book.say("findings", "Free some space and try again.")};
}

} // namespace certwright::text

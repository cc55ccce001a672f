// Why: the words for the condition of a service folder, its disk and its past.
#include "ui/text/error_text.h"
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString leftoverByOwners(const Phrasebook& book, const std::string& holds) {
    if (holds == "key")
        return book.say("findings",
                        "%1 is a leftover copy that holds a private key, and others can read it.");
    if (holds == "config")
        return book.say("findings", "%1 is a leftover copy of the config, and others can read it.");
    return book.say("findings", "%1 is a leftover copy, and others can read it.");
}

QString leftoverSentence(const Phrasebook& book, const std::string& holds) {
    if (holds == "key")
        return book.say("findings",
                        "%1 is a leftover copy that holds a private key, and others can read it (mode %2).");
    if (holds == "config")
        return book.say("findings", "%1 is a leftover copy of the config, and others can read it (mode %2).");
    return book.say("findings", "%1 is a leftover copy, and others can read it (mode %2).");
}

// Nothing of the folder is in the way where a server does not answer.
bool isOfNetwork(base::ErrorCode code) {
    using base::ErrorCode;
    return code == ErrorCode::HostUnknown || code == ErrorCode::ConnectionFailed ||
           code == ErrorCode::TlsFailed || code == ErrorCode::TimedOut;
}

} // namespace

FindingText words(const check::AccessList& body, const Phrasebook& book) {
    return {book.say("findings", "%1 has an access control list that gives other accounts access.")
                .arg(shown(body.path)),
            book.say("findings", "Run: setfacl -b %1").arg(shown(body.path))};
}

FindingText words(const check::LeftoverReadable& body, const Phrasebook& book) {
    const QString sentence =
        accessWords() == AccessWords::Owners
            ? leftoverByOwners(book, body.holds).arg(shown(body.path))
            : leftoverSentence(book, body.holds).arg(shown(body.path), mode(book, body.mode));
    return {sentence, book.say("findings", "Run doctor --fix to close it, or clean to remove it.")};
}

FindingText words(const check::KeyStoresDiffer& body, const Phrasebook& book) {
    return {book.say("findings", "The two copies of the key store differ: %1.").arg(list(book, body.paths)),
            book.say("findings", "Run doctor --fix; it keeps the one that opens the passphrase.")};
}

FindingText words(const check::NotRepairable& body, const Phrasebook& book) {
    return {book.say("findings", "%n finding(s) cannot be mended automatically.", nullptr, body.count),
            book.say("findings", "Follow the step named with each of them.")};
}

FindingText words(const check::AdoptedAlready& body, const Phrasebook& book) {
    return {book.say("findings", "This service is already under management; its newest state is %1.")
                .arg(shown(body.id)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::AdoptOutside& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 lies outside the service folder; it is not part of what can be restored.")
            .arg(shown(body.path)),
        book.say("findings", "Use replace to bring it into the service folder.")};
}

FindingText words(const check::AdoptClearKey& body, const Phrasebook& book) {
    return {book.say("findings", "%1 holds a key without encryption; its content is not stored.")
                .arg(shown(body.path)),
            book.say("findings", "Run doctor --fix, then it is encrypted.")};
}

FindingText words(const check::ServiceMoved& body, const Phrasebook& book) {
    return {book.say("findings", "The service folder %1 was moved; it was found at %2.")
                .arg(shown(body.before), shown(body.after)),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::ServiceGone& body, const Phrasebook& book) {
    return {book.say("findings", "The service folder %1 is not there any more.").arg(shown(body.root)),
            book.say("findings", "Name its new place with --root, or forget it with dates --forget.")};
}

FindingText words(const check::ServiceUnreadable& body, const Phrasebook& book) {
    QString sentence =
        book.say("findings", "The service in %1 could not be looked at.").arg(shown(body.root));
    QString next = book.say("findings", "Run verify for it, as the owner of the folder.");
    if (const auto error = namedError(body.error, body.about.empty() ? body.root : body.about)) {
        const auto why = errorText(*error, book);
        sentence = joined(book, sentence, why.sentence);
        if (isOfNetwork(error->code))
            next = why.nextStep;
    }
    return {sentence, next};
}

FindingText words(const check::ServiceListDamaged& body, const Phrasebook& book) {
    return {book.say("findings", "The list of known services was damaged. It is kept as %1; what could be "
                                 "read of it stays in use.")
                .arg(shown(body.kept)),
            book.say("findings", "Name what is missing here with --service and --root; the next change to it "
                                 "is remembered again.")};
}

FindingText words(const check::RetentionShortened& body, const Phrasebook& book) {
    return {book.say("findings", "The retention date moves back from %1 to %2.")
                .arg(dateTime(body.before), dateTime(body.after)),
            book.say("findings", "Choose a later date unless this is meant.")};
}

FindingText words(const check::NeedsAsOwner& body, const Phrasebook& book) {
    return {
        book.say("findings", "%2 belongs to %1, and you are root.").arg(shown(body.owner), shown(body.root)),
        book.say("findings", "Run this as %1, or add --as-owner: all files then belong to %1.")
            .arg(shown(body.owner))};
}

FindingText words(const check::NetworkVolume& body, const Phrasebook& book) {
    return {book.say("findings",
                     "%1 is on a network file system (%2): another computer may work in it at the "
                     "same time, and an interruption of the network can look like a damaged disk.")
                .arg(shown(body.folder), shown(body.kind)),
            book.say("findings", "Run this on the computer that holds the disk, if you can.")};
}

FindingText words(const check::ReadOnlyVolume& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is on a file system that is mounted read-only.").arg(shown(body.folder)),
            book.say("findings", "Mount it writable, then try again.")};
}

FindingText words(const check::ModelessVolume& body, const Phrasebook& book) {
    if (accessWords() == AccessWords::Owners)
        return {book.say("findings",
                         "%1 is on a file system (%2) that keeps no access lists; a key cannot be "
                         "protected there.")
                    .arg(shown(body.folder), shown(body.kind)),
                book.say("findings", "Move the service to a disk with NTFS.")};
    return {book.say("findings", "%1 is on a file system (%2) that keeps neither owners nor modes; a key "
                                 "cannot be protected there.")
                .arg(shown(body.folder), shown(body.kind)),
            book.say("findings", "Move the service to a local disk.")};
}

FindingText words(const check::ClockBehind& body, const Phrasebook& book) {
    return {book.say("findings", "The clock says %1, but the last transaction was made at %2.")
                .arg(dateTime(body.now), dateTime(body.newest)),
            book.say("findings", "Set the clock; the order of the history does not depend on it.")};
}

} // namespace certwright::text

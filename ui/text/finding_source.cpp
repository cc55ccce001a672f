// Why: the words for what was brought.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

#include <QStringList>

namespace certwright::text {

namespace {

QString kindList(const Phrasebook& book, const std::vector<std::string>& kinds) {
    QStringList names;
    for (const std::string& kind : kinds)
        names << kindName(book, kind);
    return names.join(book.say("values", ", ", "between the items of a list"));
}

} // namespace

FindingText words(const check::FileUnreadable& body, const Phrasebook& book) {
    return {book.say("findings", "%1 cannot be read.").arg(shown(body.path)),
            book.say("findings", "Check that the file exists and that you may read it.")};
}

FindingText words(const check::FileTooLarge& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 is too large: %2, and at most %3 are read.")
            .arg(shown(body.path), size(book, body.size), size(book, body.limit)),
        book.say("findings", "Check that this is the right file; a certificate or key has a few kilobytes.")};
}

FindingText words(const check::ArchiveEncrypted& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is an encrypted archive; its entry %2 cannot be read.")
                .arg(shown(body.path), shown(body.entry)),
            book.say("findings", "Unpack it with its password, then choose the unpacked folder.")};
}

FindingText words(const check::ArchiveRefused& body, const Phrasebook& book) {
    const QString next =
        book.say("findings", "Unpack it yourself and choose only the files that are needed.");
    if (body.reason == "entries")
        return {book.say("findings", "%1 has too many entries: at most %2 are read.")
                    .arg(shown(body.path), QString::number(body.limit)),
                next};
    if (body.reason == "nested")
        return {book.say("findings", "%1 is an archive within an archive, which is not opened.")
                    .arg(shown(body.path)),
                next};
    return {book.say("findings", "What %1 unpacks to is too large: at most %2 are read.")
                .arg(shown(body.path), size(book, body.limit)),
            next};
}

FindingText words(const check::FileUnrecognised& body, const Phrasebook& book) {
    return {book.say("findings", "%1 holds no certificate, key or revocation list (%2).")
                .arg(shown(body.path), size(book, body.size)),
            book.say("findings", "Choose the file that you got from your CA.")};
}

namespace {

// damageText says what is wrong with an object that is whole; empty where it only cannot be read.
QString damageText(const check::FileDamaged& body, const Phrasebook& book) {
    if (body.damage == "label")
        return book.say("findings", "its label says \"%1\", but it is %2")
            .arg(shown(body.label), kindName(book, body.detail));
    if (body.damage == "trailing")
        return book.say("findings", "something else follows behind the object");
    if (body.damage == "date")
        return book.say("findings", "it has a date that does not exist or is not written as it must be");
    if (body.damage == "validity")
        return book.say("findings", "its validity ends before it begins");
    if (body.damage == "version")
        return book.say("findings", "it is of a version that does not exist");
    if (body.damage == "algorithms")
        return book.say("findings", "it names two different signature algorithms");
    return {};
}

} // namespace

FindingText words(const check::FileDamaged& body, const Phrasebook& book) {
    if (const QString what = damageText(body, book); !what.isEmpty()) {
        const QString where =
            body.line == 0
                ? shown(body.path)
                : book.say("findings", "%1, line %2").arg(shown(body.path), QString::number(body.line));
        return {book.say("findings", "%1 is refused: %2.").arg(where, what),
                book.say("findings",
                         "Ask whoever issued it for a correct one; other programs may take it, but "
                         "none should.")};
    }
    const QString next = book.say(
        "findings",
        "Get the file again from where it came from; it may have been cut off or changed on the way.");
    if (body.line == 0)
        return {book.say("findings", "%1 is damaged and cannot be read.").arg(shown(body.path)), next};
    return {book.say("findings", "%1 is damaged: the part \"%2\" at line %3 cannot be read.")
                .arg(shown(body.path), shown(body.label), QString::number(body.line)),
            next};
}

FindingText words(const check::FileUnused& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is not needed here (it holds: %2).")
                .arg(shown(body.path), kindList(book, body.holds)),
            book.say("findings", "Nothing to do; the file is left alone.")};
}

FindingText words(const check::SourceSymlink& body, const Phrasebook& book) {
    return {book.say("findings", "%1 is a symbolic link.").arg(shown(body.path)),
            book.say("findings", "Check that it leads to the file you mean, or name that file itself.")};
}

FindingText words(const check::SourceForeignOwner& body, const Phrasebook& book) {
    return {book.say("findings", "%1 belongs to %2, not to you (%3).")
                .arg(shown(body.path), shown(body.owner), shown(body.user)),
            book.say("findings", "Copy the file as %1, or run this as its owner.").arg(shown(body.user))};
}

FindingText words(const check::SourceKeyMode& body, const Phrasebook& book) {
    if (accessWords() == AccessWords::Owners)
        return {book.say("findings", "Others may read the private key %1.").arg(shown(body.path)),
                book.say("findings", "In the file's properties, under Security, leave only its owner.")};
    return {book.say("findings",
                     "Others may read the private key %1: its mode is %2, and at most %3 is accepted.")
                .arg(shown(body.path), mode(book, body.mode), mode(book, body.maximum)),
            book.say("findings", "Run: chmod 600 %1").arg(shown(body.path))};
}

FindingText words(const check::SlotMissing& body, const Phrasebook& book) {
    return {
        book.say("findings", "No file was given for \"%1\", which the service needs.").arg(shown(body.slot)),
        book.say("findings", "Add the file for \"%1\".").arg(shown(body.slot))};
}

FindingText words(const check::SlotAmbiguous& body, const Phrasebook& book) {
    return {book.say("findings", "Several files fit \"%1\": %2.")
                .arg(shown(body.slot), list(book, body.candidates)),
            book.say("findings", "Say which one with --file %1=PATH.").arg(shown(body.slot))};
}

FindingText words(const check::SlotWrongKind& body, const Phrasebook& book) {
    return {book.say("findings", "%1 was given for \"%2\", which takes %3; it holds: %4.")
                .arg(shown(body.path), shown(body.slot), kindName(book, body.expected),
                     kindList(book, body.found)),
            book.say("findings", "Choose another file for \"%1\".").arg(shown(body.slot))};
}

} // namespace certwright::text

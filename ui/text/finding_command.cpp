// Why: sentences about a service's own commands and its config.
#include <QtCore/QtGlobal>

#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::CommandPlanned& body, const Phrasebook& book) {
    const bool verifies = body.purpose == "verify";
    const QString sentence =
        verifies ? book.say("findings", "Before the change is kept, this is run as you, for at most %2 s: %1")
                 : book.say("findings", "After the change, this is run as you, for at most %2 s: %1");
    const QString step = verifies
                             ? book.say("findings", "Nothing to do; if it fails, everything is put back.")
                             : book.say("findings", "Nothing to do; leave out --reload to do it yourself.");
    return {sentence.arg(shown(body.command), QString::number(body.seconds)), step};
}

FindingText words(const check::CommandRefused& body, const Phrasebook& book) {
    const QString where = body.place.empty() ? shown(body.command) : shown(body.place);
    const auto told = [&](const char* sentence, const char* step) {
        return FindingText{book.say("findings", sentence).arg(where), book.say("findings", step)};
    };
    if (body.purpose == "reload")
        return {
            book.say("findings",
                     "The new files are installed, but the service did not take them over: %1 (status %2).")
                .arg(shown(body.command), QString::number(body.status)),
            book.say("findings", "Read the details, then restart the service by hand.")};
    if (body.reason == "duplicate-directive")
        return told(
            QT_TRANSLATE_NOOP("findings", "The service refuses its config: a directive stands twice (%1)."),
            QT_TRANSLATE_NOOP("findings", "Remove one of the two lines, then try again."));
    if (body.reason == "unknown-directive")
        return told(
            QT_TRANSLATE_NOOP("findings",
                              "The service refuses its config: it does not know a directive (%1)."),
            QT_TRANSLATE_NOOP("findings", "Correct the word, or install the module that it belongs to."));
    if (body.reason == "key")
        return told(QT_TRANSLATE_NOOP("findings", "The service cannot open the private key (%1)."),
                    QT_TRANSLATE_NOOP("findings",
                                      "Look at the details; check that the key belongs to the certificate."));
    if (body.reason == "certificate")
        return told(
            QT_TRANSLATE_NOOP("findings", "The service cannot load a certificate or revocation list (%1)."),
            QT_TRANSLATE_NOOP("findings", "Look at the details for the file that it names."));
    if (body.reason == "permission")
        return told(QT_TRANSLATE_NOOP("findings", "The service may not read or write one of its files (%1)."),
                    QT_TRANSLATE_NOOP("findings", "Do this as the account that starts the service."));
    if (body.reason == "address-in-use")
        return told(
            QT_TRANSLATE_NOOP("findings", "Another program already listens where the service would (%1)."),
            QT_TRANSLATE_NOOP("findings", "Stop that program, or change the port in the config."));
    if (body.reason == "file")
        return told(QT_TRANSLATE_NOOP("findings", "A file that the service's config names is missing (%1)."),
                    QT_TRANSLATE_NOOP("findings", "Look at the details for its name."));
    return told(
        QT_TRANSLATE_NOOP("findings", "The service refuses its new config (%1)."),
        QT_TRANSLATE_NOOP("findings", "Read what it says under the details; everything was put back."));
}

FindingText words(const check::CommandMissing& body, const Phrasebook& book) {
    return {book.say("findings", "The program %1 is not on this computer.").arg(shown(body.program)),
            book.say("findings", "Install it, or correct the command in the service's profile.")};
}

FindingText words(const check::CommandTimedOut& body, const Phrasebook& book) {
    return {book.say("findings", "The command did not end within %1 s and was stopped: %2")
                .arg(QString::number(body.seconds), shown(body.command)),
            book.say("findings", "Run it by hand to see what it waits for.")};
}

FindingText words(const check::ReloadNeeded& body, const Phrasebook& book) {
    return {book.say("findings", "A running service still uses the old files until it is reloaded."),
            book.say("findings", "Reload it with: %1").arg(shown(body.command))};
}

FindingText words(const check::BlockNotChosen& body, const Phrasebook& book) {
    return {book.say("findings", "It is not known which server block shall use the certificate: %1")
                .arg(list(book, body.blocks)),
            book.say("findings", "Choose one with --server-block FILE:LINE or --server-block NAME.")};
}

FindingText words(const check::BlockUnknown& body, const Phrasebook& book) {
    return {book.say("findings", "\"%1\" does not name exactly one server block. There are: %2")
                .arg(shown(body.block), list(book, body.blocks)),
            book.say("findings", "Choose one with --server-block FILE:LINE.")};
}

FindingText words(const check::BlockMissing& body, const Phrasebook& book) {
    return {book.say("findings", "There is no server block in: %1").arg(list(book, body.files)),
            book.say("findings", "Write a server block that listens with ssl, then import again.")};
}

FindingText words(const check::BlockDirective& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The chosen server block sets %1 itself (%2); set twice, the service refuses it.")
                .arg(shown(body.directive), shown(body.place)),
            book.say("findings", "Remove that line; the included file sets it.")};
}

FindingText words(const check::BlockNotListening& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The chosen server block listens without ssl (%1); the certificate would never be used.")
                .arg(shown(body.place)),
            book.say("findings", "Add ssl to one of its listen lines, such as: listen 443 ssl;")};
}

} // namespace certwright::text

// Why: sentences about what a server really serves.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::ServedInstalled&, const Phrasebook& book) {
    return {book.say("findings", "The server serves the installed certificate."),
            book.say("findings", "Nothing to do.")};
}

FindingText words(const check::ServedOld&, const Phrasebook& book) {
    return {book.say("findings", "The server serves the old certificate: it was not reloaded yet."),
            book.say("findings", "Reload or restart the service, then check again.")};
}

FindingText words(const check::ServedOther& body, const Phrasebook& book) {
    return {book.say("findings", "The server serves another certificate than the installed one: %1")
                .arg(shown(body.subject)),
            book.say("findings", "Check that address and port belong to this service, and that its config "
                                 "names the installed file.")};
}

FindingText words(const check::ServedChainIncomplete& body, const Phrasebook& book) {
    return {book.say("findings", "The served chain is incomplete: the certificate of %1 is not sent, and "
                                 "clients that lack it will refuse.")
                .arg(shown(body.issuer)),
            book.say("findings", "Install the chain with its intermediates, then reload the service.")};
}

FindingText words(const check::ServedChainOrder& body, const Phrasebook& book) {
    return {book.say("findings", "The certificates are served in the wrong order: %1")
                .arg(list(book, body.order)),
            book.say("findings",
                     "Put the server's certificate first, then each issuer, and reload the service.")};
}

FindingText words(const check::ServedRoot& body, const Phrasebook& book) {
    return {book.say("findings", "The server also sends the root %1, which no client needs.")
                .arg(shown(body.subject)),
            book.say("findings", "Nothing to do; leaving it out makes each connection a little faster.")};
}

FindingText words(const check::ServedProtocol& body, const Phrasebook& book) {
    return {
        book.say("findings", "The server still accepts the outdated protocol %1.").arg(shown(body.protocol)),
        book.say("findings", "Allow TLSv1.2 and TLSv1.3 only in the service's config.")};
}

FindingText words(const check::ServedCipher& body, const Phrasebook& book) {
    return {
        book.say("findings", "The server chose the weak cipher %1.").arg(shown(body.cipher)),
        book.say("findings", "Allow ciphers with ECDHE and GCM or ChaCha20 only in the service's config.")};
}

FindingText words(const check::ServedStaple& body, const Phrasebook& book) {
    const QString nothing = book.say("findings", "Nothing to do.");
    if (body.state == "good")
        return {book.say("findings", "The server staples a valid answer of the CA about its certificate."),
                nothing};
    if (body.state == "revoked")
        return {
            book.say("findings", "The answer that the server staples says that its certificate is revoked."),
            book.say("findings", "Install a new certificate.")};
    if (body.state == "stale")
        return {book.say("findings", "The answer that the server staples is out of date."),
                book.say("findings", "Check that the server reaches its CA's OCSP service.")};
    if (body.state == "unknown")
        return {book.say("findings", "The answer that the server staples does not know its certificate."),
                book.say("findings", "Check that the certificate is of this CA.")};
    return {book.say("findings", "What the server staples cannot be read or is not signed by its CA."),
            book.say("findings", "Check the server's setting for OCSP stapling.")};
}

FindingText words(const check::ServedNoClientCheck&, const Phrasebook& book) {
    return {
        book.say("findings",
                 "The server lets in clients without a certificate; the service is meant to demand one."),
        book.say("findings", "Turn on the verification of clients in the service's config, then reload it.")};
}

FindingText words(const check::ServedUntrusted& body, const Phrasebook& book) {
    return {book.say("findings", "The served certificate %1 does not lead to the installed CA.")
                .arg(shown(body.subject)),
            book.say("findings", "Give the right CA, or install a certificate of this one.")};
}

FindingText words(const check::ServedClientNeeded& body, const Phrasebook& book) {
    const QString next =
        book.say("findings", "To see whether a client of yours gets in, show its certificate: "
                             "--client-cert FILE.");
    if (body.demand == "refused")
        return {
            book.say("findings", "The server turns away clients that show no certificate; none was shown."),
            next};
    return {book.say("findings",
                     "The server asks clients for a certificate; none was shown, and what comes of "
                     "that is decided after the handshake."),
            next};
}

FindingText words(const check::ServedClientRefused& body, const Phrasebook& book) {
    const QString subject = shown(body.subject);
    if (body.notAfter < body.now)
        return {book.say("findings", "The server refused the client certificate %1, which expired on %2.")
                    .arg(subject, dateTime(body.notAfter)),
                book.say("findings", "Show a certificate that is valid now.")};
    return {book.say("findings", "The server refused the client certificate %1.").arg(subject),
            book.say("findings",
                     "Check that the server trusts %1 for its clients, and that its revocation list "
                     "does not name the certificate.")
                .arg(shown(body.issuer))};
}

} // namespace certwright::text

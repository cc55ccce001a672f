// Why: the words for certificates and their chain.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString keyIdentifier(const Phrasebook& book, const std::string& keyId) {
    return keyId.empty() ? book.say("findings", "not named") : shown(keyId);
}

} // namespace

FindingText words(const check::LeafIsCa& body, const Phrasebook& book) {
    return {book.say("findings", "The certificate given for the server belongs to a CA: %1.")
                .arg(shown(body.name)),
            book.say("findings", "Choose the certificate that was issued for this server.")};
}

FindingText words(const check::CertificateVersion& body, const Phrasebook& book) {
    return {
        startOfSentence(book.say("findings", "%1 is X.509 version %3, not 3: %2.")
                            .arg(roleName(book, body.role), shown(body.name), QString::number(body.version))),
        book.say("findings", "Ask your CA for a version 3 certificate.")};
}

FindingText words(const check::CertificateExpired& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 expired on %3: %2.")
                                .arg(roleName(book, body.role), shown(body.name), dateTime(body.notAfter))),
            book.say("findings", "Get a renewed certificate from your CA.")};
}

FindingText words(const check::CertificateNotYetValid& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 is valid only from %3 on: %2.")
                                .arg(roleName(book, body.role), shown(body.name), dateTime(body.notBefore))),
            book.say("findings", "Wait until then, or check the clock of this computer.")};
}

FindingText words(const check::CertificateExpiresSoon& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 expires in %4, on %3: %2.")
                                .arg(roleName(book, body.role), shown(body.name), dateTime(body.notAfter),
                                     days(book, body.daysLeft))),
            book.say("findings", "Ask your CA for a renewal now.")};
}

FindingText words(const check::CertificateExpires& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 expires in %4, on %3: %2.")
                                .arg(roleName(book, body.role), shown(body.name), dateTime(body.notAfter),
                                     days(book, body.daysLeft))),
            book.say("findings", "Note the date and plan the renewal.")};
}

FindingText words(const check::CertificateLongValidity& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 is valid for more than %3 years (%4): %2.")
                                .arg(roleName(book, body.role), shown(body.name),
                                     QString::number(body.maximum), QString::number(body.years))),
            book.say("findings", "Nothing to do now; some clients refuse such long lifetimes.")};
}

FindingText words(const check::SignatureAlgorithm& body, const Phrasebook& book) {
    return {startOfSentence(
                book.say("findings", "%1 is signed with %3, which the service refuses (accepted: %4): %2.")
                    .arg(roleName(book, body.role), shown(body.name), shown(body.found),
                         list(book, body.allowed))),
            book.say("findings", "Ask your CA to issue it again with an accepted signature.")};
}

FindingText words(const check::ExtendedKeyUsage& body, const Phrasebook& book) {
    return {book.say("findings",
                     "The server certificate may not be used for a TLS server (extended key usage: %2): %1.")
                .arg(shown(body.name), list(book, body.found)),
            book.say("findings",
                     "Ask your CA for a certificate with the usage \"TLS Web Server Authentication\".")};
}

FindingText words(const check::NoAltNames& body, const Phrasebook& book) {
    return {book.say("findings", "The server certificate names no host in its subject alternative names: %1.")
                .arg(shown(body.name)),
            book.say("findings",
                     "Ask your CA to add the DNS name or IP address; many clients look at nothing else.")};
}

FindingText words(const check::HostMismatch& body, const Phrasebook& book) {
    return {book.say("findings", "The server certificate does not cover the host %1 (it covers: %2).")
                .arg(shown(body.host), list(book, body.names)),
            book.say("findings", "Ask your CA for a certificate with this name, or correct the host name.")};
}

FindingText words(const check::IssuerNotCa& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 is no CA certificate, but is given as one: %2.")
                                .arg(roleName(book, body.role), shown(body.name))),
            book.say("findings", "Choose the certificate of the CA that issued the server certificate.")};
}

FindingText words(const check::IssuerNoCertSign& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 may not sign certificates (key usage): %2.")
                                .arg(roleName(book, body.role), shown(body.name))),
            book.say("findings", "Ask the CA for its proper certificate.")};
}

FindingText words(const check::IssuerNoCrlSign& body, const Phrasebook& book) {
    return {startOfSentence(book.say("findings", "%1 may not sign revocation lists (key usage): %2.")
                                .arg(roleName(book, body.role), shown(body.name))),
            book.say("findings",
                     "Ask the CA which certificate signs its revocation lists, or leave the list out.")};
}

FindingText words(const check::IssuerMissing& body, const Phrasebook& book) {
    return {book.say("findings", "The issuer of %1 is not among the files: %2 (key identifier %3).")
                .arg(shown(body.name), shown(body.issuer), keyIdentifier(book, body.keyId)),
            book.say("findings", "Add the certificate of %1; your CA offers it for download.")
                .arg(shown(body.issuer))};
}

FindingText words(const check::IssuerSignatureInvalid& body, const Phrasebook& book) {
    return {
        book.say("findings", "%1 was not signed by the CA %2 that was given, although the name is the same.")
            .arg(shown(body.name), shown(body.issuer)),
        book.say(
            "findings",
            "Choose the CA certificate that belongs to this certificate; a CA may have had several keys.")};
}

FindingText words(const check::ChainReordered& body, const Phrasebook& book) {
    return {book.say("findings", "Intermediate certificates were found and put in order: %1 (from %2).")
                .arg(list(book, body.names), list(book, body.paths)),
            book.say("findings", "Nothing to do; they are written behind the server certificate.")};
}

FindingText words(const check::CertificateUnused& body, const Phrasebook& book) {
    return {book.say("findings", "The certificate %1 is not part of the chain (from %2).")
                .arg(shown(body.name), shown(body.path)),
            book.say("findings", "Nothing to do; it is left out.")};
}

} // namespace certwright::text

// Why: the words for what another program made, and for certificates in parts that nobody may rely on: its
// name, and the one thing that turns it into something a service takes.
#include "ui/text/finding_words.h"
#include "ui/text/foreign_text.h"
#include "ui/text/value_text.h"

namespace certwright::text {

FindingText words(const check::SourceForeign& body, const Phrasebook& book) {
    const QString details = foreignDetails(body, book);
    const QString what = details.isEmpty()
                             ? foreignName(body, book)
                             : book.say("foreign", "%1 (%2)").arg(foreignName(body, book), details);
    return {book.say("foreign", "%1 is %2; that is not opened here.").arg(shown(body.path), what),
            foreignStep(body, book)};
}

FindingText words(const check::SourceRepaired& body, const Phrasebook& book) {
    const QString path = shown(body.path);
    if (body.repair == "trust-settings")
        return {book.say("foreign", "%1 holds a TRUSTED CERTIFICATE of OpenSSL.").arg(path),
                book.say("foreign",
                         "Nothing to do; the certificate is used, the trust settings behind it are "
                         "left out.")};
    const QString next =
        book.say("foreign", "Nothing to do here; what is installed is written as plain PEM. Ask for the file "
                            "as it was made if another program is to read it.");
    if (body.repair == "utf-16")
        return {book.say("foreign", "%1 was saved as UTF-16 text; it was read all the same.").arg(path),
                next};
    if (body.repair == "dashes")
        return {book.say("foreign",
                         "The BEGIN and END lines of %1 were changed by a text program; it was read "
                         "all the same.")
                    .arg(path),
                next};
    return {
        book.say("foreign", "%1 is base64 without BEGIN and END lines; it was read all the same.").arg(path),
        next};
}

FindingText words(const check::CertificateTlcpPair& body, const Phrasebook& book) {
    return {book.say("foreign", "The two SM2 certificates of %1 are a pair for TLCP: one for signatures "
                                "(serial number %2), one for encryption (serial number %3).")
                .arg(shown(body.name), shown(body.signing), shown(body.encryption)),
            book.say("foreign",
                     "This service speaks TLS and takes one certificate: ask your CA for one with an "
                     "RSA key or an EC key on the curve P-256.")};
}

} // namespace certwright::text

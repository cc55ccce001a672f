// Why: see foreign_text.h.
#include "ui/text/foreign_text.h"

#include <QStringList>

#include <algorithm>
#include <array>

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using Body = check::SourceForeign;

// Naming is a format's name and what it is called.
struct Naming {
    std::string_view format;
    QString (*name)(const Phrasebook&);
};

const std::array namings{
    Naming{"openssh-private-key",
           [](const Phrasebook& book) { return book.say("foreign", "an OpenSSH private key"); }},
    Naming{"openssh-public-key",
           [](const Phrasebook& book) { return book.say("foreign", "an OpenSSH public key"); }},
    Naming{"openssh-certificate",
           [](const Phrasebook& book) { return book.say("foreign", "an OpenSSH certificate"); }},
    Naming{"ssh2-private-key",
           [](const Phrasebook& book) { return book.say("foreign", "a private key in the SSH2 format"); }},
    Naming{"ssh2-public-key",
           [](const Phrasebook& book) { return book.say("foreign", "a public key in the SSH2 format"); }},
    Naming{"putty-key", [](const Phrasebook& book) { return book.say("foreign", "a PuTTY private key"); }},
    Naming{"jks", [](const Phrasebook& book) { return book.say("foreign", "a Java key store (JKS)"); }},
    Naming{"jceks", [](const Phrasebook& book) { return book.say("foreign", "a Java key store (JCEKS)"); }},
    Naming{"bks",
           [](const Phrasebook& book) { return book.say("foreign", "a Bouncy Castle key store (BKS)"); }},
    Naming{"uber",
           [](const Phrasebook& book) { return book.say("foreign", "a Bouncy Castle key store (UBER)"); }},
    Naming{"jwk", [](const Phrasebook& book) { return book.say("foreign", "a JSON web key (JWK)"); }},
    Naming{"jwk-set",
           [](const Phrasebook& book) { return book.say("foreign", "a set of JSON web keys (JWK)"); }},
    Naming{"pvk", [](const Phrasebook& book) { return book.say("foreign", "a Windows private key (PVK)"); }},
    Naming{"sst",
           [](const Phrasebook& book) { return book.say("foreign", "a Windows certificate store (SST)"); }},
    Naming{"pgp-private-key",
           [](const Phrasebook& book) { return book.say("foreign", "a PGP private key"); }},
    Naming{"pgp-public-key", [](const Phrasebook& book) { return book.say("foreign", "a PGP public key"); }},
    Naming{"pgp", [](const Phrasebook& book) { return book.say("foreign", "a PGP message or signature"); }},
    Naming{"age-key", [](const Phrasebook& book) { return book.say("foreign", "an age key"); }},
    Naming{"age-file",
           [](const Phrasebook& book) { return book.say("foreign", "a file encrypted with age"); }},
    Naming{"certificate-pair",
           [](const Phrasebook& book) { return book.say("foreign", "a pair of cross-certificates"); }},
    Naming{"netscape-certificate-sequence",
           [](const Phrasebook& book) { return book.say("foreign", "a Netscape certificate sequence"); }},
    Naming{"attribute-certificate",
           [](const Phrasebook& book) { return book.say("foreign", "an attribute certificate"); }},
    Naming{"ocsp-request", [](const Phrasebook& book) { return book.say("foreign", "an OCSP request"); }},
    Naming{"ocsp-response", [](const Phrasebook& book) { return book.say("foreign", "an OCSP response"); }},
    Naming{"timestamp-request",
           [](const Phrasebook& book) { return book.say("foreign", "a time stamp request"); }},
    Naming{"timestamp-response",
           [](const Phrasebook& book) { return book.say("foreign", "a time stamp response"); }},
    Naming{"cms-encrypted",
           [](const Phrasebook& book) { return book.say("foreign", "an encrypted CMS message"); }},
    Naming{"public-key", [](const Phrasebook& book) { return book.say("foreign", "a public key"); }},
    Naming{"parameters",
           [](const Phrasebook& book) { return book.say("foreign", "parameters without a key"); }},
    Naming{"ssl-session", [](const Phrasebook& book) { return book.say("foreign", "a TLS session"); }},
    Naming{"web-page", [](const Phrasebook& book) { return book.say("foreign", "a web page (HTML)"); }},
};

} // namespace

QString foreignName(const Body& body, const Phrasebook& book) {
    const auto* known = std::ranges::find(namings, body.format, &Naming::format);
    return known != namings.end() ? known->name(book) : shown(body.format);
}

QString foreignDetails(const Body& body, const Phrasebook& book) {
    QStringList parts;
    if (body.format == "putty-key")
        parts << book.say("foreign", "version %1").arg(body.version);
    if (!body.keyType.empty())
        parts << shown(body.keyType);
    if (!body.encryption.empty())
        parts << book.say("foreign", "encrypted with %1").arg(shown(body.encryption));
    if (!body.comment.empty())
        parts << book.say("foreign", "comment \"%1\"").arg(shown(body.comment));
    const int entries = static_cast<int>(std::min<std::uint64_t>(body.entries, 1000000));
    if (entries > 1 || (entries == 1 && !body.names.empty()))
        parts << book.say("foreign", "%n entry(ies)", nullptr, entries);
    if (!body.names.empty())
        parts << list(book, body.names);
    return parts.join(book.say("values", ", ", "between the items of a list"));
}

} // namespace certwright::text

// Why: see crl_form_words.h.
#include "ui/text/crl_form_words.h"

namespace certwright::text {

namespace {

QString pointClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "point-malformed")
        return book.say("findings", "its issuing distribution point cannot be read");
    if (reason == "point-not-critical")
        return book.say("findings", "its issuing distribution point is not marked critical");
    if (reason == "point-empty")
        return book.say("findings", "its issuing distribution point says nothing");
    if (reason == "point-contradictory")
        return book.say("findings", "its issuing distribution point contradicts itself");
    if (reason == "point-name")
        return book.say("findings", "its issuing distribution point is not named by URIs alone");
    return reason == "point-encoding" ? book.say("findings", "its issuing distribution point is not DER")
                                      : QString();
}

QString extensionClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "extensions-empty")
        return book.say("findings", "it holds an empty list of extensions");
    if (reason == "extensions-in-version-1")
        return book.say("findings", "it holds extensions and calls itself version 1");
    if (reason == "extension-repeated")
        return book.say("findings", "it holds the same extension more than once");
    if (reason == "certificate-issuer-not-critical")
        return book.say("findings", "it names the issuer of a certificate without marking that critical");
    if (reason == "delta-base")
        return book.say("findings", "it does not say which list it continues");
    if (reason == "delta-not-critical")
        return book.say("findings", "it does not mark critical that it is a delta");
    if (reason == "authority-key")
        return book.say("findings", "the key that it names is not the one that signed it");
    return reason == "no-authority-key" ? book.say("findings", "it does not name the key that signed it")
                                        : QString();
}

} // namespace

QString crlFormClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "time-form")
        return book.say("findings", "its dates before 2050 are not written as UTCTime");
    if (reason == "entry-time-form")
        return book.say("findings", "dates of its entries before 2050 are not written as UTCTime");
    if (reason == "entries-empty")
        return book.say("findings", "it holds an empty list of entries instead of none");
    if (reason == "removed-in-complete")
        return book.say("findings", "it is complete, and yet lists a certificate as removed from the list");
    if (reason == "signature-algorithm")
        return book.say("findings", "it is signed with an algorithm that is not trusted");
    if (reason == "encoding")
        return book.say("findings", "it writes out what DER leaves out");
    if (reason == "serials")
        return book.say("findings", "it lists serial numbers that are not positive or longer than 20 octets");
    for (const auto clause : {pointClause, extensionClause})
        if (const QString found = clause(book, reason); !found.isEmpty())
            return found;
    return shown(reason);
}

QString crlNumberClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "absent")
        return book.say("findings", "it has none");
    if (reason == "critical")
        return book.say("findings", "it is marked critical");
    if (reason == "negative")
        return book.say("findings", "it is negative");
    return reason == "too-long" ? book.say("findings", "it is longer than 20 octets") : shown(reason);
}

QString crlScopeClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "user-only")
        return book.say("findings", "it lists end certificates only");
    if (reason == "ca-only")
        return book.say("findings", "it lists CA certificates only");
    if (reason == "attribute-only")
        return book.say("findings", "it lists attribute certificates only");
    if (reason == "not-indirect")
        return book.say("findings", "it lists certificates of its own issuer only");
    return reason == "distribution-point"
               ? book.say("findings", "the certificate names another distribution point")
               : shown(reason);
}

QString crlSignerClause(const Phrasebook& book, std::string_view reason) {
    if (reason == "no-path")
        return book.say("findings", "no given certificate of that name leads to the same trusted one");
    if (reason == "dates")
        return book.say("findings", "the certificate of the key that signed it is not valid now");
    if (reason == "revoked")
        return book.say("findings", "the certificate of the key that signed it is revoked");
    return reason == "too-many"
               ? book.say("findings", "there are too many certificates and lists to try them all")
               : shown(reason);
}

} // namespace certwright::text

// Why: the words for keys and containers whose form is wrong: one sentence for each reason.
#include "ui/text/finding_words.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString numbersText(const std::string& reason, const Phrasebook& book) {
    if (reason == "scalar-range")
        return book.say("findings", "The key in %1 is none: its private number is zero or too large.");
    if (reason == "negative-number")
        return book.say("findings", "The key in %1 has a number that is not positive.");
    if (reason == "rsa-factor")
        return book.say("findings",
                        "The RSA key in %1 is wrong: its modulus is not the product of its primes.");
    if (reason == "rsa-exponent")
        return book.say("findings", "The RSA key in %1 has a public exponent that is even, 1 or too large.");
    if (reason == "rsa-private-exponent")
        return book.say("findings", "The RSA key in %1 is wrong: its exponents do not belong together.");
    if (reason == "rsa-crt")
        return book.say("findings",
                        "The RSA key in %1 is wrong: its additional values do not fit its primes.");
    if (reason == "number-too-large")
        return book.say("findings", "The key in %1 has a number of more than 16384 bits.");
    if (reason == "group-parameters")
        return book.say("findings", "The key in %1 is wrong: its parameters do not belong together.");
    if (reason == "key-length")
        return book.say("findings", "The key in %1 does not have the length that its type needs.");
    return {};
}

QString curveText(const std::string& reason, const Phrasebook& book) {
    if (reason == "explicit-curve")
        return book.say("findings",
                        "The key in %1 writes its curve out instead of naming it, which is not accepted.");
    if (reason == "unknown-curve")
        return book.say("findings", "The key in %1 is on a curve that is not known here.");
    if (reason == "curve-missing")
        return book.say("findings", "The key in %1 does not say which curve it is on.");
    if (reason == "curve-mismatch")
        return book.say("findings", "The key in %1 names two different curves.");
    if (reason == "public-key-invalid")
        return book.say("findings", "The public key beside the private key in %1 is not on its curve.");
    if (reason == "public-key-mismatch")
        return book.say("findings", "The public key beside the private key in %1 is another key's.");
    return {};
}

QString containerText(const std::string& reason, const Phrasebook& book) {
    if (reason == "work")
        return book.say("findings",
                        "Opening %1 would take more work or memory than any honest file asks for.");
    if (reason == "encryption-parameters")
        return book.say("findings", "What %1 says about its encryption cannot be right.");
    if (reason == "pkcs12-version")
        return book.say("findings", "The PKCS#12 container %1 has a version that does not exist.");
    if (reason == "pkcs12-mac")
        return book.say("findings", "The PKCS#12 container %1 has a malformed integrity check.");
    if (reason == "pkcs12-content")
        return book.say("findings", "The PKCS#12 container %1 has a part that is empty or malformed.");
    return {};
}

QString formText(const std::string& reason, const Phrasebook& book) {
    if (reason == "not-der")
        return book.say("findings", "The key in %1 is not written in the one way that is allowed (DER).");
    if (reason == "trailing-data")
        return book.say("findings", "In %1 there is something behind the key that does not belong there.");
    if (reason == "pkcs8-version")
        return book.say("findings",
                        "The key in %1 has a PKCS#8 version that does not exist or does not fit.");
    if (reason == "key-version")
        return book.say("findings", "The key in %1 has a version that does not exist or does not fit.");
    if (reason == "algorithm")
        return book.say("findings", "The key in %1 is of a type that is not known here.");
    if (reason == "parameters")
        return book.say("findings",
                        "The key in %1 has parameters that its type does not have, or lacks them.");
    return book.say("findings", "The key in %1 is malformed: a part of it is missing or of another kind.");
}

QString malformedText(const check::KeyMalformed& body, const Phrasebook& book) {
    for (const auto group : {numbersText, curveText, containerText}) {
        if (QString text = group(body.reason, book); !text.isEmpty())
            return text.arg(shown(body.path));
    }
    return formText(body.reason, book).arg(shown(body.path));
}

FindingText labelWords(const check::KeyMalformed& body, const Phrasebook& book) {
    if (body.label.empty())
        return {book.say("findings", "The key in %1 stands under a PEM label of another form of key.")
                    .arg(shown(body.path)),
                book.say("findings", "Nothing to do here; other programs may not find the key.")};
    return {book.say("findings", "%1 holds something else at line %2 than its label \"%3\" says.")
                .arg(shown(body.path), QString::number(body.line), shown(body.label)),
            book.say("findings", "Get the file again from where it came from.")};
}

QString partText(const check::PartUnusable& body, const Phrasebook& book) {
    if (body.kind == "public-key")
        return book.say("findings", "%1 holds a public key (%2) where a private key is needed.");
    if (body.kind == "parameters")
        return book.say("findings", "%1 holds parameters of keys (%2) and no key.");
    if (body.kind == "message")
        return book.say("findings", "%1 is a PKCS#7 message (%2) that hands out no certificates.");
    if (body.kind == "secret")
        return book.say("findings",
                        "%1 holds a password or symmetric key (%2), which a server does not use.");
    return book.say("findings", "%1 holds a part of a kind (%2) that is not used here.");
}

} // namespace

FindingText words(const check::KeyMalformed& body, const Phrasebook& book) {
    const QString path = shown(body.path);
    if (body.reason == "label")
        return labelWords(body, book);
    if (body.reason == "scalar-length")
        return {book.say("findings", "The private number of the key in %1 is not padded to its full length.")
                    .arg(path),
                book.say("findings", "Nothing to do; the key is read all the same.")};
    if (body.reason == "rsa-parameters")
        return {book.say("findings", "The RSA key in %1 lacks the empty parameters that its format needs.")
                    .arg(path),
                book.say("findings", "Nothing to do; the key is read all the same.")};
    return {malformedText(body, book),
            book.say("findings", "Do not use this file; get it again from where it was made.")};
}

FindingText words(const check::PartUnusable& body, const Phrasebook& book) {
    return {partText(body, book).arg(shown(body.path), shown(body.what)),
            body.kind == "public-key"
                ? book.say("findings", "Choose the file with the private key that belongs to it.")
                : book.say("findings", "Nothing to do if the file with what is needed is there too.")};
}

} // namespace certwright::text

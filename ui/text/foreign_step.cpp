// Why: one command or click for each format, checked against the tools' own documentation.
#include "ui/text/foreign_text.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "ui/text/shell_word.h"

namespace certwright::text {

namespace {

using Body = check::SourceForeign;

// A name that begins with a dash would be taken for an option.
QString word(const std::string& path) {
    return shown(shellWord(path.starts_with('-') ? "./" + path : path));
}

bool isOneOf(const std::string& format, std::initializer_list<std::string_view> formats) {
    return std::ranges::find(formats, format) != formats.end();
}

// ssh-keygen and PuTTYgen write other keys than these in their own formats only.
bool isConvertible(const Body& body) {
    return body.keyType.empty() || body.keyType == "ssh-rsa" || body.keyType.starts_with("ecdsa-sha2-") ||
           body.keyType == "ssh-dss";
}

QString newKeyStep(const Body& body, const Phrasebook& book) {
    return book
        .say("foreign", "Keys of the type %1 are for SSH only. Make a new key for the service and ask for a "
                        "certificate for it: openssl genpkey -algorithm EC -pkeyopt "
                        "ec_paramgen_curve:P-256 -aes-256-cbc -out server.key")
        .arg(shown(body.keyType));
}

QString sshStep(const Body& body, const Phrasebook& book) {
    if (!isConvertible(body))
        return newKeyStep(body, book);
    if (body.format == "openssh-private-key")
        return book.say("foreign", "Convert a copy and choose that: cp %1 %2; ssh-keygen -p -m PKCS8 -f %2")
            .arg(word(body.path), word(body.path + ".pk8"));
    return book
        .say("foreign",
             "Convert it and choose the new file: puttygen %1 -O private-openssh -o %2 (on Windows: "
             "PuTTYgen, Load, then Conversions, Export OpenSSH key).")
        .arg(word(body.path), word(body.path + ".pem"));
}

QString javaStep(const Body& body, const Phrasebook& book) {
    if (isOneOf(body.format, {"bks", "uber"}))
        return book.say("foreign",
                        "Open it in KeyStore Explorer, choose Tools, Change Type, PKCS #12, save it "
                        "under a new name and choose that file.");
    return book
        .say("foreign", "Convert it and choose the new file: keytool -importkeystore -srcstoretype %1 "
                        "-srckeystore %2 -destkeystore %3 -deststoretype PKCS12")
        .arg(body.format == "jks" ? QStringLiteral("JKS") : QStringLiteral("JCEKS"), word(body.path),
             word(body.path + ".p12"));
}

QString jwkStep(const Body& body, const Phrasebook& book) {
    if (body.part != "private")
        return book.say("foreign", "It holds public keys only: choose the file of the private key.");
    if (body.format == "jwk-set")
        return book.say("foreign",
                        "Save the one key that belongs to the certificate as a file of its own and "
                        "choose that; the next step is said then.");
    return book.say("foreign", "Convert it and choose the new file: %1")
        .arg(QStringLiteral(
                 "node -p \"require('crypto').createPrivateKey({key:JSON.parse(require('fs')."
                 "readFileSync(process.argv[1])),format:'jwk'}).export({type:'pkcs8',format:'pem'})\" "
                 "%1 | openssl pkcs8 -topk8 -v2 aes-256-cbc -out %2")
                 .arg(word(body.path), word(body.path + ".pem")));
}

QString windowsStep(const Body& body, const Phrasebook& book) {
    if (body.format == "sst")
        return book.say("foreign",
                        "Open it on Windows with a double click, then export each certificate: All "
                        "Tasks, Export, Base-64 encoded X.509.");
    const QString providers =
        body.encryption.empty() ? QString() : QStringLiteral(" -provider legacy -provider default");
    return book.say("foreign", "Convert it and choose the new file: %1")
        .arg(QStringLiteral("openssl rsa -inform PVK -in %1 -aes256 -out %2%3")
                 .arg(word(body.path), word(body.path + ".pem"), providers));
}

QString messageStep(const Body& body, const Phrasebook& book) {
    if (body.format == "cms-encrypted")
        return book
            .say("foreign",
                 "Decrypt it with the key it was encrypted for and choose the new file: openssl cms -decrypt "
                 "-inform %1 -in %2 -inkey KEY -out %3")
            .arg(body.line == 0 ? QStringLiteral("DER") : QStringLiteral("PEM"), word(body.path),
                 word(body.path + ".decrypted"));
    if (body.format == "netscape-certificate-sequence" && body.line != 0)
        return book.say("foreign", "Convert it and choose the new file: %1")
            .arg(
                QStringLiteral("openssl nseq -in %1 -out %2").arg(word(body.path), word(body.path + ".pem")));
    if (body.format == "age-file")
        return book.say("foreign", "Decrypt it and choose the new file: %1")
            .arg(QStringLiteral("age -d -o %1 %2").arg(word(body.path + ".decrypted"), word(body.path)));
    return book.say("foreign", "Ask your CA for the certificates one by one, in PEM.");
}

} // namespace

QString foreignStep(const Body& body, const Phrasebook& book) {
    if (isOneOf(body.format, {"openssh-private-key", "ssh2-private-key", "putty-key"}))
        return sshStep(body, book);
    if (isOneOf(body.format, {"jks", "jceks", "bks", "uber"}))
        return javaStep(body, book);
    if (isOneOf(body.format, {"jwk", "jwk-set"}))
        return jwkStep(body, book);
    if (isOneOf(body.format, {"pvk", "sst"}))
        return windowsStep(body, book);
    if (isOneOf(body.format,
                {"cms-encrypted", "netscape-certificate-sequence", "age-file", "certificate-pair"}))
        return messageStep(body, book);
    if (isOneOf(body.format, {"openssh-public-key", "ssh2-public-key", "public-key"}))
        return book.say("foreign",
                        "Choose the private key instead: its file mostly has the same name without "
                        "\".pub\".");
    if (isOneOf(body.format, {"pgp-private-key", "pgp-public-key", "pgp", "age-key"}))
        return book.say("foreign",
                        "It has nothing to do with TLS: choose the key that the server certificate "
                        "was requested with.");
    if (isOneOf(body.format, {"ocsp-request", "ocsp-response"}))
        return book.say("foreign", "Download the revocation list (CRL) of the CA instead.");
    if (body.format == "web-page")
        return book.say("foreign",
                        "The download failed or needs a login: open the file in a browser to see what "
                        "the site says, then download it again.");
    return book.say("foreign", "Choose the file that you got from your CA.");
}

} // namespace certwright::text

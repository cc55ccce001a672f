// Why: see starter_profile.h.
#include "ui/text/starter_profile.h"

#include <QStringList>

namespace certwright::text {

namespace {

// Sheet collects lines of YAML with comments above them.
class Sheet {
  public:
    explicit Sheet(const Phrasebook& book)
        : m_book(book) {}

    const Phrasebook& book() const { return m_book; }
    void note(const QString& words, int indent = 0) {
        m_lines << QString(indent, QLatin1Char(' ')) + QStringLiteral("# ") + words;
    }
    void add(std::initializer_list<const char*> lines) {
        for (const char* line : lines)
            m_lines << QString::fromUtf8(line);
    }
    void line(const QString& text) { m_lines << text; }
    std::string text() const { return (m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toStdString(); }

  private:
    const Phrasebook& m_book;
    QStringList m_lines;
};

void addHead(Sheet& sheet, const QString& id) {
    const Phrasebook& book = sheet.book();
    sheet.note(book.say("starter", "A profile says what a service reads, where and how. Check it with: "
                                   "certwright-cli profiles check FILE"));
    sheet.note(book.say("starter", "Lower-case letters, digits and '-'; this is what --service takes."));
    sheet.line(QStringLiteral("id: ") + id);
    sheet.note(book.say("starter", "Shown to people, in both languages."));
    sheet.add({"title:"});
    sheet.line(QStringLiteral("  en: %1\n  zh: %1").arg(id));
    sheet.add({"summary:"});
    sheet.line(QStringLiteral("  en: %1\n  zh: %1").arg(id));
    sheet.add({""});
    sheet.note(book.say("starter", "The service's folder (its root). All paths below are relative to it."));
    sheet.add({"root:", "  title:", "    en: Installation folder", "    zh: 安装文件夹"});
    sheet.note(book.say("starter", "An environment variable that names the folder, or \"\"."), 2);
    sheet.add({"  variable: \"\""});
    sheet.note(book.say("starter", "Absolute folders where it is looked for, such as [/opt/my-service]."), 2);
    sheet.add({"  places: []", ""});
    sheet.note(book.say("starter", "Folders that are made if they are missing, with exactly this mode."));
    sheet.add({"folders:", "  - path: tls", "    mode: \"700\"", ""});
}

void addConfig(Sheet& sheet) {
    const Phrasebook& book = sheet.book();
    sheet.note(book.say("starter", "The config file that names the certificates."));
    sheet.add({"config:", "  path: conf/service.conf"});
    sheet.note(book.say("starter", "key-value, yaml, nginx, redis or postgresql"), 2);
    sheet.add({"  format: key-value"});
    sheet.note(book.say("starter", "The folder that paths in the config are relative to; \".\" is the root."),
               2);
    sheet.add({"  path-base: ."});
    sheet.note(
        book.say("starter", "Every key that is written, in the order in which missing ones are added."), 2);
    sheet.add({"  order: [tls_cert, tls_key, tls_ca, tls_crl, tls_key_passphrase]"});
    sheet.note(book.say("starter",
                        "Characters that a path may have (as in [A-Z]; '' is any), and those that no "
                        "value may have."),
               2);
    sheet.add({"  path-alphabet: 'A-Za-z0-9_+,\\-./'", "  forbidden: \"#\\r\\n\""});
    sheet.note(book.say("starter", "What the service can read at most; 0 is no limit."), 2);
    sheet.add({"  maximum-lines: 0", "  maximum-line-length: 0", ""});
}

void addSlot(Sheet& sheet, const char* id, const char* kind, const char* required, const char* file,
             const char* key, const char* english, const char* chinese) {
    sheet.line(QStringLiteral("  - id: %1\n    kind: %2\n    required: %3\n    trust: server\n"
                              "    target: tls/%4\n    mode: \"400\"\n    config-key: %5\n    title:\n"
                              "      en: %6\n      zh: %7")
                   .arg(QLatin1String(id), QLatin1String(kind), QLatin1String(required), QLatin1String(file),
                        QLatin1String(key), QLatin1String(english), QString::fromUtf8(chinese)));
}

void addSlots(Sheet& sheet) {
    const Phrasebook& book = sheet.book();
    sheet.note(book.say("starter",
                        "One file each: kind is ca, certificate, key or crl; a CA and its CRL share a "
                        "trust; config-key receives the path."));
    sheet.add({"slots:"});
    addSlot(sheet, "ca", "ca", "true", "ca.crt", "tls_ca", "CA certificate", "CA 证书");
    addSlot(sheet, "cert", "certificate", "true", "server.crt", "tls_cert", "Server certificate",
            "服务器证书");
    addSlot(sheet, "key", "key", "true", "server.key", "tls_key", "Private key", "私钥");
    addSlot(sheet, "crl", "crl", "false", "ca.crl", "tls_crl", "Revocation list (CRL)", "吊销列表（CRL）");
    sheet.add({""});
}

void addSecrets(Sheet& sheet) {
    const Phrasebook& book = sheet.book();
    sheet.note(book.say("starter", "The key is installed encrypted; its passphrase stands here, sealed."));
    sheet.add({"passphrase:", "  config-key: tls_key_passphrase", "  maximum-length: 400",
               "  iterations: 10000", "  input-maximum: 0", ""});
    sheet.note(book.say("starter", "The two copies of the key that the passphrase is sealed with."));
    sheet.add(
        {"key-store:", "  primary: tls/primary.ks", "  standby: tls/standby.ks", "  mode: \"400\"", ""});
    sheet.note(book.say("starter", "Programs of the service, as lists of words, never a shell's line: verify "
                                   "judges the config, reload takes it over."));
    sheet.note(QStringLiteral("commands:"));
    sheet.note(QStringLiteral("  reload:"));
    sheet.note(QStringLiteral("    words: [systemctl, reload, my-service]"));
    sheet.add({""});
}

void addRules(Sheet& sheet) {
    const Phrasebook& book = sheet.book();
    sheet.note(book.say("starter", "What certificates must be like; days are whole days."));
    sheet.add({"rules:", "  key-algorithms: [RSA, EC]", "  signature-digests: [SHA256, SHA384, SHA512]",
               "  minimum-rsa-bits: 2048", "  recommended-rsa-bits: 3072", "  warning-days: 30",
               "  note-days: 100", "  maximum-validity-years: 10", "  crl-warning-days: 7",
               "  key-file-mode-maximum: \"640\"", "  sources-owned-by-user: true"});
    sheet.note(book.say("starter", "Whether clients must show a certificate."), 2);
    sheet.add({"  mutual-tls: true"});
    sheet.note(book.say("starter", "Whether the service compares the common name, which clients do not."), 2);
    sheet.add({"  common-name-counts: false"});
}

} // namespace

std::string starterProfile(const std::string& id, const Phrasebook& book) {
    Sheet sheet(book);
    addHead(sheet, shown(id));
    addConfig(sheet);
    addSlots(sheet);
    addSecrets(sheet);
    addRules(sheet);
    return sheet.text();
}

std::string copiedProfile(const std::string& yaml, const std::string& from, const std::string& id,
                          const Phrasebook& book) {
    QStringList lines =
        QString::fromUtf8(yaml.data(), static_cast<qsizetype>(yaml.size())).split(QLatin1Char('\n'));
    for (QString& line : lines)
        if (line.startsWith(QStringLiteral("id:")))
            line = QStringLiteral("id: ") + shown(id);
    const QString note =
        book.say("starter", "Copied from the profile %1; change titles and places to those of your service.")
            .arg(shown(from));
    lines.prepend(QStringLiteral("# ") + note);
    return lines.join(QLatin1Char('\n')).toStdString();
}

} // namespace certwright::text

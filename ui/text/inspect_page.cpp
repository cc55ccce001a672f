// Why: certificates, keys and lists as aligned facts; the same names of fields in both languages everywhere.
#include "ui/text/inspect_page.h"

#include <array>

#include "core/document/open.h"
#include "ui/text/error_text.h"
#include "ui/text/findings_page.h"
#include "ui/text/usage_text.h"
#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

using Rows = std::vector<QStringList>;

QString hexText(base::ByteView bytes) {
    return QString::fromStdString(base::toHex(bytes, ':')).toUpper();
}

QString untilText(const Phrasebook& book, base::Time end, base::Time now) {
    const int left = base::wholeDays(now, end);
    if (end < now)
        return book.say("inspect", "%1 (over)").arg(dateTime(end));
    return book.say("inspect", "%1 (%2 left)").arg(dateTime(end), days(book, left));
}

void addOptional(Rows& rows, const QString& label, const QString& value) {
    if (!value.isEmpty())
        rows.push_back({label, value});
}

} // namespace

Rows certificateRows(const document::CertificateFacts& facts, base::Time now, const Phrasebook& book) {
    Rows rows;
    rows.push_back({book.say("inspect", "Subject"), shown(facts.subject.text)});
    addOptional(rows, book.say("inspect", "Names"), altNamesText(book, facts.altNames));
    rows.push_back({book.say("inspect", "Issuer"),
                    facts.selfIssued() ? book.say("inspect", "itself") : shown(facts.issuer.text)});
    rows.push_back({book.say("inspect", "Serial number"), shown(facts.serial)});
    rows.push_back({book.say("inspect", "Valid from"), dateTime(facts.notBefore)});
    rows.push_back({book.say("inspect", "Valid until"), untilText(book, facts.notAfter, now)});
    rows.push_back({book.say("inspect", "Key"), keyText(facts.key)});
    rows.push_back({book.say("inspect", "Signature"), shown(facts.signature.algorithm)});
    addOptional(rows, book.say("inspect", "Key usage"), keyUsageText(book, facts.keyUsage));
    addOptional(rows, book.say("inspect", "Extended usage"),
                extendedKeyUsageText(book, facts.extendedKeyUsage));
    addOptional(rows, book.say("inspect", "Subject key identifier"), hexText(facts.subjectKeyId));
    addOptional(rows, book.say("inspect", "Issuer key identifier"), hexText(facts.authorityKeyId));
    addOptional(rows, book.say("inspect", "Unreadable extensions"), list(book, facts.malformedExtensions));
    addOptional(rows, book.say("inspect", "Repeated extensions"), list(book, facts.repeatedExtensions));
    rows.push_back({book.say("inspect", "SHA-256"), hexText(facts.fingerprint)});
    return rows;
}

Rows crlRows(const document::CrlFacts& facts, base::Time now, const Phrasebook& book) {
    Rows rows;
    rows.push_back({book.say("inspect", "Issuer"), shown(facts.issuer.text)});
    rows.push_back({book.say("inspect", "Issued on"), dateTime(facts.thisUpdate)});
    rows.push_back({book.say("inspect", "Next list by"), facts.nextUpdate
                                                             ? untilText(book, *facts.nextUpdate, now)
                                                             : book.say("inspect", "not said")});
    rows.push_back({book.say("inspect", "List number"),
                    facts.number ? shown(*facts.number) : book.say("inspect", "none")});
    rows.push_back({book.say("inspect", "Revoked certificates"), QString::number(facts.entries)});
    rows.push_back({book.say("inspect", "Signature"), shown(facts.signature.algorithm)});
    addOptional(rows, book.say("inspect", "Issuer key identifier"), hexText(facts.authorityKeyId));
    rows.push_back({book.say("inspect", "SHA-256"), hexText(facts.fingerprint)});
    return rows;
}

namespace {

struct Shown {
    QString title;
    Rows rows;
};

struct Describe {
    const Phrasebook& book;
    base::Time now;

    Shown operator()(const document::Certificate& c) const {
        return {c.facts.isCa() ? book.say("inspect", "CA certificate") : book.say("inspect", "Certificate"),
                certificateRows(c.facts, now, book)};
    }
    Shown operator()(const document::Crl& c) const {
        return {book.say("inspect", "Revocation list"), crlRows(c.facts, now, book)};
    }
    Shown operator()(const document::EncryptedKey& k) const {
        return {book.say("inspect", "Private key, encrypted"),
                {{book.say("inspect", "Encryption"), encryptionText(book, k.encryption)}}};
    }
    Shown operator()(const document::PrivateKey& k) const {
        return {book.say("inspect", "Private key"), {{book.say("inspect", "Key"), keyText(k.facts)}}};
    }
    Shown operator()(const document::Pkcs12& p) const {
        return {book.say("inspect", "PKCS#12 container"),
                {{book.say("inspect", "Encryption"), encryptionText(book, p.encryption)}}};
    }
    Shown operator()(const document::Request& r) const {
        Rows rows{{book.say("inspect", "Subject"), shown(r.facts.subject.text)}};
        addOptional(rows, book.say("inspect", "Names"), altNamesText(book, r.facts.altNames));
        rows.push_back({book.say("inspect", "Key"), keyText(r.facts.key)});
        rows.push_back({book.say("inspect", "Signature"), shown(r.facts.signature.algorithm)});
        return {book.say("inspect", "Certificate request"), rows};
    }
};

QString origin(const document::Item& item, const Phrasebook& book) {
    if (item.container == document::Container::Pkcs7)
        return book.say("inspect", "from PKCS#7");
    if (item.container == document::Container::Pkcs12)
        return book.say("inspect", "from PKCS#12");
    if (item.encoding == document::Encoding::Der)
        return QStringLiteral("DER");
    return book.say("inspect", "PEM, line %1").arg(item.line);
}

} // namespace

void addInspected(Page& page, const job::Inspected& file, base::Time now, const Phrasebook& book) {
    page.heading(shown(file.path));
    if (file.error) {
        addError(page, *file.error, book);
        return;
    }
    const std::vector<document::Item>& items = file.content.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const document::Item& item = items[i];
        auto [title, rows] = std::visit(Describe{book, now}, item.object);
        addOptional(rows, book.say("inspect", "Friendly name"), shown(item.friendlyName));
        addOptional(rows, book.say("inspect", "Local key identifier"), hexText(item.localKeyId));
        if (const auto certificate = document::certificateOf(items, i))
            rows.push_back(
                {book.say("inspect", "Certificate"),
                 shown(std::get<document::Certificate>(items[*certificate].object).facts.subject.text)});
        page.line(QStringLiteral("%1 (%2)").arg(title, origin(item, book)), 2);
        page.table(rows, 4);
    }
    addFindings(page, file.findings, book);
}

} // namespace certwright::text

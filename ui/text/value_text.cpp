// Why: one way to write a date, a mode or a size, whatever sentence it stands in.
#include "ui/text/value_text.h"

#include <QDate>
#include <QLocale>
#include <QStringList>

namespace certwright::text {

QString dateTime(base::Time time) {
    return QString::fromStdString(base::formatUtc(time).substr(0, 16)) + QStringLiteral(" UTC");
}

QString localDay(const Phrasebook& book, base::Time time) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
    const QDate date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                     static_cast<int>(static_cast<unsigned>(day.day())));
    if (book.language() == Language::Chinese)
        return QLocale(QLocale::Chinese, QLocale::China).toString(date, QStringLiteral("yyyy年M月d日"));
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMMM yyyy"));
}

QString localDate(const Phrasebook& book, base::Time time) {
    const QString clock =
        QString::fromStdString(base::formatUtc(time).substr(11, 5)) + QStringLiteral(" UTC");
    return localDay(book, time) +
           (book.language() == Language::Chinese ? QStringLiteral(" ") : QStringLiteral(", ")) + clock;
}

QString days(const Phrasebook& book, int count) {
    return book.say("values", "%n day(s)", nullptr, count);
}

QString size(const Phrasebook& book, std::uint64_t octets) {
    if (octets >= 1024ULL * 1024)
        return QString::number(static_cast<double>(octets) / (1024.0 * 1024.0), 'f',
                               octets % (1024ULL * 1024) == 0 ? 0 : 1) +
               QStringLiteral(" MiB");
    if (octets >= 10240)
        return QString::number(octets / 1024) + QStringLiteral(" KiB");
    const int count = static_cast<int>(octets);
    return book.say("values", "%n byte(s)", nullptr, count);
}

QString list(const Phrasebook& book, const std::vector<std::string>& items) {
    QStringList parts;
    for (const std::string& item : items)
        parts << shown(item);
    return parts.join(book.say("values", ", ", "between the items of a list"));
}

QString shortPrint(std::string_view hex) {
    return QString::fromUtf8(hex.data(), static_cast<qsizetype>(std::min<std::size_t>(hex.size(), 16)));
}

QString roleName(const Phrasebook& book, std::string_view role) {
    if (role == "server")
        return book.say("values", "the server certificate");
    if (role == "client")
        return book.say("values", "the client certificate");
    if (role == "intermediate")
        return book.say("values", "the intermediate certificate");
    return book.say("values", "the CA certificate");
}

QString kindName(const Phrasebook& book, std::string_view kind) {
    if (kind == "certificate")
        return book.say("values", "a certificate");
    if (kind == "ca")
        return book.say("values", "a CA certificate");
    if (kind == "key")
        return book.say("values", "a private key");
    if (kind == "crl")
        return book.say("values", "a revocation list");
    if (kind == "request")
        return book.say("values", "a certificate request");
    if (kind == "pkcs7")
        return book.say("values", "a PKCS#7 container");
    if (kind == "encrypted-key")
        return book.say("values", "an encrypted private key");
    if (kind == "pkcs12")
        return book.say("values", "a PKCS#12 container");
    return shown(kind);
}

QString joined(const Phrasebook& book, const QString& first, const QString& second) {
    return first + (book.language() == Language::English ? QStringLiteral(" ") : QString()) + second;
}

QString startOfSentence(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString keyText(const document::KeyFacts& facts) {
    switch (facts.algorithm) {
    case document::KeyAlgorithm::Rsa:
        return QStringLiteral("RSA %1").arg(facts.bits);
    case document::KeyAlgorithm::RsaPss:
        return QStringLiteral("RSA-PSS %1").arg(facts.bits);
    case document::KeyAlgorithm::Ec:
        return QStringLiteral("EC %1").arg(shown(facts.curve));
    case document::KeyAlgorithm::Ed25519:
        return QStringLiteral("Ed25519");
    case document::KeyAlgorithm::Ed448:
        return QStringLiteral("Ed448");
    case document::KeyAlgorithm::Dsa:
        return QStringLiteral("DSA %1").arg(facts.bits);
    case document::KeyAlgorithm::Sm2:
        return QStringLiteral("SM2 (%1)").arg(facts.bits);
    case document::KeyAlgorithm::Other:
        break;
    }
    if (!facts.name.empty())
        return facts.bits > 0 ? QStringLiteral("%1 %2").arg(shown(facts.name)).arg(facts.bits)
                              : shown(facts.name);
    return QStringLiteral("?");
}

QString encryptionText(const Phrasebook& book, const document::EncryptionFacts& facts) {
    QStringList parts;
    for (const std::string* part : {&facts.scheme, &facts.cipher, &facts.derivation})
        if (!part->empty())
            parts << shown(*part);
    const int iterations = static_cast<int>(facts.iterations);
    if (iterations != 0)
        parts << book.say("values", "%n iteration(s)", nullptr, iterations);
    return parts.join(QStringLiteral(", "));
}

QString titleText(const Phrasebook& book, const profile::Title& title) {
    return QString::fromStdString(book.language() == Language::Chinese ? title.zh : title.en);
}

} // namespace certwright::text

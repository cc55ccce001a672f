// Why: tables from RFC 5280 sections 4.2.1.3, 4.2.1.6 and 4.2.1.12 to words.
#include "ui/text/usage_text.h"

#include <array>

#include <QStringList>

#include "ui/text/value_text.h"

namespace certwright::text {

namespace {

QString join(const Phrasebook& book, const QStringList& parts) {
    return parts.join(book.say("values", ", ", "between the items of a list"));
}

QString kindText(const Phrasebook& book, document::AltNameKind kind) {
    switch (kind) {
    case document::AltNameKind::Dns:
        return QStringLiteral("DNS");
    case document::AltNameKind::Ip:
        return QStringLiteral("IP");
    case document::AltNameKind::Email:
        return book.say("usage", "e-mail");
    case document::AltNameKind::Uri:
        return QStringLiteral("URI");
    case document::AltNameKind::Directory:
        return book.say("usage", "directory name");
    case document::AltNameKind::Other:
        break;
    }
    return book.say("usage", "other name");
}

struct UsageWord {
    document::KeyUsage usage;
    const char* word;
};

constexpr std::array usageWords{
    UsageWord{document::KeyUsage::DigitalSignature, QT_TRANSLATE_NOOP("usage", "digital signature")},
    UsageWord{document::KeyUsage::NonRepudiation, QT_TRANSLATE_NOOP("usage", "non-repudiation")},
    UsageWord{document::KeyUsage::KeyEncipherment, QT_TRANSLATE_NOOP("usage", "key encipherment")},
    UsageWord{document::KeyUsage::DataEncipherment, QT_TRANSLATE_NOOP("usage", "data encipherment")},
    UsageWord{document::KeyUsage::KeyAgreement, QT_TRANSLATE_NOOP("usage", "key agreement")},
    UsageWord{document::KeyUsage::KeyCertSign, QT_TRANSLATE_NOOP("usage", "certificate signing")},
    UsageWord{document::KeyUsage::CrlSign, QT_TRANSLATE_NOOP("usage", "revocation list signing")},
    UsageWord{document::KeyUsage::EncipherOnly, QT_TRANSLATE_NOOP("usage", "encipher only")},
    UsageWord{document::KeyUsage::DecipherOnly, QT_TRANSLATE_NOOP("usage", "decipher only")},
};

struct PurposeWord {
    std::string_view oid;
    const char* word;
};

constexpr std::array purposeWords{
    PurposeWord{"1.3.6.1.5.5.7.3.1", QT_TRANSLATE_NOOP("usage", "TLS server")},
    PurposeWord{"1.3.6.1.5.5.7.3.2", QT_TRANSLATE_NOOP("usage", "TLS client")},
    PurposeWord{"1.3.6.1.5.5.7.3.3", QT_TRANSLATE_NOOP("usage", "code signing")},
    PurposeWord{"1.3.6.1.5.5.7.3.4", QT_TRANSLATE_NOOP("usage", "e-mail protection")},
    PurposeWord{"1.3.6.1.5.5.7.3.8", QT_TRANSLATE_NOOP("usage", "time stamping")},
    PurposeWord{"1.3.6.1.5.5.7.3.9", QT_TRANSLATE_NOOP("usage", "OCSP signing")},
    PurposeWord{"2.5.29.37.0", QT_TRANSLATE_NOOP("usage", "any purpose")},
};

} // namespace

QString altNamesText(const Phrasebook& book, const std::vector<document::AltName>& names) {
    QStringList parts;
    for (const document::AltName& name : names)
        parts << kindText(book, name.kind) + QLatin1Char(' ') + shown(name.value);
    return join(book, parts);
}

QString keyUsageText(const Phrasebook& book, std::optional<std::uint16_t> bits) {
    QStringList parts;
    for (const UsageWord& entry : usageWords)
        if (bits && (*bits & static_cast<std::uint16_t>(entry.usage)) != 0)
            parts << book.say("usage", entry.word);
    return join(book, parts);
}

QString extendedKeyUsageText(const Phrasebook& book, const std::vector<std::string>& oids) {
    QStringList parts;
    for (const std::string& oid : oids) {
        QString word = shown(oid);
        for (const PurposeWord& entry : purposeWords)
            if (entry.oid == oid)
                word = book.say("usage", entry.word);
        parts << word;
    }
    return join(book, parts);
}

} // namespace certwright::text

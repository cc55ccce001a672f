// Why: dates, sizes and counts are read by people who act on them.
#include <QTest>

#include "ui/text/usage_text.h"
#include "ui/text/value_text.h"

using namespace certwright;
using namespace certwright::text;

class TestValueText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void days_plural_followsTheLanguage();
    void size_octets_haveAUnit();
    void dateTime_isUtc();
    void localDate_eachLanguage_isWrittenAsItIsRead();
    void shown_controlCharacters_areEscaped();
    void altNames_kinds_areNamed();
    void extendedUsage_unknownOid_staysAnOid();

  private:
    Phrasebook m_english{Language::English};
    Phrasebook m_chinese{Language::Chinese};
};

void TestValueText::days_plural_followsTheLanguage() {
    QCOMPARE(days(m_english, 1), QStringLiteral("1 day"));
    QCOMPARE(days(m_english, 12), QStringLiteral("12 days"));
    QCOMPARE(days(m_chinese, 12), QStringLiteral("12 天"));
}

void TestValueText::size_octets_haveAUnit() {
    QCOMPARE(size(m_english, 1), QStringLiteral("1 byte"));
    QCOMPARE(size(m_english, 512), QStringLiteral("512 bytes"));
    QCOMPARE(size(m_english, 20 * 1024), QStringLiteral("20 KiB"));
    QCOMPARE(size(m_english, 10ULL * 1024 * 1024), QStringLiteral("10 MiB"));
    QCOMPARE(size(m_english, 10ULL * 1024 * 1024 + 524288), QStringLiteral("10.5 MiB"));
    QCOMPARE(size(m_chinese, 512), QStringLiteral("512 字节"));
}

void TestValueText::dateTime_isUtc() {
    QCOMPARE(dateTime(*base::parseTime("2026-11-21T12:34:56Z")), QStringLiteral("2026-11-21 12:34 UTC"));
}

void TestValueText::localDate_eachLanguage_isWrittenAsItIsRead() {
    const base::Time time = *base::parseTime("2026-03-05T08:00:59Z");
    QCOMPARE(localDate(m_english, time), QStringLiteral("5 March 2026, 08:00 UTC"));
    QCOMPARE(localDate(m_chinese, time), QStringLiteral("2026年3月5日 08:00 UTC"));
    QCOMPARE(localDay(m_english, time), QStringLiteral("5 March 2026"));
    QCOMPARE(localDay(m_chinese, time), QStringLiteral("2026年3月5日"));
}

// A hostile subject name must not move the cursor or reverse the line.
void TestValueText::shown_controlCharacters_areEscaped() {
    QCOMPARE(shown("a\x1b[2Jb"), QStringLiteral("a\\x1B[2Jb"));
    QVERIFY(!shown("x\xE2\x80\xAEy").contains(QChar(0x202E)));
}

void TestValueText::altNames_kinds_areNamed() {
    const std::vector<document::AltName> names{{document::AltNameKind::Dns, "a.example"},
                                               {document::AltNameKind::Ip, "10.0.0.1"}};
    QCOMPARE(altNamesText(m_english, names), QStringLiteral("DNS a.example, IP 10.0.0.1"));
    QCOMPARE(altNamesText(m_chinese, names), QStringLiteral("DNS a.example、IP 10.0.0.1"));
}

void TestValueText::extendedUsage_unknownOid_staysAnOid() {
    QCOMPARE(extendedKeyUsageText(m_english, {"1.3.6.1.5.5.7.3.1", "1.2.3"}),
             QStringLiteral("TLS server, 1.2.3"));
    QCOMPARE(keyUsageText(m_english, std::nullopt), QString());
    QCOMPARE(keyUsageText(m_english, std::uint16_t{0x21}),
             QStringLiteral("digital signature, certificate signing"));
}

QTEST_APPLESS_MAIN(TestValueText)
#include "test_value_text.moc"

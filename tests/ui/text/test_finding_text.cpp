// Why: a sentence says what was seen with its data in the right places, in both languages.
#include <QSet>
#include <QTest>

#include "core/document/fault.h"
#include "ui/text/finding_text.h"
#include "ui/text/findings_page.h"

using namespace certwright;
using namespace certwright::text;

class TestFindingText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void sentence_data_standsInIt();
    void sentence_percentInData_isNotReplaced();
    void page_findings_showStepAndDetails();
    void keyMalformed_everyReason_hasItsOwnSentence();
    void verdict_counts_areWords();

  private:
    Phrasebook m_english{Language::English};
    Phrasebook m_chinese{Language::Chinese};
};

void TestFindingText::sentence_data_standsInIt() {
    const check::Finding finding{check::Severity::Blocker, "server.crt",
                                 check::CertificateExpired{"server", "CN=a", *base::parseTime("2026-01-02"),
                                                           *base::parseTime("2026-11-21")}};
    QCOMPARE(findingText(finding, m_english).sentence,
             QStringLiteral("The server certificate expired on 2026-01-02 00:00 UTC: CN=a."));
    QCOMPARE(findingText(finding, m_chinese).sentence,
             QStringLiteral("服务器证书已于 2026-01-02 00:00 UTC 过期：CN=a。"));
}

void TestFindingText::sentence_percentInData_isNotReplaced() {
    const check::Finding finding{check::Severity::Blocker, "k", check::KeyMismatch{"%2", "b.crt", {}, {}}};
    QCOMPARE(findingText(finding, m_english).sentence,
             QStringLiteral("The private key %2 does not belong to the certificate b.crt."));
}

void TestFindingText::page_findings_showStepAndDetails() {
    Page page(Colour::Off);
    addFindings(page, {{check::Severity::Blocker, "k", check::KeyDamaged{"k.pem", "asn1: too long"}}},
                m_english);
    QCOMPARE(page.text(), QStringLiteral("Blocks   The private key in k.pem is damaged.\n"
                                         "         → Get the file again from where it came from.\n"
                                         "         Details: asn1: too long\n"));
}

void TestFindingText::keyMalformed_everyReason_hasItsOwnSentence() {
    QSet<QString> sentences;
    const int last = static_cast<int>(document::Fault::Pkcs12Content);
    for (int fault = 0; fault <= last; ++fault) {
        const std::string reason(faultName(static_cast<document::Fault>(fault)));
        const FindingText words = findingText(
            {check::Severity::Blocker, "k", check::KeyMalformed{"k.pem", {}, 0, reason, {}}}, m_english);
        QVERIFY(words.sentence.contains(QStringLiteral("k.pem")) &&
                !words.sentence.contains(QLatin1Char('%')));
        sentences.insert(words.sentence);
    }
    QCOMPARE(sentences.size(), last + 1);
}

void TestFindingText::verdict_counts_areWords() {
    const check::Finding blocker{check::Severity::Blocker, {}, check::SlotMissing{"ca"}};
    const check::Finding warning{check::Severity::Warning, {}, check::KeyUnencrypted{"k"}};
    const auto verdict = [&](const check::Findings& findings) {
        Page page(Colour::Off);
        addVerdict(page, findings, m_english);
        return page.text();
    };
    QCOMPARE(verdict({blocker}), QStringLiteral("1 problem must be solved first.\n"));
    QCOMPARE(verdict({blocker, blocker, warning}), QStringLiteral("2 problems must be solved first.\n"));
    QCOMPARE(verdict({warning}), QStringLiteral("Nothing blocks; 1 warning.\n"));
    QCOMPARE(verdict({}), QStringLiteral("Everything is in order.\n"));
}

QTEST_APPLESS_MAIN(TestFindingText)
#include "test_finding_text.moc"

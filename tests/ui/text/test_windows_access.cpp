// Why: nobody on Windows can read a mode or type chmod; who is let in stands there in words, in both
// languages.
#include <QRegularExpression>
#include <QTest>

#include "ui/text/access_words.h"
#include "ui/text/finding_text.h"

using namespace certwright;
using namespace certwright::text;

class TestWindowsAccess : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void mode_bits_areWords_data();
    void mode_bits_areWords();
    void finding_aboutAccess_namesNoMode_data();
    void finding_aboutAccess_namesNoMode();
};

void TestWindowsAccess::mode_bits_areWords_data() {
    QTest::addColumn<uint>("bits");
    QTest::addColumn<QString>("words");
    QTest::newRow("400") << 0400U << QStringLiteral("owner only, read-only");
    QTest::newRow("600") << 0600U << QStringLiteral("owner only");
    QTest::newRow("700") << 0700U << QStringLiteral("owner only");
    QTest::newRow("644") << 0644U << QStringLiteral("as its folder allows");
    QTest::newRow("444") << 0444U << QStringLiteral("as its folder allows, read-only");
}

void TestWindowsAccess::mode_bits_areWords() {
    QFETCH(uint, bits);
    QCOMPARE(accessWords(), AccessWords::Owners);
    QTEST(mode(Phrasebook(Language::English), bits), "words");
}

void TestWindowsAccess::finding_aboutAccess_namesNoMode_data() {
    QTest::addColumn<check::FindingBody>("body");
    const auto row = [](const char* name, check::FindingBody body) {
        QTest::newRow(name) << std::move(body);
    };
    row("source", check::SourceKeyMode{"C:/key", 0644, 0600});
    row("installed", check::InstalledMode{"C:/key", 0644, 0400});
    row("folder", check::FolderMode{"C:/keys", 0755, 0700});
    row("writable", check::FolderWritable{"C:/keys", 0777});
    row("leftover key", check::LeftoverReadable{"C:/key.bak", 0644, "key"});
    row("leftover config", check::LeftoverReadable{"C:/a.bak", 0644, "config"});
    row("leftover", check::LeftoverReadable{"C:/b.bak", 0644, ""});
    row("copy", check::KeyCopyFound{"C:/copy", 0644, "clear"});
}

void TestWindowsAccess::finding_aboutAccess_namesNoMode() {
    QFETCH(check::FindingBody, body);
    for (const Language language : {Language::English, Language::Chinese}) {
        const FindingText said = findingText({check::Severity::Blocker, "C:/x", body}, Phrasebook(language));
        const QString all = said.sentence + QLatin1Char('\n') + said.nextStep;
        QVERIFY2(!all.contains(QRegularExpression(QStringLiteral("chmod|[4-7][0-7][0-7]|%[0-9]"))),
                 qPrintable(all));
        QVERIFY(!said.sentence.isEmpty() && !said.nextStep.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestWindowsAccess)
#include "test_windows_access.moc"

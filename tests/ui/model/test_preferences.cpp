// Why: what is remembered of a person is little, and nobody else's business.
#include <QFile>
#include <QTest>

#include "tests/support/temporary_folder.h"
#include "ui/model/preferences.h"

using namespace certwright;
using model::Preferences;
using model::Theme;

class TestPreferences : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void preferences_nothingChosen_areTheDefaults();
    void preferences_chosen_areThereNextTime();
    void preferences_file_holdsThreeKeysAndNothingElse();
    void preferences_file_isForItsOwnerOnly();
    void preferences_damagedFile_areTheDefaults();

  private:
    static QString file(const test::TemporaryFolder& folder) {
        return QString::fromStdString(folder.at("settings/certwright.ini"));
    }
    static void choose(const test::TemporaryFolder& folder) {
        Preferences preferences(file(folder));
        preferences.setLanguage(text::Language::Chinese);
        preferences.setTheme(Theme::Dark);
        preferences.setGeometry(QByteArray("\x01\x00geometry\n[roots]", 18));
    }
};

void TestPreferences::preferences_nothingChosen_areTheDefaults() {
    const test::TemporaryFolder folder;
    const Preferences preferences(file(folder));
    QVERIFY(!preferences.language());
    QCOMPARE(preferences.theme(), Theme::System);
    QVERIFY(preferences.geometry().isEmpty());
    QVERIFY(!QFile::exists(file(folder)));
}

void TestPreferences::preferences_chosen_areThereNextTime() {
    const test::TemporaryFolder folder;
    choose(folder);
    const Preferences again(file(folder));
    QVERIFY(again.language() == text::Language::Chinese);
    QCOMPARE(again.theme(), Theme::Dark);
    QCOMPARE(again.geometry(), QByteArray("\x01\x00geometry\n[roots]", 18));
}

void TestPreferences::preferences_file_holdsThreeKeysAndNothingElse() {
    const test::TemporaryFolder folder;
    choose(folder);
    QFile written(file(folder));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QStringList keys;
    for (const QByteArray& line : written.readAll().split('\n'))
        if (const auto key = line.split('=').first().trimmed(); !key.isEmpty())
            keys << QString::fromUtf8(key);
    keys.sort();
    QCOMPARE(keys, QStringList({QStringLiteral("[General]"), QStringLiteral("geometry"),
                                QStringLiteral("language"), QStringLiteral("theme")}));
}

void TestPreferences::preferences_file_isForItsOwnerOnly() {
    const test::TemporaryFolder folder;
    choose(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY((QFile::permissions(file(folder)) & others) == QFile::Permissions());
    const QString place = QString::fromStdString(folder.at("settings"));
    QVERIFY((QFile::permissions(place) & others) == QFile::Permissions());
}

void TestPreferences::preferences_damagedFile_areTheDefaults() {
    const test::TemporaryFolder folder;
    choose(folder);
    QFile damaged(file(folder));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[General]\nlanguage=klingon\ntheme=pink\ngeometry=@Invalid()\n\xff\xfe");
    damaged.close();
    const Preferences preferences(file(folder));
    QVERIFY(!preferences.language());
    QCOMPARE(preferences.theme(), Theme::System);
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "test_preferences.moc"

// Why: who trusts a profile must see which programs it runs and what it loads, word by word.
#include <QTest>

#include "core/profile/load.h"
#include "ui/text/json_document.h"
#include "ui/text/profiles_page.h"

using namespace certwright;

class TestProfilesPage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void page_ofAProfileWithPrograms_showsEachWord();
    void page_ofAProfileWithoutPrograms_saysNothingOfThem();
    void json_ofAProfileWithPrograms_hasTheWordsAsAList();

  private:
    static profile::Profile withPrograms() {
        profile::Profile profile = profile::findProfile("redis", {}).value();
        profile.commands.verify = profile::Command{{"web", "-t", "a b", "{root}"}, 7};
        profile.commands.reload = profile::Command{{"/bin/reload"}, 20};
        profile.vendor = profile::Vendor{};
        profile.vendor->library = "lib/library.so";
        profile.passphrase.pipe = "own/pipe";
        return profile;
    }
    static QString pageOf(const profile::Profile& profile) {
        const text::Phrasebook book(text::Language::English);
        text::Page page(text::Colour::Off);
        text::addProfile(page, profile, book);
        return page.text();
    }
};

void TestProfilesPage::page_ofAProfileWithPrograms_showsEachWord() {
    const QString page = pageOf(withPrograms());
    for (const char* part :
         {"web -t \"a b\" {root} (at most 7 s)", "/bin/reload (at most 20 s)", "lib/library.so", "own/pipe"})
        QVERIFY2(page.contains(QLatin1String(part)), qPrintable(page));
}

void TestProfilesPage::page_ofAProfileWithoutPrograms_saysNothingOfThem() {
    const QString page = pageOf(profile::findProfile("redis", {}).value());
    QVERIFY(!page.contains("at most") && !page.contains("Pipe") && !page.contains("library"));
}

void TestProfilesPage::json_ofAProfileWithPrograms_hasTheWordsAsAList() {
    const text::Json json = text::jsonOf(withPrograms());
    QCOMPARE(json["commands"]["verify"]["words"].get<std::vector<std::string>>(),
             (std::vector<std::string>{"web", "-t", "a b", "{root}"}));
    QCOMPARE(json["commands"]["reload"]["seconds"].get<int>(), 20);
    QCOMPARE(json["vendor"]["library"].get<std::string>(), std::string("lib/library.so"));
    QCOMPARE(json["pipe"].get<std::string>(), std::string("own/pipe"));
    QVERIFY(!text::jsonOf(profile::findProfile("redis", {}).value()).contains("commands"));
}

QTEST_GUILESS_MAIN(TestProfilesPage)
#include "test_profiles_page.moc"

// Why: the vendor's library is used as its documents say, through the real helper, and what it gives back is
// what the service will find.
#include <thread>
#include <unistd.h>

#include <QTest>

#include "tests/app/kmc/kmc_site.h"

using namespace certwright;
using test::faultOf;
using test::KmcSite;
using test::StandIn;

namespace {

constexpr const char* password = "correct horse \xe9\xa9\xac battery 9!";

vault::KeyStoreFiles copyOf(const vault::KeyStoreFiles& stores) {
    return {stores.primary, stores.standby};
}

} // namespace

class TestKmcSeal : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void seal_newStores_areMadeByTheLibraryAndOpenAgain();
    void seal_existingStores_areKept();
    void seal_oneStoreLost_isMadeAgainFromTheOther();
    void seal_renewedStores_areReturnedAsTheyAre();
    void seal_settings_reachTheLibrary();
    void seal_lengthWithNul_isWithoutIt();
    void seal_longestSecret_fits();
    void seal_impossibleSecret_isRefused();
    void unseal_otherStores_isTheLibrarysRefusal();
    void unseal_unusableText_isNotGivenToTheLibrary();
    void seal_dependencyBeside_isFoundThere();
    void seal_dependencyMissing_isNamed();
    void seal_dependencyLinkedElsewhere_isMissing();
    void seal_functionMissing_isNamed();
    void seal_slowLibrary_saysWaiting();
    void seal_manyAtOnce_doNotMeet();
    void helperPath_besideOrLibexec_isFound();
};

void TestKmcSeal::seal_newStores_areMadeByTheLibraryAndOpenAgain() {
    KmcSite site;
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QVERIFY(sealed->text.starts_with("KMC0."));
    QVERIFY(sealed->stores.primary && sealed->stores.standby);
    QCOMPARE(vault::stateOf(sealed->stores.primary), vault::KeyStoreState::Foreign); // the vendor's mark
    QCOMPARE(*sealed->stores.primary, *sealed->stores.standby);
    const auto opened = site.unseal(sealed->text, sealed->stores);
    QCOMPARE(faultOf(opened), std::string("none"));
    QCOMPARE(*opened, std::string(password));
    // Nothing of it is left, and nothing came into the service's folders.
    QVERIFY(site.leftInRun().empty());
    QCOMPARE(site.fileSystem->list(site.folder.at("keys"))->size(), std::size_t{0});
    QCOMPARE(site.fileSystem->list(site.folder.at("lib"))->size(), std::size_t{1});
}

void TestKmcSeal::seal_existingStores_areKept() {
    KmcSite site;
    const auto first = site.seal(password);
    QVERIFY(first.has_value());
    const auto second = site.seal("another", first->stores);
    QCOMPARE(faultOf(second), std::string("none"));
    QCOMPARE(*second->stores.primary, *first->stores.primary);
    QCOMPARE(*second->stores.standby, *first->stores.standby);
    QCOMPARE(*site.unseal(first->text, second->stores), std::string(password));
}

void TestKmcSeal::seal_oneStoreLost_isMadeAgainFromTheOther() {
    KmcSite site;
    const auto first = site.seal(password);
    QVERIFY(first.has_value());
    for (vault::KeyStoreFiles half : {vault::KeyStoreFiles{first->stores.primary, std::nullopt},
                                      vault::KeyStoreFiles{std::nullopt, first->stores.standby}}) {
        const auto again = site.seal(password, half);
        QCOMPARE(faultOf(again), std::string("none"));
        QCOMPARE(*again->stores.primary, *first->stores.primary);
        QCOMPARE(*again->stores.standby, *first->stores.standby);
    }
}

void TestKmcSeal::seal_renewedStores_areReturnedAsTheyAre() {
    KmcSite site;
    const auto first = site.seal(password);
    QVERIFY(first.has_value());
    site.behave({{"renew", ""}});
    const auto second = site.seal(password, copyOf(first->stores));
    QCOMPARE(faultOf(second), std::string("none"));
    QVERIFY(*second->stores.primary != *first->stores.primary);
    site.behave({});
    QCOMPARE(*site.unseal(second->text, second->stores), std::string(password));
}

void TestKmcSeal::seal_settings_reachTheLibrary() {
    KmcSite site;
    site.settings.domain = 2;
    site.settings.algorithm = 8;
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QVERIFY(sealed->text.starts_with("KMC2."));
    site.settings.semaphoreKey = 7; // the stand-in knows the documented range
    const auto refused = site.seal(password);
    QCOMPARE(faultOf(refused), std::string("Failed KeInitialize"));
    QCOMPARE(refused.error().number, std::int64_t{99});
}

void TestKmcSeal::seal_lengthWithNul_isWithoutIt() {
    KmcSite site;
    site.behave({{"count-nul", ""}});
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QVERIFY(sealed->text.find('\0') == std::string::npos);
    QCOMPARE(*site.unseal(sealed->text, sealed->stores), std::string(password));
}

void TestKmcSeal::seal_longestSecret_fits() {
    KmcSite site;
    const std::string longest(190, 'p'); // what the stand-in makes of it has just under 400 characters
    const auto sealed = site.seal(longest);
    QCOMPARE(faultOf(sealed), std::string("none"));
    QVERIFY(sealed->text.size() <= 400);
    QCOMPARE(*site.unseal(sealed->text, sealed->stores), longest);
}

void TestKmcSeal::seal_impossibleSecret_isRefused() {
    KmcSite site;
    QCOMPARE(faultOf(site.seal("")), std::string("Failed KeEncryptByDomain"));
    QCOMPARE(faultOf(site.seal(std::string(5000, 'p'))), std::string("Failed KeEncryptByDomain"));
    QCOMPARE(faultOf(site.seal(std::string(1000, 'p'))), std::string("Garbage text")); // over 400 sealed
}

void TestKmcSeal::unseal_otherStores_isTheLibrarysRefusal() {
    KmcSite site;
    const auto one = site.seal(password);
    const auto other = site.seal(password);
    QVERIFY(one.has_value() && other.has_value());
    const auto opened = site.unseal(one->text, other->stores);
    QCOMPARE(faultOf(opened), std::string("Failed KeDecryptByDomain"));
    QCOMPARE(opened.error().number, std::int64_t{7});
    QCOMPARE(opened.error().path, site.library());
}

void TestKmcSeal::unseal_unusableText_isNotGivenToTheLibrary() {
    KmcSite site;
    site.behave({{"crash-load", "6"}});
    for (const std::string& text :
         {std::string(), std::string("a b"), std::string("a#b"), std::string(401, 'a')})
        QCOMPARE(faultOf(site.unseal(text, {})), std::string("Garbage text"));
}

void TestKmcSeal::seal_dependencyBeside_isFoundThere() {
    KmcSite site(StandIn::Needing);
    site.putNeeded();
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("none"));
}

void TestKmcSeal::seal_dependencyMissing_isNamed() {
    KmcSite site(StandIn::Needing);
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Dependency libkmc_needed.so.1.1"));
    QCOMPARE(sealed.error().path, site.library());
    QVERIFY(site.leftInRun().empty());
}

// A link inside the folder is how packages name versions; one that leaves it leads to where nobody looked.
void TestKmcSeal::seal_dependencyLinkedElsewhere_isMissing() {
    KmcSite site(StandIn::Needing);
    const std::string needed = site.putNeeded();
    QVERIFY(::rename(needed.c_str(), (needed + "z").c_str()) == 0);
    QVERIFY(::symlink((needed + "z").c_str(), needed.c_str()) == 0);
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    const std::string elsewhere = site.folder.makeFolder("elsewhere") + "/lib.so";
    QVERIFY(::rename((needed + "z").c_str(), elsewhere.c_str()) == 0);
    ::unlink(needed.c_str());
    QVERIFY(::symlink(elsewhere.c_str(), needed.c_str()) == 0);
    QCOMPARE(faultOf(site.seal(password)), std::string("Dependency libkmc_needed.so.1.1"));
}

void TestKmcSeal::seal_functionMissing_isNamed() {
    KmcSite site(StandIn::Lacking);
    QCOMPARE(faultOf(site.seal(password)), std::string("Symbol KeFinalize"));
}

void TestKmcSeal::seal_slowLibrary_saysWaiting() {
    KmcSite site;
    site.behave({{"slow-init", "2500"}});
    site.setup.limits.patience = std::chrono::milliseconds(300);
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    QVERIFY2(site.progress.waits >= 2, qPrintable(QString::number(site.progress.waits)));
    QCOMPARE(site.progress.lastTotal, 30);
    // A quick one says nothing.
    KmcSite quick;
    QCOMPARE(faultOf(quick.seal(password)), std::string("none"));
    QCOMPARE(quick.progress.waits.load(), 0);
}

void TestKmcSeal::seal_manyAtOnce_doNotMeet() {
    KmcSite site;
    site.behave({{"slow-encrypt", "200"}});
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&site, &good, i] {
            const std::string secret = "secret " + std::to_string(i);
            const auto sealed = site.seal(secret);
            const auto opened =
                sealed ? site.unseal(sealed->text, sealed->stores) : tl::unexpected(sealed.error());
            good += opened && *opened == secret ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 6);
    QVERIFY(site.leftInRun().empty());
}

void TestKmcSeal::helperPath_besideOrLibexec_isFound() {
    test::TemporaryFolder folder;
    const auto reader = files::localFileSystem();
    const std::string bin = folder.makeFolder("bin");
    QCOMPARE(vault::kmcHelperPath(*reader, bin), bin + "/certwright-kmc"); // named even where missing
    const std::string libexec = folder.write("libexec/certwright-kmc", "", 0755);
    QCOMPARE(vault::kmcHelperPath(*reader, bin), libexec);
    const std::string beside = folder.write("bin/certwright-kmc", "", 0755);
    QCOMPARE(vault::kmcHelperPath(*reader, bin), beside);
}

QTEST_GUILESS_MAIN(TestKmcSeal)
#include "test_kmc_seal.moc"

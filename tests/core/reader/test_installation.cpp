// Why: a service builds its TLS on what is handed out here: it must be what is installed, or an error that
// says what is wrong.
#include <QTest>
#include <filesystem>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/reader/installation.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using reader::Installation;
using reader::Part;
using test::InstalledSet;
using test::Service;

using Spoil = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

void rowsOfServices() {
    QTest::addColumn<int>("service");
    QTest::newRow("streamserver") << 0;
    QTest::newRow("aoi") << 1;
}

InstalledSet setOf(int service) {
    return InstalledSet(service == 0 ? Service::StreamServer : Service::Aoi);
}

std::string relative(const InstalledSet& set, const std::string& slot) {
    return set.profile().slot(slot)->target;
}

} // namespace

class TestInstallation : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    const secret::SecretAccess m_access = secret::SecretAccess::grant();

    Installation opened(const InstalledSet& set) const {
        auto installation = Installation::open(*m_disk, set.place());
        if (!installation)
            qFatal("%s", installation.error().subject.c_str());
        return std::move(*installation);
    }
    std::string contentOf(Installation& installation, Part part, const std::string& trust = {}) const {
        const auto content = installation.content(part, trust);
        return content && *content ? std::string(base::textOf(**content)) : std::string();
    }

  private Q_SLOTS:
    void content_goodSet_isWhatIsInstalled_data() { rowsOfServices(); }
    void content_goodSet_isWhatIsInstalled() {
        QFETCH(int, service);
        const InstalledSet set = setOf(service);
        Installation installation = opened(set);
        const std::pair<Part, const char*> parts[] = {
            {Part::Chain, "cert"}, {Part::Key, "key"}, {Part::Ca, "ca"}, {Part::Crl, "crl"}};
        for (const auto& [part, slot] : parts) {
            QCOMPARE(contentOf(installation, part), set.read(relative(set, slot)));
            QCOMPARE(installation.path(part, {}).value().value(), set.pathOf(slot));
        }
        QCOMPARE(contentOf(installation, Part::Config), set.read(set.profile().config.path));
        QCOMPARE(installation.path(Part::Config, {}).value().value(), set.path(set.profile().config.path));
    }

    void secrets_goodSet_openTheKey_data() { rowsOfServices(); }
    void secrets_goodSet_openTheKey() {
        QFETCH(int, service);
        const InstalledSet set = setOf(service);
        const Installation installation = opened(set);
        const auto passphrase = installation.passphrase(m_access);
        QVERIFY(passphrase.has_value());
        QCOMPARE(std::string(base::textOf(passphrase->reveal(m_access))), set.passphrase());
        const auto key = installation.privateKey(m_access);
        QVERIFY(key.has_value());
        QVERIFY(key->equals(set.server().key->pkcs8));
    }

    void path_otherTrust_isItsOwn() {
        const InstalledSet set(Service::Aoi);
        Installation installation = opened(set);
        QCOMPARE(contentOf(installation, Part::Ca, "platform"), set.read(relative(set, "platform-ca")));
        QCOMPARE(installation.path(Part::Crl, "gateway").value().value(), set.pathOf("gateway-crl"));
        QCOMPARE(installation.path(Part::Ca, "nobody").error().code, base::ErrorCode::InvalidArgument);
        QCOMPARE(installation.content(Part::Crl, "nobody").error().code, base::ErrorCode::InvalidArgument);
    }

    void content_noListConfigured_isNone() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("crl=keys/ca.crl", "crl=");
        Installation installation = opened(set);
        QVERIFY(installation.content(Part::Crl, {}).has_value());
        QVERIFY(!installation.content(Part::Crl, {})->has_value());
        QVERIFY(!installation.path(Part::Crl, {})->has_value());
    }

    void content_largeList_isWhole() {
        InstalledSet set(Service::StreamServer);
        std::vector<std::string> serials;
        for (int i = 0; i < 30000; ++i)
            serials.push_back(
                "4a" + base::toHex({{static_cast<std::uint8_t>(i >> 8), static_cast<std::uint8_t>(i)}}));
        set.put("crl",
                document::toPem(test::makeList(set.ca(), serials, test::testNow() + std::chrono::days(30))));
        Installation installation = opened(set);
        QVERIFY(set.read(relative(set, "crl")).size() > 1024 * 1024);
        QCOMPARE(contentOf(installation, Part::Crl), set.read(relative(set, "crl")));
        QCOMPARE(contentOf(installation, Part::Crl).size(), set.read(relative(set, "crl")).size());
    }

    void setting_anyKey_isItsValue() {
        const InstalledSet flat(Service::StreamServer);
        QCOMPARE(opened(flat).setting("port").value(), std::string("8080"));
        QCOMPARE(opened(flat).setting("no-such-key").value(), std::string());
        const InstalledSet yaml(Service::Aoi);
        QCOMPARE(opened(yaml).setting("check_cert_holder.host_name").value(), std::string("server.test"));
    }

    void retention_services_sayWhatTheyDo() {
        QVERIFY(!opened(InstalledSet(Service::StreamServer)).retention()->has_value());
        InstalledSet set(Service::Aoi);
        QCOMPARE(opened(set).retention()->value(), *base::parseTime("2029-01-01"));
        set.replaceInConfig("2029-01-01 00:00:00", "some day");
        QCOMPARE(opened(set).retention().error(),
                 (base::Error{base::ErrorCode::ConfigInvalid, "ca_retention_time", "some day"}));
    }

    void open_hostileRoot_saysWhy_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, int service, const char* code, const Spoil& spoil) {
            QTest::newRow(name) << service << spoil << QByteArray(code);
        };
        row("config gone", 0, "file.not-found",
            [](InstalledSet& set) { set.remove(set.path(set.profile().config.path)); });
        row("config a link", 0, "file.symlink", [](InstalledSet& set) {
            const std::string path = set.path(set.profile().config.path);
            std::filesystem::rename(path, path + ".real");
            std::filesystem::create_symlink(path + ".real", path);
        });
        row("config cut off", 1, "config.invalid", [](InstalledSet& set) {
            const std::string text = set.read(set.profile().config.path);
            set.write(set.profile().config.path, text.substr(0, text.find("2029-01") + 4), 0600);
        });
        row("config a key twice", 1, "config.duplicate-key", [](InstalledSet& set) {
            const std::string text = set.read(set.profile().config.path);
            set.write(set.profile().config.path, text + "cert:\n  ca: other\n", 0600);
        });
        row("config noise", 1, "config.invalid", [](InstalledSet& set) {
            set.write(set.profile().config.path, std::string("\x00\xff{[&*!", 7), 0600);
        });
        row("interrupted import", 0, "recovery.needed",
            [](InstalledSet& set) { set.write(".certwright/journal.json", "{}", 0600); });
    }
    void open_hostileRoot_saysWhy() {
        QFETCH(int, service);
        QFETCH(Spoil, spoil);
        QFETCH(QByteArray, code);
        InstalledSet set = setOf(service);
        spoil(set);
        const auto installation = Installation::open(*m_disk, set.place());
        QVERIFY(!installation.has_value());
        QCOMPARE(QByteArray(base::errorCodeName(installation.error().code).data()), code);
    }

    void open_noFolder_isRefused() {
        const InstalledSet set(Service::StreamServer);
        prove::Place place = set.place();
        for (const std::string& root :
             {std::string(), set.path("no-such-folder"), set.path(set.profile().config.path)}) {
            place.root = root;
            QCOMPARE(Installation::open(*m_disk, place).error().code, base::ErrorCode::RootUnknown);
        }
    }

    void secrets_damagedSet_sayWhy_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, const char* code, const Spoil& spoil) {
            QTest::newRow(name) << spoil << QByteArray(code);
        };
        const auto bothStores = [](InstalledSet& set, const std::string& content) {
            set.write(set.profile().keyStore.primary, content);
            set.write(set.profile().keyStore.standby, content);
        };
        row("sealed text altered", "seal.invalid",
            [](InstalledSet& set) { set.replaceInConfig("server_key_mm=cw1.", "server_key_mm=cw1.AAAA"); });
        row("nothing sealed", "seal.invalid",
            [](InstalledSet& set) { set.replaceInConfig("server_key_mm=", "other_key_mm="); });
        row("key under another passphrase", "seal.invalid",
            [](InstalledSet& set) { set.installKey(*set.server().key, "another"); });
        row("key cut off", "seal.invalid",
            [](InstalledSet& set) { set.put("key", set.read(relative(set, "key")).substr(0, 300)); });
        row("key not encrypted", "seal.invalid", [](InstalledSet& set) {
            const auto access = secret::SecretAccess::grant();
            const auto pem = document::toPem(*set.server().key, access);
            set.put("key", std::string(base::textOf(pem.reveal(access))));
        });
        row("key gone", "file.not-found", [](InstalledSet& set) { set.remove(set.pathOf("key")); });
        row("key stores cut off", "key-store.damaged", [bothStores](InstalledSet& set) {
            bothStores(set, set.read(set.profile().keyStore.primary).substr(0, 100));
        });
        row("key stores gone", "key-store.missing", [](InstalledSet& set) {
            set.remove(set.path(set.profile().keyStore.primary));
            set.remove(set.path(set.profile().keyStore.standby));
        });
        row("sealed by the vendor's library", "key-store.foreign", [bothStores](InstalledSet& set) {
            bothStores(set, std::string(base::textOf(*base::fromHex("5f64978d194f89cfa83f8ee1db013c0c"
                                                                    "88424a1cb7fcad704e4513a51446716c"))) +
                                std::string(600, 'x'));
            set.replaceInConfig("server_key_mm=cw1.", "server_key_mm=");
        });
    }
    void secrets_damagedSet_sayWhy() {
        QFETCH(Spoil, spoil);
        QFETCH(QByteArray, code);
        InstalledSet set(Service::StreamServer);
        spoil(set);
        const Installation installation = opened(set);
        for (const auto& secret : {installation.passphrase(m_access), installation.privateKey(m_access)}) {
            QVERIFY(!secret.has_value());
            QCOMPARE(QByteArray(base::errorCodeName(secret.error().code).data()), code);
        }
    }

    void secrets_oneKeyStoreDamaged_openFromTheOther() {
        InstalledSet set(Service::Aoi);
        set.write(set.profile().keyStore.primary, "damaged");
        QVERIFY(opened(set).passphrase(m_access).has_value());
    }

    void content_fileThatIsALink_isRefused() {
        const InstalledSet set(Service::StreamServer);
        std::filesystem::rename(set.pathOf("crl"), set.path("elsewhere.crl"));
        std::filesystem::create_symlink(set.path("elsewhere.crl"), set.pathOf("crl"));
        Installation installation = opened(set);
        QCOMPARE(installation.content(Part::Crl, {}).error().code, base::ErrorCode::FileIsSymlink);
        QVERIFY(installation.content(Part::Chain, {})->has_value());
    }

    void verify_spoiltSet_findsIt_data() {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QByteArray>("codes");
        const auto row = [](const char* name, const char* codes, const Spoil& spoil) {
            QTest::newRow(name) << spoil << QByteArray(codes);
        };
        const auto setMode = [](const std::string& path, unsigned mode) {
            std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
        };
        row("whole", "", [](InstalledSet&) {});
        row("key store for others to read", "installed.mode",
            [setMode](InstalledSet& set) { setMode(set.path(set.profile().keyStore.primary), 0444); });
        row("key for others to read", "installed.mode",
            [setMode](InstalledSet& set) { setMode(set.pathOf("key"), 0444); });
        row("key.hash of another key", "installed.hash",
            [](InstalledSet& set) { set.writeHome("key.hash", std::string(64, '0')); });
        row("key.bak of another key", "installed.backup",
            [](InstalledSet& set) { set.writeHome("key.bak", "another"); });
    }
    void verify_spoiltSet_findsIt() {
        QFETCH(Spoil, spoil);
        QFETCH(QByteArray, codes);
        InstalledSet set(Service::Aoi);
        spoil(set);
        const auto verified = opened(set).verify(test::testNow(), m_access);
        QVERIFY(verified.has_value());
        QByteArray found;
        for (const std::string& code : test::codesOf(verified->findings))
            found += QByteArray(code.c_str()) + ' ';
        QCOMPARE(found.trimmed(), codes);
    }

    void verify_homeNotGiven_isSaid() {
        const InstalledSet set(Service::Aoi);
        prove::Place place = set.place();
        place.home.clear();
        const auto installation = Installation::open(*m_disk, place);
        QVERIFY(installation.has_value());
        QVERIFY(installation->passphrase(m_access).has_value());
        QCOMPARE(installation->verify(test::testNow(), m_access).error().subject, std::string("home"));
    }
};

QTEST_GUILESS_MAIN(TestInstallation)
#include "test_installation.moc"

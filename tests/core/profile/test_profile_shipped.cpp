// Why: the shipped profiles are the facts about the services; what the services' documents say is said
// here again.
#include <QTest>

#include <algorithm>

#include "core/profile/load.h"

using namespace certwright;
using namespace certwright::profile;

class TestProfileShipped : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void shipped_names_areTheServices();
    void slots_asDocumented_areThere_data();
    void slots_asDocumented_areThere();
    void allFiles_mode_is0400InA0700Folder();
    void streamserver_config_isAsDocumented();
    void streamserver_limits_areAsDocumented();
    void streamserver_rules_areAsDocumented();
    void aoi_config_isAsDocumented();
    void aoi_homeAndRetention_areAsDocumented();
    void aoi_rules_areAsDocumented();
    void crlUpdate_asDocumented_isThere();
    void titles_everySlot_differAndHaveBothLanguages();
};

namespace {

Profile shipped(const std::string& id) {
    auto profile = findProfile(id, {});
    if (!profile)
        qFatal("%s: %s", profile.error().subject.c_str(), profile.error().detail.c_str());
    return *std::move(profile);
}

bool holdsChinese(const std::string& text) {
    // The common ideographs, U+4E00 to U+9FFF, begin with these octets in UTF-8.
    return std::ranges::any_of(text, [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return octet >= 0xE4 && octet <= 0xE9;
    });
}

} // namespace

void TestProfileShipped::shipped_names_areTheServices() {
    const auto texts = shippedProfiles();
    std::vector<std::string> names;
    std::ranges::transform(texts, std::back_inserter(names), &ProfileText::name);
    QCOMPARE(names, (std::vector<std::string>{"aoi.yaml", "nginx.yaml", "postgresql.yaml", "redis.yaml",
                                              "streamserver.yaml"}));
    for (const ProfileText& text : texts) {
        const auto profile = parseProfile(text.yaml, text.name);
        QVERIFY2(profile, profile ? "" : profile.error().detail.c_str());
        QCOMPARE(profile->id + ".yaml", text.name);
    }
}

void TestProfileShipped::slots_asDocumented_areThere_data() {
    QTest::addColumn<std::string>("service");
    QTest::addColumn<std::string>("id");
    QTest::addColumn<std::string>("kind");
    QTest::addColumn<bool>("required");
    QTest::addColumn<std::string>("target");
    QTest::addColumn<std::string>("configKey");
    QTest::addColumn<std::string>("trust");
    const auto row = [](std::string service, std::string id, std::string kind, bool required,
                        std::string target, std::string key, std::string trust) {
        QTest::newRow((service + " " + id).c_str())
            << service << id << kind << required << target << key << trust;
    };
    const std::string keys = "sample/mxVision/streamserver/keys/";
    row("streamserver", "ca", "ca", true, keys + "ca.crt", "ca_crt", "server");
    row("streamserver", "cert", "certificate", true, keys + "server.crt", "server_crt", "server");
    row("streamserver", "key", "key", true, keys + "server.key", "server_key", "server");
    row("streamserver", "crl", "crl", false, keys + "ca.crl", "crl", "server");
    const std::string crt = "config/crt/";
    row("aoi", "ca", "ca", true, crt + "ca.crt", "cert.ca", "server");
    row("aoi", "cert", "certificate", true, crt + "server.crt", "cert.crt", "server");
    row("aoi", "key", "key", true, crt + "server.key", "cert.key", "server");
    row("aoi", "crl", "crl", false, crt + "ca.crl", "cert.crl", "server");
    row("aoi", "platform-ca", "ca", false, crt + "client_ca.crt", "ai_platform_http_client.ca", "platform");
    row("aoi", "platform-crl", "crl", false, crt + "ai_platform_client.crl", "ai_platform_http_client.crl",
        "platform");
    row("aoi", "gateway-ca", "ca", false, crt + "gateway_client_ca.crt", "http_pushgateway_client.ca",
        "gateway");
    row("aoi", "gateway-crl", "crl", false, crt + "gateway_client.crl", "http_pushgateway_client.crl",
        "gateway");
    const std::string own = "certwright/";
    row("redis", "ca", "ca", true, own + "ca.crt", "tls-ca-cert-file", "server");
    row("redis", "cert", "certificate", true, own + "server.crt", "tls-cert-file", "server");
    row("redis", "key", "key", true, own + "server.key", "tls-key-file", "server");
    row("postgresql", "ca", "ca", true, own + "ca.crt", "ssl_ca_file", "server");
    row("postgresql", "cert", "certificate", true, own + "server.crt", "ssl_cert_file", "server");
    row("postgresql", "key", "key", true, own + "server.key", "ssl_key_file", "server");
    row("postgresql", "crl", "crl", false, own + "ca.crl", "ssl_crl_file", "server");
}

void TestProfileShipped::slots_asDocumented_areThere() {
    QFETCH(std::string, service);
    QFETCH(std::string, id);
    QFETCH(std::string, kind);
    QFETCH(bool, required);
    QFETCH(std::string, target);
    QFETCH(std::string, configKey);
    QFETCH(std::string, trust);
    const Profile profile = shipped(service);
    QCOMPARE(profile.slots.size(), service == "aoi" ? 8U : service == "redis" ? 3U : 4U);
    const Slot* const slot = profile.slot(id);
    QVERIFY(slot != nullptr);
    QCOMPARE(std::string(slotKindName(slot->kind)), kind);
    QCOMPARE(slot->required, required);
    QCOMPARE(slot->target, target);
    QCOMPARE(slot->configKey, configKey);
    QCOMPARE(slot->trust, trust);
}

void TestProfileShipped::allFiles_mode_is0400InA0700Folder() {
    for (const std::string id : {"streamserver", "aoi", "redis", "postgresql"}) {
        const Profile profile = shipped(id);
        QCOMPARE(profile.folders.size(), 1U);
        QCOMPARE(profile.folders[0].mode, 0700U);
        QCOMPARE(profile.keyStore.mode, 0400U);
        for (const Slot& slot : profile.slots) {
            QCOMPARE(slot.mode, 0400U);
            QVERIFY(slot.target.starts_with(profile.folders[0].path + "/"));
        }
        for (const HomeCopy& copy : profile.homeCopies)
            QCOMPARE(copy.mode, 0400U);
    }
}

void TestProfileShipped::streamserver_config_isAsDocumented() {
    const Profile profile = shipped("streamserver");
    QCOMPARE(profile.rootVariable, std::string("MX_SDK_HOME"));
    QCOMPARE(profile.config.path, std::string("config/streamserver.conf"));
    QCOMPARE(profile.config.format, ConfigFormat::KeyValue);
    QCOMPARE(profile.config.pathBase, std::string("sample/mxVision/streamserver"));
    QCOMPARE(profile.config.order,
             (std::vector<std::string>{"server_crt", "server_key", "ca_crt", "crl", "server_key_mm"}));
    QCOMPARE(profile.folders[0].path, std::string("sample/mxVision/streamserver/keys"));
    QCOMPARE(profile.keyStore.primary, std::string("sample/mxVision/streamserver/keys/kmc.ks"));
    QCOMPARE(profile.keyStore.standby, std::string("sample/mxVision/streamserver/keys/StandbyKsf.ks"));
    QVERIFY(profile.homeFolder.empty());
    QVERIFY(profile.homeCopies.empty());
    QVERIFY(!profile.retention);
    QVERIFY(!profile.hostCheck);
}

void TestProfileShipped::streamserver_limits_areAsDocumented() {
    const Profile profile = shipped("streamserver");
    QCOMPARE(profile.config.pathAlphabet, std::string(R"(A-Za-z0-9_+,\-./)"));
    QCOMPARE(profile.config.forbidden, std::string("#%\r\n"));
    // Under 100 lines of under 1,000 characters.
    QCOMPARE(profile.config.maximumLines, 99U);
    QCOMPARE(profile.config.maximumLineLength, 999U);
    QCOMPARE(profile.passphrase.configKey, std::string("server_key_mm"));
    QCOMPARE(profile.passphrase.maximumLength, 400U);
    QCOMPARE(profile.passphrase.inputMaximum, 100);
    QCOMPARE(profile.passphrase.iterations, 10000);
}

void TestProfileShipped::streamserver_rules_areAsDocumented() {
    const Rules rules = shipped("streamserver").rules;
    QCOMPARE(rules.keyAlgorithms, (std::vector<std::string>{"RSA"}));
    QCOMPARE(rules.signatureDigests, (std::vector<std::string>{"SHA256", "SHA512"}));
    QCOMPARE(rules.minimumRsaBits, 2048);
    QCOMPARE(rules.recommendedRsaBits, 3072);
    QCOMPARE(rules.warningDays, 30);
    QCOMPARE(rules.noteDays, 100);
    QCOMPARE(rules.maximumValidityYears, 10);
    QCOMPARE(rules.keyFileModeMaximum, 0640U);
    QVERIFY(rules.sourcesOwnedByUser);
    QVERIFY(rules.mutualTls);
}

void TestProfileShipped::aoi_config_isAsDocumented() {
    const Profile profile = shipped("aoi");
    QVERIFY(profile.rootVariable.empty());
    QCOMPARE(profile.config.path, std::string("config/config.yaml"));
    QCOMPARE(profile.config.format, ConfigFormat::Yaml);
    QCOMPARE(profile.config.pathBase, std::string());
    QCOMPARE(profile.config.order.size(), 10U);
    QCOMPARE(profile.config.order.front(), std::string("cert.ca"));
    QCOMPARE(profile.config.order.back(), std::string("ca_retention_time"));
    QCOMPARE(profile.passphrase.configKey, std::string("cert.key_mm"));
    QCOMPARE(profile.passphrase.maximumLength, 400U);
    QCOMPARE(profile.passphrase.inputMaximum, 0);
    QCOMPARE(profile.folders[0].path, std::string("config/crt"));
    QCOMPARE(profile.keyStore.primary, std::string("config/kmc.ks"));
    QCOMPARE(profile.keyStore.standby, std::string("config/StandbyKsf.ks"));
}

void TestProfileShipped::aoi_homeAndRetention_areAsDocumented() {
    const Profile profile = shipped("aoi");
    QCOMPARE(profile.homeFolder, std::string("aoi_service"));
    QCOMPARE(profile.homeCopies.size(), 2U);
    QCOMPARE(profile.homeCopies[0].path, std::string("key.bak"));
    QCOMPARE(profile.homeCopies[0].content, HomeContent::Key);
    QCOMPARE(profile.homeCopies[1].path, std::string("key.hash"));
    QCOMPARE(profile.homeCopies[1].content, HomeContent::KeySha256);
    QVERIFY(profile.retention);
    QCOMPARE(profile.retention->configKey, std::string("ca_retention_time"));
    QCOMPARE(profile.retention->minimumDays, 1);
    QCOMPARE(profile.retention->maximumDays, 2000);
    QCOMPARE(profile.retention->defaultDays, 365);
    QVERIFY(profile.hostCheck);
    QCOMPARE(profile.hostCheck->enableKey, std::string("check_cert_holder.enable"));
    QCOMPARE(profile.hostCheck->hostKey, std::string("check_cert_holder.host_name"));
}

void TestProfileShipped::aoi_rules_areAsDocumented() {
    const Rules rules = shipped("aoi").rules;
    QCOMPARE(rules.keyAlgorithms, (std::vector<std::string>{"RSA", "EC"}));
    QCOMPARE(rules.signatureDigests, (std::vector<std::string>{"SHA256", "SHA384", "SHA512"}));
    QVERIFY(rules.commonNameCounts);
}

void TestProfileShipped::crlUpdate_asDocumented_isThere() {
    const CrlUpdate stream = shipped("streamserver").crlUpdate;
    QVERIFY(stream.needsConfigured);
    QCOMPARE(stream.placement, CrlPlacement::RemoveFirst);
    const CrlUpdate aoi = shipped("aoi").crlUpdate;
    QVERIFY(aoi.needsConfigured);
    QCOMPARE(aoi.placement, CrlPlacement::RenameOver);
}

void TestProfileShipped::titles_everySlot_differAndHaveBothLanguages() {
    for (const std::string id : {"streamserver", "aoi", "redis", "postgresql"}) {
        const Profile profile = shipped(id);
        std::vector<std::string> texts;
        for (const Title& title : {profile.title, profile.summary, profile.rootTitle}) {
            QVERIFY(!holdsChinese(title.en));
            QVERIFY(holdsChinese(title.zh));
        }
        for (const Slot& slot : profile.slots) {
            QVERIFY(!holdsChinese(slot.title.en));
            QVERIFY2(holdsChinese(slot.title.zh), slot.id.c_str());
            texts.push_back(slot.title.en);
            texts.push_back(slot.title.zh);
        }
        std::ranges::sort(texts);
        QVERIFY(std::ranges::adjacent_find(texts) == texts.end());
    }
}

QTEST_APPLESS_MAIN(TestProfileShipped)
#include "test_profile_shipped.moc"

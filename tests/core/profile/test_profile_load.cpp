// Why: what stands in a profile is what the program goes by, and the right profile is found for an id.
#include <QTest>

#include "core/profile/load.h"
#include "tests/core/profile/small_profile.h"

using namespace certwright;
using namespace certwright::profile;
using base::ErrorCode;
using test::smallProfile;
using test::smallProfileWith;

class TestProfileLoad : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void parse_titles_areReadInBothLanguages();
    void parse_places_areRead();
    void parse_slots_areRead();
    void parse_configAndSecrets_areRead();
    void parse_rules_areRead();
    void parse_withoutOptionalSections_isRead();
    void parse_byteOrderMarkAndWindowsLineEnds_areAccepted();
    void slot_unknownId_isNothing();
    void slotOf_kindAndTrust_isFirst();
    void slotKindName_everyKind_isNamed();
    void find_ownWithShippedId_ownWins();
    void find_shipped_isFound();
    void find_nobodyHasTheId_isUnknown();
    void find_brokenOwn_isReportedNotPassedOver_data();
    void find_brokenOwn_isReportedNotPassedOver();
    void find_brokenOther_doesNotMatter();
    void find_twoOwnWithOneId_isReported();
};

namespace {

Profile parsed(const std::string& yaml) {
    auto profile = parseProfile(yaml, "small.yaml");
    if (!profile)
        qFatal("%s", profile.error().detail.c_str());
    return *std::move(profile);
}

} // namespace

void TestProfileLoad::parse_titles_areReadInBothLanguages() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.id, std::string("small"));
    QCOMPARE(profile.title.en, std::string("Small"));
    QCOMPARE(profile.title.zh, std::string("小"));
    QCOMPARE(profile.summary.zh, std::string("服务"));
    QCOMPARE(profile.rootTitle.en, std::string("Folder"));
}

void TestProfileLoad::parse_places_areRead() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.rootVariable, std::string("SMALL_HOME"));
    QCOMPARE(profile.usualPlaces, (std::vector<std::string>{"/opt/small", "C:/small"}));
    QCOMPARE(profile.folders.size(), 1U);
    QCOMPARE(profile.folders[0].path, std::string("keys"));
    QCOMPARE(profile.folders[0].mode, 0700U);
    QCOMPARE(profile.homeFolder, std::string("small"));
    QCOMPARE(profile.homeCopies.size(), 2U);
    QCOMPARE(profile.homeCopies[0].path, std::string("key.bak"));
    QCOMPARE(profile.homeCopies[0].content, HomeContent::Key);
    QCOMPARE(profile.homeCopies[1].content, HomeContent::KeySha256);
    QCOMPARE(profile.homeCopies[1].mode, 0444U);
}

void TestProfileLoad::parse_slots_areRead() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.slots.size(), 4U);
    const Slot& ca = profile.slots[0];
    QCOMPARE(ca.id, std::string("ca"));
    QCOMPARE(ca.kind, SlotKind::CaCertificate);
    QVERIFY(ca.required);
    QCOMPARE(ca.target, std::string("keys/ca"));
    QCOMPARE(ca.mode, 0444U);
    QCOMPARE(ca.configKey, std::string("ca"));
    QCOMPARE(ca.trust, std::string("server"));
    QCOMPARE(ca.title.zh, std::string("根"));
    QVERIFY(!profile.slots[3].required);
}

void TestProfileLoad::parse_configAndSecrets_areRead() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.config.path, std::string("small.conf"));
    QCOMPARE(profile.config.format, ConfigFormat::KeyValue);
    QCOMPARE(profile.config.pathBase, std::string());
    QCOMPARE(profile.config.order, (std::vector<std::string>{"crt", "key", "ca", "crl", "secret", "until"}));
    QCOMPARE(profile.config.pathAlphabet, std::string("a-z/."));
    QCOMPARE(profile.config.forbidden, std::string("#"));
    QCOMPARE(profile.config.maximumLines, 10U);
    QCOMPARE(profile.config.maximumLineLength, 20U);
    QCOMPARE(profile.passphrase.configKey, std::string("secret"));
    QCOMPARE(profile.passphrase.iterations, 1000);
    QCOMPARE(profile.passphrase.inputMaximum, 7);
    QCOMPARE(profile.keyStore.primary, std::string("keys/a.ks"));
    QCOMPARE(profile.keyStore.standby, std::string("keys/b.ks"));
    QCOMPARE(profile.keyStore.mode, 0400U);
}

void TestProfileLoad::parse_rules_areRead() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.rules.keyAlgorithms, (std::vector<std::string>{"RSA", "EC"}));
    QCOMPARE(profile.rules.signatureDigests, (std::vector<std::string>{"SHA256"}));
    QCOMPARE(profile.rules.minimumRsaBits, 2048);
    QCOMPARE(profile.rules.recommendedRsaBits, 4096);
    QCOMPARE(profile.rules.warningDays, 3);
    QCOMPARE(profile.rules.noteDays, 9);
    QCOMPARE(profile.rules.maximumValidityYears, 5);
    QCOMPARE(profile.rules.crlWarningDays, 1);
    QCOMPARE(profile.rules.keyFileModeMaximum, 0600U);
    QVERIFY(!profile.rules.sourcesOwnedByUser);
    QVERIFY(!profile.rules.mutualTls);
    QVERIFY(profile.rules.commonNameCounts);
    QCOMPARE(profile.retention->minimumDays, 2);
    QCOMPARE(profile.retention->maximumDays, 20);
    QCOMPARE(profile.retention->defaultDays, 10);
    QCOMPARE(profile.hostCheck->enableKey, std::string("host.on"));
    QCOMPARE(profile.hostCheck->hostKey, std::string("host.name"));
    QVERIFY(!profile.crlUpdate.needsConfigured);
    QCOMPARE(profile.crlUpdate.placement, CrlPlacement::RemoveFirst);
}

void TestProfileLoad::parse_withoutOptionalSections_isRead() {
    std::string yaml = smallProfileWith(", until]", "]");
    const std::size_t home = yaml.find("home:");
    yaml.erase(home, yaml.find("rules:") - home);
    const Profile profile = parsed(yaml);
    QVERIFY(profile.homeCopies.empty());
    QVERIFY(profile.homeFolder.empty());
    QVERIFY(!profile.retention);
    QVERIFY(!profile.hostCheck);
    QVERIFY(profile.crlUpdate.needsConfigured); // the careful answers
    QCOMPARE(profile.crlUpdate.placement, CrlPlacement::RenameOver);
}

void TestProfileLoad::parse_byteOrderMarkAndWindowsLineEnds_areAccepted() {
    std::string yaml = "\xEF\xBB\xBF";
    for (const char c : smallProfile())
        yaml += c == '\n' ? "\r\n" : std::string(1, c);
    QCOMPARE(parsed(yaml).rules.noteDays, 9);
}

void TestProfileLoad::slot_unknownId_isNothing() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.slot("crl"), &profile.slots[3]);
    QVERIFY(profile.slot("platform-ca") == nullptr);
}

void TestProfileLoad::slotOf_kindAndTrust_isFirst() {
    const Profile profile = parsed(smallProfile());
    QCOMPARE(profile.slotOf(SlotKind::PrivateKey, "server"), &profile.slots[2]);
    QVERIFY(profile.slotOf(SlotKind::PrivateKey, "platform") == nullptr);
}

void TestProfileLoad::slotKindName_everyKind_isNamed() {
    QCOMPARE(slotKindName(SlotKind::CaCertificate), std::string_view("ca"));
    QCOMPARE(slotKindName(SlotKind::ServerCertificate), std::string_view("certificate"));
    QCOMPARE(slotKindName(SlotKind::PrivateKey), std::string_view("key"));
    QCOMPARE(slotKindName(SlotKind::Crl), std::string_view("crl"));
}

void TestProfileLoad::find_ownWithShippedId_ownWins() {
    const auto found = findProfile("aoi", {{"own.yaml", smallProfileWith("id: small", "id: aoi")}});
    QVERIFY(found);
    QCOMPARE(found->title.en, std::string("Small"));
}

void TestProfileLoad::find_shipped_isFound() {
    const auto found = findProfile("streamserver", {{"own.yaml", smallProfile()}});
    QVERIFY(found);
    QCOMPARE(found->id, std::string("streamserver"));
}

void TestProfileLoad::find_nobodyHasTheId_isUnknown() {
    const auto found = findProfile("no-such", {});
    QVERIFY(!found);
    QCOMPARE(found.error(), (base::Error{ErrorCode::ProfileUnknown, "no-such", ""}));
}

void TestProfileLoad::find_brokenOwn_isReportedNotPassedOver_data() {
    QTest::addColumn<std::string>("name");
    QTest::addColumn<std::string>("yaml");
    QTest::addColumn<std::string>("place");
    QTest::newRow("readable id, wrong elsewhere")
        << std::string("mine.yaml") << std::string("id: aoi\ntitle: x\n") << std::string("2:8: ");
    QTest::newRow("no YAML at all, named like it")
        << std::string("folder/aoi.yaml") << std::string("id: [\n") << std::string("2:1: ");
    QTest::newRow("no id, named like it")
        << std::string("aoi.yaml") << std::string("a: b\n") << std::string("1:1: ");
}

void TestProfileLoad::find_brokenOwn_isReportedNotPassedOver() {
    QFETCH(std::string, name);
    QFETCH(std::string, yaml);
    QFETCH(std::string, place);
    const auto found = findProfile("aoi", {{name, yaml}});
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::ProfileInvalid);
    QCOMPARE(found.error().subject, name);
    QVERIFY2(found.error().detail.starts_with(place), found.error().detail.c_str());
}

void TestProfileLoad::find_brokenOther_doesNotMatter() {
    QVERIFY(findProfile("aoi", {{"other.yaml", "id: ["}}));
}

void TestProfileLoad::find_twoOwnWithOneId_isReported() {
    const auto found = findProfile("small", {{"a.yaml", smallProfile()}, {"b.yaml", smallProfile()}});
    QVERIFY(!found);
    QCOMPARE(found.error(), (base::Error{ErrorCode::ProfileInvalid, "b.yaml",
                                         "1:1: id.twice found=\"small\" other=\"a.yaml\""}));
}

QTEST_APPLESS_MAIN(TestProfileLoad)
#include "test_profile_load.moc"

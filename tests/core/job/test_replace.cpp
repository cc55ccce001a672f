// Why: after a replacement the service starts with the new part beside everything old, or as before.
#include <QTest>

#include <filesystem>

#include "core/job/replace_job.h"
#include "tests/core/job/replace_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestReplace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void replace_renewalWithTheOldKey_touchesOnlyTheCertificate_data();
    void replace_renewalWithTheOldKey_touchesOnlyTheCertificate();
    void replace_newKey_keepsPassphraseAndConfig_data();
    void replace_newKey_keepsPassphraseAndConfig();
    void replace_newKeyWithWrongPassword_changesNothing();
    void replace_container_bringsKeyAndCertificate();
    void replace_folderOfSeveral_takesTheOneOfTheInstalledKey();
    void replace_leafWithoutChain_usesInstalledIntermediates();
    void replace_everythingAgain_changesNothing();
    void replace_installedKeyAgain_isNoNewKey();
    void replace_newCa_needsItsCrl();
    void replace_newCaWithCrl_works();
    void replace_newCaWithoutCrl_empties();
    void replace_onlyCaReissued_keepsTheRest();
    void replace_onlyCrl_keepsTheRest();
    void replace_crlOfThePlatform_findsItsSlot();
    void replace_stepsBack_areTold();
    void replace_aoi_homeCopiesFollowAndRetentionWarns();
    void replace_crlByPath_emptiesNothingElse();
};

void TestReplace::replace_renewalWithTheOldKey_touchesOnlyTheCertificate_data() {
    QTest::addColumn<bool>("stream");
    QTest::newRow("StreamServer") << true;
    QTest::newRow("AOI") << false;
}

void TestReplace::replace_renewalWithTheOldKey_touchesOnlyTheCertificate() {
    QFETCH(bool, stream);
    ReplaceScene scene(stream ? Service::StreamServer : Service::Aoi);
    const auto before = scene.folder().snapshot();
    const auto renewed = scene.leafOf(serverKey(), 400);
    const auto outcome = scene.replace({{"cert", scene.certificateFile(renewed)}}, Passwords());
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    QCOMPARE(outcome->receipt.written, std::vector<std::string>{scene.folder().slotPath("cert")});
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"server.crt"});
    QCOMPARE(scene.read("cert"), pemOf(renewed) + pemOf(scene.sub()));
    QCOMPARE(scene.comparison()->daysGained, 35);
    QCOMPARE(scene.comparison()->key, plan::KeyChange::Same);
    QVERIFY(scene.asked().empty());
}

void TestReplace::replace_newKey_keepsPassphraseAndConfig_data() {
    replace_renewalWithTheOldKey_touchesOnlyTheCertificate_data();
}

void TestReplace::replace_newKey_keepsPassphraseAndConfig() {
    QFETCH(bool, stream);
    ReplaceScene scene(stream ? Service::StreamServer : Service::Aoi);
    const std::string passphrase = scene.passphrase();
    const auto before = scene.folder().snapshot();
    const auto outcome =
        scene.replace({{"cert", scene.certificateFile(scene.leafOf(strangeKey()))},
                       {"key", scene.brought("new.key", encryptedPem(*strangeKey(), "new secret"))}},
                      Passwords({"new secret"}));
    QVERIFY(outcome && !outcome->undone && outcome->proof.succeeded());
    const std::vector<std::string> alone{"server.crt", "server.key"};
    const std::vector<std::string> withHome{"key.bak", "key.hash", "server.crt", "server.key"};
    QCOMPARE(scene.changedSince(before), stream ? alone : withHome);
    QCOMPARE(scene.passphrase(), passphrase);
    QCOMPARE(scene.asked(), std::vector<std::string>{"new.key 1"});
    QCOMPARE(scene.comparison()->key, plan::KeyChange::New);
    QCOMPARE(scene.plan().exchanges.size(), std::size_t{1});
    QCOMPARE(has(scene.plan().findings, "swap.stepwise"), !stream);
    // AOI: the retention date ends before the new certificate does not, so nothing else is to be said.
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplace::replace_newKeyWithWrongPassword_changesNothing() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const auto outcome =
        scene.replace({{"cert", scene.certificateFile(scene.leafOf(strangeKey()))},
                       {"key", scene.brought("new.key", encryptedPem(*strangeKey(), "new secret"))}},
                      Passwords({"a", "b", "c"}));
    QCOMPARE(outcome.error().code, base::ErrorCode::PlanBlocked);
    QVERIFY(has(scene.plan().findings, "key.password-wrong"));
    QCOMPARE(scene.asked().size(), std::size_t{3});
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestReplace::replace_container_bringsKeyAndCertificate() {
    ReplaceScene scene(Service::StreamServer);
    const auto renewed = scene.leafOf(strangeKey());
    const std::string file =
        scene.brought("new.p12", container(renewed, {scene.sub().certificate}, "secret"));
    const auto outcome = scene.replacePaths({file});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.read("cert"), pemOf(renewed) + pemOf(scene.sub()));
    QCOMPARE(scene.selected(), (std::vector<std::string>{"cert", "key"}));
    QCOMPARE(scene
                 .replacePaths({scene.brought("again.p12", container(renewed, {}, "secret"))},
                               Passwords({"wrong", "wrong", "wrong"}))
                 .error()
                 .code,
             base::ErrorCode::PlanBlocked);
    QVERIFY(has(scene.plan().findings, "key.password-wrong"));
}

void TestReplace::replace_folderOfSeveral_takesTheOneOfTheInstalledKey() {
    ReplaceScene scene(Service::StreamServer);
    const auto renewed = scene.leafOf(serverKey(), 400);
    scene.brought("other.crt", pemOf(scene.leafOf(strangeKey())));
    scene.brought("renewed.crt", pemOf(renewed));
    scene.brought("sub.crt", pemOf(scene.sub()));
    scene.brought("notes.txt", "from the CA");
    const auto outcome = scene.replacePaths({scene.folder().broughtFolder()}, Passwords());
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.read("cert"), pemOf(renewed) + pemOf(scene.sub()));
    QCOMPARE(scene.selected(), std::vector<std::string>{"cert"});
}

void TestReplace::replace_leafWithoutChain_usesInstalledIntermediates() {
    ReplaceScene scene(Service::StreamServer);
    const auto renewed = scene.leafOf(serverKey(), 400);
    const auto outcome = scene.replace({{"cert", scene.brought("alone.crt", pemOf(renewed))}});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.read("cert"), pemOf(renewed) + pemOf(scene.sub()));
    // A certificate of the root itself needs none, and nobody is told that the old one is not used.
    const auto direct = makeLeaf("server.test", scene.root(), serverKey(), 500);
    QVERIFY(scene.replace({{"cert", scene.brought("direct.crt", pemOf(direct))}}));
    QCOMPARE(scene.read("cert"), pemOf(direct));
    QVERIFY(!has(scene.plan().findings, "certificate.unused"));
}

void TestReplace::replace_everythingAgain_changesNothing() {
    ReplaceScene scene(Service::Aoi);
    const auto before = scene.folder().snapshot();
    auto files = scene.goodFiles();
    files.erase("crl"); // signed anew each time
    const auto plan = scene.planOf(files);
    QVERIFY(plan);
    QVERIFY(plan->changes.empty());
    QVERIFY(has(plan->findings, "replace.nothing"));
    QVERIFY(scene.comparison()->sameCertificate());
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestReplace::replace_installedKeyAgain_isNoNewKey() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const auto renewed = scene.leafOf(serverKey(), 400);
    const auto outcome = scene.replace({{"cert", scene.certificateFile(renewed)},
                                        {"key", scene.brought("k", encryptedPem(*serverKey(), "secret"))}});
    QVERIFY(outcome);
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"server.crt"});
}

void TestReplace::replace_newCa_needsItsCrl() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const auto other = makeCa("Other", otherCaKey());
    const auto leaf = makeLeaf("server.test", other, serverKey());
    const auto outcome = scene.replace(
        {{"ca", scene.brought("o.ca", pemOf(other))}, {"cert", scene.brought("o.crt", pemOf(leaf))}});
    QCOMPARE(outcome.error().code, base::ErrorCode::PlanBlocked);
    const auto* body = bodyOf<check::CrlWrongIssuer>(scene.plan().findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, scene.folder().slotPath("crl"));
    QVERIFY(has(scene.plan().findings, "replace.ca-changed"));
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestReplace::replace_newCaWithCrl_works() {
    ReplaceScene scene(Service::StreamServer);
    const std::string config = scene.folder().config();
    const auto other = makeCa("Other", otherCaKey());
    const auto leaf = makeLeaf("server.test", other, serverKey());
    const auto outcome =
        scene.replacePaths({scene.brought("o.ca", pemOf(other)), scene.brought("o.crt", pemOf(leaf)),
                            scene.brought("o.crl", pemOf(makeList(other)))});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.selected(), (std::vector<std::string>{"ca", "cert", "crl"}));
    QCOMPARE(scene.folder().config(), config);
    QCOMPARE(scene.read("cert"), pemOf(leaf));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplace::replace_newCaWithoutCrl_empties() {
    ReplaceScene scene(Service::StreamServer);
    const auto other = makeCa("Other", otherCaKey());
    const auto leaf = makeLeaf("server.test", other, serverKey());
    const auto outcome = scene.replace(
        {{"ca", scene.brought("o.ca", pemOf(other))}, {"cert", scene.brought("o.crt", pemOf(leaf))}},
        Passwords(), {"crl"});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(outcome->receipt.removed, std::vector<std::string>{scene.folder().slotPath("crl")});
    QVERIFY(scene.folder().config().find("\ncrl=\n") != std::string::npos);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplace::replace_onlyCaReissued_keepsTheRest() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const std::string same = scene.brought("r.ca", pemOf(scene.root()));
    QVERIFY(has(scene.planOf({{"ca", same}})->findings, "replace.nothing"));
    const auto reissued = makeCa("Root", caKey());
    const auto second = makeCa("Second", otherCaKey());
    const auto outcome = scene.replace({{"ca", scene.brought("two.ca", pemOf(reissued) + pemOf(second))}});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"ca.crt"});
    QVERIFY(!has(scene.plan().findings, "replace.ca-changed"));
    QVERIFY(scene.comparison()->sameCertificate());
}

void TestReplace::replace_onlyCrl_keepsTheRest() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const auto list = makeList(scene.root(), {"77"}, 2);
    const auto outcome = scene.replace({{"crl", scene.brought("2.crl", pemOf(list))}});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"ca.crl"});
    const auto revoking = makeList(scene.sub(), {scene.leaf().certificate.facts.serial}, 3);
    const auto refused = scene.replace({{"crl", scene.brought("3.crl", pemOf(revoking))}});
    QCOMPARE(refused.error().code, base::ErrorCode::PlanBlocked);
    QVERIFY(has(scene.plan().findings, "certificate.revoked"));
}

void TestReplace::replace_crlOfThePlatform_findsItsSlot() {
    ReplaceScene scene(Service::Aoi);
    const auto platform = makeCa("Platform", otherCaKey());
    QVERIFY(scene.replace({{"platform-ca", scene.brought("p.ca", pemOf(platform))}}));
    const auto before = scene.folder().snapshot();
    const auto outcome = scene.replacePaths({scene.brought("p.crl", pemOf(makeList(platform)))});
    QVERIFY(outcome);
    QCOMPARE(scene.selected(), std::vector<std::string>{"platform-crl"});
    QCOMPARE(scene.changedSince(before), (std::vector<std::string>{"ai_platform_client.crl", "config.yaml"}));
    QVERIFY(scene.replace({}, Passwords(), {"platform-ca", "platform-crl"}));
    QVERIFY(!scene.folder().exists("config/crt/client_ca.crt"));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplace::replace_stepsBack_areTold() {
    ReplaceScene scene(Service::StreamServer);
    QVERIFY(scene.replace({{"cert", scene.certificateFile(scene.leafOf(serverKey(), 400))}}));
    const auto shorter = scene.namedLeaf(smallerKey(), 50, "new.test");
    const auto plan = scene.planOf({{"cert", scene.brought("s.crt", pemOf(shorter) + pemOf(scene.sub()))},
                                    {"key", scene.brought("s.key", encryptedPem(*smallerKey(), "secret"))}});
    QVERIFY(plan);
    for (const char* code : {"replace.shorter", "replace.names-lost", "replace.key-weaker"})
        QVERIFY2(has(plan->findings, code), code);
    QCOMPARE(scene.comparison()->namesLost, std::vector<std::string>{"server.test"});
    QCOMPARE(scene.comparison()->namesAdded, std::vector<std::string>{"new.test"});
    QCOMPARE(scene.comparison()->daysGained, -350);
}

void TestReplace::replace_aoi_homeCopiesFollowAndRetentionWarns() {
    ReplaceScene scene(Service::Aoi);
    const auto renewed = scene.leafOf(strangeKey(), 700);
    const auto outcome =
        scene.replace({{"cert", scene.certificateFile(renewed)},
                       {"key", scene.brought("n.key", encryptedPem(*strangeKey(), "secret"))}});
    QVERIFY(outcome && outcome->proof.succeeded());
    QVERIFY(has(scene.plan().findings, "retention.before-certificate"));
    QCOMPARE(scene.folder().readHome("aoi_service/key.bak"), scene.read("key"));
    QCOMPARE(scene.verify(), std::vector<std::string>{"retention.before-certificate"});
    auto request = scene.request(std::map<std::string, std::string>{});
    request.retentionDays = 705;
    Passwords none;
    QVERIFY(scene.carryOut({request, {}}, none));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QCOMPARE(scene.folder().readHome("aoi_service/key.bak"), scene.read("key"));
}

void TestReplace::replace_crlByPath_emptiesNothingElse() {
    ReplaceScene scene(Service::Aoi);
    const auto before = scene.folder().snapshot();
    QVERIFY(scene.replacePaths({scene.brought("2.crl", pemOf(makeList(scene.root(), {}, 2)))}));
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"ca.crl"});
}

QTEST_GUILESS_MAIN(TestReplace)
#include "test_replace.moc"

// Why: a replacement meets services in every condition; each gets a clear word, and none loses anything.
#include <QTest>

#include <filesystem>

#include "tests/core/job/replace_scene.h"
#include "tests/support/modes.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace certwright::test;

class TestReplaceAdverse : public QObject {
    Q_OBJECT

  private:
    // newPair brings a certificate for another key, and that key.
    static std::map<std::string, std::string> newPair(ReplaceScene& scene) {
        return {{"cert", scene.certificateFile(scene.leafOf(strangeKey()))},
                {"key", scene.brought("new.key", encryptedPem(*strangeKey(), "secret"))}};
    }
    static void overwrite(const std::string& path, const std::string& content) {
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        test::removeFile(path);
        auto files = files::localFileSystem();
        if (!files->writeNew(path, base::viewOf(content), 0400, std::nullopt))
            std::abort();
    }
    static void spoilConfig(ReplaceScene& scene, const std::string& from, const std::string& to) {
        std::string text = scene.folder().config();
        const auto start = text.find(from);
        text.replace(start, text.find('\n', start) - start, to);
        scene.folder().writeConfig(text);
    }

  private Q_SLOTS:
    void nothingInstalled_isRefused_data();
    void nothingInstalled_isRefused();
    void clearKey_blocksAloneAndIsReplaced();
    void brokenSeal_blocksAloneAndIsSealedAnew_data();
    void brokenSeal_blocksAloneAndIsSealedAnew();
    void missingKeyFile_isAskedFor();
    void configuredElsewhere_isKeptThere();
    void strangeCertificate_isAMismatch();
    void namedFileOfTheWrongKind_isNotFilledFromTheDisk();
    void rootWithoutConstraints_isNoServerCertificate();
    void sourcesOfOthers_areJudgedInstalledOnesNot();
    void requests_thatMakeNoSense_areErrors_data();
    void requests_thatMakeNoSense_areErrors();
    void duplicateConfigKey_blocks();
    void linkAsConfig_blocks();
    void volumeWithout_isToldAndStillWorks();
    void foreignEntry_isToldAndStays();
    void failingProof_undoes();
    void failAtEveryWrite_isOldOrNew();
    void cancel_beforeThePlan_changesNothing();
    void plan_shown_hasNoKeyMaterial();
};

void TestReplaceAdverse::nothingInstalled_isRefused_data() {
    QTest::addColumn<bool>("stream");
    QTest::newRow("StreamServer") << true;
    QTest::newRow("AOI") << false;
}

void TestReplaceAdverse::nothingInstalled_isRefused() {
    QFETCH(bool, stream);
    JobScene scene(stream ? Service::StreamServer : Service::Aoi);
    const auto before = scene.folder().snapshot();
    Passwords passwords({"secret"});
    job::ReplaceJob job(scene.environment(), {scene.request(scene.goodFiles()), {}}, passwords);
    const auto plan = job.plan();
    QVERIFY(plan);
    QCOMPARE(bodyOf<check::ReplaceNothingInstalled>(plan->findings)->root, scene.folder().root());
    QVERIFY(!plan->applicable());
    QCOMPARE(job.apply().error().code, base::ErrorCode::PlanBlocked);
    QVERIFY(passwords.asked().empty());
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestReplaceAdverse::clearKey_blocksAloneAndIsReplaced() {
    ReplaceScene scene(Service::StreamServer);
    const std::string clear = pemOf(*serverKey());
    overwrite(scene.folder().slotPath("key"), clear);
    const auto renewed = scene.certificateFile(scene.leafOf(serverKey(), 400));
    QCOMPARE(scene.replace({{"cert", renewed}}).error().code, base::ErrorCode::PlanBlocked);
    QVERIFY(has(scene.plan().findings, "key.unencrypted"));
    QVERIFY(!has(scene.plan().findings, "slot.missing"));
    // The installed key itself, named as what is brought, is encrypted then.
    const auto outcome = scene.replace({{"cert", renewed}, {"key", scene.folder().slotPath("key")}});
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QVERIFY(scene.read("key").find("ENCRYPTED") != std::string::npos);
    const std::string secret = clear.substr(100, 60);
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(scene.folder().at(".certwright"))) {
        const std::string below = test::utf8Of(entry.path().lexically_relative(scene.folder().root()));
        if (entry.is_regular_file())
            QVERIFY2(scene.folder().read(below).find(secret) == std::string::npos, below.c_str());
    }
}

void TestReplaceAdverse::brokenSeal_blocksAloneAndIsSealedAnew_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("seal") << "seal"
                          << "installed.seal";
    QTest::newRow("no seal") << "empty"
                             << "installed.seal";
    QTest::newRow("key stores") << "stores"
                                << "installed.seal";
    QTest::newRow("passphrase of another key") << "key"
                                               << "installed.passphrase";
    QTest::newRow("no key in the file") << "garbage"
                                        << "installed.unreadable";
}

void TestReplaceAdverse::brokenSeal_blocksAloneAndIsSealedAnew() {
    QFETCH(QString, what);
    QFETCH(QString, code);
    ReplaceScene scene(Service::StreamServer);
    const std::string keys = scene.folder().keys();
    if (what == "seal") {
        spoilConfig(scene, "server_key_mm=", "server_key_mm=cw1.AAAA");
    } else if (what == "empty") {
        spoilConfig(scene, "server_key_mm=", "server_key_mm=");
    } else if (what == "stores") {
        test::removeFile(scene.folder().at(keys + "/kmc.ks"));
        test::removeFile(scene.folder().at(keys + "/StandbyKsf.ks"));
    } else {
        overwrite(scene.folder().slotPath("key"),
                  what == "key" ? encryptedPem(*serverKey(), "another") : std::string("no key\n"));
    }
    const auto renewed = scene.certificateFile(scene.leafOf(serverKey(), 400));
    QCOMPARE(scene.replace({{"cert", renewed}}).error().code, base::ErrorCode::PlanBlocked);
    QVERIFY2(has(scene.plan().findings, code.toStdString()), codesOf(scene.plan().findings).front().c_str());
    QVERIFY(!has(scene.plan().findings, "slot.missing"));
    const auto outcome = scene.replace(newPair(scene));
    QVERIFY2(outcome && outcome->proof.succeeded(), codesOf(scene.plan().findings).front().c_str());
    QVERIFY(has(scene.plan().findings, "protector.builtin"));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplaceAdverse::missingKeyFile_isAskedFor() {
    ReplaceScene scene(Service::StreamServer);
    test::removeFile(scene.folder().slotPath("key"));
    const auto renewed = scene.certificateFile(scene.leafOf(serverKey(), 400));
    QCOMPARE(scene.replace({{"cert", renewed}}).error().code, base::ErrorCode::PlanBlocked);
    const auto* missing = bodyOf<check::SlotMissing>(scene.plan().findings);
    QVERIFY(missing != nullptr);
    QCOMPARE(missing->slot, std::string("key"));
    QVERIFY(scene.replace(newPair(scene)));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplaceAdverse::configuredElsewhere_isKeptThere() {
    ReplaceScene scene(Service::StreamServer);
    auto& folder = scene.folder();
    std::filesystem::rename(folder.slotPath("ca"), folder.at(folder.keys() + "/plant-ca.pem"));
    spoilConfig(scene, "ca_crt=", "ca_crt=./keys/plant-ca.pem");
    const auto before = folder.snapshot();
    QVERIFY(scene.replace({{"cert", scene.certificateFile(scene.leafOf(serverKey(), 400))}}));
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"server.crt"});
    QVERIFY(folder.exists(folder.keys() + "/plant-ca.pem"));
}

void TestReplaceAdverse::strangeCertificate_isAMismatch() {
    ReplaceScene scene(Service::StreamServer);
    QCOMPARE(scene.replace({{"cert", scene.certificateFile(scene.leafOf(strangeKey()))}}).error().code,
             base::ErrorCode::PlanBlocked);
    const auto* body = bodyOf<check::KeyMismatch>(scene.plan().findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, scene.folder().slotPath("key"));
}

void TestReplaceAdverse::namedFileOfTheWrongKind_isNotFilledFromTheDisk() {
    ReplaceScene scene(Service::StreamServer);
    for (const auto& [slot, content] : std::map<std::string, std::string>{
             {"cert", pemOf(makeList(scene.root()))}, {"ca", "garbage"}, {"key", pemOf(scene.root())}}) {
        const auto plan = scene.planOf({{slot, scene.brought("x-" + slot, content)}});
        QVERIFY(plan);
        QVERIFY2(!plan->applicable(), slot.c_str());
        QVERIFY(plan->changes.empty());
    }
    QVERIFY(!scene.planOf({{"cert", scene.folder().at("nowhere.crt")}})->applicable());
}

void TestReplaceAdverse::rootWithoutConstraints_isNoServerCertificate() {
    ReplaceScene scene(Service::StreamServer);
    document::CertificateSpec spec;
    spec.subject = {{"CN", "Old Root"}};
    spec.version = 1;
    spec.notBefore = testNow() - std::chrono::days(100);
    spec.notAfter = testNow() + std::chrono::days(3000);
    const auto root = *document::makeCertificate(spec, otherCaKey(), nullptr, secret::SecretAccess::grant());
    const auto plan = scene.planOf(
        {{"ca", scene.brought("old.ca", pemOf(makeCa("Root", caKey())) + pemOf(root))}}, {"crl"});
    QVERIFY(plan);
    QVERIFY(!has(plan->findings, "key.mismatch"));
    QVERIFY(!has(plan->findings, "replace.shorter"));
    QVERIFY(scene.comparison()->sameCertificate());
}

void TestReplaceAdverse::sourcesOfOthers_areJudgedInstalledOnesNot() {
    ReplaceScene scene(Service::StreamServer);
    // An installed file that others can read is verify's and doctor's business.
    std::filesystem::permissions(scene.folder().slotPath("key"), std::filesystem::perms(0444));
    auto pair = newPair(scene);
    const auto fine = scene.planOf({{"cert", scene.certificateFile(scene.leafOf(serverKey(), 400))}});
    QVERIFY(!has(fine->findings, "source.key-mode"));
    std::filesystem::permissions(pair["key"], std::filesystem::perms(0666));
    const auto open = scene.planOf(pair);
    const auto* body = bodyOf<check::SourceKeyMode>(open->findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, pair["key"]);
}

void TestReplaceAdverse::requests_thatMakeNoSense_areErrors_data() {
    QTest::addColumn<QString>("brought");
    QTest::addColumn<QString>("without");
    QTest::newRow("unknown slot") << "nothing" << QString();
    QTest::newRow("unknown slot emptied") << QString() << "nothing";
    QTest::newRow("required slot emptied") << QString() << "cert";
    QTest::newRow("brought and emptied") << "crl"
                                         << "crl";
}

void TestReplaceAdverse::requests_thatMakeNoSense_areErrors() {
    QFETCH(QString, brought);
    QFETCH(QString, without);
    ReplaceScene scene(Service::StreamServer);
    std::map<std::string, std::string> slots;
    if (!brought.isEmpty())
        slots[brought.toStdString()] = scene.goodFiles()["crl"];
    std::vector<std::string> empty;
    if (!without.isEmpty())
        empty.push_back(without.toStdString());
    QCOMPARE(scene.planOf(slots, empty).error().code, base::ErrorCode::InvalidArgument);
    auto request = scene.request(std::map<std::string, std::string>{});
    request.retentionDays = 10;
    Passwords none;
    QCOMPARE(scene.carryOut({request, {}}, none).error().code, base::ErrorCode::InvalidArgument);
}

void TestReplaceAdverse::duplicateConfigKey_blocks() {
    ReplaceScene scene(Service::StreamServer);
    scene.folder().writeConfig(scene.folder().config() + "\nport=1");
    const auto plan = scene.planOf({{"cert", scene.certificateFile(scene.leafOf(serverKey(), 400))}});
    QVERIFY(has(plan->findings, "config.duplicate-key"));
    QVERIFY(plan->changes.empty());
    ReplaceScene yaml(Service::Aoi);
    yaml.folder().writeConfig(yaml.folder().config() + "\ncert: {");
    const auto broken = yaml.planOf({{"cert", yaml.certificateFile(yaml.leafOf(serverKey(), 400))}});
    QVERIFY(broken);
    QVERIFY(!broken->applicable());
    QVERIFY(broken->changes.empty());
}

void TestReplaceAdverse::linkAsConfig_blocks() {
    ReplaceScene scene(Service::StreamServer);
    const std::string config = scene.folder().configPath();
    std::filesystem::rename(config, scene.folder().at("real.conf"));
    std::filesystem::create_symlink(scene.folder().at("real.conf"), config);
    const auto plan = scene.planOf({{"cert", scene.certificateFile(scene.leafOf(serverKey(), 400))}});
    QVERIFY(has(plan->findings, "target.symlink"));
    QVERIFY(!plan->applicable());
}

void TestReplaceAdverse::volumeWithout_isToldAndStillWorks() {
    ReplaceScene scene(Service::StreamServer);
    scene.files().pretendVolume({"zfs", files::Reach::Local, false, true, false});
    const auto outcome = scene.replace(newPair(scene));
    QVERIFY(outcome && outcome->proof.succeeded());
    QCOMPARE(bodyOf<check::SwapStepwise>(scene.plan().findings)->reason, std::string("file-system"));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplaceAdverse::foreignEntry_isToldAndStays() {
    ReplaceScene scene(Service::StreamServer);
    const std::string keys = scene.folder().keys();
    scene.folder().makeFolder(keys + "/old", 0700);
    scene.folder().write(keys + "/old/server.key", "x");
    QVERIFY(scene.replace(newPair(scene)));
    QCOMPARE(bodyOf<check::SwapStepwise>(scene.plan().findings)->reason, std::string("contents"));
    QCOMPARE(scene.folder().read(keys + "/old/server.key"), std::string("x"));
}

void TestReplaceAdverse::failingProof_undoes() {
    ReplaceScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    // What stays is changed by somebody after the plan: only the proof can see that.
    auto world = scene.environment();
    Passwords passwords({"secret"});
    job::ReplaceJob job(world, {scene.request(newPair(scene)), {}}, passwords);
    QVERIFY(job.plan()->applicable());
    overwrite(scene.folder().slotPath("ca"), pemOf(makeCa("Another", otherCaKey())));
    const auto outcome = job.apply();
    QVERIFY(outcome && outcome->undone);
    QCOMPARE(scene.changedSince(before), std::vector<std::string>{"ca.crt"});
}

void TestReplaceAdverse::failAtEveryWrite_isOldOrNew() {
    ReplaceScene scene(Service::Aoi);
    const auto pair = newPair(scene);
    const auto before = scene.folder().snapshot();
    int n = 1;
    for (; n < 200; ++n) {
        scene.files().disarm();
        scene.files().failAt(n, base::ErrorCode::InputOutput);
        const auto outcome = scene.replace(pair);
        const bool reached = scene.files().operations() >= n;
        scene.files().disarm();
        if (!reached)
            break;
        const bool changed = scene.folder().snapshot() != before;
        QVERIFY2(!changed || outcome, std::to_string(n).c_str());
        if (changed)
            break;
        QCOMPARE(scene.verify(), std::vector<std::string>{});
    }
    QVERIFY(n > 10);
    QVERIFY(n < 200);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestReplaceAdverse::cancel_beforeThePlan_changesNothing() {
    for (const base::Step step : {base::Step::Load, base::Step::Check, base::Step::Plan}) {
        ReplaceScene scene(Service::StreamServer);
        const auto pair = newPair(scene);
        const auto before = scene.folder().snapshot();
        scene.progress().stopAt(step);
        QCOMPARE(scene.replace(pair).error().code, base::ErrorCode::Cancelled);
        QCOMPARE(scene.folder().snapshot(), before);
    }
    ReplaceScene scene(Service::StreamServer);
    Passwords passwords({"secret"});
    passwords.cancelAt(1);
    const auto outcome = scene.carryOut({scene.request(newPair(scene)), {}}, passwords);
    QCOMPARE(outcome.error().code, base::ErrorCode::Cancelled);
}

void TestReplaceAdverse::plan_shown_hasNoKeyMaterial() {
    ReplaceScene scene(Service::StreamServer);
    test::removeFile(scene.folder().at(scene.folder().keys() + "/kmc.ks"));
    const auto plan = scene.planOf(newPair(scene));
    QVERIFY(plan);
    for (const plan::Change& change : plan->changes)
        if (change.path.ends_with(".ks"))
            QVERIFY(change.content.empty());
        else if (change.slot == "key")
            QVERIFY(base::textOf(change.content).find("ENCRYPTED") != std::string_view::npos);
}

QTEST_GUILESS_MAIN(TestReplaceAdverse)
#include "test_replace_adverse.moc"

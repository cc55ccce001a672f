// Why: a replacement touches what it was asked to replace and not one byte more.
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/ossl/digest.h"
#include "core/plan/replace_planner.h"
#include "core/vault/passphrase.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

using Slots = std::set<std::string>;

std::vector<std::string> namesOf(const plan::Plan& plan) {
    std::vector<std::string> names;
    for (const plan::Change& change : plan.changes)
        names.push_back(change.path.substr(change.path.find_last_of('/') + 1));
    return names;
}

plan::Keeping keepingOf(const plan::Plan& plan, const std::string& path) {
    for (const plan::KeptPath& kept : plan.kept)
        if (kept.path == path)
            return kept.keeping;
    return plan::Keeping::Stored;
}

} // namespace

class TestReplacePlanner : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    FaultFileSystem m_faulty{*m_files};
    SeededRandom m_random;
    std::optional<PlannedImport> m_import;
    std::optional<ServiceFolder> m_folder;

    // Installs the good set; `m_import` then holds what the set will be.
    void install(Service service) {
        m_faulty.pretendVolume({"ext4", files::Reach::Local, false, true, true});
        m_import.emplace(m_faulty, m_random);
        m_folder.emplace(service);
        m_import->carryOut(*m_import->into(*m_folder));
    }

    base::Result<plan::Plan> replace(Slots brought, Slots without = {}, const Key& key = {},
                                     const secret::SecretBytes* passphrase = nullptr,
                                     std::optional<base::Time> retention = {}) {
        const plan::ReplaceSource source{
            m_import->material(), m_import->path(), std::move(brought), std::move(without), key.get(),
            passphrase,           retention};
        return plan::planReplace(m_faulty, m_folder->site(m_faulty), source, m_random, allowed, {});
    }

    void renewLeaf(const Key& key) {
        const auto renewed = makeLeaf("server.test", m_import->sub(), key, 700);
        m_import->material().leaf->certificate = renewed.certificate;
        m_import->path().certificates[0] = renewed.certificate;
    }

  private Q_SLOTS:
    void replace_certificate_changesOneFile();
    void replace_sameThingsWrittenDifferently_changesNothing();
    void replace_keyUnderTheSamePassphrase_leavesTheConfig();
    void replace_keyUnderAFreshPassphrase_sealsIt();
    void replace_aoiKey_bringsTheHomeCopies();
    void replace_clearKey_isNeverStored();
    void replace_slotConfiguredElsewhere_isSetToItsTarget();
    void replace_without_emptiesTheSlot();
    void replace_chainThatNeedsMore_writesTheCertificateFile();
    void replace_damagedKeyStore_isRepaired();
    void replace_retention_isJudgedAndSetOnlyIfGiven();
    void replace_blockedPlace_hasNoChanges_data();
    void replace_blockedPlace_hasNoChanges();
    void replace_configGone_fails();
    void replace_withoutRandomness_fails();
};

void TestReplacePlanner::replace_certificate_changesOneFile() {
    install(Service::StreamServer);
    renewLeaf(serverKey());
    const auto plan = replace({"cert"});
    QVERIFY(plan);
    QCOMPARE(plan->operation, plan::Operation::Replace);
    QCOMPARE(namesOf(*plan), std::vector<std::string>{"server.crt"});
    QCOMPARE(plan->changes[0].placement, plan::Placement::RenameOver);
    QCOMPARE(plan->changes[0].keeping, plan::Keeping::Stored);
    QCOMPARE(plan->exchanges.size(), std::size_t{1});
    QVERIFY(plan->configDifference.empty());
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{});
    QVERIFY(has(plan->findings, "target.replaced"));
    QVERIFY(!plan->kept.empty());
}

void TestReplacePlanner::replace_sameThingsWrittenDifferently_changesNothing() {
    install(Service::StreamServer);
    const std::string target = m_folder->profile().slot("cert")->target;
    const std::string odd = "# by hand\r\n" + m_folder->read(target) + "\n# end";
    test::removeFile(m_folder->slotPath("cert"));
    m_folder->write(target, odd);
    const auto plan = replace({"cert", "ca", "crl"});
    QVERIFY(plan);
    QVERIFY(plan->changes.empty());
    QVERIFY(plan->exchanges.empty());
    QVERIFY(has(plan->findings, "replace.nothing"));
}

void TestReplacePlanner::replace_keyUnderTheSamePassphrase_leavesTheConfig() {
    install(Service::StreamServer);
    renewLeaf(strangeKey());
    const auto passphrase = *vault::makePassphrase(m_random, allowed);
    const auto plan = replace({"cert", "key"}, {}, strangeKey(), &passphrase);
    QVERIFY(plan);
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"server.crt", "server.key"}));
    QVERIFY(!has(plan->findings, "protector.builtin"));
    QVERIFY(!has(plan->findings, "swap.stepwise"));
    const auto parsed = document::parse(changeFor(*plan, m_folder->slotPath("key"))->content, allowed);
    const auto key =
        document::openKey(std::get<document::EncryptedKey>(parsed.items[0].object), passphrase, allowed);
    QVERIFY(key);
    QCOMPARE(key->facts.publicKeyInfo, strangeKey()->facts.publicKeyInfo);
}

void TestReplacePlanner::replace_keyUnderAFreshPassphrase_sealsIt() {
    install(Service::StreamServer);
    renewLeaf(strangeKey());
    const auto plan = replace({"cert", "key"}, {}, strangeKey());
    QVERIFY(plan);
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"server.crt", "server.key", "streamserver.conf"}));
    QVERIFY(has(plan->findings, "protector.builtin"));
    const auto* stepwise = bodyOf<check::SwapStepwise>(plan->findings);
    QVERIFY(stepwise != nullptr);
    QCOMPARE(stepwise->reason, std::string("places"));
    QCOMPARE(stepwise->count, 1);
    QCOMPARE(plan->configDifference.size(), std::size_t{4});
    for (const auto& line : plan->configDifference)
        QVERIFY(line.text.find("cw1.") == std::string::npos);
}

void TestReplacePlanner::replace_aoiKey_bringsTheHomeCopies() {
    install(Service::Aoi);
    renewLeaf(strangeKey());
    const auto passphrase = *vault::makePassphrase(m_random, allowed);
    const auto plan = replace({"cert", "key"}, {}, strangeKey(), &passphrase);
    QVERIFY(plan);
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"server.crt", "server.key", "key.bak", "key.hash"}));
    const auto& key = changeFor(*plan, m_folder->slotPath("key"))->content;
    QCOMPARE(changeFor(*plan, m_folder->homeAt("aoi_service/key.bak"))->content, key);
    QCOMPARE(std::string(base::textOf(changeFor(*plan, m_folder->homeAt("aoi_service/key.hash"))->content)),
             ossl::sha256Hex(key));
    QCOMPARE(bodyOf<check::SwapStepwise>(plan->findings)->count, 2);
    QCOMPARE(namesOf(*replace({"cert"})), std::vector<std::string>{"server.crt"});
}

void TestReplacePlanner::replace_clearKey_isNeverStored() {
    install(Service::Aoi);
    renewLeaf(strangeKey());
    for (const std::string& path : {m_folder->slotPath("key"), m_folder->homeAt("aoi_service/key.bak")}) {
        test::removeFile(path);
        const std::string clear = pemOf(*serverKey());
        QVERIFY(m_files->writeNew(path, base::viewOf(clear), 0400, std::nullopt));
    }
    const auto plan = replace({"cert", "key"}, {}, strangeKey());
    QVERIFY(plan);
    for (const std::string& path : {m_folder->slotPath("key"), m_folder->homeAt("aoi_service/key.bak")}) {
        QCOMPARE(changeFor(*plan, path)->keeping, plan::Keeping::Transient);
        // What stands there afterwards is encrypted.
        QCOMPARE(keepingOf(*plan, path), plan::Keeping::Stored);
    }
    QCOMPARE(changeFor(*plan, m_folder->slotPath("cert"))->keeping, plan::Keeping::Stored);
    const auto other = replace({"cert"});
    QCOMPARE(keepingOf(*other, m_folder->slotPath("key")), plan::Keeping::Transient);
}

void TestReplacePlanner::replace_slotConfiguredElsewhere_isSetToItsTarget() {
    install(Service::StreamServer);
    std::string config = m_folder->config();
    const std::string value = "server_crt=keys/server.crt";
    config.replace(config.find(value), value.size(), "server_crt=mine/server.pem");
    m_folder->writeConfig(config);
    m_folder->makeFolder("sample/mxVision/streamserver/mine", 0700);
    m_folder->write("sample/mxVision/streamserver/mine/server.pem",
                    m_folder->read(m_folder->profile().slot("cert")->target));
    QVERIFY(replace({"crl"})->changes.empty());
    renewLeaf(serverKey());
    const auto plan = replace({"cert"});
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"server.crt", "streamserver.conf"}));
    const std::string edited(base::textOf(plan->changes[1].content));
    QVERIFY(edited.find("server_crt=keys/server.crt\n") != std::string::npos);
    QVERIFY(edited.find("ca_crt=keys/ca.crt\n") != std::string::npos);
}

void TestReplacePlanner::replace_without_emptiesTheSlot() {
    install(Service::StreamServer);
    m_import->material().crls.clear();
    const auto plan = replace({}, {"crl"});
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"ca.crl", "streamserver.conf"}));
    QCOMPARE(plan->changes[0].kind, plan::ChangeKind::RemoveFile);
    QVERIFY(std::string(base::textOf(plan->changes[1].content)).find("\ncrl=\n") != std::string::npos);
    QVERIFY(has(plan->findings, "target.removed"));
    m_import->carryOut(*plan);
    QVERIFY(has(replace({}, {"crl"})->findings, "replace.nothing"));
}

void TestReplacePlanner::replace_chainThatNeedsMore_writesTheCertificateFile() {
    install(Service::StreamServer);
    test::removeFile(m_folder->slotPath("cert"));
    m_folder->write(m_folder->profile().slot("cert")->target, pemOf(m_import->leaf()));
    // A CA is brought, the certificate is not; but its chain is not in its file.
    QCOMPARE(namesOf(*replace({"ca"})), std::vector<std::string>{"server.crt"});
}

void TestReplacePlanner::replace_damagedKeyStore_isRepaired() {
    install(Service::StreamServer);
    test::removeFile(m_folder->at(m_folder->keys() + "/kmc.ks"));
    renewLeaf(serverKey());
    const auto plan = replace({"cert"});
    QVERIFY(has(plan->findings, "key-store.repaired"));
    QCOMPARE(namesOf(*plan), (std::vector<std::string>{"kmc.ks", "server.crt"}));
}

void TestReplacePlanner::replace_retention_isJudgedAndSetOnlyIfGiven() {
    install(Service::Aoi);
    renewLeaf(serverKey());
    const auto plan = replace({"cert"});
    QVERIFY(has(plan->findings, "retention.before-certificate"));
    QVERIFY(plan->configDifference.empty());
    const auto longer = replace({"cert"}, {}, {}, nullptr, testNow() + std::chrono::days(710));
    QVERIFY(!has(longer->findings, "retention.before-certificate"));
    QCOMPARE(namesOf(*longer), (std::vector<std::string>{"server.crt", "config.yaml"}));
    QCOMPARE(longer->configDifference.size(), std::size_t{3});
}

void TestReplacePlanner::replace_blockedPlace_hasNoChanges_data() {
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("duplicate key") << "port=1"
                                   << "config.duplicate-key";
    QTest::newRow("key store of the vendor") << "vendor"
                                             << "key-store.foreign";
    QTest::newRow("target is a link") << "link"
                                      << "target.symlink";
    QTest::newRow("disk is full") << "full"
                                  << "target.disk-space";
}

void TestReplacePlanner::replace_blockedPlace_hasNoChanges() {
    QFETCH(QString, what);
    QFETCH(QString, code);
    install(Service::StreamServer);
    renewLeaf(serverKey());
    if (what == "vendor") {
        const std::string mark("\x5F\x64\x97\x8D\x19\x4F\x89\xCF\xA8\x3F\x8E\xE1\xDB\x01\x3C\x0C"
                               "\x88\x42\x4A\x1C\xB7\xFC\xAD\x70\x4E\x45\x13\xA5\x14\x46\x71\x6C",
                               32);
        test::removeFile(m_folder->at(m_folder->keys() + "/kmc.ks"));
        m_folder->write(m_folder->keys() + "/kmc.ks", mark);
    } else if (what == "link") {
        std::filesystem::rename(m_folder->slotPath("ca"), m_folder->at("ca"));
        std::filesystem::create_symlink(m_folder->at("ca"), m_folder->slotPath("ca"));
    } else if (what == "full") {
        m_faulty.pretendFreeSpace(10);
    } else {
        m_folder->writeConfig(m_folder->config() + "\n" + what.toStdString());
    }
    const auto plan = replace({"cert"});
    QVERIFY(plan);
    QVERIFY2(has(plan->findings, code.toStdString()), codesOf(plan->findings).front().c_str());
    QVERIFY(!plan->applicable());
    QCOMPARE(plan->changes.empty(), what != "full");
}

void TestReplacePlanner::replace_configGone_fails() {
    install(Service::StreamServer);
    test::removeFile(m_folder->configPath());
    QCOMPARE(replace({"cert"}).error().code, base::ErrorCode::FileNotFound);
}

void TestReplacePlanner::replace_withoutRandomness_fails() {
    install(Service::StreamServer);
    renewLeaf(strangeKey());
    m_random.runDryAfter(0);
    const auto plan = replace({"cert", "key"}, {}, strangeKey());
    m_random.runDryAfter(-1);
    QCOMPARE(plan.error().code, base::ErrorCode::CryptoFailed);
}

QTEST_GUILESS_MAIN(TestReplacePlanner)
#include "test_replace_planner.moc"

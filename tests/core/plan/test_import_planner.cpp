// Why: what the plan says is what a person agrees to; it must be all that happens, in an order that can be
// undone.
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "core/document/open.h"
#include "core/document/parse.h"
#include "core/ossl/digest.h"
#include "core/plan/import_planner.h"
#include "core/plan/inspect.h"
#include "core/vault/builtin_vault.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

std::string textOf(const plan::Change& change) {
    return std::string(base::textOf(change.content));
}

} // namespace

class TestImportPlanner : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void plan_fresh_listsEveryFileInOrder();
    void plan_key_opensWithTheSealedPassphrase();
    void plan_aoi_keepsKeyAndHashAtHome();
    void plan_overAnImport_replacesWhatDiffers();
    void plan_otherModeOnly_isSet();
    void plan_crlNotBrought_isRemoved();
    void plan_valueTooLong_blocks();
    void plan_littleSpace_blocks();
    void plan_withoutRandomness_fails();
    void plan_configGone_fails();
    void plan_configChangingMeanwhile_fails();
    void plan_forShowing_hasNoKeyMaterial();
    void service_good_hasNothingToSay();
};

void TestImportPlanner::plan_fresh_listsEveryFileInOrder() {
    const ServiceFolder folder(Service::StreamServer);
    const auto plan = m_import.into(folder);
    QVERIFY(plan);
    std::vector<std::string> lines;
    for (const plan::Change& change : plan->changes) {
        QVERIFY(!change.owner);
        if (change.kind == plan::ChangeKind::WriteFile)
            QCOMPARE(change.sha256, plan::contentHash(change.content));
        lines.push_back(change.path.substr(change.path.find_last_of('/') + 1) + " " +
                        QString::number(change.mode, 8).toStdString());
    }
    QCOMPARE(lines, (std::vector<std::string>{"keys 700", "kmc.ks 400", "StandbyKsf.ks 400", "ca.crt 400",
                                              "server.crt 400", "server.key 400", "ca.crl 400",
                                              "streamserver.conf 600"}));
    QCOMPARE(textOf(*changeFor(*plan, folder.slotPath("cert"))),
             pemOf(m_import.leaf()) + pemOf(m_import.sub()));
    QCOMPARE(textOf(*changeFor(*plan, folder.slotPath("ca"))), pemOf(m_import.root()));
    QCOMPARE(changeFor(*plan, folder.slotPath("key"))->about, std::string("RSA 2048"));
    QVERIFY(changeFor(*plan, folder.slotPath("cert"))->about.find("server.test") != std::string::npos);
    QCOMPARE(codesOf(plan->findings), std::vector<std::string>{"protector.builtin"});
    QVERIFY(!has(plan->findings, "target.replaced"));
    QCOMPARE(plan->areas.size(), std::size_t{1});
    QCOMPARE(plan->areas[0].state, folder.at(".certwright"));
    QVERIFY(!plan->configDifference.empty());
    QVERIFY(changeFor(*plan, folder.configPath())->before);
}

void TestImportPlanner::plan_key_opensWithTheSealedPassphrase() {
    const ServiceFolder folder(Service::StreamServer);
    const auto plan = m_import.into(folder);
    const std::string config = textOf(*changeFor(*plan, folder.configPath()));
    const auto start = config.find("server_key_mm=") + 14;
    const std::string sealed = config.substr(start, config.find('\n', start) - start);
    const auto store = changeFor(*plan, folder.at(folder.keys() + "/kmc.ks"))->content;
    const auto vault = vault::BuiltinVault::open({store, store}, m_random, allowed);
    const auto passphrase = vault->vault->unseal(sealed, allowed);
    QVERIFY(passphrase);
    auto parsed = document::parse(changeFor(*plan, folder.slotPath("key"))->content, allowed);
    const auto& encrypted = std::get<document::EncryptedKey>(parsed.items[0].object);
    QCOMPARE(encrypted.encryption.scheme, std::string("PBES2"));
    const auto key = document::openKey(encrypted, *passphrase, allowed);
    QVERIFY(key);
    QCOMPARE(key->facts.publicKeyInfo, serverKey()->facts.publicKeyInfo);
}

void TestImportPlanner::plan_aoi_keepsKeyAndHashAtHome() {
    const ServiceFolder folder(Service::Aoi);
    const auto plan = m_import.into(folder);
    QVERIFY(plan);
    QCOMPARE(plan->areas.size(), std::size_t{2});
    QCOMPARE(plan->areas[1].base, folder.homeAt("aoi_service"));
    const auto* key = changeFor(*plan, folder.slotPath("key"));
    const auto* copy = changeFor(*plan, folder.homeAt("aoi_service/key.bak"));
    const auto* hash = changeFor(*plan, folder.homeAt("aoi_service/key.hash"));
    QVERIFY(key && copy && hash);
    QCOMPARE(copy->content, key->content);
    QCOMPARE(textOf(*hash), ossl::sha256Hex(key->content));
    QCOMPARE(copy->purpose, plan::Purpose::KeyBackup);
    QCOMPARE(hash->purpose, plan::Purpose::KeyHash);
    QCOMPARE(plan->changes.back().purpose, plan::Purpose::Config);
    const std::string config = textOf(plan->changes.back());
    QVERIFY(config.find("2027-11-21 12:00:00") != std::string::npos);
    QVERIFY(config.find("ca: config/crt/ca.crt") != std::string::npos);
    QVERIFY(config.find("ca: xxx") == std::string::npos);
}

void TestImportPlanner::plan_overAnImport_replacesWhatDiffers() {
    const ServiceFolder folder(Service::StreamServer);
    m_import.carryOut(*m_import.into(folder));
    const auto again = m_import.into(folder);
    std::vector<std::string> names;
    for (const plan::Change& change : again->changes)
        names.push_back(change.path.substr(change.path.find_last_of('/') + 1));
    QCOMPARE(names, (std::vector<std::string>{"server.key", "streamserver.conf"}));
    const auto* body = bodyOf<check::TargetReplaced>(again->findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->paths, std::vector<std::string>{folder.slotPath("key")});
    QCOMPARE(changeFor(*again, folder.slotPath("key"))->before->mode, 0400U);
    const auto second = makeLeaf("second.test", m_import.sub(), serverKey());
    m_import.path().certificates[0] = second.certificate;
    const auto renewed = m_import.into(folder);
    const auto* change = changeFor(*renewed, folder.slotPath("cert"));
    QVERIFY(change->beforeAbout.find("server.test") != std::string::npos);
    QVERIFY(change->about.find("second.test") != std::string::npos);
}

void TestImportPlanner::plan_otherModeOnly_isSet() {
    const ServiceFolder folder(Service::StreamServer);
    m_import.carryOut(*m_import.into(folder));
    QVERIFY(m_files->setMode(folder.slotPath("ca"), 0444));
    QVERIFY(m_files->setMode(folder.at(folder.keys()), 0755));
    const auto plan = m_import.into(folder);
    const auto* file = changeFor(*plan, folder.slotPath("ca"));
    QCOMPARE(file->kind, plan::ChangeKind::SetMode);
    QCOMPARE(file->mode, 0400U);
    QVERIFY(file->content.empty());
    const auto* keys = changeFor(*plan, folder.at(folder.keys()));
    QCOMPARE(keys->kind, plan::ChangeKind::SetMode);
    QCOMPARE(keys->before->mode, 0755U);
}

void TestImportPlanner::plan_crlNotBrought_isRemoved() {
    const ServiceFolder folder(Service::StreamServer);
    const auto first = m_import.into(folder);
    QVERIFY(!has(first->findings, "target.removed"));
    m_import.carryOut(*first);
    m_import.material().crls.clear();
    const auto plan = m_import.into(folder);
    QCOMPARE(changeFor(*plan, folder.slotPath("crl"))->kind, plan::ChangeKind::RemoveFile);
    QCOMPARE(bodyOf<check::TargetRemoved>(plan->findings)->slot, std::string("crl"));
    QVERIFY(textOf(plan->changes.back()).find("\ncrl=\n") != std::string::npos);
    m_import.carryOut(*plan);
    QVERIFY(!has(m_import.into(folder)->findings, "target.removed"));
}

void TestImportPlanner::plan_valueTooLong_blocks() {
    ServiceFolder folder(Service::StreamServer);
    folder.editProfile().passphrase.maximumLength = 50;
    const auto plan = m_import.into(folder);
    QVERIFY(has(plan->findings, "value.too-long"));
    QVERIFY(!plan->applicable());
}

void TestImportPlanner::plan_littleSpace_blocks() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        FaultFileSystem faulty(*m_files);
        faulty.pretendFreeSpace(10'000);
        const auto plan = m_import.into(folder, faulty);
        const auto* body = bodyOf<check::DiskSpace>(plan->findings);
        QVERIFY(body != nullptr);
        QCOMPARE(body->available, std::uint64_t{10'000});
        QVERIFY(body->needed > 10'000);
        faulty.pretendFreeSpace(10'000'000);
        QVERIFY(!has(m_import.into(folder, faulty)->findings, "target.disk-space"));
    }
}

void TestImportPlanner::plan_withoutRandomness_fails() {
    const ServiceFolder folder(Service::StreamServer);
    for (const int fills : {0, 1, 2}) {
        m_random.runDryAfter(fills);
        const auto plan = m_import.into(folder);
        m_random.runDryAfter(-1);
        if (fills < 2)
            QCOMPARE(plan.error().code, base::ErrorCode::CryptoFailed);
    }
}

void TestImportPlanner::plan_configGone_fails() {
    const ServiceFolder folder(Service::StreamServer);
    test::removeFile(folder.configPath());
    QCOMPARE(m_import.into(folder).error().code, base::ErrorCode::FileNotFound);
}

void TestImportPlanner::plan_configChangingMeanwhile_fails() {
    // ChangingReader gives another content of the config each time.
    class ChangingReader final : public files::FileReader {
      public:
        ChangingReader(files::FileReader& inner, std::string path)
            : m_inner(inner)
            , m_path(std::move(path)) {}
        base::Result<base::FileInfo> stat(const std::string& path, files::Links links) const override {
            return m_inner.stat(path, links);
        }
        base::Result<base::Bytes> read(const std::string& path, std::uint64_t maximum,
                                       files::Links links) const override {
            auto content = m_inner.read(path, maximum, links);
            if (content && path == m_path)
                for (int i = 0; i <= m_reads; ++i)
                    content->push_back('\n');
            m_reads += path == m_path ? 1 : 0;
            return content;
        }
        base::Result<std::vector<std::string>> list(const std::string& folder) const override {
            return m_inner.list(folder);
        }
        base::Result<std::string> resolve(const std::string& path) const override {
            return m_inner.resolve(path);
        }
        base::Result<std::uint64_t> freeSpace(const std::string& folder) const override {
            return m_inner.freeSpace(folder);
        }
        base::Result<files::Volume> volume(const std::string& folder) const override {
            return m_inner.volume(folder);
        }
        base::Result<bool> hasAccessList(const std::string& path) const override {
            return m_inner.hasAccessList(path);
        }
        std::uint32_t storedMode(std::uint32_t mode, base::FileKind kind) const override {
            return m_inner.storedMode(mode, kind);
        }
        base::Owner self() const override { return m_inner.self(); }
        std::string accountName(std::uint32_t user) const override { return m_inner.accountName(user); }

      private:
        files::FileReader& m_inner;
        std::string m_path;
        mutable int m_reads = 0;
    };
    const ServiceFolder folder(Service::StreamServer);
    const ChangingReader reader(*m_files, folder.configPath());
    QCOMPARE(m_import.into(folder, reader).error().code, base::ErrorCode::FileChanged);
}

void TestImportPlanner::plan_forShowing_hasNoKeyMaterial() {
    const ServiceFolder folder(Service::StreamServer);
    auto plan = *m_import.into(folder);
    const auto shown = plan::withoutKeyMaterial(plan);
    QCOMPARE(shown.changes.size(), plan.changes.size());
    for (std::size_t i = 0; i < shown.changes.size(); ++i) {
        const bool isStore = shown.changes[i].path.ends_with(".ks");
        QCOMPARE(shown.changes[i].content.empty(), isStore || plan.changes[i].content.empty());
        QCOMPARE(shown.changes[i].sha256, plan.changes[i].sha256);
    }
    plan::wipePlan(plan);
    for (const plan::Change& change : plan.changes)
        QVERIFY(change.content.empty());
}

void TestImportPlanner::service_good_hasNothingToSay() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        check::Findings findings;
        const plan::ConfigIntent intent{plan::brought(folder.profile(), m_import.material()), "sealed",
                                        testNow()};
        plan::judgeService(*m_files, folder.site(*m_files), intent, folder.config(), findings);
        QCOMPARE(codesOf(findings), std::vector<std::string>{});
        plan::judgeService(*m_files, folder.site(*m_files), intent, std::nullopt, findings);
        QCOMPARE(codesOf(findings), std::vector<std::string>{});
        plan::judgeService(*m_files, folder.site(*m_files), intent, "a: 1\na: 2\n", findings);
        QCOMPARE(codesOf(findings), std::vector<std::string>{"!config.duplicate-key"});
    }
}

QTEST_GUILESS_MAIN(TestImportPlanner)
#include "test_import_planner.moc"

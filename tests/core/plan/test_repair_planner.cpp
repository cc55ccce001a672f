// Why: a repair must be what the applier takes, in the order in which it can be done, and nothing more.
#include <QTest>

#include <filesystem>

#include "core/config/key_value.h"
#include "core/plan/config_text.h"
#include "core/plan/key_stores.h"
#include "core/plan/repair_planner.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"
#include "tests/support/run_program.h"
#include "tests/support/seeded_random.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace certwright::test;
namespace stdfs = std::filesystem;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();
constexpr base::Owner root{0, 0};
constexpr base::Owner user{12345, 12345};
constexpr base::Owner stranger{23456, 23456};

} // namespace

class TestRepairPlanner : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

    plan::Plan repair(const ServiceFolder& folder, const files::FileReader& reader,
                      plan::RootPolicy policy = plan::RootPolicy::Refuse) {
        plan::Site site = folder.site(reader);
        site.rootPolicy = policy;
        const auto sealed = plan::configValue(folder.profile().config.format, folder.config(),
                                              folder.profile().passphrase.configKey);
        plan::RepairSource source;
        std::optional<secret::SecretBytes> passphrase;
        const plan::KeyStores stores(reader, site);
        for (const auto copy : {plan::Purpose::KeyStoreStandby, plan::Purpose::KeyStorePrimary}) {
            const auto vault = stores.openCopy(copy, m_random, allowed);
            auto opened =
                vault ? (*vault)->unseal(sealed.value_or(""), allowed) : tl::unexpected(vault.error());
            if (!opened)
                continue;
            passphrase = std::move(*opened);
            source = {copy, &*passphrase};
        }
        auto plan = plan::planRepair(reader, site, source, m_random, allowed);
        if (!plan)
            qFatal("no plan");
        return std::move(*plan);
    }
    plan::Plan repair(const ServiceFolder& folder) { return repair(folder, *m_files); }
    void install(const ServiceFolder& folder) { m_import.carryOut(*m_import.into(folder)); }
    // pretendOwners makes everything of a service belong to `owner`, looked at by `self`.
    void pretendOwners(FaultFileSystem& disk, const ServiceFolder& folder, base::Owner self,
                       base::Owner owner) {
        disk.pretendSelf(self);
        const auto pretend = [&](const std::string& path) {
            if (auto info = m_files->stat(path, files::Links::Refuse)) {
                info->owner = owner;
                disk.pretend(path, *info);
            }
        };
        for (const std::string& top : {folder.root(), folder.home()}) {
            pretend(top);
            for (const auto& entry : stdfs::recursive_directory_iterator(top))
                pretend(test::utf8Of(entry.path()));
        }
    }

  private Q_SLOTS:
    void repair_goodSet_hasNothingToDo();
    void repair_several_comesInTheOrderOfDoing();
    void repair_hardLink_saysHowManyNamesItTookDown();
    void repair_accessList_getsANewFile();
    void repair_openKey_isTransientAndKeptEncrypted();
    void repair_foreignOwner_onlyAsRoot();
    void repair_asRoot_needsTheWord();
    void repair_folderOfAStranger_isLeftOut();
    void repair_linksAndTheLike_areLeftOut();
    void repair_unreadable_isLeftOut();
    void repair_homeFolderMissing_isMade();
    void repair_valuesOutside_areLeftAlone();
    void repair_optionalCrlAtItsPlace_isConfigured();
    void repair_wrongThingAtItsPlace_isNotConfigured();
};

void TestRepairPlanner::repair_goodSet_hasNothingToDo() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        install(folder);
        const plan::Plan plan = repair(folder);
        QVERIFY(plan.changes.empty() && plan.findings.empty() && plan.configDifference.empty());
        QCOMPARE(plan.operation, plan::Operation::Repair);
        QCOMPARE(plan.areas.size(), service == Service::Aoi ? std::size_t{2} : std::size_t{1});
        QVERIFY(!plan.kept.empty());
    }
}

void TestRepairPlanner::repair_several_comesInTheOrderOfDoing() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    setMode(folder.root(), 0777);
    setMode(folder.at(folder.keys()), 0755);
    setMode(folder.slotPath("cert"), 0640);
    folder.write(folder.keys() + "/x.bak", "y", 0644);
    folder.writeConfig(folder.config() + "\nport=8080");
    setMode(folder.configPath(), 0666);
    const plan::Plan plan = repair(folder);
    std::vector<std::string> done;
    for (const plan::Change& change : plan.changes)
        done.push_back(change.path);
    QCOMPARE(done, (std::vector<std::string>{folder.root(), folder.at(folder.keys()), folder.slotPath("cert"),
                                             folder.at(folder.keys() + "/x.bak"), folder.configPath()}));
    QCOMPARE(plan.changes[0].mode, 0755U);
    QCOMPARE(plan.changes[1].mode, 0700U);
    QCOMPARE(plan.changes[3].purpose, plan::Purpose::Leftover);
    QCOMPARE(plan.changes[3].mode, 0600U);
    QCOMPARE(plan.changes[4].mode, 0644U);
    QVERIFY(plan.changes[4].kind == plan::ChangeKind::WriteFile && !plan.configDifference.empty());
}

void TestRepairPlanner::repair_hardLink_saysHowManyNamesItTookDown() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    stdfs::create_hard_link(folder.slotPath("key"), folder.at("a"));
    stdfs::create_hard_link(folder.slotPath("key"), folder.at("b"));
    folder.write(folder.keys() + "/x.bak", "y", 0644);
    stdfs::create_hard_link(folder.at(folder.keys() + "/x.bak"), folder.at("somebodys"));
    const plan::Plan plan = repair(folder);
    QCOMPARE(plan.changes.size(), std::size_t{1}); // not the leftover: its other name is somebody's
    QCOMPARE(plan.changes[0].path, folder.slotPath("key"));
    QCOMPARE(plan.changes[0].before->links, std::uint64_t{3});
    QCOMPARE(plan.changes[0].sha256, plan.changes[0].before->sha256);
    QVERIFY(plan.changes[0].kind == plan::ChangeKind::WriteFile);
}

void TestRepairPlanner::repair_accessList_getsANewFile() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    if (runProgram("setfacl", {"-m", "u:65534:r", folder.slotPath("key")}).exitCode != 0) {
        QVERIFY(repair(folder).changes.empty()); // a disk without such lists
        return;
    }
    const plan::Plan plan = repair(folder);
    QCOMPARE(plan.changes.size(), std::size_t{1});
    QVERIFY(plan.changes[0].kind == plan::ChangeKind::WriteFile);
    QCOMPARE(plan.changes[0].mode, 0400U);
    m_import.carryOut(plan);
    QVERIFY(!*m_files->hasAccessList(folder.slotPath("key")));
    // Below a folder with a list a new file may get one again; that is for a person.
    QCOMPARE(runProgram("setfacl", {"-m", "u:65534:rx", folder.at(folder.keys())}).exitCode, 0);
    QCOMPARE(runProgram("setfacl", {"-m", "u:65534:r", folder.slotPath("cert")}).exitCode, 0);
    for (const plan::Change& change : repair(folder).changes)
        QVERIFY(change.kind == plan::ChangeKind::SetMode);
}

void TestRepairPlanner::repair_openKey_isTransientAndKeptEncrypted() {
    const ServiceFolder folder(Service::Aoi);
    install(folder);
    folder.write(folder.profile().slot("key")->target, pemOf(*serverKey()), 0644);
    const plan::Plan plan = repair(folder);
    const plan::Change* key = changeFor(plan, folder.slotPath("key"));
    QVERIFY(key != nullptr && key->keeping == plan::Keeping::Transient);
    QVERIFY(base::textOf(key->content).starts_with("-----BEGIN ENCRYPTED"));
    QCOMPARE(key->mode, 0400U);
    QVERIFY(changeFor(plan, folder.configPath()) == nullptr); // under the passphrase that is sealed already
    for (const plan::KeptPath& kept : plan.kept)
        QVERIFY(kept.keeping == plan::Keeping::Stored);
    QVERIFY(changeFor(plan, folder.homeAt("aoi_service/key.bak"))->content == key->content);
    QVERIFY(changeFor(plan, folder.homeAt("aoi_service/key.hash")) != nullptr);
}

void TestRepairPlanner::repair_foreignOwner_onlyAsRoot() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    FaultFileSystem disk(*m_files);
    for (const base::Owner self : {root, user}) {
        pretendOwners(disk, folder, self, user);
        for (const std::string& path : {folder.slotPath("cert"), folder.configPath()}) {
            auto info = *m_files->stat(path, files::Links::Refuse);
            info.owner = path == folder.configPath() ? root : stranger;
            disk.pretend(path, info);
        }
        const plan::Plan plan = repair(folder, disk, plan::RootPolicy::AsOwner);
        QCOMPARE(plan.changes.size(), self == root ? std::size_t{2} : std::size_t{0});
        for (const plan::Change& change : plan.changes) {
            QVERIFY(change.owner == std::optional(user));
            QVERIFY(change.kind == plan::ChangeKind::WriteFile);
            QCOMPARE(change.sha256, change.before->sha256);
        }
    }
    // Root's own folder with somebody else's file.
    pretendOwners(disk, folder, root, root);
    auto info = *m_files->stat(folder.slotPath("ca"), files::Links::Refuse);
    info.owner = stranger;
    disk.pretend(folder.slotPath("ca"), info);
    const plan::Plan plan = repair(folder, disk);
    QCOMPARE(plan.changes.size(), std::size_t{1});
    QVERIFY(plan.changes[0].owner == std::optional(root));
}

void TestRepairPlanner::repair_asRoot_needsTheWord() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    setMode(folder.slotPath("cert"), 0644);
    FaultFileSystem disk(*m_files);
    pretendOwners(disk, folder, root, user);
    QCOMPARE(codesOf(repair(folder, disk).findings), std::vector<std::string>{"!root.as-owner"});
    QCOMPARE(codesOf(repair(folder, disk, plan::RootPolicy::AsOwner).findings),
             std::vector<std::string>{"target.as-root"});
    pretendOwners(disk, folder, stranger, user);
    QCOMPARE(codesOf(repair(folder, disk).findings), std::vector<std::string>{"!target.folder-owner"});
}

void TestRepairPlanner::repair_folderOfAStranger_isLeftOut() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    setMode(folder.slotPath("cert"), 0644);
    setMode(folder.configPath(), 0666);
    FaultFileSystem disk(*m_files);
    auto info = *m_files->stat(folder.at("sample/mxVision"), files::Links::Refuse);
    info.owner = stranger;
    disk.pretend(folder.at("sample/mxVision"), info);
    const plan::Plan plan = repair(folder, disk);
    QVERIFY(plan.applicable());
    QCOMPARE(plan.changes.size(), std::size_t{1});
    QCOMPARE(plan.changes[0].path, folder.configPath());
}

void TestRepairPlanner::repair_linksAndTheLike_areLeftOut() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    test::removeFile(folder.slotPath("ca"));
    stdfs::create_symlink(folder.slotPath("cert"), folder.slotPath("ca"));
    test::removeFile(folder.at(folder.profile().keyStore.primary));
    stdfs::create_directory(folder.at(folder.profile().keyStore.primary));
    setMode(folder.slotPath("crl"), 04755);
    QVERIFY(repair(folder).changes.empty());
}

void TestRepairPlanner::repair_unreadable_isLeftOut() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    setMode(folder.slotPath("cert"), 0044);
    setMode(folder.slotPath("ca"), 0444);
    FaultFileSystem disk(*m_files);
    const plan::Plan plan = repair(folder);
    QVERIFY(plan.applicable());
    QVERIFY(changeFor(plan, folder.slotPath("ca")) != nullptr);
    QCOMPARE(changeFor(plan, folder.slotPath("cert")) != nullptr, runsAsRoot());
}

void TestRepairPlanner::repair_homeFolderMissing_isMade() {
    const ServiceFolder folder(Service::Aoi);
    install(folder);
    test::removeAll(folder.homeAt("aoi_service"));
    const plan::Plan plan = repair(folder);
    QCOMPARE(plan.changes.size(), std::size_t{3});
    QVERIFY(plan.changes[0].kind == plan::ChangeKind::MakeFolder);
    QCOMPARE(plan.changes[0].path, folder.homeAt("aoi_service"));
}

void TestRepairPlanner::repair_valuesOutside_areLeftAlone() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const std::string outside = folder.brought("ca.crt", pemOf(m_import.root()), 0666);
    std::string text = folder.config();
    text.replace(text.find("ca_crt=keys/ca.crt"), 18, "ca_crt=" + outside);
    folder.writeConfig(text);
    QVERIFY(repair(folder).changes.empty());
}

void TestRepairPlanner::repair_optionalCrlAtItsPlace_isConfigured() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    const std::string good = folder.config();
    std::string text = good;
    text.replace(text.find("crl=keys/ca.crl"), 15, "crl=old/ca.crl");
    folder.writeConfig(text);
    const plan::Plan plan = repair(folder);
    QCOMPARE(plan.changes.size(), std::size_t{1});
    QCOMPARE(std::string(base::textOf(plan.changes[0].content)), good);
    text.replace(text.find("crl=old/ca.crl"), 14, "crl=");
    folder.writeConfig(text);
    QVERIFY(repair(folder).changes.empty()); // nobody asked for a list
}

void TestRepairPlanner::repair_wrongThingAtItsPlace_isNotConfigured() {
    const ServiceFolder folder(Service::StreamServer);
    install(folder);
    std::string text = folder.config();
    text.replace(text.find("ca_crt=keys/ca.crt"), 18, "ca_crt=");
    folder.writeConfig(text);
    folder.write(folder.profile().slot("ca")->target, "garbage");
    QVERIFY(repair(folder).changes.empty());
}

QTEST_GUILESS_MAIN(TestRepairPlanner)
#include "test_repair_planner.moc"

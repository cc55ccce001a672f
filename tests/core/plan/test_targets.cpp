// Why: a link, a second name or a foreign owner where we would write can turn an import into somebody else's
// weapon.
#include <QTest>

#include <filesystem>

#include "core/plan/targets.h"
#include "tests/core/plan/service_folder.h"
#include "tests/support/fault_file_system.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// Owners that no test can really make are pretended: an ordinary user 1000 and another one, 1001.
constexpr base::Owner user{1000, 1000};
constexpr base::Owner stranger{1001, 1001};
constexpr base::Owner root{0, 0};

} // namespace

class TestTargets : public QObject {
    Q_OBJECT

  private:
    // judge looks at the folder as `self` does, where `owner` owns everything that `m_faulty` was not told
    // otherwise of.
    check::Findings judge(const ServiceFolder& folder, base::Owner self, base::Owner owner,
                          plan::RootPolicy policy = plan::RootPolicy::AsOwner);
    void pretend(const std::string& path, base::Owner owner);

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    std::unique_ptr<FaultFileSystem> m_faulty;

  private Q_SLOTS:
    void init() { m_faulty = std::make_unique<FaultFileSystem>(*m_files); }
    void site_missingRoot_isTold();
    void site_missingHome_isToldOnlyWhereItIsNeeded();
    void folder_fresh_hasNothingToSay();
    void folder_otherMode_isSetByTheImport();
    void folder_writableByOthers_blocks_data();
    void folder_writableByOthers_blocks();
    void folder_ofAnother_blocks();
    void file_symlink_blocks();
    void folder_symlink_blocks();
    void file_hardLink_blocks();
    void file_ofAnother_blocks();
    void file_noFile_blocks();
    void root_overAnotherUsersFolder_isAWarning();
    void root_withoutTheWord_blocks();
    void root_withItsOwnHome_blocks();
    void targets_ofRoot_areGivenToTheFoldersOwner();
    void folders_areListedOuterFirst();
};

void TestTargets::pretend(const std::string& path, base::Owner owner) {
    auto info = m_files->stat(path, files::Links::Refuse);
    if (!info)
        return;
    info->owner = owner;
    m_faulty->pretend(path, *info);
}

check::Findings TestTargets::judge(const ServiceFolder& folder, base::Owner self, base::Owner owner,
                                   plan::RootPolicy policy) {
    m_faulty->pretendSelf(self);
    pretend(folder.root(), owner);
    pretend(folder.home(), owner);
    auto site = folder.site(*m_faulty);
    site.rootPolicy = policy;
    check::Findings findings;
    for (const auto& target : plan::targetsOf(site))
        pretend(target.path, owner);
    for (const auto& known : plan::foldersOf(site))
        pretend(known.path, owner);
    plan::judgeTargets(*m_faulty, site, findings);
    return findings;
}

void TestTargets::site_missingRoot_isTold() {
    const ServiceFolder folder(Service::StreamServer);
    check::Findings findings;
    QVERIFY(!plan::siteOf(*m_files, folder.profile(), folder.at("nowhere"), {}, findings));
    QVERIFY(has(findings, "root.missing"));
    findings.clear();
    QVERIFY(!plan::siteOf(*m_files, folder.profile(), folder.configPath(), {}, findings));
    QVERIFY(has(findings, "root.missing"));
    findings.clear();
    QVERIFY(plan::siteOf(*m_files, folder.profile(), folder.root(), {}, findings));
    QVERIFY(findings.empty());
}

void TestTargets::site_missingHome_isToldOnlyWhereItIsNeeded() {
    const ServiceFolder stream(Service::StreamServer);
    const ServiceFolder aoi(Service::Aoi);
    check::Findings findings;
    QVERIFY(plan::siteOf(*m_files, stream.profile(), stream.root(), stream.at("no"), findings)->home.empty());
    QVERIFY(findings.empty());
    QVERIFY(!plan::siteOf(*m_files, aoi.profile(), aoi.root(), aoi.at("no"), findings));
    QCOMPARE(bodyOf<check::RootMissing>(findings)->path, aoi.at("no"));
}

void TestTargets::folder_fresh_hasNothingToSay() {
    QVERIFY(judge(ServiceFolder(Service::StreamServer), user, user).empty());
    QVERIFY(judge(ServiceFolder(Service::Aoi), user, user).empty());
}

void TestTargets::folder_otherMode_isSetByTheImport() {
    const ServiceFolder folder(Service::StreamServer);
    folder.makeFolder(folder.keys(), 0755);
    const auto findings = judge(folder, user, user);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"target.folder-mode"});
    QCOMPARE(bodyOf<check::FolderMode>(findings)->mode, 0755U);
    QCOMPARE(bodyOf<check::FolderMode>(findings)->wanted, 0700U);
    std::filesystem::permissions(folder.at(folder.keys()), std::filesystem::perms::owner_all);
    QVERIFY(judge(folder, user, user).empty());
}

void TestTargets::folder_writableByOthers_blocks_data() {
    QTest::addColumn<QString>("relative");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("blocks");
    QTest::newRow("root, group") << "" << 0770 << true;
    QTest::newRow("config, world") << "config" << 0702 << true;
    QTest::newRow("keys, group") << "sample/mxVision/streamserver/keys" << 0770 << true;
    QTest::newRow("config, readable") << "config" << 0755 << false;
    QTest::newRow("root, readable") << "" << 0755 << false;
}

void TestTargets::folder_writableByOthers_blocks() {
    QFETCH(QString, relative);
    QFETCH(int, mode);
    QFETCH(bool, blocks);
    const ServiceFolder folder(Service::StreamServer);
    folder.makeFolder(folder.keys(), 0700);
    const std::string path = relative.isEmpty() ? folder.root() : folder.at(relative.toStdString());
    std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
    const auto findings = judge(folder, user, user);
    QCOMPARE(has(findings, "target.folder-writable"), blocks);
    QCOMPARE(check::blocks(findings), blocks);
}

void TestTargets::folder_ofAnother_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    const auto findings = judge(folder, user, stranger);
    QVERIFY(has(findings, "target.folder-owner"));
    QVERIFY(check::blocks(findings));
}

void TestTargets::file_symlink_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    folder.makeFolder(folder.keys(), 0700);
    std::filesystem::create_symlink("/etc/hostname", folder.slotPath("ca"));
    const auto findings = judge(folder, user, user);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!target.symlink"});
    QCOMPARE(bodyOf<check::TargetSymlink>(findings)->path, folder.slotPath("ca"));
}

void TestTargets::folder_symlink_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    folder.makeFolder("elsewhere", 0700);
    std::filesystem::create_directory_symlink(folder.at("elsewhere"), folder.at(folder.keys()));
    const auto findings = judge(folder, user, user);
    QCOMPARE(bodyOf<check::TargetSymlink>(findings)->path, folder.at(folder.keys()));
    QVERIFY(check::blocks(findings));
}

void TestTargets::file_hardLink_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write(folder.keys() + "/server.crt", "old");
    QVERIFY(judge(folder, user, user).empty());
    std::filesystem::create_hard_link(folder.slotPath("cert"), folder.at("second"));
    const auto findings = judge(folder, user, user);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!target.hard-link"});
    QCOMPARE(bodyOf<check::TargetHardLink>(findings)->links, std::uint64_t{2});
}

void TestTargets::file_ofAnother_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write(folder.keys() + "/server.crt", "old");
    m_faulty->pretendSelf(user);
    const auto site = folder.site(*m_faulty);
    QVERIFY(judge(folder, user, user).empty());
    pretend(folder.slotPath("cert"), stranger);
    check::Findings findings;
    plan::judgeTargets(*m_faulty, folder.site(*m_faulty), findings);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"!target.owner"});
}

void TestTargets::file_noFile_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    folder.makeFolder(folder.keys() + "/server.crt", 0700);
    folder.write("config/other", "");
    std::filesystem::permissions(folder.at(folder.keys()), std::filesystem::perms::owner_all);
    QCOMPARE(codesOf(judge(folder, user, user)), std::vector<std::string>{"!target.not-regular"});
    const ServiceFolder second(Service::StreamServer);
    second.write(second.keys(), "a file where a folder should be");
    QVERIFY(has(judge(second, user, user), "target.not-regular"));
}

void TestTargets::root_overAnotherUsersFolder_isAWarning() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write(folder.keys() + "/server.crt", "old");
    const auto findings = judge(folder, root, user);
    QCOMPARE(codesOf(findings), std::vector<std::string>{"target.as-root"});
    QVERIFY(judge(folder, root, root).empty());
    QVERIFY(judge(folder, root, root, plan::RootPolicy::Refuse).empty());
    judge(folder, root, user);
    pretend(folder.slotPath("cert"), stranger);
    check::Findings foreign;
    plan::judgeTargets(*m_faulty, folder.site(*m_faulty), foreign);
    QVERIFY(has(foreign, "target.owner"));
}

void TestTargets::root_withoutTheWord_blocks() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        const auto findings = judge(folder, root, user, plan::RootPolicy::Refuse);
        QCOMPARE(codesOf(findings), std::vector<std::string>{"!root.as-owner"});
        QCOMPARE(bodyOf<check::NeedsAsOwner>(findings)->root, folder.root());
        QVERIFY(judge(folder, user, user, plan::RootPolicy::Refuse).empty());
        // The word is root's alone: it opens nobody else's folder.
        QVERIFY(has(judge(folder, stranger, user, plan::RootPolicy::AsOwner), "target.folder-owner"));
    }
}

void TestTargets::root_withItsOwnHome_blocks() {
    const ServiceFolder folder(Service::Aoi);
    QCOMPARE(codesOf(judge(folder, root, user)), std::vector<std::string>{"target.as-root"});
    pretend(folder.home(), root);
    check::Findings findings;
    auto site = folder.site(*m_faulty);
    site.rootPolicy = plan::RootPolicy::AsOwner;
    plan::judgeTargets(*m_faulty, site, findings);
    QCOMPARE(codesOf(findings), (std::vector<std::string>{"!target.folder-owner", "target.as-root"}));
    QCOMPARE(bodyOf<check::FolderOwner>(findings)->path, folder.home());
}

void TestTargets::targets_ofRoot_areGivenToTheFoldersOwner() {
    const ServiceFolder folder(Service::Aoi);
    judge(folder, root, user);
    for (const auto& target : plan::targetsOf(folder.site(*m_faulty)))
        QCOMPARE(target.owner, std::optional(user));
    judge(folder, user, user);
    for (const auto& target : plan::targetsOf(folder.site(*m_faulty)))
        QVERIFY(!target.owner);
}

void TestTargets::folders_areListedOuterFirst() {
    const ServiceFolder folder(Service::Aoi);
    std::vector<std::string> paths;
    for (const auto& known : plan::foldersOf(folder.site(*m_files)))
        paths.push_back(known.path);
    QCOMPARE(paths, (std::vector<std::string>{folder.at("config"), folder.at("config/crt"),
                                              folder.homeAt("aoi_service")}));
}

QTEST_GUILESS_MAIN(TestTargets)
#include "test_targets.moc"

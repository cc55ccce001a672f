// Why: a folder that is exchanged must hold nothing that the copy would lose; where it is not exchanged, or
// not alone, the person is told what a reader can meet.
#include <QTest>

#include <filesystem>

#include "core/plan/change_list.h"
#include "core/plan/exchanges.h"
#include "core/plan/inspect.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

class TestExchanges : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    FaultFileSystem m_faulty{*m_files};
    SeededRandom m_random;
    PlannedImport m_import{m_faulty, m_random};

    // installed is a folder with a good import in it, on a disk that exchanges.
    std::unique_ptr<ServiceFolder> installed(Service service) {
        m_faulty.disarm();
        m_faulty.pretendVolume({"ext4", files::Reach::Local, false, true, true});
        auto folder = std::make_unique<ServiceFolder>(service);
        m_import.carryOut(*m_import.into(*folder));
        return folder;
    }

    // changed is a plan that gives the slots other content; "config" counts as a slot.
    plan::Plan changed(const ServiceFolder& folder, const std::vector<std::string>& slots) {
        const plan::Site site = folder.site(m_faulty);
        plan::ChangeList changes(m_faulty, secret::SecretAccess::grant());
        for (const std::string& slot : slots)
            if (slot == "config")
                changes.file(plan::configTarget(site, 0600), base::toBytes("port=1"), {});
            else
                changes.file(plan::slotTarget(site, *folder.profile().slot(slot)), base::toBytes("new"), {});
        plan::Plan plan;
        plan.root = site.root;
        plan.changes = changes.takeChanges();
        plan::planExchanges(m_faulty, site, plan);
        return plan;
    }

    static QString reasonOf(const plan::Plan& plan) {
        const auto* body = bodyOf<check::SwapStepwise>(plan.findings);
        return body != nullptr ? QString::fromStdString(body->reason) + ' ' + QString::number(body->count)
                               : QString();
    }

  private Q_SLOTS:
    void exchange_ownFiles_carriesTheOthers();
    void exchange_withConfig_tellsOfTheFilesOutside();
    void exchange_foreignEntries_areContents_data();
    void exchange_foreignEntries_areContents();
    void exchange_linkedFile_isContents();
    void exchange_foreignOwner_isContents();
    void exchange_otherMount_isFileSystem();
    void exchange_volumeWithout_isFileSystem();
    void exchange_singleFileWithout_saysNothing();
    void exchange_folderModeChanges_isMode();
    void exchange_removeFirst_isRule();
    void exchange_firstImport_needsNone();
    void exchange_aoi_leavesHomeAndStoresOutside();
};

void TestExchanges::exchange_ownFiles_carriesTheOthers() {
    const auto folder = installed(Service::StreamServer);
    const auto plan = changed(*folder, {"cert", "key"});
    QCOMPARE(plan.exchanges.size(), std::size_t{1});
    QCOMPARE(plan.exchanges[0].folder, folder->at(folder->keys()));
    QCOMPARE(plan.exchanges[0].carried,
             (std::vector<std::string>{"StandbyKsf.ks", "ca.crl", "ca.crt", "kmc.ks"}));
    QVERIFY(has(plan.findings, "swap.one-step"));
    QVERIFY(!has(plan.findings, "swap.stepwise"));
}

void TestExchanges::exchange_withConfig_tellsOfTheFilesOutside() {
    const auto folder = installed(Service::StreamServer);
    const auto plan = changed(*folder, {"cert", "key", "config"});
    QCOMPARE(plan.exchanges.size(), std::size_t{1});
    QVERIFY(has(plan.findings, "swap.one-step"));
    QCOMPARE(reasonOf(plan), QString("places 1"));
}

void TestExchanges::exchange_foreignEntries_areContents_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"folder", "symlink", "pipe", "link at a changed file's place"})
        QTest::newRow(what) << what;
}

void TestExchanges::exchange_foreignEntries_areContents() {
    QFETCH(QString, what);
    const auto folder = installed(Service::StreamServer);
    const std::string entry = folder->at(folder->keys() + "/entry");
    if (what == "folder") {
        std::filesystem::create_directory(entry);
    } else if (what == "symlink") {
        std::filesystem::create_symlink("ca.crt", entry);
    } else if (what == "pipe") {
        base::FileInfo info;
        info.kind = base::FileKind::Other;
        m_faulty.pretend(folder->write(folder->keys() + "/entry", "x"), info);
    } else {
        std::filesystem::rename(folder->slotPath("cert"), folder->at("elsewhere"));
        std::filesystem::create_symlink(folder->at("elsewhere"), folder->slotPath("cert"));
    }
    const auto plan = changed(*folder, {"ca", "cert", "key"});
    QVERIFY(plan.exchanges.empty());
    QVERIFY(!has(plan.findings, "swap.one-step"));
    QVERIFY(reasonOf(plan).startsWith("contents"));
}

void TestExchanges::exchange_linkedFile_isContents() {
    const auto folder = installed(Service::StreamServer);
    std::filesystem::create_hard_link(folder->slotPath("ca"), folder->at("second"));
    const auto plan = changed(*folder, {"cert", "key"});
    QVERIFY(plan.exchanges.empty());
    QCOMPARE(reasonOf(plan), QString("contents 2"));
}

void TestExchanges::exchange_foreignOwner_isContents() {
    const auto folder = installed(Service::StreamServer);
    auto info = *m_files->stat(folder->slotPath("ca"), files::Links::Refuse);
    info.owner.user += 1;
    m_faulty.pretend(folder->slotPath("ca"), info);
    QCOMPARE(reasonOf(changed(*folder, {"cert", "key"})), QString("contents 2"));
}

void TestExchanges::exchange_otherMount_isFileSystem() {
    const auto folder = installed(Service::StreamServer);
    const std::string keys = folder->at(folder->keys());
    auto info = *m_files->stat(keys, files::Links::Refuse);
    info.device += 1;
    m_faulty.pretend(keys, info);
    QCOMPARE(reasonOf(changed(*folder, {"cert", "key"})), QString("file-system 2"));
}

void TestExchanges::exchange_volumeWithout_isFileSystem() {
    const auto folder = installed(Service::StreamServer);
    m_faulty.pretendVolume({"zfs", files::Reach::Local, false, true, false});
    const auto plan = changed(*folder, {"cert", "key", "config"});
    QVERIFY(plan.exchanges.empty());
    QCOMPARE(reasonOf(plan), QString("file-system 3"));
}

void TestExchanges::exchange_singleFileWithout_saysNothing() {
    const auto folder = installed(Service::StreamServer);
    m_faulty.pretendVolume({"zfs", files::Reach::Local, false, true, false});
    const auto plan = changed(*folder, {"cert"});
    QVERIFY(plan.exchanges.empty());
    QVERIFY(plan.findings.empty());
}

void TestExchanges::exchange_folderModeChanges_isMode() {
    const auto folder = installed(Service::StreamServer);
    const plan::Site site = folder->site(m_faulty);
    QVERIFY(m_files->setMode(folder->at(folder->keys()), 0750));
    plan::Plan plan = changed(*folder, {"cert", "key"});
    plan.exchanges.clear();
    plan.findings.clear();
    plan::ChangeList changes(m_faulty, secret::SecretAccess::grant());
    for (const auto& target : plan::foldersOf(site))
        changes.folder(target);
    for (plan::Change& change : changes.takeChanges())
        plan.changes.push_back(std::move(change));
    plan::planExchanges(m_faulty, site, plan);
    QVERIFY(plan.exchanges.empty());
    QCOMPARE(reasonOf(plan), QString("mode 2"));
}

void TestExchanges::exchange_removeFirst_isRule() {
    const auto folder = installed(Service::StreamServer);
    plan::Plan plan = changed(*folder, {"crl", "cert"});
    plan.exchanges.clear();
    plan.findings.clear();
    plan.changes.back().placement = plan::Placement::RemoveFirst;
    plan::planExchanges(m_faulty, folder->site(m_faulty), plan);
    QVERIFY(plan.exchanges.empty());
    QCOMPARE(reasonOf(plan), QString("rule 2"));
}

void TestExchanges::exchange_firstImport_needsNone() {
    const ServiceFolder folder(Service::Aoi);
    auto plan = *m_import.into(folder);
    std::erase_if(plan.changes, [](const plan::Change& it) { return it.purpose == plan::Purpose::Config; });
    plan.findings.clear();
    plan::planExchanges(m_faulty, folder.site(m_faulty), plan);
    QVERIFY(plan.exchanges.empty());
    QVERIFY(plan.findings.empty());
}

void TestExchanges::exchange_aoi_leavesHomeAndStoresOutside() {
    const auto folder = installed(Service::Aoi);
    auto plan = *m_import.into(*folder);
    plan.exchanges.clear();
    plan.findings.clear();
    plan::planExchanges(m_faulty, folder->site(m_faulty), plan);
    QCOMPARE(plan.exchanges.size(), std::size_t{1});
    QCOMPARE(plan.exchanges[0].folder, folder->at("config/crt"));
    // key.bak, key.hash and the config
    QCOMPARE(reasonOf(plan), QString("places 3"));
}

QTEST_GUILESS_MAIN(TestExchanges)
#include "test_exchanges.moc"

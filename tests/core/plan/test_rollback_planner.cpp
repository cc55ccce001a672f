// Why: an earlier state comes back to the byte, hand edits stay, and what was never kept is said.
#include <QTest>

#include <filesystem>

#include "core/files/path.h"
#include "core/plan/rollback_planner.h"
#include "tests/core/plan/planned_import.h"
#include "tests/support/modes.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;
using plan::ChangeKind;
using plan::ConfigSince;
using plan::RestorePoint;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

} // namespace

class TestRollbackPlanner : public QObject {
    Q_OBJECT

  private:
    // now stores the present state of a service as a history would.
    RestorePoint now(const ServiceFolder& folder) {
        RestorePoint point;
        point.id = "20261121-080000-0a0b0c0d";
        point.proved = plan::Proved::Yes;
        for (const plan::KeptPath& kept : plan::keptPathsOf(*m_files, folder.site(*m_files), allowed)) {
            plan::RestoreFile file;
            file.path = kept.path;
            file.kind = kept.kind;
            const auto info = m_files->stat(kept.path, files::Links::Refuse);
            file.present = info.has_value();
            file.mode = info ? info->mode : 0;
            if (info && kept.kind == plan::KeptKind::File) {
                file.content = *m_files->read(kept.path, 1 << 20, files::Links::Refuse);
                file.sha256 = plan::contentHash(file.content);
                file.withheld = kept.keeping == plan::Keeping::Transient;
                if (file.withheld)
                    file.content.clear();
            }
            point.files.push_back(std::move(file));
        }
        return point;
    }
    base::Result<plan::Plan> to(const RestorePoint& point, const ServiceFolder& folder) {
        return plan::planRollback(*m_files, folder.site(*m_files), point, testNow(), allowed);
    }
    void import(const ServiceFolder& folder) { m_import.carryOut(*m_import.into(folder)); }
    static plan::RestoreFile& fileOf(RestorePoint& point, const std::string& path) {
        for (plan::RestoreFile& file : point.files)
            if (file.path == path)
                return file;
        std::abort();
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};

  private Q_SLOTS:
    void rollback_toBeforeAnImport_bringsBackEveryByte();
    void rollback_toAnImport_bringsBackEveryByte();
    void rollback_modes_areAsThen();
    void rollback_folderItsOwnerMayNotWrite_isClosedLast();
    void rollback_specialModeBits_areNotTaken();
    void config_editedSince_isMerged();
    void config_editedWithoutOwnValues_stays();
    void config_goneSince_comesBackWhole();
    void config_editedUnsafely_blocks();
    void withheld_changedSince_staysAndIsTold();
    void withheld_stillThere_isSilent();
    void clearKey_replaced_isTransient();
    void fileOfNoState_atOurPlace_isRemoved();
    void fileElsewhere_namedByTheConfig_isRestored();
    void state_present_isNothing();
    void state_unproved_isTold();
    void path_outside_isToldAndLeft();
    void home_another_isLeftAlone();
    void target_symlink_blocks();
    void retention_passedOrShort_isTold();
    void difference_masksSecrets();
};

void TestRollbackPlanner::rollback_toBeforeAnImport_bringsBackEveryByte() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        folder.makeFolder(folder.keys(), 0700);
        if (service == Service::Aoi)
            std::filesystem::create_directory(folder.homeAt("aoi_service"));
        const auto before = folder.snapshot();
        const RestorePoint point = now(folder);
        import(folder);
        QVERIFY(folder.snapshot() != before);
        const auto plan = to(point, folder);
        QVERIFY(plan && plan->applicable());
        QCOMPARE(plan->operation, plan::Operation::Rollback);
        QCOMPARE(plan->restores, point.id);
        QVERIFY(plan->changes.back().purpose == plan::Purpose::Config);
        m_import.carryOut(*plan);
        QCOMPARE(folder.snapshot(), before);
    }
}

void TestRollbackPlanner::rollback_toAnImport_bringsBackEveryByte() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        const RestorePoint empty = now(folder);
        import(folder);
        const auto first = folder.snapshot();
        const RestorePoint point = now(folder);
        import(folder); // another passphrase
        m_import.carryOut(*to(empty, folder));
        QVERIFY(!folder.exists(folder.profile().slot("key")->target));
        const auto plan = to(point, folder);
        QVERIFY(plan && plan->applicable());
        const plan::Change* cert = changeFor(*plan, folder.slotPath("cert"));
        QVERIFY(cert != nullptr && cert->slot == "cert");
        QVERIFY(cert->about.find("server.test") != std::string::npos);
        m_import.carryOut(*plan);
        QCOMPARE(folder.snapshot(), first);
    }
}

void TestRollbackPlanner::rollback_modes_areAsThen() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const std::string cert = folder.profile().slot("cert")->target;
    QVERIFY(m_files->setMode(folder.slotPath("cert"), 0440));
    QVERIFY(m_files->setMode(folder.at(folder.keys()), 0750));
    const auto then = folder.snapshot();
    const RestorePoint point = now(folder);
    QVERIFY(m_files->setMode(folder.slotPath("cert"), 0400));
    QVERIFY(m_files->setMode(folder.at(folder.keys()), 0700));
    const auto plan = to(point, folder);
    QCOMPARE(plan->changes.size(), std::size_t{2});
    for (const plan::Change& change : plan->changes)
        QVERIFY(change.kind == ChangeKind::SetMode);
    m_import.carryOut(*plan);
    QCOMPARE(folder.snapshot(), then);
    QCOMPARE(folder.modeOf(cert), 0440U);
}

void TestRollbackPlanner::rollback_folderItsOwnerMayNotWrite_isClosedLast() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const std::string keys = folder.at(folder.keys());
    QVERIFY(m_files->setMode(keys, 0500));
    const RestorePoint point = now(folder);
    QVERIFY(m_files->setMode(keys, 0700));
    import(folder);
    const auto plan = to(point, folder);
    QVERIFY(plan->changes.size() > 2);
    QCOMPARE(plan->changes[plan->changes.size() - 2].path, keys);
    m_import.carryOut(*plan);
    QCOMPARE(folder.modeOf(folder.keys()), 0500U);
    QVERIFY(m_files->setMode(keys, 0700));
}

// The history of a folder is its owner's to write; it must not make root write a program of root's.
void TestRollbackPlanner::rollback_specialModeBits_areNotTaken() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    RestorePoint point = now(folder);
    plan::RestoreFile& cert = fileOf(point, folder.slotPath("cert"));
    cert.mode = 06755;
    cert.content = base::toBytes("#!/bin/sh\n");
    const auto plan = to(point, folder);
    QCOMPARE(changeFor(*plan, folder.slotPath("cert"))->mode, 0755U);
}

void TestRollbackPlanner::config_editedSince_isMerged() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        const ServiceFolder folder(service);
        import(folder);
        RestorePoint point = now(folder);
        const std::string sealed = folder.config();
        import(folder);
        const bool flat = service == Service::StreamServer;
        folder.writeConfig(folder.config() + (flat ? "\nhand=made" : "hand: made\n"));
        point.config = ConfigSince::Edited;
        const auto plan = to(point, folder);
        QVERIFY(plan && plan->applicable());
        const auto* merged = bodyOf<check::ConfigMerged>(plan->findings);
        QVERIFY(merged != nullptr);
        QCOMPARE(merged->keys, std::vector<std::string>{folder.profile().passphrase.configKey});
        m_import.carryOut(*plan);
        QCOMPARE(folder.config(), sealed + (flat ? "\nhand=made" : "hand: made\n"));
    }
}

void TestRollbackPlanner::config_editedWithoutOwnValues_stays() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    RestorePoint point = now(folder);
    folder.writeConfig(folder.config() + "\nhand=made");
    QVERIFY(m_files->remove(folder.slotPath("crl")));
    point.config = ConfigSince::Edited;
    const auto plan = to(point, folder);
    QCOMPARE(plan->changes.size(), std::size_t{1});
    QVERIFY(!has(plan->findings, "rollback.config-merged"));
    QVERIFY(plan->configDifference.empty());
}

void TestRollbackPlanner::config_goneSince_comesBackWhole() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const auto then = folder.snapshot();
    RestorePoint point = now(folder);
    point.config = ConfigSince::Edited;
    test::removeFile(folder.configPath());
    const auto plan = to(point, folder);
    QVERIFY(plan && plan->applicable());
    m_import.carryOut(*plan);
    QCOMPARE(folder.snapshot(), then);
}

void TestRollbackPlanner::config_editedUnsafely_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    RestorePoint point = now(folder);
    point.config = ConfigSince::Edited;
    import(folder);
    folder.writeConfig(folder.config() + "\nport=1");
    const auto plan = to(point, folder);
    QVERIFY(has(plan->findings, "config.duplicate-key"));
    QVERIFY(!plan->applicable());
    QVERIFY(plan->changes.empty());
    // Nobody's edits: then the exact bytes come back, whatever stands there.
    point.config = ConfigSince::Untouched;
    QVERIFY(to(point, folder)->applicable());
}

void TestRollbackPlanner::withheld_changedSince_staysAndIsTold() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    folder.write(folder.profile().slot("key")->target, pemOf(*strangeKey()));
    const RestorePoint point = now(folder);
    import(folder);
    const std::string key = folder.read(folder.profile().slot("key")->target);
    const auto plan = to(point, folder);
    const auto* withheld = bodyOf<check::RollbackWithheld>(plan->findings);
    QVERIFY(withheld != nullptr);
    QCOMPARE(withheld->paths, std::vector<std::string>{folder.slotPath("key")});
    QVERIFY(changeFor(*plan, folder.slotPath("key")) == nullptr);
    m_import.carryOut(*plan);
    QCOMPARE(folder.read(folder.profile().slot("key")->target), key);
}

void TestRollbackPlanner::withheld_stillThere_isSilent() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    folder.write(folder.profile().slot("key")->target, pemOf(*strangeKey()));
    const RestorePoint point = now(folder);
    QVERIFY(!has(to(point, folder)->findings, "rollback.withheld"));
    QVERIFY(m_files->setMode(folder.slotPath("key"), 0600));
    const auto plan = to(point, folder);
    QVERIFY(!has(plan->findings, "rollback.withheld"));
    QCOMPARE(plan->changes.size(), std::size_t{1});
    QVERIFY(plan->changes.front().kind == ChangeKind::SetMode);
}

void TestRollbackPlanner::clearKey_replaced_isTransient() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const RestorePoint point = now(folder);
    folder.write(folder.profile().slot("key")->target, pemOf(*strangeKey()));
    const auto plan = to(point, folder);
    const plan::Change* change = changeFor(*plan, folder.slotPath("key"));
    QVERIFY(change != nullptr && change->keeping == plan::Keeping::Transient);
    // What is there afterwards is encrypted and may be stored.
    for (const plan::KeptPath& kept : plan->kept)
        QVERIFY(kept.keeping == plan::Keeping::Stored);
}

void TestRollbackPlanner::fileOfNoState_atOurPlace_isRemoved() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    RestorePoint point = now(folder);
    std::erase_if(point.files, [&](const auto& file) { return file.path == folder.slotPath("crl"); });
    const auto plan = to(point, folder);
    QCOMPARE(plan->changes.size(), std::size_t{1});
    QVERIFY(plan->changes.front().kind == ChangeKind::RemoveFile);
    QCOMPARE(plan->changes.front().path, folder.slotPath("crl"));
}

void TestRollbackPlanner::fileElsewhere_namedByTheConfig_isRestored() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const std::string elsewhere = "sample/mxVision/streamserver/certs/mine.crt";
    folder.write(elsewhere, pemOf(m_import.leaf()));
    std::string text = folder.config();
    const std::string usual = "server_crt=keys/server.crt";
    text.replace(text.find(usual), usual.size(), "server_crt=certs/mine.crt");
    folder.writeConfig(text);
    const auto then = folder.snapshot();
    const RestorePoint point = now(folder);
    import(folder);
    test::removeAll(folder.at("sample/mxVision/streamserver/certs"));
    const auto plan = to(point, folder);
    QVERIFY(plan && plan->applicable());
    QVERIFY(plan->changes.front().kind == ChangeKind::MakeFolder);
    m_import.carryOut(*plan);
    QCOMPARE(folder.snapshot(), then);
}

void TestRollbackPlanner::state_present_isNothing() {
    const ServiceFolder folder(Service::Aoi);
    import(folder);
    const auto plan = to(now(folder), folder);
    QVERIFY(plan && plan->applicable());
    QVERIFY(plan->changes.empty());
    QVERIFY(has(plan->findings, "rollback.nothing"));
}

void TestRollbackPlanner::state_unproved_isTold() {
    const ServiceFolder folder(Service::Aoi);
    RestorePoint empty = now(folder);
    empty.proved = plan::Proved::No;
    import(folder);
    RestorePoint point = now(folder);
    point.proved = plan::Proved::No;
    import(folder);
    QVERIFY(plan::configuresKey(folder.site(*m_files), point));
    QVERIFY(has(to(point, folder)->findings, "rollback.unproved"));
    // The shipped config names placeholders only: there was nothing to prove.
    QVERIFY(!plan::configuresKey(folder.site(*m_files), empty));
    QVERIFY(!has(to(empty, folder)->findings, "rollback.unproved"));
}

void TestRollbackPlanner::path_outside_isToldAndLeft() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    for (const std::string& path : {folder.brought("other.crt", "x"), folder.at("../brought/other.crt")}) {
        RestorePoint point = now(folder);
        plan::RestoreFile file;
        file.path = path;
        file.present = true;
        file.content = base::toBytes("y");
        point.files.push_back(std::move(file));
        const auto plan = to(point, folder);
        QVERIFY(has(plan->findings, "adopt.outside"));
        QVERIFY(plan->changes.empty());
    }
}

void TestRollbackPlanner::home_another_isLeftAlone() {
    const ServiceFolder folder(Service::Aoi);
    import(folder);
    RestorePoint point = now(folder);
    for (plan::RestoreFile& file : point.files)
        if (files::isBelow(file.path, folder.home()))
            file.path.replace(0, folder.home().size(), "/home/of/another");
    import(folder);
    const auto plan = to(point, folder);
    QVERIFY(has(plan->findings, "adopt.outside"));
    QVERIFY(changeFor(*plan, folder.homeAt("aoi_service/key.bak")) == nullptr);
    QVERIFY(changeFor(*plan, folder.slotPath("key")) != nullptr);
}

void TestRollbackPlanner::target_symlink_blocks() {
    const ServiceFolder folder(Service::StreamServer);
    import(folder);
    const RestorePoint point = now(folder);
    test::removeFile(folder.slotPath("cert"));
    std::filesystem::create_symlink("/etc/passwd", folder.slotPath("cert"));
    const auto plan = to(point, folder);
    QVERIFY(has(plan->findings, "target.symlink"));
    QVERIFY(!plan->applicable());
    QVERIFY(plan->changes.empty());
}

void TestRollbackPlanner::retention_passedOrShort_isTold() {
    const ServiceFolder folder(Service::Aoi);
    import(folder);
    const std::string good = folder.config();
    const std::string key = "ca_retention_time:";
    const auto retaining = [&](const std::string& date) {
        folder.writeConfig(good.substr(0, good.find(key)) + key + " '" + date + " 00:00:00'\n");
        const RestorePoint point = now(folder);
        folder.writeConfig(good);
        return to(point, folder)->findings;
    };
    QVERIFY(has(retaining("2026-01-01"), "retention.passed"));
    QVERIFY(has(retaining("2026-12-01"), "retention.before-certificate"));
}

void TestRollbackPlanner::difference_masksSecrets() {
    const ServiceFolder folder(Service::StreamServer);
    const RestorePoint point = now(folder);
    import(folder);
    const auto plan = to(point, folder);
    bool seen = false;
    for (const plan::DifferenceLine& line : plan->configDifference) {
        QVERIFY(line.text.find("cw1.") == std::string::npos);
        seen = seen || line.text.find("server_key_mm=********") != std::string::npos;
    }
    QVERIFY(seen);
}

QTEST_GUILESS_MAIN(TestRollbackPlanner)
#include "test_rollback_planner.moc"

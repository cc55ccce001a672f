// Why: the main job, whole: from files as people have them to a service that starts, or to nothing changed.
#include <QTest>

#include <filesystem>

#include "core/document/make.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestImportJob : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void import_goodSet_startsTheService_data();
    void import_goodSet_startsTheService();
    void import_aoi_installsAllSlotsAndHomeCopies();
    void import_again_replacesAndKeepsWhatWas();
    void import_withoutCrl_removesTheOldOne();
    void import_configWithoutKeys_addsThem();
    void import_configWithoutFinalNewline_keepsItSo();
    void import_keysFolderOpenToReaders_isClosed();
    void check_tellsWhatWasTaken();
    void check_unknownThings_areErrors();
    void check_missingRoot_isAFindingBesideTheOthers();
    void check_hostFromConfig_andFromRequest();
    void check_retention_isJudged();
    void check_duplicateKey_blocksAndPlanHasNoChanges();
    void check_vendorKeyStore_isLeftUntouched();
    void check_calledTwice_startsAnew();
    void plan_beforeCheck_isRefused();
    void apply_withoutPlan_isRefused();
    void cancel_atEachStage_changesNothing_data();
    void cancel_atEachStage_changesNothing();
};

void TestImportJob::import_goodSet_startsTheService_data() {
    QTest::addColumn<bool>("stream");
    QTest::addColumn<QString>("form");
    for (const bool stream : {true, false}) {
        const std::string name = stream ? "StreamServer" : "AOI";
        for (const char* form : {"pem", "der", "folder", "one file", "pkcs12", "pkcs12 for the key", "pkcs7"})
            QTest::addRow("%s, %s", name.c_str(), form) << stream << form;
    }
}

void TestImportJob::import_goodSet_startsTheService() {
    QFETCH(bool, stream);
    QFETCH(QString, form);
    JobScene scene(stream ? Service::StreamServer : Service::Aoi);
    auto& folder = scene.folder();
    const auto files = scene.goodFiles();
    const auto& leaf = scene.leaf().certificate;
    const auto& sub = scene.sub().certificate;
    const auto& root = scene.root().certificate;
    auto request = scene.request(files);
    if (form == "folder") {
        request = scene.request(std::vector{folder.broughtFolder()});
    } else if (form == "der") {
        request = scene.request({{"ca", folder.brought("d.ca", derText(root.der))},
                                 {"cert", folder.brought("d.crt", derText(leaf.der))},
                                 {"key", files.at("key")},
                                 {"crl", folder.brought("d.crl", derText(makeList(scene.root()).der))}});
        request.paths = {folder.brought("d.sub", derText(sub.der))};
    } else if (form == "one file") {
        request = scene.request(
            std::vector{folder.brought("all", pemOf(scene.root()) + encryptedPem(*serverKey(), "secret") +
                                                  pemOf(scene.leaf()) + pemOf(scene.sub()))});
    } else if (form == "pkcs12") {
        request = scene.request(
            std::vector{folder.brought("b.p12", container(scene.leaf(), {sub, root}, "secret"))});
    } else if (form == "pkcs12 for the key") {
        request = scene.request({{"key", folder.brought("b.p12", container(scene.leaf(), {sub}, "secret"))},
                                 {"ca", files.at("ca")}});
    } else if (form == "pkcs7") {
        request = scene.request(std::vector{
            files.at("key"), folder.brought("chain.p7b", derText(*document::toPkcs7(
                                                             {sub, leaf, root}, {makeList(scene.root())})))});
    }
    const auto outcome = scene.run(request);
    QVERIFY2(outcome, outcome ? "" : std::string(base::errorCodeName(outcome.error().code)).c_str());
    QVERIFY(!outcome->undone);
    QVERIFY(outcome->proof.succeeded());
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QCOMPARE(folder.read(folder.profile().slot("cert")->target), pemOf(scene.leaf()) + pemOf(scene.sub()));
    QCOMPARE(folder.read(folder.profile().slot("ca")->target), pemOf(scene.root()));
}

void TestImportJob::import_aoi_installsAllSlotsAndHomeCopies() {
    JobScene scene(Service::Aoi);
    auto& folder = scene.folder();
    const auto other = makeCa("Platform", otherCaKey());
    auto files = scene.goodFiles();
    files["platform-ca"] = folder.brought("p.crt", pemOf(other));
    files["platform-crl"] = folder.brought("p.crl", pemOf(makeList(other)));
    files["gateway-ca"] = folder.brought("g.crt", pemOf(other));
    auto request = scene.request(files);
    request.retentionDays = 370;
    QVERIFY(scene.run(request));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QCOMPARE(folder.readHome("aoi_service/key.bak"), folder.read("config/crt/server.key"));
    QCOMPARE(folder.homeModeOf("aoi_service/key.hash"), 0400U);
    QCOMPARE(folder.homeModeOf("aoi_service"), 0700U);
    QCOMPARE(folder.modeOf("config/crt/gateway_client_ca.crt"), 0400U);
    QVERIFY(folder.config().find("2027-11-26 12:00:00") != std::string::npos);
}

void TestImportJob::import_again_replacesAndKeepsWhatWas() {
    JobScene scene(Service::StreamServer);
    auto& folder = scene.folder();
    auto files = scene.goodFiles();
    QVERIFY(scene.run(scene.request(files)));
    const std::string store = folder.read(folder.keys() + "/kmc.ks");
    const auto renewed = makeLeaf("server.test", scene.sub(), strangeKey(), 300);
    files["cert"] = folder.brought("new.crt", pemOf(renewed) + pemOf(scene.sub()));
    files["key"] = folder.brought("new.key", encryptedPem(*strangeKey(), "secret"));
    const auto outcome = scene.run(scene.request(files));
    QVERIFY(outcome);
    QCOMPARE(outcome->receipt.written.size(), std::size_t{3});
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    QCOMPARE(folder.read(folder.keys() + "/kmc.ks"), store);
    QVERIFY(folder.exists(".certwright/history/" + outcome->receipt.id + "/entry.json"));
}

void TestImportJob::import_withoutCrl_removesTheOldOne() {
    JobScene scene(Service::StreamServer);
    auto& folder = scene.folder();
    auto files = scene.goodFiles();
    QVERIFY(scene.run(scene.request(files)));
    QVERIFY(folder.exists(folder.profile().slot("crl")->target));
    files.erase("crl");
    const auto outcome = scene.run(scene.request(files));
    QVERIFY(outcome);
    QCOMPARE(outcome->receipt.removed, std::vector<std::string>{folder.slotPath("crl")});
    QVERIFY(!folder.exists(folder.profile().slot("crl")->target));
    QVERIFY(folder.config().find("\ncrl=\n") != std::string::npos);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestImportJob::import_configWithoutKeys_addsThem() {
    JobScene scene(Service::StreamServer);
    scene.folder().writeConfig("port=8080\r\nlog_dir=logs\r\n");
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    QVERIFY(scene.folder().config().starts_with(
        "port=8080\r\nlog_dir=logs\r\nserver_crt=keys/server.crt\r\nserver_key=keys/server.key\r\n"));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestImportJob::import_configWithoutFinalNewline_keepsItSo() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    QVERIFY(scene.folder().config().ends_with("rotate_file_number=50"));
}

void TestImportJob::import_keysFolderOpenToReaders_isClosed() {
    JobScene scene(Service::StreamServer);
    scene.folder().makeFolder(scene.folder().keys(), 0755);
    QVERIFY(has(scene.check(scene.request(scene.goodFiles()))->findings, "target.folder-mode"));
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    QCOMPARE(scene.folder().modeOf(scene.folder().keys()), 0700U);
}

void TestImportJob::check_tellsWhatWasTaken() {
    JobScene scene(Service::StreamServer);
    const auto files = scene.goodFiles();
    const auto checked = scene.check(scene.request(std::vector{scene.folder().broughtFolder()}));
    QVERIFY(checked);
    std::map<std::string, std::string> taken;
    for (const auto& selected : checked->selected)
        taken[selected.slot] = selected.path;
    QCOMPARE(taken, files);
    QVERIFY(checked->path.complete);
    QCOMPARE(checked->path.certificates.size(), std::size_t{2});
    QVERIFY(!check::blocks(checked->findings));
}

void TestImportJob::check_unknownThings_areErrors() {
    JobScene scene(Service::Aoi);
    auto request = scene.request(scene.goodFiles());
    request.service = "nothing";
    QCOMPARE(scene.check(request).error().code, base::ErrorCode::ProfileUnknown);
    request = scene.request(scene.goodFiles());
    request.root.clear();
    QCOMPARE(scene.check(request).error().code, base::ErrorCode::RootUnknown);
    request = scene.request(scene.goodFiles());
    request.home.clear();
    QCOMPARE(scene.check(request).error().code, base::ErrorCode::InvalidArgument);
    request = scene.request(std::map<std::string, std::string>{{"no-slot", "x"}});
    QCOMPARE(scene.check(request).error().subject, std::string("no-slot"));
    request = scene.request(scene.goodFiles());
    request.retentionDays = 2001;
    QCOMPARE(scene.check(request).error().code, base::ErrorCode::InvalidArgument);
}

void TestImportJob::check_missingRoot_isAFindingBesideTheOthers() {
    JobScene scene(Service::StreamServer);
    auto files = scene.goodFiles();
    files.erase("ca");
    auto request = scene.request(files);
    request.root = scene.folder().at("nowhere");
    job::ImportJob job(scene.environment(), request);
    Passwords passwords({"secret"});
    const auto checked = job.check(passwords);
    QVERIFY(has(checked->findings, "root.missing"));
    QVERIFY(has(checked->findings, "slot.missing"));
    const auto plan = job.plan();
    QVERIFY(plan && !plan->applicable() && plan->changes.empty());
}

void TestImportJob::check_hostFromConfig_andFromRequest() {
    JobScene scene(Service::Aoi);
    auto request = scene.request(scene.goodFiles());
    QVERIFY(!has(scene.check(request)->findings, "certificate.host-mismatch"));
    request.host = "elsewhere.test";
    QVERIFY(has(scene.check(request)->findings, "certificate.host-mismatch"));
    request.host.reset();
    scene.folder().writeConfig("check_cert_holder:\n  host_name: other.test\n");
    QVERIFY(has(scene.check(request)->findings, "certificate.host-mismatch"));
    scene.folder().writeConfig("check_cert_holder:\n  enable: false\n  host_name: other.test\n");
    QVERIFY(!has(scene.check(request)->findings, "certificate.host-mismatch"));
}

void TestImportJob::check_retention_isJudged() {
    JobScene scene(Service::Aoi);
    auto request = scene.request(scene.goodFiles());
    QVERIFY(!has(scene.check(request)->findings, "retention.before-certificate"));
    request.retentionDays = 364;
    QVERIFY(has(scene.check(request)->findings, "retention.before-certificate"));
    request.retentionDays = 400;
    QVERIFY(has(scene.check(request)->findings, "retention.after-certificate"));
}

void TestImportJob::check_duplicateKey_blocksAndPlanHasNoChanges() {
    JobScene scene(Service::StreamServer);
    scene.folder().writeConfig("port=1\nport=2\n");
    const auto before = scene.folder().snapshot();
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords passwords({"secret"});
    QVERIFY(has(job.check(passwords)->findings, "config.duplicate-key"));
    QVERIFY(job.plan()->changes.empty());
    QCOMPARE(job.apply().error().code, base::ErrorCode::PlanBlocked);
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestImportJob::check_vendorKeyStore_isLeftUntouched() {
    JobScene scene(Service::StreamServer);
    auto& folder = scene.folder();
    const auto mark = base::fromHex("5f64978d194f89cfa83f8ee1db013c0c88424a1cb7fcad704e4513a51446716c");
    folder.write(folder.keys() + "/kmc.ks", derText(*mark));
    const auto before = folder.snapshot();
    QVERIFY(has(scene.check(scene.request(scene.goodFiles()))->findings, "key-store.foreign"));
    QCOMPARE(scene.run(scene.request(scene.goodFiles())).error().code, base::ErrorCode::PlanBlocked);
    QCOMPARE(folder.snapshot(), before);
}

void TestImportJob::check_calledTwice_startsAnew() {
    JobScene scene(Service::StreamServer);
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords wrong({"wrong"}, 1);
    QVERIFY(check::blocks(job.check(wrong)->findings));
    QVERIFY(!job.plan()->applicable());
    Passwords right({"secret"});
    QVERIFY(!check::blocks(job.check(right)->findings));
    QVERIFY(job.plan()->applicable());
    QVERIFY(job.plan()->applicable());
    QVERIFY(job.apply());
}

void TestImportJob::plan_beforeCheck_isRefused() {
    JobScene scene(Service::StreamServer);
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    QCOMPARE(job.plan().error().code, base::ErrorCode::InvalidArgument);
}

void TestImportJob::apply_withoutPlan_isRefused() {
    JobScene scene(Service::StreamServer);
    job::ImportJob job(scene.environment(), scene.request(scene.goodFiles()));
    Passwords passwords({"secret"});
    QVERIFY(job.check(passwords));
    QCOMPARE(job.apply().error().code, base::ErrorCode::PlanBlocked);
}

void TestImportJob::cancel_atEachStage_changesNothing_data() {
    QTest::addColumn<int>("step");
    using base::Step;
    for (const Step step : {Step::Load, Step::Open, Step::Check, Step::Plan, Step::Stage, Step::Journal})
        QTest::addRow("%d", static_cast<int>(step)) << static_cast<int>(step);
}

void TestImportJob::cancel_atEachStage_changesNothing() {
    QFETCH(int, step);
    JobScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    scene.progress().stopAt(static_cast<base::Step>(step));
    QCOMPARE(scene.run(scene.request(scene.goodFiles())).error().code, base::ErrorCode::Cancelled);
    QCOMPARE(scene.folder().snapshot(), before);
    const auto single = scene.request(std::vector{
        scene.folder().brought("b.p12", container(scene.leaf(), {scene.sub().certificate}, "secret"))});
    QVERIFY(!scene.run(single));
    QCOMPARE(scene.folder().snapshot(), before);
}

QTEST_GUILESS_MAIN(TestImportJob)
#include "test_import_job.moc"

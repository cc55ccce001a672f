// Why: an installation that somebody else made is taken as it is: not a byte, not a mode of it changes.
#include <QTest>

#include <filesystem>

#include "core/job/adopt.h"
#include "core/vault/key_store.h"
#include "tests/core/job/past_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;
using base::ErrorCode;

class TestAdopt : public QObject {
    Q_OBJECT

  private:
    static base::Result<plan::Plan> plan(JobScene& scene) {
        job::AdoptJob job(scene.environment(),
                          {scene.folder().id(), scene.folder().root(), scene.folder().home()});
        return job.plan();
    }
    // vendorInstall makes what the vendor's script leaves: foreign key stores, a foreign sealed value.
    static void vendorInstall(JobScene& scene);
    static void setValue(const ServiceFolder& folder, const std::string& key, const std::string& value);

  private Q_SLOTS:
    void adopt_vendorInstall_changesNothing();
    void adopt_importedWithoutHistory_isProved();
    void adopt_emptyService_isStored();
    void adopt_twice_doesNothing();
    void adopt_afterAnImport_doesNothing();
    void adopt_clearKey_isNotStored();
    void adopt_fileOutside_isTold();
    void adopt_symlinkedFile_isToldAndLeftOut();
    void adopt_unsafeFolderOrNoConfig_isRefused();
    void adopt_brokenConfig_isStoredAllTheSame();
    void adopt_aoiWithoutHomeFolder_makesNone();
};

void TestAdopt::setValue(const ServiceFolder& folder, const std::string& key, const std::string& value) {
    std::string text = folder.config();
    const std::string line = "\n" + key + "=";
    text.insert(text.find(line) + line.size(), value);
    folder.writeConfig(text);
}

void TestAdopt::vendorInstall(JobScene& scene) {
    const ServiceFolder& folder = scene.folder();
    folder.makeFolder(folder.keys(), 0700);
    folder.write(folder.keys() + "/ca.crt", pemOf(scene.root()));
    folder.write(folder.keys() + "/server.crt", pemOf(scene.leaf()) + pemOf(scene.sub()));
    folder.write(folder.keys() + "/server.key", encryptedPem(*serverKey(), "vendor's own"));
    folder.write(folder.keys() + "/ca.crl", pemOf(makeList(scene.root())));
    const auto mark = base::fromHex("5f64978d194f89cfa83f8ee1db013c0c88424a1cb7fcad704e4513a51446716c");
    const std::string store = std::string(base::textOf(*mark)) + std::string(2000, 'v');
    folder.write(folder.profile().keyStore.primary, store, 0600);
    folder.write(folder.profile().keyStore.standby, store, 0600);
    setValue(folder, "server_crt", "keys/server.crt");
    setValue(folder, "server_key", "keys/server.key");
    setValue(folder, "ca_crt", "keys/ca.crt");
    setValue(folder, "crl", "keys/ca.crl");
    setValue(folder, "server_key_mm", "AAAAAgAAAAAAAAAAAAAAAQAAAAkd");
}

void TestAdopt::adopt_vendorInstall_changesNothing() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    const auto before = scene.folder().snapshot();
    const auto planned = plan(scene);
    QVERIFY(planned && planned->applicable());
    QVERIFY(planned->changes.empty());
    QVERIFY(has(planned->findings, "vendor.not-checked"));
    QCOMPARE(scene.folder().snapshot(), before);
    const std::string id = scene.adopt();
    QVERIFY(!id.empty());
    QCOMPARE(scene.folder().snapshot(), before);
    const auto history = scene.history();
    QCOMPARE(history.entries.size(), std::size_t{1});
    const apply::Entry& entry = history.entries.front();
    QVERIFY(entry.operation == plan::Operation::Adopt);
    QVERIFY(entry.proof.outcome == apply::ProofOutcome::NotMade);
    QVERIFY(has(entry.findings, "vendor.not-checked"));
    for (const apply::StateFile& file : entry.state)
        QVERIFY(file.present);
    // What is spoilt by hand afterwards comes back, key stores included.
    test::removeFile(scene.folder().at(scene.folder().profile().keyStore.primary));
    scene.folder().write(scene.folder().keys() + "/ca.crt", "spoilt", 0644);
    const auto outcome = scene.rollback({id});
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestAdopt::adopt_importedWithoutHistory_isProved() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        PastScene scene(service);
        QVERIFY(!scene.import(Leaf::First, List::With).empty());
        test::removeAll(scene.stateFolder());
        const auto before = scene.folder().snapshot();
        QVERIFY(!scene.adopt().empty());
        QCOMPARE(scene.folder().snapshot(), before);
        QVERIFY(scene.history().entries.front().proof.outcome == apply::ProofOutcome::Passed);
    }
}

void TestAdopt::adopt_emptyService_isStored() {
    PastScene scene(Service::StreamServer);
    const auto before = scene.folder().snapshot();
    const auto planned = plan(scene);
    QVERIFY(planned && planned->applicable());
    QVERIFY(!scene.adopt().empty());
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestAdopt::adopt_twice_doesNothing() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    const std::string id = scene.adopt();
    const auto planned = plan(scene);
    const auto* already = bodyOf<check::AdoptedAlready>(planned->findings);
    QVERIFY(already != nullptr);
    QCOMPARE(already->id, id);
    QCOMPARE(scene.adopt(), std::string{});
    QCOMPARE(scene.history().entries.size(), std::size_t{1});
}

void TestAdopt::adopt_afterAnImport_doesNothing() {
    PastScene scene(Service::StreamServer);
    scene.import(Leaf::First, List::With);
    QVERIFY(has(plan(scene)->findings, "adopt.already"));
}

void TestAdopt::adopt_clearKey_isNotStored() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    const std::string key = pemOf(*serverKey());
    scene.folder().write(scene.folder().keys() + "/server.key", key);
    QVERIFY(has(plan(scene)->findings, "adopt.clear-key"));
    const std::string id = scene.adopt();
    const std::string state = scene.stateFolder() + "/history/" + id + "/state";
    const auto stored = scene.files().read(state, 1 << 20, files::Links::Refuse);
    QVERIFY(stored);
    QVERIFY(base::textOf(*stored).find("BEGIN PRIVATE KEY") == std::string_view::npos);
    QVERIFY(base::textOf(*stored).find("BEGIN CERTIFICATE") != std::string_view::npos);
    scene.folder().write(scene.folder().keys() + "/server.key", encryptedPem(*serverKey(), "x"));
    QVERIFY(has(scene.rollbackPlan({id})->findings, "rollback.nothing"));
    QVERIFY(has(scene.rollbackPlan({id})->findings, "rollback.withheld"));
}

void TestAdopt::adopt_fileOutside_isTold() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    const std::string outside = scene.folder().brought("shared-ca.crt", pemOf(scene.root()));
    std::string text = scene.folder().config();
    const std::string usual = "ca_crt=keys/ca.crt";
    text.replace(text.find(usual), usual.size(), "ca_crt=" + outside);
    scene.folder().writeConfig(text);
    const auto planned = plan(scene);
    QVERIFY(planned && planned->applicable());
    QVERIFY(has(planned->findings, "adopt.outside"));
    QVERIFY(!scene.adopt().empty());
}

void TestAdopt::adopt_symlinkedFile_isToldAndLeftOut() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    const std::string cert = scene.folder().slotPath("cert");
    std::filesystem::rename(cert, cert + ".real");
    std::filesystem::create_symlink("server.crt.real", cert);
    const auto before = scene.folder().snapshot();
    const auto planned = plan(scene);
    QVERIFY(planned && planned->applicable());
    QVERIFY(has(planned->findings, "target.symlink"));
    for (const plan::KeptPath& kept : planned->kept)
        QVERIFY(kept.path != cert);
    QVERIFY(!scene.adopt().empty());
    QCOMPARE(scene.folder().snapshot(), before);
}

void TestAdopt::adopt_unsafeFolderOrNoConfig_isRefused() {
    PastScene scene(Service::StreamServer);
    vendorInstall(scene);
    QVERIFY(scene.files().setMode(scene.folder().at(scene.folder().keys()), 0777));
    QVERIFY(!plan(scene)->applicable());
    QCOMPARE(scene.adopt(), std::string{});
    QVERIFY(scene.files().setMode(scene.folder().at(scene.folder().keys()), 0700));
    QVERIFY(plan(scene)->applicable());
    test::removeFile(scene.folder().configPath());
    QVERIFY(has(plan(scene)->findings, "config.missing"));
    QVERIFY(!plan(scene)->applicable());
}

void TestAdopt::adopt_brokenConfig_isStoredAllTheSame() {
    PastScene scene(Service::Aoi);
    scene.folder().writeConfig("cert: [\n");
    const auto planned = plan(scene);
    QVERIFY(planned && planned->applicable());
    QVERIFY(has(planned->findings, "config.uneditable"));
    QVERIFY(!scene.adopt().empty());
}

void TestAdopt::adopt_aoiWithoutHomeFolder_makesNone() {
    PastScene scene(Service::Aoi);
    QVERIFY(!scene.adopt().empty());
    QVERIFY(!std::filesystem::exists(scene.folder().homeAt("aoi_service")));
}

QTEST_GUILESS_MAIN(TestAdopt)
#include "test_adopt.moc"

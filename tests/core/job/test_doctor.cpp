// Why: every fault that has a safe answer is found, mended in one transaction, and not found again; and not
// one other octet of the tree changes.
#include <QTest>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <set>

#include "core/apply/history.h"
#include "core/job/doctor_job.h"
#include "core/vault/builtin_vault.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"
#include "tests/support/utf8_path.h"

using namespace certwright;
using namespace certwright::test;
namespace stdfs = std::filesystem;

using Spoil = std::function<void(ServiceFolder&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

constexpr auto streamserver = Service::StreamServer;
constexpr auto aoi = Service::Aoi;

void replaceInConfig(const ServiceFolder& folder, const std::string& from, const std::string& to) {
    std::string text = folder.config();
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("not in the config: %s", from.c_str());
    folder.writeConfig(text.replace(at, from.size(), to));
}

void writeHome(const ServiceFolder& folder, const std::string& name, const std::string& content,
               unsigned mode = 0400) {
    const std::string path = folder.homeAt("aoi_service/" + name);
    test::removeFile(path);
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(content)) < 0)
        qFatal("cannot write %s", path.c_str());
    file.close();
    setMode(path, mode);
}

// otherStore is a whole key store of another master key.
std::string otherStore() {
    SeededRandom random(99);
    const auto vault = vault::BuiltinVault::create(random, secret::SecretAccess::grant());
    return std::string(base::textOf((*vault)->content()));
}

// Expectation: the tree is as before the fault, or only its shape is known.
enum class Then { AsBefore, Otherwise };

void row(const char* name, Service service, const char* codes, Spoil spoil, Then then = Then::AsBefore) {
    QTest::newRow(name) << static_cast<int>(service) << QByteArray(codes) << std::move(spoil)
                        << static_cast<int>(then);
}

void rowsOfPlaces() {
    row("certificate readable", streamserver, "installed.mode",
        [](ServiceFolder& f) { setMode(f.slotPath("cert"), 0444); });
    row("keys folder open", streamserver, "installed.mode target.folder-writable",
        [](ServiceFolder& f) { setMode(f.at(f.keys()), 0777); });
    row("keys folder readable, key writable", aoi, "installed.mode", [](ServiceFolder& f) {
        setMode(f.at(f.keys()), 0755);
        setMode(f.slotPath("key"), 0666);
    });
    row("folder on the way writable", streamserver, "target.folder-writable",
        [](ServiceFolder& f) { setMode(f.at("sample"), 0720); }); // 0700 before
    row("root writable, and a file to be mended below", streamserver, "target.folder-writable installed.mode",
        [](ServiceFolder& f) {
            setMode(f.root(), 0722);
            setMode(f.slotPath("ca"), 0644);
        });
    row("config writable", streamserver, "installed.mode",
        [](ServiceFolder& f) { setMode(f.configPath(), 0622); });
    row("key stores readable", aoi, "installed.mode", [](ServiceFolder& f) {
        setMode(f.at(f.profile().keyStore.primary), 0444);
        setMode(f.at(f.profile().keyStore.standby), 0440);
    });
    row("home copies readable, their folder writable", aoi, "installed.mode target.folder-writable",
        [](ServiceFolder& f) {
            setMode(f.homeAt("aoi_service/key.bak"), 0644);
            setMode(f.homeAt("aoi_service"), 0720); // 0700 before
        });
}

void rowsOfLinks() {
    row(
        "key with a second name", streamserver, "target.hard-link",
        [](ServiceFolder& f) { stdfs::create_hard_link(f.slotPath("key"), f.at("elsewhere")); },
        Then::Otherwise);
    row(
        "config with a second name and a key twice", streamserver, "target.hard-link config.duplicate-key",
        [](ServiceFolder& f) {
            f.writeConfig(f.config() + "\nport=8080");
            stdfs::create_hard_link(f.configPath(), f.at("elsewhere"));
        },
        Then::Otherwise);
}

void rowsOfLeftovers() {
    const auto leave = [](const char* name, const std::string& content, unsigned mode) {
        return [=](ServiceFolder& f) { f.write(f.keys() + "/" + name, content, mode); };
    };
    row("clear key in a backup", streamserver, "doctor.leftover",
        leave("server.key.bak", pemOf(*serverKey()), 0644), Then::Otherwise);
    row("encrypted key, numbered", aoi, "doctor.leftover",
        leave("server.key.1", encryptedPem(*serverKey(), "x"), 0640), Then::Otherwise);
    row("key store in a backup", streamserver, "doctor.leftover", leave("kmc.ks.old", otherStore(), 0444),
        Then::Otherwise);
    row(
        "config beside the config", streamserver, "doctor.leftover",
        [](ServiceFolder& f) { f.write("config/.streamserver.conf.swp", "b0VIM server_key_mm=cw1.x", 0644); },
        Then::Otherwise);
    row(
        "key in the home folder", aoi, "doctor.leftover",
        [](ServiceFolder& f) { writeHome(f, "key.bak~", encryptedPem(*serverKey(), "x"), 0644); },
        Then::Otherwise);
}

void rowsOfSecrets() {
    row("standby missing", streamserver, "key-store.repaired",
        [](ServiceFolder& f) { test::removeFile(f.at(f.profile().keyStore.standby)); });
    row("primary damaged", aoi, "key-store.repaired",
        [](ServiceFolder& f) { f.write(f.profile().keyStore.primary, "damaged"); });
    row("standby of another master key", streamserver, "doctor.key-stores-differ",
        [](ServiceFolder& f) { f.write(f.profile().keyStore.standby, otherStore()); });
    row("primary of another master key", aoi, "doctor.key-stores-differ installed.seal proof.failed",
        [](ServiceFolder& f) { f.write(f.profile().keyStore.primary, otherStore()); });
    row("backup of the key missing", aoi, "installed.missing",
        [](ServiceFolder& f) { test::removeFile(f.homeAt("aoi_service/key.bak")); });
    row("backup is another key, hash of another", aoi, "installed.backup installed.hash",
        [](ServiceFolder& f) {
            writeHome(f, "key.bak", "another");
            writeHome(f, "key.hash", std::string(64, '0'));
        });
    row("home folder gone", aoi, "installed.missing",
        [](ServiceFolder& f) { test::removeAll(f.homeAt("aoi_service")); });
}

void rowsOfConfig() {
    row("key twice, same value", streamserver, "config.duplicate-key",
        [](ServiceFolder& f) { f.writeConfig(f.config() + "\nPORT = 8080"); });
    row("CA not configured", streamserver, "installed.not-configured chain.issuer-missing proof.failed",
        [](ServiceFolder& f) { replaceInConfig(f, "ca_crt=keys/ca.crt", "ca_crt="); });
    row("CA configured elsewhere", streamserver,
        "installed.missing installed.not-configured chain.issuer-missing proof.failed",
        [](ServiceFolder& f) { replaceInConfig(f, "ca_crt=keys/ca.crt", "ca_crt=certs/ca.pem"); });
    row(
        "key not configured", aoi, "installed.not-configured proof.failed",
        [](ServiceFolder& f) { replaceInConfig(f, "key: config/crt/server.key", "key: \"\""); },
        Then::Otherwise);
    row(
        "CRL configured, but not there", streamserver, "installed.missing proof.failed",
        [](ServiceFolder& f) { test::removeFile(f.slotPath("crl")); }, Then::Otherwise);
    row("key twice and value elsewhere", streamserver,
        "config.duplicate-key installed.missing installed.not-configured chain.issuer-missing proof.failed",
        [](ServiceFolder& f) {
            replaceInConfig(f, "ca_crt=keys/ca.crt", "ca_crt=certs/ca.pem");
            f.writeConfig(f.config() + "\ncrl=keys/ca.crl");
        });
}

void rowsOfSeveral() {
    row(
        "everything at once", aoi,
        "installed.mode target.folder-writable doctor.leftover key-store.repaired installed.hash",
        [](ServiceFolder& f) {
            setMode(f.at(f.keys()), 0777);
            for (const char* slot : {"ca", "cert", "key", "crl"})
                setMode(f.slotPath(slot), 0666);
            f.write(f.keys() + "/old.pem~", pemOf(*serverKey()), 0666);
            test::removeFile(f.at(f.profile().keyStore.primary));
            writeHome(f, "key.hash", "x", 0644);
        },
        Then::Otherwise);
}

} // namespace

class TestDoctor : public QObject {
    Q_OBJECT

  private:
    static base::Result<job::Doctored> look(JobScene& scene) {
        auto world = scene.environment();
        const auto service =
            job::openService(world, scene.folder().id(), scene.folder().root(), scene.folder().home());
        if (!service)
            return tl::unexpected(service.error());
        return job::diagnose(world, *service);
    }
    static std::set<std::string> codes(const job::Doctored& doctored) {
        std::set<std::string> found;
        for (const auto& [finding, mending] : doctored.findings)
            if (finding.severity != check::Severity::Note)
                found.emplace(check::codeOf(finding));
        found.erase("key.small"); // 2048 bits are made in half the time
        return found;
    }
    static base::Result<job::Outcome> repair(JobScene& scene, plan::Plan* shown = nullptr) {
        const ServiceFolder& folder = scene.folder();
        job::RepairJob repair(scene.environment(), {folder.id(), folder.root(), folder.home()});
        auto plan = repair.plan();
        if (!plan)
            return tl::unexpected(plan.error());
        if (shown != nullptr)
            *shown = std::move(*plan);
        return repair.apply();
    }
    static QStringList listed(const std::set<std::string>& codes) {
        QStringList list;
        for (const std::string& code : codes)
            list << QString::fromStdString(code);
        return list;
    }
    static bool install(JobScene& scene) {
        const auto outcome = scene.run(scene.request(scene.goodFiles()));
        return outcome && !outcome->undone;
    }

  private Q_SLOTS:
    void diagnose_goodSet_findsNothing();
    void repair_fault_isFoundMendedAndGone_data();
    void repair_fault_isFoundMendedAndGone();
    void repair_goodSet_changesNothing();
    void repair_clearKey_isEncryptedUnderTheSamePassphrase();
    void repair_clearKeyWithoutPassphrase_getsANewOne();
    void repair_noSafeAnswer_staysAndIsCounted_data();
    void repair_noSafeAnswer_staysAndIsCounted();
    void repair_vendorsKeyStores_areNeverTouched();
    void repair_filesDeletedByTheService_keepsTheConfig();
    void repair_linkedFolder_isLeftAlone();
    void repair_failingWrite_changesNothing();
    void repair_asRootForAnother_givesFilesBack();
    void diagnose_withoutHome_isToldInWords();
};

void TestDoctor::diagnose_goodSet_findsNothing() {
    for (const Service service : {streamserver, aoi}) {
        JobScene scene(service);
        QVERIFY(install(scene));
        const auto before = scene.folder().snapshot();
        const auto doctored = look(scene);
        QVERIFY(doctored);
        QCOMPARE(listed(codes(*doctored)), QStringList());
        QVERIFY(doctored->proof.succeeded() && !doctored->blocks());
        QCOMPARE(scene.folder().snapshot(), before);
    }
}

void TestDoctor::repair_fault_isFoundMendedAndGone_data() {
    QTest::addColumn<int>("service");
    QTest::addColumn<QByteArray>("codes");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<int>("then");
    rowsOfPlaces();
    rowsOfLinks();
    rowsOfLeftovers();
    rowsOfSecrets();
    rowsOfConfig();
    rowsOfSeveral();
}

void TestDoctor::repair_fault_isFoundMendedAndGone() {
    QFETCH(int, service);
    QFETCH(QByteArray, codes);
    QFETCH(Spoil, spoil);
    QFETCH(int, then);
    JobScene scene(static_cast<Service>(service));
    QVERIFY(install(scene));
    const auto good = scene.folder().snapshot();
    spoil(scene.folder());
    const auto spoilt = scene.folder().snapshot();
    const auto found = look(scene);
    QVERIFY(found);
    QStringList wanted = QString::fromUtf8(codes).split(' ', Qt::SkipEmptyParts);
    wanted.sort();
    QCOMPARE(listed(TestDoctor::codes(*found)), wanted);
    for (const auto& [finding, mending] : found->findings)
        QVERIFY2(mending == job::Mending::Automatic || check::codeOf(finding) == "key.small",
                 std::string(check::codeOf(finding)).c_str());
    QCOMPARE(scene.folder().snapshot(), spoilt);

    plan::Plan plan;
    const auto outcome = repair(scene, &plan);
    QVERIFY(outcome && !outcome->undone);
    QVERIFY(outcome->proof.succeeded());
    const auto after = look(scene);
    QVERIFY(after);
    QCOMPARE(listed(TestDoctor::codes(*after)), QStringList());
    if (static_cast<Then>(then) == Then::AsBefore) {
        QCOMPARE(scene.folder().snapshot(), good);
        return;
    }
    // What the plan does not name is as it was.
    std::set<std::string> named;
    for (const plan::Change& change : plan.changes)
        named.insert(change.path);
    const auto unnamed = [&named](std::vector<std::string> lines) {
        std::erase_if(
            lines, [&](const std::string& line) { return named.contains(line.substr(0, line.find(' '))); });
        return lines;
    };
    QCOMPARE(unnamed(scene.folder().snapshot()), unnamed(spoilt));
}

void TestDoctor::repair_goodSet_changesNothing() {
    JobScene scene(aoi);
    QVERIFY(install(scene));
    job::RepairJob repair(scene.environment(),
                          {scene.folder().id(), scene.folder().root(), scene.folder().home()});
    const auto plan = repair.plan();
    QVERIFY(plan);
    QVERIFY(plan->changes.empty());
    QCOMPARE(plan->operation, plan::Operation::Repair);
}

void TestDoctor::repair_clearKey_isEncryptedUnderTheSamePassphrase() {
    for (const Service service : {streamserver, aoi}) {
        JobScene scene(service);
        QVERIFY(install(scene));
        const ServiceFolder& folder = scene.folder();
        const std::string clear = pemOf(*serverKey());
        folder.write(folder.profile().slot("key")->target, clear);
        if (service == aoi)
            writeHome(folder, "key.bak", clear);
        const std::string config = folder.config();
        plan::Plan plan;
        const auto outcome = repair(scene, &plan);
        QVERIFY(outcome && outcome->proof.succeeded());
        QCOMPARE(folder.config(), config);
        QVERIFY(folder.read(folder.profile().slot("key")->target).starts_with("-----BEGIN ENCRYPTED"));
        QCOMPARE(listed(codes(*look(scene))), QStringList());
        for (const plan::Change& change : plan.changes)
            QCOMPARE(change.keeping,
                     change.path.ends_with(".hash") ? plan::Keeping::Stored : plan::Keeping::Transient);
        // Nowhere below the folder, history included, is a key without encryption left.
        for (const auto& entry : stdfs::recursive_directory_iterator(folder.root()))
            if (entry.is_regular_file()) {
                QFile file(QString::fromStdString(test::utf8Of(entry.path())));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(!file.readAll().contains(clear.substr(100, 60).c_str()),
                         test::utf8Of(entry.path()).c_str());
            }
    }
}

void TestDoctor::repair_clearKeyWithoutPassphrase_getsANewOne() {
    for (const bool storesThere : {true, false}) {
        JobScene scene(aoi);
        QVERIFY(install(scene));
        const ServiceFolder& folder = scene.folder();
        folder.write(folder.profile().slot("key")->target, pemOf(*serverKey()));
        replaceInConfig(folder, "key_mm: cw1.", "key_mm: cw1.AAAA");
        if (!storesThere) {
            test::removeFile(folder.at(folder.profile().keyStore.primary));
            test::removeFile(folder.at(folder.profile().keyStore.standby));
        }
        const std::string store = folder.read(folder.profile().keyStore.primary);
        plan::Plan plan;
        const auto outcome = repair(scene, &plan);
        QVERIFY(outcome && outcome->proof.succeeded());
        QVERIFY(has(plan.findings, "protector.builtin"));
        QVERIFY(!plan.configDifference.empty());
        QCOMPARE(listed(codes(*look(scene))), QStringList());
        QVERIFY(!storesThere || folder.read(folder.profile().keyStore.primary) == store);
    }
}

void TestDoctor::repair_noSafeAnswer_staysAndIsCounted_data() {
    QTest::addColumn<int>("service");
    QTest::addColumn<QByteArray>("codes");
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<int>("then");
    row("CA is a link", streamserver, "installed.unreadable chain.issuer-missing proof.failed target.symlink",
        [](ServiceFolder& f) {
            stdfs::rename(f.slotPath("ca"), f.at("ca.real"));
            stdfs::create_symlink(f.at("ca.real"), f.slotPath("ca"));
        });
    row("config is a link", streamserver, "proof.failed target.symlink", [](ServiceFolder& f) {
        stdfs::rename(f.configPath(), f.at("real.conf"));
        stdfs::create_symlink(f.at("real.conf"), f.configPath());
    });
    row("config missing", streamserver, "config.missing proof.failed",
        [](ServiceFolder& f) { test::removeFile(f.configPath()); });
    row("config without form", streamserver, "proof.failed installed.not-configured installed.seal",
        [](ServiceFolder& f) { f.writeConfig(std::string("\0\xFF\xFE[\n=\n", 7)); });
    row("config is a folder", aoi, "proof.failed target.not-regular", [](ServiceFolder& f) {
        test::removeFile(f.configPath());
        stdfs::create_directory(f.configPath());
    });
    row("YAML without form", aoi, "config.uneditable proof.failed",
        [](ServiceFolder& f) { f.writeConfig("cert: [unclosed\n"); });
    row("key twice, values differ", streamserver, "config.duplicate-key",
        [](ServiceFolder& f) { f.writeConfig(f.config() + "\nport=1"); });
    row("key under another passphrase", streamserver, "installed.passphrase proof.failed",
        [](ServiceFolder& f) {
            f.write(f.profile().slot("key")->target, encryptedPem(*serverKey(), "other"));
        });
    row("certificate missing", streamserver, "installed.missing proof.failed",
        [](ServiceFolder& f) { test::removeFile(f.slotPath("cert")); });
    row("both key stores damaged", streamserver, "key-store.damaged proof.failed", [](ServiceFolder& f) {
        f.write(f.profile().keyStore.primary, "damaged");
        f.write(f.profile().keyStore.standby, "damaged");
    });
    row("retention passed", aoi, "retention.passed",
        [](ServiceFolder& f) { replaceInConfig(f, "2027-11-21 12:00:00", "2026-01-01 00:00:00"); });
    row("retention before the certificate", aoi, "retention.before-certificate",
        [](ServiceFolder& f) { replaceInConfig(f, "2027-11-21 12:00:00", "2027-01-01 00:00:00"); });
}

void TestDoctor::repair_noSafeAnswer_staysAndIsCounted() {
    QFETCH(int, service);
    QFETCH(QByteArray, codes);
    QFETCH(Spoil, spoil);
    JobScene scene(static_cast<Service>(service));
    QVERIFY(install(scene));
    spoil(scene.folder());
    setMode(scene.folder().slotPath("crl"), 0640); // something that can be mended
    const auto spoilt = scene.folder().snapshot();
    const auto found = look(scene);
    QVERIFY(found);
    const auto all = TestDoctor::codes(*found);
    for (const QString& code : QString::fromUtf8(codes).split(' '))
        QVERIFY2(all.contains(code.toStdString()), qPrintable(listed(all).join(' ')));
    for (const auto& [finding, mending] : found->findings) {
        const bool isMode = check::codeOf(finding) == "installed.mode";
        QCOMPARE(mending, isMode ? job::Mending::Automatic : job::Mending::ByHand);
    }
    plan::Plan plan;
    const auto outcome = repair(scene, &plan);
    // A config that names nothing leaves no file whose mode would matter.
    if (plan.changes.empty()) {
        QCOMPARE(scene.folder().snapshot(), spoilt);
        return;
    }
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(plan.changes.size(), std::size_t{1});
    QVERIFY(bodyOf<check::NotRepairable>(plan.findings)->count >= QString::fromUtf8(codes).split(' ').size());
    setMode(scene.folder().slotPath("crl"), 0640);
    QCOMPARE(scene.folder().snapshot(), spoilt);
}

void TestDoctor::repair_vendorsKeyStores_areNeverTouched() {
    for (const bool clearKey : {false, true}) {
        JobScene scene(streamserver);
        QVERIFY(install(scene));
        const ServiceFolder& folder = scene.folder();
        const auto mark = base::fromHex("5f64978d194f89cfa83f8ee1db013c0c88424a1cb7fcad704e4513a51446716c");
        const std::string store = std::string(base::textOf(*mark)) + std::string(500, 'x');
        folder.write(folder.profile().keyStore.primary, store, 0600);
        if (clearKey)
            folder.write(folder.profile().slot("key")->target, pemOf(*serverKey()));
        else
            folder.write(folder.profile().keyStore.standby, store, 0640);
        replaceInConfig(folder, "server_key_mm=cw1.", "server_key_mm=AAAAgAAAAAA");
        setMode(folder.slotPath("ca"), 0444);
        const auto spoilt = folder.snapshot();
        QVERIFY(codes(*look(scene)).contains("vendor.not-checked"));
        plan::Plan plan;
        const auto outcome = repair(scene, &plan);
        QVERIFY(outcome && !outcome->undone);
        QCOMPARE(plan.changes.size(), std::size_t{1});
        setMode(folder.slotPath("ca"), 0444);
        QCOMPARE(folder.snapshot(), spoilt);
    }
}

void TestDoctor::repair_filesDeletedByTheService_keepsTheConfig() {
    JobScene scene(streamserver);
    QVERIFY(install(scene));
    for (const auto& entry : stdfs::directory_iterator(scene.folder().at(scene.folder().keys())))
        test::removeFile(entry.path());
    const auto spoilt = scene.folder().snapshot();
    static_cast<void>(repair(scene));
    QCOMPARE(scene.folder().snapshot(), spoilt);
}

void TestDoctor::repair_linkedFolder_isLeftAlone() {
    JobScene scene(streamserver);
    QVERIFY(install(scene));
    const ServiceFolder& folder = scene.folder();
    stdfs::rename(folder.at(folder.keys()), folder.at("real-keys"));
    stdfs::create_directory_symlink(folder.at("real-keys"), folder.at(folder.keys()));
    setMode(folder.at("real-keys/ca.crt"), 0666);
    folder.write("real-keys/server.key.bak", pemOf(*serverKey()), 0666);
    setMode(folder.configPath(), 0622);
    QVERIFY(codes(*look(scene)).contains("target.symlink"));
    const auto spoilt = folder.snapshot();
    const auto outcome = repair(scene);
    QVERIFY(outcome && !outcome->undone);
    QCOMPARE(folder.modeOf(folder.profile().config.path), 0600U);
    setMode(folder.configPath(), 0622);
    QCOMPARE(folder.snapshot(), spoilt);
}

void TestDoctor::repair_failingWrite_changesNothing() {
    JobScene scene(aoi);
    QVERIFY(install(scene));
    setMode(scene.folder().at(scene.folder().keys()), 0777);
    setMode(scene.folder().slotPath("key"), 0644);
    writeHome(scene.folder(), "key.hash", "x");
    const auto spoilt = scene.folder().snapshot();
    int n = 1;
    for (bool failed = true; failed && n < 300; ++n) {
        scene.files().disarm();
        scene.files().failAt(n, base::ErrorCode::DiskFull);
        failed = !repair(scene).has_value();
        scene.files().disarm();
        if (failed)
            QCOMPARE(scene.folder().snapshot(), spoilt);
    }
    QVERIFY(n > 10);
    QCOMPARE(listed(codes(*look(scene))), QStringList());
}

// As root the folder is another user's, and some files are root's own; as anybody else all files are the own
// ones, and nothing is given away.
void TestDoctor::repair_asRootForAnother_givesFilesBack() {
    JobScene scene(aoi);
    QVERIFY(install(scene));
    const ServiceFolder& folder = scene.folder();
    base::Owner owner = scene.files().self();
    if (runsAsRoot()) {
        owner = {12345, 12345};
        const std::string command = "chown -R 12345:12345 '" + folder.root() + "' '" + folder.home() + "'";
        QCOMPARE(std::system(command.c_str()), 0);
        setOwner(folder.slotPath("key"), 0);
        setOwner(folder.slotPath("cert"), 54321);
        setOwner(folder.configPath(), 0);
        setOwner(folder.homeAt("aoi_service/key.hash"), 0);
        QVERIFY(codes(*look(scene)).contains("installed.owner"));
        plan::Plan plan;
        QCOMPARE(repair(scene, &plan).error().code, base::ErrorCode::PlanBlocked);
        QVERIFY(has(plan.findings, "root.as-owner"));
    }
    setMode(folder.slotPath("ca"), 0644);
    scene.allowRoot();
    job::RepairJob repair(scene.environment(), {folder.id(), folder.root(), folder.home()});
    const auto plan = repair.plan();
    QVERIFY(plan && plan->applicable());
    const auto outcome = repair.apply();
    QVERIFY2(outcome, outcome ? "" : outcome.error().subject.c_str());
    QVERIFY(!outcome->undone);
    QCOMPARE(listed(codes(*look(scene))), QStringList());
    for (const std::string& top : {folder.root(), folder.home()})
        for (const auto& entry : stdfs::recursive_directory_iterator(top)) {
            // What is kept of the old files keeps their owners too.
            const auto info = scene.files().stat(test::utf8Of(entry.path()), files::Links::Refuse);
            QVERIFY2(info && (info->owner.user == owner.user ||
                              test::utf8Of(entry.path()).find("/history/") != std::string::npos),
                     test::utf8Of(entry.path()).c_str());
        }
}

void TestDoctor::diagnose_withoutHome_isToldInWords() {
    JobScene scene(aoi);
    QVERIFY(install(scene));
    auto world = scene.environment();
    for (const std::string& home : {std::string(), scene.folder().at("nowhere")}) {
        const auto service = job::openService(world, scene.folder().id(), scene.folder().root(), home);
        QVERIFY(service);
        const auto doctored = job::diagnose(world, *service);
        QVERIFY(doctored);
        QVERIFY(codes(*doctored).contains("root.missing"));
        QCOMPARE(doctored->mendable(), 0);
    }
}

QTEST_GUILESS_MAIN(TestDoctor)
#include "test_doctor.moc"

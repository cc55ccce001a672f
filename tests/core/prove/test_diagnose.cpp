// Why: what only a hand-made folder shows is found too, and no folder, however broken, is too much to be
// looked at.
#include <QTest>
#include <filesystem>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/prove/diagnose.h"
#include "core/prove/opening.h"
#include "core/vault/builtin_vault.h"
#include "tests/core/prove/installed_set.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"
#include "tests/support/run_program.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;
using test::setMode;
using test::testNow;
namespace stdfs = std::filesystem;

using Spoil = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

constexpr auto streamserver = Service::StreamServer;
constexpr auto aoi = Service::Aoi;
const std::string keys = "sample/mxVision/streamserver/keys/";
const secret::SecretAccess allowed = secret::SecretAccess::grant();

std::string otherStore() {
    test::SeededRandom random(99);
    const auto vault = vault::BuiltinVault::create(random, allowed);
    return std::string(base::textOf((*vault)->content()));
}

std::string clearKey(const InstalledSet& set) {
    const auto pem = document::toPem(*set.server().key, allowed);
    return std::string(base::textOf(pem.reveal(allowed)));
}

void row(const char* name, Service service, const char* codes, Spoil spoil) {
    QTest::newRow(name) << static_cast<int>(service) << QByteArray(codes) << std::move(spoil);
}

void rowsOfPlaces() {
    row("whole", streamserver, "", [](InstalledSet&) {});
    row("whole AOI", aoi, "", [](InstalledSet&) {});
    row("certificate with a second name", streamserver, "target.hard-link",
        [](InstalledSet& set) { stdfs::create_hard_link(set.pathOf("cert"), set.path("second")); });
    row("CA is a link", streamserver, "chain.issuer-missing installed.unreadable proof.failed target.symlink",
        [](InstalledSet& set) {
            stdfs::rename(set.pathOf("ca"), set.path("ca.crt"));
            stdfs::create_symlink(set.path("ca.crt"), set.pathOf("ca"));
        });
    row("folder of the keys is a link", aoi, "installed.mode target.symlink", [](InstalledSet& set) {
        stdfs::rename(set.path("config/crt"), set.path("crt"));
        stdfs::create_directory_symlink(set.path("crt"), set.path("config/crt"));
    });
    row("key store is a folder", streamserver, "installed.mode key-store.repaired target.not-regular",
        [](InstalledSet& set) {
            set.remove(set.path(set.profile().keyStore.primary));
            stdfs::create_directory(set.path(set.profile().keyStore.primary));
        });
    row("keys folder for everybody", streamserver, "installed.mode target.folder-writable",
        [](InstalledSet& set) { setMode(set.path(keys), 0777); });
    row("folder on the way for the group", streamserver, "target.folder-writable",
        [](InstalledSet& set) { setMode(set.path("sample"), 0770); });
    row("root for everybody", aoi, "target.folder-writable",
        [](InstalledSet& set) { setMode(set.path("."), 0757); });
    row("home folder of the service for the group", aoi, "target.folder-writable",
        [](InstalledSet& set) { setMode(set.homePath("."), 0730); });
    row("config for the group", aoi, "installed.mode",
        [](InstalledSet& set) { setMode(set.path(set.profile().config.path), 0660); });
    row("config for readers", streamserver, "",
        [](InstalledSet& set) { setMode(set.path(set.profile().config.path), 0644); });
}

void rowsOfSecretsAndValues() {
    row("standby of another master key", streamserver, "doctor.key-stores-differ",
        [](InstalledSet& set) { set.write(set.profile().keyStore.standby, otherStore()); });
    row("primary of another master key", aoi, "doctor.key-stores-differ installed.seal proof.failed",
        [](InstalledSet& set) { set.write(set.profile().keyStore.primary, otherStore()); });
    row("path with a space", streamserver, "installed.not-configured target.path-alphabet",
        [](InstalledSet& set) {
            stdfs::rename(set.pathOf("ca"), set.path(keys + "the ca.crt"));
            set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=keys/the ca.crt");
        });
    row("path in Chinese, that any reader of AOI takes", aoi, "installed.not-configured",
        [](InstalledSet& set) {
            stdfs::rename(set.pathOf("ca"), set.path("config/crt/\xE8\xAF\x81.crt"));
            set.replaceInConfig("ca: config/crt/ca.crt", "ca: config/crt/\xE8\xAF\x81.crt");
        });
    row("path without an end", streamserver,
        "chain.issuer-missing config.line-too-long installed.not-configured installed.unreadable "
        "proof.failed target.path-alphabet",
        [](InstalledSet& set) {
            set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=" + std::string(500000, 'a'));
        });
    row("sealed text too long", streamserver, "installed.seal proof.failed value.too-long",
        [](InstalledSet& set) {
            set.replaceInConfig("server_key_mm=cw1.", "server_key_mm=cw1." + std::string(400, 'A'));
        });
    row("sealed text on two lines", aoi, "installed.seal proof.failed value.alphabet",
        [](InstalledSet& set) { set.replaceInConfig("key_mm: ", "key_mm: \"a\\nb\" # "); });
    row("sealed text with a sign that readers misread", streamserver,
        "config.forbidden-character installed.seal proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("_mm=cw1.", "_mm=cw1.%"); });
}

void rowsOfConfigs() {
    row("config gone", streamserver, "config.missing proof.failed",
        [](InstalledSet& set) { set.remove(set.path(set.profile().config.path)); });
    row("no such service", streamserver, "proof.failed root.not-service",
        [](InstalledSet& set) { test::removeAll(set.path("config")); });
    row("config is a link", aoi, "proof.failed target.symlink", [](InstalledSet& set) {
        stdfs::rename(set.path("config/config.yaml"), set.path("real.yaml"));
        stdfs::create_symlink(set.path("real.yaml"), set.path("config/config.yaml"));
    });
    row("config is a link to nowhere, and a mode is wrong", streamserver,
        "installed.mode proof.failed target.symlink", [](InstalledSet& set) {
            set.remove(set.path(set.profile().config.path));
            stdfs::create_symlink("nowhere", set.path(set.profile().config.path));
            setMode(set.pathOf("key"), 0444);
        });
    row("config is a folder", streamserver, "proof.failed target.not-regular", [](InstalledSet& set) {
        set.remove(set.path(set.profile().config.path));
        stdfs::create_directory(set.path(set.profile().config.path));
    });
    row("config is huge", streamserver, "file.unreadable proof.failed",
        [](InstalledSet& set) { set.write(set.profile().config.path, std::string(11 << 20, '#'), 0600); });
    row("config is no YAML, and a key is readable", aoi, "config.uneditable installed.mode proof.failed",
        [](InstalledSet& set) {
            set.write("config/config.yaml", "cert: [unclosed\n", 0600);
            setMode(set.pathOf("key"), 0644);
        });
    row("config gone, and a copy of the key is readable", aoi, "config.missing installed.mode proof.failed",
        [](InstalledSet& set) {
            set.remove(set.path("config/config.yaml"));
            setMode(set.homePath("key.bak"), 0644);
        });
    row("key twice in YAML", aoi, "config.duplicate-key proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("cert:\n", "cert:\n  ca: config/crt/ca.crt\n"); });
    row("config is empty", streamserver, "installed.not-configured installed.seal proof.failed",
        [](InstalledSet& set) { set.write(set.profile().config.path, "", 0600); });
    row("config of octets", streamserver, "installed.not-configured installed.seal proof.failed",
        [](InstalledSet& set) {
            set.write(set.profile().config.path, std::string("\0\xFF\xFE[\n=\n:\r=", 10), 0600);
        });
    row("value leads out of the folder", streamserver, "installed.mode installed.not-configured",
        [](InstalledSet& set) {
            set.write("../outside.crt", document::toPem(set.ca().certificate), 0644);
            set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=../../../../outside.crt");
        });
}

void rowsOfLeftovers() {
    const auto left = [](const char* name, unsigned mode, bool clear) {
        return [=](InstalledSet& set) {
            set.write(keys + name, clear ? clearKey(set) : set.read(keys + "server.key"), mode);
        };
    };
    row("key for nobody else", streamserver, "", left("server.key.bak", 0600, true));
    row("key for the group", streamserver, "doctor.leftover", left("server.key.bak", 0640, false));
    row("key, numbered", streamserver, "doctor.leftover", left("server.key.1", 0644, true));
    row("key in an editor's file", streamserver, "doctor.leftover", left("#server.key#", 0644, true));
    row("name that is no leftover's", streamserver, "", left("server.key.new", 0644, true));
    row("link to a readable file", streamserver, "", [](InstalledSet& set) {
        set.write("plain", clearKey(set), 0644);
        stdfs::create_symlink(set.path("plain"), set.path(keys + "server.key.bak"));
    });
    row("folder with such a name", streamserver, "",
        [](InstalledSet& set) { stdfs::create_directory(set.path(keys + "old.bak")); });
    row("config", aoi, "doctor.leftover", [](InstalledSet& set) {
        set.write("config/config.yaml.rpmsave", set.read("config/config.yaml"), 0644);
    });
    row("key store", aoi, "doctor.leftover",
        [](InstalledSet& set) { set.write("config/kmc.ks~", set.read("config/kmc.ks"), 0444); });
    row("certificate: a note only", aoi, "",
        [](InstalledSet& set) { set.write("config/crt/ca.crt.orig", set.read("config/crt/ca.crt"), 0444); });
    row("in the home folder", aoi, "doctor.leftover",
        [](InstalledSet& set) { set.writeHome("key.bak.old", set.read("config/crt/server.key"), 0644); });
}

} // namespace

class TestDiagnose : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();

    static check::Findings findingsOf(const files::FileReader& reader, const InstalledSet& set) {
        return prove::diagnose(reader, set.place(), testNow(), allowed).findings;
    }
    static QStringList codesOf(const check::Findings& findings) {
        QStringList codes;
        for (const std::string& code : test::codesOf(findings))
            codes << QString::fromStdString(code);
        return codes;
    }

  private Q_SLOTS:
    void diagnose_oneThingSpoilt_isFound_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("codes");
        QTest::addColumn<Spoil>("spoil");
        rowsOfPlaces();
        rowsOfSecretsAndValues();
        rowsOfConfigs();
        rowsOfLeftovers();
    }
    void diagnose_oneThingSpoilt_isFound() {
        QFETCH(int, service);
        QFETCH(QByteArray, codes);
        QFETCH(Spoil, spoil);
        InstalledSet set(static_cast<Service>(service));
        spoil(set);
        QStringList wanted = QString::fromUtf8(codes).split(' ', Qt::SkipEmptyParts);
        wanted.sort();
        QCOMPARE(codesOf(findingsOf(*m_disk, set)), wanted);
    }

    void diagnose_somebodyElsesFiles_areFound() {
        const InstalledSet set(Service::Aoi);
        for (const std::string& path : {set.path("config/config.yaml"), set.homePath("key.hash"),
                                        set.path("config"), set.path("config/kmc.ks"), set.pathOf("key")}) {
            test::FaultFileSystem disk(*m_disk);
            base::FileInfo info = *m_disk->stat(path, files::Links::Refuse);
            info.owner.user += 1;
            disk.pretend(path, info);
            const auto findings = findingsOf(disk, set);
            QCOMPARE(codesOf(findings), QStringList{"installed.owner"});
            QCOMPARE(findings.front().subject, path);
        }
    }

    void diagnose_accessLists_areFoundWhereTheDiskHasThem() {
        for (const std::string name : {"key", "config", "folder", "home"}) {
            const InstalledSet set(Service::Aoi);
            const std::string path = name == "key"      ? set.pathOf("key")
                                     : name == "config" ? set.path("config/config.yaml")
                                     : name == "folder" ? set.path("config")
                                                        : set.homePath("key.bak");
            const auto done = test::runProgram("setfacl", {"-m", "u:65534:r", path});
            QVERIFY2(done.ending == test::Ending::Exited, "setfacl is missing (package acl)");
            const auto findings = findingsOf(*m_disk, set);
            if (done.exitCode != 0) {
                QVERIFY(findings.empty()); // a disk without such lists
                continue;
            }
            QVERIFY2(codesOf(findings).contains("doctor.access-list"), name.c_str());
            QCOMPARE(test::runProgram("setfacl", {"-b", path}).exitCode, 0);
            QVERIFY(!codesOf(findingsOf(*m_disk, set)).contains("doctor.access-list"));
        }
    }

    void diagnose_leftover_saysWhatItHolds() {
        InstalledSet set(Service::StreamServer);
        set.write(keys + "a.bak", clearKey(set), 0644);
        set.write(keys + "b.bak", set.read(keys + "server.key"), 0644);
        set.write(keys + "c.bak", set.read(keys + "ca.crt"), 0644);
        set.write("config/d.conf.bak", "server_key_mm=x\n", 0644);
        set.write(keys + "e.bak", "of no interest", 0644);
        std::map<std::string, std::pair<check::Severity, std::string>> found;
        for (const check::Finding& finding : findingsOf(*m_disk, set))
            if (const auto* body = finding.body.as<check::LeftoverReadable>())
                found[stdfs::path(body->path).filename().string()] = {finding.severity, body->holds};
        using check::Severity;
        const std::map<std::string, std::pair<Severity, std::string>> wanted{
            {"a.bak", {Severity::Blocker, "key"}},
            {"b.bak", {Severity::Warning, "key"}},
            {"c.bak", {Severity::Note, "certificate"}},
            {"d.conf.bak", {Severity::Warning, "config"}},
            {"e.bak", {Severity::Note, ""}}};
        QVERIFY(found == wanted);
    }

    void diagnose_rootUnreadable_isToldNotThrown() {
        const InstalledSet set(Service::StreamServer);
        test::FaultFileSystem disk(*m_disk, test::Counted::All);
        for (int n = 1; n < 200; ++n) {
            disk.disarm();
            disk.failFrom(n, base::ErrorCode::FileAccessDenied);
            const auto findings = findingsOf(disk, set);
            QVERIFY(n > 12 || check::blocks(findings));
        }
    }

    void opening_eachCopy_isTriedByItself() {
        InstalledSet set(Service::StreamServer);
        const auto opener = [&] { return prove::openWhatOpens(*m_disk, set.place(), allowed).opener; };
        QVERIFY(opener() == plan::Purpose::KeyStorePrimary);
        set.write(set.profile().keyStore.primary, otherStore());
        QVERIFY(opener() == plan::Purpose::KeyStoreStandby);
        set.write(set.profile().keyStore.standby, "damaged");
        QVERIFY(!opener());
        set.remove(set.path(set.profile().config.path));
        QVERIFY(!opener());
    }
};

QTEST_GUILESS_MAIN(TestDiagnose)
#include "test_diagnose.moc"

// Why: every way in which an installed set can be spoilt has a finding, and a whole set has none.
#include <QTest>
#include <filesystem>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/prove/verify.h"
#include "tests/core/prove/installed_set.h"
#include "tests/support/fault_file_system.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;
using test::testNow;

using Spoil = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

constexpr auto streamserver = Service::StreamServer;
constexpr auto aoi = Service::Aoi;
const std::string primaryOf(const InstalledSet& set) {
    return set.profile().keyStore.primary;
}
const std::string standbyOf(const InstalledSet& set) {
    return set.profile().keyStore.standby;
}

void setMode(const std::string& path, unsigned mode) {
    std::filesystem::permissions(path, static_cast<std::filesystem::perms>(mode));
}

void row(const char* name, Service service, const char* codes, Spoil spoil) {
    QTest::newRow(name) << static_cast<int>(service) << QByteArray(codes) << std::move(spoil);
}

// Rows: what is done to a good set, and the codes of all blockers and warnings that follow.
void rowsOfFiles() {
    row("whole", streamserver, "", [](InstalledSet&) {});
    row("whole AOI", aoi, "", [](InstalledSet&) {});
    row("CRL gone", streamserver, "installed.missing proof.failed",
        [](InstalledSet& set) { set.remove(set.pathOf("crl")); });
    row("CRL neither there nor configured", streamserver, "", [](InstalledSet& set) {
        set.remove(set.pathOf("crl"));
        set.replaceInConfig("crl=keys/ca.crl", "crl=");
    });
    row("certificate mode 440", streamserver, "installed.mode",
        [](InstalledSet& set) { setMode(set.pathOf("cert"), 0440); });
    row("folder mode 755", streamserver, "installed.mode",
        [](InstalledSet& set) { setMode(set.path("sample/mxVision/streamserver/keys"), 0755); });
    row("key store mode 440", aoi, "installed.mode",
        [](InstalledSet& set) { setMode(set.path(primaryOf(set)), 0440); });
    row("key.bak mode 600", aoi, "installed.mode",
        [](InstalledSet& set) { setMode(set.homePath("key.bak"), 0600); });
    row("CA is a link", streamserver, "installed.unreadable chain.issuer-missing proof.failed",
        [](InstalledSet& set) {
            std::filesystem::rename(set.pathOf("ca"), set.path("ca.crt"));
            std::filesystem::create_symlink(set.path("ca.crt"), set.pathOf("ca"));
        });
    row("CA is a folder", streamserver, "installed.unreadable chain.issuer-missing proof.failed",
        [](InstalledSet& set) {
            set.remove(set.pathOf("ca"));
            std::filesystem::create_directory(set.pathOf("ca"));
        });
    row("CA is garbage", streamserver, "installed.unreadable chain.issuer-missing proof.failed",
        [](InstalledSet& set) { set.put("ca", "garbage"); });
    row("CRL is a certificate", streamserver, "installed.unreadable proof.failed",
        [](InstalledSet& set) { set.put("crl", document::toPem(set.ca().certificate)); });
    row("key.bak gone", aoi, "installed.missing",
        [](InstalledSet& set) { set.remove(set.homePath("key.bak")); });
    row("key.bak is another key", aoi, "installed.backup",
        [](InstalledSet& set) { set.writeHome("key.bak", "another"); });
    row("key.hash is another hash", aoi, "installed.hash",
        [](InstalledSet& set) { set.writeHome("key.hash", std::string(64, '0')); });
    row("key.hash with a line end", aoi, "", [](InstalledSet& set) {
        const std::string path = set.homePath("key.hash");
        setMode(path, 0600);
        QFile file(QString::fromStdString(path));
        if (file.open(QIODevice::Append))
            file.write("\n");
        file.close();
        setMode(path, 0400);
    });
}

void rowsOfSecrets() {
    row("primary key store gone", streamserver, "key-store.repaired",
        [](InstalledSet& set) { set.remove(set.path(primaryOf(set))); });
    row("standby key store damaged", streamserver, "key-store.repaired",
        [](InstalledSet& set) { set.write(standbyOf(set), "damaged"); });
    row("both key stores gone", streamserver, "installed.missing proof.failed", [](InstalledSet& set) {
        set.remove(set.path(primaryOf(set)));
        set.remove(set.path(standbyOf(set)));
    });
    row("both key stores damaged", aoi, "key-store.damaged proof.failed", [](InstalledSet& set) {
        set.write(primaryOf(set), "damaged");
        set.write(standbyOf(set), "damaged");
    });
    row("key stores of the vendor", streamserver, "key-store.foreign proof.failed", [](InstalledSet& set) {
        const auto mark = base::fromHex("5f64978d194f89cfa83f8ee1db013c0c88424a1cb7fcad704e4513a51446716c");
        const std::string content = std::string(base::textOf(*mark)) + std::string(500, 'x');
        set.write(primaryOf(set), content);
        set.write(standbyOf(set), content);
    });
    row("key store is a folder", streamserver, "key-store.repaired installed.mode", [](InstalledSet& set) {
        set.remove(set.path(primaryOf(set)));
        std::filesystem::create_directory(set.path(primaryOf(set)));
    });
    row("seal altered", streamserver, "installed.seal proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("_mm=cw1.", "_mm=cw1.AAAA"); });
    row("seal gone", aoi, "installed.seal proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("key_mm: ", "key_mn: "); });
    row("key under another passphrase", aoi, "installed.passphrase proof.failed",
        [](InstalledSet& set) { set.installKey(*test::serverKey(), "another"); });
    row("key is a certificate", streamserver, "installed.unreadable proof.failed",
        [](InstalledSet& set) { set.put("key", document::toPem(set.ca().certificate)); });
    row("key not encrypted", streamserver, "key.unencrypted proof.failed", [](InstalledSet& set) {
        const auto access = secret::SecretAccess::grant();
        const auto pem = document::toPem(*set.server().key, access);
        set.put("key", std::string(base::textOf(pem.reveal(access))));
    });
    row("key gone", streamserver, "installed.missing proof.failed",
        [](InstalledSet& set) { set.remove(set.pathOf("key")); });
}

void rowsOfConfig() {
    row("CA not configured", streamserver, "installed.not-configured chain.issuer-missing proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt="); });
    row("CA configured elsewhere and there", streamserver, "installed.not-configured installed.mode",
        [](InstalledSet& set) {
            set.write("sample/mxVision/streamserver/own.crt", document::toPem(set.ca().certificate), 0600);
            set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=own.crt");
        });
    row("CA configured elsewhere and not there", streamserver,
        "installed.not-configured installed.missing chain.issuer-missing proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=own.crt"); });
    row("key twice", streamserver, "config.duplicate-key",
        [](InstalledSet& set) { set.replaceInConfig("port=8080", "port=8080\nPORT = 8081"); });
    row("key twice in YAML", aoi, "config.duplicate-key proof.failed",
        [](InstalledSet& set) { set.replaceInConfig("cert:\n", "cert:\n  ca: config/crt/ca.crt\n"); });
    row("line too long", streamserver, "config.line-too-long",
        [](InstalledSet& set) { set.replaceInConfig("# The port", "# " + std::string(1000, 'x')); });
    row("too many lines", streamserver, "config.too-many-lines",
        [](InstalledSet& set) { set.replaceInConfig("# The port", std::string(100, '\n')); });
    row("value with a percent sign", streamserver, "config.forbidden-character",
        [](InstalledSet& set) { set.replaceInConfig("port=8080", "log_dir=50%"); });
    row("no YAML", aoi, "config.uneditable proof.failed",
        [](InstalledSet& set) { set.write("config/config.yaml", "cert: [unclosed\n", 0600); });
    row("value in a flow mapping", aoi, "config.uneditable proof.failed",
        [](InstalledSet& set) { set.write("config/config.yaml", "cert: {ca: config/crt/ca.crt}\n", 0600); });
    row("retention passed", aoi, "retention.passed",
        [](InstalledSet& set) { set.replaceInConfig("2029-01-01 00:00:00", "2026-11-21 12:00:00"); });
    row("retention ends in a second", aoi, "retention.before-certificate",
        [](InstalledSet& set) { set.replaceInConfig("2029-01-01 00:00:00", "2026-11-21 12:00:01"); });
    row("retention is no date", aoi, "installed.not-configured",
        [](InstalledSet& set) { set.replaceInConfig("2029-01-01 00:00:00", "for ever"); });
}

} // namespace

class TestVerify : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();

    static check::Findings findingsOf(const files::FileReader& reader, const InstalledSet& set) {
        auto verified = prove::verify(reader, set.place(), testNow(), secret::SecretAccess::grant());
        return verified ? verified->findings : check::Findings{};
    }

  private Q_SLOTS:
    void verify_oneThingSpoilt_isFound_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("codes");
        QTest::addColumn<Spoil>("spoil");
        rowsOfFiles();
        rowsOfSecrets();
        rowsOfConfig();
    }
    void verify_oneThingSpoilt_isFound() {
        QFETCH(int, service);
        QFETCH(QByteArray, codes);
        QFETCH(Spoil, spoil);
        InstalledSet set(static_cast<Service>(service));
        spoil(set);
        QStringList found;
        for (const std::string& code : test::codesOf(findingsOf(*m_disk, set)))
            found << QString::fromStdString(code);
        QStringList wanted = QString::fromUtf8(codes).split(' ', Qt::SkipEmptyParts);
        wanted.sort();
        QCOMPARE(found, wanted);
    }

    void verify_fileOfSomebodyElse_isFound() {
        const InstalledSet set(Service::StreamServer);
        test::FaultFileSystem disk(*m_disk);
        base::FileInfo info = *m_disk->stat(set.pathOf("cert"), files::Links::Refuse);
        disk.pretend(set.pathOf("cert"), info);
        QVERIFY(findingsOf(disk, set).empty());
        info.owner.user += 1;
        disk.pretend(set.pathOf("cert"), info);
        const auto findings = findingsOf(disk, set);
        QCOMPARE(test::codesOf(findings), std::vector<std::string>{"installed.owner"});
        QCOMPARE(findings.front().subject, set.pathOf("cert"));
    }

    void verify_retentionBeforeTheCertificateEnds_isNoted() {
        InstalledSet set(Service::Aoi);
        set.replaceInConfig("2029-01-01 00:00:00", "2027-01-01 00:00:00");
        const auto findings = findingsOf(*m_disk, set);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(check::codeOf(findings.front()), std::string_view("retention.before-certificate"));
    }

    void verify_severalThingsSpoilt_worstFirst() {
        InstalledSet set(Service::StreamServer);
        set.remove(set.path(primaryOf(set)));
        setMode(set.pathOf("cert"), 0444);
        const auto findings = findingsOf(*m_disk, set);
        QCOMPARE(findings.front().severity, check::Severity::Blocker);
        QCOMPARE(findings.back().severity, check::Severity::Warning);
    }

    void verify_noConfig_fails() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.path("config/streamserver.conf"));
        const auto verified = prove::verify(*m_disk, set.place(), testNow(), secret::SecretAccess::grant());
        QVERIFY(!verified.has_value());
        QCOMPARE(verified.error().code, base::ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"

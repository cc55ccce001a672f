// Why: a proof that cannot fail proves nothing. Each installed file is spoilt in each way that a step is
// there for.
#include <QTest>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/prove/prove.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;
using test::testNow;

using Spoil = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

document::Identity serverOf(const InstalledSet& set, int days) {
    return test::makeServer(set.ca(), test::serverKey(), testNow() + std::chrono::days(days));
}

std::string der(const document::Certificate& certificate) {
    return std::string(base::textOf(certificate.der));
}

} // namespace

class TestProofFails : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();

    static void row(const char* name, Service service, const char* step, Spoil spoil) {
        QTest::newRow(name) << static_cast<int>(service) << QByteArray(step) << std::move(spoil);
    }

    static void rowsBeforeTls() {
        const auto ss = Service::StreamServer;
        row("config gone", ss, "unseal",
            [](InstalledSet& set) { set.remove(set.path("config/streamserver.conf")); });
        row("key stores gone", ss, "unseal", [](InstalledSet& set) {
            set.remove(set.path(set.profile().keyStore.primary));
            set.remove(set.path(set.profile().keyStore.standby));
        });
        row("seal altered", ss, "unseal",
            [](InstalledSet& set) { set.replaceInConfig("_mm=cw1.", "_mm=cw1.AAAA"); });
        row("key under another passphrase", ss, "open-key",
            [](InstalledSet& set) { set.installKey(*test::serverKey(), "another"); });
        row("key is a certificate", Service::Aoi, "open-key",
            [](InstalledSet& set) { set.put("key", document::toPem(set.ca().certificate)); });
        row("key gone", ss, "open-key", [](InstalledSet& set) { set.remove(set.pathOf("key")); });
        row("key of another certificate", ss, "load",
            [](InstalledSet& set) { set.installKey(*test::caKey(), set.passphrase()); });
        row("certificate gone", ss, "load", [](InstalledSet& set) { set.remove(set.pathOf("cert")); });
        row("certificate not configured", ss, "load",
            [](InstalledSet& set) { set.replaceInConfig("server_crt=keys/server.crt", "server_crt="); });
        row("certificate cut short", ss, "load", [](InstalledSet& set) {
            const std::string pem = document::toPem(set.server().certificate);
            set.put("cert", pem.substr(0, pem.size() / 2));
        });
        row("second certificate cut short", ss, "load", [](InstalledSet& set) {
            const std::string pem = document::toPem(set.server().certificate);
            set.put("cert", pem + pem.substr(0, pem.size() / 2));
        });
        row("CA as DER, which the service does not read", ss, "load",
            [](InstalledSet& set) { set.put("ca", der(set.ca().certificate)); });
        row("CRL is garbage", ss, "load", [](InstalledSet& set) { set.put("crl", "garbage"); });
        row("CRL file is empty", ss, "load", [](InstalledSet& set) { set.put("crl", ""); });
        row("platform CA is garbage", Service::Aoi, "load",
            [](InstalledSet& set) { set.put("platform-ca", "garbage"); });
        row("gateway CRL gone", Service::Aoi, "load",
            [](InstalledSet& set) { set.remove(set.pathOf("gateway-crl")); });
    }

    static void rowsOfTls() {
        const auto ss = Service::StreamServer;
        row("CA is another one", ss, "handshake", [](InstalledSet& set) {
            set.put("ca", document::toPem(test::makeCa("Another", test::otherKey()).certificate));
        });
        row("CA of the same name with another key", ss, "handshake", [](InstalledSet& set) {
            set.put("ca", document::toPem(test::makeCa("CA", test::otherKey()).certificate));
        });
        row("certificate expired", ss, "handshake",
            [](InstalledSet& set) { set.installServer({serverOf(set, -1).certificate}); });
        row("intermediate not sent", ss, "handshake", [](InstalledSet& set) {
            const auto middle = test::makeCa("Middle", test::otherKey(), &set.ca());
            set.installServer(
                {test::makeServer(middle, test::serverKey(), testNow() + std::chrono::days(9)).certificate});
        });
        row("CRL out of date", ss, "handshake", [](InstalledSet& set) {
            set.put("crl", document::toPem(test::makeList(set.ca(), {}, testNow() - std::chrono::hours(1))));
        });
        row("server's certificate revoked", ss, "handshake", [](InstalledSet& set) {
            const std::string& serial = set.server().certificate.facts.serial;
            set.put("crl",
                    document::toPem(test::makeList(set.ca(), {serial}, testNow() + std::chrono::days(9))));
        });
        row("CRL of another CA", ss, "revocation", [](InstalledSet& set) {
            const auto another = test::makeCa("Another", test::otherKey());
            set.put("crl", document::toPem(test::makeList(another, {}, testNow() + std::chrono::days(9))));
        });
        row("CRL forged in the CA's name", ss, "revocation", [](InstalledSet& set) {
            const auto forger = test::makeCa("CA", test::otherKey());
            set.put("crl", document::toPem(test::makeList(forger, {}, testNow() + std::chrono::days(9))));
        });
        row("intermediate revoked", ss, "revocation", [](InstalledSet& set) {
            const auto middle = test::makeCa("Middle", test::otherKey(), &set.ca());
            const auto server = test::makeServer(middle, test::serverKey(), testNow() + std::chrono::days(9));
            set.installServer({server.certificate, middle.certificate});
            set.put("crl", document::toPem(test::makeList(set.ca(), {middle.certificate.facts.serial},
                                                          testNow() + std::chrono::days(9))));
        });
    }

  private Q_SLOTS:
    void prove_oneThingSpoilt_failsAtItsStep_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<Spoil>("spoil");
        rowsBeforeTls();
        rowsOfTls();
    }
    void prove_oneThingSpoilt_failsAtItsStep() {
        QFETCH(int, service);
        QFETCH(QByteArray, step);
        QFETCH(Spoil, spoil);
        InstalledSet set(static_cast<Service>(service));
        spoil(set);
        const auto proof = prove::prove(*m_disk, set.place(), testNow(), secret::SecretAccess::grant());
        QVERIFY(!proof.succeeded());
        std::vector<std::string> failed;
        for (const check::Finding& failure : proof.failures) {
            QCOMPARE(failure.severity, check::Severity::Blocker);
            failed.push_back(failure.body.as<check::ProofFailed>()->step);
            QVERIFY(!failure.body.as<check::ProofFailed>()->detail.empty());
        }
        QVERIFY2(std::find(failed.begin(), failed.end(), step.toStdString()) != failed.end(),
                 failed.front().c_str());
        for (const prove::ProofStep passed : proof.passed)
            QVERIFY(std::find(failed.begin(), failed.end(), prove::proofStepName(passed)) == failed.end());
    }
};

QTEST_GUILESS_MAIN(TestProofFails)
#include "test_proof_fails.moc"

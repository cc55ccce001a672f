// Why: what was right at the import runs out or is put in its place by hand; the rules are asked again.
#include <QTest>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/prove/verify.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;
using test::testNow;

using Spoil = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Spoil)

namespace {

using std::chrono::days;

constexpr auto streamserver = Service::StreamServer;
constexpr auto aoi = Service::Aoi;

void row(const char* name, Service service, const char* codes, Spoil spoil) {
    QTest::newRow(name) << static_cast<int>(service) << QByteArray(codes) << std::move(spoil);
}

std::string list(const document::Identity& issuer, const std::vector<std::string>& serials, int daysLeft) {
    return document::toPem(test::makeList(issuer, serials, testNow() + days(daysLeft)));
}

Spoil certificateEndsIn(int daysLeft) {
    return [daysLeft](InstalledSet& set) {
        set.installServer(
            {test::makeServer(set.ca(), test::serverKey(), testNow() + days(daysLeft)).certificate});
    };
}

} // namespace

class TestVerifyCertificates : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void verify_certificatesSpoilt_isFound_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<QByteArray>("codes");
        QTest::addColumn<Spoil>("spoil");
        row("certificate expired", streamserver, "certificate.expired proof.failed", certificateEndsIn(-1));
        row("certificate expires soon", streamserver, "certificate.expires-soon", certificateEndsIn(29));
        row("certificate expires later", streamserver, "", certificateEndsIn(30));
        row("key of another certificate", streamserver, "key.mismatch key.small proof.failed",
            [](InstalledSet& set) { set.installKey(*test::caKey(), set.passphrase()); });
        row("CA is another one", streamserver, "chain.issuer-missing crl.wrong-issuer proof.failed",
            [](InstalledSet& set) {
                set.put("ca", document::toPem(test::makeCa("Another", test::otherKey()).certificate));
            });
        row("CRL out of date", streamserver, "crl.expired proof.failed",
            [](InstalledSet& set) { set.put("crl", list(set.ca(), {}, -1)); });
        row("server's certificate revoked", streamserver, "certificate.revoked proof.failed",
            [](InstalledSet& set) {
                set.put("crl", list(set.ca(), {set.server().certificate.facts.serial}, 90));
            });
        row("another certificate revoked", streamserver, "",
            [](InstalledSet& set) { set.put("crl", list(set.ca(), {"0A"}, 90)); });
        row("CRL of another CA", streamserver, "crl.wrong-issuer proof.failed", [](InstalledSet& set) {
            set.put("crl", list(test::makeCa("Another", test::otherKey()), {}, 90));
        });
        row("platform CRL of another CA", aoi, "crl.wrong-issuer",
            [](InstalledSet& set) { set.put("platform-crl", list(set.ca(), {}, 90)); });
        row("elliptic key where RSA is wanted", streamserver, "key.type", [](InstalledSet& set) {
            set.installServer(
                {test::makeServer(set.ca(), test::otherKey(), testNow() + days(500)).certificate});
            set.installKey(*test::otherKey(), set.passphrase());
        });
        row("host of the config not in the certificate", aoi, "certificate.host-mismatch",
            [](InstalledSet& set) {
                set.replaceInConfig("host_name: server.test", "host_name: other.test");
            });
        row("host check switched off", aoi, "", [](InstalledSet& set) {
            set.replaceInConfig("enable: true\n  host_name: server.test",
                                "enable: false\n  host_name: other.test");
        });
        row("intermediate sent along", streamserver, "", [](InstalledSet& set) {
            const auto middle = test::makeCa("Middle", test::otherKey(), &set.ca());
            const auto server = test::makeServer(middle, test::serverKey(), testNow() + days(500));
            set.installServer({server.certificate, middle.certificate});
        });
    }
    void verify_certificatesSpoilt_isFound() {
        QFETCH(int, service);
        QFETCH(QByteArray, codes);
        QFETCH(Spoil, spoil);
        InstalledSet set(static_cast<Service>(service));
        spoil(set);
        const auto disk = files::localFileSystem();
        const auto verified = prove::verify(*disk, set.place(), testNow(), secret::SecretAccess::grant());
        QVERIFY(verified.has_value());
        QStringList found;
        for (const std::string& code : test::codesOf(verified->findings))
            found << QString::fromStdString(code);
        QStringList wanted = QString::fromUtf8(codes).split(' ', Qt::SkipEmptyParts);
        wanted.sort();
        QCOMPARE(found, wanted);
    }
};

QTEST_GUILESS_MAIN(TestVerifyCertificates)
#include "test_verify_certificates.moc"

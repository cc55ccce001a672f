// Why: where a site insists on the vendor's own importer, its results are installed like any others, or not
// at all.
#include <QTest>

#include "tests/core/job/protector_scene.h"

using namespace certwright;
using namespace certwright::test;
using vault::Protector;

class TestCertImport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void certImport_itsFiles_areInstalled();
    void certImport_refusing_changesNothing();
    void certImport_withoutImporter_isRefused();
};

namespace {

// A program that does what the vendor's importer does, sealing as the fake library does.
void giveImporter(LibraryScene& scene, const std::string& last = "exit 0") {
    scene.editProfile("  library: lib/libkmcext.so\n",
                      "  library: lib/libkmcext.so\n  importer: bin/CertImport\n");
    const std::string escaped =
        "\\x5F\\x64\\x97\\x8D\\x19\\x4F\\x89\\xCF\\xA8\\x3F\\x8E\\xE1\\xDB\\x01\\x3C\\x0C"
        "\\x88\\x42\\x4A\\x1C\\xB7\\xFC\\xAD\\x70\\x4E\\x45\\x13\\xA5\\x14\\x46\\x71\\x6C";
    scene.folder().write("bin/CertImport", R"(#!/bin/bash
while getopts c:s:k:r: o; do eval "$o=\$OPTARG"; done
cd "$MX_SDK_HOME/sample/mxVision/streamserver" || exit 9
[ -e keys/server.crt ] && { echo "cannot overwrite"; exit 6; }
read -rs -p "Enter the password of the private key: " p </dev/tty
echo
cp "$c" keys/ca.crt; cp "$s" keys/server.crt; cp "$k" keys/server.key
[ -n "$r" ] && cp "$r" keys/ca.crl
[ -e keys/kmc.ks ] || printf ')" + escaped + R"(\x01' >keys/kmc.ks
cp keys/kmc.ks keys/StandbyKsf.ks
t=AAAAAgAAAA+/Kmc==01$(printf %s "$p" | od -An -v -tx1 | tr -d ' \n')
f=$MX_SDK_HOME/config/streamserver.conf
sed -i "s|^server_key_mm=.*|server_key_mm=$t|; s|^server_crt=.*|server_crt=keys/server.crt|
s|^server_key=.*|server_key=keys/server.key|; s|^ca_crt=.*|ca_crt=keys/ca.crt|; s|^crl=.*|crl=keys/ca.crl|" "$f"
)" + last + "\n",
                         0755);
    scene.protect(Protector::CertImport);
}

} // namespace

void TestCertImport::certImport_itsFiles_areInstalled() {
    LibraryScene scene;
    giveImporter(scene);
    const auto plan = scene.plan();
    QVERIFY2(plan, plan ? "" : (plan.error().subject + plan.error().detail).c_str());
    QVERIFY(plan->applicable() && has(plan->findings, "protector.certimport"));
    QVERIFY(!plan->configDifference.empty());
    QVERIFY(scene.install());
    QVERIFY(scene.store().starts_with(LibraryScene::mark()) && scene.standby() == scene.store());
    QVERIFY(scene.folder().config().find("server_key_mm=AAAAAgAAAA+/Kmc==01") != std::string::npos);
    QCOMPARE(scene.vendor().sealed(), 0);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
    // Once more over what it made itself.
    const std::string store = scene.store();
    QVERIFY(scene.install());
    QCOMPARE(scene.store(), store);
}

void TestCertImport::certImport_refusing_changesNothing() {
    for (const auto& [last, code] : {std::pair{"echo 'no good'; exit 3", "certimport.failed"},
                                     std::pair{"rm keys/server.key", "certimport.incomplete"},
                                     std::pair{"echo x >keys/kmc.ks", "vendor.garbage"}}) {
        LibraryScene scene;
        giveImporter(scene, last);
        const auto before = scene.folder().snapshot();
        const auto plan = scene.plan();
        QVERIFY(plan && !plan->applicable() && plan->changes.empty());
        QVERIFY2(has(plan->findings, code), code);
        QCOMPARE(scene.folder().snapshot(), before);
    }
}

void TestCertImport::certImport_withoutImporter_isRefused() {
    LibraryScene scene;
    scene.protect(Protector::CertImport);
    QCOMPARE(scene.plan().error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(scene.plan().error().subject, std::string("certimport"));
}

QTEST_GUILESS_MAIN(TestCertImport)
#include "test_cert_import.moc"

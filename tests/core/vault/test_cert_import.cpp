// Why: the vendor's importer copies first and encrypts second, and leaves half of it where it fails; none of
// that may reach the service, and the password goes to its prompt only.
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include "core/vault/cert_import.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using vault::CertImportRequest;
using vault::CertImportRun;

namespace {

constexpr const char* password = "the key's password 9!";

// What the vendor's does.
std::string importer() {
    std::ifstream file(STAND_IN_IMPORTER);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class ImportSite {
  public:
    ImportSite() {
        folder.write("sdk/bin/CertImport", importer(), 0755);
        folder.write("sdk/lib/marker", "library", 0444);
        folder.write("sdk/config/streamserver.conf", "port=8080\nserver_key_mm=\n", 0640);
        folder.write("sdk/sample/streamserver/keys/server.crt", "of an earlier import", 0400);
        folder.makeFolder("work");
        request.root = folder.at("sdk");
        request.importer = "bin/CertImport";
        request.serviceFolder = "sample/streamserver";
        request.copies = {"config/streamserver.conf", "sample/streamserver/keys/kmc.ks",
                          "sample/streamserver/keys/StandbyKsf.ks"};
        request.folders = {"sample/streamserver/keys"};
        request.ca = base::toBytes("CA");
        request.certificate = base::toBytes("CERTIFICATE");
        request.key = base::toBytes("ENCRYPTED KEY");
        for (const char* name : {"ca.crt", "server.crt", "server.key", "ca.crl", "kmc.ks", "StandbyKsf.ks"})
            request.results.push_back(std::string("sample/streamserver/keys/") + name);
        request.results.emplace_back("config/streamserver.conf");
        request.results.emplace_back("home/key.hash");
    }

    base::Result<CertImportRun> run(const std::string& typed = password) {
        base::SilentProgress progress;
        return vault::runCertImport(request, secret::SecretBytes::copyOf(base::viewOf(typed)), workFolders,
                                    *fileSystem, progress, secret::SecretAccess::grant());
    }
    std::string result(const CertImportRun& run, const std::string& path) const {
        const auto found = run.files.find(path);
        return found == run.files.end() ? "-" : std::string(base::textOf(found->second));
    }
    std::size_t left() const { return fileSystem->list(folder.at("work"))->size(); }

    test::TemporaryFolder folder;
    std::unique_ptr<files::FileSystem> fileSystem = files::localFileSystem();
    std::vector<std::string> workFolders = {folder.at("nowhere"), folder.at("work")};
    CertImportRequest request;
};

} // namespace

class TestCertImport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void run_goodInput_returnsWhatItMade();
    void run_existingStores_areGivenAndKept();
    void run_refusal_saysItWithoutThePassword();
    void run_anyEnd_leavesTheServiceAlone();
    void run_unsafeImporter_isNotRun_data();
    void run_unsafeImporter_isNotRun();
    void run_unusablePassword_isRefused();
    void run_hangingImporter_meetsTheLimit();
    void run_foreignAccountAsRoot_isNotSupported();
    void run_tooMuchToCopy_isRefused();
};

void TestCertImport::run_goodInput_returnsWhatItMade() {
    ImportSite site;
    site.request.crl = base::toBytes("CRL");
    const auto run = site.run();
    QVERIFY2(run.has_value(), run ? "" : run.error().detail.c_str());
    QVERIFY2(run->status == 0, run->said.c_str());
    const std::string keys = "sample/streamserver/keys/";
    QCOMPARE(site.result(*run, keys + "ca.crt"), std::string("CA"));
    QCOMPARE(site.result(*run, keys + "server.crt"), std::string("CERTIFICATE"));
    QCOMPARE(site.result(*run, keys + "server.key"), std::string("ENCRYPTED KEY"));
    QCOMPARE(site.result(*run, keys + "ca.crl"), std::string("CRL"));
    QCOMPARE(site.result(*run, keys + "kmc.ks"), std::string("store\n"));
    QCOMPARE(site.result(*run, "config/streamserver.conf"), std::string("port=8080\nserver_key_mm=sealed\n"));
    QCOMPARE(site.result(*run, "home/key.hash"), std::string("hash\n"));
    QCOMPARE(site.left(), std::size_t{0});
    // Without one, none comes back.
    site.request.crl = std::nullopt;
    const auto without = site.run();
    QVERIFY(without.has_value());
    QCOMPARE(site.result(*without, keys + "ca.crl"), std::string("-"));
}

void TestCertImport::run_existingStores_areGivenAndKept() {
    ImportSite site;
    site.folder.write("sdk/sample/streamserver/keys/kmc.ks", "mine", 0400);
    site.folder.write("sdk/sample/streamserver/keys/StandbyKsf.ks", "mine", 0400);
    const auto run = site.run();
    QVERIFY(run.has_value());
    QCOMPARE(site.result(*run, "sample/streamserver/keys/kmc.ks"), std::string("mine"));
}

void TestCertImport::run_refusal_saysItWithoutThePassword() {
    ImportSite site;
    const auto run = site.run("a wrong one");
    QVERIFY(run.has_value());
    QCOMPARE(run->status, 1);
    QVERIFY(run->said.find("wrong password ***") != std::string::npos);
    QVERIFY(run->said.find("a wrong one") == std::string::npos);
    QVERIFY(run->files.empty()); // half of it was made, none of it is taken
    QCOMPARE(site.left(), std::size_t{0});
}

void TestCertImport::run_anyEnd_leavesTheServiceAlone() {
    ImportSite site;
    const auto before = site.fileSystem->list(site.folder.at("sdk/sample/streamserver/keys"));
    QVERIFY(site.run().has_value());
    QVERIFY(site.run("wrong").has_value());
    QCOMPARE(*site.fileSystem->list(site.folder.at("sdk/sample/streamserver/keys")), *before);
    QCOMPARE(site.folder.read("sdk/config/streamserver.conf"), std::string("port=8080\nserver_key_mm=\n"));
    QCOMPARE(site.folder.read("sdk/sample/streamserver/keys/server.crt"),
             std::string("of an earlier import"));
    QCOMPARE(site.folder.read("sdk/lib/marker"),
             std::string("library")); // the link to it was removed, not it
}

void TestCertImport::run_unsafeImporter_isNotRun_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("mode");
    QTest::newRow("the program") << "sdk/bin/CertImport" << 0775;
    QTest::newRow("its folder") << "sdk/bin" << 0777;
    QTest::newRow("the root") << "sdk" << 0777;
}

void TestCertImport::run_unsafeImporter_isNotRun() {
    QFETCH(QString, path);
    QFETCH(int, mode);
    ImportSite site;
    const std::string place = site.folder.at(path.toStdString());
    QVERIFY(::chmod(place.c_str(), static_cast<mode_t>(mode)) == 0);
    const auto run = site.run();
    QVERIFY(!run.has_value());
    QCOMPARE(run.error().code, base::ErrorCode::TargetUnsafe);
    QCOMPARE(run.error().subject, place);
    QCOMPARE(run.error().detail, std::string("writable"));
}

void TestCertImport::run_unusablePassword_isRefused() {
    ImportSite site;
    QCOMPARE(site.run(std::string(101, 'p')).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(site.run("a\nb").error().code, base::ErrorCode::InvalidArgument);
    // A hundred characters of three octets each are a hundred.
    std::string hundred;
    for (int i = 0; i < 100; ++i)
        hundred += "\xe8\xaf\x81";
    QVERIFY(site.run(hundred).has_value());
    site.request.importer = "bin/Missing";
    QCOMPARE(site.run().error().code, base::ErrorCode::ProgramMissing);
}

void TestCertImport::run_hangingImporter_meetsTheLimit() {
    ImportSite site;
    site.folder.write("sdk/bin/CertImport", "#!/bin/sh\nsleep 60\n", 0755);
    site.request.limit = std::chrono::milliseconds(500);
    const auto run = site.run();
    QVERIFY(!run.has_value());
    QCOMPARE(run.error().code, base::ErrorCode::TimedOut);
    QCOMPARE(run.error().subject, site.folder.at("sdk/bin/CertImport"));
    QCOMPARE(site.left(), std::size_t{0});
}

void TestCertImport::run_foreignAccountAsRoot_isNotSupported() {
    ImportSite site;
    site.request.account = base::Owner{65534, 65534};
    const auto run = site.run();
    QCOMPARE(run.has_value(), !test::runsAsRoot());
    if (!run)
        QCOMPARE(run.error().code, base::ErrorCode::NotSupported);
}

void TestCertImport::run_tooMuchToCopy_isRefused() {
    ImportSite site;
    const std::string large = site.folder.write("sdk/sample/streamserver/model.bin", "x");
    QVERIFY(::truncate(large.c_str(), 100L * 1024 * 1024) == 0);
    QVERIFY(site.run().has_value()); // not asked for, not copied
    site.request.copies.emplace_back("sample/streamserver");
    const auto run = site.run();
    QVERIFY(!run.has_value());
    QCOMPARE(run.error().code, base::ErrorCode::FileTooLarge);
    QCOMPARE(run.error().subject, large);
    QCOMPARE(site.left(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestCertImport)
#include "test_cert_import.moc"

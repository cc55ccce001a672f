// Why: the whole way from the command line over the helper process to a library with the vendor's interface,
// and every way in which that library can fail: either the service reads its passphrase, or nothing changed.
#include <QTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

#include "tests/app/cli/practice.h"

using namespace certwright;
using namespace certwright::test;
namespace stdfs = std::filesystem;

class TestCliVendor : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void import_withLibrary_isReadByTheService();
    void import_again_keepsTheKeyStores();
    void import_builtinChosen_leavesTheLibraryAlone();
    void import_slowLibrary_saysWhatItWaitsFor();
    void import_failingLibrary_changesNothing_data();
    void import_failingLibrary_changesNothing();
    void import_libraryOthersMayWrite_isNotLoaded();
    void import_kmcWithoutLibrary_changesNothing();
    void import_cancelledWhileWaiting_changesNothing();
    void verify_elsewhere_warnsOnly();
    void rotate_vendorsStores_isRefused();
    void rollback_toTheBuiltinVault_works();

  private:
    // service is a copy of StreamServer with the stand-in for its library, which does as `behaviour` says.
    Service service(const std::string& behaviour = {});
    Outcome import(const Service& service, const Arguments& more = {}) const;
    std::string unlocked(const Service& service) const;

    TemporaryFolder m_folder;
    Practice m_practice;
    int m_services = 0;
};

namespace {

const std::string keys = "/sample/mxVision/streamserver/keys/";
const std::string mark = "\x5F\x64\x97\x8D\x19\x4F\x89\xCF\xA8\x3F\x8E\xE1\xDB\x01\x3C\x0C"
                         "\x88\x42\x4A\x1C\xB7\xFC\xAD\x70\x4E\x45\x13\xA5\x14\x46\x71\x6C";

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string sealedIn(const Service& service) {
    const std::string config = contentOf(service.root + "/config/streamserver.conf");
    const std::string key = "server_key_mm=";
    const auto start = config.find(key) + key.size();
    return config.substr(start, config.find('\n', start) - start);
}

} // namespace

void TestCliVendor::initTestCase() {
    QVERIFY(m_practice.ok());
}

Service TestCliVendor::service(const std::string& behaviour) {
    Service made = m_practice.copy("streamserver", m_folder, "service-" + std::to_string(++m_services));
    const std::string lib = made.root + "/lib";
    stdfs::create_directory(lib);
    stdfs::permissions(lib, stdfs::perms{0755});
    stdfs::copy_file(STAND_IN, lib + "/libkmcext.so");
    stdfs::permissions(lib + "/libkmcext.so", stdfs::perms{0755});
    if (!behaviour.empty())
        std::ofstream(lib + "/behaviour") << behaviour << '\n';
    return made;
}

Outcome TestCliVendor::import(const Service& service, const Arguments& more) const {
    return runCli(together(service.import({m_practice.material("good-pem")}), more), usualPassword);
}

// What reads as the service would: through a pipe.
std::string TestCliVendor::unlocked(const Service& service) const {
    std::string words = "'" + cliPath() + "'";
    for (const std::string& word : service.verb("unlock"))
        words += " '" + word + "'";
    return runProgram("sh", {"-c", words + " --fd 3 3>&1 >&2 | cat"}).out;
}

void TestCliVendor::import_withLibrary_isReadByTheService() {
    const Service it = service();
    const Outcome outcome = import(it);
    const auto object = parsed(outcome.out);
    QVERIFY2(outcome.exitCode == 0, (outcome.out + outcome.err).c_str());
    QCOMPARE(object["plan"]["protector"].get<std::string>(), std::string("kmc"));
    QVERIFY(object["proof"]["succeeded"].get<bool>());
    QVERIFY(contains(codesOf(object, "note"), "protector.kmc"));
    QVERIFY(sealedIn(it).starts_with("KMC0."));
    for (const char* name : {"kmc.ks", "StandbyKsf.ks"}) {
        QVERIFY(contentOf(it.root + keys + name).starts_with(mark));
        QCOMPARE(test::modeOf(it.root + keys + name), 0400U);
    }
    const Outcome verified = runCli(together(it.verb("verify"), {"--json"}));
    QVERIFY2(verified.exitCode == 0, verified.out.c_str());
    QCOMPARE(parsed(verified.out)["protector"].get<std::string>(), std::string("kmc"));
    QVERIFY(parsed(verified.out)["proof"]["succeeded"].get<bool>());
    const std::string passphrase = unlocked(it);
    QVERIFY(passphrase.size() >= 44);
    QVERIFY(runProgram("openssl",
                       {"pkey", "-in", it.root + keys + "server.key", "-passin", "stdin", "-noout"},
                       passphrase)
                .exitCode == 0);
}

void TestCliVendor::import_again_keepsTheKeyStores() {
    const Service it = service();
    QCOMPARE(import(it).exitCode, 0);
    const std::string store = contentOf(it.root + keys + "kmc.ks");
    const std::string sealed = sealedIn(it);
    QCOMPARE(import(it).exitCode, 0);
    QVERIFY(contentOf(it.root + keys + "kmc.ks") == store);
    QVERIFY(contentOf(it.root + keys + "StandbyKsf.ks") == store);
    QVERIFY(sealedIn(it) != sealed);
    QCOMPARE(runCli(it.verb("verify")).exitCode, 0);
}

void TestCliVendor::import_builtinChosen_leavesTheLibraryAlone() {
    const Service it = service("crash-load 11");
    const Outcome outcome = import(it, {"--protector", "builtin"});
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QCOMPARE(parsed(outcome.out)["plan"]["protector"].get<std::string>(), std::string("builtin"));
    QVERIFY(sealedIn(it).starts_with("cw1."));
    const Outcome verified = runCli(together(it.verb("verify"), {"--json"}));
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(parsed(verified.out)["protector"].get<std::string>(), std::string("builtin"));
    // The library may take over later; the built-in vault may not come back.
    stdfs::remove(it.root + "/lib/behaviour");
    QCOMPARE(import(it, {"--protector", "kmc"}).exitCode, 0);
    QVERIFY(sealedIn(it).starts_with("KMC0."));
    const Tree before = treeOf(it.root);
    const Outcome back = import(it, {"--protector", "builtin"});
    QCOMPARE(back.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(back.out), "blocker"), "key-store.foreign"));
    QVERIFY(treeOf(it.root) == before);
}

void TestCliVendor::import_slowLibrary_saysWhatItWaitsFor() {
    const Outcome outcome = import(service("slow-encrypt 4500"));
    QVERIFY2(outcome.exitCode == 0, (outcome.out + outcome.err).c_str());
    // Said once for each time that it is waited for, and JSON stays alone on standard output.
    QVERIFY2(contains(outcome.err, "Waiting for the random source"), outcome.err.c_str());
    QVERIFY(parsed(outcome.out).is_object());
}

void TestCliVendor::import_failingLibrary_changesNothing_data() {
    QTest::addColumn<QString>("behaviour");
    QTest::addColumn<QString>("code");
    QTest::newRow("crash") << "crash-encrypt 11"
                           << "vendor.crashed";
    QTest::newRow("crash while loading") << "crash-load 6"
                                         << "vendor.crashed";
    QTest::newRow("silent") << "stop-init"
                            << "vendor.timed-out";
    QTest::newRow("refuses") << "status-init 17"
                             << "vendor.failed";
    QTest::newRow("does not give back") << "wrong-round-trip"
                                        << "vendor.garbage";
    QTest::newRow("unusable text") << "long-text 401"
                                   << "vendor.garbage";
    QTest::newRow("no key stores") << "no-stores"
                                   << "vendor.garbage";
    QTest::newRow("talks nonsense") << "garbage-encrypt"
                                    << "vendor.garbage";
}

void TestCliVendor::import_failingLibrary_changesNothing() {
    QFETCH(QString, behaviour);
    QFETCH(QString, code);
    const Service it = service(behaviour.toStdString());
    const Tree root = treeOf(it.root);
    const Tree home = treeOf(it.home);
    const Outcome outcome = import(it);
    QCOMPARE(outcome.exitCode, 1);
    const auto object = parsed(outcome.out);
    QVERIFY2(contains(codesOf(object, "blocker"), code.toStdString()), outcome.out.c_str());
    QVERIFY(object["plan"]["changes"].empty());
    QVERIFY(treeOf(it.root) == root);
    QVERIFY(treeOf(it.home) == home);
}

void TestCliVendor::import_libraryOthersMayWrite_isNotLoaded() {
    const Service it = service();
    stdfs::permissions(it.root + "/lib", stdfs::perms{0777});
    const Outcome outcome = import(it);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "vendor.library-unsafe"));
}

void TestCliVendor::import_kmcWithoutLibrary_changesNothing() {
    const Service it = service();
    stdfs::remove(it.root + "/lib/libkmcext.so");
    const Tree before = treeOf(it.root);
    const Outcome outcome = import(it, {"--protector", "kmc"});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "vendor.library-missing"));
    QVERIFY(treeOf(it.root) == before);
}

void TestCliVendor::import_cancelledWhileWaiting_changesNothing() {
    const Service it = service("hang-init");
    const Tree before = treeOf(it.root);
    const Arguments words = it.import({m_practice.material("good-pem")});
    const Outcome outcome = runProgram(
        "timeout", together({"--preserve-status", "-s", "INT", "5", cliPath()}, words), usualPassword);
    QVERIFY2(outcome.exitCode == 130, (outcome.out + outcome.err).c_str());
    QVERIFY(contains(outcome.err, "…"));
    QVERIFY(treeOf(it.root) == before);
}

void TestCliVendor::verify_elsewhere_warnsOnly() {
    const Service it = service();
    QCOMPARE(import(it).exitCode, 0);
    stdfs::remove(it.root + "/lib/libkmcext.so");
    const Outcome outcome = runCli(together(it.verb("verify"), {"--json"}));
    const auto object = parsed(outcome.out);
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(contains(codesOf(object, "warning"), "vendor.not-checked"));
    QCOMPARE(object["proof"]["succeeded"].get<bool>(), false);
    QCOMPARE(object["protector"].get<std::string>(), std::string("kmc"));
    QCOMPARE(unlocked(it), std::string());
}

void TestCliVendor::rotate_vendorsStores_isRefused() {
    const Service it = service();
    QCOMPARE(import(it).exitCode, 0);
    const Tree before = treeOf(it.root);
    const Outcome outcome = runCli(together(it.verb("rotate"), {"--json", "--yes"}));
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(contains(codesOf(parsed(outcome.out), "blocker"), "vendor.rotation"));
    QVERIFY(treeOf(it.root) == before);
}

void TestCliVendor::rollback_toTheBuiltinVault_works() {
    const Service it = service();
    QCOMPARE(import(it, {"--protector", "builtin"}).exitCode, 0);
    const Tree before = treeOf(it.root);
    QCOMPARE(import(it).exitCode, 0);
    const Outcome outcome = runCli(together(it.verb("rollback"), {"--json", "--yes"}));
    QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
    QVERIFY(parsed(outcome.out)["proof"]["succeeded"].get<bool>());
    QVERIFY(treeOf(it.root) == before);
}

QTEST_GUILESS_MAIN(TestCliVendor)
#include "test_vendor.moc"

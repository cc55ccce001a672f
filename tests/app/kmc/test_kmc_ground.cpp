// Why: a library is code; whoever can change it, or what it is found beside, runs as whoever loads it. None
// of these libraries may even be started.
#include <sys/sem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QTest>

#include "core/vault/kmc_ground.h"
#include "core/vault/kmc_machine.h"
#include "core/vault/kmc_semaphore.h"
#include "tests/app/kmc/kmc_site.h"
#include "tests/support/fault_file_system.h"

using namespace certwright;
using test::faultOf;
using test::KmcSite;

namespace {

constexpr const char* password = "password";

void mode(const std::string& path, mode_t mode) {
    QVERIFY(::chmod(path.c_str(), mode) == 0);
}

// Semaphore is one of the system's, removed at the end.
class Semaphore {
  public:
    explicit Semaphore(std::uint32_t key)
        : m_number(::semget(static_cast<key_t>(key), 1, IPC_CREAT | IPC_EXCL | 0600)) {}
    Semaphore(const Semaphore&) = delete;
    Semaphore& operator=(const Semaphore&) = delete;
    ~Semaphore() { ::semctl(m_number, 0, IPC_RMID); }
    bool made() const { return m_number >= 0; }

  private:
    int m_number;
};

} // namespace

class TestKmcGround : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void library_unsafeRoad_isNotLoaded_data();
    void library_unsafeRoad_isNotLoaded();
    void library_foreignOwners_areRefused_data();
    void library_foreignOwners_areRefused();
    void library_links_insideTheFolderOnly();
    void library_linkedFolder_isFollowedAndJudged();
    void library_missing_isSaid_data();
    void library_missing_isSaid();
    void library_otherProcessor_isNamed_data();
    void library_otherProcessor_isNamed();
    void machine_anyHeader_isNamedOrUnknown_data();
    void machine_anyHeader_isNamedOrUnknown();
    void semaphore_anothers_isInTheWay_data();
    void semaphore_anothers_isInTheWay();
    void semaphore_real_isFound();
};

void TestKmcGround::library_unsafeRoad_isNotLoaded_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("fault");
    QTest::newRow("library by group") << "lib/libkmcext.so" << 0775 << "Unsafe writable";
    QTest::newRow("library by others") << "lib/libkmcext.so" << 0757 << "Unsafe writable";
    QTest::newRow("its folder by group") << "lib" << 0770 << "Unsafe writable";
    QTest::newRow("its folder by all, sticky") << "lib" << 01777 << "Unsafe writable";
    QTest::newRow("a folder above by others") << "" << 0777 << "Unsafe writable";
    QTest::newRow("a folder above by all, sticky") << "" << 01777 << "none";
    QTest::newRow("a library beside") << "lib/libcrypto.so.1.1" << 0666 << "Unsafe writable";
    QTest::newRow("no library beside") << "lib/notes.txt" << 0666 << "none";
    QTest::newRow("readable by all") << "lib/libkmcext.so" << 0755 << "none";
}

void TestKmcGround::library_unsafeRoad_isNotLoaded() {
    QFETCH(QString, path);
    QFETCH(int, mode);
    QFETCH(QString, fault);
    KmcSite site;
    site.behave({{"facts-load", site.facts()}});
    site.folder.write("lib/libcrypto.so.1.1", "any", 0644);
    site.folder.write("lib/notes.txt", "any", 0644);
    const std::string place = path.isEmpty() ? site.folder.path() : site.folder.at(path.toStdString());
    ::mode(place, static_cast<mode_t>(mode));
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), fault.toStdString());
    if (!sealed) {
        QCOMPARE(sealed.error().path, place);
        QVERIFY(!site.folder.exists("facts/of.done")); // not even its constructor ran
    }
}

void TestKmcGround::library_foreignOwners_areRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<unsigned>("self");
    QTest::addColumn<unsigned>("owner");
    QTest::addColumn<int>("account");
    QTest::addColumn<QString>("fault");
    QTest::newRow("own") << "lib/libkmcext.so" << 1000U << 1000U << -1 << "none";
    QTest::newRow("root's") << "lib/libkmcext.so" << 1000U << 0U << -1 << "none";
    QTest::newRow("another's") << "lib/libkmcext.so" << 1000U << 1001U << -1 << "Unsafe owner";
    QTest::newRow("the service's, to an ordinary user")
        << "lib/libkmcext.so" << 1000U << 1001U << 1001 << "Unsafe owner";
    QTest::newRow("the service's, to root") << "lib/libkmcext.so" << 0U << 1001U << 1001 << "none";
    QTest::newRow("another's, to root") << "lib/libkmcext.so" << 0U << 1002U << 1001 << "Unsafe owner";
    QTest::newRow("another's folder") << "lib" << 1000U << 1001U << -1 << "Unsafe owner";
    QTest::newRow("another's above") << "" << 1000U << 1001U << -1 << "Unsafe owner";
    QTest::newRow("another's beside") << "lib/libother.so" << 1000U << 1001U << -1 << "Unsafe owner";
}

void TestKmcGround::library_foreignOwners_areRefused() {
    QFETCH(QString, path);
    QFETCH(unsigned, self);
    QFETCH(unsigned, owner);
    QFETCH(int, account);
    QFETCH(QString, fault);
    KmcSite site;
    site.folder.write("lib/libother.so", "any", 0644);
    test::FaultFileSystem pretended(*site.fileSystem);
    pretended.pretendSelf({self, self});
    const auto pretend = [&](const std::string& place, std::uint32_t user) {
        base::FileInfo info = *site.fileSystem->stat(place, files::Links::Refuse);
        info.owner = {user, user};
        pretended.pretend(place, info);
    };
    const std::string root = site.folder.path();
    for (const std::string& place :
         {root, site.folder.at("lib"), site.library(), site.folder.at("lib/libother.so")})
        pretend(place, self);
    pretend(path.isEmpty() ? root : site.folder.at(path.toStdString()), owner);
    const auto whose =
        account < 0 ? std::optional<base::Owner>() : base::Owner{static_cast<std::uint32_t>(account), 1};
    const auto judged = vault::safeLibrary(pretended, site.library(), whose);
    QCOMPARE(faultOf(judged), fault.toStdString());
}

void TestKmcGround::library_links_insideTheFolderOnly() {
    KmcSite site;
    const std::string versioned = site.library() + ".1";
    QVERIFY(::rename(site.library().c_str(), versioned.c_str()) == 0);
    QVERIFY(::symlink("libkmcext.so.1", site.library().c_str()) == 0);
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));

    const std::string elsewhere = site.folder.makeFolder("elsewhere") + "/libkmcext.so.1";
    QVERIFY(::rename(versioned.c_str(), elsewhere.c_str()) == 0);
    ::unlink(site.library().c_str());
    QVERIFY(::symlink(elsewhere.c_str(), site.library().c_str()) == 0);
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Unsafe symlink"));
    QCOMPARE(sealed.error().path, site.library());
}

void TestKmcGround::library_linkedFolder_isFollowedAndJudged() {
    KmcSite site;
    QVERIFY(::symlink(site.folder.at("lib").c_str(), site.folder.at("current").c_str()) == 0);
    site.settings.library = site.folder.at("current/libkmcext.so");
    QCOMPARE(faultOf(site.seal(password)), std::string("none"));
    mode(site.folder.at("lib"), 0777);
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Unsafe writable"));
    QCOMPARE(sealed.error().path, site.folder.at("lib"));
}

void TestKmcGround::library_missing_isSaid_data() {
    QTest::addColumn<QString>("path");
    QTest::newRow("no file") << "lib/nothing.so";
    QTest::newRow("no folder") << "nowhere/libkmcext.so";
    QTest::newRow("a folder") << "lib";
    QTest::newRow("dangling link") << "lib/dangling.so";
    QTest::newRow("relative") << "libkmcext.so";
}

void TestKmcGround::library_missing_isSaid() {
    QFETCH(QString, path);
    KmcSite site;
    QVERIFY(::symlink("gone.so", site.folder.at("lib/dangling.so").c_str()) == 0);
    const std::string relative = path.toStdString();
    site.settings.library = relative == "libkmcext.so" ? relative : site.folder.at(relative);
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("LibraryMissing"));
    QCOMPARE(sealed.error().path, site.settings.library);
}

void TestKmcGround::library_otherProcessor_isNamed_data() {
    QTest::addColumn<int>("machine");
    QTest::addColumn<QString>("found");
    QTest::newRow("arm64") << 183 << "aarch64";
    QTest::newRow("x86, 32 bits") << 3 << "x86";
    QTest::newRow("unheard of") << 999 << "machine 999";
}

void TestKmcGround::library_otherProcessor_isNamed() {
    QFETCH(int, machine);
    QFETCH(QString, found);
    KmcSite site;
    std::string content = site.folder.read("lib/libkmcext.so");
    content[18] = static_cast<char>(machine & 0xff);
    content[19] = static_cast<char>(machine >> 8);
    site.folder.write("lib/libkmcext.so", content, 0755);
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Architecture"));
    QCOMPARE(sealed.error().found, found.toStdString());
    QCOMPARE(sealed.error().expected, vault::machineOf(*site.fileSystem, site.setup.helper));
    QVERIFY(sealed.error().expected != "unknown");
}

void TestKmcGround::machine_anyHeader_isNamedOrUnknown_data() {
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("name");
    const QByteArray elf = QByteArray("\x7f"
                                      "ELF\x02\x01",
                                      6) +
                           QByteArray(12, '\0');
    QTest::newRow("empty") << QByteArray() << "unknown";
    QTest::newRow("text") << QByteArray("INPUT(libkmcext.so.1)") << "unknown";
    QTest::newRow("cut off") << elf << "unknown";
    QTest::newRow("x86-64") << elf + QByteArray("\x3e\0", 2) << "x86-64";
    QTest::newRow("big-endian") << QByteArray("\x7f"
                                              "ELF\x02\x02",
                                              6) +
                                       QByteArray(12, '\0') + QByteArray("\0\x15", 2)
                                << "ppc64";
    QTest::newRow("x32") << QByteArray("\x7f"
                                       "ELF\x01\x01",
                                       6) +
                                QByteArray(12, '\0') + QByteArray("\x3e\0", 2)
                         << "x32";
    const QByteArray dos = QByteArray("MZ") + QByteArray(58, '\0');
    QTest::newRow("PE") << dos + QByteArray("\x40\0\0\0PE\0\0\x64\x86", 10) << "x86-64";
    QTest::newRow("PE for arm64") << dos + QByteArray("\x40\0\0\0PE\0\0\x64\xaa", 10) << "aarch64";
    QTest::newRow("PE that points nowhere") << dos + QByteArray("\xff\xff\xff\xff", 4) << "unknown";
    QTest::newRow("PE cut off") << dos + QByteArray("\x40\0\0\0PE\0\0\x64", 9) << "unknown";
}

void TestKmcGround::machine_anyHeader_isNamedOrUnknown() {
    QFETCH(QByteArray, head);
    QFETCH(QString, name);
    test::TemporaryFolder folder;
    const std::string path = folder.write("library", head.toStdString());
    QCOMPARE(vault::machineOf(*files::localFileSystem(), path), name.toStdString());
}

void TestKmcGround::semaphore_anothers_isInTheWay_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<unsigned>("account");
    QTest::addColumn<int>("owner");
    const QByteArray key = " 538318102 "; // 0x20161516
    QTest::newRow("none") << QByteArray() << 1000U << -1;
    QTest::newRow("own") << key + "0 600 1 1000 1000 1000 1000 0 0" << 1000U << -1;
    QTest::newRow("another's") << key + "0 600 1 1001 1001 1001 1001 0 0" << 1000U << 1001;
    QTest::newRow("root's") << key + "0 600 1 0 0 0 0 0 0" << 1000U << 0;
    QTest::newRow("another's, to root") << key + "0 600 1 1001 1001 1001 1001 0 0" << 0U << -1;
    QTest::newRow("another's, open to all") << key + "0 666 1 1001 1001 1001 1001 0 0" << 1000U << -1;
    QTest::newRow("another's, readable by all") << key + "0 644 1 1001 1001 1001 1001 0 0" << 1000U << 1001;
    QTest::newRow("another's, open to the group") << key + "0 660 1 1001 1000 1001 1001 0 0" << 1000U << -1;
    QTest::newRow("given away by us") << key + "0 600 1 1001 1001 1000 1000 0 0" << 1000U << -1;
    QTest::newRow("another key") << QByteArray("7 0 600 1 1001 1001 1001 1001 0 0") << 1000U << -1;
    QTest::newRow("key above the sign") << QByteArray("-1 0 600 1 1001 1001 1001 1001 0 0") << 1000U << -1;
    QTest::newRow("nonsense") << key + "x y z" << 1000U << -1;
}

void TestKmcGround::semaphore_anothers_isInTheWay() {
    QFETCH(QByteArray, line);
    QFETCH(unsigned, account);
    QFETCH(int, owner);
    const std::string list =
        "       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime\n" +
        line.toStdString() + "\n";
    const auto found = vault::ownerInTheWay(list, 0x20161516, {account, account});
    QCOMPARE(found ? static_cast<int>(*found) : -1, owner);
    QCOMPARE(vault::semaphoreName(0x20161516), std::string("0x20161516"));
}

void TestKmcGround::semaphore_real_isFound() {
    const std::uint32_t key = 0x20169000U + static_cast<std::uint32_t>(::getpid() % 0x900);
    const Semaphore semaphore(key);
    QVERIFY(semaphore.made());
    KmcSite site;
    site.settings.semaphoreKey = key;
    QCOMPARE(faultOf(site.seal(password)), std::string("none")); // our own lets us in
    const std::uint32_t self = site.fileSystem->self().user;
    QCOMPARE(vault::ownerInTheWay(*site.fileSystem, key, {self + 40000, self + 40000}), std::optional(self));
    if (!test::runsAsRoot())
        return;
    // Made by root, met by the account that the service runs as.
    site.settings.account = base::Owner{65534, 65534};
    const auto sealed = site.seal(password);
    QCOMPARE(faultOf(sealed), std::string("Semaphore root"));
    QCOMPARE(sealed.error().found, vault::semaphoreName(key));
}

QTEST_GUILESS_MAIN(TestKmcGround)
#include "test_kmc_ground.moc"

// Why: what modes, links and renames are to POSIX, access lists, sharing and MoveFileEx are to Windows. What
// Wine does not keep (the protected flag, what a folder hands down) is asked on a real Windows only; `onWine`
// says which rows.
#include <QTest>
#include <filesystem>
#include <fstream>

#include <windows.h>

#include <aclapi.h>

#include "core/files/file_lock.h"
#include "core/files/file_system.h"
#include "core/files/folder.h"
#include "core/files/path.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace std::chrono_literals;
using base::ErrorCode;
using base::FileKind;
using files::Links;

namespace fs = std::filesystem;

namespace {

bool onWine() {
    const HMODULE ntdll = GetModuleHandleW(L"ntdll.dll");
    return GetProcAddress(ntdll, "wine_get_version") != nullptr;
}

// Holder has a file open as a service would: others may read it, and nothing else.
class Holder {
  public:
    explicit Holder(const std::string& path, DWORD sharing = FILE_SHARE_READ)
        : m_file(CreateFileW(fs::path(path).c_str(), GENERIC_READ, sharing, nullptr, OPEN_EXISTING, 0,
                             nullptr)) {}
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;
    ~Holder() { close(); }
    bool isOpen() const { return m_file != INVALID_HANDLE_VALUE; }
    void close() {
        if (isOpen())
            CloseHandle(std::exchange(m_file, INVALID_HANDLE_VALUE));
    }

  private:
    HANDLE m_file;
};

bool isProtected(const std::string& path) {
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    const bool known =
        GetNamedSecurityInfoW(fs::path(path).c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr,
                              nullptr, nullptr, nullptr, &descriptor) == ERROR_SUCCESS &&
        GetSecurityDescriptorControl(descriptor, &control, &revision);
    LocalFree(descriptor);
    return known && (control & SE_DACL_PROTECTED) != 0;
}

} // namespace

class TestWindowsFiles : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void writeNew_ownerOnly_letsNobodyElseIn();
    void writeNew_readOnly_isReadOnly();
    void writeNew_existing_isLeftAlone();
    void writeNew_noFolder_fails();
    void badNames_everyVerb_isRefused_data();
    void badNames_everyVerb_isRefused();
    void setMode_backAndForth_isTold();
    void setMode_belowAnOwnerOnlyFolder_isTold();
    void storedMode_everyMode_isWhatStatSays_data();
    void storedMode_everyMode_isWhatStatSays();
    void longPath_everyVerb_works();
    void names_chineseAndSpaces_work();
    void replace_readOnlyTarget_isReplaced();
    void replace_ontoAFolder_isRefused();
    void replace_inUse_failsAndChangesNothing();
    void replace_inUseForAMoment_succeeds();
    void remove_readOnly_isGone();
    void remove_inUse_staysReadOnly();
    void folders_madeAndRemoved();
    void read_whatAServiceHolds_works();
    void read_heldAlone_isInUse();
    void wipe_secondName_isRefusedUntouched();
    void lock_held_saysWho();
    void folder_walk_seesAll();
    void resolve_shortForms_areOne();
    void paths_driveAndServer_areRoots_data();
    void paths_driveAndServer_areRoots();
    void isBelow_otherCase_isTheSame();

  private:
    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestWindowsFiles::writeNew_ownerOnly_letsNobodyElseIn() {
    const std::string path = m_folder->at("new");
    QVERIFY(m_local->writeNew(path, base::viewOf("content"), 0600, {}));
    QCOMPARE(m_folder->modeOf("new"), 0600U);
    QCOMPARE(m_local->stat(path, Links::Refuse)->mode, 0600U);
    QCOMPARE(m_folder->read("new"), std::string("content"));
    QVERIFY(onWine() || isProtected(path));
    QVERIFY(m_local->makeFolder(m_folder->at("folder"), 0700, {}));
    QCOMPARE(m_folder->modeOf("folder"), 0700U);
    QVERIFY(onWine() || isProtected(m_folder->at("folder")));
}

void TestWindowsFiles::writeNew_readOnly_isReadOnly() {
    QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf("content"), 0400, {}));
    QCOMPARE(m_folder->modeOf("new"), 0400U);
    QCOMPARE(m_local->stat(m_folder->at("new"), Links::Refuse)->mode, 0400U);
    QCOMPARE(m_folder->read("new"), std::string("content"));
}

void TestWindowsFiles::writeNew_existing_isLeftAlone() {
    const std::string path = m_folder->write("there", "old", 0400);
    QCOMPARE(m_local->writeNew(path, base::viewOf("new"), 0600, {}).error().code, ErrorCode::FileExists);
    QCOMPARE(m_folder->read("there"), std::string("old"));
    QCOMPARE(m_folder->modeOf("there"), 0400U);
    m_folder->makeFolder("folder");
    QCOMPARE(m_local->writeNew(m_folder->at("folder"), {}, 0600, {}).error().code, ErrorCode::FileExists);
}

void TestWindowsFiles::writeNew_noFolder_fails() {
    m_folder->write("file", "");
    QCOMPARE(m_local->writeNew(m_folder->at("none/x"), {}, 0600, {}).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->writeNew(m_folder->at("file/x"), {}, 0600, {}).error().code,
             ErrorCode::FolderNotRegular);
}

void TestWindowsFiles::badNames_everyVerb_isRefused_data() {
    QTest::addColumn<std::string>("name");
    QTest::newRow("dot") << std::string("/.");
    QTest::newRow("dot dot") << std::string("/..");
    QTest::newRow("cut off dot") << std::string("/file.");
    QTest::newRow("cut off space") << std::string("/file ");
    QTest::newRow("a stream within a file") << std::string("/file:stream");
    QTest::newRow("NUL") << std::string("/a\0b", 4);
}

void TestWindowsFiles::badNames_everyVerb_isRefused() {
    QFETCH(std::string, name);
    const auto refused = [](const base::Status& status) {
        return !status && status.error().code == ErrorCode::InvalidArgument;
    };
    const std::string file = m_folder->write("file", "x");
    const std::string path = m_folder->path() + name;
    QVERIFY(refused(m_local->writeNew(path, {}, 0600, {})));
    QVERIFY(refused(m_local->replace(path, file)));
    QVERIFY(refused(m_local->replace(file, path)));
    QVERIFY(refused(m_local->remove(path)));
    QVERIFY(refused(m_local->setMode(path, 0700)));
    QVERIFY(refused(m_local->makeFolder(path, 0700, {})));
    QVERIFY(refused(m_local->removeFolder(path)));
    QVERIFY(refused(m_local->wipe(path)));
    QVERIFY(!files::FileLock::acquire(path, "me", 0ms));
    QCOMPARE(m_folder->read("file"), std::string("x"));
    QVERIFY(refused(m_local->writeNew("", {}, 0600, {})));
    QVERIFY(refused(m_local->removeFolder("/")));
}

void TestWindowsFiles::setMode_backAndForth_isTold() {
    const std::string path = m_folder->write("file", "x", 0600);
    for (const std::uint32_t mode : {0444U, 0600U, 0644U, 0400U, 0600U}) {
        QVERIFY(m_local->setMode(path, mode));
        const bool handedDown = (mode & 077U) != 0; // Wine hands nothing down
        QVERIFY((onWine() && handedDown) || m_local->stat(path, Links::Refuse)->mode == mode);
        QCOMPARE(m_folder->read("file"), std::string("x"));
    }
    QCOMPARE(m_local->setMode(m_folder->at("none"), 0600).error().code, ErrorCode::FileNotFound);
}

// A file that has what its folder hands down is not "owner only": it is as open as the folder will be.
void TestWindowsFiles::setMode_belowAnOwnerOnlyFolder_isTold() {
    QVERIFY(m_local->makeFolder(m_folder->at("keys"), 0700, {}));
    QVERIFY(m_local->writeNew(m_folder->at("keys/cert"), base::viewOf("x"), 0644, {}));
    QVERIFY(onWine() || m_local->stat(m_folder->at("keys/cert"), Links::Refuse)->mode == 0644U);
    QVERIFY(m_local->setMode(m_folder->at("keys/cert"), 0600));
    QCOMPARE(m_local->stat(m_folder->at("keys/cert"), Links::Refuse)->mode, 0600U);
}

void TestWindowsFiles::storedMode_everyMode_isWhatStatSays_data() {
    QTest::addColumn<uint>("mode");
    for (const uint mode : {0400U, 0600U, 0640U, 0644U, 0444U, 0440U})
        QTest::addRow("%o", mode) << mode;
}

void TestWindowsFiles::storedMode_everyMode_isWhatStatSays() {
    QFETCH(uint, mode);
    QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf("x"), mode, {}));
    QCOMPARE(m_local->stat(m_folder->at("new"), Links::Refuse)->mode,
             m_local->storedMode(mode, FileKind::Regular));
}

void TestWindowsFiles::longPath_everyVerb_works() {
    std::string folder = m_folder->path();
    for (int i = 0; i < 12; ++i) {
        folder += "/a folder with a rather long name " + std::to_string(i);
        QVERIFY(m_local->makeFolder(folder, 0700, {}));
    }
    QVERIFY(folder.size() > 400);
    const std::string file = folder + "/server.key";
    QVERIFY(m_local->writeNew(file, base::viewOf("x"), 0400, {}));
    QCOMPARE(base::textOf(*m_local->read(file, 10, Links::Refuse)), std::string_view("x"));
    QVERIFY(m_local->replace(file, folder + "/moved"));
    QVERIFY(m_local->syncFolder(folder));
    QCOMPARE(*m_local->list(folder), std::vector<std::string>{"moved"});
    QVERIFY(onWine() ||
            *m_local->resolve(folder + "/moved") == folder + "/moved"); // Wine tells no long names
    QVERIFY(m_local->volume(folder));
    QVERIFY(*m_local->freeSpace(folder) > 0);
    QVERIFY(m_local->remove(folder + "/moved"));
}

void TestWindowsFiles::names_chineseAndSpaces_work() {
    const std::string folder = m_folder->at("证书 文件夹 😀");
    QVERIFY(m_local->makeFolder(folder, 0700, {}));
    QVERIFY(m_local->writeNew(folder + "/服务器 证书.pem", base::viewOf("x"), 0600, {}));
    QCOMPARE(*m_local->list(folder), std::vector<std::string>{"服务器 证书.pem"});
    QCOMPARE(*m_local->resolve(folder + "/服务器 证书.pem"), folder + "/服务器 证书.pem");
}

void TestWindowsFiles::replace_readOnlyTarget_isReplaced() {
    m_folder->write("new", "new", 0400);
    m_folder->write("old", "old", 0400);
    QVERIFY(m_local->replace(m_folder->at("new"), m_folder->at("old")));
    QCOMPARE(m_folder->read("old"), std::string("new"));
    QCOMPARE(m_folder->modeOf("old"), 0400U);
    QVERIFY(!m_folder->exists("new"));
}

void TestWindowsFiles::replace_ontoAFolder_isRefused() {
    const std::string file = m_folder->write("file", "x");
    m_folder->makeFolder("folder");
    QCOMPARE(m_local->replace(file, m_folder->at("folder")).error().code, ErrorCode::FileNotRegular);
    const auto missing = m_local->replace(m_folder->at("none"), file);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    QCOMPARE(missing.error().subject, m_folder->at("none"));
}

void TestWindowsFiles::replace_inUse_failsAndChangesNothing() {
    const std::string fresh = m_folder->write("new", "new");
    const std::string used = m_folder->write("used", "old", 0400);
    const Holder service(used);
    QVERIFY(service.isOpen());
    const auto replaced = m_local->replace(fresh, used);
    QVERIFY(!replaced);
    QCOMPARE(replaced.error().code, ErrorCode::FileInUse);
    QCOMPARE(replaced.error().subject, used);
    QCOMPARE(m_folder->read("used"), std::string("old"));
    QCOMPARE(m_folder->modeOf("used"), 0400U);
    QCOMPARE(m_folder->read("new"), std::string("new"));
}

void TestWindowsFiles::replace_inUseForAMoment_succeeds() {
    const std::string fresh = m_folder->write("new", "new");
    const std::string used = m_folder->write("used", "old");
    Holder scanner(used);
    std::thread soon([&] {
        std::this_thread::sleep_for(300ms);
        scanner.close();
    });
    const auto replaced = m_local->replace(fresh, used);
    soon.join();
    QVERIFY(replaced);
    QCOMPARE(m_folder->read("used"), std::string("new"));
}

void TestWindowsFiles::remove_readOnly_isGone() {
    QVERIFY(m_local->remove(m_folder->write("file", "x", 0400)));
    QVERIFY(!m_folder->exists("file"));
    QCOMPARE(m_local->remove(m_folder->at("file")).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->remove(m_folder->makeFolder("folder")).error().code, ErrorCode::FileNotRegular);
}

void TestWindowsFiles::remove_inUse_staysReadOnly() {
    const std::string used = m_folder->write("used", "old", 0400);
    const Holder service(used);
    QCOMPARE(m_local->remove(used).error().code, ErrorCode::FileInUse);
    QCOMPARE(m_folder->modeOf("used"), 0400U);
}

void TestWindowsFiles::folders_madeAndRemoved() {
    const std::string folder = m_folder->at("folder");
    QVERIFY(m_local->makeFolder(folder, 0755, {}));
    QCOMPARE(m_local->makeFolder(folder, 0700, {}).error().code, ErrorCode::FileExists);
    m_folder->write("folder/file", "");
    QCOMPARE(m_local->removeFolder(folder).error().code, ErrorCode::FileExists);
    QCOMPARE(m_local->removeFolder(folder + "/file").error().code, ErrorCode::FolderNotRegular);
    QVERIFY(m_local->remove(folder + "/file"));
    QVERIFY(m_local->removeFolder(folder + "/"));
    QVERIFY(!m_folder->exists("folder"));
    QCOMPARE(m_local->syncFolder(m_folder->write("file", "")).error().code, ErrorCode::FolderNotRegular);
    QCOMPARE(m_local->syncFolder(folder).error().code, ErrorCode::FileNotFound);
}

void TestWindowsFiles::read_whatAServiceHolds_works() {
    const std::string used = m_folder->write("used", "content");
    const Holder service(used);
    QCOMPARE(base::textOf(*m_local->read(used, 10, Links::Refuse)), std::string_view("content"));
    QVERIFY(m_local->stat(used, Links::Refuse));
}

void TestWindowsFiles::read_heldAlone_isInUse() {
    const std::string used = m_folder->write("used", "content");
    const Holder service(used, 0);
    const auto read = m_local->read(used, 10, Links::Refuse);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileInUse);
    QVERIFY(m_local->stat(used, Links::Refuse)); // looking at it is not opening it
}

void TestWindowsFiles::wipe_secondName_isRefusedUntouched() {
    const std::string path = m_folder->write("key", "secret", 0400);
    QVERIFY(m_local->link(path, m_folder->at("second")));
    QCOMPARE(m_local->wipe(path).error().code, ErrorCode::TargetUnsafe);
    QCOMPARE(m_folder->read("second"), std::string("secret"));
    QCOMPARE(m_folder->modeOf("key"), 0400U);
    QVERIFY(m_local->remove(m_folder->at("second")));
    QVERIFY(m_local->wipe(path));
    QVERIFY(!m_folder->exists("key"));
}

void TestWindowsFiles::lock_held_saysWho() {
    const std::string path = m_folder->at("lock");
    {
        const auto first = files::FileLock::acquire(path, "import by 王 (pid 7)", 0ms);
        QVERIFY(first);
        QCOMPARE(m_folder->modeOf("lock"), 0600U);
        const auto second = files::FileLock::acquire(path, "second", 120ms);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::LockHeld);
        QCOMPARE(second.error().detail, std::string("import by 王 (pid 7)"));
    }
    QVERIFY(files::FileLock::acquire(path, "again", 0ms));
    m_folder->makeFolder("folder");
    QCOMPARE(files::FileLock::acquire(m_folder->at("folder"), "me", 0ms).error().code,
             ErrorCode::FileNotRegular);
}

void TestWindowsFiles::folder_walk_seesAll() {
    m_folder->write("证书.pem", "abc");
    m_folder->makeFolder("sub");
    const auto folder = files::openFolderAt(m_folder->path());
    QVERIFY(folder);
    std::map<std::string, FileKind> seen;
    while (const auto entry = (*folder)->next()) {
        if (!*entry)
            break;
        seen[(*entry)->name] = (*entry)->kind;
    }
    QCOMPARE(seen.size(), 2U);
    QVERIFY(seen.at("证书.pem") == FileKind::Regular && seen.at("sub") == FileKind::Folder);
    QCOMPARE((*(*folder)->file("证书.pem"))->size(), 3U);
    QCOMPARE((*folder)->file("sub").error().code, ErrorCode::FileNotRegular);
    QVERIFY((*folder)->folder("sub"));
    QVERIFY(!(*folder)->folder("证书.pem"));
}

void TestWindowsFiles::resolve_shortForms_areOne() {
    m_folder->write("sub/file", "");
    QCOMPARE(*m_local->resolve(m_folder->at("sub/../sub/./file")), m_folder->at("sub/file"));
    QCOMPARE(m_local->resolve(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
}

void TestWindowsFiles::paths_driveAndServer_areRoots_data() {
    QTest::addColumn<std::string>("path");
    QTest::addColumn<std::string>("parent");
    const auto row = [](const char* path, const char* parent) {
        QTest::newRow(path) << std::string(path) << std::string(parent);
    };
    row("C:/a/b", "C:/a");
    row("C:/a", "C:/");
    row("C:/", "C:/");
    row("//server/share/a/b", "//server/share/a");
    row("//server/share/a", "//server/share/");
    row("/a", "/");
}

void TestWindowsFiles::paths_driveAndServer_areRoots() {
    QFETCH(std::string, path);
    QFETCH(std::string, parent);
    QVERIFY(files::isAbsolute(path));
    QCOMPARE(files::parentOf(path), parent);
    QCOMPARE(files::join("C:/elsewhere", path), path);
}

void TestWindowsFiles::isBelow_otherCase_isTheSame() {
    QVERIFY(files::isBelow("C:/Service/KEYS/a", "c:/service/keys"));
    QVERIFY(files::isBelow("C:/服务/Ключ/a", "C:/服务/КЛЮЧ"));
    QVERIFY(!files::isBelow("C:/service/keys2", "C:/service/keys"));
    QVERIFY(!files::isBelow("D:/service", "C:/service"));
}

QTEST_APPLESS_MAIN(TestWindowsFiles)
#include "test_windows_files.moc"

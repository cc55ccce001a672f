// Why: what modes are to POSIX, access lists and the read-only mark are to Windows. What Wine does not keep
// (the protected flag, what a folder hands down) is asked on a real Windows only; `onWine` says which rows.
#include <QTest>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <windows.h>

#include <aclapi.h>

#include "core/files/file_system.h"
#include "core/files/folder.h"
#include "tests/support/on_wine_windows.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using base::ErrorCode;
using base::FileKind;
using files::Links;
using test::onWine;

namespace {

bool isProtected(const std::string& path) {
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    SECURITY_DESCRIPTOR_CONTROL control = 0;
    DWORD revision = 0;
    const bool known =
        GetNamedSecurityInfoW(test::utf8Path(path).c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION,
                              nullptr, nullptr, nullptr, nullptr, &descriptor) == ERROR_SUCCESS &&
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
    void setMode_backAndForth_isTold();
    void setMode_belowAnOwnerOnlyFolder_isTold();
    void storedMode_everyMode_isWhatStatSays_data();
    void storedMode_everyMode_isWhatStatSays();
    void folders_madeAndRemoved();
    void wipe_secondName_isRefusedUntouched();
    void folder_walk_seesAll();

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

QTEST_APPLESS_MAIN(TestWindowsFiles)
#include "test_windows_files.moc"

// Why: modes, owners and all-or-nothing of single verbs; what an import is built from.
#include <QTest>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "core/files/file_system.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using base::ErrorCode;
using files::Links;

namespace fs = std::filesystem;

namespace {

// MaskInForce sets the process's umask until it dies.
class MaskInForce {
  public:
    explicit MaskInForce(mode_t mask)
        : m_before(::umask(mask)) {}
    MaskInForce(const MaskInForce&) = delete;
    MaskInForce& operator=(const MaskInForce&) = delete;
    ~MaskInForce() { ::umask(m_before); }

  private:
    mode_t m_before;
};

} // namespace

class TestFileSystem : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void writeNew_modes_areExactWhateverTheUmask_data();
    void writeNew_modes_areExactWhateverTheUmask();
    void writeNew_large_isWrittenWhole();
    void writeNew_existing_isLeftAlone();
    void writeNew_relativePath_startsAtTheWorkingFolder();
    void writeNew_owner_ofOneself_isKept();
    void writeNew_foreignOwner_onlyRootGives();
    void writeNew_noFolder_fails();
    void writeNew_shutFolder_isDenied();
    void writeNew_belowSearchOnlyFolder_works();
    void badNames_everyVerb_isRefused_data();
    void badNames_everyVerb_isRefused();
    void replace_files_isARename();
    void replace_readOnlyTarget_isReplaced();
    void replace_missingOrFolder_fails();
    void remove_file_isGone();
    void remove_notAFile_fails();
    void setMode_fileAndFolder_isExact();
    void setMode_unreadableFile_isChanged();
    void setMode_missing_fails();
    void setMode_ofOthers_isDenied();
    void makeFolder_modes_areExactWhateverTheUmask();
    void makeFolder_owner_onlyRootGives();
    void makeFolder_existing_fails();
    void removeFolder_emptyOnly();
    void syncFolder_folderOnly();

  private:
    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestFileSystem::writeNew_modes_areExactWhateverTheUmask_data() {
    QTest::addColumn<uint>("mode");
    QTest::addColumn<uint>("mask");
    for (const uint mask : {0U, 022U, 077U, 0777U})
        for (const uint mode : {0400U, 0600U, 0640U, 0644U, 0444U, 0U})
            QTest::addRow("%o under %o", mode, mask) << mode << mask;
}

void TestFileSystem::writeNew_modes_areExactWhateverTheUmask() {
    QFETCH(uint, mode);
    QFETCH(uint, mask);
    {
        const MaskInForce umask(mask);
        QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf("content"), mode, {}));
    }
    QCOMPARE(m_folder->modeOf("new"), mode);
    fs::permissions(m_folder->at("new"), fs::perms::owner_read);
    QCOMPARE(m_folder->read("new"), std::string("content"));
}

void TestFileSystem::writeNew_large_isWrittenWhole() {
    const std::string content(5'000'003, 'x');
    QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf(content), 0400, {}));
    QVERIFY(m_folder->read("new") == content);
}

void TestFileSystem::writeNew_existing_isLeftAlone() {
    const std::string path = m_folder->write("there", "old", 0400);
    const auto written = m_local->writeNew(path, base::viewOf("new"), 0600, {});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::FileExists);
    QCOMPARE(m_folder->read("there"), std::string("old"));
    QCOMPARE(m_folder->modeOf("there"), 0400U);
    m_folder->makeFolder("folder");
    QCOMPARE(m_local->writeNew(m_folder->at("folder"), {}, 0600, {}).error().code, ErrorCode::FileExists);
}

void TestFileSystem::writeNew_relativePath_startsAtTheWorkingFolder() {
    m_folder->makeFolder("sub");
    const fs::path before = fs::current_path();
    fs::current_path(m_folder->path());
    const auto plain = m_local->writeNew("plain", base::viewOf("1"), 0600, {});
    const auto dotted = m_local->writeNew("./sub/../sub//below", base::viewOf("2"), 0600, {});
    const auto synced = m_local->syncFolder("sub");
    fs::current_path(before);
    QVERIFY(plain && dotted && synced);
    QCOMPARE(m_folder->read("plain"), std::string("1"));
    QCOMPARE(m_folder->read("sub/below"), std::string("2"));
}

void TestFileSystem::writeNew_owner_ofOneself_isKept() {
    QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf("x"), 0400, m_local->self()));
    QCOMPARE(m_local->stat(m_folder->at("new"), Links::Refuse)->owner, m_local->self());
    QCOMPARE(m_folder->modeOf("new"), 0400U);
}

void TestFileSystem::writeNew_foreignOwner_onlyRootGives() {
    const base::Owner other{12345, 23456};
    QVERIFY(m_local->writeNew(m_folder->at("new"), base::viewOf("x"), 0640, other));
    const auto info = m_local->stat(m_folder->at("new"), Links::Refuse);
    QCOMPARE(info->owner, test::runsAsRoot() ? other : m_local->self());
    QCOMPARE(info->mode, 0640U);
    QCOMPARE(info->size, 1U);
}

void TestFileSystem::writeNew_noFolder_fails() {
    m_folder->write("file", "");
    QCOMPARE(m_local->writeNew(m_folder->at("none/x"), {}, 0600, {}).error().code, ErrorCode::FileNotFound);
    const auto belowFile = m_local->writeNew(m_folder->at("file/x"), {}, 0600, {});
    QCOMPARE(belowFile.error().code, ErrorCode::FolderNotRegular);
    QCOMPARE(belowFile.error().subject, m_folder->at("file/x"));
    const auto tooLong = m_local->writeNew(m_folder->at(std::string(300, 'n')), {}, 0600, {});
    QCOMPARE(tooLong.error().code, ErrorCode::InvalidArgument);
}

void TestFileSystem::writeNew_shutFolder_isDenied() {
    m_folder->makeFolder("shut", 0500);
    const auto written = m_local->writeNew(m_folder->at("shut/x"), {}, 0600, {});
    QCOMPARE(written.has_value(), test::runsAsRoot());
    if (!written)
        QCOMPARE(written.error().code, ErrorCode::FileAccessDenied);
}

void TestFileSystem::writeNew_belowSearchOnlyFolder_works() {
    m_folder->makeFolder("passage", 0700);
    m_folder->makeFolder("passage/room", 0700);
    fs::permissions(m_folder->at("passage"), fs::perms::owner_exec);
    QVERIFY(m_local->writeNew(m_folder->at("passage/room/x"), base::viewOf("y"), 0600, {}));
    QCOMPARE(m_folder->read("passage/room/x"), std::string("y"));
}

void TestFileSystem::badNames_everyVerb_isRefused_data() {
    QTest::addColumn<std::string>("name");
    QTest::newRow("dot") << std::string("/tmp/.");
    QTest::newRow("dot dot") << std::string("/tmp/..");
    QTest::newRow("root") << std::string("/");
    QTest::newRow("empty") << std::string();
    QTest::newRow("NUL") << std::string("/tmp/a\0b", 8);
}

void TestFileSystem::badNames_everyVerb_isRefused() {
    QFETCH(std::string, name);
    const auto refused = [](const base::Status& status) {
        return !status && status.error().code == ErrorCode::InvalidArgument;
    };
    const std::string file = m_folder->write("file", "x");
    QVERIFY(refused(m_local->writeNew(name, {}, 0600, {})));
    QVERIFY(refused(m_local->replace(name, file)));
    QVERIFY(refused(m_local->replace(file, name)));
    QVERIFY(refused(m_local->remove(name)));
    QVERIFY(refused(m_local->setMode(name, 0700)));
    QVERIFY(refused(m_local->makeFolder(name, 0700, {})));
    QVERIFY(refused(m_local->removeFolder(name)));
    QCOMPARE(refused(m_local->syncFolder(name)), name.empty() || name.find('\0') != std::string::npos);
    QVERIFY(m_folder->exists("file"));
}

void TestFileSystem::replace_files_isARename() {
    m_folder->makeFolder("a");
    m_folder->makeFolder("b");
    m_folder->write("a/new", "new", 0400);
    QVERIFY(m_local->replace(m_folder->at("a/new"), m_folder->at("b/name")));
    QVERIFY(!m_folder->exists("a/new"));
    QCOMPARE(m_folder->read("b/name"), std::string("new"));
    QCOMPARE(m_folder->modeOf("b/name"), 0400U);
}

void TestFileSystem::replace_readOnlyTarget_isReplaced() {
    m_folder->write("new", "new", 0400);
    m_folder->write("old", "old", 0400);
    QVERIFY(m_local->replace(m_folder->at("new"), m_folder->at("old")));
    QCOMPARE(m_folder->read("old"), std::string("new"));
}

void TestFileSystem::replace_missingOrFolder_fails() {
    const std::string file = m_folder->write("file", "x");
    const auto missing = m_local->replace(m_folder->at("none"), file);
    QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    QCOMPARE(missing.error().subject, m_folder->at("none"));
    m_folder->makeFolder("folder");
    QCOMPARE(m_local->replace(file, m_folder->at("folder")).error().code, ErrorCode::FileNotRegular);
    QCOMPARE(m_local->replace(file, m_folder->at("none/x")).error().code, ErrorCode::FileNotFound);
    QVERIFY(m_folder->exists("file"));
}

void TestFileSystem::remove_file_isGone() {
    QVERIFY(m_local->remove(m_folder->write("file", "x", 0400)));
    QVERIFY(!m_folder->exists("file"));
}

void TestFileSystem::remove_notAFile_fails() {
    QCOMPARE(m_local->remove(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->remove(m_folder->makeFolder("folder")).error().code, ErrorCode::FileNotRegular);
    QVERIFY(m_folder->exists("folder"));
}

void TestFileSystem::setMode_fileAndFolder_isExact() {
    const MaskInForce umask(0077);
    QVERIFY(m_local->setMode(m_folder->write("file", "x", 0600), 0444));
    QCOMPARE(m_folder->modeOf("file"), 0444U);
    QVERIFY(m_local->setMode(m_folder->makeFolder("folder"), 0755));
    QCOMPARE(m_folder->modeOf("folder"), 0755U);
    QVERIFY(m_local->setMode(m_folder->at("folder/"), 01700));
    QCOMPARE(m_folder->modeOf("folder"), 01700U);
}

void TestFileSystem::setMode_unreadableFile_isChanged() {
    QVERIFY(m_local->setMode(m_folder->write("file", "x", 0000), 0600));
    QCOMPARE(m_folder->modeOf("file"), 0600U);
    QVERIFY(m_local->setMode(m_folder->makeFolder("folder", 0000), 0700));
    QCOMPARE(m_folder->modeOf("folder"), 0700U);
}

void TestFileSystem::setMode_missing_fails() {
    QCOMPARE(m_local->setMode(m_folder->at("none"), 0600).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->setMode(m_folder->at("none/x"), 0600).error().code, ErrorCode::FileNotFound);
}

void TestFileSystem::setMode_ofOthers_isDenied() {
    // It belongs to root, who changes it to what it is.
    const auto info = m_local->stat("/tmp", Links::Refuse);
    QVERIFY(info);
    const auto changed = m_local->setMode("/tmp", info->mode);
    QCOMPARE(changed.has_value(), test::runsAsRoot());
    if (!changed)
        QCOMPARE(changed.error().code, ErrorCode::FileAccessDenied);
}

void TestFileSystem::makeFolder_modes_areExactWhateverTheUmask() {
    for (const mode_t mask : {0U, 022U, 077U, 0777U}) {
        for (const std::uint32_t mode : {0700U, 0755U, 0500U, 0U}) {
            const std::string name = std::to_string(mask) + '-' + std::to_string(mode);
            {
                const MaskInForce umask(mask);
                QVERIFY(m_local->makeFolder(m_folder->at(name), mode, {}));
            }
            QCOMPARE(m_folder->modeOf(name), mode);
        }
    }
}

void TestFileSystem::makeFolder_owner_onlyRootGives() {
    const base::Owner other{12345, 23456};
    QVERIFY(m_local->makeFolder(m_folder->at("new"), 0750, other));
    const auto info = m_local->stat(m_folder->at("new"), Links::Refuse);
    QCOMPARE(info->owner, test::runsAsRoot() ? other : m_local->self());
    QCOMPARE(info->mode, 0750U);
}

void TestFileSystem::makeFolder_existing_fails() {
    m_folder->makeFolder("folder", 0750);
    QCOMPARE(m_local->makeFolder(m_folder->at("folder"), 0700, {}).error().code, ErrorCode::FileExists);
    QCOMPARE(m_folder->modeOf("folder"), 0750U);
    m_folder->write("file", "");
    QCOMPARE(m_local->makeFolder(m_folder->at("file"), 0700, {}).error().code, ErrorCode::FileExists);
    QCOMPARE(m_local->makeFolder(m_folder->at("none/x"), 0700, {}).error().code, ErrorCode::FileNotFound);
}

void TestFileSystem::removeFolder_emptyOnly() {
    m_folder->write("full/file", "");
    QCOMPARE(m_local->removeFolder(m_folder->at("full")).error().code, ErrorCode::FileExists);
    QCOMPARE(m_local->removeFolder(m_folder->at("full/file")).error().code, ErrorCode::FolderNotRegular);
    QVERIFY(m_local->remove(m_folder->at("full/file")));
    QVERIFY(m_local->removeFolder(m_folder->at("full/")));
    QVERIFY(!m_folder->exists("full"));
    QCOMPARE(m_local->removeFolder(m_folder->at("full")).error().code, ErrorCode::FileNotFound);
}

void TestFileSystem::syncFolder_folderOnly() {
    QVERIFY(m_local->syncFolder(m_folder->path()));
    QVERIFY(m_local->syncFolder(m_folder->path() + "//."));
    QCOMPARE(m_local->syncFolder(m_folder->write("file", "")).error().code, ErrorCode::FolderNotRegular);
    QCOMPARE(m_local->syncFolder(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
    // Where folders cannot be synced, that is said.
    QCOMPARE(m_local->syncFolder("/proc").error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestFileSystem)
#include "test_file_system.moc"

// Why: Windows has drives, servers, streams, device names and a limit of 260 characters that is not one, all
// of which POSIX lacks.
#include <QTest>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <windows.h>

#include "core/files/file_lock.h"
#include "core/files/file_system.h"
#include "core/files/folder.h"
#include "core/files/path.h"
#include "core/files/system_windows.h"
#include "tests/support/on_wine_windows.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace std::chrono_literals;
using base::ErrorCode;
using files::Links;
using test::onWine;

class TestWindowsPaths : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void badNames_everyVerb_isRefused_data();
    void badNames_everyVerb_isRefused();
    void longPath_everyVerb_works();
    void names_chineseAndSpaces_work();
    void resolve_shortForms_areOne();
    void paths_driveAndServer_areRoots_data();
    void paths_driveAndServer_areRoots();
    void isBelow_otherCase_isTheSame();
    void widePath_eachKind_hasNoLimit_data();
    void widePath_eachKind_hasNoLimit();
    void server_everyVerb_works();
    void links_everyVerb_areRefused();
    void list_slashAtTheEnd_isTheSame();
    void list_drive_works();

  private:
    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestWindowsPaths::badNames_everyVerb_isRefused_data() {
    QTest::addColumn<std::string>("name");
    QTest::newRow("dot") << std::string("/.");
    QTest::newRow("dot dot") << std::string("/..");
    QTest::newRow("cut off dot") << std::string("/file.");
    QTest::newRow("cut off space") << std::string("/file ");
    QTest::newRow("a stream within a file") << std::string("/file:stream");
    QTest::newRow("NUL") << std::string("/a\0b", 4);
}

void TestWindowsPaths::badNames_everyVerb_isRefused() {
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

void TestWindowsPaths::longPath_everyVerb_works() {
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

void TestWindowsPaths::names_chineseAndSpaces_work() {
    const std::string folder = m_folder->at("证书 文件夹 😀");
    QVERIFY(m_local->makeFolder(folder, 0700, {}));
    QVERIFY(m_local->writeNew(folder + "/服务器 证书.pem", base::viewOf("x"), 0600, {}));
    QCOMPARE(*m_local->list(folder), std::vector<std::string>{"服务器 证书.pem"});
    QCOMPARE(*m_local->resolve(folder + "/服务器 证书.pem"), folder + "/服务器 证书.pem");
}

void TestWindowsPaths::resolve_shortForms_areOne() {
    m_folder->write("sub/file", "");
    QCOMPARE(*m_local->resolve(m_folder->at("sub/../sub/./file")), m_folder->at("sub/file"));
    QCOMPARE(m_local->resolve(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
}

void TestWindowsPaths::paths_driveAndServer_areRoots_data() {
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

void TestWindowsPaths::paths_driveAndServer_areRoots() {
    QFETCH(std::string, path);
    QFETCH(std::string, parent);
    QVERIFY(files::isAbsolute(path));
    QCOMPARE(files::parentOf(path), parent);
    QCOMPARE(files::join("C:/elsewhere", path), path);
}

void TestWindowsPaths::isBelow_otherCase_isTheSame() {
    QVERIFY(files::isBelow("C:/Service/KEYS/a", "c:/service/keys"));
    QVERIFY(files::isBelow("C:/服务/Ключ/a", "C:/服务/КЛЮЧ"));
    QVERIFY(!files::isBelow("C:/service/keys2", "C:/service/keys"));
    QVERIFY(!files::isBelow("D:/service", "C:/service"));
}

// What the system is asked with; Wine has no servers.
void TestWindowsPaths::widePath_eachKind_hasNoLimit_data() {
    QTest::addColumn<std::string>("path");
    QTest::addColumn<QString>("wide");
    const auto row = [](const char* path, const char* wide) {
        QTest::newRow(path) << std::string(path) << QString::fromUtf8(wide);
    };
    row("C:/服务/server.key", R"(\\?\C:\服务\server.key)");
    row("C:/a/../b/./c", R"(\\?\C:\b\c)");
    row("//server/share/keys/a.pem", R"(\\?\UNC\server\share\keys\a.pem)");
    row(R"(\\server\share\a)", R"(\\?\UNC\server\share\a)");
    row(R"(\\?\C:\a)", R"(\\?\C:\a)");
}

void TestWindowsPaths::widePath_eachKind_hasNoLimit() {
    QFETCH(std::string, path);
    QFETCH(QString, wide);
    QCOMPARE(QString::fromStdWString(*files::widePath(path)), wide);
}

// The computer's own share for administrators stands for any server; there is none under Wine, nor for other
// accounts.
void TestWindowsPaths::server_everyVerb_works() {
    std::string folder = "//localhost/" + m_folder->path();
    folder.replace(folder.find(":"), 1, "$");
    if (onWine() || !m_local->stat(folder, Links::Refuse))
        return;
    const std::string file = folder + "/服务器.key";
    QVERIFY(m_local->writeNew(file, base::viewOf("x"), 0400, {}));
    QCOMPARE(m_folder->read("服务器.key"), std::string("x"));
    QVERIFY(m_local->replace(file, folder + "/moved"));
    QVERIFY(m_local->syncFolder(folder));
    QVERIFY(m_local->remove(folder + "/moved"));
}

// Wine makes no links; on Windows an ordinary user may where the developer mode is on.
void TestWindowsPaths::links_everyVerb_areRefused() {
    constexpr DWORD unprivileged = 2; // SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE
    const std::string real = m_folder->write("real/file", "x");
    const std::string way = m_folder->at("way");
    const std::string link = m_folder->at("link");
    const auto made = [&](const std::string& name, const std::string& to, DWORD kind) {
        return CreateSymbolicLinkW(test::utf8Path(name).make_preferred().c_str(),
                                   test::utf8Path(to).make_preferred().c_str(), kind | unprivileged) != 0;
    };
    if (onWine() || !made(way, m_folder->at("real"), SYMBOLIC_LINK_FLAG_DIRECTORY) || !made(link, real, 0))
        return;
    QCOMPARE(m_local->stat(link, Links::Refuse)->kind, base::FileKind::Symlink);
    QCOMPARE(m_local->read(link, 10, Links::Refuse).error().code, ErrorCode::FileIsSymlink);
    for (const std::string& path : {link, way + "/file"})
        for (const auto& status : {m_local->setMode(path, 0600), m_local->wipe(path)}) {
            QVERIFY(!status);
            QCOMPARE(status.error().code, ErrorCode::FileIsSymlink);
        }
    QCOMPARE(m_local->writeNew(way + "/new", {}, 0600, {}).error().code, ErrorCode::FileIsSymlink);
    QCOMPARE(m_folder->read("real/file"), std::string("x"));
}

void TestWindowsPaths::list_slashAtTheEnd_isTheSame() {
    m_folder->write("folder/file", "x");
    QCOMPARE(*m_local->list(m_folder->at("folder/")), std::vector<std::string>{"file"});
    QVERIFY((*(*files::openFolderAt(m_folder->at("folder/")))->next())->name == "file");
}

void TestWindowsPaths::list_drive_works() {
    const auto names = m_local->list("C:/");
    QVERIFY(names);
    QVERIFY(std::ranges::any_of(*names, [](const std::string& name) {
        return QString::fromStdString(name).compare(QLatin1String("windows"), Qt::CaseInsensitive) == 0;
    }));
}

QTEST_APPLESS_MAIN(TestWindowsPaths)
#include "test_windows_paths.moc"

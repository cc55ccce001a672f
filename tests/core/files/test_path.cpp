// Why: whether a target lies in the service's folder is decided on text by these functions.
#include <QTest>

#include "core/files/path.h"

using namespace certwright;

namespace {

void textColumns(const char* first, const char* second, const char* third) {
    for (const char* name : {first, second, third})
        if (name != nullptr)
            QTest::addColumn<std::string>(name);
}

} // namespace

class TestPath : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void join_folderAndName_isOnePath_data();
    void join_folderAndName_isOnePath();
    void split_path_folderAndName_data();
    void split_path_folderAndName();
    void isAbsolute_path_bySlash();
    void isBelow_path_byComponents_data();
    void isBelow_path_byComponents();
    void relativeTo_path_withoutFolder_data();
    void relativeTo_path_withoutFolder();
};

void TestPath::join_folderAndName_isOnePath_data() {
    textColumns("folder", "name", "path");
    const auto row = [](const std::string& folder, const std::string& name, const std::string& path) {
        QTest::addRow("%s + %s", folder.c_str(), name.c_str()) << folder << name << path;
    };
    row("/a", "b", "/a/b");
    row("/a/", "b", "/a/b");
    row("/", "b", "/b");
    row("a", "b/c", "a/b/c");
    row("", "b", "b");
    row("/a", "/b", "/b");
    row("/a", "", "/a");
    row("", "", "");
}

void TestPath::join_folderAndName_isOnePath() {
    QFETCH(std::string, folder);
    QFETCH(std::string, name);
    QFETCH(std::string, path);
    QCOMPARE(files::join(folder, name), path);
}

void TestPath::split_path_folderAndName_data() {
    textColumns("path", "parent", "name");
    const auto row = [](const std::string& path, const std::string& parent, const std::string& name) {
        QTest::addRow("'%s'", path.c_str()) << path << parent << name;
    };
    row("/a/b", "/a", "b");
    row("/a", "/", "a");
    row("a", ".", "a");
    row("a/b", "a", "b");
    row("/a//b", "/a", "b");
    row("/", "/", "");
    row("/a/b/", "/a/b", "");
    row("", ".", "");
    row("/证书/私钥.pem", "/证书", "私钥.pem");
}

void TestPath::split_path_folderAndName() {
    QFETCH(std::string, path);
    QFETCH(std::string, parent);
    QFETCH(std::string, name);
    QCOMPARE(files::parentOf(path), parent);
    QCOMPARE(files::fileNameOf(path), name);
}

void TestPath::isAbsolute_path_bySlash() {
    QVERIFY(files::isAbsolute("/"));
    QVERIFY(files::isAbsolute("/a"));
    QVERIFY(!files::isAbsolute("a/b"));
    QVERIFY(!files::isAbsolute(""));
    QVERIFY(!files::isAbsolute("./a"));
}

void TestPath::isBelow_path_byComponents_data() {
    textColumns("path", "folder", nullptr);
    QTest::addColumn<bool>("below");
    const auto row = [](const std::string& path, const std::string& folder, bool below) {
        QTest::addRow("%s in %s", path.c_str(), folder.c_str()) << path << folder << below;
    };
    row("/a/b", "/a", true);
    row("/a", "/a", true);
    row("/a/", "/a", true);
    row("/a/b", "/a/", true);
    row("/a//b/./c", "/a/b", true);
    row("/anything", "/", true);
    row("a/b", "a", true);
    row("a", ".", true);
    row("/ab", "/a", false);
    row("/a", "/a/b", false);
    row("/b/a", "/a", false);
    row("a/b", "/a", false);
    row("/a/b", "a", false);
    row("/a/b/../../etc", "/a/b", false);
    row("/a/..", "/a", false);
}

void TestPath::isBelow_path_byComponents() {
    QFETCH(std::string, path);
    QFETCH(std::string, folder);
    QFETCH(bool, below);
    QCOMPARE(files::isBelow(path, folder), below);
}

void TestPath::relativeTo_path_withoutFolder_data() {
    textColumns("path", "folder", "rest");
    const auto row = [](const std::string& path, const std::string& folder, const std::string& rest) {
        QTest::addRow("%s from %s", path.c_str(), folder.c_str()) << path << folder << rest;
    };
    row("/a/b/c", "/a", "b/c");
    row("/a/b", "/a/", "b");
    row("/a/b", "/", "a/b");
    row("/a", "/a", "");
    row("/b", "/a", "/b");
    row("/a/../b", "/a", "/a/../b");
}

void TestPath::relativeTo_path_withoutFolder() {
    QFETCH(std::string, path);
    QFETCH(std::string, folder);
    QFETCH(std::string, rest);
    QCOMPARE(files::relativeTo(path, folder), rest);
}

QTEST_APPLESS_MAIN(TestPath)
#include "test_path.moc"

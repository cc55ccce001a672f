// Why: who may write into a folder above a target must not be able to lead a write, with root's rights,
// elsewhere.
#include <QTest>
#include <atomic>
#include <filesystem>
#include <thread>

#include "core/files/file_system.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using base::ErrorCode;

namespace fs = std::filesystem;

class TestLinksRefused : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void folderAbove_isLink_everyVerbRefuses_data();
    void folderAbove_isLink_everyVerbRefuses();
    void lastComponent_isLink_isNeverFollowed();
    void folderAbove_swappedMeanwhile_nothingLandsElsewhere();
};

void TestLinksRefused::folderAbove_isLink_everyVerbRefuses_data() {
    QTest::addColumn<std::string>("folder");
    QTest::newRow("directly above") << std::string("link");
    QTest::newRow("two above") << std::string("up/inner");
    QTest::newRow("passed through and left") << std::string("link/../real");
    QTest::newRow("relative link") << std::string("relative");
}

void TestLinksRefused::folderAbove_isLink_everyVerbRefuses() {
    QFETCH(std::string, folder);
    const test::TemporaryFolder base;
    const auto local = files::localFileSystem();
    base.write("real/file", "old", 0600);
    base.makeFolder("real/empty", 0700);
    base.makeFolder("house");
    fs::create_directory_symlink(base.at("real"), base.at("house/inner"));
    fs::create_directory_symlink(base.at("house"), base.at("up"));
    fs::create_directory_symlink(base.at("real"), base.at("link"));
    fs::create_directory_symlink("real", base.at("relative"));
    const std::string own = base.write("own", "mine");

    const auto refused = [](const base::Status& status) {
        return !status && status.error().code == ErrorCode::FileIsSymlink;
    };
    const std::string below = base.at(folder);
    QVERIFY(refused(local->writeNew(below + "/new", {}, 0600, {})));
    QVERIFY(refused(local->replace(own, below + "/file")));
    QVERIFY(refused(local->replace(below + "/file", own)));
    QVERIFY(refused(local->remove(below + "/file")));
    QVERIFY(refused(local->setMode(below + "/file", 0666)));
    QVERIFY(refused(local->makeFolder(below + "/folder", 0700, {})));
    QVERIFY(refused(local->removeFolder(below + "/empty")));
    QVERIFY(refused(local->syncFolder(below)));
    const auto read = local->read(below + "/file", 10, files::Links::Refuse);
    QVERIFY(!read && read.error().code == ErrorCode::FileIsSymlink);
    QVERIFY(local->read(below + "/file", 10, files::Links::Follow));
    QCOMPARE(*local->list(base.at("real")), (std::vector<std::string>{"empty", "file"}));
    QCOMPARE(base.read("real/file"), std::string("old"));
    QCOMPARE(base.modeOf("real/file"), 0600U);
    QCOMPARE(base.read("own"), std::string("mine"));
}

void TestLinksRefused::lastComponent_isLink_isNeverFollowed() {
    const test::TemporaryFolder base;
    const auto local = files::localFileSystem();
    base.write("real", "old", 0600);
    base.makeFolder("folder");
    fs::create_symlink(base.at("real"), base.at("link"));
    fs::create_symlink(base.at("none"), base.at("dangling"));
    fs::create_directory_symlink(base.at("folder"), base.at("to-folder"));

    QCOMPARE(local->writeNew(base.at("link"), base::viewOf("x"), 0600, {}).error().code,
             ErrorCode::FileExists);
    QCOMPARE(local->writeNew(base.at("dangling"), base::viewOf("x"), 0600, {}).error().code,
             ErrorCode::FileExists);
    QVERIFY(!base.exists("none"));
    QCOMPARE(local->setMode(base.at("link"), 0666).error().code, ErrorCode::FileIsSymlink);
    QCOMPARE(local->setMode(base.at("to-folder/"), 0777).error().code, ErrorCode::FileIsSymlink);
    QCOMPARE(base.modeOf("real"), 0600U);
    QCOMPARE(base.modeOf("folder"), 0700U);
    QCOMPARE(local->removeFolder(base.at("to-folder/")).error().code, ErrorCode::FileIsSymlink);
    QCOMPARE(local->makeFolder(base.at("dangling"), 0700, {}).error().code, ErrorCode::FileExists);

    QVERIFY(local->replace(base.write("new", "new"), base.at("link"))); // the link itself is replaced
    QCOMPARE(base.read("real"), std::string("old"));
    QVERIFY(local->remove(base.at("dangling")));
    QVERIFY(local->remove(base.at("to-folder")));
    QVERIFY(base.exists("folder"));
}

void TestLinksRefused::folderAbove_swappedMeanwhile_nothingLandsElsewhere() {
    const test::TemporaryFolder base;
    const auto local = files::localFileSystem();
    base.write("victim/file", "", 0644);
    base.write("name/file", "", 0644);
    fs::create_directory_symlink("victim", base.at("trap"));
    std::atomic<bool> stop = false;
    std::thread attacker([&] {
        while (!stop) {
            fs::rename(base.at("name"), base.at("away"));
            fs::rename(base.at("trap"), base.at("name"));
            fs::rename(base.at("name"), base.at("trap"));
            fs::rename(base.at("away"), base.at("name"));
        }
    });
    int refused = 0;
    int done = 0;
    // Until both were met; at most about a minute on a busy machine.
    for (int i = 0; i < 2000 || ((refused == 0 || done == 0) && i < 1'000'000); ++i) {
        const auto status = local->setMode(base.at("name/file"), 0600);
        refused += !status && status.error().code == ErrorCode::FileIsSymlink ? 1 : 0;
        done += status ? 1 : 0;
    }
    stop = true;
    attacker.join();
    QVERIFY(refused > 0);
    QVERIFY(done > 0);
    QCOMPARE(base.modeOf("name/file"), 0600U);
    QCOMPARE(base.modeOf("victim/file"), 0644U);
}

QTEST_APPLESS_MAIN(TestLinksRefused)
#include "test_links_refused.moc"

// Why: a search goes where nobody has tidied up: loops, pipes, locked folders, names of any octets. It must
// end, stay inside, and say what it did not see.
#include <chrono>
#include <filesystem>

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/scan/heard.h"
#include "tests/data/material/pki.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using test::Heard;
using test::searched;

namespace {

std::string certificate() {
    static const std::string one = pem(server(authority()));
    return one;
}

} // namespace

class TestScanTree : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void link_toFolderOrFile_isNotFollowed();
    void link_loop_ends();
    void pipe_isNotOpened();
    void system_folders_arePassedOver();
    void folder_locked_isToldAndTheRestRead();
    void folder_deep_isReadTo200Levels();
    void name_anyOctets_isRead();
    void junk_manyEntries_costLittle();
    void roots_severalAndOverlapping_areReadOnce();
    void root_file_isRead();
    void root_missing_isAnError();
    void root_link_isFollowed();
    void cancel_early_endsTheSearch();
    void cancel_anywhere_endsTheSearch();
};

void TestScanTree::link_toFolderOrFile_isNotFollowed() {
    const test::TemporaryFolder outside;
    outside.write("secret/server.pem", certificate());
    const test::TemporaryFolder folder;
    std::filesystem::create_directory_symlink(outside.at("secret"), folder.at("way-out"));
    std::filesystem::create_symlink(outside.at("secret/server.pem"), folder.at("server.pem"));
    std::filesystem::create_symlink("nowhere", folder.at("dangling"));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QVERIFY(heard.things.empty());
    QVERIFY(heard.lost.empty());
    QCOMPARE(tally.links, std::uint64_t{3});
}

void TestScanTree::link_loop_ends() {
    const test::TemporaryFolder folder;
    folder.write("a/b/server.pem", certificate());
    std::filesystem::create_directory_symlink(folder.path(), folder.at("a/b/up"));
    std::filesystem::create_symlink("itself", folder.at("itself"));
    Heard heard;
    searched(folder.path(), heard);
    QCOMPARE(heard.things.size(), std::size_t{1});
}

void TestScanTree::pipe_isNotOpened() {
    const test::TemporaryFolder folder;
    QCOMPARE(::mkfifo(folder.at("server.pem").c_str(), 0600), 0);
    folder.write("real.pem", certificate());
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(tally.special, std::uint64_t{1});
    QCOMPARE(heard.things.size(), std::size_t{1});
}

void TestScanTree::system_folders_arePassedOver() {
    Heard heard;
    const auto tally = searched("/proc", heard);
    QCOMPARE(tally.made, std::uint64_t{1});
    QCOMPARE(tally.files, std::uint64_t{0});
}

void TestScanTree::folder_locked_isToldAndTheRestRead() {
    if (test::runsAsRoot())
        return; // Root reads everything; the test script runs this one as an ordinary user.
    const test::TemporaryFolder folder;
    folder.write("locked/server.pem", certificate());
    folder.write("open/locked.pem", certificate(), 0000);
    folder.write("open/server.pem", certificate());
    QCOMPARE(::chmod(folder.at("locked").c_str(), 0000), 0);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    ::chmod(folder.at("locked").c_str(), 0700);
    QCOMPARE(heard.things.size(), std::size_t{1});
    QCOMPARE(heard.lost.count("file.access-denied locked"), std::size_t{1});
    QCOMPARE(heard.lost.count("file.access-denied open/locked.pem"), std::size_t{1});
    QCOMPARE(tally.unreadable, std::uint64_t{2});
    QCOMPARE(heard.below(tally.unreadableNamed.front().subject), std::string("locked"));
}

void TestScanTree::folder_deep_isReadTo200Levels() {
    const test::TemporaryFolder folder;
    std::string path;
    for (int level = 1; level <= 220; ++level)
        path += path.empty() ? "d" : "/d";
    folder.write(path + "/unseen.pem", certificate());
    folder.write(path.substr(0, 2 * 199 - 1) + "/seen.pem", certificate());
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(heard.things.size(), std::size_t{1});
    QCOMPARE(tally.deep, std::uint64_t{1});
    QCOMPARE(tally.folders, std::uint64_t{200});
}

void TestScanTree::name_anyOctets_isRead() {
    const test::TemporaryFolder folder;
    folder.write("\xFF\xFE.pem", certificate());
    folder.write("two\nlines\x1b[31m.pem", certificate());
    folder.write("证书.pem", certificate());
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(heard.things.size(), std::size_t{3});
    QCOMPARE(tally.duplicates, std::uint64_t{1});
    QCOMPARE(tally.duplicateNamed.front().count, std::size_t{3});
}

void TestScanTree::junk_manyEntries_costLittle() {
    const test::TemporaryFolder folder;
    const std::string junk = std::string("\x7F"
                                         "ELF\0\0\0",
                                         7) +
                             std::string(5000, 'x');
    for (int group = 0; group < 100; ++group) {
        const std::string place = "g" + std::to_string(group);
        const std::string first = folder.write(place + "/0.pem", junk);
        for (int i = 1; i < 1000; ++i)
            std::filesystem::create_hard_link(first, folder.at(place + "/" + std::to_string(i) + ".pem"));
    }
    folder.write("g50/server.crt", certificate());
    Heard heard;
    const std::clock_t began = std::clock();
    const auto tally = searched(folder.path(), heard);
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    QCOMPARE(tally.files, std::uint64_t{100001});
    QCOMPARE(heard.lastSeen, std::uint64_t{100001});
    QCOMPARE(heard.things.size(), std::size_t{1});
    QVERIFY2(seconds < 10, std::to_string(seconds).c_str()); // about 1 in a release build
}

void TestScanTree::roots_severalAndOverlapping_areReadOnce() {
    const test::TemporaryFolder folder;
    folder.write("a/one.pem", certificate());
    folder.write("a/b/two.pem", certificate());
    folder.write("c/three.pem", certificate());
    Heard heard;
    const auto tally = searched(std::vector{folder.at("a/b"), folder.at("a"), folder.at("a/"), folder.at("c"),
                                            folder.at("a/one.pem")},
                                heard, base::SilentProgress());
    QVERIFY(tally);
    QCOMPARE(heard.things.size(), std::size_t{3});
}

void TestScanTree::root_file_isRead() {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("one.pem", certificate());
    folder.write("two.pem", certificate());
    Heard heard;
    const auto tally = searched(std::vector{path}, heard, base::SilentProgress());
    QVERIFY(tally);
    QCOMPARE(heard.things.size(), std::size_t{1});
    QCOMPARE(tally->files, std::uint64_t{1});
}

void TestScanTree::root_missing_isAnError() {
    const test::TemporaryFolder folder;
    Heard heard;
    const auto tally = searched(std::vector{folder.path(), folder.at("none")}, heard, base::SilentProgress());
    QVERIFY(!tally && tally.error().code == base::ErrorCode::FileNotFound);
}

void TestScanTree::root_link_isFollowed() {
    const test::TemporaryFolder folder;
    folder.write("real/one.pem", certificate());
    std::filesystem::create_directory_symlink("real", folder.at("named"));
    Heard heard;
    searched(folder.at("named"), heard);
    QCOMPARE(heard.things.count("certificate one.pem"), std::size_t{1});
}

void TestScanTree::cancel_early_endsTheSearch() {
    const test::TemporaryFolder folder;
    folder.write("one.pem", certificate());
    Heard heard;
    const auto tally = searched(std::vector{folder.path()}, heard, test::Stop(0));
    QVERIFY(!tally && tally.error().code == base::ErrorCode::Cancelled);
    QVERIFY(heard.things.empty() && heard.pairs.empty());
}

void TestScanTree::cancel_anywhere_endsTheSearch() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 300; ++i)
        folder.write("g" + std::to_string(i % 11) + "/" + std::to_string(i) + ".pem", certificate());
    for (int after = 1; after < 300; after += 7) {
        Heard heard;
        const auto tally = searched(std::vector{folder.path()}, heard, test::Stop(after));
        QVERIFY(!tally && tally.error().code == base::ErrorCode::Cancelled);
        QVERIFY(heard.things.size() <= static_cast<std::size_t>(after));
    }
}

QTEST_APPLESS_MAIN(TestScanTree)
#include "test_scan_tree.moc"

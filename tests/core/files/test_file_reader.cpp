// Why: users point the program at anything: pipes, folders, links, files of others. None may block it or be
// misread.
#include <QTest>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

#include "core/files/file_system.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using base::ErrorCode;
using base::FileKind;
using files::Links;

namespace fs = std::filesystem;

class TestFileReader : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }
    void stat_everyKind_isTold();
    void stat_link_refusedOrFollowed();
    void stat_missing_isNotFound();
    void stat_belowAFile_isFolderNotRegular();
    void read_file_returnsAllOctets_data();
    void read_file_returnsAllOctets();
    void read_sizes_againstTheMaximum_data();
    void read_sizes_againstTheMaximum();
    void read_link_refusedOrFollowed();
    void read_linkWithSlash_isNotFollowed();
    void read_noFile_neverBlocks_data();
    void read_noFile_neverBlocks();
    void read_sizeUnknown_isRead();
    void read_growingFile_neverExceedsTheMaximum();
    void read_withoutPermission_isDenied();
    void read_linkLoop_isSymlink();
    void list_folder_isSortedWithoutDots();
    void list_noFolder_fails();
    void resolve_links_areGone();
    void resolve_missing_fails();
    void freeSpace_folder_isPositive();
    void freeSpace_missing_fails();
    void self_ownsNewFiles();
    void accountName_number_isNameOrNumber();
    void readIfThere_missing_isNothing();

  private:
    std::string makePipe() const {
        const std::string path = m_folder->at("pipe");
        return ::mkfifo(path.c_str(), 0600) == 0 ? path : std::string();
    }

    const std::unique_ptr<files::FileSystem> m_local = files::localFileSystem();
    std::optional<test::TemporaryFolder> m_folder;
};

void TestFileReader::stat_everyKind_isTold() {
    const std::string file = m_folder->write("file", "12345", 0640);
    const auto info = m_local->stat(file, Links::Refuse);
    QVERIFY(info);
    QCOMPARE(info->kind, FileKind::Regular);
    QCOMPARE(info->size, 5U);
    QCOMPARE(info->mode, 0640U);
    QCOMPARE(info->links, 1U);
    QCOMPARE(info->owner.user, ::geteuid());
    QCOMPARE(info->device, m_local->stat(m_folder->path(), Links::Refuse)->device);
    fs::create_hard_link(file, m_folder->at("second"));
    QCOMPARE(m_local->stat(file, Links::Refuse)->links, 2U);
    QCOMPARE(m_local->stat(m_folder->path(), Links::Refuse)->kind, FileKind::Folder);
    QCOMPARE(m_local->stat(m_folder->path(), Links::Refuse)->mode, 0700U);
    QCOMPARE(m_local->stat(makePipe(), Links::Refuse)->kind, FileKind::Other);
    QCOMPARE(m_local->stat("/dev/null", Links::Refuse)->kind, FileKind::Other);
    fs::permissions(file, fs::perms::set_gid, fs::perm_options::add);
    QCOMPARE(m_local->stat(file, Links::Refuse)->mode, 02640U);
}

void TestFileReader::stat_link_refusedOrFollowed() {
    const std::string file = m_folder->write("file", "12345");
    fs::create_symlink(file, m_folder->at("link"));
    fs::create_symlink("nowhere", m_folder->at("dangling"));
    fs::create_symlink(m_folder->path(), m_folder->at("folder"));
    QCOMPARE(m_local->stat(m_folder->at("link"), Links::Refuse)->kind, FileKind::Symlink);
    QCOMPARE(m_local->stat(m_folder->at("link"), Links::Follow)->kind, FileKind::Regular);
    QCOMPARE(m_local->stat(m_folder->at("dangling"), Links::Refuse)->kind, FileKind::Symlink);
    QCOMPARE(m_local->stat(m_folder->at("dangling"), Links::Follow).error().code, ErrorCode::FileNotFound);
    QCOMPARE(m_local->stat(m_folder->at("folder/"), Links::Refuse)->kind, FileKind::Symlink);
    QCOMPARE(m_local->stat(m_folder->at("folder/"), Links::Follow)->kind, FileKind::Folder);
    QCOMPARE(m_local->stat("//", Links::Refuse)->kind, FileKind::Folder);
}

void TestFileReader::stat_missing_isNotFound() {
    const auto info = m_local->stat(m_folder->at("none"), Links::Refuse);
    QVERIFY(!info);
    QCOMPARE(info.error().code, ErrorCode::FileNotFound);
    QCOMPARE(info.error().subject, m_folder->at("none"));
    QVERIFY(!info.error().detail.empty());
    QCOMPARE(m_local->stat("", Links::Refuse).error().code, ErrorCode::FileNotFound);
}

void TestFileReader::stat_belowAFile_isFolderNotRegular() {
    m_folder->write("file", "");
    QCOMPARE(m_local->stat(m_folder->at("file/x"), Links::Refuse).error().code, ErrorCode::FolderNotRegular);
}

void TestFileReader::read_file_returnsAllOctets_data() {
    QTest::addColumn<std::string>("content");
    QTest::newRow("empty") << std::string();
    QTest::newRow("NUL and high octets") << std::string("\0\xff\r\n\0", 5);
    QTest::newRow("large") << std::string(3'000'001, 'x');
}

void TestFileReader::read_file_returnsAllOctets() {
    QFETCH(std::string, content);
    const std::string path = m_folder->write("证书.pem", content, 0400);
    const auto read = m_local->read(path, 10'000'000, Links::Refuse);
    QVERIFY(read);
    QVERIFY(base::textOf(*read) == content);
}

void TestFileReader::read_sizes_againstTheMaximum_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("maximum");
    QTest::addColumn<bool>("good");
    QTest::newRow("below") << 99 << 100 << true;
    QTest::newRow("exactly") << 100 << 100 << true;
    QTest::newRow("one above") << 101 << 100 << false;
    QTest::newRow("nothing allowed") << 1 << 0 << false;
    QTest::newRow("nothing there") << 0 << 0 << true;
}

void TestFileReader::read_sizes_againstTheMaximum() {
    QFETCH(int, size);
    QFETCH(int, maximum);
    QFETCH(bool, good);
    const std::string path = m_folder->write("file", std::string(static_cast<std::size_t>(size), 'x'));
    const auto read = m_local->read(path, static_cast<std::uint64_t>(maximum), Links::Refuse);
    QCOMPARE(read.has_value(), good);
    if (!good)
        QCOMPARE(read.error().code, ErrorCode::FileTooLarge);
}

void TestFileReader::read_link_refusedOrFollowed() {
    fs::create_symlink(m_folder->write("file", "abc"), m_folder->at("link"));
    QCOMPARE(m_local->read(m_folder->at("link"), 10, Links::Refuse).error().code, ErrorCode::FileIsSymlink);
    QCOMPARE(base::textOf(*m_local->read(m_folder->at("link"), 10, Links::Follow)), std::string_view("abc"));
}

void TestFileReader::read_linkWithSlash_isNotFollowed() {
    fs::create_symlink(m_folder->write("file", "abc"), m_folder->at("link"));
    QCOMPARE(m_local->read(m_folder->at("link/"), 10, Links::Refuse).error().code, ErrorCode::FileIsSymlink);
}

void TestFileReader::read_noFile_neverBlocks_data() {
    QTest::addColumn<std::string>("what");
    QTest::addColumn<int>("code");
    QTest::newRow("pipe") << std::string("pipe") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("folder") << std::string("folder") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("socket") << std::string("socket") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("device") << std::string("/dev/zero") << static_cast<int>(ErrorCode::FileNotRegular);
    QTest::newRow("missing") << std::string("none") << static_cast<int>(ErrorCode::FileNotFound);
    QTest::newRow("below a file") << std::string("file/x") << static_cast<int>(ErrorCode::FolderNotRegular);
}

void TestFileReader::read_noFile_neverBlocks() {
    QFETCH(std::string, what);
    QFETCH(int, code);
    QVERIFY(!makePipe().empty());
    m_folder->makeFolder("folder");
    m_folder->write("file", "");
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    struct sockaddr_un address {};
    address.sun_family = AF_UNIX;
    m_folder->at("socket").copy(address.sun_path, sizeof address.sun_path - 1);
    QCOMPARE(::bind(listener, reinterpret_cast<const struct sockaddr*>(&address), sizeof address), 0);

    const std::string path = what.front() == '/' ? what : m_folder->at(what);
    const auto read = m_local->read(path, 100, Links::Follow);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
    QCOMPARE(read.error().subject, path);
    ::close(listener);
}

void TestFileReader::read_sizeUnknown_isRead() {
    // Files of the kernel say that they are empty; so does, for a moment, a file that is being written.
    const std::string status = "/proc/" + std::to_string(::getpid()) + "/status";
    const auto read = m_local->read(status, 1'000'000, Links::Refuse);
    QVERIFY(read);
    QVERIFY(read->size() > 500);
    QVERIFY(base::textOf(*read).find("VmRSS") != std::string_view::npos);
    QCOMPARE(m_local->read(status, 100, Links::Refuse).error().code, ErrorCode::FileTooLarge);
}

void TestFileReader::read_growingFile_neverExceedsTheMaximum() {
    const std::string path = m_folder->write("file", "");
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        const std::string piece(4096, 'x');
        std::ofstream out(path, std::ios::app);
        for (int i = 0; i < 20000 && !stop; ++i)
            out << piece << std::flush;
    });
    constexpr std::uint64_t maximum = 400'000;
    for (bool grown = false; !grown;) {
        const auto read = m_local->read(path, maximum, Links::Refuse);
        if (read && read->size() > maximum)
            QTest::qFail("more than allowed", __FILE__, __LINE__);
        grown = !read;
        if (grown && read.error().code != ErrorCode::FileTooLarge)
            QTest::qFail("another failure", __FILE__, __LINE__);
    }
    stop = true;
    writer.join();
}

void TestFileReader::read_withoutPermission_isDenied() {
    const std::string path = m_folder->write("file", "abc", 0000);
    const auto read = m_local->read(path, 10, Links::Refuse);
    QCOMPARE(read.has_value(), test::runsAsRoot());
    if (!read)
        QCOMPARE(read.error().code, ErrorCode::FileAccessDenied);
    m_folder->makeFolder("shut", 0000);
    const auto listed = m_local->list(m_folder->at("shut"));
    QCOMPARE(listed.has_value(), test::runsAsRoot());
    if (!listed)
        QCOMPARE(listed.error().code, ErrorCode::FileAccessDenied);
}

void TestFileReader::read_linkLoop_isSymlink() {
    fs::create_symlink("b", m_folder->at("a"));
    fs::create_symlink("a", m_folder->at("b"));
    QCOMPARE(m_local->read(m_folder->at("a"), 10, Links::Follow).error().code, ErrorCode::FileIsSymlink);
}

void TestFileReader::list_folder_isSortedWithoutDots() {
    m_folder->write("b", "");
    m_folder->write(".hidden", "");
    m_folder->makeFolder("a");
    m_folder->write("证书", "");
    QCOMPARE(*m_local->list(m_folder->path()), (std::vector<std::string>{".hidden", "a", "b", "证书"}));
    QVERIFY(m_local->list(m_folder->at("a"))->empty());
}

void TestFileReader::list_noFolder_fails() {
    const std::string file = m_folder->write("file", "");
    QCOMPARE(m_local->list(file).error().code, ErrorCode::FolderNotRegular);
    QCOMPARE(m_local->list(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
}

void TestFileReader::resolve_links_areGone() {
    m_folder->write("real/file", "");
    fs::create_symlink("real", m_folder->at("link"));
    QCOMPARE(*m_local->resolve(m_folder->at("link/../link/./file")), m_folder->at("real/file"));
    QCOMPARE(*m_local->resolve("/"), std::string("/"));
}

void TestFileReader::resolve_missing_fails() {
    QCOMPARE(m_local->resolve(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
}

void TestFileReader::freeSpace_folder_isPositive() {
    QVERIFY(*m_local->freeSpace(m_folder->path()) > 0);
}

void TestFileReader::freeSpace_missing_fails() {
    QCOMPARE(m_local->freeSpace(m_folder->at("none")).error().code, ErrorCode::FileNotFound);
}

void TestFileReader::self_ownsNewFiles() {
    QVERIFY(m_local->writeNew(m_folder->at("new"), {}, 0600, {}));
    QCOMPARE(m_local->stat(m_folder->at("new"), Links::Refuse)->owner, m_local->self());
}

void TestFileReader::accountName_number_isNameOrNumber() {
    QCOMPARE(m_local->accountName(0), std::string("root"));
    QCOMPARE(m_local->accountName(4'294'967'290U), std::string("4294967290"));
}

void TestFileReader::readIfThere_missing_isNothing() {
    const std::string path = m_folder->write("file", "abc");
    QCOMPARE(base::textOf(**files::readIfThere(*m_local, path, 10, Links::Refuse)), std::string_view("abc"));
    const auto none = files::readIfThere(*m_local, m_folder->at("none"), 10, Links::Refuse);
    QVERIFY(none);
    QVERIFY(!none->has_value());
    QCOMPARE(files::readIfThere(*m_local, path, 2, Links::Refuse).error().code, ErrorCode::FileTooLarge);
}

QTEST_APPLESS_MAIN(TestFileReader)
#include "test_file_reader.moc"

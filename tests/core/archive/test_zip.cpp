// Why: an archive may be anything between a clean delivery and an attack; neither may write a file, fill the
// memory or be believed.
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <filesystem>

#include "tests/core/archive/unpacked_zip.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;
using archive::TroubleKind;

namespace {

// deflated packs one file as zip tools do; with a `passphrase` encrypted.
std::string deflated(const std::string& name, const std::string& content, const char* passphrase = nullptr) {
    std::string out(content.size() + 4096, '\0');
    std::size_t used = 0;
    ::archive* writer = ::archive_write_new();
    ::archive_write_set_format_zip(writer);
    if (passphrase != nullptr) {
        ::archive_write_set_options(writer, "zip:encryption=zipcrypt");
        ::archive_write_set_passphrase(writer, passphrase);
    }
    ::archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry* entry = ::archive_entry_new();
    ::archive_entry_set_pathname(entry, name.c_str());
    ::archive_entry_set_filetype(entry, AE_IFREG);
    ::archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    ::archive_write_header(writer, entry);
    ::archive_write_data(writer, content.data(), content.size());
    ::archive_entry_free(entry);
    ::archive_write_close(writer);
    ::archive_write_free(writer);
    out.resize(used);
    return out;
}

class CancelAfter final : public base::Progress {
  public:
    explicit CancelAfter(int questions)
        : m_left(questions) {}
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return m_left-- <= 0; }

  private:
    mutable int m_left;
};

} // namespace

class TestZip : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void content_isTold_data();
    void content_isTold();
    void delivery_withFolders_isUnpacked();
    void delivery_deflated_isUnpacked();
    void archive_empty_hasNothing();
    void file_notWanted_isNotUnpacked();
    void entries_linksAndDevices_arePassedOver();
    void entries_tooMany_endsAtTheLimit();
    void entry_tooLarge_isToldAndTheRestRead();
    void bomb_saysSmall_isStopped();
    void bomb_manyFiles_endsAtTheLimit();
    void bomb_overlapping_endsAtTheLimit();
    void size_lies_isDamage();
    void encrypted_isTold_data();
    void encrypted_isTold();
    void content_changed_isDamage();
    void archive_cutAnywhere_neverPretendsToBeWhole();
    void archive_changedAnywhere_neverCrashes();
    void archive_ofHalfAMillion_isEndedQuickly();
    void within_archive_isAFile();
    void cancel_anywhere_ends();
    void reading_writesNoFile();
};

void TestZip::content_isTold_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<bool>("zip");
    QTest::newRow("zip") << zipOf({{"a", "b"}}) << true;
    QTest::newRow("empty zip") << zipOf({}) << true;
    QTest::newRow("nothing") << std::string() << false;
    QTest::newRow("PEM") << std::string("-----BEGIN CERTIFICATE-----") << false;
    QTest::newRow("words") << std::string("PK is a word") << false;
}

void TestZip::content_isTold() {
    QFETCH(std::string, content);
    QTEST(archive::isZip(base::viewOf(content)), "zip");
}

void TestZip::delivery_withFolders_isUnpacked() {
    Unpacking got;
    const auto unpacked = unpack(
        zipOf({{"pki/", "", 040755}, {"pki/ca.crt", "root"}, {"pki/server/server.key", "key", 0100600}}),
        got);
    QVERIFY(unpacked.troubles.empty());
    QCOMPARE(got.files,
             (std::map<std::string, std::string>{{"pki/ca.crt", "root"}, {"pki/server/server.key", "key"}}));
    QCOMPARE(unpacked.entries, std::size_t{3});
    QCOMPARE(unpacked.octets, std::uint64_t{7});
}

void TestZip::delivery_deflated_isUnpacked() {
    Unpacking got;
    const std::string content(500'000, 'x');
    QVERIFY(unpack(deflated("big.txt", content), got).troubles.empty());
    QVERIFY(got.files["big.txt"] == content);
}

void TestZip::archive_empty_hasNothing() {
    Unpacking got;
    const auto unpacked = unpack(zipOf({}), got);
    QVERIFY(unpacked.troubles.empty() && got.files.empty());
    QCOMPARE(unpacked.entries, std::size_t{0});
}

void TestZip::file_notWanted_isNotUnpacked() {
    Unpacking got;
    got.only = [](const std::string& name) { return name == "b"; };
    const auto unpacked = unpack(zipOf({{"a", std::string(2 << 20, 'x')}, {"b", "yes"}}), got);
    QVERIFY(unpacked.troubles.empty());
    QCOMPARE(got.files.size(), std::size_t{1});
    QCOMPARE(unpacked.octets, std::uint64_t{3});
}

void TestZip::entries_linksAndDevices_arePassedOver() {
    Unpacking got;
    const auto unpacked = unpack(zipOf({{"link", "/etc/passwd", 0120777},
                                        {"device", "", 0020666},
                                        {"disk", "", 0060666},
                                        {"socket", "", 0140777},
                                        {"from Windows", "yes", 0}}),
                                 got);
    QVERIFY(unpacked.troubles.empty());
    QCOMPARE(got.files, (std::map<std::string, std::string>{{"from Windows", "yes"}}));
}

void TestZip::entries_tooMany_endsAtTheLimit() {
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 101; ++i)
        entries.push_back({"file " + std::to_string(i), "x"});
    Unpacking got;
    const auto unpacked = unpack(zipOf(entries), got);
    QCOMPARE(got.files.size(), std::size_t{100});
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::TooManyEntries);
    entries.pop_back();
    QVERIFY(unpack(zipOf(entries), got).troubles.empty());
}

void TestZip::entry_tooLarge_isToldAndTheRestRead() {
    Unpacking got;
    const auto unpacked = unpack(zipOf({{"large", std::string((1 << 20) + 1, 'x')}, {"small", "yes"}}), got);
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::EntryTooLarge);
    QCOMPARE(unpacked.troubles[0].entry, std::string("large"));
    QCOMPARE(unpacked.troubles[0].size, std::uint64_t{(1 << 20) + 1});
    QCOMPARE(got.files.size(), std::size_t{1});
    QVERIFY(unpack(zipOf({{"just", std::string(1 << 20, 'x')}}), got).troubles.empty());
}

// The directory says 10 octets; inflating gives 50 MiB.
void TestZip::bomb_saysSmall_isStopped() {
    std::string bomb = deflated("bomb", std::string(50 << 20, '\0'));
    const auto said = bomb.rfind("PK\x01\x02");
    QVERIFY(said != std::string::npos);
    bomb.replace(said + 24, 4, std::string("\x0A\0\0\0", 4));
    Unpacking got;
    const auto unpacked = unpack(bomb, got);
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QVERIFY(got.files.empty());
    QVERIFY(unpacked.octets < (3U << 20U));
}

void TestZip::bomb_manyFiles_endsAtTheLimit() {
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 10; ++i)
        entries.push_back({"file " + std::to_string(i), std::string(1 << 20, 'x')});
    Unpacking got;
    const auto unpacked = unpack(zipOf(entries), got);
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::TooLarge);
    QCOMPARE(got.files.size(), std::size_t{4});
}

// Every entry of the directory leads to the same megabyte.
void TestZip::bomb_overlapping_endsAtTheLimit() {
    const std::string one = zipOf({{"a", std::string(1 << 20, 'x')}});
    const auto directory = one.rfind("PK\x01\x02");
    const auto end = one.rfind("PK\x05\x06");
    const std::string row = one.substr(directory, end - directory);
    std::string bomb = one.substr(0, directory);
    for (int i = 0; i < 50; ++i)
        bomb += row;
    std::string tail = one.substr(end);
    tail[8] = tail[10] = 50;
    const auto length = 50 * row.size();
    tail[12] = static_cast<char>(length & 0xFFU);
    tail[13] = static_cast<char>(length >> 8U);
    Unpacking got;
    const auto unpacked = unpack(bomb + tail, got);
    QVERIFY(unpacked.octets <= (5U << 20U));
    QVERIFY(got.files.size() <= 4);
}

void TestZip::size_lies_isDamage() {
    for (const std::uint32_t said : {1U, 100U}) {
        Unpacking got;
        const auto unpacked = unpack(zipOf({{"lie", "true", 0100644, 0, said}, {"small", "yes"}}), got);
        QCOMPARE(unpacked.troubles.size(), std::size_t{1});
        QCOMPARE(unpacked.troubles[0].kind, TroubleKind::Damaged);
        QVERIFY(!got.files.contains("lie"));
        QCOMPARE(got.files["small"], std::string("yes"));
    }
}

void TestZip::encrypted_isTold_data() {
    QTest::addColumn<std::string>("zip");
    QTest::newRow("traditional") << deflated("server.key", "secret key", "secret");
    QTest::newRow("flag only") << zipOf({{"server.key", "secret key", 0100600, 1}});
}

void TestZip::encrypted_isTold() {
    QFETCH(std::string, zip);
    Unpacking got;
    const auto unpacked = unpack(zip, got);
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::Encrypted);
    QCOMPARE(unpacked.troubles[0].entry, std::string("server.key"));
    QVERIFY(got.files.empty());
}

void TestZip::content_changed_isDamage() {
    std::string zip = zipOf({{"ca.crt", "certificate"}});
    zip[zip.find("certificate")] = 'C';
    Unpacking got;
    const auto unpacked = unpack(zip, got);
    QCOMPARE(unpacked.troubles.size(), std::size_t{1});
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::Damaged);
    QVERIFY(got.files.empty());
}

void TestZip::archive_cutAnywhere_neverPretendsToBeWhole() {
    const std::string zip = zipOf({{"ca.crt", "root"}, {"server.key", "key"}});
    for (std::size_t length = 4; length < zip.size(); ++length) {
        Unpacking got;
        const auto unpacked = unpack(zip.substr(0, length), got);
        QVERIFY2(!unpacked.troubles.empty(), qPrintable(QString::number(length)));
    }
}

void TestZip::archive_changedAnywhere_neverCrashes() {
    const std::string whole = zipOf({{"ca.crt", "root"}, {"pki/server.key", "key"}});
    for (std::size_t at = 0; at < whole.size(); ++at)
        for (const int bit : {0, 3, 7}) {
            std::string zip = whole;
            zip[at] = static_cast<char>(zip[at] ^ (1 << bit));
            Unpacking got;
            static_cast<void>(unpack(zip, got));
            for (const auto& [name, content] : got.files)
                QVERIFY(!name.starts_with('/') && name.find("..") == std::string::npos);
        }
}

void TestZip::archive_ofHalfAMillion_isEndedQuickly() {
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 500'000; ++i)
        entries.push_back({std::to_string(i), ""});
    const std::string zip = zipOf(entries);
    Unpacking got;
    QElapsedTimer timer;
    timer.start();
    const auto unpacked = unpack(zip, got);
    qInfo("500,000 entries: %lld ms", timer.elapsed());
    QCOMPARE(unpacked.troubles[0].kind, TroubleKind::TooManyEntries);
    QVERIFY(timer.elapsed() < 5000);
}

void TestZip::within_archive_isAFile() {
    const std::string inner = zipOf({{"server.key", "key"}});
    Unpacking got;
    unpack(zipOf({{"inner.zip", inner}}), got);
    QCOMPARE(got.files, (std::map<std::string, std::string>{{"inner.zip", inner}}));
}

void TestZip::cancel_anywhere_ends() {
    const std::string zip = zipOf({{"a", "1"}, {"b", "2"}});
    int ended = 0;
    for (int questions = 0; questions < 20; ++questions) {
        Unpacking got;
        const CancelAfter progress(questions);
        const auto unpacked = archive::readZip(base::viewOf(zip), {10, 100, 100}, got, progress);
        if (unpacked)
            continue;
        ++ended;
        QCOMPARE(unpacked.error().code, base::ErrorCode::Cancelled);
    }
    QVERIFY(ended >= 4 && ended < 20);
}

void TestZip::reading_writesNoFile() {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    qputenv("TMPDIR", folder.path().c_str());
    Unpacking got;
    unpack(zipOf({{"a", "1"}, {"../b", "2"}, {"/c", "3"}, {folder.path() + "/d", "4"}, {"e/f", "5"}}), got);
    unpack(deflated("big", std::string(1 << 20, 'x')), got);
    std::filesystem::current_path(before);
    QVERIFY(got.files.size() == 6);
    QVERIFY(std::filesystem::is_empty(folder.path()));
}

QTEST_GUILESS_MAIN(TestZip)
#include "test_zip.moc"

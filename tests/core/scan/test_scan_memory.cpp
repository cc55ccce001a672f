// Why: a search through ten times as many files, or a list of ten times as many entries, must not need more
// memory, and each thing that it finds only its record.
#include <filesystem>
#include <fstream>
#include <memory>

#include <QTest>

#include "tests/core/scan/heard.h"
#include "tests/data/material/crl_writer.h"
#include "tests/data/material/pki.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;

namespace {

// Deaf keeps nothing of what it is told.
class Deaf final : public scan::Listener {
  public:
    void found(const scan::Found&) override {}
    void unreadable(const base::Error&) override {}
    void pair(const scan::Pair&) override {}
    void duplicate(const scan::Duplicate&) override {}
    void seen(std::uint64_t, std::uint64_t) override {}
    void reading(const std::string&, std::uint64_t, std::uint64_t) override {}
};

// peakKilobytes is the most memory that this process ever had.
long peakKilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return -1;
}

void fill(const test::TemporaryFolder& folder, const std::string& content, int count) {
    const std::string first = folder.write("first.pem", content);
    for (int i = 0; i < count; ++i)
        std::filesystem::create_hard_link(
            first, folder.at("a-name-of-some-length-for-a-file-" + std::to_string(i) + ".pem"));
}

std::uint64_t search(const test::TemporaryFolder& folder) {
    Deaf deaf;
    scan::Request request;
    request.roots = {folder.path()};
    request.now = now();
    request.threads = 2;
    const auto tally = scan::search(request, deaf, base::SilentProgress(), access());
    return tally ? tally->files : 0;
}

} // namespace

class TestScanMemory : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void memory_tenTimesTheJunk_isTheSame();
    void memory_largeList_isTheSame_data();
    void memory_largeList_isTheSame();
    void memory_perCertificate_isItsRecord();
};

void TestScanMemory::memory_tenTimesTheJunk_isTheSame() {
    const test::TemporaryFolder few;
    const test::TemporaryFolder many;
    fill(few, std::string(6000, 'x'), 2000);
    fill(many, std::string(6000, 'x'), 20000);
    QCOMPARE(search(few), std::uint64_t{2001});
    const long before = peakKilobytes();
    QCOMPARE(search(many), std::uint64_t{20001});
    const long grown = peakKilobytes() - before;
    QVERIFY2(before > 0 && grown < 400, std::to_string(grown).c_str());
}

void TestScanMemory::memory_largeList_isTheSame_data() {
    QTest::addColumn<bool>("text");
    QTest::newRow("DER") << false;
    QTest::newRow("PEM") << true;
}

// A list of 42 MB (57 MB in PEM) costs the few buffers that one of 12 MB costs.
void TestScanMemory::memory_largeList_isTheSame() {
    QFETCH(bool, text);
    const auto written = [&](std::uint64_t entries) {
        auto folder = std::make_unique<test::TemporaryFolder>();
        std::ofstream file(folder->at("large.crl"), std::ios::binary);
        const Sink plain = [&](std::string_view piece) {
            file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        };
        const Sink sink = text ? pemSink(plain) : plain;
        writeCrl({entries, {}, now(), 1}, authority(), sink);
        if (text)
            sink({});
        return folder;
    };
    const auto some = written(300000);
    const auto many = written(1000000);
    QVERIFY(std::filesystem::file_size(many->at("large.crl")) > 40000000);
    const long before = peakKilobytes();
    QCOMPARE(search(*some), std::uint64_t{1});
    const long first = peakKilobytes();
    QCOMPARE(search(*many), std::uint64_t{1});
    const long grown = peakKilobytes() - first;
    QVERIFY2(before > 0 && first - before < 1500, std::to_string(first - before).c_str());
    QVERIFY2(grown < 400, std::to_string(grown).c_str());
}

// 48 octets a record, twice while the threads' records are put together and as vectors grow; paths of up to
// 1 MiB are in memory.
void TestScanMemory::memory_perCertificate_isItsRecord() {
    const test::TemporaryFolder few;
    const test::TemporaryFolder many;
    const std::string certificate = pem(server(authority()));
    fill(few, certificate, 100);
    fill(many, certificate, 20000);
    QCOMPARE(search(few), std::uint64_t{101});
    const long before = peakKilobytes();
    QCOMPARE(search(many), std::uint64_t{20001});
    const long grown = peakKilobytes() - before;
    QVERIFY2(before > 0 && grown < 7000, std::to_string(grown).c_str());
}

QTEST_APPLESS_MAIN(TestScanMemory)
#include "test_scan_memory.moc"

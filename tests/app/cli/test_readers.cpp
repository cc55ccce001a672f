// Why: a service may start, or read its files again, in the middle of a replacement. Whoever opens the folder
// and reads the pair from it gets a certificate and a key that belong together, always.
#include <QTest>
#include <atomic>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <set>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "tests/app/cli/practice.h"
#include "tests/app/cli/renewals.h"

using namespace certwright::test;

namespace {

using Pair = std::pair<std::string, std::string>;

std::string contentOf(int file) {
    std::string content;
    char buffer[8192];
    for (ssize_t count = 0; (count = ::read(file, buffer, sizeof buffer)) > 0;)
        content.append(buffer, static_cast<std::size_t>(count));
    ::close(file);
    return content;
}

std::string readAt(int folder, const std::string& name) {
    const int file = ::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC);
    return file < 0 ? std::string() : contentOf(file);
}

// Reader loops over the pair until it is stopped, and remembers each different pair that it met.
class Reader {
  public:
    enum class Way { OpenFolder, FullPaths };
    Reader(std::string folder, Way way)
        : m_folder(std::move(folder))
        , m_way(way)
        , m_thread([this] { loop(); }) {}
    ~Reader() {
        m_stop = true;
        m_thread.join();
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    // stop ends the loop; the results may be read then.
    void stop() {
        m_stop = true;
        m_thread.join();
        m_thread = std::thread([] {});
    }
    long reads() const { return m_reads; }
    const std::set<Pair>& pairs() const { return m_pairs; }
    // counts tells how many reads met each pair.
    long countOf(const std::set<Pair>& good) const {
        long count = 0;
        for (const auto& [pair, times] : m_counts)
            count += good.contains(pair) ? times : 0;
        return count;
    }

  private:
    Pair once() const {
        if (m_way == Way::FullPaths)
            return {readAt(AT_FDCWD, m_folder + "/server.crt"), readAt(AT_FDCWD, m_folder + "/server.key")};
        const int folder = ::open(m_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        Pair pair{readAt(folder, "server.crt"), readAt(folder, "server.key")};
        ::close(folder);
        return pair;
    }
    void loop() {
        while (!m_stop) {
            const Pair pair = once();
            // The folder was swapped out after it was opened, and emptied: whoever reads tries again.
            if (pair.first.empty() || pair.second.empty())
                continue;
            ++m_reads;
            ++m_counts[pair];
            m_pairs.insert(pair);
        }
    }

    std::string m_folder;
    Way m_way;
    std::atomic<bool> m_stop = false;
    std::atomic<long> m_reads = 0;
    std::map<Pair, long> m_counts;
    std::set<Pair> m_pairs;
    std::thread m_thread;
};

} // namespace

class TestReaders : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void replace_underReaders_neverAMixedPair();

  private:
    TemporaryFolder m_folder;
    Practice m_practice;
    Renewals m_renewals;
};

void TestReaders::replace_underReaders_neverAMixedPair() {
    constexpr int replaces = 200;
    QVERIFY(m_practice.ok());
    const Service service = m_practice.copy("streamserver", m_folder);
    QCOMPARE(runCli(service.import({m_renewals.full(0)}), usualPassword).exitCode, 0);
    const std::string keys = service.root + "/sample/mxVision/streamserver/keys";
    std::set<Pair> whole{{readAt(AT_FDCWD, keys + "/server.crt"), readAt(AT_FDCWD, keys + "/server.key")}};
    std::vector<Arguments> commands;
    for (int i = 0; i < 6; ++i)
        commands.push_back(
            together(service.verb("replace"), {"--yes", "--json", "--password-stdin", "--cert",
                                               m_renewals.certificate(i), "--key", m_renewals.key(i)}));
    Reader folderReader(keys, Reader::Way::OpenFolder);
    Reader pathReader(keys, Reader::Way::FullPaths);
    for (int i = 1; i <= replaces; ++i) {
        const auto outcome = runCli(commands[static_cast<std::size_t>(i % 6)], usualPassword);
        QVERIFY2(outcome.exitCode == 0, outcome.out.c_str());
        QCOMPARE(parsed(outcome.out)["receipt"]["exchanged"].size(), std::size_t{1});
        whole.insert({readAt(AT_FDCWD, keys + "/server.crt"), readAt(AT_FDCWD, keys + "/server.key")});
    }
    folderReader.stop();
    pathReader.stop();
    QCOMPARE(whole.size(), static_cast<std::size_t>(replaces) + 1);
    QVERIFY(folderReader.reads() > replaces && pathReader.reads() > replaces);
    const long mixed = folderReader.reads() - folderReader.countOf(whole);
    const long mixedByPath = pathReader.reads() - pathReader.countOf(whole);
    qInfo("%d replaces: a reader of the open folder met %ld mixed pairs in %ld reads; a reader of full paths "
          "%ld in %ld",
          replaces, mixed, folderReader.reads(), mixedByPath, pathReader.reads());
    QCOMPARE(mixed, 0L);
}

QTEST_GUILESS_MAIN(TestReaders)
#include "test_readers.moc"

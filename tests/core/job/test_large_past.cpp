// Why: a service must be able to keep, replace and get back a list of any size in the memory of a small
// computer.
#include <QTest>

#include <filesystem>
#include <fstream>

#include "core/job/crl_update.h"
#include "core/job/rollback.h"
#include "tests/core/job/job_scene.h"
#include "tests/data/material/crl_writer.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::test;

namespace {

// 57 MB as PEM; ten times as much needs no more (tests/bench/large_history.py).
constexpr std::uint64_t manyEntries = 1'000'000;
// What the road may take on top of what was there, in KiB: buffers, one entry, what is known of the lists.
constexpr long mostKilobytes = 16 * 1024;

long statusValue(const std::string& name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":"))
            return std::stol(line.substr(name.size() + 1));
    return -1;
}

// Peak measures the most memory that this process had since it was made, above what it had then.
class Peak {
  public:
    Peak() {
        std::ofstream("/proc/self/clear_refs") << "5"; // VmHWM starts anew
        m_before = statusValue("VmRSS");
    }
    long grown() const { return statusValue("VmHWM") - m_before; }

  private:
    long m_before = 0;
};

bool sameContent(const std::string& one, const std::string& other) {
    std::ifstream left(one, std::ios::binary);
    std::ifstream right(other, std::ios::binary);
    return left && right && std::filesystem::file_size(one) == std::filesystem::file_size(other) &&
           std::equal(std::istreambuf_iterator<char>(left), std::istreambuf_iterator<char>(),
                      std::istreambuf_iterator<char>(right));
}

} // namespace

class TestLargePast : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void importUpdateAndRollback_ofALargeList_needLittleMemory();
    void update_withTheInstalledListInAnotherForm_isNoNews();

  private:
    // FaultFileSystem gathers; this is about the real one.
    job::Environment environment() {
        const auto other = m_scene.environment();
        return {*m_disk,
                other.random,
                other.progress,
                other.access,
                other.actor,
                other.now,
                other.judgedAt,
                {},
                {},
                {}};
    }
    job::ServiceChoice choice() {
        return {m_scene.folder().id(), m_scene.folder().root(), m_scene.folder().home()};
    }
    std::string list(const std::string& name, std::uint64_t entries, std::uint32_t number) {
        const std::string path = m_scene.folder().brought(name, {});
        std::ofstream file(path, std::ios::binary);
        const material::Sink sink = material::pemSink([&file](std::string_view piece) { file << piece; });
        material::writeCrl({entries, {}, testNow(), number}, m_scene.root(), sink);
        sink({});
        return path;
    }
    std::string installed() { return m_scene.folder().at(m_scene.folder().profile().slot("crl")->target); }
    bool import(const std::string& crl) {
        auto files = m_scene.goodFiles();
        files["crl"] = crl;
        Passwords passwords({"secret"});
        job::ImportJob job(environment(), m_scene.request(files));
        return job.check(passwords) && job.plan() && job.apply();
    }

    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    JobScene m_scene{Service::Aoi}; // StreamServer takes no file of 10 MB
};

void TestLargePast::importUpdateAndRollback_ofALargeList_needLittleMemory() {
    const std::string old = list("old.crl", manyEntries, 1);
    const std::string renewed = list("new.crl", manyEntries + 1, 2);
    const Peak importing;
    QVERIFY(import(old));
    const long imported = importing.grown();
    QVERIFY2(imported < mostKilobytes, std::to_string(imported).c_str());
    QVERIFY(sameContent(installed(), old));

    const Peak updating;
    job::CrlUpdateJob update(environment(), choice(), {{}, {renewed}, {}});
    QVERIFY(update.plan());
    const auto updated = update.apply();
    QVERIFY(updated && !updated->undone && updated->proof.succeeded());
    const long renewing = updating.grown();
    QVERIFY2(renewing < mostKilobytes, std::to_string(renewing).c_str());
    QVERIFY(sameContent(installed(), renewed));

    const Peak returning;
    job::RollbackJob rollback(environment(), choice(), {});
    const auto plan = rollback.plan();
    QVERIFY(plan && plan->changes.size() == 1);
    QVERIFY(plan->changes.front().large && !plan->changes.front().about.empty());
    const auto back = rollback.apply();
    QVERIFY(back && !back->undone && back->proof.succeeded());
    const long returned = returning.grown();
    QVERIFY2(returned < mostKilobytes, std::to_string(returned).c_str());
    QVERIFY(sameContent(installed(), old));
    qInfo("KiB: import %ld, crl-update %ld, rollback %ld", imported, renewing, returned);
    QCOMPARE(m_scene.verify(), std::vector<std::string>{});
}

// What is installed was streamed, what is brought is small enough to be held, or the other way about.
void TestLargePast::update_withTheInstalledListInAnotherForm_isNoNews() {
    constexpr std::uint64_t entries = 20'000; // 0.8 MB as DER, 1.1 MB as PEM
    std::string der;
    material::writeCrl({entries, {}, testNow(), 1}, m_scene.root(),
                       [&](std::string_view piece) { der += piece; });
    const std::string pem = material::pem("X509 CRL", der);
    for (const auto& [first, second] : {std::pair(pem, der), std::pair(der, pem)}) {
        QVERIFY(import(m_scene.folder().brought("installed.crl", first)));
        QVERIFY(std::filesystem::file_size(installed()) > 1024 * 1024);
        job::CrlUpdateJob update(environment(), choice(),
                                 {{}, {m_scene.folder().brought("again.crl", second)}, {}});
        const auto plan = update.plan();
        QVERIFY(plan && plan->changes.empty() && has(plan->findings, "crl.same"));
    }
}

QTEST_GUILESS_MAIN(TestLargePast)
#include "test_large_past.moc"

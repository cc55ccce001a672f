// Why: whoever opens the folder gets the old set or the new one; what cannot be swapped is done file by file,
// and nothing that others put there is lost on either way.
#include <QTest>
#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <thread>
#include <unistd.h>

#include "core/apply/applier.h"
#include "core/apply/recovery.h"
#include "tests/core/apply/scene.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"

using namespace certwright;
using test::Scene;
using test::Shape;

namespace {

// readIn reads a file relative to an open folder, as a service does that opens its folder first.
std::string readIn(int folder, const char* name) {
    const int file = ::openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    char buffer[64];
    const ssize_t count = ::read(file, buffer, sizeof buffer);
    ::close(file);
    return count > 0 ? std::string(buffer, static_cast<std::size_t>(count)) : std::string();
}

// pairPlan writes generation `number` of a pair and exchanges the folder.
void pairPlan(Scene& scene, int number) {
    scene.plan.changes.clear();
    scene.plan.exchanges = {{scene.folder().at("root/keys"), {"ca.crl"}}};
    for (const char* name : {"root/keys/ca.crt", "root/keys/server.key"})
        scene.write(name, std::string(name) + " " + std::to_string(number), 0400);
}

} // namespace

class TestExchange : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { test::preferMemory(); }
    void apply_exchange_isOneStepAndSaysSo();
    void apply_exchange_readerOfTheFolderSeesNoMixture();
    void apply_exchangeRefused_isDoneStepByStep();
    void apply_entryAppeared_isDoneStepByStepAndKept();
    void apply_noSecondNames_isDoneStepByStep();
    void undo_othersChangedTheFolder_theirsStays();
    void settle_clearKey_leavesNoCopy();
    void recover_exchangedThenKilled_goesBack();

  private:
    base::SilentProgress m_progress;
};

void TestExchange::apply_exchange_isOneStepAndSaysSo() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    test::FaultFileSystem counting(*local, test::Counted::Writes);
    apply::Applier applier(counting, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt.has_value());
    QCOMPARE(receipt->exchanged, std::vector<std::string>{scene.folder().at("root/keys")});
    for (const std::string& call : counting.calls())
        QVERIFY2(!(call.starts_with("replace") && call.find("root/keys/") != std::string::npos),
                 call.c_str());
    QVERIFY(applier.settle(*receipt, {}).has_value());
    QCOMPARE(scene.tree(), test::afterOf(Shape::Exchange));
    const auto crl = local->stat(scene.folder().at("root/keys/ca.crl"), files::Links::Refuse);
    QCOMPARE(crl->links, 1U); // the second name of what was carried over is gone
}

void TestExchange::apply_exchange_readerOfTheFolderSeesNoMixture() {
    const auto local = files::localFileSystem();
    Scene scene(Shape::Exchange);
    pairPlan(scene, 0);
    apply::Applier applier(*local, {});
    const auto first = applier.apply(scene.plan, "id-0", base::Time{}, m_progress);
    QVERIFY(first && applier.settle(*first, {}));
    std::atomic<bool> stop = false;
    std::atomic<int> reads = 0;
    std::atomic<int> mixtures = 0;
    const std::string folder = scene.folder().at("root/keys");
    std::thread reader([&] {
        while (!stop) {
            const int open = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            const std::string ca = readIn(open, "ca.crt");
            const std::string key = readIn(open, "server.key");
            ::close(open);
            // A folder that has been swapped out and emptied since it was opened reads as nothing: try again.
            if (ca.empty() || key.empty())
                continue;
            ++reads;
            mixtures += ca.substr(ca.rfind(' ')) == key.substr(key.rfind(' ')) ? 0 : 1;
        }
    });
    bool good = true;
    for (int i = 1; i <= 100 && good; ++i) {
        pairPlan(scene, i);
        const auto receipt = applier.apply(scene.plan, "id-" + std::to_string(i), base::Time{}, m_progress);
        good = receipt && receipt->exchanged.size() == 1 && applier.settle(*receipt, {});
    }
    while (reads < 100)
        std::this_thread::yield();
    stop = true;
    reader.join();
    QVERIFY(good);
    QCOMPARE(mixtures.load(), 0);
}

void TestExchange::apply_exchangeRefused_isDoneStepByStep() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    test::FaultFileSystem fileSystem(*local);
    files::Volume volume;
    volume.exchanges = false;
    fileSystem.pretendVolume(volume);
    apply::Applier applier(fileSystem, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt.has_value());
    QVERIFY(receipt->exchanged.empty());
    QVERIFY(applier.settle(*receipt, {}).has_value());
    QCOMPARE(scene.tree(), test::afterOf(Shape::Exchange));
}

void TestExchange::apply_entryAppeared_isDoneStepByStepAndKept() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    static_cast<void>(scene.folder().write("root/keys/service.log", "theirs", 0600));
    apply::Applier applier(*local, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt.has_value());
    QVERIFY(receipt->exchanged.empty());
    QVERIFY(applier.undo(*receipt).has_value());
    QCOMPARE(scene.folder().read("root/keys/service.log"), std::string("theirs"));
    QCOMPARE(scene.folder().read("root/keys/ca.crt"), std::string("old ca"));
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
}

void TestExchange::apply_noSecondNames_isDoneStepByStep() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    test::FaultFileSystem fileSystem(*local);
    fileSystem.failPath(scene.folder().at("root/.certwright/staging/id-1/set-0/ca.crl"),
                        base::ErrorCode::NotSupported);
    apply::Applier applier(fileSystem, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt && receipt->exchanged.empty());
    QVERIFY(applier.settle(*receipt, {}).has_value());
    QCOMPARE(scene.tree(), test::afterOf(Shape::Exchange));
}

void TestExchange::undo_othersChangedTheFolder_theirsStays() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    apply::Applier applier(*local, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt && receipt->exchanged.size() == 1);
    static_cast<void>(scene.folder().write("root/keys/service.log", "theirs", 0600));
    QVERIFY(applier.undo(*receipt).has_value());
    QCOMPARE(scene.folder().read("root/keys/service.log"), std::string("theirs"));
    test::removeFile(scene.folder().at("root/keys/service.log"));
    QCOMPARE(scene.tree(), Scene(Shape::Exchange).tree());
}

void TestExchange::settle_clearKey_leavesNoCopy() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::ClearKey);
    test::FaultFileSystem watching(*local, test::Counted::Writes);
    apply::Applier applier(watching, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(receipt && applier.settle(*receipt, {}));
    for (const std::string& name : scene.stateNames()) {
        const std::string path = "root/.certwright/" + name;
        if (std::filesystem::is_regular_file(scene.folder().at(path)))
            QVERIFY2(scene.folder().read(path).find("old key") == std::string::npos, path.c_str());
    }
    const auto wiped = [&watching](const std::string& end) {
        return std::any_of(watching.calls().begin(), watching.calls().end(), [&](const std::string& call) {
            return call.starts_with("wipe ") && call.ends_with(end);
        });
    };
    QVERIFY(wiped("/set-0/server.key"));
    QVERIFY(wiped("/history/id-1/file-0"));
}

void TestExchange::recover_exchangedThenKilled_goesBack() {
    const auto local = files::localFileSystem();
    const Scene scene(Shape::Exchange);
    const test::Tree before = scene.tree();
    test::FaultFileSystem faulty(*local, test::Counted::Writes);
    faulty.failPath(scene.folder().at("root/config/service.conf"), base::ErrorCode::InputOutput);
    apply::Applier applier(faulty, {});
    const auto receipt = applier.apply(scene.plan, "id-1", base::Time{}, m_progress);
    QVERIFY(!receipt.has_value());
    int exchanges = 0;
    for (const std::string& call : faulty.calls())
        exchanges += call.starts_with("exchange") ? 1 : 0;
    QCOMPARE(exchanges, 2); // there and back
    QCOMPARE(scene.tree(), before);
    QCOMPARE(scene.stateNames(), std::vector<std::string>());
}

QTEST_GUILESS_MAIN(TestExchange)
#include "test_exchange.moc"

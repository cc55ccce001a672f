// Why: the sources are the only copy that works until what is installed has been shown to.
#include <QTest>

#include <filesystem>

#include "core/job/clean_job.h"
#include "core/job/known_passwords.h"
#include "tests/core/job/job_scene.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace {

using apply::WipeResult;

std::string text(const std::optional<secret::SecretBytes>& secret) {
    return secret ? std::string(base::textOf(secret->reveal(secret::SecretAccess::grant()))) : "-";
}

} // namespace

class TestCleanJob : public QObject {
    Q_OBJECT

  private:
    static job::CleanJob jobFor(JobScene& scene, const plan::CleanWish& wish) {
        return {
            scene.environment(), {scene.folder().id(), scene.folder().root(), scene.folder().home()}, wish};
    }

  private Q_SLOTS:
    void clean_afterAnImport_removesTheSources();
    void clean_brokenInstallation_isRefused();
    void clean_nothingInstalled_isRefused();
    void clean_withoutPlan_isRefused();
    void clean_installedChangedMeanwhile_isRefused();
    void clean_sourceChangedMeanwhile_keepsIt();
    void clean_cutAnywhere_secondRunEndsIt();
    void passwords_forNamedFiles_areAskedForEach();
    void passwords_forFoundFiles_areAskedOnce();
    void passwords_cancelled_ends();
    void knownPasswords_offered_comeFirst();
};

void TestCleanJob::clean_afterAnImport_removesTheSources() {
    for (const Service service : {Service::StreamServer, Service::Aoi}) {
        JobScene scene(service);
        const auto sources = scene.goodFiles();
        QVERIFY(scene.run(scene.request(sources)));
        plan::CleanWish wish;
        for (const auto& [slot, path] : sources)
            wish.paths.push_back(path);
        auto clean = jobFor(scene, wish);
        Passwords passwords({"secret"});
        const auto plan = clean.plan(passwords);
        QVERIFY(plan && plan->applicable());
        QCOMPARE(plan->files.size(), std::size_t{4});
        const auto outcomes = clean.apply();
        QVERIFY(outcomes);
        for (const auto& outcome : *outcomes)
            QVERIFY(outcome.result == WipeResult::Removed);
        QVERIFY(std::filesystem::is_empty(scene.folder().broughtFolder()));
        QCOMPARE(scene.verify(), std::vector<std::string>{});
    }
}

void TestCleanJob::clean_brokenInstallation_isRefused() {
    JobScene scene(Service::StreamServer);
    const auto sources = scene.goodFiles();
    QVERIFY(scene.run(scene.request(sources)));
    scene.folder().write(scene.folder().profile().slot("key")->target, encryptedPem(*strangeKey(), "x"));
    auto clean = jobFor(scene, {{sources.at("key")}, {scene.folder().broughtFolder()}});
    Passwords passwords({"secret"});
    const auto plan = clean.plan(passwords);
    QVERIFY(plan && check::blocks(plan->findings) && plan->files.empty());
    QCOMPARE(clean.apply().error().code, base::ErrorCode::PlanBlocked);
    QVERIFY(std::filesystem::exists(sources.at("key")));
    QVERIFY(passwords.asked().empty());
}

void TestCleanJob::clean_nothingInstalled_isRefused() {
    JobScene scene(Service::StreamServer);
    const auto sources = scene.goodFiles();
    auto clean = jobFor(scene, {{sources.at("key")}, {}});
    Passwords passwords({"secret"});
    const auto plan = clean.plan(passwords);
    QVERIFY(plan && check::blocks(plan->findings) && plan->files.empty());
}

void TestCleanJob::clean_withoutPlan_isRefused() {
    JobScene scene(Service::StreamServer);
    QCOMPARE(jobFor(scene, {}).apply().error().code, base::ErrorCode::PlanBlocked);
}

void TestCleanJob::clean_installedChangedMeanwhile_isRefused() {
    JobScene scene(Service::StreamServer);
    const auto sources = scene.goodFiles();
    QVERIFY(scene.run(scene.request(sources)));
    auto clean = jobFor(scene, {{sources.at("key")}, {}});
    Passwords passwords({"secret"});
    QVERIFY(clean.plan(passwords)->applicable());
    scene.folder().write(scene.folder().profile().slot("ca")->target, "gone wrong");
    QCOMPARE(clean.apply().error().code, base::ErrorCode::FileChanged);
    QVERIFY(std::filesystem::exists(sources.at("key")));
}

void TestCleanJob::clean_sourceChangedMeanwhile_keepsIt() {
    JobScene scene(Service::StreamServer);
    const auto sources = scene.goodFiles();
    QVERIFY(scene.run(scene.request(sources)));
    auto clean = jobFor(scene, {{sources.at("key"), sources.at("ca")}, {}});
    Passwords passwords({"secret"});
    QVERIFY(clean.plan(passwords)->applicable());
    scene.folder().brought("server.key", encryptedPem(*strangeKey(), "next year"));
    const auto outcomes = clean.apply();
    QCOMPARE((*outcomes)[0].error->code, base::ErrorCode::FileChanged);
    QVERIFY((*outcomes)[1].result == WipeResult::Removed);
    QVERIFY(std::filesystem::exists(sources.at("key")));
}

void TestCleanJob::clean_cutAnywhere_secondRunEndsIt() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    int cuts = 0;
    for (int n = 1; n < 40; ++n) {
        const auto sources = scene.goodFiles();
        plan::CleanWish wish{{scene.folder().broughtFolder()}, {}};
        bool cut = false;
        for (const bool power : {false, true}) {
            scene.files().disarm();
            if (!power)
                scene.files().cutPowerAt(n, Cut::Before);
            auto clean = jobFor(scene, wish);
            Passwords passwords({"secret"});
            try {
                QVERIFY(clean.plan(passwords));
                static_cast<void>(clean.apply());
            } catch (const PowerCut&) {
                cut = true;
            }
        }
        scene.files().disarm();
        // The scene's list is made anew each time and is not the installed one.
        for (const char* slot : {"ca", "cert", "key"})
            QVERIFY(!std::filesystem::exists(sources.at(slot)));
        QCOMPARE(scene.verify(), std::vector<std::string>{});
        if (!cut)
            break;
        ++cuts;
    }
    QVERIFY(cuts >= 6);
}

void TestCleanJob::passwords_forNamedFiles_areAskedForEach() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    const ServiceFolder& folder = scene.folder();
    const std::string one = folder.brought("one.key", encryptedPem(*serverKey(), "first"));
    const std::string two = folder.brought("two.key", encryptedPem(*serverKey(), "second"));
    const std::string three = folder.brought("three.key", encryptedPem(*serverKey(), "first"));
    auto clean = jobFor(scene, {{one, two, three}, {}});
    Passwords passwords({"first", "second"});
    QCOMPARE(clean.plan(passwords)->files.size(), std::size_t{3});
    QCOMPARE(passwords.asked(), (std::vector<std::string>{"one.key 1", "two.key 1"}));
}

void TestCleanJob::passwords_forFoundFiles_areAskedOnce() {
    JobScene scene(Service::StreamServer);
    QVERIFY(scene.run(scene.request(scene.goodFiles())));
    test::removeAll(scene.folder().broughtFolder());
    scene.folder().brought("a.key", encryptedPem(*serverKey(), "secret"));
    scene.folder().brought("b.key", encryptedPem(*strangeKey(), "other"));
    scene.folder().brought("c.key", encryptedPem(*serverKey(), "secret"));
    auto clean = jobFor(scene, {{}, {scene.folder().broughtFolder()}});
    Passwords passwords({"secret", "wrong", "wrong"});
    const auto plan = clean.plan(passwords);
    QCOMPARE(plan->files.size(), std::size_t{2});
    QVERIFY(has(plan->findings, "clean.key-unknown"));
    QCOMPARE(passwords.asked(), std::vector<std::string>{"a.key 1"});
}

void TestCleanJob::passwords_cancelled_ends() {
    JobScene scene(Service::StreamServer);
    const auto sources = scene.goodFiles();
    QVERIFY(scene.run(scene.request(sources)));
    auto clean = jobFor(scene, {{sources.at("key")}, {}});
    Passwords passwords({"secret"});
    passwords.cancelAt(1);
    QCOMPARE(clean.plan(passwords).error().code, base::ErrorCode::Cancelled);
}

void TestCleanJob::knownPasswords_offered_comeFirst() {
    using Asking = job::KnownPasswords::Asking;
    Passwords other({"one"}, 2);
    job::KnownPasswords forgetful(other, job::KnownPasswords::Memory::Nothing);
    QCOMPARE(text(*forgetful.password("a", 1)), std::string("one"));
    forgetful.offerKnown(Asking::Always);
    QCOMPARE(text(*forgetful.password("b", 1)), std::string("-"));
    Passwords inner({"one", "two", "three"}, 2);
    job::KnownPasswords known(inner);
    QCOMPARE(text(*known.password("a", 1)), std::string("one"));
    QCOMPARE(text(*known.password("a", 2)), std::string("two"));
    QCOMPARE(text(*known.password("a", 3)), std::string("-"));
    QCOMPARE(known.attempts(), 2);
    known.offerKnown(Asking::Always);
    QCOMPARE(known.attempts(), 4);
    QCOMPARE(text(*known.password("b", 1)), std::string("one"));
    QCOMPARE(text(*known.password("b", 2)), std::string("two"));
    QCOMPARE(text(*known.password("b", 3)), std::string("three"));
    known.offerKnown(Asking::Once);
    QCOMPARE(text(*known.password("c", 3)), std::string("-"));
    QCOMPARE(text(*known.password("c", 1)), std::string("one"));
    QCOMPARE(text(*known.password("c", 4)), std::string("-"));
}

QTEST_GUILESS_MAIN(TestCleanJob)
#include "test_clean_job.moc"

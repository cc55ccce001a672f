// Why: a running service asks again and again whether its files are still those it read, and must neither
// miss a new revocation list nor run on half of an import.
#include <QTest>
#include <filesystem>
#include <functional>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/reader/installation.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using reader::Installation;
using reader::Part;
using test::InstalledSet;
using test::Service;

using Act = std::function<void(InstalledSet&)>;
Q_DECLARE_METATYPE(Act)

namespace {

std::string targetOf(const InstalledSet& set, const std::string& slot) {
    return set.profile().slot(slot)->target;
}

// PassingReader reads this computer's files, and does something before one of them is read.
class PassingReader final : public files::FileReader {
  public:
    PassingReader(std::string path, std::function<void()> act)
        : m_path(std::move(path))
        , m_act(std::move(act)) {}

    base::Result<base::FileInfo> stat(const std::string& path, files::Links links) const override {
        return m_disk->stat(path, links);
    }
    base::Result<base::Bytes> read(const std::string& path, std::uint64_t maximum,
                                   files::Links links) const override {
        if (path == m_path)
            m_act();
        return m_disk->read(path, maximum, links);
    }
    base::Result<std::vector<std::string>> list(const std::string& folder) const override {
        return m_disk->list(folder);
    }
    base::Result<std::string> resolve(const std::string& path) const override {
        return m_disk->resolve(path);
    }
    base::Result<std::uint64_t> freeSpace(const std::string& folder) const override {
        return m_disk->freeSpace(folder);
    }
    base::Result<files::Volume> volume(const std::string& folder) const override {
        return m_disk->volume(folder);
    }
    base::Result<bool> hasAccessList(const std::string& path) const override {
        return m_disk->hasAccessList(path);
    }
    std::uint32_t storedMode(std::uint32_t mode, base::FileKind kind) const override {
        return m_disk->storedMode(mode, kind);
    }
    base::Owner self() const override { return m_disk->self(); }
    std::string accountName(std::uint32_t user) const override { return m_disk->accountName(user); }

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    std::string m_path;
    std::function<void()> m_act;
};

} // namespace

class TestInstallationChanges : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    const secret::SecretAccess m_access = secret::SecretAccess::grant();

    Installation opened(const InstalledSet& set) const {
        auto installation = Installation::open(*m_disk, set.place());
        if (!installation)
            qFatal("%s", installation.error().subject.c_str());
        return std::move(*installation);
    }
    static std::string contentOf(Installation& installation, Part part) {
        const auto content = installation.content(part, {});
        return content && *content ? std::string(base::textOf(**content)) : std::string();
    }
    static void putNewList(InstalledSet& set) {
        set.put("crl",
                document::toPem(test::makeList(set.ca(), {"4711"}, test::testNow() + std::chrono::days(30))));
    }

  private Q_SLOTS:
    void changed_anyFile_isSeen_data() {
        QTest::addColumn<Act>("act");
        QTest::addColumn<bool>("seen");
        const auto row = [](const char* name, bool seen, const Act& act) {
            QTest::newRow(name) << act << seen;
        };
        row("nothing done", false, [](InstalledSet&) {});
        row("a file that is none of the set", false, [](InstalledSet& set) { set.write("log.txt", "x"); });
        row("list replaced", true, putNewList);
        row("list replaced by its equal", true,
            [](InstalledSet& set) { set.put("crl", set.read(targetOf(set, "crl"))); });
        row("list removed", true, [](InstalledSet& set) { set.remove(set.pathOf("crl")); });
        row("key store removed", true,
            [](InstalledSet& set) { set.remove(set.path(set.profile().keyStore.standby)); });
        row("mode of the key", true, [](InstalledSet& set) {
            std::filesystem::permissions(set.pathOf("key"), std::filesystem::perms(0600));
        });
        row("config edited", true,
            [](InstalledSet& set) { set.replaceInConfig("enable: true", "enable: TRUE"); });
        row("copy in the home folder", true, [](InstalledSet& set) { set.writeHome("key.hash", "x"); });
    }
    void changed_anyFile_isSeen() {
        QFETCH(Act, act);
        QFETCH(bool, seen);
        InstalledSet set(Service::Aoi);
        const Installation installation = opened(set);
        QVERIFY(!installation.changed());
        act(set);
        QCOMPARE(installation.changed(), seen);
    }

    void changed_fileElsewhere_isSeen() {
        InstalledSet set(Service::StreamServer);
        set.write("sample/mxVision/streamserver/other/mine.crl", set.read(targetOf(set, "crl")));
        set.replaceInConfig("crl=keys/ca.crl", "crl=other/mine.crl");
        const Installation installation = opened(set);
        QVERIFY(!installation.changed());
        set.write("sample/mxVision/streamserver/other/mine.crl", "");
        QVERIFY(installation.changed());
    }

    void reload_newList_isGivenOut() {
        InstalledSet set(Service::StreamServer);
        Installation installation = opened(set);
        const std::string before = contentOf(installation, Part::Crl);
        putNewList(set);
        QCOMPARE(contentOf(installation, Part::Crl), before);
        QVERIFY(installation.reload().has_value());
        QCOMPARE(contentOf(installation, Part::Crl), set.read(targetOf(set, "crl")));
        QVERIFY(contentOf(installation, Part::Crl) != before);
        QVERIFY(!installation.changed());
    }

    void reload_notWhole_keepsWhatWasRead_data() {
        QTest::addColumn<Act>("act");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, const char* code, const Act& act) {
            QTest::newRow(name) << act << QByteArray(code);
        };
        row("list gone", "file.not-found", [](InstalledSet& set) { set.remove(set.pathOf("crl")); });
        row("key gone", "file.not-found", [](InstalledSet& set) { set.remove(set.pathOf("key")); });
        row("config gone", "file.not-found",
            [](InstalledSet& set) { set.remove(set.path(set.profile().config.path)); });
        row("import going on", "recovery.needed", [](InstalledSet& set) {
            set.write(".certwright/journal.json", "{}", 0600);
            putNewList(set);
        });
    }
    void reload_notWhole_keepsWhatWasRead() {
        QFETCH(Act, act);
        QFETCH(QByteArray, code);
        InstalledSet set(Service::StreamServer);
        Installation installation = opened(set);
        const std::string list = contentOf(installation, Part::Crl);
        act(set);
        QVERIFY(installation.changed());
        const auto reloaded = installation.reload();
        QVERIFY(!reloaded.has_value());
        QCOMPARE(QByteArray(base::errorCodeName(reloaded.error().code).data()), code);
        QCOMPARE(contentOf(installation, Part::Crl), list);
        QVERIFY(!list.empty());
        QVERIFY(installation.changed());
    }

    // Between certificate and key another set is put in place.
    void open_setReplacedWhileItIsRead_isOneSet() {
        InstalledSet set(Service::StreamServer);
        const InstalledSet other(Service::StreamServer);
        int times = 0;
        const PassingReader passing(set.pathOf("key"), [&] {
            if (++times > 1)
                return;
            for (const std::string slot : {"cert", "key", "ca"})
                set.put(slot, other.read(targetOf(other, slot)));
        });
        auto installation = Installation::open(passing, set.place());
        QVERIFY(installation.has_value());
        QCOMPARE(contentOf(*installation, Part::Chain), other.read(targetOf(other, "cert")));
        QCOMPARE(contentOf(*installation, Part::Key), other.read(targetOf(other, "key")));
        QVERIFY(times > 1);
    }

    void open_filesThatKeepChanging_isGivenUp() {
        InstalledSet set(Service::StreamServer);
        const PassingReader passing(set.pathOf("key"), [&] { putNewList(set); });
        QCOMPARE(Installation::open(passing, set.place()).error().code, base::ErrorCode::FileChanged);
    }
};

QTEST_GUILESS_MAIN(TestInstallationChanges)
#include "test_installation_changes.moc"

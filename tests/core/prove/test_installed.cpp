// Why: everything rests on reading what the service would read, and nothing else.
#include <QTest>
#include <filesystem>

#include "core/files/file_system.h"
#include "core/prove/installed.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using test::InstalledSet;
using test::Service;

class TestInstalled : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();

  private Q_SLOTS:
    void readInstalled_goodSet_findsEveryConfiguredFile_data() {
        QTest::addColumn<int>("service");
        QTest::addColumn<int>("files");
        QTest::newRow("streamserver") << 0 << 4;
        QTest::newRow("aoi") << 1 << 8;
    }
    void readInstalled_goodSet_findsEveryConfiguredFile() {
        QFETCH(int, service);
        QFETCH(int, files);
        const InstalledSet set(service == 0 ? Service::StreamServer : Service::Aoi);
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QCOMPARE(static_cast<int>(installed->files.size()), files);
        for (const auto& [slot, file] : installed->files) {
            QCOMPARE(file.path, set.pathOf(slot));
            QVERIFY(file.content.has_value());
            QVERIFY(!file.error.has_value());
            QCOMPARE(file.info->mode, 0400U);
        }
        QVERIFY(installed->sealedPassphrase.starts_with("cw1."));
    }

    void readInstalled_valueEmptyOrAbsent_slotIsNotInIt() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("crl=keys/ca.crl", "crl=");
        set.replaceInConfig("ca_crt=keys/ca.crt\n", "");
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QVERIFY(!installed->files.contains("crl"));
        QVERIFY(!installed->files.contains("ca"));
        QVERIFY(installed->files.contains("cert"));
    }

    void readInstalled_absoluteAndDottedPaths_areFollowed() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=" + set.pathOf("ca"));
        set.replaceInConfig("server_crt=keys/server.crt", "server_crt=./keys/../keys/server.crt");
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QCOMPARE(installed->files.at("ca").path, set.pathOf("ca"));
        QVERIFY(installed->files.at("ca").content.has_value());
        QCOMPARE(installed->files.at("cert").path, set.pathOf("cert"));
        QCOMPARE(installed->files.at("cert").configured, std::string("./keys/../keys/server.crt"));
    }

    void readInstalled_keyTwice_lastOneCounts() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("ca_crt=keys/ca.crt", "ca_crt=keys/old.crt\nca_crt=keys/ca.crt");
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QCOMPARE(installed->files.at("ca").path, set.pathOf("ca"));
    }

    void readInstalled_fileMissing_saysSoInTheFile() {
        const InstalledSet set(Service::Aoi);
        set.remove(set.pathOf("cert"));
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QVERIFY(!installed->files.at("cert").content.has_value());
        QCOMPARE(installed->files.at("cert").error->code, base::ErrorCode::FileNotFound);
    }

    void readInstalled_symbolicLink_isRefused() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.pathOf("crl"));
        std::filesystem::create_symlink(set.pathOf("ca"), set.pathOf("crl"));
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(installed.has_value());
        QCOMPARE(installed->files.at("crl").error->code, base::ErrorCode::FileIsSymlink);
    }

    void readInstalled_noConfig_fails() {
        const InstalledSet set(Service::StreamServer);
        set.remove(set.path("config/streamserver.conf"));
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(!installed.has_value());
        QCOMPARE(installed.error().code, base::ErrorCode::FileNotFound);
    }

    void readInstalled_configIsNoYaml_fails() {
        InstalledSet set(Service::Aoi);
        set.write("config/config.yaml", "cert: [unclosed\n", 0600);
        const auto installed = prove::readInstalled(*m_disk, set.place());
        QVERIFY(!installed.has_value());
        QCOMPARE(installed.error().code, base::ErrorCode::ConfigInvalid);
    }
};

QTEST_GUILESS_MAIN(TestInstalled)
#include "test_installed.moc"

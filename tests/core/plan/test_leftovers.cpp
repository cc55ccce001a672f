// Why: a name that is missed leaves a key lying about, a name too many changes a file that is none of ours.
#include <QTest>

#include <filesystem>

#include "core/plan/leftovers.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"

using namespace certwright;
using namespace certwright::test;
namespace stdfs = std::filesystem;

class TestLeftovers : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();

    std::vector<std::string> found(const ServiceFolder& folder) {
        std::vector<std::string> paths;
        for (const auto& leftover : plan::readableLeftovers(*m_files, folder.site(*m_files), folder.config(),
                                                            secret::SecretAccess::grant()))
            paths.push_back(leftover.path);
        return paths;
    }

  private Q_SLOTS:
    void name_ofALeftover_isKnown_data();
    void name_ofALeftover_isKnown();
    void leftovers_below_areNotLookedFor();
    void leftovers_installedUnderSuchAName_areNone();
    void leftovers_outsideTheRoot_areNotLookedFor();
    void leftovers_tooManyNames_areCut();
};

void TestLeftovers::name_ofALeftover_isKnown_data() {
    QTest::addColumn<bool>("leftover");
    for (const char* name :
         {"server.key.bak", "server.key.old", "a.orig", "a.save", "server.key~", ".server.key.swp",
          "#server.key#", "streamserver.conf.rpmsave", "config.yaml.dpkg-old", "server.key.1", "old.pem.12",
          "StandbyKsf.ks.3", "x.conf.2", ".conf.bak"})
        QTest::newRow(name) << true;
    for (const char* name : {"server.key", "kmc.ks", "service.log.1", "bak", ".bak", "~", "##", "a.bak.txt",
                             "1", ".1", "server.key.", "server.key.1a", "swp", "x.swp", "backup"})
        QTest::newRow(name) << false;
}

void TestLeftovers::name_ofALeftover_isKnown() {
    QFETCH(bool, leftover);
    QCOMPARE(plan::isLeftoverName(QTest::currentDataTag(), {"server.key", "StandbyKsf.ks"}), leftover);
}

void TestLeftovers::leftovers_below_areNotLookedFor() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write("sample/mxVision/streamserver/logs/a.bak", pemOf(*serverKey()), 0644);
    folder.write("lib/a.bak", pemOf(*serverKey()), 0644);
    folder.write("a.bak", pemOf(*serverKey()), 0644);
    folder.write("sample/mxVision/streamserver/b.bak", pemOf(*serverKey()), 0644);
    QCOMPARE(found(folder),
             (std::vector<std::string>{folder.at("a.bak"), folder.at("sample/mxVision/streamserver/b.bak")}));
}

void TestLeftovers::leftovers_installedUnderSuchAName_areNone() {
    const ServiceFolder folder(Service::StreamServer);
    folder.write(folder.keys() + "/server.key.1", pemOf(*serverKey()), 0644);
    folder.writeConfig("server_key=keys/server.key.1\n");
    QVERIFY(found(folder).empty());
}

void TestLeftovers::leftovers_outsideTheRoot_areNotLookedFor() {
    const ServiceFolder folder(Service::StreamServer);
    folder.brought("server.key.bak", pemOf(*serverKey()), 0644);
    folder.brought("server.key", pemOf(*serverKey()), 0644);
    folder.writeConfig("server_key=" + folder.broughtFolder() + "/server.key\n");
    QVERIFY(found(folder).empty());
}

void TestLeftovers::leftovers_tooManyNames_areCut() {
    const ServiceFolder folder(Service::StreamServer);
    for (int i = 0; i < 4200; ++i)
        folder.write("config/" + std::to_string(10000 + i) + ".bak", "", 0644);
    QCOMPARE(found(folder).size(), std::size_t{4096});
}

QTEST_GUILESS_MAIN(TestLeftovers)
#include "test_leftovers.moc"

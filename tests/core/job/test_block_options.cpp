// Why: what is offered as a server block must be what an import then takes, and nothing may be guessed where
// there are several.
#include <QTest>

#include "core/job/block_options.h"
#include "core/profile/load.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using test::TemporaryFolder;

namespace {

const char* const app = "server {\n    listen 443 ssl;\n    server_name app.example www.app.example;\n}\n";
const char* const shop = "server {\n    listen 443 ssl;\n    server_name shop.example;\n}\n";
const char* const plain = "server {\n    listen 80;\n    listen [::]:80 default_server;\n}\n";
const char* const taking =
    "server {\n    include certwright/tls.conf;\n    listen 8443 ssl;\n    server_name old.example;\n}\n";

job::BlockOptions optionsOf(const TemporaryFolder& folder, const char* service = "nginx") {
    const auto profile = profile::findProfile(service, {});
    return job::blockOptions(*files::localFileSystem(), *profile, folder.path());
}

} // namespace

class TestBlockOptions : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void usual_eachSetOfBlocks_isWhatAnImportTakes_data();
    void usual_eachSetOfBlocks_isWhatAnImportTakes();
    void options_eachBlock_isDescribed();
    void options_serviceWithoutInsertion_areNone();
    void options_fileThatIsNoConfig_isLeftOut();
    void options_missingFolder_areNone();
};

void TestBlockOptions::usual_eachSetOfBlocks_isWhatAnImportTakes_data() {
    QTest::addColumn<QString>("blocks");
    QTest::addColumn<QString>("usual");
    const auto row = [](const char* name, const std::string& blocks, const char* usual) {
        QTest::newRow(name) << QString::fromStdString(blocks) << QString::fromLatin1(usual);
    };
    row("none", "# nothing\n", "");
    row("one with ssl", app, "conf.d/sites.conf:1");
    row("one without ssl", plain, "");
    row("the only one with ssl", std::string(plain) + app, "conf.d/sites.conf:5");
    row("two with ssl", std::string(app) + shop, "");
    row("two, and one that takes it in", std::string(app) + shop + taking, "conf.d/sites.conf:9");
}

void TestBlockOptions::usual_eachSetOfBlocks_isWhatAnImportTakes() {
    QFETCH(QString, blocks);
    QFETCH(QString, usual);
    const TemporaryFolder folder;
    folder.write("nginx.conf", "events {}\nhttp { include conf.d/*.conf; }\n");
    folder.write("conf.d/sites.conf", blocks.toStdString());
    QCOMPARE(QString::fromStdString(optionsOf(folder).usual), usual);
}

void TestBlockOptions::options_eachBlock_isDescribed() {
    const TemporaryFolder folder;
    folder.write("nginx.conf", "http {\n" + std::string(app) + "}\n");
    folder.write("conf.d/sites.conf", std::string(plain) + taking);
    const auto options = optionsOf(folder);
    QCOMPARE(options.blocks.size(), std::size_t{3});
    const job::BlockOption* first = options.at("nginx.conf:2");
    QVERIFY(first != nullptr && first->tls && !first->taking);
    QCOMPARE(first->names, (std::vector<std::string>{"app.example", "www.app.example"}));
    QCOMPARE(first->listens, std::vector<std::string>{"443 ssl"});
    const job::BlockOption* second = options.at("conf.d/sites.conf:1");
    QVERIFY(second != nullptr && !second->tls && second->names.empty());
    QCOMPARE(second->listens, (std::vector<std::string>{"80", "[::]:80 default_server"}));
    const job::BlockOption* third = options.at("conf.d/sites.conf:5");
    QVERIFY(third != nullptr && third->tls && third->taking);
    QVERIFY(options.at("conf.d/sites.conf:2") == nullptr);
}

void TestBlockOptions::options_serviceWithoutInsertion_areNone() {
    const TemporaryFolder folder;
    folder.write("nginx.conf", app);
    QVERIFY(optionsOf(folder, "redis").blocks.empty());
    QVERIFY(optionsOf(folder, "streamserver").blocks.empty());
}

void TestBlockOptions::options_fileThatIsNoConfig_isLeftOut() {
    const TemporaryFolder folder;
    folder.write("nginx.conf", app);
    folder.write("conf.d/broken.conf", "server { listen 443 ssl; ");
    folder.makeFolder("conf.d/folder");
    const auto options = optionsOf(folder);
    QCOMPARE(options.blocks.size(), std::size_t{1});
    QCOMPARE(options.usual, std::string("nginx.conf:1"));
}

void TestBlockOptions::options_missingFolder_areNone() {
    const TemporaryFolder folder;
    const auto profile = profile::findProfile("nginx", {});
    const auto disk = files::localFileSystem();
    QVERIFY(job::blockOptions(*disk, *profile, folder.at("missing")).blocks.empty());
    QVERIFY(job::blockOptions(*disk, *profile, "").blocks.empty());
}

QTEST_GUILESS_MAIN(TestBlockOptions)
#include "test_block_options.moc"

// Why: a config that Certwright makes itself is there after an import, says what the history says, and is
// gone again where the state before had none.
#include <QTest>

#include <filesystem>
#include <fstream>

#include "tests/core/job/past_scene.h"

using namespace certwright;
using namespace certwright::test;
using job::Side;

namespace {

const std::string path = "certwright/own/tls.conf";

// The service's own config is not touched: this one stands beside it.
class ManagedScene : public PastScene {
  public:
    ManagedScene()
        : PastScene(Service::StreamServer) {
        editProfile("  path: config/streamserver.conf\n  format: key-value\n",
                    "  path: " + path +
                        "\n  format: nginx\n  paths: absolute\n  managed: {mode: \"640\"}\n"
                        "  values:\n    - {key: ssl_protocols, value: TLSv1.2 TLSv1.3, when: absent}\n");
        editProfile("    - server_crt\n", "    - ssl_protocols\n    - server_crt\n");
    }
};

} // namespace

class TestManagedConfig : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void import_withoutAConfig_makesIt();
    void import_again_keepsWhatThePersonWroteThere();
    void rotation_changesTheSealedLineOnly();
    void rollback_toBeforeTheFirstImport_takesItAway();
    void rollback_afterAnEditByHand_leavesThatEdit();
    void rollback_toAnEarlierImport_isByteIdentical();
};

void TestManagedConfig::import_withoutAConfig_makesIt() {
    ManagedScene scene;
    const std::string shipped = scene.folder().read("config/streamserver.conf");
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    const std::string keys = scene.folder().at(scene.folder().keys()) + "/";
    const std::string text = scene.folder().read(path);
    QVERIFY2(text.starts_with("# Set by Certwright\nssl_protocols TLSv1.2 TLSv1.3;\nserver_crt " + keys +
                              "server.crt;\nserver_key " + keys + "server.key;\n"),
             text.c_str());
    QCOMPARE(scene.folder().modeOf(path), 0640U);
    QCOMPARE(scene.folder().modeOf("certwright/own"), 0700U);
    QCOMPARE(scene.folder().read("config/streamserver.conf"), shipped);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestManagedConfig::import_again_keepsWhatThePersonWroteThere() {
    ManagedScene scene;
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    std::string text = scene.folder().read(path);
    text.replace(text.find("TLSv1.2 "), 8, "");
    scene.folder().write(path, "# mine\n" + text, 0600);
    QVERIFY(!scene.import(Leaf::Second, List::Without).empty());
    text = scene.folder().read(path);
    QVERIFY(text.starts_with("# mine\n# Set by Certwright\nssl_protocols TLSv1.3;\n"));
    QVERIFY(text.find("ca.crl") == std::string::npos);
    QCOMPARE(scene.folder().modeOf(path), 0600U);
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestManagedConfig::rotation_changesTheSealedLineOnly() {
    ManagedScene scene;
    QVERIFY(!scene.import(Leaf::First, List::With).empty());
    const std::string before = scene.folder().read(path);
    QVERIFY(!scene.rotate().empty());
    const std::string after = scene.folder().read(path);
    const std::size_t sealed = before.find("cw1.");
    QVERIFY(after != before);
    QCOMPARE(after.substr(0, sealed), before.substr(0, sealed));
    QCOMPARE(after.substr(after.find(';', sealed)), before.substr(before.find(';', sealed)));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestManagedConfig::rollback_toBeforeTheFirstImport_takesItAway() {
    ManagedScene scene;
    const std::string id = scene.import(Leaf::First, List::With);
    const auto outcome = scene.rollback({id, Side::Before});
    QVERIFY2(outcome, outcome ? "" : outcome.error().subject.c_str());
    QVERIFY(!outcome->undone);
    QVERIFY(!scene.folder().exists(path));
    QVERIFY(!scene.folder().exists(scene.folder().keys() + "/server.key"));
    QVERIFY(contains(scene.verify(), "!installed.not-configured"));
    QVERIFY(scene.rollback({id}));
    QCOMPARE(scene.verify(), std::vector<std::string>{});
}

void TestManagedConfig::rollback_afterAnEditByHand_leavesThatEdit() {
    ManagedScene scene;
    const std::string id = scene.import(Leaf::First, List::With);
    scene.folder().write(path, scene.folder().read(path) + "ssl_session_timeout 5m;\n", 0640);
    QVERIFY(scene.rollback({id, Side::Before}));
    QCOMPARE(scene.folder().read(path), std::string("# Set by Certwright\nssl_session_timeout 5m;\n"));
}

void TestManagedConfig::rollback_toAnEarlierImport_isByteIdentical() {
    ManagedScene scene;
    const std::string first = scene.import(Leaf::First, List::With);
    const auto state = scene.folder().snapshot();
    QVERIFY(!scene.import(Leaf::Second, List::Without).empty());
    QVERIFY(scene.rollback({first}));
    QCOMPARE(scene.folder().snapshot(), state);
}

QTEST_GUILESS_MAIN(TestManagedConfig)
#include "test_managed_config.moc"

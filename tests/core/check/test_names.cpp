// Why: which names a certificate has, and whether they are the service's host.
#include "tests/core/check/row_test.h"

using namespace certwright;
using document::AltNameKind;
using test::Order;
using test::Row;
using test::Scene;

namespace {

std::function<void(Scene&)> host(const char* name, check::CommonName commonName = check::CommonName::Ignore) {
    return [=](Scene& scene) {
        scene.policy.host = name;
        scene.policy.commonName = commonName;
    };
}

} // namespace

class TestNames : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void names_hosts_data() {
        test::startRows();
        const std::string none = "warning certificate.no-alt-names /in/server.pem";
        const std::string mismatch = "blocker certificate.host-mismatch /in/server.pem";
        const auto noNames = [](Order& o) { o.leaf.altNames.clear(); };
        const auto wildcard = [](Order& o) { o.leaf.altNames = {{AltNameKind::Dns, "*.example.com"}}; };
        const auto mailOnly = [](Order& o) { o.leaf.altNames = {{AltNameKind::Email, "a@example.com"}}; };
        const auto address = [](Order& o) { o.leaf.altNames = {{AltNameKind::Ip, "192.0.2.7"}}; };
        const auto count = check::CommonName::Count;
        QTest::newRow("no names") << Row{noNames, {}, {none}};
        QTest::newRow("mail only") << Row{mailOnly, {}, {none}};
        QTest::newRow("address only") << Row{address, host("192.0.2.7"), {}};
        QTest::newRow("host") << Row{{}, host("server.example.com"), {}};
        QTest::newRow("other host") << Row{{}, host("other.example.com"), {mismatch}};
        QTest::newRow("wildcard") << Row{wildcard, host("any.example.com"), {}};
        QTest::newRow("wildcard two labels") << Row{wildcard, host("a.b.example.com"), {mismatch}};
        QTest::newRow("CN counts") << Row{noNames, host("server.example.com", count), {none}};
        QTest::newRow("CN does not count") << Row{noNames, host("server.example.com"), {mismatch, none}};
        QTest::newRow("other CN") << Row{noNames, host("other.example.com", count), {mismatch, none}};
        QTest::newRow("no certificate") << Row{{},
                                               [](Scene& s) {
                                                   host("other.example.com")(s);
                                                   s.material.leaf.reset();
                                                   s.material.crls.clear();
                                               },
                                               {}};
    }
    void names_hosts() { test::compareRow(); }

    void hostMismatch_finding_namesWhatIsCovered() {
        Order order;
        order.leaf.altNames = {{AltNameKind::Dns, "a.example.com"},
                               {AltNameKind::Email, "a@example.com"},
                               {AltNameKind::Ip, "192.0.2.7"}};
        auto scene = test::sceneOf(order);
        scene.policy.host = "b.example.com";
        const auto verdict = scene.judge();
        const auto* body = test::bodyOf<check::HostMismatch>(verdict);
        QVERIFY(body);
        QCOMPARE(body->host, std::string("b.example.com"));
        QCOMPARE(body->names, (std::vector<std::string>{"a.example.com", "192.0.2.7"}));
    }

    void hostMismatch_findingWithoutAltNames_namesTheCommonNameWhereItCounts() {
        Order order;
        order.leaf.altNames.clear();
        auto scene = test::sceneOf(order);
        scene.policy.host = "b.example.com";
        scene.policy.commonName = check::CommonName::Count;
        const auto verdict = scene.judge();
        QCOMPARE(test::bodyOf<check::HostMismatch>(verdict)->names,
                 std::vector<std::string>{"server.example.com"});
    }
};

QTEST_APPLESS_MAIN(TestNames)
#include "test_names.moc"

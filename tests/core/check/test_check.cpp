// Why: the one call says everything at once, worst first, and says nothing of what is good.
#include <QTest>

#include "tests/core/check/scene.h"

using namespace certwright;
using namespace certwright::check;

class TestCheck : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void check_goodScene_saysNothingAndFindsTheChain() {
        const auto verdict = test::sceneOf().judge();
        QVERIFY(verdict.findings.empty());
        QVERIFY(verdict.path.complete);
        QCOMPARE(verdict.path.certificates.size(), 2U);
        QCOMPARE(verdict.path.ca, std::optional<std::size_t>(0));
    }

    void check_nothingBrought_saysNothing() {
        const auto verdict = check::check({}, {}, test::today());
        QVERIFY(verdict.findings.empty());
        QVERIFY(!verdict.path.complete);
        QVERIFY(verdict.path.certificates.empty());
        QVERIFY(!verdict.path.ca);
    }

    void check_manyFaults_allAtOnceWorstFirst() {
        test::Order order;
        order.leaf.altNames.clear();
        order.leaf.notAfter = test::at("2026-11-01");
        order.leaf.signature.digest = "SHA1";
        auto scene = test::sceneOf(order);
        scene.material.key.state = KeyState::OpenedAsGb18030;
        scene.material.sources.at(1).target.mode = 0644;
        const auto lines = test::said(scene.judge().findings);
        const std::vector<std::string> expected{
            "blocker source.key-mode /in/server.key", "blocker certificate.expired /in/server.pem",
            "blocker certificate.signature-algorithm /in/server.pem",
            "warning certificate.no-alt-names /in/server.pem", "note key.password-gb18030 /in/server.key"};
        QCOMPARE(lines, expected);
    }

    void check_onlyTheCa_isJudgedWithoutAServerCertificate() {
        test::Order order;
        order.root.notAfter = test::at("2026-11-01");
        const auto made = test::sceneOf(order);
        Material material;
        material.cas = made.material.cas;
        const auto lines = test::said(check::check(material, {}, test::today()).findings);
        QCOMPARE(lines, std::vector<std::string>{"blocker certificate.expired /in/ca.crt"});
    }
};

QTEST_APPLESS_MAIN(TestCheck)
#include "test_check.moc"

// Why: SHA-1 must not come in, whoever signed with it, but a root's own signature means nothing.
#include "tests/core/check/row_test.h"

using namespace certwright;
using test::Order;
using test::orderRow;
using test::Scene;
using test::sceneRow;

class TestSignatureAlgorithm : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void signatureAlgorithm_digests_data() {
        test::startRows();
        const std::string refused = "blocker certificate.signature-algorithm /in/server.pem";
        orderRow("server SHA-1", [](Order& o) { o.leaf.signature.digest = "SHA1"; }, {refused});
        orderRow("server SHA-384", [](Order& o) { o.leaf.signature.digest = "SHA384"; });
        orderRow("server SHA-512", [](Order& o) { o.leaf.signature.digest = "SHA512"; });
        orderRow("intermediate SHA-1", [](Order& o) { o.intermediate.signature.digest = "SHA1"; }, {refused});
        orderRow("root SHA-1", [](Order& o) { o.root.signature.digest = "SHA1"; });
        QTest::newRow("SHA-384 where only 256 and 512")
            << test::Row{[](Order& o) { o.leaf.signature.digest = "SHA384"; },
                         [](Scene& s) {
                             s.policy.signatureDigests = {"SHA256", "SHA512"};
                         },
                         {refused}};
        sceneRow("no digest of its own",
                 [](Scene& s) {
                     s.material.leaf->certificate.facts.signature = {"ED25519", ""};
                 },
                 {refused});
    }
    void signatureAlgorithm_digests() { test::compareRow(); }

    void signatureAlgorithm_finding_namesFoundAndAllowed() {
        Order order;
        order.leaf.signature.digest = "SHA1";
        const auto verdict = test::sceneOf(order).judge();
        const auto* body = test::bodyOf<check::SignatureAlgorithm>(verdict);
        QVERIFY(body);
        QCOMPARE(body->found, std::string("ecdsa-with-SHA1"));
        QCOMPARE(body->allowed, (std::vector<std::string>{"SHA256", "SHA384", "SHA512"}));
        QCOMPARE(body->role, std::string("server"));
    }
};

QTEST_APPLESS_MAIN(TestSignatureAlgorithm)
#include "test_signature_algorithm.moc"

// Why: what is said of the chain: what is missing, what is signed by another, what stood elsewhere, what is
// not needed.
#include "tests/core/check/row_test.h"

using namespace certwright;
using check::SourcedCertificate;
using test::Scene;
using test::sceneRow;

namespace {

SourcedCertificate from(const document::Identity& identity, const char* path, std::size_t line = 1) {
    return {identity.certificate, path, line};
}

document::Identity otherRoot(const char* name) {
    return test::issue(test::caOrder(name), "another root");
}

} // namespace

class TestChain : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void chain_broken_data() {
        test::startRows();
        const std::string missing = "blocker chain.issuer-missing /in/server.pem";
        sceneRow("no intermediate",
                 [](Scene& s) {
                     s.material.pool.clear();
                     s.material.crls.pop_back();
                 },
                 {missing});
        sceneRow("no CA",
                 [](Scene& s) {
                     s.material.cas.clear();
                     s.material.crls.clear();
                 },
                 {missing});
        sceneRow("another CA",
                 [](Scene& s) {
                     s.material.cas = {from(otherRoot("Another Root"), "/in/ca.crt")};
                     s.material.crls.clear();
                 },
                 {missing});
        sceneRow("another CA of the same name",
                 [](Scene& s) {
                     s.material.cas = {from(otherRoot("Practice Root"), "/in/ca.crt")};
                     s.material.crls.clear();
                 },
                 {"blocker chain.signature-invalid /in/server.pem"});
        sceneRow("both CAs of the same name", [](Scene& s) {
            s.material.cas.push_back(from(otherRoot("Practice Root"), "/in/ca.crt", 20));
            s.material.pairs = {{"platform-ca", {s.material.cas.back()}, {}}};
        });
        sceneRow("root in the chain file but another one chosen",
                 [](Scene& s) {
                     s.material.pool.push_back(from(s.root, "/in/server.pem", 40));
                     s.material.cas = {from(otherRoot("Practice Root"), "/in/ca.crt")};
                     s.material.crls.clear();
                 },
                 {missing});
        sceneRow("tampered with", [](Scene& s) { s.material.leaf->certificate.der.back() ^= 1U; },
                 {"blocker chain.signature-invalid /in/server.pem"});
    }
    void chain_broken() { test::compareRow(); }

    void issuerMissing_finding_namesSubjectAndKeyId() {
        auto scene = test::sceneOf();
        scene.material.pool.clear();
        const auto verdict = scene.judge();
        const auto* body = test::bodyOf<check::IssuerMissing>(verdict);
        QVERIFY(body);
        QCOMPARE(body->name, std::string("CN=server.example.com"));
        QCOMPARE(body->issuer, scene.intermediate.certificate.facts.subject.text);
        QCOMPARE(body->keyId, base::toHex(scene.intermediate.certificate.facts.subjectKeyId));
        QVERIFY(!verdict.path.complete);
        QCOMPARE(verdict.path.certificates.size(), 1U);
    }

    void chain_order_data() {
        test::startRows();
        const std::string reordered = "note chain.reordered /in/server.pem";
        sceneRow("elsewhere", [](Scene& s) { s.material.pool.at(0).path = "/in/intermediate.pem"; },
                 {reordered});
        sceneRow("before the leaf",
                 [](Scene& s) {
                     s.material.leaf->line = 20;
                     s.material.pool.at(0).line = 1;
                 },
                 {reordered});
        sceneRow("in a container without lines", [](Scene& s) {
            s.material.leaf->line = 0;
            s.material.pool.at(0).line = 0;
        });
        sceneRow("also elsewhere", [](Scene& s) {
            s.material.pool.insert(s.material.pool.begin(), from(s.intermediate, "/in/copy.pem"));
        });
    }
    void chain_order() { test::compareRow(); }

    void chainReordered_finding_namesWhatCameFromWhere() {
        auto scene = test::sceneOf();
        scene.material.pool.at(0).path = "/in/intermediate.pem";
        const auto verdict = scene.judge();
        const auto* body = test::bodyOf<check::ChainReordered>(verdict);
        QVERIFY(body);
        QCOMPARE(body->names, std::vector<std::string>{scene.intermediate.certificate.facts.subject.text});
        QCOMPARE(body->paths, std::vector<std::string>{"/in/intermediate.pem"});
    }

    void chain_unused_data() {
        test::startRows();
        sceneRow("another certificate",
                 [](Scene& s) { s.material.pool.push_back(from(otherRoot("Other"), "/in/other.pem")); },
                 {"note chain.unused /in/other.pem"});
        sceneRow("another CA",
                 [](Scene& s) { s.material.cas.push_back(from(otherRoot("Other"), "/in/ca.crt", 20)); },
                 {"note chain.unused /in/ca.crt"});
        sceneRow("twice the same",
                 [](Scene& s) {
                     const auto other = otherRoot("Other");
                     s.material.pool.push_back(from(other, "/in/z.pem"));
                     s.material.pool.push_back(from(other, "/in/b.pem"));
                 },
                 {"note chain.unused /in/b.pem"});
        sceneRow("copies of the chain", [](Scene& s) {
            s.material.pool.push_back(from(s.root, "/in/chain.pem"));
            s.material.pool.push_back(from(s.leaf, "/in/chain.pem"));
        });
        sceneRow("unknown while the chain is broken",
                 [](Scene& s) {
                     s.material.pool = {from(otherRoot("Other"), "/in/other.pem")};
                     s.material.crls.pop_back();
                 },
                 {"blocker chain.issuer-missing /in/server.pem"});
    }
    void chain_unused() { test::compareRow(); }
};

QTEST_APPLESS_MAIN(TestChain)
#include "test_chain.moc"

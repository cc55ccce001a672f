// Why: whose list it is, from when to when it holds, and whom it revokes.
#include "tests/core/check/row_test.h"

using namespace certwright;
using namespace std::chrono_literals;
using check::SourcedCrl;
using test::crlOrder;
using test::Order;
using test::orderRow;
using test::Scene;
using test::sceneRow;
using test::today;

namespace {

std::function<void(Order&)> nextUpdate(std::chrono::seconds fromNow) {
    return [=](Order& order) { order.rootCrl.nextUpdate = today() + fromNow; };
}

std::function<void(Scene&)> listOf(document::Identity issuer) {
    return [=](Scene& scene) { scene.material.crls = {{test::issueCrl(crlOrder(), issuer), "/in/ca.crl"}}; };
}

// revoke puts `certificate` on a list of `issuer`.
SourcedCrl revoke(const document::Identity& certificate, const document::Identity& issuer,
                  const char* path = "/in/ca.crl") {
    auto spec = crlOrder();
    spec.entries = {
        {certificate.certificate.facts.serial, test::at("2026-11-11"), document::CrlReason::KeyCompromise}};
    return {test::issueCrl(spec, issuer), path};
}

constexpr auto day = std::chrono::seconds(std::chrono::days(1));

} // namespace

class TestRevocation : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void crl_dates_data() {
        test::startRows();
        const std::string expired = "blocker crl.expired /in/ca.crl";
        const std::string soon = "warning crl.expires-soon /in/ca.crl";
        orderRow("a second ago", nextUpdate(-1s), {expired});
        orderRow("this second", nextUpdate(0s), {soon});
        orderRow("a second under 7 days", nextUpdate(7 * day - 1s), {soon});
        orderRow("7 days", nextUpdate(7 * day));
        orderRow("starts this second", [](Order& o) { o.rootCrl.thisUpdate = today(); });
        orderRow("starts in a second", [](Order& o) { o.rootCrl.thisUpdate = today() + 1s; },
                 {"blocker crl.not-yet-valid /in/ca.crl"});
        orderRow("no next update", [](Order& o) { o.rootCrl.nextUpdate.reset(); },
                 {"warning crl.no-next-update /in/ca.crl"});
    }
    void crl_dates() { test::compareRow(); }

    void crl_issuers_data() {
        test::startRows();
        const auto stranger = test::issue(test::caOrder("Stranger"), "stranger");
        const auto impostor = test::issue(test::caOrder("Practice Root"), "stranger");
        sceneRow("of the root", [](Scene& s) { listOf(s.root)(s); });
        sceneRow("of the intermediate", [](Scene& s) { listOf(s.intermediate)(s); });
        sceneRow("of another CA", listOf(stranger), {"blocker crl.wrong-issuer /in/ca.crl"});
        sceneRow("of another CA of the same name", listOf(impostor),
                 {"blocker crl.signature-invalid /in/ca.crl"});
        sceneRow("tampered with", [](Scene& s) { s.material.crls.at(0).crl.der.back() ^= 1U; },
                 {"blocker crl.signature-invalid /in/ca.crl"});
        sceneRow("the CA is not known", [](Scene& s) { s.material.cas.clear(); },
                 {"blocker chain.issuer-missing /in/server.pem"});
        sceneRow("the chain is broken, the lists are not",
                 [](Scene& s) { s.material.leaf->certificate.der.back() ^= 1U; },
                 {"blocker chain.signature-invalid /in/server.pem"});
        sceneRow("the chain is broken, and the list is of another CA",
                 [=](Scene& s) {
                     s.material.leaf->certificate.der.back() ^= 1U;
                     listOf(stranger)(s);
                 },
                 {"blocker chain.signature-invalid /in/server.pem", "blocker crl.wrong-issuer /in/ca.crl"});
        sceneRow("no chain to judge by", [](Scene& s) {
            s.material.leaf.reset();
            s.material.cas.clear();
        });
        sceneRow("twice the same", [](Scene& s) {
            s.material.crls.push_back(s.material.crls.at(0));
            s.material.crls.back().path = "/in/copy.crl";
        });
        sceneRow("twice the same and expired",
                 [](Scene& s) {
                     s.now = test::at("2026-12-21");
                     s.material.crls.erase(s.material.crls.begin() + 1);
                     s.material.crls.push_back(s.material.crls.at(0));
                     s.material.crls.back().path = "/in/a.crl";
                 },
                 {"blocker crl.expired /in/a.crl"});
    }
    void crl_issuers() { test::compareRow(); }

    void crl_form_data() {
        test::startRows();
        const std::string converted = "note crl.converted /in/ca.crl";
        sceneRow("DER", [](Scene& s) { s.material.crls.at(0).encoding = document::Encoding::Der; },
                 {converted});
        sceneRow("PKCS#7", [](Scene& s) { s.material.crls.at(0).container = document::Container::Pkcs7; },
                 {converted});
        sceneRow("PEM", [](Scene& s) { s.material.crls.at(0).encoding = document::Encoding::Pem; });
    }
    void crl_form() { test::compareRow(); }

    void revoked_certificates_data() {
        test::startRows();
        const std::string revoked = "blocker certificate.revoked /in/server.pem";
        sceneRow("server", [](Scene& s) { s.material.crls = {revoke(s.leaf, s.intermediate)}; }, {revoked});
        sceneRow("intermediate", [](Scene& s) { s.material.crls = {revoke(s.intermediate, s.root)}; },
                 {revoked});
        sceneRow("another of the CA", [](Scene& s) { s.material.crls = {revoke(s.root, s.intermediate)}; });
        sceneRow("the same serial at another CA",
                 [](Scene& s) { s.material.crls = {revoke(s.leaf, s.root)}; });
        sceneRow("by a list that anybody could have made",
                 [](Scene& s) {
                     const auto impostor = test::issue(test::caOrder("Practice Intermediate"), "stranger");
                     s.material.crls = {revoke(s.leaf, impostor)};
                 },
                 {"blocker crl.signature-invalid /in/ca.crl"});
        sceneRow("by an expired list",
                 [](Scene& s) {
                     s.material.crls = {revoke(s.leaf, s.intermediate)};
                     s.now = test::at("2026-12-21");
                 },
                 {"blocker crl.expired /in/ca.crl", revoked});
    }
    void revoked_certificates() { test::compareRow(); }

    void revoked_finding_carriesSerialDateAndReason() {
        auto scene = test::sceneOf();
        scene.material.crls = {revoke(scene.leaf, scene.intermediate)};
        const auto verdict = scene.judge();
        const auto* body = test::bodyOf<check::Revoked>(verdict);
        QVERIFY(body);
        QCOMPARE(body->role, std::string("server"));
        QCOMPARE(body->serial, scene.leaf.certificate.facts.serial);
        QCOMPARE(body->revokedAt, test::at("2026-11-11"));
        QCOMPARE(body->reason, std::string("keyCompromise"));
    }

    void crlWrongIssuer_finding_namesFoundAndExpected() {
        auto scene = test::sceneOf();
        listOf(test::issue(test::caOrder("Stranger"), "stranger"))(scene);
        const auto verdict = scene.judge();
        const auto* body = test::bodyOf<check::CrlWrongIssuer>(verdict);
        QVERIFY(body);
        QVERIFY(body->issuer.find("Stranger") != std::string::npos);
        QCOMPARE(body->expected, scene.root.certificate.facts.subject.text);
    }
};

QTEST_APPLESS_MAIN(TestRevocation)
#include "test_revocation.moc"

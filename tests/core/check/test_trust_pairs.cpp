// Why: the CAs that a service trusts when it sends are judged like its own, and named by their slot.
#include "tests/core/check/row_test.h"

using namespace certwright;
using namespace std::chrono_literals;
using check::TrustPair;
using test::caOrder;
using test::Scene;
using test::sceneRow;
using test::today;

namespace {

// A pair is ordered, made and added to the good scene.
struct PairOrder {
    document::CertificateSpec ca = caOrder("Platform");
    document::CrlSpec crl = test::crlOrder();
};

std::function<void(Scene&)> pair(const std::function<void(PairOrder&)>& change = {}) {
    return [=](Scene& scene) {
        PairOrder order;
        if (change)
            change(order);
        const auto ca = test::issue(order.ca, "platform");
        scene.material.pairs = {{"platform-ca",
                                 {{ca.certificate, "/in/platform.crt", 1}},
                                 {{test::issueCrl(order.crl, ca), "/in/platform.crl"}}}};
    };
}

TrustPair& first(Scene& scene) {
    return scene.material.pairs.at(0);
}

} // namespace

class TestTrustPairs : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pair_ca_data() {
        test::startRows();
        const auto usage = [](document::KeyUsage one) { return static_cast<std::uint16_t>(one); };
        sceneRow("good", pair());
        sceneRow("not CA", pair([](PairOrder& o) { o.ca.basicConstraints->ca = false; }),
                 {"blocker ca.not-ca platform-ca"});
        sceneRow("version 1", pair([](PairOrder& o) { o.ca.version = 1; }),
                 {"blocker certificate.version platform-ca"});
        sceneRow("no keyCertSign",
                 pair([=](PairOrder& o) { o.ca.keyUsage = usage(document::KeyUsage::CrlSign); }),
                 {"blocker ca.no-cert-sign platform-ca"});
        sceneRow("no cRLSign",
                 pair([=](PairOrder& o) { o.ca.keyUsage = usage(document::KeyUsage::KeyCertSign); }),
                 {"blocker ca.no-crl-sign platform-ca"});
        sceneRow("expired", pair([](PairOrder& o) { o.ca.notAfter = today() - 1s; }),
                 {"blocker certificate.expired platform-ca"});
        sceneRow("last second", pair([](PairOrder& o) { o.ca.notAfter = today(); }),
                 {"warning certificate.expires-soon platform-ca"});
        sceneRow("not yet", pair([](PairOrder& o) { o.ca.notBefore = today() + 1s; }),
                 {"blocker certificate.not-yet-valid platform-ca"});
        sceneRow("RSA 2047",
                 [](Scene& s) {
                     pair()(s);
                     auto& key = first(s).cas.at(0).certificate.facts.key;
                     key.algorithm = document::KeyAlgorithm::Rsa;
                     key.bits = 2047;
                 },
                 {"blocker key.too-small platform-ca"});
        sceneRow("twice the same CA", [](Scene& s) {
            pair([](PairOrder& o) { o.crl.nextUpdate = test::at("2026-12-20"); })(s);
            first(s).cas.push_back(first(s).cas.at(0));
        });
    }
    void pair_ca() { test::compareRow(); }

    void pair_crl_data() {
        test::startRows();
        sceneRow("none", [](Scene& s) {
            pair()(s);
            first(s).crls.clear();
        });
        sceneRow("expired", pair([](PairOrder& o) { o.crl.nextUpdate = today() - 1s; }),
                 {"blocker crl.expired platform-ca"});
        sceneRow("soon", pair([](PairOrder& o) { o.crl.nextUpdate = today() + 24h; }),
                 {"warning crl.expires-soon platform-ca"});
        sceneRow("not yet", pair([](PairOrder& o) { o.crl.thisUpdate = today() + 1s; }),
                 {"blocker crl.not-yet-valid platform-ca"});
        sceneRow("no next update", pair([](PairOrder& o) { o.crl.nextUpdate.reset(); }),
                 {"warning crl.no-next-update platform-ca"});
        sceneRow("of the server's own CA",
                 [](Scene& s) {
                     pair()(s);
                     first(s).crls = {s.material.crls.at(0)};
                 },
                 {"blocker crl.wrong-issuer platform-ca"});
        sceneRow("of another CA of the same name",
                 [](Scene& s) {
                     pair()(s);
                     const auto impostor = test::issue(caOrder("Platform"), "impostor");
                     first(s).crls.at(0).crl = test::issueCrl(test::crlOrder(), impostor);
                 },
                 {"blocker crl.signature-invalid platform-ca"});
        sceneRow("DER",
                 [](Scene& s) {
                     pair()(s);
                     first(s).crls.at(0).encoding = document::Encoding::Der;
                 },
                 {"note crl.converted platform-ca"});
        sceneRow("without its CA", [](Scene& s) {
            pair()(s);
            first(s).cas.clear();
        });
    }
    void pair_crl() { test::compareRow(); }
};

QTEST_APPLESS_MAIN(TestTrustPairs)
#include "test_trust_pairs.moc"

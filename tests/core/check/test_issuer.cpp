// Why: a certificate that may not sign others makes a chain that clients refuse.
#include "tests/core/check/row_test.h"

using namespace certwright;
using document::KeyUsage;
using test::Order;
using test::orderRow;

namespace {

constexpr auto certSign = static_cast<std::uint16_t>(KeyUsage::KeyCertSign);
constexpr auto crlSign = static_cast<std::uint16_t>(KeyUsage::CrlSign);

} // namespace

class TestIssuer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void issuer_orders_data() {
        test::startRows();
        orderRow("root not CA", [](Order& o) { o.root.basicConstraints->ca = false; },
                 {"blocker ca.not-ca /in/ca.crt"});
        orderRow("root without constraints", [](Order& o) { o.root.basicConstraints.reset(); },
                 {"blocker ca.not-ca /in/ca.crt"});
        orderRow("intermediate not CA", [](Order& o) { o.intermediate.basicConstraints->ca = false; },
                 {"blocker ca.not-ca /in/server.pem"});
        orderRow("root version 1", [](Order& o) { o.root.version = 1; },
                 {"blocker certificate.version /in/ca.crt"});
        orderRow("root without keyCertSign", [](Order& o) { o.root.keyUsage = crlSign; },
                 {"blocker ca.no-cert-sign /in/ca.crt"});
        orderRow("intermediate without keyCertSign", [](Order& o) { o.intermediate.keyUsage = crlSign; },
                 {"blocker ca.no-cert-sign /in/server.pem"});
        orderRow("root without cRLSign", [](Order& o) { o.root.keyUsage = certSign; },
                 {"blocker ca.no-crl-sign /in/ca.crl"});
        orderRow("intermediate without cRLSign", [](Order& o) { o.intermediate.keyUsage = certSign; },
                 {"blocker ca.no-crl-sign /in/intermediate.crl"});
        orderRow("no key usage at all", [](Order& o) {
            o.root.keyUsage.reset();
            o.intermediate.keyUsage.reset();
        });
        QTest::newRow("no cRLSign, no CRL")
            << test::Row{[](Order& o) { o.root.keyUsage = certSign; },
                         [](test::Scene& s) { s.material.crls.erase(s.material.crls.begin()); },
                         {}};
    }
    void issuer_orders() { test::compareRow(); }
};

QTEST_APPLESS_MAIN(TestIssuer)
#include "test_issuer.moc"

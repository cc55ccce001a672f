// Why: a CA's or a client's certificate must not end up as the server's.
#include "tests/core/check/row_test.h"

using namespace certwright;
using test::Order;
using test::orderRow;

class TestLeaf : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void leaf_orders_data() {
        test::startRows();
        orderRow("CA", [](Order& o) { o.leaf.basicConstraints->ca = true; },
                 {"blocker certificate.is-ca /in/server.pem"});
        orderRow("no basic constraints", [](Order& o) { o.leaf.basicConstraints.reset(); });
        orderRow("version 1", [](Order& o) { o.leaf.version = 1; },
                 {"blocker certificate.version /in/server.pem",
                  "warning certificate.no-alt-names /in/server.pem"});
        orderRow("client only", [](Order& o) { o.leaf.extendedKeyUsage = {"1.3.6.1.5.5.7.3.2"}; },
                 {"blocker certificate.extended-key-usage /in/server.pem"});
        orderRow("any", [](Order& o) { o.leaf.extendedKeyUsage = {"2.5.29.37.0"}; },
                 {"blocker certificate.extended-key-usage /in/server.pem"});
        orderRow("client and server", [](Order& o) {
            o.leaf.extendedKeyUsage = {"1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.1"};
        });
        orderRow("no extended key usage", [](Order& o) { o.leaf.extendedKeyUsage.clear(); });
    }
    void leaf_orders() { test::compareRow(); }
};

QTEST_APPLESS_MAIN(TestLeaf)
#include "test_leaf.moc"

// Why: an address that is read wrongly is a connection to somebody else.
#include <QTest>

#include "core/served/address.h"

using namespace certwright;

class TestAddress : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void parse_hostAndPort_areRead_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << "server.test:443"
                              << "server.test" << 443;
        QTest::newRow("one label") << "localhost:8443"
                                   << "localhost" << 8443;
        QTest::newRow("underscore") << "build_box:8443"
                                    << "build_box" << 8443;
        QTest::newRow("IPv4") << "10.0.0.1:65535"
                              << "10.0.0.1" << 65535;
        QTest::newRow("IPv6") << "[::1]:443"
                              << "::1" << 443;
        QTest::newRow("other letters") << QString::fromUtf8("bücher.test:443") << "xn--bcher-kva.test" << 443;
        QTest::newRow("Chinese") << QString::fromUtf8("服务.test:1") << "xn--zfr188b.test" << 1;
    }
    void parse_hostAndPort_areRead() {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto address = served::parseAddress(text.toStdString());
        QVERIFY(address.has_value());
        QCOMPARE(QString::fromStdString(address->host), host);
        QCOMPARE(static_cast<int>(address->port), port);
        if (text == QString::fromStdString(address->host) + QStringLiteral(":%1").arg(port))
            QCOMPARE(QString::fromStdString(served::shownAddress(*address)), text);
    }

    void parse_anythingElse_isRefused_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"",
                                 ":",
                                 ":443",
                                 "server.test",
                                 "server.test:",
                                 "server.test:0",
                                 "server.test:65536",
                                 "server.test:-1",
                                 "server.test:+1",
                                 "server.test:44x",
                                 "::1:443",
                                 "[::1]",
                                 "[]:443",
                                 "[::1:443",
                                 "::1]:443",
                                 "[server.test]:443",
                                 "https://server.test:443",
                                 "a b:443",
                                 "a/b:443",
                                 "a\n:443",
                                 "user@server.test:443"})
            QTest::newRow(text) << text;
        QTest::newRow("long") << QString(300, QLatin1Char('a')) + ":443";
        QTest::newRow("no UTF-8") << QString::fromLatin1("\xff:443");
    }
    void parse_anythingElse_isRefused() {
        QFETCH(QString, text);
        const bool latin = QByteArray(QTest::currentDataTag()) == "no UTF-8";
        const auto address = served::parseAddress(latin ? text.toLatin1().toStdString() : text.toStdString());
        QVERIFY(!address);
        QCOMPARE(address.error().code, base::ErrorCode::InvalidArgument);
    }

    void shown_six_hasBrackets() { QCOMPARE(served::shownAddress({"::1", 443}), std::string("[::1]:443")); }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "test_address.moc"

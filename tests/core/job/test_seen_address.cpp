// Why: where a server is proposed to be looked at, the block that got the certificate must be what answers:
// another's answer would read as a failed reload.
#include <QTest>

#include "core/job/seen_address.h"

using namespace certwright;

namespace {

// A block of sites.conf at line `line`.
job::BlockOption block(int line, std::vector<std::string> listens, std::vector<std::string> names = {}) {
    job::BlockOption option;
    option.place = "sites.conf:" + std::to_string(line);
    option.listens = std::move(listens);
    option.names = std::move(names);
    option.tls = true;
    return option;
}

const std::vector<std::string> usual{"443 ssl"};

} // namespace

Q_DECLARE_METATYPE(certwright::job::BlockOptions)

class TestSeenAddress : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void seen_oneBlock_isAskedWhereItListens_data();
    void seen_oneBlock_isAskedWhereItListens();
    void seen_severalBlocks_areToldApart_data();
    void seen_severalBlocks_areToldApart();
    void seen_noBlockMeant_isNowhere();
    void seen_chosenBlock_isTheOneAsked();
};

void TestSeenAddress::seen_oneBlock_isAskedWhereItListens_data() {
    QTest::addColumn<QStringList>("listens");
    QTest::addColumn<QString>("seen");
    QTest::newRow("port") << QStringList{"443 ssl"} << "localhost:443";
    QTest::newRow("both families") << QStringList{"443 ssl http2", "[::]:443 ssl"} << "localhost:443";
    QTest::newRow("every address") << QStringList{"0.0.0.0:8443 ssl"} << "localhost:8443";
    QTest::newRow("star") << QStringList{"*:8443 ssl"} << "localhost:8443";
    QTest::newRow("IPv6 alone") << QStringList{"[::]:8443 ssl ipv6only=on"} << "localhost:8443";
    QTest::newRow("one address") << QStringList{"10.0.0.5:8443 ssl"} << "10.0.0.5:8443";
    QTest::newRow("one IPv6 address") << QStringList{"[fd00::5]:8443 ssl"} << "[fd00::5]:8443";
    QTest::newRow("a name") << QStringList{"gateway.example.com:8443 ssl"} << "gateway.example.com:8443";
    QTest::newRow("the first with TLS") << QStringList{"80", "8443 ssl", "443 ssl"} << "localhost:8443";
    QTest::newRow("ssl on") << QStringList{"443"} << "localhost:443";
    QTest::newRow("QUIC and TLS") << QStringList{"443 quic", "8443 ssl"} << "localhost:8443";
    QTest::newRow("QUIC alone") << QStringList{"443 quic"} << "";
    QTest::newRow("behind a proxy") << QStringList{"443 ssl proxy_protocol"} << "";
    QTest::newRow("socket") << QStringList{"unix:/run/nginx.sock ssl"} << "";
    QTest::newRow("address without port") << QStringList{"10.0.0.5 ssl"} << "";
    QTest::newRow("variable") << QStringList{"$port ssl"} << "";
    QTest::newRow("no such port") << QStringList{"65536 ssl"} << "";
    QTest::newRow("port nought") << QStringList{"0 ssl"} << "";
    QTest::newRow("empty") << QStringList{""} << "";
    QTest::newRow("no listen line") << QStringList() << "";
}

void TestSeenAddress::seen_oneBlock_isAskedWhereItListens() {
    QFETCH(QStringList, listens);
    QFETCH(QString, seen);
    std::vector<std::string> lines;
    for (const QString& line : listens)
        lines.push_back(line.toStdString());
    job::BlockOptions options;
    options.blocks = {block(1, lines, {"app.example.com"})};
    options.usual = options.blocks.front().place;
    QCOMPARE(QString::fromStdString(job::seenAddress(options, {})), seen);
}

// Asked is the first.
void TestSeenAddress::seen_severalBlocks_areToldApart_data() {
    QTest::addColumn<job::BlockOptions>("options");
    QTest::addColumn<QString>("seen");
    const auto row = [](const char* name, job::BlockOption asked, job::BlockOption other, const char* seen) {
        job::BlockOptions options;
        options.blocks = {std::move(asked), std::move(other)};
        options.usual = options.blocks.front().place;
        QTest::newRow(name) << options << QString::fromLatin1(seen);
    };
    const auto shop = block(9, usual, {"shop.example.com"});
    row("other port", block(1, {"8443 ssl"}, {"app.example.com"}), shop, "localhost:8443");
    row("same port, by name", block(1, usual, {"app.example.com", "www.example.com"}), shop,
        "app.example.com:443");
    row("same port without TLS", block(1, usual, {"app.example.com"}), block(9, {"443"}),
        "app.example.com:443");
    row("the standing one", block(1, {"443 ssl default_server"}, {"_"}), shop, "localhost:443");
    row("the standing one of other addresses", block(1, {"443 ssl default_server"}, {"app.example.com"}),
        block(9, {"127.0.0.1:443 ssl"}), "app.example.com:443");
    row("wildcards before a name", block(1, usual, {"*.example.com", ".example.com", "app.example.com"}),
        shop, "app.example.com:443");
    row("no name", block(1, usual), shop, "");
    row("catch-all", block(1, usual, {"_"}), shop, "");
    row("expression", block(1, usual, {"~^app\\d+\\.example\\.com$"}), shop, "");
    row("variable", block(1, usual, {"$hostname"}), shop, "");
    row("empty name", block(1, usual, {""}), shop, "");
}

void TestSeenAddress::seen_severalBlocks_areToldApart() {
    QFETCH(job::BlockOptions, options);
    QFETCH(QString, seen);
    QCOMPARE(QString::fromStdString(job::seenAddress(options, {})), seen);
}

void TestSeenAddress::seen_noBlockMeant_isNowhere() {
    job::BlockOptions options;
    QCOMPARE(job::seenAddress(options, {}), std::string());
    options.blocks = {block(1, usual), block(9, {"8443 ssl"})};
    QCOMPARE(job::seenAddress(options, {}), std::string());
    QCOMPARE(job::seenAddress(options, "sites.conf:400"), std::string());
    options.blocks.front().tls = false;
    QCOMPARE(job::seenAddress(options, "sites.conf:1"), std::string());
}

void TestSeenAddress::seen_chosenBlock_isTheOneAsked() {
    job::BlockOptions options;
    options.blocks = {block(1, usual), block(9, {"8443 ssl"})};
    options.usual = "sites.conf:1";
    QCOMPARE(job::seenAddress(options, "sites.conf:9"), std::string("localhost:8443"));
    QCOMPARE(job::seenAddress(options, {}), std::string("localhost:443"));
}

QTEST_GUILESS_MAIN(TestSeenAddress)
#include "test_seen_address.moc"

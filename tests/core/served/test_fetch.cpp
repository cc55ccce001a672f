// Why: each thing that a server does must be seen as it is, over a real connection.
#include <QTest>

#include "core/served/fetch.h"
#include "tests/core/prove/material.h"
#include "tests/core/served/tls_server.h"

using namespace certwright;
using served::Answer;
using served::CipherKind;
using served::ClientDemand;
using test::Clients;
using test::Listener;
using test::ServerSpec;
using test::testNow;

namespace {

const secret::SecretAccess token = secret::SecretAccess::grant();
const base::SilentProgress quiet;

base::Result<served::Served> fetch(const Listener& server, served::Order order = {}) {
    order.address = server.address();
    if (order.name.empty())
        order.name = "server.test";
    order.limit = std::chrono::seconds(8);
    return served::fetchServed(order, quiet, token);
}

QStringList acceptedBy(const served::Served& served) {
    QStringList names;
    for (const served::VersionAnswer& one : served.versions)
        if (one.answer == Answer::Accepted)
            names << QString::fromStdString(one.version);
    return names;
}

} // namespace

class TestFetch : public QObject {
    Q_OBJECT

  private:
    document::Identity m_root = test::makeCa("Root", test::caKey());
    document::Identity m_issuer = test::makeCa("Issuer", test::otherKey(), &m_root);
    document::Identity m_server =
        test::makeServer(m_issuer, test::serverKey(), testNow() + std::chrono::days(90));

    ServerSpec good() const { return {{m_server.certificate, m_issuer.certificate}, m_server.key.get()}; }

  private Q_SLOTS:
    void fetch_goodServer_isSeenWhole() {
        const Listener server(test::serveTls(good()));
        const auto served = fetch(server);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QCOMPARE(served->chain.size(), std::size_t{2});
        QCOMPARE(served->chain[0].der, m_server.certificate.der);
        QCOMPARE(served->chain[1].der, m_issuer.certificate.der);
        QCOMPARE(served->protocol, std::string("TLSv1.3"));
        QVERIFY(served->cipherKind == CipherKind::Strong);
        QCOMPARE(acceptedBy(*served), QStringList({"TLSv1.2", "TLSv1.3"}));
        QVERIFY(served->demand == ClientDemand::NotAsked);
        QVERIFY(served->staple.empty());
        QCOMPARE(served->endpoint, served::shownAddress(server.address()));
        QCOMPARE(server.connections(), 4);
    }

    void fetch_order_isTheServers() {
        ServerSpec spec = good();
        spec.chain = {m_server.certificate, m_root.certificate, m_issuer.certificate};
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY(served.has_value());
        QCOMPARE(served->chain.size(), std::size_t{3});
        QCOMPARE(served->chain[1].der, m_root.certificate.der);
        QCOMPARE(served->chain[2].der, m_issuer.certificate.der);
    }

    void fetch_versions_areTheServers_data() {
        QTest::addColumn<int>("oldest");
        QTest::addColumn<int>("newest");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QStringList>("accepted");
        QTest::newRow("all") << 0x0301 << 0x0304 << "TLSv1.3"
                             << QStringList({"TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"});
        QTest::newRow("up to 1.2") << 0x0301 << 0x0303 << "TLSv1.2"
                                   << QStringList({"TLSv1.0", "TLSv1.1", "TLSv1.2"});
        QTest::newRow("old only") << 0x0301 << 0x0302 << "TLSv1.1" << QStringList({"TLSv1.0", "TLSv1.1"});
        QTest::newRow("1.0 only") << 0x0301 << 0x0301 << "TLSv1.0" << QStringList({"TLSv1.0"});
        QTest::newRow("1.3 only") << 0x0304 << 0x0304 << "TLSv1.3" << QStringList({"TLSv1.3"});
    }
    void fetch_versions_areTheServers() {
        QFETCH(int, oldest);
        QFETCH(int, newest);
        QFETCH(QString, protocol);
        QFETCH(QStringList, accepted);
        ServerSpec spec = good();
        spec.oldest = oldest;
        spec.newest = newest;
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QCOMPARE(QString::fromStdString(served->protocol), protocol);
        QCOMPARE(acceptedBy(*served), accepted);
        QCOMPARE(served->chain.front().der, m_server.certificate.der);
    }

    void fetch_cipher_isWeighed_data() {
        QTest::addColumn<QString>("ciphers");
        QTest::addColumn<bool>("strong");
        QTest::newRow("ECDHE GCM") << "ECDHE-RSA-AES128-GCM-SHA256" << true;
        QTest::newRow("ECDHE ChaCha20") << "ECDHE-RSA-CHACHA20-POLY1305" << true;
        QTest::newRow("no forward secrecy") << "AES128-GCM-SHA256" << false;
        QTest::newRow("CBC") << "ECDHE-RSA-AES128-SHA" << false;
    }
    void fetch_cipher_isWeighed() {
        QFETCH(QString, ciphers);
        QFETCH(bool, strong);
        ServerSpec spec = good();
        spec.newest = 0x0303;
        spec.ciphers = ciphers.toStdString();
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY(served.has_value());
        QCOMPARE(QString::fromStdString(served->cipher), ciphers);
        QCOMPARE(served->cipherKind == CipherKind::Strong, strong);
    }

    void fetch_clientCertificate_isSeenWhetherItIsDemanded_data() {
        QTest::addColumn<int>("clients");
        QTest::addColumn<int>("newest");
        QTest::addColumn<int>("demand");
        for (const int newest : {0x0303, 0x0304}) {
            const std::string version = newest == 0x0303 ? " 1.2" : " 1.3";
            const auto row = [&](const char* name, Clients clients, ClientDemand demand) {
                QTest::newRow((name + version).c_str())
                    << static_cast<int>(clients) << newest << static_cast<int>(demand);
            };
            row("not asked", Clients::NotAsked, ClientDemand::NotAsked);
            row("asked", Clients::Asked, ClientDemand::LetIn);
            row("demanded", Clients::Demanded, ClientDemand::Refused);
        }
    }
    void fetch_clientCertificate_isSeenWhetherItIsDemanded() {
        QFETCH(int, clients);
        QFETCH(int, newest);
        QFETCH(int, demand);
        ServerSpec spec = good();
        spec.clients = static_cast<Clients>(clients);
        spec.newest = newest;
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QCOMPARE(static_cast<int>(served->demand), demand);
        QCOMPARE(served->chain.front().der, m_server.certificate.der);
    }

    // nginx lets everybody through the handshake and refuses in HTTP.
    void fetch_demandInHttp_isSeen_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("demand");
        QTest::newRow("refused") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n")
                                 << static_cast<int>(ClientDemand::Refused);
        QTest::newRow("let in") << QByteArray("HTTP/1.1 200 OK\r\n\r\n")
                                << static_cast<int>(ClientDemand::LetIn);
        QTest::newRow("no HTTP") << QByteArray("-ERR unknown command\r\n")
                                 << static_cast<int>(ClientDemand::Unclear);
        QTest::newRow("nothing") << QByteArray() << static_cast<int>(ClientDemand::Unclear);
    }
    void fetch_demandInHttp_isSeen() {
        QFETCH(QByteArray, answer);
        QFETCH(int, demand);
        ServerSpec spec = good();
        spec.clients = Clients::Asked;
        spec.answer = answer.toStdString();
        spec.http = true;
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY(served.has_value());
        QCOMPARE(static_cast<int>(served->demand), demand);
    }

    void fetch_ownCertificate_isAcceptedOrRefused_data() {
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("newest");
        QTest::newRow("known CA 1.2") << true << 0x0303;
        QTest::newRow("other CA 1.2") << false << 0x0303;
        QTest::newRow("known CA 1.3") << true << 0x0304;
        QTest::newRow("other CA 1.3") << false << 0x0304;
    }
    void fetch_ownCertificate_isAcceptedOrRefused() {
        QFETCH(bool, known);
        QFETCH(int, newest);
        ServerSpec spec = good();
        spec.newest = newest;
        spec.clients = Clients::Demanded;
        const document::Identity other = test::makeCa("Other", test::otherKey());
        spec.clientCas = {known ? m_root.certificate : other.certificate};
        const Listener server(test::serveTls(spec));
        document::PrivateKey copy{m_server.key->pkcs8.clone(), m_server.key->facts};
        const served::OwnCertificate own{{m_server.certificate, m_issuer.certificate}, std::move(copy)};
        served::Order order;
        order.own = &own;
        const auto served = fetch(server, order);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QVERIFY(served->demand == ClientDemand::Refused);
        QVERIFY(served->ownAnswer == (known ? Answer::Accepted : Answer::Refused));
    }

    void fetch_ownKeyOfAnother_isRefusedBeforeAnythingIsSent() {
        const Listener server(test::serveTls(good()));
        document::PrivateKey copy{test::caKey()->pkcs8.clone(), test::caKey()->facts};
        const served::OwnCertificate own{{m_server.certificate}, std::move(copy)};
        served::Order order;
        order.own = &own;
        const auto served = fetch(server, order);
        QVERIFY(!served);
        QCOMPARE(served.error().code, base::ErrorCode::CryptoFailed);
    }

    void fetch_staple_isHandedOn() {
        ServerSpec spec = good();
        spec.staple = base::toBytes("whatever the server says");
        const Listener server(test::serveTls(spec));
        const auto served = fetch(server);
        QVERIFY(served.has_value());
        QCOMPARE(served->staple, spec.staple);
    }

    void fetch_postgres_speaksItsRequestFirst() {
        ServerSpec spec = good();
        spec.postgres = true;
        spec.clients = Clients::Asked;
        const Listener server(test::serveTls(spec));
        served::Order order;
        order.opening = served::Opening::Postgres;
        const auto served = fetch(server, order);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        // PostgreSQL judges clients behind the handshake.
        QVERIFY(served->demand == ClientDemand::Unclear);
        const auto direct = fetch(server);
        QVERIFY(!direct);
        QCOMPARE(direct.error().code, base::ErrorCode::TlsFailed);
    }

    void fetch_six_isReached() {
        const Listener server(test::serveTls(good()), Listener::Family::V6);
        const auto served = fetch(server);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QVERIFY(served->endpoint.starts_with("[::1]:"));
    }

    // "localhost" is ::1 first on many systems; a server that listens on 127.0.0.1 alone is found all the
    // same.
    void fetch_nameWithSeveralAddresses_triesEach() {
        const Listener server(test::serveTls(good()));
        served::Order order;
        order.address = {"localhost", server.address().port};
        order.limit = std::chrono::seconds(8);
        const auto served = served::fetchServed(order, quiet, token);
        QVERIFY2(served.has_value(), served ? "" : served.error().detail.c_str());
        QCOMPARE(served->name, std::string("localhost"));
        QVERIFY(served->endpoint.starts_with("127.0.0.1:"));
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "test_fetch.moc"

// Why: the two refusals are only worth something if a server that refuses nobody is seen through.
#include <QTest>

#include "core/document/native.h"
#include "core/prove/handshake.h"
#include "core/prove/revocation.h"
#include "core/prove/socket_pair.h"
#include "tests/core/prove/material.h"

using namespace certwright;
using prove::Caller;
using prove::ClientCertificates;
using prove::CrlUse;
using test::testNow;

class TestHandshake : public QObject {
    Q_OBJECT

  private:
    document::Identity m_ca = test::makeCa("CA", test::caKey());
    document::Identity m_server =
        test::makeServer(m_ca, test::serverKey(), testNow() + std::chrono::days(90));

    prove::TlsMaterial material() const {
        prove::TlsMaterial made;
        made.chain.push_back(std::move(*document::nativeCertificate(m_server.certificate)));
        made.cas.push_back(std::move(*document::nativeCertificate(m_ca.certificate)));
        made.key = std::move(*document::nativeKey(*m_server.key, secret::SecretAccess::grant()));
        return made;
    }

    static prove::Meeting meetingOf(const prove::TlsMaterial& made, ClientCertificates clients,
                                    Caller caller) {
        const auto contexts = prove::makeContexts(made, clients, testNow());
        return contexts ? prove::meet(*contexts, made, caller, CrlUse::AsLoaded).value_or(prove::Meeting{})
                        : prove::Meeting{};
    }

  private Q_SLOTS:
    void meet_serverThatDemandsCertificates_refusesWhoHasNone_data() {
        QTest::addColumn<int>("caller");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("no certificate") << static_cast<int>(Caller::Anonymous) << false;
        QTest::newRow("certificate of nobody known") << static_cast<int>(Caller::Stranger) << false;
        QTest::newRow("certificate of the CA") << static_cast<int>(Caller::ServersOwn) << true;
    }
    void meet_serverThatDemandsCertificates_refusesWhoHasNone() {
        QFETCH(int, caller);
        QFETCH(bool, accepted);
        const auto meeting = meetingOf(material(), ClientCertificates::Demanded, static_cast<Caller>(caller));
        QCOMPARE(meeting.accepted, accepted);
        QCOMPARE(meeting.serverRefused, !accepted);
        QCOMPARE(meeting.detail.empty(), accepted);
    }

    void meet_serverThatAsksForNothing_isNotTakenForRefusing_data() {
        QTest::addColumn<int>("caller");
        QTest::newRow("no certificate") << static_cast<int>(Caller::Anonymous);
        QTest::newRow("certificate of nobody known") << static_cast<int>(Caller::Stranger);
    }
    void meet_serverThatAsksForNothing_isNotTakenForRefusing() {
        QFETCH(int, caller);
        const auto meeting = meetingOf(material(), ClientCertificates::NotAsked, static_cast<Caller>(caller));
        QVERIFY(meeting.accepted);
        QVERIFY(!meeting.serverRefused);
    }

    void meet_serverThatTheClientDoesNotTrust_isNotTakenForRefusing() {
        auto made = material();
        made.cas.clear();
        made.cas.push_back(
            std::move(*document::nativeCertificate(test::makeCa("Another", test::otherKey()).certificate)));
        const auto meeting = meetingOf(made, ClientCertificates::Demanded, Caller::Anonymous);
        QVERIFY(!meeting.accepted);
        QVERIFY(!meeting.serverRefused);
    }

    void meet_longChain_getsThrough() {
        auto made = material();
        for (int i = 0; i < 60; ++i)
            made.chain.push_back(std::move(*document::nativeCertificate(m_ca.certificate)));
        const auto meeting = meetingOf(made, ClientCertificates::Demanded, Caller::ServersOwn);
        QVERIFY2(meeting.accepted, meeting.detail.c_str());
    }

    void makeContexts_keyOfAnotherCertificate_fails() {
        auto made = material();
        made.key = std::move(*document::nativeKey(*test::caKey(), secret::SecretAccess::grant()));
        const auto contexts = prove::makeContexts(made, ClientCertificates::Demanded, testNow());
        QVERIFY(!contexts.has_value());
        QCOMPARE(contexts.error().code, base::ErrorCode::CryptoFailed);
    }

    void proveRevocation_crlLoadedButNotConsulted_fails() {
        auto made = material();
        const auto contexts = prove::makeContexts(made, ClientCertificates::Demanded, testNow());
        QVERIFY(contexts.has_value());
        made.crls.push_back(
            std::move(*document::nativeCrl(test::makeList(m_ca, {}, testNow() + std::chrono::days(9)))));
        QVERIFY(!prove::proveRevocation(*contexts, made).has_value());
    }

    void socketPair_bothEnds_areConnectedAndDoNotBlock() {
        auto pair = prove::SocketPair::make();
        QVERIFY(pair.has_value());
        prove::SocketPair moved = std::move(*pair);
        QVERIFY(moved.server() >= 0);
        QVERIFY(moved.client() >= 0);
        QVERIFY(moved.client() != moved.server());
        prove::SocketPair other = std::move(*prove::SocketPair::make());
        const int end = moved.server();
        other = std::move(moved);
        QCOMPARE(other.server(), end);
    }
};

QTEST_GUILESS_MAIN(TestHandshake)
#include "test_handshake.moc"

// Why: a stapled answer that nobody checks is worth nothing, and one that a stranger signed is worth less.
#include <QTest>

#include "core/served/staple.h"
#include "tests/core/prove/material.h"
#include "tests/core/served/ocsp_maker.h"

using namespace certwright;
using served::StapleState;
using test::testNow;

class TestStaple : public QObject {
    Q_OBJECT

  private:
    document::Identity m_ca = test::makeCa("CA", test::caKey());
    document::Identity m_other = test::makeCa("CA", test::otherKey());
    document::Identity m_leaf = test::makeServer(m_ca, test::serverKey(), testNow() + std::chrono::days(90));
    document::Identity m_sibling =
        test::makeServer(m_ca, test::otherKey(), testNow() + std::chrono::days(91));

    // A certificate of the CA for OCSP alone (id-kp-OCSPSigning), or for something else.
    document::Identity delegate(const char* purpose) const {
        document::CertificateSpec spec;
        spec.subject = {{"CN", "Responder"}};
        spec.notBefore = testNow() - std::chrono::days(1);
        spec.notAfter = testNow() + std::chrono::days(9);
        spec.extendedKeyUsage = {purpose};
        return *document::makeCertificate(spec, test::otherKey(), &m_ca, secret::SecretAccess::grant());
    }

    test::OcspSpec good() const {
        return {0,
                testNow() - std::chrono::hours(1),
                testNow() + std::chrono::hours(1),
                &m_leaf.certificate,
                &m_ca,
                &m_ca};
    }

    std::string stateOf(const base::Bytes& response) const {
        return std::string(stapleStateName(
            served::judgeStaple(response, m_leaf.certificate, {m_ca.certificate}, testNow()).state));
    }

  private Q_SLOTS:
    void judge_statusOfTheCa_isTold_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("state");
        QTest::newRow("good") << 0 << "good";
        QTest::newRow("revoked") << 1 << "revoked";
        QTest::newRow("unknown") << 2 << "unknown";
    }
    void judge_statusOfTheCa_isTold() {
        QFETCH(int, status);
        QFETCH(QString, state);
        test::OcspSpec spec = good();
        spec.status = status;
        QCOMPARE(QString::fromStdString(stateOf(test::makeResponse(spec))), state);
    }

    void judge_dates_decide_data() {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("state");
        QTest::newRow("now") << -60 << 60 << "good";
        QTest::newRow("over") << -120 << -1 << "stale";
        QTest::newRow("later") << 10 << 60 << "stale";
        QTest::newRow("clock a little behind") << 4 << 60 << "good";
    }
    void judge_dates_decide() {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, state);
        test::OcspSpec spec = good();
        spec.thisUpdate = testNow() + std::chrono::minutes(from);
        spec.nextUpdate = testNow() + std::chrono::minutes(to);
        QCOMPARE(QString::fromStdString(stateOf(test::makeResponse(spec))), state);
    }

    void judge_signer_mustSpeakForTheCa() {
        test::OcspSpec spec = good();
        const document::Identity responder = delegate("1.3.6.1.5.5.7.3.9");
        spec.signer = &responder;
        QCOMPARE(stateOf(test::makeResponse(spec)), std::string("good"));
        const document::Identity server = delegate("1.3.6.1.5.5.7.3.1");
        spec.signer = &server;
        QCOMPARE(stateOf(test::makeResponse(spec)), std::string("damaged"));
        // The server itself says that it is good.
        spec.signer = &m_leaf;
        QCOMPARE(stateOf(test::makeResponse(spec)), std::string("damaged"));
        // Another CA of the same name.
        spec.signer = &m_other;
        spec.issuer = &m_other;
        QCOMPARE(stateOf(test::makeResponse(spec)), std::string("damaged"));
    }

    void judge_answerAboutAnother_isUnknown() {
        test::OcspSpec spec = good();
        spec.about = &m_sibling.certificate;
        QCOMPARE(stateOf(test::makeResponse(spec)), std::string("unknown"));
    }

    void judge_damage_isNeverMore() {
        const base::Bytes whole = test::makeResponse(good());
        for (std::size_t size = 0; size < whole.size(); size += 7)
            QCOMPARE(stateOf({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}),
                     std::string("damaged"));
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            base::Bytes changed = whole;
            changed[at] ^= 0x55U;
            QVERIFY(stateOf(changed) != "revoked");
        }
    }

    void judge_withoutTheIssuer_cannotBeChecked() {
        const auto staple =
            served::judgeStaple(test::makeResponse(good()), m_leaf.certificate, {}, testNow());
        QVERIFY(staple.state == StapleState::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestStaple)
#include "test_staple.moc"

// Why: what is good must be proved good, step by step, for every kind of set that an import can leave.
#include <QTest>

#include "core/document/encode.h"
#include "core/files/file_system.h"
#include "core/prove/prove.h"
#include "tests/core/prove/installed_set.h"

using namespace certwright;
using prove::ProofStep;
using test::InstalledSet;
using test::Service;
using test::testNow;

class TestProve : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();

    prove::Proof proofOf(const InstalledSet& set) const {
        return prove::prove(*m_disk, set.place(), testNow(), secret::SecretAccess::grant());
    }

    static std::string stepsOf(const prove::Proof& proof) {
        std::string steps;
        for (const ProofStep step : proof.passed)
            steps += std::string(prove::proofStepName(step)) + " ";
        for (const check::Finding& failure : proof.failures)
            steps += "!" + failure.body.as<check::ProofFailed>()->step + ": " +
                     failure.body.as<check::ProofFailed>()->detail;
        return steps;
    }

    const std::string m_allSteps =
        "unseal open-key load handshake refuse-anonymous refuse-stranger revocation ";

  private Q_SLOTS:
    void prove_goodSet_passesEveryStep_data() {
        QTest::addColumn<int>("service");
        QTest::newRow("streamserver") << 0;
        QTest::newRow("aoi") << 1;
    }
    void prove_goodSet_passesEveryStep() {
        QFETCH(int, service);
        const InstalledSet set(service == 0 ? Service::StreamServer : Service::Aoi);
        const prove::Proof proof = proofOf(set);
        QCOMPARE(stepsOf(proof), m_allSteps);
        QVERIFY(proof.succeeded());
        QCOMPARE(proof.protocol, std::string("TLSv1.3"));
        QVERIFY(proof.cipher.starts_with("TLS_"));
    }

    void prove_withoutCrl_hasNoRevocationStep() {
        InstalledSet set(Service::StreamServer);
        set.replaceInConfig("crl=keys/ca.crl", "crl=");
        QCOMPARE(stepsOf(proofOf(set)),
                 std::string("unseal open-key load handshake refuse-anonymous refuse-stranger "));
    }

    void prove_serviceWithoutClientCertificates_isNotAskedToRefuse() {
        InstalledSet set(Service::StreamServer);
        set.editProfile().rules.mutualTls = false;
        QCOMPARE(stepsOf(proofOf(set)), std::string("unseal open-key load handshake revocation "));
    }

    void prove_ellipticKey_passesEveryStep() {
        InstalledSet set(Service::Aoi);
        const auto server = test::makeServer(set.ca(), test::otherKey(), testNow() + std::chrono::days(500));
        set.installServer({server.certificate});
        set.installKey(*test::otherKey(), set.passphrase());
        QCOMPARE(stepsOf(proofOf(set)), m_allSteps);
    }

    void prove_intermediateAndCrlOfTheCa_passesEveryStep() {
        InstalledSet set(Service::StreamServer);
        const auto middle = test::makeCa("Middle", test::otherKey(), &set.ca());
        const auto server = test::makeServer(middle, test::serverKey(), testNow() + std::chrono::days(500));
        set.installServer({server.certificate, middle.certificate});
        QCOMPARE(stepsOf(proofOf(set)), m_allSteps);
    }

    void prove_caIsItselfIssued_passesEveryStep() {
        InstalledSet set(Service::StreamServer);
        const auto middle = test::makeCa("Middle", test::otherKey(), &set.ca());
        const auto server = test::makeServer(middle, test::serverKey(), testNow() + std::chrono::days(500));
        set.installServer({server.certificate});
        set.put("ca", document::toPem(middle.certificate));
        set.put("crl", document::toPem(test::makeList(middle, {}, testNow() + std::chrono::days(90))));
        QCOMPARE(stepsOf(proofOf(set)), m_allSteps);
    }

    void prove_otherCertificatesRevoked_passesEveryStep() {
        InstalledSet set(Service::StreamServer);
        set.put("crl",
                document::toPem(test::makeList(set.ca(), {"01", "02"}, testNow() + std::chrono::days(9))));
        QCOMPARE(stepsOf(proofOf(set)), m_allSteps);
    }

    void prove_certificateLongExpiredToday_isJudgedAtTheGivenTime() {
        const InstalledSet set(Service::StreamServer);
        const auto proof = prove::prove(*m_disk, set.place(), testNow() + std::chrono::days(4000),
                                        secret::SecretAccess::grant());
        QCOMPARE(stepsOf(proof).substr(0, 30), std::string("unseal open-key load !handshak"));
    }
};

QTEST_GUILESS_MAIN(TestProve)
#include "test_prove.moc"

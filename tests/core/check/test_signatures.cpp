// Why: everything rests on this: a signature counts only if the key made it, over these very octets.
#include <QTest>

#include "core/check/signatures.h"
#include "core/secret/secret_access.h"
#include "tests/core/check/scene.h"

using namespace certwright;
using check::Signatures;
using document::KeyAlgorithm;

namespace {

const auto access = secret::SecretAccess::grant();

document::Identity rootOf(const document::KeySpec& keySpec, const document::SignatureSpec& signature) {
    auto key = std::make_shared<const document::PrivateKey>(*document::makeKey(keySpec, access));
    auto spec = test::caOrder("Root");
    spec.signature = signature;
    return *document::makeCertificate(spec, key, nullptr, access);
}

// A SEQUENCE of `parts`, for structures that no maker makes.
base::Bytes sequence(std::initializer_list<base::Bytes> parts) {
    base::Bytes whole{0x30, 0x00};
    for (const base::Bytes& part : parts)
        whole.insert(whole.end(), part.begin(), part.end());
    whole[1] = static_cast<std::uint8_t>(whole.size() - 2);
    return whole;
}

} // namespace

class TestSignatures : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void signedBy_everyAlgorithm_isVerified_data() {
        QTest::addColumn<int>("algorithm");
        QTest::addColumn<QByteArray>("digest");
        QTest::addColumn<bool>("pss");
        QTest::newRow("RSA SHA-256") << static_cast<int>(KeyAlgorithm::Rsa) << QByteArray("SHA256") << false;
        QTest::newRow("RSA SHA-1") << static_cast<int>(KeyAlgorithm::Rsa) << QByteArray("SHA1") << false;
        QTest::newRow("RSA-PSS") << static_cast<int>(KeyAlgorithm::Rsa) << QByteArray("SHA512") << true;
        QTest::newRow("ECDSA") << static_cast<int>(KeyAlgorithm::Ec) << QByteArray("SHA384") << false;
        QTest::newRow("Ed25519") << static_cast<int>(KeyAlgorithm::Ed25519) << QByteArray("") << false;
    }
    void signedBy_everyAlgorithm_isVerified() {
        QFETCH(int, algorithm);
        QFETCH(QByteArray, digest);
        QFETCH(bool, pss);
        document::KeySpec keySpec;
        keySpec.algorithm = static_cast<KeyAlgorithm>(algorithm);
        const auto padding = pss ? document::Padding::Pss : document::Padding::Pkcs1;
        const auto root = rootOf(keySpec, {digest.toStdString(), padding});
        auto crlSpec = test::crlOrder();
        crlSpec.signature = {digest.toStdString(), padding};
        const auto crl = test::issueCrl(crlSpec, root);
        const auto other = test::keyNamed("other")->facts;
        Signatures signatures;
        QVERIFY(signatures.signedBy(root.certificate, root.certificate.facts.key));
        QVERIFY(!signatures.signedBy(root.certificate, other));
        QVERIFY(signatures.signedBy(crl, root.certificate.facts.key));
        QVERIFY(!signatures.signedBy(crl, other));
    }

    void signedBy_oneBitChangedAnywhere_isRefused() {
        auto certificate = test::issue(test::caOrder("Root"), "root").certificate;
        const auto key = certificate.facts.key;
        const auto good = certificate.der;
        for (std::size_t i = 0; i < good.size(); ++i) {
            certificate.der = good;
            certificate.der[i] = static_cast<std::uint8_t>(certificate.der[i] ^ 0x01U);
            QVERIFY2(!Signatures().signedBy(certificate, key), qPrintable(QString::number(i)));
        }
    }

    void signedBy_cutShortOrLengthened_isRefused() {
        auto certificate = test::issue(test::caOrder("Root"), "root").certificate;
        const auto key = certificate.facts.key;
        certificate.der.push_back(0);
        QVERIFY(!Signatures().signedBy(certificate, key));
        while (!certificate.der.empty()) {
            certificate.der.resize(certificate.der.size() > 7 ? certificate.der.size() - 7 : 0);
            QVERIFY(!Signatures().signedBy(certificate, key));
        }
    }

    void signedBy_structuresThatAreNone_areRefused() {
        const auto key = test::keyNamed("root")->facts;
        const base::Bytes algorithm = sequence({{0x06, 0x03, 0x2B, 0x65, 0x70}});
        const base::Bytes noObject = sequence({{0x02, 0x01, 0x01}});
        const base::Bytes bits{0x03, 0x02, 0x00, 0xFF};
        const base::Bytes noBits{0x03, 0x00};
        for (const auto& der : {sequence({}), sequence({sequence({algorithm})}),
                                sequence({sequence({algorithm}), algorithm, {0x04, 0x00}}),
                                sequence({sequence({algorithm}), algorithm, bits}),
                                sequence({sequence({noObject}), noObject, bits}),
                                sequence({sequence({algorithm}), algorithm, noBits}),
                                sequence({sequence({}), algorithm, bits})}) {
            document::Certificate certificate;
            certificate.der = der;
            QVERIFY(!Signatures().signedBy(certificate, key));
        }
    }

    void signedBy_keyThatCannotBeRead_isRefused() {
        const auto root = test::issue(test::caOrder("Root"), "root");
        document::KeyFacts key;
        key.publicKeyInfo = {0x30, 0x00};
        QVERIFY(!Signatures().signedBy(root.certificate, key));
    }

    void signedBy_askedTwice_isComputedOnce() {
        const auto root = test::issue(test::caOrder("Root"), "root");
        Signatures signatures;
        QVERIFY(signatures.signedBy(root.certificate, root.certificate.facts.key));
        QVERIFY(signatures.signedBy(root.certificate, root.certificate.facts.key));
        QCOMPARE(signatures.checks(), 1);
    }
};

QTEST_APPLESS_MAIN(TestSignatures)
#include "test_signatures.moc"

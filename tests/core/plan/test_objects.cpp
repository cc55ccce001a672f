// Why: candidates and files are told apart by these words alone.
#include <QTest>

#include "core/plan/objects.h"
#include "core/plan/select.h"
#include "tests/core/plan/material.h"

using namespace certwright;
using namespace certwright::test;

class TestObjects : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void keyType_isNamedShortly_data();
    void keyType_isNamedShortly();
    void object_isDescribedByWhatItIs();
    void objects_areTheSameByContent();
};

void TestObjects::keyType_isNamedShortly_data() {
    using document::KeyAlgorithm;
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QString>("text");
    const auto row = [](KeyAlgorithm algorithm, const char* text) {
        QTest::addRow("%s", text) << static_cast<int>(algorithm) << text;
    };
    row(KeyAlgorithm::Rsa, "RSA 2048");
    row(KeyAlgorithm::RsaPss, "RSA-PSS 2048");
    row(KeyAlgorithm::Ec, "EC prime256v1");
    row(KeyAlgorithm::Ed25519, "Ed25519");
    row(KeyAlgorithm::Ed448, "Ed448");
    row(KeyAlgorithm::Dsa, "DSA 2048");
    row(KeyAlgorithm::Other, "");
}

void TestObjects::keyType_isNamedShortly() {
    QFETCH(int, algorithm);
    QFETCH(QString, text);
    const document::KeyFacts facts{static_cast<document::KeyAlgorithm>(algorithm), 2048, "prime256v1", {}};
    QCOMPARE(plan::keyTypeText(facts), text.toStdString());
}

void TestObjects::object_isDescribedByWhatItIs() {
    const auto ca = makeCa("Root", caKey());
    document::Request request;
    request.facts.subject.text = "CN=asked";
    document::Pkcs12 bundle;
    bundle.encryption.cipher = "AES-256-CBC";
    document::EncryptedKey locked;
    locked.encryption.cipher = "DES-EDE3-CBC";
    const std::vector<std::tuple<document::Object, std::string, std::string>> rows = [&] {
        std::vector<std::tuple<document::Object, std::string, std::string>> all;
        all.emplace_back(ca.certificate, "certificate", ca.certificate.facts.subject.text);
        all.emplace_back(makeList(ca), "crl", ca.certificate.facts.subject.text);
        all.emplace_back(request, "request", "CN=asked");
        all.emplace_back(bundle, "pkcs12", "AES-256-CBC");
        all.emplace_back(locked, "key", "DES-EDE3-CBC");
        all.emplace_back(document::PrivateKey{{}, serverKey()->facts}, "key", "RSA 2048");
        return all;
    }();
    for (const auto& [object, kind, text] : rows) {
        QCOMPARE(plan::kindOf(object), kind);
        QCOMPARE(plan::describe(object), text);
    }
}

void TestObjects::objects_areTheSameByContent() {
    const auto ca = makeCa("Root", caKey());
    const document::Object certificate = ca.certificate;
    QVERIFY(plan::sameObject(certificate, document::Object(ca.certificate)));
    QVERIFY(!plan::sameObject(certificate, document::Object(makeCa("Other", otherCaKey()).certificate)));
    QVERIFY(!plan::sameObject(certificate, document::Object(document::Request{ca.certificate.der, {}})));
    QVERIFY(plan::sameObject(document::Object(document::Request{{1}, {}}),
                             document::Object(document::Request{{1}, {}})));
    QVERIFY(!plan::sameObject(document::Object(document::Pkcs12{{1}, {}}),
                              document::Object(document::Pkcs12{{2}, {}})));
    QVERIFY(plan::sameObject(document::Object(document::PrivateKey{{}, serverKey()->facts}),
                             document::Object(document::PrivateKey{{}, serverKey()->facts})));
    QVERIFY(!plan::sameObject(document::Object(document::PrivateKey{{}, serverKey()->facts}),
                              document::Object(document::PrivateKey{{}, strangeKey()->facts})));
}

QTEST_GUILESS_MAIN(TestObjects)
#include "test_objects.moc"

// Why: what stands in a block is what counts, but a label that says something else is told; and every curve
// and every type of key is known by its name.
#include <QTest>

#include "tests/core/document/key_maker.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using document::KeyAlgorithm;
using test::faultsIn;
using test::integer;
using test::sequence;

class TestKeyBlocks : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void block_label_isHeldAgainstItsContent_data();
    void block_label_isHeldAgainstItsContent();
    void block_keysWithoutEnd_areNotAllRead();
    void key_everyNamedCurve_isRead();
    void key_thatServesNoServer_isNamed_data();
    void key_thatServesNoServer_isNamed();
};

void TestKeyBlocks::block_label_isHeldAgainstItsContent_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const std::string& content, const char* expected) {
        QTest::newRow(name) << content << std::string(expected);
    };
    const std::string pkcs1 = traditionalDer(*rsaKey());
    const std::string pkcs8 = keyDer(*rsaKey());
    const std::string sealed = keyDer(*rsaKey(), "password");
    row("PKCS#1 as PRIVATE KEY", pem("PRIVATE KEY", pkcs1), "key(label)");
    row("PKCS#8 as RSA PRIVATE KEY", pem("RSA PRIVATE KEY", pkcs8), "key(label)");
    row("PKCS#8 as ENCRYPTED PRIVATE KEY", pem("ENCRYPTED PRIVATE KEY", pkcs8), "key(label)");
    row("encrypted as PRIVATE KEY", pem("PRIVATE KEY", sealed), "other(label)");
    row("RSA as EC PRIVATE KEY", pem("EC PRIVATE KEY", pkcs1), "key(label)");
    row("ANY PRIVATE KEY", pem("ANY PRIVATE KEY", pkcs8), "key");
    row("RSA-PSS PRIVATE KEY", pem("RSA-PSS PRIVATE KEY", pkcs1), "key");
    row("ED25519 PRIVATE KEY", pem("ED25519 PRIVATE KEY", keyDer(*edKey())), "key");
    row("key as CERTIFICATE", pem("CERTIFICATE", pkcs8), "!label");
    row("encrypted key as X509 CRL", pem("X509 CRL", sealed), "!label");
    row("certificate as PRIVATE KEY", pem("PRIVATE KEY", test::thing("certificate").der), "!label");
    row("container as PRIVATE KEY", pem("PRIVATE KEY", test::thing("pkcs12").der), "!label");
    row("octets behind the key", pem("PRIVATE KEY", pkcs8 + "x"), "!trailing-data");
    row("octets behind an encrypted key", pem("ENCRYPTED PRIVATE KEY", sealed + "x"), "!trailing-data");
    const std::string info(base::textOf(ecKey()->facts.publicKeyInfo));
    row("public key", pem("PUBLIC KEY", info), "-PUBLIC KEY");
    row("RSA public key", pem("RSA PUBLIC KEY", sequence({integer(35), integer(5)})), "-RSA PUBLIC KEY");
    row("public key in DER", info, "-PUBLIC KEY");
    row("public key as PRIVATE KEY", pem("PRIVATE KEY", info), "!label");
    row("parameters and key",
        pem("EC PARAMETERS", test::oid("1.2.840.10045.3.1.7")) +
            pem("EC PRIVATE KEY", traditionalDer(*ecKey())),
        "key -EC PARAMETERS");
    row("DH parameters", pem("DH PARAMETERS", sequence({integer(23), integer(5)})), "-DH PARAMETERS");
}

void TestKeyBlocks::block_label_isHeldAgainstItsContent() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(faultsIn(content)), QString::fromStdString(expected));
}

void TestKeyBlocks::block_keysWithoutEnd_areNotAllRead() {
    std::string content;
    for (int i = 0; i < 105; ++i)
        content += keyPem(*edKey());
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(file.items.size(), std::size_t{100});
    QVERIFY(file.damages.size() == 5 && file.damages[0].fault == document::Fault::Work);
}

void TestKeyBlocks::key_everyNamedCurve_isRead() {
    const test::TemporaryFolder folder;
    const std::string script =
        "cd '" + folder.path() +
        "'; openssl ecparam -list_curves | sed -n 's/^ *\\([A-Za-z0-9-]*\\) *:.*/\\1/p' | grep -v Oakley > "
        "names; "
        "while read n; do openssl ecparam -genkey -noout -name $n -out $n.pem; done < names; cat names";
    const test::Outcome made = test::runProgram("sh", {"-c", script});
    std::string rest = made.out;
    int count = 0;
    for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n'), ++count) {
        const std::string name = rest.substr(0, end);
        rest.erase(0, end + 1);
        const document::ParsedFile file = test::parsed(folder.read(name + ".pem"));
        QVERIFY2(test::describe(file) == "key", name.c_str());
        QCOMPARE(std::get<PrivateKey>(file.items[0].object).facts.curve, name);
    }
    QVERIFY(count > 40);
}

void TestKeyBlocks::key_thatServesNoServer_isNamed_data() {
    QTest::addColumn<std::string>("arguments");
    QTest::addColumn<std::string>("name");
    QTest::newRow("X25519") << std::string("-algorithm X25519") << std::string("X25519");
    QTest::newRow("X448") << std::string("-algorithm X448") << std::string("X448");
    QTest::newRow("DH") << std::string("-algorithm DH -pkeyopt group:ffdhe2048") << std::string("DH");
    QTest::newRow("DHX") << std::string("-algorithm DHX -pkeyopt dh_rfc5114:2") << std::string("DHX");
}

void TestKeyBlocks::key_thatServesNoServer_isNamed() {
    QFETCH(std::string, arguments);
    QFETCH(std::string, name);
    const test::Outcome made =
        test::runProgram("sh", {"-c", "openssl genpkey " + arguments + " 2>/dev/null"});
    const document::ParsedFile file = test::parsed(made.out);
    QCOMPARE(test::describe(file), std::string("key"));
    const auto& facts = std::get<PrivateKey>(file.items[0].object).facts;
    QVERIFY(facts.algorithm == KeyAlgorithm::Other);
    QCOMPARE(facts.name, name);
    const test::Outcome other = test::runProgram("openssl", {"pkey", "-pubout", "-outform", "DER"}, made.out);
    QCOMPARE(base::toHex(facts.publicKeyInfo), base::toHex(base::viewOf(other.out)));
}

QTEST_APPLESS_MAIN(TestKeyBlocks)
#include "test_key_blocks.moc"

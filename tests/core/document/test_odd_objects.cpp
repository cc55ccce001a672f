// Why: other tools write the same things in other ways; what the openssl command line can write, we read.
#include <QTest>

#include "core/document/native.h"
#include "core/document/open.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using document::KeyAlgorithm;

namespace {

// madeBy runs a shell script in a fresh folder and returns the file "out" that it leaves; empty if it fails.
std::string madeBy(const std::string& script) {
    const test::TemporaryFolder folder;
    const test::Outcome outcome =
        test::runProgram("sh", {"-c", "set -e; cd '" + folder.path() + "'; " + script});
    return outcome.exitCode == 0 ? folder.read("out") : std::string();
}

// indefinite gives the outermost element of a DER object an indefinite length, as streaming writers do.
std::string indefinite(const std::string& der) {
    const std::size_t header = 2 + (static_cast<unsigned char>(der[1]) & 0x7FU);
    return std::string("\x30\x80", 2) + der.substr(header) + std::string(2, '\0');
}

} // namespace

class TestOddObjects : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void key_otherKind_isReadAndMatchesItsPublicHalf_data();
    void key_otherKind_isReadAndMatchesItsPublicHalf();
    void key_brokenForm_isDamage_data();
    void key_brokenForm_isDamage();
    void altNames_everyKind_areNamed();
    void pkcs7_streamed_givesItsCertificates();
    void pkcs7_withoutCertificates_isDamage();
    void pkcs12_indefiniteLength_isRead();
    void certificate_withTrustSettings_isRead();
};

void TestOddObjects::key_otherKind_isReadAndMatchesItsPublicHalf_data() {
    QTest::addColumn<std::string>("script");
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<int>("bits");
    const auto row = [](const char* name, const char* script, KeyAlgorithm algorithm, int bits) {
        QTest::newRow(name) << std::string(script) << static_cast<int>(algorithm) << bits;
    };
    row("DSA", "openssl dsaparam -genkey -out d 1024; openssl pkey -in d -out out", KeyAlgorithm::Dsa, 1024);
    row("DSA, traditional", "openssl dsaparam -genkey -out d 1024; openssl pkey -in d -traditional -out out",
        KeyAlgorithm::Dsa, 1024);
    row("RSA-PSS", "openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 -out out",
        KeyAlgorithm::RsaPss, 2048);
    row("RSA of three primes",
        "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_primes:3 -out out",
        KeyAlgorithm::Rsa, 2048);
    row("Ed448", "openssl genpkey -algorithm ED448 -out out", KeyAlgorithm::Ed448, 448);
    row("X25519", "openssl genpkey -algorithm X25519 -out out", KeyAlgorithm::Other, 0);
    row("SM2", "openssl genpkey -algorithm SM2 -out out", KeyAlgorithm::Sm2, 256);
    row("EC with its parameters", "openssl ecparam -genkey -name secp384r1 -out out", KeyAlgorithm::Ec, 384);
    row("EC without public half",
        "openssl ecparam -genkey -name prime256v1 -noout -out e; "
        "openssl ec -in e -no_public -out out",
        KeyAlgorithm::Ec, 256);
}

void TestOddObjects::key_otherKind_isReadAndMatchesItsPublicHalf() {
    QFETCH(std::string, script);
    QFETCH(int, algorithm);
    QFETCH(int, bits);
    const std::string content = madeBy(script);
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("key"));
    const auto& key = std::get<PrivateKey>(file.items[0].object);
    QCOMPARE(static_cast<int>(key.facts.algorithm), algorithm);
    QCOMPARE(key.facts.bits, bits);
    const test::Outcome other = test::runProgram("openssl", {"pkey", "-pubout", "-outform", "DER"}, content);
    QCOMPARE(base::toHex(key.facts.publicKeyInfo), base::toHex(base::viewOf(other.out)));
    QVERIFY(document::nativeKey(key, access()).has_value());
}

void TestOddObjects::key_brokenForm_isDamage_data() {
    QTest::addColumn<std::string>("label");
    QTest::addColumn<std::string>("hex");
    const auto row = [](const char* name, const char* label, const char* hex) {
        QTest::newRow(name) << std::string(label) << std::string(hex);
    };
    row("no sequence", "PRIVATE KEY", "0401ff");
    row("RSA of four numbers", "RSA PRIVATE KEY", "300c020100020103020103020103");
    row("RSA with a negative number", "RSA PRIVATE KEY",
        "301b0201000201ff020103020103020103020103020103020103020103");
    row("EC without a number", "EC PRIVATE KEY", "3005020101040 0");
    row("EC without a curve", "EC PRIVATE KEY", "300602010104010 5");
    row("DSA of two numbers", "DSA PRIVATE KEY", "3006020100020105");
    row("Ed25519 of one octet", "PRIVATE KEY", "300f020100300506032b6570040304 0107");
    row("unknown algorithm", "PRIVATE KEY", "300e0201003005 06032a03040402 0101");
    row("version 2", "PRIVATE KEY", "300e0201023005 06032b657004020101");
    row("EC of an explicit curve", "EC PRIVATE KEY", "300d020101040105a0053003020101");
}

void TestOddObjects::key_brokenForm_isDamage() {
    QFETCH(std::string, label);
    QFETCH(std::string, hex);
    hex.erase(std::remove(hex.begin(), hex.end(), ' '), hex.end());
    const base::Bytes octets = *base::fromHex(hex);
    QCOMPARE(test::describe(test::parsed(document::toPem(label, octets))), std::string("!bad-content:1"));
}

void TestOddObjects::altNames_everyKind_areNamed() {
    const std::string content = madeBy(R"(
cat > c <<END
[req]
distinguished_name = n
x509_extensions = x
[n]
[x]
subjectAltName = dirName:d, RID:1.2.3.4, otherName:1.2.3.5;UTF8:hi, URI:http://x/, IP:2001:db8::2, DNS:x
[d]
C = CN
CN = name
END
openssl req -x509 -utf8 -newkey rsa:2048 -nodes -keyout k -subj /CN=x -config c -out out)");
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("certificate"));
    const std::vector<AltName> expected{
        {AltNameKind::Directory, "CN=name,C=CN"}, {AltNameKind::Other, "1.2.3.4"},
        {AltNameKind::Other, "1.2.3.5"},          {AltNameKind::Uri, "http://x/"},
        {AltNameKind::Ip, "2001:db8::2"},         {AltNameKind::Dns, "x"}};
    QVERIFY(std::get<Certificate>(file.items[0].object).facts.altNames == expected);
}

void TestOddObjects::pkcs7_streamed_givesItsCertificates() {
    const Identity one = issue(serverSpec(), rsaKey());
    const test::TemporaryFolder folder;
    const test::Outcome made =
        test::runProgram("openssl",
                         {"smime", "-sign", "-nodetach", "-stream", "-outform", "DER", "-signer",
                          folder.write("c", pem(one)), "-inkey", folder.write("k", keyPem(*one.key))},
                         "text\n");
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.out.substr(0, 2), std::string("\x30\x80"));
    QCOMPARE(test::describe(test::parsed(made.out)), std::string("certificate"));
}

void TestOddObjects::pkcs7_withoutCertificates_isDamage() {
    QCOMPARE(test::describe(test::parsed(pem("PKCS7", pkcs7({})))), std::string("!bad-content:1"));
    // The type "data" instead of "signedData" is no damage, but holds nothing.
    const document::ParsedFile data =
        test::parsed(std::string("\x30\x0f\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01\xa0\x02\x04\x00", 17));
    QVERIFY(data.items.empty() && data.damages.empty() && data.asides.size() == 1);
}

void TestOddObjects::pkcs12_indefiniteLength_isRead() {
    const std::string content = indefinite(pkcs12(issue(serverSpec(), rsaKey()), {}, "password"));
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("pkcs12"));
    const auto opened = document::openPkcs12(std::get<document::Pkcs12>(file.items[0].object),
                                             secretOf("password"), access());
    QVERIFY(opened && opened->size() == 2);
}

void TestOddObjects::certificate_withTrustSettings_isRead() {
    const std::string content =
        test::runProgram("openssl", {"x509", "-trustout", "-setalias", "name", "-addtrust", "serverAuth"},
                         test::thing("certificate").pem)
            .out;
    QVERIFY(content.find("TRUSTED") != std::string::npos);
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("certificate"));
    QCOMPARE(der(std::get<Certificate>(file.items[0].object)), test::thing("certificate").der);
}

QTEST_APPLESS_MAIN(TestOddObjects)
#include "test_odd_objects.moc"

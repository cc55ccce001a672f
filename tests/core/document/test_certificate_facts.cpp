// Why: every verdict rests on these facts, so a second reader (the openssl command line) must see the same.
#include <QTest>

#include "core/document/native.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"

using namespace certwright;
using namespace certwright::material;
using document::CertificateFacts;
using document::KeyAlgorithm;
using document::KeyUsage;

Q_DECLARE_METATYPE(certwright::document::Identity)

namespace {

// openssl runs `openssl x509` with `arguments` over a certificate and returns its first line.
std::string openssl(const Certificate& certificate, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"x509", "-noout"});
    const test::Outcome outcome = test::runProgram("openssl", arguments, pem(certificate));
    return outcome.exitCode == 0 ? outcome.out.substr(0, outcome.out.find('\n')) : "openssl: " + outcome.err;
}

const Identity& ca() {
    static const Identity one = authority("实践根 CA");
    return one;
}

CertificateSpec rich() {
    CertificateSpec spec = serverSpec("gateway.example");
    spec.subject = {{"C", "CN"},     {"O", "华为, \"Inc.\" + <x>"},   {"OU", " leading; trailing "},
                    {"CN", "first"}, {"emailAddress", "a@b.example"}, {"CN", "网关"}};
    spec.altNames = {{AltNameKind::Dns, "*.gateway.example"},
                     {AltNameKind::Ip, "192.0.2.1"},
                     {AltNameKind::Ip, "2001:db8::1"},
                     {AltNameKind::Email, "a@b.example"},
                     {AltNameKind::Uri, "https://x.example/"}};
    return spec;
}

} // namespace

class TestCertificateFacts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void facts_anyCertificate_agreeWithTheCommandLine_data();
    void facts_anyCertificate_agreeWithTheCommandLine();
    void facts_extensions_areRead();
    void facts_withoutExtensions_areEmpty();
    void facts_keyTypes_areNamed_data();
    void facts_keyTypes_areNamed();
    void facts_signatures_nameTheirDigest_data();
    void facts_signatures_nameTheirDigest();
    void facts_validityPast2050_isRead();
    void facts_repeatedExtension_isListedAndTheFirstCounts();
    void facts_malformedExtension_isListed_data();
    void facts_malformedExtension_isListed();
    void facts_ofKeyAndCertificate_agree_data() { facts_keyTypes_areNamed_data(); }
    void facts_ofKeyAndCertificate_agree();
};

void TestCertificateFacts::facts_anyCertificate_agreeWithTheCommandLine_data() {
    QTest::addColumn<Identity>("identity");
    CertificateSpec serial = serverSpec();
    serial.serial = {0x00, 0x0A};
    CertificateSpec version1 = serverSpec();
    version1.version = 1;
    QTest::newRow("CA") << ca();
    QTest::newRow("rich") << issue(rich(), rsaKey(), &ca());
    QTest::newRow("EC") << issue(rich(), ecKey(), &ca());
    QTest::newRow("small serial") << issue(serial, ecKey(), &ca());
    QTest::newRow("version 1") << issue(version1, ecKey(), &ca());
}

void TestCertificateFacts::facts_anyCertificate_agreeWithTheCommandLine() {
    QFETCH(Identity, identity);
    const Certificate& certificate = identity.certificate;
    const CertificateFacts& facts = certificate.facts;
    const std::string style = "RFC2253,utf8,-esc_msb";
    QCOMPARE("subject=" + facts.subject.text, openssl(certificate, {"-subject", "-nameopt", style}));
    QCOMPARE("issuer=" + facts.issuer.text, openssl(certificate, {"-issuer", "-nameopt", style}));
    QCOMPARE("serial=" + facts.serial, openssl(certificate, {"-serial"}));
    QCOMPARE("notBefore=" + base::formatUtc(facts.notBefore) + "Z",
             openssl(certificate, {"-startdate", "-dateopt", "iso_8601"}));
    QCOMPARE("notAfter=" + base::formatUtc(facts.notAfter) + "Z",
             openssl(certificate, {"-enddate", "-dateopt", "iso_8601"}));
    std::string fingerprint = base::toHex(facts.fingerprint, ':');
    for (char& c : fingerprint)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    QCOMPARE("sha256 Fingerprint=" + fingerprint, openssl(certificate, {"-fingerprint", "-sha256"}));
}

void TestCertificateFacts::facts_extensions_areRead() {
    const Identity leaf = issue(rich(), rsaKey(), &ca());
    const CertificateFacts& facts = leaf.certificate.facts;
    QCOMPARE(facts.version, 3);
    QCOMPARE(facts.subject.commonName, std::string("网关"));
    QVERIFY(facts.altNames == rich().altNames);
    QVERIFY(!facts.isCa() && facts.basicConstraints && !facts.basicConstraints->pathLength);
    QVERIFY(facts.allows(KeyUsage::DigitalSignature) && facts.allows(KeyUsage::KeyEncipherment));
    QVERIFY(!facts.allows(KeyUsage::KeyCertSign) && !facts.allows(KeyUsage::DecipherOnly));
    QVERIFY(facts.extendedKeyUsage == rich().extendedKeyUsage);
    QVERIFY(facts.authorityKeyId == ca().certificate.facts.subjectKeyId && facts.subjectKeyId.size() == 20);
    QVERIFY(facts.issuer == ca().certificate.facts.subject && !facts.selfIssued());
    const Identity limited = issue(authoritySpec("limited", 1), rsaKey(100));
    QVERIFY(limited.certificate.facts.isCa() && limited.certificate.facts.selfIssued());
    QVERIFY(limited.certificate.facts.basicConstraints->pathLength == 1);
    QVERIFY(limited.certificate.facts.allows(KeyUsage::CrlSign));
}

void TestCertificateFacts::facts_withoutExtensions_areEmpty() {
    CertificateSpec spec = serverSpec();
    spec.version = 1;
    const Identity plain = issue(spec, ecKey());
    const CertificateFacts& facts = plain.certificate.facts;
    QCOMPARE(facts.version, 1);
    QVERIFY(!facts.basicConstraints && !facts.keyUsage && !facts.isCa());
    QVERIFY(facts.altNames.empty() && facts.extendedKeyUsage.empty());
    QVERIFY(facts.subjectKeyId.empty() && facts.authorityKeyId.empty());
    QVERIFY(facts.allows(KeyUsage::KeyCertSign));
}

void TestCertificateFacts::facts_keyTypes_areNamed_data() {
    QTest::addColumn<document::KeySpec>("order");
    QTest::addColumn<int>("bits");
    const auto row = [](const char* name, const document::KeySpec& order, int bits) {
        QTest::newRow(name) << order << bits;
    };
    row("RSA 1024", {KeyAlgorithm::Rsa, 1024, {}}, 1024);
    row("RSA 2048", {KeyAlgorithm::Rsa, 2048, {}}, 2048);
    row("RSA 3072", {KeyAlgorithm::Rsa, 3072, {}}, 3072);
    row("P-256", {KeyAlgorithm::Ec, 0, "prime256v1"}, 256);
    row("P-384", {KeyAlgorithm::Ec, 0, "secp384r1"}, 384);
    row("P-521", {KeyAlgorithm::Ec, 0, "secp521r1"}, 521);
    row("brainpool", {KeyAlgorithm::Ec, 0, "brainpoolP256r1"}, 256);
    row("Ed25519", {KeyAlgorithm::Ed25519, 0, {}}, 255);
}

void TestCertificateFacts::facts_keyTypes_areNamed() {
    QFETCH(document::KeySpec, order);
    QFETCH(int, bits);
    const Identity one = issue(serverSpec(), key(order), &ca());
    QVERIFY(one.certificate.facts.key.algorithm == order.algorithm);
    QCOMPARE(one.certificate.facts.key.bits, bits);
    if (order.algorithm == KeyAlgorithm::Ec)
        QCOMPARE(one.certificate.facts.key.curve, order.curve);
}

void TestCertificateFacts::facts_signatures_nameTheirDigest_data() {
    QTest::addColumn<std::string>("digest");
    QTest::addColumn<bool>("pss");
    QTest::addColumn<std::string>("algorithm");
    const auto row = [](const char* digest, bool pss, const char* algorithm) {
        QTest::addRow("%s%s", digest, pss ? " PSS" : "")
            << std::string(digest) << pss << std::string(algorithm);
    };
    row("MD5", false, "md5WithRSAEncryption");
    row("SHA1", false, "sha1WithRSAEncryption");
    row("SHA256", false, "sha256WithRSAEncryption");
    row("SHA384", false, "sha384WithRSAEncryption");
    row("SHA512", false, "sha512WithRSAEncryption");
    row("SHA1", true, "rsassaPss");
    row("SHA256", true, "rsassaPss");
    row("SHA512", true, "rsassaPss");
}

void TestCertificateFacts::facts_signatures_nameTheirDigest() {
    QFETCH(std::string, digest);
    QFETCH(bool, pss);
    QFETCH(std::string, algorithm);
    CertificateSpec spec = serverSpec();
    spec.signature = {digest, pss ? document::Padding::Pss : document::Padding::Pkcs1};
    const Identity one = issue(spec, ecKey(), &ca());
    QCOMPARE(one.certificate.facts.signature.digest, digest);
    QCOMPARE(one.certificate.facts.signature.algorithm, algorithm);
    const Identity plain = issue(serverSpec(), edKey());
    QCOMPARE(plain.certificate.facts.signature.algorithm, std::string("ED25519"));
    QVERIFY(plain.certificate.facts.signature.digest.empty());
}

void TestCertificateFacts::facts_validityPast2050_isRead() {
    CertificateSpec spec = serverSpec();
    spec.notAfter = *base::parseTime("9999-12-31T23:59:59Z");
    QCOMPARE(base::formatIso(issue(spec, ecKey()).certificate.facts.notAfter),
             std::string("9999-12-31T23:59:59Z"));
}

void TestCertificateFacts::facts_repeatedExtension_isListedAndTheFirstCounts() {
    // The identifier of extended key usage (55 1D 25) becomes that of key usage (55 1D 0F), which is there
    // already.
    const Identity whole = issue(serverSpec(), ecKey());
    std::string octets = der(whole);
    octets.replace(octets.find("\x55\x1D\x25"), 3, "\x55\x1D\x0F");
    const document::ParsedFile file = test::parsed(octets);
    QCOMPARE(test::describe(file), std::string("certificate"));
    const auto& facts = std::get<Certificate>(file.items[0].object).facts;
    QCOMPARE(facts.repeatedExtensions, std::vector<std::string>{"2.5.29.15"});
    QCOMPARE(facts.malformedExtensions, std::vector<std::string>{});
    QCOMPARE(facts.keyUsage, whole.certificate.facts.keyUsage);
    QVERIFY(facts.extendedKeyUsage.empty());
    QVERIFY(whole.certificate.facts.repeatedExtensions.empty());
}

void TestCertificateFacts::facts_malformedExtension_isListed_data() {
    QTest::addColumn<std::string>("type");
    QTest::addColumn<std::string>("dotted");
    QTest::newRow("key usage") << std::string("\x55\x1D\x0F") << std::string("2.5.29.15");
    QTest::newRow("extended key usage") << std::string("\x55\x1D\x25") << std::string("2.5.29.37");
    QTest::newRow("alternative names") << std::string("\x55\x1D\x11") << std::string("2.5.29.17");
    QTest::newRow("subject key identifier") << std::string("\x55\x1D\x0E") << std::string("2.5.29.14");
    QTest::newRow("authority key identifier") << std::string("\x55\x1D\x23") << std::string("2.5.29.35");
}

void TestCertificateFacts::facts_malformedExtension_isListed() {
    QFETCH(std::string, type);
    QFETCH(std::string, dotted);
    const Identity whole = issue(serverSpec(), ecKey());
    const auto damaged = [&](const std::string& to) {
        std::string octets = der(whole);
        const std::size_t value = octets.find('\x04', octets.find(type) + type.size()) + 2;
        octets[value] = to[0]; // the tag inside
        const document::ParsedFile file = test::parsed(octets);
        return test::describe(file) == "certificate" ? std::get<Certificate>(file.items[0].object).facts
                                                     : document::CertificateFacts{};
    };
    const document::CertificateFacts facts = damaged("\x05");
    QCOMPARE(facts.malformedExtensions, std::vector<std::string>{dotted});
    QCOMPARE(facts.subject.text, whole.certificate.facts.subject.text);
    // Nobody knows what an unreadable one forbids.
    QCOMPARE(facts.allows(document::KeyUsage::DigitalSignature), dotted != "2.5.29.15");
    QVERIFY(whole.certificate.facts.malformedExtensions.empty());
}

void TestCertificateFacts::facts_ofKeyAndCertificate_agree() {
    QFETCH(document::KeySpec, order);
    const Key pair = key(order);
    const Identity one = issue(serverSpec(), pair, &ca());
    QVERIFY(one.certificate.facts.key.publicKeyInfo == pair->facts.publicKeyInfo);
    QVERIFY(document::nativeKey(*pair, access()).has_value());
    QVERIFY(document::nativeCertificate(one.certificate).has_value());
    // The same key through its older form.
    if (order.algorithm != KeyAlgorithm::Ed25519) {
        const document::ParsedFile file = test::parsed(traditionalPem(*pair));
        QCOMPARE(test::describe(file), std::string("key"));
        QVERIFY(std::get<PrivateKey>(file.items[0].object).facts.publicKeyInfo == pair->facts.publicKeyInfo);
    }
}

QTEST_APPLESS_MAIN(TestCertificateFacts)
#include "test_certificate_facts.moc"

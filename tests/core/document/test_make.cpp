// Why: practice material must be what it was ordered to be, and an impossible order must be refused.
#include <QTest>

#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using base::ErrorCode;
using document::KeyAlgorithm;

class TestMake : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void makeCertificate_chain_isVerifiedByTheCommandLine_data();
    void makeCertificate_chain_isVerifiedByTheCommandLine();
    void makeCertificate_sameOrder_isTheSameCertificate();
    void makeCertificate_revoked_isRefusedByTheCommandLine();
    void makeCertificate_impossibleOrder_isRefused_data();
    void makeCertificate_impossibleOrder_isRefused();
    void makeCrl_impossibleOrder_isRefused();
    void makeKey_impossibleOrder_isRefused();
    void request_facts_areRead();
};

void TestMake::makeCertificate_chain_isVerifiedByTheCommandLine_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::string>("digest");
    QTest::addColumn<bool>("pss");
    QTest::newRow("RSA") << 0 << std::string("SHA256") << false;
    QTest::newRow("RSA, SHA-512") << 0 << std::string("SHA512") << false;
    QTest::newRow("RSA, PSS") << 0 << std::string("SHA256") << true;
    QTest::newRow("EC") << 1 << std::string("SHA384") << false;
    QTest::newRow("Ed25519") << 2 << std::string("SHA256") << false;
}

void TestMake::makeCertificate_chain_isVerifiedByTheCommandLine() {
    QFETCH(int, kind);
    QFETCH(std::string, digest);
    QFETCH(bool, pss);
    const document::SignatureSpec signature{digest, pss ? document::Padding::Pss : document::Padding::Pkcs1};
    const Key keys[] = {rsaKey(100), ecKey(100), edKey(100)};
    CertificateSpec rootSpec = authoritySpec("根");
    rootSpec.signature = signature;
    const Identity root = issue(rootSpec, keys[kind]);
    CertificateSpec middleSpec = authoritySpec("中间", 0);
    middleSpec.signature = signature;
    const Identity middle = issue(middleSpec, ecKey(7), &root);
    const Identity leaf = issue(serverSpec(), rsaKey(), &middle);
    const test::TemporaryFolder folder;
    const test::Outcome verified = test::runProgram(
        "openssl",
        {"verify", "-x509_strict", "-attime", std::to_string(now().time_since_epoch().count()), "-purpose",
         "sslserver", "-verify_hostname", "server.example", "-CAfile", folder.write("root", pem(root)),
         "-untrusted", folder.write("middle", pem(middle)), folder.write("leaf", pem(leaf))});
    QVERIFY2(verified.exitCode == 0, verified.err.c_str());
}

void TestMake::makeCertificate_sameOrder_isTheSameCertificate() {
    const Identity first = issue(serverSpec(), rsaKey());
    const Identity second = issue(serverSpec(), rsaKey());
    QVERIFY(first.certificate.der == second.certificate.der);
    QVERIFY(issue(serverSpec("other.example"), rsaKey()).certificate.facts.serial !=
            first.certificate.facts.serial);
}

void TestMake::makeCertificate_revoked_isRefusedByTheCommandLine() {
    const Identity ca = authority();
    const Identity leaf = server(ca);
    const test::TemporaryFolder folder;
    const test::Outcome verified = test::runProgram(
        "openssl",
        {"verify", "-crl_check", "-attime", std::to_string(now().time_since_epoch().count()), "-CAfile",
         folder.write("ca", pem(ca)), "-CRLfile",
         folder.write("crl", pem(issueCrl(crlSpec({revoked(leaf)}), ca))), folder.write("leaf", pem(leaf))});
    QVERIFY(verified.exitCode != 0 && verified.err.find("certificate revoked") != std::string::npos);
}

void TestMake::makeCertificate_impossibleOrder_isRefused_data() {
    QTest::addColumn<CertificateSpec>("spec");
    const auto row = [](const char* name, auto change) {
        CertificateSpec spec = serverSpec();
        change(spec);
        QTest::newRow(name) << spec;
    };
    row("unknown name part", [](CertificateSpec& spec) { spec.subject = {{"NOPE", "x"}}; });
    row("country of three letters", [](CertificateSpec& spec) { spec.subject = {{"C", "CHN"}}; });
    row("IP that is none", [](CertificateSpec& spec) { spec.altNames = {{AltNameKind::Ip, "300.1.1.1"}}; });
    row("alternative name of another kind", [](CertificateSpec& spec) {
        spec.altNames = {{AltNameKind::Directory, "CN=x"}};
    });
    row("usage that is no identifier", [](CertificateSpec& spec) { spec.extendedKeyUsage = {"server"}; });
    row("unknown digest", [](CertificateSpec& spec) { spec.signature.digest = "SHA257"; });
}

void TestMake::makeCertificate_impossibleOrder_isRefused() {
    QFETCH(CertificateSpec, spec);
    const auto made = document::makeCertificate(spec, rsaKey(), nullptr, access());
    QVERIFY(!made && made.error().code == ErrorCode::InvalidArgument);
}

void TestMake::makeCrl_impossibleOrder_isRefused() {
    CrlSpec spec = crlSpec({{"not hexadecimal", now(), std::nullopt}});
    QVERIFY(!document::makeCrl(spec, authority(), access()));
    spec = crlSpec();
    spec.signature.digest = "SHA257";
    QVERIFY(!document::makeCrl(spec, authority(), access()));
}

void TestMake::makeKey_impossibleOrder_isRefused() {
    for (const KeySpec& spec : {KeySpec{KeyAlgorithm::Rsa, 16, {}}, KeySpec{KeyAlgorithm::Ec, 0, "no curve"},
                                KeySpec{KeyAlgorithm::Dsa, 2048, {}}})
        QVERIFY(!document::makeKey(spec, access()));
}

void TestMake::request_facts_areRead() {
    const std::string content = requestDer({{"CN", "请求"}}, *ecKey(), {"a.example", "b.example"});
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("request"));
    const document::RequestFacts& facts = std::get<document::Request>(file.items[0].object).facts;
    QCOMPARE(facts.subject.text, std::string("CN=请求"));
    QVERIFY(facts.key.publicKeyInfo == ecKey()->facts.publicKeyInfo);
    QCOMPARE(facts.signature.digest, std::string("SHA256"));
    QCOMPARE(facts.altNames.size(), std::size_t{2});
    QCOMPARE(facts.altNames[1].value, std::string("b.example"));
}

QTEST_APPLESS_MAIN(TestMake)
#include "test_make.moc"

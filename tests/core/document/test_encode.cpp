// Why: what is written must be read by the services, which means by OpenSSL, and must be protected as
// promised.
#include <QTest>

#include "core/document/open.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;

namespace {

test::Outcome openssl(const std::vector<std::string>& arguments, const std::string& input) {
    return test::runProgram("openssl", arguments, input);
}

} // namespace

class TestEncode : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void toPem_anything_isAsTheCommandLineWritesIt();
    void encryptKey_anyKey_isReadByTheCommandLineAndByUs_data();
    void encryptKey_anyKey_isReadByTheCommandLineAndByUs();
    void encryptKey_scheme_isAsPromised();
    void encryptKey_twice_usesFreshSaltAndIv();
    void encryptKey_noIterations_isRefused();
    void toPkcs12_anyStyle_isReadByTheCommandLine();
};

void TestEncode::toPem_anything_isAsTheCommandLineWritesIt() {
    const Identity ca = authority();
    const Crl crl = issueCrl(crlSpec({revoked(server(ca))}), ca);
    QCOMPARE(openssl({"x509", "-inform", "DER"}, der(ca)).out, pem(ca));
    QCOMPARE(openssl({"crl", "-inform", "DER"}, der(crl)).out, pem(crl));
    QCOMPARE(openssl({"pkey", "-inform", "DER"}, keyDer(*rsaKey())).out, keyPem(*rsaKey()));
    const std::string chain = pkcs7({ca.certificate}, {crl});
    QCOMPARE(openssl({"pkcs7", "-inform", "DER"}, chain).out, pem("PKCS7", chain));
    QCOMPARE(document::toPem("X", {}), std::string("-----BEGIN X-----\n-----END X-----\n"));
}

void TestEncode::encryptKey_anyKey_isReadByTheCommandLineAndByUs_data() {
    QTest::addColumn<document::KeySpec>("order");
    QTest::addColumn<std::string>("password");
    for (const std::string& password :
         {std::string("password"), std::string("证书密码"), std::string(300, 'x')}) {
        const auto row = [&](const char* name, const document::KeySpec& order) {
            QTest::addRow("%s, %zu octets", name, password.size()) << order << password;
        };
        row("RSA", {});
        row("EC", {document::KeyAlgorithm::Ec, 0, "secp384r1"});
        row("Ed25519", {document::KeyAlgorithm::Ed25519, 0, {}});
    }
}

void TestEncode::encryptKey_anyKey_isReadByTheCommandLineAndByUs() {
    QFETCH(document::KeySpec, order);
    QFETCH(std::string, password);
    const Key pair = key(order);
    const auto sealed = document::encryptKey(*pair, secretOf(password), 10000, access());
    QVERIFY(sealed.has_value());
    const test::TemporaryFolder folder;
    const std::string source = "file:" + folder.write("password", password + "\n");
    const test::Outcome read = openssl({"pkey", "-passin", source, "-pubout", "-outform", "DER"}, *sealed);
    QCOMPARE(read.exitCode, 0);
    QVERIFY(base::toBytes(read.out) == pair->facts.publicKeyInfo);
    const document::ParsedFile file = test::parsed(*sealed);
    const auto opened = document::openKey(std::get<document::EncryptedKey>(file.items.at(0).object),
                                          secretOf(password), access());
    QVERIFY(opened && opened->pkcs8.equals(pair->pkcs8));
}

void TestEncode::encryptKey_scheme_isAsPromised() {
    const auto sealed = document::encryptKey(*ecKey(), secretOf("password"), 12345, access());
    const std::string text = openssl({"asn1parse"}, *sealed).out;
    for (const char* part :
         {":PBES2", ":PBKDF2", ":hmacWithSHA256", ":aes-256-cbc", "INTEGER           :3039"})
        QVERIFY2(text.find(part) != std::string::npos, part);
    const std::size_t salt = text.find("[HEX DUMP]:");
    QCOMPARE(text.find('\n', salt) - salt, std::size_t{11 + 32});
}

void TestEncode::encryptKey_twice_usesFreshSaltAndIv() {
    const auto body = [] {
        const auto sealed = document::encryptKey(*ecKey(), secretOf("password"), 1000, access());
        const document::ParsedFile file = test::parsed(*sealed);
        const auto& encoded = std::get<document::EncryptedKey>(file.items.at(0).object).encoded;
        const auto at = [&](const char* hex, std::size_t size) {
            const base::Bytes mark = *base::fromHex(hex);
            const auto found = std::search(encoded.begin(), encoded.end(), mark.begin(), mark.end());
            const auto place = static_cast<std::size_t>(found - encoded.begin()) + mark.size();
            return place + size <= encoded.size() ? base::toHex(base::ByteView(encoded).subspan(place, size))
                                                  : std::string();
        };
        return std::pair(at("06092a864886f70d01050c30240410", 16), at("060960864801650304012a0410", 16));
    };
    const auto first = body();
    const auto second = body();
    QVERIFY(!first.first.empty() && !first.second.empty());
    QVERIFY(first.first != second.first && first.second != second.second);
}

void TestEncode::encryptKey_noIterations_isRefused() {
    const auto sealed = document::encryptKey(*ecKey(), secretOf("password"), 0, access());
    QVERIFY(!sealed && sealed.error().code == base::ErrorCode::InvalidArgument);
}

void TestEncode::toPkcs12_anyStyle_isReadByTheCommandLine() {
    const Identity ca = authority();
    const Identity leaf = server(ca);
    for (const Pkcs12Style style : {Pkcs12Style::Modern, Pkcs12Style::Legacy}) {
        std::vector<std::string> arguments{"pkcs12", "-nodes", "-passin", "pass:证书密码"};
        if (style == Pkcs12Style::Legacy)
            arguments.push_back("-legacy");
        const test::Outcome read = openssl(arguments, pkcs12(leaf, {ca.certificate}, "证书密码", style));
        QCOMPARE(read.exitCode, 0);
        QCOMPARE(test::describe(test::parsed(read.out)), std::string("certificate certificate key"));
    }
}

QTEST_APPLESS_MAIN(TestEncode)
#include "test_encode.moc"

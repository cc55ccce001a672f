// Why: what another program made is called by its name, with what it tells without a password; nothing of it
// is taken for ours, and nothing that is no such thing is called so.
#include <QTest>

#include "core/ossl/der.h"
#include "tests/core/document/foreign_files.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;
using document::ForeignFile;
using document::KeyPart;

namespace {

std::string octets(const std::string& hex) {
    const auto bytes = base::fromHex(hex);
    return bytes ? std::string(base::textOf(*bytes)) : std::string();
}

std::string sequence(const std::string& content) {
    const auto whole = ossl::derElement(ossl::Tag::Sequence, {base::viewOf(content)});
    return std::string(base::textOf(whole));
}

std::string tagged(std::uint8_t tag, const std::string& content) {
    const auto whole = ossl::derElement(ossl::Tag{tag}, {base::viewOf(content)});
    return std::string(base::textOf(whole));
}

// Small values to build other objects from.
const std::string algorithm = sequence(octets("0609608648016503040201")); // SHA-256
const std::string one = octets("020101");
const std::string date = octets("180f") + "20260101000000Z";
const std::string bits = octets("03020001");

std::string attributeCertificate() {
    return sequence(sequence(one + sequence("") + tagged(0xA0, "") + algorithm + one + sequence(date + date) +
                             sequence("")) +
                    algorithm + bits);
}

std::string ocspRequest() {
    const std::string id = sequence(algorithm + octets("040101") + octets("040102") + one);
    return sequence(sequence(sequence(sequence(id))));
}

std::string envelopedCms() {
    return sequence(octets("06092a864886f70d010703") + tagged(0xA0, sequence(octets("020100"))));
}

std::string bouncyStore(const std::string& entries) {
    return number(1, 4) + number(20, 4) + std::string(20, 's') + number(1500, 4) + entries +
           std::string(20, 'd');
}

} // namespace

class TestForeign : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void file_ofOtherProgram_isNamed_data();
    void file_ofOtherProgram_isNamed();
    void details_areReadWithoutPassword();
    void names_areBounded();
    void company_besideOurs_isNotTold();
    void key_besideOurs_isTold();
    void file_alike_isNotNamed_data();
    void file_alike_isNotNamed();
    void file_cutOrFlipped_neverHarms();

  private:
    static ForeignFile foreignOf(const std::string& content) {
        const document::ParsedFile file = parsed(content);
        return file.foreign.size() == 1 && file.items.empty() && file.damages.empty() ? file.foreign[0]
                                                                                      : ForeignFile{};
    }
    static std::vector<std::pair<std::string, std::string>> samples();
};

// samples are contents with the name of their format.
std::vector<std::pair<std::string, std::string>> TestForeign::samples() {
    using material::pem;
    const std::string some = "AAAAAAAAAAAAAAAAAAAAAAAAAA";
    return {
        {"openssh-private-key", openSshKey({})},
        {"openssh-private-key", openSshKey({"ssh-ed25519", "aes256-ctr", ""})},
        {"openssh-public-key", sshPublicLine("ssh-ed25519", "me")},
        {"openssh-public-key", "# two keys\n" + sshPublicLine("ssh-rsa", "") + sshPublicLine("ssh-rsa", "b")},
        {"openssh-certificate", sshPublicLine("ssh-rsa-cert-v01@openssh.com", "me")},
        {"ssh2-public-key", "---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"me\"\n" +
                                lines(base64(sshString("ssh-rsa") + some)) +
                                "---- END SSH2 PUBLIC KEY ----\n"},
        {"ssh2-private-key", "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n" +
                                 lines(base64(octets("3f6ff9eb") + number(60, 4) + sshString("rsa") +
                                              sshString("3des-cbc") + some)) +
                                 "---- END SSH2 ENCRYPTED PRIVATE KEY ----\n"},
        {"putty-key", puttyKey(1, "ssh-rsa", "none", "a")},
        {"putty-key", puttyKey(2, "ssh-rsa", "aes256-cbc", "a")},
        {"putty-key", puttyKey(3, "ecdsa-sha2-nistp256", "aes256-cbc", "a")},
        {"jks", javaStore(0xFEEDFEED, {{1, "server"}, {2, "ca"}})},
        {"jceks", javaStore(0xCECECECE, {{3, "secret"}, {1, "server"}}, 1)},
        {"bks", bouncyStore(number(1, 1) + javaText("ca") + number(0, 8) + some)},
        {"uber", bouncyStore(octets("f7aa31e3bb9c") + some)},
        {"jwk", R"({"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA","kid":"one"})"},
        {"jwk", "\xEF\xBB\xBF \n{ \"key_ops\": [\"sign\", \"kty\"], \"kty\" : \"oct\", \"k\": \"AA\" }\n"},
        {"jwk-set",
         R"({"keys":[{"kty":"RSA","n":"AA","e":"AQAB","kid":"a"},{"kty":"OKP","crv":"Ed25519"}]})"},
        {"pvk", octets("1ef1b5b0000000000100000000000000000000002c000000") + std::string(44, 'k')},
        {"sst", std::string(4, '\0') + "CERT" + std::string(40, 'c')},
        {"pgp-private-key", "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\nAAAA\n=AAAA\n"
                            "-----END PGP PRIVATE KEY BLOCK-----\n"},
        {"pgp", "-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----\n"},
        {"age-key", "# created: 2026\n# public key: age1x\nAGE-SECRET-KEY-1QQQ\n"},
        {"age-file", "age-encryption.org/v1\n-> X25519 x\n"},
        {"certificate-pair", pem("CERTIFICATE PAIR", some)},
        {"certificate-pair", sequence(tagged(0xA0, sequence(some)) + tagged(0xA1, sequence(some)))},
        {"netscape-certificate-sequence",
         pem("CERTIFICATE",
             sequence(octets("06096086480186f8420205") + tagged(0xA0, sequence(thing("certificate").der))))},
        {"attribute-certificate", attributeCertificate()},
        {"attribute-certificate", pem("ATTRIBUTE CERTIFICATE", attributeCertificate())},
        {"attribute-certificate", pem("CERTIFICATE", attributeCertificate())},
        {"ocsp-request", ocspRequest()},
        {"ocsp-response", sequence(octets("0a0106"))},
        {"ocsp-response", sequence(octets("0a0100") + tagged(0xA0, sequence(some)))},
        {"timestamp-request", sequence(one + sequence(algorithm + octets("040101")) + octets("0101ff"))},
        {"timestamp-response",
         sequence(sequence(octets("020100")) + sequence(octets("06092a864886f70d010702")))},
        {"cms-encrypted", envelopedCms()},
        {"cms-encrypted", pem("CMS", envelopedCms())},
        {"cms-encrypted", pem("PKCS7", envelopedCms())},
        {"cms-encrypted", octets("308006092a864886f70d010703a0803080020100000000000000")},
        {"web-page", "<!DOCTYPE html>\n<html><body>404</body></html>\n"},
        {"web-page", "\n<HTML><HEAD></HEAD></HTML>"},
    };
}

void TestForeign::file_ofOtherProgram_isNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("format");
    int row = 0;
    for (const auto& [format, content] : samples())
        QTest::addRow("%d %s", ++row, format.c_str()) << content << format;
}

void TestForeign::file_ofOtherProgram_isNamed() {
    QFETCH(std::string, content);
    QFETCH(std::string, format);
    QCOMPARE(describe(parsed(content)), "~" + format);
}

void TestForeign::details_areReadWithoutPassword() {
    ForeignFile file = foreignOf("text\n" + openSshKey({"ssh-rsa", "none", "me@host"}));
    QCOMPARE(file.keyType, std::string("ssh-rsa"));
    QCOMPARE(file.comment, std::string("me@host"));
    QCOMPARE(file.line, std::size_t{2});
    QVERIFY(file.encryption.empty() && file.part == KeyPart::Private);
    file = foreignOf(openSshKey({"ecdsa-sha2-nistp256", "none", "ec"}));
    QCOMPARE(file.keyType + " " + file.comment, std::string("ecdsa-sha2-nistp256 ec"));
    file = foreignOf(openSshKey({"ssh-ed25519", "aes256-ctr", "hidden"}));
    QCOMPARE(file.keyType + " " + file.encryption, std::string("ssh-ed25519 aes256-ctr"));
    QVERIFY(file.comment.empty());
    file = foreignOf(sshPublicLine("ssh-ed25519", "a comment of words"));
    QCOMPARE(file.comment, std::string("a comment of words"));
    QVERIFY(file.part == KeyPart::Public);
    file = foreignOf("---- BEGIN SSH2 PUBLIC KEY ----\nSubject: x\nComment: \"my key\"\n" +
                     lines(base64(sshString("ssh-rsa") + "key")) + "---- END SSH2 PUBLIC KEY ----\n");
    QCOMPARE(file.keyType + " " + file.comment, std::string("ssh-rsa my key"));
    file = foreignOf(puttyKey(3, "ssh-rsa", "aes256-cbc", "my key"));
    QCOMPARE(file.version, 3);
    QCOMPARE(file.keyType + " " + file.encryption + " " + file.comment,
             std::string("ssh-rsa aes256-cbc my key"));
    file = foreignOf(javaStore(0xFEEDFEED, {{1, "server"}, {2, "ca"}}));
    QCOMPARE(file.entries, std::size_t{2});
    QCOMPARE(file.names, (std::vector<std::string>{"server (key)", "ca (certificate)"}));
    QVERIFY(file.part == KeyPart::Private);
    file = foreignOf(javaStore(0xCECECECE, {{3, "secret"}, {1, "server"}}));
    QCOMPARE(file.names, std::vector<std::string>{"secret (secret)"});
    file = foreignOf(R"({"kty":"EC","crv":"P-384","kid":"one"})");
    QCOMPARE(file.keyType + " " + file.comment, std::string("EC P-384 one"));
    QVERIFY(file.part == KeyPart::Public);
    file = foreignOf(R"({"keys":[{"kty":"RSA","kid":"a","d":"secret"},{"kty":"RSA"}],"more":{"a":[1,2]}})");
    QCOMPARE(file.names, (std::vector<std::string>{"a (RSA)", "RSA"}));
    QVERIFY(file.part == KeyPart::Private);
}

void TestForeign::names_areBounded() {
    std::vector<JavaEntry> entries(500, JavaEntry{2, std::string(1000, 'a')});
    const ForeignFile file = foreignOf(javaStore(0xFEEDFEED, entries));
    QCOMPARE(file.entries, std::size_t{500});
    QCOMPARE(file.names.size(), std::size_t{20});
    QVERIFY(file.names[0].size() < 300);
    QVERIFY(foreignOf(openSshKey({"ssh-rsa", "none", std::string(10000, 'c')})).comment.size() <= 200);
    // A count that the file cannot hold.
    QVERIFY(foreignOf(number(0xFEEDFEED, 4) + number(2, 4) + number(0xFFFFFFFF, 4)).entries < 2);
}

void TestForeign::company_besideOurs_isNotTold() {
    const std::string beside = material::pem("SSL SESSION PARAMETERS", "\x05\x01");
    QCOMPARE(describe(parsed(beside + thing("certificate").pem)), std::string("certificate"));
    QCOMPARE(describe(parsed(beside)), std::string("~ssl-session"));
}

void TestForeign::key_besideOurs_isTold() {
    QCOMPARE(describe(parsed(openSshKey({}) + thing("certificate").pem)),
             std::string("certificate ~openssh-private-key"));
}

void TestForeign::file_alike_isNotNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::newRow("type without key") << std::string("ssh-rsa is a type of key\n");
    QTest::newRow("type unlike its key")
        << "ssh-rsa " + base64(sshString("ssh-ed25519") + sshString("x")) + " me\n";
    QTest::newRow("JSON of something else") << std::string(R"({"type":"EC","kty":1})");
    QTest::newRow("JSON of an unknown kind") << std::string(R"({"kty":"XYZ"})");
    QTest::newRow("JSON cut off") << std::string(R"({"kty":"RSA","n":"AA")");
    QTest::newRow("JSON and more") << std::string(R"({"kty":"RSA"} x)");
    QTest::newRow("JSON of unlike brackets") << std::string(R"({"kty":"RSA"])");
    QTest::newRow("JSON nested deep") << "{\"kty\":\"RSA\",\"a\":" + std::string(100000, '[');
    QTest::newRow("kind inside another member") << std::string(R"({"a":{"kty":"RSA"}})");
    QTest::newRow("PuTTY of version 9") << puttyKey(9, "ssh-rsa", "none", "a");
    QTest::newRow("Java magic alone") << number(0xFEEDFEED, 4);
    QTest::newRow("Java of version 7") << number(0xFEEDFEED, 4) + number(7, 4) + number(0, 4);
    QTest::newRow("XML") << std::string("<?xml version=\"1.0\"?><a/>");
}

void TestForeign::file_alike_isNotNamed() {
    QFETCH(std::string, content);
    QCOMPARE(describe(parsed(content)), std::string());
}

void TestForeign::file_cutOrFlipped_neverHarms() {
    SeededRandom random;
    for (const auto& [format, content] : samples()) {
        for (std::size_t size = 0; size < content.size(); size += 1 + content.size() / 40)
            parsed(content.substr(0, size));
        for (int round = 0; round < 40; ++round) {
            std::string flipped = content;
            char& octet = flipped[static_cast<std::size_t>(random.number(flipped.size()))];
            octet = static_cast<char>(static_cast<unsigned char>(octet) ^ (1U << random.number(8)));
            parsed(flipped);
        }
    }
}

QTEST_APPLESS_MAIN(TestForeign)
#include "test_foreign.moc"

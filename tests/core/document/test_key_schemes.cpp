// Why: whatever scheme protects a key, the right password opens it and a wrong one is told to be wrong.
#include <QTest>

#include "core/document/open.h"
#include "tests/core/document/key_maker.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using document::EncryptedKey;
using document::OpenFailure;
using test::Pbes2Order;

namespace {

// outcome opens what `content` holds; "opened" if it is the key that went in.
std::string outcome(const std::string& content, std::string_view password, const PrivateKey& expected) {
    document::ParsedFile file = test::parsed(content);
    if (file.items.size() != 1 || !std::holds_alternative<EncryptedKey>(file.items[0].object))
        return test::describe(file);
    const auto opened =
        document::openKey(std::get<EncryptedKey>(file.items[0].object), secretOf(password), access());
    if (!opened) {
        constexpr const char* names[] = {"wrong password", "unsupported: ", "damaged: "};
        const std::string name = names[static_cast<int>(opened.error().failure)];
        const auto& error = opened.error();
        if (error.fault)
            return name + std::string(faultName(*error.fault));
        return error.failure == OpenFailure::UnsupportedScheme ? name + error.detail : name;
    }
    return opened->facts.publicKeyInfo == expected.facts.publicKeyInfo ? "opened" : "another key";
}

// Written is a folder of keys that the command line wrote, one file for each order.
class Written {
  public:
    // Each order is "NAME|ARGUMENTS"; the key is EC, the password "password".
    explicit Written(const std::vector<std::string>& orders) {
        m_folder.write("k", keyPem(*ecKey()));
        m_folder.write("r", keyPem(*rsaKey()));
        m_folder.write("t", traditionalPem(*ecKey()));
        std::string script = "cd '" + m_folder.path() + "'\n";
        for (const std::string& order : orders) {
            const std::size_t bar = order.find('|');
            script += "openssl " + order.substr(bar + 1) + " -passout pass:password -out '" +
                      order.substr(0, bar) + "' -provider default -provider legacy 2>/dev/null\n";
        }
        test::runProgram("sh", {"-c", script});
    }

    std::string read(const std::string& name) const { return m_folder.read(name); }

  private:
    test::TemporaryFolder m_folder;
};

} // namespace

class TestKeySchemes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void key_writtenByTheCommandLine_opens_data();
    void key_writtenByTheCommandLine_opens();
    void key_writtenByOthers_opens_data();
    void key_writtenByOthers_opens();
    void key_schemeThatIsNotToBeHad_isNamed_data();
    void key_schemeThatIsNotToBeHad_isNamed();
    void key_parametersThatCannotBe_areRefused_data();
    void key_parametersThatCannotBe_areRefused();
    void key_scryptOfADesktop_opens();
    void key_severalInOneFile_openEach();
    void key_oddHeaders_open_data();
    void key_oddHeaders_open();
};

void TestKeySchemes::key_writtenByTheCommandLine_opens_data() {
    QTest::addColumn<std::string>("content");
    std::vector<std::string> orders;
    for (const char* cipher : {"des",
                               "des3",
                               "rc2",
                               "rc2-40-cbc",
                               "rc2-64-cbc",
                               "aes-128-cbc",
                               "aes-192-cbc",
                               "aes-256-cbc",
                               "aes-256-ofb",
                               "aes-256-cfb",
                               "camellia-128-cbc",
                               "camellia-192-cbc",
                               "camellia-256-cbc",
                               "aria-128-cbc",
                               "aria-192-cbc",
                               "aria-256-cbc",
                               "aria-256-cfb",
                               "sm4-cbc",
                               "bf-cbc",
                               "cast5-cbc",
                               "seed-cbc",
                               "des-cfb",
                               "seed-ofb"})
        orders.push_back(std::string("v2 ") + cipher + "|pkcs8 -topk8 -in k -v2 " + cipher);
    for (const char* prf : {"hmacWithMD5", "hmacWithSHA1", "hmacWithSHA224", "hmacWithSHA256",
                            "hmacWithSHA384", "hmacWithSHA512", "hmacWithSHA512-224", "hmacWithSHA512-256"})
        orders.push_back(std::string("prf ") + prf + "|pkcs8 -topk8 -in k -v2 aes-128-cbc -v2prf " + prf);
    for (const char* scheme :
         {"PBE-MD5-DES", "PBE-MD5-RC2-64", "PBE-SHA1-DES", "PBE-SHA1-RC2-64", "PBE-SHA1-RC4-40",
          "PBE-SHA1-RC4-128", "PBE-SHA1-3DES", "PBE-SHA1-2DES", "PBE-SHA1-RC2-40", "PBE-SHA1-RC2-128"})
        orders.push_back(std::string("v1 ") + scheme + "|pkcs8 -topk8 -in k -v1 " + scheme);
    orders.emplace_back("scrypt|pkcs8 -topk8 -in k -scrypt");
    for (const char* cipher : {"des", "des3", "aes128", "aes192", "aes256", "camellia128", "camellia256",
                               "seed", "bf", "rc2", "rc2-40-cbc", "cast", "aria128", "sm4", "aes-256-cfb",
                               "des-cfb", "bf-ofb", "aes-128-ctr", "des-ede3-cfb"})
        orders.push_back(std::string("traditional ") + cipher + "|ec -in k -" + cipher);
    const Written written(orders);
    for (const std::string& order : orders) {
        const std::string name = order.substr(0, order.find('|'));
        QTest::newRow(name.c_str()) << written.read(name);
    }
}

void TestKeySchemes::key_writtenByTheCommandLine_opens() {
    QFETCH(std::string, content);
    QVERIFY(!content.empty());
    QCOMPARE(outcome(content, "password", *ecKey()), std::string("opened"));
    QCOMPARE(outcome(content, "wrong", *ecKey()), std::string("wrong password"));
    QCOMPARE(outcome(content, "", *ecKey()), std::string("wrong password"));
}

void TestKeySchemes::key_writtenByOthers_opens_data() {
    QTest::addColumn<std::string>("content");
    const std::string plain = keyDer(*ecKey());
    const auto row = [&](const char* name, const Pbes2Order& order) {
        QTest::newRow(name) << test::encryptedKeyOf(plain, "password", order);
    };
    row("as usual", {});
    row("key length said", {.keyLength = 32});
    row("no salt", {.salt = {}});
    row("SHA3-224", {.digest = "SHA3-224", .prf = "2.16.840.1.101.3.4.2.13"});
    row("SHA3-256", {.digest = "SHA3-256", .prf = "2.16.840.1.101.3.4.2.14"});
    row("SHA3-384", {.digest = "SHA3-384", .prf = "2.16.840.1.101.3.4.2.15"});
    row("SHA3-512", {.digest = "SHA3-512", .prf = "2.16.840.1.101.3.4.2.16"});
    row("SM3", {.digest = "SM3", .prf = "1.2.156.10197.1.401.2"});
    row("SM3 with SM4", {.cipher = "SM4-CBC",
                         .cipherOid = "1.2.156.10197.1.104.2",
                         .digest = "SM3",
                         .prf = "1.2.156.10197.1.401.3.1",
                         .keySize = 16});
    row("AES-256-GCM, nonce alone",
        {.cipher = "AES-256-GCM", .cipherOid = "2.16.840.1.101.3.4.1.46", .tagSize = 16});
    row("AES-128-GCM, tag of the default", {.cipher = "AES-128-GCM",
                                            .cipherOid = "2.16.840.1.101.3.4.1.6",
                                            .inSequence = true,
                                            .keySize = 16,
                                            .tagSize = 12});
    row("AES-192-GCM, tag of 16", {.cipher = "AES-192-GCM",
                                   .cipherOid = "2.16.840.1.101.3.4.1.26",
                                   .after = test::integer(16),
                                   .keySize = 24,
                                   .tagSize = 16});
    row("ARIA-256-GCM", {.cipher = "ARIA-256-GCM", .cipherOid = "1.2.410.200046.1.1.36", .tagSize = 16});
    const auto rc2 = [&](const char* name, long long version, unsigned effective, std::size_t size,
                         std::size_t said) {
        row(name, {.cipher = "RC2-CBC",
                   .cipherOid = "1.2.840.113549.3.2",
                   .before = test::integer(version),
                   .keyLength = said,
                   .effectiveBits = effective,
                   .keySize = size});
    };
    rc2("RC2, 40 bits", 160, 40, 5, 5);
    rc2("RC2, 40 bits of 16 octets", 160, 40, 16, 16);
    rc2("RC2, 64 bits", 120, 64, 8, 8);
    rc2("RC2, 128 bits, not said", 58, 128, 16, 0);
    rc2("RC2, 256 bits", 256, 256, 32, 32);
    rc2("RC2, 1024 bits of 16 octets", 1024, 1024, 16, 16);
    row("CAST5 in a sequence", {.cipher = "CAST5-CBC",
                                .cipherOid = "1.2.840.113533.7.66.10",
                                .after = test::integer(128),
                                .keySize = 16});
    row("CAST5 with a short key",
        {.cipher = "CAST5-CBC", .cipherOid = "1.2.840.113533.7.66.10", .keyLength = 10, .keySize = 10});
    row("Blowfish with a long key",
        {.cipher = "BF-CBC", .cipherOid = "1.3.6.1.4.1.3029.1.2", .keyLength = 56, .keySize = 56});
}

void TestKeySchemes::key_writtenByOthers_opens() {
    QFETCH(std::string, content);
    QCOMPARE(outcome(content, "password", *ecKey()), std::string("opened"));
    QCOMPARE(outcome(content, "wrong", *ecKey()), std::string("wrong password"));
}

void TestKeySchemes::key_schemeThatIsNotToBeHad_isNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("name");
    const auto row = [](const Pbes2Order& order, const char* name) {
        QTest::newRow(name) << test::encryptedKeyOf(keyDer(*ecKey()), "password", order) << std::string(name);
    };
    row({.prf = "1.2.643.7.1.1.4.2"}, "PBES2, AES-256-CBC, PBKDF2-HMAC-Streebog-512");
    row({.cipherOid = "1.2.643.2.2.21"}, "PBES2, GOST 28147-89, PBKDF2-HMAC-SHA256");
    row({.cipherOid = "1.2.643.7.1.1.5.2.1"}, "PBES2, Kuznyechik-CTR-ACPKM, PBKDF2-HMAC-SHA256");
    row({.cipherOid = "1.2.840.113549.1.9.16.3.18"}, "PBES2, ChaCha20-Poly1305, PBKDF2-HMAC-SHA256");
    row({.cipherOid = "1.3.6.1.4.1.25258.3.1"}, "PBES2, Serpent-CBC, PBKDF2-HMAC-SHA256");
    row({.cipherOid = "2.16.840.1.101.3.4.1.47"}, "PBES2, AES-256-CCM, PBKDF2-HMAC-SHA256");
    row({.cipherOid = "1.2.3.4.5"}, "PBES2, 1.2.3.4.5, PBKDF2-HMAC-SHA256");
    const auto whole = [](const std::string& algorithm, const char* name) {
        QTest::newRow(name) << test::sequence({algorithm, test::octets(std::string(64, 'x'))})
                            << std::string(name);
    };
    const std::string pbe = test::sequence({test::octets("saltsalt"), test::integer(2048)});
    whole(test::sequence({test::oid("1.2.3.4"), pbe}), "1.2.3.4");
    whole(test::sequence({test::oid("1.2.840.113549.1.5.1"), pbe}), "PBES1, DES-CBC, MD2");
    whole(test::sequence({test::oid("1.2.840.113549.1.5.13"),
                          test::sequence({test::sequence({test::oid("1.2.3.4"), test::sequence({})}),
                                          test::sequence({test::oid("2.16.840.1.101.3.4.1.42"),
                                                          test::octets(std::string(16, 'i'))})})}),
          "PBES2, AES-256-CBC, 1.2.3.4");
}

void TestKeySchemes::key_schemeThatIsNotToBeHad_isNamed() {
    QFETCH(std::string, content);
    QFETCH(std::string, name);
    QCOMPARE(outcome(content, "password", *ecKey()), "unsupported: " + name);
}

void TestKeySchemes::key_parametersThatCannotBe_areRefused_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const Pbes2Order& order, const char* expected) {
        QTest::newRow(name) << test::encryptedKeyOf(keyDer(*ecKey()), "password", order)
                            << std::string(expected);
    };
    row("another key length", {.keyLength = 16}, "damaged: encryption-parameters");
    row("a key of 1025 octets", {.keyLength = 1025}, "!bad-content:0");
    row("IV of another cipher", {.cipherOid = "1.2.840.113549.3.7"}, "damaged: encryption-parameters");
    row("RC2 of no such version", {.cipherOid = "1.2.840.113549.3.2", .before = test::integer(1)},
        "!bad-content:0");
    std::string none = test::encryptedKeyOf(keyDer(*ecKey()), "password");
    const std::string count = test::integer(1000);
    none.replace(none.find(count), count.size(), std::string("\x02\x02\x00\x00", 4));
    QTest::newRow("no iterations") << none << std::string("!bad-content:0");
}

void TestKeySchemes::key_parametersThatCannotBe_areRefused() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    QCOMPARE(outcome(content, "password", *ecKey()), expected);
}

void TestKeySchemes::key_scryptOfADesktop_opens() {
    // 32 MiB, at which OpenSSL's own reading stops.
    const std::string content =
        keyPem(*ecKey(), "password", {.scheme = Scheme::Scrypt, .scryptCost = 32768 / 2});
    QCOMPARE(outcome(content, "password", *ecKey()), std::string("opened"));
    const std::string huge = emptyPromise({.scheme = Scheme::Scrypt, .scryptCost = 1ULL << 20U});
    QCOMPARE(outcome(huge, "password", *ecKey()), std::string("unsupported: work"));
}

void TestKeySchemes::key_severalInOneFile_openEach() {
    const std::string content =
        traditionalPem(*rsaKey(), "one", "AES-128-CBC") + keyPem(*ecKey(), "two") + keyPem(*edKey());
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("encrypted-key encrypted-key key"));
    const auto first =
        document::openKey(std::get<EncryptedKey>(file.items[0].object), secretOf("one"), access());
    const auto second =
        document::openKey(std::get<EncryptedKey>(file.items[1].object), secretOf("two"), access());
    QVERIFY(first && first->facts.publicKeyInfo == rsaKey()->facts.publicKeyInfo);
    QVERIFY(second && second->facts.publicKeyInfo == ecKey()->facts.publicKeyInfo);
}

void TestKeySchemes::key_oddHeaders_open_data() {
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("to");
    QTest::newRow("cipher in lower case") << std::string("AES-256-CBC") << std::string("aes-256-cbc");
    QTest::newRow("name in lower case") << std::string("DEK-Info:") << std::string("dek-info:");
    QTest::newRow("blanks") << std::string("AES-256-CBC,") << std::string("AES-256-CBC ,  ");
    QTest::newRow("no Proc-Type") << std::string("Proc-Type: 4,ENCRYPTED\n") << std::string();
}

void TestKeySchemes::key_oddHeaders_open() {
    QFETCH(std::string, from);
    QFETCH(std::string, to);
    std::string content = traditionalPem(*ecKey(), "password");
    content.replace(content.find(from), from.size(), to);
    QCOMPARE(outcome(content, "password", *ecKey()), std::string("opened"));
    QCOMPARE(outcome(content, "wrong", *ecKey()), std::string("wrong password"));
}

QTEST_APPLESS_MAIN(TestKeySchemes)
#include "test_key_schemes.moc"

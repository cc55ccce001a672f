// Why: a key that does not open has one of three reasons, and a person acts differently on each.
#include <ctime>

#include <QTest>

#include "core/document/open.h"
#include "core/secret/charset.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::material;
using document::EncryptedKey;
using document::OpenFailure;

namespace {

// milliseconds is processor time since `start`, which a busy machine does not lengthen.
long milliseconds(std::clock_t start) {
    return static_cast<long>((std::clock() - start) * 1000 / CLOCKS_PER_SEC);
}

constexpr const char* chinese = "证书密码-Pässwörd";

EncryptedKey sealedIn(const std::string& content) {
    document::ParsedFile file = test::parsed(content);
    return file.items.size() == 1 ? std::get<EncryptedKey>(std::move(file.items[0].object)) : EncryptedKey{};
}

std::string octets(const secret::SecretBytes& secret) {
    return std::string(base::textOf(secret.reveal(access())));
}

// hasSamePrivateNumber looks for the number of a P-256 key: an OCTET STRING of 32 octets.
bool hasSamePrivateNumber(const PrivateKey& one, const PrivateKey& other) {
    const std::string number = octets(other.pkcs8).substr(octets(other.pkcs8).find("\x04\x20"), 34);
    return octets(one.pkcs8).find(number) != std::string::npos;
}

// outcome says what opening gave: "opened" if it is the key that went in.
std::string outcome(const std::string& content, std::string_view password, const PrivateKey& expected) {
    const auto opened = document::openKey(sealedIn(content), secretOf(password), access());
    if (!opened) {
        constexpr const char* names[] = {"wrong password", "unsupported scheme", "damaged"};
        return names[static_cast<int>(opened.error().failure)];
    }
    const bool ec = expected.facts.algorithm == document::KeyAlgorithm::Ec;
    const bool same =
        opened->facts.publicKeyInfo == expected.facts.publicKeyInfo &&
        (ec ? hasSamePrivateNumber(*opened, expected) : octets(opened->pkcs8) == octets(expected.pkcs8));
    return same ? "opened" : "another key";
}

std::string gb18030(std::string_view text) {
    return octets(*secret::toGb18030(secretOf(text), access()));
}

} // namespace

class TestOpenKey : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void openKey_everyScheme_opensWithTheRightPasswordOnly_data();
    void openKey_everyScheme_opensWithTheRightPasswordOnly();
    void openKey_gb18030Password_opensWithItsOctets_data();
    void openKey_gb18030Password_opensWithItsOctets();
    void openKey_pkcs12SchemeWithRawOctets_opens();
    void openKey_unsupportedScheme_saysSo_data();
    void openKey_unsupportedScheme_saysSo();
    void openKey_absurdWork_isRefusedQuickly_data();
    void openKey_absurdWork_isRefusedQuickly();
    void openKey_damagedContent_saysSo_data();
    void openKey_damagedContent_saysSo();
    void openKey_paddingThatFitsByChance_isWrongPassword();
};

void TestOpenKey::openKey_everyScheme_opensWithTheRightPasswordOnly_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("password");
    QTest::addColumn<bool>("ec");
    for (const bool ec : {false, true}) {
        const PrivateKey& key = ec ? *ecKey() : *rsaKey();
        for (const std::string password : {"password", chinese, "", "with a \t tab and \" quotes"}) {
            const auto row = [&](const char* name, const std::string& content) {
                QTest::addRow("%s, %s, \"%s\"", name, ec ? "EC" : "RSA", password.c_str())
                    << content << password << ec;
            };
            row("PBES2", keyPem(key, password));
            row("PBES2 DER", keyDer(key, password));
            row("PBES2 3DES SHA-1", keyPem(key, password, {.cipher = "DES-EDE3-CBC", .prf = "hmacWithSHA1"}));
            row("PBES2 AES-128 SHA-512",
                keyPem(key, password, {.iterations = 1, .cipher = "AES-128-CBC", .prf = "hmacWithSHA512"}));
            row("scrypt", keyPem(key, password, {.scheme = Scheme::Scrypt}));
            row("PBES1", keyPem(key, password, {.scheme = Scheme::Pbes1}));
            row("PKCS12-PBE", keyPem(key, password, {.scheme = Scheme::Pkcs12Pbe}));
            if (password.empty())
                continue;
            row("traditional AES-256", traditionalPem(key, password));
            row("traditional AES-128", traditionalPem(key, password, "AES-128-CBC"));
            row("traditional 3DES", traditionalPem(key, password, "DES-EDE3-CBC"));
        }
    }
}

void TestOpenKey::openKey_everyScheme_opensWithTheRightPasswordOnly() {
    QFETCH(std::string, content);
    QFETCH(std::string, password);
    QFETCH(bool, ec);
    const PrivateKey& key = ec ? *ecKey() : *rsaKey();
    QCOMPARE(outcome(content, password, key), std::string("opened"));
    QCOMPARE(outcome(content, password + "x", key), std::string("wrong password"));
    QCOMPARE(outcome(content, password.empty() ? "wrong" : password.substr(1), key),
             std::string("wrong password"));
}

void TestOpenKey::openKey_gb18030Password_opensWithItsOctets_data() {
    QTest::addColumn<std::string>("content");
    const std::string password = gb18030(chinese);
    QTest::newRow("PBES2") << keyPem(*rsaKey(), password);
    QTest::newRow("PBES1") << keyPem(*rsaKey(), password, {.scheme = Scheme::Pbes1});
    QTest::newRow("PKCS12-PBE") << keyPem(*rsaKey(), password, {.scheme = Scheme::Pkcs12Pbe});
    QTest::newRow("traditional") << traditionalPem(*rsaKey(), password);
}

void TestOpenKey::openKey_gb18030Password_opensWithItsOctets() {
    QFETCH(std::string, content);
    QCOMPARE(outcome(content, chinese, *rsaKey()), std::string("wrong password"));
    QCOMPARE(outcome(content, gb18030(chinese), *rsaKey()), std::string("opened"));
}

void TestOpenKey::openKey_pkcs12SchemeWithRawOctets_opens() {
    // OpenSSL 1.0 made every octet a character: the same as this text in UTF-8.
    const std::string written = "\xC3\xA6\xC2\x96\xC2\x87"; // 文 is E6 96 87 in UTF-8
    const std::string content = keyPem(*rsaKey(), written, {.scheme = Scheme::Pkcs12Pbe});
    QCOMPARE(outcome(content, "文", *rsaKey()), std::string("opened"));
    QCOMPARE(outcome(content, "字", *rsaKey()), std::string("wrong password"));
}

void TestOpenKey::openKey_unsupportedScheme_saysSo_data() {
    QTest::addColumn<std::string>("content");
    // The object identifiers of PBES2's parts, with their last number changed.
    const auto changed = [](const std::string& from, const std::string& to) {
        std::string der = keyDer(*rsaKey(), "password");
        const base::Bytes old = *base::fromHex(from);
        const base::Bytes fresh = *base::fromHex(to);
        der.replace(der.find(base::textOf(old)), old.size(), base::textOf(fresh));
        return der;
    };
    QTest::newRow("scheme") << changed("06092a864886f70d01050d", "06092a864886f70d01057d");
    QTest::newRow("derivation") << changed("06092a864886f70d01050c", "06092a864886f70d01057c");
    QTest::newRow("pseudorandom function") << changed("06082a864886f70d0209", "06082a864886f70d027d");
    QTest::newRow("cipher") << changed("060960864801650304012a", "060960864801650304017d");
    std::string pem = traditionalPem(*rsaKey(), "password");
    QTest::newRow("traditional cipher") << pem.replace(pem.find("AES-256-CBC"), 11, "NOT-256-CBC");
    pem = traditionalPem(*rsaKey(), "password");
    QTest::newRow("traditional mode") << pem.replace(pem.find("AES-256-CBC"), 11, "AES-256-GCM");
}

void TestOpenKey::openKey_unsupportedScheme_saysSo() {
    QFETCH(std::string, content);
    QCOMPARE(outcome(content, "password", *rsaKey()), std::string("unsupported scheme"));
}

void TestOpenKey::openKey_absurdWork_isRefusedQuickly_data() {
    QTest::addColumn<std::string>("content");
    QTest::newRow("PBKDF2") << emptyPromise({.iterations = 2147483647});
    QTest::newRow("PBKDF2, just over") << emptyPromise({.iterations = 10'000'001});
    QTest::newRow("PBES1") << emptyPromise({.scheme = Scheme::Pbes1, .iterations = 2147483647});
    QTest::newRow("PKCS12-PBE") << emptyPromise({.scheme = Scheme::Pkcs12Pbe, .iterations = 2147483647});
    QTest::newRow("scrypt") << emptyPromise({.scheme = Scheme::Scrypt, .scryptCost = 1ULL << 40U});
    QTest::newRow("scrypt, memory") << emptyPromise({.scheme = Scheme::Scrypt, .scryptCost = 1ULL << 20U});
}

void TestOpenKey::openKey_absurdWork_isRefusedQuickly() {
    QFETCH(std::string, content);
    const std::clock_t start = std::clock();
    QCOMPARE(outcome(content, "password", *rsaKey()), std::string("unsupported scheme"));
    QVERIFY2(milliseconds(start) < 500, "too slow");
}

void TestOpenKey::openKey_damagedContent_saysSo_data() {
    QTest::addColumn<std::string>("content");
    // One octet less of encrypted content, with every length as it should be, is a cut block.
    const std::string pem = traditionalPem(*rsaKey(), "password");
    const std::size_t end = pem.find("-----END");
    QTest::newRow("traditional, cut") << pem.substr(0, end - 5) + "\n" + pem.substr(end);
    std::string shortIv = pem;
    const std::size_t comma = shortIv.find(',', shortIv.find("DEK-Info"));
    QTest::newRow("traditional, short IV") << shortIv.erase(comma + 1, 2);
    const PrivateKey notAKey{secretOf("\x30\x03\x02\x01\x05"), {}};
    const auto sealed = document::encryptKey(notAKey, secretOf("password"), 1000, access());
    QTest::newRow("opens to something else") << *sealed;
    const PrivateKey noRsa{
        secretOf(std::string("\x30\x14\x02\x01\x00\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01"
                             "\x01\x05\x00\x04\x00",
                             22)),
        {}};
    QTest::newRow("opens to half a key")
        << *document::encryptKey(noRsa, secretOf("password"), 1000, access());
}

void TestOpenKey::openKey_damagedContent_saysSo() {
    QFETCH(std::string, content);
    QCOMPARE(outcome(content, "password", *rsaKey()), std::string("damaged"));
}

void TestOpenKey::openKey_paddingThatFitsByChance_isWrongPassword() {
    // Of 600 wrong passwords two or three decrypt to octets that end like padding.
    const EncryptedKey sealed = sealedIn(traditionalPem(*ecKey(), "password"));
    for (int i = 0; i < 600; ++i) {
        const auto opened = document::openKey(sealed, secretOf("wrong" + std::to_string(i)), access());
        QVERIFY(!opened && opened.error().failure == OpenFailure::WrongPassword);
    }
}

QTEST_APPLESS_MAIN(TestOpenKey)
#include "test_open_key.moc"

// Why: `inspect` says how a key is protected without asking for its password.
#include <QTest>

#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::material;
using document::EncryptionFacts;

namespace {

std::string text(const EncryptionFacts& facts) {
    return facts.scheme + '|' + facts.cipher + '|' + facts.derivation + '|' +
           std::to_string(facts.iterations);
}

} // namespace

class TestEncryptionFacts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void facts_keyScheme_isNamed_data();
    void facts_keyScheme_isNamed();
    void facts_pkcs12_isNamed();
    void facts_malformedParameters_areDamage_data();
    void facts_malformedParameters_areDamage();
};

void TestEncryptionFacts::facts_keyScheme_isNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("facts");
    const auto row = [](const std::string& content, const char* facts) {
        QTest::newRow(facts) << content << std::string(facts);
    };
    const PrivateKey& key = *ecKey();
    row(keyPem(key, "pw"), "PBES2|AES-256-CBC|PBKDF2-HMAC-SHA256|2048");
    row(keyDer(key, "pw", {.iterations = 7, .cipher = "AES-128-CBC", .prf = "hmacWithSHA1"}),
        "PBES2|AES-128-CBC|PBKDF2-HMAC-SHA1|7");
    row(keyPem(key, "pw", {.cipher = "DES-EDE3-CBC", .prf = "hmacWithSHA512"}),
        "PBES2|DES-EDE3-CBC|PBKDF2-HMAC-SHA512|2048");
    row(keyPem(key, "pw", {.scheme = Scheme::Scrypt}), "PBES2|AES-256-CBC|scrypt|1024");
    row(emptyPromise({.scheme = Scheme::Scrypt, .scryptCost = 1ULL << 40U}),
        "PBES2|AES-256-CBC|scrypt|1099511627776");
    row(keyPem(key, "pw", {.scheme = Scheme::Pbes1}), "PBES1|DES-CBC|MD5|2048");
    row(keyPem(key, "pw", {.scheme = Scheme::Pkcs12Pbe}), "PKCS12-PBE|DES-EDE3-CBC|PKCS12-SHA1|2048");
    row(traditionalPem(key, "pw"), "PEM|AES-256-CBC|MD5|0");
    row(traditionalPem(key, "pw", "DES-EDE3-CBC"), "PEM|DES-EDE3-CBC|MD5|0");
    row(emptyPromise({.iterations = 2147483647}), "PBES2|AES-256-CBC|PBKDF2-HMAC-SHA256|2147483647");
}

void TestEncryptionFacts::facts_keyScheme_isNamed() {
    QFETCH(std::string, content);
    QFETCH(std::string, facts);
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("encrypted-key"));
    QCOMPARE(text(std::get<document::EncryptedKey>(file.items[0].object).encryption), facts);
}

void TestEncryptionFacts::facts_pkcs12_isNamed() {
    const Identity one = issue(serverSpec(), ecKey());
    const auto facts = [&](Pkcs12Style style) {
        const document::ParsedFile file = test::parsed(pkcs12(one, {}, "pw", style, 777));
        return text(std::get<document::Pkcs12>(file.items.at(0).object).encryption);
    };
    QCOMPARE(facts(Pkcs12Style::Modern), std::string("PBES2|AES-256-CBC|PBKDF2-HMAC-SHA256|777"));
    QCOMPARE(facts(Pkcs12Style::Legacy), std::string("PKCS12-PBE|RC2-40-CBC|PKCS12-SHA1|777"));
}

void TestEncryptionFacts::facts_malformedParameters_areDamage_data() {
    QTest::addColumn<std::string>("content");
    const auto changed = [](const Protection& protection, const std::string& from, const std::string& to) {
        std::string content = emptyPromise(protection);
        return content.replace(content.rfind(from), from.size(), to);
    };
    using namespace std::string_literals;
    QTest::newRow("PBKDF2, count below zero") << changed({}, "\x02\x02\x08\x00"s, "\x02\x02\x88\x00"s);
    QTest::newRow("PBKDF2, no count") << changed({}, "\x02\x02\x08\x00"s, "\x04\x02\x08\x00"s);
    QTest::newRow("PBES1, count of zero")
        << changed({.scheme = Scheme::Pbes1}, "\x02\x02\x08\x00"s, "\x02\x02\x80\x00"s);
    QTest::newRow("PBES1, no salt") << changed({.scheme = Scheme::Pbes1}, "\x04\x08\x01\x02"s,
                                               "\x0C\x08\x01\x02"s);
    QTest::newRow("scrypt, no cost") << changed({.scheme = Scheme::Scrypt}, "\x02\x02\x04\x00"s,
                                                "\x04\x02\x04\x00"s);
    QTest::newRow("no parameters")
        << "\x30\x13\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d\x05\x00\x04\x02xx"s;
}

void TestEncryptionFacts::facts_malformedParameters_areDamage() {
    QFETCH(std::string, content);
    QCOMPARE(test::describe(test::parsed(content)), std::string("!bad-content:0"));
}

QTEST_APPLESS_MAIN(TestEncryptionFacts)
#include "test_encryption_facts.moc"

// Why: after a key was read, opened, encrypted and let go, neither it nor its password may be found in the
// memory of the process (DESIGN.md, promise 4).
#include <QTest>

#include "core/document/native.h"
#include "core/document/open.h"
#include "core/secret/process.h"
#include "tests/core/document/things.h"
#include "tests/core/secret/memory_map.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;

namespace {

// The material is made by the command line, so that its secrets are in this process only as what is tested.
// Of each secret the test keeps the complement.

std::string invertedUtf16(const std::string& inverted) {
    std::string wide;
    for (const char c : inverted)
        wide += {'\xFF', c};
    return wide;
}

// use does with the content of a file what an import does.
void use(const base::Bytes& content, const std::string& invertedPassword, const std::string& invertedNumber) {
    secret::SecretBytes password(invertedPassword.size());
    for (std::size_t i = 0; i < invertedPassword.size(); ++i)
        password.revealForWriting(access())[i] =
            static_cast<std::uint8_t>(~static_cast<unsigned char>(invertedPassword[i]));
    const secret::SecretBytes passphrase = secretOf("another passphrase");
    document::ParsedFile file = document::parse(content, access());
    std::vector<document::Item> items;
    for (document::Item& item : file.items) {
        if (const auto* sealed = std::get_if<document::EncryptedKey>(&item.object)) {
            auto opened = document::openKey(*sealed, password, access());
            QVERIFY(opened.has_value());
            items.push_back({document::Object(std::move(*opened)), {}, {}, 0});
        } else if (const auto* container = std::get_if<document::Pkcs12>(&item.object)) {
            auto opened = document::openPkcs12(*container, password, access());
            QVERIFY(opened.has_value());
            items = std::move(*opened);
        } else {
            items.push_back(std::move(item));
        }
    }
    int keys = 0;
    for (const document::Item& item : items) {
        const auto* key = std::get_if<PrivateKey>(&item.object);
        if (!key)
            continue;
        QVERIFY(document::encryptKey(*key, passphrase, 1000, access()).has_value());
        QVERIFY(document::nativeKey(*key, access()).has_value());
        ++keys;
    }
    QCOMPARE(keys, 1);
    // While they are in use, the search finds both: in the locked pages.
    QVERIFY(test::copiesInMemory(invertedPassword) > 0);
    QVERIFY(test::copiesInMemory(invertedNumber) > 0);
}

// primeOf returns the complement of a part of the first prime that the command line prints: without its first
// octets, which may be padding, and no more than tells one number from another.
std::string primeOf(const std::string& text) {
    const std::string name = "prime1:";
    std::string digits;
    for (std::size_t at = text.find(name) + name.size(); digits.size() < 72 && at < text.size(); ++at) {
        if (std::isxdigit(static_cast<unsigned char>(text[at])) != 0)
            digits += text[at];
    }
    return test::inverted(std::string(base::textOf(*base::fromHex(digits.substr(8)))));
}

} // namespace

class TestNoCopies : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void secrets_afterUse_areNowhere_data();
    void secrets_afterUse_areNowhere();
};

void TestNoCopies::secrets_afterUse_areNowhere_data() {
    QTest::addColumn<std::string>("convert");
    QTest::newRow("PBES2") << std::string("openssl pkcs8 -topk8 -in k -passout file:p -out f");
    QTest::newRow("PBES2, DER") << std::string(
        "openssl pkcs8 -topk8 -in k -passout file:p -outform DER -out f");
    QTest::newRow("scrypt") << std::string("openssl pkcs8 -topk8 -scrypt -in k -passout file:p -out f");
    QTest::newRow("3DES") << std::string(
        "openssl pkcs8 -topk8 -v1 PBE-SHA1-3DES -in k -passout file:p -out f");
    QTest::newRow("traditional") << std::string(
        "openssl rsa -traditional -aes256 -in k -passout file:p -out f");
    QTest::newRow("not encrypted") << std::string("cp k f");
    QTest::newRow("not encrypted, traditional") << std::string("openssl rsa -traditional -in k -out f");
    QTest::newRow("PKCS#12") << std::string("openssl pkcs12 -export -in k -nocerts -passout file:p -out f");
    QTest::newRow("PKCS#12, legacy") << std::string(
        "openssl pkcs12 -export -legacy -in k -nocerts -passout file:p -out f");
}

void TestNoCopies::secrets_afterUse_areNowhere() {
    QFETCH(std::string, convert);
    if (!getenv("NOWIPE"))
        secret::wipeFreedMemory();
    const test::TemporaryFolder folder;
    const std::string script = "set -e; cd '" + folder.path() +
                               "'; umask 077; openssl genrsa -out k 2048; openssl rand -base64 18 > p; " +
                               convert + "; openssl rsa -in k -noout -text > t";
    QCOMPARE(test::runProgram("sh", {"-c", script}).exitCode, 0);
    const std::string password = test::inverted(folder.read("p").substr(0, 24));
    const std::string number = primeOf(folder.read("t"));
    QCOMPARE(number.size(), std::size_t{32});
    base::Bytes content = base::toBytes(folder.read("f"));
    use(content, password, number);
    base::wipe(content);
    QCOMPARE(test::copiesInMemory(password), 0);
    QCOMPARE(test::copiesInMemory(invertedUtf16(password)), 0);
    QCOMPARE(test::copiesInMemory(number), 0);
    QCOMPARE(test::copiesInMemory(std::string(number.rbegin(), number.rend())), 0); // as OpenSSL keeps it
}

QTEST_APPLESS_MAIN(TestNoCopies)
#include "test_no_copies.moc"

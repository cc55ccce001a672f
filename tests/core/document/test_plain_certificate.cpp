// Why: certificates are read by a quick walk where they are in the usual form; the quick reader must never
// accept what OpenSSL refuses nor read anything else in it, whatever was done to the octets.
#include <QTest>
#include <openssl/asn1.h>
#include <openssl/x509.h>

#include "core/document/certificate_facts.h"
#include "core/document/make_parts.h"
#include "core/document/names.h"
#include "core/document/plain_certificate.h"
#include "core/document/plain_name.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::material;
using document::KeyAlgorithm;

Q_DECLARE_METATYPE(certwright::document::Identity)

namespace {

std::string told(const document::Name& name) {
    return name.text + "|" + name.commonName + "|" + base::toHex(name.der);
}

// told writes every fact, so that two readings are equal exactly when their texts are.
std::string told(const document::CertificateFacts& facts) {
    std::string text =
        std::to_string(facts.version) + "\n" + told(facts.subject) + "\n" + told(facts.issuer) + "\n" +
        facts.serial + "\n" + base::formatIso(facts.notBefore) + "\n" + base::formatIso(facts.notAfter) +
        "\n" + std::to_string(static_cast<int>(facts.key.algorithm)) + " " + std::to_string(facts.key.bits) +
        " " + facts.key.curve + " " + base::toHex(facts.key.publicKeyInfo) + "\n" +
        facts.signature.algorithm + " " + facts.signature.digest + "\n";
    for (const document::AltName& name : facts.altNames)
        text += std::to_string(static_cast<int>(name.kind)) + ":" + name.value + "\n";
    if (facts.basicConstraints)
        text += "ca " + std::to_string(static_cast<int>(facts.basicConstraints->ca)) + " " +
                std::to_string(facts.basicConstraints->pathLength.value_or(-1)) + "\n";
    if (facts.keyUsage)
        text += "usage " + std::to_string(*facts.keyUsage) + "\n";
    for (const std::string& usage : facts.extendedKeyUsage)
        text += usage + "\n";
    return text + base::toHex(facts.subjectKeyId) + " " + base::toHex(facts.authorityKeyId) + " " +
           base::toHex(facts.fingerprint);
}

const Identity& root() {
    static const Identity one = authority("实践根 CA");
    return one;
}

CertificateSpec rich() {
    CertificateSpec spec = serverSpec("gateway.example");
    spec.subject = {{"C", "CN"},
                    {"ST", "广东"},
                    {"O", "华为, \"Inc.\" + <x>"},
                    {"OU", " leading; trailing "},
                    {"CN", "first"},
                    {"emailAddress", "A@b.example"},
                    {"DC", "example"},
                    {"serialNumber", "12  3"},
                    {"street", "#1  two"},
                    {"CN", "网关"}};
    spec.altNames = {{AltNameKind::Dns, "*.gateway.example"},
                     {AltNameKind::Ip, "192.0.2.1"},
                     {AltNameKind::Ip, "2001:db8::1"},
                     {AltNameKind::Email, "a@b.example"},
                     {AltNameKind::Uri, "https://x.example/"}};
    return spec;
}

// withEverything is a certificate of the openssl command line, with extensions of which no fact is kept.
Identity withEverything() {
    const std::vector<std::string> extensions{"basicConstraints=critical,CA:TRUE",
                                              "authorityKeyIdentifier=keyid:always,issuer:always",
                                              "subjectAltName=DNS:x.example,dirName:alt",
                                              "crlDistributionPoints=URI:http://x.example/list.crl",
                                              "authorityInfoAccess=OCSP;URI:http://x.example/ocsp",
                                              "certificatePolicies=1.2.3.4",
                                              "nameConstraints=permitted;DNS:.example",
                                              "1.2.3.4.5=ASN1:UTF8String:something"};
    std::string config = "[req]\ndistinguished_name=dn\nx509_extensions=all\nprompt=no\n[dn]\nCN=All\n"
                         "[alt]\nO=Org\nCN=Alt\n[all]\nsubjectKeyIdentifier=hash\n";
    for (const std::string& extension : extensions)
        config += extension + "\n";
    const test::Outcome outcome =
        test::runProgram("openssl",
                         {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                          "-keyout", "/dev/null", "-days", "30", "-config", "/dev/stdin"},
                         config);
    const document::ParsedFile file = test::parsed(outcome.out);
    return file.items.empty() ? Identity{} : Identity{std::get<Certificate>(file.items[0].object), nullptr};
}

struct Row {
    const char* name;
    Identity identity;
};

std::vector<Row> rows() {
    CertificateSpec small = serverSpec();
    small.serial = {0x00, 0x0A};
    CertificateSpec old = serverSpec();
    old.version = 1;
    CertificateSpec far = serverSpec();
    far.notAfter = *base::parseTime("9999-12-31T23:59:59Z");
    CertificateSpec sha1 = serverSpec();
    sha1.signature.digest = "SHA1";
    CertificateSpec pss = serverSpec();
    pss.signature.padding = document::Padding::Pss;
    return {{"root", root()},
            {"limited", issue(authoritySpec("limited", 300), rsaKey(100))},
            {"server", server(root())},
            {"rich", issue(rich(), rsaKey(), &root())},
            {"EC", issue(rich(), ecKey(), &root())},
            {"brainpool", issue(serverSpec(), ecKey(0, "brainpoolP256r1"), &root())},
            {"Ed25519", issue(serverSpec(), edKey())},
            {"small serial", issue(small, ecKey(), &root())},
            {"version 1", issue(old, ecKey(), &root())},
            {"year 9999", issue(far, ecKey(), &root())},
            {"SHA-1", issue(sha1, rsaKey(), &root())},
            {"PSS", issue(pss, rsaKey(), &root())},
            {"everything", withEverything()}};
}

// damaged changes a few octets: any value, a neighbouring one, a bit, another tag or length, octets put in or
// taken out.
base::Bytes damaged(const base::Bytes& whole, test::SeededRandom& random) {
    static const base::Bytes telling{0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0C, 0x13,
                                     0x16, 0x17, 0x18, 0x1E, 0x30, 0x31, 0x7F, 0x80, 0x81,
                                     0x82, 0x84, 0x87, 0xA0, 0xA3, 0xA4, 0xFF};
    base::Bytes octets = whole;
    for (std::uint64_t count = 1 + random.number(2); count > 0; --count) {
        const std::size_t at = random.number(octets.size());
        const auto place = octets.begin() + static_cast<std::ptrdiff_t>(at);
        switch (random.number(6)) {
        case 0:
            octets[at] = static_cast<std::uint8_t>(random.number(256));
            break;
        case 1:
            octets[at] = static_cast<std::uint8_t>(octets[at] + 1);
            break;
        case 2:
            octets[at] = static_cast<std::uint8_t>(octets[at] ^ (1U << random.number(8)));
            break;
        case 3:
            octets[at] = telling[random.number(telling.size())];
            break;
        case 4:
            octets.insert(place, telling[random.number(telling.size())]);
            break;
        default:
            octets.erase(place);
            break;
        }
    }
    return octets;
}

} // namespace

class TestPlainCertificate : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void plain_usualCertificate_isReadAsOpenSslReadsIt_data();
    void plain_usualCertificate_isReadAsOpenSslReadsIt();
    void plain_damagedCertificate_neverDiffersFromOpenSsl_data();
    void plain_damagedCertificate_neverDiffersFromOpenSsl();
    void plainName_everyCharacter_isWrittenAsOpenSslWritesIt_data();
    void plainName_everyCharacter_isWrittenAsOpenSslWritesIt();
    void plainName_severalAttributesInOne_areWrittenAsOpenSslWritesThem();
    void plainName_unusual_isLeftToOpenSsl();
};

void TestPlainCertificate::plain_usualCertificate_isReadAsOpenSslReadsIt_data() {
    QTest::addColumn<Identity>("identity");
    for (const Row& row : rows())
        QTest::newRow(row.name) << row.identity;
}

void TestPlainCertificate::plain_usualCertificate_isReadAsOpenSslReadsIt() {
    QFETCH(Identity, identity);
    base::Bytes octets = identity.certificate.der;
    octets.push_back(0); // behind the certificate, and not part of it
    const auto plain = document::plainCertificate(octets);
    const auto whole = document::openSslCertificate(octets);
    QVERIFY(plain && whole);
    QCOMPARE(told(plain->facts), told(whole->facts));
    QVERIFY(plain->der == whole->der && plain->der == identity.certificate.der);
}

void TestPlainCertificate::plain_damagedCertificate_neverDiffersFromOpenSsl_data() {
    plain_usualCertificate_isReadAsOpenSslReadsIt_data();
}

void TestPlainCertificate::plain_damagedCertificate_neverDiffersFromOpenSsl() {
    QFETCH(Identity, identity);
    test::SeededRandom random;
    int plainOnes = 0;
    for (int i = 0; i < 6000; ++i) {
        const base::Bytes octets = damaged(identity.certificate.der, random);
        const auto plain = document::plainCertificate(octets);
        if (!plain)
            continue;
        ++plainOnes;
        const auto whole = document::openSslCertificate(octets);
        QVERIFY2(whole, base::toHex(octets).c_str());
        QVERIFY2(told(plain->facts) == told(whole->facts), base::toHex(octets).c_str());
        QVERIFY(plain->der == whole->der);
    }
    QVERIFY2(plainOnes > 500, "the damage must leave enough to compare");
}

void TestPlainCertificate::plainName_everyCharacter_isWrittenAsOpenSslWritesIt_data() {
    QTest::addColumn<int>("type");
    QTest::newRow("UTF-8") << V_ASN1_UTF8STRING;
    QTest::newRow("printable") << V_ASN1_PRINTABLESTRING;
    QTest::newRow("IA5") << V_ASN1_IA5STRING;
    QTest::newRow("teletex") << V_ASN1_T61STRING;
    QTest::newRow("BMP") << V_ASN1_BMPSTRING;
    QTest::newRow("octets") << V_ASN1_OCTET_STRING;
}

void TestPlainCertificate::plainName_everyCharacter_isWrittenAsOpenSslWritesIt() {
    QFETCH(int, type);
    for (int c = 0; c < 256; ++c) {
        const std::string one(1, static_cast<char>(c));
        for (const std::string& value : {std::string(), one, one + "a", "a" + one, "a" + one + "b", one + one,
                                         " " + one + " ", one + "\xC3\x9C", "\xF0\x9F\x94\x91" + one}) {
            const document::Part<X509_name_st> name(X509_NAME_new());
            X509_NAME_add_entry_by_NID(name.get(), NID_commonName, type, base::viewOf(value).data(),
                                       static_cast<int>(value.size()), -1, 0);
            unsigned char* der = nullptr;
            const int size = i2d_X509_NAME(name.get(), &der);
            if (size <= 0)
                continue;
            const base::Bytes octets(der, der + size);
            OPENSSL_free(der);
            const auto plain = document::plainName(octets);
            const auto whole = document::nameOf(octets);
            QVERIFY(!plain || whole);
            if (plain)
                QVERIFY2(told(*plain) == told(*whole), (told(*plain) + " \n " + told(*whole)).c_str());
            if (c < 0x80 && value.size() < 3 && type != V_ASN1_BMPSTRING && type != V_ASN1_OCTET_STRING)
                QVERIFY(plain);
        }
    }
}

void TestPlainCertificate::plainName_severalAttributesInOne_areWrittenAsOpenSslWritesThem() {
    const document::Part<X509_name_st> name(X509_NAME_new());
    const auto add = [&](const char* type, const char* value, int set) {
        X509_NAME_add_entry_by_txt(name.get(), type, MBSTRING_UTF8, base::viewOf(value).data(), -1, -1, set);
    };
    add("C", "CN", 0);
    add("CN", "  Two   Words ", 0);
    add("OU", "b", -1);
    add("UID", "7", -1);
    add("CN", "last", 0);
    unsigned char* der = nullptr;
    const int size = i2d_X509_NAME(name.get(), &der);
    const base::Bytes octets(der, der + size);
    OPENSSL_free(der);
    const auto plain = document::plainName(octets);
    QVERIFY(plain);
    QCOMPARE(told(*plain), told(*document::nameOf(octets)));
}

void TestPlainCertificate::plainName_unusual_isLeftToOpenSsl() {
    const auto left = [](const char* hex) { return !document::plainName(*base::fromHex(hex)); };
    QVERIFY(!left("300c310a300806035504030c0161"));
    QVERIFY(!left("3000"));
    QVERIFY2(left("30810c310a300806035504030c0161"), "a length that is not the shortest");
    QVERIFY2(left("300c310a300806035504030c01ff"), "malformed UTF-8");
    QVERIFY2(left("300c310a300806032a04030c0161"), "an attribute type that is not common");
    QVERIFY2(left("300c310a300806035504031a0161"), "a string type that no name may have");
    QVERIFY2(left("30023100"), "an empty set");
    QVERIFY2(left("300c310a300806035504030c016100"), "an octet behind the name");
    QVERIFY(left(""));
}

QTEST_APPLESS_MAIN(TestPlainCertificate)
#include "test_plain_certificate.moc"

// Why: what OpenSSL loads although it is malformed is refused here, and the reason has a name.
#include <ctime>

#include <QTest>

#include "core/document/native.h"
#include "core/document/open.h"
#include "core/ossl/der.h"
#include "tests/core/document/key_maker.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::material;
using test::bits;
using test::element;
using test::faultsIn;
using test::fromHexText;
using test::integer;
using test::number;
using test::octets;
using test::oid;
using test::pkcs8Of;
using test::sequence;

namespace {

const std::string null("\x05\x00", 2);

// numbersOf takes the numbers out of a SEQUENCE of INTEGERs.
std::vector<std::string> numbersOf(const std::string& der) {
    const auto outer = ossl::DerReader(base::viewOf(der)).next();
    ossl::DerReader reader(outer->content);
    std::vector<std::string> all;
    while (const auto one = reader.next())
        all.emplace_back(base::textOf(one->content));
    return all;
}

const std::vector<std::string>& rsaNumbers() {
    static const std::vector<std::string> all = numbersOf(traditionalDer(*rsaKey()));
    return all;
}

// rsaWith writes an RSAPrivateKey in which one number is another; the content as it stands.
std::string rsaWith(std::size_t index, const std::string& content) {
    std::vector<std::string> all = rsaNumbers();
    all[index] = content;
    std::string inside;
    for (const std::string& one : all)
        inside += element(0x02, one);
    return element(0x30, inside);
}

std::string plusTwo(std::string content) {
    content.back() = static_cast<char>(content.back() ^ 2);
    return content;
}

const std::string rsaAlgorithm = sequence({oid("1.2.840.113549.1.1.1"), null});
const std::string p256 = oid("1.2.840.10045.3.1.7");
const std::string p384 = oid("1.3.132.0.34");

std::string ecAlgorithm(const std::string& parameters) {
    return sequence({oid("1.2.840.10045.2.1"), parameters});
}

// The parts of the P-256 key of all rows.
struct EcParts {
    std::string scalar;
    std::string point;
};
EcParts ecPartsOf(const PrivateKey& key) {
    const std::string der = traditionalDer(key);
    const std::size_t at = der.find(std::string("\x04\x20", 2)) + 2;
    const std::size_t point = der.find(std::string("\x03\x42\x00", 3)) + 3;
    return {der.substr(at, 32), der.substr(point, 65)};
}
const EcParts& ec() {
    static const EcParts parts = ecPartsOf(*ecKey());
    return parts;
}

std::string ecKeyOf(const std::string& scalar, const std::string& rest = {}, long long version = 1) {
    return sequence({integer(version), octets(scalar), rest});
}
std::string tagged(unsigned tag, const std::string& content) {
    return element(tag, content);
}

const std::string order256 = fromHexText("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

} // namespace

class TestMalformedKeys : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void key_malformed_isRefusedByName_data();
    void key_malformed_isRefusedByName();
    void key_oddButSafe_isReadAndRemarkedUpon_data();
    void key_oddButSafe_isReadAndRemarkedUpon();
    void key_compressedPoint_equalsTheOtherForm();
    void key_encryptedAndMalformed_saysSo();
    void key_rsa2048_isCheckedInUnderAMillisecond();

  private:
    static void addRsaRows();
    static void addEcRows();
    static void addOtherRows();
};

void TestMalformedKeys::addRsaRows() {
    const auto row = [](const char* name, const std::string& rsa, const char* fault) {
        QTest::newRow(name) << pkcs8Of(rsaAlgorithm, rsa) << '!' + std::string(fault);
    };
    const std::string& n = rsaNumbers()[1];
    row("RSA, another modulus", rsaWith(1, plusTwo(n)), "rsa-factor");
    row("RSA, another prime", rsaWith(4, plusTwo(rsaNumbers()[4])), "rsa-factor");
    row("RSA, even exponent", rsaWith(2, std::string("\x01\x00\x00", 3)), "rsa-exponent");
    row("RSA, exponent 1", rsaWith(2, "\x01"), "rsa-exponent");
    row("RSA, exponent of another key", rsaWith(2, "\x11"), "rsa-private-exponent");
    row("RSA, another private exponent", rsaWith(3, plusTwo(rsaNumbers()[3])), "rsa-private-exponent");
    row("RSA, huge private exponent", rsaWith(3, std::string(1, '\0') + std::string(300, '\xFF')),
        "rsa-private-exponent");
    row("RSA, first CRT exponent", rsaWith(6, plusTwo(rsaNumbers()[6])), "rsa-crt");
    row("RSA, second CRT exponent", rsaWith(7, plusTwo(rsaNumbers()[7])), "rsa-crt");
    row("RSA, CRT coefficient", rsaWith(8, plusTwo(rsaNumbers()[8])), "rsa-crt");
    row("RSA, negative modulus", rsaWith(1, n.substr(1)), "negative-number");
    row("RSA, zero", rsaWith(8, std::string(1, '\0')), "negative-number");
    row("RSA, an octet too many", rsaWith(8, std::string(2, '\0') + rsaNumbers()[8]), "not-der");
    row("RSA, version 2", rsaWith(0, "\x02"), "key-version");
    row("RSA, version 1 of two primes", rsaWith(0, "\x01"), "key-version");
    row("RSA, modulus of 20000 bits", rsaWith(1, "\x01" + std::string(2500, 'x')), "number-too-large");
    row("RSA, a tenth number", element(0x30, traditionalDer(*rsaKey()).substr(4) + integer(1)),
        "trailing-data");
    row("RSA, something behind it", traditionalDer(*rsaKey()) + null, "trailing-data");
    row("RSA, four numbers", sequence({integer(0), integer(35), integer(5), integer(5)}), "structure");
    // 61 times 53, whose numbers all fit.
    row("RSA, a toy",
        sequence({integer(0), integer(3233), integer(17), integer(413), integer(61), integer(53), integer(53),
                  integer(49), integer(38)}),
        "rsa-factor");
    const auto algorithm = [](const char* name, const std::string& identifier) {
        QTest::newRow(name) << pkcs8Of(identifier, traditionalDer(*rsaKey())) << std::string("!parameters");
    };
    algorithm("RSA, parameters", sequence({oid("1.2.840.113549.1.1.1"), integer(1)}));
    algorithm("RSA-PSS, NULL", sequence({oid("1.2.840.113549.1.1.10"), null}));
}

void TestMalformedKeys::addEcRows() {
    const auto row = [](const char* name, const std::string& content, const char* fault) {
        QTest::newRow(name) << content << '!' + std::string(fault);
    };
    const std::string good = ecKeyOf(ec().scalar, tagged(0xA1, bits(ec().point)));
    const std::string named = ecAlgorithm(p256);
    const EcParts other = ecPartsOf(*ecKey(1));
    row("EC, scalar 0", pkcs8Of(named, ecKeyOf(std::string(32, '\0'))), "scalar-range");
    row("EC, scalar of the order", pkcs8Of(named, ecKeyOf(order256)), "scalar-range");
    row("EC, scalar over the order", pkcs8Of(named, ecKeyOf(std::string(32, '\xFF'))), "scalar-range");
    row("EC, no scalar", pkcs8Of(named, ecKeyOf({})), "scalar-range");
    row("EC, scalar of 4000 octets", pkcs8Of(named, ecKeyOf(std::string(4000, 'x'))), "scalar-range");
    row("EC, version 0", pkcs8Of(named, ecKeyOf(ec().scalar, {}, 0)), "key-version");
    row("EC, version 2", pkcs8Of(named, ecKeyOf(ec().scalar, {}, 2)), "key-version");
    row("EC, another key's point", pkcs8Of(named, ecKeyOf(ec().scalar, tagged(0xA1, bits(other.point)))),
        "public-key-mismatch");
    row("EC, no point of the curve",
        pkcs8Of(named, ecKeyOf(ec().scalar, tagged(0xA1, bits("\x04" + std::string(64, 'x'))))),
        "public-key-invalid");
    row("EC, point at infinity",
        pkcs8Of(named, ecKeyOf(ec().scalar, tagged(0xA1, bits(std::string(1, '\0'))))), "public-key-invalid");
    row("EC, another curve inside", pkcs8Of(named, ecKeyOf(ec().scalar, tagged(0xA0, p384))),
        "curve-mismatch");
    row("EC, no curve", pkcs8Of(ecAlgorithm({}), good), "curve-missing");
    row("EC, NULL for a curve", pkcs8Of(ecAlgorithm(null), good), "curve-missing");
    row("EC, traditional, no curve", good, "curve-missing");
    row("EC, unknown curve", pkcs8Of(ecAlgorithm(oid("1.2.3.4")), good), "unknown-curve");
    row("EC, explicit curve", pkcs8Of(ecAlgorithm(sequence({integer(1), sequence({})})), good),
        "explicit-curve");
    row("EC, two curves", pkcs8Of(ecAlgorithm(p256 + p384), good), "parameters");
    row("EC, something behind it", pkcs8Of(named, good + null), "trailing-data");
    row("EC, something in it", pkcs8Of(named, ecKeyOf(ec().scalar, null)), "trailing-data");
    row("EC, long lengths", pkcs8Of(named, std::string("\x30\x81\x25\x02\x01\x01\x04\x20", 8) + ec().scalar),
        "not-der");
    row("EC, public key of another in version 2",
        pkcs8Of(named, good, 1, element(0x81, std::string(1, '\0') + other.point)), "public-key-mismatch");
    row("EC, public key in version 1",
        pkcs8Of(named, good, 0, element(0x81, std::string(1, '\0') + ec().point)), "pkcs8-version");
    row("version 2 of PKCS#8", pkcs8Of(named, good, 2), "pkcs8-version");
    row("version -1 of PKCS#8", pkcs8Of(named, good, -1), "pkcs8-version");
    row("something behind the key", pkcs8Of(named, good, 1, integer(7)), "trailing-data");
}

void TestMalformedKeys::addOtherRows() {
    const auto row = [](const char* name, const std::string& content, const char* fault) {
        QTest::newRow(name) << content << '!' + std::string(fault);
    };
    const std::string ed = sequence({oid("1.3.101.112")});
    const std::string seed = octets(std::string(32, 's'));
    row("Ed25519, 31 octets", pkcs8Of(ed, octets(std::string(31, 's'))), "key-length");
    row("Ed25519, 33 octets", pkcs8Of(ed, octets(std::string(33, 's'))), "key-length");
    row("Ed448, 56 octets", pkcs8Of(sequence({oid("1.3.101.113")}), octets(std::string(56, 's'))),
        "key-length");
    row("X25519, 16 octets", pkcs8Of(sequence({oid("1.3.101.110")}), octets(std::string(16, 's'))),
        "key-length");
    row("Ed25519, NULL", pkcs8Of(sequence({oid("1.3.101.112"), null}), seed), "parameters");
    row("Ed25519, bare", pkcs8Of(ed, std::string(32, 's')), "structure");
    row("Ed25519, something behind it", pkcs8Of(ed, seed + null), "trailing-data");
    row("Ed25519, another public key",
        pkcs8Of(ed, seed, 1, element(0x81, std::string(1, '\0') + std::string(32, 'p'))),
        "public-key-mismatch");
    row("X25519, another public key",
        pkcs8Of(sequence({oid("1.3.101.110")}), seed, 1,
                element(0x81, std::string(1, '\0') + std::string(32, 'p'))),
        "public-key-mismatch");
    row("ML-DSA", pkcs8Of(sequence({oid("2.16.840.1.101.3.4.3.17")}), seed), "algorithm");
    row("GOST", pkcs8Of(sequence({oid("1.2.643.7.1.1.1.1")}), seed), "algorithm");
    // DSA with p = 23, q = 11: 2 has the order 11, 5 has not.
    const auto dsa = [](long long q, long long g) {
        return sequence({oid("1.2.840.10040.4.1"), sequence({integer(23), integer(q), integer(g)})});
    };
    row("DSA, x is 0", pkcs8Of(dsa(11, 2), integer(0)), "scalar-range");
    row("DSA, x is q", pkcs8Of(dsa(11, 2), integer(11)), "scalar-range");
    row("DSA, generator of another order", pkcs8Of(dsa(11, 5), integer(3)), "group-parameters");
    row("DSA, q does not divide", pkcs8Of(dsa(7, 2), integer(3)), "group-parameters");
    row("DSA, no parameters", pkcs8Of(sequence({oid("1.2.840.10040.4.1")}), integer(3)), "parameters");
    row("DSA, another public key",
        sequence({integer(0), integer(23), integer(11), integer(2), integer(9), integer(3)}),
        "public-key-mismatch");
    row("DSA, version 1",
        sequence({integer(1), integer(23), integer(11), integer(2), integer(8), integer(3)}), "key-version");
    const std::string dh = sequence({oid("1.2.840.113549.1.3.1"), sequence({integer(23), integer(5)})});
    row("DH, x is p", pkcs8Of(dh, integer(23)), "scalar-range");
    row("DH, another public key",
        pkcs8Of(dh, integer(3), 1, element(0x81, std::string(1, '\0') + integer(9))), "public-key-mismatch");
    row("DH, generator 1",
        pkcs8Of(sequence({oid("1.2.840.113549.1.3.1"), sequence({integer(23), integer(1)})}), integer(3)),
        "group-parameters");
}

void TestMalformedKeys::key_malformed_isRefusedByName_data() {
    QTest::addColumn<std::string>("der");
    QTest::addColumn<std::string>("expected");
    addRsaRows();
    addEcRows();
    addOtherRows();
}

void TestMalformedKeys::key_malformed_isRefusedByName() {
    QFETCH(std::string, der);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(faultsIn(der)), QString::fromStdString(expected));
}

void TestMalformedKeys::key_oddButSafe_isReadAndRemarkedUpon_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const std::string& content, const char* expected) {
        QTest::newRow(name) << content << std::string(expected);
    };
    const std::string named = ecAlgorithm(p256);
    const std::string good = ecKeyOf(ec().scalar, tagged(0xA1, bits(ec().point)));
    const std::string attributes = element(0xA0, sequence({oid("1.2.3.4"), test::set({integer(1)})}));
    row("version 2 without a public key", pkcs8Of(named, good, 1), "key");
    row("version 2 with its public key",
        pkcs8Of(named, good, 1, element(0x81, std::string(1, '\0') + ec().point)), "key");
    row("version 2, explicit tag", pkcs8Of(named, good, 1, element(0xA1, bits(ec().point))), "key");
    row("attributes", pkcs8Of(named, good, 0, attributes), "key");
    row("attributes and public key",
        pkcs8Of(named, good, 1, attributes + element(0x81, std::string(1, '\0') + ec().point)), "key");
    row("curve inside too", pkcs8Of(named, ecKeyOf(ec().scalar, tagged(0xA0, p256))), "key");
    row("scalar with a zero before it", pkcs8Of(named, ecKeyOf(std::string(1, '\0') + ec().scalar)),
        "key(scalar-length)");
    row("scalar of one octet", pkcs8Of(named, ecKeyOf("\x05")), "key(scalar-length)");
    row("scalar of the order less 1", pkcs8Of(named, ecKeyOf(order256.substr(0, 31) + "\x50")), "key");
    row("RSA without NULL", pkcs8Of(sequence({oid("1.2.840.113549.1.1.1")}), traditionalDer(*rsaKey())),
        "key(rsa-parameters)");
    row("RSA-PSS without parameters",
        pkcs8Of(sequence({oid("1.2.840.113549.1.1.10")}), traditionalDer(*rsaKey())), "key");
    row("DSA of toy size",
        sequence({integer(0), integer(23), integer(11), integer(2), integer(8), integer(3)}), "key");
    row("DH",
        pkcs8Of(sequence({oid("1.2.840.113549.1.3.1"), sequence({integer(23), integer(5)})}), integer(3)),
        "key");
    row("DHX",
        pkcs8Of(sequence({oid("1.2.840.10046.2.1"), sequence({integer(23), integer(2), integer(11)})}),
                integer(3)),
        "key");
}

void TestMalformedKeys::key_oddButSafe_isReadAndRemarkedUpon() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(faultsIn(content)), QString::fromStdString(expected));
}

void TestMalformedKeys::key_compressedPoint_equalsTheOtherForm() {
    const std::string point = (ec().point.back() % 2 == 0 ? "\x02" : "\x03") + ec().point.substr(1, 32);
    const std::string content = pkcs8Of(ecAlgorithm(p256), ecKeyOf(ec().scalar, tagged(0xA1, bits(point))));
    const document::ParsedFile file = test::parsed(content);
    QCOMPARE(test::describe(file), std::string("key"));
    const auto& key = std::get<PrivateKey>(file.items[0].object);
    QVERIFY(key.facts.publicKeyInfo == ecKey()->facts.publicKeyInfo);
    QVERIFY(document::nativeKey(key, access()).has_value());
}

void TestMalformedKeys::key_encryptedAndMalformed_saysSo() {
    const auto faultOf = [](const std::string& plain) -> std::string {
        const document::ParsedFile file = test::parsed(test::encryptedKeyOf(plain, "password"));
        const auto opened = document::openKey(std::get<document::EncryptedKey>(file.items[0].object),
                                              secretOf("password"), access());
        return opened || !opened.error().fault ? "" : std::string(faultName(*opened.error().fault));
    };
    QCOMPARE(faultOf(pkcs8Of(ecAlgorithm(p256), ecKeyOf(order256))), std::string("scalar-range"));
    QCOMPARE(faultOf(pkcs8Of(rsaAlgorithm, rsaWith(8, plusTwo(rsaNumbers()[8])))), std::string("rsa-crt"));
    QCOMPARE(faultOf(keyDer(*rsaKey()) + "x"), std::string("trailing-data"));
}

void TestMalformedKeys::key_rsa2048_isCheckedInUnderAMillisecond() {
    const std::string content = keyDer(*rsaKey());
    constexpr int rounds = 200;
    const std::clock_t start = std::clock();
    for (int i = 0; i < rounds; ++i)
        QCOMPARE(test::parsed(content).items.size(), std::size_t{1});
    const double each = static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC / rounds;
    qInfo("%.3f ms of processor time for one key", each);
    QVERIFY(each < 5); // sanitizers included; in a release build it is well under one
}

QTEST_APPLESS_MAIN(TestMalformedKeys)
#include "test_malformed_keys.moc"

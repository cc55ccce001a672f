// Why: what Chinese authorities issue is verified with the identifier that its standard prescribes, and told
// apart from what a TLS service can use. The openssl command makes the material, since the product makes
// none.
#include <QTest>

#include <algorithm>

#include "core/check/foreign.h"
#include "core/check/signatures.h"
#include "core/document/parse.h"
#include "tests/core/check/scene.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;

namespace {

// A CA, a pair of certificates of one name (s for signatures, e for encryption), n signed without an
// identifier, and a list.
constexpr const char* script = R"(set -e
cat > c <<END
[req]
distinguished_name = n
[n]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
[s]
keyUsage = critical,digitalSignature
subjectAltName = DNS:server.example
[e]
keyUsage = critical,keyEncipherment,dataEncipherment
subjectAltName = DNS:server.example
[crl]
database = index
crlnumber = number
END
id=distid:1234567812345678
for k in ca s e; do openssl genpkey -algorithm SM2 -out $k.key; done
openssl req -x509 -new -key ca.key -sm3 -sigopt $id -subj "/CN=SM2 CA" -config c -extensions ca -days 3650 -out ca.crt
serial=1
for k in s e; do
    openssl req -new -key $k.key -sm3 -sigopt $id -subj /CN=server.example -config c -out $k.csr
    openssl x509 -req -in $k.csr -CA ca.crt -CAkey ca.key -sm3 -sigopt $id -vfyopt $id -set_serial $serial \
        -days 300 -extfile c -extensions $k -out $k.crt
    serial=$((serial + 1))
done
openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -sm3 -vfyopt $id -set_serial 9 -days 300 -out n.crt
: > index
echo 01 > number
openssl ca -gencrl -config c -name crl -cert ca.crt -keyfile ca.key -crldays 30 -md sm3 -sigopt $id -out ca.crl
)";

document::ParsedFile read(const test::TemporaryFolder& folder, const char* name) {
    return document::parse(base::viewOf(folder.read(name)), secret::SecretAccess::grant());
}

} // namespace

class TestSm2 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void facts_ofKeyAndSignature_areShown();
    void signature_withDefaultIdentifier_isVerified();
    void signature_changed_isRefused();
    void list_isVerified();
    void request_isShown();
    void pair_isNamedOnce_inAnyOrder();
    void pair_ofOtherNamesOrKinds_isNone();
    void service_withSm2Key_saysWhatItTakes();

  private:
    document::Certificate certificate(const char* name) const {
        return std::get<document::Certificate>(read(m_folder, name).items.at(0).object);
    }
    test::TemporaryFolder m_folder;
};

void TestSm2::initTestCase() {
    const auto made = test::runProgram("sh", {"-c", "cd '" + m_folder.path() + "'\n" + script});
    QVERIFY2(made.exitCode == 0, made.err.c_str());
}

void TestSm2::facts_ofKeyAndSignature_areShown() {
    const auto facts = certificate("s.crt").facts;
    QVERIFY(facts.key.algorithm == document::KeyAlgorithm::Sm2);
    QCOMPARE(facts.key.bits, 256);
    QCOMPARE(facts.signature.algorithm, std::string("SM2-with-SM3"));
    QCOMPARE(facts.signature.digest, std::string("SM3"));
    const auto keys = read(m_folder, "s.key");
    QVERIFY(std::get<document::PrivateKey>(keys.items.at(0).object).facts.publicKeyInfo ==
            facts.key.publicKeyInfo);
}

void TestSm2::signature_withDefaultIdentifier_isVerified() {
    const auto ca = certificate("ca.crt");
    check::Signatures signatures;
    QVERIFY(signatures.signedBy(ca, ca.facts.key));
    QVERIFY(signatures.signedBy(certificate("s.crt"), ca.facts.key));
    QVERIFY(signatures.signedBy(certificate("e.crt"), ca.facts.key));
    QVERIFY(!signatures.signedBy(certificate("s.crt"), certificate("e.crt").facts.key));
    // openssl's own default is no identifier at all, which no Chinese program accepts.
    QVERIFY(!signatures.signedBy(certificate("n.crt"), ca.facts.key));
    QVERIFY(!signatures.signedBy(certificate("s.crt"), test::keyNamed("root")->facts));
}

void TestSm2::signature_changed_isRefused() {
    const auto ca = certificate("ca.crt");
    const auto good = certificate("s.crt");
    for (std::size_t i = 0; i < good.der.size(); i += 3) {
        auto changed = good;
        changed.der[i] = static_cast<std::uint8_t>(changed.der[i] ^ 0x01U);
        QVERIFY2(!check::Signatures().signedBy(changed, ca.facts.key), qPrintable(QString::number(i)));
    }
}

void TestSm2::list_isVerified() {
    auto list = std::get<document::Crl>(read(m_folder, "ca.crl").items.at(0).object);
    const auto ca = certificate("ca.crt");
    QVERIFY(check::Signatures().signedBy(list, ca.facts.key));
    list.der[list.der.size() - 1] = static_cast<std::uint8_t>(list.der.back() ^ 0x01U);
    QVERIFY(!check::Signatures().signedBy(list, ca.facts.key));
}

void TestSm2::request_isShown() {
    const auto file = read(m_folder, "s.csr");
    const auto& facts = std::get<document::Request>(file.items.at(0).object).facts;
    QVERIFY(facts.key.algorithm == document::KeyAlgorithm::Sm2);
    QCOMPARE(facts.signature.algorithm, std::string("SM2-with-SM3"));
}

void TestSm2::pair_isNamedOnce_inAnyOrder() {
    const auto one = certificate("s.crt");
    const auto other = certificate("e.crt");
    const auto ca = certificate("ca.crt");
    std::vector<const document::Certificate*> all{&ca, &one, &other, &one};
    for (int i = 0; i < 2; ++i) {
        const auto findings = check::tlcpPairs(all);
        QCOMPARE(findings.size(), std::size_t{1});
        const auto& body = *findings[0].body.as<check::CertificateTlcpPair>();
        QCOMPARE(body.signing + " " + body.encryption, std::string("01 02"));
        QCOMPARE(body.name, std::string("CN=server.example"));
        std::ranges::reverse(all);
    }
}

void TestSm2::pair_ofOtherNamesOrKinds_isNone() {
    const auto one = certificate("s.crt");
    auto other = certificate("e.crt");
    QVERIFY(check::tlcpPairs({&one}).empty());
    QVERIFY(check::tlcpPairs({&one, &one}).empty());
    other.facts.issuer = one.facts.subject;
    QVERIFY(check::tlcpPairs({&one, &other}).empty());
    other = certificate("e.crt");
    other.facts.key.algorithm = document::KeyAlgorithm::Ec;
    QVERIFY(check::tlcpPairs({&one, &other}).empty());
    other = certificate("e.crt");
    other.facts.keyUsage.reset();
    QVERIFY(check::tlcpPairs({&one, &other}).empty());
}

void TestSm2::service_withSm2Key_saysWhatItTakes() {
    auto scene = test::sceneOf();
    scene.material.leaf->certificate = certificate("s.crt");
    scene.material.cas = {{certificate("ca.crt"), "/in/ca.crt"}};
    scene.material.pool = {{certificate("e.crt"), "/in/e.crt"}};
    const auto verdict = scene.judge();
    const auto* type = test::bodyOf<check::KeyType>(verdict);
    QVERIFY(type != nullptr);
    QCOMPARE(type->found, std::string("SM2"));
    QVERIFY(test::bodyOf<check::CertificateTlcpPair>(verdict) != nullptr);
    QVERIFY(test::bodyOf<check::IssuerSignatureInvalid>(verdict) == nullptr);
    scene.policy.keyAlgorithms.push_back(document::KeyAlgorithm::Sm2);
    QVERIFY(test::bodyOf<check::KeyType>(scene.judge()) == nullptr);
}

QTEST_APPLESS_MAIN(TestSm2)
#include "test_sm2.moc"

// Why: a validation test is worth as much as the certificates it is made of: the good ones must be good for
// others too, and what is malformed must really be in the octets.
#include <openssl/asn1.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <QTest>

#include "core/ossl/der.h"
#include "core/ossl/owned.h"
#include "tests/support/forge/forge.h"

using namespace certwright;
using forge::Bytes;
using forge::Case;

namespace {

Case made(const std::string& chain, const std::string& more = {}) {
    return forge::makeFromText("chain: " + chain + "\nexpected: {valid: true}\n" + more);
}

ossl::X509Certificate parsed(const Case& made, const std::string& name) {
    const Bytes& der = made.certificate(name).der;
    const std::uint8_t* at = der.data();
    return ossl::X509Certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
}

ossl::X509Crl parsedCrl(const Case& made) {
    const Bytes& der = made.crls.at(0).der;
    const std::uint8_t* at = der.data();
    return ossl::X509Crl(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
}

// verifies tells whether OpenSSL's strict check accepts the case, with its CRLs if there are any.
QString verifies(const Case& made) {
    const ossl::Owned<x509_store_st> store(X509_STORE_new());
    for (const std::string& name : made.trusted)
        X509_STORE_add_cert(store.get(), parsed(made, name).get());
    STACK_OF(X509)* const others = sk_X509_new_null();
    for (const std::string& name : made.untrusted)
        sk_X509_push(others, parsed(made, name).release());
    if (!made.crls.empty())
        X509_STORE_add_crl(store.get(), parsedCrl(made).get());
    const auto leaf = parsed(made, made.leaf);
    const ossl::Owned<x509_store_ctx_st> context(X509_STORE_CTX_new());
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), others);
    X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(parameters, made.time.time_since_epoch().count());
    X509_VERIFY_PARAM_set_flags(parameters,
                                X509_V_FLAG_X509_STRICT | (made.crls.empty() ? 0 : X509_V_FLAG_CRL_CHECK));
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER);
    X509_verify_cert(context.get());
    sk_X509_pop_free(others, X509_free);
    return QString::fromLatin1(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
}

bool holds(const Bytes& der, const std::string& hex) {
    const Bytes wanted = forge::fromHexText(hex);
    return std::search(der.begin(), der.end(), wanted.begin(), wanted.end()) != der.end();
}

constexpr const char* fullChain = "{ root: {}, int: {issuer: root, path-length: 0}, leaf: {issuer: int} }";

} // namespace

class TestForge : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void defaults_wholeChain_isAcceptedByOpenssl();
    void defaults_twice_areTheSameOctets();
    void keys_everyType_signsAndVerifies_data();
    void keys_everyType_signsAndVerifies();
    void crl_defaults_isAcceptedAndRevokes();
    void circle_crossSigned_isMade();
    void malformed_isInTheOctets_data();
    void malformed_isInTheOctets();
    void malformedCrl_isInTheOctets_data();
    void malformedCrl_isInTheOctets();
    void signature_corrupt_doesNotVerify();
    void expectations_everyForm_isRead();
    void mistakes_inACase_areRefused_data();
    void mistakes_inACase_areRefused();
    void batchLine_fullAsk_hasEverything();
};

void TestForge::defaults_wholeChain_isAcceptedByOpenssl() {
    QCOMPARE(verifies(made(fullChain)), QString("ok"));
    const auto leaf = parsed(made(fullChain), "leaf");
    QCOMPARE(X509_get_version(leaf.get()), 2L);
    QCOMPARE(X509_check_host(leaf.get(), "leaf.example.com", 0, 0, nullptr), 1);
}

void TestForge::defaults_twice_areTheSameOctets() {
    const Case first = made(fullChain);
    const Case second = made(fullChain);
    for (std::size_t i = 0; i < first.certificates.size(); ++i)
        QCOMPARE(first.certificates[i].pem, second.certificates[i].pem);
}

void TestForge::keys_everyType_signsAndVerifies_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("signature");
    QTest::newRow("rsa") << "rsa"
                         << "{}";
    QTest::newRow("rsa sha512") << "{type: rsa, bits: 3072}"
                                << "{digest: sha512}";
    QTest::newRow("rsa exponent 3") << "{type: rsa, exponent: 3, bits: 1024}"
                                    << "{digest: sha1}";
    QTest::newRow("rsa pss") << "rsa"
                             << "{pss: true}";
    QTest::newRow("rsa pss sha384 salt 48") << "rsa"
                                            << "{pss: true, digest: sha384, salt: 48}";
    QTest::newRow("rsa-pss key") << "rsa-pss"
                                 << "{}";
    QTest::newRow("ec p384") << "{type: ec, curve: secp384r1}"
                             << "{digest: sha384}";
    QTest::newRow("ec p521") << "{type: ec, curve: secp521r1}"
                             << "{digest: sha512}";
    QTest::newRow("ec brainpool") << "{type: ec, curve: brainpoolP256r1}"
                                  << "{}";
    QTest::newRow("ec explicit") << "{type: ec, encoding: explicit}"
                                 << "{}";
    QTest::newRow("ec compressed") << "{type: ec, encoding: compressed}"
                                   << "{}";
    QTest::newRow("ed25519") << "ed25519"
                             << "{}";
    QTest::newRow("ed448") << "ed448"
                           << "{}";
    QTest::newRow("dsa") << "{type: dsa, bits: 1024}"
                         << "{}";
    QTest::newRow("sm2") << "sm2"
                         << "{}";
}

void TestForge::keys_everyType_signsAndVerifies() {
    QFETCH(QString, key);
    QFETCH(QString, signature);
    const Case one = made("{ root: {key: " + key.toStdString() +
                          "}, leaf: {issuer: root, signature: " + signature.toStdString() + "} }");
    const auto root = parsed(one, "root");
    const auto leaf = parsed(one, "leaf");
    QVERIFY(root && leaf);
    if (key == "sm2") { // the usual identifier of GB/T 32918, which X509_verify does not set by itself
        ASN1_OCTET_STRING* const id = ASN1_OCTET_STRING_new();
        ASN1_OCTET_STRING_set(id, reinterpret_cast<const unsigned char*>("1234567812345678"), 16);
        X509_set0_distinguishing_id(leaf.get(), id);
    }
    QVERIFY(X509_get0_pubkey(root.get()) != nullptr);
    QCOMPARE(X509_verify(leaf.get(), X509_get0_pubkey(root.get())), 1);
}

void TestForge::crl_defaults_isAcceptedAndRevokes() {
    const Case clean = made("{ root: {}, leaf: {issuer: root} }", "crl-list: { list: {} }");
    QCOMPARE(verifies(clean), QString("ok"));
    const Case revoked = made("{ root: {}, leaf: {issuer: root} }",
                              "crl-list: { list: { entries: [ {of: leaf, reason: key-compromise} ] } }");
    QCOMPARE(verifies(revoked), QString("certificate revoked"));
}

void TestForge::circle_crossSigned_isMade() {
    const Case circle = made("{ a: {issuer: b}, b: {issuer: a}, leaf: {issuer: a} }", "trusted: [ a ]");
    QCOMPARE(X509_verify(parsed(circle, "a").get(), X509_get0_pubkey(parsed(circle, "b").get())), 1);
    QCOMPARE(X509_verify(parsed(circle, "b").get(), X509_get0_pubkey(parsed(circle, "a").get())), 1);
    QCOMPARE(circle.untrusted, std::vector<std::string>{"b"});
}

void TestForge::malformed_isInTheOctets_data() {
    QTest::addColumn<QString>("leaf");
    QTest::addColumn<QString>("hex");
    QTest::newRow("negative serial") << "serial: ff"
                                     << "a003020102 0201ff";
    QTest::newRow("zero serial") << "serial: 00"
                                 << "a003020102 020100";
    QTest::newRow("empty serial") << "serial: ''"
                                  << "a003020102 0200";
    QTest::newRow("long serial") << "serial: 7f00000000000000000000000000000000000000aa"
                                 << "02157f00000000000000000000000000000000000000aa";
    QTest::newRow("padded serial") << "serial: 0001"
                                   << "02020001";
    QTest::newRow("serial with a long length") << "{serial: 05, longer-length: [serial]}"
                                               << "02810105";
    QTest::newRow("version 1 written") << "version: explicit-1"
                                       << "a003020100";
    QTest::newRow("version 7") << "version: 7"
                               << "a003020106";
    QTest::newRow("utc") << "not-after: {utc: '2612312359Z'}"
                         << "170b3236313233313233 35395a";
    QTest::newRow("generalized") << "not-after: {generalized: '20261231235959.5Z'}"
                                 << "2e355a";
    QTest::newRow("year 2050") << "not-after: 2050-01-01"
                               << "180f32303530";
    QTest::newRow("raw time") << "not-after: {text: x, tag: 12}"
                              << "0c0178";
    QTest::newRow("empty subject") << "subject: []"
                                   << "5a 3000 3059";
    QTest::newRow("multi-valued") << "subject: [[ 'CN=a', 'O:printable=b' ]]"
                                  << "3114 3008 0603550403 0c0161 3008 060355040a 130162";
    QTest::newRow("bmp") << "subject: 'CN:bmp=é'"
                         << "1e0200e9";
    QTest::newRow("universal") << "subject: 'CN:universal=é'"
                               << "1c04000000e9";
    QTest::newRow("raw name") << "subject: {der: 3003310130}"
                              << "3003310130";
    QTest::newRow("path length") << "basic-constraints: {path-length: -1}"
                                 << "551d13 0101ff 0405 3003 0201ff";
    QTest::newRow("huge path length")
        << "basic-constraints: {ca: true, path-length: 'hex:00ffffffffffffffffff'}"
        << "020a00ffffffffffffffffff";
    QTest::newRow("ber true") << "basic-constraints: {ca: ber-true, critical: ber-true}"
                              << "010101 0405 3003 010101";
    QTest::newRow("critical false") << "san: {critical: explicit-false, value: ['DNS:a']}"
                                    << "551d11 010100 0405 3003 820161";
    QTest::newRow("trailing") << "san: {trailing: 0500}"
                              << "636f6d 0500";
    QTest::newRow("empty key usage") << "key-usage: []"
                                     << "551d0f 0101ff 0403 030100";
    QTest::newRow("eku empty") << "eku: []"
                               << "551d25 0402 3000";
    QTest::newRow("address") << "san: ['IP:10.0.0.1', 'IP:::1', 'IP:hex:0a00']"
                             << "87020a00";
    QTest::newRow("constraint")
        << "name-constraints: {permitted: ['IP:10.0.0.0/8', {base: 'DNS:a', minimum: 1, maximum: 2}]}"
        << "a017 300a 8708 0a000000ff000000 3009 820161 800101 810102";
    QTest::newRow("policy") << "policies: [1.2.3, {oid: any, cps: 'x'}]"
                            << "3004 06022a03 ";
    QTest::newRow("mapping") << "policy-mappings: ['1.2.3=1.2.4']"
                             << "3008 06022a03 06022a04";
    QTest::newRow("unknown critical") << "extensions: [{oid: 1.2.3.4, critical: true, der: 0500}]"
                                      << "06032a0304 0101ff 0402 0500";
    QTest::newRow("inner unlike outer") << "signature: {inner: ecdsa-sha384}"
                                        << "300a06082a8648ce3d040303 300f310d300b0603550403";
    QTest::newRow("even exponent") << "key: {type: rsa, bits: 1024, exponent: 4}"
                                   << "020104";
    QTest::newRow("unique id") << "subject-unique-id: 55"
                               << "82020055";
    QTest::newRow("patch") << "{serial: 42, patch: {find: 020142, replace: 020143}}"
                           << "020143";
}

void TestForge::malformed_isInTheOctets() {
    QFETCH(QString, leaf);
    QFETCH(QString, hex);
    std::string text = leaf.toStdString();
    if (text.starts_with("{serial"))
        text = text.substr(1, text.size() - 2);
    const Case one = made("{ root: {}, leaf: {issuer: root, " + text + "} }");
    QVERIFY2(holds(one.certificate("leaf").der, hex.remove(' ').toStdString()),
             qPrintable(QString::fromStdString(base::toHex(one.certificate("leaf").der))));
}

void TestForge::malformedCrl_isInTheOctets_data() {
    QTest::addColumn<QString>("crl");
    QTest::addColumn<QString>("hex");
    QTest::newRow("version 3") << "version: 3"
                               << "020102 300a";
    QTest::newRow("delta") << "delta: 5"
                           << "551d1b 0101ff 0403 020105";
    QTest::newRow("idp") << "idp: {only-user: true, indirect: explicit-false}"
                         << "3006 8101ff 840100";
    QTest::newRow("reasons") << "idp: {reasons: [key-compromise]}"
                             << "83020640";
    QTest::newRow("no end") << "next-update: ~"
                            << "3236303530313030303030305a a0";
    QTest::newRow("empty list") << "empty-entries: true"
                                << "5a 3000 a0";
    QTest::newRow("remove") << "entries: [{of: leaf, reason: remove-from-crl}]"
                            << "551d15 0403 0a0108";
    QTest::newRow("certificate issuer") << "entries: [{of: leaf, certificate-issuer: root}]"
                                        << "551d1d 0101ff";
    QTest::newRow("unknown critical") << "entries: [{of: leaf, extensions: [{oid: 1.2.3, critical: true}]}]"
                                      << "06022a03 0101ff 0402 0500";
}

void TestForge::malformedCrl_isInTheOctets() {
    QFETCH(QString, crl);
    QFETCH(QString, hex);
    const Case one =
        made("{ root: {}, leaf: {issuer: root} }", "crl-list: { list: {" + crl.toStdString() + "} }");
    QVERIFY2(holds(one.crls.at(0).der, hex.remove(' ').toStdString()),
             qPrintable(QString::fromStdString(base::toHex(one.crls.at(0).der))));
    QVERIFY(parsedCrl(one) != nullptr);
}

void TestForge::signature_corrupt_doesNotVerify() {
    const Case one = made("{ root: {}, leaf: {issuer: root, signature: {corrupt: true}} }");
    QCOMPARE(verifies(one), QString("certificate signature failure"));
}

void TestForge::expectations_everyForm_isRead() {
    const Case one = forge::makeFromText("chain: {root: {}, leaf: {issuer: root}}\n"
                                         "policy: {service: valid, rfc5280: [a.b], webpki: {valid: true, "
                                         "findings: [c.d], path: [leaf, root]}}");
    QCOMPARE(one.expectations.size(), std::size_t{3});
    QVERIFY(one.expectations[0].valid && !one.expectations[1].valid && one.expectations[2].valid);
    QCOMPARE(one.expectations[1].findings.at(0), std::string("a.b"));
    QCOMPARE(one.expectations[2].path.size(), std::size_t{2});
}

void TestForge::mistakes_inACase_areRefused_data() {
    QTest::addColumn<QString>("yaml");
    QTest::newRow("unknown key") << "{chain: {leaf: {sann: []}}, expected: {valid: true}}";
    QTest::newRow("unknown ask") << "{chain: {leaf: {}}, ask: {hots: a}, expected: {valid: true}}";
    QTest::newRow("unknown issuer") << "{chain: {leaf: {issuer: b}}, expected: {valid: true}}";
    QTest::newRow("twice") << "{chain: {leaf: {}, leaf: {}}, expected: {valid: true}}";
    QTest::newRow("unknown policy") << "{chain: {leaf: {}}, policy: {rfc: valid}}";
    QTest::newRow("nothing expected") << "{chain: {leaf: {}}}";
    QTest::newRow("no leaf") << "{chain: {root: {}}, expected: {valid: true}}";
    QTest::newRow("no hex") << "{chain: {leaf: {serial: xx}}, expected: {valid: true}}";
    QTest::newRow("key in a circle") << "{chain: {leaf: {key: {same-as: x}}}, expected: {valid: true}}";
}

void TestForge::mistakes_inACase_areRefused() {
    QFETCH(QString, yaml);
    QVERIFY_EXCEPTION_THROWN(forge::makeFromText(yaml.toStdString()), std::runtime_error);
}

void TestForge::batchLine_fullAsk_hasEverything() {
    const Case one =
        made("{ root: {}, leaf: {issuer: root} }",
             "ask: {host: a.example, max-depth: 3, initial-policies: [1.2.3], explicit-policy: true}\n"
             "crl-list: {list: {}}");
    const QString line = QString::fromStdString(forge::batchLine(one, "webpki"));
    for (const char* const part :
         {R"("host":"a.example")", R"("max_depth":3)", R"("initial_policies":["1.2.3"])",
          R"("explicit_policy":true)", R"("policy":"webpki")", R"("at":"2026-06-01T00:00:00Z")",
          "BEGIN X509 CRL", R"("untrusted":[])"})
        QVERIFY2(line.contains(part), part);
    QVERIFY(!line.contains('\n'));
}

QTEST_GUILESS_MAIN(TestForge)
#include "test_forge.moc"

// Why: containers come from thirty years of browsers, servers and tools; each form opens with its password,
// or is refused with the reason that there is.
#include <ctime>

#include <QTest>

#include "core/document/ber.h"
#include "core/document/open.h"
#include "tests/core/document/key_maker.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using document::Item;
using document::Pkcs12;
using test::bag;
using test::certificateBag;
using test::dataPart;
using test::element;
using test::encryptedPart;
using test::integer;
using test::MacKind;
using test::MacOrder;
using test::octets;
using test::oid;
using test::pfx;
using test::sequence;

namespace {

const Identity& leaf() {
    static const Identity one = issue(serverSpec(), ecKey());
    return one;
}

document::OpenResult<document::Pkcs12Contents> openedWith(const std::string& content,
                                                          std::string_view password) {
    document::ParsedFile file = test::parsed(content);
    if (file.items.size() != 1 || !std::holds_alternative<Pkcs12>(file.items[0].object)) {
        const auto fault = file.damages.empty() ? std::nullopt : file.damages[0].fault;
        return tl::unexpected(document::OpenError{document::OpenFailure::Damaged, "not parsed", fault});
    }
    return document::openPkcs12Contents(std::get<Pkcs12>(file.items[0].object), secretOf(password), access());
}

// outcome names the objects and, with a dash, what was set aside; or why there are none.
std::string outcome(const std::string& content, std::string_view password) {
    auto opened = openedWith(content, password);
    if (opened) {
        std::string text = test::describe({std::move(opened->items), {}});
        for (const document::Aside& aside : opened->asides)
            text += (text.empty() ? "-" : " -") + aside.what;
        return text;
    }
    constexpr const char* names[] = {"wrong password", "unsupported", "damaged"};
    const auto& error = opened.error();
    const std::string name = names[static_cast<int>(error.failure)];
    return error.fault ? name + ": " + std::string(faultName(*error.fault)) : name;
}

std::string keyBag() {
    return bag(1, keyDer(*ecKey()));
}
std::string shroudedBag(std::string_view password) {
    return bag(2, test::encryptedKeyOf(keyDer(*ecKey()), password));
}

// inPieces writes an OCTET STRING as old browsers did: constructed, of indefinite length, in pieces.
std::string inPieces(unsigned tag, const std::string& content) {
    std::string out(1, static_cast<char>(tag));
    out += '\x80';
    for (std::size_t at = 0; at < content.size(); at += 1000)
        out += octets(content.substr(at, 1000));
    return out + std::string(2, '\0');
}
std::string indefinite(unsigned tag, const std::string& content) {
    return std::string(1, static_cast<char>(tag)) + '\x80' + content + std::string(2, '\0');
}

} // namespace

class TestPkcs12Forms : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void container_writtenByTheCommandLine_opens_data();
    void container_writtenByTheCommandLine_opens();
    void container_mac_isCheckedOrRefused_data();
    void container_mac_isCheckedOrRefused();
    void container_form_opensOrIsNamed_data();
    void container_form_opensOrIsNamed();
    void container_passwordForms_areToldApart();
    void container_wideOctetsForPbes2_open();
    void container_namesAndIds_areReadAndPair();
    void container_keyOfAnotherPassword_staysEncrypted();
    void container_ofBrowsers_opens();
    void ber_malformed_isNothing_data();
    void ber_malformed_isNothing();
    void pkcs7_otherKinds_areNamed_data();
    void pkcs7_otherKinds_areNamed();
    void container_hostileWork_isBounded();
};

void TestPkcs12Forms::container_writtenByTheCommandLine_opens_data() {
    QTest::addColumn<std::string>("content");
    const test::TemporaryFolder folder;
    folder.write("source.pem", pem(leaf()) + keyPem(*ecKey()));
    std::vector<std::pair<std::string, std::string>> orders;
    for (const char* scheme :
         {"PBE-SHA1-RC4-128", "PBE-SHA1-RC4-40",  "PBE-SHA1-3DES", "PBE-SHA1-2DES", "PBE-SHA1-RC2-128",
          "PBE-SHA1-RC2-40",  "PBE-MD5-DES",      "PBE-SHA1-DES",  "AES-128-CBC",   "AES-192-CBC",
          "AES-256-CBC",      "CAMELLIA-256-CBC", "ARIA-128-CBC",  "SM4-CBC",       "DES-EDE3-CBC",
          "RC2-CBC",          "BF-CBC",           "CAST5-CBC",     "SEED-CBC",      "NONE"})
        orders.emplace_back(scheme, std::string("-keypbe ") + scheme + " -certpbe " + scheme);
    for (const char* digest : {"MD5", "SHA1", "SHA224", "SHA256", "SHA384", "SHA512", "SHA512-256",
                               "SHA3-256", "SHA3-512", "SM3", "RIPEMD160"})
        orders.emplace_back(std::string("MAC ") + digest, std::string("-macalg ") + digest);
    orders.emplace_back("no MAC", "-nomac");
    orders.emplace_back("one round", "-iter 1 -maciter");
    std::string script = "cd '" + folder.path() + "'\n";
    for (const auto& [name, arguments] : orders)
        script += "openssl pkcs12 -export -in source.pem -passout pass:password " + arguments + " -out '" +
                  name + "' -provider default -provider legacy 2>/dev/null\n";
    test::runProgram("sh", {"-c", script});
    for (const auto& [name, arguments] : orders)
        QTest::newRow(name.c_str()) << folder.read(name);
}

void TestPkcs12Forms::container_writtenByTheCommandLine_opens() {
    QFETCH(std::string, content);
    QVERIFY(!content.empty());
    QCOMPARE(outcome(content, "password"), std::string("certificate key"));
    QCOMPARE(outcome(content, "wrong"), std::string("wrong password"));
    QCOMPARE(outcome(content, ""), std::string("wrong password"));
}

void TestPkcs12Forms::container_mac_isCheckedOrRefused_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const MacOrder& mac, const char* expected) {
        QTest::newRow(name) << pfx({dataPart({keyBag()})}, "password", mac) << std::string(expected);
    };
    constexpr MacKind pbmac1 = MacKind::Pbmac1;
    row("SHA-256", {}, "key");
    row("no salt", {.salt = {}}, "key");
    row("cut", {.cut = 1}, "damaged: pkcs12-mac");
    row("unknown digest", {.digestOid = "1.2.3.4"}, "unsupported");
    row("Streebog", {.digestOid = "1.2.643.7.1.1.2.3"}, "unsupported");
    row("PBMAC1", {.kind = pbmac1}, "key");
    row("PBMAC1, SHA-512",
        {.kind = pbmac1, .digest = "SHA512", .prf = "1.2.840.113549.2.11", .keyLength = 64}, "key");
    row("PBMAC1, SHA-1", {.kind = pbmac1, .digest = "SHA1", .prf = "1.2.840.113549.2.7", .keyLength = 20},
        "key");
    row("PBMAC1, shorter key", {.kind = pbmac1, .keyLength = 20}, "key");
    row("PBMAC1, key too short", {.kind = pbmac1, .keyLength = 19}, "damaged: pkcs12-mac");
    row("PBMAC1, no key length", {.kind = pbmac1, .keyLength = 0}, "damaged: pkcs12-mac");
    row("PBMAC1, negative key length", {.kind = pbmac1, .keyLength = -5}, "damaged: pkcs12-mac");
    row("PBMAC1, huge key length", {.kind = pbmac1, .keyLength = 1LL << 40}, "damaged: pkcs12-mac");
    row("PBMAC1, cut", {.kind = pbmac1, .cut = 1}, "damaged: pkcs12-mac");
    row("PBMAC1, unknown function", {.kind = pbmac1, .prf = "1.2.3.4"}, "unsupported");
    row("PBMAC1, many rounds", {.kind = pbmac1, .salt = "s", .iterations = 20000}, "key");
}

void TestPkcs12Forms::container_mac_isCheckedOrRefused() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(outcome(content, "password")), QString::fromStdString(expected));
    if (expected == "key") {
        QCOMPARE(outcome(content, "wrong"), std::string("wrong password"));
    }
}

void TestPkcs12Forms::container_form_opensOrIsNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const std::string& content, const char* expected) {
        QTest::newRow(name) << content << std::string(expected);
    };
    const std::string certificate = certificateBag(der(leaf()));
    const MacOrder noMac{.kind = MacKind::None};
    const auto one = [](const std::string& content) { return pfx({dataPart({content})}, "password"); };
    row("plain key", one(keyBag()), "key");
    row("shrouded key", one(shroudedBag("password")), "key");
    row("nested contents", one(bag(6, sequence({bag(6, sequence({keyBag(), certificate}))}))),
        "key certificate");
    row("list", one(test::crlBag(test::thing("crl").der)), "crl");
    row("secret",
        pfx({dataPart({keyBag(), bag(5, sequence({oid("1.2.3"), element(0xA0, octets("s"))}))})}, "password"),
        "key -secretBag");
    row("SDSI certificate",
        one(bag(3, sequence({oid("1.2.840.113549.1.9.22.2"), element(0xA0, element(0x16, "x"))}))),
        "-sdsiCertificate");
    row("unknown bag", one(sequence({oid("1.2.3.4"), element(0xA0, integer(1))})), "-1.2.3.4");
    row("encrypted part", pfx({encryptedPart({certificate, keyBag()}, "password")}, "password"),
        "certificate key");
    row("no MAC, encrypted", pfx({encryptedPart({certificate}, "password")}, {}, noMac), "certificate");
    row("two keys", pfx({dataPart({keyBag(), bag(1, keyDer(*rsaKey()))})}, "password"), "key key");
    row("nothing in it", pfx({}, "password"), "");
    row("version 2", pfx({dataPart({keyBag()})}, "password", {}, 2), "damaged: pkcs12-version");
    row("version 4", pfx({dataPart({keyBag()})}, "password", {}, 4), "damaged: pkcs12-version");
    row("empty certificate", one(bag(3, sequence({oid("1.2.840.113549.1.9.22.1")}))),
        "damaged: pkcs12-content");
    row("certificate that is NULL",
        one(bag(3, sequence({oid("1.2.840.113549.1.9.22.1"), element(0xA0, element(5, {}))}))),
        "damaged: pkcs12-content");
    row("certificate that is none", one(certificateBag("x")), "damaged: pkcs12-content");
    row("malformed key", one(bag(1, sequence({integer(5)}))), "damaged: structure");
    row("part without content", pfx({sequence({oid("1.2.840.113549.1.7.1")})}, "password"),
        "damaged: pkcs12-content");
    row("enveloped part",
        pfx({sequence({oid("1.2.840.113549.1.7.3"), element(0xA0, sequence({}))})}, "password"),
        "unsupported");
    row("signed as a whole",
        sequence({integer(3), sequence({oid("1.2.840.113549.1.7.2"), element(0xA0, sequence({}))})}),
        "unsupported");
    row("content that is NULL",
        sequence({integer(3), sequence({oid("1.2.840.113549.1.7.1"), element(0xA0, element(5, {}))})}),
        "damaged: pkcs12-content");
    std::string deep = keyBag();
    for (int i = 0; i < 12; ++i)
        deep = bag(6, sequence({deep}));
    row("nested too deeply", one(deep), "damaged: pkcs12-content");
    const std::string boolean = sequence({oid("1.2.840.113549.1.9.20"), test::set({element(1, "\xFF")})});
    row("a name that is a BOOLEAN", one(bag(1, keyDer(*ecKey()), boolean)), "key");
    row("attributes that are none", one(bag(1, keyDer(*ecKey()), integer(7))), "key");
}

void TestPkcs12Forms::container_form_opensOrIsNamed() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(outcome(content, "password")), QString::fromStdString(expected));
}

void TestPkcs12Forms::container_passwordForms_areToldApart() {
    // An empty password is two zero octets to PKCS#12; no password is none.
    const std::string empty = pkcs12(leaf(), {}, "");
    QCOMPARE(outcome(empty, ""), std::string("certificate key"));
    QCOMPARE(outcome(empty, "x"), std::string("wrong password"));
    const test::TemporaryFolder folder;
    folder.write("s", pem(leaf()) + keyPem(*ecKey()));
    const std::string chinese = "证书密码";
    const test::Outcome made =
        test::runProgram("openssl", {"pkcs12", "-export", "-in", folder.path() + "/s", "-passout",
                                     "pass:" + chinese, "-macalg", "SHA1"});
    QCOMPARE(outcome(made.out, chinese), std::string("certificate key"));
    QCOMPARE(outcome(made.out, "证书"), std::string("wrong password"));
}

void TestPkcs12Forms::container_wideOctetsForPbes2_open() {
    // 证😀 in UTF-16, ended by zeros, as NSS gave it to PBES2.
    const std::string wide("\x8B\xC1\xD8\x3D\xDE\x00\0\0", 8);
    const std::string key = bag(2, test::encryptedKeyOf(keyDer(*ecKey()), wide));
    const std::string part = encryptedPart({certificateBag(der(leaf()))}, wide);
    QCOMPARE(outcome(pfx({dataPart({key}), part}, "证😀"), "证😀"), std::string("key certificate"));
    QCOMPARE(outcome(pfx({part}, {}, {.kind = MacKind::None}), "证😀"), std::string("certificate"));
    QCOMPARE(outcome(pfx({part}, {}, {.kind = MacKind::None}), "证"), std::string("wrong password"));
}

void TestPkcs12Forms::container_namesAndIds_areReadAndPair() {
    const Identity other = issue(serverSpec("other.example"), rsaKey());
    const std::string first = test::friendlyName("first") + test::localKeyId("\x01");
    const std::string second = test::friendlyName("second") + test::localKeyId("\x02");
    const std::string chinese =
        sequence({oid("1.2.840.113549.1.9.20"),
                  test::set({element(0x1E, std::string("\x8B\xC1\x4E\x66\xD8\x3D\xDE\x00", 8))})});
    const auto opened =
        openedWith(pfx({dataPart({bag(2, test::encryptedKeyOf(keyDer(*ecKey()), "another"), first),
                                  bag(1, keyDer(*rsaKey()), second), certificateBag(der(other), second),
                                  certificateBag(der(leaf()), first),
                                  certificateBag(test::thing("certificate").der, chinese)})},
                       "password"),
                   "password");
    QVERIFY(opened && opened->items.size() == 5);
    const std::vector<Item>& items = opened->items;
    QCOMPARE(items[0].friendlyName, std::string("first"));
    QVERIFY(items[1].localKeyId == base::Bytes{2});
    QCOMPARE(items[4].friendlyName, std::string("证书😀"));
    QVERIFY(std::holds_alternative<document::EncryptedKey>(items[0].object));
    QVERIFY(document::certificateOf(items, 0) == std::optional<std::size_t>(3));
    QVERIFY(document::certificateOf(items, 1) == std::optional<std::size_t>(2));
}

void TestPkcs12Forms::container_keyOfAnotherPassword_staysEncrypted() {
    const std::string content =
        pfx({dataPart({shroudedBag("another")}), dataPart({certificateBag(der(leaf()))})}, "password");
    QCOMPARE(outcome(content, "password"), std::string("encrypted-key certificate"));
    const auto opened = openedWith(content, "password");
    const auto key = document::openKey(std::get<document::EncryptedKey>(opened->items[0].object),
                                       secretOf("another"), access());
    QVERIFY(key && key->facts.publicKeyInfo == ecKey()->facts.publicKeyInfo);
    // Without a MAC nobody knows which password is the container's.
    const std::string bare = pfx({dataPart({shroudedBag("another")})}, {}, {.kind = MacKind::None});
    QCOMPARE(outcome(bare, "password"), std::string("wrong password"));
    QCOMPARE(outcome(bare, "another"), std::string("key"));
}

void TestPkcs12Forms::container_ofBrowsers_opens() {
    // As Netscape and old Java wrote it: indefinite lengths outside and inside, strings in pieces.
    const std::string bags = indefinite(0x30, keyBag() + certificateBag(der(leaf())));
    const std::string data = oid("1.2.840.113549.1.7.1");
    const std::string part = indefinite(0x30, data + indefinite(0xA0, inPieces(0x24, bags)));
    const test::Encrypted sealed = test::encrypted(indefinite(0x30, certificateBag(der(leaf()))), "password");
    const std::string content = indefinite(0x30, data + sealed.algorithm + inPieces(0xA0, sealed.content));
    const std::string second = indefinite(0x30, oid("1.2.840.113549.1.7.6") +
                                                    indefinite(0xA0, indefinite(0x30, integer(0) + content)));
    const std::string safe = indefinite(0x30, part + second);
    const std::string whole =
        indefinite(0x30, integer(3) + indefinite(0x30, data + indefinite(0xA0, inPieces(0x24, safe))));
    QCOMPARE(outcome(whole, "password"), std::string("key certificate certificate"));
    QCOMPARE(outcome(whole, "wrong"), std::string("wrong password"));
    QCOMPARE(test::describe(test::parsed(whole.substr(0, whole.size() - 3))), std::string("!bad-content:0"));
}

void TestPkcs12Forms::ber_malformed_isNothing_data() {
    QTest::addColumn<std::string>("octets");
    QTest::newRow("nothing") << std::string();
    QTest::newRow("no end") << std::string("\x30\x80\x02\x01\x01", 5);
    QTest::newRow("half an end") << std::string("\x30\x80\x02\x01\x01\x00", 6);
    QTest::newRow("indefinite and primitive") << std::string("\x04\x80\x00\x00", 4);
    QTest::newRow("a number among pieces") << std::string("\x24\x80\x02\x01\x01\x00\x00", 7);
    QTest::newRow("length past the end") << std::string("\x30\x05\x02\x01\x01", 5);
    QTest::newRow("piece past its string") << std::string("\x24\x03\x04\x05\x01", 5);
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "\x30\x80";
    QTest::newRow("deep") << deep;
    std::string many = "\x30\x80";
    for (int i = 0; i < 300000; ++i)
        many += std::string("\x05\x00", 2);
    QTest::newRow("many") << many + std::string(2, '\0');
}

void TestPkcs12Forms::ber_malformed_isNothing() {
    QFETCH(std::string, octets);
    QVERIFY(!document::derOfBer(base::viewOf(octets), access()));
}

void TestPkcs12Forms::pkcs7_otherKinds_areNamed_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("expected");
    const test::TemporaryFolder folder;
    folder.write("c", pem(leaf()));
    folder.write("k", keyPem(*ecKey()));
    folder.write("r", pem(server(authority())));
    const auto made = [&](const std::string& arguments) {
        return test::runProgram("sh",
                                {"-c", "cd '" + folder.path() + "'; echo text | openssl cms " + arguments})
            .out;
    };
    QTest::newRow("signed, PEM") << made("-sign -nodetach -signer c -inkey k -outform PEM")
                                 << std::string("certificate");
    QTest::newRow("signed, DER") << made("-sign -signer c -inkey k -outform DER")
                                 << std::string("certificate");
    QTest::newRow("enveloped") << made("-encrypt -outform PEM r") << std::string("~cms-encrypted");
    QTest::newRow("digest") << made("-digest_create -outform PEM") << std::string("-pkcs7-digestData");
    QTest::newRow("data") << made("-data_create -outform DER") << std::string("-pkcs7-data");
}

void TestPkcs12Forms::pkcs7_otherKinds_areNamed() {
    QFETCH(std::string, content);
    QFETCH(std::string, expected);
    const document::ParsedFile file = test::parsed(content);
    std::string text = test::describe(file);
    for (const document::Aside& aside : file.asides)
        text += '-' + aside.what;
    QCOMPARE(QString::fromStdString(text), QString::fromStdString(expected));
}

void TestPkcs12Forms::container_hostileWork_isBounded() {
    // The budget is the file's: each key alone would be within it.
    const auto key = [](long long rounds) {
        const std::string algorithm =
            sequence({oid("1.2.840.113549.1.12.1.3"), sequence({octets("saltsalt"), integer(rounds)})});
        return bag(2, sequence({algorithm, octets(std::string(64, 'x'))}));
    };
    const std::string content = pfx({dataPart({key(50'000), key(9'990'000)})}, "password");
    const std::clock_t start = std::clock();
    QCOMPARE(outcome(content, "password"), std::string("unsupported: work"));
    QVERIFY((std::clock() - start) / CLOCKS_PER_SEC < 5);
}

QTEST_APPLESS_MAIN(TestPkcs12Forms)
#include "test_pkcs12_forms.moc"

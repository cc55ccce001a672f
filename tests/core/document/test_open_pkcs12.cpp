// Why: a PKCS#12 container gives up its key and chain to the right password, whoever wrote it.
#include <ctime>

#include <QTest>

#include "core/document/open.h"
#include "core/secret/charset.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;
using document::Item;
using document::OpenFailure;
using document::Pkcs12;

namespace {

// milliseconds is processor time since `start`, which a busy machine does not lengthen.
long milliseconds(std::clock_t start) {
    return static_cast<long>((std::clock() - start) * 1000 / CLOCKS_PER_SEC);
}

constexpr const char* chinese = "证书密码";

const Identity& ca() {
    static const Identity one = authority();
    return one;
}

const Identity& leaf() {
    static const Identity one = server(ca());
    return one;
}

Pkcs12 containerIn(const std::string& content) {
    document::ParsedFile file = test::parsed(content);
    return file.items.size() == 1 ? std::get<Pkcs12>(std::move(file.items[0].object)) : Pkcs12{};
}

std::string outcome(const std::string& content, std::string_view password) {
    auto opened = document::openPkcs12(containerIn(content), secretOf(password), access());
    if (opened)
        return test::describe({std::move(*opened), {}});
    constexpr const char* names[] = {"wrong password", "unsupported scheme", "damaged"};
    return names[static_cast<int>(opened.error().failure)];
}

} // namespace

class TestOpenPkcs12 : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void openPkcs12_styleAndPassword_givesAllWithTheRightOneOnly_data();
    void openPkcs12_styleAndPassword_givesAllWithTheRightOneOnly();
    void openPkcs12_contents_areExactAndMarked();
    void openPkcs12_rawOctetsOfAnOldWriter_open();
    void openPkcs12_gb18030Octets_open();
    void openPkcs12_writtenByTheCommandLine_opens_data();
    void openPkcs12_writtenByTheCommandLine_opens();
    void openPkcs12_absurdMac_isRefusedQuickly();
    void openPkcs12_octetsThatAreNone_areDamaged();
};

void TestOpenPkcs12::openPkcs12_styleAndPassword_givesAllWithTheRightOneOnly_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("password");
    for (const Pkcs12Style style : {Pkcs12Style::Modern, Pkcs12Style::Legacy}) {
        for (const std::string password : {"password", chinese, "", "😀 beyond the first plane"})
            QTest::addRow("%s, \"%s\"", style == Pkcs12Style::Modern ? "modern" : "legacy", password.c_str())
                << pkcs12(leaf(), {ca().certificate}, password, style) << password;
    }
}

void TestOpenPkcs12::openPkcs12_styleAndPassword_givesAllWithTheRightOneOnly() {
    QFETCH(std::string, content);
    QFETCH(std::string, password);
    QCOMPARE(outcome(content, password), std::string("certificate certificate key"));
    QCOMPARE(outcome(content, password + "x"), std::string("wrong password"));
    QCOMPARE(outcome(content, "密码"), std::string("wrong password"));
}

void TestOpenPkcs12::openPkcs12_contents_areExactAndMarked() {
    const Pkcs12 container = containerIn(pkcs12(leaf(), {ca().certificate}, chinese));
    const auto items = document::openPkcs12(container, secretOf(chinese), access());
    QVERIFY(items && items->size() == 3);
    for (const Item& item : *items)
        QVERIFY(item.container == document::Container::Pkcs12);
    QVERIFY(std::get<Certificate>((*items)[0].object).der == leaf().certificate.der);
    QVERIFY(std::get<Certificate>((*items)[1].object).der == ca().certificate.der);
    QVERIFY(std::get<PrivateKey>((*items)[2].object).facts.publicKeyInfo == leaf().key->facts.publicKeyInfo);
}

void TestOpenPkcs12::openPkcs12_rawOctetsOfAnOldWriter_open() {
    // Every octet of 文 (E6 96 87) as a character of its own.
    const std::string written = "\xC3\xA6\xC2\x96\xC2\x87";
    const std::string content = pkcs12(leaf(), {}, written, Pkcs12Style::Legacy);
    QCOMPARE(outcome(content, "文"), std::string("certificate key"));
    QCOMPARE(outcome(content, "字"), std::string("wrong password"));
}

void TestOpenPkcs12::openPkcs12_gb18030Octets_open() {
    const auto octets = secret::toGb18030(secretOf(chinese), access());
    QVERIFY(octets.has_value());
    const std::string password(base::textOf(octets->reveal(access())));
    for (const Pkcs12Style style : {Pkcs12Style::Modern, Pkcs12Style::Legacy}) {
        const std::string content = pkcs12(leaf(), {}, password, style);
        QCOMPARE(outcome(content, chinese), std::string("wrong password"));
        QCOMPARE(outcome(content, password), std::string("certificate key"));
    }
}

void TestOpenPkcs12::openPkcs12_writtenByTheCommandLine_opens_data() {
    QTest::addColumn<std::vector<std::string>>("arguments");
    QTest::addColumn<std::string>("holds");
    const auto row = [](const char* name, const std::vector<std::string>& arguments, const char* holds) {
        QTest::newRow(name) << arguments << std::string(holds);
    };
    row("as it is", {}, "certificate key");
    row("nothing encrypted", {"-keypbe", "NONE", "-certpbe", "NONE"}, "certificate key");
    row("without MAC", {"-nomac"}, "certificate key");
    row("nothing but certificates", {"-nokeys"}, "certificate");
    row("one round", {"-noiter", "-nomaciter"}, "certificate key");
    row("3DES", {"-keypbe", "PBE-SHA1-3DES", "-certpbe", "PBE-SHA1-3DES", "-macalg", "SHA1"},
        "certificate key");
    row("legacy", {"-legacy"}, "certificate key");
}

void TestOpenPkcs12::openPkcs12_writtenByTheCommandLine_opens() {
    QFETCH(std::vector<std::string>, arguments);
    QFETCH(std::string, holds);
    const test::TemporaryFolder folder;
    const std::string source = folder.write("source.pem", pem(leaf()) + keyPem(*leaf().key));
    std::vector<std::string> all{"pkcs12", "-export", "-in", source, "-passout", "pass:password"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const test::Outcome written = test::runProgram("openssl", all);
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(outcome(written.out, "password"), holds);
    QCOMPARE(outcome(written.out, "wrong"), std::string("wrong password"));
}

void TestOpenPkcs12::openPkcs12_absurdMac_isRefusedQuickly() {
    // With 100000 rounds the MAC's number, which stands last, is 02 03 01 86 A0; 10 octets before it end the
    // salt's header. The lengths stay right if the salt (8 octets) gives one octet to the number.
    std::string content = pkcs12(leaf(), {}, "password", Pkcs12Style::Modern, 100000);
    const std::string count("\x02\x03\x01\x86\xA0", 5);
    const std::size_t at = content.rfind(count);
    QVERIFY(at != std::string::npos && content.substr(at - 10, 2) == std::string("\x04\x08", 2));
    content.replace(at - 10, 15, std::string("\x04\x07saltsal\x02\x04\x7F\xFF\xFF\xFF", 15));
    const std::clock_t start = std::clock();
    QCOMPARE(outcome(content, "password"), std::string("unsupported scheme"));
    QVERIFY(milliseconds(start) < 500);
}

void TestOpenPkcs12::openPkcs12_octetsThatAreNone_areDamaged() {
    const auto opened = document::openPkcs12({base::toBytes("nothing"), {}}, secretOf("password"), access());
    QVERIFY(!opened && opened.error().failure == OpenFailure::Damaged);
}

QTEST_APPLESS_MAIN(TestOpenPkcs12)
#include "test_open_pkcs12.moc"

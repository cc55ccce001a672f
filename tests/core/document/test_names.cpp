// Why: an issuer is found by its name; two names are equal exactly when OpenSSL, and so every service, says
// so.
#include <memory>

#include <QTest>
#include <openssl/x509.h>

#include "core/document/make_parts.h"
#include "core/document/names.h"

using namespace certwright;
using document::NameParts;

Q_DECLARE_METATYPE(certwright::document::NameParts)

class TestNames : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void names_compare_asOpenSslDoes();
    void nameOf_otherStringTypes_areTheSameName();
    void nameOf_multiValued_orderWithinDoesNotMatter();
    void nameOf_text_isRfc4514_data();
    void nameOf_text_isRfc4514();
    void nameOf_malformed_isUnreadable();
    void ipText_address_usualForm_data();
    void ipText_address_usualForm();
};

void TestNames::names_compare_asOpenSslDoes() {
    const std::vector<NameParts> all{
        {},
        {{"CN", "server"}},
        {{"CN", "SERVER"}},
        {{"CN", "  ser  ver "}},
        {{"CN", "ser ver"}},
        {{"CN", "ser\tver"}},
        {{"O", "server"}},
        {{"CN", "证书"}},
        {{"CN", "证 书"}},
        {{"CN", "ÄÖ"}},
        {{"CN", "äö"}},
        {{"C", "CN"}, {"CN", "x"}},
        {{"CN", "x"}, {"C", "CN"}},
        {{"C", "cn"}, {"CN", "X"}},
        {{"emailAddress", "A@b.example"}},
        {{"emailAddress", "a@b.example"}},
        {{"CN", "x"}, {"CN", "y"}},
    };
    for (const NameParts& left : all) {
        for (const NameParts& right : all) {
            const auto one = document::nativeName(left);
            const auto other = document::nativeName(right);
            const bool equal = X509_NAME_cmp(one.get(), other.get()) == 0;
            QCOMPARE(*document::nameOf(one.get()) == *document::nameOf(other.get()), equal);
        }
    }
}

void TestNames::nameOf_otherStringTypes_areTheSameName() {
    const auto utf8 = document::nativeName({{"CN", "Root"}});
    for (const int type : {V_ASN1_PRINTABLESTRING, V_ASN1_IA5STRING, V_ASN1_T61STRING}) {
        const document::Part<X509_name_st> other(X509_NAME_new());
        X509_NAME_add_entry_by_txt(other.get(), "CN", type, base::viewOf("Root").data(), 4, -1, 0);
        QVERIFY(*document::nameOf(other.get()) == *document::nameOf(utf8.get()));
        QCOMPARE(document::nameOf(other.get())->text, std::string("CN=Root"));
    }
    const document::Part<X509_name_st> octets(X509_NAME_new());
    X509_NAME_add_entry_by_txt(octets.get(), "CN", V_ASN1_OCTET_STRING, base::viewOf("Root").data(), 4, -1,
                               0);
    QVERIFY(!(*document::nameOf(octets.get()) == *document::nameOf(utf8.get())));
}

void TestNames::nameOf_multiValued_orderWithinDoesNotMatter() {
    const auto made = [](const char* first, const char* second) {
        document::Part<X509_name_st> name(X509_NAME_new());
        X509_NAME_add_entry_by_txt(name.get(), first, MBSTRING_UTF8, base::viewOf("x").data(), 1, -1, 0);
        X509_NAME_add_entry_by_txt(name.get(), second, MBSTRING_UTF8, base::viewOf("x").data(), 1, -1, -1);
        return *document::nameOf(name.get());
    };
    QVERIFY(made("CN", "OU") == made("OU", "CN"));
    QVERIFY(made("CN", "OU").text.find('+') != std::string::npos);
    const auto apart = document::nativeName({{"CN", "x"}, {"OU", "x"}});
    QVERIFY(!(made("CN", "OU") == *document::nameOf(apart.get())));
}

void TestNames::nameOf_text_isRfc4514_data() {
    QTest::addColumn<NameParts>("parts");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* name, const NameParts& parts, const char* text) {
        QTest::newRow(name) << parts << std::string(text);
    };
    row("empty", {}, "");
    row("most specific first", {{"C", "CN"}, {"O", "Org"}, {"CN", "x"}}, "CN=x,O=Org,C=CN");
    row("Chinese", {{"CN", "证书匠"}}, "CN=证书匠");
    row("special characters", {{"O", "a, b + \"c\" <d>; e\\f"}}, "O=a\\, b \\+ \\\"c\\\" \\<d\\>\\; e\\\\f");
    row("blanks at the ends", {{"O", " a "}}, "O=\\ a\\ ");
    row("number sign first", {{"O", "#a"}}, "O=\\#a");
    row("control character", {{"O", "a\nb"}}, "O=a\\0Ab");
}

void TestNames::nameOf_text_isRfc4514() {
    QFETCH(NameParts, parts);
    QFETCH(std::string, text);
    const auto name = document::nativeName(parts);
    QCOMPARE(document::nameOf(name.get())->text, text);
}

void TestNames::nameOf_malformed_isUnreadable() {
    QVERIFY(!document::nameOf(base::ByteView()));
    QVERIFY(!document::nameOf(*base::fromHex("30053103020101")));
    QVERIFY(!document::nameOf(static_cast<const X509_name_st*>(nullptr)));
}

void TestNames::ipText_address_usualForm_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<std::string>("text");
    const auto row = [](const char* hex, const char* text) {
        QTest::newRow(text) << std::string(hex) << std::string(text);
    };
    // The examples of RFC 5952.
    row("c0000201", "192.0.2.1");
    row("20010db8000000000000000000000001", "2001:db8::1");
    row("20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1");
    row("20010db8000000000001000000000001", "2001:db8::1:0:0:1");
    row("20010000000000010000000000000001", "2001:0:0:1::1");
    row("00000000000000000000000000000000", "::");
    row("00000000000000000000000000000001", "::1");
    row("fe800000000000000000000000000000", "fe80::");
    row("0102030405", "0102030405");
}

void TestNames::ipText_address_usualForm() {
    QFETCH(std::string, hex);
    QFETCH(std::string, text);
    QCOMPARE(document::ipText(*base::fromHex(hex)), text);
}

QTEST_APPLESS_MAIN(TestNames)
#include "test_names.moc"

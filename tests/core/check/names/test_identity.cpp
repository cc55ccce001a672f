// Why: a name that matches too much is a hole, one that matches too little an outage.
#include <QTest>

#include "core/check/names/address.h"
#include "core/check/names/identity.h"

using namespace certwright;
using namespace certwright::check::names;

namespace {

// presentedOf reads "DNS:x", "IP:x", "IP:hex:…", "email:x" or "URI:x" into a name over `octets`.
GeneralName presentedOf(const QByteArray& text, base::Bytes& octets) {
    static const std::vector<std::pair<std::string, NameKind>> kinds = {
        {"DNS:", NameKind::Dns}, {"IP:", NameKind::Ip}, {"email:", NameKind::Email}, {"URI:", NameKind::Uri}};
    std::string value = text.toStdString();
    for (const auto& [prefix, kind] : kinds) {
        if (!value.starts_with(prefix))
            continue;
        value = value.substr(prefix.size());
        if (value.starts_with("hex:"))
            octets = base::fromHex(value.substr(4)).value();
        else if (kind == NameKind::Ip)
            octets = addressOf(value).value();
        else
            octets = base::toBytes(value);
        return {kind, octets};
    }
    qFatal("no such name");
}

bool covered(const QByteArray& presented, const std::optional<Asked>& asked,
             WildcardReach reach = WildcardReach::TwoLabels) {
    base::Bytes octets;
    const GeneralName name = presentedOf(presented, octets);
    return asked && covers({name}, *asked, reach);
}

void row(const char* presented, const char* asked, bool expected) {
    const QByteArray title = QByteArray(presented) + " for " + asked + (expected ? "" : ": not");
    QTest::newRow(title.constData()) << QByteArray(presented) << QByteArray(asked) << expected;
}

void columns() {
    QTest::addColumn<QByteArray>("presented");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<bool>("expected");
}

} // namespace

class TestIdentity : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void covers_dnsName_data() {
        columns();
        row("DNS:a.example.com", "a.example.com", true);
        row("DNS:A.EXAMPLE.com", "a.example.COM", true);
        row("DNS:a.example.com", "a.example.com.", true);
        row("DNS:a.example.com", "a.example.com..", false);
        row("DNS:a.example.com.", "a.example.com", false);
        row("DNS:a.example.com.", "a.example.com.", false);
        row("DNS:a.example.com", ".a.example.com", false);
        row("DNS:a.example.com", "b.example.com", false);
        row("DNS:example.com", "a.example.com", false);
        row("DNS:a.example.com", "example.com", false);
        row("DNS:.example.com", "a.example.com", false);
        row("DNS:.example.com", ".example.com", false);
        row("DNS:server", "server", true);
        row("DNS:server", "SERVER.", true);
        row("DNS:my_server.example.com", "my_server.example.com", true);
        row("DNS:1.example.com", "1.example.com", true);
        row("DNS:xn--bcher-kva.example", "xn--bcher-kva.example", true);
        row("DNS:xn--bcher-kva.example", "XN--BCHER-KVA.example", true);
        row("DNS:a.example.com", "a.example.com ", false);
        row("DNS:a.example.com ", "a.example.com", false);
        row("DNS: a.example.com", "a.example.com", false);
        row("DNS:a..com", "a..com", false);
        row("DNS:a.example.com", "https://a.example.com", false);
        row("DNS:a.example.com", "a.example.com:443", false);
        row("DNS:a.example.com", "a.example.com/", false);
        row("URI:https://a.example.com", "a.example.com", false);
        row("email:a.example.com", "a.example.com", false);
        row("DNS:b.example.com\nDNS:a.example.com", "a.example.com", false);
    }
    void covers_dnsName() { compareHost(); }

    void covers_wildcard_data() {
        columns();
        row("DNS:*.example.com", "a.example.com", true);
        row("DNS:*.EXAMPLE.com", "a.example.COM.", true);
        row("DNS:*.example.com", "xn--bcher-kva.example.com", true);
        row("DNS:*.xn--bcher-kva.example", "a.xn--bcher-kva.example", true);
        row("DNS:*.example.com", "example.com", false);
        row("DNS:*.example.com", "a.b.example.com", false);
        row("DNS:*.example.com", ".example.com", false);
        row("DNS:*.example.com", "*.example.com", false);
        row("DNS:*.example.com", "a.example.org", false);
        row("DNS:*.com", "example.com", false);
        row("DNS:*", "server", false);
        row("DNS:*", "*", false);
        row("DNS:*.", "server.", false);
        row("DNS:*..com", "a..com", false);
        row("DNS:**.example.com", "a.example.com", false);
        row("DNS:*.*.example.com", "a.b.example.com", false);
        row("DNS:a*.example.com", "ab.example.com", false);
        row("DNS:*a.example.com", "ba.example.com", false);
        row("DNS:a*b.example.com", "acb.example.com", false);
        row("DNS:xn--*.example.com", "xn--bcher-kva.example.com", false);
        row("DNS:xn--*-kva.example.com", "xn--bcher-kva.example.com", false);
        row("DNS:a.*.example.com", "a.b.example.com", false);
        row("DNS:*.example.com.", "a.example.com", false);
        row("DNS:*.0.2.1", "192.0.2.1", false);
        row("DNS:*.co.uk", "example.co.uk", true);
    }
    void covers_wildcard() { compareHost(); }

    void covers_wildcardUnderPublicSuffix_data() {
        columns();
        row("DNS:*.co.uk", "example.co.uk", false);
        row("DNS:*.CO.uk", "example.co.UK", false);
        row("DNS:*.com", "example.com", false);
        row("DNS:*.example.co.uk", "a.example.co.uk", true);
        row("DNS:*.example.com", "a.example.com", true);
        row("DNS:example.co.uk", "example.co.uk", true);
    }
    void covers_wildcardUnderPublicSuffix() {
        QFETCH(QByteArray, presented);
        QFETCH(QByteArray, asked);
        QFETCH(bool, expected);
        QCOMPARE(covered(presented, askedHost(asked.toStdString()), WildcardReach::PublicSuffix), expected);
    }

    void covers_internationalName_data() {
        columns();
        row("DNS:xn--bcher-kva.example", "bücher.example", true);
        row("DNS:xn--bcher-kva.example", "BÜCHER.example", true);
        row("DNS:xn--bcher-kva.example",
            "bu\xCC\x88"
            "cher.example.",
            true);
        row("DNS:xn--fiqs8s.example", "中国.example", true);
        row("DNS:xn--fiqs8s.example", "中国。example", true);
        row("DNS:a.example.com", "ａ.example.com", true);
        row("DNS:*.xn--bcher-kva.example", "a.bücher.example", true);
        row("DNS:*.example.com", "bücher.example.com", true);
        row("DNS:bücher.example", "bücher.example", false);
        row("DNS:bücher.example", "xn--bcher-kva.example", false);
        row("DNS:bucher.example", "bücher.example", false);
        row("DNS:xn--strae-oqa.example", "straße.example", true);
        row("DNS:strasse.example", "straße.example", false);
        row("DNS:192.0.2.1", "１９２.0.2.1", false);
        row("DNS:a.example.com", "a.example.com\xFF", false);
    }
    void covers_internationalName() { compareHost(); }

    void covers_address_data() {
        columns();
        row("IP:192.0.2.1", "192.0.2.1", true);
        row("IP:192.0.2.1", "192.0.2.2", false);
        row("IP:192.0.2.1", "192.0.2.1.", false);
        row("IP:192.0.2.1", "[192.0.2.1]", false);
        row("IP:8.0.0.1", "010.0.0.1", false);
        row("IP:10.0.0.1", "010.0.0.1", false);
        row("IP:127.0.0.1", "0x7f.1", false);
        row("IP:127.0.0.1", "127.1", false);
        row("IP:127.0.0.1", "2130706433", false);
        row("IP:127.0.0.1", "0x7f000001", false);
        row("IP:2001:db8::1", "2001:db8::1", true);
        row("IP:2001:db8::1", "2001:DB8:0:0:0:0:0:1", true);
        row("IP:2001:db8::1", "[2001:db8::1]", true);
        row("IP:2001:db8::1", "2001:db8::2", false);
        row("IP:2001:db8::1", "2001:db8::1%eth0", false);
        row("IP:fe80::1", "fe80::1%1", false);
        row("IP:2001:db8::1", "[2001:db8::1", false);
        row("IP:::ffff:192.0.2.1", "192.0.2.1", false);
        row("IP:192.0.2.1", "::ffff:192.0.2.1", false);
        row("IP:::ffff:192.0.2.1", "::ffff:c000:201", true);
        row("IP:hex:c00002010a", "192.0.2.1", false);
        row("IP:hex:", "", false);
        row("DNS:192.0.2.1", "192.0.2.1", false);
        row("DNS:2001:db8::1", "2001:db8::1", false);
        row("URI:https://192.0.2.1", "192.0.2.1", false);
    }
    void covers_address() { compareHost(); }

    void covers_whatIsNoName_data() {
        columns();
        row("DNS:", "", false);
        row("DNS: ", " ", false);
        row("DNS:.", ".", false);
        row("DNS:..", "..", false);
        row("DNS:-", "", false);
        row("DNS:a b", "a b", false);
        row("DNS:a\tb", "a\tb", false);
        row("DNS:a@b", "a@b", false);
    }
    void covers_whatIsNoName() { compareHost(); }

    void covers_nulInName_never() {
        const QByteArray name("DNS:a.example.com\0.evil.example", 31);
        QVERIFY(!covered(name, askedHost("a.example.com")));
        const std::string typed("a.example.com\0.evil.example", 27);
        QVERIFY(!askedHost(typed));
        QVERIFY(!askedHost(std::string("\xC3\xBC.example\0.com", 15)));
    }

    void covers_tooLongNames_never() {
        const QByteArray label(63, 'a');
        const QByteArray longest = label + '.' + label + '.' + label + '.' + QByteArray(61, 'a');
        QVERIFY(covered("DNS:" + longest, askedHost(longest.toStdString())));
        QVERIFY(!covered("DNS:" + longest + "a", askedHost((longest + "a").toStdString())));
        QVERIFY(!covered("DNS:" + label + "a.com", askedHost((label + "a.com").toStdString())));
    }

    void askedAddress_hostName_isNone() {
        QVERIFY(!askedAddress("a.example.com"));
        QVERIFY(covered("IP:192.0.2.1", askedAddress("192.0.2.1")));
        QVERIFY(!covered("DNS:192.0.2.1", askedAddress("192.0.2.1")));
    }

    void covers_mailbox_data() {
        columns();
        row("email:a@example.com", "a@example.com", true);
        row("email:a@EXAMPLE.com", "a@example.COM", true);
        row("email:A@example.com", "a@example.com", false);
        row("email:a@example.com", "a@b.example.com", false);
        row("email:example.com", "a@example.com", false);
        row("email:a@example.com", "example.com", false);
        row("email:a@b@example.com", "a@b@example.com", false);
        row("email:a@xn--bcher-kva.example", "a@bücher.example", true);
        row("email:a@bücher.example", "a@bücher.example", false);
        row("email:\"a b\"@example.com", "\"a b\"@example.com", true);
        row("email:a b@example.com", "a b@example.com", false);
        row("email:a@*.example.com", "a@b.example.com", false);
        row("DNS:a@example.com", "a@example.com", false);
    }
    void covers_mailbox() {
        QFETCH(QByteArray, presented);
        QFETCH(QByteArray, asked);
        QFETCH(bool, expected);
        QCOMPARE(covered(presented, askedMailbox(asked.toStdString())), expected);
    }

    // 1.3.6.1.5.5.7.8.9, "ü@bücher.example" in UTF-8
    void covers_smtpUtf8Mailbox_isMatched() {
        const auto octets = base::fromHex("06082b06010505070809a0140c12c3bc4062c3bc636865722e6578616d706c65");
        const GeneralName name{NameKind::Other, *octets};
        QVERIFY(covers({name}, askedMailbox("ü@bücher.example").value(), WildcardReach::TwoLabels));
        QVERIFY(covers({name}, askedMailbox("ü@xn--bcher-kva.EXAMPLE").value(), WildcardReach::TwoLabels));
        QVERIFY(!covers({name}, askedMailbox("Ü@bücher.example").value(), WildcardReach::TwoLabels));
    }

    void coversCommonName_data() {
        columns();
        row("a.example.com", "a.example.com", true);
        row("*.example.com", "a.example.com", true);
        row("192.0.2.1", "192.0.2.1", true);
        row("2001:DB8::1", "2001:db8:0::1", true);
        row("Example Server", "Example Server", false);
        row("", "a.example.com", false);
    }
    void coversCommonName() {
        QFETCH(QByteArray, presented);
        QFETCH(QByteArray, asked);
        QFETCH(bool, expected);
        const auto host = askedHost(asked.toStdString());
        QCOMPARE(host &&
                     check::names::coversCommonName(presented.toStdString(), *host, WildcardReach::TwoLabels),
                 expected);
    }

  private:
    static void compareHost() {
        QFETCH(QByteArray, presented);
        QFETCH(QByteArray, asked);
        QFETCH(bool, expected);
        QCOMPARE(covered(presented, askedHost(asked.toStdString())), expected);
    }
};

QTEST_APPLESS_MAIN(TestIdentity)
#include "test_identity.moc"

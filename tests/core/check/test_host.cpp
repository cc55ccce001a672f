// Why: a name that matches too much is a hole, one that matches too little an outage.
#include <QTest>

#include "core/check/check.h"

using namespace certwright;
using check::CommonName;
using document::AltNameKind;
using AltNames = std::vector<document::AltName>;

Q_DECLARE_METATYPE(AltNames)
Q_DECLARE_METATYPE(CommonName)

class TestHost : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void coversHost_names_data() {
        QTest::addColumn<AltNames>("names");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("covered");
        const auto dns = [](const char* value) { return AltNames{{AltNameKind::Dns, value}}; };
        const auto ip = [](const char* value) { return AltNames{{AltNameKind::Ip, value}}; };
        QTest::newRow("same") << dns("a.example.com") << QByteArray("a.example.com") << true;
        QTest::newRow("case") << dns("A.Example.COM") << QByteArray("a.eXample.com") << true;
        QTest::newRow("final dot of the host")
            << dns("a.example.com") << QByteArray("a.example.com.") << true;
        QTest::newRow("other") << dns("a.example.com") << QByteArray("b.example.com") << false;
        QTest::newRow("suffix only") << dns("example.com") << QByteArray("a.example.com") << false;
        QTest::newRow("empty host") << dns("") << QByteArray("") << false;
        QTest::newRow("wildcard one label") << dns("*.example.com") << QByteArray("a.example.com") << true;
        QTest::newRow("wildcard two labels")
            << dns("*.example.com") << QByteArray("a.b.example.com") << false;
        QTest::newRow("wildcard no label") << dns("*.example.com") << QByteArray("example.com") << false;
        QTest::newRow("wildcard empty label") << dns("*.example.com") << QByteArray(".example.com") << false;
        QTest::newRow("wildcard over a domain") << dns("*.com") << QByteArray("example.com") << false;
        QTest::newRow("wildcard alone") << dns("*") << QByteArray("host") << false;
        QTest::newRow("wildcard inside") << dns("a*.example.com") << QByteArray("ab.example.com") << false;
        QTest::newRow("wildcard not leftmost") << dns("a.*.com") << QByteArray("a.example.com") << false;
        QTest::newRow("no wildcard for IP") << dns("*.0.2.1") << QByteArray("192.0.2.1") << false;
        QTest::newRow("DNS name that looks like the IP")
            << dns("192.0.2.1") << QByteArray("192.0.2.1") << false;
        QTest::newRow("IPv4") << ip("192.0.2.1") << QByteArray("192.0.2.1") << true;
        QTest::newRow("other IPv4") << ip("192.0.2.1") << QByteArray("192.0.2.2") << false;
        QTest::newRow("IPv6 written otherwise")
            << ip("2001:DB8:0:0:0:0:0:1") << QByteArray("2001:db8::1") << true;
        QTest::newRow("IPv6 in brackets") << ip("2001:db8::1") << QByteArray("[2001:db8::1]") << true;
        QTest::newRow("e-mail of that host")
            << AltNames{{AltNameKind::Email, "a.example.com"}} << QByteArray("a.example.com") << false;
        QTest::newRow("second of two")
            << AltNames{{AltNameKind::Ip, "192.0.2.1"}, {AltNameKind::Dns, "a.example.com"}}
            << QByteArray("a.example.com") << true;
    }
    void coversHost_names() {
        QFETCH(AltNames, names);
        QFETCH(QByteArray, host);
        QFETCH(bool, covered);
        document::CertificateFacts facts;
        facts.altNames = names;
        QCOMPARE(check::coversHost(facts, host.toStdString(), CommonName::Ignore), covered);
        QCOMPARE(check::coversHost(facts, host.toStdString(), CommonName::Count), covered);
    }

    void coversHost_commonName_data() {
        QTest::addColumn<CommonName>("policy");
        QTest::addColumn<AltNames>("names");
        QTest::addColumn<QByteArray>("commonName");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("covered");
        const AltNames other{{AltNameKind::Dns, "other.example.com"}};
        const QByteArray name("a.example.com");
        QTest::newRow("counts") << CommonName::Count << AltNames{} << name << name << true;
        QTest::newRow("does not count") << CommonName::Ignore << AltNames{} << name << name << false;
        QTest::newRow("does not count beside names") << CommonName::Count << other << name << name << false;
        QTest::newRow("another") << CommonName::Count << AltNames{} << name << QByteArray("b.example.com")
                                 << false;
        QTest::newRow("address") << CommonName::Count << AltNames{} << QByteArray("192.0.2.1")
                                 << QByteArray("192.0.2.1") << true;
        QTest::newRow("beside a mail name")
            << CommonName::Count << AltNames{{AltNameKind::Email, "a@example.com"}} << name << name << true;
        QTest::newRow("does not count beside a URI")
            << CommonName::Count << AltNames{{AltNameKind::Uri, "https://b.example.com"}} << name << name
            << false;
        QTest::newRow("none") << CommonName::Count << AltNames{} << QByteArray() << name << false;
    }
    void coversHost_commonName() {
        QFETCH(CommonName, policy);
        QFETCH(AltNames, names);
        QFETCH(QByteArray, commonName);
        QFETCH(QByteArray, host);
        QFETCH(bool, covered);
        document::CertificateFacts facts;
        facts.altNames = names;
        facts.subject.commonName = commonName.toStdString();
        QCOMPARE(check::coversHost(facts, host.toStdString(), policy), covered);
    }
};

QTEST_APPLESS_MAIN(TestHost)
#include "test_host.moc"

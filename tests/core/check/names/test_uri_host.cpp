// Why: constraints on URIs bind the host that a program would go to, not one that only looks like it.
#include <QTest>

#include "core/check/names/uri_host.h"

using namespace certwright;

class TestUriHost : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void uriHostOf_uri_data() {
        QTest::addColumn<QByteArray>("uri");
        QTest::addColumn<QByteArray>("host");
        const auto row = [](const char* uri, const char* host) {
            QTest::newRow(uri) << QByteArray(uri) << QByteArray(host);
        };
        row("https://a.example.com", "a.example.com");
        row("https://a.example.com/", "a.example.com");
        row("https://a.example.com:443/x?y#z", "a.example.com");
        row("https://a.example.com?x", "a.example.com");
        row("https://a.example.com#x", "a.example.com");
        row("https://user:word@a.example.com/", "a.example.com");
        row("ldap://a.example.com.", "a.example.com");
        row("svn+ssh://A.example.com/", "A.example.com");
        for (const char* none : {"",
                                 "a.example.com",
                                 "https:",
                                 "https:a.example.com",
                                 "https:/a.example.com",
                                 "https://",
                                 "https:///x",
                                 "https://:443",
                                 "//a.example.com",
                                 "mailto:a@example.com",
                                 "urn:oid:1.2.3",
                                 "https://192.0.2.1/",
                                 "https://[2001:db8::1]/",
                                 "https://0x7f.1/",
                                 "https://a.example.com:x",
                                 "https://a b/",
                                 "https://a.example.com\\@b.example.com",
                                 "https://b.example.com@c@a.example.com",
                                 "https://a..example.com",
                                 "https://*.example.com",
                                 "https://b\xC3\xBC.example",
                                 "1https://a.example.com",
                                 "https://a%2eexample.com"})
            row(none, "none");
    }
    void uriHostOf_uri() {
        QFETCH(QByteArray, uri);
        QFETCH(QByteArray, host);
        const std::string text = uri.toStdString();
        const auto found = check::names::uriHostOf(text);
        QCOMPARE(found ? QByteArray::fromStdString(std::string(*found)) : QByteArray("none"), host);
    }
};

QTEST_APPLESS_MAIN(TestUriHost)
#include "test_uri_host.moc"

// Why: what a person asks for (host, address, mailbox) under each set of rules.
#include <QTest>

#include "tests/core/check/path_scene.h"

using namespace certwright;

namespace {

const char* const mismatch = "certificate.host-mismatch";
const char* const noNames = "certificate.no-alt-names";
const char* const noNamesWarning = "warning:certificate.no-alt-names";
const char* const valid = "valid";

QByteArray judge(const QByteArray& leaf, const check::Policy& policy) {
    const std::string chain = "root: ~\nleaf: {issuer: root, " + leaf.toStdString() + "}\n";
    return QByteArray::fromStdString(test::codes(test::judgePath(chain, policy, check::namesRules)));
}

void columns() {
    QTest::addColumn<QByteArray>("leaf");
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("webpki");
}

void row(const char* leaf, const char* asked, const char* service, const char* webpki = nullptr) {
    QTest::addRow("%s for %s", leaf, asked) << QByteArray(leaf) << QByteArray(asked) << QByteArray(service)
                                            << QByteArray(webpki ? webpki : service);
}

} // namespace

class TestNamesAsked : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void host_ruleSets_data() {
        columns();
        row(R"(san: ["DNS:a.example.com"])", "a.example.com", valid);
        row(R"(san: ["DNS:a.example.com"])", "b.example.com", mismatch);
        row(R"(san: ["DNS:xn--bcher-kva.example"])", "bücher.example", valid);
        row(R"(san: ["DNS:*.example.co.uk"])", "a.example.co.uk", valid);
        row(R"(san: ["DNS:*.co.uk"])", "example.co.uk", valid, mismatch);
        row(R"(san: ["IP:192.0.2.1"])", "192.0.2.1", valid);
        row(R"(san: ["IP:192.0.2.1"])", "192.0.2.01", mismatch);
        row(R"(san: ["DNS:a.example.com"])", "", mismatch);
        row(R"(san: ["DNS:a.example.com"])", "..", mismatch);
        row(R"(san: ["DNS:a.example.com"])", " ", mismatch);
        row(R"(san: ~)", "leaf", "warning:certificate.no-alt-names certificate.host-mismatch",
            "certificate.no-alt-names certificate.host-mismatch");
        row(R"(san: ["email:a@example.com"])", "example.com",
            "warning:certificate.no-alt-names certificate.host-mismatch",
            "certificate.no-alt-names certificate.host-mismatch");
    }
    void host_ruleSets() {
        QFETCH(QByteArray, asked);
        compare([&](check::Policy& policy) { policy.host = asked.toStdString(); });
    }

    void ip_ruleSets_data() {
        columns();
        row(R"(san: ["IP:192.0.2.1"])", "192.0.2.1", valid);
        row(R"(san: ["IP:2001:db8::1"])", "[2001:DB8::1]", valid);
        row(R"(san: ["DNS:192.0.2.1"])", "192.0.2.1", mismatch);
        row(R"(san: ["DNS:a.example.com"])", "a.example.com", mismatch);
        row(R"(san: ["IP:::ffff:192.0.2.1"])", "192.0.2.1", mismatch);
    }
    void ip_ruleSets() {
        QFETCH(QByteArray, asked);
        compare([&](check::Policy& policy) { policy.ip = asked.toStdString(); });
    }

    void email_ruleSets_data() {
        columns();
        row(R"(san: ["email:a@example.com"])", "a@EXAMPLE.com", valid, noNames);
        row(R"(san: ["email:a@example.com", "DNS:a.example.com"])", "a@example.com", valid);
        row(R"(san: ["email:a@example.com", "DNS:a.example.com"])", "A@example.com", mismatch);
        row(R"(san: ["other:1.3.6.1.5.5.7.8.9:0c12c3bc4062c3bc636865722e6578616d706c65", "DNS:a.example.com"])",
            "ü@bücher.example", valid);
        row(R"(subject: "CN=x,email=a@example.com")", "a@example.com", mismatch);
        row(R"(san: ["DNS:a.example.com"])", "no mailbox", mismatch);
    }
    void email_ruleSets() {
        QFETCH(QByteArray, asked);
        compare([&](check::Policy& policy) { policy.email = asked.toStdString(); });
    }

    void commonName_countingPolicy_isJudgedWithoutHostNames() {
        check::Policy policy;
        policy.commonName = check::CommonName::Count;
        policy.host = "leaf.example.com";
        QCOMPARE(judge("san: ~", policy), QByteArray(noNamesWarning));
        QCOMPARE(judge(R"(san: ["email:a@example.com"])", policy), QByteArray(noNamesWarning));
        QCOMPARE(judge(R"(san: ["DNS:a.example.com"])", policy), QByteArray(mismatch));
        policy.ruleSet = check::RuleSet::WebPki;
        QCOMPARE(judge("san: ~", policy), QByteArray(noNames) + " " + mismatch);
    }

    void clientCertificate_withoutHostNames_isFine() {
        check::Policy policy;
        policy.purpose = check::Purpose::Client;
        QCOMPARE(judge(R"(san: ["email:a@example.com"])", policy), QByteArray(valid));
        policy.ruleSet = check::RuleSet::WebPki;
        QCOMPARE(judge(R"(san: ["email:a@example.com"])", policy), QByteArray(valid));
    }

    void mismatch_email_namesTheMailboxes() {
        check::Policy policy;
        policy.email = "b@example.com";
        const auto findings = test::judgePath(
            "root: ~\nleaf: {issuer: root, san: [\"email:a@example.com\", \"DNS:a.example.com\"]}\n", policy,
            check::namesRules);
        QCOMPARE(findings.size(), std::size_t{1});
        const auto& body = *findings.front().body.as<check::HostMismatch>();
        QCOMPARE(body.host, std::string("b@example.com"));
        QCOMPARE(body.names, std::vector<std::string>{"a@example.com"});
    }

  private:
    template <typename Change> static void compare(Change change) {
        QFETCH(QByteArray, leaf);
        QFETCH(QByteArray, service);
        QFETCH(QByteArray, webpki);
        for (const char* ruleSet : {"service", "rfc5280", "webpki"}) {
            check::Policy policy = test::policyOf(ruleSet);
            change(policy);
            const QByteArray expected = policy.ruleSet == check::RuleSet::WebPki ? webpki : service;
            QCOMPARE(ruleSet + (": " + judge(leaf, policy)), ruleSet + (": " + expected));
        }
    }
};

QTEST_APPLESS_MAIN(TestNamesAsked)
#include "test_names_asked.moc"

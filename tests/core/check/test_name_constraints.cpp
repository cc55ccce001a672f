// Why: a constraint that is overlooked lets a CA speak for anybody; one that is overdone cuts good services
// off.
#include <QTest>

#include <ctime>

#include "tests/core/check/path_scene.h"

using namespace certwright;

namespace {

std::string judge(const std::string& chain, const check::Policy& policy) {
    return test::codes(test::judgePath(chain, policy, check::nameConstraintsRules));
}

// chainOf makes a root with constraints over a leaf.
std::string chainOf(const std::string& constraints, const std::string& leaf) {
    return "root: { name-constraints: " + constraints + " }\nleaf: { issuer: root, " + leaf + " }\n";
}

void columns() {
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("rfc5280");
    QTest::addColumn<QByteArray>("webpki");
}

void chainRow(const char* title, const std::string& chain, const char* service, const char* rfc5280 = nullptr,
              const char* webpki = nullptr) {
    QTest::newRow(title) << QByteArray::fromStdString(chain) << QByteArray(service)
                         << QByteArray(rfc5280 ? rfc5280 : service)
                         << QByteArray(webpki    ? webpki
                                       : rfc5280 ? rfc5280
                                                 : service);
}

void row(const char* title, const char* constraints, const char* leaf, const char* service,
         const char* rfc5280 = nullptr, const char* webpki = nullptr) {
    chainRow(title, chainOf(constraints, leaf), service, rfc5280, webpki);
}

const char* const outside = "name-not-permitted";
const char* const excluded = "name-excluded";
const char* const malformed = "name-constraints-malformed";
const char* const unsupported = "name-constraints-unsupported";
const char* const form = "name-constraints-form";
const char* const formWarning = "warning:name-constraints-form";
const char* const valid = "valid";

std::string san(const std::string& names) {
    return "san: [" + names + "]";
}

std::string listOf(const std::string& prefix, int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "\"" : ", \"") + prefix + std::to_string(i) + ".example.com\"";
    return text;
}

} // namespace

class TestNameConstraints : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void dns_subtrees_data() {
        columns();
        const auto permit = [](const char* title, const char* base, const char* name, const char* expected,
                               const char* strict = nullptr) {
            chainRow(title,
                     chainOf(std::string("{permitted: [\"DNS:") + base + "\"]}",
                             san(std::string("\"DNS:") + name + "\"")),
                     expected, strict);
        };
        const auto exclude = [](const char* title, const char* base, const char* name, const char* expected,
                                const char* strict = nullptr) {
            chainRow(title,
                     chainOf(std::string("{excluded: [\"DNS:") + base + "\"]}",
                             san(std::string("\"DNS:") + name + "\"")),
                     expected, strict);
        };
        permit("same name", "example.com", "example.com", valid);
        permit("subdomain", "example.com", "a.b.example.com", valid);
        permit("case", "Example.COM", "a.eXample.com", valid);
        permit("other domain", "example.com", "example.org", outside);
        permit("suffix without a dot", "example.com", "badexample.com", outside);
        permit("parent", "a.example.com", "example.com", outside);
        permit("all", "", "a.example.com", valid);
        permit("wildcard inside", "example.com", "*.example.com", valid);
        permit("wildcard deeper inside", "example.com", "*.a.example.com", valid);
        permit("wildcard partly inside", "a.example.com", "*.example.com", outside);
        permit("wildcard outside", "example.com", "*.example.org", outside);
        permit("name with leading period", "example.com", ".example.com", outside);
        permit("name with trailing period", "example.com", "a.example.com.", outside);
        permit("half a wildcard", "example.com", "a*.example.com", outside);
        permit("wildcard within", "example.com", "a.*.example.com", outside);
        permit("empty name", "example.com", "", outside);
        permit("constraint with wildcard", "*.example.com", "a.example.com", "name-constraints-malformed");
        permit("constraint with NUL", "hex:6100", "a", malformed);
        permit("constraint with U-label", "bücher.example", "a", malformed);
        permit("constraint with a period at the end", "example.com.", "a.example.com", malformed);
        permit("constraint that is a period", ".", "a", malformed);
        permit("leading period, subdomain", ".example.com", "a.example.com", formWarning, malformed);
        permit("leading period, itself", ".example.com", "example.com",
               "warning:name-constraints-form name-not-permitted",
               "name-constraints-malformed name-not-permitted");
        permit("leading period, wildcard", ".example.com", "*.example.com", formWarning, malformed);
        exclude("excluded itself", "example.com", "example.com", excluded);
        exclude("excluded subdomain", "example.com", "a.b.Example.com", excluded);
        exclude("not excluded", "example.com", "badexample.com", valid);
        exclude("parent of excluded", "a.example.com", "example.com", valid);
        exclude("all excluded", "", "a.example.com", excluded);
        exclude("wildcard inside excluded", "example.com", "*.example.com", excluded);
        exclude("wildcard over excluded", "bar.example.com", "*.example.com", excluded);
        exclude("wildcard over deeper excluded", "a.bar.example.com", "*.example.com", valid);
        exclude("wildcard beside excluded", "bar.example.org", "*.example.com", valid);
        exclude("wildcard alone over one label", "server", "*", excluded);
        exclude("malformed name", "example.com", ".example.org", outside);
        exclude("excluded leading period, wildcard over it", ".bar.example.com", "*.example.com", formWarning,
                malformed);
    }
    void dns_subtrees() { compare(); }

    void combined_subtrees_data() {
        columns();
        const char* const both = R"({permitted: ["DNS:example.com"], excluded: ["DNS:bad.example.com"]})";
        row("excluded wins", both, R"(san: ["DNS:a.bad.example.com"])", excluded);
        row("permitted beside excluded", both, R"(san: ["DNS:good.example.com"])", valid);
        row("one bad name of two", both, R"(san: ["DNS:good.example.com", "DNS:example.org"])", outside);
        row("second permitted", R"({permitted: ["DNS:example.com", "DNS:example.org"]})",
            R"(san: ["DNS:a.example.org"])", valid);
        row("other kinds are free", both, R"(san: ["IP:192.0.2.1", "email:a@bad.example.com"])", valid);
        row("no names", both, "san: ~", valid);
        row("excluded and outside", both, R"(san: ["DNS:bad.example.com", "DNS:example.org"])",
            "name-excluded name-not-permitted");
    }
    void combined_subtrees() { compare(); }

    void ip_subtrees_data() {
        columns();
        row("v4 inside", R"({permitted: ["IP:10.0.0.0/8"]})", R"(san: ["IP:10.1.2.3"])", valid);
        row("v4 outside", R"({permitted: ["IP:10.0.0.0/8"]})", R"(san: ["IP:11.1.2.3"])", outside);
        row("v4 host bits in the range", R"({permitted: ["IP:hex:0a010203ff000000"]})",
            R"(san: ["IP:10.9.9.9"])", valid);
        row("v4 excluded", R"({excluded: ["IP:10.0.0.0/8"]})", R"(san: ["IP:10.1.2.3"])", excluded);
        row("v4 all excluded, v6 not", R"({excluded: ["IP:0.0.0.0/0"]})", R"(san: ["IP:2001:db8::1"])",
            valid);
        row("v6 under v4 alone", R"({permitted: ["IP:10.0.0.0/8"]})", R"(san: ["IP:2001:db8::1"])", outside);
        row("v4-mapped is v6", R"({permitted: ["IP:10.0.0.0/8"]})", R"(san: ["IP:::ffff:10.1.2.3"])",
            outside);
        row("v6 inside", R"({permitted: ["IP:2001:db8::/32"]})", R"(san: ["IP:2001:db8:1::1"])", valid);
        row("v6 outside", R"({permitted: ["IP:2001:db8::/32"]})", R"(san: ["IP:2001:db9::1"])", outside);
        row("one address", R"({permitted: ["IP:192.0.2.1/32"]})", R"(san: ["IP:192.0.2.1"])", valid);
        row("DNS is free", R"({permitted: ["IP:10.0.0.0/8"]})", R"(san: ["DNS:a.example.com"])", valid);
        row("constraint without mask", R"({permitted: ["IP:hex:0a000000"]})", R"(san: ["IP:10.0.0.0"])",
            "name-constraints-malformed");
        row("mask with a hole", R"({permitted: ["IP:hex:0a000000ff00ff00"]})", R"(san: ["IP:10.0.0.0"])",
            "name-constraints-malformed");
        row("malformed constraint, other names", R"({excluded: ["IP:hex:0a000000"]})",
            R"(san: ["DNS:a.example.com"])", malformed);
        row("name of eight octets", R"({permitted: ["IP:10.0.0.0/8"]})",
            R"(san: ["IP:hex:0a000000ff000000"])", outside);
    }
    void ip_subtrees() { compare(); }

    void email_subtrees_data() {
        columns();
        const auto permit = [](const char* title, const char* base, const char* name, const char* expected) {
            chainRow(title,
                     chainOf(std::string("{permitted: [\"email:") + base + "\"]}",
                             san(std::string("\"email:") + name + "\"")),
                     expected);
        };
        permit("mailbox", "foo@example.com", "foo@EXAMPLE.com", valid);
        permit("mailbox, local part in another case", "foo@example.com", "Foo@example.com", outside);
        permit("mailbox at a subdomain", "foo@example.com", "foo@a.example.com", outside);
        permit("host", "example.com", "any@example.com", valid);
        permit("host, not its subdomains", "example.com", "any@a.example.com", outside);
        permit("domain", ".example.com", "any@a.b.example.com", valid);
        permit("domain, not its host", ".example.com", "any@example.com", outside);
        permit("all", "", "any@example.com", valid);
        permit("malformed name", "example.com", "a@b@example.com", outside);
        permit("name without host", "example.com", "example.com", outside);
        permit("malformed constraint", "a@b@example.com", "a@b@example.com", "name-constraints-malformed");
        row("excluded host", R"({excluded: ["email:example.com"]})", R"(san: ["email:a@example.com"])",
            excluded);
        row("excluded host, other host", R"({excluded: ["email:example.com"]})",
            R"(san: ["email:a@b.example.com"])", valid);
        row("mail in the subject", R"({permitted: ["email:example.com"]})",
            R"(subject: "CN=leaf,email=a@example.org", san: ["DNS:a.example.com"])", outside);
        row("mail in the subject, permitted", R"({permitted: ["email:example.com"]})",
            R"(subject: "CN=leaf,email=a@example.com", san: ~)", valid);
        row("mail in the subject beside a mail name", R"({permitted: ["email:example.com"]})",
            R"(subject: "CN=leaf,email=a@example.org", san: ["email:a@example.com"])", valid);
        row("UTF-8 mailbox outside", R"({permitted: ["email:example.com"]})",
            R"(san: ["other:1.3.6.1.5.5.7.8.9:0c0ec3bc406578616d706c652e6f7267"])", outside);
        row("UTF-8 mailbox with a U-label inside", R"({permitted: ["email:xn--bcher-kva.example"]})",
            R"(san: ["other:1.3.6.1.5.5.7.8.9:0c12c3bc4062c3bc636865722e6578616d706c65"])", valid);
    }
    void email_subtrees() { compare(); }

    void uri_subtrees_data() {
        columns();
        const auto permit = [](const char* title, const char* base, const char* name, const char* expected) {
            chainRow(title,
                     chainOf(std::string("{permitted: [\"URI:") + base + "\"]}",
                             san(std::string("\"URI:") + name + "\"")),
                     expected);
        };
        permit("host", "a.example.com", "https://A.example.com/x", valid);
        permit("host with port and user", "a.example.com", "https://u@a.example.com:8443/x", valid);
        permit("host, not its subdomains", "example.com", "https://a.example.com", outside);
        permit("domain", ".example.com", "https://a.b.example.com", valid);
        permit("domain, not its host", ".example.com", "https://example.com", outside);
        permit("host as user", "example.com", "https://example.com@evil.example.org/", outside);
        permit("address as host", "example.com", "https://192.0.2.1/", outside);
        permit("v6 address as host", ".example.com", "https://[2001:db8::1]/", outside);
        permit("without authority", "example.com", "urn:example.com", outside);
        permit("without scheme", "example.com", "example.com", outside);
        permit("constraint with scheme", "https://example.com", "https://example.com",
               "name-constraints-malformed");
        permit("constraint with an address", "192.0.2.1", "https://example.com", malformed);
        row("excluded host", R"({excluded: ["URI:a.example.com"]})", R"(san: ["URI:ldap://a.example.com/"])",
            excluded);
        row("excluded, name without authority", R"({excluded: ["URI:a.example.com"]})",
            R"(san: ["URI:urn:x"])", outside);
    }
    void uri_subtrees() { compare(); }

    void directory_subtrees_data() {
        columns();
        const char* const permitted = R"({permitted: ["DIR:C=DE,O=Example"]})";
        row("below", permitted, R"(subject: "C=DE,O=Example,CN=leaf")", valid);
        row("same", permitted, R"(subject: "C=DE,O=Example")", valid);
        row("other", permitted, R"(subject: "C=DE,O=Other,CN=leaf")", outside);
        row("shorter", permitted, R"(subject: "C=DE")", outside);
        row("not from the front", permitted, R"(subject: "CN=leaf,C=DE,O=Example")", outside);
        row("longer value", permitted, R"(subject: "C=DE,O=Examples")", outside);
        row("case and spaces", permitted, R"(subject: "C=de,O=  eXAMPLE ")", valid);
        row("string type", permitted, R"(subject: "C=DE,O:printable=Example,CN=leaf")", valid);
        row("BMP string", permitted, R"(subject: "C=DE,O:bmp=Example,CN=leaf")", valid);
        row("no subject", permitted, R"(subject: [], san: ["DNS:a.example.com"])", valid);
        row("directory name among the names", permitted, R"(subject: [], san: ["DIR:C=DE,O=Example,CN=x"])",
            valid);
        row("other directory name", permitted, R"(subject: "C=DE,O=Example", san: ["DIR:C=FR"])", outside);
        row("excluded", R"({excluded: ["DIR:C=DE,O=Example"]})", R"(subject: "C=DE,O=Example,CN=leaf")",
            excluded);
        row("multi-valued, in another order", R"({permitted: [{DIR: [["CN=a", "OU=b"]]}]})",
            R"(subject: [["OU=b", "CN=a"], "O=c"])", valid);
        row("part of a multi-valued one", R"({permitted: [{DIR: ["CN=a"]}]})",
            R"(subject: [["CN=a", "OU=b"]])", outside);
        row("all", R"({permitted: [{DIR: []}]})", R"(subject: "CN=leaf")", valid);
        row("all excluded", R"({excluded: [{DIR: []}]})", R"(subject: "CN=leaf")", excluded);
    }
    void directory_subtrees() { compare(); }

    void otherKinds_subtrees_data() {
        columns();
        row("registeredID below", R"({permitted: ["RID:1.2.3"]})", R"(san: ["RID:1.2.3"])", unsupported);
        row("no registeredID below", R"({permitted: ["RID:1.2.3"]})", R"(san: ["DNS:a.example.com"])", valid);
        row("otherName below", R"({excluded: ["other:1.2.3:0500"]})", R"(san: ["other:1.2.4:0500"])",
            unsupported);
        row("no otherName below", R"({excluded: ["other:1.2.3:0500"]})", R"(san: ["DNS:a.example.com"])",
            valid);
        row("minimum 0", R"({permitted: [{base: "DNS:example.com", minimum: 0}]})",
            R"(san: ["DNS:a.example.com"])", valid, form);
        row("minimum 1", R"({permitted: [{base: "DNS:example.com", minimum: 1}]})",
            R"(san: ["DNS:a.example.com"])", unsupported);
        row("maximum", R"({excluded: [{base: "DNS:example.org", maximum: 5}]})",
            R"(san: ["DNS:a.example.com"])", unsupported);
    }
    void otherKinds_subtrees() { compare(); }

    void form_extension_data() {
        columns();
        const char* const good = R"(san: ["DNS:a.example.com"])";
        row("not critical", R"({value: {permitted: ["DNS:example.com"]}, critical: false})", good, valid,
            form, valid);
        row("not critical binds too", R"({value: {permitted: ["DNS:example.org"]}, critical: false})", good,
            outside, "name-constraints-form name-not-permitted", outside);
        row("both absent", "{value: {}}", good, formWarning, form);
        row("empty list", "{permitted: []}", good, formWarning, form);
        row("no sequence", "{der: \"0500\"}", good, malformed);
        row("octets behind", "{der: \"30000500\"}", good, malformed);
        row("lists in the wrong order", "{der: \"3018a10a300882066162632e6465a00a300882066162632e6465\"}",
            good, malformed);
        row("subtree without base", "{der: \"3004a0023000\"}", good, malformed);
        chainRow("in a leaf",
                 "root: ~\nleaf: {issuer: root, name-constraints: {permitted: [\"DNS:x.org\"]}}\n",
                 formWarning, form);
        chainRow("in a CA at the end of the path",
                 "root: ~\nleaf: {issuer: root, ca: true, name-constraints: {permitted: [\"DNS:x.org\"]}}\n",
                 valid);
    }
    void form_extension() { compare(); }

    void path_severalCertificates_data() {
        columns();
        const std::string leaf = "leaf: {issuer: sub, san: [\"DNS:a.example.com\"]}\n";
        chainRow("intermediate's constraints",
                 "root: ~\nsub: {issuer: root, name-constraints: {permitted: [\"DNS:example.org\"]}}\n" +
                     leaf,
                 outside);
        chainRow("permitted by one CA, not by the other",
                 "root: {name-constraints: {permitted: [\"DNS:example.com\", \"DNS:example.org\"]}}\n"
                 "sub: {issuer: root, name-constraints: {permitted: [\"DNS:example.org\"]}}\n" +
                     leaf,
                 outside);
        chainRow("permitted by both",
                 "root: {name-constraints: {permitted: [\"DNS:com\"]}}\n"
                 "sub: {issuer: root, name-constraints: {permitted: [\"DNS:example.com\"]}}\n" +
                     leaf,
                 valid);
        chainRow("wider below does not widen",
                 "root: {name-constraints: {permitted: [\"DNS:example.org\"]}}\n"
                 "sub: {issuer: root, name-constraints: {permitted: [\"DNS:com\"]}}\n" +
                     leaf,
                 outside);
        chainRow("excluded by either",
                 "root: {name-constraints: {excluded: [\"DNS:example.com\"]}}\n"
                 "sub: {issuer: root, name-constraints: {excluded: [\"DNS:example.org\"]}}\n" +
                     leaf,
                 excluded);
        chainRow(
            "intermediate's own subject",
            "root: {name-constraints: {permitted: [\"DIR:C=DE\"]}}\nsub: {issuer: root, subject: CN=sub}\n"
            "leaf: {issuer: sub, subject: \"C=DE,CN=leaf\"}\n",
            outside);
        chainRow(
            "a CA's own names are not bound by itself",
            "root: ~\nsub: {issuer: root, subject: CN=sub, name-constraints: {permitted: [\"DIR:C=DE\"]}}\n"
            "leaf: {issuer: sub, subject: \"C=DE,CN=leaf\"}\n",
            valid);
        chainRow("self-issued intermediate is skipped",
                 "root: {subject: CN=ca, name-constraints: {permitted: [\"DIR:C=DE\"]}}\n"
                 "sub: {issuer: root, subject: CN=ca}\nleaf: {issuer: sub, subject: \"C=DE,CN=leaf\"}\n",
                 valid);
        chainRow("self-issued leaf is not skipped",
                 "root: {subject: CN=ca, name-constraints: {permitted: [\"DIR:C=DE\"]}}\n"
                 "leaf: {issuer: root, subject: CN=ca}\n",
                 outside);
        chainRow(
            "constraints of a self-issued intermediate count",
            "root: {subject: CN=ca}\n"
            "sub: {issuer: root, subject: CN=ca, name-constraints: {excluded: [\"DNS:example.com\"]}}\n" +
                leaf,
            excluded);
        chainRow("no constraints", "root: ~\nsub: {issuer: root}\n" + leaf, valid);
    }
    void path_severalCertificates() { compare(); }

    void commonName_whereItCounts_isBound_data() {
        QTest::addColumn<QByteArray>("leaf");
        QTest::addColumn<QByteArray>("counting");
        QTest::addColumn<QByteArray>("ignoring");
        const auto cn = [](const char* leaf, const char* counting, const char* ignoring) {
            QTest::newRow(leaf) << QByteArray(leaf) << QByteArray(counting) << QByteArray(ignoring);
        };
        cn("subject: CN=a.example.org, san: ~", outside, valid);
        cn("subject: CN=a.example.com, san: ~", valid, valid);
        cn("subject: \"CN=*.example.org\", san: ~", outside, valid);
        cn("subject: CN=192.0.2.1, san: ~", outside, valid);
        cn("subject: CN=10.0.0.1, san: ~", valid, valid);
        cn("subject: CN=Example Server, san: ~", valid, valid);
        cn("subject: CN=a.example.org", valid, valid); // beside a SAN it does not count
    }
    void commonName_whereItCounts_isBound() {
        QFETCH(QByteArray, leaf);
        QFETCH(QByteArray, counting);
        QFETCH(QByteArray, ignoring);
        const std::string chain =
            chainOf(R"({permitted: ["DNS:example.com", "IP:10.0.0.0/8"]})", leaf.toStdString());
        check::Policy policy;
        QCOMPARE(QByteArray::fromStdString(judge(chain, policy)), ignoring);
        policy.commonName = check::CommonName::Count;
        QCOMPARE(QByteArray::fromStdString(judge(chain, policy)), counting);
    }

    void finding_excludedName_namesCertificateAndCa() {
        const auto findings = test::judgePath(
            chainOf(R"({excluded: ["DNS:example.com"]})", R"(subject: CN=x, san: ["DNS:a.example.com"])"),
            check::Policy{}, check::nameConstraintsRules);
        QCOMPARE(findings.size(), std::size_t{1});
        const auto& body = *findings.front().body.as<check::NameExcluded>();
        QCOMPARE(body.name, std::string("CN=x"));
        QCOMPARE(body.by, std::string("CN=root"));
        QCOMPARE(body.names, std::vector<std::string>{"DNS:a.example.com"});
        QCOMPARE(findings.front().subject, std::string("/in/leaf.pem"));
    }

    void finding_manyNames_showsTheFirst() {
        const auto findings =
            test::judgePath(chainOf(R"({excluded: ["DNS:example.com"]})", san(listOf("DNS:a", 100))),
                            check::Policy{}, check::nameConstraintsRules);
        QCOMPARE(findings.at(0).body.as<check::NameExcluded>()->names.size(), std::size_t{8});
    }

    void bound_thousandsOfNamesAndConstraints_endQuickly() {
        const std::string chain =
            chainOf("{permitted: [" + listOf("DNS:b", 2000) + "], excluded: [" + listOf("DNS:c", 2000) + "]}",
                    san(listOf("DNS:b", 2000)));
        const std::clock_t start = std::clock();
        const auto findings = test::judgePath(chain, check::Policy{}, check::nameConstraintsRules);
        QCOMPARE(test::codes(findings), std::string("names-too-complex"));
        QVERIFY2(std::clock() - start < 5 * CLOCKS_PER_SEC, "making the certificates included");
    }

    void bound_aThousandNamesUnderManyConstraints_areCompared() {
        const std::string chain =
            chainOf("{permitted: [" + listOf("DNS:b", 500) + "], excluded: [" + listOf("DNS:c", 500) + "]}",
                    san(listOf("DNS:b", 500)));
        QCOMPARE(judge(chain, check::Policy{}), std::string("valid"));
    }

    void incompletePath_saysNothing() {
        check::Findings findings;
        check::Material material;
        check::PathSearch path;
        check::Signatures signatures;
        check::DetailsMemory details;
        const check::Policy policy;
        check::nameConstraintsRules({material, policy, base::Time{}, path, signatures, details}, findings);
        check::certificatePoliciesRules({material, policy, base::Time{}, path, signatures, details},
                                        findings);
        QVERIFY(findings.empty());
    }

  private:
    static void compare() {
        QFETCH(QByteArray, chain);
        for (const char* ruleSet : {"service", "rfc5280", "webpki"}) {
            QFETCH(QByteArray, service);
            QFETCH(QByteArray, rfc5280);
            QFETCH(QByteArray, webpki);
            const QByteArray expected = *ruleSet == 's' ? service : *ruleSet == 'r' ? rfc5280 : webpki;
            QCOMPARE(ruleSet + (": " + judge(chain.toStdString(), test::policyOf(ruleSet))),
                     ruleSet + (": " + expected.toStdString()));
        }
    }
};

QTEST_APPLESS_MAIN(TestNameConstraints)
#include "test_name_constraints.moc"

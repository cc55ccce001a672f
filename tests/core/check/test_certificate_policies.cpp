// Why: what a CA says of policies decides whether a path counts at all; the constructs are those of NIST's
// path validation suite (PKITS sections 4.8 to 4.12), made anew.
#include <QTest>

#include <ctime>

#include "tests/core/check/path_scene.h"

using namespace certwright;

namespace {

using Above = std::vector<std::string>;

// named replaces "P1" by the dotted policy of that number.
std::string named(std::string text) {
    for (std::size_t at = 0; (at = text.find('P', at)) != std::string::npos;)
        text.replace(at, 1, "2.16.840.1.101.3.2.1.48.");
    return text;
}

// chainOf makes a root, a CA for each text in `above` below each other, and a leaf. "self: true" stands for
// a certificate of the name above it.
std::string chainOf(const Above& above, const std::string& leaf) {
    std::string chain = "root: ~\n";
    std::string issuer = "root";
    std::string name = "root";
    for (std::size_t i = 0; i < above.size(); ++i) {
        const std::string own = "ca" + std::to_string(i + 1);
        std::string text = named(above[i]);
        const std::size_t self = text.find("self");
        if (self == std::string::npos)
            name = own;
        else
            text.erase(self, 4);
        chain += own + ": {issuer: " + issuer + ", subject: CN=" + name + (text.empty() ? "" : ", ") + text +
                 "}\n";
        issuer = own;
    }
    std::string text = named(leaf);
    if (text.starts_with("self")) {
        text.erase(0, 4);
        text = "subject: CN=" + name + text;
    }
    return chain + "leaf: {issuer: " + issuer + (text.empty() ? "" : ", ") + text + "}\n";
}

// rules are those of policies, and those of form, which tell what OpenSSL cannot read.
void rules(const check::Context& context, check::Findings& findings) {
    check::issuerFormRules(context, findings);
    check::certificatePoliciesRules(context, findings);
}

std::string judge(const std::string& chain, const check::Policy& policy) {
    return test::codes(test::judgePath(chain, policy, rules));
}

const char* const lost = "policy";
const char* const valid = "valid";

// What most CAs of the suite say: from here on a policy is required.
const char* const require = ", policy-constraints: {require-explicit: 0}";

std::string ca(const std::string& policies, const std::string& more = {}) {
    return "policies: [" + policies + "]" + more;
}

void columns() {
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("initial");
    QTest::addColumn<QByteArray>("expected");
}

// row: `initial` holds policies and flags ("explicit", "no-mapping", "no-any"), parted by spaces.
void row(const char* title, const Above& above, const std::string& leaf, const char* initial,
         const char* expected) {
    QTest::addRow("%s [%s]", title, initial)
        << QByteArray::fromStdString(chainOf(above, leaf)) << QByteArray(initial) << QByteArray(expected);
}

check::Policy policyWith(const QByteArray& initial) {
    check::Policy policy;
    for (const QByteArray& word : initial.split(' ')) {
        if (word == "explicit")
            policy.inputs.explicitPolicy = check::PolicyFlag::On;
        else if (word == "no-mapping")
            policy.inputs.inhibitMapping = check::PolicyFlag::On;
        else if (word == "no-any")
            policy.inputs.inhibitAny = check::PolicyFlag::On;
        else if (!word.isEmpty())
            policy.inputs.initialPolicies.push_back(named(word.toStdString()));
    }
    return policy;
}

std::string mapping(const std::string& pairs) {
    return ", policy-mappings: [" + pairs + "]";
}

std::string constraints(const std::string& text) {
    return ", policy-constraints: {" + text + "}";
}

} // namespace

class TestCertificatePolicies : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // PKITS 4.8
    void policies_alongThePath_data() {
        columns();
        const std::string p1 = ca("P1");
        const Above required{ca("P1", require)};
        row("same policy", required, p1, "", valid);
        row("same policy", required, p1, "P1 explicit", valid);
        row("same policy", required, p1, "P2 explicit", lost);
        row("same policy", required, p1, "P1 P2 explicit", valid);
        row("no policies", {""}, "", "", valid);
        row("no policies", {""}, "", "explicit", lost);
        row("policies lost in the middle", {ca("P1"), ca("P2")}, ca("P1"), "", valid);
        row("policies lost in the middle", {ca("P1"), ca("P2")}, ca("P1"), "explicit", lost);
        row("policies lost in the middle", {ca("P1"), ca("P2")}, ca("P1"), "P1 P2 explicit", lost);
        row("other policy below a required one", {ca("P1", require), ca("P2")}, ca("P2"), "", lost);
        row("other policy at the end", {ca("P1", require), ca("P1")}, ca("P2"), "", lost);
        const Above narrowing{ca("P1, P2, P3, P4", require), ca("P1, P2, P3"), ca("P1, P2")};
        row("fewer policies at each step", narrowing, ca("P1"), "", valid);
        row("fewer policies at each step", narrowing, ca("P1"), "P1", valid);
        row("fewer policies at each step", narrowing, ca("P1"), "P2", lost);
        row("none in common", {ca("P1, P2, P3", require), ca("P1, P2"), ca("P1")}, ca("P2"), "", lost);
        row("none in common early", {ca("P1, P2", require), ca("P1"), ca("P2")}, ca("P1"), "", lost);
        row("intermediate without policies", {ca("P1", require), ""}, ca("P1"), "", lost);
        row("two policies", {ca("P1, P2")}, ca("P1, P2"), "P1 explicit", valid);
        row("two policies", {ca("P1, P2")}, ca("P1, P2"), "P2 explicit", valid);
        row("two policies", {ca("P1, P2")}, ca("P1, P2"), "P3 explicit", lost);
        row("any all along", {ca("any")}, ca("any"), "", valid);
        row("any all along", {ca("any")}, ca("any"), "P1 explicit", valid);
        row("any above", {ca("any")}, ca("P1"), "P1 explicit", valid);
        row("any above", {ca("any")}, ca("P1"), "P2 explicit", lost);
        row("any below", {ca("P1")}, ca("any"), "P1 explicit", valid);
        row("any below", {ca("P1")}, ca("any"), "P2 explicit", lost);
        row("any beside another", {ca("P1, any")}, ca("P2"), "P2 explicit", valid);
        row("any-policy asked for", {ca("P1")}, ca("P1"), "2.5.29.32.0 explicit", valid);
        row("not an identifier asked for", {ca("P1")}, ca("P1"), "no.oid explicit", lost);
        row("three policies at the end", {ca("P1, P2, P3")}, ca("P1, P2, P3"), "P3 explicit", valid);
        row("user notice", {ca("P1")}, "policies: [{oid: P1, notice: q1}]", "P1 explicit", valid);
        row("CPS and notice", {ca("P1")},
            "policies: [{oid: P1, cps: \"http://a.example/\", notice: q2}, {oid: any, notice: q3}]",
            "P1 explicit", valid);
        row("explicit and nothing below the anchor", {}, "", "explicit", lost);
        row("leaf of the anchor", {}, ca("P1"), "P1 explicit", valid);
    }
    void policies_alongThePath() { compare(); }

    // PKITS 4.9
    void requireExplicit_skips_data() {
        columns();
        const auto skip = [](const char* n) {
            return constraints(std::string("require-explicit: ") + n).substr(2);
        };
        row("10 of 5", {skip("10"), "", "", ""}, "", "", valid);
        row("5 of 5", {skip("5"), "", "", ""}, "", "", valid);
        row("4 of 5", {skip("4"), "", "", ""}, "", "", lost);
        row("0 with policies", {ca("P1", constraints("require-explicit: 0")), ca("P1"), ca("P1"), ca("P1")},
            ca("P1"), "", valid);
        row("7, then 2", {skip("7"), skip("2"), skip("4"), ""}, "", "", lost);
        row("larger below does not raise", {skip("1"), skip("9"), ""}, "", "", lost);
        row("self-issued is not counted", {skip("2"), "self"}, "", "", valid);
        row("two below", {skip("2"), "self", ""}, "", "", lost);
        row("two below, both self-issued once", {skip("2"), "self", "", "self"}, "", "", lost);
        row("self-issued, short path", {skip("2"), "self", "self"}, "", "", valid);
        row("in the leaf itself", {""}, skip("0"), "", lost);
        row("in the leaf itself, with a policy", {ca("P1")}, ca("P1", require), "", valid);
        row("1 in the leaf", {""}, skip("1"), "", valid);
        row("huge number", {skip("\"hex:7fffffffffffffffff\""), ""}, "", "", valid);
        row("huge number under explicit", {skip("\"hex:7fffffffffffffffff\""), ""}, "", "explicit", lost);
    }
    void requireExplicit_skips() { compare(); }

    // PKITS 4.10
    void mapping_policies_data() {
        columns();
        const Above one{ca("P1", require + mapping("P1=P2"))};
        row("P1 to P2", one, ca("P2"), "P1", valid);
        row("P1 to P2", one, ca("P2"), "P2", lost);
        row("P1 to P2", one, ca("P2"), "P1 no-mapping", lost);
        row("P1 to P2, unmapped below", one, ca("P1"), "", lost);
        const Above two{ca("P1, P2", require + mapping("P1=P3, P2=P4"))};
        row("two mappings", two, ca("P3"), "", valid);
        row("two mappings", two, ca("P1"), "", lost);
        row("two mappings", two, ca("P4"), "P2", valid);
        row("two mappings", two, ca("P4"), "P1", lost);
        const Above chained{ca("P1", require + mapping("P1=P2")), ca("P2", mapping("P2=P3"))};
        row("mapped twice", chained, ca("P3"), "P1", valid);
        row("mapped twice", chained, ca("P3"), "P3", lost);
        row("mapped twice, first below", chained, ca("P2"), "", lost);
        const Above fork{ca("P1", require + mapping("P1=P2, P1=P3"))};
        row("one to two", fork, ca("P3"), "P1", valid);
        row("one to two", fork, ca("P2"), "P1", valid);
        row("one to two", fork, ca("P4"), "P1", lost);
        const Above join{ca("P1, P2", require + mapping("P1=P3, P2=P3"))};
        row("two to one", join, ca("P3"), "P1", valid);
        row("two to one", join, ca("P3"), "P2", valid);
        row("two to one", join, ca("P3"), "P3", lost);
        const Above swap{ca("P1, P2", require + mapping("P1=P2, P2=P1"))};
        row("swapped", swap, ca("P2"), "P1", valid);
        row("swapped", swap, ca("P2"), "P2", lost);
        row("mapping of a policy that is not there", {ca("P1", require + mapping("P2=P3"))}, ca("P3"), "",
            lost);
        row("mapping of a policy that is not there", {ca("P1", require + mapping("P2=P3"))}, ca("P1"), "P1",
            valid);
        row("mapping under any", {ca("any", require + mapping("P1=P2"))}, ca("P2"), "P1", valid);
        row("mapping under any", {ca("any", require + mapping("P1=P2"))}, ca("P1"), "P1", valid);
        row("mapping under any", {ca("any", require + mapping("P1=P2"))}, ca("P3"), "P3", valid);
        row("mapped below any", {ca("any", require), ca("any", mapping("P1=P2"))}, ca("P2"), "P1", valid);
        row("mapping and any, leaf any", {ca("P1, any", require + mapping("P1=P2"))}, ca("any"), "P1", valid);
        row("self-issued in between", {ca("P1", require + mapping("P1=P2")), ca("P2", ", self")}, ca("P2"),
            "P1", valid);
        row("mapping in the leaf does not count", {ca("P1", require)}, ca("P1", mapping("P1=P2")), "P1",
            valid);
        row("from any", {ca("P1", mapping("any=P1"))}, ca("P1"), "", "policy-mapping-any");
        row("to any", {ca("P1", mapping("P1=any"))}, ca("P1"), "", "policy-mapping-any");
        row("to any in the leaf", {ca("P1")}, ca("P1", mapping("P1=any")), "", valid);
    }
    void mapping_policies() { compare(); }

    // PKITS 4.11
    void inhibitMapping_skips_data() {
        columns();
        const auto inhibit = [](const char* n) {
            return constraints(std::string("require-explicit: 0, inhibit-mapping: ") + n);
        };
        const std::string toP2 = mapping("P1=P2");
        const std::string toP3 = mapping("P1=P3");
        row("0", {ca("P1", inhibit("0")), ca("P1", toP2)}, ca("P2"), "", lost);
        row("0, own mapping still counts", {ca("P1", inhibit("0") + toP2)}, ca("P2"), "", valid);
        row("0 takes the mapped policy away", {ca("P1", inhibit("0")), ca("P1", toP2)}, ca("P1"), "", lost);
        row("1", {ca("P1, P2", inhibit("1")), ca("P1, P2", toP3)}, ca("P3"), "", valid);
        row("1, mapped one further down",
            {ca("P1", inhibit("1")), ca("P1", toP3), ca("P3", mapping("P3=P5"))}, ca("P5"), "", lost);
        row("1, not mapped further down", {ca("P1", inhibit("1")), ca("P1", toP3), ca("P3")}, ca("P3"), "",
            valid);
        row("5, then 1",
            {ca("P1", inhibit("5")), ca("P1", constraints("inhibit-mapping: 1")), ca("P1"), ca("P1", toP2)},
            ca("P2"), "", lost);
        row("1, then 5",
            {ca("P1", inhibit("1")), ca("P1", constraints("inhibit-mapping: 5")), ca("P1", toP2)}, ca("P2"),
            "", lost);
        row("self-issued is not counted", {ca("P1", inhibit("1")), ca("P1", ", self"), ca("P1", toP2)},
            ca("P2"), "", valid);
        row("one too far below a self-issued",
            {ca("P1", inhibit("1")), ca("P1", ", self"), ca("P1"), ca("P1", toP2)}, ca("P2"), "", lost);
        row("self-issued that maps itself", {ca("P1", inhibit("0")), ca("P1", toP2 + ", self")}, ca("P2"), "",
            lost);
        row("second self-issued maps",
            {ca("P1", inhibit("1")), ca("P1", ", self"), ca("P1"), ca("P1", toP2 + ", self")}, ca("P2"), "",
            lost);
    }
    void inhibitMapping_skips() { compare(); }

    // PKITS 4.12
    void inhibitAny_skips_data() {
        columns();
        const auto inhibit = [](const char* n) { return std::string(require) + ", inhibit-any: " + n; };
        row("0", {ca("P1", inhibit("0"))}, ca("any"), "", lost);
        row("0, policy beside any", {ca("P1", inhibit("0"))}, ca("P1, any"), "", valid);
        row("0, own any still counts", {ca("any", inhibit("0"))}, ca("P1"), "P1", valid);
        row("1", {ca("any", inhibit("1")), ca("any")}, ca("P1"), "", valid);
        row("1", {ca("any", inhibit("1")), ca("any")}, ca("P1"), "no-any", lost);
        row("1, any at the end", {ca("P1", inhibit("1")), ca("any")}, ca("any"), "", lost);
        row("5, then 1", {ca("P1", inhibit("5")), ca("P1", ", inhibit-any: 1"), ca("any")}, ca("any"), "",
            lost);
        row("1, then 5", {ca("P1", inhibit("1")), ca("P1", ", inhibit-any: 5")}, ca("any"), "", lost);
        row("self-issued is not counted", {ca("P1", inhibit("1")), ca("any", ", self"), ca("any")}, ca("P1"),
            "", valid);
        row("one too far below a self-issued",
            {ca("P1", inhibit("1")), ca("any", ", self"), ca("any"), ca("any")}, ca("P1"), "", lost);
        row("self-issued may always say any",
            {ca("P1", inhibit("1")), ca("any", ", self"), ca("any"), ca("any", ", self")}, ca("P1"), "",
            valid);
        row("self-issued leaf may not", {ca("P1", inhibit("0"))}, "self, policies: [any]", "", lost);
        row("inhibited from the start", {ca("P1")}, ca("any"), "explicit no-any", lost);
    }
    void inhibitAny_skips() { compare(); }

    void form_extensions_data() {
        QTest::addColumn<QByteArray>("chain");
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QByteArray>("strict");
        const auto form = [](const char* title, const std::string& text, const char* service,
                             const char* strict = nullptr) {
            QTest::newRow(title) << QByteArray::fromStdString(chainOf({text}, "")) << QByteArray(service)
                                 << QByteArray(strict ? strict : service);
        };
        const char* const broken = "certificate.extension-malformed";
        const char* const shape = "policy-constraints-form";
        const char* const shapeWarning = "warning:policy-constraints-form";
        form("policy constraints not critical",
             "policy-constraints: {value: {require-explicit: 9}, critical: false}", valid, shape);
        form("policy constraints empty", "policy-constraints: {value: {}}", shapeWarning, shape);
        form("policy constraints negative", "policy-constraints: {der: \"30038001ff\"}", broken);
        form("policy constraints no sequence", "policy-constraints: {der: \"0500\"}", broken);
        form("policy constraints in the wrong order", "policy-constraints: {der: \"3006810109800109\"}",
             broken);
        form("inhibit any not critical", "inhibit-any: {value: 9, critical: false}", valid, shape);
        form("inhibit any negative", "inhibit-any: {der: \"0201ff\"}", broken);
        form("inhibit any of another type", "inhibit-any: {der: \"0a0101\"}", broken);
        form("inhibit any with octets behind", "inhibit-any: {der: \"0201090500\"}", broken);
        form("policies empty", "policies: {der: \"3000\"}", broken);
        form("policies without identifier", "policies: {der: \"30023000\"}", broken);
        form("policies with an identifier cut off", "policies: {der: \"3006300406022a83\"}", broken);
        form("qualifier without identifier", "policies: {der: \"300a300806022a0330023000\"}", broken);
        form("policy twice", ca("P1, P2, P1"), shapeWarning, shape);
        form("mappings empty", "policy-mappings: {der: \"3000\"}", broken);
        form("mapping of one side", "policy-mappings: {der: \"3006300406022a03\"}", broken);
        form("mappings not critical", ca("P1", ", policy-mappings: {value: [P1=P2], critical: false}"),
             valid);
    }
    void form_extensions() {
        QFETCH(QByteArray, chain);
        QFETCH(QByteArray, service);
        QFETCH(QByteArray, strict);
        QCOMPARE(QByteArray::fromStdString(judge(chain.toStdString(), test::policyOf("service"))), service);
        QCOMPARE(QByteArray::fromStdString(judge(chain.toStdString(), test::policyOf("rfc5280"))), strict);
        QCOMPARE(QByteArray::fromStdString(judge(chain.toStdString(), test::policyOf("webpki"))), strict);
    }

    void anchor_policies_areNoPartOfThePath() {
        const std::string chain = named("root: {policies: [P1], policy-constraints: {require-explicit: 0}}\n"
                                        "leaf: {issuer: root}\n");
        QCOMPARE(judge(chain, check::Policy{}), std::string(valid));
    }

    void anchor_alone_isValid() {
        check::Policy policy;
        policy.inputs.explicitPolicy = check::PolicyFlag::On;
        QCOMPARE(judge("leaf: ~\n", policy), std::string(valid));
    }

    void finding_policyLost_namesWhereAndWhat() {
        const auto findings = test::judgePath(chainOf({ca("P1", require), ""}, ca("P1")), policyWith("P1"),
                                              check::certificatePoliciesRules);
        QCOMPARE(findings.size(), std::size_t{1});
        const auto& body = *findings.front().body.as<check::PathPolicy>();
        QCOMPARE(body.name, std::string("CN=ca2"));
        QCOMPARE(body.role, std::string("intermediate"));
        QCOMPARE(body.wanted, std::vector<std::string>{named("P1")});
    }

    // Every CA maps every policy to every policy: a tree would have 12^12 leaves (CVE-2023-0464).
    void bound_mappingsEverywhere_endQuickly() {
        constexpr int count = 12;
        std::string all;
        std::string pairs;
        for (int i = 1; i <= count; ++i) {
            all += (i == 1 ? "P" : ", P") + std::to_string(i);
            for (int k = 1; k <= count; ++k)
                pairs += (pairs.empty() ? "P" : ", P") + std::to_string(i) + "=P" + std::to_string(k);
        }
        const Above above(count, ca(all, mapping(pairs)));
        const std::string chain = chainOf(above, ca(all));
        const std::clock_t start = std::clock();
        QCOMPARE(judge(chain, policyWith("P1 explicit")), std::string(valid));
        QCOMPARE(judge(chain, policyWith("P99 explicit")), std::string(lost));
        QVERIFY2(std::clock() - start < 5 * CLOCKS_PER_SEC, "making the certificates included");
    }

  private:
    static void compare() {
        QFETCH(QByteArray, chain);
        QFETCH(QByteArray, initial);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(judge(chain.toStdString(), policyWith(initial))), expected);
    }
};

QTEST_APPLESS_MAIN(TestCertificatePolicies)
#include "test_certificate_policies.moc"

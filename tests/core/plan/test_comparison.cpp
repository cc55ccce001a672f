// Why: a renewal that takes something away must be noticed before the clients notice it.
#include <QTest>

#include "core/plan/comparison.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"

using namespace certwright;
using namespace certwright::test;
using document::AltNameKind;

namespace {

document::CertificateFacts facts(const std::vector<document::AltName>& names, int days = 100) {
    document::CertificateFacts result;
    result.subject = {"CN=old.test", "old.test", {1}};
    result.issuer = {"CN=CA", "CA", {2}};
    result.key = {document::KeyAlgorithm::Rsa, 3072, {}, {1, 2, 3}};
    result.notBefore = testNow();
    result.notAfter = testNow() + std::chrono::days(days);
    result.altNames = names;
    return result;
}

document::CertificateFacts authority(const std::string& name, std::uint8_t key) {
    document::CertificateFacts result;
    result.subject = {name, name, {name.begin(), name.end()}};
    result.key.publicKeyInfo = {key};
    result.fingerprint = base::Bytes(32, key);
    return result;
}

document::KeyFacts key(document::KeyAlgorithm algorithm, int bits) {
    return {algorithm,
            bits,
            {},
            base::toBytes(std::to_string(static_cast<int>(algorithm)) + std::to_string(bits))};
}

plan::Comparison compared(const plan::InstalledCertificates& before, const document::CertificateFacts& after,
                          const std::vector<document::CertificateFacts>& cas = {},
                          check::CommonName commonName = check::CommonName::Ignore) {
    check::Material material;
    material.leaf = check::SourcedCertificate{{{}, after}, "new"};
    for (const auto& ca : cas)
        material.cas.push_back({{{}, ca}, "ca"});
    check::ServerPath path;
    if (!cas.empty())
        path.ca = 0;
    return plan::compare(before, material, path, commonName);
}

check::Findings judged(const plan::Comparison& comparison) {
    check::Findings findings;
    plan::judgeComparison(comparison, findings);
    return findings;
}

} // namespace

Q_DECLARE_METATYPE(document::KeyFacts)
Q_DECLARE_METATYPE(std::vector<document::CertificateFacts>)

class TestComparison : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void names_lostAndAdded_areFound();
    void names_underAWildcard_areNotLost();
    void names_ofACommonName_countWhereTheServiceCountsIt();
    void dates_gainAndLoss_areWholeDays();
    void key_weaker_data();
    void key_weaker();
    void ca_known_data();
    void ca_known();
    void ca_namesakes_areToldApart();
    void same_hasNothingToSay();
};

void TestComparison::names_lostAndAdded_areFound() {
    const auto before = facts({{AltNameKind::Dns, "A.test"}, {AltNameKind::Ip, "10.0.0.1"}});
    const auto after = facts({{AltNameKind::Dns, "a.test"}, {AltNameKind::Dns, "b.test"}});
    const auto comparison = compared({before, {}}, after);
    QCOMPARE(comparison.namesLost, std::vector<std::string>{"10.0.0.1"});
    QCOMPARE(comparison.namesAdded, std::vector<std::string>{"b.test"});
    const auto findings = judged(comparison);
    QCOMPARE(bodyOf<check::ReplaceNamesLost>(findings)->names, std::vector<std::string>{"10.0.0.1"});
}

void TestComparison::names_underAWildcard_areNotLost() {
    const auto before = facts({{AltNameKind::Dns, "a.plant.test"}, {AltNameKind::Dns, "deep.a.plant.test"}});
    const auto after = facts({{AltNameKind::Dns, "*.plant.test"}});
    QCOMPARE(compared({before, {}}, after).namesLost, std::vector<std::string>{"deep.a.plant.test"});
    QCOMPARE(compared({after, {}}, before).namesLost, std::vector<std::string>{"*.plant.test"});
}

void TestComparison::names_ofACommonName_countWhereTheServiceCountsIt() {
    auto after = facts({});
    after.subject = {"CN=new.test", "new.test", {9}};
    QVERIFY(compared({facts({}), {}}, after).namesLost.empty());
    const auto counted = compared({facts({}), {}}, after, {}, check::CommonName::Count);
    QCOMPARE(counted.namesLost, std::vector<std::string>{"old.test"});
    QCOMPARE(counted.namesAdded, std::vector<std::string>{"new.test"});
}

void TestComparison::dates_gainAndLoss_areWholeDays() {
    const auto longer = compared({facts({}, 100), {}}, facts({}, 465));
    QCOMPARE(longer.daysGained, 365);
    QVERIFY(!has(judged(longer), "replace.shorter"));
    const auto shorter = compared({facts({}, 100), {}}, facts({}, 90));
    QCOMPARE(shorter.daysGained, -10);
    QVERIFY(has(judged(shorter), "replace.shorter"));
}

void TestComparison::key_weaker_data() {
    using document::KeyAlgorithm;
    QTest::addColumn<document::KeyFacts>("before");
    QTest::addColumn<document::KeyFacts>("after");
    QTest::addColumn<bool>("weaker");
    QTest::newRow("fewer RSA bits") << key(KeyAlgorithm::Rsa, 4096) << key(KeyAlgorithm::Rsa, 3072) << true;
    QTest::newRow("more RSA bits") << key(KeyAlgorithm::Rsa, 2048) << key(KeyAlgorithm::Rsa, 3072) << false;
    QTest::newRow("PSS counts as RSA")
        << key(KeyAlgorithm::Rsa, 3072) << key(KeyAlgorithm::RsaPss, 2048) << true;
    QTest::newRow("RSA 4096 to P-256") << key(KeyAlgorithm::Rsa, 4096) << key(KeyAlgorithm::Ec, 256) << false;
    QTest::newRow("P-256 to RSA 2048") << key(KeyAlgorithm::Ec, 256) << key(KeyAlgorithm::Rsa, 2048) << true;
    QTest::newRow("P-384 to P-256") << key(KeyAlgorithm::Ec, 384) << key(KeyAlgorithm::Ec, 256) << true;
    QTest::newRow("P-384 to Ed25519")
        << key(KeyAlgorithm::Ec, 384) << key(KeyAlgorithm::Ed25519, 256) << true;
    QTest::newRow("unknown") << key(KeyAlgorithm::Other, 0) << key(KeyAlgorithm::Rsa, 2048) << false;
}

void TestComparison::key_weaker() {
    QFETCH(document::KeyFacts, before);
    QFETCH(document::KeyFacts, after);
    QFETCH(bool, weaker);
    auto old = facts({});
    auto next = facts({});
    old.key = before;
    next.key = after;
    const auto comparison = compared({old, {}}, next);
    QCOMPARE(comparison.key, plan::KeyChange::New);
    QCOMPARE(has(judged(comparison), "replace.key-weaker"), weaker);
}

void TestComparison::ca_known_data() {
    using Cas = std::vector<document::CertificateFacts>;
    QTest::addColumn<Cas>("before");
    QTest::addColumn<Cas>("after");
    QTest::addColumn<bool>("known");
    const auto one = authority("CN=One", 1);
    const auto two = authority("CN=Two", 2);
    auto reissued = one;
    reissued.fingerprint = base::Bytes(32, 77);
    QTest::newRow("the same") << Cas{one} << Cas{one} << true;
    QTest::newRow("issued anew") << Cas{one} << Cas{reissued} << true;
    QTest::newRow("another") << Cas{one} << Cas{two} << false;
    QTest::newRow("one more beside the one in use") << Cas{one} << Cas{one, two} << true;
    QTest::newRow("one more that is now in use") << Cas{one} << Cas{two, one} << false;
    QTest::newRow("one goes") << Cas{one, two} << Cas{one} << false;
    QTest::newRow("same name, other key") << Cas{one} << Cas{authority("CN=One", 3)} << false;
}

void TestComparison::ca_known() {
    QFETCH(std::vector<document::CertificateFacts>, before);
    QFETCH(std::vector<document::CertificateFacts>, after);
    QFETCH(bool, known);
    const auto findings = judged(compared({facts({}), before}, facts({}), after));
    QCOMPARE(has(findings, "replace.ca-changed"), !known);
}

void TestComparison::ca_namesakes_areToldApart() {
    const auto comparison =
        compared({facts({}), {authority("CN=One", 1)}}, facts({}), {authority("CN=One", 2)});
    const auto findings = judged(comparison);
    const auto* body = bodyOf<check::ReplaceCaChanged>(findings);
    QVERIFY(body != nullptr);
    QVERIFY(body->before != body->after);
    QVERIFY(body->before.starts_with("CN=One ["));
}

void TestComparison::same_hasNothingToSay() {
    const auto comparison =
        compared({facts({}), {authority("CN=One", 1)}}, facts({}), {authority("CN=One", 1)});
    QVERIFY(comparison.sameCertificate());
    QCOMPARE(comparison.key, plan::KeyChange::Same);
    QVERIFY(judged(comparison).empty());
}

QTEST_GUILESS_MAIN(TestComparison)
#include "test_comparison.moc"

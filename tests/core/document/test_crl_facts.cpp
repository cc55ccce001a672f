// Why: a CRL decides whether a certificate still counts; the tool and the openssl command line must read it
// alike.
#include <QTest>

#include "core/document/native.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/run_program.h"

using namespace certwright;
using namespace certwright::material;
using document::CrlFacts;

namespace {

const Identity& ca() {
    static const Identity one = authority("实践根 CA");
    return one;
}

std::string openssl(const Crl& crl, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"crl", "-noout"});
    return test::runProgram("openssl", arguments, pem(crl)).out;
}

} // namespace

class TestCrlFacts : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void facts_full_agreeWithTheCommandLine();
    void facts_version1WithoutNextUpdate_areRead();
    void facts_entries_areCounted_data();
    void facts_entries_areCounted();
    void facts_signature_isNamed();
    void crl_damaged_isDamage_data();
    void crl_damaged_isDamage();
};

void TestCrlFacts::facts_full_agreeWithTheCommandLine() {
    CrlSpec spec = crlSpec({revoked(server(ca()))});
    spec.number = 0xABCDEF0123ULL;
    const Crl crl = issueCrl(spec, ca());
    const CrlFacts& facts = crl.facts;
    const std::string text = openssl(
        crl, {"-issuer", "-nameopt", "RFC2253,utf8,-esc_msb", "-crlnumber", "-fingerprint", "-sha256"});
    QVERIFY(text.find("issuer=" + facts.issuer.text + "\n") != std::string::npos);
    QVERIFY(text.find("crlNumber=0x" + *facts.number + "\n") != std::string::npos);
    std::string fingerprint = base::toHex(facts.fingerprint, ':');
    for (char& c : fingerprint)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    QVERIFY(text.find(fingerprint) != std::string::npos);
    QCOMPARE(facts.version, 2);
    QVERIFY(facts.issuer == ca().certificate.facts.subject);
    QVERIFY(facts.authorityKeyId == ca().certificate.facts.subjectKeyId);
    QVERIFY(facts.thisUpdate == spec.thisUpdate && facts.nextUpdate == spec.nextUpdate);
    QVERIFY(document::nativeCrl(crl).has_value());
}

void TestCrlFacts::facts_version1WithoutNextUpdate_areRead() {
    CrlSpec spec = crlSpec();
    spec.version = 1;
    spec.nextUpdate.reset();
    const CrlFacts facts = issueCrl(spec, ca()).facts;
    QCOMPARE(facts.version, 1);
    QVERIFY(!facts.nextUpdate && !facts.number && facts.authorityKeyId.empty());
    spec = crlSpec();
    spec.number.reset();
    spec.authorityKeyId = document::Presence::Absent;
    QVERIFY(!issueCrl(spec, ca()).facts.number);
}

void TestCrlFacts::facts_entries_areCounted_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 300})
        QTest::addRow("%d", count) << count;
}

void TestCrlFacts::facts_entries_areCounted() {
    QFETCH(int, count);
    std::vector<CrlEntrySpec> entries;
    for (int i = 0; i < count; ++i)
        entries.push_back({std::to_string(1000 + i), now(),
                           i % 2 == 0 ? std::nullopt : std::optional(document::CrlReason::Superseded)});
    const Crl crl = issueCrl(crlSpec(entries), ca());
    QCOMPARE(crl.facts.entries, static_cast<std::size_t>(count));
    const std::string text = openssl(crl, {"-text"});
    int seen = 0;
    for (std::size_t at = 0; (at = text.find("Serial Number:", at)) != std::string::npos; ++at)
        ++seen;
    QCOMPARE(seen, count);
}

void TestCrlFacts::facts_signature_isNamed() {
    CrlSpec spec = crlSpec();
    spec.signature.digest = "SHA1";
    QCOMPARE(issueCrl(spec, ca()).facts.signature.digest, std::string("SHA1"));
    const Identity ec = issue(authoritySpec(), ecKey());
    QCOMPARE(issueCrl(crlSpec(), ec).facts.signature.algorithm, std::string("ecdsa-with-SHA256"));
}

void TestCrlFacts::crl_damaged_isDamage_data() {
    QTest::addColumn<std::string>("content");
    const std::string good = der(issueCrl(crlSpec({revoked(server(ca()))}), ca()));
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string content = good;
        return content.replace(content.find(from), from.size(), to);
    };
    using namespace std::string_literals;
    QTest::newRow("day that is none") << changed("261120", "261399");
    QTest::newRow("entry without date") << changed("\x17\x0D"s + "261111", "\x04\x0D"s + "261111");
    QTest::newRow("name type") << changed("\x55\x04\x03\x0C", "\x55\x04\x03\x02");
    QTest::newRow("number that is none") << changed("\x55\x1D\x14\x04\x03\x02", "\x55\x1D\x14\x04\x03\x04");
    QTest::newRow("key identifier that is none")
        << changed("\x55\x1D\x23\x04\x18\x30", "\x55\x1D\x23\x04\x18\x04");
}

void TestCrlFacts::crl_damaged_isDamage() {
    QFETCH(std::string, content);
    QCOMPARE(test::describe(test::parsed(content)), std::string("!bad-content:0"));
}

QTEST_APPLESS_MAIN(TestCrlFacts)
#include "test_crl_facts.moc"

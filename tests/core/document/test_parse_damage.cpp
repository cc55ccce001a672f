// Why: a damaged file is named as damaged with its line, never taken for a whole one, and never harms the
// program.
#include <ctime>

#include <QTest>

#include "core/document/open.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using test::describe;
using test::parsed;
using test::Thing;
using test::things;

namespace {

// milliseconds is processor time since `start`, which a busy machine does not lengthen.
long milliseconds(std::clock_t start) {
    return static_cast<long>((std::clock() - start) * 1000 / CLOCKS_PER_SEC);
}

} // namespace

class TestParseDamage : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void parse_truncatedPem_isUnterminated_data() { addThings(); }
    void parse_truncatedPem_isUnterminated();
    void parse_truncatedDer_isDamage_data() { addThings(); }
    void parse_truncatedDer_isDamage();
    void parse_flippedBits_neverHarm_data() { addThings(); }
    void parse_flippedBits_neverHarm();
    void parse_noise_neverHarms();
    void parse_badBlock_isNamedWithItsLine_data();
    void parse_badBlock_isNamedWithItsLine();
    void parse_garbageBehindDer_isDamage();
    void parse_damageBesideGood_keepsBoth();
    void parse_tooLarge_isRefusedQuickly_data();
    void parse_tooLarge_isRefusedQuickly();
    void parse_largeCrl_isReadQuickly();

  private:
    static void addThings() {
        QTest::addColumn<std::string>("pem");
        QTest::addColumn<std::string>("der");
        for (const Thing& thing : things())
            QTest::addRow("%s", thing.name.c_str()) << thing.pem << thing.der;
    }
};

void TestParseDamage::parse_truncatedPem_isUnterminated() {
    QFETCH(std::string, pem);
    const std::size_t whole = pem.empty() ? 0 : pem.size() - 6; // less than that lacks a dash of the end line
    for (std::size_t size = 0; size < whole; size += 50) {
        const bool labelled = size >= pem.find('\n');
        QCOMPARE(describe(parsed(pem.substr(0, size))),
                 labelled ? std::string("!unterminated:1") : std::string());
    }
}

void TestParseDamage::parse_truncatedDer_isDamage() {
    QFETCH(std::string, der);
    for (std::size_t size = 50; size < der.size(); size += 50) {
        const bool large = static_cast<unsigned char>(der[1]) >= 0x80;
        QCOMPARE(describe(parsed(der.substr(0, size))),
                 large ? std::string("!bad-content:0") : std::string());
    }
}

void TestParseDamage::parse_flippedBits_neverHarm() {
    QFETCH(std::string, pem);
    QFETCH(std::string, der);
    test::SeededRandom random;
    const secret::SecretBytes password = material::secretOf("password");
    for (int round = 0; round < 150; ++round) {
        std::string content = round % 2 == 0 || pem.empty() ? der : pem;
        if (content.empty())
            continue;
        for (std::uint64_t flips = 1 + random.number(3); flips > 0; --flips) {
            char& octet = content[static_cast<std::size_t>(random.number(content.size()))];
            octet = static_cast<char>(static_cast<unsigned char>(octet) ^ (1U << random.number(8)));
        }
        for (const document::Item& item : parsed(content).items) {
            if (const auto* sealed = std::get_if<document::EncryptedKey>(&item.object))
                document::openKey(*sealed, password, material::access());
            if (const auto* container = std::get_if<document::Pkcs12>(&item.object))
                document::openPkcs12(*container, password, material::access());
        }
    }
}

void TestParseDamage::parse_noise_neverHarms() {
    test::SeededRandom random;
    for (int round = 0; round < 2000; ++round) {
        base::Bytes noise(static_cast<std::size_t>(random.number(600)) + 4);
        QVERIFY(random.fill(noise));
        noise[0] = 0x30;
        noise[1] = round % 3 == 0 ? 0x80 : 0x82;
        noise[2] = static_cast<std::uint8_t>((noise.size() - 4) >> 8U);
        noise[3] = static_cast<std::uint8_t>(noise.size() - 4);
        const document::ParsedFile file = document::parse(noise, material::access());
        QVERIFY(file.items.empty());
        QVERIFY(!file.damages.empty());
    }
}

void TestParseDamage::parse_badBlock_isNamedWithItsLine_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("found");
    const auto block = [](const std::string& label, const std::string& body) {
        return "\n-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    };
    const std::string crl = material::pem("CERTIFICATE", test::thing("crl").der);
    const auto row = [](const char* name, const std::string& content, const std::string& found) {
        QTest::newRow(name) << content << found;
    };
    row("foreign character", block("CERTIFICATE", "MIIB!AAA"), "!bad-base64:2");
    row("quoted mail", block("CERTIFICATE", "> MIIBAAAA"), "!bad-base64:2");
    row("not a multiple of four", block("PRIVATE KEY", "MIIBA"), "!bad-base64:2");
    row("padding in the middle", block("CERTIFICATE", "MI==AAAA"), "!bad-base64:2");
    row("too much padding", block("CERTIFICATE", "M==="), "!bad-base64:2");
    row("nothing inside", block("CERTIFICATE", ""), "!bad-content:2");
    row("not what the label says", "\n" + crl, "!bad-content:2");
    row("key that is none", block("PRIVATE KEY", "MAMCAQA="), "!bad-content:2");
    row("key of a kind that nobody knows", block("STRANGE PRIVATE KEY", "b3BlbnNzaC1rZXk="),
        "!bad-content:2");
    row("end of another label", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END X509 CRL-----\n",
        "!unterminated:1");
    row("DEK-Info without IV",
        block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC\n\nAAAA"), "!bad-content:2");
    row("DEK-Info with a bad IV",
        block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,XYZ\n\nAAAA"),
        "!bad-content:2");
    row("next begins before the end", "-----BEGIN CERTIFICATE-----\nMIIB\n" + test::thing("crl").pem,
        "crl !unterminated:1");
}

void TestParseDamage::parse_badBlock_isNamedWithItsLine() {
    QFETCH(std::string, content);
    QFETCH(std::string, found);
    QCOMPARE(describe(parsed(content)), found);
}

void TestParseDamage::parse_garbageBehindDer_isDamage() {
    QCOMPARE(describe(parsed(test::thing("certificate").der + "\x01garbage")),
             std::string("certificate !bad-content:0"));
}

void TestParseDamage::parse_damageBesideGood_keepsBoth() {
    const std::string good = test::thing("certificate").pem;
    std::string bad = good;
    bad[bad.find('\n') + 5] = '*';
    const std::string lines = std::to_string(std::count(good.begin(), good.end(), '\n') + 1);
    QCOMPARE(describe(parsed(good + bad + good)), "certificate certificate !bad-base64:" + lines);
}

void TestParseDamage::parse_tooLarge_isRefusedQuickly_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<std::string>("found");
    constexpr std::size_t mebi = 1024 * 1024;
    const std::string certificate = test::thing("certificate").pem;
    const std::string beginning = "-----BEGIN A-----\n";
    std::string labels;
    while (labels.size() < 9 * mebi)
        labels += beginning;
    QTest::newRow("over 64 MiB") << std::string(64 * mebi + 1, '0') << std::string("!bad-content:0");
    QTest::newRow("certificate in 11 MiB")
        << std::string(11 * mebi, '\n') + certificate << "!bad-content:" + std::to_string(11 * mebi + 1);
    QTest::newRow("certificate in 11 MiB of DER")
        << test::thing("certificate").der + std::string(11 * mebi, ' ') << std::string("!bad-content:0");
    QTest::newRow("half a million labels") << labels << std::string("!bad-content:20001");
    QTest::newRow("nothing but dashes") << std::string(10 * mebi, '-') << std::string();
    QTest::newRow("nested sequences")
        << "\x30\x84\x04\xff\xff\xff" + std::string(9 * mebi, '\x30') << std::string("!bad-content:0");
}

void TestParseDamage::parse_tooLarge_isRefusedQuickly() {
    QFETCH(std::string, content);
    QFETCH(std::string, found);
    const std::clock_t start = std::clock();
    QCOMPARE(describe(parsed(content)), found);
    QVERIFY2(milliseconds(start) < 3000, "too slow");
}

void TestParseDamage::parse_largeCrl_isReadQuickly() {
    const material::Identity ca = material::authority();
    material::CrlSpec spec = material::crlSpec();
    for (int i = 0; i < 20000; ++i)
        spec.entries.push_back({std::to_string(100000 + i), spec.thisUpdate, std::nullopt});
    const std::string content = material::pem(material::issueCrl(spec, ca));
    const std::clock_t start = std::clock();
    const document::ParsedFile file = parsed(content);
    QVERIFY2(milliseconds(start) < 1000, "too slow");
    QCOMPARE(describe(file), std::string("crl"));
    QCOMPARE(std::get<document::Crl>(file.items[0].object).facts.entries, std::size_t{20000});
}

QTEST_APPLESS_MAIN(TestParseDamage)
#include "test_parse_damage.moc"

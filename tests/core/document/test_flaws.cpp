// Why: what breaks the form of a certificate, list or request is refused with its reason, although OpenSSL
// loads it; what only breaks a rule stays readable.
#include <QTest>

#include "core/document/flaws.h"
#include "core/ossl/der.h"
#include "tests/core/document/things.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using document::DamageReason;
using ossl::Tag;

namespace {

// Pieces are the elements that a signed object is put together from, each in DER.
base::Bytes element(Tag tag, const std::vector<base::Bytes>& parts) {
    base::Bytes content;
    for (const base::Bytes& part : parts)
        content.insert(content.end(), part.begin(), part.end());
    return ossl::derElement(tag, {content});
}

base::Bytes text(Tag tag, const std::string& value) {
    return ossl::derElement(tag, {base::viewOf(value)});
}

// elementsOf returns the elements inside the SEQUENCE `der`.
std::vector<base::Bytes> elementsOf(const std::string& der) {
    ossl::DerReader reader(ossl::DerReader(base::viewOf(der)).next()->content);
    std::vector<base::Bytes> elements;
    while (const auto next = reader.next())
        elements.emplace_back(next->whole.begin(), next->whole.end());
    return elements;
}

std::string together(const std::vector<base::Bytes>& elements) {
    const base::Bytes whole = element(Tag::Sequence, elements);
    return std::string(base::textOf(whole));
}

// changed replaces the element `index` of the signed part of `der`; an empty one is left out.
std::string changed(const std::string& der, std::size_t index, const base::Bytes& to) {
    std::vector<base::Bytes> outer = elementsOf(der);
    std::vector<base::Bytes> inner = elementsOf(std::string(base::textOf(outer[0])));
    if (to.empty())
        inner.erase(inner.begin() + static_cast<std::ptrdiff_t>(index));
    else
        inner[index] = to;
    outer[0] = element(Tag::Sequence, inner);
    return together(outer);
}

base::Bytes validity(const base::Bytes& from, const base::Bytes& until) {
    return element(Tag::Sequence, {from, until});
}

base::Bytes version(int number) {
    return element(Tag::Context0, {base::Bytes{2, 1, static_cast<std::uint8_t>(number)}});
}

constexpr std::size_t certificateVersion = 0;
constexpr std::size_t certificateAlgorithm = 2;
constexpr std::size_t certificateValidity = 4;
constexpr std::size_t crlThisUpdate = 3;

} // namespace

class TestFlaws : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void certificate_withDates_isReadOrRefused_data();
    void certificate_withDates_isReadOrRefused();
    void object_changed_isRefusedWithItsReason_data();
    void object_changed_isRefusedWithItsReason();
    void block_ofOtherContent_isNamed_data();
    void block_ofOtherContent_isNamed();
    void block_withOctetsBehind_isRefused_data();
    void block_withOctetsBehind_isRefused();
    void file_withOctetsBehind_keepsTheObjectAndTells();
    void certificate_ofOddSerialOrVersion1_staysReadable();

  private:
    // judged returns what parsing says, with the reason of the first damage.
    static void judge(const std::string& content, DamageReason expected) {
        const document::ParsedFile file = test::parsed(content);
        if (expected == DamageReason::None) {
            QCOMPARE(file.damages.size(), std::size_t{0});
            QCOMPARE(file.items.size(), std::size_t{1});
            return;
        }
        QCOMPARE(file.items.size(), std::size_t{0});
        QCOMPARE(file.damages.size(), std::size_t{1});
        QCOMPARE(static_cast<int>(file.damages[0].reason), static_cast<int>(expected));
    }
    const std::string m_certificate = test::thing("certificate").der;
    const std::string m_crl = test::thing("crl").der;
    const std::string m_request = test::thing("request").der;
};

void TestFlaws::certificate_withDates_isReadOrRefused_data() {
    QTest::addColumn<std::string>("from");
    QTest::addColumn<std::string>("until");
    QTest::addColumn<int>("reason");
    // U or G and the characters inside.
    const auto row = [](const char* name, const std::string& from, const std::string& until,
                        DamageReason reason) {
        QTest::newRow(name) << from << until << static_cast<int>(reason);
    };
    const std::string good = "U260101000000Z";
    const std::string later = "U270101000000Z";
    const auto bad = DamageReason::ImpossibleDate;
    row("plain", good, later, DamageReason::None);
    row("one second", good, good, DamageReason::None);
    row("ends before it begins", later, good, DamageReason::EmptyValidity);
    row("GeneralizedTime before 2050", "G20260101000000Z", later, DamageReason::None);
    row("year 0000", "G00000101000000Z", later, DamageReason::None);
    row("year 9999", good, "G99991231235959Z", DamageReason::None);
    row("50 is 1950", "U500101000000Z", later, DamageReason::None);
    row("29 February of a leap year", "U240229000000Z", later, DamageReason::None);
    row("29 February of no leap year", "U250229000000Z", later, bad);
    row("30 February", "U260230000000Z", later, bad);
    row("month 13", "U261301000000Z", later, bad);
    row("month 0", "U260001000000Z", later, bad);
    row("day 0", "U260100000000Z", later, bad);
    row("24:00", "U260101240000Z", later, bad);
    row("minute 60", "U260101006000Z", later, bad);
    row("second 60", "U260101000060Z", later, bad);
    row("without seconds", "U2601010000Z", later, bad);
    row("without Z", "U260101000000", later, bad);
    row("with an offset", "U260101000000+0100", later, bad);
    row("with an offset of nothing", "U260101000000+0000", later, bad);
    row("with fractions", good, "G20270101000000.5Z", bad);
    row("GeneralizedTime without seconds", good, "G202701010000Z", bad);
    row("letters", "U2601O1000000Z", later, bad);
    row("blanks", "U26 101000000Z", later, bad);
    row("nothing", "U", later, bad);
}

void TestFlaws::certificate_withDates_isReadOrRefused() {
    QFETCH(std::string, from);
    QFETCH(std::string, until);
    QFETCH(int, reason);
    const auto time = [](const std::string& value) {
        return text(value[0] == 'U' ? Tag::UtcTime : Tag::GeneralizedTime, value.substr(1));
    };
    const std::string der = changed(m_certificate, certificateValidity, validity(time(from), time(until)));
    judge(der, DamageReason{reason});
    judge(material::pem("CERTIFICATE", der), DamageReason{reason});
}

void TestFlaws::object_changed_isRefusedWithItsReason_data() {
    QTest::addColumn<std::string>("der");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, const std::string& der, DamageReason reason) {
        QTest::newRow(name) << der << static_cast<int>(reason);
    };
    const base::Bytes algorithm = *base::fromHex("300a06082a8648ce3d040303");
    row("certificate of version 4", changed(m_certificate, certificateVersion, version(3)),
        DamageReason::BadVersion);
    row("certificate of version 0", changed(m_certificate, certificateVersion, version(0xFF)),
        DamageReason::BadVersion);
    row("certificate of version 1, written out", changed(m_certificate, certificateVersion, version(0)),
        DamageReason::None);
    row("certificate of two algorithms", changed(m_certificate, certificateAlgorithm, algorithm),
        DamageReason::AlgorithmsDiffer);
    row("list of version 3", changed(m_crl, 0, {2, 1, 2}), DamageReason::BadVersion);
    row("list of version 1, written out", changed(m_crl, 0, {2, 1, 0}), DamageReason::BadVersion);
    row("list of a long version", changed(m_crl, 0, {2, 2, 0, 1}), DamageReason::BadVersion);
    row("list of two algorithms", changed(m_crl, 1, algorithm), DamageReason::AlgorithmsDiffer);
    row("list of 30 February", changed(m_crl, crlThisUpdate, text(Tag::UtcTime, "260230000000Z")),
        DamageReason::ImpossibleDate);
    row("list with an impossible end", changed(m_crl, crlThisUpdate + 1, text(Tag::UtcTime, "2602280000Z")),
        DamageReason::ImpossibleDate);
    row("request of version 2", changed(m_request, 0, {2, 1, 1}), DamageReason::BadVersion);
}

void TestFlaws::object_changed_isRefusedWithItsReason() {
    QFETCH(std::string, der);
    QFETCH(int, reason);
    judge(der, DamageReason{reason});
}

void TestFlaws::block_ofOtherContent_isNamed_data() {
    QTest::addColumn<std::string>("label");
    QTest::addColumn<std::string>("thing");
    QTest::addColumn<std::string>("kind");
    const auto row = [](const char* label, const char* thing, const char* kind) {
        QTest::addRow("%s over %s", label, thing)
            << std::string(label) << std::string(thing) << std::string(kind);
    };
    row("CERTIFICATE", "crl", "crl");
    row("CERTIFICATE", "request", "request");
    row("CERTIFICATE", "pkcs7", "pkcs7");
    row("CERTIFICATE", "pkcs8 rsa", "key");
    row("CERTIFICATE", "pkcs12", "pkcs12");
    row("X509 CRL", "certificate", "certificate");
    row("CERTIFICATE REQUEST", "certificate", "certificate");
    row("PKCS7", "certificate", "certificate");
    row("PRIVATE KEY", "certificate", "certificate");
}

void TestFlaws::block_ofOtherContent_isNamed() {
    QFETCH(std::string, label);
    QFETCH(std::string, thing);
    QFETCH(std::string, kind);
    const std::string content = material::pem(label, test::thing(thing).der);
    judge(content, DamageReason::OtherLabel);
    QCOMPARE(test::parsed(content).damages[0].detail, kind);
    QCOMPARE(test::parsed(content).damages[0].label, label);
}

void TestFlaws::block_withOctetsBehind_isRefused_data() {
    QTest::addColumn<std::string>("content");
    const auto row = [&](const char* label, const std::string& der, const char* behind) {
        QTest::addRow("%s %s", label, behind) << material::pem(label, der + behind);
    };
    for (const char* behind : {"x", "\n", "\x05"}) {
        row("CERTIFICATE", m_certificate, behind);
        row("X509 CRL", m_crl, behind);
        row("CERTIFICATE REQUEST", m_request, behind);
    }
    QTest::newRow("two certificates in one block")
        << material::pem("CERTIFICATE", m_certificate + m_certificate);
    QTest::newRow("trust settings twice")
        << material::pem("TRUSTED CERTIFICATE", m_certificate + std::string("\x30\x00\x30\x00", 4));
}

void TestFlaws::block_withOctetsBehind_isRefused() {
    QFETCH(std::string, content);
    judge(content, DamageReason::TrailingOctets);
}

void TestFlaws::file_withOctetsBehind_keepsTheObjectAndTells() {
    const document::ParsedFile file = test::parsed(m_certificate + "garbage");
    QCOMPARE(test::describe(file), std::string("certificate !bad-content:0"));
    QCOMPARE(static_cast<int>(file.damages[0].reason), static_cast<int>(DamageReason::TrailingOctets));
}

// Odd serial numbers and missing extensions break rules, not the form.
void TestFlaws::certificate_ofOddSerialOrVersion1_staysReadable() {
    judge(changed(m_certificate, 1, {2, 1, 0}), DamageReason::None);
    judge(changed(m_certificate, 1, {2, 1, 0x80}), DamageReason::None);
    base::Bytes huge(42, 0x11);
    huge[0] = 2;
    huge[1] = 40;
    judge(changed(m_certificate, 1, huge), DamageReason::None);
    judge(test::thing("v1 certificate").pem, DamageReason::None);
}

QTEST_APPLESS_MAIN(TestFlaws)
#include "test_flaws.moc"

// Why: a file that is passed over unread is never seen again; so nothing of ours may look like junk.
#include <QTest>

#include "core/scan/candidate.h"
#include "tests/data/material/pki.h"

using namespace certwright;
using namespace certwright::material;
using scan::Look;

Q_DECLARE_METATYPE(certwright::scan::Look)

class TestCandidate : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void look_firstOctets_decide_data();
    void look_firstOctets_decide();
    void list_firstOctets_tell_data();
    void list_firstOctets_tell();
    void foreign_firstOctets_tell();
};

namespace {

base::ByteView first(const std::string& content) {
    return base::viewOf(std::string_view(content).substr(0, scan::peekSize));
}

} // namespace

void TestCandidate::look_firstOctets_decide_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<Look>("look");
    const Identity root = authority();
    const Identity ed = issue(serverSpec(), edKey());
    const auto row = [](const char* name, const std::string& content, Look look) {
        QTest::newRow(name) << content << look;
    };
    row("certificate, PEM", pem(root), Look::Whole);
    row("certificate, DER", der(root), Look::Whole);
    row("key, DER", keyDer(*rsaKey()), Look::Whole);
    row("the smallest key, DER", keyDer(*ed.key), Look::Whole);
    row("encrypted key, DER", keyDer(*rsaKey(), "password"), Look::Whole);
    row("traditional key, DER", traditionalDer(*ecKey()), Look::Whole);
    row("list, DER", der(issueCrl(crlSpec(), root)), Look::Whole);
    row("PKCS#12", pkcs12(root, {}, "password"), Look::Whole);
    row("PKCS#7", pkcs7({root.certificate}), Look::Whole);
    row("PKCS#7 in BER",
        std::string("\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 13) + std::string(50, '\0'),
        Look::Whole);
    row("request, DER", requestDer({{"CN", "x"}}, *ecKey()), Look::Whole);
    row("text before a block", "Certificate:\n    Data:\n" + pem(root), Look::Whole);
    row("long text", std::string(5000, 'x'), Look::Text);
    row("short text", std::string(500, 'x'), Look::Nothing);
    row("text that begins with a zero", "0,1,2,3" + std::string(5000, '0'), Look::Text);
    row("program",
        std::string("\x7F"
                    "ELF\0\0\0",
                    7) +
            std::string(5000, 'x'),
        Look::Nothing);
    row("DER that is longer than the file", der(root).substr(0, 400), Look::Nothing);
    row("empty", "", Look::Nothing);
    row("archive", std::string("PK\x03\x04", 4) + std::string(100, '\0'), Look::Zip);
}

void TestCandidate::look_firstOctets_decide() {
    QFETCH(std::string, content);
    QFETCH(Look, look);
    QVERIFY(scan::lookAt(first(content), content.size(), "any.name") == look);
    if (look == Look::Zip)
        QVERIFY(scan::lookAt(first(content), content.size(), "letter.docx") == Look::Nothing);
}

void TestCandidate::list_firstOctets_tell_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<bool>("list");
    const Identity root = authority();
    std::vector<CrlEntrySpec> entries;
    for (int i = 0; i < 500; ++i)
        entries.push_back({std::to_string(1000 + i), now() - days(10), {}});
    QTest::newRow("DER") << der(issueCrl(crlSpec(entries), root)) << true;
    QTest::newRow("PEM") << pem(issueCrl(crlSpec(entries), root)) << true;
    QTest::newRow("certificate") << der(root) << false;
    QTest::newRow("text") << std::string(5000, 'x') << false;
    QTest::newRow("two octets") << std::string("\x30\x82") << false;
    QTest::newRow("headers without end") << std::string("\x30\x84\xFF\xFF\xFF\xFF\x30\x84\xFF\xFF") << false;
}

void TestCandidate::list_firstOctets_tell() {
    QFETCH(std::string, content);
    QFETCH(bool, list);
    QCOMPARE(scan::beginsCrl(first(content)), list);
    // However few octets there are, nothing is read behind them.
    for (std::size_t size = 0; size < 64 && size < content.size(); ++size) {
        const std::vector<std::uint8_t> exact(content.begin(),
                                              content.begin() + static_cast<std::ptrdiff_t>(size));
        scan::beginsCrl(exact);
        scan::lookAt(exact, 1000, "x");
    }
}

void TestCandidate::foreign_firstOctets_tell() {
    QCOMPARE(scan::foreignFormat(base::viewOf("PuTTY-User-Key-File-3: ssh-ed25519")),
             std::string("putty-key"));
    QCOMPARE(scan::foreignFormat(base::viewOf("-----BEGIN OPENSSH PRIVATE KEY-----\n")),
             std::string("openssh-private-key"));
    QCOMPARE(scan::foreignFormat(base::viewOf("\xFE\xED\xFE\xED....")), std::string("java-key-store"));
    QVERIFY(scan::foreignFormat(base::viewOf("-----BEGIN CERTIFICATE-----")).empty());
    QVERIFY(scan::foreignFormat({}).empty());
}

QTEST_APPLESS_MAIN(TestCandidate)
#include "test_candidate.moc"

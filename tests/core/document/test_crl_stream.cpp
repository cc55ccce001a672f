// Why: one octet read differently in a list of a million entries may let a revoked certificate in; a reader
// that sees pieces must see what a reader of the whole sees, at every boundary.
#include <QTest>

#include "core/document/crl_signature.h"
#include "core/document/native.h"
#include "core/document/parse.h"
#include "tests/core/document/crl_pieces.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::test;

class TestCrlStream : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void list_cutShortAnywhere_isNoList();
    void list_readAnyhow_isTheSame_data();
    void list_readAnyhow_isTheSame();
    void list_behindOneWithALargePart_isRead();
    void list_tooManyInAFile_isDamage();
    void idle_countsWhatIsNoList();
    void take_hasWhatIsKnownSoFar();
    void list_mutated_isReadAlikeByAllReaders();
    void signature_fromDigest_agreesWithTheWhole_data();
    void signature_fromDigest_agreesWithTheWhole();
    void signature_withoutDigest_needsTheWhole();
};

void TestCrlStream::list_cutShortAnywhere_isNoList() {
    const std::string octets = list(entry("\x05", stamp, reason(4)));
    for (std::size_t size = 0; size < octets.size(); ++size) {
        const auto read = streamed(octets.substr(0, size), 13);
        QVERIFY(!read);
        QCOMPARE(read.error(), "no complete CRL"s);
    }
    const std::string text = pemOf(octets);
    for (std::size_t size = 0; size < text.size() - 1; ++size)
        QCOMPARE(told(inPieces(text.substr(0, size), 29)),
                 told(document::parse(base::viewOf(std::string_view(text).substr(0, size)), access())));
}

void TestCrlStream::list_readAnyhow_isTheSame_data() {
    QTest::addColumn<std::string>("content");
    const std::string octets = list(entry("\x05", stamp, reason(4)));
    const std::string text = pemOf(octets);
    const auto ends = [&](const std::string& end) {
        std::string changed;
        for (const char c : text)
            changed += c == '\n' ? end : std::string(1, c);
        return changed;
    };
    const auto row = [](const char* name, const std::string& content) { QTest::newRow(name) << content; };
    row("DER", octets);
    row("DER with zeros and line ends behind", octets + "\0\0\r\n"s);
    row("DER with letters behind", octets + "abc");
    row("two in DER", octets + octets);
    row("filler between two", octets + "\n" + octets);
    row("PEM", text);
    row("CRLF", ends("\r\n"));
    row("CR", ends("\r"));
    row("blank lines", ends("\n\n"));
    row("one line", ends(""));
    row("byte-order mark", "\xEF\xBB\xBF" + text);
    row("blanks before the label", " \t" + text);
    row("text before the label on its line", "x" + text);
    row("text around", "Revocation list:\n  by us\n" + text + "\nthat was all\n" + text);
    row("long text around", std::string(9000, 'x') + "\n" + text + std::string(70000, '-') + "\n" + text);
    row("headers", "-----BEGIN X509 CRL-----\r\nProc: 4\r\n more\r\n\r\n" + text.substr(25));
    row("old label",
        "-----BEGIN CRL-----\n" + text.substr(25, text.size() - 25 - 23) + "-----END CRL-----\n");
    row("end of another label", text.substr(0, text.size() - 23) + "-----END CRL-----\n");
    row("next begins before the end", text.substr(0, text.size() - 23) + text);
    row("next begins in bad base64", text.substr(0, 60) + "!\n" + text);
    row("bad character", text.substr(0, 60) + "!" + text.substr(61));
    row("dash within", text.substr(0, 60) + "-" + text.substr(61));
    row("character missing", text.substr(0, 60) + text.substr(61));
    row("padding within", text.substr(0, 60) + "=" + text.substr(61));
    row("too much padding", text.substr(0, text.size() - 24) + "====\n" + text.substr(text.size() - 23));
    row("empty block", "-----BEGIN X509 CRL-----\n-----END X509 CRL-----\n");
    row("block without content and end", "-----BEGIN X509 CRL-----");
    row("public key before", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n" + text);
    row("nothing of ours", "hello\nworld\n");
    row("nothing", "");
}

void TestCrlStream::list_readAnyhow_isTheSame() {
    QFETCH(std::string, content);
    const std::string expected = told(test::parsed(content));
    for (std::size_t piece = 1; piece <= 64; ++piece)
        QCOMPARE(told(inPieces(content, piece)), expected);
    QCOMPARE(told(inPieces(content, content.size() + 1)), expected);
}

// A large part makes the buffer large, and so much of what stands behind the list comes with its end.
void TestCrlStream::list_behindOneWithALargePart_isRead() {
    const std::string part = entry("\x05", stamp, extension("\x2A\x03", std::string(400000, 'x')));
    const std::string large = list(part, 8000);
    const std::string small = list(entry("\x06", stamp));
    std::string content = large;
    while (content.size() < large.size() + 500000)
        content += small;
    const std::string expected = told(test::parsed(content));
    for (const std::size_t piece : {content.size(), std::size_t{65536}, std::size_t{500001}})
        QVERIFY(told(inPieces(content, piece)) == expected);
    QVERIFY(inPieces(content, content.size()).items.size() > 500);
}

void TestCrlStream::list_tooManyInAFile_isDamage() {
    const std::string one = list({}, 0);
    std::string content;
    for (int i = 0; i < 20001; ++i)
        content += one;
    const ParsedFile file = inPieces(content, 65536);
    QCOMPARE(file.items.size(), std::size_t{20000});
    QCOMPARE(file.damages.size(), std::size_t{1});
}

void TestCrlStream::idle_countsWhatIsNoList() {
    const std::string octets = list({}, 5000);
    std::string broken = octets;
    broken[100000] = '\x7F'; // in the middle of an entry
    const std::string blanks(200000, '\n');
    const auto idle = [](const std::string& content) {
        CrlFile file(wanting(), Digests::Fingerprint);
        file.add(base::viewOf(content));
        return file.idle();
    };
    QCOMPARE(idle(octets), std::uint64_t{0});
    QCOMPARE(idle(octets + blanks), std::uint64_t{200000});
    QCOMPARE(idle(octets + blanks.substr(1) + "x"), std::uint64_t{200000});
    QVERIFY(idle(broken) > 30000);
    QVERIFY(idle(pemOf(octets)) < 66000);
    QVERIFY(idle(pemOf(octets) + blanks) >= 200000);
    QVERIFY(idle(pemOf(broken)) > 40000);
    QVERIFY(idle("-----BEGIN X509 CRL-----\n" + blanks) >= 200000);
    const std::string open = pemOf(octets).substr(0, 100000);
    QVERIFY(idle(open + blanks) > 130000);
}

void TestCrlStream::take_hasWhatIsKnownSoFar() {
    const std::string one = list({}, 3);
    for (const std::string& content : {one + one, pemOf(one) + pemOf(one)}) {
        CrlFile file(wanting(), Digests::Fingerprint);
        const std::string_view text = content;
        file.add(base::viewOf(text.substr(0, content.size() / 2 + 200)));
        QCOMPARE(file.take().items.size(), std::size_t{1});
        QCOMPARE(file.take().items.size(), std::size_t{0});
        file.add(base::viewOf(text.substr(content.size() / 2 + 200)));
        QCOMPARE(file.finish().items.size(), std::size_t{1});
    }
}

void TestCrlStream::list_mutated_isReadAlikeByAllReaders() {
    test::SeededRandom random(20261121);
    const std::string octets = list(entry("\x05", stamp, reason(4)) + entry("\x06", stamp), 6);
    const std::string text = pemOf(octets);
    for (int round = 0; round < 4000; ++round) {
        std::string changed = round % 2 == 0 ? octets : text;
        for (std::uint64_t count = random.number(3) + 1; count > 0; --count) {
            const auto at = static_cast<std::size_t>(random.number(changed.size()));
            changed[at] = static_cast<char>(random.number(256));
        }
        const auto piece = static_cast<std::size_t>(random.number(300) + 1);
        if (round % 2 == 0) {
            const auto fast = streamed(changed, piece, EntryPace::Fast, {{0x05}});
            const auto careful = streamed(changed, changed.size(), EntryPace::Careful, {{0x05}});
            QCOMPARE(fast.has_value(), careful.has_value());
            QCOMPARE(fast ? ""s : fast.error(), careful ? ""s : careful.error());
            if (!fast)
                continue;
            QCOMPARE(fast->facts.fingerprint, careful->facts.fingerprint);
            QCOMPARE(fast->facts.entries, careful->facts.entries);
            QCOMPARE(fast->scan->found.size(), careful->scan->found.size());
            QCOMPARE(fast->scan->remarks.size(), careful->scan->remarks.size());
        } else if (changed.find("-----BEGIN") != std::string::npos) {
            const document::ParsedFile whole = test::parsed(changed);
            // Mending the text, and naming what it is instead, is for small files alone.
            if (whole.repairs.empty() && whole.foreign.empty())
                QCOMPARE(told(inPieces(changed, piece)), told(whole));
        }
    }
}

void TestCrlStream::signature_fromDigest_agreesWithTheWhole_data() {
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<std::string>("digest");
    QTest::addColumn<bool>("pss");
    using document::KeyAlgorithm;
    QTest::newRow("RSA SHA-256") << static_cast<int>(KeyAlgorithm::Rsa) << "SHA256"s << false;
    QTest::newRow("RSA SHA-1") << static_cast<int>(KeyAlgorithm::Rsa) << "SHA1"s << false;
    QTest::newRow("RSA SHA-512") << static_cast<int>(KeyAlgorithm::Rsa) << "SHA512"s << false;
    QTest::newRow("RSA-PSS SHA-256") << static_cast<int>(KeyAlgorithm::Rsa) << "SHA256"s << true;
    QTest::newRow("RSA-PSS SHA-512") << static_cast<int>(KeyAlgorithm::Rsa) << "SHA512"s << true;
    QTest::newRow("ECDSA SHA-384") << static_cast<int>(KeyAlgorithm::Ec) << "SHA384"s << false;
}

void TestCrlStream::signature_fromDigest_agreesWithTheWhole() {
    QFETCH(int, algorithm);
    QFETCH(std::string, digest);
    QFETCH(bool, pss);
    const bool rsa = algorithm == static_cast<int>(document::KeyAlgorithm::Rsa);
    const Key own = rsa ? rsaKey(3) : ecKey(3);
    const Key other = rsa ? rsaKey(4) : ecKey(4);
    const Identity root = issue(authoritySpec(), own);
    CrlSpec spec = crlSpec({revoked(ca())});
    spec.signature = {digest, pss ? document::Padding::Pss : document::Padding::Pkcs1};
    const std::string octets = der(issueCrl(spec, root));
    const auto read = streamed(octets, 17);
    QVERIFY(read && read->scan->digestState == document::DigestState::Taken && read->scan->sameAlgorithm);
    const auto verified = [&](const document::CrlScan& scan, const Key& key) {
        const auto native = document::nativeKey(*key, access());
        return document::isDigestSignedBy(scan, native->get());
    };
    QVERIFY(verified(*read->scan, own));
    QVERIFY(!verified(*read->scan, other));
    QVERIFY(!verified(*read->scan, rsa ? ecKey(3) : rsaKey(3)));
    document::CrlScan changed = *read->scan;
    changed.digest[0] ^= 1U;
    QVERIFY(!verified(changed, own));
    changed = *read->scan;
    changed.signature.back() ^= 1U;
    QVERIFY(!verified(changed, own));
    changed = *read->scan;
    changed.sameAlgorithm = false;
    QVERIFY(!verified(changed, own));
}

void TestCrlStream::signature_withoutDigest_needsTheWhole() {
    const Identity root = issue(authoritySpec(), edKey());
    CrlFile file(wanting(), Digests::Signed);
    CrlSpec spec = crlSpec();
    spec.signature = {"", document::Padding::Pkcs1};
    file.add(base::viewOf(der(issueCrl(spec, root))));
    QVERIFY(file.needsWhole());
}

QTEST_APPLESS_MAIN(TestCrlStream)
#include "test_crl_stream.moc"

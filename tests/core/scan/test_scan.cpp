// Why: a search is believed without looking again; what it says of each thing, and what it says belongs
// together, must be right.
#include <QTest>

#include "tests/core/scan/heard.h"
#include "tests/data/material/pki.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::material;
using scan::Condition;
using scan::Kind;
using test::count;
using test::Heard;
using test::searched;

namespace {

using Things = std::multiset<std::string>;

std::string told(const Things& things) {
    std::string text;
    for (const std::string& thing : things)
        text += thing + "; ";
    return text;
}

const Identity& root() {
    static const Identity one = authority();
    return one;
}

Identity ending(int days, const Key& key = ecKey()) {
    CertificateSpec spec = serverSpec();
    spec.notBefore = now() - material::days(400);
    spec.notAfter = now() + material::days(days);
    return issue(spec, key, &root());
}

} // namespace

class TestScan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void thing_everyKind_isFoundAndNamed();
    void certificate_dates_areJudged_data();
    void certificate_dates_areJudged();
    void certificate_weak_isNamed();
    void key_mode_tellsWhoMayOpenIt_data();
    void key_mode_tellsWhoMayOpenIt();
    void list_outOfDate_isNamed();
    void list_large_isReadAndTheRestCounted();
    void pair_acrossFilesAndContainers_isFound();
    void pair_encryptedKey_isNotGuessed();
    void duplicate_inSeveralFiles_isTold();
    void duplicate_twiceInOneFile_isNone();
    void archive_isReadLikeAFolder();
    void archive_programs_areNotOpened();
    void block_deepInsideAText_isFound();
    void damage_isToldAndCounted();
    void tally_namesTheWorst_andCountsAll();
    void tally_anyNumberOfThreads_isTheSame();
};

void TestScan::thing_everyKind_isFoundAndNamed() {
    const test::TemporaryFolder folder;
    const Identity one = server(root());
    folder.write("a/server.pem", pem(one));
    folder.write("a/server.der", der(one));
    folder.write(".hidden/server.key", keyPem(*one.key));
    folder.write("a/locked.key", keyPem(*one.key, "password"));
    folder.write("a/list.crl", pem(issueCrl(crlSpec(), root())));
    folder.write("b/store.p12", pkcs12(one, {}, "password"));
    folder.write("b/chain.p7b", pkcs7({one.certificate, root().certificate}));
    folder.write("b/wish.csr", requestDer({{"CN", "x"}}, *one.key));
    folder.write("b/old.jks", std::string("\xFE\xED\xFE\xED\0\0\0\2", 8) + std::string(60, 'x'));
    folder.write("b/notes.txt", "no certificate in here");
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"certificate a/server.pem",   "certificate a/server.der", "key .hidden/server.key",
                        "encrypted-key a/locked.key", "crl a/list.crl",           "pkcs12 b/store.p12",
                        "certificate b/chain.p7b",    "certificate b/chain.p7b",  "request b/wish.csr",
                        "foreign b/old.jks"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.files, std::uint64_t{10});
    QCOMPARE(tally.folders, std::uint64_t{4});
    QCOMPARE(tally.things(), std::uint64_t{10});
    QCOMPARE(count(tally, Kind::Certificate), std::uint64_t{4});
    QVERIFY(heard.lost.empty());
    QVERIFY(!tally.wrong());
}

void TestScan::certificate_dates_areJudged_data() {
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("condition");
    QTest::newRow("long ago") << -30 << " expired";
    QTest::newRow("at this second") << 0 << " expiring";
    QTest::newRow("soon") << 29 << " expiring";
    QTest::newRow("later") << 31 << "";
}

void TestScan::certificate_dates_areJudged() {
    QFETCH(int, days);
    QFETCH(QString, condition);
    const test::TemporaryFolder folder;
    folder.write("one.pem", pem(ending(days)));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(QString::fromStdString(*heard.things.begin()), "certificate one.pem" + condition);
    QCOMPARE(tally.wrong(), !condition.isEmpty());
}

void TestScan::certificate_weak_isNamed() {
    const test::TemporaryFolder folder;
    CertificateSpec sha1 = serverSpec();
    sha1.signature.digest = "SHA1";
    CertificateSpec oldRoot = authoritySpec("Old Root");
    oldRoot.signature.digest = "SHA1";
    folder.write("digest.pem", pem(issue(sha1, ecKey(), &root())));
    folder.write("root.pem", pem(issue(oldRoot, rsaKey(101))));
    folder.write("small.pem", pem(issue(serverSpec(), rsaKey(0, 1024), &root())));
    folder.write("small.key", keyPem(*rsaKey(0, 1024)));
    folder.write("curve.pem", pem(issue(serverSpec(), ecKey(0, "prime192v1"), &root())));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"certificate digest.pem weak-digest", "certificate root.pem",
                        "certificate small.pem weak-key", "key small.key weak-key",
                        "certificate curve.pem weak-key"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QVERIFY(tally.wrong());
}

void TestScan::key_mode_tellsWhoMayOpenIt_data() {
    QTest::addColumn<uint>("mode");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("wrong");
    QTest::newRow("owner") << 0600U << "" << false;
    QTest::newRow("owner, read only") << 0400U << "" << false;
    QTest::newRow("group") << 0640U << " exposed-to-group" << false;
    QTest::newRow("everybody") << 0644U << " exposed-to-all" << true;
    QTest::newRow("others but the group") << 0604U << " exposed-to-all" << true;
    QTest::newRow("others may write") << 0602U << " exposed-to-all" << true;
}

void TestScan::key_mode_tellsWhoMayOpenIt() {
    QFETCH(uint, mode);
    QFETCH(QString, condition);
    QFETCH(bool, wrong);
    const test::TemporaryFolder folder;
    folder.write("one.key", keyPem(*ecKey()), mode);
    folder.write("locked.key", keyPem(*ecKey(), "password"), mode);
    folder.write("one.crt", pem(server(root())), 0644);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"key one.key" + condition.toStdString(),
                        "encrypted-key locked.key" + condition.toStdString(), "certificate one.crt"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.wrong(), wrong);
}

void TestScan::list_outOfDate_isNamed() {
    const test::TemporaryFolder folder;
    document::CrlSpec old = crlSpec();
    old.thisUpdate = now() - days(60);
    old.nextUpdate = now() - days(1);
    folder.write("old.crl", der(issueCrl(old, root())));
    folder.write("new.crl", der(issueCrl(crlSpec(), root())));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"crl old.crl out-of-date", "crl new.crl"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(count(tally, Condition::OutOfDate), std::uint64_t{1});
}

// Of what stands behind a list 1 MiB is looked at.
void TestScan::list_large_isReadAndTheRestCounted() {
    const test::TemporaryFolder folder;
    const std::string filler(11 * 1024 * 1024, '\n');
    folder.write("large.pem.crl", pem(issueCrl(crlSpec(), root())) + filler);
    folder.write("large.crl", der(issueCrl(crlSpec(), root())) + filler);
    folder.write("large.pem", pem(server(root())) + filler);
    folder.write("large.bin", filler);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"crl large.pem.crl", "crl large.crl"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(heard.lists.size(), std::size_t{2});
    QCOMPARE(tally.large, std::uint64_t{3});
}

void TestScan::pair_acrossFilesAndContainers_isFound() {
    const test::TemporaryFolder folder;
    const Identity one = issue(serverSpec("one.example"), ecKey(1), &root());
    const Identity other = issue(serverSpec("other.example"), rsaKey(2), &root());
    folder.write("etc/one.crt", pem(one));
    folder.write("home/bundle.p7b", pkcs7({one.certificate}));
    folder.write("home/one.key", keyDer(*one.key));
    folder.write("other.pem", pem(other) + traditionalPem(*other.key));
    folder.write("alone.key", keyPem(*ecKey(7)));
    folder.write("delivery.zip", test::zipOf({{"pki/one.key", keyPem(*one.key)}}));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(heard.pairs.size(), std::size_t{2});
    QCOMPARE(tally.keysWithCertificate, std::uint64_t{3});
    QCOMPARE(tally.keysAlone, std::uint64_t{1});
    QCOMPARE(tally.certificatesWithKey, std::uint64_t{3});
    const scan::Pair& first = tally.pairs.front();
    QCOMPARE(first.keys.size(), std::size_t{2});
    QCOMPARE(heard.below(first.keys[0]), std::string("delivery.zip/pki/one.key"));
    QCOMPARE(heard.below(first.keys[1]), std::string("home/one.key"));
    QCOMPARE(heard.below(first.certificates.at(0)), std::string("etc/one.crt"));
    QCOMPARE(heard.below(first.certificates.at(1)), std::string("home/bundle.p7b"));
    QCOMPARE(first.count, std::size_t{2});
    QCOMPARE(heard.below(tally.pairs.back().keys.at(0)), std::string("other.pem"));
}

void TestScan::pair_encryptedKey_isNotGuessed() {
    const test::TemporaryFolder folder;
    const Identity one = server(root());
    folder.write("one.pem", pem(one) + keyPem(*one.key, "password"));
    folder.write("two.key", keyPem(*ecKey(), "password"));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QVERIFY(heard.pairs.empty());
    QCOMPARE(tally.keysAlone, std::uint64_t{0});
    QCOMPARE(count(tally, Kind::EncryptedKey), std::uint64_t{2});
}

void TestScan::duplicate_inSeveralFiles_isTold() {
    const test::TemporaryFolder folder;
    const Identity one = server(root());
    folder.write("a.pem", pem(one));
    folder.write("b.der", der(one));
    folder.write("c/bundle.pem", pem(root()) + pem(one));
    folder.write("k1.key", keyPem(*one.key));
    folder.write("k2.key", traditionalPem(*one.key));
    folder.write("other.pem", pem(issue(serverSpec("other.example"), ecKey(), &root())));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(heard.duplicates.size(), std::size_t{2});
    QCOMPARE(tally.duplicates, std::uint64_t{2});
    const scan::Duplicate& certificate = tally.duplicateNamed.front();
    QVERIFY(certificate.kind == Kind::Certificate);
    QCOMPARE(certificate.count, std::size_t{3});
    QCOMPARE(heard.below(certificate.paths.at(0)), std::string("a.pem"));
    QCOMPARE(heard.below(certificate.paths.at(2)), std::string("c/bundle.pem"));
    const scan::Duplicate& key = tally.duplicateNamed.back();
    QVERIFY2(key.kind == Kind::Key && key.count == 2, "one key in two forms is the same key");
}

void TestScan::duplicate_twiceInOneFile_isNone() {
    const test::TemporaryFolder folder;
    const Identity one = server(root());
    folder.write("a.pem", pem(one) + pem(one));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    QCOMPARE(tally.duplicates, std::uint64_t{0});
    QCOMPARE(count(tally, Kind::Certificate), std::uint64_t{2});
}

void TestScan::archive_isReadLikeAFolder() {
    const test::TemporaryFolder folder;
    const Identity one = server(root());
    folder.write("delivery.zip",
                 test::zipOf({{"pki/server.crt", pem(one)},
                              {"pki/server.key", keyPem(*one.key)},
                              {"readme.txt", std::string(5000, 'x')},
                              {"inner.zip", test::zipOf({{"deep.crt", pem(one)}})}}),
                 0644);
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"certificate delivery.zip/pki/server.crt",
                        "key delivery.zip/pki/server.key exposed-to-all"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.files, std::uint64_t{1});
}

void TestScan::archive_programs_areNotOpened() {
    const test::TemporaryFolder folder;
    folder.write("program.jar", test::zipOf({{"META-INF/server.crt", pem(server(root()))}}));
    Heard heard;
    searched(folder.path(), heard);
    QVERIFY(heard.things.empty());
}

void TestScan::block_deepInsideAText_isFound() {
    const test::TemporaryFolder folder;
    const std::string block = pem(server(root()));
    // Before, across and behind the ends of the pieces in which a text is read.
    for (const std::size_t at : {4090UL, 65530UL, 65536UL, 65540UL, 131068UL, 300000UL}) {
        std::string text(at, 'x');
        text.back() = '\n';
        folder.write(std::to_string(at) + ".txt", text + block);
    }
    folder.write("none.txt", std::string(300000, 'x'));
    Heard heard;
    searched(folder.path(), heard);
    QCOMPARE(heard.things.size(), std::size_t{6});
}

void TestScan::damage_isToldAndCounted() {
    const test::TemporaryFolder folder;
    const std::string block = pem(server(root()));
    folder.write("cut.pem", block.substr(0, block.size() / 2));
    folder.write("half.pem", block + "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n");
    folder.write("cut.der", der(server(root())).substr(0, 300));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const Things wanted{"damaged cut.pem", "damaged half.pem", "certificate half.pem"};
    QVERIFY2(heard.things == wanted, told(heard.things).c_str());
    QCOMPARE(tally.damagedNamed.size(), std::size_t{2});
}

void TestScan::tally_namesTheWorst_andCountsAll() {
    const test::TemporaryFolder folder;
    for (int i = 1; i <= 30; ++i)
        folder.write("expired-" + std::to_string(i) + ".pem", pem(ending(-i)));
    Heard heard;
    const auto tally = searched(folder.path(), heard);
    const auto& worst = tally.worst.at(static_cast<std::size_t>(Condition::Expired));
    QCOMPARE(count(tally, Condition::Expired), std::uint64_t{30});
    QCOMPARE(worst.size(), scan::mostNamed);
    QCOMPARE(heard.below(worst.front().path), std::string("expired-30.pem"));
    QCOMPARE(heard.below(worst.back().path), std::string("expired-11.pem"));
}

void TestScan::tally_anyNumberOfThreads_isTheSame() {
    const test::TemporaryFolder folder;
    for (int i = 0; i < 40; ++i)
        folder.write("d" + std::to_string(i % 7) + "/" + std::to_string(i) + ".pem",
                     pem(ending(i - 20)) + (i % 5 == 0 ? keyPem(*ecKey()) : std::string()));
    std::vector<std::string> results;
    for (const unsigned threads : {1U, 2U, 8U}) {
        Heard heard;
        scan::Request request;
        request.roots = {folder.path()};
        request.now = now();
        request.threads = threads;
        const auto tally = scan::search(request, heard, base::SilentProgress(), access());
        QVERIFY(tally);
        std::string text = told(heard.things) + std::to_string(tally->keysWithCertificate);
        for (const auto& worst : tally->worst)
            for (const scan::Named& named : worst)
                text += "\n" + named.path;
        for (const scan::Pair& pair : tally->pairs)
            for (const std::string& path : pair.certificates)
                text += "\n" + path;
        results.push_back(text);
    }
    QCOMPARE(results[1], results[0]);
    QCOMPARE(results[2], results[0]);
}

QTEST_APPLESS_MAIN(TestScan)
#include "test_scan.moc"

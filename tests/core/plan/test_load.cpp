// Why: what cannot be read must be told precisely, and what lies about in a folder must not stand in the way.
#include <QTest>

#include <filesystem>

#include "core/document/parse.h"
#include "core/plan/load.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/modes.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

// CancelledProgress wants to stop at once.
class CancelledProgress final : public base::Progress {
  public:
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return true; }
};

} // namespace

class TestLoad : public QObject {
    Q_OBJECT

  private:
    plan::Loaded load(const std::map<std::string, std::string>& slots,
                      const std::vector<std::string>& paths) {
        base::SilentProgress progress;
        auto loaded = plan::loadFiles(*m_files, slots, paths, progress, allowed);
        return loaded ? std::move(*loaded) : plan::Loaded{};
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    TemporaryFolder m_folder;
    const document::Identity m_ca = makeCa("Root", caKey());

  private Q_SLOTS:
    void file_withCertificate_isLoadedWithItsFacts();
    void file_givenForTwoSlotsAndByPath_isReadOnce();
    void file_missing_isUnreadableAndBlocks();
    void file_ofWords_isUnrecognisedOnlyWhenNamed();
    void file_empty_isUnrecognisedWithSizeZero();
    void file_cutOff_isDamagedWithLine();
    void file_ofOtherProgram_blocksWhenNamedAndIsNotedWhenFound();
    void file_ofOtherProgramBesideOurs_isNoted();
    void file_mended_isReadAndNoted();
    void file_refused_saysWhy();
    void file_huge_isTooLarge();
    void file_hugeCrl_isRead();
    void file_tooLargeForAnything_isNotRead();
    void file_symlink_isFollowedAndRecorded();
    void folder_hidesDotFilesAndStopsAtDepth();
    void folder_linkedIntoItself_ends();
    void folder_unreadable_isTold();
    void folder_withTooManyFiles_isTold();
    void cancel_endsLoading();
};

void TestLoad::file_withCertificate_isLoadedWithItsFacts() {
    const auto path = m_folder.write("ca.crt", pemOf(m_ca), 0640);
    const auto loaded = load({}, {path});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QCOMPARE(loaded.files[0].items.size(), std::size_t{1});
    QCOMPARE(loaded.files[0].source.target.mode, 0640U);
    QVERIFY(!loaded.files[0].source.holdsPrivateKey);
    QVERIFY(loaded.findings.empty());
    const auto key = m_folder.write("key.pem", encryptedPem(*serverKey(), "secret"));
    QVERIFY(load({}, {key}).files[0].source.holdsPrivateKey);
}

void TestLoad::file_givenForTwoSlotsAndByPath_isReadOnce() {
    const auto path = m_folder.write("twice/ca.crt", pemOf(m_ca));
    const auto loaded = load({{"ca", path}, {"cert", path}}, {path, m_folder.at("twice")});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QCOMPARE(loaded.files[0].slots, (std::vector<std::string>{"ca", "cert"}));
    QCOMPARE(loaded.files[0].origin, plan::Origin::Named);
}

void TestLoad::file_missing_isUnreadableAndBlocks() {
    const auto loaded = load({{"ca", m_folder.at("nothing")}}, {});
    const auto* body = bodyOf<check::FileUnreadable>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->error, std::string("file.not-found"));
    QVERIFY(check::blocks(loaded.findings));
}

void TestLoad::file_ofWords_isUnrecognisedOnlyWhenNamed() {
    const auto path = m_folder.write("words/readme.txt", "hello\n");
    const auto named = load({}, {path});
    QCOMPARE(bodyOf<check::FileUnrecognised>(named.findings)->size, std::uint64_t{6});
    QVERIFY(check::blocks(named.findings));
    QVERIFY(load({}, {m_folder.at("words")}).findings.empty());
}

void TestLoad::file_empty_isUnrecognisedWithSizeZero() {
    const auto loaded = load({}, {m_folder.write("empty", "")});
    QCOMPARE(bodyOf<check::FileUnrecognised>(loaded.findings)->size, std::uint64_t{0});
}

void TestLoad::file_cutOff_isDamagedWithLine() {
    const std::string pem = pemOf(m_ca);
    const auto path = m_folder.write("cut/cut.crt", "text\n" + pem.substr(0, pem.size() / 2));
    const auto loaded = load({}, {path});
    const auto* body = bodyOf<check::FileDamaged>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->damage, std::string("unterminated"));
    QCOMPARE(body->line, std::uint64_t{2});
    QVERIFY(check::blocks(loaded.findings));
    QVERIFY(!has(loaded.findings, "file.unrecognised"));
    const auto found = load({}, {m_folder.at("cut")});
    QVERIFY(has(found.findings, "file.damaged"));
    QVERIFY(!check::blocks(found.findings));
    std::string wrong = pem;
    wrong[40] = '!';
    const auto base64 = load({}, {m_folder.write("wrong.crt", wrong)});
    QCOMPARE(bodyOf<check::FileDamaged>(base64.findings)->damage, std::string("base64"));
    const auto content = load({}, {m_folder.write("content.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n"
                                                                 "-----END CERTIFICATE-----\n")});
    QCOMPARE(bodyOf<check::FileDamaged>(content.findings)->damage, std::string("content"));
}

void TestLoad::file_ofOtherProgram_blocksWhenNamedAndIsNotedWhenFound() {
    const std::string putty = "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: aes256-cbc\nComment: me\n";
    const auto path = m_folder.write("foreign/key.ppk", putty);
    const auto named = load({{"key", path}}, {});
    const auto* body = bodyOf<check::SourceForeign>(named.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->format + " " + body->keyType + " " + body->encryption + " " + body->comment + " " +
                 body->part,
             std::string("putty-key ssh-rsa aes256-cbc me private"));
    QVERIFY(check::blocks(named.findings));
    QVERIFY(!has(named.findings, "file.unrecognised"));
    const auto found = load({}, {m_folder.at("foreign")});
    QVERIFY(has(found.findings, "source.foreign"));
    QVERIFY(found.findings.at(0).severity == check::Severity::Note);
}

void TestLoad::file_ofOtherProgramBesideOurs_isNoted() {
    const auto path = m_folder.write(
        "both.pem",
        pemOf(m_ca) + "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nAAAA\n-----END PGP PUBLIC KEY BLOCK-----\n");
    const auto loaded = load({}, {path});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QVERIFY(has(loaded.findings, "source.foreign"));
    QVERIFY(!check::blocks(loaded.findings));
}

void TestLoad::file_mended_isReadAndNoted() {
    std::string wide;
    for (const char c : pemOf(m_ca))
        wide += std::string{c, '\0'};
    const auto loaded = load({{"ca", m_folder.write("wide.crt", wide)}}, {});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QCOMPARE(bodyOf<check::SourceRepaired>(loaded.findings)->repair, std::string("utf-16"));
    QVERIFY(!check::blocks(loaded.findings));
}

void TestLoad::file_refused_saysWhy() {
    std::string pem = pemOf(m_ca);
    for (const char* word : {"BEGIN ", "END "})
        pem.replace(pem.find(std::string(word) + "CERTIFICATE"), std::string(word).size() + 11,
                    std::string(word) + "X509 CRL");
    const auto loaded = load({{"crl", m_folder.write("label.crl", pem)}}, {});
    const auto* body = bodyOf<check::FileDamaged>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->damage + " " + body->detail, std::string("label certificate"));
    QVERIFY(check::blocks(loaded.findings));
    QVERIFY(loaded.files.empty());
}

void TestLoad::file_huge_isTooLarge() {
    const std::string padding(document::maximumFileSize, '\n');
    const auto loaded = load({}, {m_folder.write("huge.crt", pemOf(m_ca) + padding)});
    const auto* body = bodyOf<check::FileTooLarge>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->limit, document::maximumFileSize);
    QVERIFY(loaded.files.empty());
}

void TestLoad::file_hugeCrl_isRead() {
    const std::string padding(document::maximumFileSize, '\n');
    const auto loaded = load({}, {m_folder.write("huge.crl", pemOf(makeList(m_ca)) + padding)});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QVERIFY(loaded.findings.empty());
}

void TestLoad::file_tooLargeForAnything_isNotRead() {
    const auto path = m_folder.write("vast.crl", "");
    std::filesystem::resize_file(path, document::maximumCrlSize + 1);
    const auto loaded = load({}, {path});
    const auto* body = bodyOf<check::FileTooLarge>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->limit, document::maximumFileSize); // it is no revocation list
    QCOMPARE(body->size, document::maximumCrlSize + 1);
}

void TestLoad::file_symlink_isFollowedAndRecorded() {
    m_folder.write("real.crt", pemOf(m_ca));
    std::filesystem::create_symlink("real.crt", m_folder.at("link.crt"));
    const auto loaded = load({}, {m_folder.at("link.crt")});
    QCOMPARE(loaded.files[0].source.info.kind, base::FileKind::Symlink);
    QCOMPARE(loaded.files[0].source.target.kind, base::FileKind::Regular);
}

void TestLoad::folder_hidesDotFilesAndStopsAtDepth() {
    m_folder.write("deep/.hidden.crt", pemOf(m_ca));
    m_folder.write("deep/2/3/4/at4.crt", pemOf(m_ca));
    m_folder.write("deep/2/3/4/5/at5.crt", pemOf(m_ca));
    const auto loaded = load({}, {m_folder.at("deep")});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QCOMPARE(loaded.files[0].source.path, m_folder.at("deep/2/3/4/at4.crt"));
    QCOMPARE(loaded.files[0].origin, plan::Origin::Found);
}

void TestLoad::folder_linkedIntoItself_ends() {
    m_folder.write("loop/ca.crt", pemOf(m_ca));
    std::filesystem::create_directory_symlink(m_folder.at("loop"), m_folder.at("loop/again"));
    QCOMPARE(load({}, {m_folder.at("loop")}).files.size(), std::size_t{1});
}

void TestLoad::folder_unreadable_isTold() {
    m_folder.write("shut/ca.crt", pemOf(m_ca));
    FaultFileSystem faulty(*m_files);
    base::SilentProgress progress;
    faulty.failAt(2, base::ErrorCode::FileAccessDenied); // stat, then list
    const auto loaded = plan::loadFiles(faulty, {}, {m_folder.at("shut")}, progress, allowed);
    QCOMPARE(bodyOf<check::FileUnreadable>(loaded->findings)->error, std::string("file.access-denied"));
    QVERIFY(check::blocks(loaded->findings));
}

void TestLoad::folder_withTooManyFiles_isTold() {
    m_folder.makeFolder("many");
    for (std::size_t i = 0; i <= plan::maximumFoundFiles; ++i)
        m_folder.write("many/" + std::to_string(i), "");
    const auto loaded = load({}, {m_folder.at("many")});
    const auto* body = bodyOf<check::FileUnreadable>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, m_folder.at("many"));
    QVERIFY(!check::blocks(loaded.findings));
    test::removeFile(m_folder.at("many/0"));
    QVERIFY(load({}, {m_folder.at("many")}).findings.empty());
}

void TestLoad::cancel_endsLoading() {
    CancelledProgress progress;
    const auto loaded =
        plan::loadFiles(*m_files, {}, {m_folder.write("any.crt", pemOf(m_ca))}, progress, allowed);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, base::ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestLoad)
#include "test_load.moc"

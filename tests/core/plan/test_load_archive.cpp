// Why: an archive is a folder that happens to be one file: what is true of a folder is true of it, and what
// is true of a file too.
#include <QTest>

#include <filesystem>

#include "core/plan/load.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"
#include "tests/support/fault_file_system.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

using Slots = std::map<std::string, std::string>;
using Paths = std::vector<std::string>;

} // namespace

class TestLoadArchive : public QObject {
    Q_OBJECT

  private:
    plan::Loaded load(const Slots& slots, const Paths& paths) {
        base::SilentProgress progress;
        auto loaded = plan::loadFiles(*m_files, slots, paths, progress, allowed);
        return loaded ? std::move(*loaded) : plan::Loaded{};
    }
    // delivery writes an archive with a CA, a list, an encrypted key and a letter.
    std::string delivery() {
        return m_folder.write("delivery.zip", zipOf({{"pki/ca.crt", m_ca},
                                                     {"pki/server.key", m_key, 0100644},
                                                     {"crl/ca.crl", m_list},
                                                     {"readme.txt", "hello\n"}}));
    }
    static Paths pathsOf(const plan::Loaded& loaded) {
        Paths paths;
        for (const auto& file : loaded.files)
            paths.push_back(file.source.path);
        return paths;
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    TemporaryFolder m_folder;
    const document::Identity m_root = makeCa("Root", caKey());
    const std::string m_ca = pemOf(m_root);
    const std::string m_list = pemOf(makeList(m_root));
    const std::string m_key = encryptedPem(*serverKey(), "secret");

  private Q_SLOTS:
    void archive_named_isReadLikeAFolder();
    void archive_inAFolder_isReadToo();
    void archive_anyName_isRecognisedByItsContent();
    void entry_describedByTheArchive();
    void entry_namedForASlot_isReadAlone();
    void entry_namedBesideItsArchive_isReadOnce();
    void entry_missing_isTold();
    void entry_belowAFileThatIsNoArchive_isTold();
    void entry_damaged_blocksOnlyWhenNamed();
    void entry_hiddenOrDeep_isLeftOut();
    void entry_within_archive_isNotOpened();
    void archive_forASlot_givesItsOnlyFile();
    void archive_withNothing_isUnrecognised_data();
    void archive_withNothing_isUnrecognised();
    void archive_encrypted_blocksIfNothingElseIsThere();
    void archive_tooManyEntries_isRefused();
    void archives_manyTogether_shareTheLimit();
    void archive_cutOff_isDamaged();
    void archive_linked_isRecorded();
    void reading_writesNothing();
    void around_data();
    void around();
};

void TestLoadArchive::archive_named_isReadLikeAFolder() {
    const std::string zip = delivery();
    const auto loaded = load({}, {zip});
    QCOMPARE(pathsOf(loaded), (Paths{zip + "/pki/ca.crt", zip + "/pki/server.key", zip + "/crl/ca.crl"}));
    for (const auto& file : loaded.files) {
        QCOMPARE(file.origin, plan::Origin::Found);
        QVERIFY(file.slots.empty());
    }
    QVERIFY(loaded.findings.empty());
}

void TestLoadArchive::archive_inAFolder_isReadToo() {
    m_folder.write("folder/inner/delivery.zip", zipOf({{"ca.crt", m_ca}}));
    m_folder.write("folder/words.zip", zipOf({{"readme.txt", "hello\n"}}));
    const auto loaded = load({}, {m_folder.at("folder")});
    QCOMPARE(pathsOf(loaded), (Paths{m_folder.at("folder/inner/delivery.zip/ca.crt")}));
    QVERIFY(loaded.findings.empty());
}

void TestLoadArchive::archive_anyName_isRecognisedByItsContent() {
    const auto path = m_folder.write("delivery.bin", zipOf({{"ca.crt", m_ca}}));
    QCOMPARE(load({}, {path}).files.size(), std::size_t{1});
    const auto pem = m_folder.write("ca.zip", m_ca);
    QCOMPARE(pathsOf(load({}, {pem})), (Paths{pem}));
}

void TestLoadArchive::entry_describedByTheArchive() {
    const auto zip = m_folder.write("mode.zip", zipOf({{"server.key", m_key, 0100600}}), 0640);
    const auto loaded = load({}, {zip});
    const check::SourceFile& source = loaded.files.at(0).source;
    QCOMPARE(source.archive, zip);
    QCOMPARE(source.target.mode, 0640U);
    QVERIFY(source.holdsPrivateKey);
}

void TestLoadArchive::entry_namedForASlot_isReadAlone() {
    const std::string zip = delivery();
    const auto loaded = load({{"key", zip + "/pki/server.key"}}, {});
    QCOMPARE(loaded.files.size(), std::size_t{1});
    QCOMPARE(loaded.files[0].slots, (Paths{"key"}));
    QCOMPARE(loaded.files[0].origin, plan::Origin::Named);
    QVERIFY(loaded.findings.empty());
    QCOMPARE(pathsOf(load({}, {zip + "/pki/ca.crt"})), (Paths{zip + "/pki/ca.crt"}));
}

void TestLoadArchive::entry_namedBesideItsArchive_isReadOnce() {
    const std::string zip = delivery();
    const auto loaded = load({{"ca", zip + "/pki/ca.crt"}}, {zip});
    QCOMPARE(loaded.files.size(), std::size_t{3});
    QCOMPARE(loaded.files[0].slots, (Paths{"ca"}));
    QCOMPARE(loaded.files[0].origin, plan::Origin::Named);
    QCOMPARE(loaded.files[1].origin, plan::Origin::Found);
}

void TestLoadArchive::entry_missing_isTold() {
    const std::string path = delivery() + "/pki/nothing.crt";
    const auto loaded = load({{"cert", path}}, {});
    const auto* body = bodyOf<check::FileUnreadable>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, path);
    QCOMPARE(body->error, std::string("file.not-found"));
    QVERIFY(check::blocks(loaded.findings));
}

void TestLoadArchive::entry_belowAFileThatIsNoArchive_isTold() {
    const std::string path = m_folder.write("plain.crt", m_ca) + "/inner.crt";
    const auto loaded = load({{"cert", path}}, {});
    QCOMPARE(bodyOf<check::FileUnreadable>(loaded.findings)->path, path);
    QVERIFY(loaded.files.empty());
}

void TestLoadArchive::entry_damaged_blocksOnlyWhenNamed() {
    const auto zip = m_folder.write("damaged.zip",
                                    zipOf({{"cut.crt", m_ca.substr(0, m_ca.size() / 2)}, {"ca.crt", m_ca}}));
    const auto found = load({}, {zip});
    QCOMPARE(bodyOf<check::FileDamaged>(found.findings)->path, zip + "/cut.crt");
    QVERIFY(!check::blocks(found.findings));
    QVERIFY(check::blocks(load({{"ca", zip + "/cut.crt"}}, {}).findings));
}

void TestLoadArchive::entry_hiddenOrDeep_isLeftOut() {
    const auto zip = m_folder.write("deep.zip", zipOf({{".hidden.crt", m_ca},
                                                       {"__MACOSX/._ca.crt", m_ca},
                                                       {".git/ca.crt", m_ca},
                                                       {"1/2/3/at4.crt", m_ca},
                                                       {"1/2/3/4/at5.crt", m_ca}}));
    QCOMPARE(pathsOf(load({}, {zip})), (Paths{zip + "/1/2/3/at4.crt"}));
    QCOMPARE(load({{"ca", zip + "/1/2/3/4/at5.crt"}}, {}).files.size(), std::size_t{1});
}

void TestLoadArchive::entry_within_archive_isNotOpened() {
    const std::string inner = zipOf({{"ca.crt", m_ca}});
    const auto zip = m_folder.write("outer.zip", zipOf({{"inner.zip", inner}, {"ca.crt", m_ca}}));
    const auto loaded = load({}, {zip});
    QCOMPARE(pathsOf(loaded), (Paths{zip + "/ca.crt"}));
    const auto* body = bodyOf<check::ArchiveRefused>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, zip + "/inner.zip");
    QCOMPARE(body->reason, std::string("nested"));
    QVERIFY(!check::blocks(loaded.findings));
    QVERIFY(check::blocks(load({{"ca", zip + "/inner.zip"}}, {}).findings));
}

void TestLoadArchive::archive_forASlot_givesItsOnlyFile() {
    const auto zip = m_folder.write("key.zip", zipOf({{"readme.txt", "hello\n"}, {"server.key", m_key}}));
    const auto loaded = load({{"key", zip}}, {});
    QCOMPARE(loaded.files.at(0).slots, (Paths{"key"}));
    QCOMPARE(loaded.files[0].origin, plan::Origin::Named);
    QVERIFY(loaded.findings.empty());
    for (const auto& file : load({{"key", delivery()}}, {}).files)
        QVERIFY(file.slots.empty());
}

void TestLoadArchive::archive_withNothing_isUnrecognised_data() {
    QTest::addColumn<std::string>("zip");
    QTest::newRow("empty") << zipOf({});
    QTest::newRow("words") << zipOf({{"readme.txt", "hello\n"}});
    QTest::newRow("folder") << zipOf({{"pki/", "", 040755}});
}

void TestLoadArchive::archive_withNothing_isUnrecognised() {
    QFETCH(std::string, zip);
    const auto path = m_folder.write("nothing/nothing.zip", zip);
    const auto loaded = load({}, {path});
    QCOMPARE(bodyOf<check::FileUnrecognised>(loaded.findings)->path, path);
    QVERIFY(check::blocks(loaded.findings));
    QVERIFY(load({}, {m_folder.at("nothing")}).findings.empty());
}

void TestLoadArchive::archive_encrypted_blocksIfNothingElseIsThere() {
    const auto zip = m_folder.write(
        "locked.zip", zipOf({{"server.key", m_key, 0100600, 1}, {"server.crt", m_ca, 0100600, 1}}));
    const auto loaded = load({}, {zip});
    QCOMPARE(loaded.findings.size(), std::size_t{1});
    const auto* body = bodyOf<check::ArchiveEncrypted>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->path, zip);
    QCOMPARE(body->entry, std::string("server.key"));
    QVERIFY(check::blocks(loaded.findings));
    const auto mixed =
        m_folder.write("mixed.zip", zipOf({{"server.key", m_key, 0100600, 1}, {"ca.crt", m_ca}}));
    QVERIFY(!check::blocks(load({}, {mixed}).findings));
    QVERIFY(check::blocks(load({{"key", mixed + "/server.key"}}, {mixed}).findings));
}

void TestLoadArchive::archive_tooManyEntries_isRefused() {
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i <= plan::maximumFoundFiles; ++i)
        entries.push_back({std::to_string(i), ""});
    const auto zip = m_folder.write("many.zip", zipOf(entries));
    const auto loaded = load({}, {zip});
    const auto* body = bodyOf<check::ArchiveRefused>(loaded.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->reason, std::string("entries"));
    QCOMPARE(body->limit, std::uint64_t{plan::maximumFoundFiles});
    QVERIFY(check::blocks(loaded.findings));
}

void TestLoadArchive::archives_manyTogether_shareTheLimit() {
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < plan::maximumFoundFiles / 2; ++i)
        entries.push_back({std::to_string(i), ""});
    for (const char* name : {"shared/1.zip", "shared/2.zip", "shared/3.zip"})
        m_folder.write(name, zipOf(entries));
    const auto loaded = load({}, {m_folder.at("shared")});
    QCOMPARE(loaded.findings.size(), std::size_t{1});
    QCOMPARE(bodyOf<check::ArchiveRefused>(loaded.findings)->path, m_folder.at("shared/3.zip"));
}

void TestLoadArchive::archive_cutOff_isDamaged() {
    const std::string zip = zipOf({{"ca.crt", m_ca}});
    const auto path = m_folder.write("cut.zip", zip.substr(0, zip.size() / 2));
    const auto loaded = load({{"ca", path + "/ca.crt"}}, {path});
    QCOMPARE(loaded.findings.size(), std::size_t{1});
    QCOMPARE(bodyOf<check::FileDamaged>(loaded.findings)->path, path);
    QVERIFY(check::blocks(loaded.findings));
}

void TestLoadArchive::archive_linked_isRecorded() {
    std::filesystem::create_symlink(delivery(), m_folder.at("link.zip"));
    const auto loaded = load({}, {m_folder.at("link.zip")});
    QCOMPARE(loaded.files.size(), std::size_t{3});
    QCOMPARE(loaded.files[0].source.info.kind, base::FileKind::Symlink);
}

void TestLoadArchive::reading_writesNothing() {
    const std::string zip = delivery();
    FaultFileSystem counting(*m_files, Counted::Writes);
    base::SilentProgress progress;
    QVERIFY(plan::loadFiles(counting, {{"ca", zip + "/pki/ca.crt"}}, {zip}, progress, allowed));
    QCOMPARE(counting.operations(), 0);
}

void TestLoadArchive::around_data() {
    QTest::addColumn<std::string>("path");
    QTest::addColumn<bool>("leadsInto");
    QTest::newRow("entry") << std::string("delivery.zip/ca.crt") << true;
    QTest::newRow("entry of a folder") << std::string("delivery.zip/a/b/ca.crt") << true;
    QTest::newRow("archive") << std::string("delivery.zip") << false;
    QTest::newRow("nothing") << std::string("nothing.zip/ca.crt") << false;
    QTest::newRow("nothing at all") << std::string("nothing.zip") << false;
}

void TestLoadArchive::around() {
    QFETCH(std::string, path);
    const std::string zip = delivery();
    const auto around = plan::archiveAround(*m_files, m_folder.at(path));
    QTEST(around.has_value(), "leadsInto");
    QVERIFY(!around || *around == zip);
    QVERIFY(!plan::archiveAround(*m_files, ""));
    QVERIFY(!plan::archiveAround(*m_files, "relative"));
    QVERIFY(!plan::archiveAround(*m_files, "/nothing-here"));
}

QTEST_GUILESS_MAIN(TestLoadArchive)
#include "test_load_archive.moc"

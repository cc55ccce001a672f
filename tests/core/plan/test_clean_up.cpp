// Why: what goes cannot be had back, so nothing may go that is not installed, and nothing that is read.
#include <QTest>

#include <algorithm>
#include <filesystem>

#include "core/document/open.h"
#include "core/plan/clean_content.h"
#include "core/plan/clean_up.h"
#include "tests/core/plan/planned_import.h"
#include "tests/data/material/pki.h"
#include "tests/support/seeded_random.h"
#include "tests/support/zip_maker.h"

using namespace certwright;
using namespace certwright::test;

namespace fs = std::filesystem;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

using Items = std::optional<std::vector<document::Item>>;

// opener opens with one password, as a person does who has only that.
plan::Opener opener(const std::string& password) {
    return [password](const document::Item& item, const std::string&, plan::Origin) -> base::Result<Items> {
        const auto secret = secret::SecretBytes::copyOf(base::viewOf(password));
        if (const auto* container = std::get_if<document::Pkcs12>(&item.object)) {
            auto opened = document::openPkcs12(*container, secret, allowed);
            return opened ? Items(std::move(*opened)) : Items{};
        }
        auto opened = document::openKey(std::get<document::EncryptedKey>(item.object), secret, allowed);
        if (!opened)
            return Items{};
        std::vector<document::Item> items;
        items.push_back({std::move(*opened), {}, {}, 0});
        return Items(std::move(items));
    };
}

std::vector<std::string> namesOf(const plan::CleanUp& cleanUp) {
    std::vector<std::string> names;
    for (const plan::CleanFile& file : cleanUp.files)
        names.push_back(fs::path(file.path).filename().string());
    std::ranges::sort(names);
    return names;
}

// told lists what stays with its code, "name code", and key copies with their form.
std::vector<std::string> told(const plan::CleanUp& cleanUp) {
    std::vector<std::string> lines;
    for (const check::Finding& finding : cleanUp.findings) {
        const std::string code(check::codeOf(finding));
        if (code == "clean.limits")
            continue;
        const auto* copy = finding.body.as<check::KeyCopyFound>();
        lines.push_back(fs::path(finding.subject).filename().string() + " " + code +
                        (copy != nullptr ? " " + copy->form : ""));
    }
    std::ranges::sort(lines);
    return lines;
}

using Strings = std::vector<std::string>;

} // namespace

class TestCleanUp : public QObject {
    Q_OBJECT

  private:
    base::Result<plan::CleanUp> plan(const plan::CleanWish& wish, const std::string& password = "secret") {
        return plan::planCleanUp(*m_files, m_folder->site(*m_files), wish, opener(password), allowed);
    }
    plan::CleanUp named(const std::string& name, const std::string& content,
                        const std::string& password = "secret") {
        return *plan({{m_folder->brought(name, content)}, {}}, password);
    }
    std::string key(const std::string& password = "secret") const {
        return encryptedPem(*serverKey(), password);
    }

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    SeededRandom m_random;
    PlannedImport m_import{*m_files, m_random};
    std::unique_ptr<ServiceFolder> m_folder;

  private Q_SLOTS:
    void init();
    void sources_installed_go();
    void source_anyForm_goesIfAllOfItIsInstalled_data();
    void source_anyForm_goesIfAllOfItIsInstalled();
    void source_unopened_stays();
    void source_installedItself_stays();
    void source_linked_stays();
    void source_archive_stays();
    void source_missing_isTold();
    void source_overwrittenBefore_goes();
    void source_named_twice_goesOnce();
    void keys_lyingAround_areFound();
    void keys_installedOnes_areNoCopies();
    void keys_linked_areNotFollowed();
    void keys_tooDeep_areToldAsNotLookedAt();
    void keys_unreadableFolder_isTold();
    void text_besideTheBlocks_keepsTheFile_data();
    void text_besideTheBlocks_keepsTheFile();
    void root_ofAnotherUser_needsAsOwner();
};

void TestCleanUp::init() {
    m_folder = std::make_unique<ServiceFolder>(Service::StreamServer);
    m_import.carryOut(*m_import.into(*m_folder));
}

void TestCleanUp::sources_installed_go() {
    m_folder->brought("ca.crt", pemOf(m_import.root()));
    m_folder->brought("server.crt", pemOf(m_import.leaf()) + pemOf(m_import.sub()));
    const std::string content = key();
    const std::string path = m_folder->brought("server.key", content, 0400);
    m_folder->brought("ca.crl", pemOf(m_import.material().crls.front().crl));
    m_folder->brought("other.crt", pemOf(makeCa("Other", otherCaKey())));
    m_folder->brought("notes.txt", "call the CA on Monday");
    m_folder->brought(".hidden.key", key());
    const auto cleanUp = plan({{m_folder->broughtFolder()}, {}});
    QVERIFY(cleanUp && cleanUp->applicable());
    QCOMPARE(namesOf(*cleanUp), (Strings{"ca.crl", "ca.crt", "server.crt", "server.key"}));
    QCOMPARE(told(*cleanUp), Strings{"other.crt clean.not-installed"});
    QVERIFY(has(cleanUp->findings, "clean.limits"));
    const auto file = std::ranges::find(cleanUp->files, path, &plan::CleanFile::path);
    QCOMPARE(file->mode, 0400U);
    QCOMPARE(file->form, std::string("pem"));
    QCOMPARE(file->holds, Strings{"key"});
    QCOMPARE(file->sha256, plan::contentHash(base::viewOf(content)));
    QVERIFY(cleanUp->installed.contains(m_folder->slotPath("key")));
}

void TestCleanUp::source_anyForm_goesIfAllOfItIsInstalled_data() {
    QTest::addColumn<std::string>("content");
    QTest::addColumn<bool>("goes");
    const auto row = [](const char* name, std::string content, bool goes) {
        QTest::newRow(name) << std::move(content) << goes;
    };
    const auto& leaf = m_import.leaf();
    const auto& sub = m_import.sub().certificate;
    row("key in clear", pemOf(*serverKey()), true);
    row("key, DER", material::keyDer(*serverKey(), "secret"), true);
    row("traditional key", material::traditionalPem(*serverKey(), "secret"), true);
    row("certificate, DER", material::der(leaf), true);
    row("PKCS#7", material::pkcs7({leaf.certificate, sub}), true);
    row("PKCS#12", container(leaf, {sub}, "secret"), true);
    row("everything in one", pemOf(*serverKey()) + pemOf(leaf) + pemOf(m_import.sub()), true);
    row("strange key", encryptedPem(*strangeKey(), "secret"), false);
    row("strange key beside ours", key() + encryptedPem(*strangeKey(), "secret"), false);
    row("strange certificate beside ours", pemOf(leaf) + pemOf(makeCa("X", otherCaKey())), false);
    row("PKCS#12 with a strange certificate",
        container(leaf, {makeCa("X", otherCaKey()).certificate}, "secret"), false);
    row("older list", pemOf(makeList(m_import.root(), {}, 0)), false);
    row("request", material::requestDer({{"CN", "server.test"}}, *serverKey()), false);
    row("damaged rest", pemOf(leaf) + "-----BEGIN CERTIFICATE-----\nMIIB\n", false);
    row("nothing of ours", "hello", false);
    row("empty", "", false);
}

void TestCleanUp::source_anyForm_goesIfAllOfItIsInstalled() {
    QFETCH(std::string, content);
    QFETCH(bool, goes);
    const auto cleanUp = named("source", content);
    QCOMPARE(namesOf(cleanUp), goes ? Strings{"source"} : Strings{});
    QCOMPARE(told(cleanUp), goes ? Strings{} : Strings{"source clean.not-installed"});
    QCOMPARE(cleanUp.applicable(), goes);
}

void TestCleanUp::source_unopened_stays() {
    for (const std::string& content : {key("unknown"), container(m_import.leaf(), {}, "unknown")}) {
        const auto cleanUp = named("shut", content);
        QVERIFY(cleanUp.files.empty());
        QCOMPARE(told(cleanUp), Strings{"shut clean.key-unknown"});
    }
    // The installed key itself needs no password to be known.
    const auto copy = named("copy", m_folder->read(m_folder->profile().slot("key")->target), "unknown");
    QCOMPARE(namesOf(copy), Strings{"copy"});
}

void TestCleanUp::source_installedItself_stays() {
    const auto cleanUp = plan({{m_folder->slotPath("key"), m_folder->slotPath("ca"), m_folder->configPath(),
                                m_folder->at(m_folder->profile().keyStore.primary),
                                m_folder->write(".certwright/history/x/file-0", key()),
                                m_folder->brought(".certwright/other/file-0", key())},
                               {}});
    QVERIFY(cleanUp && cleanUp->files.empty());
    QCOMPARE(told(*cleanUp).size(), std::size_t{6});
    for (const std::string& line : told(*cleanUp))
        QVERIFY2(line.ends_with(" clean.installed"), line.c_str());
    // A folder above them changes nothing.
    const auto whole = plan({{m_folder->at("sample")}, {}});
    QVERIFY(whole && whole->files.empty());
    const ServiceFolder aoi(Service::Aoi);
    m_import.carryOut(*m_import.into(aoi));
    const auto home = plan::planCleanUp(*m_files, aoi.site(*m_files),
                                        {{aoi.homeAt("aoi_service/key.bak")}, {}}, opener("secret"), allowed);
    QCOMPARE(told(*home), Strings{"key.bak clean.installed"});
}

void TestCleanUp::source_linked_stays() {
    const std::string real = m_folder->brought("real/server.key", key());
    const std::string twin = m_folder->brought("twin.key", key());
    fs::create_hard_link(twin, m_folder->broughtFolder() + "/twin2.key");
    fs::create_symlink(real, m_folder->broughtFolder() + "/link.key");
    fs::create_symlink(m_folder->slotPath("key"), m_folder->broughtFolder() + "/installed.key");
    fs::create_directory_symlink(m_folder->broughtFolder() + "/real", m_folder->broughtFolder() + "/folder");
    const auto at = [&](const char* name) { return m_folder->broughtFolder() + "/" + name; };
    const auto cleanUp = plan(
        {{twin, at("link.key"), at("installed.key"), at("folder/server.key"), at("folder"), at("folder/")},
         {}});
    QVERIFY(cleanUp && cleanUp->files.empty());
    QCOMPARE(told(*cleanUp).size(), std::size_t{6});
    QCOMPARE(bodyOf<check::SourceLinked>(cleanUp->findings)->links, std::uint64_t{2});
    // In a named folder the links stay and what is real goes.
    const auto whole = plan({{m_folder->broughtFolder()}, {}});
    QCOMPARE(namesOf(*whole), Strings{"server.key"});
}

void TestCleanUp::source_archive_stays() {
    const std::string zip = zipOf({{"server.key", key()}, {"ca.crt", pemOf(m_import.root())}});
    const std::string path = m_folder->brought("delivery.zip", zip);
    for (const std::string& name : {path, path + "/server.key", path + "/nothing"}) {
        const auto cleanUp = plan({{name}, {}});
        QVERIFY(cleanUp && cleanUp->files.empty() && !cleanUp->applicable());
        QCOMPARE(told(*cleanUp), Strings{"delivery.zip clean.archive"});
    }
    m_folder->brought("letter.docx", zipOf({{"word/document.xml", "<xml/>"}}));
    m_folder->brought("server.key", key());
    const auto found = plan({{m_folder->broughtFolder(), path + "/server.key"}, {}});
    QCOMPARE(namesOf(*found), Strings{"server.key"});
    QCOMPARE(told(*found), Strings{"delivery.zip clean.archive"});
}

void TestCleanUp::source_missing_isTold() {
    const auto cleanUp = plan({{m_folder->at("nowhere")}, {m_folder->at("nowhere-either")}});
    QVERIFY(cleanUp && !cleanUp->applicable());
    QCOMPARE(told(*cleanUp), (Strings{"nowhere file.unreadable", "nowhere-either file.unreadable"}));
    QVERIFY(!check::blocks(cleanUp->findings));
}

void TestCleanUp::source_overwrittenBefore_goes() {
    const auto cleanUp = named("server.key", std::string(1700, '\0'));
    QCOMPARE(namesOf(cleanUp), Strings{"server.key"});
    QCOMPARE(cleanUp.files.front().form, std::string("overwritten"));
    // Zeros in a folder may be anybody's.
    QVERIFY(plan({{m_folder->broughtFolder()}, {m_folder->broughtFolder()}})->files.empty());
}

void TestCleanUp::source_named_twice_goesOnce() {
    const std::string path = m_folder->brought("server.key", key());
    const auto cleanUp = plan({{path, m_folder->broughtFolder() + "/./server.key", m_folder->broughtFolder()},
                               {m_folder->broughtFolder()}});
    QCOMPARE(namesOf(*cleanUp), Strings{"server.key"});
    QCOMPARE(cleanUp->files.front().path, path);
}

void TestCleanUp::keys_lyingAround_areFound() {
    m_folder->brought("a/clear.pem", pemOf(*serverKey()), 0644);
    m_folder->brought("a/.hidden", key());
    m_folder->brought("a/b/noextension", material::keyDer(*serverKey()));
    m_folder->brought("a/b/c/keys.p12", container(m_import.leaf(), {}, "secret"));
    m_folder->brought("a/b/copy.bak", m_folder->read(m_folder->profile().slot("key")->target));
    m_folder->brought("a/shut.key", key("unknown"));
    m_folder->brought("a/strange.key", pemOf(*strangeKey()));
    m_folder->brought("a/server.crt", pemOf(m_import.leaf()));
    m_folder->brought("a/bundle.pem", pemOf(*serverKey()) + pemOf(makeCa("X", otherCaKey())));
    m_folder->brought("a/photo.jpg", std::string(5000, '\xFF'));
    const auto cleanUp = plan({{}, {m_folder->broughtFolder()}});
    QVERIFY(cleanUp);
    QCOMPARE(namesOf(*cleanUp), (Strings{".hidden", "clear.pem", "copy.bak", "keys.p12", "noextension"}));
    QCOMPARE(told(*cleanUp),
             (Strings{".hidden clean.key-copy encrypted", "bundle.pem clean.key-copy clear",
                      "bundle.pem clean.not-installed", "clear.pem clean.key-copy clear",
                      "copy.bak clean.key-copy encrypted", "keys.p12 clean.key-copy container",
                      "noextension clean.key-copy clear", "shut.key clean.key-unknown"}));
    QCOMPARE(bodyOf<check::KeyCopyFound>(cleanUp->findings)->mode, 0600U);
}

void TestCleanUp::keys_installedOnes_areNoCopies() {
    m_folder->write(".certwright/history/x/file-0", key());
    const auto cleanUp = plan({{}, {m_folder->root()}});
    QVERIFY(cleanUp && cleanUp->files.empty());
    QCOMPARE(told(*cleanUp), Strings{});
    // What somebody left beside them is one.
    m_folder->write(m_folder->keys() + "/server.key.bak", pemOf(*serverKey()));
    QCOMPARE(namesOf(*plan({{}, {m_folder->root()}})), Strings{"server.key.bak"});
}

void TestCleanUp::keys_linked_areNotFollowed() {
    const TemporaryFolder elsewhere;
    elsewhere.write("secret.key", pemOf(*serverKey()));
    fs::create_directory_symlink(elsewhere.path(), m_folder->broughtFolder() + "/folder");
    fs::create_symlink(elsewhere.at("secret.key"), m_folder->broughtFolder() + "/link.key");
    const std::string twin = m_folder->brought("twin.key", pemOf(*serverKey()));
    fs::create_hard_link(twin, elsewhere.at("twin"));
    const auto cleanUp = plan({{}, {m_folder->broughtFolder()}});
    QVERIFY(cleanUp && cleanUp->files.empty());
    QCOMPARE(told(*cleanUp), (Strings{"twin.key clean.key-copy clear", "twin.key clean.linked"}));
    QCOMPARE(told(*plan({{}, {m_folder->broughtFolder() + "/folder"}})), Strings{"folder clean.linked"});
}

void TestCleanUp::keys_tooDeep_areToldAsNotLookedAt() {
    m_folder->brought("1/2/3/4/5/6/7/there.key", pemOf(*serverKey()));
    m_folder->brought("1/2/3/4/5/6/7/8/too-deep.key", pemOf(*serverKey()));
    const auto cleanUp = plan({{}, {m_folder->broughtFolder()}});
    QCOMPARE(namesOf(*cleanUp), Strings{"there.key"});
    QCOMPARE(told(*cleanUp), (Strings{"8 file.unreadable", "there.key clean.key-copy clear"}));
}

void TestCleanUp::keys_unreadableFolder_isTold() {
    m_folder->brought("shut/a.key", pemOf(*serverKey()));
    m_folder->brought("b.key", pemOf(*serverKey()), 0000);
    QVERIFY(m_files->setMode(m_folder->broughtFolder() + "/shut", 0000));
    const auto cleanUp = plan({{}, {m_folder->broughtFolder()}});
    QVERIFY(m_files->setMode(m_folder->broughtFolder() + "/shut", 0700));
    if (runsAsRoot()) { // who reads everything
        QCOMPARE(namesOf(*cleanUp), (Strings{"a.key", "b.key"}));
        return;
    }
    QCOMPARE(told(*cleanUp), (Strings{"b.key file.unreadable", "shut file.unreadable"}));
}

void TestCleanUp::text_besideTheBlocks_keepsTheFile_data() {
    QTest::addColumn<std::string>("before");
    QTest::addColumn<std::string>("after");
    QTest::addColumn<bool>("foreign");
    const auto row = [](const char* name, std::string before, std::string after, bool foreign) {
        QTest::newRow(name) << std::move(before) << std::move(after) << foreign;
    };
    row("nothing", "", "", false);
    row("blank lines", "\n\r\n", "\n\n", false);
    row("byte-order mark", "\xEF\xBB\xBF", "", false);
    row("comment", "# from the CA\n", "", false);
    row("bag attributes", "Bag Attributes\n    localKeyID: 01\nsubject=CN = x\nissuer=CN = y\n", "", false);
    row("openssl -text", "Certificate:\n    Data:\n        Version: 3 (0x2)\n", "", false);
    row("configuration around it", "client\nremote vpn.test\n<ca>\n", "</ca>\n", true);
    row("a sentence after it", "", "do not lose this\n", true);
}

void TestCleanUp::text_besideTheBlocks_keepsTheFile() {
    QFETCH(std::string, before);
    QFETCH(std::string, after);
    QFETCH(bool, foreign);
    const std::string content = before + pemOf(m_import.leaf()) + after;
    QCOMPARE(plan::holdsForeignText(base::viewOf(content)), foreign);
    QCOMPARE(named("source", content).files.empty(), foreign);
}

void TestCleanUp::root_ofAnotherUser_needsAsOwner() {
    const std::string path = m_folder->brought("server.key", key());
    auto site = m_folder->site(*m_files);
    site.self = {0, 0};
    site.rootOwner = {1000, 1000};
    const auto refused = plan::planCleanUp(*m_files, site, {{path}, {}}, opener("secret"), allowed);
    QVERIFY(has(refused->findings, "root.as-owner") && refused->files.empty());
    site.rootPolicy = plan::RootPolicy::AsOwner;
    QVERIFY(plan::planCleanUp(*m_files, site, {{path}, {}}, opener("secret"), allowed)->applicable());
}

QTEST_GUILESS_MAIN(TestCleanUp)
#include "test_clean_up.moc"

// Why: a list of a million entries must be judged, and installed, as one of ten is, without ever being held.
#include <QTest>

#include <filesystem>
#include <fstream>

#include "core/document/crl_entries.h"
#include "core/document/parse.h"
#include "core/plan/crl_order.h"
#include "core/plan/large_content.h"
#include "core/plan/large_lists.h"
#include "core/plan/objects.h"
#include "core/plan/planned_view.h"
#include "core/plan/targets.h"
#include "tests/data/material/crl_writer.h"
#include "tests/support/temporary_folder.h"

using namespace certwright;
using namespace certwright::material;

namespace {

constexpr std::uint64_t manyEntries = 40000; // 1.7 MB

const Identity& root() {
    static const Identity one = issue(authoritySpec(), rsaKey());
    return one;
}
const Identity& server() {
    static const Identity one = issue(serverSpec(), rsaKey(1), &root());
    return one;
}

std::string largeList(const std::string& extra = {}) {
    std::string octets;
    writeCrl({manyEntries, extra, now(), 1}, root(), [&](std::string_view piece) { octets += piece; });
    return octets;
}

std::string asPem(const std::string& octets) {
    std::string text;
    const Sink sink = pemSink([&](std::string_view piece) { text += piece; });
    sink(octets);
    sink({});
    return text;
}

class Impatient final : public base::Progress {
  public:
    void enter(base::Step, int, int) override { ++m_entered; }
    bool cancelled() const override { return m_entered > 1; }

  private:
    int m_entered = 0;
};

} // namespace

class TestLargeLists : public QObject {
    Q_OBJECT
    std::unique_ptr<files::FileSystem> m_disk = files::localFileSystem();
    base::SilentProgress m_silent;

    std::string file(const std::string& folder, const std::string& name, const std::string& content) {
        const std::string path = folder + "/" + name;
        [[maybe_unused]] const auto removed = m_disk->remove(path);
        if (!m_disk->writeNew(path, base::viewOf(content), 0600, std::nullopt))
            std::abort();
        return path;
    }
    plan::Loaded load(const std::vector<std::string>& paths) {
        return *plan::loadFiles(*m_disk, {}, paths, m_silent, access());
    }

  private Q_SLOTS:
    void load_largeList_isSearchedForCertificatesWhateverTheOrder();
    void load_damagedLargeList_isToldAsSmallOnesAre();
    void load_cancelled_stops();
    void content_ofLargeList_isThePemOfItsDer_data();
    void content_ofLargeList_isThePemOfItsDer();
    void content_sourceChangedSince_isRefused();
    void lists_thatDiffer_areNotTakenForOne();
    void view_ofALargeChange_isReadInAnyOrder();
    void clearKey_behindALargeList_isFound();
};

void TestLargeLists::load_largeList_isSearchedForCertificatesWhateverTheOrder() {
    const test::TemporaryFolder folder;
    const std::string list = largeList(entryOf(server().certificate, now()));
    const std::string crl = file(folder.path(), "a.crl", asPem(list));
    const std::string leaf = file(folder.path(), "b.pem", document::toPem(server().certificate));
    const plan::Loaded loaded = load({crl, leaf});
    QCOMPARE(loaded.findings.size(), std::size_t{0});
    QCOMPARE(loaded.files.size(), std::size_t{2});
    QCOMPARE(loaded.files[0].source.path, crl);
    const auto& read = std::get<document::Crl>(loaded.files[0].items.at(0).object);
    QVERIFY(read.der.empty());
    QCOMPARE(read.facts.entries, std::size_t{manyEntries + 1});
    const auto serial = base::fromHex(server().certificate.facts.serial);
    const auto entries = document::entriesFor(read, *serial);
    QVERIFY(entries && entries->size() == 1 && entries->front().reason == 1);
}

void TestLargeLists::load_damagedLargeList_isToldAsSmallOnesAre() {
    const test::TemporaryFolder folder;
    const std::string list = largeList();
    for (const std::string& content : {list.substr(0, list.size() - 1), asPem(list).substr(0, 1500000)}) {
        const plan::Loaded loaded = load({file(folder.path(), "cut.crl", content)});
        QCOMPARE(loaded.files.size(), std::size_t{0});
        QCOMPARE(loaded.findings.size(), std::size_t{1});
        QCOMPARE(check::codeOf(loaded.findings[0]), check::FileDamaged::code);
        QVERIFY(loaded.findings[0].severity == check::Severity::Blocker);
    }
}

void TestLargeLists::load_cancelled_stops() {
    const test::TemporaryFolder folder;
    const std::string path = file(folder.path(), "a.crl", largeList());
    Impatient impatient;
    const auto loaded = plan::loadFiles(*m_disk, {}, {path}, impatient, access());
    QVERIFY(!loaded && loaded.error().code == base::ErrorCode::Cancelled);
}

void TestLargeLists::content_ofLargeList_isThePemOfItsDer_data() {
    QTest::addColumn<bool>("pem");
    QTest::newRow("from PEM") << true;
    QTest::newRow("from DER") << false;
}

void TestLargeLists::content_ofLargeList_isThePemOfItsDer() {
    QFETCH(bool, pem);
    const test::TemporaryFolder folder;
    const std::string list = largeList();
    const std::string text = asPem(list);
    const std::string path = file(folder.path(), "a.crl", pem ? "us:\r\n" + text : list);
    const plan::Loaded loaded = load({path});
    const document::Item& item = loaded.files.at(0).items.at(0);
    const check::SourcedCrl crl{std::get<document::Crl>(item.object), path, item.encoding, item.container};
    const auto large = plan::largeFile({plan::partOf(crl)}, *m_disk);
    QVERIFY(large);
    QCOMPARE(large->sha256, plan::contentHash(base::viewOf(text)));
    QCOMPARE(large->content->size(), std::uint64_t{text.size()});
    QCOMPARE(document::listPemSize(list.size()), std::uint64_t{text.size()});
    const auto content = large->content->open(*m_disk);
    const std::string target = folder.path() + "/out";
    QVERIFY(content && m_disk->writeNewFrom(target, **content, 0400, std::nullopt));
    QCOMPARE(base::textOf(*m_disk->read(target, text.size(), files::Links::Refuse)), std::string_view(text));
}

void TestLargeLists::content_sourceChangedSince_isRefused() {
    const test::TemporaryFolder folder;
    std::string list = largeList();
    const std::string path = file(folder.path(), "a.crl", list);
    const plan::Loaded loaded = load({path});
    const check::SourcedCrl crl{std::get<document::Crl>(loaded.files.at(0).items.at(0).object), path,
                                document::Encoding::Der, document::Container::None};
    const auto large = plan::largeFile({plan::partOf(crl)}, *m_disk);
    QVERIFY(large);
    list[list.size() / 2] = static_cast<char>(list[list.size() / 2] ^ 1);
    for (const std::string& changed : {list, list.substr(0, list.size() / 2)}) {
        file(folder.path(), "a.crl", changed);
        const auto content = large->content->open(*m_disk);
        const std::string target = folder.path() + "/out";
        const auto written = m_disk->writeNewFrom(target, **content, 0400, std::nullopt);
        QVERIFY(!written && written.error().code == base::ErrorCode::FileChanged);
        QVERIFY(!m_disk->stat(target, files::Links::Refuse));
    }
}

void TestLargeLists::lists_thatDiffer_areNotTakenForOne() {
    const test::TemporaryFolder folder;
    const std::string list = largeList();
    const std::string other = largeList(entryOf(server().certificate, now()));
    const plan::Loaded loaded = load({file(folder.path(), "a.crl", list), file(folder.path(), "b.crl", other),
                                      file(folder.path(), "c.crl", asPem(list))});
    QCOMPARE(loaded.files.size(), std::size_t{3});
    const auto object = [&](std::size_t i) -> const document::Object& {
        return loaded.files[i].items.at(0).object;
    };
    QVERIFY(!plan::sameObject(object(0), object(1)));
    QVERIFY(plan::sameObject(object(0), object(2)));
    const auto crl = [&](std::size_t i) { return std::get<document::Crl>(object(i)); };
    auto parsed = document::parse(base::viewOf(list), access());
    const auto& whole = std::get<document::Crl>(parsed.items.at(0).object);
    QVERIFY(!whole.der.empty() && crl(0).der.empty());
    QVERIFY(plan::isSameVersion(crl(0), crl(2)) && !plan::isSameVersion(crl(0), crl(1)));
    QVERIFY(plan::isSameVersion(whole, crl(0)) && plan::isSameVersion(crl(0), whole));
    QVERIFY(!plan::isSameVersion(whole, crl(1)) && !plan::isSameVersion(crl(1), whole));
}

void TestLargeLists::view_ofALargeChange_isReadInAnyOrder() {
    const test::TemporaryFolder folder;
    const std::string text = asPem(largeList());
    const auto large = plan::presentFile(file(folder.path(), "a.crl", text), *m_disk);
    QVERIFY(large && large->sha256 == plan::contentHash(base::viewOf(text)));
    plan::Plan planned;
    planned.changes.emplace_back();
    planned.changes.back().path = folder.path() + "/target.crl";
    planned.changes.back().large = large->content;
    const plan::PlannedView view(*m_disk, planned);
    QVERIFY(!view.open(planned.changes.back().path, text.size() - 1, files::Links::Refuse));
    const auto opened = view.open(planned.changes.back().path, text.size(), files::Links::Refuse);
    QVERIFY(opened && (*opened)->size() == text.size());
    for (const std::size_t at : {std::size_t{0}, std::size_t{500000}, std::size_t{100}, std::size_t{100},
                                 text.size() - 10, text.size(), text.size() + 5}) {
        base::Bytes place(300000);
        const auto count = (*opened)->readAt(at, place);
        QVERIFY(count.has_value());
        QVERIFY(*count > 0 || at >= text.size());
        QVERIFY(base::textOf(base::ByteView(place).first(*count)) ==
                text.substr(std::min(at, text.size()), *count));
    }
    QCOMPARE(*plan::contentHash(**opened), large->sha256);
    const auto issuers = plan::issuersOf(**large->content->open(*m_disk));
    QVERIFY(issuers && *issuers == root().certificate.facts.subject.text);
}

// Wherever the pieces end in which the file is read.
void TestLargeLists::clearKey_behindALargeList_isFound() {
    const test::TemporaryFolder folder;
    std::string text;
    while (text.size() <= document::maximumFileSize)
        text += asPem(largeList());
    const std::string path = file(folder.path(), "a.crl", text);
    const auto holds = [&](const std::string& more) {
        std::filesystem::resize_file(path, text.size());
        std::ofstream(path, std::ios::binary | std::ios::app) << more;
        return plan::holdsClearKey(*m_disk, path, access());
    };
    QVERIFY(!holds({}));
    // Across the end of a piece of 64 KiB, of which 26 octets are carried over to the next.
    constexpr std::size_t step = 65536 - 26;
    const std::size_t end = 26 + (text.size() / step + 2) * step - text.size();
    for (std::size_t shift = end - 60; shift < end + 10; ++shift) {
        const std::string space(shift, '\n');
        QVERIFY2(holds(space + "-----BEGIN PRIVATE KEY-----\nAAAA\n"), std::to_string(shift).c_str());
        QVERIFY(!holds(space + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"));
    }
}

QTEST_APPLESS_MAIN(TestLargeLists)
#include "test_large_lists.moc"

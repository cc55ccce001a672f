// Why: nobody should have to say which file is what, and nothing may be guessed where two things would fit.
#include <QTest>

#include "core/plan/select.h"
#include "tests/core/plan/material.h"
#include "tests/core/plan/service_folder.h"

using namespace certwright;
using namespace certwright::test;

namespace {

const secret::SecretAccess allowed = secret::SecretAccess::grant();

using Texts = std::map<std::string, std::string>;

} // namespace

class TestSelect : public QObject {
    Q_OBJECT

  private:
    // sort writes `files` (name to content) and sorts them; names of the form "slot=name" are given for that
    // slot.
    plan::Selection sort(const Texts& files, Service service = Service::StreamServer,
                         const std::set<std::string>& without = {});
    // took says what a slot got: file names without "slot=", joined by '+', each with the object's index from
    // the second on.
    std::string took(const plan::Selection& selection, const std::string& slot) const;

    std::unique_ptr<files::FileSystem> m_files = files::localFileSystem();
    plan::Loaded m_loaded;
    const document::Identity m_root = makeCa("Root", caKey());
    const document::Identity m_sub = makeCa("Sub", subCaKey(), &m_root);
    const document::Identity m_other = makeCa("Other", otherCaKey());
    const document::Identity m_leaf = makeLeaf("server.test", m_sub, serverKey());
    const document::Identity m_direct = makeLeaf("direct.test", m_root, serverKey());
    const std::string m_key = encryptedPem(*serverKey(), "secret");

  private Q_SLOTS:
    void folder_withChain_isSortedByWhatThingsAre();
    void oneFile_withEverything_fillsAllSlots();
    void pairs_areFoundByTheOpenedKey_data();
    void pairs_areFoundByTheOpenedKey();
    void leaves_two_areAmbiguousUnlessOneServes();
    void leaf_missing_isTold();
    void leaf_caGivenForIt_isTaken();
    void leaf_selfSignedOnly_needsItsCaNamed();
    void key_two_areAmbiguous();
    void key_sameTwice_isOne();
    void ca_isTheAnchorOfTheChain();
    void ca_strangerAlone_isTakenForTheRulesToJudge();
    void ca_strangersOnly_areAmbiguous();
    void ca_intermediateOnly_mustBeNamed();
    void ca_bundleNamed_trustsItsRoots();
    void ca_oldRootWithoutConstraints_isRecognised();
    void crl_goesToItsIssuersPair();
    void crl_ofIntermediate_goesToTheServer();
    void crl_twoOfOneIssuer_areAmbiguous();
    void crl_stray_isTakenForTheRulesToJudge();
    void crl_strayBesideAFittingOne_isUnused();
    void without_list_isUnusedAndGoesNowhereElse();
    void slot_wrongKind_isTold_data();
    void slot_wrongKind_isTold();
    void container_unopened_isNoWrongKind();
    void file_unused_isANote();
};

plan::Selection TestSelect::sort(const Texts& files, Service service, const std::set<std::string>& without) {
    const ServiceFolder folder(service);
    std::map<std::string, std::string> slots;
    std::vector<std::string> paths;
    for (const auto& [name, content] : files) {
        const auto cut = name.find('=');
        if (cut == std::string::npos)
            paths.push_back(folder.brought(name, content));
        else
            slots[name.substr(0, cut)] = folder.brought(name.substr(cut + 1), content);
    }
    base::SilentProgress progress;
    auto loaded = plan::loadFiles(*m_files, slots, paths, progress, allowed);
    m_loaded = loaded ? std::move(*loaded) : plan::Loaded{};
    return plan::select(m_loaded, folder.profile(), testNow(), without);
}

std::string TestSelect::took(const plan::Selection& selection, const std::string& slot) const {
    const auto found = selection.slots.find(slot);
    std::string text;
    if (found == selection.slots.end())
        return text;
    for (const plan::Place place : found->second) {
        const std::string& path = m_loaded.files[place.file].source.path;
        text += (text.empty() ? "" : "+") + path.substr(path.find_last_of('/') + 1);
        if (place.item > 0)
            text += ":" + std::to_string(place.item);
    }
    return text;
}

void TestSelect::folder_withChain_isSortedByWhatThingsAre() {
    const auto selection = sort({{"a", pemOf(m_leaf)},
                                 {"b", m_key},
                                 {"c", pemOf(m_sub)},
                                 {"d", pemOf(m_root)},
                                 {"e", pemOf(makeList(m_root))}});
    QCOMPARE(took(selection, "cert"), std::string("a"));
    QCOMPARE(took(selection, "key"), std::string("b"));
    QCOMPARE(took(selection, "ca"), std::string("d"));
    QCOMPARE(took(selection, "crl"), std::string("e"));
    QCOMPARE(selection.pool.size(), std::size_t{1});
    QVERIFY(selection.findings.empty());
}

void TestSelect::oneFile_withEverything_fillsAllSlots() {
    const auto selection =
        sort({{"all.pem", pemOf(*serverKey()) + pemOf(m_leaf) + pemOf(m_sub) + pemOf(m_root)}});
    QCOMPARE(took(selection, "key"), std::string("all.pem"));
    QCOMPARE(took(selection, "cert"), std::string("all.pem:1"));
    QCOMPARE(took(selection, "ca"), std::string("all.pem:3"));
    const auto named =
        sort({{"cert=all.pem", pemOf(*serverKey()) + pemOf(m_leaf) + pemOf(m_sub) + pemOf(m_root)}});
    QCOMPARE(took(named, "key"), std::string("all.pem"));
    QCOMPARE(took(named, "cert"), std::string("all.pem:1"));
    QCOMPARE(took(named, "ca"), std::string("all.pem:3"));
    QVERIFY(named.findings.empty());
}

void TestSelect::pairs_areFoundByTheOpenedKey_data() {
    QTest::addColumn<QString>("keyName");
    QTest::addColumn<QString>("leafName");
    QTest::newRow("positional") << "k"
                                << "x";
    QTest::newRow("key named") << "key=k"
                               << "x";
    QTest::newRow("certificate named") << "k"
                                       << "cert=x";
}

void TestSelect::pairs_areFoundByTheOpenedKey() {
    QFETCH(QString, keyName);
    QFETCH(QString, leafName);
    const auto strange = makeLeaf("strange.test", m_root, strangeKey());
    const auto selection = sort({{keyName.toStdString(), pemOf(*serverKey())},
                                 {leafName.toStdString(), pemOf(strange) + pemOf(m_direct)},
                                 {"r", pemOf(m_root)}});
    QCOMPARE(took(selection, "cert"), std::string("x:1"));
    QCOMPARE(took(selection, "key"), std::string("k"));
    QVERIFY(!check::blocks(selection.findings));
}

void TestSelect::leaves_two_areAmbiguousUnlessOneServes() {
    const auto second = makeLeaf("second.test", m_root, strangeKey());
    const auto both =
        sort({{"a", pemOf(m_direct)}, {"b", pemOf(second)}, {"k", m_key}, {"r", pemOf(m_root)}});
    const auto* body = bodyOf<check::SlotAmbiguous>(both.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->slot, std::string("cert"));
    QCOMPARE(body->candidates.size(), std::size_t{2});
    QVERIFY(body->candidates[0].find("direct.test") != std::string::npos);
    QVERIFY(!has(both.findings, "slot.missing"));
    const auto client = makeLeaf("client", m_root, strangeKey(), 365, {"1.3.6.1.5.5.7.3.2"});
    const auto one = sort({{"a", pemOf(m_direct)}, {"b", pemOf(client)}, {"k", m_key}, {"r", pemOf(m_root)}});
    QCOMPARE(took(one, "cert"), std::string("a"));
}

void TestSelect::leaf_missing_isTold() {
    const auto selection = sort({{"k", m_key}, {"r", pemOf(m_root)}});
    QCOMPARE(bodyOf<check::SlotMissing>(selection.findings)->slot, std::string("cert"));
    QVERIFY(
        !has(sort({{"a", pemOf(m_direct)}, {"k", m_key}, {"r", pemOf(m_root)}}).findings, "slot.missing"));
}

void TestSelect::leaf_caGivenForIt_isTaken() {
    const auto selection = sort({{"cert=c", pemOf(m_sub)}, {"key=k", m_key}, {"ca=r", pemOf(m_root)}});
    QCOMPARE(took(selection, "cert"), std::string("c"));
    QVERIFY(!check::blocks(selection.findings));
}

void TestSelect::leaf_selfSignedOnly_needsItsCaNamed() {
    document::CertificateSpec spec;
    spec.subject = {{"CN", "alone"}};
    spec.notBefore = testNow();
    spec.notAfter = testNow() + std::chrono::days(100);
    const auto alone = document::makeCertificate(spec, serverKey(), nullptr, allowed);
    const auto selection = sort({{"a", pemOf(*alone)}, {"k", m_key}});
    QCOMPARE(took(selection, "cert"), std::string("a"));
    QCOMPARE(bodyOf<check::SlotMissing>(selection.findings)->slot, std::string("ca"));
    const auto named = sort({{"ca=a", pemOf(*alone)}, {"k", m_key}, {"cert=b", pemOf(*alone)}});
    QVERIFY(!check::blocks(named.findings));
}

void TestSelect::key_two_areAmbiguous() {
    const auto selection = sort({{"a", pemOf(m_direct)},
                                 {"k", m_key},
                                 {"l", encryptedPem(*strangeKey(), "x")},
                                 {"r", pemOf(m_root)}});
    QCOMPARE(bodyOf<check::SlotAmbiguous>(selection.findings)->slot, std::string("key"));
    const auto fitting = sort({{"a", pemOf(m_direct)},
                               {"k", pemOf(*strangeKey())},
                               {"l", pemOf(*serverKey())},
                               {"r", pemOf(m_root)}});
    QCOMPARE(took(fitting, "key"), std::string("l"));
}

void TestSelect::key_sameTwice_isOne() {
    const auto selection = sort({{"a", pemOf(m_direct)}, {"k", m_key}, {"l", m_key}, {"r", pemOf(m_root)}});
    QCOMPARE(took(selection, "key"), std::string("k"));
    QVERIFY(selection.findings.empty());
}

void TestSelect::ca_isTheAnchorOfTheChain() {
    const auto selection = sort({{"a", pemOf(m_leaf)},
                                 {"b", pemOf(m_other)},
                                 {"c", pemOf(m_sub)},
                                 {"d", pemOf(m_root)},
                                 {"k", m_key}});
    QCOMPARE(took(selection, "ca"), std::string("d"));
}

void TestSelect::ca_strangerAlone_isTakenForTheRulesToJudge() {
    const auto selection = sort({{"a", pemOf(m_direct)}, {"b", pemOf(m_other)}, {"k", m_key}});
    QCOMPARE(took(selection, "ca"), std::string("b"));
}

void TestSelect::ca_strangersOnly_areAmbiguous() {
    const auto third = makeCa("Third", subCaKey());
    const auto selection =
        sort({{"a", pemOf(m_direct)}, {"b", pemOf(m_other)}, {"c", pemOf(third)}, {"k", m_key}});
    QCOMPARE(bodyOf<check::SlotAmbiguous>(selection.findings)->slot, std::string("ca"));
}

void TestSelect::ca_intermediateOnly_mustBeNamed() {
    const auto selection = sort({{"a", pemOf(m_leaf)}, {"b", pemOf(m_sub)}, {"k", m_key}});
    QCOMPARE(bodyOf<check::SlotMissing>(selection.findings)->slot, std::string("ca"));
    const auto named = sort({{"a", pemOf(m_leaf)}, {"ca=b", pemOf(m_sub)}, {"k", m_key}});
    QCOMPARE(took(named, "ca"), std::string("b"));
}

void TestSelect::ca_bundleNamed_trustsItsRoots() {
    const auto selection = sort({{"cert=a", pemOf(m_leaf)},
                                 {"ca=bundle", pemOf(m_sub) + pemOf(m_root) + pemOf(m_other)},
                                 {"key=k", m_key}});
    QCOMPARE(took(selection, "ca"), std::string("bundle:1+bundle:2"));
    QCOMPARE(selection.pool.size(), std::size_t{1});
    const auto sub =
        sort({{"cert=a", pemOf(m_leaf)}, {"ca=s", pemOf(m_leaf) + pemOf(m_sub)}, {"key=k", m_key}});
    QCOMPARE(took(sub, "ca"), std::string("s:1"));
    const auto leaf = sort({{"cert=a", pemOf(m_leaf)}, {"ca=s", pemOf(m_leaf)}, {"key=k", m_key}});
    QCOMPARE(took(leaf, "ca"), std::string("s"));
}

void TestSelect::ca_oldRootWithoutConstraints_isRecognised() {
    document::CertificateSpec spec;
    spec.subject = {{"CN", "Old Root"}};
    spec.notBefore = testNow() - std::chrono::days(100);
    spec.notAfter = testNow() + std::chrono::days(100);
    spec.version = 1;
    const auto old = document::makeCertificate(spec, caKey(), nullptr, allowed);
    const auto leaf = makeLeaf("of.old", *old, serverKey());
    const auto selection = sort({{"a", pemOf(*old)}, {"b", pemOf(leaf)}, {"k", m_key}});
    QCOMPARE(took(selection, "cert"), std::string("b"));
    QCOMPARE(took(selection, "ca"), std::string("a"));
}

void TestSelect::crl_goesToItsIssuersPair() {
    const auto selection = sort({{"a", pemOf(m_direct)},
                                 {"k", m_key},
                                 {"r", pemOf(m_root)},
                                 {"platform-ca=p", pemOf(m_other)},
                                 {"x", pemOf(makeList(m_other))},
                                 {"y", pemOf(makeList(m_root))}},
                                Service::Aoi);
    QCOMPARE(took(selection, "crl"), std::string("y"));
    QCOMPARE(took(selection, "platform-crl"), std::string("x"));
    QCOMPARE(took(selection, "gateway-crl"), std::string());
    QVERIFY(!check::blocks(selection.findings));
}

void TestSelect::crl_ofIntermediate_goesToTheServer() {
    const auto selection = sort({{"a", pemOf(m_leaf)},
                                 {"c", pemOf(m_sub)},
                                 {"k", m_key},
                                 {"r", pemOf(m_root)},
                                 {"x", pemOf(makeList(m_sub))},
                                 {"y", pemOf(makeList(m_root))}});
    QCOMPARE(took(selection, "crl"), std::string("x+y"));
}

void TestSelect::crl_twoOfOneIssuer_areAmbiguous() {
    const auto selection = sort({{"a", pemOf(m_direct)},
                                 {"k", m_key},
                                 {"r", pemOf(m_root)},
                                 {"x", pemOf(makeList(m_root, {}, 1))},
                                 {"y", pemOf(makeList(m_root, {}, 2))}});
    QCOMPARE(bodyOf<check::SlotAmbiguous>(selection.findings)->slot, std::string("crl"));
    const auto named = sort({{"a", pemOf(m_direct)},
                             {"k", m_key},
                             {"r", pemOf(m_root)},
                             {"crl=x", pemOf(makeList(m_root, {}, 1))},
                             {"y", pemOf(makeList(m_root, {}, 2))}});
    QCOMPARE(took(named, "crl"), std::string("x"));
    QVERIFY(!check::blocks(named.findings));
}

void TestSelect::crl_stray_isTakenForTheRulesToJudge() {
    const auto selection =
        sort({{"a", pemOf(m_direct)}, {"k", m_key}, {"r", pemOf(m_root)}, {"x", pemOf(makeList(m_other))}});
    QCOMPARE(took(selection, "crl"), std::string("x"));
}

void TestSelect::crl_strayBesideAFittingOne_isUnused() {
    const auto selection = sort({{"a", pemOf(m_direct)},
                                 {"k", m_key},
                                 {"r", pemOf(m_root)},
                                 {"x", pemOf(makeList(m_other))},
                                 {"y", pemOf(makeList(m_root))}});
    QCOMPARE(took(selection, "crl"), std::string("y"));
    QCOMPARE(bodyOf<check::FileUnused>(selection.findings)->holds, std::vector<std::string>{"crl"});
}

void TestSelect::without_list_isUnusedAndGoesNowhereElse() {
    const Texts files{
        {"a", pemOf(m_direct)}, {"k", m_key}, {"r", pemOf(m_root)}, {"y", pemOf(makeList(m_root))}};
    const auto selection = sort(files, Service::StreamServer, {"crl"});
    QCOMPARE(took(selection, "crl"), std::string());
    QCOMPARE(bodyOf<check::FileUnused>(selection.findings)->holds, std::vector<std::string>{"crl"});
    const auto other = sort({{"a", pemOf(m_direct)},
                             {"k", m_key},
                             {"r", pemOf(m_root)},
                             {"platform-ca=p", pemOf(m_other)},
                             {"y", pemOf(makeList(m_other))}},
                            Service::Aoi, {"platform-crl"});
    QCOMPARE(took(other, "platform-crl"), std::string());
    QCOMPARE(took(other, "crl"), std::string());
}

void TestSelect::slot_wrongKind_isTold_data() {
    QTest::addColumn<QString>("slot");
    QTest::addColumn<bool>("keyInstead");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ca") << "ca" << true << "certificate";
    QTest::newRow("cert") << "cert" << true << "certificate";
    QTest::newRow("key") << "key" << false << "key";
    QTest::newRow("crl") << "crl" << false << "crl";
}

void TestSelect::slot_wrongKind_isTold() {
    QFETCH(QString, slot);
    QFETCH(bool, keyInstead);
    QFETCH(QString, expected);
    const auto selection = sort({{slot.toStdString() + "=wrong", keyInstead ? m_key : pemOf(m_root)}});
    const auto* body = bodyOf<check::SlotWrongKind>(selection.findings);
    QVERIFY(body != nullptr);
    QCOMPARE(body->slot, slot.toStdString());
    QCOMPARE(body->expected, expected.toStdString());
    QCOMPARE(body->found, std::vector<std::string>{keyInstead ? "key" : "certificate"});
    for (const auto& finding : selection.findings)
        if (const auto* missing = finding.body.as<check::SlotMissing>())
            QVERIFY(missing->slot != slot.toStdString());
}

void TestSelect::container_unopened_isNoWrongKind() {
    const auto selection = sort({{"key=bundle.p12", container(m_direct, {}, "secret")}});
    QVERIFY(!has(selection.findings, "slot.wrong-kind"));
    QVERIFY(has(selection.findings, "slot.missing"));
}

void TestSelect::file_unused_isANote() {
    const auto selection = sort({{"a", pemOf(m_direct)},
                                 {"k", pemOf(*serverKey())},
                                 {"l", encryptedPem(*strangeKey(), "x")},
                                 {"r", pemOf(m_root)},
                                 {"copy", pemOf(m_direct)}});
    QCOMPARE(selection.findings.size(), std::size_t{1});
    QCOMPARE(selection.findings[0].severity, check::Severity::Note);
    QCOMPARE(bodyOf<check::FileUnused>(selection.findings)->holds, std::vector<std::string>{"key"});
}

QTEST_GUILESS_MAIN(TestSelect)
#include "test_select.moc"

// Why: real folders hold old and new CAs, cross-signed pairs, copies and loops; the chain found must be
// right, the same whatever the order, and the search must end.
#include <QTest>

#include <algorithm>

#include "core/check/path.h"
#include "tests/core/check/scene.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::check;
using document::Identity;
using test::caOrder;
using test::issue;

namespace {

SourcedCertificate from(const Identity& identity, const char* path = "/in/pool.pem") {
    return {identity.certificate, path, 1};
}

Identity reissue(const char* name, const char* key, const Identity* issuer, const char* notAfter) {
    auto spec = caOrder(name);
    spec.notAfter = test::at(notAfter);
    return issue(spec, key, issuer);
}

template <typename T> void shuffle(std::vector<T>& list, test::SeededRandom& random) {
    for (std::size_t left = list.size(); left > 1; --left)
        std::swap(list[left - 1], list[random.number(left)]);
}

// names lists the common names of the chain, then "| CA" if it is complete.
QString names(const ServerPath& path, const Material& material) {
    QStringList list;
    for (const auto& certificate : path.certificates)
        list << QString::fromStdString(certificate.facts.subject.commonName);
    if (path.complete)
        list << "|" << QString::fromStdString(material.cas.at(*path.ca).certificate.facts.subject.commonName);
    return list.join(" ");
}

} // namespace

class TestPath : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findPath_directlyBelowTheCa_hasOnlyTheLeaf() {
        const auto root = issue(caOrder("Root"), "root");
        const auto leaf = issue(test::serverOrder("server"), "leaf", &root);
        Material material;
        material.leaf = from(leaf);
        material.cas = {from(root)};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server | Root"));
    }

    void findPath_threeIntermediatesFromAnywhere_areInOrder() {
        const auto root = issue(caOrder("Root"), "root");
        const auto a = issue(caOrder("A"), "a", &root);
        const auto b = issue(caOrder("B"), "b", &a);
        const auto c = issue(caOrder("C"), "c", &b);
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &c));
        material.pool = {from(a, "/in/1"), from(c, "/in/2"), from(b, "/in/3")};
        material.cas = {from(root)};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server C B A | Root"));
    }

    void findPath_withoutKeyIdentifiers_triesEveryKeyOfTheName() {
        auto spec = caOrder("Root");
        spec.subjectKeyId = document::Presence::Absent;
        spec.authorityKeyId = document::Presence::Absent;
        Material material;
        for (const char* key : {"k1", "k2", "k3", "k4"})
            material.cas.push_back(from(issue(spec, key)));
        const auto signer = issue(spec, "k3");
        auto leafSpec = test::serverOrder("server");
        leafSpec.authorityKeyId = document::Presence::Absent;
        material.leaf = from(issue(leafSpec, "leaf", &signer));
        const auto path = findPath(material, test::today());
        QVERIFY(path.complete);
        QVERIFY(material.cas.at(*path.ca).certificate.facts.key.publicKeyInfo ==
                test::keyNamed("k3")->facts.publicKeyInfo);
    }

    void findPath_wrongKeyIdentifierRightSignature_stillFound() {
        auto root = issue(caOrder("Root"), "root");
        root.certificate.facts.subjectKeyId = {1, 2, 3};
        Material material;
        material.cas = {from(root)};
        material.leaf = from(issue(test::serverOrder("server"), "leaf", nullptr));
        material.leaf->certificate = issue(test::serverOrder("server"), "leaf", &root).certificate;
        QVERIFY(findPath(material, test::today()).complete);
    }

    void findPath_oldAndNewIntermediateOfOneKey_takesTheValidOne() {
        const auto root = issue(caOrder("Root"), "root");
        const auto old = reissue("Issuing", "issuing", &root, "2026-01-01");
        const auto fresh = reissue("Issuing", "issuing", &root, "2030-01-01");
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &old));
        material.cas = {from(root)};
        material.pool = {from(old), from(fresh)};
        const auto path = findPath(material, test::today());
        QVERIFY(path.complete);
        QCOMPARE(path.certificates.at(1).facts.fingerprint, fresh.certificate.facts.fingerprint);
        material.pool.pop_back();
        QVERIFY(findPath(material, test::today()).complete);
    }

    void findPath_caAlsoCrossSigned_prefersTheChosenSelfSignedCa() {
        const auto other = issue(caOrder("Other Root"), "other");
        const auto root = issue(caOrder("Root"), "root");
        const auto crossed = issue(caOrder("Root"), "root", &other);
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &root));
        material.pool = {from(crossed), from(other)};
        material.cas = {from(root)};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server | Root"));
        material.cas = {from(other)};
        material.pool = {from(crossed), from(root)};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server Root | Other Root"));
    }

    void findPath_intermediateAndRootGivenAsCas_endsAtTheRoot() {
        const auto root = issue(caOrder("Root"), "root");
        const auto issuing = issue(caOrder("Issuing"), "issuing", &root);
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &issuing));
        material.cas = {from(issuing), from(root)};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server Issuing | Root"));
        material.cas.pop_back();
        QCOMPARE(names(findPath(material, test::today()), material), QString("server | Issuing"));
    }

    void findPath_crossSignedLoop_endsWithoutACa() {
        const auto a = issue(caOrder("A"), "a");
        const auto b = issue(caOrder("B"), "b");
        const auto aByB = issue(caOrder("A"), "a", &b);
        const auto bByA = issue(caOrder("B"), "b", &a);
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &a));
        material.pool = {from(aByB), from(bByA)};
        material.cas = {from(issue(caOrder("Root"), "root"))};
        const auto path = findPath(material, test::today());
        QVERIFY(!path.complete);
        QCOMPARE(path.certificates.size(), 3U);
    }

    void findPath_depth_isBounded_data() {
        QTest::addColumn<int>("intermediates");
        QTest::addColumn<bool>("complete");
        QTest::newRow("15 intermediates") << 15 << true;
        QTest::newRow("16 intermediates") << 16 << false;
    }
    void findPath_depth_isBounded() {
        QFETCH(int, intermediates);
        QFETCH(bool, complete);
        Material material;
        auto issuer = issue(caOrder("Root"), "root");
        material.cas = {from(issuer)};
        for (int i = 0; i < intermediates; ++i) {
            const std::string name = "I" + std::to_string(i);
            issuer = issue(caOrder(name), name, &issuer);
            material.pool.push_back(from(issuer));
        }
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &issuer));
        const auto path = findPath(material, test::today());
        QCOMPARE(path.complete, complete);
        QVERIFY(path.certificates.size() <= 16);
    }

    void searchPath_thousandsOfOneName_stopsComputing() {
        auto candidate = issue(caOrder("Root"), "impostor").certificate;
        Material material;
        for (int i = 0; i < 1500; ++i) {
            candidate.facts.fingerprint = base::toBytes("impostor " + std::to_string(i));
            candidate.facts.key.publicKeyInfo = candidate.facts.fingerprint;
            material.pool.push_back({candidate, "/in/many.pem", 1});
        }
        const auto root = issue(caOrder("Root"), "root");
        material.leaf = from(issue(test::serverOrder("server"), "leaf", &root));
        Signatures signatures;
        DetailsMemory details;
        QVERIFY(!searchPath(material, Policy{}, test::today(), signatures, details).path.complete);
        QVERIFY(signatures.checks() <= 1000);
    }

    void findPath_selfSignedLeafThatIsTheCa_isComplete() {
        Material material;
        material.leaf = from(issue(test::serverOrder("server"), "leaf"));
        material.cas = {*material.leaf};
        QCOMPARE(names(findPath(material, test::today()), material), QString("server | server"));
        material.cas.clear();
        material.pool = {*material.leaf};
        QVERIFY(!findPath(material, test::today()).complete);
    }

    // Loops, copies, expired twins, same names: everything above in one folder, shuffled.
    void check_shuffledInput_givesTheSameVerdict_data() {
        QTest::addColumn<bool>("withRoot");
        QTest::newRow("complete") << true;
        QTest::newRow("broken") << false;
    }
    void check_shuffledInput_givesTheSameVerdict() {
        QFETCH(bool, withRoot);
        auto scene = test::sceneOf();
        const auto twin = reissue("Practice Intermediate", "intermediate", &scene.root, "2026-01-01");
        const auto impostor = issue(caOrder("Practice Intermediate"), "impostor", &scene.root);
        const auto sameName = issue(caOrder("Practice Root"), "same name");
        const auto expired = reissue("Practice Root", "root", nullptr, "2026-01-01");
        auto& material = scene.material;
        for (const Identity* each : std::initializer_list<const Identity*>{
                 &twin, &impostor, &scene.leaf, &scene.intermediate, &scene.root, &sameName})
            for (const char* path : {"/in/a.pem", "/in/b.pem", "/in/server.pem"})
                material.pool.push_back(from(*each, path));
        material.cas = {from(sameName, "/in/ca.crt"), from(expired, "/in/ca.crt"),
                        from(sameName, "/in/copy.crt")};
        if (withRoot) {
            material.cas.push_back(from(scene.root, "/in/ca.crt"));
            material.cas.push_back(from(scene.root, "/in/copy.crt"));
        } else {
            material.cas.erase(material.cas.begin() + 1);
        }

        const auto first = scene.judge();
        QCOMPARE(first.path.complete, withRoot);
        const auto expected = test::said(first.findings);
        test::SeededRandom random;
        for (int round = 0; round < 40; ++round) {
            shuffle(material.pool, random);
            shuffle(material.cas, random);
            shuffle(material.crls, random);
            shuffle(material.sources, random);
            const auto verdict = scene.judge();
            QCOMPARE(test::said(verdict.findings), expected);
            QCOMPARE(verdict.path.certificates.size(), first.path.certificates.size());
            for (std::size_t i = 0; i < first.path.certificates.size(); ++i)
                QCOMPARE(verdict.path.certificates.at(i).der, first.path.certificates.at(i).der);
        }
    }
};

QTEST_APPLESS_MAIN(TestPath)
#include "test_path.moc"

// Why: 2047 bits are too few, 2048 are few, 3072 are enough; which types are allowed is the service's word.
#include "tests/core/check/row_test.h"

using namespace certwright;
using document::KeyAlgorithm;
using test::Scene;
using test::sceneRow;

namespace {

void makeRsa(document::KeyFacts& key, int bits, KeyAlgorithm algorithm = KeyAlgorithm::Rsa) {
    key.algorithm = algorithm;
    key.bits = bits;
    key.curve.clear();
}

std::function<void(Scene&)> serverRsa(int bits, KeyAlgorithm algorithm = KeyAlgorithm::Rsa) {
    return [=](Scene& scene) {
        makeRsa(scene.material.leaf->certificate.facts.key, bits, algorithm);
        makeRsa(scene.material.key.facts, bits, algorithm);
    };
}

std::function<void(Scene&)> serverType(KeyAlgorithm algorithm) {
    return [=](Scene& scene) { scene.material.key.facts.algorithm = algorithm; };
}

} // namespace

class TestKeyStrength : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void keyStrength_bits_data() {
        test::startRows();
        const std::string tooSmall = "blocker key.too-small /in/server.key";
        const std::string small = "warning key.small /in/server.key";
        sceneRow("1024", serverRsa(1024), {tooSmall});
        sceneRow("2047", serverRsa(2047), {tooSmall});
        sceneRow("2048", serverRsa(2048), {small});
        sceneRow("3071", serverRsa(3071), {small});
        sceneRow("3072", serverRsa(3072));
        sceneRow("PSS key counts as RSA",
                 [](Scene& scene) {
                     serverRsa(2047, KeyAlgorithm::RsaPss)(scene);
                     scene.policy.keyAlgorithms = {KeyAlgorithm::RsaPss};
                 },
                 {tooSmall});
        sceneRow("certificate alone",
                 [](Scene& scene) {
                     serverRsa(2047)(scene);
                     scene.material.key.state = check::KeyState::Absent;
                 },
                 {"blocker key.too-small /in/server.pem"});
        sceneRow("certificate of another key",
                 [](Scene& scene) {
                     serverRsa(2047)(scene);
                     scene.material.key.facts = test::keyNamed("other")->facts;
                 },
                 {"blocker key.mismatch /in/server.key", "blocker key.too-small /in/server.pem"});
    }
    void keyStrength_bits() { test::compareRow(); }

    void keyStrength_issuers_data() {
        test::startRows();
        sceneRow("CA 2047", [](Scene& s) { makeRsa(s.material.cas.at(0).certificate.facts.key, 2047); },
                 {"blocker key.too-small /in/ca.crt"});
        sceneRow("CA 2048 without warning",
                 [](Scene& s) { makeRsa(s.material.cas.at(0).certificate.facts.key, 2048); });
        sceneRow("intermediate 2047",
                 [](Scene& s) { makeRsa(s.material.pool.at(0).certificate.facts.key, 2047); },
                 {"blocker key.too-small /in/server.pem"});
        sceneRow("intermediate 2048",
                 [](Scene& s) { makeRsa(s.material.pool.at(0).certificate.facts.key, 2048); });
    }
    void keyStrength_issuers() { test::compareRow(); }

    void keyStrength_types_data() {
        test::startRows();
        const std::string type = "blocker key.type /in/server.key";
        sceneRow("EC", serverType(KeyAlgorithm::Ec));
        sceneRow("Ed25519", serverType(KeyAlgorithm::Ed25519), {type});
        sceneRow("Ed448", serverType(KeyAlgorithm::Ed448), {type});
        sceneRow("DSA", serverType(KeyAlgorithm::Dsa), {type});
        sceneRow("other", serverType(KeyAlgorithm::Other), {type});
        sceneRow("PSS", serverRsa(3072, KeyAlgorithm::RsaPss), {type});
        sceneRow("EC where RSA only", [](Scene& s) { s.policy.keyAlgorithms = {KeyAlgorithm::Rsa}; }, {type});
    }
    void keyStrength_types() { test::compareRow(); }

    void keyType_finding_namesFoundAndAllowed() {
        auto scene = test::sceneOf();
        scene.policy.keyAlgorithms = {KeyAlgorithm::Rsa};
        const auto verdict = scene.judge();
        const auto* type = test::bodyOf<check::KeyType>(verdict);
        QVERIFY(type);
        QCOMPARE(type->found, std::string("EC prime256v1"));
        QCOMPARE(type->allowed, std::vector<std::string>{"RSA"});
    }
};

QTEST_APPLESS_MAIN(TestKeyStrength)
#include "test_key_strength.moc"

// Why: each way in which a key fails to open has its own finding, and a key of another certificate is caught.
#include "tests/core/check/row_test.h"

using namespace certwright;
using check::KeyState;
using test::Scene;
using test::sceneRow;

namespace {

std::function<void(Scene&)> state(KeyState state) {
    return [state](Scene& scene) { scene.material.key.state = state; };
}

std::function<void(Scene&)> password(std::optional<int> characters, std::optional<int> maximum) {
    return [=](Scene& scene) {
        scene.material.key.passwordCharacters = characters;
        scene.policy.passwordMaximumCharacters = maximum;
    };
}

} // namespace

class TestKey : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void key_states_data() {
        test::startRows();
        sceneRow("opened", state(KeyState::Opened));
        sceneRow("absent", state(KeyState::Absent));
        sceneRow("gb18030", state(KeyState::OpenedAsGb18030), {"note key.password-gb18030 /in/server.key"});
        sceneRow("unencrypted", state(KeyState::Unencrypted), {"warning key.unencrypted /in/server.key"});
        sceneRow("needed", state(KeyState::PasswordNeeded), {"blocker key.password-needed /in/server.key"});
        sceneRow("wrong", state(KeyState::PasswordWrong), {"blocker key.password-wrong /in/server.key"});
        sceneRow("unsupported", state(KeyState::Unsupported), {"blocker key.unsupported /in/server.key"});
        sceneRow("damaged", state(KeyState::Damaged), {"blocker key.damaged /in/server.key"});
    }
    void key_states() { test::compareRow(); }

    void key_passwordLength_data() {
        test::startRows();
        sceneRow("100 of 100", password(100, 100));
        sceneRow("101 of 100", password(101, 100), {"blocker key.password-too-long /in/server.key"});
        sceneRow("no limit", password(5000, std::nullopt));
        sceneRow("no password", password(std::nullopt, 100));
    }
    void key_passwordLength() { test::compareRow(); }

    void key_ofAnotherCertificate_data() {
        test::startRows();
        const auto other = [](KeyState state) {
            return [state](Scene& scene) {
                scene.material.key.state = state;
                scene.material.key.facts = test::keyNamed("other")->facts;
            };
        };
        const std::string mismatch = "blocker key.mismatch /in/server.key";
        sceneRow("opened", other(KeyState::Opened), {mismatch});
        sceneRow("unencrypted", other(KeyState::Unencrypted),
                 {mismatch, "warning key.unencrypted /in/server.key"});
        sceneRow("not opened", other(KeyState::PasswordNeeded),
                 {"blocker key.password-needed /in/server.key"});
        sceneRow("no certificate", [=](Scene& scene) {
            other(KeyState::Opened)(scene);
            scene.material.leaf.reset();
            scene.material.crls.clear();
        });
    }
    void key_ofAnotherCertificate() { test::compareRow(); }

    void key_findings_carryWhatWasSeen() {
        auto scene = test::sceneOf();
        scene.material.key.facts = test::keyNamed("other")->facts;
        const auto verdict = scene.judge();
        const auto* mismatch = test::bodyOf<check::KeyMismatch>(verdict);
        QVERIFY(mismatch);
        QCOMPARE(mismatch->certificatePath, std::string("/in/server.pem"));
        QCOMPARE(mismatch->keyFingerprint.size(), 64U);
        QVERIFY(mismatch->keyFingerprint != mismatch->certificateFingerprint);

        scene.material.key.state = KeyState::Unsupported;
        scene.material.key.encryption.scheme = "PBES1";
        const auto unsupported = scene.judge();
        QCOMPARE(test::bodyOf<check::KeyUnsupported>(unsupported)->scheme, std::string("PBES1"));

        scene.material.key.state = KeyState::PasswordWrong;
        scene.material.key.attempts = 3;
        const auto wrong = scene.judge();
        QCOMPARE(test::bodyOf<check::PasswordWrong>(wrong)->attempts, 3);
    }
};

QTEST_APPLESS_MAIN(TestKey)
#include "test_key.moc"

// Why: a fault of form reaches people as a finding of its own code, with its word; other damage stays what it
// was.
#include <QTest>

#include "core/check/key_form.h"
#include "tests/core/check/row_test.h"

using namespace certwright;
using check::KeyMalformed;
using check::KeyState;
using document::Fault;
using test::Scene;
using test::sceneRow;

class TestKeyForm : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void damage_withFault_hasItsWord();
    void refusal_tellsSchemeFormAndDamageApart();
    void aside_isNamed();
    void rule_remarks_data() {
        test::startRows();
        sceneRow("remark", [](Scene& scene) { scene.material.key.remarks = {Fault::ScalarLength}; },
                 {"warning key.malformed /in/server.key"});
        sceneRow("fault",
                 [](Scene& scene) {
                     scene.material.key.state = KeyState::Damaged;
                     scene.material.key.fault = Fault::RsaCrt;
                 },
                 {"blocker key.malformed /in/server.key"});
    }
    void rule_remarks() { test::compareRow(); }
};

void TestKeyForm::damage_withFault_hasItsWord() {
    const auto malformed =
        check::damageBody("k.pem", {document::DamageKind::BadContent, "PRIVATE KEY", 3, "x",
                                    document::DamageReason::None, Fault::CurveMismatch});
    const auto& body = *malformed.as<KeyMalformed>();
    QCOMPARE(body.reason, std::string("curve-mismatch"));
    QCOMPARE(body.line, std::uint64_t{3});
    const auto damaged = check::damageBody("c.pem", {document::DamageKind::BadBase64, "CERTIFICATE", 1, {}});
    QVERIFY(damaged.is<check::FileDamaged>());
}

void TestKeyForm::refusal_tellsSchemeFormAndDamageApart() {
    check::SourcedKey key;
    key.path = "k";
    key.state = KeyState::Unsupported;
    key.encryption = {"PBES2", "GOST 28147-89", "PBKDF2-HMAC-Streebog-512", 2000};
    const auto unsupported = check::refusalBody(key);
    QCOMPARE(unsupported.as<check::KeyUnsupported>()->scheme,
             std::string("PBES2, GOST 28147-89, PBKDF2-HMAC-Streebog-512"));
    key.state = KeyState::Damaged;
    QVERIFY(check::refusalBody(key).is<check::KeyDamaged>());
    key.fault = Fault::Work;
    QVERIFY(check::refusalBody(key).is<KeyMalformed>());
}

void TestKeyForm::aside_isNamed() {
    const auto body = check::asideBody("k.pub", {document::AsideKind::PublicKey, "PUBLIC KEY", 1});
    QCOMPARE(body.as<check::PartUnusable>()->kind, std::string("public-key"));
}

QTEST_APPLESS_MAIN(TestKeyForm)
#include "test_key_form.moc"

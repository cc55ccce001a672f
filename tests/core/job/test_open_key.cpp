// Why: three ways of not opening a key must be three different sentences.
#include <QTest>

#include <algorithm>

#include "core/document/parse.h"
#include "core/job/open_key.h"
#include "tests/core/job/job_scene.h"

using namespace certwright;
using namespace certwright::test;

class TestOpenKey : public QObject {
    Q_OBJECT

  private:
    const secret::SecretAccess m_access = secret::SecretAccess::grant();

    document::EncryptedKey lockedKey() const {
        const std::string pem = encryptedPem(*serverKey(), "secret");
        const auto parsed = document::parse(base::viewOf(pem), m_access);
        return std::get<document::EncryptedKey>(parsed.items.front().object);
    }

  private Q_SLOTS:
    void key_unknownCipher_isUnsupportedAndNobodyIsAsked();
    void key_right_hasFactsOfItsOpening();
    void finding_followsTheState_data();
    void finding_followsTheState();
};

void TestOpenKey::key_unknownCipher_isUnsupportedAndNobodyIsAsked() {
    auto key = lockedKey();
    // aes256-CBC (2.16.840.1.101.3.4.1.42) becomes a number that nobody gave out.
    const auto cipher = *base::fromHex("60864801650304012a");
    const auto at = std::search(key.encoded.begin(), key.encoded.end(), cipher.begin(), cipher.end());
    QVERIFY(at != key.encoded.end());
    *(at + 8) = 0x7F;
    Passwords passwords({"secret"});
    const auto opened = job::openKey(key, "k", passwords, m_access);
    QVERIFY(!opened->key);
    QCOMPARE(opened->state.state, check::KeyState::Unsupported);
    QVERIFY(passwords.asked().empty());
    QCOMPARE(codesOf({*job::keyFinding(opened->state)}), std::vector<std::string>{"!key.unsupported"});
}

void TestOpenKey::key_right_hasFactsOfItsOpening() {
    Passwords passwords({"wrong", "secret"});
    const auto opened = job::openKey(lockedKey(), "k", passwords, m_access);
    QVERIFY(opened->key);
    QCOMPARE(opened->state.state, check::KeyState::Opened);
    QCOMPARE(opened->state.attempts, 2);
    QCOMPARE(opened->state.passwordCharacters, std::optional(6));
    QVERIFY(opened->state.detail.empty());
    QVERIFY(!job::failed(opened->state));
}

void TestOpenKey::finding_followsTheState_data() {
    using check::KeyState;
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("isFailure");
    const auto row = [](KeyState state, const char* code, bool isFailure) {
        QTest::addRow("%d", static_cast<int>(state)) << static_cast<int>(state) << code << isFailure;
    };
    row(KeyState::Absent, "", false);
    row(KeyState::Opened, "", false);
    row(KeyState::OpenedAsGb18030, "key.password-gb18030", false);
    row(KeyState::Unencrypted, "key.unencrypted", false);
    row(KeyState::PasswordNeeded, "key.password-needed", true);
    row(KeyState::PasswordWrong, "key.password-wrong", true);
    row(KeyState::Unsupported, "key.unsupported", true);
    row(KeyState::Damaged, "key.damaged", true);
}

void TestOpenKey::finding_followsTheState() {
    QFETCH(int, state);
    QFETCH(QString, code);
    QFETCH(bool, isFailure);
    check::SourcedKey key;
    key.state = static_cast<check::KeyState>(state);
    key.path = "k";
    const auto finding = job::keyFinding(key);
    QCOMPARE(finding ? std::string(check::codeOf(*finding)) : std::string(), code.toStdString());
    QCOMPARE(finding && finding->severity == check::Severity::Blocker, isFailure);
    QCOMPARE(job::failed(key), isFailure);
}

QTEST_GUILESS_MAIN(TestOpenKey)
#include "test_open_key.moc"

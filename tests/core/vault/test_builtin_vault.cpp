// Why: what is sealed opens again under its own master key, and nothing else does.
#include <QTest>

#include <algorithm>

#include "core/vault/builtin_vault.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::vault;
using base::ErrorCode;
using secret::SecretBytes;

class TestBuiltinVault : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void init();
    void seal_anyLength_opensAgain_data();
    void seal_anyLength_opensAgain();
    void seal_longestSecret_fitsAConfigValue();
    void seal_sameSecretTwice_differs();
    void seal_tooLong_isRefused();
    void seal_noRandomness_fails();
    void unseal_anyCharacterAltered_isRefused();
    void unseal_noSealedText_isRefused_data();
    void unseal_noSealedText_isRefused();
    void unseal_cutOrExtended_isRefused();
    void unseal_otherMasterKey_isRefused();
    void unseal_otherMasterKeyUnderOurId_isRefused();
    void create_noRandomness_fails();
    void create_twice_differs();
    void rotate_texts_openUnderTheNewKeyOnly();
    void rotate_oneTextBroken_changesNothing();
    void rotate_noRandomness_fails_data();
    void rotate_noRandomness_fails();

  private:
    const secret::SecretAccess m_access = secret::SecretAccess::grant();
    test::SeededRandom m_random;
    std::unique_ptr<BuiltinVault> m_vault;

    std::string textOf(const SecretBytes& secret) const {
        return std::string(base::textOf(secret.reveal(m_access)));
    }
    std::string seal(const std::string& plain) {
        return m_vault->seal(SecretBytes::copyOf(base::viewOf(plain)), m_access).value_or("");
    }
    void verifyRefused(const std::string& sealed) {
        const auto plain = m_vault->unseal(sealed, m_access);
        QVERIFY2(!plain, sealed.c_str());
        QCOMPARE(plain.error().code, ErrorCode::SealInvalid);
    }
};

void TestBuiltinVault::init() {
    m_vault = BuiltinVault::create(m_random, m_access).value();
}

void TestBuiltinVault::seal_anyLength_opensAgain_data() {
    QTest::addColumn<std::string>("plain");
    QTest::newRow("empty") << std::string();
    QTest::newRow("Chinese") << std::string("口令 pässword");
    QTest::newRow("every octet a NUL") << std::string(5, '\0');
    for (const std::size_t size : {1U, 2U, 3U, 15U, 16U, 17U, 44U, 127U, 128U})
        QTest::newRow(std::to_string(size).c_str()) << std::string(size, 'x');
}

void TestBuiltinVault::seal_anyLength_opensAgain() {
    QFETCH(std::string, plain);
    const auto opened = m_vault->unseal(seal(plain), m_access);
    QVERIFY(opened);
    QCOMPARE(textOf(*opened), plain);
}

void TestBuiltinVault::seal_longestSecret_fitsAConfigValue() {
    for (int round = 0; round < 50; ++round) {
        const std::string sealed = seal(std::string(128, static_cast<char>(round)));
        QVERIFY(sealed.size() <= 400);
        QVERIFY(sealed.starts_with("cw1."));
        const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
        QCOMPARE(sealed.find_first_not_of(alphabet), std::string::npos);
    }
}

void TestBuiltinVault::seal_sameSecretTwice_differs() {
    QVERIFY(seal("secret") != seal("secret"));
}

void TestBuiltinVault::seal_tooLong_isRefused() {
    const auto sealed = m_vault->seal(SecretBytes(129), m_access);
    QVERIFY(!sealed);
    QCOMPARE(sealed.error().code, ErrorCode::InvalidArgument);
}

void TestBuiltinVault::seal_noRandomness_fails() {
    m_random.runDryAfter(0);
    const auto sealed = m_vault->seal(SecretBytes(8), m_access);
    m_random.runDryAfter(-1);
    QVERIFY(!sealed);
    QCOMPARE(sealed.error().code, ErrorCode::CryptoFailed);
}

// All lengths modulo three, so that the last character has 0, 2 or 4 bits that mean nothing.
void TestBuiltinVault::unseal_anyCharacterAltered_isRefused() {
    const std::string others = "AZaz09_-.=+/ %#\n";
    for (const std::string plain : {"", "p", "pa", "passphrase of no particular length"}) {
        const std::string sealed = seal(plain);
        for (std::size_t i = 0; i < sealed.size(); ++i) {
            for (const char other : others + static_cast<char>(sealed[i] ^ 1)) {
                std::string altered = sealed;
                altered[i] = other;
                if (altered != sealed)
                    verifyRefused(altered);
            }
        }
    }
}

void TestBuiltinVault::unseal_noSealedText_isRefused_data() {
    QTest::addColumn<std::string>("sealed");
    QTest::newRow("empty") << std::string();
    QTest::newRow("prefix only") << std::string("cw1.");
    QTest::newRow("other version") << std::string("cw2.AAAA");
    QTest::newRow("too short") << "cw1." + std::string(41, 'A');
    QTest::newRow("impossible length") << "cw1." + std::string(45, 'A');
    QTest::newRow("NUL inside") << std::string("cw1.AA\0AA", 9);
    QTest::newRow("vendor's") << std::string("AAAAAgAAAAAAAAAAAAAAAQAAAAkAAAAA");
    QTest::newRow("huge") << "cw1." + std::string(50'000'000, 'A');
}

void TestBuiltinVault::unseal_noSealedText_isRefused() {
    QFETCH(std::string, sealed);
    const auto plain = m_vault->unseal(sealed, m_access);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, ErrorCode::SealInvalid);
}

void TestBuiltinVault::unseal_cutOrExtended_isRefused() {
    const std::string sealed = seal("passphrase");
    for (std::size_t size = 0; size < sealed.size(); ++size)
        verifyRefused(sealed.substr(0, size));
    verifyRefused(sealed + "A");
    verifyRefused(sealed + sealed.substr(4));
    verifyRefused(" " + sealed);
}

void TestBuiltinVault::unseal_otherMasterKey_isRefused() {
    const std::string sealed = seal("passphrase");
    m_vault = BuiltinVault::create(m_random, m_access).value();
    verifyRefused(sealed);
}

void TestBuiltinVault::unseal_otherMasterKeyUnderOurId_isRefused() {
    const std::string foreign = seal("passphrase");
    m_vault = BuiltinVault::create(m_random, m_access).value();
    // Five characters hold the first 30 of the id's 32 bits; trying the sixth covers the rest.
    const std::string ours = seal("passphrase");
    for (const char sixth : std::string("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"))
        verifyRefused(ours.substr(0, 9) + sixth + foreign.substr(10));
}

void TestBuiltinVault::create_noRandomness_fails() {
    test::SeededRandom dry;
    dry.runDryAfter(0);
    const auto vault = BuiltinVault::create(dry, m_access);
    QVERIFY(!vault);
    QCOMPARE(vault.error().code, ErrorCode::CryptoFailed);
}

void TestBuiltinVault::create_twice_differs() {
    const auto other = BuiltinVault::create(m_random, m_access);
    QVERIFY(other);
    QVERIFY((*other)->content() != m_vault->content());
}

void TestBuiltinVault::rotate_texts_openUnderTheNewKeyOnly() {
    const std::vector<std::string> before{seal("one"), seal("two")};
    const auto rotation = m_vault->rotate(before, m_random, m_access);
    QVERIFY(rotation);
    QCOMPARE(rotation->sealed.size(), 2U);
    QCOMPARE(textOf(*rotation->vault->unseal(rotation->sealed[0], m_access)), std::string("one"));
    QCOMPARE(textOf(*rotation->vault->unseal(rotation->sealed[1], m_access)), std::string("two"));
    QVERIFY(!rotation->vault->unseal(before[0], m_access));
    verifyRefused(rotation->sealed[0]);
    QVERIFY(rotation->vault->content() != m_vault->content());
    const auto reopened = BuiltinVault::open({rotation->vault->content(), std::nullopt}, m_random, m_access);
    QVERIFY(reopened);
    QCOMPARE(textOf(*reopened->vault->unseal(rotation->sealed[1], m_access)), std::string("two"));
}

void TestBuiltinVault::rotate_oneTextBroken_changesNothing() {
    const std::string whole = seal("one");
    const base::Bytes content = m_vault->content();
    const auto rotation = m_vault->rotate({whole, "cw1.broken"}, m_random, m_access);
    QVERIFY(!rotation);
    QCOMPARE(rotation.error().code, ErrorCode::SealInvalid);
    QVERIFY(m_vault->content() == content);
    QCOMPARE(textOf(*m_vault->unseal(whole, m_access)), std::string("one"));
}

void TestBuiltinVault::rotate_noRandomness_fails_data() {
    QTest::addColumn<int>("fills");
    QTest::newRow("for the key") << 0;
    QTest::newRow("for the first text") << 1;
    QTest::newRow("for the second text") << 2;
}

void TestBuiltinVault::rotate_noRandomness_fails() {
    QFETCH(int, fills);
    const std::vector<std::string> before{seal("one"), seal("two")};
    test::SeededRandom dry;
    dry.runDryAfter(fills);
    const auto rotation = m_vault->rotate(before, dry, m_access);
    QVERIFY(!rotation);
    QCOMPARE(rotation.error().code, ErrorCode::CryptoFailed);
}

QTEST_APPLESS_MAIN(TestBuiltinVault)
#include "test_builtin_vault.moc"

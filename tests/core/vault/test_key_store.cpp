// Why: a key store is believed whole or not at all, and the vendor's is told apart from ours.
#include <QTest>

#include "core/ossl/digest.h"
#include "core/vault/builtin_vault.h"
#include "core/vault/key_store.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::vault;

class TestKeyStore : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void stateOf_freshStore_isValid();
    void stateOf_nothing_isMissing();
    void stateOf_anyBitFlipped_isDamaged();
    void stateOf_otherLength_isDamaged_data();
    void stateOf_otherLength_isDamaged();
    void stateOf_wrongFieldUnderRightChecksum_isDamaged_data();
    void stateOf_wrongFieldUnderRightChecksum_isDamaged();
    void stateOf_vendorsMark_isForeign_data();
    void stateOf_vendorsMark_isForeign();
};

namespace {

const std::string vendorMark = "5F64978D194F89CFA83F8EE1DB013C0C88424A1CB7FCAD704E4513A51446716C";

base::Bytes freshStore() {
    test::SeededRandom random;
    const auto vault = BuiltinVault::create(random, secret::SecretAccess::grant());
    return vault ? (*vault)->content() : base::Bytes();
}

// A store as somebody would forge it: the checksum is right.
base::Bytes withChecksum(base::Bytes store) {
    const base::Bytes checksum = ossl::sha256(base::ByteView(store).first(96));
    std::copy(checksum.begin(), checksum.end(), store.begin() + 96);
    return store;
}

} // namespace

void TestKeyStore::stateOf_freshStore_isValid() {
    const base::Bytes store = freshStore();
    QCOMPARE(store.size(), 128U);
    QCOMPARE(stateOf(store), KeyStoreState::Valid);
    QCOMPARE(std::string(base::textOf(base::ByteView(store).first(16))), std::string("CERTWRIGHT-KS-1\n"));
    // Version 1, PBKDF2-HMAC-SHA256, 1,000 rounds.
    QCOMPARE(base::toHex(base::ByteView(store).subspan(16, 12)), std::string("0000000100000001000003e8"));
}

void TestKeyStore::stateOf_nothing_isMissing() {
    QCOMPARE(stateOf(std::nullopt), KeyStoreState::Missing);
}

void TestKeyStore::stateOf_anyBitFlipped_isDamaged() {
    const base::Bytes store = freshStore();
    for (std::size_t bit = 0; bit < store.size() * 8; ++bit) {
        base::Bytes flipped = store;
        flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
        QVERIFY2(stateOf(flipped) == KeyStoreState::Damaged, std::to_string(bit).c_str());
    }
}

void TestKeyStore::stateOf_otherLength_isDamaged_data() {
    QTest::addColumn<std::size_t>("size");
    for (const std::size_t size : {0U, 1U, 15U, 16U, 31U, 32U, 96U, 127U, 129U, 256U, 10'000'000U})
        QTest::newRow(std::to_string(size).c_str()) << static_cast<std::size_t>(size);
}

void TestKeyStore::stateOf_otherLength_isDamaged() {
    QFETCH(std::size_t, size);
    base::Bytes store = freshStore();
    store.resize(size);
    QCOMPARE(stateOf(store), KeyStoreState::Damaged);
}

void TestKeyStore::stateOf_wrongFieldUnderRightChecksum_isDamaged_data() {
    QTest::addColumn<std::size_t>("at");
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, std::size_t at, const char* hex, bool valid = false) {
        QTest::newRow(name) << at << std::string(hex) << valid;
    };
    row("unchanged", 16, "00000001", true);
    row("later version", 16, "00000002");
    row("other derivation", 20, "00000002");
    row("no rounds", 24, "00000000");
    row("one round", 24, "00000001", true);
    row("most rounds", 24, "00989680", true);
    row("rounds that would hang", 24, "00989681");
    row("most rounds a number can say", 24, "ffffffff");
    row("other key id", 28, "00000000");
    row("other material", 48, "0000000000000000");
    row("other salt", 32, "0000000000000000", true);
    row("reserved in use", 95, "01");
}

void TestKeyStore::stateOf_wrongFieldUnderRightChecksum_isDamaged() {
    QFETCH(std::size_t, at);
    QFETCH(std::string, hex);
    QFETCH(bool, valid);
    base::Bytes store = freshStore();
    const base::Bytes octets = *base::fromHex(hex);
    std::copy(octets.begin(), octets.end(), store.begin() + static_cast<std::ptrdiff_t>(at));
    QCOMPARE(stateOf(withChecksum(store)), valid ? KeyStoreState::Valid : KeyStoreState::Damaged);
}

void TestKeyStore::stateOf_vendorsMark_isForeign_data() {
    QTest::addColumn<std::string>("hex");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("mark alone") << vendorMark << true;
    QTest::newRow("mark and content") << vendorMark + std::string(4000, 'a') << true;
    QTest::newRow("cut mark") << vendorMark.substr(0, 62) << false;
    QTest::newRow("one octet off") << vendorMark.substr(0, 62) + "6D" << false;
    QTest::newRow("not at the start") << "00" + vendorMark << false;
}

void TestKeyStore::stateOf_vendorsMark_isForeign() {
    QFETCH(std::string, hex);
    QFETCH(bool, foreign);
    QCOMPARE(stateOf(base::fromHex(hex)), foreign ? KeyStoreState::Foreign : KeyStoreState::Damaged);
}

QTEST_APPLESS_MAIN(TestKeyStore)
#include "test_key_store.moc"

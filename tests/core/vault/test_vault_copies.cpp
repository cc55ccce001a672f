// Why: the master key is kept twice so that one damaged copy costs nothing; which copy is believed decides
// whether the service can still start.
#include <QTest>

#include "core/vault/builtin_vault.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::vault;
using base::Bytes;
using base::ErrorCode;
using Repair = BuiltinVault::Repair;

class TestVaultCopies : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void open_bothWhole_needsNoRepair();
    void open_anyBitOfOneCopyFlipped_readsTheOther();
    void open_oneCopyUnusable_saysWhich_data();
    void open_oneCopyUnusable_saysWhich();
    void open_twoDifferentKeys_primaryWins();
    void open_noUsableCopy_isAnError_data();
    void open_noUsableCopy_isAnError();
    void open_vendorsStore_isNeverRead_data();
    void open_vendorsStore_isNeverRead();
    void open_documentedFormat_isReadAsWrittenElsewhere();

  private:
    const secret::SecretAccess m_access = secret::SecretAccess::grant();
    test::SeededRandom m_random;

    Bytes makeStore() { return (*BuiltinVault::create(m_random, m_access))->content(); }
};

namespace {

Bytes flipped(Bytes store, std::size_t bit) {
    store[bit / 8] = static_cast<std::uint8_t>(store[bit / 8] ^ (1U << (bit % 8)));
    return store;
}

Bytes vendorStore() {
    Bytes store = *base::fromHex("5F64978D194F89CFA83F8EE1DB013C0C88424A1CB7FCAD704E4513A51446716C");
    store.resize(2000, 7);
    return store;
}

} // namespace

void TestVaultCopies::open_bothWhole_needsNoRepair() {
    const Bytes store = makeStore();
    const auto opened = BuiltinVault::open({store, store}, m_random, m_access);
    QVERIFY(opened);
    QCOMPARE(opened->repair, Repair::None);
    QVERIFY(opened->vault->content() == store);
}

void TestVaultCopies::open_anyBitOfOneCopyFlipped_readsTheOther() {
    const Bytes store = makeStore();
    for (std::size_t bit = 0; bit < store.size() * 8; ++bit) {
        const Bytes damaged = flipped(store, bit);
        const auto fromStandby = BuiltinVault::open({damaged, store}, m_random, m_access);
        QVERIFY2(fromStandby && fromStandby->repair == Repair::Primary, std::to_string(bit).c_str());
        QVERIFY(fromStandby->vault->content() == store);
        const auto fromPrimary = BuiltinVault::open({store, damaged}, m_random, m_access);
        QVERIFY2(fromPrimary && fromPrimary->repair == Repair::Standby, std::to_string(bit).c_str());
        QVERIFY(fromPrimary->vault->content() == store);
    }
}

void TestVaultCopies::open_oneCopyUnusable_saysWhich_data() {
    QTest::addColumn<bool>("there");
    QTest::addColumn<std::size_t>("size");
    QTest::newRow("missing") << false << std::size_t{0};
    QTest::newRow("empty") << true << std::size_t{0};
    QTest::newRow("cut") << true << std::size_t{100};
    QTest::newRow("longer") << true << std::size_t{129};
    QTest::newRow("huge") << true << std::size_t{20'000'000};
}

void TestVaultCopies::open_oneCopyUnusable_saysWhich() {
    QFETCH(bool, there);
    QFETCH(std::size_t, size);
    const Bytes store = makeStore();
    std::optional<Bytes> unusable;
    if (there) {
        unusable = store;
        unusable->resize(size);
    }
    const auto fromStandby = BuiltinVault::open({unusable, store}, m_random, m_access);
    QVERIFY(fromStandby);
    QCOMPARE(fromStandby->repair, Repair::Primary);
    const auto fromPrimary = BuiltinVault::open({store, unusable}, m_random, m_access);
    QVERIFY(fromPrimary);
    QCOMPARE(fromPrimary->repair, Repair::Standby);
    QVERIFY(fromPrimary->vault->content() == store);
}

void TestVaultCopies::open_twoDifferentKeys_primaryWins() {
    const Bytes primary = makeStore();
    const Bytes standby = makeStore();
    QVERIFY(primary != standby);
    const auto opened = BuiltinVault::open({primary, standby}, m_random, m_access);
    QVERIFY(opened);
    QCOMPARE(opened->repair, Repair::Standby);
    QVERIFY(opened->vault->content() == primary);
}

void TestVaultCopies::open_noUsableCopy_isAnError_data() {
    QTest::addColumn<std::optional<Bytes>>("primary");
    QTest::addColumn<std::optional<Bytes>>("standby");
    QTest::addColumn<ErrorCode>("code");
    using Copy = std::optional<Bytes>;
    const Copy none;
    const Copy damaged = flipped(makeStore(), 400);
    QTest::newRow("both missing") << none << none << ErrorCode::KeyStoreMissing;
    QTest::newRow("both damaged") << damaged << Copy(Bytes(128)) << ErrorCode::KeyStoreDamaged;
    QTest::newRow("primary damaged, standby missing") << damaged << none << ErrorCode::KeyStoreDamaged;
    QTest::newRow("primary missing, standby damaged") << none << damaged << ErrorCode::KeyStoreDamaged;
    QTest::newRow("both empty") << Copy(Bytes()) << Copy(Bytes()) << ErrorCode::KeyStoreDamaged;
}

void TestVaultCopies::open_noUsableCopy_isAnError() {
    QFETCH(std::optional<Bytes>, primary);
    QFETCH(std::optional<Bytes>, standby);
    QFETCH(ErrorCode, code);
    const auto opened = BuiltinVault::open({primary, standby}, m_random, m_access);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, code);
}

void TestVaultCopies::open_vendorsStore_isNeverRead_data() {
    QTest::addColumn<std::optional<Bytes>>("primary");
    QTest::addColumn<std::optional<Bytes>>("standby");
    using Copy = std::optional<Bytes>;
    const Copy vendor = vendorStore();
    QTest::newRow("both") << vendor << vendor;
    QTest::newRow("primary, standby ours") << vendor << Copy(makeStore());
    QTest::newRow("standby, primary ours") << Copy(makeStore()) << vendor;
    QTest::newRow("primary, standby missing") << vendor << Copy();
    QTest::newRow("standby, primary missing") << Copy() << vendor;
    QTest::newRow("standby, primary damaged") << Copy(Bytes(128)) << vendor;
}

void TestVaultCopies::open_vendorsStore_isNeverRead() {
    QFETCH(std::optional<Bytes>, primary);
    QFETCH(std::optional<Bytes>, standby);
    const auto opened = BuiltinVault::open({primary, standby}, m_random, m_access);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::KeyStoreForeign);
}

// Made by Python's hashlib and cryptography from key_store.h and builtin_vault.h: material 00 to 1f, salt a0
// to af, 2,500 rounds, nonce c0 to cb.
void TestVaultCopies::open_documentedFormat_isReadAsWrittenElsewhere() {
    const auto store = base::fromHex(
        "434552545752494748542d4b532d310a0000000100000001000009c4630dcd29a0a1a2a3a4a5a6a7a8a9aaabacadaeaf"
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00000000000000000000000000000000"
        "a8eb220b73f3bfd0e87258b5276c3fe9c043513aee8354a3853b9b47df924697");
    const std::string sealed = "cw1.Yw3NKcDBwsPExcbHyMnKy2yxWPUueKVOTNG_JpitnGMgt5_u3VRm3iGCSTeHI5C0EKo";
    const auto opened = BuiltinVault::open({store, store}, m_random, m_access);
    QVERIFY(opened);
    const auto plain = opened->vault->unseal(sealed, m_access);
    QVERIFY(plain);
    QCOMPARE(std::string(base::textOf(plain->reveal(m_access))), std::string("open sesame 芝麻"));
}

QTEST_APPLESS_MAIN(TestVaultCopies)
#include "test_vault_copies.moc"

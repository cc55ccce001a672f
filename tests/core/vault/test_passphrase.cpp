// Why: the installed key is as safe as its passphrase is random and as usable as its alphabet is plain.
#include <QTest>

#include <algorithm>
#include <array>
#include <set>

#include "core/vault/passphrase.h"
#include "tests/support/seeded_random.h"

using namespace certwright;
using namespace certwright::vault;
using base::ErrorCode;

class TestPassphrase : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void make_always_is44LettersAndDigits();
    void make_often_neverTheSame();
    void make_often_everyCharacterAsLikely();
    void make_highOctets_areSkippedNotFolded();
    void make_noRandomness_fails();
    void make_stuckSource_failsInsteadOfHanging();

  private:
    const secret::SecretAccess m_access = secret::SecretAccess::grant();

    std::string make(base::RandomSource& random) const {
        const auto passphrase = makePassphrase(random, m_access);
        return passphrase ? std::string(base::textOf(passphrase->reveal(m_access))) : std::string();
    }
};

namespace {

const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

// Gives the same octets over and over.
class Repeating final : public base::RandomSource {
  public:
    explicit Repeating(base::Bytes octets)
        : m_octets(std::move(octets)) {}

    base::Status fill(std::span<std::uint8_t> out) override {
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = m_octets[i % m_octets.size()];
        return {};
    }

  private:
    base::Bytes m_octets;
};

} // namespace

void TestPassphrase::make_always_is44LettersAndDigits() {
    test::SeededRandom random;
    for (int i = 0; i < 200; ++i) {
        const std::string passphrase = make(random);
        QCOMPARE(passphrase.size(), 44U);
        QCOMPARE(passphrase.find_first_not_of(alphabet), std::string::npos);
    }
}

void TestPassphrase::make_often_neverTheSame() {
    test::SeededRandom random;
    std::set<std::string> made;
    for (int i = 0; i < 500; ++i)
        made.insert(make(random));
    QCOMPARE(made.size(), 500U);
}

// 44,000 characters, 710 of each expected; a generator that folds octets with % gives the first eight a
// quarter more.
void TestPassphrase::make_often_everyCharacterAsLikely() {
    test::SeededRandom random;
    std::array<int, 62> counts{};
    for (int i = 0; i < 1000; ++i) {
        for (const char c : make(random))
            ++counts.at(alphabet.find(c));
    }
    for (const int count : counts)
        QVERIFY2(count > 600 && count < 820, std::to_string(count).c_str());
}

void TestPassphrase::make_highOctets_areSkippedNotFolded() {
    Repeating random({248, 0, 255, 247, 250, 61});
    QCOMPARE(make(random).substr(0, 6), std::string("A99A99"));
}

void TestPassphrase::make_noRandomness_fails() {
    test::SeededRandom random;
    random.runDryAfter(0);
    const auto passphrase = makePassphrase(random, m_access);
    QVERIFY(!passphrase);
    QCOMPARE(passphrase.error().code, ErrorCode::CryptoFailed);
}

void TestPassphrase::make_stuckSource_failsInsteadOfHanging() {
    Repeating random({255});
    const auto passphrase = makePassphrase(random, m_access);
    QVERIFY(!passphrase);
    QCOMPARE(passphrase.error().code, ErrorCode::CryptoFailed);
}

QTEST_APPLESS_MAIN(TestPassphrase)
#include "test_passphrase.moc"

// Why: what SecretBytes promises is about memory pages, so the kernel is asked whether it is so.
#include <QTest>
#include <algorithm>
#include <limits>
#include <new>
#include <numeric>

#include "core/secret/secret_bytes.h"
#include "tests/core/secret/memory_map.h"

using namespace certwright;
using secret::SecretBytes;

namespace {

const secret::SecretAccess granted = secret::SecretAccess::grant();

SecretBytes secretOf(std::string_view text) {
    return SecretBytes::copyOf(base::viewOf(text));
}

std::string shown(const SecretBytes& bytes) {
    return std::string(base::textOf(bytes.reveal(granted)));
}

} // namespace

class TestSecretBytes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void pages_ofASecret_areLockedAndNotDumped_data();
    void pages_ofASecret_areLockedAndNotDumped();
    void pages_ofASecret_areItsOwn();
    void content_new_isZero();
    void content_copyOf_isKept();
    void move_construct_leavesEmpty();
    void move_assign_releasesTheOld();
    void append_growing_keepsContent();
    void append_ownOctets_areDoubled();
    void append_nothing_changesNothing();
    void truncate_shrink_wipesTheRest();
    void truncate_larger_doesNothing();
    void clear_secret_isEmptyAndUsable();
    void clone_secret_isIndependent();
    void equals_secrets_compareOctets_data();
    void equals_secrets_compareOctets();
    void construct_impossibleSize_throwsBadAlloc();
    void lifetime_over_leavesNoCopyInMemory();
};

void TestSecretBytes::pages_ofASecret_areLockedAndNotDumped_data() {
    QTest::addColumn<int>("size");
    QTest::newRow("a password") << 12;
    QTest::newRow("exactly a page") << static_cast<int>(test::pageSize());
    QTest::newRow("two pages") << static_cast<int>(test::pageSize()) + 1;
}

void TestSecretBytes::pages_ofASecret_areLockedAndNotDumped() {
    QFETCH(int, size);
    const bool locks = test::locksWork();
    SecretBytes bytes(static_cast<std::size_t>(size));
    const base::ByteView view = bytes.reveal(granted);
    for (const std::uint8_t* at : {view.data(), view.data() + view.size() - 1}) {
        const test::PageState state = test::pageStateOf(at);
        QVERIFY(state.undumped);
        QVERIFY(!locks || state.locked);
    }
    bytes.append(base::ByteView(bytes.reveal(granted)));
    const test::PageState state = test::pageStateOf(bytes.reveal(granted).data() + bytes.size() - 1);
    QVERIFY(state.undumped);
    QVERIFY(!locks || state.locked);
}

void TestSecretBytes::pages_ofASecret_areItsOwn() {
    const auto page = std::uintptr_t{test::pageSize()};
    const SecretBytes first(10);
    const SecretBytes second(10);
    const auto a = reinterpret_cast<std::uintptr_t>(first.reveal(granted).data());
    const auto b = reinterpret_cast<std::uintptr_t>(second.reveal(granted).data());
    QCOMPARE(a % page, std::uintptr_t{0});
    QVERIFY(a / page != b / page);
}

void TestSecretBytes::content_new_isZero() {
    SecretBytes bytes(5000);
    QCOMPARE(bytes.size(), 5000U);
    const auto view = bytes.reveal(granted);
    QCOMPARE(std::accumulate(view.begin(), view.end(), 0), 0);
    bytes.revealForWriting(granted)[4999] = 7;
    QCOMPARE(bytes.reveal(granted)[4999], std::uint8_t{7});
    QVERIFY(SecretBytes(0).empty());
}

void TestSecretBytes::content_copyOf_isKept() {
    QCOMPARE(shown(secretOf("密码")), std::string("密码"));
    QVERIFY(secretOf("").empty());
    QVERIFY(secretOf("").reveal(granted).empty());
}

void TestSecretBytes::move_construct_leavesEmpty() {
    SecretBytes first = secretOf("abc");
    const auto* where = first.reveal(granted).data();
    const SecretBytes second = std::move(first);
    QVERIFY(second.reveal(granted).data() == where);
    QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move): promised
    QVERIFY(first.reveal(granted).data() == nullptr);
}

void TestSecretBytes::move_assign_releasesTheOld() {
    SecretBytes first = secretOf("abc");
    SecretBytes second = secretOf("old");
    second = std::move(first);
    QCOMPARE(shown(second), std::string("abc"));
    QVERIFY(first.empty()); // NOLINT(bugprone-use-after-move): promised
    SecretBytes& same = second;
    second = std::move(same);
    QCOMPARE(shown(second), std::string("abc"));
}

void TestSecretBytes::append_growing_keepsContent() {
    SecretBytes bytes;
    std::string expected;
    for (int i = 0; i < 20000; ++i) {
        const char octet = static_cast<char>('a' + i % 26);
        bytes.append(base::viewOf({&octet, 1}));
        expected += octet;
    }
    QVERIFY(shown(bytes) == expected);
}

void TestSecretBytes::append_ownOctets_areDoubled() {
    SecretBytes bytes(test::pageSize() - 1);
    for (auto& octet : bytes.revealForWriting(granted))
        octet = 'x';
    const std::size_t before = bytes.size();
    bytes.append(bytes.reveal(granted));
    QCOMPARE(bytes.size(), before * 2);
    QVERIFY(shown(bytes) == std::string(before * 2, 'x'));
}

void TestSecretBytes::append_nothing_changesNothing() {
    SecretBytes bytes;
    bytes.append({});
    QVERIFY(bytes.empty());
}

void TestSecretBytes::truncate_shrink_wipesTheRest() {
    SecretBytes bytes = secretOf("password");
    bytes.truncate(4);
    QCOMPARE(shown(bytes), std::string("pass"));
    const std::uint8_t* data = bytes.reveal(granted).data();
    QVERIFY(std::all_of(data + 4, data + 8, [](std::uint8_t octet) { return octet == 0; }));
    bytes.truncate(0);
    QVERIFY(bytes.empty());
    bytes.append(base::viewOf("again"));
    QCOMPARE(shown(bytes), std::string("again"));
}

void TestSecretBytes::truncate_larger_doesNothing() {
    SecretBytes bytes = secretOf("abc");
    bytes.truncate(100);
    QCOMPARE(shown(bytes), std::string("abc"));
}

void TestSecretBytes::clear_secret_isEmptyAndUsable() {
    SecretBytes bytes = secretOf("abc");
    const void* where = bytes.reveal(granted).data();
    bytes.clear();
    QVERIFY(bytes.empty());
    QVERIFY(!test::pageStateOf(where).locked);
    bytes.clear();
    bytes.append(base::viewOf("x"));
    QCOMPARE(shown(bytes), std::string("x"));
}

void TestSecretBytes::clone_secret_isIndependent() {
    SecretBytes first = secretOf("abc");
    const SecretBytes second = first.clone();
    first.clear();
    QCOMPARE(shown(second), std::string("abc"));
}

void TestSecretBytes::equals_secrets_compareOctets_data() {
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* name, const char* first, const char* second, bool same) {
        QTest::newRow(name) << std::string(first) << std::string(second) << same;
    };
    row("same", "abc", "abc", true);
    row("both empty", "", "", true);
    row("first differs", "abc", "xbc", false);
    row("last differs", "abc", "abx", false);
    row("one bit", "a", "`", false);
    row("longer", "abc", "abcd", false);
    row("one empty", "", "a", false);
}

void TestSecretBytes::equals_secrets_compareOctets() {
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QFETCH(bool, same);
    QCOMPARE(secretOf(first).equals(secretOf(second)), same);
    QCOMPARE(secretOf(second).equals(secretOf(first)), same);
}

void TestSecretBytes::construct_impossibleSize_throwsBadAlloc() {
    constexpr std::size_t largest = std::numeric_limits<std::size_t>::max();
    QVERIFY_EXCEPTION_THROWN(SecretBytes(largest - 1), std::bad_alloc);
    QVERIFY_EXCEPTION_THROWN(SecretBytes(largest / 2), std::bad_alloc);
}

void TestSecretBytes::lifetime_over_leavesNoCopyInMemory() {
    const std::string pattern = test::inverted("only-in-a-SecretBytes-42");
    {
        SecretBytes bytes(pattern.size());
        for (std::size_t i = 0; i < pattern.size(); ++i)
            bytes.revealForWriting(granted)[i] = static_cast<std::uint8_t>(~pattern[i]);
        QCOMPARE(test::copiesInMemory(pattern), 1); // the search finds what is there
        for (int i = 0; i < 5; ++i)
            bytes.append(bytes.clone().reveal(granted));
        QCOMPARE(test::copiesInMemory(pattern), 32);
        bytes.truncate(pattern.size());
        SecretBytes other;
        other = std::move(bytes);
        QCOMPARE(test::copiesInMemory(pattern), 1);
    }
    QCOMPARE(test::copiesInMemory(pattern), 0);
}

QTEST_APPLESS_MAIN(TestSecretBytes)
#include "test_secret_bytes.moc"

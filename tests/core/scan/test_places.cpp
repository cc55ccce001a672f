// Why: the paths of pairs and duplicates come back from a file; each must come back whole, whatever is in it.
#include <thread>

#include <QTest>

#include "core/scan/places.h"

using namespace certwright;

class TestPlaces : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void path_anyNumberOfPaths_comeBack();
    void path_afterMoreWereAdded_comesBack();
    void add_severalThreads_keepsEachWhole();
};

namespace {

std::string longPath(int number) {
    return std::string(static_cast<std::size_t>(number % 300), 'x') + "/" + std::to_string(number) +
           std::string("\n\xFF", 2);
}

} // namespace

// Some 6 MiB: several times what is kept in memory.
void TestPlaces::path_anyNumberOfPaths_comeBack() {
    scan::Places places;
    std::vector<std::uint64_t> numbers;
    for (int i = 0; i < 40000; ++i)
        numbers.push_back(places.add(longPath(i)));
    for (int i = 0; i < 40000; i += 37)
        QCOMPARE(places.path(numbers[static_cast<std::size_t>(i)]), longPath(i));
    QCOMPARE(places.path(numbers.back()), longPath(39999));
}

void TestPlaces::path_afterMoreWereAdded_comesBack() {
    scan::Places places;
    const std::uint64_t first = places.add("first");
    for (int i = 0; i < 20000; ++i)
        if (const std::uint64_t number = places.add(longPath(i)); i % 1000 == 0)
            QCOMPARE(places.path(number), longPath(i));
    QCOMPARE(places.path(first), std::string("first"));
}

void TestPlaces::add_severalThreads_keepsEachWhole() {
    scan::Places places;
    std::vector<std::vector<std::uint64_t>> numbers(4);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&places, &mine = numbers[static_cast<std::size_t>(t)], t] {
                for (int i = 0; i < 5000; ++i)
                    mine.push_back(places.add(longPath(t * 5000 + i)));
            });
    }
    for (int t = 0; t < 4; ++t)
        for (int i = 0; i < 5000; i += 11)
            QCOMPARE(places.path(numbers[static_cast<std::size_t>(t)][static_cast<std::size_t>(i)]),
                     longPath(t * 5000 + i));
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "test_places.moc"

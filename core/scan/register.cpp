// Why: see register.h.
#include "core/scan/register.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace certwright::scan {

namespace {

constexpr std::size_t mostPaths = 100;
constexpr std::size_t mostLookedUp = 1000; // so that the first of very many are the same each time, nearly

using Records = std::span<const Record>;

bool isKey(const Record& record) {
    return record.kind == Kind::Key;
}

// pathsOf returns the files of sorted records, each once, by their text. `count` is how many there are.
std::vector<std::string> pathsOf(Records records, Places& places, std::size_t& count) {
    std::vector<std::uint64_t> numbers;
    for (const Record& record : records)
        if (numbers.empty() || numbers.back() != record.place)
            numbers.push_back(record.place);
    count = numbers.size();
    numbers.resize(std::min(numbers.size(), mostLookedUp));
    std::vector<std::string> paths;
    for (const std::uint64_t number : numbers)
        paths.push_back(places.path(number));
    std::ranges::sort(paths);
    paths.resize(std::min(paths.size(), mostPaths));
    return paths;
}

bool isBefore(const Pair& left, const Pair& right) {
    return left.keys < right.keys;
}

bool isBefore(const Duplicate& left, const Duplicate& right) {
    return std::tie(right.count, left.paths) < std::tie(left.count, right.paths);
}

template <typename T> void keep(std::vector<T>& list, T one) {
    const auto before = [](const T& left, const T& right) { return isBefore(left, right); };
    list.insert(std::upper_bound(list.begin(), list.end(), one, before), std::move(one));
    if (list.size() > mostNamed)
        list.pop_back();
}

// forEachGroup calls `take` for every run of sorted records that are equal by `same`.
template <typename Same, typename Take> void forEachGroup(Records records, Same same, Take take) {
    while (!records.empty()) {
        const auto end =
            std::ranges::find_if_not(records, [&](const Record& r) { return same(r, records.front()); });
        const auto size = static_cast<std::size_t>(end - records.begin());
        take(records.first(size));
        records = records.subspan(size);
    }
}

} // namespace

Record::Half halfOf(base::ByteView digest) {
    Record::Half half{};
    std::copy_n(digest.begin(), std::min(half.size(), digest.size()), half.begin());
    return half;
}

void relate(std::vector<Record>& records, Places& places, Listener& listener, Tally& tally) {
    std::ranges::sort(records, {}, [](const Record& r) { return std::tie(r.key, r.kind, r.place); });
    const auto sameKey = [](const Record& left, const Record& right) { return left.key == right.key; };
    forEachGroup(records, sameKey, [&](Records group) {
        const auto firstKey = std::ranges::find_if(group, isKey);
        if (group.front().key == Record::Half{} || firstKey == group.end())
            return;
        const auto certificates = static_cast<std::size_t>(firstKey - group.begin());
        const std::size_t keys = group.size() - certificates;
        (certificates == 0 ? tally.keysAlone : tally.keysWithCertificate) += keys;
        tally.certificatesWithKey += certificates;
        if (certificates == 0)
            return;
        Pair pair;
        std::size_t keyFiles = 0;
        pair.certificates = pathsOf(group.first(certificates), places, pair.count);
        pair.keys = pathsOf(group.subspan(certificates), places, keyFiles);
        listener.pair(pair);
        keep(tally.pairs, std::move(pair));
    });
    std::ranges::sort(records, {}, [](const Record& r) { return std::tie(r.object, r.kind, r.place); });
    const auto same = [](const Record& left, const Record& right) {
        return left.object == right.object && left.kind == right.kind;
    };
    forEachGroup(records, same, [&](Records group) {
        if (group.front().place == group.back().place)
            return;
        Duplicate duplicate;
        duplicate.kind = group.front().kind;
        duplicate.paths = pathsOf(group, places, duplicate.count);
        ++tally.duplicates;
        listener.duplicate(duplicate);
        keep(tally.duplicateNamed, std::move(duplicate));
    });
}

} // namespace certwright::scan

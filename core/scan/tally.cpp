// Why: see tally.h.
#include "core/scan/tally.h"

#include <algorithm>
#include <numeric>

namespace certwright::scan {

namespace {

bool isBefore(const Named& left, const Named& right) {
    return std::tie(left.rank, left.path, left.about) < std::tie(right.rank, right.path, right.about);
}

bool isBefore(const base::Error& left, const base::Error& right) {
    return left.subject < right.subject;
}

bool isBefore(const std::string& left, const std::string& right) {
    return left < right;
}

// keep puts `one` where it belongs in a sorted list of at most mostNamed.
template <typename T> void keep(std::vector<T>& list, T one) {
    const auto before = [](const T& left, const T& right) { return isBefore(left, right); };
    if (list.size() == mostNamed && !before(one, list.back()))
        return;
    list.insert(std::upper_bound(list.begin(), list.end(), one, before), std::move(one));
    if (list.size() > mostNamed)
        list.pop_back();
}

struct Describe {
    Named operator()(const document::Certificate& it) const {
        return {{}, it.facts.subject.text, it.facts.notAfter, it.facts.key};
    }
    Named operator()(const document::Crl& it) const {
        return {{}, it.facts.issuer.text, it.facts.nextUpdate, {}};
    }
    Named operator()(const document::PrivateKey& it) const { return {{}, {}, {}, it.facts}; }
    Named operator()(const document::Request& it) const {
        return {{}, it.facts.subject.text, {}, it.facts.key};
    }
    template <typename Other> Named operator()(const Other&) const { return {}; }
};

// rankOf orders things of one condition: weak keys by their size, dates by what passed or comes first.
std::int64_t rankOf(const Named& named, Condition condition) {
    if (condition == Condition::WeakKey)
        return named.key.bits;
    return named.end ? named.end->time_since_epoch().count() : 0;
}

} // namespace

std::uint64_t Tally::things() const {
    return std::accumulate(kinds.begin(), kinds.end(), std::uint64_t{0});
}

bool Tally::wrong() const {
    for (std::size_t i = 0; i < conditionCount; ++i)
        if (conditions.at(i) != 0 && isWrong(static_cast<Condition>(i)))
            return true;
    return false;
}

void add(Tally& tally, const Found& thing) {
    ++tally.kinds.at(static_cast<std::size_t>(thing.kind));
    if (thing.kind == Kind::Damaged)
        keep(tally.damagedNamed, thing.path);
    if (thing.conditions.empty() || thing.item == nullptr)
        return;
    Named named = std::visit(Describe{}, thing.item->object);
    named.path = thing.path;
    named.mode = thing.mode;
    named.key.publicKeyInfo.clear();
    for (const Condition condition : thing.conditions) {
        const auto index = static_cast<std::size_t>(condition);
        ++tally.conditions.at(index);
        named.rank = rankOf(named, condition);
        keep(tally.worst.at(index), named);
    }
}

void add(Tally& tally, const base::Error& unreadable) {
    ++tally.unreadable;
    keep(tally.unreadableNamed, unreadable);
}

void join(Tally& tally, Tally other) {
    tally.files += other.files;
    tally.folders += other.folders;
    tally.links += other.links;
    tally.special += other.special;
    tally.made += other.made;
    tally.deep += other.deep;
    tally.large += other.large;
    tally.unreadable += other.unreadable;
    for (std::size_t i = 0; i < kindCount; ++i)
        tally.kinds.at(i) += other.kinds.at(i);
    for (std::size_t i = 0; i < conditionCount; ++i) {
        tally.conditions.at(i) += other.conditions.at(i);
        for (Named& named : other.worst.at(i))
            keep(tally.worst.at(i), std::move(named));
    }
    for (base::Error& error : other.unreadableNamed)
        keep(tally.unreadableNamed, std::move(error));
    for (std::string& path : other.damagedNamed)
        keep(tally.damagedNamed, std::move(path));
}

} // namespace certwright::scan

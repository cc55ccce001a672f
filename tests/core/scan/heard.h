// Why: tests of a search want everything that it told, in an order that does not depend on threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>

#include "core/scan/scan.h"

namespace certwright::test {

// Heard writes down everything that a search tells. `things` are "kind path conditions…", sorted.
class Heard final : public scan::Listener {
  public:
    void found(const scan::Found& thing) override;
    void unreadable(const base::Error& error) override;
    void pair(const scan::Pair& pair) override { pairs.push_back(pair); }
    void duplicate(const scan::Duplicate& duplicate) override { duplicates.push_back(duplicate); }
    void seen(std::uint64_t files, std::uint64_t) override { lastSeen = files; }
    void reading(const std::string&, std::uint64_t done, std::uint64_t) override {
        lastRead = std::max<std::uint64_t>(lastRead, done);
    }

    std::multiset<std::string> things;
    std::multiset<std::string> lost;
    std::vector<scan::Pair> pairs;
    std::vector<scan::Duplicate> duplicates;
    std::uint64_t lastSeen = 0;
    // lastRead is how far a large list was read, at the most; lists is what was told of each list.
    std::atomic<std::uint64_t> lastRead = 0;
    std::multiset<std::string> lists;

    // root is cut off from every path that begins with it.
    std::string root;
    std::string below(const std::string& path) const;

  private:
    std::mutex m_mutex;
};

// Stop cancels once it was asked `after` times.
class Stop final : public base::Progress {
  public:
    explicit Stop(int after)
        : m_left(after) {}
    void enter(base::Step, int, int) override {}
    bool cancelled() const override { return m_left.fetch_sub(1) <= 0; }

  private:
    mutable std::atomic<int> m_left;
};

// searched searches below `root` as of material::now() with two threads.
base::Result<scan::Tally> searched(const std::vector<std::string>& roots, Heard& heard,
                                   const base::Progress& progress);
scan::Tally searched(const std::string& root, Heard& heard);

std::uint64_t count(const scan::Tally& tally, scan::Kind kind);
std::uint64_t count(const scan::Tally& tally, scan::Condition condition);

} // namespace certwright::test

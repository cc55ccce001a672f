// Why: at the end a person wants to know how much of what there is, and to see the worst of it; both must be
// the same whatever the order in which files were read, and neither may grow with their number.
#pragma once

#include <map>
#include <mutex>

#include "core/base/clock.h"
#include "core/scan/found.h"

namespace certwright::scan {

// How many things are kept by name of each sort; the counts go on.
inline constexpr std::size_t mostNamed = 20;

// Named is a thing in the summary. `about` is its subject or issuer, `end` when it ends or ended, `key` its
// key; what does not apply is empty. `rank` orders, the worst first.
struct Named {
    std::string path;
    std::string about;
    std::optional<base::Time> end;
    document::KeyFacts key;
    std::uint32_t mode = 0;
    std::int64_t rank = 0;
};

// Tally is the summary of a search. `files` and `folders` were looked at; `links`, `special` (devices,
// pipes), `made` (folders that the system makes up) and `deep` (folders below the 200th level) passed over;
// `large` are files over 10 MiB that look like ours and were not read, or not to their end. `worst` holds up
// to mostNamed things of each condition. `unreadable` counts files and folders; the first of them by path are
// in `unreadableNamed`.
struct Tally {
    std::uint64_t files = 0;
    std::uint64_t folders = 0;
    std::uint64_t links = 0;
    std::uint64_t special = 0;
    std::uint64_t made = 0;
    std::uint64_t deep = 0;
    std::uint64_t large = 0;
    std::uint64_t unreadable = 0;
    std::array<std::uint64_t, kindCount> kinds{};
    std::array<std::uint64_t, conditionCount> conditions{};
    std::uint64_t keysWithCertificate = 0;
    std::uint64_t keysAlone = 0;
    std::uint64_t certificatesWithKey = 0;
    std::uint64_t duplicates = 0;
    std::array<std::vector<Named>, conditionCount> worst;
    std::vector<base::Error> unreadableNamed;
    std::vector<std::string> damagedNamed;
    std::vector<Pair> pairs;
    std::vector<Duplicate> duplicateNamed;

    std::uint64_t things() const;
    // wrong tells whether anything was found that isWrong() says is to be mended.
    bool wrong() const;
};

// add counts one thing and keeps it if it is among the worst.
void add(Tally& tally, const Found& thing);
void add(Tally& tally, const base::Error& unreadable);
// join adds `other`, which was counted elsewhere, to `tally`.
void join(Tally& tally, Tally other);

} // namespace certwright::scan

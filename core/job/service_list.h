// Why: the list of known services outlives program versions, disks and hands that edit it; its text is read
// with suspicion and written in one form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certwright::job {

// KnownService is a service on this computer. `root` is absolute and free of symbolic links; `home` is where
// its home copies lie (may be empty); `identity` is apply::identityOf, empty where the folder has none.
struct KnownService {
    std::string service;
    std::string root;
    std::string home;
    std::string identity;

    bool operator==(const KnownService&) const = default;
};

// ServiceList is what services.json holds. `setAside` tells that a damaged list was put away and nobody has
// been told yet.
struct ServiceList {
    std::vector<KnownService> services;
    bool setAside = false;
};

// ReadList is a text read back: what of it can be used, and whether anything in it was not as we write it.
struct ReadList {
    ServiceList list;
    bool damaged = false;
};

// Largest list that is read, in octets, and the most entries that are kept.
inline constexpr std::size_t largestList = 1024U * 1024U;
inline constexpr std::size_t mostServices = 1000;

// readList takes any text. Entries with a relative root, an identity of another form, or anything that is no
// text are left out.
ReadList readList(std::string_view text);
// listText writes JSON; every text in `list` must be UTF-8 (base::isUtf8).
std::string listText(const ServiceList& list);

} // namespace certwright::job
